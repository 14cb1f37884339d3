//! Two people with the same file open, on two computers.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::beginnings::{self, Begun, called};
use crate::support::{App, Desk, Outcome, eventually};

/// What one person writes appears at the other's, who did nothing for it.
pub async fn a_team_appears(desk: Desk) -> Outcome {
    let board = desk.board("operations.kata");
    let mara = desk.person("mara").open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.call("board_create", json!({ "path": board })).await?;
    add_team(&mara, "Checkout").await?;

    let ana = desk.person("ana").board(&board).open().await?;
    ana.see("link", "Checkout").await?;
    add_team(&mara, "Seller Portal").await?;
    ana.see("link", "Seller Portal").await
}

/// A colleague's change takes nobody's focus away, also from a line that stands for what is folded
/// away, though everything is fitted into its room again.
pub async fn focus_stays(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, (1280, 720)).await?;
    let mara = &sample.mara;
    let folded = eventually("obstacles and steps that are folded away", || async {
        let names: Vec<String> = serde_json::from_value(mara.run(FOLDED).await?)?;
        Ok((names.len() == 2).then_some(names))
    })
    .await?;
    for name in folded {
        mara.tab_to("button", &name).await?;
        let statement = format!("Written while Mara is at {name}.");
        sample.write_challenge(&statement).await?;
        mara.read(&statement).await?;
        mara.see_focus("button", &name).await?;
    }
    mara.checks(&sample.board).await
}

/// What stands for the obstacles and for the steps that are folded away.
const FOLDED: &str = "return [...document.querySelectorAll('.folded button')]
    .map((button) => button.textContent.trim())";

const BEFORE: &str = "Sellers run their shops without calling us.";
const BOTH: &str = "Merchants run their shops without asking us.";
const STRIP: &str = "Two versions of Challenge";

/// Two people write in the same field at the same time. Different words are joined; the same words
/// stand side by side until one of the two chooses, in each of the three ways, and nothing is lost.
pub async fn same_field(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    let ana = desk.person("ana").size(1280, 720).open().await?;
    called(&ana, "Ana Petrov").await?;
    ana.call("board_open", json!({ "path": begun.board }))
        .await?;
    ana.reload().await?;

    let before = format!("Edit Challenge: {BEFORE}");
    open(mara, &before).await?;
    ana.read("Mara Lindt is writing").await?;
    ana.see("img", "Mara Lindt, writing").await?;
    ana.picture("together-writing").await?;
    open(&ana, &before).await?;
    mara.read("Ana Petrov is writing").await?;
    save(mara, "Merchants run their shops without calling us.").await?;
    ana.read("Mara Lindt changed this field").await?;
    save(&ana, "Sellers run their shops without asking us.").await?;
    let both = format!("Edit Challenge: {BOTH}");
    mara.see("button", &both).await?;
    ana.see("button", &both).await?;
    ana.read_no("is writing").await?;

    let mut written = vec![
        "Merchants run their shops without calling us.".to_owned(),
        "Sellers run their shops without asking us.".to_owned(),
    ];
    let mut statement = BOTH.to_owned();
    for key in ["1", "2", "3"] {
        let texts = [
            format!("Dealers need no help, {key}."),
            format!("Shops run by themselves, {key}."),
        ];
        side_by_side(&begun, &ana, &statement, &texts).await?;
        if key == "1" {
            ana.picture("together-conflict").await?;
            ana.has_no_axe_violations().await?;
        }
        let shown = versions(&ana, &begun.challenge).await?;
        ana.press(Key::F6).await?;
        ana.see_focus("button", "Keep this one").await?;
        ana.press(key).await?;
        if key == "3" {
            // Merging is a text of one's own: it stands in the field until it is saved.
            ana.see_focus("textbox", "Challenge").await?;
            ana.press(Key::Control + Key::Enter).await?;
        }
        mara.see_no("alertdialog", STRIP).await?;
        ana.see_no("alertdialog", STRIP).await?;
        let stands = begun.storyboard().await?;
        statement = text_of(&stands["challenge"]["statement"])?;
        match key {
            "1" => assert_eq!(statement, shown[0]),
            "2" => assert_eq!(statement, shown[1]),
            _ => assert!(
                shown
                    .iter()
                    .all(|version| { version.split(' ').all(|word| statement.contains(word)) })
            ),
        }
        written.extend(texts);
    }

    let request = json!({ "id": begun.challenge, "field": "statement" });
    let history = mara.ask(&begun.board, "history_get", request).await?;
    let kept: Vec<&str> = history["versions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|version| version["value"].as_str())
        .collect();
    for text in &written {
        assert!(kept.contains(&text.as_str()), "{text:?} is not in {kept:?}");
    }
    mara.checks(&begun.board).await
}

/// Mara and Ana replace the same text at the same time, and both see both versions.
async fn side_by_side(begun: &Begun, ana: &App, statement: &str, texts: &[String; 2]) -> Outcome {
    let mara = &begun.mara;
    let name = format!("Edit Challenge: {statement}");
    open(mara, &name).await?;
    open(ana, &name).await?;
    save(mara, &texts[0]).await?;
    ana.read("Mara Lindt changed this field").await?;
    save(ana, &texts[1]).await?;
    mara.see("alertdialog", STRIP).await?;
    ana.see("alertdialog", STRIP).await
}

/// Opens a field and marks all of its text.
async fn open(app: &App, name: &str) -> Outcome {
    app.click("button", name).await?;
    app.press(Key::Control + "a").await
}

async fn save(app: &App, text: &str) -> Outcome {
    app.press(text).await?;
    app.press(Key::Control + Key::Enter).await
}

/// The version that a field shows, and the one beside it.
async fn versions(app: &App, challenge: &str) -> Outcome<[String; 2]> {
    let request = json!({ "id": challenge, "field": "statement" });
    let answer = app.call("conflict_get", request).await?;
    let versions = &answer["versions"];
    Ok([
        text_of(&versions[0]["value"])?,
        text_of(&versions[1]["value"])?,
    ])
}

fn text_of(value: &Value) -> Outcome<String> {
    let text = value.as_str().ok_or("a version without words")?;
    Ok(text.to_owned())
}

async fn add_team(app: &App, name: &str) -> Outcome {
    app.call("team_create", json!({ "fields": { "name": name } }))
        .await
        .map(drop)
}
