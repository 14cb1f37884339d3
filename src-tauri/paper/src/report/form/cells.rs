//! The cells of the storyboard around its record: what stands in them, as columns.

use kata_domain::ids::MetricId;
use kata_domain::{Comparison, ObstacleState, Role, TargetConditionStatus};
use kata_wire::{MetricNow, ObstacleLine, StepLine};

use super::column::{Column, Type};
use super::{Board, Text};
use crate::chart_svg::{self, Size};
use crate::report::says;
use crate::sign;

/// What makes a cell of a width.
pub type Made = fn(&Board, &Type, &Text<'_>, f32) -> Column;

/// The band: process, challenge, next coaching cycle.
pub const BAND: [Made; 3] = [process, challenge, coaching];
/// The middle: target condition, current condition, obstacles.
pub const MIDDLE: [Made; 3] = [target, current, obstacles];

/// Width of the numbers beside the chart.
const NUMBERS: f32 = 130.0;
/// A px of a chart is so many points here, so that its letters are as large as others.
const CHART: f32 = 0.75;
/// Height of the chart.
const CHART_HEIGHT: f32 = 190.0;
/// Pattern lines and obstacles are text of this size.
const TEXT: f32 = 10.5;

fn label(cell: &mut Column, set: &Type, text: &str, width: f32) {
    cell.text(set, text, set.style(8.5, false, true), width);
}

/// Team and form on the left; under them begins the sheet.
pub fn title(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let style = set.style(15.0, true, false);
    let title = text.titled("form-storyboard", board);
    cell.heading(set, &title, style, width);
    cell.gap(5.0);
    cell
}

fn process(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    label(&mut cell, set, &text.words.plain("focus-process"), width);
    if let Some(process) = &board.storyboard.focus_process {
        let style = set.style(13.0, true, false);
        cell.heading(set, &process.noun.name, style, width);
        label(&mut cell, set, &process.noun.scope, width);
    }
    cell
}

fn challenge(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let challenge = board.storyboard.challenge.as_ref().map(|item| &item.noun);
    let until = challenge.and_then(|challenge| challenge.horizon_on);
    let name = match until {
        Some(day) => {
            let day = text.words.format.day_of_year(day);
            text.words.with("challenge-until", [("date", day.into())])
        }
        None => text.words.plain("challenge"),
    };
    label(&mut cell, set, &name, width);
    if let Some(challenge) = challenge {
        let style = set.style(13.0, true, false);
        cell.text(set, &challenge.statement, style, width);
        label(&mut cell, set, &challenge.why, width);
    }
    cell
}

fn coaching(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let words = text.words;
    let booked = &board.storyboard.coaching;
    label(&mut cell, set, &words.plain("coaching-band"), width);
    let Some(day) = booked.next_on else {
        let none = words.plain("coaching-band-none");
        cell.text(set, &none, set.style(TEXT, false, false), width);
        return cell;
    };
    let mut when = words.format.date(day);
    if !booked.next_time.is_empty() {
        let args = [
            ("when", when.into()),
            ("time", booked.next_time.as_str().into()),
        ];
        when = words.with("coaching-band-booked", args);
    }
    cell.text(set, &when, set.style(TEXT, true, false), width);
    if let Some(coach) = &booked.coach {
        let name = format!("{} {coach}", words.plain("coaching-coach"));
        label(&mut cell, set, &name, width);
    }
    cell
}

fn target(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let words = text.words;
    let heading = set.style(12.5, true, false);
    let Some(target) = &board.storyboard.target_condition else {
        cell.heading(set, &words.plain("target-condition"), heading, width);
        return cell;
    };
    let target = &target.noun;
    let number = [("number", target.number.into())];
    let name = words.with("target-condition-number", number);
    cell.heading(set, &name, heading, width);
    if target.status == TargetConditionStatus::Draft {
        label(
            &mut cell,
            set,
            &words.plain("target-condition-draft"),
            width,
        );
    }
    if let Some(day) = target.achieve_by_on {
        let by = words.plain("target-condition-achieve-by");
        let by = format!("{by} {}", words.format.date(day));
        cell.text(set, &by, set.style(TEXT, true, false), width);
    }
    for (id, metric, comparison, value) in [
        (
            "metric-outcome",
            target.outcome_metric_id,
            target.outcome_comparison,
            target.outcome_target,
        ),
        (
            "metric-process",
            target.process_metric_id,
            target.process_comparison,
            target.process_target,
        ),
    ] {
        let metric = metric.and_then(|id| metric_of(board, id));
        if let Some((metric, value)) = metric.zip(value) {
            let goal = goal(text, metric, comparison, value);
            figure(&mut cell, set, (&words.plain(id), &goal, metric), width);
        }
    }
    pattern(&mut cell, set, text, &target.operating_pattern, width);
    cell
}

fn metric_of(board: &Board, id: MetricId) -> Option<&MetricNow> {
    let mut metrics = board.storyboard.metrics.iter();
    metrics.find(|now| now.metric.noun.id == id)
}

fn goal(text: &Text<'_>, metric: &MetricNow, comparison: Comparison, value: f64) -> String {
    let number = text.words.format.number(value);
    let unit = metric.metric.noun.unit.trim();
    format!("{} {number} {unit}", sign(comparison))
}

/// What it is, large what it says, and which metric it is of.
fn figure(
    cell: &mut Column,
    set: &Type,
    (what, value, metric): (&str, &str, &MetricNow),
    width: f32,
) {
    cell.gap(4.0);
    label(cell, set, what, width);
    cell.text(set, value, set.style(19.0, true, false), width);
    label(cell, set, &metric.metric.noun.name, width);
}

fn pattern(cell: &mut Column, set: &Type, text: &Text<'_>, pattern: &str, width: f32) {
    if pattern.trim().is_empty() {
        return;
    }
    cell.gap(4.0);
    let name = text.words.plain("target-condition-pattern");
    label(cell, set, &name, width);
    cell.text(set, pattern, set.style(TEXT, false, false), width);
}

fn current(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let words = text.words;
    let heading = set.style(12.5, true, false);
    cell.heading(set, &words.plain("current-condition"), heading, width);
    let condition = board.storyboard.current_condition.as_ref();
    let condition = condition.map(|item| &item.noun);
    if let Some(day) = condition.and_then(|condition| condition.as_of_on) {
        let args = [("date", words.format.date(day).into())];
        let as_of = words.with("current-condition-as-of", args);
        label(&mut cell, set, &as_of, width);
    }
    let top = cell.height;
    let Some(chart) = &board.chart else {
        numbers(&mut cell, board, set, text, width);
        let now = condition.map_or("", |condition| &condition.operating_pattern);
        pattern(&mut cell, set, text, now, width);
        return cell;
    };
    let mut beside = Column::default();
    numbers(&mut beside, board, set, text, NUMBERS - 8.0);
    cell.beside(0.0, top, beside);
    let size = (width - NUMBERS, CHART_HEIGHT);
    let drawn = Size {
        width: f64::from(size.0 / CHART),
        height: f64::from(size.1 / CHART),
    };
    let says = says(chart, words);
    let mut picture = Column::default();
    picture.picture(chart_svg::draw(chart, drawn, &says, words), size, &says);
    cell.beside(NUMBERS, top, picture);
    cell
}

/// A number is never without its unit, its day and who measured it.
fn numbers(cell: &mut Column, board: &Board, set: &Type, text: &Text<'_>, width: f32) {
    let storyboard = &board.storyboard;
    let condition = storyboard.current_condition.as_ref().map(|item| &item.noun);
    let target = storyboard.target_condition.as_ref().map(|item| &item.noun);
    let process = condition
        .and_then(|condition| condition.process_metric_id)
        .or(target.and_then(|target| target.process_metric_id));
    let shown = [
        ("metric-outcome", storyboard.outcome_metric_id),
        ("metric-process", process),
    ];
    for (id, metric) in shown {
        let Some(metric) = metric.and_then(|id| metric_of(board, id)) else {
            continue;
        };
        let Some(last) = &metric.last else { continue };
        let number = text.words.format.number(last.value);
        let value = format!("{number} {}", metric.metric.noun.unit.trim());
        figure(cell, set, (&text.words.plain(id), &value, metric), width);
        let day = text.words.format.day(last.observed_on);
        let origin = [day.as_str(), &last.measured_by, &last.how];
        let origin: Vec<&str> = origin.into_iter().filter(|part| !part.is_empty()).collect();
        label(cell, set, &origin.join(", "), width);
    }
}

fn obstacles(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let heading = set.style(12.5, true, false);
    cell.heading(set, &text.words.plain("obstacles"), heading, width);
    cell.gap(2.0);
    let all = &board.storyboard.obstacles;
    // Where room runs short, those that are closed go first: they stand at the end.
    let most = set.most.saturating_mul(2);
    for line in all.iter().take(most) {
        obstacle(&mut cell, line, set, text, width);
    }
    if all.len() > most {
        let more = i64::try_from(all.len() - most).unwrap_or(i64::MAX);
        let more = text
            .words
            .with("form-obstacles-more", [("count", more.into())]);
        label(&mut cell, set, &more, width);
    }
    cell
}

fn obstacle(cell: &mut Column, line: &ObstacleLine, set: &Type, text: &Text<'_>, width: f32) {
    const INDENT: f32 = 15.0;
    let (words, noun) = (text.words, &line.obstacle.noun);
    let date = noun
        .closed_on
        .map_or_else(String::new, |day| words.format.day(day));
    let date = [("date", date.into())];
    let state = match noun.state {
        _ if line.addressing => Some(words.plain("obstacle-addressing")),
        ObstacleState::Parked => None,
        ObstacleState::Cleared => Some(words.with("obstacle-cleared-on", date)),
        ObstacleState::NotAnObstacle => Some(words.with("obstacle-none-on", date)),
    };
    let mut said = Column::default();
    let style = set.style(TEXT, line.addressing, noun.state != ObstacleState::Parked);
    said.text(set, &noun.text, style, width - INDENT);
    if let Some(state) = state {
        label(&mut said, set, &state, width - INDENT);
    }
    let mut mark = Column::default();
    let glyph = match noun.state {
        _ if line.addressing => "→",
        ObstacleState::Parked => "□",
        ObstacleState::Cleared => "✓",
        ObstacleState::NotAnObstacle => "×",
    };
    mark.text(set, glyph, set.style(TEXT, true, false), INDENT);
    let top = cell.height;
    cell.beside(0.0, top, mark);
    cell.beside(INDENT, top, said);
    cell.gap(4.0);
}

/// What the record is about, and who learns and coaches.
pub fn record(board: &Board, set: &Type, text: &Text<'_>, width: f32) -> Column {
    let words = text.words;
    let mut cell = Column::default();
    cell.gap(5.0);
    let heading = set.style(12.5, true, false);
    cell.heading(set, &words.plain("record"), heading, width);
    let of = |role: Role| {
        let members = board.storyboard.members.iter();
        let names = members.filter(|member| member.roles.contains(&role));
        let names: Vec<&str> = names.map(|member| member.name.as_str()).collect();
        match names.is_empty() {
            true => "none".to_owned(),
            false => names.join(", "),
        }
    };
    let (learner, coach) = (of(Role::Learner), of(Role::Coach));
    if (learner.as_str(), coach.as_str()) != ("none", "none") {
        let args = [("learner", learner.into()), ("coach", coach.into())];
        label(&mut cell, set, &words.with("record-people", args), width);
    }
    cell.gap(4.0);
    cell
}

/// Older steps in one line.
pub fn folded(steps: &[StepLine], set: &Type, text: &Text<'_>, width: f32) -> Column {
    let mut cell = Column::default();
    let Some((first, last)) = steps.first().zip(steps.last()) else {
        return cell;
    };
    let args = [
        (
            "count",
            i64::try_from(steps.len()).unwrap_or(i64::MAX).into(),
        ),
        ("first", first.experiment.noun.number.into()),
        ("last", last.experiment.noun.number.into()),
    ];
    cell.gap(3.0);
    label(&mut cell, set, &text.words.with("form-folded", args), width);
    cell.gap(3.0);
    cell
}
