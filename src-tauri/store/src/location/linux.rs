//! What only Linux can say about a path.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::Place;
pub(super) use super::unix::{file_id, is_writable, names_of};

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
