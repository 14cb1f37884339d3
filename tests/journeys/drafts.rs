//! What was typed and not saved outlives the program.

use serde_json::json;
use thirtyfour::Key;

use super::beginnings;
use crate::support::{Desk, Outcome, eventually};

const BEFORE: &str = "Sellers run their shops without calling us.";
const TYPED: &str = "Sellers find every answer in the portal, at any hour.";

/// The program is killed in the middle of a sentence; the next start offers the sentence again.
pub async fn survive_a_crash(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    mara.click("button", &format!("Edit Challenge: {BEFORE}"))
        .await?;
    mara.press(Key::Control + "a").await?;
    mara.press(TYPED).await?;
    eventually("the typed text on this computer", || async {
        let kept = mara.call("draft_list", json!({})).await?;
        Ok((kept["drafts"][0]["text"] == TYPED).then_some(()))
    })
    .await?;
    mara.kill();

    let stands = begun.storyboard().await?;
    assert_eq!(stands["challenge"]["statement"], BEFORE);
    let again = desk
        .person("mara")
        .board(&begun.board)
        .size(1280, 720)
        .open()
        .await?;
    again
        .read(&format!("and it was not saved: “{TYPED}”"))
        .await?;
    again
        .see("button", &format!("Edit Challenge: {BEFORE}"))
        .await?;
    again.picture("drafts-offered").await?;
    again.has_no_axe_violations().await?;
    again.tab_to("button", "Take it back").await?;
    again.press(Key::Enter).await?;
    again.see_focus("textbox", "Challenge").await?;
    again.press(Key::Control + Key::Enter).await?;
    again
        .see("button", &format!("Edit Challenge: {TYPED}"))
        .await?;
    again.read_no("and it was not saved").await?;
    let stands = begun.storyboard().await?;
    assert_eq!(stands["challenge"]["statement"], TYPED);
    eventually("nothing left to offer", || async {
        let kept = again.call("draft_list", json!({})).await?;
        Ok((kept["drafts"] == json!([])).then_some(()))
    })
    .await?;
    again.checks(&begun.board).await
}
