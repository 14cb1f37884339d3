//! What a sample team's story consists of: plain data, with days counted from the day the board is
//! made (negative is the past).

use kata_domain::retrospective::{Mismatch, Waste};
use kata_domain::{
    Comparison, Decision, ExperimentKind, Good, MetricKind, ObstacleState, Outcome, Reach, Role,
    ToilAttribute, WorkType,
};

/// One team on its way.
pub(super) struct Story {
    /// The team's name.
    pub team: &'static str,
    /// Its people by name; the first one is the learner and writes most of the board.
    pub members: &'static [(&'static str, &'static [Role])],
    /// The day the team begins.
    pub begins: i64,
    /// The focus process.
    pub process: &'static str,
    /// Where the process begins and ends.
    pub scope: &'static str,
    /// The outcome metric and the process metric.
    pub metrics: [MetricPlan; 2],
    /// Who measures.
    pub measured_by: &'static str,
    /// How.
    pub measured_how: &'static str,
    /// A day with a value of each metric.
    pub values: &'static [(i64, [f64; 2])],
    /// The kinds of toil of its ledger; none where it has no ledger.
    pub toil: &'static [ToilPlan],
    /// The challenge.
    pub challenge: ChallengePlan,
    /// The target conditions, the active one last.
    pub targets: &'static [TargetPlan],
    /// Grasps of the current condition.
    pub conditions: &'static [ConditionPlan],
    /// The parking lot.
    pub obstacles: &'static [ObstaclePlan],
    /// The experimenting record.
    pub steps: &'static [StepPlan],
    /// The retrospective it held.
    pub retrospective: Option<RetroPlan>,
}

/// A retrospective on one delivery. It ends on the step that starts on its day.
pub(super) struct RetroPlan {
    pub day: i64,
    pub title: &'static str,
    pub subject: &'static str,
    pub summary: &'static str,
    /// Who takes part; the first one leads.
    pub people: &'static [SeatPlan],
    /// How long, who, what.
    pub timeline: &'static [[&'static str; 3]],
    pub topics: &'static [TopicPlan],
    /// What the next one is called, which is prepared.
    pub next: &'static str,
}

/// Somebody who takes part.
pub(super) struct SeatPlan {
    pub name: &'static str,
    pub check_in: &'static str,
    /// Prompt and words.
    pub notes: &'static [[&'static str; 2]],
    /// On each topic.
    pub votes: &'static [i64],
    pub takeaway: &'static str,
    pub rating: i64,
}

/// A topic, with its notes by their place among those of all people.
pub(super) struct TopicPlan {
    pub title: &'static str,
    pub notes: &'static [usize],
    pub wastes: &'static [Waste],
    pub mismatches: &'static [Mismatch],
    pub reach: Reach,
    pub said: &'static str,
    /// Minutes on the table.
    pub minutes: i64,
    /// Whether it becomes an obstacle.
    pub obstacle: bool,
}

/// A metric.
pub(super) struct MetricPlan {
    pub name: &'static str,
    pub unit: &'static str,
    pub kind: MetricKind,
    pub good: Good,
    pub definition: &'static str,
    pub source: &'static str,
}

/// A kind of toil.
pub(super) struct ToilPlan {
    pub name: &'static str,
    pub attributes: &'static [ToilAttribute],
    /// Hours of each week; none for the kind that has what the others leave of the outcome metric.
    pub hours: Option<f64>,
}

/// The challenge.
pub(super) struct ChallengePlan {
    pub statement: &'static str,
    /// Months from the day the board is made.
    pub horizon_months: u32,
    pub why: &'static str,
    pub operational_outcomes: &'static str,
    pub business_outcomes: &'static str,
    pub milestones: &'static str,
    /// A member.
    pub owner: &'static str,
}

/// A target condition; the comparisons and targets are of the outcome and the process metric.
pub(super) struct TargetPlan {
    pub set: i64,
    pub achieve_by: i64,
    pub outcome: Option<(Comparison, f64)>,
    pub process: Option<(Comparison, f64)>,
    pub operating_pattern: &'static str,
    /// The day it was met, and the summary reflection.
    pub met: Option<(i64, &'static str)>,
}

/// A grasp of the current condition.
pub(super) struct ConditionPlan {
    pub day: i64,
    pub operating_pattern: &'static str,
    pub gets_in_the_way: &'static str,
    pub goes_wrong_when: &'static str,
    pub work_type: WorkType,
}

/// An obstacle, the day the pointer moves to it, and how it ends.
pub(super) struct ObstaclePlan {
    pub found: i64,
    pub text: &'static str,
    pub evidence: &'static str,
    pub reach: Reach,
    pub addressed: Option<i64>,
    pub closed: Option<(i64, ObstacleState)>,
}

/// A step with its prediction, and with its result where the check date has come.
pub(super) struct StepPlan {
    pub start: i64,
    pub check: i64,
    /// The question at which the coaching cycle before the step met the threshold of knowledge, and
    /// what was not known there.
    pub threshold: Option<(i64, &'static str)>,
    pub kind: ExperimentKind,
    pub step: &'static str,
    /// Judged by the outcome metric, or by words alone.
    pub measured: bool,
    pub baseline: Option<f64>,
    pub predicted: Option<f64>,
    pub prediction: &'static str,
    pub confidence: i64,
    pub sample: &'static str,
    pub guardrails: &'static str,
    pub if_confirmed: &'static str,
    pub if_refuted: &'static str,
    pub result: Option<ResultPlan>,
}

/// What was seen on the check date.
pub(super) struct ResultPlan {
    pub actual: Option<f64>,
    pub happened: &'static str,
    pub learned: &'static str,
    pub belief: &'static str,
    pub outcome: Outcome,
    pub decision: Decision,
}
