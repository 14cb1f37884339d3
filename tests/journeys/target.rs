//! The end of a target condition, by its name in the palette, and the next one in its place.

use serde_json::json;
use thirtyfour::Key;

use super::beginnings::called;
use crate::support::{App, Desk, Outcome};

const REFLECTION: &str = "Sellers ask about products, which no figure of the week answers.";

pub async fn close_and_draft_the_next(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.see("table", "All teams").await?;
    mara.click("link", "Seller Portal").await?;
    mara.see("region", "Storyboard of Seller Portal").await?;
    close(&mara).await?;
    draft_the_next(&mara).await?;
    stands_in_the_file(&mara).await
}

/// Nothing is answered beforehand, and the date is not moved but closed with a reflection.
async fn close(mara: &App) -> Outcome {
    mara.press(Key::Control + "k").await?;
    mara.see_focus("combobox", "Search, and actions by name")
        .await?;
    mara.press("close with").await?;
    mara.read("Close with reflection").await?;
    mara.press(Key::Enter).await?;
    mara.see("dialog", "Close target condition 1").await?;
    mara.has_no_axe_violations().await?;
    mara.choose("Not met").await?;
    mara.choose("Yes, it still is").await?;
    mara.click("textbox", "Summary reflection").await?;
    mara.press(REFLECTION).await?;
    mara.click("button", "Close with reflection").await?;
    mara.see_no("dialog", "Close target condition 1").await
}

/// It begins in pencil, with the current operating pattern to change.
async fn draft_the_next(mara: &App) -> Outcome {
    mara.click("button", "Set the next target condition")
        .await?;
    mara.read("Target condition 2").await?;
    mara.see("button", "Make it active").await
}

async fn stands_in_the_file(mara: &App) -> Outcome {
    let teams = mara.call("teams_get", json!({})).await?;
    let seller = teams["teams"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["team"]["name"] == "Seller Portal");
    let process = seller.map(|row| row["focusProcessId"].clone());
    let board = mara
        .call("storyboard_get", json!({ "focusProcessId": process }))
        .await?;
    assert_eq!(board["targetCondition"]["number"], 2);
    assert_eq!(board["targetCondition"]["status"], "draft");
    assert_eq!(
        board["targetCondition"]["operatingPattern"],
        board["currentCondition"]["operatingPattern"]
    );
    let challenge = &board["challenge"];
    assert_eq!(challenge["checkedOn"], board["today"], "it was asked for");
    Ok(())
}
