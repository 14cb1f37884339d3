//! The place of the file goes away while people work, and comes back.

use std::fs;

use thirtyfour::Key;

use super::beginnings;
use crate::support::{Desk, Outcome};

const BEFORE: &str = "Sellers run their shops without calling us.";
const TYPED: &str = "Sellers find every answer in the portal.";

/// The folder goes while a sentence is being written; the sentence waits until it is back.
pub async fn share_gone(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    mara.click("button", &format!("Edit Challenge: {BEFORE}"))
        .await?;
    mara.press(Key::Control + "a").await?;
    mara.press(TYPED).await?;

    let share = begun.board.parent().ok_or("the board is in a folder")?;
    let away = share.with_extension("away");
    fs::rename(share, &away)?;
    mara.read("Share not reachable since").await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.read("The file does not answer. Your text is kept on this computer.")
        .await?;
    let field = mara.find("textbox", "Challenge").await?;
    assert_eq!(field.prop("value").await?.as_deref(), Some(TYPED));
    mara.picture("vanished-gone").await?;
    mara.has_no_axe_violations().await?;

    fs::rename(&away, share)?;
    mara.read_no("Share not reachable since").await?;
    mara.tab_to("textbox", "Challenge").await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.see("button", &format!("Edit Challenge: {TYPED}"))
        .await?;
    let stands = begun.storyboard().await?;
    assert_eq!(stands["challenge"]["statement"], TYPED);
    mara.checks(&begun.board).await
}
