//! A new team fills its storyboard, in the order of the numbers on it.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::support::{App, Desk, Outcome, eventually};

const CHALLENGE: &str = "Sellers run their shops without calling us.";
const TODAY: &str = "Sellers call us for their figures.";
const PATTERN: &str = "Every seller has the figures by 08:00.";
const OBSTACLE: &str = "Sellers do not see yesterday's figures.";
const OTHER: &str = "Nobody logs the calls.";
const METRIC: &str = "Calls per seller and week";

/// From the first screen to the obstacle addressed now, by keyboard, on a small screen.
pub async fn a_team_and_its_storyboard(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).open().await?;
    mara.see("button", "Create a file").await?;
    mara.has_no_axe_violations().await?;
    // The dialog that asks for the place is the system's own, and no driver reaches into it.
    let board = desk.board("operations.kata");
    mara.call("board_create", json!({ "path": board })).await?;
    mara.reload().await?;

    says_who_she_is(&mara).await?;
    makes_a_team(&mara).await?;
    writes_where_it_is_today(&mara).await?;
    writes_where_it_shall_be(&mara).await?;
    parks_obstacles(&mara).await?;

    mara.has_no_axe_violations().await?;
    stays_on_one_screen(&mara).await?;
    mara.picture("team-storyboard").await?;

    let stands = mara.ask(&board, "teams_get", json!({})).await?;
    let team = &stands["teams"][0]["team"];
    assert_eq!(team["name"], "Checkout");
    let request = json!({ "teamId": team["id"] });
    stands_in_the_file(&mara.ask(&board, "storyboard_get", request).await?);
    let people = mara.ask(&board, "board_get", json!({})).await?;
    assert_eq!(people["people"][0]["name"], "Mara Lindt");
    mara.checks(&board).await
}

async fn says_who_she_is(mara: &App) -> Outcome {
    mara.see("dialog", "Who are you on this board?").await?;
    mara.has_no_axe_violations().await?;
    mara.tab_to("textbox", "Your name").await?;
    mara.press("Mara Lindt" + Key::Enter).await?;
    mara.see_no("dialog", "Who are you on this board?").await?;
    mara.see("img", "Mara Lindt, you").await
}

async fn makes_a_team(mara: &App) -> Outcome {
    let first =
        "1 Which team starts? It gets a storyboard with challenge, target condition and steps.";
    mara.see("button", first).await?;
    mara.has_no_axe_violations().await?;
    mara.tab_to("button", first).await?;
    mara.press(Key::Enter).await?;
    mara.see_focus("textbox", "Name of the team").await?;
    mara.has_no_axe_violations().await?;
    mara.press("Checkout" + Key::Enter).await?;
    mara.see("region", "Storyboard of Checkout").await?;
    mara.has_no_axe_violations().await?;
    stays_on_one_screen(mara).await?;
    begin(mara, "1 Which one process do you improve?").await?;
    mara.press("Answering questions" + Key::Enter).await?;
    mara.see("button", "Edit Focus process: Answering questions")
        .await?;
    begin(mara, "2 Which future state, as if it were already true?").await?;
    save(mara, CHALLENGE).await?;
    mara.see("button", &format!("Edit Challenge: {CHALLENGE}"))
        .await
}

async fn writes_where_it_is_today(mara: &App) -> Outcome {
    begin(mara, "3 How does the process run today? Go and see first.").await?;
    save(mara, TODAY).await?;
    let day = "return new Date(Date.now() - 3 * 864e5).toISOString().slice(0, 10)";
    let before = mara.run(day).await?;
    begin(mara, "Which number shows it? Write down the first one.").await?;
    mara.see("dialog", "Write down a number").await?;
    mara.has_no_axe_violations().await?;
    mara.tab_to("textbox", "Name of the metric").await?;
    mara.press(METRIC + Key::Tab).await?;
    mara.press("calls").await?;
    mara.tab_to("textbox", "Value").await?;
    mara.press("8" + Key::Tab).await?;
    mara.press(Key::Control + "a").await?;
    mara.press(before.as_str().unwrap_or_default() + Key::Enter)
        .await?;
    mara.see_no("dialog", "Write down a number").await?;
    mara.read("8 calls").await?;
    // The second one, by its key.
    mara.press("m").await?;
    mara.see_focus("textbox", "Value").await?;
    mara.press("7" + Key::Enter).await?;
    mara.see_no("dialog", "Write down a number").await?;
    mara.read("7 calls").await?;
    mara.read("from today").await
}

async fn writes_where_it_shall_be(mara: &App) -> Outcome {
    begin(
        mara,
        "4 How shall the process run on that date? One line each.",
    )
    .await?;
    save(mara, PATTERN).await?;
    mara.see("heading", "Target condition 1").await?;
    // The first of two: the outcome metric's.
    let target = eventually("the prompt for a target number", || async {
        let found = mara
            .all("button", "Which number tells that it is reached?")
            .await?;
        Ok(found.into_iter().next())
    });
    target.await?.click().await?;
    mara.see("dialog", "Target of the outcome metric").await?;
    mara.has_no_axe_violations().await?;
    mara.choose("below").await?;
    mara.tab_to("textbox", "Target value").await?;
    mara.press("2" + Key::Enter).await?;
    mara.see_no("dialog", "Target of the outcome metric")
        .await?;
    mara.see(
        "button",
        &format!("Edit Outcome metric: < 2 calls {METRIC}"),
    )
    .await?;
    begin(mara, "1 week to 3 months ahead").await?;
    save(mara, "+14").await?;
    mara.read("Edit Achieve by:").await?;
    begin(mara, "Make it active").await?;
    mara.see_no("button", "Make it active").await
}

async fn parks_obstacles(mara: &App) -> Outcome {
    begin(
        mara,
        "5 What keeps you from the target condition? Park it here.",
    )
    .await?;
    save(mara, OBSTACLE).await?;
    let first = format!("Edit Obstacle: {OBSTACLE}");
    mara.see("button", &first).await?;
    mara.press("o").await?;
    mara.see_focus("textbox", "Obstacle").await?;
    save(mara, OTHER).await?;
    mara.see("button", &format!("Edit Obstacle: {OTHER}"))
        .await?;
    mara.tab_to("button", &first).await?;
    mara.press("a").await?;
    mara.read("This is the one addressed now.").await?;
    mara.read("Addressing now").await
}

/// Goes to a prompt or a button with Tab and presses it.
async fn begin(mara: &App, name: &str) -> Outcome {
    mara.tab_to("button", name).await?;
    mara.press(Key::Enter).await
}

async fn save(mara: &App, text: &str) -> Outcome {
    mara.press(text).await?;
    mara.press(Key::Control + Key::Enter).await
}

/// Neither the page nor anything around the storyboard scrolls.
async fn stays_on_one_screen(mara: &App) -> Outcome {
    let scrolls = "let found = [];
        let element = document.querySelector('[aria-label=\"Storyboard of Checkout\"]');
        for (; element; element = element.parentElement) {
            const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
            if (scrollHeight > clientHeight || scrollWidth > clientWidth)
                found.push(`${element.tagName}.${element.className}: ${scrollHeight} in ${clientHeight}`);
        }
        return found";
    let found = mara.run(scrolls).await?;
    assert_eq!(found, json!([]), "the page scrolls at 1280 by 720");
    Ok(())
}

fn stands_in_the_file(storyboard: &Value) {
    assert_eq!(storyboard["focusProcess"]["name"], "Answering questions");
    assert_eq!(storyboard["challenge"]["statement"], CHALLENGE);
    assert_eq!(storyboard["currentCondition"]["operatingPattern"], TODAY);
    let metric = &storyboard["metrics"][0];
    assert_eq!(metric["metric"]["name"], METRIC);
    assert_eq!(metric["last"]["value"], 7.0);
    assert_eq!(
        storyboard["currentCondition"]["outcomeMetricId"],
        metric["metric"]["id"]
    );
    assert_eq!(
        storyboard["chart"]["points"].as_array().map(Vec::len),
        Some(2)
    );
    let target = &storyboard["targetCondition"];
    assert_eq!(target["status"], "active");
    assert_eq!(target["operatingPattern"], PATTERN);
    assert_eq!(target["outcomeTarget"], 2.0);
    assert_eq!(target["outcomeComparison"], "below");
    assert_eq!(storyboard["daysLeft"], 14);
    let obstacles = storyboard["obstacles"].as_array();
    let addressed: Vec<(&Value, &Value)> = obstacles
        .into_iter()
        .flatten()
        .map(|line| (&line["obstacle"]["text"], &line["addressing"]))
        .collect();
    assert_eq!(
        addressed,
        [
            (&json!(OBSTACLE), &json!(true)),
            (&json!(OTHER), &json!(false))
        ]
    );
}
