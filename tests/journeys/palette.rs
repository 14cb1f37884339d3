//! The command palette: rows of the board by their words, and actions by their names.

use thirtyfour::Key;

use super::beginnings::called;
use crate::support::{App, Desk, Outcome};

const PALETTE: &str = "Search, and actions by name";
const LEARNED: &str = "Total revenue does not tell a seller which product to push";

pub async fn by_words_and_by_name(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.see("table", "All teams").await?;
    a_step_by_its_learning(&mara).await?;
    an_obstacle_that_was_folded_away(&mara).await?;
    an_action_by_its_name(&mara).await?;
    nothing(&mara).await
}

async fn open(mara: &App) -> Outcome {
    mara.press(Key::Control + "k").await?;
    mara.see_focus("combobox", PALETTE).await
}

async fn a_step_by_its_learning(mara: &App) -> Outcome {
    open(mara).await?;
    mara.picture("palette-empty").await?;
    mara.press("push launches").await?;
    mara.read("Step 5, Seller Portal").await?;
    mara.has_no_axe_violations().await?;
    mara.picture("palette-words").await?;
    mara.press(Key::Enter).await?;
    mara.see_no("combobox", PALETTE).await?;
    mara.see("region", "Result").await?;
    mara.read(LEARNED).await?;
    mara.read("Step 5 against the obstacle").await
}

/// Cleared obstacles fold where room is short; who goes to one finds it unfolded, with the focus on
/// it.
async fn an_obstacle_that_was_folded_away(mara: &App) -> Outcome {
    open(mara).await?;
    mara.press("reaches only when ask").await?;
    mara.read("Obstacle, Seller Portal").await?;
    mara.press(Key::Enter).await?;
    mara.see("region", "Storyboard of Seller Portal").await?;
    let name = "Edit Obstacle: Revenue reaches sellers only when they ask.";
    mara.see_focus("button", name).await
}

async fn an_action_by_its_name(mara: &App) -> Outcome {
    open(mara).await?;
    mara.press("plan next").await?;
    mara.read("Plan the next step").await?;
    mara.press(Key::Enter).await?;
    mara.see("separator", "Not sealed").await?;
    // What was chosen lately comes first.
    mara.press(Key::Escape).await?;
    open(mara).await?;
    mara.read("Chosen lately").await?;
    mara.press(Key::Escape).await?;
    mara.see_no("combobox", PALETTE).await
}

async fn nothing(mara: &App) -> Outcome {
    mara.click("button", "Search").await?;
    mara.see_focus("combobox", PALETTE).await?;
    mara.press("zeppelin").await?;
    mara.read("Nothing found for “zeppelin”.").await?;
    mara.picture("palette-nothing").await?;
    mara.press(Key::Control + "k").await?;
    mara.see_no("combobox", PALETTE).await
}
