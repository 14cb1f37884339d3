//! Pictures of the window, in `tests/output/`, which git does not keep.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::app::App;
use super::{Outcome, eventually};

const SETTLED: &str =
    "return document.readyState === 'complete' && document.fonts.status === 'loaded'
    && document.getAnimations().every((animation) => animation.playState !== 'running')
    && document.querySelectorAll('[aria-busy=true]').length === 0";

/// What the page shows is drawn a frame after it is there, and shown a frame later.
const DRAWN: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";

/// The folder for one kind of pictures.
pub(super) fn folder(kind: &str) -> PathBuf {
    kata_launcher::Project::here()
        .root()
        .join("tests/output")
        .join(kind)
}

/// Waits until nothing on the page is loading or moving, and that is also on the screen.
async fn settle(app: &App) -> Outcome {
    eventually("a page at rest", || async {
        Ok((app.run(SETTLED).await? == Value::Bool(true)).then_some(()))
    })
    .await?;
    app.driver().execute_async(DRAWN, Vec::new()).await?;
    Ok(())
}

/// Takes a picture of the page as it is now.
pub(super) async fn take(app: &App, folder: &Path, name: &str) -> Outcome<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("{name}.png"));
    fs::write(&path, app.driver().screenshot_as_png().await?)?;
    Ok(path)
}

impl App {
    /// Writes `tests/output/pictures/NAME.png` once the page is at rest.
    pub async fn picture(&self, name: &str) -> Outcome<PathBuf> {
        settle(self).await?;
        take(self, &folder("pictures"), name).await
    }
}
