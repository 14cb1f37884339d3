//! Ids: UUIDv7, 16 bytes in the file; a prefix and 32 hex digits on the wire (`exp_018f…`).

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;
use uuid::Uuid;

/// A text that is no id of the expected noun.
#[derive(Clone, Debug, Error, PartialEq)]
#[error("{text:?} is no {noun} id")]
pub struct IdError {
    /// What an id was wanted of.
    pub noun: &'static str,
    /// What came instead, cut to 80 characters.
    pub text: String,
}

fn parse(prefix: &'static str, noun: &'static str, text: &str) -> Result<Uuid, IdError> {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .filter(|hex| hex.len() == 32)
        .and_then(|hex| Uuid::try_parse(hex).ok())
        .ok_or_else(|| IdError {
            noun,
            text: text.chars().take(80).collect(),
        })
}

/// Reads an id where it stands, without a copy of its text.
struct IdVisitor<I>(PhantomData<I>);

impl<I: FromStr<Err = IdError>> de::Visitor<'_> for IdVisitor<I> {
    type Value = I;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<I, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $noun:literal,)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The prefix on the wire.
            pub const PREFIX: &'static str = $prefix;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                parse($prefix, $noun, text).map($name)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                d.deserialize_str(IdVisitor(PhantomData))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": concat!("^", $prefix, "_[0-9a-f]{32}$") })
            }
        }
    )+};
}

ids! {
    /// A person, once a board.
    PersonId "per" "person",
    /// A team.
    TeamId "tea" "team",
    /// A person's membership in a team.
    MembershipId "mem" "membership",
    /// The one process being improved.
    FocusProcessId "foc" "focus process",
    /// A challenge (direction).
    ChallengeId "cha" "challenge",
    /// A grasp of the current condition.
    CurrentConditionId "cur" "current condition",
    /// A target condition.
    TargetConditionId "tar" "target condition",
    /// An obstacle of the parking lot.
    ObstacleId "obs" "obstacle",
    /// An experiment, a row of the experimenting record.
    ExperimentId "exp" "experiment",
    /// A metric.
    MetricId "met" "metric",
    /// One measured value.
    ObservationId "val" "observation",
    /// A round of the five questions.
    CoachingCycleId "cyc" "coaching cycle",
    /// Evidence attached to a step.
    AttachmentId "att" "attachment",
    /// A hint that was put aside.
    WaiverId "wai" "waiver",
    /// The days from which a metric's limits are computed.
    BaselineWindowId "bas" "baseline window",
    /// A team's toil ledger.
    ToilLedgerId "led" "toil ledger",
    /// A kind of toil.
    ToilCategoryId "cat" "toil category",
    /// The toil sheet of a week.
    ToilWeekId "wee" "toil week",
    /// A service level objective.
    SloId "slo" "service level objective",
    /// What was bad on one day.
    BadDayId "bad" "bad day",
    /// A group's retrospective.
    RetrospectiveId "ret" "retrospective",
    /// Somebody who takes part in a retrospective.
    ParticipantId "par" "participant",
    /// What happened at one moment, on the timeline of a retrospective.
    TimelineEventId "tev" "timeline event",
    /// A note of a retrospective.
    RetroNoteId "not" "note",
    /// A topic of a retrospective.
    TopicId "top" "topic",
    /// Votes on one topic.
    VoteId "vot" "vote",
    /// What somebody answered in a retrospective.
    AnswerId "ans" "answer",
    /// What was decided on an open obstacle in a retrospective.
    ObstacleReviewId "rev" "obstacle review",
    /// A batch of observations that were written together.
    BatchId "bat" "batch",
    /// An operation of the log; also the id of a field's head.
    OperationId "op" "operation",
    /// One running app or one call from a terminal.
    SessionId "ses" "session",
}
