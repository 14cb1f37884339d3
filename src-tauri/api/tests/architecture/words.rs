//! Words that code on a floor must not use: what reads a clock, makes chance, opens a file.

use super::modules::Crate;
use super::root;

/// Rules get time and ids from their context; nothing below reads a clock by itself.
#[test]
fn the_domain_reads_no_clock_and_no_file_and_makes_no_random_number() {
    let domain = Crate::read(&root().join("domain/src"));
    for path in [
        &["SystemTime", "now"][..],
        &["Instant", "now"],
        &["Utc", "now"],
        &["Local", "now"],
        &["Uuid", "now_v7"],
        &["Uuid", "new_v4"],
        &["std", "fs"],
        &["rand"],
    ] {
        assert!(!domain.names(path), "{path:?}");
    }
}

/// One `File::open` of a board in this process drops SQLite's locks, and with them a colleague's
/// save.
#[test]
fn the_store_opens_no_file_but_copies_private_ones_and_for_the_lock_test() {
    let store = Crate::read(&root().join("store/src"));
    let allowed = ["backup", "home", "location", "outbox"];
    for path in [
        &["File", "open"][..],
        &["File", "create"],
        &["OpenOptions"],
        &["fs", "read"],
        &["fs", "read_to_string"],
        &["fs", "copy"],
        &["fs", "write"],
    ] {
        let named_in = store.modules_that_name(path);
        let other: Vec<_> = named_in
            .iter()
            .filter(|module| !allowed.contains(module))
            .collect();
        assert!(other.is_empty(), "{other:?} names {path:?}");
    }
}
