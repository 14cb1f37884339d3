//! Requests and replies of the command table, as they travel. A request that edits carries only the
//! fields it changes, and for each what it was based on.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kata_domain::hint::Hint;
use kata_domain::ids::{
    AttachmentId, BadDayId, BaselineWindowId, ChallengeId, CoachingCycleId, CurrentConditionId,
    ExperimentId, FocusProcessId, MembershipId, MetricId, ObservationId, ObstacleId, OperationId,
    PersonId, RetrospectiveId, SloId, TargetConditionId, TeamId, ToilCategoryId, ToilLedgerId,
    ToilWeekId, WaiverId,
};
use kata_domain::noun::Entity;
use kata_domain::{
    AttachmentPatch, BadDayPatch, BaselineWindowPatch, BudgetUnit, CategoryHours, ChallengePatch,
    ClockMove, Closing, CoachingCyclePatch, CurrentConditionPatch, Decision, ExperimentPatch,
    FocusProcessPatch, MembershipPatch, MetricKind, MetricPatch, ObservationPatch, ObstaclePatch,
    ObstacleState, Outcome, PersonPatch, Role, SloPatch, TargetConditionPatch, TeamPatch,
    ToilCategoryPatch, ToilLedgerPatch, ToilWeekPatch, WaiverPatch,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Access, DroppedFile, Duplicates, Theme, Told, Trouble};

/// What the fields of an edit were based on: field (as on the wire) to the heads that were shown.
/// A field that is not named is written over what stands there now.
pub type BasedOn = BTreeMap<String, Vec<OperationId>>;

macro_rules! requests {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }
    )+};
}

mod private;
mod retrospective;

pub use private::*;
pub use retrospective::*;

requests! {
    /// A command that needs nothing.
    Nothing {}

    /// Which row.
    RowId {
        /// The row's id, of any kind.
        id: String,
    }
    /// Where a row goes.
    Move {
        /// The row.
        id: String,
        /// The row it shall stand after; none for the first place.
        #[serde(default)]
        after: Option<String>,
    }

    /// Makes a person.
    PersonCreate {
        /// Its fields.
        fields: PersonPatch,
    }
    /// Changes a person.
    PersonEdit {
        /// The person.
        id: PersonId,
        /// What changes.
        fields: PersonPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Says who sits at this app.
    MeChoose {
        /// The person; none to be nobody again.
        #[serde(default)]
        person_id: Option<PersonId>,
        /// A name that becomes a person with the first write.
        #[serde(default)]
        name: Option<String>,
    }

    /// Makes a team.
    TeamCreate {
        /// Its fields.
        fields: TeamPatch,
    }
    /// Changes a team.
    TeamEdit {
        /// The team.
        id: TeamId,
        /// What changes.
        fields: TeamPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Puts a person into a team.
    MembershipCreate {
        /// The team.
        team_id: TeamId,
        /// The person.
        #[serde(default)]
        person_id: Option<PersonId>,
        /// In the person's place: the name of somebody the board does not know yet, who is made
        /// with it.
        #[serde(default)]
        name: Option<String>,
        /// The roles taken.
        #[serde(default)]
        roles: Vec<Role>,
    }
    /// Changes the roles of a person in a team.
    MembershipEdit {
        /// The membership.
        id: MembershipId,
        /// What changes.
        fields: MembershipPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }

    /// Makes a focus process.
    FocusProcessCreate {
        /// The team.
        team_id: TeamId,
        /// Its fields.
        fields: FocusProcessPatch,
    }
    /// Changes a focus process.
    FocusProcessEdit {
        /// The process.
        id: FocusProcessId,
        /// What changes.
        fields: FocusProcessPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Makes a challenge.
    ChallengeCreate {
        /// The process.
        focus_process_id: FocusProcessId,
        /// Its fields.
        fields: ChallengePatch,
    }
    /// Changes a challenge.
    ChallengeEdit {
        /// The challenge.
        id: ChallengeId,
        /// What changes.
        fields: ChallengePatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Writes a new grasp of the current condition.
    CurrentConditionCreate {
        /// The process.
        focus_process_id: FocusProcessId,
        /// What its fields do not say stays as the newest grasp has it.
        #[serde(default)]
        continues: bool,
        /// Its fields.
        fields: CurrentConditionPatch,
    }
    /// Changes a grasp of the current condition.
    CurrentConditionEdit {
        /// The current condition.
        id: CurrentConditionId,
        /// What changes.
        fields: CurrentConditionPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Drafts a target condition.
    TargetConditionCreate {
        /// The process.
        focus_process_id: FocusProcessId,
        /// Its fields.
        fields: TargetConditionPatch,
    }
    /// Changes a target condition.
    TargetConditionEdit {
        /// The target condition.
        id: TargetConditionId,
        /// The metric that is made for it.
        #[serde(default)]
        new_metric: Option<MadeFor>,
        /// What changes.
        fields: TargetConditionPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Makes a draft the active target condition; its date is fixed from here on.
    TargetConditionActivate {
        /// The draft.
        id: TargetConditionId,
    }
    /// One obstacle with the steps against it.
    ObstacleGet {
        /// The obstacle.
        id: ObstacleId,
    }
    /// Adds an obstacle to the parking lot.
    ObstacleCreate {
        /// The process.
        focus_process_id: FocusProcessId,
        /// Its fields.
        fields: ObstaclePatch,
        /// The step that brought it to light.
        #[serde(default)]
        from_experiment_id: Option<ExperimentId>,
    }
    /// Changes an obstacle.
    ObstacleEdit {
        /// The obstacle.
        id: ObstacleId,
        /// What changes.
        fields: ObstaclePatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Makes this the ONE obstacle addressed now.
    ObstacleAddress {
        /// The obstacle.
        id: ObstacleId,
    }
    /// Makes a metric.
    MetricCreate {
        /// The team.
        team_id: TeamId,
        /// Its fields.
        fields: MetricPatch,
    }
    /// Changes a metric.
    MetricEdit {
        /// The metric.
        id: MetricId,
        /// What changes.
        fields: MetricPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// One observation to write.
    ObservationNew {
        /// The value, in the metric's unit.
        value: f64,
        /// The value as it was typed; the number's own text where absent.
        #[serde(default)]
        value_text: Option<String>,
        /// The day; today where absent.
        #[serde(default)]
        observed_on: Option<NaiveDate>,
        /// Who measured it.
        #[serde(default)]
        measured_by: Option<String>,
        /// How.
        #[serde(default)]
        how: Option<String>,
        /// A remark.
        #[serde(default)]
        note: Option<String>,
    }
    /// Writes observations of a metric, all of them or none.
    ObservationAdd {
        /// The metric; or
        #[serde(default)]
        metric_id: Option<MetricId>,
        /// the one that is made for them.
        #[serde(default)]
        new_metric: Option<MetricCreate>,
        /// What points to the metric from now on.
        #[serde(default)]
        points: Option<PointsTo>,
        /// At most 200 at once.
        observations: Vec<ObservationNew>,
        /// What becomes of a number whose day has one already; both stand where absent.
        #[serde(default = "keep_both")]
        duplicates: Duplicates,
    }
    /// Which text is looked at before it is imported.
    ObservationPreviewGet {
        /// The metric; none where it is made for this text.
        #[serde(default)]
        metric_id: Option<MetricId>,
        /// A pasted column, or a CSV file's text.
        text: String,
        /// How it is read; what is absent is guessed.
        #[serde(default)]
        reading: Told,
    }
    /// Imports numbers as one operation, all of them or none.
    ObservationImport {
        /// The metric; or
        #[serde(default)]
        metric_id: Option<MetricId>,
        /// the one that is made for them.
        #[serde(default)]
        new_metric: Option<MetricCreate>,
        /// A pasted column, or a CSV file's text.
        text: String,
        /// How it is read; what is absent is guessed as in the preview.
        #[serde(default)]
        reading: Told,
        /// What becomes of a number whose day has one already.
        #[serde(default)]
        duplicates: Duplicates,
        /// Lines that are no numbers are left out; without this they refuse the import.
        #[serde(default)]
        leave_out: bool,
        /// Who measured, where the text does not say.
        #[serde(default)]
        measured_by: String,
        /// How it was measured.
        #[serde(default)]
        how: String,
        /// A name to end the work by while it runs.
        #[serde(default)]
        job: Option<String>,
    }
    /// Corrects an observation; the old value stays in the history.
    ObservationEdit {
        /// The observation.
        id: ObservationId,
        /// What changes.
        fields: ObservationPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Plans a step.
    ExperimentCreate {
        /// The process.
        focus_process_id: FocusProcessId,
        /// Its fields.
        #[serde(default)]
        fields: ExperimentPatch,
        /// The retrospective that agrees on it as its next step.
        #[serde(default)]
        retrospective_id: Option<RetrospectiveId>,
    }
    /// Changes a step. A change of a sealed field is kept as an amendment.
    ExperimentEdit {
        /// The step.
        id: ExperimentId,
        /// What changes.
        fields: ExperimentPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// A move of a step that needs nothing more.
    ExperimentMove {
        /// The step.
        id: ExperimentId,
    }
    /// Closes a running step without a result.
    ExperimentGiveUp {
        /// The step.
        id: ExperimentId,
        /// What was learned all the same.
        learned: String,
        /// What stood in the way: parked as an obstacle; none where empty.
        #[serde(default)]
        obstacle: String,
    }

    /// Begins a coaching cycle.
    CoachingCycleBegin {
        /// The process.
        focus_process_id: FocusProcessId,
        /// Who answers.
        #[serde(default)]
        learner_id: Option<PersonId>,
        /// Who asks.
        #[serde(default)]
        coach_id: Option<PersonId>,
        /// Who watches.
        #[serde(default)]
        second_coach_id: Option<PersonId>,
    }
    /// Changes what stands beside a coaching cycle.
    CoachingCycleEdit {
        /// The cycle.
        id: CoachingCycleId,
        /// What changes.
        fields: CoachingCyclePatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Writes down what is not known, and plans to go and see it.
    CoachingCycleUnknown {
        /// The cycle.
        id: CoachingCycleId,
        /// The question, 1 to 5, at which it was met.
        question: i64,
        /// What is not known.
        note: String,
        /// What the step is that goes and sees; written into the planned step where that is empty
        /// still, planned where there is none.
        step: String,
        /// What the fields of the cycle were based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Ends a coaching cycle.
    CoachingCycleFinish {
        /// The cycle.
        id: CoachingCycleId,
        /// The step it ended with.
        #[serde(default)]
        next_step_id: Option<ExperimentId>,
        /// The day of the next cycle.
        #[serde(default)]
        next_on: Option<NaiveDate>,
        /// Its time of day, `HH:MM`.
        #[serde(default)]
        next_time: Option<String>,
    }
    /// A move of a coaching cycle that needs nothing more.
    CoachingCycleMove {
        /// The cycle.
        id: CoachingCycleId,
    }
    /// Copies a file into the board as evidence of a step.
    AttachmentAdd {
        /// The step.
        experiment_id: ExperimentId,
        /// What the file is called; a path is cut to its last part.
        name: String,
        /// Its bytes in Base64, at most 5 MB of them.
        data: String,
    }
    /// Gives an attachment another name.
    AttachmentEdit {
        /// The attachment.
        id: AttachmentId,
        /// What changes.
        fields: AttachmentPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Changes a baseline window or its reason.
    BaselineWindowEdit {
        /// The window.
        id: BaselineWindowId,
        /// What changes.
        fields: BaselineWindowPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Begins a team's toil ledger, with a metric of the team or a new one.
    ToilLedgerBegin {
        /// The team.
        team_id: TeamId,
        /// A metric of the team whose unit is %.
        #[serde(default)]
        metric_id: Option<MetricId>,
        /// In the metric's place: what a new one is called.
        #[serde(default)]
        metric_name: Option<String>,
        /// The operational definition of the new one.
        #[serde(default)]
        definition: Option<String>,
        /// Limit and overhead; 50 % and none where absent.
        #[serde(default)]
        fields: ToilLedgerPatch,
    }
    /// Changes a ledger's limit or overhead.
    ToilLedgerEdit {
        /// The ledger.
        id: ToilLedgerId,
        /// What changes.
        fields: ToilLedgerPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Makes a kind of toil.
    ToilCategoryCreate {
        /// The team.
        team_id: TeamId,
        /// Its fields.
        fields: ToilCategoryPatch,
    }
    /// Changes a kind of toil.
    ToilCategoryEdit {
        /// The kind of toil.
        id: ToilCategoryId,
        /// What changes.
        fields: ToilCategoryPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Corrects the sheet of a week, and the number that it is on the board.
    ToilWeekEdit {
        /// The sheet.
        id: ToilWeekId,
        /// What changes.
        fields: ToilWeekPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Changes an objective.
    SloEdit {
        /// The objective.
        id: SloId,
        /// What changes.
        fields: SloPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Corrects what was bad on a day.
    BadDayEdit {
        /// The day.
        id: BadDayId,
        /// What changes.
        fields: BadDayPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }
    /// Which error budgets.
    ErrorBudgetGet {
        /// The team.
        team_id: TeamId,
    }
    /// Which toil ledger.
    ToilGet {
        /// The team.
        team_id: TeamId,
        /// A started step whose hours given back are asked for; the newest that can be told where
        /// absent.
        #[serde(default)]
        experiment_id: Option<ExperimentId>,
        /// Of which process that newest step is; of any of the team where absent.
        #[serde(default)]
        focus_process_id: Option<FocusProcessId>,
    }
    /// Changes the note of a hint that was put aside.
    WaiverEdit {
        /// The waiver.
        id: WaiverId,
        /// What changes.
        fields: WaiverPatch,
        /// What it was based on.
        #[serde(default)]
        based_on: BasedOn,
    }

    /// Which coaching card.
    CoachingGet {
        /// The process.
        focus_process_id: FocusProcessId,
    }
    /// Which coaching cycles.
    CoachingCyclesGet {
        /// The process.
        focus_process_id: FocusProcessId,
    }
    /// Which attachment.
    AttachmentGet {
        /// The attachment.
        id: AttachmentId,
    }
    /// Hints on an obstacle, as it stands or as it is being typed.
    ObstacleHints {
        /// The obstacle; a new one where absent.
        #[serde(default)]
        id: Option<ObstacleId>,
        /// What is typed and not yet saved.
        #[serde(default)]
        fields: ObstaclePatch,
    }
    /// Searches the words of the board.
    Search {
        /// What was typed: every word has to be there, the last one may be the beginning of one.
        query: String,
        /// How many hits, 20 where absent, 50 at most.
        #[serde(default)]
        limit: Option<usize>,
        /// The asker's own team, which comes first among hits that are equally good.
        #[serde(default)]
        team_id: Option<TeamId>,
    }
    /// Asks for earlier steps like one that is being written.
    SimilarStepsGet {
        /// What is typed.
        text: String,
        /// The step it is typed in.
        #[serde(default)]
        except_id: Option<ExperimentId>,
    }
    /// Hints on a challenge, as it stands or as it is being typed.
    ChallengeHints {
        /// The challenge; a new one where absent.
        #[serde(default)]
        id: Option<ChallengeId>,
        /// What is typed and not yet saved.
        #[serde(default)]
        fields: ChallengePatch,
    }
    /// Hints on a target condition, as it stands or as it is being typed.
    TargetConditionHints {
        /// The target condition; a new one where absent.
        #[serde(default)]
        id: Option<TargetConditionId>,
        /// What is typed and not yet saved.
        #[serde(default)]
        fields: TargetConditionPatch,
    }
    /// Hints on a step, as it stands or as it is being typed.
    ExperimentHints {
        /// The step; a new one where absent.
        #[serde(default)]
        id: Option<ExperimentId>,
        /// What is typed and not yet saved.
        #[serde(default)]
        fields: ExperimentPatch,
    }

    /// Whose due things.
    DueGet {
        /// The team; all teams where absent.
        #[serde(default)]
        team_id: Option<TeamId>,
    }
    /// Which storyboard.
    StoryboardGet {
        /// The focus process; or
        #[serde(default)]
        focus_process_id: Option<FocusProcessId>,
        /// the team, for its first focus process.
        #[serde(default)]
        team_id: Option<TeamId>,
        /// At most so many of the newest steps, the others as a sum; all where absent.
        #[serde(default)]
        most_steps: Option<i64>,
    }
    /// Which step.
    ExperimentGet {
        /// The step.
        id: ExperimentId,
    }
    /// Which steps.
    ExperimentsGet {
        /// The focus process.
        focus_process_id: FocusProcessId,
        /// Leaves out so many of the newest.
        #[serde(default)]
        offset: i64,
        /// At most so many; all where absent.
        #[serde(default)]
        limit: Option<i64>,
    }
    /// For which process challenges are looked for.
    ChallengesGet {
        /// The focus process.
        focus_process_id: FocusProcessId,
    }
    /// Which numbers.
    ObservationsGet {
        /// The metric.
        metric_id: MetricId,
        /// Leaves out so many of the newest.
        #[serde(default)]
        offset: i64,
        /// At most so many; 50 where absent.
        #[serde(default)]
        limit: Option<i64>,
    }
    /// Which chart.
    ChartGet {
        /// The metric.
        metric_id: MetricId,
        /// The process whose steps and active target condition are shown; steps of the team where
        /// absent.
        #[serde(default)]
        focus_process_id: Option<FocusProcessId>,
        /// The target condition in the place of the active one.
        #[serde(default)]
        target_condition_id: Option<TargetConditionId>,
        /// Only values from this day on.
        #[serde(default)]
        from: Option<NaiveDate>,
        /// Only values up to this day.
        #[serde(default)]
        to: Option<NaiveDate>,
        /// At most about so many points; 2,400 where absent.
        #[serde(default)]
        most: Option<i64>,
    }
    /// Whose progress.
    ProgressGet {
        /// The process.
        focus_process_id: FocusProcessId,
        /// The metric of the chart; the target condition's outcome where absent.
        #[serde(default)]
        metric_id: Option<MetricId>,
    }
    /// Which entries of the learning log.
    LearningGet {
        /// The process.
        focus_process_id: FocusProcessId,
        /// Only entries that have all these words.
        #[serde(default)]
        query: String,
        /// Leaves out so many of the newest.
        #[serde(default)]
        offset: i64,
        /// At most so many; 50 where absent.
        #[serde(default)]
        limit: Option<i64>,
    }
    /// Which history.
    HistoryGet {
        /// The row, of any kind.
        id: String,
        /// One field, as on the wire; all where absent.
        #[serde(default)]
        field: Option<String>,
    }
    /// Which field.
    ConflictGet {
        /// The row, of any kind.
        id: String,
        /// The field, as on the wire.
        field: String,
    }
    /// Which removed rows.
    RemovedGet {
        /// The team; removed teams where absent.
        #[serde(default)]
        team_id: Option<TeamId>,
    }
    /// Which part of the log.
    LogGet {
        /// Operations after this sequence number.
        #[serde(default)]
        after: i64,
        /// Operations before this sequence number.
        #[serde(default)]
        before: Option<i64>,
        /// The newest of them and newest first; the oldest first where absent.
        #[serde(default)]
        newest_first: bool,
        /// At most so many; 200 where absent.
        #[serde(default)]
        limit: Option<i64>,
    }

    /// Where the person writes; nowhere where both are absent.
    PresenceWriting {
        /// The row.
        #[serde(default)]
        id: Option<String>,
        /// The field, as on the wire.
        #[serde(default)]
        field: Option<String>,
    }
    /// Which coaching cycle is followed here.
    PresenceFollow {
        /// The cycle; none to leave it.
        #[serde(default)]
        cycle_id: Option<CoachingCycleId>,
        /// Where its card is turned to, for everybody; as the others have it where absent.
        #[serde(default)]
        place: Option<u8>,
    }
    /// Which retrospective is followed here.
    RetrospectiveFollow {
        /// The retrospective; none to leave it.
        #[serde(default)]
        id: Option<RetrospectiveId>,
    }
    /// Which private note.
    NoteGet {
        /// The row it is about.
        entity_id: String,
    }
    /// Keeps a private note on this computer, never in the shared file.
    NotePut {
        /// The row it is about.
        entity_id: String,
        /// The whole note; empty to let it go.
        text: String,
    }
    /// Keeps typed text on this computer until it stands in the shared file.
    DraftPut {
        /// The row, or a name for a row that is not made yet.
        entity_id: String,
        /// The field, as on the wire.
        field: String,
        /// The text.
        text: String,
        /// What it is based on.
        #[serde(default)]
        based_on: Vec<OperationId>,
        /// Where the text belongs, for offering it again.
        #[serde(default)]
        context: Value,
    }
    /// Lets go of kept text.
    DraftDrop {
        /// The row.
        entity_id: String,
        /// The field, as on the wire.
        field: String,
        /// Only if it is still this text: what was typed meanwhile stays.
        #[serde(default)]
        text: Option<String>,
    }

    /// A report of a team, or of one of its focus processes.
    ReportGet {
        /// The team; not needed where a focus process is named.
        #[serde(default)]
        team_id: Option<TeamId>,
        /// The focus process; all of the team where it is absent.
        #[serde(default)]
        focus_process_id: Option<FocusProcessId>,
        /// The summary of this retrospective in the place of the report.
        #[serde(default)]
        retrospective_id: Option<kata_domain::ids::RetrospectiveId>,
        /// Only what was under way on this day or later.
        #[serde(default)]
        from: Option<NaiveDate>,
        /// Only what was under way on this day or earlier.
        #[serde(default)]
        to: Option<NaiveDate>,
        /// The day it is written for; today where absent.
        #[serde(default)]
        on: Option<NaiveDate>,
        /// Minutes that its local time is ahead of UTC; those of this machine where absent.
        #[serde(default)]
        utc_offset: Option<i32>,
        /// The kind of file.
        #[serde(default)]
        format: ReportFormat,
        /// A form on paper in the place of the report: always PDF, without a period.
        #[serde(default)]
        form: Option<PaperForm>,
        /// A name to end the work by while it runs.
        #[serde(default)]
        job: Option<String>,
    }
    /// One chart as a file.
    ChartExport {
        /// The metric.
        metric_id: MetricId,
        /// The process whose steps and target are on it.
        #[serde(default)]
        focus_process_id: Option<FocusProcessId>,
        /// The target condition in the place of the active one.
        #[serde(default)]
        target_condition_id: Option<TargetConditionId>,
        /// Only values from this day on.
        #[serde(default)]
        from: Option<NaiveDate>,
        /// Only values up to this day.
        #[serde(default)]
        to: Option<NaiveDate>,
        /// The kind of file.
        #[serde(default)]
        format: ChartFormat,
    }
    /// Ends long work.
    JobCancel {
        /// The name that it was begun with.
        job: String,
    }

    /// Makes a new board file and opens it.
    BoardCreate {
        /// Where.
        path: String,
        /// Filled with the sample board.
        #[serde(default)]
        sample: bool,
    }
    /// Opens a board file.
    BoardOpen {
        /// Where.
        path: String,
    }
    /// Takes a file off the list of recent files; the file stays.
    RecentForget {
        /// Where.
        path: String,
    }
    /// Changes preferences of this person on this machine.
    PrefsEdit {
        /// The name new boards know this person by.
        #[serde(default)]
        name: Option<String>,
        /// Light, dark or as the system.
        #[serde(default)]
        theme: Option<Theme>,
        /// 0.5 to 3.
        #[serde(default)]
        zoom: Option<f64>,
        /// Whether keys are shown on buttons.
        #[serde(default)]
        key_hints: Option<bool>,
        /// Whether the system says what is due.
        #[serde(default)]
        reminders: Option<bool>,
    }
}

/// The kinds of file that a report can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// Markdown with its charts in it.
    #[default]
    Md,
    /// One HTML file that needs nothing else.
    Html,
    /// A4, with the font in it.
    Pdf,
}

/// The forms that a board has on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum PaperForm {
    /// The storyboard on one A3 across.
    Storyboard,
    /// The experimenting record on A4 across, with rows to write in.
    Record,
    /// The five questions on A6, front and back.
    Card,
}

impl PaperForm {
    /// Its name on the wire and in messages.
    pub fn word(self) -> &'static str {
        match self {
            PaperForm::Storyboard => "storyboard",
            PaperForm::Record => "record",
            PaperForm::Card => "card",
        }
    }
}

/// The kinds of file that a chart can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ChartFormat {
    /// A picture that stays sharp at any size.
    #[default]
    Svg,
    /// A picture of points.
    Png,
    /// The numbers as a table.
    Csv,
}

/// A file that was made and is written where the person says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MadeFile {
    /// What it is called; never a path.
    pub name: String,
    /// What kind of content it has.
    pub media_type: String,
    /// Its content, where it is text.
    pub text: Option<String>,
    /// Its content in base64, where it is not.
    pub data: Option<String>,
}

/// Moves the shared clock of a coaching cycle.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CoachingCycleClock {
    /// The cycle.
    pub id: CoachingCycleId,
    /// How the clock moves.
    pub clock: ClockMove,
}

/// A metric that is made for a place on the board.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MadeFor {
    /// The outcome metric there, or the process metric.
    pub metric_kind: MetricKind,
    /// What it is.
    pub metric: MetricCreate,
}

/// What points to a metric from now on.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum PointsTo {
    /// The newest grasp of the current condition of a process; one is made where there is none.
    CurrentCondition {
        /// The process.
        focus_process_id: FocusProcessId,
        /// As its outcome metric or its process metric.
        metric_kind: MetricKind,
    },
    /// A step that is planned, with the newest number as its baseline; one that was sealed stays.
    Step {
        /// The step.
        id: ExperimentId,
    },
}

/// Decides on the days from which a metric's limits are computed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BaselineWindowCreate {
    /// The metric.
    pub metric_id: MetricId,
    /// The first day.
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: NaiveDate,
    /// Why the limits are computed anew.
    pub reason: String,
}

/// Saves the sheet of a week, and its toil as a number of the ledger's metric.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToilWeekCreate {
    /// The team.
    pub team_id: TeamId,
    /// A day of the week; the sheet is of its ISO week.
    pub week_on: NaiveDate,
    /// All hours that the team worked.
    pub all_hours: f64,
    /// The hours of each kind of toil.
    pub hours: Vec<CategoryHours>,
}

/// Makes a service level objective, with a metric of the team or a new one.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SloCreate {
    /// The team.
    pub team_id: TeamId,
    /// What it counts; it stays.
    pub budget_unit: BudgetUnit,
    /// A metric of the team whose unit is %.
    #[serde(default)]
    pub metric_id: Option<MetricId>,
    /// In the metric's place: what a new one is called.
    #[serde(default)]
    pub metric_name: Option<String>,
    /// The operational definition of the new one.
    #[serde(default)]
    pub definition: Option<String>,
    /// Its fields.
    pub fields: SloPatch,
}

/// Writes what was bad on a day.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BadDayCreate {
    /// The objective.
    pub slo_id: SloId,
    /// The day; today where absent.
    #[serde(default)]
    pub day_on: Option<NaiveDate>,
    /// Bad minutes, or bad events.
    pub amount: f64,
    /// All events of the day, where events are counted.
    #[serde(default)]
    pub total: Option<f64>,
    /// What happened.
    #[serde(default)]
    pub note: String,
}

/// Puts a hint aside.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaiverCreate {
    /// The row that the hint is about.
    pub subject: String,
    /// The hint.
    pub hint: Hint,
    /// Why it does not fit here.
    pub note: String,
}

/// Moves an obstacle to another state.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObstacleMoveTo {
    /// The obstacle.
    pub id: ObstacleId,
    /// Its new state.
    pub state: ObstacleState,
}

/// Closes the active target condition.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetConditionClose {
    /// The target condition.
    pub id: TargetConditionId,
    /// How it ends.
    pub closing: Closing,
    /// The summary reflection.
    pub reflection: String,
    /// Whether the challenge is still valid.
    #[serde(default)]
    pub challenge_valid: Option<bool>,
}

/// Closes a running step with what its result says of the prediction.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExperimentEvaluate {
    /// The step.
    pub id: ExperimentId,
    /// What the result says of the prediction.
    pub outcome: Outcome,
    /// What is done with what was tried.
    #[serde(default)]
    pub decision: Option<Decision>,
}

/// What a write did.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The row, of the command's kind; the first one where there are several.
    pub id: String,
    /// The operation in the log; none where nothing changed.
    pub op: Option<OperationId>,
    /// The log's sequence number after the write.
    pub seq: i64,
    /// Fields (as on the wire) that were joined with another person's words.
    pub merged: Vec<String>,
    /// Fields (as on the wire) where two versions now stand open.
    pub open: Vec<String>,
}

/// What an import wrote.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// The operation in the log; none where nothing changed.
    pub op: Option<OperationId>,
    /// The log's sequence number after the write.
    pub seq: i64,
    /// The metric they are of.
    pub metric_id: MetricId,
    /// Numbers that are new.
    pub added: usize,
    /// Numbers that were corrected.
    pub corrected: usize,
    /// Numbers that were left out, because their day has one.
    pub skipped: usize,
    /// Lines that were left out, because they are no numbers.
    pub left_out: usize,
}

fn keep_both() -> Duplicates {
    Duplicates::KeepBoth
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// Kind of the operation that was taken back or brought again.
    pub kind: String,
    /// The log's sequence number after the write.
    pub seq: i64,
    /// Newer own operations that undo went past, because they can no longer be taken back; the
    /// newest first.
    pub skipped: Vec<Skipped>,
}

/// An operation that undo went past.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// Its kind.
    pub kind: String,
    /// Why it stays, by the code of the error.
    pub code: String,
}

/// Text kept on this computer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DraftLine {
    /// The row, or a name for a row that is not made yet.
    pub entity_id: String,
    /// The field, as on the wire.
    pub field: String,
    /// The text.
    pub text: String,
    /// What it is based on.
    pub based_on: Vec<OperationId>,
    /// Where the text belongs.
    pub context: Value,
    /// When it was kept, UTC milliseconds.
    pub at: i64,
}

/// Texts kept on this computer for this board and person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Drafts {
    /// Oldest first.
    pub drafts: Vec<DraftLine>,
}

/// Who has the file open.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Presence {
    /// Everybody but this app.
    pub peers: Vec<PeerLine>,
    /// Where the coaching card stands that is followed here.
    pub card: Option<CardPlace>,
    /// The retrospective that is followed here.
    pub retrospective: Option<GatheringLine>,
    /// When the shared clock was started of what is followed here; none while it stands.
    pub clock: Option<ClockStart>,
}

/// One start of a shared clock, by two computers' clocks.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClockStart {
    /// As the board has it, by the clock of whoever started it.
    pub since: i64,
    /// The same moment by the clock of this computer.
    pub here: i64,
}

/// Those who stand in front of one retrospective, this app among them.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct GatheringLine {
    /// The retrospective.
    pub id: RetrospectiveId,
    /// How many notes wait for the reveal, on all machines together.
    pub notes: u32,
    /// Whose apps are there.
    pub person_ids: Vec<PersonId>,
}

/// Where a coaching card stands, among all who follow its cycle.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CardPlace {
    /// The cycle.
    pub cycle_id: CoachingCycleId,
    /// The place, counted from 1.
    pub place: u8,
    /// How often the card was turned: the newest turn holds.
    pub turn: u32,
}

/// A note that is kept on this computer alone.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Its text; empty where there is none.
    pub text: String,
}

/// One other app that has the file open.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PeerLine {
    /// Its session.
    pub session: String,
    /// The person's id, where the app said so.
    pub person_id: Option<String>,
    /// The person's name.
    pub name: String,
    /// The row this person writes in.
    pub writing_id: Option<String>,
    /// The field, as on the wire.
    pub writing_field: Option<String>,
    /// The app can only read.
    pub read_only: bool,
    /// The coaching cycle this person follows.
    pub following: Option<CoachingCycleId>,
}

/// The app without a board: preferences and recent files.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct App {
    /// Version of the app.
    pub version: String,
    /// The name new boards know this person by; empty on the first start.
    pub name: String,
    /// Light, dark or as the system.
    pub theme: Theme,
    /// 0.5 to 3.
    pub zoom: f64,
    /// Whether keys are shown on buttons.
    pub key_hints: bool,
    /// Whether the system says what is due, once a day for each thing.
    pub reminders: bool,
    /// Files opened before, newest first.
    pub recent: Vec<RecentLine>,
    /// Path of the open board.
    pub board: Option<String>,
}

/// A file opened before.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecentLine {
    /// Where.
    pub path: String,
    /// File name.
    pub file_name: String,
    /// The folder it lies in.
    pub folder: String,
    /// How many teams it had when it was last open here.
    pub teams: i64,
    /// When it was last open here, UTC milliseconds.
    pub opened_at: i64,
    /// When the file last changed, UTC milliseconds; none where it cannot be reached.
    pub changed_at: Option<i64>,
    /// Whether it can probably be written, by its place alone; none where it cannot be reached.
    pub access: Option<Access>,
    /// Who has it open now.
    pub people: Vec<String>,
}

/// The result of a check of the file.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    /// Nothing was found.
    pub ok: bool,
    /// Operations in the log.
    pub operations: i64,
    /// Rows over all kinds.
    pub rows: i64,
    /// What was found, one sentence each; at most 100.
    pub findings: Vec<Finding>,
}

/// Something a check found.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Which check: `integrity`, `foreign_key`, `schema`, `log`, `chain` or `history`.
    pub check: String,
    /// What it found.
    pub detail: String,
}

/// What a batch of operations changed, as the feed tells it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChangeBatch {
    /// Sequence number before the batch.
    pub from: i64,
    /// Sequence number after it.
    pub to: i64,
    /// Where they wrote: all of it, also where an operation is told in part.
    pub wrote: Vec<Wrote>,
    /// Its operations, oldest first.
    pub operations: Vec<OperationLine>,
}

/// A kind of rows of a team in which something was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Wrote {
    /// Kind of row.
    pub entity: Entity,
    /// The team; none for what belongs to the board itself.
    pub team_id: Option<TeamId>,
}

/// One operation as the feed tells it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OperationLine {
    /// Its place in this file.
    pub seq: i64,
    /// Its id.
    pub op: OperationId,
    /// Its kind.
    pub kind: String,
    /// Who did it.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// This app did it.
    pub mine: bool,
    /// UTC milliseconds, by the writer's clock.
    pub at: i64,
    /// The rows it touched, at most 1000.
    pub touched: Vec<Touched>,
}

/// A row that an operation touched.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Touched {
    /// Kind of row.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// The team it belongs to.
    pub team_id: Option<TeamId>,
    /// The fields, as on the wire; `""` for the creation, `deleted` for removal and return.
    pub fields: Vec<String>,
}

/// What the app tells its window without being asked.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Push {
    /// Operations arrived, one's own too.
    Changes {
        /// What they changed.
        batch: ChangeBatch,
    },
    /// Somebody came, went or writes elsewhere.
    Presence {
        /// Who is here.
        presence: Presence,
    },
    /// The file answers again, or no longer.
    Reach {
        /// Whether it answers.
        reachable: bool,
        /// Since when, UTC milliseconds.
        since: i64,
    },
    /// Whether the file can be written has changed.
    Access {
        /// Whether, and if not why.
        access: Access,
    },
    /// Long work has come further.
    Progress {
        /// The name that it was begun with.
        job: String,
        /// Parts that are done.
        done: usize,
        /// All parts.
        of: usize,
    },
    /// Something was found to be wrong with the file.
    Trouble {
        /// What.
        trouble: Trouble,
    },
    /// Another board was asked for: the page asks what the window is started for again.
    WindowStart,
    /// The window closes: the page puts away what is being typed.
    WindowClosing,
    /// Files were dropped on the window.
    WindowDropped {
        /// Those that can be read.
        files: Vec<DroppedFile>,
    },
}
