//! What the system tells a screen reader of the window: the tree of AT-SPI, over a bus of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::process::Running;
use super::{App, Outcome};

/// A person's session bus, by which assistive technology comes to the window; dropping it ends it.
pub struct Bus {
    address: String,
    _daemon: Running,
}

impl Bus {
    pub fn start(runtime: &Path) -> Outcome<Self> {
        let mut daemon = Running::start(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1"])
                .env("XDG_RUNTIME_DIR", runtime)
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let output = daemon
            .child()
            .stdout
            .take()
            .ok_or("the bus has no output")?;
        let mut address = String::new();
        BufReader::new(output).read_line(&mut address)?;
        match address.trim() {
            "" => Err("the session bus did not start".into()),
            address => Ok(Self {
                address: address.to_owned(),
                _daemon: daemon,
            }),
        }
    }

    /// Lets a program come to the bus, and be read over it.
    pub fn open_to(&self, command: &mut Command) {
        command
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env_remove("NO_AT_BRIDGE");
    }
}

impl App {
    /// Everything a screen reader finds, each as its role and its name.
    pub async fn tree(&self) -> Outcome<Vec<(String, String)>> {
        // The system's own Python: it is the one that Debian's bindings are for.
        let mut command = Command::new("/usr/bin/python3");
        command.args(["-c", WALK]);
        self.at_home(&mut command);
        let output = tokio::task::spawn_blocking(move || command.output()).await??;
        if output.status.success() {
            return Ok(serde_json::from_slice(&output.stdout)?);
        }
        Err(String::from_utf8_lossy(&output.stderr).into())
    }
}

const WALK: &str = "
import json, gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi
found = []
def walk(node, depth):
    if node is None or depth > 60:
        return
    found.append((node.get_role_name(), node.get_name() or ''))
    for at in range(node.get_child_count()):
        walk(node.get_child_at_index(at), depth + 1)
walk(Atspi.get_desktop(0), 0)
print(json.dumps(found))
";
