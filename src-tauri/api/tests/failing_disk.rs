//! A disk that is full, or fails, in the middle of a save: a code, nothing half written, the text
//! kept, and the next save goes through once there is room again.

use kata_store::log::OpKind;
use kata_store::testing::Told;
use serde_json::{Value, json};

use crate::support::{Person, Place, Remote, Storyboard};

/// More than fits in the room that the tests leave.
fn batch(storyboard: &Storyboard) -> Value {
    let observations: Vec<Value> = (0..200)
        .map(|n| json!({ "value": n, "note": "n".repeat(2_000) }))
        .collect();
    json!({ "metricId": storyboard.metric, "observations": observations })
}

fn draft(storyboard: &Storyboard) -> Value {
    json!({
        "entityId": storyboard.obstacle, "field": "text", "text": "typed and not yet saved",
        "basedOn": [], "context": "",
    })
}

/// The board may grow by this many pages more, as on a disk with little room.
fn leave_room(person: &Person, pages: i64) {
    let workspace = person.session.workspace().unwrap();
    let who = person.session.who(&workspace);
    let set = workspace.store().write(OpKind("none"), &who, |write| {
        let connection = write.reader().connection();
        let now: i64 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .told()?;
        let most = now.saturating_add(pages);
        connection
            .pragma_update_and_check(None, "max_page_count", most, |_| Ok(()))
            .told()?;
        Ok(())
    });
    set.unwrap();
}

#[test]
fn a_full_disk_leaves_nothing_half_written_and_keeps_the_text() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let before = ana.operations();
    for room in [0, 1, 7, 40] {
        leave_room(&ana, room);
        ana.reads("draft_put", draft(&storyboard));
        let refused = ana
            .tries("observation_add", batch(&storyboard))
            .unwrap_err();
        assert_eq!((refused.code, refused.retryable), ("disk_full", true));
        assert_eq!(ana.operations(), before, "room for {room} pages");
        let kept = ana.reads("draft_list", Value::Null);
        assert_eq!(kept["drafts"][0]["text"], "typed and not yet saved");
        ana.finds_the_file_sound();
    }
    leave_room(&ana, 100_000);
    ana.does("observation_add", batch(&storyboard));
    place.person("Zoe").finds_the_file_sound();
}

/// A process whose files may not grow past a size: writing past it fails as on a broken disk, since
/// the signal that tells of it is not listened to.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn with_small_files(place: &Place, size: u64) -> Remote {
    use std::os::unix::process::CommandExt;
    Remote::start_with(&place.home("Ben"), "Ben", false, |command| {
        let limit = libc::rlimit {
            rlim_cur: size,
            rlim_max: libc::RLIM_INFINITY,
        };
        // SAFETY: both calls may be made between fork and exec, and touch no memory of ours.
        unsafe {
            command.pre_exec(move || {
                libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
                match libc::setrlimit(libc::RLIMIT_FSIZE, &limit) {
                    0 => Ok(()),
                    _ => Err(std::io::Error::last_os_error()),
                }
            });
        }
    })
}

#[cfg(target_os = "linux")]
#[test]
fn a_write_that_fails_in_the_middle_is_taken_back_and_the_file_opened_anew() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    // The private database must fit below the limit, so the board is made larger than it.
    for _ in 0..3 {
        ana.does("observation_add", batch(&storyboard));
    }
    let before = ana.operations();
    let size = std::fs::metadata(place.board()).unwrap().len();
    let mut ben = with_small_files(&place, size + 20_000);
    ben.does("board_open", json!({ "path": place.board() }));
    ben.does("draft_put", draft(&storyboard));
    for _ in 0..2 {
        let refused = ben.tries("observation_add", batch(&storyboard));
        assert_eq!(refused, Err("unreachable".to_owned()));
        // Somebody else, and the one whom it hit, go on with a whole file.
        assert_eq!(ana.operations(), before);
        assert_eq!(ben.does("board_check", Value::Null)["ok"], true);
    }
    let kept = ben.does("draft_list", Value::Null);
    assert_eq!(kept["drafts"][0]["text"], "typed and not yet saved");
    // What fits is saved by the same process: it has let go of the handle that failed.
    let edit = json!({ "id": storyboard.team, "fields": { "name": "Testing" } });
    ben.does("team_edit", edit);
    assert_eq!(ana.cell(&storyboard.team, "name"), "Testing");
    ana.does("observation_add", batch(&storyboard));
    ana.finds_the_file_sound();
}
