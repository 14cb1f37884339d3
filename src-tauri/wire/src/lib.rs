//! The shapes that travel between the screens, the terminal and the core: requests, answers,
//! pushes, errors, and nothing else.
//!
//! A noun or a screen has a file. Names are those of the types in TypeScript, so each stands once
//! and all are found under the crate's own name.

mod app;
mod attachment;
mod board;
mod challenge;
mod chart;
mod coaching_cycle;
mod due;
pub mod error;
mod error_budget;
mod experiment;
mod hint;
mod history;
mod import;
mod item;
mod metric;
mod obstacle;
mod progress;
mod removed;
mod requests;
mod retrospective;
mod search;
mod storyboard;
mod team;
mod toil;
mod window;

pub use app::*;
pub use attachment::*;
pub use board::*;
pub use challenge::*;
pub use chart::*;
pub use coaching_cycle::*;
pub use due::*;
pub use error::*;
pub use error_budget::*;
pub use experiment::*;
pub use hint::*;
pub use history::*;
pub use import::*;
pub use item::*;
pub use metric::*;
pub use obstacle::*;
pub use progress::*;
pub use removed::*;
pub use requests::*;
pub use retrospective::*;
pub use search::*;
pub use storyboard::*;
pub use team::*;
pub use toil::*;
pub use window::*;
