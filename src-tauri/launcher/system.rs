//! The system packages that the window and its tests need.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::Command;

use crate::problem::{Outcome, Problem};
use crate::{command, say};

/// How to see whether a need is met.
enum Probe {
    /// A library known to pkg-config.
    Library(&'static str),
    /// A program on the path.
    Program(&'static str),
    /// A file or folder.
    Path(&'static str),
}

/// One thing a machine needs, and the Debian package that brings it.
pub struct Need {
    package: &'static str,
    probe: Probe,
}

/// What building and opening the window needs.
pub const WINDOW: &[Need] = &[
    need("build-essential", Probe::Program("cc")),
    need("pkg-config", Probe::Program("pkg-config")),
    need("libwebkit2gtk-4.1-dev", Probe::Library("webkit2gtk-4.1")),
];

/// What driving the window on a virtual screen needs besides.
pub const JOURNEYS: &[Need] = &[
    need("webkit2gtk-driver", Probe::Program("WebKitWebDriver")),
    need("xvfb", Probe::Program("Xvfb")),
    need(
        "fonts-dejavu-core",
        Probe::Path("/usr/share/fonts/truetype/dejavu"),
    ),
    need("dbus", Probe::Program("dbus-daemon")),
    need(
        "at-spi2-core",
        Probe::Path("/usr/libexec/at-spi-bus-launcher"),
    ),
    need(
        "python3-gi",
        Probe::Path("/usr/lib/python3/dist-packages/gi"),
    ),
    need(
        "gir1.2-atspi-2.0",
        Probe::Path("/usr/share/doc/gir1.2-atspi-2.0"),
    ),
];

const fn need(package: &'static str, probe: Probe) -> Need {
    Need { package, probe }
}

/// Makes sure that every need is met; `agreed` installs without asking.
pub fn provide(needs: &[&[Need]], agreed: bool) -> Outcome {
    if cfg!(windows) {
        return webview2();
    }
    // macOS brings its web view with the system, and this program was linked by its tools.
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    if !command::exists("apt-get") {
        return Err(Problem::new(elsewhere(&missing)));
    }
    debian(&missing, agreed)?;
    match self::missing(needs).as_slice() {
        [] => Ok(()),
        still => Err(Problem::new(format!(
            "These packages were installed, but what they should bring was not found: {}",
            still.join(" ")
        ))),
    }
}

/// Windows 11 brings its web view; on older ones it may be missing.
fn webview2() -> Outcome {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let places = [
        r"HKLM\SOFTWARE\WOW6432Node",
        r"HKLM\SOFTWARE",
        r"HKCU\Software",
    ];
    let found = places.iter().any(|place| {
        let key = format!(r"{place}\{CLIENT}");
        command::succeeds(Command::new("reg").args(["query", &key, "/v", "pv"]))
    });
    if found {
        return Ok(());
    }
    Err(Problem::new(
        "The WebView2 runtime is missing. Install it, then start again:\n  \
         winget install Microsoft.EdgeWebView2Runtime",
    ))
}

fn missing(needs: &[&[Need]]) -> Vec<&'static str> {
    let all = needs.iter().flat_map(|group| group.iter());
    all.filter(|need| !met(&need.probe))
        .map(|need| need.package)
        .collect()
}

fn met(probe: &Probe) -> bool {
    match probe {
        Probe::Library(name) => {
            command::succeeds(Command::new("pkg-config").args(["--exists", name]))
        }
        Probe::Program(name) => command::exists(name),
        Probe::Path(path) => Path::new(path).exists(),
    }
}

fn debian(packages: &[&str], agreed: bool) -> Outcome {
    let by_hand = format!(
        "These system packages are missing. Install them, then start again:\n  sudo apt-get install {}",
        packages.join(" ")
    );
    let root = command::first_line(Command::new("id").arg("-u")).as_deref() == Some("0");
    let able = root || command::exists("sudo");
    if !able || !(agreed || consents(packages, root)) {
        return Err(Problem::new(by_hand));
    }
    say(&format!(
        "Installing system packages: {}",
        packages.join(" ")
    ));
    // A mirror that is being refreshed can refuse once and answer a moment later.
    install(packages, root).or_else(|problem| {
        say(&format!("{problem}; trying once more"));
        install(packages, root)
    })
}

/// Asks the person; where nobody can answer, root may install, as in a build service.
fn consents(packages: &[&str], root: bool) -> bool {
    if !io::stdin().is_terminal() {
        return root;
    }
    eprint!(
        "[kata] Install these system packages now? {} [Y/n] ",
        packages.join(" ")
    );
    let mut answer = String::new();
    let read = io::stderr()
        .flush()
        .and_then(|()| io::stdin().read_line(&mut answer));
    read.is_ok_and(|length| length > 0)
        && matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes")
}

fn install(packages: &[&str], root: bool) -> Outcome {
    command::run(apt(root).arg("update"))?;
    command::run(
        apt(root)
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
}

fn apt(root: bool) -> Command {
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
    command
}

/// The command for a Linux that is not Debian's.
fn elsewhere(missing: &[&str]) -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let install = match family(&release) {
        Some("fedora" | "rhel") => {
            "sudo dnf install gcc pkgconf-pkg-config webkit2gtk4.1-devel \
             xorg-x11-server-Xvfb dejavu-sans-fonts"
        }
        Some("arch") => {
            "sudo pacman -S --needed base-devel webkit2gtk-4.1 xorg-server-xvfb ttf-dejavu"
        }
        Some("suse" | "opensuse") => {
            "sudo zypper install gcc pkg-config webkit2gtk3-devel xorg-x11-server-Xvfb dejavu-fonts"
        }
        _ => {
            "your package manager: a C compiler, pkg-config and the development files of WebKitGTK 4.1"
        }
    };
    format!(
        "This machine lacks what Debian calls {}. Install it, then start again:\n  {install}",
        missing.join(", ")
    )
}

fn family(release: &str) -> Option<&'static str> {
    let ids = release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace());
    let known = ["fedora", "rhel", "arch", "suse", "opensuse"];
    ids.filter_map(|id| known.into_iter().find(|name| id.starts_with(name)))
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_is_known_by_its_relatives() {
        assert_eq!(family("ID=fedora\n"), Some("fedora"));
        assert_eq!(family("ID=manjaro\nID_LIKE=\"arch\"\n"), Some("arch"));
        assert_eq!(
            family("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n"),
            Some("opensuse")
        );
        assert_eq!(family("ID=nixos\n"), None);
    }

    #[test]
    fn the_words_name_what_is_missing() {
        assert!(elsewhere(&["xvfb"]).contains("xvfb"));
    }
}
