//! From preparing the session to the notes on the wall: somebody comes late, somebody goes away in
//! the middle of a note, and who leads is killed while notes come out.

use serde_json::{Value, json};

use super::group::{Group, PEOPLE, id, name, words};
use crate::private::{CLOSE, GROUP, LOOK_BACK, REFLECT, VOTE};

/// Who comes when the others write already.
const LATE: usize = 8;
/// Who puts a shown note right, and who takes one back.
pub const REWRITES: usize = 3;
pub const TAKES_BACK: usize = 4;
/// Whose computer goes out in the middle of a note.
const AWAY: usize = 5;
const THIRD: &str = "the note in whose middle one went";
/// Who leaves before the notes are shown, with the app still open.
pub const LEAVES: usize = 7;

pub const OLD_STEP: &str = "Ask for the approval on the first day";

pub fn arrival(person: usize) -> String {
    format!("Person {person} is awake")
}

pub fn survey(person: usize) -> Vec<i64> {
    (0..7).map(|item| 1 + (person as i64 + item) % 5).collect()
}

/// A team, and its last session, which ended with an obstacle and a step.
pub fn earlier_session(group: &mut Group) -> (String, String) {
    let mut made = |command, request| id(&group.does(0, command, request));
    let team = made("team_create", json!({ "fields": { "name": "Assembly" } }));
    let fields = json!({ "name": "Release" });
    let process = json!({ "teamId": team, "fields": fields });
    let process = made("focus_process_create", process);
    let fields = json!({ "title": "August", "focusProcessId": process });
    let session = json!({ "teamId": team, "fields": fields });
    let session = made("retrospective_create", session);
    made("retrospective_begin", json!({ "id": session }));
    let to = json!({ "id": session, "to": CLOSE });
    made("retrospective_advance", to);
    let topic = json!({ "retrospectiveId": session, "title": "Approval waits" });
    let topic = made("topic_create", topic);
    made("topic_obstacle", json!({ "id": topic }));
    let fields =
        json!({ "step": OLD_STEP, "prediction": "It is there in time", "checkOn": "2030-01-31" });
    let step = json!({ "focusProcessId": process, "fields": fields });
    let step = made("experiment_create", step);
    let close = json!({ "id": session, "nextStepId": step });
    made("retrospective_close", close);
    (team, process)
}

/// Prepares the session and begins it.
pub fn begins(group: &mut Group, team: &str, process: &str, attribution: &str) {
    let fields = json!({
        "title": "September", "attribution": attribution, "focusProcessId": process, "survey": true,
        "voteBudget": 3, "voteLimit": 2,
    });
    let session = json!({ "teamId": team, "fields": fields });
    group.session = id(&group.does(0, "retrospective_create", session));
    let session = json!({ "id": group.session });
    group.does(0, "retrospective_begin", session);
}

/// All but one come in at the same time, say how they are and answer the survey.
pub fn checks_in(group: &mut Group) {
    (1..LATE).for_each(|person| group.comes(person));
    group.join(0..LATE);
    // An answer that is given again takes the place of the first.
    let unsure = json!({ "kind": "check_in", "text": "I do not know yet" });
    group.all_by("answer_write", |_| unsure.clone());
    group.all_by("answer_write", arrives);
    group.all_by("answer_write", is_surveyed);
    let ready = group.seats.clone();
    group.all(
        "participant_ready",
        |person| json!({ "id": ready[&person], "ready": true }),
    );
}

fn arrives(person: usize) -> Value {
    json!({ "kind": "check_in", "text": arrival(person) })
}

fn is_surveyed(person: usize) -> Value {
    json!({ "kind": "safety", "scores": survey(person) })
}

/// Everybody decides at once on the obstacle of the last session: one decision stands, the last.
pub fn looks_back(group: &mut Group) {
    group.advances(0, LOOK_BACK);
    for view in group.views() {
        assert_eq!(view["lookBack"]["previous"]["title"], "August");
        assert_eq!(view["lookBack"]["step"]["experiment"]["step"], OLD_STEP);
    }
    let obstacle = group.view(0)["lookBack"]["obstacles"][0]["obstacle"]["id"].clone();
    let session = group.session.clone();
    let decided = group.all("obstacle_review_put", |person| {
        json!({
            "retrospectiveId": session, "obstacleId": obstacle, "decision": "kept",
            "reason": name(person),
        })
    });
    let places = group.places();
    let last = decided
        .iter()
        .max_by_key(|(_, done)| places[done["op"].as_str().unwrap()]);
    let person = last.unwrap().0;
    for view in group.views() {
        let open = &view["lookBack"]["obstacles"];
        assert_eq!(words(open, "/review/reason"), [name(person)]);
    }
    assert_eq!(
        group.rows("SELECT reason FROM obstacle_review"),
        [name(person)]
    );
}

/// Everybody writes at the same time, and nobody sees it.
pub fn reflects(group: &mut Group) {
    group.advances(0, REFLECT);
    group.comes(LATE);
    group.join([LATE]);
    for (round, prompt) in ["helped", "in_the_way"].into_iter().enumerate() {
        let text = |person: usize| format!("note {round} of {person}");
        let note = |person| json!({ "prompt": prompt, "text": text(person) });
        let written = group.all_by("note_write", note);
        let told = written
            .into_iter()
            .map(|(person, note)| (id(&note), text(person)));
        group.told.notes.extend(told);
    }
    let waste = json!({ "prompt": "helped", "text": "nobody reads this" });
    let waste = id(&group.does_by(TAKES_BACK, "note_write", waste));
    group.does_by(TAKES_BACK, "note_take_back", json!({ "id": waste }));
    group.does_by(LATE, "answer_write", arrives(LATE));
    group.does_by(LATE, "answer_write", is_surveyed(LATE));
    for view in group.views() {
        assert_eq!(view["notes"], json!([]));
        assert_eq!(view["answers"]["safety"]["answers"], 0);
    }
}

fn third_note() -> Value {
    json!({ "prompt": "differently", "text": THIRD })
}

/// One process dies in the middle of a note, that of who leads while the notes come out.
pub fn shows_notes(group: &mut Group) {
    let third = group.by(AWAY, third_note());
    group.order(AWAY, "note_write", third);
    group.is_killed(AWAY);
    let leaves = json!({ "id": group.seats[&LEAVES] });
    group.does(LEAVES, "participant_leave", leaves);
    let (advance, publish) = (group.advance(GROUP), json!({ "id": group.session }));
    group.order(0, "retrospective_advance", advance);
    let others: Vec<usize> = (1..PEOPLE).filter(|person| *person != AWAY).collect();
    for person in [&others[..], &others[..], &[0, 0, 0]].concat() {
        group.order(person, "retrospective_publish", publish.clone());
    }
    group.answer(0).unwrap();
    group.is_killed(0);
    for person in [&others[..], &others[..]].concat() {
        group.answer(person).unwrap();
    }
    group.leads(1);
    let view = group.view(1);
    assert_eq!(view["phasesNow"], json!(["group"]));
    let away = |text: &String| text == THIRD || text.ends_with(&format!(" of {AWAY}"));
    assert!(!words(&view["notes"], "/note/text").iter().any(away));
}

/// Those whose processes died come back to what stands on their computers, and nothing waits any
/// more, although the group has moved on and back meanwhile.
pub fn comes_together(group: &mut Group) {
    group.comes(0);
    group.comes(AWAY);
    group.join([0, AWAY]);
    let held = group.does_by(AWAY, "held_get", json!({}))["notes"].clone();
    let texts = words(&held, "/text");
    let kept = [0, 1].map(|round| format!("note {round} of {AWAY}"));
    assert_eq!(texts[..2], kept);
    let third = match texts.iter().position(|text| text == THIRD) {
        Some(at) => id(&held[at]),
        None => id(&group.does_by(AWAY, "note_write", third_note())),
    };
    group.told.notes.insert(third, THIRD.to_owned());
    group.advances(1, VOTE);
    group.does(1, "undo", Value::Null);
    group.publish();
    for view in group.views() {
        super::has_the_notes(&view, &group.told);
        assert_eq!(view["answers"]["safety"]["answers"], PEOPLE);
    }
}
