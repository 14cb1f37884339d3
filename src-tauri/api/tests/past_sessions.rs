//! The ended retrospectives of a team: what comes up again, what each had, and finding one by its
//! words.

use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

/// Position of the phase in which topics are made.
const GROUP: i64 = 3;
/// A month, in days.
const MONTH: i64 = 28;

struct Team<'p> {
    place: &'p Place,
    ana: &'p Person,
    storyboard: Storyboard,
}

impl Team<'_> {
    /// A session with these topics, under way where topics can be changed.
    fn groups(&self, title: &str, topics: &[&str]) -> (String, Vec<String>) {
        let fields = json!({ "title": title, "focusProcessId": self.storyboard.process });
        let create = json!({ "teamId": self.storyboard.team, "fields": fields });
        let session = self.ana.does("retrospective_create", create).id;
        self.ana
            .does("retrospective_begin", json!({ "id": session }));
        let group = json!({ "id": session, "to": GROUP });
        self.ana.does("retrospective_advance", group);
        let topic = |title: &&str| {
            let topic = json!({ "retrospectiveId": session, "title": title, "noteIds": [] });
            self.ana.does("topic_create", topic).id
        };
        let topics = topics.iter().map(topic).collect();
        (session, topics)
    }

    fn closes(&self, session: &str) {
        let close = json!({ "id": session, "noStepReason": "enough" });
        self.ana.does("retrospective_close", close);
        self.place.days_pass(MONTH);
    }

    fn list(&self, text: &str) -> Value {
        let wanted = json!({ "teamId": self.storyboard.team, "text": text });
        self.ana.reads("retrospectives_get", wanted)
    }

    fn found(&self, text: &str) -> Vec<String> {
        let list = self.list(text);
        let past = list["past"].as_array().unwrap().iter();
        past.map(|one| one["retrospective"]["title"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// What stands in a field of each row.
fn each(rows: &Value, field: &str) -> Vec<Value> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row[field].clone()).collect()
}

#[test]
fn a_topic_that_comes_up_again_is_told_with_its_sessions() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let team = Team {
        place: &place,
        ana: &ana,
        storyboard,
    };
    let (may, topics) = team.groups("May", &["Approval waits", "Coffee", "Labels"]);
    let outside = json!({ "id": topics[1], "fields": { "reach": "outside" } });
    ana.does("topic_edit", outside);
    ana.does("topic_merge", json!({ "id": topics[2], "into": topics[1] }));
    team.closes(&may);
    let (june, topics) = team.groups("June", &["approval waits", "Rain", "Gone"]);
    ana.does("topic_remove", json!({ "id": topics[2] }));
    let outside = json!({ "id": topics[1], "fields": { "reach": "outside" } });
    ana.does("topic_edit", outside);
    let rain = ana.does("topic_obstacle", json!({ "id": topics[1] })).id;
    team.closes(&june);
    team.groups("July", &["Labels", "approval waits"]);

    let list = team.list("");
    let past = &list["past"];
    assert_eq!(
        each(past, "topics"),
        [
            json!(["approval waits", "Rain"]),
            json!(["Approval waits", "Coffee"]),
        ]
    );
    let again = &list["recurring"];
    assert_eq!(each(again, "title"), ["approval waits", "Coffee", "Rain"]);
    assert_eq!(again[0]["sessions"], json!([may, june]));
    assert_eq!(again[0]["waitingDays"], Value::Null);
    assert_eq!(again[1]["waitingDays"], 2 * MONTH);

    ana.does(
        "obstacle_move_to",
        json!({ "id": rain, "state": "cleared" }),
    );
    let list = team.list("");
    assert_eq!(
        each(&list["recurring"], "title"),
        ["approval waits", "Coffee"]
    );
}

#[test]
fn a_past_session_is_found_by_any_of_its_words() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let team = Team {
        place: &place,
        ana: &ana,
        storyboard,
    };
    let (may, topics) = team.groups("May", &["Approval waits"]);
    let said = json!({ "id": topics[0], "fields": { "notes": "Nobody is told" } });
    ana.does("topic_edit", said);
    let note = json!({ "text": "Three days for a label" });
    let note = json!({ "retrospectiveId": may, "prompt": "helped", "fields": note });
    ana.does("retro_note_create", note);
    let event = json!({ "what": "The copy was removed", "known": "The backup was old" });
    let event = json!({ "retrospectiveId": may, "fields": event });
    ana.does("timeline_event_create", event);
    team.closes(&may);
    let (june, _) = team.groups("June", &["Label printer"]);
    team.closes(&june);

    for (text, titles) in [
        ("", vec!["June", "May"]),
        ("  LABEL ", vec!["June", "May"]),
        ("enough", vec!["June", "May"]),
        ("label days", vec!["May"]),
        ("told copy backup approval", vec!["May"]),
        ("may printer", vec![]),
    ] {
        assert_eq!(team.found(text), titles, "{text:?}");
    }
    // What the list shows anyway is not told twice.
    for (text, told) in [
        ("enough", Value::Null),
        ("approval", Value::Null),
        ("", Value::Null),
        (
            "label days",
            json!([
                { "text": "Three ", "marked": false },
                { "text": "days", "marked": true },
                { "text": " for a ", "marked": false },
                { "text": "label", "marked": true },
            ]),
        ),
    ] {
        let list = team.list(text);
        let past = list["past"].as_array().unwrap();
        let may = past
            .iter()
            .find(|one| one["retrospective"]["title"] == "May");
        assert_eq!(may.unwrap()["foundIn"], told, "{text:?}");
    }
}

#[test]
fn a_past_session_has_the_step_it_ended_with_and_its_survey() {
    let (place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let step = storyboard.step.clone();
    let team = Team {
        place: &place,
        ana: &ana,
        storyboard,
    };
    let (may, _) = team.groups("May", &[]);
    team.closes(&may);
    let (june, _) = team.groups("June", &[]);
    ana.does(
        "retrospective_edit",
        json!({ "id": june, "fields": { "survey": true } }),
    );
    let next = json!({ "id": june, "experimentId": step });
    ana.does("retrospective_next_step", next);
    ana.does("retrospective_close", json!({ "id": june }));

    let list = team.list("");
    let [june, may] = [0, 1].map(|at| &list["past"][at]);
    assert_eq!(june["nextStep"]["experiment"]["id"], json!(step));
    assert_eq!(june["nextStep"]["metricName"], "Lead time");
    assert_eq!(june["nextStep"]["unit"], "h");
    assert_eq!(june["safety"]["answers"], 0);
    assert_eq!(may["nextStep"], Value::Null);
    assert_eq!(may["safety"], Value::Null);
}
