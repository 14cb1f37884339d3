//! Retrospectives: a group goes from what happened to one next step with a prediction.
//!
//! A session runs through phases, one or several at a time, moved by whoever facilitates. What
//! people write in private leaves their machines when the group moves past *reflect*, and votes are
//! shown when it moves past *vote*. In an anonymous session nothing in the file says who wrote a
//! note.

mod answer;
mod note;
mod participant;
mod phase;
mod review;
mod similar;
mod timeline;
mod topic;
mod vote;

pub use answer::{Answer, AnswerKind, AnswerPatch, SAFETY_ITEMS, SAFETY_SHOWN_FROM};
pub use note::{RetroNote, RetroNotePatch};
pub use participant::{Participant, ParticipantPatch};
pub use phase::{
    Phase, PlannedPhase, TOPIC_MINUTES, group_minutes, group_of, usual_phases, usual_prompts,
};
pub use review::{ObstacleReview, ObstacleReviewPatch, ReviewDecision};
pub use similar::{Words, similar_notes, title_key};
pub use timeline::{TimelineEvent, TimelineEventPatch};
pub use topic::{Mismatch, Topic, TopicPatch, Waste, roots};
pub use vote::{Vote, VotePatch, suggested_budget};

use chrono::NaiveDate;

use crate::clock::{ClockMove, SharedClock, elapsed_ms};
use crate::context::Context;
use crate::error::DomainError;
use crate::field::{choice, json_field};
use crate::ids::{ExperimentId, FocusProcessId, PersonId, RetrospectiveId, TeamId, TopicId};
use crate::noun::noun;

choice! {
    /// What a retrospective looks at.
    RetroFormat {
        /// How the work went since the last one.
        Improvement = "improvement",
        /// One delivery, mapped first.
        ProcessInstance = "process_instance",
        /// One incident, to learn from it.
        Incident = "incident",
    }
}

choice! {
    /// Whether notes say who wrote them.
    Attribution {
        /// They do.
        Named = "named",
        /// Nothing in the file does.
        Anonymous = "anonymous",
    }
}

choice! {
    /// Where a retrospective stands.
    RetroState {
        /// It is prepared.
        Planned = "planned",
        /// It is being held.
        Running = "running",
        /// It ended.
        Closed = "closed",
    }
}

json_field!(Vec<PlannedPhase>);
json_field!(Vec<String>);

/// Prompts at most.
const PROMPTS: usize = 9;

noun! {
    /// One session of a group.
    Retrospective(RetrospectiveId) RetrospectivePatch
    of team_id
    title title or began_on
    searched title, subject, summary, no_step_reason
    edit {
        /// What it is called.
        title: String => Title,
        /// What it looks at.
        format: RetroFormat => Choice,
        /// Whether notes say who wrote them.
        attribution: Attribution => Choice,
        /// The process its obstacles and its next step go to.
        focus_process_id: Option<FocusProcessId> => Choice,
        /// The delivery or the incident it is about.
        subject: String => Title,
        /// Who leads it.
        facilitator_id: Option<PersonId> => Newest,
        /// Its phases in their order; what is not in the list is skipped.
        phases: Vec<PlannedPhase> => Newest,
        /// Votes of each participant; none for as many as the topics suggest.
        vote_budget: Option<i64> => Choice,
        /// Votes that one participant may place on one topic.
        vote_limit: i64 => Choice,
        /// What is asked while reflecting: words of the catalogue, or the group's own questions.
        prompts: Vec<String> => Choice,
        /// Whether psychological safety is asked in the check-in.
        survey: bool => Choice,
        /// What came out of it, in the group's words.
        summary: String => Text,
    }
    fixed {
        /// The team.
        team_id: TeamId => Newest,
        /// Where it stands.
        state: RetroState => Choice,
        /// Position of the first phase now, in `phases`.
        at_phase: i64 => Newest,
        /// When private notes were asked for last, UTC milliseconds; none before.
        notes_revealed_at: Option<i64> => Newest,
        /// When the votes were shown, UTC milliseconds; none while they are hidden.
        votes_revealed_at: Option<i64> => Newest,
        /// Minutes on the clock of the phase, or of the topic on the table.
        limit_minutes: i64 => Newest,
        /// Milliseconds that ran before the clock was started last.
        clock_ms: i64 => Newest,
        /// When the clock was started last, UTC milliseconds; none while it stands.
        clock_since: Option<i64> => Newest,
        /// The topic on the table.
        discussing_id: Option<TopicId> => Newest,
        /// The one before it, whose next step is turned over.
        previous_id: Option<RetrospectiveId> => Newest,
        /// The step it ended with, or is about to.
        next_step_id: Option<ExperimentId> => Newest,
        /// Why it ended without one.
        no_step_reason: String => Text,
        /// The day it began.
        began_on: Option<NaiveDate> => Newest,
        /// When it began, UTC milliseconds.
        began_at: Option<i64> => Newest,
        /// When it ended, UTC milliseconds.
        ended_at: Option<i64> => Newest,
    }
    rules {
        fn check(before: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            phase::expect_held(&after.phases)?;
            if after.prompts.is_empty() || after.prompts.len() > PROMPTS {
                return Err(DomainError::NumberInvalid { field: "prompts" });
            }
            if after.vote_budget.is_some_and(|budget| !(1..=99).contains(&budget)) {
                return Err(DomainError::NumberInvalid { field: "vote_budget" });
            }
            if !(1..=99).contains(&after.vote_limit) {
                return Err(DomainError::NumberInvalid { field: "vote_limit" });
            }
            match before {
                Some(before) if before.state != RetroState::Planned && after.state != RetroState::Planned => {
                    before.expect_same_frame(after)
                }
                _ => Ok(()),
            }
        }
    }
}

impl Retrospective {
    /// Begins it, with its first phase and its clock.
    ///
    /// # Errors
    /// When it has begun before.
    pub fn begin(
        &mut self,
        previous: Option<RetrospectiveId>,
        context: &Context,
    ) -> Result<(), DomainError> {
        self.expect(RetroState::Planned)?;
        self.state = RetroState::Running;
        self.began_on = Some(context.today);
        self.began_at = Some(context.now_ms);
        self.previous_id = previous;
        self.enter(0, context);
        Ok(())
    }

    /// Moves to another phase, forward or back. Past *reflect* the notes are asked for, past *vote*
    /// the votes are shown; back in *vote* they are hidden again.
    ///
    /// # Errors
    /// When it is not being held, or has no such phase.
    pub fn move_to(&mut self, position: i64, context: &Context) -> Result<(), DomainError> {
        self.expect(RetroState::Running)?;
        let found = usize::try_from(position).ok();
        let wanted = found.filter(|position| *position < self.phases.len());
        let wanted = wanted.ok_or(DomainError::PhasesInvalid)?;
        let first = group_of(&self.phases, wanted).start;
        if self.passes(Phase::Reflect, first) {
            self.notes_revealed_at = Some(context.now_ms);
        }
        if self.passes(Phase::Vote, first) {
            self.votes_revealed_at = Some(context.now_ms);
        }
        self.enter(first, context);
        Ok(())
    }

    /// Puts a topic on the table, with a clock of its own; none clears the table.
    ///
    /// # Errors
    /// When topics are not being discussed.
    pub fn discuss(
        &mut self,
        topic: Option<TopicId>,
        context: &Context,
    ) -> Result<(), DomainError> {
        self.expect_in(Phase::Discuss)?;
        self.discussing_id = topic;
        if topic.is_some() {
            self.clock().begin(TOPIC_MINUTES, context.now_ms);
        }
        Ok(())
    }

    /// The topic on the table, and the milliseconds that its clock has run.
    pub fn on_the_table(&self, now_ms: i64) -> Option<(TopicId, i64)> {
        Some((self.discussing_id?, self.elapsed_ms(now_ms)))
    }

    /// Moves the shared clock.
    ///
    /// # Errors
    /// When it is not being held.
    pub fn move_clock(&mut self, clock: ClockMove, context: &Context) -> Result<(), DomainError> {
        self.expect(RetroState::Running)?;
        self.clock().move_by(clock, context.now_ms);
        Ok(())
    }

    /// Gives the lead to another person.
    ///
    /// # Errors
    /// When it is over.
    pub fn hand_over(&mut self, to: PersonId) -> Result<(), DomainError> {
        match self.state {
            RetroState::Closed => Err(self.wrong_state()),
            RetroState::Planned | RetroState::Running => {
                self.facilitator_id = Some(to);
                Ok(())
            }
        }
    }

    /// Agrees on the next step, or lets it go again.
    ///
    /// # Errors
    /// When it is not being held.
    pub fn agree(&mut self, next_step: Option<ExperimentId>) -> Result<(), DomainError> {
        self.expect(RetroState::Running)?;
        self.next_step_id = next_step;
        Ok(())
    }

    /// Ends it, on a next step or with the reason why there is none. Without a step named it is the
    /// one that was agreed on.
    ///
    /// # Errors
    /// When it is not being held, or neither is there.
    pub fn close(
        &mut self,
        next_step: Option<ExperimentId>,
        reason: &str,
        context: &Context,
    ) -> Result<(), DomainError> {
        self.expect(RetroState::Running)?;
        let next_step = next_step.or(self.next_step_id);
        if next_step.is_none() && reason.trim().is_empty() {
            return Err(DomainError::NextStepMissing);
        }
        self.next_step_id = next_step;
        self.no_step_reason = reason.to_owned();
        // Whatever was not revealed yet is revealed by its end: nobody's words stay behind.
        self.notes_revealed_at = self.notes_revealed_at.or(Some(context.now_ms));
        self.votes_revealed_at = self.votes_revealed_at.or(Some(context.now_ms));
        self.clock().stop(context.now_ms);
        self.discussing_id = None;
        self.ended_at = Some(context.now_ms);
        self.state = RetroState::Closed;
        Ok(())
    }

    /// The phases now.
    pub fn phases_now(&self) -> &[PlannedPhase] {
        match self.state {
            RetroState::Running => &self.phases[group_of(&self.phases, self.position())],
            RetroState::Planned | RetroState::Closed => &[],
        }
    }

    /// Whether a phase is now.
    pub fn is_in(&self, phase: Phase) -> bool {
        self.phases_now().iter().any(|now| now.phase == phase)
    }

    /// Refuses where a phase is not now.
    ///
    /// # Errors
    /// [`DomainError::RetrospectiveState`] where it is not being held, [`DomainError::OtherPhase`].
    pub fn expect_in(&self, phase: Phase) -> Result<(), DomainError> {
        self.expect(RetroState::Running)?;
        match self.is_in(phase) {
            true => Ok(()),
            false => Err(self.phase_refuses()),
        }
    }

    /// That the phase now takes no such thing.
    pub fn phase_refuses(&self) -> DomainError {
        DomainError::OtherPhase {
            phase: self.phases[self.position()].phase.word(),
        }
    }

    /// Refuses where it is over: then it stands as it was held.
    ///
    /// # Errors
    /// [`DomainError::RetrospectiveState`].
    pub fn expect_open(&self) -> Result<(), DomainError> {
        match self.state {
            RetroState::Closed => Err(self.wrong_state()),
            RetroState::Planned | RetroState::Running => Ok(()),
        }
    }

    /// Milliseconds that the clock has run.
    pub fn elapsed_ms(&self, now_ms: i64) -> i64 {
        elapsed_ms(self.clock_ms, self.clock_since, now_ms)
    }

    /// Votes of each participant, where there are so many topics.
    pub fn votes_each(&self, topics: usize) -> i64 {
        self.vote_budget.unwrap_or_else(|| suggested_budget(topics))
    }

    /// Whether nothing in the file may say who wrote a note.
    pub fn is_anonymous(&self) -> bool {
        self.attribution == Attribution::Anonymous
    }

    fn enter(&mut self, first: usize, context: &Context) {
        self.at_phase = i64::try_from(first).unwrap_or_default();
        self.discussing_id = None;
        let minutes = group_minutes(&self.phases, first);
        self.clock().begin(minutes, context.now_ms);
        let ahead = |phase| self.phases[first..].iter().any(|next| next.phase == phase);
        let (reflects, votes) = (ahead(Phase::Reflect), ahead(Phase::Vote));
        // Where a phase was left out of the plan nothing waits for it.
        if !reflects {
            self.notes_revealed_at = self.notes_revealed_at.or(Some(context.now_ms));
        }
        self.votes_revealed_at = match votes {
            true => None,
            false => self.votes_revealed_at.or(Some(context.now_ms)),
        };
    }

    /// Whether the group goes forward past a phase that is now, or between.
    fn passes(&self, phase: Phase, to: usize) -> bool {
        let now = group_of(&self.phases, self.position());
        let between = self.phases.get(now.start..to).unwrap_or_default();
        between.iter().any(|passed| passed.phase == phase)
    }

    /// A file can say anything; a position that is none is the first.
    fn position(&self) -> usize {
        let found = usize::try_from(self.at_phase).ok();
        found.filter(|at| *at < self.phases.len()).unwrap_or(0)
    }

    fn expect(&self, state: RetroState) -> Result<(), DomainError> {
        match self.state == state {
            true => Ok(()),
            false => Err(self.wrong_state()),
        }
    }

    fn wrong_state(&self) -> DomainError {
        DomainError::RetrospectiveState {
            state: self.state.word(),
        }
    }

    fn expect_same_frame(&self, after: &Self) -> Result<(), DomainError> {
        let changed = [
            ("format", self.format != after.format),
            ("attribution", self.attribution != after.attribution),
            ("phases", self.phases != after.phases),
        ];
        match changed.iter().find(|(_, changed)| *changed) {
            Some((field, _)) => Err(DomainError::FixedAtBegin { field }),
            None => Ok(()),
        }
    }

    fn clock(&mut self) -> SharedClock<'_> {
        SharedClock {
            limit_minutes: &mut self.limit_minutes,
            ran_ms: &mut self.clock_ms,
            since: &mut self.clock_since,
        }
    }
}

#[cfg(test)]
mod tests;
