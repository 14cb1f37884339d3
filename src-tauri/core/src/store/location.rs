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

/// The kind of place `folder` is. Expects a canonical path.
pub fn place_of(folder: &Path) -> Place {
    match sync_service(folder) {
        Some(service) => Place::Synced { service },
        None => system::file_system(folder),
    }
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
    // A link that leads nowhere also counts as "not found", but a board made at
    // its name would lie somewhere else than its path says.
    if fs::symlink_metadata(path).is_ok() {
        return Err(LocationError::Unreachable(missing));
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

/// Locks on ranges of bytes that belong to one open file, not to the process.
///
/// The classic POSIX locks cannot be used next to SQLite or twice in a process:
/// they vanish when any descriptor of the file is closed.
pub(crate) mod byte_lock {
    use std::fs::File;
    use std::io;

    /// A range of bytes, which may lie beyond the end of the file.
    #[derive(Debug, Clone, Copy)]
    pub(crate) struct Range {
        pub(crate) offset: u64,
        pub(crate) length: u64,
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Kind {
        Shared,
        Exclusive,
    }

    /// Takes a lock without waiting; `false` if another open file stands against it.
    pub(crate) fn try_lock(file: &File, range: Range, kind: Kind) -> io::Result<bool> {
        match sys::lock(file, range, kind) {
            Ok(()) => Ok(true),
            Err(error) if sys::is_denial(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Gives a lock back; closing the file does the same.
    pub(crate) fn unlock(file: &File, range: Range) -> io::Result<()> {
        sys::unlock(file, range)
    }

    #[cfg(unix)]
    mod sys {
        use std::fs::File;
        use std::io;
        use std::os::fd::AsRawFd;

        use super::{Kind, Range};

        #[cfg(target_os = "linux")]
        const SET_LOCK: libc::c_int = libc::F_OFD_SETLK;
        /// From Apple's `sys/fcntl.h`; the libc crate does not name it.
        #[cfg(target_os = "macos")]
        const SET_LOCK: libc::c_int = 90;
        /// Other systems know only the locks of a whole process.
        #[cfg(not(any(target_os = "linux", target_os = "macos")))]
        const SET_LOCK: libc::c_int = libc::F_SETLK;

        pub(super) fn lock(file: &File, range: Range, kind: Kind) -> io::Result<()> {
            set(
                file,
                range,
                match kind {
                    Kind::Shared => libc::F_RDLCK,
                    Kind::Exclusive => libc::F_WRLCK,
                } as libc::c_short,
            )
        }

        pub(super) fn unlock(file: &File, range: Range) -> io::Result<()> {
            set(file, range, libc::F_UNLCK as libc::c_short)
        }

        pub(super) fn is_denial(error: &io::Error) -> bool {
            matches!(error.raw_os_error(), Some(libc::EAGAIN | libc::EACCES))
        }

        fn set(file: &File, range: Range, kind: libc::c_short) -> io::Result<()> {
            let too_far = |_| io::Error::from(io::ErrorKind::InvalidInput);
            let start = libc::off_t::try_from(range.offset).map_err(too_far)?;
            let length = libc::off_t::try_from(range.length).map_err(too_far)?;
            loop {
                match fcntl_set(file, kind, start, length) {
                    // A network file system may be interrupted even without waiting.
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    done => return done,
                }
            }
        }

        #[allow(unsafe_code)]
        fn fcntl_set(
            file: &File,
            kind: libc::c_short,
            start: libc::off_t,
            length: libc::off_t,
        ) -> io::Result<()> {
            // SAFETY: `flock` is plain old data for which all zeroes is a valid value.
            let mut request: libc::flock = unsafe { std::mem::zeroed() };
            request.l_type = kind;
            request.l_whence = libc::SEEK_SET as libc::c_short;
            request.l_start = start;
            request.l_len = length;
            // SAFETY: the descriptor is open while `file` is borrowed, and the call
            // only reads `request`, which outlives it.
            let answer = unsafe { libc::fcntl(file.as_raw_fd(), SET_LOCK, &raw const request) };
            if answer == -1 {
                Err(io::Error::last_os_error())
            } else {
                Ok(())
            }
        }
    }

    #[cfg(windows)]
    mod sys {
        use std::ffi::c_void;
        use std::fs::File;
        use std::io;
        use std::os::windows::io::AsRawHandle;

        use super::{Kind, Range};

        const FAIL_IMMEDIATELY: u32 = 1;
        const EXCLUSIVE: u32 = 2;
        const ERROR_LOCK_VIOLATION: i32 = 33;
        const ERROR_IO_PENDING: i32 = 997;

        /// The system's `OVERLAPPED`, here only the carrier of an offset.
        #[repr(C)]
        struct Overlapped {
            internal: usize,
            internal_high: usize,
            offset: u32,
            offset_high: u32,
            event: *mut c_void,
        }

        #[allow(unsafe_code)]
        #[link(name = "kernel32")]
        unsafe extern "system" {
            fn LockFileEx(
                file: *mut c_void,
                flags: u32,
                reserved: u32,
                low: u32,
                high: u32,
                at: *mut Overlapped,
            ) -> i32;
            fn UnlockFileEx(
                file: *mut c_void,
                reserved: u32,
                low: u32,
                high: u32,
                at: *mut Overlapped,
            ) -> i32;
        }

        #[allow(unsafe_code)]
        pub(super) fn lock(file: &File, range: Range, kind: Kind) -> io::Result<()> {
            let flags = FAIL_IMMEDIATELY
                | if kind == Kind::Exclusive {
                    EXCLUSIVE
                } else {
                    0
                };
            let (low, high) = halves(range.length);
            let mut at = overlapped(range.offset);
            // SAFETY: the handle is open while `file` is borrowed; `at` outlives the
            // call, which does not return before it is done since the handle is synchronous.
            answer(unsafe { LockFileEx(file.as_raw_handle(), flags, 0, low, high, &raw mut at) })
        }

        #[allow(unsafe_code)]
        pub(super) fn unlock(file: &File, range: Range) -> io::Result<()> {
            let (low, high) = halves(range.length);
            let mut at = overlapped(range.offset);
            // SAFETY: as in `lock`.
            answer(unsafe { UnlockFileEx(file.as_raw_handle(), 0, low, high, &raw mut at) })
        }

        pub(super) fn is_denial(error: &io::Error) -> bool {
            matches!(
                error.raw_os_error(),
                Some(ERROR_LOCK_VIOLATION | ERROR_IO_PENDING)
            )
        }

        fn overlapped(offset: u64) -> Overlapped {
            let (offset, offset_high) = halves(offset);
            Overlapped {
                internal: 0,
                internal_high: 0,
                offset,
                offset_high,
                event: std::ptr::null_mut(),
            }
        }

        fn halves(number: u64) -> (u32, u32) {
            (number as u32, (number >> 32) as u32)
        }

        fn answer(code: i32) -> io::Result<()> {
            if code == 0 {
                Err(io::Error::last_os_error())
            } else {
                Ok(())
            }
        }
    }
}

/// What only the operating system can say about a path.
#[cfg(target_os = "linux")]
mod system {
    use std::fs;
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;

    use super::Place;
    pub(super) use super::unix::{is_writable, names_of};

    /// The kind of file system by the number it carries (statfs(2) and linux/magic.h).
    pub(super) fn file_system(folder: &Path) -> Place {
        match rustix::fs::statfs(folder) {
            Ok(found) => match found.f_type as u32 {
                0x65735546 => fuse(folder),
                magic => by_magic(magic),
            },
            Err(_) => Place::Unknown,
        }
    }

    fn by_magic(magic: u32) -> Place {
        match magic {
            0x6969 => Place::Nfs,
            0xFF53_4D42 | 0xFE53_4D42 | 0x517B => Place::Smb,
            0xEF53 // ext2, ext3, ext4
            | 0x5846_5342 // xfs
            | 0x9123_683E // btrfs
            | 0xCA45_1A4E // bcachefs
            | 0x2FC1_2FC1 // zfs
            | 0xF2F5_2010 // f2fs
            | 0x3153_464A // jfs
            | 0x0102_1994 // tmpfs
            | 0x8584_58F6 // ramfs
            | 0x794C_7630 // overlayfs
            | 0x5346_544E | 0x7366_746E // ntfs, ntfs3
            | 0x4D44 | 0x2011_BAB0 // vfat, exfat
            | 0x4244 | 0x482B // hfs, hfs+
            | 0x9660 | 0x7371_7368 // iso9660, squashfs
            => Place::Local,
            _ => Place::Unknown,
        }
    }

    /// FUSE carries everything from a disk's NTFS to WebDAV; the mount table tells which.
    fn fuse(folder: &Path) -> Place {
        // GVFS shows all its mounts as folders of one file system.
        let in_dav = folder.iter().any(|part| {
            part.to_str()
                .is_some_and(|part| part.starts_with("dav:host=") || part.starts_with("davs:host="))
        });
        if in_dav {
            return Place::WebDav;
        }
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let device = fs::metadata(folder)
            .map(|found| found.dev())
            .unwrap_or_default();
        fuse_by_mount(
            &mounts,
            rustix::fs::major(device),
            rustix::fs::minor(device),
        )
    }

    fn fuse_by_mount(mounts: &str, major: u32, minor: u32) -> Place {
        let device = format!("{major}:{minor}");
        let mount = mounts
            .lines()
            .find(|line| line.split(' ').nth(2) == Some(&device));
        let Some((_, kind_and_source)) = mount.and_then(|line| line.split_once(" - ")) else {
            return Place::Fuse;
        };
        let mut words = kind_and_source.split(' ');
        match (words.next(), words.next()) {
            (Some("fuseblk"), _) => Place::Local,
            (Some("fuse.davfs" | "fuse.davfs2"), _) => Place::WebDav,
            (Some("fuse"), Some(source)) if source.starts_with("http") => Place::WebDav,
            _ => Place::Fuse,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn file_systems_are_known_by_their_number() {
            assert_eq!(by_magic(0x6969), Place::Nfs);
            assert_eq!(by_magic(0xFF53_4D42), Place::Smb);
            assert_eq!(by_magic(0xFE53_4D42), Place::Smb);
            assert_eq!(by_magic(0xEF53), Place::Local);
            assert_eq!(by_magic(0x0102_1997), Place::Unknown);
        }

        #[test]
        fn the_mount_table_tells_what_fuse_carries() {
            let mounts = "36 35 0:52 / /mnt/a rw - fuse.sshfs ana@host:/ rw\n\
                          37 35 0:53 / /mnt/b rw shared:1 - fuse https://cloud.example/dav rw\n\
                          38 35 8:17 / /mnt/c rw - fuseblk /dev/sdb1 rw\n";
            assert_eq!(fuse_by_mount(mounts, 0, 52), Place::Fuse);
            assert_eq!(fuse_by_mount(mounts, 0, 53), Place::WebDav);
            assert_eq!(fuse_by_mount(mounts, 8, 17), Place::Local);
            assert_eq!(fuse_by_mount(mounts, 0, 99), Place::Fuse);
            assert_eq!(fuse_by_mount("nonsense", 0, 52), Place::Fuse);
        }
    }
}

/// What only the operating system can say about a path.
#[cfg(all(unix, not(target_os = "linux")))]
mod system {
    use std::path::Path;

    use super::Place;
    pub(super) use super::unix::{is_writable, names_of};

    #[cfg(target_os = "macos")]
    pub(super) fn file_system(folder: &Path) -> Place {
        let Ok(found) = rustix::fs::statfs(folder) else {
            return Place::Unknown;
        };
        let name: Vec<u8> = found
            .f_fstypename
            .iter()
            .take_while(|byte| **byte != 0)
            .map(|byte| *byte as u8)
            .collect();
        match name.as_slice() {
            b"apfs" | b"hfs" | b"exfat" | b"msdos" | b"ntfs" => Place::Local,
            b"smbfs" => Place::Smb,
            b"nfs" => Place::Nfs,
            b"webdav" => Place::WebDav,
            b"macfuse" | b"osxfuse" | b"fusefs" => Place::Fuse,
            _ => Place::Unknown,
        }
    }

    #[cfg(not(target_os = "macos"))]
    pub(super) fn file_system(_folder: &Path) -> Place {
        Place::Unknown
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::Metadata;
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;

    pub(super) fn names_of(found: &Metadata) -> u64 {
        found.nlink()
    }

    pub(super) fn is_writable(path: &Path, _found: &Metadata) -> bool {
        rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
    }
}

/// What only the operating system can say about a path.
#[cfg(windows)]
mod system {
    use std::fs::Metadata;
    use std::os::windows::ffi::OsStrExt;
    use std::path::{Component, Path, Prefix};

    use super::Place;

    const DRIVE_REMOVABLE: u32 = 2;
    const DRIVE_FIXED: u32 = 3;
    const DRIVE_REMOTE: u32 = 4;
    const DRIVE_RAMDISK: u32 = 6;

    #[allow(unsafe_code)]
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetDriveTypeW(root: *const u16) -> u32;
    }

    pub(super) fn file_system(folder: &Path) -> Place {
        let Some(Component::Prefix(prefix)) = folder.components().next() else {
            return Place::Unknown;
        };
        match prefix.kind() {
            Prefix::UNC(server, share) | Prefix::VerbatimUNC(server, share) => {
                let is_dav = share.eq_ignore_ascii_case("DavWWWRoot")
                    || server
                        .to_string_lossy()
                        .to_ascii_uppercase()
                        .contains("@SSL");
                if is_dav { Place::WebDav } else { Place::Smb }
            }
            Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => match drive_type(letter) {
                DRIVE_FIXED | DRIVE_REMOVABLE | DRIVE_RAMDISK => Place::Local,
                DRIVE_REMOTE => Place::Smb,
                _ => Place::Unknown,
            },
            _ => Place::Unknown,
        }
    }

    #[allow(unsafe_code)]
    fn drive_type(letter: u8) -> u32 {
        let root = format!("{}:\\\0", char::from(letter));
        let root: Vec<u16> = std::ffi::OsStr::new(&root).encode_wide().collect();
        // SAFETY: `root` ends with a zero and outlives the call.
        unsafe { GetDriveTypeW(root.as_ptr()) }
    }

    /// Counting names is not in stable Rust here; SQLite's Windows locks are
    /// mandatory, which leaves two journals as the only danger of a hard link.
    pub(super) fn names_of(_found: &Metadata) -> u64 {
        1
    }

    pub(super) fn is_writable(_path: &Path, found: &Metadata) -> bool {
        !found.permissions().readonly()
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
