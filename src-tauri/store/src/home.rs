//! This person's private folders on this machine, the same for the app and the CLI.
//!
//! Owns where they lie, that others cannot read them, and what lies in them for
//! the whole home rather than for one part of the app: the device id. Also the two
//! ways in which small private files are written here, whole or not at all and one
//! process at a time.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use uuid::Uuid;

/// Names one root for all four folders instead of the system's places.
const OVERRIDE: &str = "KATA_HOME";
const APP: &str = "kata-board";
const DEVICE: &str = "device";

/// The four private folders. None is made before it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    data: PathBuf,
    config: PathBuf,
    cache: PathBuf,
    state: PathBuf,
}

impl Home {
    /// The home that the environment names: `KATA_HOME`, or else the system's places.
    ///
    /// Fails where neither is known, as in a service without a user.
    pub fn from_env() -> io::Result<Home> {
        Home::from_variables(System::current(), &|name| std::env::var_os(name))
    }

    /// A home with all four folders under one root.
    pub fn at(root: &Path) -> Home {
        Home {
            data: root.join("data"),
            config: root.join("config"),
            cache: root.join("cache"),
            state: root.join("state"),
        }
    }

    /// What cannot be had again: the outbox, the device id, backups.
    pub fn data(&self) -> io::Result<&Path> {
        made(&self.data)
    }

    /// What the person has chosen.
    pub fn config(&self) -> io::Result<&Path> {
        made(&self.config)
    }

    /// What can be made again at any time.
    pub fn cache(&self) -> io::Result<&Path> {
        made(&self.cache)
    }

    /// What is worth keeping but not worth missing: log files, window places.
    pub fn state(&self) -> io::Result<&Path> {
        made(&self.state)
    }

    /// Where [`Home::config`] lies, without making it.
    pub fn config_path(&self) -> &Path {
        &self.config
    }

    /// The random id of this home, made on first use and never changed.
    ///
    /// A damaged file is replaced: a new device starts a chain of its own in the
    /// log, which costs nothing, while a shared id would mix two chains.
    pub fn device_id(&self) -> io::Result<[u8; 16]> {
        let path = self.data()?.join(DEVICE);
        if let Some(id) = read_device(&path)? {
            return Ok(id);
        }
        let _alone = lock(&self.data.join("device.lock"))?;
        if let Some(id) = read_device(&path)? {
            return Ok(id);
        }
        let id = Uuid::new_v4();
        write_whole(&path, format!("{}\n", id.simple()).as_bytes())?;
        Ok(id.into_bytes())
    }

    fn from_variables(
        system: System,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> io::Result<Home> {
        let folder = |name: &str| {
            variable(name)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        };
        if let Some(root) = folder(OVERRIDE) {
            return Ok(Home::at(&std::path::absolute(root)?));
        }
        let needed = |name: &str| {
            folder(name).ok_or_else(|| {
                io::Error::new(
                    io::ErrorKind::NotFound,
                    format!("neither {OVERRIDE} nor {name} is set"),
                )
            })
        };
        match system {
            System::Xdg => {
                // A relative path in these variables is to be ignored (XDG Base Directory).
                let base = |name: &str, otherwise: &str| match folder(name)
                    .filter(|path| path.is_absolute())
                {
                    Some(path) => Ok(path.join(APP)),
                    None => Ok::<_, io::Error>(needed("HOME")?.join(otherwise).join(APP)),
                };
                Ok(Home {
                    data: base("XDG_DATA_HOME", ".local/share")?,
                    config: base("XDG_CONFIG_HOME", ".config")?,
                    cache: base("XDG_CACHE_HOME", ".cache")?,
                    state: base("XDG_STATE_HOME", ".local/state")?,
                })
            }
            System::MacOs => {
                let library = needed("HOME")?.join("Library");
                let cache = library.join("Caches").join(APP);
                Ok(Home {
                    cache,
                    ..Home::at(&library.join("Application Support").join(APP))
                })
            }
            System::Windows => {
                // Only what the person chose may follow them to another machine: a
                // roaming device id would be two devices' id.
                let config = needed("APPDATA")?.join(APP).join("config");
                Ok(Home {
                    config,
                    ..Home::at(&needed("LOCALAPPDATA")?.join(APP))
                })
            }
        }
    }
}

/// Whose habits decide where private folders lie.
#[derive(Debug, Clone, Copy)]
enum System {
    Xdg,
    MacOs,
    Windows,
}

impl System {
    fn current() -> System {
        if cfg!(windows) {
            System::Windows
        } else if cfg!(target_os = "macos") {
            System::MacOs
        } else {
            System::Xdg
        }
    }
}

/// Makes a private folder where there is none. A folder that stands already keeps
/// the permissions that its owner gave it.
fn made(folder: &Path) -> io::Result<&Path> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    Ok(folder)
}

fn read_device(path: &Path) -> io::Result<Option<[u8; 16]>> {
    match fs::read(path) {
        Ok(bytes) => Ok(parse_device(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn parse_device(bytes: &[u8]) -> Option<[u8; 16]> {
    let id = Uuid::try_parse_ascii(bytes.trim_ascii()).ok()?;
    (!id.is_nil()).then(|| id.into_bytes())
}

/// Writes a small private file so that a reader, and a power cut, find either the
/// old content or the new.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let scratch = folder.join(format!(".new-{}", Uuid::new_v4().simple()));
    let written = write_new(&scratch, content).and_then(|()| fs::rename(&scratch, path));
    if written.is_err() {
        // Best effort: the error that counts is the one on its way to the caller.
        let _ = fs::remove_file(&scratch);
    }
    written
}

fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = private_file().write(true).create_new(true).open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

fn private_file() -> OpenOptions {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// How long another process may take for its few milliseconds of work; one that is
/// stopped in the midst of it must not stop us too.
const PATIENCE: Duration = Duration::from_secs(5);

/// Keeps other processes out until the answer is dropped.
///
/// The lock file stays for ever: removing it would let a third process lock a new
/// file of the same name while a second one waits on the old one.
pub fn lock(path: &Path) -> io::Result<File> {
    let file = private_file()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(2));
            }
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::TimedOut.into()),
            // A home on a file system without locks: going on alone risks a race
            // between two processes, refusing would lose every preference.
            Err(TryLockError::Error(error)) => {
                tracing::debug!(%error, "the private folder has no locks");
                return Ok(file);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::process::{Command, Stdio};
    use std::sync::Barrier;

    use super::*;

    fn home_with(system: System, variables: &[(&str, &str)]) -> io::Result<Home> {
        Home::from_variables(system, &|name| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn linux_follows_xdg() {
        let home = home_with(
            System::Xdg,
            &[
                ("HOME", "/home/ana"),
                ("XDG_CONFIG_HOME", "/cfg"),
                ("XDG_DATA_HOME", "rel"),
            ],
        )
        .unwrap();
        assert_eq!(home.config, Path::new("/cfg/kata-board"));
        assert_eq!(home.data, Path::new("/home/ana/.local/share/kata-board"));
        assert_eq!(home.cache, Path::new("/home/ana/.cache/kata-board"));
        assert_eq!(home.state, Path::new("/home/ana/.local/state/kata-board"));
    }

    #[test]
    fn macos_and_windows_have_their_places() {
        let mac = home_with(System::MacOs, &[("HOME", "/Users/ana")]).unwrap();
        assert_eq!(
            mac.data,
            Path::new("/Users/ana/Library/Application Support/kata-board/data")
        );
        assert_eq!(mac.cache, Path::new("/Users/ana/Library/Caches/kata-board"));
        let windows = home_with(
            System::Windows,
            &[("APPDATA", "/roaming"), ("LOCALAPPDATA", "/local")],
        )
        .unwrap();
        assert_eq!(windows.config, Path::new("/roaming/kata-board/config"));
        assert_eq!(windows.data, Path::new("/local/kata-board/data"));
    }

    #[test]
    fn one_variable_moves_everything() {
        let home = home_with(
            System::Xdg,
            &[("HOME", "/home/ana"), ("KATA_HOME", "/somewhere")],
        )
        .unwrap();
        assert_eq!(home, Home::at(Path::new("/somewhere")));
        let empty = home_with(System::Xdg, &[("HOME", "/home/ana"), ("KATA_HOME", "")]).unwrap();
        assert_eq!(empty.config, Path::new("/home/ana/.config/kata-board"));
        assert_eq!(
            home_with(System::Xdg, &[]).unwrap_err().kind(),
            io::ErrorKind::NotFound
        );
    }

    #[cfg(unix)]
    #[test]
    fn folders_are_made_on_demand_and_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(&root.path().join("deep/home"));
        assert!(!root.path().join("deep").exists());
        let data = home.data().unwrap();
        assert_eq!(
            fs::metadata(data).unwrap().permissions().mode() & 0o777,
            0o700
        );
        assert!(!home.config_path().exists());
    }

    #[test]
    fn the_device_id_stays_and_a_damaged_one_is_replaced() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        let first = home.device_id().unwrap();
        assert_eq!(home.device_id().unwrap(), first);
        fs::write(home.data().unwrap().join(DEVICE), "half an i").unwrap();
        let second = home.device_id().unwrap();
        assert_ne!(second, first);
        assert_eq!(home.device_id().unwrap(), second);
    }

    #[test]
    fn threads_that_race_get_one_device_id() {
        let root = tempfile::tempdir().unwrap();
        let home = Home::at(root.path());
        let start = Barrier::new(16);
        let ids: HashSet<[u8; 16]> = std::thread::scope(|scope| {
            let racers: Vec<_> = (0..16)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        home.device_id().unwrap()
                    })
                })
                .collect();
            racers
                .into_iter()
                .map(|racer| racer.join().unwrap())
                .collect()
        });
        assert_eq!(ids.len(), 1);
    }

    const RACER: &str = "KATA_TEST_DEVICE_RACER";

    /// The other process of the next test: fails unless it sees the id it is told
    /// on standard input after having asked for one.
    #[test]
    fn helper_races_for_the_device_id() {
        let Some(root) = std::env::var_os(RACER) else {
            return;
        };
        let id = Uuid::from_bytes(Home::at(Path::new(&root)).device_id().unwrap());
        let expected = io::read_to_string(io::stdin()).unwrap();
        assert_eq!(id.to_string(), expected);
    }

    #[test]
    fn processes_that_race_get_one_device_id() {
        let root = tempfile::tempdir().unwrap();
        let module = module_path!().split_once("::").unwrap().1;
        let helper = format!("{module}::helper_races_for_the_device_id");
        let mut racers: Vec<_> = (0..6)
            .map(|_| {
                Command::new(std::env::current_exe().unwrap())
                    .args(["--exact", &helper])
                    .env(RACER, root.path())
                    .stdin(Stdio::piped())
                    .stdout(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        let id = Uuid::from_bytes(Home::at(root.path()).device_id().unwrap()).to_string();
        for racer in &mut racers {
            racer
                .stdin
                .take()
                .unwrap()
                .write_all(id.as_bytes())
                .unwrap();
        }
        for racer in racers {
            let other = racer.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&other.stdout);
            assert!(
                other.status.success() && said.contains("1 passed"),
                "{said}"
            );
        }
    }
}
