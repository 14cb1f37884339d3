//! Where a board lies, and whether that place may be written.
//!
//! Owns the question asked before SQLite opens a board: the canonical path, the
//! kind of place (local disk, share, synced folder) and a test of the place's
//! locks on a scratch file. Its answer is an [`Access`]; what to do with it is
//! the opener's matter.
//!
//! The law here is that nothing but SQLite ever opens a board's path: closing any
//! descriptor of a file drops all POSIX locks this process holds on it, and with
//! them a colleague's save. So a board is only looked at (`stat`, `access`,
//! `statfs` of its folder), and locks are tried out on a file of our own.

pub mod byte_lock;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(all(unix, not(target_os = "linux")), path = "other_unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod system;
#[cfg(unix)]
mod unix;

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is known of a board's place before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The one path that every process derives from every way of naming the file.
    pub path: PathBuf,
    /// The kind of place.
    pub place: Place,
    /// How the locks of the folder behaved.
    pub lock_test: LockTest,
    /// Whether the board may be written, with the reason if not.
    pub access: Access,
}

/// A path that cannot be a board at all.
#[derive(Debug, thiserror::Error)]
pub enum LocationError {
    /// The folder is missing or may not be entered, or a link leads nowhere.
    #[error("the place cannot be reached: {0}")]
    Unreachable(#[source] io::Error),
    /// A folder, a device or a pipe.
    #[error("this is not a file")]
    NotAFile,
    /// SQLite names the journal after the path, so that two names of one file
    /// have two journals and neither repairs the other's interrupted save.
    #[error("the file has {count} names (hard links)")]
    HardLinked {
        /// How many names the file has.
        count: u64,
    },
}

/// The kind of place a file lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Place {
    /// A disk of this machine.
    Local,
    /// A Windows share (SMB, CIFS).
    Smb,
    /// An NFS share.
    Nfs,
    /// A file system in user space: sshfs, rclone, GVFS and the like.
    Fuse,
    /// A WebDAV mount, which has no locks that count.
    WebDav,
    /// A folder that a sync client copies behind our back.
    Synced {
        /// Whose client it is.
        service: SyncService,
    },
    /// A file system we know nothing about; the lock test decides.
    Unknown,
}

impl Place {
    /// Whether only this machine reaches the place and nobody copies it meanwhile.
    pub fn is_local(self) -> bool {
        self == Place::Local
    }
}

/// A sync client, known by the marks it leaves in its folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum SyncService {
    /// Dropbox.
    Dropbox,
    /// Microsoft OneDrive.
    OneDrive,
    /// Apple's iCloud Drive.
    ICloud,
    /// Google Drive.
    GoogleDrive,
    /// Syncthing.
    Syncthing,
    /// Nextcloud or ownCloud.
    Nextcloud,
    /// A provider that the system mounts for another service.
    Other,
}

/// How the locks of a folder behaved on a scratch file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum LockTest {
    /// As SQLite needs them.
    Works,
    /// A shared lock cannot become exclusive in place (Linux on SMB): SQLite's
    /// stock file layer cannot commit here.
    UpgradeRefused,
    /// A second descriptor got what the first one held, or there are no locks.
    NoLocks,
    /// No file can be made in the folder, so no journal either.
    NotWritable,
}

/// Whether a board may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It may.
    ReadWrite,
    /// It may only be read.
    ReadOnly(ReadOnlyReason),
}

/// Why a board may only be read. The catalogue has a sentence for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", tag = "reason")]
pub enum ReadOnlyReason {
    /// A sync client would copy a half-written file.
    SyncedFolder {
        /// Whose client it is.
        service: SyncService,
    },
    /// WebDAV has no locks that count.
    WebDav,
    /// The place has no working locks.
    NoLocks,
    /// The place's locks cannot be upgraded, which SQLite needs.
    LockUpgradeRefused,
    /// The folder cannot be written, so no journal can be made.
    FolderNotWritable,
    /// The file itself is write-protected.
    FileNotWritable,
}

/// Looks at the place of the board at `path`, which need not exist yet.
pub fn locate(path: &Path) -> Result<Location, LocationError> {
    let path = resolve(path)?;
    let folder = path.parent().ok_or(LocationError::NotAFile)?;
    let place = place_of(folder);
    let lock_test = test_locks(folder);
    let access = match verdict(place, lock_test) {
        Access::ReadWrite if !is_writable(&path) => {
            Access::ReadOnly(ReadOnlyReason::FileNotWritable)
        }
        access => access,
    };
    Ok(Location {
        path,
        place,
        lock_test,
        access,
    })
}

/// Whether a board may be written in such a place with such locks.
///
/// An unknown or FUSE place with working locks is trusted so far; presence goes
/// on watching whether the locks hold between machines.
pub fn verdict(place: Place, lock_test: LockTest) -> Access {
    match (place, lock_test) {
        (Place::Synced { service }, _) => {
            Access::ReadOnly(ReadOnlyReason::SyncedFolder { service })
        }
        (Place::WebDav, _) => Access::ReadOnly(ReadOnlyReason::WebDav),
        (_, LockTest::NotWritable) => Access::ReadOnly(ReadOnlyReason::FolderNotWritable),
        (_, LockTest::NoLocks) => Access::ReadOnly(ReadOnlyReason::NoLocks),
        (_, LockTest::UpgradeRefused) => Access::ReadOnly(ReadOnlyReason::LockUpgradeRefused),
        (_, LockTest::Works) => Access::ReadWrite,
    }
}

/// What a board may expect of its place without anything being tried there: locks are taken to
/// work. None where nothing answers.
pub fn expected(path: &Path) -> Option<Access> {
    let path = resolve(path).ok()?;
    let place = place_of(path.parent()?);
    Some(match verdict(place, LockTest::Works) {
        Access::ReadWrite if !is_writable(&path) => {
            Access::ReadOnly(ReadOnlyReason::FileNotWritable)
        }
        access => access,
    })
}

/// The kind of place `folder` is. Expects a canonical path.
pub fn place_of(folder: &Path) -> Place {
    match sync_service(folder) {
        Some(service) => Place::Synced { service },
        None => system::file_system(folder),
    }
}

/// Which file lies at a path: another one after a restore or a copy under the same name.
pub(super) type FileId = (u64, u64);

/// Which file lies at the path now; none where nothing answers, or the system does not say.
pub(super) fn file_id(path: &Path) -> Option<FileId> {
    system::file_id(&fs::metadata(path).ok()?)
}

/// The canonical path of a regular file with one name, or of one yet to be made.
fn resolve(path: &Path) -> Result<PathBuf, LocationError> {
    let canonical = match fs::canonicalize(path) {
        Ok(canonical) => canonical,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return resolve_new(path, error),
        Err(error) => return Err(LocationError::Unreachable(error)),
    };
    let found = fs::metadata(&canonical).map_err(LocationError::Unreachable)?;
    if !found.is_file() {
        return Err(LocationError::NotAFile);
    }
    match system::names_of(&found) {
        0 | 1 => Ok(canonical),
        count => Err(LocationError::HardLinked { count }),
    }
}

fn resolve_new(path: &Path, missing: io::Error) -> Result<PathBuf, LocationError> {
    match fs::symlink_metadata(path) {
        // A link that leads nowhere also counts as "not found", but a board made at
        // its name would lie somewhere else than its path says.
        Ok(found) if found.is_symlink() => return Err(LocationError::Unreachable(missing)),
        // Somebody made it since it was looked for.
        Ok(_) => return resolve(path),
        Err(_) => {}
    }
    let name = path.file_name().ok_or(LocationError::NotAFile)?;
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).map_err(LocationError::Unreachable)?;
    Ok(folder.join(name))
}

/// Whether an existing file may be written, found out without opening it.
fn is_writable(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(found) => system::is_writable(path, &found),
        // Not made yet: the folder's answer holds.
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

// ---- Synced folders -------------------------------------------------------------

/// The sync client that has `folder` or a folder above it in its care.
fn sync_service(folder: &Path) -> Option<SyncService> {
    folder
        .ancestors()
        .find_map(|folder| service_by_name(folder).or_else(|| service_by_marks(folder)))
}

/// Clients whose folders have a fixed name or place.
fn service_by_name(folder: &Path) -> Option<SyncService> {
    let name = folder.file_name()?.to_str()?;
    let parent = folder
        .parent()
        .and_then(Path::file_name)
        .and_then(OsStr::to_str);
    match (parent, name) {
        (Some("Library"), "Mobile Documents") => Some(SyncService::ICloud),
        (Some("CloudStorage"), provider) => Some(service_of_provider(provider)),
        (_, "iCloudDrive") => Some(SyncService::ICloud),
        (_, "OneDrive") => Some(SyncService::OneDrive),
        (_, name) if name.starts_with("OneDrive - ") => Some(SyncService::OneDrive),
        _ => None,
    }
}

/// The service of a folder in macOS's `~/Library/CloudStorage`, for example
/// `GoogleDrive-ana@example.org`.
fn service_of_provider(folder: &str) -> SyncService {
    match folder.split('-').next() {
        Some("Dropbox") => SyncService::Dropbox,
        Some("OneDrive") => SyncService::OneDrive,
        Some("GoogleDrive") => SyncService::GoogleDrive,
        Some("Nextcloud" | "ownCloud") => SyncService::Nextcloud,
        _ => SyncService::Other,
    }
}

/// Clients that leave a file or folder of theirs in what they sync.
fn service_by_marks(folder: &Path) -> Option<SyncService> {
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let name = entry.file_name();
        // `~/.dropbox` is a folder, Dropbox's own settings; in a synced folder it is a file.
        let is_folder = || entry.file_type().is_ok_and(|kind| kind.is_dir());
        service_of_mark(name.to_str()?, is_folder)
    })
}

fn service_of_mark(name: &str, is_folder: impl Fn() -> bool) -> Option<SyncService> {
    match name {
        ".stfolder" => Some(SyncService::Syncthing),
        ".dropbox.cache" => Some(SyncService::Dropbox),
        ".dropbox" if !is_folder() => Some(SyncService::Dropbox),
        // OneDrive marks the root of a synced folder with this name on every Windows.
        ".849C9593-D756-4E56-8D6E-42412F2A707B" => Some(SyncService::OneDrive),
        ".tmp.drivedownload" | ".tmp.driveupload" => Some(SyncService::GoogleDrive),
        ".owncloudsync.log" | ".nextcloudsync.log" => Some(SyncService::Nextcloud),
        name if is_nextcloud_journal(name) => Some(SyncService::Nextcloud),
        _ => None,
    }
}

/// `.sync_1a2b3c4d5e6f.db`, in older clients `._sync_….db`.
fn is_nextcloud_journal(name: &str) -> bool {
    name.strip_suffix(".db")
        .and_then(|name| {
            name.strip_prefix(".sync_")
                .or_else(|| name.strip_prefix("._sync_"))
        })
        .is_some_and(|hash| !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

// ---- Lock test ------------------------------------------------------------------

/// SQLite's own range of lock bytes, so that the test asks what SQLite will ask.
const TESTED: byte_lock::Range = byte_lock::Range {
    offset: (1 << 30) + 2,
    length: 510,
};

/// Tries the locks of `folder` on a scratch file, which is gone afterwards.
pub fn test_locks(folder: &Path) -> LockTest {
    match Scratch::make(folder) {
        Ok(scratch) => scratch
            .open_again()
            .map_or(LockTest::NotWritable, |second| {
                try_out(&scratch.file, &second).unwrap_or(LockTest::NoLocks)
            }),
        Err(_) => LockTest::NotWritable,
    }
}

/// Any error means that the place does not keep locks.
fn try_out(first: &File, second: &File) -> io::Result<LockTest> {
    use byte_lock::{Kind, try_lock, unlock};
    if !try_lock(first, TESTED, Kind::Shared)? {
        return Ok(LockTest::NoLocks);
    }
    // SQLite's Windows file layer unlocks before it locks exclusively, since a
    // lock there never changes its kind in place.
    let upgraded = !cfg!(windows) && try_lock(first, TESTED, Kind::Exclusive)?;
    if !upgraded {
        unlock(first, TESTED)?;
        if !try_lock(first, TESTED, Kind::Exclusive)? {
            return Ok(LockTest::NoLocks);
        }
    }
    for kind in [Kind::Shared, Kind::Exclusive] {
        if try_lock(second, TESTED, kind)? {
            return Ok(LockTest::NoLocks);
        }
    }
    unlock(first, TESTED)?;
    Ok(if upgraded || cfg!(windows) {
        LockTest::Works
    } else {
        LockTest::UpgradeRefused
    })
}

/// A file of our own next to the board, removed when dropped.
struct Scratch {
    path: PathBuf,
    file: File,
}

impl Scratch {
    fn make(folder: &Path) -> io::Result<Scratch> {
        let path = folder.join(format!(".kata-locktest-{}", uuid::Uuid::new_v4().simple()));
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(&path)?;
        Ok(Scratch { path, file })
    }

    /// A second open file description: another process would get the same answers.
    fn open_again(&self) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).open(&self.path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::debug!(%error, path = %self.path.display(), "a lock test's file stayed behind");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    fn names_in(folder: &Path) -> Vec<String> {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_board_on_a_local_disk_may_be_written_and_the_test_leaves_nothing() {
        let folder = folder();
        let path = folder.path().join("a.kata");
        fs::write(&path, "x").unwrap();
        let found = locate(&path).unwrap();
        assert_eq!(found.path, path.canonicalize().unwrap());
        assert_eq!(found.lock_test, LockTest::Works);
        assert_eq!(found.access, Access::ReadWrite);
        assert_eq!(names_in(folder.path()), ["a.kata"]);
    }

    #[test]
    fn a_board_may_be_located_before_it_is_made() {
        let folder = folder();
        let found = locate(&folder.path().join("./new.kata")).unwrap();
        assert_eq!(
            found.path,
            folder.path().canonicalize().unwrap().join("new.kata")
        );
        assert_eq!(found.access, Access::ReadWrite);
        assert!(names_in(folder.path()).is_empty());
    }

    #[test]
    fn a_board_that_somebody_else_makes_meanwhile_is_found() {
        let folder = folder();
        let path = folder.path().canonicalize().unwrap().join("ops.kata");
        fs::write(&path, "").unwrap();
        let found = resolve_new(&path, io::ErrorKind::NotFound.into());
        assert_eq!(found.unwrap(), path);
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let folder = folder();
        assert!(matches!(
            locate(folder.path()),
            Err(LocationError::NotAFile)
        ));
        let nowhere = folder.path().join("no/where.kata");
        assert!(matches!(
            locate(&nowhere),
            Err(LocationError::Unreachable(_))
        ));
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_to_one_path_and_hard_links_are_refused() {
        let folder = folder();
        let path = folder.path().join("a.kata");
        fs::write(&path, "x").unwrap();
        let link = folder.path().join("link.kata");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(locate(&link).unwrap().path, locate(&path).unwrap().path);

        fs::hard_link(&path, folder.path().join("second.kata")).unwrap();
        assert!(matches!(
            locate(&path),
            Err(LocationError::HardLinked { count: 2 })
        ));

        fs::remove_file(&path).unwrap();
        assert!(matches!(locate(&link), Err(LocationError::Unreachable(_))));
    }

    #[test]
    fn synced_folders_are_known_by_their_marks_also_from_below() {
        let cases = [
            (".stfolder", SyncService::Syncthing),
            (".sync_0a1b2c3d4e5f.db", SyncService::Nextcloud),
            ("._sync_0a1b2c3d4e5f.db", SyncService::Nextcloud),
            (".dropbox", SyncService::Dropbox),
            (
                ".849C9593-D756-4E56-8D6E-42412F2A707B",
                SyncService::OneDrive,
            ),
            (".tmp.drivedownload", SyncService::GoogleDrive),
        ];
        for (mark, service) in cases {
            let folder = folder();
            fs::write(folder.path().join(mark), "").unwrap();
            let below = folder.path().join("teams/assembly");
            fs::create_dir_all(&below).unwrap();
            assert_eq!(place_of(&below), Place::Synced { service }, "{mark}");
            let access = locate(&below.join("a.kata")).unwrap().access;
            assert_eq!(
                access,
                Access::ReadOnly(ReadOnlyReason::SyncedFolder { service })
            );
            assert_eq!(expected(&below.join("a.kata")), Some(access));
            assert_eq!(expected(&below.join("gone/a.kata")), None);
        }
    }

    #[test]
    fn what_only_looks_like_a_mark_is_none() {
        let folder = folder();
        fs::create_dir(folder.path().join(".dropbox")).unwrap();
        fs::write(folder.path().join(".sync_.db"), "").unwrap();
        fs::write(folder.path().join(".sync_notes.db"), "").unwrap();
        assert_eq!(sync_service(folder.path()), None);
    }

    #[test]
    fn some_synced_folders_are_known_by_their_names() {
        let service = |path: &str| sync_service(Path::new(path));
        assert_eq!(
            service("/home/ana/OneDrive - Firm/x"),
            Some(SyncService::OneDrive)
        );
        assert_eq!(
            service("/Users/a/Library/Mobile Documents/com~apple/x"),
            Some(SyncService::ICloud)
        );
        assert_eq!(
            service("/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/x"),
            Some(SyncService::GoogleDrive)
        );
        assert_eq!(
            service("/Users/a/Library/CloudStorage/Box-Box"),
            Some(SyncService::Other)
        );
        assert_eq!(service("/home/ana/OneDriven"), None);
    }

    #[test]
    fn the_verdict_names_the_reason() {
        let read_only = Access::ReadOnly;
        assert_eq!(verdict(Place::Local, LockTest::Works), Access::ReadWrite);
        assert_eq!(verdict(Place::Unknown, LockTest::Works), Access::ReadWrite);
        assert_eq!(
            verdict(Place::Smb, LockTest::UpgradeRefused),
            read_only(ReadOnlyReason::LockUpgradeRefused)
        );
        assert_eq!(
            verdict(Place::Nfs, LockTest::NoLocks),
            read_only(ReadOnlyReason::NoLocks)
        );
        assert_eq!(
            verdict(Place::Local, LockTest::NotWritable),
            read_only(ReadOnlyReason::FolderNotWritable)
        );
        assert_eq!(
            verdict(Place::WebDav, LockTest::Works),
            read_only(ReadOnlyReason::WebDav)
        );
    }

    #[test]
    fn a_folder_in_which_nothing_can_be_made_is_said_to_be_so() {
        let folder = folder();
        assert_eq!(
            test_locks(&folder.path().join("missing")),
            LockTest::NotWritable
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_write_protected_board_is_read_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("a.kata");
        fs::write(&path, "x").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        // Root may write everything, and then the file is not protected from us.
        let protected = rustix::fs::access(&path, rustix::fs::Access::WRITE_OK).is_err();
        let expected = if protected {
            Access::ReadOnly(ReadOnlyReason::FileNotWritable)
        } else {
            Access::ReadWrite
        };
        assert_eq!(locate(&path).unwrap().access, expected);
    }

    #[test]
    fn locks_belong_to_the_open_file_and_survive_the_closing_of_another() {
        use byte_lock::{Kind, try_lock};
        let folder = folder();
        let scratch = Scratch::make(folder.path()).unwrap();
        assert!(try_lock(&scratch.file, TESTED, Kind::Exclusive).unwrap());
        drop(scratch.open_again().unwrap());
        let second = scratch.open_again().unwrap();
        assert!(!try_lock(&second, TESTED, Kind::Shared).unwrap());
    }

    const HELD_BOARD: &str = "KATA_TEST_HELD_BOARD";

    /// The other process of the next test: tells whether it could write.
    #[test]
    fn helper_tries_to_write_the_board() {
        let Some(path) = std::env::var_os(HELD_BOARD) else {
            return;
        };
        let connection = rusqlite::Connection::open(path).unwrap();
        connection.busy_timeout(std::time::Duration::ZERO).unwrap();
        let denied = connection.execute_batch("BEGIN IMMEDIATE").is_err();
        assert!(denied, "the lock on the board was lost");
    }

    #[test]
    fn locating_a_board_leaves_sqlites_locks_alone() {
        let folder = folder();
        let path = folder.path().join("a.kata");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection
            .execute_batch("CREATE TABLE t(x); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)")
            .unwrap();
        locate(&path).unwrap();
        let module = module_path!().split_once("::").unwrap().1;
        let other = std::process::Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                &format!("{module}::helper_tries_to_write_the_board"),
            ])
            .env(HELD_BOARD, &path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&other.stdout);
        assert!(
            other.status.success() && said.contains("1 passed"),
            "{said}"
        );
        connection.execute_batch("COMMIT").unwrap();
    }
}
