//! What only macOS and other Unix systems can say about a path.

use std::path::Path;

use super::Place;
pub(super) use super::unix::{file_id, is_writable, names_of};

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
