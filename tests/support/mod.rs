//! Everything a journey needs to use the real window as a person does.
//!
//! ```ignore
//! pub async fn welcome(desk: Desk) -> Outcome {
//!     let mara = desk.person("mara").size(1280, 720).dark().open().await?;
//!     mara.see("heading", "Kata Board").await?;
//!     mara.click("button", "New board").await?;
//!     mara.find("textbox", "Team name").await?.send_keys("Checkout").await?;
//!     mara.press(Key::Control + "k").await?;
//!     mara.has_no_axe_violations().await
//! }
//! ```
//!
//! * A [`Desk`] is where a journey takes place; it ends with the journey, with all that was
//!   started.
//! * `desk.person(name)` has a screen and folders of their own, so two persons are two computers.
//!   With `.board(path)` both open one file. `person.call(name, params)` calls the command table
//!   from their window, to arrange a beginning; `person.ask(board, name, request)` asks the file by
//!   the `kata` command, to see what stands in it.
//! * Things are found by role and accessible name, and every call waits for them. Wait for
//!   anything else with [`eventually`]; nothing sleeps for a fixed time.
//! * When a journey fails, pictures of its windows are in `tests/output/failed/`.

mod app;
mod axe;
mod desk;
mod eventually;
mod kata;
mod look;
mod pictures;
mod process;
mod screen;
mod tree;

pub use app::App;
pub use desk::{Desk, run};
pub use eventually::eventually;

/// What a journey and each of its steps end with.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
