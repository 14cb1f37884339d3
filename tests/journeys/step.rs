//! A step from its plan to what was learned.

use std::fs;

use serde_json::json;
use thirtyfour::{By, Key};

use super::beginnings::{self, Begun};
use crate::support::{App, Desk, Outcome};

const STEP: &str = "Send two sellers their figures by e-mail.";
const PREDICTION: &str = "They stop calling, because the figures answer their question.";
const HAPPENED: &str = "Both still called on Monday.";
const PATTERN: &str = "1. Sellers get their figures by e-mail at eight.";
const LINK: &str = "https://example.org/calls?week=9";
const LEARNED: &str = "The e-mail comes too late, because the export starts at nine.";

/// A plan in pencil is sealed, changed once more, done, and closed with what was learned.
pub async fn seal_and_result(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    plan(mara).await?;
    mara.has_no_axe_violations().await?;
    seal(mara).await?;
    mara.has_no_axe_violations().await?;
    amend(mara).await?;
    result(mara).await?;
    mara.has_no_axe_violations().await?;
    mara.picture("step-closed").await?;

    // The whole story stands on the storyboard, with nothing to open, and the result is held
    // against what was sealed.
    mara.tab_to("tab", "Experiments").await?;
    mara.press(Key::Left).await?;
    mara.see("region", "Storyboard of Checkout").await?;
    mara.see("img", "Before 7, expected 2, actual 5, gap +3")
        .await?;
    for words in [STEP, PREDICTION, HAPPENED, LEARNED, "7 → 2 calls"] {
        mara.read(words).await?;
    }
    mara.read("Amended after sealing").await?;
    mara.picture("step-on-storyboard").await?;
    mara.has_no_axe_violations().await?;
    stands_in_the_file(&begun).await
}

/// What came out as expected, with its evidence, becomes how the work is done.
pub async fn adopt_with_evidence(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    plan(mara).await?;
    seal(mara).await?;
    mara.tab_to("button", "The step is done").await?;
    mara.press(Key::Enter).await?;
    mara.write("What came out?", "2").await?;
    mara.read("Expected 2, actual 2, gap 0").await?;
    mara.write(
        "Say why, with “because”. A surprise is the most useful result.",
        LEARNED,
    )
    .await?;
    let file = desk.board("calls of March.csv");
    fs::write(&file, "Mon;2")?;
    evidence(mara, &file.display().to_string()).await?;
    mara.picture("step-with-evidence").await?;
    mara.choose("As expected").await?;
    mara.choose("Adopt").await?;
    mara.click("button", "Close the step").await?;
    adopt(mara).await?;
    mara.picture("step-adopted").await?;

    let stands = begun.storyboard().await?;
    let condition = &stands["currentCondition"];
    assert_eq!(condition["operatingPattern"], PATTERN);
    assert!(condition["outcomeMetricId"].is_string());
    let step = &stands["steps"][0]["experiment"];
    assert_eq!(step["decision"], "adopt");
    let request = json!({ "id": step["id"] });
    let view = mara.ask(&begun.board, "experiment_get", request).await?;
    assert_eq!(view["attachments"][0]["name"], "calls of March.csv");
    assert_eq!(view["attachments"][0]["size"], 5);
    assert_eq!(view["step"]["experiment"]["evidence"], LINK);
    mara.checks(&begun.board).await
}

/// A file and a link: the one is copied into the board, the other is text to copy.
async fn evidence(mara: &App, file: &str) -> Outcome {
    mara.read("has at most 5 MB.").await?;
    let input = mara.driver().find(By::Css("input[type=file]")).await?;
    input.send_keys(file).await?;
    mara.read("File attached.").await?;
    mara.click("button", "calls of March.csv").await?;
    mara.see("dialog", "calls of March.csv").await?;
    mara.read("Mon;2").await?;
    mara.has_no_axe_violations().await?;
    mara.press(Key::Escape).await?;
    mara.see_no("dialog", "calls of March.csv").await?;
    mara.write("Where can others see it? Links, one a line", LINK)
        .await?;
    mara.click("button", "example.org/calls").await?;
    mara.see("dialog", "example.org/calls").await?;
    mara.read("This app does not use the network.").await?;
    mara.has_no_axe_violations().await?;
    mara.press(Key::Escape).await?;
    mara.see_no("dialog", "example.org/calls").await
}

async fn adopt(mara: &App) -> Outcome {
    mara.see("dialog", "How is the work done from now on?")
        .await?;
    mara.read(STEP).await?;
    mara.see_focus("textbox", "Operating pattern").await?;
    mara.has_no_axe_violations().await?;
    mara.press(PATTERN).await?;
    mara.click("button", "Write the current condition").await?;
    mara.read("The current condition is written.").await
}

async fn plan(mara: &App) -> Outcome {
    mara.press("n").await?;
    mara.see("separator", "Not sealed").await?;
    mara.read("Sellers do not see yesterday's figures.").await?;
    mara.see_focus("textbox", "Step, one change").await?;
    mara.press(STEP).await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.write("Which number?", "2").await?;
    mara.write(
        "Anyone can tell whether a number came true. Which one do you expect, and why?",
        PREDICTION,
    )
    .await?;
    mara.read("Sealing still needs: the day to go and see")
        .await?;
    mara.write("How quickly can we go and see?", "+1").await?;
    mara.read("When you seal it, metric, numbers and date are in ink.")
        .await?;
    assert_eq!(border(mara, "You expect").await?, "dashed");
    Ok(())
}

async fn seal(mara: &App) -> Outcome {
    mara.press(Key::Control + Key::Shift + Key::Enter).await?;
    mara.see("dialog", "Seal step 1 and start it?").await?;
    mara.read("Metric, numbers and date will be in ink.")
        .await?;
    mara.read("Calls per seller, 7 → 2 calls").await?;
    mara.has_no_axe_violations().await?;
    mara.press(Key::Control + Key::Shift + Key::Enter).await?;
    mara.see_no("dialog", "Seal step 1 and start it?").await?;
    mara.read("Sealed. Now do the step.").await?;
    mara.see_no("separator", "Not sealed").await?;
    mara.read("The step is under way").await?;
    assert_eq!(border(mara, "You expect").await?, "solid");
    Ok(())
}

async fn amend(mara: &App) -> Outcome {
    mara.click("button", "Edit You expect: 2\u{a0}calls")
        .await?;
    mara.see("dialog", "Change “You expect” after sealing?")
        .await?;
    mara.has_no_axe_violations().await?;
    mara.click("button", "Change it").await?;
    mara.see_focus("textbox", "You expect").await?;
    mara.press(Key::Control + "a").await?;
    mara.press("3").await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.read("Sealed: 2. Changed by Mara Lindt").await?;
    mara.click("button", "Amended after sealing. Show both versions")
        .await?;
    mara.see("dialog", "Changed after sealing").await?;
    mara.read("Sealed 2 Changed to 3").await?;
    mara.has_no_axe_violations().await?;
    mara.press(Key::Escape).await?;
    mara.see_no("dialog", "Changed after sealing").await
}

async fn result(mara: &App) -> Outcome {
    mara.tab_to("button", "The step is done").await?;
    mara.press(Key::Enter).await?;
    mara.write("Go and see. What do the facts say?", HAPPENED)
        .await?;
    mara.write("What came out?", "5").await?;
    mara.read("Expected 2, actual 5, gap +3").await?;
    mara.read("Write what you learned first, with “because”.")
        .await?;
    mara.write(
        "Say why, with “because”. A surprise is the most useful result.",
        LEARNED,
    )
    .await?;
    mara.choose("Not as expected").await?;
    mara.choose("Adapt").await?;
    mara.has_no_axe_violations().await?;
    mara.tab_to("button", "Close the step").await?;
    mara.press(Key::Enter).await?;
    mara.read("Step closed.").await?;
    mara.see_no("button", "Close the step").await
}

async fn stands_in_the_file(begun: &Begun) -> Outcome {
    let stands = begun.storyboard().await?;
    let step = &stands["steps"][0];
    let experiment = &step["experiment"];
    assert_eq!(experiment["state"], "evaluated");
    assert_eq!(experiment["sealed"]["predicted"], 2.0);
    assert_eq!(experiment["predicted"], 3.0);
    assert_eq!(step["amended"], true);
    assert_eq!(experiment["actual"], 5.0);
    assert_eq!(experiment["outcome"], "refuted");
    assert_eq!(experiment["decision"], "adapt");
    assert_eq!(experiment["learned"], LEARNED);
    assert_eq!(experiment["obstacleId"], json!(begun.obstacle));
    let request = json!({ "id": experiment["id"] });
    let view = begun
        .mara
        .ask(&begun.board, "experiment_get", request)
        .await?;
    let amendment = &view["amendments"][0];
    assert_eq!(
        (&amendment["sealed"], &amendment["value"]),
        (&json!(2.0), &json!(3.0))
    );
    assert_eq!(amendment["byName"], "Mara Lindt");
    let log = begun
        .mara
        .kata(&["log", &begun.board.display().to_string()])
        .await?;
    assert!(log.contains("amended after sealing; sealed: 2.0"), "{log}");
    begun.mara.checks(&begun.board).await
}

/// How the box of a field is drawn: dashed in pencil, solid in ink.
async fn border(mara: &App, label: &str) -> Outcome<String> {
    let group = mara.find("group", label).await?;
    let script = "return [...arguments[0].querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter((style) => parseFloat(style.borderTopWidth) > 0 && style.borderTopColor !== 'rgba(0, 0, 0, 0)')
        .map((style) => style.borderTopStyle)[0] ?? 'none'";
    let answer = mara
        .driver()
        .execute(script, vec![group.to_json()?])
        .await?;
    Ok(answer.json().as_str().unwrap_or_default().to_owned())
}
