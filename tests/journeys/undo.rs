//! Taking back: by key, from the toast, and from the list of what was removed.

use serde_json::json;
use thirtyfour::Key;

use super::beginnings;
use crate::support::{Desk, Outcome};

const BEFORE: &str = "Sellers run their shops without calling us.";
const AFTER: &str = "Sellers find every answer in the portal.";
const OBSTACLE: &str = "Nobody logs the calls.";

/// What was taken back is named, and comes again by key or from the list.
pub async fn names_the_operation(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    let (before, after) = (
        format!("Edit Challenge: {BEFORE}"),
        format!("Edit Challenge: {AFTER}"),
    );
    mara.write(&before, AFTER).await?;
    mara.see_focus("button", &after).await?;
    mara.press(Key::Control + "z").await?;
    mara.read("Undone: Challenge changed").await?;
    mara.see("button", &before).await?;
    mara.press(Key::Control + Key::Shift + "z").await?;
    mara.read("Redone: Challenge changed").await?;
    mara.see("button", &after).await?;

    let obstacle = format!("Edit Obstacle: {OBSTACLE}");
    mara.tab_to("button", &obstacle).await?;
    mara.press(Key::Delete).await?;
    mara.read("Obstacle removed.").await?;
    mara.see_no("button", &obstacle).await?;
    mara.press(Key::Control + "z").await?;
    mara.read("Undone: Obstacle removed").await?;
    mara.see("button", &obstacle).await?;

    mara.tab_to("button", &obstacle).await?;
    mara.press(Key::Delete).await?;
    mara.see_no("button", &obstacle).await?;
    mara.tab_to("button", "Removed 1").await?;
    mara.press(Key::Enter).await?;
    mara.see("dialog", "Removed, and can be restored").await?;
    mara.has_no_axe_violations().await?;
    mara.tab_to("button", "Restore").await?;
    mara.press(Key::Enter).await?;
    mara.read("Restored.").await?;
    mara.read("Nothing is removed.").await?;
    mara.press(Key::Escape).await?;
    mara.see("button", &obstacle).await?;
    mara.see_no("button", "Removed 1").await?;

    let stands = begun.storyboard().await?;
    assert_eq!(stands["challenge"]["statement"], AFTER);
    assert_eq!(stands["obstacles"][1]["obstacle"]["text"], OBSTACLE);
    let removed = mara.ask(&begun.board, "removed_get", json!({})).await?;
    assert_eq!(removed["rows"], json!([]));
    mara.checks(&begun.board).await
}
