//! Numbers from outside: a column of sixty weeks is imported, one number is written down from
//! anywhere.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::beginnings::called;
use crate::support::{App, Desk, Outcome, eventually};

const METRIC: &str = "Calls per seller per week";

pub async fn sixty_weeks_and_one_more(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.see("table", "All teams").await?;
    mara.click("link", "Seller Portal").await?;
    mara.see("region", "Storyboard of Seller Portal").await?;
    let before = total(&mara).await?;
    import(&mara).await?;
    assert_eq!(total(&mara).await?, before + 60);
    taken_back(&mara, before).await?;
    one_more(&mara).await?;
    assert_eq!(total(&mara).await?, before + 61);
    Ok(())
}

/// The metric that the board calls so.
async fn metric(mara: &App) -> Outcome<Value> {
    let all = mara.call("metrics_get", json!({})).await?;
    let of_name = |one: &&Value| one["now"]["metric"]["name"] == METRIC;
    let found = all["metrics"]
        .as_array()
        .into_iter()
        .flatten()
        .find(of_name);
    Ok(found
        .map(|one| one["now"]["metric"]["id"].clone())
        .unwrap_or_default())
}

async fn total(mara: &App) -> Outcome<i64> {
    let request = json!({ "metricId": metric(mara).await? });
    let page = mara.call("observations_get", request).await?;
    Ok(page["total"].as_i64().unwrap_or_default())
}

/// Sixty weeks as a spreadsheet copies them, and a line that is no number.
fn weeks() -> String {
    let week = |n: u32| match n {
        1..=52 => format!("2024-W{n:02}\t{},5\n", 3 + n % 4),
        _ => format!("2025-W{:02}\t{},0\n", n - 52, 4 + n % 3),
    };
    let lines: String = (1..=60).map(week).collect();
    format!("Week\tCalls\n{lines}2025-W09\tnot counted\n")
}

async fn import(mara: &App) -> Outcome {
    mara.follow(&format!("All numbers of {METRIC}")).await?;
    mara.click("button", "Import numbers").await?;
    mara.see_focus("textbox", "Column or table").await?;
    mara.has_no_axe_violations().await?;
    mara.picture("import-empty").await?;
    paste(mara, &weeks()).await?;
    mara.see("table", "What is read").await?;
    mara.read("Line 62: this is no number.").await?;
    mara.has_no_axe_violations().await?;
    mara.picture("import-preview").await?;
    mara.click("button", "Import 60 numbers").await?;
    mara.read("60 numbers imported.").await?;
    mara.see_no("dialog", "Import numbers").await?;
    mara.press(Key::Escape).await?;
    mara.see_no("dialog", &format!("Numbers of {METRIC}")).await
}

/// The clipboard of a test computer is everybody's: the paste comes without it.
async fn paste(mara: &App, text: &str) -> Outcome {
    let script = format!(
        "const data = new DataTransfer();
         data.setData('text/plain', {});
         const event = {{ clipboardData: data, bubbles: true, cancelable: true }};
         document.activeElement.dispatchEvent(new ClipboardEvent('paste', event));",
        json!(text)
    );
    mara.run(&script).await.map(drop)
}

async fn taken_back(mara: &App, before: i64) -> Outcome {
    mara.press(Key::Control + "z").await?;
    mara.read("Numbers imported").await?;
    eventually("the import is taken back", || async {
        Ok((total(mara).await? == before).then_some(()))
    })
    .await?;
    mara.press(Key::Control + Key::Shift + "z").await?;
    eventually("the import is there again", || async {
        Ok((total(mara).await? == before + 60).then_some(()))
    })
    .await
}

/// A number and Enter; the same day again is a correction.
async fn one_more(mara: &App) -> Outcome {
    for (number, again) in [("7", false), ("8", true)] {
        mara.press("e").await?;
        mara.see("dialog", "Write down a number").await?;
        mara.press(Key::Shift + Key::Tab).await?;
        mara.see_focus("combobox", "Team and metric").await?;
        mara.press("seller calls per").await?;
        mara.press(Key::Enter).await?;
        mara.press(number).await?;
        mara.press(Key::Enter).await?;
        if again {
            mara.see_focus("button", "Correct it").await?;
            mara.has_no_axe_violations().await?;
            mara.picture("quick-same-day").await?;
            mara.press(Key::Enter).await?;
        }
        mara.see_no("dialog", "Write down a number").await?;
    }
    Ok(())
}
