//! The command table: every command once, with its request, its answer and the function that does
//! it. The window, the CLI and the generated TypeScript all come from here.

use kata_core::{ops, views};
use kata_domain::noun::Entity;
use kata_wire::{CoreError, *};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::session::Session;
use super::{app, attendance, check, desk, exchange, private, reads, search};

/// What a command works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The app on this machine; no board needs to be open.
    App,
    /// Reads the open board.
    Read,
    /// What passes between the app and the open board: presence, kept text, who sits here.
    Board,
    /// Writes the open board.
    Write,
}

/// One command of the table.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// What it works on.
    pub scope: Scope,
    request: fn(&mut SchemaGenerator) -> Schema,
    answer: fn(&mut SchemaGenerator) -> Schema,
    run: fn(&Session, &str, Value) -> Result<Value, CoreError>,
}

/// Kinds of operations that no command is called like.
const OWN_KINDS: [&str; 8] = [
    "answer_publish",
    "answer_put",
    "participant_join",
    "participant_leave",
    "participant_ready",
    "person_join",
    "retro_note_publish",
    "vote_set",
];

/// Every kind that an operation of this app can be of; a newer app may know more.
pub fn operation_kinds() -> impl Iterator<Item = &'static str> {
    let written = COMMANDS
        .iter()
        .filter(|command| command.scope == Scope::Write);
    written.map(|command| command.name).chain(OWN_KINDS)
}

/// The command of a name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

impl Session {
    /// Runs a command of the table.
    ///
    /// # Errors
    /// What the command answers, as it travels.
    pub fn call(&self, name: &str, params: Value) -> Result<Value, IpcError> {
        let command = find(name).ok_or_else(|| CoreError::CommandUnknown {
            name: name.chars().take(80).collect(),
        });
        command
            .and_then(|command| {
                let answer = command.run(self, params);
                if let (Err(error), Ok(workspace)) = (&answer, self.workspace())
                    && command.scope != Scope::App
                {
                    workspace.met(error);
                }
                answer
            })
            .map_err(|error| error.to_ipc())
    }
}

impl Command {
    /// The kinds of rows that its answer rests on; a change of one of them makes it stale. None for
    /// what is no read of the board.
    pub fn reads(&self) -> &'static [Entity] {
        reads::of(self.name)
    }

    /// Runs it.
    ///
    /// # Errors
    /// What the command answers.
    pub fn run(&self, session: &Session, params: Value) -> Result<Value, CoreError> {
        (self.run)(session, self.name, params)
    }

    /// JSON Schema of the request, complete in itself.
    pub fn request_schema(&self) -> Value {
        schema_of(
            SchemaSettings::draft2020_12().for_deserialize(),
            self.request,
        )
    }

    /// JSON Schema of the answer, complete in itself.
    pub fn answer_schema(&self) -> Value {
        schema_of(SchemaSettings::draft2020_12().for_serialize(), self.answer)
    }
}

pub(super) fn schema_of(
    settings: SchemaSettings,
    root: fn(&mut SchemaGenerator) -> Schema,
) -> Value {
    let mut generator = settings.into_generator();
    let schema = root(&mut generator);
    let mut value = schema.to_value();
    if let Some(object) = value.as_object_mut() {
        object.insert(
            "$defs".to_owned(),
            Value::Object(generator.take_definitions(true)),
        );
    }
    value
}

/// Reads a request; an absent one is empty. A list is none, although serde would read a struct from
/// it by position.
pub(super) fn request<R: DeserializeOwned>(command: &str, params: Value) -> Result<R, CoreError> {
    let invalid = |detail: String| CoreError::RequestInvalid {
        command: command.to_owned(),
        detail,
    };
    let params = match params {
        Value::Null => Value::Object(Default::default()),
        Value::Object(_) => params,
        _ => return Err(invalid("an object is wanted".to_owned())),
    };
    serde_path_to_error::deserialize(params)
        .map_err(|error| invalid(error.to_string().chars().take(300).collect()))
}

pub(super) fn answer<A: Serialize>(answer: A) -> Result<Value, CoreError> {
    serde_json::to_value(answer).map_err(|error| CoreError::Internal {
        detail: error.to_string(),
    })
}

/// How a handler of each scope is called.
macro_rules! run {
    (App $handler:path) => {
        |session, name, params| answer($handler(session, request(name, params)?)?)
    };
    (Read $handler:path) => {
        |session, name, params| {
            let request = request(name, params)?;
            answer(session.workspace()?.look(|look| $handler(look, request))?)
        }
    };
    (Board $handler:path) => {
        |session, name, params| {
            let request = request(name, params)?;
            answer($handler(session, session.workspace()?.as_ref(), request)?)
        }
    };
    (Write $handler:path) => {
        |session, name, params| {
            let request = request(name, params)?;
            answer(session.write(|desk| $handler(desk, request))?)
        }
    };
    (Long $handler:path) => {
        |session, name, params| {
            let request = request(name, params)?;
            answer($handler(session, request)?)
        }
    };
}

/// Where a line of the table belongs; a long write is watched while it runs.
macro_rules! scope {
    (Long) => {
        Scope::Write
    };
    ($scope:ident) => {
        Scope::$scope
    };
}

macro_rules! commands {
    ($($scope:ident $name:ident: $request:ty => $answer:ty, $summary:literal, $handler:path;)+) => {
        /// Every command, in the order of the help.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            summary: $summary,
            scope: scope!($scope),
            request: |generator| generator.subschema_for::<$request>(),
            answer: |generator| generator.subschema_for::<$answer>(),
            run: run!($scope $handler),
        }),+];
    };
}

commands! {
    App app_get: Nothing => App, "Preferences and recent files of this machine.", app::get;
    App prefs_edit: PrefsEdit => App, "Changes preferences of this machine.", app::prefs_edit;
    App recent_forget: RecentForget => App, "Takes a file off the list of recent files.", app::recent_forget;
    App board_create: BoardCreate => App, "Makes a new board file and opens it.", app::board_create;
    App board_open: BoardOpen => App, "Opens a board file.", app::board_open;
    App board_sample: Nothing => App, "Opens the sample board of this machine, made anew if it is not there.", app::board_sample;
    App board_close: Nothing => App, "Closes the board.", app::board_close;

    Board board_get: Nothing => kata_wire::Board, "The file, its people, its teams by name, what can be undone.", desk::board_get;
    Read teams_get: Nothing => kata_wire::Teams, "All teams, one row each.", views::teams::get;
    Read due_get: DueGet => kata_wire::DueList, "What is due, of one team or of all: results, dates, coaching cycles, numbers.", views::due::get;
    Read storyboard_get: StoryboardGet => kata_wire::Storyboard, "The storyboard of a focus process.", views::storyboard::get;
    Read experiments_get: ExperimentsGet => kata_wire::Experiments, "All steps of a focus process.", views::experiment::list;
    Read experiment_get: ExperimentGet => kata_wire::ExperimentView, "One step with plan, seal and result.", views::experiment::get;
    Read coaching_get: CoachingGet => kata_wire::Coaching, "The coaching card: the cycle that is held, and the board's facts beside its questions.", views::coaching::get;
    Read coaching_cycles_get: CoachingCyclesGet => kata_wire::CoachingCycles, "The coaching cycles of a focus process that were held, newest first.", views::coaching::list;
    Read obstacle_get: ObstacleGet => kata_wire::ObstacleView, "An obstacle with the steps against it.", views::obstacle::get;
    Read attachment_get: AttachmentGet => kata_wire::AttachmentContent, "The bytes of an attachment.", views::attachment::get;
    Read challenge_hints: ChallengeHints => kata_wire::Hints, "Hints on a challenge, as it stands or as it is being typed.", views::hint::of_challenge;
    Read target_condition_hints: TargetConditionHints => kata_wire::Hints, "Hints on a target condition, as it stands or as it is being typed.", views::hint::of_target_condition;
    Read obstacle_hints: ObstacleHints => kata_wire::Hints, "Hints on an obstacle, as it stands or as it is being typed.", views::hint::of_obstacle;
    Read experiment_hints: ExperimentHints => kata_wire::Hints, "Hints on a step, as it stands or as it is being typed.", views::hint::of_experiment;
    Read challenges_get: ChallengesGet => kata_wire::Challenges, "The challenges that one of a focus process can serve, and its closed ones.", views::challenge::get;
    Read observations_get: ObservationsGet => kata_wire::Observations, "The numbers of a metric, newest first, a page at a time.", views::observations::get;
    Read chart_get: ChartGet => kata_wire::MetricChart, "A metric over time: single values, limits, signals, the target, the steps judged by it.", views::chart::get;
    Read progress_get: ProgressGet => kata_wire::Progress, "Progress of a focus process on its target condition: chart, calibration, cadence, staircase, learning.", views::progress::get;
    Read learning_get: LearningGet => kata_wire::Learning, "The learning log of a focus process, newest first, or the entries that have all words.", views::progress::log;
    Read observation_preview: ObservationPreviewGet => kata_wire::ObservationPreview, "How a pasted column or a CSV text would be read: numbers, rejected lines with reasons, days that have one already.", views::observation_preview::get;
    Read metrics_get: Nothing => kata_wire::Metrics, "The metrics of all teams, each with its last number.", views::metrics::get;
    Read error_budget_get: ErrorBudgetGet => kata_wire::ErrorBudgets, "The error budgets of a team: what each objective allows, what is left and for how long.", views::error_budget::get;
    Read retrospective_get: RetrospectiveGet => kata_wire::RetrospectiveView, "A retrospective: its phase, its people, its notes and topics as far as they are shown.", views::retrospective::get;
    Read retrospectives_get: RetrospectivesGet => kata_wire::Retrospectives, "The retrospectives of a team: held, prepared, past; and topics that come up again.", views::retrospective::list;
    Read toil_get: ToilGet => kata_wire::Toil, "The toil ledger of a team: its sheets, its share against the limit, where the hours go.", views::toil::get;
    Read history_get: HistoryGet => kata_wire::History, "Who wrote what in a row or a field, newest first.", views::history::get;
    Read conflict_get: ConflictGet => kata_wire::Conflict, "The versions of a field that stand open.", views::conflict::get;
    Read removed_get: RemovedGet => kata_wire::Removed, "What was removed and can be restored.", views::removed::get;
    Read log_get: LogGet => kata_wire::Log, "A page of the log.", views::history::log;
    Board search: Search => kata_wire::Hits, "Rows that have all the words, of every team.", search::search;
    Board similar_steps: SimilarStepsGet => kata_wire::SimilarSteps, "Closed steps of any team that are like a text.", search::similar_steps;
    Board due_remind: Nothing => kata_wire::DueList, "What is due and was not said today on this machine; it counts as said from then on. Nothing where reminders are off.", desk::due_remind;
    Board report_get: ReportGet => MadeFile, "A report of a team or of a focus process, for a period, or one of its forms on paper, as a file.", exchange::report_get;
    Board chart_export: ChartExport => MadeFile, "A chart as a file: a picture, or its numbers as a table.", exchange::chart_export;
    App job_cancel: JobCancel => Nothing, "Ends long work that was begun under a name.", exchange::job_cancel;
    Board presence_get: Nothing => Presence, "Who has the file open.", desk::presence_get;
    Board board_check: Nothing => CheckReport, "Checks the file: integrity, foreign keys, log against rows, hash chain.", check::board_check;
    Board presence_writing: PresenceWriting => Presence, "Says where this person writes.", desk::presence_writing;
    Board presence_follow: PresenceFollow => Presence, "Follows a coaching cycle, and turns its card for everybody who does.", desk::presence_follow;
    Board retrospective_follow: RetrospectiveFollow => Presence, "Stands in front of a retrospective: how many notes wait on all machines, and who is there.", attendance::retrospective_follow;
    Board note_get: NoteGet => Note, "A note that is kept on this computer alone.", desk::note_get;
    Board note_put: NotePut => Nothing, "Keeps a note on this computer, never in the shared file.", desk::note_put;
    Board draft_put: DraftPut => Nothing, "Keeps typed text on this computer.", desk::draft_put;
    Board draft_list: Nothing => Drafts, "Texts kept on this computer for this board and person.", desk::draft_list;
    Board draft_drop: DraftDrop => Nothing, "Lets go of kept text.", desk::draft_drop;
    Board me_choose: MeChoose => kata_wire::Board, "Says who sits at this app.", desk::me_choose;

    Write person_create: PersonCreate => Written, "Makes a person.", ops::person::create;
    Write person_edit: PersonEdit => Written, "Changes a person.", ops::person::edit;
    Write person_remove: RowId => Written, "Removes a person from the board's list; what they wrote stays.", ops::person::remove;
    Write person_restore: RowId => Written, "Restores a person.", ops::person::restore;
    Write team_create: TeamCreate => Written, "Makes a team.", ops::team::create;
    Write team_edit: TeamEdit => Written, "Changes a team.", ops::team::edit;
    Write team_remove: RowId => Written, "Removes a team with its board.", ops::team::remove;
    Write team_restore: RowId => Written, "Restores a team.", ops::team::restore;
    Write membership_create: MembershipCreate => Written, "Puts a person into a team, also one whom the board does not know yet.", ops::membership::create;
    Write membership_edit: MembershipEdit => Written, "Changes the roles of a person in a team.", ops::membership::edit;
    Write membership_remove: RowId => Written, "Takes a person out of a team.", ops::membership::remove;
    Write membership_restore: RowId => Written, "Puts a person back into a team.", ops::membership::restore;
    Write focus_process_create: FocusProcessCreate => Written, "Makes a focus process.", ops::focus_process::create;
    Write focus_process_edit: FocusProcessEdit => Written, "Changes a focus process.", ops::focus_process::edit;
    Write focus_process_move: Move => Written, "Moves a focus process in the team's order.", ops::focus_process::move_after;
    Write focus_process_remove: RowId => Written, "Removes a focus process.", ops::focus_process::remove;
    Write focus_process_restore: RowId => Written, "Restores a focus process.", ops::focus_process::restore;
    Write challenge_create: ChallengeCreate => Written, "Writes a challenge.", ops::challenge::create;
    Write challenge_edit: ChallengeEdit => Written, "Changes a challenge.", ops::challenge::edit;
    Write challenge_remove: RowId => Written, "Removes a challenge.", ops::challenge::remove;
    Write challenge_restore: RowId => Written, "Restores a challenge.", ops::challenge::restore;
    Write current_condition_create: CurrentConditionCreate => Written, "Writes a new grasp of the current condition.", ops::current_condition::create;
    Write current_condition_edit: CurrentConditionEdit => Written, "Changes a grasp of the current condition.", ops::current_condition::edit;
    Write current_condition_remove: RowId => Written, "Removes a grasp of the current condition.", ops::current_condition::remove;
    Write current_condition_restore: RowId => Written, "Restores a grasp of the current condition.", ops::current_condition::restore;
    Write target_condition_create: TargetConditionCreate => Written, "Drafts a target condition.", ops::target_condition::create;
    Write target_condition_edit: TargetConditionEdit => Written, "Changes a target condition.", ops::target_condition::edit;
    Write target_condition_activate: TargetConditionActivate => Written, "Makes a draft the active target condition and fixes its date.", ops::target_condition::activate;
    Write target_condition_close: TargetConditionClose => Written, "Closes the active target condition with its summary reflection.", ops::target_condition::close;
    Write target_condition_remove: RowId => Written, "Removes a target condition that is no longer active.", ops::target_condition::remove;
    Write target_condition_restore: RowId => Written, "Restores a target condition.", ops::target_condition::restore;
    Write obstacle_create: ObstacleCreate => Written, "Adds an obstacle to the parking lot.", ops::obstacle::create;
    Write obstacle_edit: ObstacleEdit => Written, "Changes an obstacle.", ops::obstacle::edit;
    Write obstacle_move: Move => Written, "Moves an obstacle in the parking lot.", ops::obstacle::move_after;
    Write obstacle_address: ObstacleAddress => Written, "Makes this the one obstacle addressed now.", ops::obstacle::address;
    Write obstacle_move_to: ObstacleMoveTo => Written, "Parks an obstacle, clears it, or says it was none.", ops::obstacle::move_to;
    Write obstacle_remove: RowId => Written, "Removes an obstacle.", ops::obstacle::remove;
    Write obstacle_restore: RowId => Written, "Restores an obstacle.", ops::obstacle::restore;
    Write metric_create: MetricCreate => Written, "Makes a metric.", ops::metric::create;
    Write metric_edit: MetricEdit => Written, "Changes a metric.", ops::metric::edit;
    Write metric_move: Move => Written, "Moves a metric in the team's order.", ops::metric::move_after;
    Write metric_remove: RowId => Written, "Removes a metric.", ops::metric::remove;
    Write metric_restore: RowId => Written, "Restores a metric.", ops::metric::restore;
    Write observation_add: ObservationAdd => Written, "Writes observations of a metric, all of them or none.", ops::observation::add;
    Long observation_import: ObservationImport => Imported, "Imports a pasted column or a CSV text as one operation, all of it or nothing.", exchange::observation_import;
    Write observation_edit: ObservationEdit => Written, "Corrects an observation; the old value stays in the history.", ops::observation::edit;
    Write observation_remove: RowId => Written, "Removes an observation.", ops::observation::remove;
    Write observation_restore: RowId => Written, "Restores an observation.", ops::observation::restore;
    Write experiment_create: ExperimentCreate => Written, "Plans a step.", ops::experiment::create;
    Write experiment_edit: ExperimentEdit => Written, "Changes a step; after sealing, a sealed field is amended.", ops::experiment::edit;
    Write experiment_seal: ExperimentMove => Written, "Seals the prediction and starts the step.", ops::experiment::seal;
    Write experiment_finish: ExperimentMove => Written, "Says that the step is done; its result opens before the check date.", ops::experiment::finish;
    Write experiment_evaluate: ExperimentEvaluate => Written, "Closes a step with what its result says of the prediction.", ops::experiment::evaluate;
    Write experiment_abandon: ExperimentGiveUp => Written, "Abandons a running step, with what was learned.", ops::experiment::abandon;
    Write experiment_could_not_run: ExperimentGiveUp => Written, "Closes a running step that could not be run, with what was learned.", ops::experiment::could_not_run;
    Write experiment_remove: RowId => Written, "Removes a step that is still in pencil.", ops::experiment::remove;
    Write experiment_restore: RowId => Written, "Restores a step.", ops::experiment::restore;
    Write coaching_cycle_begin: CoachingCycleBegin => Written, "Begins a coaching cycle, or joins the one that began today.", ops::coaching_cycle::begin;
    Write coaching_cycle_unknown: CoachingCycleUnknown => Written, "Writes down what is not known, and plans to go and see it.", ops::coaching_cycle::unknown;
    Write coaching_cycle_edit: CoachingCycleEdit => Written, "Changes what stands beside a coaching cycle.", ops::coaching_cycle::edit;
    Write coaching_cycle_clock: CoachingCycleClock => Written, "Pauses the shared clock, lets it go on, or adds a minute.", ops::coaching_cycle::clock;
    Write coaching_cycle_finish: CoachingCycleFinish => Written, "Ends a coaching cycle with its next step and books the next cycle.", ops::coaching_cycle::finish;
    Write coaching_cycle_break_off: CoachingCycleMove => Written, "Breaks a coaching cycle off; what was said stays.", ops::coaching_cycle::break_off;
    Write coaching_cycle_remove: RowId => Written, "Removes a coaching cycle.", ops::coaching_cycle::remove;
    Write coaching_cycle_restore: RowId => Written, "Restores a coaching cycle.", ops::coaching_cycle::restore;
    Write attachment_add: AttachmentAdd => Written, "Copies a file into the board as evidence of a step.", ops::attachment::add;
    Write attachment_edit: AttachmentEdit => Written, "Gives an attachment another name.", ops::attachment::edit;
    Write attachment_remove: RowId => Written, "Removes an attachment.", ops::attachment::remove;
    Write attachment_restore: RowId => Written, "Restores an attachment.", ops::attachment::restore;
    Write baseline_window_create: BaselineWindowCreate => Written, "Decides on the days from which a metric's limits are computed.", ops::baseline_window::create;
    Write baseline_window_edit: BaselineWindowEdit => Written, "Changes a baseline window or its reason.", ops::baseline_window::edit;
    Write baseline_window_remove: RowId => Written, "Takes the decision on a baseline window back.", ops::baseline_window::remove;
    Write baseline_window_restore: RowId => Written, "Restores a baseline window.", ops::baseline_window::restore;
    Write slo_create: SloCreate => Written, "Makes a service level objective; the budget left becomes a number of its metric.", ops::slo::create;
    Write slo_edit: SloEdit => Written, "Changes a service level objective; the budget left of its days follows.", ops::slo::edit;
    Write slo_remove: RowId => Written, "Removes a service level objective; its numbers stay.", ops::slo::remove;
    Write slo_restore: RowId => Written, "Restores a service level objective.", ops::slo::restore;
    Write bad_day_create: BadDayCreate => Written, "Writes what was bad on a day, and the budget left.", ops::bad_day::create;
    Write bad_day_edit: BadDayEdit => Written, "Corrects what was bad on a day, and the budget left.", ops::bad_day::edit;
    Write bad_day_remove: RowId => Written, "Removes a bad day with its number.", ops::bad_day::remove;
    Write bad_day_restore: RowId => Written, "Restores a bad day with its number.", ops::bad_day::restore;
    Write toil_ledger_begin: ToilLedgerBegin => Written, "Begins a team's toil ledger; each saved week becomes a number of its metric.", ops::toil::begin;
    Write toil_ledger_edit: ToilLedgerEdit => Written, "Changes the limit or the overhead of a toil ledger.", ops::toil::edit;
    Write toil_category_create: ToilCategoryCreate => Written, "Makes a kind of toil.", ops::toil::category::create;
    Write toil_category_edit: ToilCategoryEdit => Written, "Changes a kind of toil.", ops::toil::category::edit;
    Write toil_category_move: Move => Written, "Moves a kind of toil on the sheet.", ops::toil::category::move_after;
    Write toil_category_remove: RowId => Written, "Takes a kind of toil off the sheet; its hours of past weeks stay.", ops::toil::category::remove;
    Write toil_category_restore: RowId => Written, "Restores a kind of toil.", ops::toil::category::restore;
    Write toil_week_create: ToilWeekCreate => Written, "Saves the toil sheet of a week and its share as a number of the metric.", ops::toil::week::create;
    Write toil_week_edit: ToilWeekEdit => Written, "Corrects the toil sheet of a week and its number.", ops::toil::week::edit;
    Write toil_week_remove: RowId => Written, "Removes the toil sheet of a week and its number.", ops::toil::week::remove;
    Write toil_week_restore: RowId => Written, "Restores the toil sheet of a week and its number.", ops::toil::week::restore;
    Write retrospective_create: RetrospectiveCreate => Written, "Prepares a retrospective.", ops::retrospective::create;
    Write retrospective_edit: RetrospectiveEdit => Written, "Changes a retrospective; format, phases and attribution only before it begins.", ops::retrospective::edit;
    Write retrospective_begin: RetrospectiveMove => Written, "Begins a retrospective with its first phase.", ops::retrospective::begin;
    Write retrospective_advance: RetrospectiveAdvance => Written, "Moves the group to another phase, forward or back; past reflect the notes are shown, past vote the votes.", ops::retrospective::advance;
    Write retrospective_clock: RetrospectiveClock => Written, "Pauses the shared clock, starts it, or adds a minute.", ops::retrospective::clock;
    Write retrospective_discuss: RetrospectiveDiscuss => Written, "Puts a topic on the table, with a clock of its own.", ops::retrospective::discuss;
    Write retrospective_hand_over: RetrospectiveHandOver => Written, "Gives the lead of a retrospective to another person.", ops::retrospective::hand_over;
    Write retrospective_next_step: RetrospectiveNextStep => Written, "Agrees on the next step of a retrospective, before it ends.", ops::retrospective::next_step;
    Write retrospective_close: RetrospectiveClose => Written, "Ends a retrospective, with its next step or with the reason why there is none.", ops::retrospective::close;
    Write retrospective_remove: RowId => Written, "Removes a retrospective.", ops::retrospective::remove;
    Write retrospective_restore: RowId => Written, "Restores a retrospective.", ops::retrospective::restore;
    Write timeline_event_create: TimelineEventCreate => Written, "Puts an event on the timeline of a retrospective.", ops::retrospective::timeline::create;
    Write timeline_event_edit: TimelineEventEdit => Written, "Changes an event of the timeline.", ops::retrospective::timeline::edit;
    Write timeline_event_move: Move => Written, "Moves an event on the timeline.", ops::retrospective::timeline::move_after;
    Write timeline_event_remove: RowId => Written, "Takes an event off the timeline.", ops::retrospective::timeline::remove;
    Write timeline_event_restore: RowId => Written, "Restores an event of the timeline.", ops::retrospective::timeline::restore;
    Write topic_create: TopicCreate => Written, "Makes a topic of a retrospective, with notes or without.", ops::retrospective::topic::create;
    Write topic_edit: TopicEdit => Written, "Changes a topic: its title, its tags, who can do something about it, what was said.", ops::retrospective::topic::edit;
    Write topic_move: Move => Written, "Moves a topic among the topics.", ops::retrospective::topic::move_after;
    Write topic_merge: TopicMerge => Written, "Makes a topic a part of another one, with its notes and votes.", ops::retrospective::topic::merge;
    Write topic_remove: RowId => Written, "Removes a topic; its notes stay.", ops::retrospective::topic::remove;
    Write topic_restore: RowId => Written, "Restores a topic.", ops::retrospective::topic::restore;
    Write topic_obstacle: TopicObstacle => Written, "Makes a topic an obstacle, with its notes as evidence.", ops::retrospective::topic::obstacle;
    Write retro_note_create: RetroNoteCreate => Written, "Adds a note in front of everybody, in a named retrospective.", ops::retrospective::note::create;
    Write retro_note_edit: RetroNoteEdit => Written, "Changes a note of a named retrospective.", ops::retrospective::note::edit;
    Write retro_note_remove: RowId => Written, "Removes a note of a named retrospective.", ops::retrospective::note::remove;
    Write retro_note_restore: RowId => Written, "Restores a note.", ops::retrospective::note::restore;
    Board participant_join: ParticipantJoin => Written, "Comes into a retrospective, or comes back; with a name as a guest at this machine.", private::participant_join;
    Board participant_leave: ParticipantMove => Written, "Goes; what was written stays.", private::participant_leave;
    Board participant_ready: ParticipantReady => Written, "Says whether a participant is ready with the phase now.", private::participant_ready;
    Board seats_get: SeatsGet => Seats, "The participants of a retrospective who sit at this machine.", private::seats_get;
    Board waiting_get: Nothing => Waiting, "What waits on this computer and was asked for by its retrospective.", private::waiting_get;
    Board held_get: HeldGet => HeldView, "What a participant at this machine wrote and voted; nobody else sees it.", private::held_get;
    Board note_write: NoteWrite => HeldNote, "Keeps a note on this computer until the group sees all notes.", private::note_write;
    Board note_take_back: NoteTakeBack => Nothing, "Takes back a note of one's own.", private::note_take_back;
    Board answer_write: AnswerWrite => Nothing, "Answers the check-in, the survey, what one takes away, how the session was.", private::answer_write;
    Board retrospective_publish: RetrospectivePublish => Published, "Publishes one of the notes that wait on this computer, once they are asked for.", private::retrospective_publish;
    Board vote_set: VoteSet => Nothing, "Places votes on a topic, under a random token.", private::vote_set;
    Write retro_notes_group: RetroNotesGroup => Written, "Puts notes to a topic, or takes them out.", ops::retrospective::topic::group;
    Write obstacle_review_put: ObstacleReviewPut => Written, "Decides what becomes of an open obstacle in the look back: kept, closed or dropped, with the reason.", ops::retrospective::review::put;
    Write waiver_create: WaiverCreate => Written, "Puts a hint aside with a note.", ops::waiver::create;
    Write waiver_edit: WaiverEdit => Written, "Changes the note of a hint that was put aside.", ops::waiver::edit;
    Write waiver_remove: RowId => Written, "Lets a hint stand again.", ops::waiver::remove;
    Write waiver_restore: RowId => Written, "Puts a hint aside again.", ops::waiver::restore;
    Write undo: Nothing => Undone, "Takes back the newest own operation that can still be taken back.", desk::undo;
    Write redo: Nothing => Undone, "Brings the operation again that was undone last.", desk::redo;
}
