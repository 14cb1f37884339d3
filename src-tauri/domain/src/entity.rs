//! The kinds of rows a board has, listed once: what each is called in the file, on the wire and in
//! words.

/// Runs a macro with every kind of row: its noun, its table, the type of its ids with their prefix
/// on the wire, and what people call it. Parents stand before their children.
macro_rules! each_entity {
    ($run:ident) => {
        $run! {
            /// A person, once a board.
            Person "person" PersonId "per" "person",
            /// A team.
            Team "team" TeamId "tea" "team",
            /// A person's membership in a team.
            Membership "membership" MembershipId "mem" "membership",
            /// A metric.
            Metric "metric" MetricId "met" "metric",
            /// The one process being improved.
            FocusProcess "focus_process" FocusProcessId "foc" "focus process",
            /// A challenge (direction).
            Challenge "challenge" ChallengeId "cha" "challenge",
            /// A grasp of the current condition.
            CurrentCondition "current_condition" CurrentConditionId "cur" "current condition",
            /// A target condition.
            TargetCondition "target_condition" TargetConditionId "tar" "target condition",
            /// An obstacle of the parking lot.
            Obstacle "obstacle" ObstacleId "obs" "obstacle",
            /// An experiment, a row of the experimenting record.
            Experiment "experiment" ExperimentId "exp" "experiment",
            /// One measured value.
            Observation "observation" ObservationId "val" "observation",
            /// A round of the five questions.
            CoachingCycle "coaching_cycle" CoachingCycleId "cyc" "coaching cycle",
            /// Evidence attached to a step.
            Attachment "attachment" AttachmentId "att" "attachment",
            /// A hint that was put aside.
            Waiver "waiver" WaiverId "wai" "waiver",
            /// The days from which a metric's limits are computed.
            BaselineWindow "baseline_window" BaselineWindowId "bas" "baseline window",
            /// A team's toil ledger.
            ToilLedger "toil_ledger" ToilLedgerId "led" "toil ledger",
            /// A kind of toil.
            ToilCategory "toil_category" ToilCategoryId "cat" "toil category",
            /// The toil sheet of a week.
            ToilWeek "toil_week" ToilWeekId "wee" "toil week",
            /// A service level objective.
            Slo "slo" SloId "slo" "service level objective",
            /// What was bad on one day.
            BadDay "bad_day" BadDayId "bad" "bad day",
            /// A group's retrospective.
            Retrospective "retrospective" RetrospectiveId "ret" "retrospective",
            /// Somebody who takes part in a retrospective.
            Participant "participant" ParticipantId "par" "participant",
            /// What happened at one moment, on the timeline of a retrospective.
            TimelineEvent "timeline_event" TimelineEventId "tev" "timeline event",
            /// A topic of a retrospective.
            Topic "topic" TopicId "top" "topic",
            /// A note of a retrospective.
            RetroNote "retro_note" RetroNoteId "not" "note",
            /// Votes on one topic.
            Vote "vote" VoteId "vot" "vote",
            /// What somebody answered in a retrospective.
            Answer "answer" AnswerId "ans" "answer",
            /// What was decided on an open obstacle in a retrospective.
            ObstacleReview "obstacle_review" ObstacleReviewId "rev" "obstacle review",
        }
    };
}
pub(crate) use each_entity;

macro_rules! entities {
    ($($(#[$doc:meta])* $noun:ident $table:literal $id:ident $prefix:literal $words:literal,)+) => {
        /// The kinds of rows a board has.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize,
            schemars::JsonSchema,
        )]
        pub enum Entity {$(
            $(#[$doc])*
            #[serde(rename = $table)]
            $noun,
        )+}

        impl Entity {
            /// All kinds, parents before children.
            pub const ALL: [Entity; [$($table),+].len()] = [$(Entity::$noun),+];

            /// Name of the table, and of the entity in the log and on the wire.
            pub fn name(self) -> &'static str {
                match self { $(Entity::$noun => $table),+ }
            }

            /// What its ids begin with on the wire.
            pub fn prefix(self) -> &'static str {
                match self { $(Entity::$noun => $prefix),+ }
            }
        }
    };
}
each_entity!(entities);

impl Entity {
    /// The entity of a name.
    pub fn of_name(name: &str) -> Option<Entity> {
        Self::ALL.into_iter().find(|entity| entity.name() == name)
    }

    /// The entity whose ids begin with this prefix.
    pub fn of_prefix(prefix: &str) -> Option<Entity> {
        Self::ALL
            .into_iter()
            .find(|entity| entity.prefix() == prefix)
    }
}
