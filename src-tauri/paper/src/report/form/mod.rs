//! The forms that a board is made of, on paper: the storyboard on one A3 across, the experimenting
//! record on A4 across, the five questions on A6. PDF only, ink on white, the same bytes for the
//! same board and day.
//!
//! [`mod@column`] measures and places text, [`steps`] makes rows of the record, and a file a form
//! lays it out.

mod card;
mod cells;
mod column;
mod record;
mod steps;
mod storyboard;
#[cfg(test)]
mod tests;

use kata_core::job::Job;
use kata_core::views::lines::Look;
use kata_core::views::{board, chart, experiment, storyboard as view};
use kata_domain::Team;
use kata_wire::{
    ChartGet, CoreError, ExperimentsGet, MetricChart, PaperForm, ReportGet, StepLine, Storyboard,
    StoryboardGet,
};

use self::column::{Column, Type};
use super::document::Document;
use super::facts::{self, Day};
use super::pdf::page::{Pages, Sheet};
use super::pdf::print;
use super::{footer, page_line};
use crate::words::Words;

/// Values of a chart; more would touch each other.
const POINTS: i64 = 120;

/// What a form says, read in one read transaction.
pub struct Facts {
    /// The day it is written for.
    pub day: Day,
    changed_at: Option<i64>,
    /// The team.
    pub team: Team,
    boards: Vec<Board>,
}

/// One focus process.
pub struct Board {
    storyboard: Storyboard,
    chart: Option<MetricChart>,
    /// All its steps, oldest first.
    steps: Vec<StepLine>,
}

/// What every sentence of a form is made with.
pub struct Text<'w> {
    words: &'w Words,
    day: Day,
}

/// Reads what a form says: of one focus process, or of all of a team, each on pages of its own.
///
/// # Errors
/// When neither is named, there is no such row, or the job is to end.
pub fn read(
    look: &Look<'_>,
    request: &ReportGet,
    day: Day,
    job: &Job<'_>,
) -> Result<Facts, CoreError> {
    let look = &look.on(day.on);
    let (team, processes) = facts::place(look, request)?;
    let mut boards = Vec::new();
    for (done, process) in processes.iter().enumerate() {
        job.at(done, processes.len())?;
        let request = StoryboardGet {
            focus_process_id: Some(process.noun.id),
            ..StoryboardGet::default()
        };
        let storyboard = view::get(look, request)?;
        let request = ExperimentsGet {
            focus_process_id: process.noun.id,
            ..ExperimentsGet::default()
        };
        let mut steps = experiment::list(look, request)?.steps;
        steps.reverse();
        boards.push(Board {
            chart: outcome_chart(look, &storyboard)?,
            storyboard,
            steps,
        });
    }
    Ok(Facts {
        day,
        changed_at: board::saved_at(look)?,
        team,
        boards,
    })
}

fn outcome_chart(look: &Look<'_>, board: &Storyboard) -> Result<Option<MetricChart>, CoreError> {
    let Some(metric_id) = board.outcome_metric_id.filter(|_| board.chart.is_some()) else {
        return Ok(None);
    };
    let request = ChartGet {
        metric_id,
        focus_process_id: board.focus_process.as_ref().map(|process| process.noun.id),
        most: Some(POINTS),
        ..Default::default()
    };
    let chart = chart::get(look, request)?;
    Ok(Some(chart).filter(|chart| !chart.points.is_empty()))
}

/// Makes the file. `file` is the name of the board's.
///
/// # Errors
/// When the job is to end, or a picture or a font cannot be read.
pub fn make(
    facts: &Facts,
    file: &str,
    form: PaperForm,
    words: &Words,
    job: &Job<'_>,
) -> Result<Vec<u8>, CoreError> {
    let team = facts.team.name.as_str();
    let document = Document {
        language: words.format.language,
        title: words.with(
            &format!("form-title-{}", form.word()),
            [("team", team.into())],
        ),
        footer: footer(words, (file, team), facts.day, facts.changed_at),
        page: page_line(words),
        ..Document::default()
    };
    let pages = pages(facts, form, words)?;
    print::print(&document, pages, words, job)
}

fn pages(facts: &Facts, form: PaperForm, words: &Words) -> Result<Pages, CoreError> {
    let set = Type::new(words.plain("form-more"))?;
    let text = Text {
        words,
        day: facts.day,
    };
    Ok(match form {
        _ if facts.boards.is_empty() && form != PaperForm::Card => nothing(&set, words),
        PaperForm::Card => card::pages(&set, words),
        PaperForm::Storyboard => storyboard::pages(&facts.boards, set, &text),
        PaperForm::Record => record::pages(&facts.boards, &set, &text),
    })
}

/// A team without a focus process has nothing to put on a form.
fn nothing(set: &Type, words: &Words) -> Pages {
    let mut pages = Pages::on(Sheet::A4_ACROSS);
    let (margin, measure) = (pages.sheet.margin, pages.sheet.measure());
    let mut said = Column::default();
    let sentence = words.plain("report-no-process");
    said.text(set, &sentence, set.style(12.0, false, false), measure);
    pages.begin();
    said.place(&mut pages, (margin, margin));
    pages
}

impl Board {
    /// The number of the newest step; 0 before the first.
    fn newest(&self) -> i64 {
        let numbers = self.steps.iter().map(|step| step.experiment.noun.number);
        numbers.max().unwrap_or(0)
    }
}

impl Text<'_> {
    /// "Experimenting record: Answering sellers' questions".
    fn titled(&self, id: &str, board: &Board) -> String {
        let process = board.storyboard.focus_process.as_ref();
        let args = [
            ("form", self.words.plain(id).into()),
            ("team", board.storyboard.team.noun.name.as_str().into()),
            (
                "process",
                process.map_or("", |process| &process.noun.name).into(),
            ),
        ];
        self.words.with("form-of", args)
    }
}
