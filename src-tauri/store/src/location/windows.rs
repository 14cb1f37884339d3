//! What only Windows can say about a path.

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

/// An open file cannot be replaced there.
pub(super) fn file_id(_found: &Metadata) -> Option<super::FileId> {
    None
}

pub(super) fn is_writable(_path: &Path, found: &Metadata) -> bool {
    !found.permissions().readonly()
}
