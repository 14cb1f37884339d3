//! A board with one of every kind of row.

use serde_json::json;

use super::Person;
use super::requests::Rows;

/// The text of the obstacle that a new storyboard has.
pub const OBSTACLE: &str = "the line waits each morning until somebody finds the right code";

/// The ids of one team's storyboard.
pub struct Storyboard {
    pub person: String,
    pub team: String,
    pub membership: String,
    pub process: String,
    pub metric: String,
    pub observation: String,
    pub challenge: String,
    pub condition: String,
    pub target: String,
    pub obstacle: String,
    pub step: String,
    pub cycle: String,
    pub attachment: String,
    pub waiver: String,
    pub baseline_window: String,
    pub slo: String,
    pub bad_day: String,
    pub toil_ledger: String,
    pub toil_category: String,
    pub toil_week: String,
    pub retrospective: String,
    pub timeline_event: String,
    pub topic: String,
    pub retro_note: String,
}

impl Storyboard {
    /// Writes one row of every kind.
    pub fn made_by(person: &Person) -> Storyboard {
        let made = |command: &str, params| person.does(command, params).id;
        let colleague = made("person_create", json!({ "fields": { "name": "Carl" } }));
        let team = made("team_create", json!({ "fields": { "name": "Assembly" } }));
        let of_team = |fields| json!({ "teamId": team, "fields": fields });
        let membership = made(
            "membership_create",
            json!({ "teamId": team, "personId": colleague }),
        );
        let process = made(
            "focus_process_create",
            of_team(json!({ "name": "Release" })),
        );
        let metric = made(
            "metric_create",
            of_team(json!({ "name": "Lead time", "unit": "h" })),
        );
        let observation = made(
            "observation_add",
            json!({ "metricId": metric, "observations": [{ "value": 41.5 }, { "value": 40.0 }] }),
        );
        let of_process = |fields| json!({ "focusProcessId": process, "fields": fields });
        let obstacle = made("obstacle_create", of_process(json!({ "text": OBSTACLE })));
        let step = made(
            "experiment_create",
            of_process(json!({
                "step": "Print the code on the card", "prediction": "Nobody waits any more",
                "metricId": metric, "baseline": 41.5, "predicted": 30.0, "confidence": 70,
                "checkOn": "2026-03-13",
            })),
        );
        let cycle = made("coaching_cycle_begin", json!({ "focusProcessId": process }));
        let attachment = made(
            "attachment_add",
            json!({ "experimentId": step, "name": "calls.csv", "data": "d2VlaywgY2FsbHM=" }),
        );
        let waiver = made(
            "waiver_create",
            json!({ "subject": obstacle, "hint": "no_evidence", "note": "Everybody saw it" }),
        );
        let baseline_window = made(
            "baseline_window_create",
            json!({
                "metricId": metric, "fromOn": "2026-01-05", "toOn": "2026-03-09",
                "reason": "The line was rebuilt",
            }),
        );
        let slo = made(
            "slo_create",
            json!({
                "teamId": team, "budgetUnit": "minutes", "metricName": "Error budget left",
                "fields": { "name": "The shop answers", "objectivePercent": 99.9 },
            }),
        );
        let bad_day = made(
            "bad_day_create",
            json!({ "sloId": slo, "dayOn": "2026-03-02", "amount": 10.8, "note": "Certificate" }),
        );
        let toil_ledger = made(
            "toil_ledger_begin",
            json!({ "teamId": team, "metricName": "Toil" }),
        );
        let toil_category = made(
            "toil_category_create",
            of_team(json!({ "name": "Deployments", "attributes": ["manual"] })),
        );
        let toil_week = made(
            "toil_week_create",
            json!({
                "teamId": team, "weekOn": "2026-03-02", "allHours": 40,
                "hours": [{ "categoryId": toil_category, "hours": 4.5 }],
            }),
        );
        let retrospective = made(
            "retrospective_create",
            of_team(json!({ "title": "Release 2026.2", "focusProcessId": process })),
        );
        made("retrospective_begin", json!({ "id": retrospective }));
        made(
            "retrospective_advance",
            json!({ "id": retrospective, "to": 3 }),
        );
        let of_session = |fields| json!({ "retrospectiveId": retrospective, "fields": fields });
        let timeline_event = made(
            "timeline_event_create",
            of_session(json!({ "moment": "17:20", "what": "The copy was removed" })),
        );
        let retro_note = made(
            "retro_note_create",
            of_session(json!({ "text": "Label request took three days" })),
        );
        let topic = made(
            "topic_create",
            json!({ "retrospectiveId": retrospective, "noteIds": [retro_note] }),
        );
        Storyboard {
            retrospective,
            timeline_event,
            topic,
            retro_note,
            challenge: made(
                "challenge_create",
                of_process(json!({ "statement": "A release a day" })),
            ),
            condition: made(
                "current_condition_create",
                of_process(json!({ "operatingPattern": "by hand" })),
            ),
            target: made(
                "target_condition_create",
                of_process(
                    json!({ "operatingPattern": "each morning", "achieveByOn": "2026-04-20" }),
                ),
            ),
            obstacle,
            step,
            person: colleague,
            team,
            membership,
            process,
            metric,
            observation,
            cycle,
            attachment,
            waiver,
            baseline_window,
            slo,
            bad_day,
            toil_ledger,
            toil_category,
            toil_week,
        }
    }

    /// The ids by kind.
    pub fn rows(&self) -> Rows {
        let rows = [
            ("person", &self.person),
            ("team", &self.team),
            ("membership", &self.membership),
            ("focus_process", &self.process),
            ("metric", &self.metric),
            ("observation", &self.observation),
            ("challenge", &self.challenge),
            ("current_condition", &self.condition),
            ("target_condition", &self.target),
            ("obstacle", &self.obstacle),
            ("experiment", &self.step),
            ("coaching_cycle", &self.cycle),
            ("attachment", &self.attachment),
            ("waiver", &self.waiver),
            ("baseline_window", &self.baseline_window),
            ("slo", &self.slo),
            ("bad_day", &self.bad_day),
            ("toil_ledger", &self.toil_ledger),
            ("toil_category", &self.toil_category),
            ("toil_week", &self.toil_week),
            ("retrospective", &self.retrospective),
            ("timeline_event", &self.timeline_event),
            ("topic", &self.topic),
            ("retro_note", &self.retro_note),
        ];
        rows.map(|(kind, id)| (kind.to_owned(), vec![id.clone()]))
            .into()
    }
}
