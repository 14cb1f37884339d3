//! What is done with a board: `ops` writes, `views` reads, `import` reads numbers from outside,
//! `workspace` is one open file, `job` is long work that can be watched and ended.

pub mod import;
pub mod job;
pub mod ops;
mod standing;
pub mod views;
pub mod workspace;
