//! The coaching cycle in front of the board: by two people at once, and by keyboard alone.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Key;

use self::case::{LATER, OBSTACLES, STEPS, Step};
use super::beginnings::{self, called};
use crate::support::{App, Desk, Outcome, eventually};

/// The case is one, whoever replays it: a script, or a person in front of the card.
#[path = "../../src-tauri/cli/tests/command/case.rs"]
mod case;

const STORYBOARD: &str = "Storyboard of Seller Portal";
const OBSTACLE_QUESTION: &str = "What obstacles do you think are preventing you from reaching the target condition? Which one are you addressing now?";
const WHEN_QUESTION: &str =
    "How quickly can we go and see what we have learned from taking that step?";

const NOTE: &str = "I gave the answer away at question 1.";
const UNKNOWN: &str = "Which products sell best in a launch week?";

/// The coach's window and the learner's turn one card, whoever turns it, and both see what is
/// written.
pub async fn two_windows_turn_together(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, (1280, 720)).await?;
    let mara = &sample.mara;
    let daniel = desk.person("daniel").size(1280, 720).open().await?;
    called(&daniel, "Daniel Osei").await?;
    daniel
        .call("board_open", json!({ "path": sample.board }))
        .await?;
    daniel.reload().await?;
    daniel.follow("Seller Portal").await?;
    daniel.see("link", "Step 6: open").await?;

    mara.press("q").await?;
    mara.see_focus("button", "Begin").await?;
    mara.press(Key::Enter).await?;
    mara.see("region", "What is the target condition?").await?;
    daniel.see("button", "Join").await?;
    daniel.press("q").await?;
    daniel
        .see("region", "What is the target condition?")
        .await?;
    mara.read("Daniel Osei turns the card with you").await?;
    daniel.read("Mara Lindt turns the card with you").await?;

    mara.press(Key::Right).await?;
    daniel
        .see("region", "What is the actual condition now?")
        .await?;
    daniel.press(Key::Space).await?;
    mara.see("region", "What did you plan as your last step?")
        .await?;
    daniel.press(Key::Left).await?;
    mara.see("region", "What is the actual condition now?")
        .await?;
    daniel.has_no_axe_violations().await?;
    mara.picture("coaching-together").await?;

    // Who leaves does not end it, and comes back to where the others are.
    mara.press(Key::Escape).await?;
    mara.see("button", "Join").await?;
    daniel.read_no("turns the card with you").await?;
    for _ in 0..2 {
        daniel.press(Key::Right).await?;
    }
    daniel.see("region", "What did you expect?").await?;
    mara.press("q").await?;
    mara.see("region", "What did you expect?").await?;
    mara.checks(&sample.board).await
}

/// Where the learner does not know, the card goes on to a step that goes and sees. The coach's note
/// stays on the coach's machine, and a tick that is set just before the end is in the cycle.
pub async fn not_known_yet(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, (1280, 720)).await?;
    let coach = &sample.mara;
    let board = coach.call("board_get", json!({})).await?;
    let people = board["people"].as_array().into_iter().flatten();
    let daniel = people
        .filter(|person| person["name"] == "Daniel Osei")
        .map(|person| person["id"].clone())
        .next();
    coach
        .call("me_choose", json!({ "personId": daniel }))
        .await?;
    coach.reload().await?;
    coach.follow("Seller Portal").await?;
    coach.see("link", "Step 6: open").await?;
    coach.press("q").await?;
    coach.see_focus("button", "Begin").await?;
    coach.press(Key::Enter).await?;
    coach.see("region", "What is the target condition?").await?;

    coach.press("n").await?;
    coach.see_focus("textbox", "Note for yourself").await?;
    coach.has_no_axe_violations().await?;
    coach.press(NOTE).await?;
    coach.click("button", "Keep it here").await?;
    coach.see_no("dialog", "Coach's note").await?;

    coach.press(Key::Right).await?;
    coach
        .see("region", "What is the actual condition now?")
        .await?;
    coach.press("k").await?;
    coach
        .see_focus("textbox", "What do we not know yet?")
        .await?;
    coach.has_no_axe_violations().await?;
    coach.press(UNKNOWN).await?;
    coach.press(Key::Control + Key::Enter).await?;
    coach.read("Not known yet, question 2").await?;
    coach.read(&format!("Go and see: {UNKNOWN}")).await?;

    coach.click("button", "The end of the cycle").await?;
    coach
        .click("checkbox", "One obstacle was addressed")
        .await?;
    coach
        .click("checkbox", "The coach gave no solution")
        .await?;
    coach.click("button", "Break it off").await?;
    coach.see("region", STORYBOARD).await?;

    let request = json!({ "focusProcessId": sample.process });
    let held = coach
        .ask(&sample.board, "coaching_cycles_get", request)
        .await?;
    let cycle = &held["cycles"][0]["cycle"];
    assert_eq!(cycle["state"], "broken_off");
    assert_eq!(cycle["thresholdQuestion"], 2);
    assert_eq!(cycle["thresholdNote"], UNKNOWN);
    assert_eq!(
        cycle["checklist"],
        json!(["one_obstacle", "no_solution_given"])
    );
    assert_eq!(cycle["coachNote"], "");
    let file = std::fs::read(&sample.board)?;
    let noted = file.windows(NOTE.len()).any(|part| part == NOTE.as_bytes());
    assert!(!noted, "the note is in the shared file");
    coach.checks(&sample.board).await
}

/// The seller-portal case, from its first cycle to its last, in front of the card and by keyboard
/// alone: the board says the same as after a script has held the cycles.
pub async fn seller_portal_by_keyboard(desk: Desk) -> Outcome {
    let board = desk.board("case.kata");
    let mara = desk.person("mara").open().await?;
    called(&mara, "Mara Lindt").await?;
    let process = set_up(&mara, &board).await?;
    let mut last = None;
    for next in STEPS.iter().map(Some).chain([None]) {
        hold(&mara, last, next).await?;
        last = next;
    }
    let request = json!({ "focusProcessId": process });
    let storyboard = mara.ask(&board, "storyboard_get", request.clone()).await?;
    let held = mara.ask(&board, "coaching_cycles_get", request).await?;
    assert_eq!(case::told(&storyboard, &held), case::expected());
    mara.checks(&board).await
}

/// What stands on the board before the first cycle.
async fn set_up(mara: &App, board: &Path) -> Outcome<Value> {
    mara.call("board_create", json!({ "path": board })).await?;
    let made = async |name: &str, request: Value| -> Outcome<Value> {
        Ok(mara.call(name, request).await?["id"].clone())
    };
    let fields = json!({ "fields": { "name": "Seller Portal" } });
    let team = made("team_create", fields).await?;
    let fields = json!({ "teamId": team, "fields": { "name": "Answering sellers' questions" } });
    let process = made("focus_process_create", fields).await?;
    let fields = json!({ "name": "Calls per seller per week", "unit": "calls", "good": "down" });
    let metric = made("metric_create", json!({ "teamId": team, "fields": fields })).await?;
    let of_process = |fields: Value| json!({ "focusProcessId": process, "fields": fields });
    let statement = json!({ "statement": "Sellers are self-sufficient." });
    made("challenge_create", of_process(statement)).await?;
    let aim = json!({
        "outcomeMetricId": metric, "outcomeComparison": "below", "outcomeTarget": 2,
        "achieveByOn": "2199-12-31",
    });
    let target = made("target_condition_create", of_process(aim)).await?;
    made("target_condition_activate", json!({ "id": target })).await?;
    for text in OBSTACLES {
        made("obstacle_create", of_process(json!({ "text": text }))).await?;
    }
    mara.reload().await?;
    mara.see("region", STORYBOARD).await?;
    Ok(process)
}

/// One cycle, from the storyboard back to it.
async fn hold(mara: &App, last: Option<&Step>, next: Option<&Step>) -> Outcome {
    mara.see("button", "Five questions").await?;
    mara.press("q").await?;
    mara.see_focus("button", "Begin").await?;
    mara.press(Key::Enter).await?;
    mara.see("region", "What is the target condition?").await?;
    turn(mara, "What is the actual condition now?").await?;
    match last {
        Some(step) => reflect(mara, step).await?,
        None => {
            mara.read("First cycle of this target condition: no back yet")
                .await?
        }
    }
    turn(mara, OBSTACLE_QUESTION).await?;
    if let Some(step) = next {
        plan(mara, step).await?;
    } else {
        turn(mara, "What is your next step? What do you expect?").await?;
        turn(mara, WHEN_QUESTION).await?;
    }
    turn(mara, "The end of the cycle").await?;
    mara.see("button", "When do we meet again? +1 is tomorrow")
        .await?;
    mara.press(Key::Enter).await?;
    mara.see_focus("textbox", "Day").await?;
    save(mara, LATER).await?;
    answer(mara, "At what time? 9:30", "9:15").await?;
    mara.see("button", "Edit Time: 9:15").await?;
    mara.press(Key::Control + Key::Shift + Key::Enter).await?;
    mara.see("region", STORYBOARD).await
}

/// The back of the card.
async fn reflect(mara: &App, step: &Step) -> Outcome {
    turn(mara, "What did you plan as your last step?").await?;
    turn(mara, "What did you expect?").await?;
    turn(mara, "What actually happened?").await?;
    mara.see("button", "The step is done").await?;
    mara.press(Key::Enter).await?;
    mara.see("button", "Go and see. What do the facts say?")
        .await?;
    mara.press(Key::Enter).await?;
    mara.see_focus("textbox", "What happened?").await?;
    save(mara, step.happened).await?;
    if let Some(actual) = step.actual {
        answer(mara, "What came out?", &actual.to_string()).await?;
        let offer = format!("Also write down {actual} as the number of today");
        mara.tab_to("button", &offer).await?;
        mara.press(Key::Enter).await?;
        mara.see_no("button", &offer).await?;
    }
    turn(mara, "What did you learn?").await?;
    answer(
        mara,
        "Say why, with “because”. A surprise is the most useful result.",
        step.learned,
    )
    .await?;
    mara.tab_to("radio", "As expected").await?;
    mara.press(Key::Down).await?;
    mara.tab_to("radio", "Adopt").await?;
    mara.press(Key::Right).await?;
    mara.tab_to("button", "Close the step").await?;
    mara.press(Key::Enter).await?;
    mara.see_no("button", "Close the step").await
}

/// Questions 3 to 5.
async fn plan(mara: &App, step: &Step) -> Outcome {
    mara.see_focus("listbox", "Obstacles, parked and addressed")
        .await?;
    mara.press(Key::Home).await?;
    for _ in OBSTACLES {
        if mara
            .run(CHOSEN)
            .await?
            .as_str()
            .is_some_and(|text| text.contains(OBSTACLES[step.obstacle]))
        {
            break;
        }
        mara.press(Key::Down).await?;
    }
    mara.press("a").await?;
    let addressed = format!("Addressing now {}", OBSTACLES[step.obstacle]);
    mara.read(&addressed).await?;
    turn(mara, "What is your next step? What do you expect?").await?;
    mara.see("button", "Plan the next step").await?;
    mara.press(Key::Enter).await?;
    mara.see_focus("textbox", "Step, one change").await?;
    save(mara, step.step).await?;
    if step.go_and_see {
        mara.tab_to("radio", "Hypothesis test").await?;
        mara.press(Key::Left).await?;
        mara.see_focus("radio", "Exploratory").await?;
    }
    if let Some(predicted) = step.predicted {
        answer(mara, "Which number?", &predicted.to_string()).await?;
    }
    answer(
        mara,
        "Anyone can tell whether a number came true. Which one do you expect, and why?",
        step.prediction,
    )
    .await?;
    if step.go_and_see {
        // What was read back after the kind shows that the kind was read back too.
        mara.see(
            "button",
            &format!("Edit What do you expect, and why?: {}", step.prediction),
        )
        .await?;
        mara.tab_to("radio", "Exploratory").await?;
        mara.press(Key::Left).await?;
        mara.see_focus("radio", "Go and see").await?;
        // The arrows are the radios' own while one of them has the focus.
        mara.tab_to("button", &format!("Edit Step, one change: {}", step.step))
            .await?;
    }
    turn(mara, WHEN_QUESTION).await?;
    mara.see_focus("textbox", "Go and see on").await?;
    save(mara, LATER).await?;
    mara.read("When you seal it, metric, numbers and date are in ink.")
        .await?;
    mara.press(Key::Control + Key::Shift + Key::Enter).await?;
    mara.read("Metric, numbers and date will be in ink.")
        .await?;
    mara.press(Key::Control + Key::Shift + Key::Enter).await?;
    mara.read("Sealed. Now do the step.").await
}

/// The next question; the field that was written in last leaves the card with it.
async fn turn(mara: &App, question: &str) -> Outcome {
    mara.press(Key::Right).await?;
    mara.see("region", question).await
}

async fn answer(mara: &App, prompt: &str, text: &str) -> Outcome {
    mara.tab_to("button", prompt).await?;
    mara.press(Key::Enter).await?;
    save(mara, text).await
}

/// Writes into the field that is open, and leaves it saved.
async fn save(mara: &App, text: &str) -> Outcome {
    mara.press(Key::Control + "a").await?;
    mara.press(text).await?;
    mara.press(Key::Control + Key::Enter).await?;
    eventually("the field to be left", || async {
        Ok((mara.run(IN_TEXT).await? == json!(false)).then_some(()))
    })
    .await
}

const IN_TEXT: &str = "return document.activeElement.matches('input[type=text], textarea')";
/// The obstacle that a key would address.
const CHOSEN: &str = "const list = document.activeElement;
    return document.getElementById(list.getAttribute('aria-activedescendant'))?.textContent ?? ''";
