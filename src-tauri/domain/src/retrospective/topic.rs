//! Topics: notes that belong together, what they are about, and who can do something about it.

use std::collections::{BTreeMap, BTreeSet};

use crate::context::Context;
use crate::error::DomainError;
use crate::field::{choice, json_field};
use crate::ids::{ObstacleId, RetrospectiveId, TopicId};
use crate::noun::{noun, require};
use crate::obstacle::Reach;

choice! {
    /// A kind of waste: DOWNTIME, and what software has beside it (Poppendieck).
    Waste {
        /// Something was not right.
        Defects = "defects",
        /// More than was asked for.
        Overproduction = "overproduction",
        /// Somebody waited.
        Waiting = "waiting",
        /// What people can do was not used.
        UnusedTalent = "unused_talent",
        /// Things were carried about.
        Transportation = "transportation",
        /// Work lay about.
        Inventory = "inventory",
        /// People went about.
        Motion = "motion",
        /// More work than the result needs.
        ExtraProcessing = "extra_processing",
        /// Partially done work.
        PartiallyDone = "partially_done",
        /// Something was learned again.
        Relearning = "relearning",
        /// Knowledge was lost on the way from hand to hand.
        Handoffs = "handoffs",
        /// Several things at once.
        TaskSwitching = "task_switching",
    }
}
json_field!(Vec<Waste>);

choice! {
    /// What does not fit between two who hand work over (Edwards).
    Mismatch {
        /// They do not know the same.
        Information = "information",
        /// They do not work the same way.
        Process = "process",
        /// Their tools do not fit.
        Tooling = "tooling",
        /// One gets more than they can do.
        Capacity = "capacity",
    }
}
json_field!(Vec<Mismatch>);

noun! {
    /// What several notes are about.
    Topic(TopicId) TopicPatch
    of retrospective_id
    title title
    searched title, notes
    edit {
        /// What it is called.
        title: String => Title,
        /// Kinds of waste seen in it.
        wastes: Vec<Waste> => Choice,
        /// Mismatches seen in it.
        mismatches: Vec<Mismatch> => Choice,
        /// Who can do something about it.
        reach: Option<Reach> => Choice,
        /// What was said about it.
        notes: String => Text,
    }
    fixed {
        /// The retrospective.
        retrospective_id: RetrospectiveId => Newest,
        /// Order among the topics.
        rank: String => Newest,
        /// The topic it became a part of. Its notes and votes count there, also those that others
        /// put to it meanwhile.
        merged_into_id: Option<TopicId> => Newest,
        /// The obstacle it became.
        obstacle_id: Option<ObstacleId> => Newest,
        /// Milliseconds that it was on the table, without the time now.
        discussed_ms: i64 => Newest,
    }
    rules {
        fn check(_: Option<&Self>, after: &mut Self, _: &Context) -> Result<(), DomainError> {
            require("title", &after.title)?;
            match after.merged_into_id == Some(after.id) {
                true => Err(DomainError::SameTopic),
                false => Ok(()),
            }
        }
    }
}

/// For every topic the one it counts for in the end; each comes with the one it became a part of.
/// One that leads to a topic that is not among them, or in a circle, counts for nothing: its notes
/// are loose again.
pub fn roots(
    topics: impl IntoIterator<Item = (TopicId, Option<TopicId>)>,
) -> BTreeMap<TopicId, TopicId> {
    let next: BTreeMap<TopicId, Option<TopicId>> = topics.into_iter().collect();
    let root = |start: TopicId| {
        let mut seen = BTreeSet::new();
        let mut at = start;
        while seen.insert(at) {
            match next.get(&at)? {
                Some(further) => at = *further,
                None => return Some(at),
            }
        }
        None
    };
    next.keys()
        .filter_map(|topic| Some((*topic, root(*topic)?)))
        .collect()
}
