//! Two published cases held as retrospectives by `kata call` alone: the backup outage (GitLab, 31
//! January 2017) as an incident learning review, and the release flow (Tailspin, Microsoft Learn)
//! as a process instance. Each ends as an obstacle and one next step on a storyboard.

use serde_json::{Value, json};

use crate::desk::Desk;

/// A published case, as a group would hold it.
struct Case {
    format: &'static str,
    subject: &'static str,
    attribution: &'static str,
    /// When, who, what, and what was known then.
    timeline: &'static [[&'static str; 4]],
    /// Prompt and words, in turn by the two who write.
    notes: &'static [[&'static str; 2]],
    /// What the first of the notes is talked about as.
    topic: &'static str,
    step: &'static str,
    prediction: &'static str,
}

const OUTAGE: Case = Case {
    format: "incident",
    subject: "Backup outage, 31 January 2017",
    attribution: "anonymous",
    timeline: &[
        [
            "17:20 UTC",
            "",
            "The copy that was restored later",
            "It was six hours old when it was needed",
        ],
        [
            "00:00 UTC",
            "",
            "Data since 17:20 are lost",
            "Five backup techniques, none working",
        ],
    ],
    notes: &[
        ["knew", "Five backup techniques, none working"],
        ["saw", "A copy of six hours ago was restored"],
        ["surprised", "Data between 17:20 and 00:00 are lost"],
    ],
    topic: "Five backup techniques, none working",
    step: "Restore last night's copy on a spare machine",
    prediction: "It does not restore, because none of the five worked",
};

const RELEASE: Case = Case {
    format: "process_instance",
    subject: "Label request to deploy, 22 days",
    attribution: "named",
    timeline: &[
        [
            "3 days",
            "one person",
            "Makes the label that was asked for",
            "",
        ],
        ["2 days", "", "The tester is notified", ""],
        ["4 days", "", "Approval", ""],
        ["1 day", "", "Deploy", ""],
    ],
    notes: &[
        ["in_the_way", "One person makes the labels"],
        ["in_the_way", "The spreadsheet was not updated"],
        [
            "differently",
            "A build of half a day is missing from our map",
        ],
    ],
    topic: "One person makes the labels",
    step: "A second person makes the next label",
    prediction: "The label is there on the day it is asked for",
};

/// A board with a team and a process, and a session that is held on it.
struct Held {
    desk: Desk,
    team: String,
    process: Value,
    session: Value,
}

impl Held {
    fn begin(case: &Case) -> Held {
        let desk = Desk::with_board();
        let team = desk.team("Operations");
        let process = json!({ "teamId": team, "fields": { "name": case.subject } });
        let process = desk.call("focus_process_create", &process).answer()["id"].clone();
        let mut held = Held {
            desk,
            team,
            process,
            session: Value::Null,
        };
        held.session = held.prepare(case);
        held.call("retrospective_begin", json!({ "id": held.session }));
        held
    }

    fn prepare(&self, case: &Case) -> Value {
        let fields = json!({
            "title": case.subject, "format": case.format, "subject": case.subject,
            "attribution": case.attribution, "focusProcessId": self.process,
        });
        self.call(
            "retrospective_create",
            json!({ "teamId": self.team, "fields": fields }),
        )["id"]
            .clone()
    }

    fn call(&self, name: &str, request: Value) -> Value {
        self.desk.call(name, &request).answer()
    }

    fn as_of(&self, person: &str, name: &str, request: Value) -> Value {
        self.desk.call_as(person, name, &request).answer()
    }

    fn view(&self) -> Value {
        self.call("retrospective_get", json!({ "id": self.session }))
    }

    /// Goes to a phase of its plan.
    fn to(&self, phase: &str) {
        let view = self.view();
        let phases = view["retrospective"]["phases"].as_array().unwrap();
        let at = phases.iter().position(|planned| planned["phase"] == phase);
        self.call(
            "retrospective_advance",
            json!({ "id": self.session, "to": at.unwrap() }),
        );
    }

    /// Two people write, and what they wrote is shown.
    fn reflect(&self, case: &Case) -> [Value; 2] {
        let session = json!({ "retrospectiveId": self.session });
        let people = ["Ana", "Daniel"];
        let seats =
            people.map(|who| self.as_of(who, "participant_join", session.clone())["id"].clone());
        self.to("map");
        for [moment, who, what, known] in case.timeline {
            let fields = json!({ "moment": moment, "who": who, "what": what, "known": known });
            let event = json!({ "retrospectiveId": self.session, "fields": fields });
            self.call("timeline_event_create", event);
        }
        self.to("reflect");
        for (at, [prompt, text]) in case.notes.iter().enumerate() {
            let seat = &seats[at % 2];
            let note = json!({ "participantId": seat, "prompt": prompt, "text": text });
            self.as_of(people[at % 2], "note_write", note);
        }
        self.to("group");
        while self.call("retrospective_publish", json!({ "id": self.session }))["published"] == true
        {
        }
        seats
    }

    /// The notes become topics, everybody votes for the first, and it becomes an obstacle.
    fn talk(&self, case: &Case, seats: &[Value; 2]) -> Value {
        let view = self.view();
        let notes = view["notes"].as_array().unwrap();
        let note = notes
            .iter()
            .find(|line| line["note"]["text"] == case.notes[0][1])
            .unwrap();
        let topic = json!({
            "retrospectiveId": self.session, "title": case.topic, "noteIds": [note["note"]["id"]],
        });
        let topic = self.call("topic_create", topic)["id"].clone();
        self.to("vote");
        for (seat, who) in seats.iter().zip(["Ana", "Daniel"]) {
            let vote = json!({ "participantId": seat, "topicId": topic, "count": 1 });
            self.as_of(who, "vote_set", vote);
        }
        self.to("discuss");
        self.call(
            "retrospective_discuss",
            json!({ "id": self.session, "topicId": topic }),
        );
        self.call("topic_obstacle", json!({ "id": topic }))["id"].clone()
    }

    /// One next step with a prediction and a day to look, and the end.
    fn end(&self, case: &Case, obstacle: &Value) {
        self.to("next_step");
        let fields = json!({
            "obstacleId": obstacle, "step": case.step, "prediction": case.prediction,
            "checkOn": "2199-12-31",
        });
        let step = json!({ "focusProcessId": self.process, "fields": fields });
        let step = self.call("experiment_create", step)["id"].clone();
        let agreed = json!({ "id": self.session, "experimentId": step });
        self.call("retrospective_next_step", agreed);
        self.call("retrospective_close", json!({ "id": self.session }));
    }
}

fn hold(case: &Case) -> Held {
    let held = Held::begin(case);
    let seats = held.reflect(case);
    let obstacle = held.talk(case, &seats);
    held.end(case, &obstacle);
    held
}

/// What stands on the board afterwards, in the next session and in the summary.
fn ends_on_the_board(case: &Case) {
    let held = hold(case);
    let storyboard = held.call("storyboard_get", json!({ "focusProcessId": held.process }));
    assert_eq!(storyboard["obstacles"][0]["obstacle"]["text"], case.topic);
    let evidence = format!("- {}", case.notes[0][1]);
    assert_eq!(storyboard["obstacles"][0]["obstacle"]["evidence"], evidence);
    assert_eq!(storyboard["steps"][0]["experiment"]["step"], case.step);
    assert_eq!(storyboard["steps"][0]["obstacleText"], case.topic);

    let view = held.view();
    assert_eq!(view["topics"][0]["votes"], 2);
    assert_eq!(
        view["notes"].as_array().map(Vec::len),
        Some(case.notes.len())
    );
    let next = held.prepare(case);
    held.call("retrospective_begin", json!({ "id": next }));
    let next = held.call("retrospective_get", json!({ "id": next }));
    let back = &next["lookBack"];
    assert_eq!(back["step"]["experiment"]["prediction"], case.prediction);
    assert_eq!(back["obstacles"][0]["obstacle"]["text"], case.topic);

    let summary = json!({ "retrospectiveId": held.session, "format": "md" });
    let summary = held.call("report_get", summary);
    let summary = summary["text"].as_str().unwrap();
    for [_, note] in case.notes {
        assert!(summary.contains(note), "{note}: {summary}");
    }
}

#[test]
fn the_backup_outage_ends_on_a_step_that_restores_a_copy() {
    ends_on_the_board(&OUTAGE);
    let held = hold(&OUTAGE);
    let authors = held.view()["notes"].clone();
    let named = authors
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| !line["author"].is_null());
    assert_eq!(named.count(), 0);
}

#[test]
fn the_release_flow_ends_on_a_step_against_its_narrowest_place() {
    ends_on_the_board(&RELEASE);
}
