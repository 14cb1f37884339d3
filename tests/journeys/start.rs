//! The first minute: the window opens and says what it is.

use crate::support::{Desk, Outcome};

/// The window opens on the welcome screen, which everyone can use.
pub async fn welcome(desk: Desk) -> Outcome {
    let mara = desk.person("mara").open().await?;
    mara.see("heading", "Kata Board").await?;
    mara.picture("start-welcome").await?;
    mara.has_no_axe_violations().await
}

/// On a dark desktop the window is dark, and just as usable.
pub async fn dark(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).dark().open().await?;
    mara.see("heading", "Kata Board").await?;
    let dark = mara
        .run("return matchMedia('(prefers-color-scheme: dark)').matches")
        .await?;
    assert_eq!(dark, true);
    mara.picture("start-dark").await?;
    mara.has_no_axe_violations().await
}

/// Two people can have the window open at the same time, each with settings of their own.
pub async fn two_people(desk: Desk) -> Outcome {
    let mara = desk.person("mara").open().await?;
    let ana = desk.person("ana").open().await?;
    mara.see("heading", "Kata Board").await?;
    ana.see("heading", "Kata Board").await
}
