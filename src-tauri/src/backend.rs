//! Stands in for the core's API until the core offers it; the signatures are the agreed ones.

use std::env;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{Value, json};

pub struct Home {
    state: PathBuf,
}

impl Home {
    pub fn from_env() -> Result<Self, std::io::Error> {
        let base = env::var_os("XDG_STATE_HOME")
            .map(PathBuf::from)
            .unwrap_or_else(env::temp_dir);
        Ok(Self {
            state: base.join("kata-board"),
        })
    }

    pub fn state_dir(&self) -> &Path {
        &self.state
    }
}

#[derive(Debug, Serialize)]
pub struct IpcError {
    pub code: &'static str,
    pub params: Value,
    pub retryable: bool,
}

#[derive(Debug, Serialize)]
pub struct Push {
    pub kind: &'static str,
}

pub struct Session;

impl Session {
    pub fn new(_home: Home) -> Result<Self, std::io::Error> {
        Ok(Self)
    }

    pub fn call(&self, name: &str, _params: Value) -> Result<Value, IpcError> {
        Err(IpcError {
            code: "command_unknown",
            params: json!({ "name": name }),
            retryable: false,
        })
    }

    pub fn subscribe(&self, _listener: Box<dyn Fn(&Push) + Send + Sync>) {}

    pub fn set_focus(&self, _focused: bool) {}
}
