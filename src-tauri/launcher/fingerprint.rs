//! Knowing whether anything changed since the last time, by content and not by date.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// One value for the names and contents of all files in `paths`; `skip` leaves out by name.
pub fn of(paths: &[PathBuf], skip: fn(&str) -> bool) -> io::Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, skip, &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Whether the mark holds this value.
pub fn matches(mark: &Path, value: &str) -> bool {
    fs::read_to_string(mark).is_ok_and(|text| text == value)
}

/// Writes the mark.
pub fn keep(mark: &Path, value: &str) -> io::Result<()> {
    if let Some(folder) = mark.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(mark, value)
}

fn collect(path: &Path, skip: fn(&str) -> bool, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path
        .file_name()
        .is_some_and(|name| skip(&name.to_string_lossy()))
    {
        return Ok(());
    }
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), skip, files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(folder: &Path) -> String {
        of(&[folder.to_owned()], |name| name == "dist").unwrap()
    }

    #[test]
    fn names_and_contents_count_and_skipped_names_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a"), "one").unwrap();
        let first = value(root);
        fs::create_dir(root.join("dist")).unwrap();
        fs::write(root.join("dist/b"), "built").unwrap();
        assert_eq!(value(root), first);
        fs::write(root.join("a"), "two").unwrap();
        let second = value(root);
        assert_ne!(second, first);
        fs::rename(root.join("a"), root.join("c")).unwrap();
        assert_ne!(value(root), second);
    }

    #[test]
    fn a_mark_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("deep/mark");
        assert!(!matches(&mark, "x"));
        keep(&mark, "x").unwrap();
        assert!(matches(&mark, "x"));
        assert!(!matches(&mark, "y"));
    }
}
