//! Writes a team's past retrospective as it was held: in private until the reveal, votes under
//! random tokens, and one next step. The next one is prepared at its end.

use kata_core::ops::Desk;
use kata_core::ops::retrospective::{
    self as ops, answer, participant, publish, timeline, topic, vote,
};
use kata_domain::ids::{
    AnswerId, ExperimentId, FocusProcessId, ParticipantId, RetroNoteId, TeamId, TopicId,
};
use kata_domain::retrospective::{AnswerKind, Phase, RetroFormat, usual_phases};
use kata_domain::{Retrospective, RetrospectivePatch, TimelineEventPatch, TopicPatch};
use kata_store::outbox::{Held, HeldKind};
use kata_wire::{
    CoreError, ParticipantJoin, RetrospectiveAdvance, RetrospectiveClose, RetrospectiveCreate,
    RetrospectiveDiscuss, RetrospectiveMove, RetrospectiveNextStep, TimelineEventCreate,
    TopicCreate, TopicEdit, TopicObstacle,
};
use serde_json::json;
use uuid::Uuid;

use super::story::{RetroPlan, TopicPlan};
use super::{Past, id};

/// Votes of each participant.
const VOTES: i64 = 3;

/// A retrospective that is being held.
pub(super) struct Session<'a> {
    past: &'a Past<'a>,
    plan: &'static RetroPlan,
    team: TeamId,
    process: FocusProcessId,
    /// What the rules of private things look at.
    noun: Retrospective,
    seats: Vec<ParticipantId>,
}

impl<'a> Session<'a> {
    /// Holds it from the check-in to the discussion.
    pub(super) fn hold(
        past: &'a Past<'a>,
        plan: &'static RetroPlan,
        team: TeamId,
        process: FocusProcessId,
    ) -> Result<Session<'a>, CoreError> {
        let mut session = Session {
            past,
            plan,
            team,
            process,
            noun: Retrospective::default(),
            seats: Vec::new(),
        };
        session.begin()?;
        session.tell()?;
        let notes = session.reflect()?;
        session.talk(&notes)?;
        Ok(session)
    }

    /// The desk of somebody who takes part, at a minute after eight.
    fn desk(&self, who: usize, minute: i64) -> Result<Desk<'a>, CoreError> {
        let time = (8 + minute / 60, minute % 60);
        self.past
            .desk(self.plan.day, time, self.plan.people[who].name)
    }

    fn to(&mut self, phase: Phase, minute: i64) -> Result<(), CoreError> {
        let desk = self.desk(0, minute)?;
        let phases = usual_phases(RetroFormat::ProcessInstance);
        let at = phases.iter().take_while(|planned| planned.phase != phase);
        let to = i64::try_from(at.count()).unwrap_or_default();
        let request = RetrospectiveAdvance {
            id: self.noun.id,
            to,
        };
        ops::advance(&desk, request).map(drop)
    }

    fn begin(&mut self) -> Result<(), CoreError> {
        let desk = self.desk(0, 0)?;
        let request = RetrospectiveCreate {
            team_id: self.team,
            fields: RetrospectivePatch {
                title: Some(self.plan.title.to_owned()),
                format: Some(RetroFormat::ProcessInstance),
                subject: Some(self.plan.subject.to_owned()),
                focus_process_id: Some(Some(self.process)),
                vote_budget: Some(Some(VOTES)),
                summary: Some(self.plan.summary.to_owned()),
                ..RetrospectivePatch::default()
            },
        };
        self.noun.id = id(ops::create(&desk, request)?)?;
        let desk = self.desk(0, 2)?;
        ops::begin(&desk, RetrospectiveMove { id: self.noun.id })?;
        self.noun.began_at = Some(self.past.now_ms());
        for (who, person) in self.plan.people.iter().enumerate() {
            let desk = self.desk(who, 3)?;
            let request = ParticipantJoin {
                retrospective_id: self.noun.id,
                person_id: None,
                name: None,
            };
            let seat = id(participant::join(&desk, &request)?)?;
            self.seats.push(seat);
            let said = (Some(person.check_in.to_owned()), None);
            answer::put(&desk, seat, AnswerKind::CheckIn, said)?;
        }
        Ok(())
    }

    fn tell(&mut self) -> Result<(), CoreError> {
        self.to(Phase::Map, 10)?;
        for [moment, who, what] in self.plan.timeline {
            let request = TimelineEventCreate {
                retrospective_id: self.noun.id,
                fields: TimelineEventPatch {
                    moment: Some((*moment).to_owned()),
                    who: Some((*who).to_owned()),
                    what: Some((*what).to_owned()),
                    ..TimelineEventPatch::default()
                },
            };
            timeline::create(&self.desk(0, 15)?, request)?;
        }
        Ok(())
    }

    /// Everybody writes for themselves; the group sees it afterwards.
    fn reflect(&mut self) -> Result<Vec<RetroNoteId>, CoreError> {
        self.to(Phase::Reflect, 22)?;
        self.to(Phase::Group, 30)?;
        self.noun.notes_revealed_at = Some(self.past.now_ms());
        let mut notes = Vec::new();
        for (who, person) in self.plan.people.iter().enumerate() {
            for [prompt, text] in person.notes {
                let note = RetroNoteId(Uuid::new_v4());
                let body = json!({ "prompt": prompt, "text": text });
                self.publish(who, (HeldKind::Note, note.to_string()), body)?;
                notes.push(note);
            }
        }
        Ok(notes)
    }

    fn publish(
        &self,
        who: usize,
        (kind, id): (HeldKind, String),
        body: serde_json::Value,
    ) -> Result<(), CoreError> {
        let held = Held {
            id,
            retrospective: self.noun.id.to_string(),
            participant: self.seats[who].to_string(),
            kind,
            body,
            secret: Uuid::new_v4().simple().to_string(),
            published: false,
        };
        publish::publish(&self.desk(who, 31)?, &self.noun, &held)
    }

    fn talk(&mut self, notes: &[RetroNoteId]) -> Result<(), CoreError> {
        let plans = self.plan.topics;
        let topics = plans.iter().map(|plan| self.group(plan, notes));
        let topics = topics.collect::<Result<Vec<TopicId>, CoreError>>()?;
        self.to(Phase::Vote, 38)?;
        for (who, person) in self.plan.people.iter().enumerate() {
            let token = Uuid::new_v4().simple().to_string();
            let desk = self.desk(who, 40)?;
            for (topic, count) in topics.iter().zip(person.votes) {
                vote::set(&desk, &self.noun, &token, *topic, *count)?;
            }
        }
        self.to(Phase::Discuss, 42)?;
        let mut minute = 44;
        for (topic, plan) in topics.into_iter().zip(plans) {
            self.discuss(topic, plan, minute)?;
            minute += plan.minutes;
        }
        self.put_on_table(None, minute)
    }

    fn put_on_table(&self, topic_id: Option<TopicId>, minute: i64) -> Result<(), CoreError> {
        let request = RetrospectiveDiscuss {
            id: self.noun.id,
            topic_id,
        };
        ops::discuss(&self.desk(0, minute)?, request).map(drop)
    }

    fn group(&self, plan: &TopicPlan, notes: &[RetroNoteId]) -> Result<TopicId, CoreError> {
        let request = TopicCreate {
            retrospective_id: self.noun.id,
            title: plan.title.to_owned(),
            note_ids: plan.notes.iter().map(|at| notes[*at]).collect(),
        };
        id(topic::create(&self.desk(1, 33)?, request)?)
    }

    fn discuss(&self, id: TopicId, plan: &TopicPlan, minute: i64) -> Result<(), CoreError> {
        self.put_on_table(Some(id), minute)?;
        let desk = self.desk(0, minute + 1)?;
        let fields = TopicPatch {
            wastes: Some(plan.wastes.to_vec()),
            mismatches: Some(plan.mismatches.to_vec()),
            reach: Some(Some(plan.reach)),
            notes: Some(plan.said.to_owned()),
            ..TopicPatch::default()
        };
        let request = TopicEdit {
            id,
            fields,
            based_on: Default::default(),
        };
        topic::edit(&desk, request)?;
        if plan.obstacle {
            let request = TopicObstacle {
                id,
                focus_process_id: None,
            };
            topic::obstacle(&desk, request)?;
        }
        Ok(())
    }

    /// Ends it on a step that the team began on the same morning, and prepares the next one.
    pub(super) fn end(mut self, step: ExperimentId) -> Result<(), CoreError> {
        self.to(Phase::NextStep, 128)?;
        let agreed = RetrospectiveNextStep {
            id: self.noun.id,
            experiment_id: Some(step),
        };
        ops::next_step(&self.desk(0, 130)?, agreed)?;
        self.to(Phase::Close, 132)?;
        for (who, person) in self.plan.people.iter().enumerate() {
            let desk = self.desk(who, 134)?;
            let said = (Some(person.takeaway.to_owned()), None);
            answer::put(&desk, self.seats[who], AnswerKind::Takeaway, said)?;
            let rating = (HeldKind::Rating, AnswerId(Uuid::new_v4()).to_string());
            self.publish(who, rating, json!({ "score": person.rating }))?;
        }
        let request = RetrospectiveClose {
            id: self.noun.id,
            next_step_id: None,
            no_step_reason: String::new(),
        };
        ops::close(&self.desk(0, 140)?, request)?;
        let fields = RetrospectivePatch {
            title: Some(self.plan.next.to_owned()),
            focus_process_id: Some(Some(self.process)),
            ..RetrospectivePatch::default()
        };
        let request = RetrospectiveCreate {
            team_id: self.team,
            fields,
        };
        ops::create(&self.desk(0, 142)?, request).map(drop)
    }
}
