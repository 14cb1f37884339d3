//! What every Unix says about a file alike.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

pub(super) fn names_of(found: &Metadata) -> u64 {
    found.nlink()
}

pub(super) fn file_id(found: &Metadata) -> Option<super::FileId> {
    Some((found.dev(), found.ino()))
}

pub(super) fn is_writable(path: &Path, _found: &Metadata) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}
