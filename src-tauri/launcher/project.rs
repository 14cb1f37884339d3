//! Where the project's parts lie.

use std::env;
use std::path::{Path, PathBuf};

/// The project's folder and the places in it.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The project that cargo runs this program for; without cargo, the one it was built from.
    pub fn here() -> Self {
        let root = env::var_os("CARGO_MANIFEST_DIR");
        Self {
            root: root.map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from),
        }
    }

    /// The folder with the workspace's Cargo.toml.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The interface's folder.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }
}
