//! A chart in a report: the picture, and in words what it says.

use chrono::NaiveDate;
use kata_domain::stats::Side;
use kata_domain::stats::xmr::Rule;

use super::compose::Say;
use super::document::Figure;
use crate::exchange::chart_svg;
use crate::views::chart::{MetricChart, Statement};
use crate::words::Words;

/// The figure of a chart.
pub(super) fn figure(say: &Say<'_>, chart: &MetricChart) -> Figure {
    let says = says(chart, say.words);
    Figure {
        name: chart.metric.noun.name.clone(),
        svg: chart_svg::draw(chart, chart_svg::PAGE, &says, say.words),
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
    let counted = |id: &str, count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        words.with(id, [("count", count.into())])
    };
    match statement {
        Statement::NoPoints => words.plain("report-says-nothing"),
        Statement::NoLimits { more } => counted("report-says-no-limits", *more),
        Statement::Changed { good } => words.plain(match good {
            Some(true) => "report-says-changed-good",
            Some(false) => "report-says-changed-bad",
            None => "report-says-changed",
        }),
        Statement::Routine { points, .. } => counted("report-says-routine", *points),
        Statement::NothingSince { since } => since_day(words, "report-says-nothing-since", *since),
        Statement::Signal {
            rule,
            side,
            points,
            from_on,
            to_on,
            ..
        } => signal(words, *rule, *side, *points, (*from_on, *to_on)),
        Statement::Reached { points, from_on } => {
            let count = i64::try_from(*points).unwrap_or(i64::MAX);
            let from = words.format.day_of_year(*from_on);
            let args = [("count", count.into()), ("date", from.into())];
            words.with("report-says-reached", args)
        }
        Statement::Provisional { more } => counted("report-says-provisional", *more),
        Statement::NewLimits { more } => counted("report-says-new-limits", *more),
        Statement::TargetIsNoLimit => words.plain("report-says-target-no-limit"),
    }
}

fn since_day(words: &Words, id: &str, day: NaiveDate) -> String {
    let day = words.format.day_of_year(day);
    words.with(id, [("date", day.into())])
}

fn signal(
    words: &Words,
    rule: Rule,
    side: Side,
    points: usize,
    (from, to): (NaiveDate, NaiveDate),
) -> String {
    let id = match rule {
        Rule::Beyond => "report-says-beyond",
        Rule::RunOfEight => "report-says-run",
        Rule::ThreeOfFour => "report-says-three",
        Rule::RangeBeyond => "report-says-jump",
    };
    let side = match side {
        Side::Above => "above",
        Side::Below => "below",
    };
    let format = words.format;
    let count = i64::try_from(points).unwrap_or(i64::MAX);
    let args = [
        ("count", count.into()),
        ("side", side.into()),
        ("from", format.day_of_year(from).into()),
        ("to", format.day_of_year(to).into()),
    ];
    words.with(id, args)
}
