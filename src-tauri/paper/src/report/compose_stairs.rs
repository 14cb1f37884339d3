//! The staircase toward the challenge as a picture; its table stands below it with every word.

use kata_domain::{TargetCondition, TargetConditionStatus};

use super::document::Figure;
use super::facts::ProcessFacts;
use super::say::Say;
use crate::chart_svg::stairs::{STAIRS, Tread, draw};

/// Older target conditions than these have no room; the newest are kept.
const MOST: usize = 4;

/// The picture; none before the first target condition.
pub(super) fn stairs(say: &Say<'_>, facts: &ProcessFacts) -> Option<Figure> {
    let newest = facts.targets.last()?;
    let shown = &facts.targets[facts.targets.len().saturating_sub(MOST)..];
    let mut treads: Vec<Tread> = shown
        .iter()
        .map(|target| tread(say, target, facts))
        .collect();
    if newest.status != TargetConditionStatus::Draft {
        treads.push(next(say, newest));
    }
    treads.push(Tread {
        name: challenge(say, facts),
        ..Tread::default()
    });
    let said: Vec<String> = treads.iter().map(said).collect();
    let (name, says) = (say.words.plain("staircase-title"), said.join("; "));
    Some(Figure {
        svg: draw(&treads, &name, &says),
        size: STAIRS,
        name,
        says: format!("{says}."),
    })
}

/// "TC 1, Calls per seller per week < 2 calls: achieve by 27 Mar, now 3 calls".
fn said(tread: &Tread) -> String {
    let name = tread.name.trim_end_matches('.');
    if tread.state.is_empty() {
        return name.to_owned();
    }
    format!("{name}: {}", tread.state)
}

fn tread(say: &Say<'_>, target: &TargetCondition, facts: &ProcessFacts) -> Tread {
    let goal = target.outcome_metric_id.zip(target.outcome_target);
    let goal =
        goal.and_then(|(metric, value)| say.goal(metric, target.outcome_comparison, value, facts));
    let pattern = target.operating_pattern.lines().next().map(str::trim);
    let about = goal
        .or(pattern.filter(|line| !line.is_empty()).map(str::to_owned))
        .unwrap_or_else(|| say.words.plain("staircase-no-pattern"));
    let args = [("number", target.number.into()), ("text", about.into())];
    let here = target.status == TargetConditionStatus::Active;
    let mut state = state(say, target, facts);
    if here {
        state = format!("{state}, {}", say.words.plain("staircase-here"));
    }
    Tread {
        name: say.words.with("staircase-stair", args),
        state,
        ink: target.status != TargetConditionStatus::Draft,
        here,
    }
}

fn state(say: &Say<'_>, target: &TargetCondition, facts: &ProcessFacts) -> String {
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(|| "–".to_owned(), |day| say.words.format.day_of_year(day))
    };
    match target.status {
        TargetConditionStatus::Draft => say.words.plain("staircase-draft"),
        TargetConditionStatus::Active => {
            let date = ("date", day(target.achieve_by_on).into());
            let metric = target.outcome_metric_id;
            let now = metric.and_then(|id| facts.metrics.get(&id)?.last.as_ref());
            match now {
                Some(last) => {
                    let now = say.value(last.value, metric, facts);
                    say.words
                        .with("staircase-active", [date, ("now", now.into())])
                }
                None => say.words.with("staircase-active-by", [date]),
            }
        }
        closed => {
            let id = format!("staircase-{}", closed.word());
            say.words
                .with(&id, [("date", day(target.closed_on).into())])
        }
    }
}

fn next(say: &Say<'_>, newest: &TargetCondition) -> Tread {
    let id = if newest.status == TargetConditionStatus::Active {
        "staircase-next"
    } else {
        "report-stair-next"
    };
    let number = [("number", newest.number.into())];
    Tread {
        name: say.words.with(id, number),
        ..Tread::default()
    }
}

fn challenge(say: &Say<'_>, facts: &ProcessFacts) -> String {
    let Some(challenge) = &facts.challenge else {
        return say.words.plain("staircase-no-challenge");
    };
    let text = super::rich::plain(&challenge.statement);
    match challenge.horizon_on {
        Some(day) => {
            let month = say.words.format.day_of_year(day);
            let args = [("month", month.into()), ("text", text.into())];
            say.words.with("staircase-challenge-by", args)
        }
        None => say
            .words
            .with("staircase-challenge", [("text", text.into())]),
    }
}
