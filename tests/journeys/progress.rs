//! Reviewing progress by keyboard alone: the chart value by value, as a table, and its baseline set
//! anew.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::beginnings::called;
use crate::support::{App, Desk, Outcome, eventually};

const REASON: &str = "The sheet was filled in from memory before August.";

pub async fn by_keys_alone(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.see("table", "All teams").await?;
    mara.follow("Platform On-call").await?;
    mara.see("region", "Storyboard of Platform On-call").await?;
    mara.press("g").await?;
    mara.see("region", "Progress of Platform On-call").await?;
    mara.read("The process has changed").await?;
    mara.has_no_axe_violations().await?;
    value_by_value(&mara).await?;
    as_a_table(&mara).await?;
    set_the_baseline(&mara).await
}

/// The newest value first; S leads to the signal from anywhere.
async fn value_by_value(mara: &App) -> Outcome {
    mara.press("s").await?;
    mara.read("signal: ").await?;
    let focused = "return document.activeElement.getAttribute('role')";
    assert_eq!(mara.run(focused).await?, "img", "the chart has the focus");
    mara.press(Key::Home).await?;
    mara.read("value 1 of ").await?;
    mara.press(Key::Right).await?;
    mara.read("value 2 of ").await?;
    mara.read("measured by ").await
}

async fn as_a_table(mara: &App) -> Outcome {
    mara.press("t").await?;
    mara.see("table", "Toil a week, value by value").await?;
    mara.see("table", "Steps judged by Toil a week").await?;
    mara.read("signal below, ").await?;
    mara.has_no_axe_violations().await?;
    mara.press("t").await?;
    mara.see_no("table", "Toil a week, value by value").await
}

/// The decision is found by its name, stands on the chart and in the file, and is taken back by one
/// key.
async fn set_the_baseline(mara: &App) -> Outcome {
    mara.press(Key::Control + "k").await?;
    mara.see_focus("combobox", "Search, and actions by name")
        .await?;
    mara.press("baseline anew").await?;
    mara.read("Set the baseline anew").await?;
    mara.press(Key::Enter).await?;
    mara.see_focus("textbox", "First day").await?;
    mara.has_no_axe_violations().await?;
    mara.tab_to("textbox", "Why these days").await?;
    mara.press(REASON).await?;
    mara.tab_to("button", "Set the baseline").await?;
    mara.press(Key::Enter).await?;
    mara.see_no("dialog", "Set the baseline anew").await?;
    decided_by(mara, json!(REASON)).await?;
    mara.press(Key::Control + "z").await?;
    decided_by(mara, Value::Null).await
}

/// Waits until the limits rest on a decision with this reason; null: on none.
async fn decided_by(mara: &App, reason: Value) -> Outcome {
    let process = mara.run("return location.hash.split('/').pop()").await?;
    eventually("the decision on the baseline", || async {
        let request = json!({ "focusProcessId": process });
        let progress = mara.call("progress_get", request).await?;
        let found = &progress["chart"]["baseline"]["decision"]["reason"];
        Ok((*found == reason).then_some(()))
    })
    .await
}
