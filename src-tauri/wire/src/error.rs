//! Errors of the core, and what travels of them: a code, its parameters, whether trying again
//! helps.

use chrono::NaiveDate;
use kata_domain::error::DomainError;
use kata_domain::field::FieldError;
use kata_domain::wire_name::camel;
use serde::Serialize;
use serde_json::{Value, json};
use thiserror::Error;

use crate::Rejected;

/// Anything that can go wrong between a request and the file.
#[derive(Debug, Error)]
pub enum CoreError {
    /// A rule of the method said no.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// The request is not of the command's shape.
    #[error("{command}: {detail}")]
    RequestInvalid {
        /// The command.
        command: String,
        /// What is wrong, with the path into the request.
        detail: String,
    },
    /// No command of this name.
    #[error("no command {name}")]
    CommandUnknown {
        /// The name that was asked for.
        name: String,
    },
    /// No row of this id, or it is of another kind.
    #[error("no row {id}")]
    NotFound {
        /// The id that was asked for.
        id: String,
    },
    /// The row is removed; restore it first.
    #[error("{id} is removed")]
    Removed {
        /// The row.
        id: String,
    },
    /// The person is already in this team.
    #[error("already a member")]
    AlreadyMember,
    /// Fields that two people wrote have to be settled first.
    #[error("versions stand open in {fields:?}")]
    VersionsOpen {
        /// The fields, as on the wire.
        fields: Vec<String>,
    },
    /// More than a command takes at once.
    #[error("at most {limit} at once")]
    TooMany {
        /// What it takes.
        limit: usize,
    },
    /// A text of numbers is larger than an import takes.
    #[error("an import has at most {limit} bytes")]
    ImportSize {
        /// Bytes it may have.
        limit: usize,
    },
    /// No line of a text is a number.
    #[error("no line is a number")]
    NothingToImport,
    /// Lines of a text are no numbers, and nobody said to leave them out.
    #[error("{count} lines are no numbers")]
    LinesRejected {
        /// How many.
        count: usize,
        /// The first of them.
        lines: Vec<Rejected>,
    },
    /// A day has a number already, and nobody said what becomes of the two.
    #[error("{on} has {old} already")]
    AlreadyMeasured {
        /// How many numbers meet another one.
        count: usize,
        /// The first day.
        on: NaiveDate,
        /// The number that stands there.
        old: f64,
    },
    /// The content of an attachment is empty or too large.
    #[error("an attachment has 1 to {limit} bytes")]
    AttachmentSize {
        /// Bytes it may have.
        limit: usize,
    },
    /// The board takes no more attachments.
    #[error("attachments of a board have at most {limit} bytes")]
    BoardFull {
        /// Bytes they may have together.
        limit: usize,
    },
    /// An older board lies where it cannot be written, and so cannot be brought up to date.
    #[error("{path} is of an older version and cannot be written here")]
    OlderFile {
        /// The path.
        path: String,
    },
    /// Whoever asked for it has ended it.
    #[error("cancelled")]
    Cancelled,
    /// No board is open.
    #[error("no board is open")]
    NoBoard,
    /// The board cannot be written.
    #[error("the board is read only: {reason}")]
    ReadOnly {
        /// Why, a word of the catalogue.
        reason: String,
    },
    /// There is nothing to undo or redo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Others changed since what undo would take back.
    #[error("changed since by others")]
    UndoOvertaken,
    /// Nothing lies at the path.
    #[error("no file at {path}")]
    FileMissing {
        /// The path.
        path: String,
    },
    /// Something lies at the path already.
    #[error("{path} exists")]
    FileExists {
        /// The path.
        path: String,
    },
    /// The folder of a new board is not there or takes no file.
    #[error("cannot write in the folder of {path}")]
    FolderUnusable {
        /// The path.
        path: String,
    },
    /// The file is no board.
    #[error("{path} is no board")]
    NotABoard {
        /// The path.
        path: String,
    },
    /// The file is damaged.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The path.
        path: String,
        /// What was found.
        detail: String,
    },
    /// The file is damaged, and this computer has a checked copy of it.
    #[error("{path} is damaged: {detail}; a copy is {copy}")]
    DamagedCopyKept {
        /// The path.
        path: String,
        /// What was found.
        detail: String,
        /// Where the newest checked copy lies.
        copy: String,
    },
    /// The file has tables, triggers or views that no version of the app makes.
    #[error("{path} has a foreign schema")]
    ForeignSchema {
        /// The path.
        path: String,
    },
    /// A newer app wrote the file, and this one may not read it.
    #[error("{path} needs a newer app")]
    NewerFile {
        /// The path.
        path: String,
    },
    /// The file has more than one name (hard links), which would break its locks.
    #[error("{path} has more than one name")]
    LinkedFile {
        /// The path.
        path: String,
    },
    /// Others kept the file for longer than the deadline.
    #[error("the file is busy")]
    Busy,
    /// The place no longer answers.
    #[error("the file does not answer: {detail}")]
    Unreachable {
        /// What the system said.
        detail: String,
    },
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// A private folder or file of this machine cannot be used.
    #[error("private files: {detail}")]
    PrivateFiles {
        /// What the system said.
        detail: String,
    },
    /// A bug.
    #[error("internal: {detail}")]
    Internal {
        /// What happened.
        detail: String,
    },
}

/// What travels of an error.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IpcError {
    /// One of [`CODES`].
    pub code: &'static str,
    /// Values for the message.
    pub params: Value,
    /// Whether the same request can succeed a little later.
    pub retryable: bool,
}

/// Every code an error can have.
pub const CODES: &[&str] = &[
    "achieve_by_fixed",
    "achieve_by_missing",
    "already_measured",
    "already_member",
    "another_active",
    "another_ledger",
    "attachment_size",
    "board_full",
    "board_name",
    "busy",
    "cancelled",
    "challenge_circle",
    "command_unknown",
    "cycle_over",
    "damaged",
    "damaged_copy_kept",
    "date_out_of_range",
    "day_taken",
    "disk_full",
    "experiment_state",
    "field_empty",
    "file_exists",
    "file_missing",
    "fixed_at_begin",
    "folder_unusable",
    "foreign_schema",
    "given_elsewhere",
    "import_size",
    "internal",
    "learned_missing",
    "lines_rejected",
    "linked_file",
    "newer_file",
    "next_step_missing",
    "no_board",
    "not_a_board",
    "not_found",
    "not_in_percent",
    "not_yours",
    "nothing_to_import",
    "nothing_to_undo",
    "number_invalid",
    "older_file",
    "other_phase",
    "phases_invalid",
    "private_files",
    "range_reversed",
    "read_only",
    "reflection_missing",
    "removed",
    "request_invalid",
    "result_closed",
    "retrospective_state",
    "same_topic",
    "seal_incomplete",
    "sealed_stays",
    "target_condition_status",
    "text_control",
    "text_too_long",
    "time_invalid",
    "toil_exceeds_hours",
    "too_many",
    "undo_overtaken",
    "unreachable",
    "versions_open",
    "votes_spent",
    "week_taken",
    "window_reversed",
];

impl CoreError {
    /// An error of this machine's private files.
    pub fn private(error: impl std::fmt::Display) -> CoreError {
        CoreError::PrivateFiles {
            detail: error.to_string(),
        }
    }

    /// The code of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Domain(rule) => rule.code(),
            Self::RequestInvalid { .. } => "request_invalid",
            Self::CommandUnknown { .. } => "command_unknown",
            Self::NotFound { .. } => "not_found",
            Self::Removed { .. } => "removed",
            Self::AlreadyMember => "already_member",
            Self::VersionsOpen { .. } => "versions_open",
            Self::TooMany { .. } => "too_many",
            Self::ImportSize { .. } => "import_size",
            Self::NothingToImport => "nothing_to_import",
            Self::LinesRejected { .. } => "lines_rejected",
            Self::AlreadyMeasured { .. } => "already_measured",
            Self::AttachmentSize { .. } => "attachment_size",
            Self::BoardFull { .. } => "board_full",
            Self::OlderFile { .. } => "older_file",
            Self::Cancelled => "cancelled",
            Self::NoBoard => "no_board",
            Self::ReadOnly { .. } => "read_only",
            Self::NothingToUndo => "nothing_to_undo",
            Self::UndoOvertaken => "undo_overtaken",
            Self::FileMissing { .. } => "file_missing",
            Self::FileExists { .. } => "file_exists",
            Self::FolderUnusable { .. } => "folder_unusable",
            Self::NotABoard { .. } => "not_a_board",
            Self::Damaged { .. } => "damaged",
            Self::DamagedCopyKept { .. } => "damaged_copy_kept",
            Self::ForeignSchema { .. } => "foreign_schema",
            Self::NewerFile { .. } => "newer_file",
            Self::LinkedFile { .. } => "linked_file",
            Self::Busy => "busy",
            Self::Unreachable { .. } => "unreachable",
            Self::DiskFull => "disk_full",
            Self::PrivateFiles { .. } => "private_files",
            Self::Internal { .. } => "internal",
        }
    }

    fn params(&self) -> Value {
        match self {
            Self::Domain(rule) => domain_params(rule),
            Self::RequestInvalid { command, detail } => {
                json!({ "command": command, "detail": detail })
            }
            Self::CommandUnknown { name } => json!({ "name": name }),
            Self::NotFound { id } | Self::Removed { id } => json!({ "id": id }),
            Self::VersionsOpen { fields } => json!({ "fields": fields }),
            Self::LinesRejected { count, lines } => json!({ "count": count, "lines": lines }),
            Self::AlreadyMeasured { count, on, old } => {
                json!({ "count": count, "on": on, "old": old })
            }
            Self::TooMany { limit }
            | Self::ImportSize { limit }
            | Self::AttachmentSize { limit }
            | Self::BoardFull { limit } => json!({ "limit": limit }),
            Self::ReadOnly { reason } => json!({ "reason": reason }),
            Self::FileMissing { path }
            | Self::FileExists { path }
            | Self::FolderUnusable { path }
            | Self::NotABoard { path }
            | Self::ForeignSchema { path }
            | Self::NewerFile { path }
            | Self::OlderFile { path }
            | Self::LinkedFile { path } => json!({ "path": path }),
            Self::Damaged { path, detail } => json!({ "path": path, "detail": detail }),
            Self::DamagedCopyKept { path, detail, copy } => {
                json!({ "path": path, "detail": detail, "copy": copy })
            }
            Self::Unreachable { detail }
            | Self::PrivateFiles { detail }
            | Self::Internal { detail } => {
                json!({ "detail": detail })
            }
            Self::AlreadyMember
            | Self::Cancelled
            | Self::NoBoard
            | Self::NothingToUndo
            | Self::NothingToImport
            | Self::UndoOvertaken
            | Self::Busy
            | Self::DiskFull => json!({}),
        }
    }

    /// What travels of this error.
    pub fn to_ipc(&self) -> IpcError {
        let retryable = matches!(self, Self::Busy | Self::Unreachable { .. } | Self::DiskFull);
        IpcError {
            code: self.code(),
            params: self.params(),
            retryable,
        }
    }
}

fn domain_params(rule: &DomainError) -> Value {
    match rule {
        DomainError::FieldEmpty { field }
        | DomainError::TextControl { field }
        | DomainError::NumberInvalid { field }
        | DomainError::TimeInvalid { field }
        | DomainError::FixedAtBegin { field }
        | DomainError::DateOutOfRange { field } => json!({ "field": camel(field) }),
        DomainError::TextTooLong {
            field,
            limit,
            length,
        } => {
            json!({ "field": camel(field), "limit": limit, "length": length })
        }
        DomainError::SealIncomplete { missing } => {
            json!({ "missing": missing.iter().map(|f| camel(f)).collect::<Vec<_>>() })
        }
        DomainError::ExperimentState { number, state } => {
            json!({ "number": number, "state": state })
        }
        DomainError::ResultClosed { opens_on } => json!({ "opensOn": opens_on }),
        DomainError::TargetConditionStatus { status } => json!({ "status": status }),
        DomainError::DayTaken { day_on } => json!({ "dayOn": day_on }),
        DomainError::WeekTaken { week_on } => json!({ "weekOn": week_on }),
        DomainError::RetrospectiveState { state } => json!({ "state": state }),
        DomainError::OtherPhase { phase } => json!({ "phase": phase }),
        DomainError::VotesSpent { limit } => json!({ "limit": limit }),
        DomainError::RangeReversed
        | DomainError::PhasesInvalid
        | DomainError::SameTopic
        | DomainError::NextStepMissing
        | DomainError::NotYours
        | DomainError::GivenElsewhere
        | DomainError::WindowReversed
        | DomainError::SealedStays
        | DomainError::LearnedMissing
        | DomainError::AchieveByFixed
        | DomainError::AchieveByMissing
        | DomainError::AnotherActive
        | DomainError::ChallengeCircle
        | DomainError::CycleOver
        | DomainError::ToilExceedsHours
        | DomainError::AnotherLedger
        | DomainError::NotInPercent
        | DomainError::ReflectionMissing => json!({}),
    }
}

impl From<FieldError> for CoreError {
    fn from(error: FieldError) -> Self {
        CoreError::Damaged {
            path: String::new(),
            detail: error.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
