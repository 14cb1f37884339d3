//! Commands between the app and the board: what one of them writes stands in the log, under its
//! person or under nobody; what it keeps on this computer leaves nothing there.

use std::collections::BTreeSet;

use kata_api::table::Scope;
use serde_json::{Value, json};

use super::all_are_tried;
use super::watched::{Operation, Watched};

/// Positions of the phases of an improvement retrospective.
const REFLECT: i64 = 2;
const GROUP: i64 = 3;
const VOTE: i64 = 4;

/// Operations that name nobody in a session that shows who wrote what.
const UNNAMED: [&str; 2] = ["vote_set", "answer_publish"];

/// What a command leaves in the log.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Leaves {
    Nothing,
    /// One operation, which names its person.
    Name,
    /// One operation, which names nobody.
    NoName,
}

impl Leaves {
    fn of(operations: &[Operation]) -> Leaves {
        match operations {
            [] => Leaves::Nothing,
            [one] if one.names_nobody => Leaves::NoName,
            [_] => Leaves::Name,
            more => panic!("more than one: {more:?}"),
        }
    }
}

/// A session that is held, and the commands that were tried in it.
struct Story {
    board: Watched,
    tried: BTreeSet<&'static str>,
    session: Value,
    seat: Value,
}

impl Story {
    fn begun(attribution: &str) -> Story {
        let board = Watched::new();
        let team = board.does("board_get", json!({})).answer["teams"][0]["id"].clone();
        let fields = json!({ "attribution": attribution, "survey": true });
        let create = json!({ "teamId": team, "fields": fields });
        let session = board.does("retrospective_create", create).answer["id"].clone();
        board.does("retrospective_begin", json!({ "id": session }));
        Story {
            board,
            tried: BTreeSet::new(),
            session,
            seat: Value::Null,
        }
    }

    fn tries(&mut self, command: &'static str, params: Value, leaves: Leaves) -> Value {
        let done = self.board.does(command, params);
        assert_eq!(Leaves::of(&done.operations), leaves, "{command}");
        self.tried.insert(command);
        done.answer
    }

    fn advances(&self, to: i64) {
        let advance = json!({ "id": self.session, "to": to });
        self.board.does("retrospective_advance", advance);
    }

    /// Comes, goes, comes back, brings a guest, and is ready.
    fn takes_part(&mut self) {
        let join = json!({ "retrospectiveId": self.session });
        let joined = self.tries("participant_join", join.clone(), Leaves::Name);
        self.seat = joined["id"].clone();
        let seat = json!({ "id": self.seat });
        self.tries("participant_leave", seat, Leaves::Name);
        self.tries("participant_join", join, Leaves::Name);
        let guest = json!({ "retrospectiveId": self.session, "name": "Kim" });
        self.tries("participant_join", guest, Leaves::Name);
        let ready = json!({ "id": self.seat, "ready": true });
        self.tries("participant_ready", ready, Leaves::Name);
    }

    fn answers(&mut self, kind: &str, said: Value, leaves: Leaves) {
        let mut answer = json!({ "participantId": self.seat, "kind": kind });
        let fields = answer.as_object_mut().unwrap();
        fields.extend(said.as_object().unwrap().clone());
        self.tries("answer_write", answer, leaves);
    }

    fn writes(&mut self, text: &str, leaves: Leaves) -> Value {
        let note = json!({ "participantId": self.seat, "prompt": "helped", "text": text });
        self.tries("note_write", note, leaves)["id"].clone()
    }

    fn changes(&mut self, note: &Value, text: &str, leaves: Leaves) {
        let note = json!({
            "participantId": self.seat, "id": note, "prompt": "helped", "text": text,
        });
        self.tries("note_write", note, leaves);
    }

    fn takes_back(&mut self, note: &Value, leaves: Leaves) {
        let note = json!({ "participantId": self.seat, "id": note });
        self.tries("note_take_back", note, leaves);
    }

    /// Publishes what waits, each in an operation of its own, and says of which kinds.
    fn publishes(&mut self, note: Leaves) -> Vec<String> {
        let mut kinds = Vec::new();
        loop {
            let publish = json!({ "id": self.session });
            let done = self.board.does("retrospective_publish", publish);
            let Some(operation) = done.operations.first() else {
                break;
            };
            let leaves = match UNNAMED.contains(&operation.kind.as_str()) {
                true => Leaves::NoName,
                false => note,
            };
            assert_eq!(Leaves::of(&done.operations), leaves, "{}", operation.kind);
            kinds.push(operation.kind.clone());
        }
        self.tried.insert("retrospective_publish");
        kinds.sort();
        kinds
    }

    fn votes(&mut self) {
        let topic = json!({ "retrospectiveId": self.session, "title": "Labels", "noteIds": [] });
        let topic = self.board.does("topic_create", topic).answer["id"].clone();
        self.advances(VOTE);
        for count in [1, 0, 1] {
            let vote = json!({ "participantId": self.seat, "topicId": topic, "count": count });
            self.tries("vote_set", vote, Leaves::NoName);
        }
    }

    /// Writes, answers and votes through a whole session; `note` is what a note leaves once it is
    /// shown.
    fn is_held(&mut self, note: Leaves) {
        self.takes_part();
        self.answers("check_in", json!({ "text": "curious" }), Leaves::Name);
        self.advances(REFLECT);
        let shown = self.writes("we are afraid of Fridays", Leaves::Nothing);
        let kept = self.writes("nobody reads the runbook", Leaves::Nothing);
        self.changes(&shown, "we are afraid of releases", Leaves::Nothing);
        self.takes_back(&kept, Leaves::Nothing);
        self.answers(
            "safety",
            json!({ "scores": [1, 5, 1, 5, 1, 5, 5] }),
            Leaves::Nothing,
        );
        assert_eq!(self.publishes(note), [""; 0], "not asked for yet");
        self.advances(GROUP);
        let published = ["answer_publish", "retro_note_publish"];
        assert_eq!(self.publishes(note), published);
        self.changes(&shown, "we are afraid of Mondays", note);
        self.takes_back(&shown, note);
        self.votes();
        for text in ["I ask for labels", "I ask for labels a week before"] {
            self.answers("takeaway", json!({ "text": text }), Leaves::Name);
        }
        self.answers("rating", json!({ "score": 4 }), Leaves::Nothing);
        assert_eq!(self.publishes(note), ["answer_publish"]);
    }

    /// What only looks, or keeps something on this computer.
    fn looks(&mut self) {
        let board = self.tries("board_get", json!({}), Leaves::Nothing);
        let (team, me) = (&board["teams"][0]["id"], &board["me"]);
        let metric = json!({ "teamId": team, "fields": { "name": "Lead time" } });
        let metric = self.board.does("metric_create", metric).answer["id"].clone();
        let draft = json!({ "entityId": metric, "field": "name" });
        let words = json!({ "entityId": metric, "field": "name", "text": "Lead" });
        for (command, params) in [
            ("search", json!({ "query": "afraid" })),
            ("similar_steps", json!({ "text": "print the code" })),
            ("due_remind", json!({})),
            ("report_get", json!({ "retrospectiveId": self.session })),
            (
                "chart_export",
                json!({ "metricId": metric, "format": "csv" }),
            ),
            ("presence_get", json!({})),
            ("board_check", json!({})),
            ("presence_writing", json!({ "id": metric, "field": "name" })),
            ("presence_follow", json!({})),
            ("retrospective_follow", json!({ "id": self.session })),
            ("note_put", json!({ "entityId": metric, "text": "mine" })),
            ("note_get", json!({ "entityId": metric })),
            ("draft_put", words),
            ("draft_list", json!({})),
            ("draft_drop", draft),
            ("me_choose", json!({ "personId": me })),
            ("seats_get", json!({ "retrospectiveId": self.session })),
            ("waiting_get", json!({})),
            ("held_get", json!({ "participantId": self.seat })),
        ] {
            self.tries(command, params, Leaves::Nothing);
        }
    }
}

#[test]
fn what_is_written_in_private_stands_in_the_log_under_its_person() {
    let mut story = Story::begun("named");
    story.is_held(Leaves::Name);
    story.looks();
    all_are_tried(&[Scope::Board], &story.tried);
}

#[test]
fn what_is_written_without_a_name_stands_in_the_log_under_nobody() {
    Story::begun("anonymous").is_held(Leaves::NoName);
}
