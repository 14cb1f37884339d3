//! Nouns: rows with an id and fields, all described once.
//!
//! [`noun!`] makes of one description the struct, its patch (every editable field optional), the
//! table's columns and the conversions to cells and to the log. Fields under `edit` can be changed
//! by a patch; fields under `fixed` move only through the noun's own methods.

use serde_json::Value;
use uuid::Uuid;

use crate::context::Context;
use crate::error::DomainError;
use crate::field::{Cell, FieldError, FieldSpec};

/// Describes every kind of row once: its noun, its table, and the prefix of its ids. Parents stand
/// before their children.
macro_rules! entities {
    ($($noun:ident $name:literal $id:ident,)+) => {
        /// The kinds of rows a board has.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Entity {$(
            #[doc = concat!("[`crate::", stringify!($noun), "`]")]
            $noun,
        )+}

        impl Entity {
            /// All kinds, parents before children.
            pub const ALL: [Entity; [$($name),+].len()] = [$(Entity::$noun),+];

            /// Name of the table, and of the entity in the log and on the wire.
            pub fn name(self) -> &'static str {
                match self { $(Entity::$noun => $name),+ }
            }

            /// What its ids begin with on the wire.
            pub fn prefix(self) -> &'static str {
                match self { $(Entity::$noun => crate::ids::$id::PREFIX),+ }
            }
        }

        /// Runs an expression with the noun of an entity: `of_entity!(entity, N => load::<N>(id))`.
        #[macro_export]
        macro_rules! of_entity {
            ($entity:expr, $type:ident => $run:expr) => {
                match $entity {$(
                    $crate::noun::Entity::$noun => { type $type = $crate::$noun; $run }
                )+}
            };
        }
    };
}

entities! {
    Person "person" PersonId,
    Team "team" TeamId,
    Membership "membership" MembershipId,
    Metric "metric" MetricId,
    FocusProcess "focus_process" FocusProcessId,
    Challenge "challenge" ChallengeId,
    CurrentCondition "current_condition" CurrentConditionId,
    TargetCondition "target_condition" TargetConditionId,
    Obstacle "obstacle" ObstacleId,
    Experiment "experiment" ExperimentId,
    Observation "observation" ObservationId,
    CoachingCycle "coaching_cycle" CoachingCycleId,
    Attachment "attachment" AttachmentId,
    Waiver "waiver" WaiverId,
    BaselineWindow "baseline_window" BaselineWindowId,
    ToilLedger "toil_ledger" ToilLedgerId,
    ToilCategory "toil_category" ToilCategoryId,
    ToilWeek "toil_week" ToilWeekId,
    Slo "slo" SloId,
    BadDay "bad_day" BadDayId,
    Retrospective "retrospective" RetrospectiveId,
    Participant "participant" ParticipantId,
    TimelineEvent "timeline_event" TimelineEventId,
    Topic "topic" TopicId,
    RetroNote "retro_note" RetroNoteId,
    Vote "vote" VoteId,
    Answer "answer" AnswerId,
    ObstacleReview "obstacle_review" ObstacleReviewId,
}

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

/// A row of a board.
pub trait Noun: Sized + Clone + PartialEq {
    /// Its table.
    const ENTITY: Entity;
    /// Its fields in table order, without the id.
    const FIELDS: &'static [FieldSpec];
    /// Its patch.
    type Patch;

    /// The id's bytes.
    fn uuid(&self) -> Uuid;
    /// Prefix and hex.
    fn wire_id(&self) -> String;
    /// Reads the row: the id, then [`Noun::FIELDS`] in order.
    ///
    /// # Errors
    /// When a cell does not hold what its field needs.
    fn from_cells<'a>(id: Uuid, cell: impl FnMut(usize) -> Cell<'a>) -> Result<Self, FieldError>;
    /// The cell of field `index`.
    fn cell(&self, index: usize) -> Cell<'_>;
    /// The log value of field `index`.
    fn json(&self, index: usize) -> Value;
    /// Sets field `index` from a log value.
    ///
    /// # Errors
    /// When the value is of another shape.
    fn set_json(&mut self, index: usize, value: &Value) -> Result<(), FieldError>;
    /// Takes over what a patch names.
    fn apply(&mut self, patch: &Self::Patch);
    /// Brings every field into its settled form.
    ///
    /// # Errors
    /// The rule of the field that a value breaks.
    fn settle_fields(&mut self) -> Result<(), DomainError>;

    /// The noun's own rules, asked on every write, also by undo: may `before` become `after`?
    /// It may adjust `after` (for instance note that a sealed field was amended).
    ///
    /// # Errors
    /// The rule that says no.
    fn settle(
        _before: Option<&Self>,
        _after: &mut Self,
        _context: &Context,
    ) -> Result<(), DomainError> {
        Ok(())
    }

    /// May the row be removed?
    ///
    /// # Errors
    /// The rule that says no.
    fn may_remove(&self) -> Result<(), DomainError> {
        Ok(())
    }
}

/// The position of a field by its name.
pub fn field_index<N: Noun>(name: &str) -> Option<usize> {
    N::FIELDS.iter().position(|field| field.name == name)
}

/// Present in the JSON, also as null: `Some`. Absent: `None` by the field's default.
pub(crate) fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// A row that must carry a title says so here.
pub(crate) fn require(field: &'static str, text: &str) -> Result<(), DomainError> {
    if text.trim().is_empty() {
        Err(DomainError::FieldEmpty { field })
    } else {
        Ok(())
    }
}

/// Describes a noun once; see the module.
macro_rules! noun {
    (
        $(#[$doc:meta])*
        $name:ident($id:ident) $patch:ident $entity:ident
        edit { $($(#[$edoc:meta])* $efield:ident: $etype:ty => $ekind:ident,)* }
        fixed { $($(#[$fdoc:meta])* $ffield:ident: $ftype:ty => $fkind:ident,)* }
        $(rules { $($rules:item)* })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// Its id.
            pub id: $crate::ids::$id,
            $($(#[$fdoc])* pub $ffield: $ftype,)*
            $($(#[$edoc])* pub $efield: $etype,)*
        }

        #[doc = concat!("What an edit of a ", stringify!($name), " may change; absent fields stay as they are.")]
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $patch {
            $($(#[$edoc])*
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::noun::present")]
            pub $efield: Option<$etype>,)*
        }

        impl $crate::noun::Noun for $name {
            const ENTITY: $crate::noun::Entity = $crate::noun::Entity::$entity;
            const FIELDS: &'static [$crate::field::FieldSpec] = &[
                $($crate::noun::noun!(@spec $ffield $ftype, $fkind),)*
                $($crate::noun::noun!(@spec $efield $etype, $ekind),)*
            ];
            type Patch = $patch;

            fn uuid(&self) -> uuid::Uuid {
                self.id.0
            }
            fn wire_id(&self) -> String {
                self.id.to_string()
            }
            #[allow(unused_assignments)]
            fn from_cells<'a>(
                id: uuid::Uuid,
                mut cell: impl FnMut(usize) -> $crate::field::Cell<'a>,
            ) -> Result<Self, $crate::field::FieldError> {
                let mut index = 0;
                let mut next = || { let this = cell(index); index += 1; this };
                Ok(Self {
                    id: $crate::ids::$id(id),
                    $($ffield: $crate::field::Field::from_cell(next())?,)*
                    $($efield: $crate::field::Field::from_cell(next())?,)*
                })
            }
            fn cell(&self, index: usize) -> $crate::field::Cell<'_> {
                let mut at = 0;
                $(if at == index { return $crate::field::Field::to_cell(&self.$ffield); } at += 1;)*
                $(if at == index { return $crate::field::Field::to_cell(&self.$efield); } at += 1;)*
                let _ = at;
                $crate::field::Cell::Null
            }
            fn json(&self, index: usize) -> serde_json::Value {
                let mut at = 0;
                $(if at == index { return $crate::field::Field::to_json(&self.$ffield); } at += 1;)*
                $(if at == index { return $crate::field::Field::to_json(&self.$efield); } at += 1;)*
                let _ = at;
                serde_json::Value::Null
            }
            fn set_json(&mut self, index: usize, value: &serde_json::Value) -> Result<(), $crate::field::FieldError> {
                let mut at = 0;
                $(if at == index { self.$ffield = $crate::field::Field::from_json(value)?; return Ok(()); } at += 1;)*
                $(if at == index { self.$efield = $crate::field::Field::from_json(value)?; return Ok(()); } at += 1;)*
                let _ = at;
                Ok(())
            }
            fn apply(&mut self, patch: &$patch) {
                $(if let Some(value) = &patch.$efield { self.$efield = value.clone(); })*
            }
            fn settle_fields(&mut self) -> Result<(), $crate::error::DomainError> {
                $($crate::field::Field::settle(&mut self.$ffield, stringify!($ffield), $crate::field::Kind::$fkind)?;)*
                $($crate::field::Field::settle(&mut self.$efield, stringify!($efield), $crate::field::Kind::$ekind)?;)*
                Ok(())
            }
            $($($rules)*)?
        }
    };
    (@spec $field:ident $type:ty, $kind:ident) => {
        $crate::field::FieldSpec {
            name: stringify!($field),
            column: <$type as $crate::field::Field>::COLUMN,
            nullable: <$type as $crate::field::Field>::NULLABLE,
            kind: $crate::field::Kind::$kind,
        }
    };
}
pub(crate) use noun;
