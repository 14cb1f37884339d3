//! Rows of the experimenting record on paper: number, step, what is expected, the bar, what
//! happened, what was learned.

use chrono::NaiveDate;
use kata_domain::{ExperimentState, Sealed};
use kata_wire::StepLine;

use super::Text;
use super::column::{Column, Type};
use crate::chart_svg::gap::{self, GAP};
use crate::report::pdf::page::{Mark, Pages, Sheet, bar};
use crate::report::pdf::wrap::LEADING;

/// White around what stands in a cell.
pub const PAD: f32 = 5.0;
/// Width of the column of numbers.
const NUMBER: f32 = 34.0;
/// Size of the heads, which are short.
const HEAD: f32 = 8.5;
/// Shares of the columns beside the bar.
const SHARES: [f32; 4] = [0.25, 0.235, 0.245, 0.27];

/// Where the columns stand.
pub struct Grid {
    left: f32,
    right: f32,
    /// Left edge and width of each cell.
    cells: [(f32, f32); 4],
    bar: (f32, f32),
}

/// A row, not placed yet.
pub struct Row {
    number: Column,
    cells: [Column; 4],
    sealed: bool,
}

impl Grid {
    /// Over the whole width of a sheet.
    pub fn new(sheet: Sheet, bar: f32) -> Grid {
        let room = sheet.measure() - NUMBER - bar;
        let mut x = sheet.margin + NUMBER;
        let mut at_bar = x;
        let cells = std::array::from_fn(|column| {
            if column == 2 {
                at_bar = x;
                x += bar;
            }
            let cell = (x, SHARES[column] * room);
            x += cell.1;
            cell
        });
        Grid {
            left: sheet.margin,
            right: sheet.margin + sheet.measure(),
            cells,
            bar: (at_bar, bar),
        }
    }

    /// How high the heads of the columns are.
    pub fn heads_height(&self, set: &Type) -> f32 {
        set.style(HEAD, true, true).size * LEADING + PAD + 2.0
    }

    /// The heads of the columns; answers where the first row begins.
    pub fn heads(&self, pages: &mut Pages, y: f32, set: &Type, text: &Text<'_>) -> f32 {
        let style = set.style(HEAD, true, true);
        let ids = ["step", "expect", "happened", "learned"];
        let below = y + self.heads_height(set);
        self.rule(pages, y, 1.0);
        for (id, (x, width)) in ids.iter().zip(self.cells) {
            let mut head = Column::default();
            let name = text.words.plain(&format!("record-{id}"));
            head.heading(set, &name, style, width - 2.0 * PAD);
            head.place(pages, (x + PAD, y + 3.0));
        }
        let (x, width) = self.bar;
        bar((x, y), (width, below - y), true)
            .into_iter()
            .for_each(|mark| pages.put(mark));
        self.rule(pages, below, 1.0);
        below
    }

    /// Puts a row on the last page, as high as it is told.
    pub fn row(&self, pages: &mut Pages, y: f32, height: f32, row: Row) {
        let (x, width) = self.bar;
        bar((x, y), (width, height), row.sealed)
            .into_iter()
            .for_each(|mark| pages.put(mark));
        row.number.place(pages, (self.left, y + PAD - 3.0));
        for (cell, (x, _)) in row.cells.into_iter().zip(self.cells) {
            cell.place(pages, (x + PAD, y + PAD));
        }
        for (x, _) in [self.cells[1], self.cells[3]] {
            pages.put(hairline((x, y), (0.5, height)));
        }
        self.rule(pages, y + height, 0.5);
    }

    fn rule(&self, pages: &mut Pages, y: f32, height: f32) {
        pages.put(hairline((self.left, y), (self.right - self.left, height)));
    }
}

/// A line that divides.
pub fn hairline(at: (f32, f32), size: (f32, f32)) -> Mark {
    Mark::Fill {
        at,
        size,
        grey: size.0.min(size.1) < 1.0,
    }
}

impl Row {
    /// To write in.
    pub fn empty(number: i64, set: &Type) -> Row {
        Row {
            number: large(number, set, true),
            cells: Default::default(),
            sealed: false,
        }
    }

    /// How much room it takes.
    pub fn height(&self) -> f32 {
        let cells = self.cells.iter().chain([&self.number]);
        cells.map(|cell| cell.height).fold(0.0, f32::max) + 2.0 * PAD
    }

    /// What of it fits into a height, and what is left. The number stands on both.
    pub fn split(self, height: f32) -> (Row, Option<Row>) {
        let mut rest: [Column; 4] = Default::default();
        let mut left = 0;
        let cells = self.cells.map(|cell| {
            let (first, more) = cell.split(height);
            rest[left] = more;
            left += 1;
            first
        });
        let more = rest.iter().any(|cell| !cell.is_empty()).then(|| Row {
            number: self.number.clone(),
            cells: rest,
            sealed: self.sealed,
        });
        let first = Row {
            number: self.number,
            cells,
            sealed: self.sealed,
        };
        (first, more)
    }
}

fn large(number: i64, set: &Type, grey: bool) -> Column {
    let mut column = Column::default();
    let style = set.style(20.0, true, grey);
    column.text(set, &number.to_string(), style, NUMBER - 2.0);
    column
}

/// The rows of steps, oldest first.
pub fn rows(steps: &[StepLine], set: &Type, text: &Text<'_>, grid: &Grid) -> Vec<Row> {
    steps
        .iter()
        .map(|step| {
            let plan = step.experiment.noun.plan();
            let widths = grid.cells.map(|(_, width)| width - 2.0 * PAD);
            Row {
                number: large(step.experiment.noun.number, set, false),
                cells: [
                    what(step, set, text, widths[0]),
                    expected(step, &plan, set, text, widths[1]),
                    happened(step, &plan, (set, text), widths[2], steps),
                    learned(step, set, widths[3]),
                ],
                sealed: step.experiment.noun.sealed_at.is_some(),
            }
        })
        .collect()
}

fn what(step: &StepLine, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let noun = &step.experiment.noun;
    let small = set.style(8.5, false, true);
    let mut cell = Column::default();
    let mut state = vec![dates(step, text)];
    state.extend(outcome(step).map(|id| text.words.plain(&id)));
    cell.text(set, &state.join(" · "), small, width);
    cell.text(set, &noun.step, set.style(10.0, false, false), width);
    cell.text(
        set,
        step.metric_name.as_deref().unwrap_or_default(),
        small,
        width,
    );
    let against = step.obstacle_text.as_deref().map(str::trim);
    if let Some(against) = against.filter(|text| !text.is_empty()) {
        let args = [("text", against.to_owned().into())];
        cell.text(set, &text.words.with("record-obstacle", args), small, width);
    }
    cell
}

/// "2 Feb to 13 Feb", "9 Mar", or "Planned".
fn dates(step: &StepLine, text: &Text<'_>) -> String {
    let noun = &step.experiment.noun;
    let day = |day: NaiveDate| text.words.format.day(day);
    let Some(from) = noun.started_on else {
        return text.words.plain("record-planned");
    };
    match noun.closed_on.or(noun.done_on).or(noun.check_on) {
        Some(to) if to != from => {
            let args = [("from", day(from).into()), ("to", day(to).into())];
            text.words.with("record-range", args)
        }
        _ => day(from),
    }
}

/// What became of a step that is over; the id of its words.
fn outcome(step: &StepLine) -> Option<String> {
    let noun = &step.experiment.noun;
    match noun.state {
        ExperimentState::Abandoned => Some("record-abandoned".to_owned()),
        ExperimentState::CouldNotRun => Some("record-could-not-run".to_owned()),
        _ => noun
            .outcome
            .map(|outcome| format!("step-outcome-{}", outcome.word())),
    }
}

fn expected(step: &StepLine, plan: &Sealed, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let numbers = numbers(step, plan, text);
    cell.text(set, &numbers, set.style(12.5, true, false), width);
    if let Some(at) = step.experiment.noun.sealed_at {
        let on = text.words.format.day(text.day.date_of(at));
        let mut stamp = text.words.with("record-seal", [("date", on.into())]);
        if step.amended {
            stamp = format!("{stamp} · {}", text.words.plain("record-seal-amended"));
        }
        cell.text(set, &stamp, set.style(8.5, true, false), width);
    }
    cell.text(set, &plan.prediction, set.style(10.0, false, false), width);
    cell
}

/// "7 → 2 calls", or a range.
fn numbers(step: &StepLine, plan: &Sealed, text: &Text<'_>) -> String {
    let unit = step.unit.as_deref().unwrap_or_default().trim();
    let number = |value: f64| text.words.format.number(value);
    let from = plan.baseline.map_or_else(|| "–".to_owned(), number);
    let range = plan.predicted_low.zip(plan.predicted_high);
    let said = match (plan.predicted, range) {
        (Some(to), _) if plan.baseline.is_none() => format!("{} {unit}", number(to)),
        (Some(to), _) => {
            let args = [
                ("from", from.into()),
                ("to", number(to).into()),
                ("unit", unit.into()),
            ];
            text.words.with("record-number-to", args)
        }
        (None, Some((low, high))) => {
            let args = [
                ("from", from.into()),
                ("low", number(low).into()),
                ("high", number(high).into()),
                ("unit", unit.into()),
            ];
            text.words.with("record-number-range", args)
        }
        (None, None) => String::new(),
    };
    said.trim().to_owned()
}

fn happened(
    step: &StepLine,
    plan: &Sealed,
    (set, text): (&Type, &Text<'_>),
    width: f32,
    all: &[StepLine],
) -> Column {
    let mut cell = Column::default();
    let words = text.words;
    let noun = &step.experiment.noun;
    if noun.state == ExperimentState::Running {
        let look = noun.check_on.map(|day| words.format.date(day));
        let (id, bold) = if step.result_due {
            ("record-result-due", true)
        } else {
            ("record-result-opens", false)
        };
        if let Some(look) = look {
            let said = words.with(id, [("date", look.into())]);
            cell.text(set, &said, set.style(8.5, bold, !bold), width);
        }
    }
    if let Some(actual) = step.compared {
        let (svg, says) = gap::gap(plan, actual, &domain(step, all), words);
        let wide = (GAP.width as f32 * 0.8 * set.scale).min(width);
        let high = wide * (GAP.height / GAP.width) as f32;
        cell.picture(svg, (wide, high), &says);
        cell.gap(2.0);
    }
    cell.text(
        set,
        &noun.what_happened,
        set.style(10.0, false, false),
        width,
    );
    cell
}

/// One span for all pictures of a metric, so that a step can be held against the next.
fn domain(step: &StepLine, all: &[StepLine]) -> Vec<f64> {
    let metric = step.experiment.noun.plan().metric_id;
    all.iter()
        .map(|step| (step.experiment.noun.plan(), step.compared))
        .filter(|(plan, _)| plan.metric_id == metric)
        .flat_map(|(plan, actual)| gap::numbers(&plan, actual))
        .collect()
}

fn learned(step: &StepLine, set: &Type, width: f32) -> Column {
    let mut cell = Column::default();
    let text = &step.experiment.noun.learned;
    cell.text(set, text, set.style(10.0, false, false), width);
    cell
}
