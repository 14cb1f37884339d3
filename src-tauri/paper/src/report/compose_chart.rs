//! A chart in a report: the picture, and in words what it says.

use chrono::NaiveDate;
use kata_domain::stats::Side;
use kata_domain::stats::xmr::Rule;
use kata_wire::{MetricChart, Statement};

use super::document::Figure;
use super::say::Say;
use crate::chart_svg;
use crate::words::{FluentValue, Words};

/// The figure of a chart.
pub(super) fn figure(say: &Say<'_>, chart: &MetricChart) -> Figure {
    let says = says(chart, say.words);
    Figure {
        name: chart.metric.noun.name.clone(),
        svg: chart_svg::draw(chart, chart_svg::PAGE, &says, say.words),
        size: chart_svg::PAGE,
        says,
    }
}

/// What a chart says, sentence by sentence, the most important first.
pub(crate) fn says(chart: &MetricChart, words: &Words) -> String {
    let sentences = chart
        .says
        .iter()
        .map(|statement| sentence(words, statement));
    sentences.collect::<Vec<_>>().join(" ")
}

fn sentence(words: &Words, statement: &Statement) -> String {
    let counted = |id: &str, name: &str, number: usize| words.with(id, [(name, count(number))]);
    let day = |day: NaiveDate| FluentValue::from(words.format.day_of_year(day));
    match statement {
        Statement::NoPoints => words.plain("says-noPoints"),
        Statement::NoLimits { more } => counted("says-noLimits", "more", *more),
        Statement::Changed { good } => words.plain(match good {
            Some(true) => "says-changed-good",
            Some(false) => "says-changed-bad",
            None => "says-changed",
        }),
        Statement::Routine {
            points,
            since: Some(since),
        } => {
            let args = [("points", count(*points)), ("since", day(*since))];
            words.with("says-routine-since", args)
        }
        Statement::Routine { .. } => words.plain("says-routine"),
        Statement::NothingSince { since } => {
            words.with("says-nothingSince", [("since", day(*since))])
        }
        Statement::Signal {
            rule,
            side,
            points,
            from_on,
            to_on,
            lasting,
        } => {
            let args = [
                ("side", side_word(*side).into()),
                ("points", count(*points)),
                ("from", day(*from_on)),
                ("to", day(*to_on)),
            ];
            words.with(&signal_id(*rule, *lasting && *points > 1), args)
        }
        Statement::Reached { points, from_on } => {
            let args = [("points", count(*points)), ("from", day(*from_on))];
            words.with("says-reached", args)
        }
        Statement::MoreSignals { count } => counted("says-moreSignals", "count", *count),
        Statement::Provisional { more } => counted("says-provisional", "more", *more),
        Statement::NewLimits { more } => counted("says-newLimits", "more", *more),
        Statement::RunChart {
            median,
            shift,
            longest_run,
            longest_allowed,
            crossings,
            fewest_crossings,
        } => {
            let args = [
                ("median", words.format.number(*median).into()),
                ("run", count(*longest_run)),
                ("allowed", count(*longest_allowed)),
                ("crossings", count(*crossings)),
                ("fewest", count(*fewest_crossings)),
            ];
            let id = if *shift {
                "says-runChart-shift"
            } else {
                "says-runChart"
            };
            words.with(id, args)
        }
        Statement::TargetIsNoLimit => words.plain("says-targetIsNoLimit"),
    }
}

fn count(number: usize) -> FluentValue<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::Above => "above",
        Side::Below => "below",
    }
}

/// A jump lies between two values and does not last.
fn signal_id(rule: Rule, lasting: bool) -> String {
    let lasting = lasting && rule != Rule::RangeBeyond;
    format!(
        "says-{}{}",
        rule.word(),
        if lasting { "-lasting" } else { "" }
    )
}
