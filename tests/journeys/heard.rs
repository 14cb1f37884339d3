//! What a screen reader is told by the system, not by the page.

use super::beginnings::called;
use crate::support::{Desk, Outcome, eventually};

/// The storyboard's headings, and the parts that a person goes between, come to the accessibility
/// bus.
pub async fn the_storyboard(desk: Desk) -> Outcome {
    let mara = desk.person("mara").readable().open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.click("button", "Try the sample board").await?;
    mara.follow("Seller Portal").await?;
    mara.see("link", "Step 6: open").await?;
    let told = eventually("the storyboard on the accessibility bus", || async {
        let tree = mara.tree().await?;
        let told = tree
            .iter()
            .any(|(_, name)| name == "Storyboard of Seller Portal");
        Ok(told.then_some(tree))
    })
    .await?;
    let mut left = WANTED.to_vec();
    left.retain(|(role, name)| !told.iter().any(|(is, called)| is == role && called == name));
    assert!(left.is_empty(), "not told: {left:?}\nof: {told:?}");
    Ok(())
}

const WANTED: [(&str, &str); 9] = [
    ("heading", "Seller Portal"),
    ("heading", "Target condition 1"),
    ("heading", "Current condition"),
    ("heading", "Obstacles parking lot"),
    ("heading", "Experimenting record"),
    ("landmark", "Target condition"),
    ("landmark", "Current condition"),
    ("landmark", "Obstacles parking lot"),
    ("table", "Experimenting record"),
];
