//! The first minute: the window opens, says what it is, and opens a board.

use crate::support::{Desk, Outcome};

const WELCOME: &str = "Write what you expect. Then go and see.";

/// The window opens on the welcome screen, which everyone can use.
pub async fn welcome(desk: Desk) -> Outcome {
    let mara = desk.person("mara").open().await?;
    mara.see("heading", WELCOME).await?;
    mara.picture("start-welcome").await?;
    mara.has_no_axe_violations().await
}

/// On a dark desktop the window is dark, and just as usable.
pub async fn dark(desk: Desk) -> Outcome {
    let mara = desk.person("mara").size(1280, 720).dark().open().await?;
    mara.see("heading", WELCOME).await?;
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(mara.run(dark).await?, true);
    mara.picture("start-dark").await?;
    mara.has_no_axe_violations().await
}

/// Someone who starts for the first time and names no board sees the sample board.
pub async fn sample(desk: Desk) -> Outcome {
    let mara = desk.person("mara").with("--sample").open().await?;
    mara.see_no("heading", WELCOME).await?;
    mara.picture("start-sample").await?;
    mara.has_no_axe_violations().await
}

/// Two people can have the window open at the same time, each with settings of their own.
pub async fn two_people(desk: Desk) -> Outcome {
    let mara = desk.person("mara").open().await?;
    let ana = desk.person("ana").open().await?;
    mara.see("heading", WELCOME).await?;
    ana.see("heading", WELCOME).await
}
