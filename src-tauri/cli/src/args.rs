//! What can be typed: subcommands, options, and the help that explains them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::NonEmptyStringValueParser;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use kata_wire::{DateOrder, Decimal, Duplicates, PaperForm, ReportFormat};

const EXAMPLES: &str = "\
Examples:
  kata new payments.kata
  kata call team_create '{\"fields\":{\"name\":\"Payments\"}}' --board payments.kata --as Ana
  kata call teams_get --board payments.kata
  kata undo payments.kata --as Ana
  kata log payments.kata
  kata due payments.kata
  kata observe payments.kata --metric \"Lead time\" 41.5 --as Ana
  kata report payments.kata --team Payments -o payments.md
  kata watch payments.kata | while read -r batch; do echo \"$batch\"; done

Answers go to standard output as JSON, one line each; log, due, check and commands speak in plain words
unless --json is given. An error goes to standard error as {code, params, message, retryable}; to
a terminal, all commands but call write its message alone.

Exit status: 0 done; 1 refused, failed, or something was found; 2 wrong usage.

Environment:
  KATA_AS    who writes where --as is not given
  KATA_HOME  one folder for all private files, instead of the system's places";

const CALL_EXAMPLES: &str = "\
Examples:
  kata call app_get
  kata call team_create '{\"fields\":{\"name\":\"Payments\"}}' --board payments.kata --as Ana
  kata call storyboard_get '{\"teamId\":\"tea_019a…\"}' --board payments.kata
  echo '{\"id\":\"tea_019a…\"}' | kata call team_remove - --board payments.kata --as Ana

`kata commands` lists every NAME with what it takes.";

const NEW_EXAMPLES: &str = "\
Examples:
  kata new payments.kata
  kata new try.kata --sample";

const COMMANDS_EXAMPLES: &str = "\
In the list, ? stands behind what may be left out.

Examples:
  kata commands
  kata commands --json | jq '.[] | select(.name == \"team_edit\") | .request'";

const CHECK_EXAMPLES: &str = "\
Exit status: 0 nothing found, 1 something found or the file cannot be opened.

Examples:
  kata check payments.kata
  kata check payments.kata --json";

const LOG_EXAMPLES: &str = "\
Examples:
  kata log payments.kata
  kata log payments.kata --after 120 --json";

const DUE_EXAMPLES: &str = "\
One line a thing, the longest due first. Nothing due is no output. The status is 0 either way.

Examples:
  kata due payments.kata
  kata due payments.kata --team Payments
  kata due payments.kata --json | jq -r '.lines[].teamName' | sort -u";

const REPORT_EXAMPLES: &str = "\
The same board and the same date give the same file, byte for byte. Without -o the file is named after
the team and the date. Ctrl C ends the work and leaves no half file.

Examples:
  kata report payments.kata
  kata report payments.kata --team Payments --from 2026-01-01 --to 2026-03-31 -o quarter.md
  kata report payments.kata --team Payments --form storyboard -o storyboard.pdf
  kata report payments.kata --team Payments --retrospective October --format html -o october.html
  kata report payments.kata --team Payments --on 2026-03-31 --utc-offset 60 -o - | less";

const OBSERVE_EXAMPLES: &str = "\
A day that has a number already refuses the new one, unless --same-day says what becomes of the two;
for cron, `--same-day skip` writes a number once however often the job runs. A CSV file goes in as one
change, all of it or nothing: lines that are no numbers refuse it, and are told with their reasons.

Examples:
  kata observe payments.kata --team Payments --metric \"Lead time\" 41.5 --as Ana
  kata observe payments.kata --metric Calls 12 --on 2026-03-09 --same-day skip --as cron
  kata observe payments.kata --metric Calls --csv calls.csv --same-day correct --as Ana
  psql -c 'select day, calls from calls' --csv | kata observe payments.kata --metric Calls --csv -";

const WATCH_EXAMPLES: &str = "\
Each line is {from, to, operations}: which rows and fields changed, and who changed them. To lose
nothing between two runs, give the last line's `to` to --after.

Examples:
  kata watch payments.kata
  kata watch payments.kata --after 120 | jq -r '.operations[].kind'";

const UNDO_EXAMPLES: &str = "\
Takes back the newest operation of this person from this computer's terminals. What was done in a
window is undone there.

Examples:
  kata undo payments.kata --as Ana
  kata undo --board payments.kata --as Ana";

const REDO_EXAMPLES: &str = "\
Examples:
  kata redo payments.kata --as Ana
  kata redo --board payments.kata --as Ana";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  kata completions bash > ~/.local/share/bash-completion/completions/kata
  kata completions fish > ~/.config/fish/completions/kata.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  kata man | man -l -
  kata man call > kata-call.1";

/// Works on Kata Board files: everything a person can do in the window, from a terminal or a script
#[derive(Debug, Parser)]
#[command(name = "kata", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Make a new board file; one that exists is never written over
    #[command(after_help = NEW_EXAMPLES)]
    New {
        /// Where the file goes
        #[arg(value_parser = NonEmptyStringValueParser::new())]
        file: String,
        /// Fill it with the sample board
        #[arg(long)]
        sample: bool,
    },
    /// Run a command of the table and print its answer as JSON
    #[command(after_help = CALL_EXAMPLES)]
    Call {
        /// The command; `kata commands` lists them
        name: String,
        /// What it takes, as JSON; - reads it from standard input [default: {}]
        request: Option<String>,
        /// The board file; commands on this computer alone need none
        #[arg(long, value_name = "FILE")]
        board: Option<PathBuf>,
        /// Who writes.
        #[command(flatten)]
        who: WhoArgs,
    },
    /// List every command with what it takes
    #[command(after_help = COMMANDS_EXAMPLES)]
    Commands {
        /// As JSON, with the JSON Schemas of requests and answers
        #[arg(long)]
        json: bool,
    },
    /// Print the log: who changed what, and when, oldest first
    #[command(after_help = LOG_EXAMPLES)]
    Log {
        /// The board file
        file: PathBuf,
        /// As one JSON document
        #[arg(long)]
        json: bool,
        /// Only what stands after this sequence number
        #[arg(long, value_name = "N", default_value_t = 0)]
        after: i64,
    },
    /// Print what is due: results to look at, dates reached, cycles missed, numbers to measure
    /// again
    #[command(after_help = DUE_EXAMPLES)]
    Due {
        /// The board file
        file: PathBuf,
        /// Only of this team, by its name or id
        #[arg(long, value_name = "NAME")]
        team: Option<String>,
        /// As one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Write down what was measured: one number, or those of a CSV file
    #[command(after_help = OBSERVE_EXAMPLES)]
    Observe(Box<ObserveArgs>),
    /// Write a report: challenge, target conditions, charts, steps with predicted, actual and
    /// learning
    #[command(after_help = REPORT_EXAMPLES)]
    Report(ReportArgs),
    /// Print every change as it is saved, one JSON line a batch, until Ctrl C
    #[command(after_help = WATCH_EXAMPLES)]
    Watch {
        /// The board file
        file: PathBuf,
        /// Begin after this sequence number, not at the present end
        #[arg(long, value_name = "N")]
        after: Option<i64>,
    },
    /// Check a file: its pages, its rows against the log, and the log's own chain
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// The board file
        file: PathBuf,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Take back your newest change
    #[command(after_help = UNDO_EXAMPLES)]
    Undo(BackArgs),
    /// Bring back what you undid last
    #[command(after_help = REDO_EXAMPLES)]
    Redo(BackArgs),
    /// Print completions for a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print a manual page
    #[command(after_help = MAN_EXAMPLES)]
    Man {
        /// Of this subcommand; of kata itself where absent
        subcommand: Option<String>,
    },
}

/// What a report is about, and where it goes.
#[derive(Debug, ClapArgs)]
pub struct ReportArgs {
    /// The board file
    pub file: PathBuf,
    /// The team, by its name or id; not needed where the board has one
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
    /// Only this focus process, by its name or id
    #[arg(long, value_name = "NAME")]
    pub process: Option<String>,
    /// Only steps that were under way on this day or later, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub from: Option<NaiveDate>,
    /// Only steps that were under way on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub to: Option<NaiveDate>,
    /// The kind of file
    #[arg(long, value_enum, default_value_t = Format::Md)]
    pub format: Format,
    /// A form on paper in the place of the report, as PDF
    #[arg(long, value_enum, conflicts_with_all = ["format", "from", "to"])]
    pub form: Option<Form>,
    /// The summary of a retrospective in the place of the report, by its title or id
    #[arg(long, value_name = "TITLE", conflicts_with_all = ["form", "from", "to", "process"])]
    pub retrospective: Option<String>,
    /// The day it is written for [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<NaiveDate>,
    /// Minutes that the times in it are ahead of UTC [default: those of this computer]
    #[arg(long, value_name = "MINUTES", allow_negative_numbers = true, value_parser = clap::value_parser!(i32).range(-1440..=1440))]
    pub utc_offset: Option<i32>,
    /// Where it goes; - writes it to standard output
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

/// The kinds of file that a report can be.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// Markdown, with the charts in it
    Md,
    /// One HTML file that needs nothing else
    Html,
    /// A4, for printing and sending
    Pdf,
}

impl From<Format> for ReportFormat {
    fn from(format: Format) -> ReportFormat {
        match format {
            Format::Md => ReportFormat::Md,
            Format::Html => ReportFormat::Html,
            Format::Pdf => ReportFormat::Pdf,
        }
    }
}

/// A form on paper.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Form {
    /// The storyboard on one A3 across
    Storyboard,
    /// The experimenting record on A4 across, with rows to write in
    Record,
    /// The five questions on A6, front and back
    Card,
}

impl From<Form> for PaperForm {
    fn from(form: Form) -> PaperForm {
        match form {
            Form::Storyboard => PaperForm::Storyboard,
            Form::Record => PaperForm::Record,
            Form::Card => PaperForm::Card,
        }
    }
}

/// Which board undo and redo work on, and whose change it is.
#[derive(Debug, ClapArgs)]
pub struct BackArgs {
    /// The board file
    #[arg(required_unless_present = "board")]
    pub file: Option<PathBuf>,
    /// The board file, in the way of call
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    pub board: Option<PathBuf>,
    /// Who undoes.
    #[command(flatten)]
    pub who: WhoArgs,
}

/// What was measured.
#[derive(Debug, ClapArgs)]
pub struct ObserveArgs {
    /// The board file
    pub file: PathBuf,
    /// The number, with or without its unit
    #[arg(required_unless_present = "csv", allow_negative_numbers = true)]
    pub value: Option<String>,
    /// The metric, by its name or id
    #[arg(long, value_name = "NAME")]
    pub metric: String,
    /// The metric's team, by its name or id
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
    /// Read a CSV file; - reads standard input
    #[arg(long, value_name = "PATH", conflicts_with_all = ["value", "note"])]
    pub csv: Option<PathBuf>,
    /// The day it was measured, or of the last line of a file without days [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<NaiveDate>,
    /// Who measured it
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// How it was measured
    #[arg(long, value_name = "TEXT")]
    pub how: Option<String>,
    /// A remark
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Where the day has a number already
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = SameDay::Refuse)]
    pub same_day: SameDay,
    /// Leave out the lines of the file that are no numbers
    #[arg(long, requires = "csv")]
    pub leave_out: bool,
    /// In dates of the file such as 3/4/2026
    #[arg(long, value_name = "ORDER", value_enum, requires = "csv")]
    pub dates: Option<Dates>,
    /// In numbers of the file such as 1,234
    #[arg(long, value_name = "SIGN", value_enum, requires = "csv")]
    pub decimal: Option<DecimalSign>,
    /// Who writes.
    #[command(flatten)]
    pub who: WhoArgs,
}

/// What becomes of a number whose day has one already.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SameDay {
    /// Refuse it, and write nothing
    Refuse,
    /// Leave it out
    Skip,
    /// Correct the old one, which stays in the history
    Correct,
    /// Keep both
    KeepBoth,
}

impl From<SameDay> for Duplicates {
    fn from(same_day: SameDay) -> Duplicates {
        match same_day {
            SameDay::Refuse => Duplicates::Refuse,
            SameDay::Skip => Duplicates::Skip,
            SameDay::Correct => Duplicates::Replace,
            SameDay::KeepBoth => Duplicates::KeepBoth,
        }
    }
}

/// Which number of a date comes first.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Dates {
    /// The day
    DayFirst,
    /// The month
    MonthFirst,
}

impl From<Dates> for DateOrder {
    fn from(dates: Dates) -> DateOrder {
        match dates {
            Dates::DayFirst => DateOrder::DayFirst,
            Dates::MonthFirst => DateOrder::MonthFirst,
        }
    }
}

/// What stands before decimals.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DecimalSign {
    /// 41.5
    Point,
    /// 41,5
    Comma,
}

impl From<DecimalSign> for Decimal {
    fn from(sign: DecimalSign) -> Decimal {
        match sign {
            DecimalSign::Point => Decimal::Point,
            DecimalSign::Comma => Decimal::Comma,
        }
    }
}

/// Who writes.
#[derive(Clone, Debug, ClapArgs)]
pub struct WhoArgs {
    /// Who writes: a person's id or name; a new name becomes a person with the first write
    #[arg(
        long = "as",
        value_name = "PERSON",
        env = "KATA_AS",
        hide_env_values = true
    )]
    person: Option<String>,
}

impl WhoArgs {
    /// The person; an empty variable names nobody.
    pub fn person(self) -> Option<String> {
        let person = self.person?.trim().to_owned();
        (!person.is_empty()).then_some(person)
    }
}

impl Args {
    /// Whether a script asked, which wants errors as JSON even where a terminal shows them.
    pub fn answers_json(&self) -> bool {
        match self.action {
            Action::Call { .. } => true,
            Action::Commands { json }
            | Action::Log { json, .. }
            | Action::Due { json, .. }
            | Action::Check { json, .. } => json,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds() {
        Args::command().debug_assert();
    }
}
