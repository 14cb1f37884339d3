//! Every screen, in light and in dark: usable by everyone, and by keyboard alone.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::beginnings::called;
use crate::support::{App, Desk, Outcome, eventually};

pub async fn every_screen_in_light(desk: Desk) -> Outcome {
    every_screen(desk, false).await
}

pub async fn every_screen_in_dark(desk: Desk) -> Outcome {
    every_screen(desk, true).await
}

async fn every_screen(desk: Desk, dark: bool) -> Outcome {
    let person = desk.person("mara").size(1280, 720);
    let person = if dark { person.dark() } else { person };
    let mara = person.open().await?;
    mara.see("button", "Try the sample board").await?;
    looked_at(&mara, "the welcome screen").await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.see("table", "All teams").await?;
    looked_at(&mara, "all teams").await?;
    mara.follow("Seller Portal").await?;
    mara.see("region", "Storyboard of Seller Portal").await?;
    looked_at(&mara, "the storyboard").await?;
    palette(&mara).await?;
    coaching(&mara).await?;
    progress(&mara).await?;
    steps(&mara).await?;
    retrospectives(&mara).await?;
    mara.press(Key::Control + ",").await?;
    mara.see("radio", "As the system").await?;
    looked_at(&mara, "the settings").await?;
    empty(&mara).await
}

/// The palette with what can be done, with words of the board, and with nothing.
async fn palette(mara: &App) -> Outcome {
    let name = "Search, and actions by name";
    mara.press(Key::Control + "k").await?;
    mara.see_focus("combobox", name).await?;
    looked_at(mara, "the palette").await?;
    mara.press("calls").await?;
    mara.read("On the board").await?;
    looked_at(mara, "the palette with words").await?;
    mara.press(" zeppelin").await?;
    mara.read("Nothing found for").await?;
    looked_at(mara, "the palette with nothing").await?;
    mara.press(Key::Escape).await?;
    mara.see_no("combobox", name).await
}

/// The card at each of its questions, what lies above it, its end, and the cycles that were held.
async fn coaching(mara: &App) -> Outcome {
    mara.press("q").await?;
    mara.see_focus("button", "Begin").await?;
    looked_at(mara, "who holds the coaching cycle").await?;
    mara.press(Key::Enter).await?;
    for question in [
        "What is the target condition?",
        "What is the actual condition now?",
        "What did you plan as your last step?",
        "What did you expect?",
        "What actually happened?",
        "What did you learn?",
        "What obstacles do you think are preventing you from reaching the target condition? Which one are you addressing now?",
        "What is your next step? What do you expect?",
        "How quickly can we go and see what we have learned from taking that step?",
    ] {
        mara.see("region", question).await?;
        looked_at(mara, question).await?;
        mara.press(Key::Right).await?;
    }
    mara.see("region", "The end of the cycle").await?;
    looked_at(mara, "the end of the cycle").await?;
    mara.press(Key::Left).await?;
    mara.press("k").await?;
    mara.see("dialog", "We don't know yet").await?;
    looked_at(mara, "what is not known yet").await?;
    mara.press(Key::Escape).await?;
    mara.see_no("dialog", "We don't know yet").await?;
    mara.press("r").await?;
    looked_at(mara, "the card in room size").await?;
    mara.press(Key::Escape).await?;
    mara.see("region", "Storyboard of Seller Portal").await?;
    mara.click("tab", "Coaching").await?;
    mara.read("Coaching cycles of Seller Portal").await?;
    looked_at(mara, "the cycles that were held").await
}

/// The chart as a picture and as a table, and the decision on its baseline.
async fn progress(mara: &App) -> Outcome {
    mara.press("g").await?;
    mara.see("region", "Progress of Seller Portal").await?;
    looked_at(mara, "progress").await?;
    mara.press("t").await?;
    mara.see("table", "Calls per seller per week, value by value")
        .await?;
    looked_at(mara, "progress as a table").await?;
    mara.press("t").await?;
    mara.click("button", "More for Calls per seller per week")
        .await?;
    mara.click("menuitem", "Set the baseline anew").await?;
    mara.see("dialog", "Set the baseline anew").await?;
    looked_at(mara, "the baseline").await?;
    mara.press(Key::Escape).await?;
    mara.see_no("dialog", "Set the baseline anew").await
}

/// The sessions of a team, and one that ended.
async fn retrospectives(mara: &App) -> Outcome {
    mara.follow("Platform On-call").await?;
    mara.see("region", "Storyboard of Platform On-call").await?;
    mara.press("v").await?;
    mara.see("heading", "Comes up again").await?;
    looked_at(mara, "the retrospectives").await?;
    mara.follow("Release flow").await?;
    mara.see("region", "What came of it").await?;
    looked_at(mara, "a retrospective that ended").await?;
    mara.press(Key::Escape).await?;
    mara.see("heading", "Comes up again").await
}

/// The list of steps, and one step in each of its states.
async fn steps(mara: &App) -> Outcome {
    mara.click("tab", "Experiments").await?;
    let states = eventually("the steps", || async {
        mara.see("link", "Open step 6").await?;
        let teams = mara.call("teams_get", json!({})).await?;
        let team = teams["teams"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|row| row["team"]["name"] == "Seller Portal")
            .map(|row| row["focusProcessId"].clone());
        Ok(team)
    })
    .await?;
    looked_at(mara, "the list of steps").await?;
    let request = json!({ "focusProcessId": states });
    let answer = mara.call("experiments_get", request).await?;
    let route = mara.run("return location.hash").await?;
    let route = route.as_str().unwrap_or_default();
    for state in ["running", "evaluated"] {
        let id =
            step_in(&answer, state).ok_or_else(|| format!("the sample has no {state} step"))?;
        mara.go(&format!("{route}/{id}")).await?;
        mara.see("region", "Plan").await?;
        looked_at(mara, &format!("a step that is {state}")).await?;
    }
    mara.go(route).await?;
    mara.see("link", "Open step 6").await?;
    mara.press("n").await?;
    mara.see("separator", "Not sealed").await?;
    looked_at(mara, "a step in pencil").await
}

fn step_in<'a>(answer: &'a Value, state: &str) -> Option<&'a str> {
    let steps = answer["steps"].as_array()?;
    let found = steps
        .iter()
        .find(|step| step["experiment"]["state"] == state)?;
    found["experiment"]["id"].as_str()
}

/// A team with nothing on its storyboard yet, and nothing among its steps.
async fn empty(mara: &App) -> Outcome {
    let fields = json!({ "fields": { "name": "Warehouse" } });
    mara.call("team_create", fields).await?;
    mara.follow("Warehouse").await?;
    mara.see("button", "1 Which one process do you improve?")
        .await?;
    looked_at(mara, "an empty storyboard").await?;
    mara.click("tab", "Experiments").await?;
    mara.see("button", "To the storyboard").await?;
    looked_at(mara, "an empty list of steps").await?;
    mara.click("tab", "Progress").await?;
    mara.see("button", "To the storyboard").await?;
    looked_at(mara, "progress of nothing yet").await
}

async fn looked_at(mara: &App, screen: &str) -> Outcome {
    let found = mara.has_no_axe_violations().await;
    found.map_err(|error| format!("{screen}: {error}").into())
}

/// Tab comes to everything that can be used on the storyboard, and shows where it is.
pub async fn tab_reaches_everything(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.see("table", "All teams").await?;
    mara.follow("Seller Portal").await?;
    mara.see("region", "Storyboard of Seller Portal").await?;
    mara.see("link", "Step 6: open").await?;
    let count = mara.run(STOPS).await?;
    let count = count.as_u64().ok_or("the stops have no number")?;
    // Once around and a little more: the page may begin anywhere.
    for _ in 0..count + 5 {
        mara.press(Key::Tab).await?;
        mara.run(VISITED).await?;
    }
    let left = mara.run(LEFT).await?;
    assert_eq!(left["missed"], json!([]), "Tab never came there");
    assert_eq!(left["unseen"], json!([]), "the focus does not show there");
    Ok(())
}

/// All that can take part: of radios that belong together, one; of tabs and rows, the one that is
/// Tab's.
const STOPS: &str = "window.stops = new Map([...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility())
    .map((element) => [element, 'missed']));
    return window.stops.size";

const VISITED: &str = "const element = document.activeElement;
    if (!element || element === document.body) return;
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const shown = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
        && parseFloat(opacity) > 0 && box.width > 0 && box.height > 0;
    window.stops.set(element, shown ? 'seen' : 'unseen')";

const LEFT: &str = "const left = (state) => [...window.stops].filter(([, is]) => is === state)
        .map(([element]) => element.getAttribute('aria-label') ?? element.textContent.trim() ?? element.outerHTML);
    return { missed: left('missed'), unseen: left('unseen') }";
