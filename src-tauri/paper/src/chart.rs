//! One chart as a file: a picture, or its numbers.

use std::collections::HashMap;

use kata_core::views::chart;
use kata_core::views::lines::Look;
use kata_domain::Observation;
use kata_domain::stats::xmr::Rule;
use kata_store::tables;
use kata_wire::{ChartExport, ChartFormat, ChartGet, CoreError, MetricChart};

use super::fonts::{REGULAR, Widths};
use super::report::{file_name, says};
use super::{Made, chart_svg, csv, raster, unprintable};
use crate::words::Words;

/// Values of a picture; more would touch each other.
const POINTS: i64 = 1_000;

/// What a file of a chart is made from.
pub enum Read {
    /// A picture.
    Chart(Box<MetricChart>),
    /// The numbers, and the chart of all of them.
    Numbers(Box<MetricChart>, Vec<Observation>),
}

/// Reads what the file is made from.
///
/// # Errors
/// When there is no such metric.
pub fn read(look: &Look<'_>, request: &ChartExport) -> Result<Read, CoreError> {
    let wanted = ChartGet {
        metric_id: request.metric_id,
        focus_process_id: request.focus_process_id,
        target_condition_id: request.target_condition_id,
        from: request.from,
        to: request.to,
        most: Some(POINTS),
    };
    if request.format == ChartFormat::Csv {
        let whole = chart::whole(look, &wanted)?;
        return Ok(Read::Numbers(Box::new(whole), numbers(look, request)?));
    }
    Ok(Read::Chart(Box::new(chart::get(look, wanted)?)))
}

fn numbers(look: &Look<'_>, request: &ChartExport) -> Result<Vec<Observation>, CoreError> {
    let (from, to) = (request.from, request.to);
    let rows = tables::observation::between(look.reader, request.metric_id, from, to)?;
    Ok(rows.into_iter().map(|row| row.noun).collect())
}

/// Makes the file.
///
/// # Errors
/// When the picture cannot be drawn.
pub fn make(read: &Read, format: ChartFormat) -> Result<Made, CoreError> {
    let words = Words::english();
    let (name, ending, media_type, bytes) = match read {
        Read::Numbers(chart, all) => {
            let metric = &chart.metric.noun;
            let table = csv::write(&lines(chart, all, &words), metric.unit.trim())?;
            (&metric.name, "csv", "text/csv", table)
        }
        Read::Chart(chart) => {
            let svg = chart_svg::draw(chart, chart_svg::PAGE, &says(chart, &words), &words);
            let name = &chart.metric.noun.name;
            match format {
                ChartFormat::Png => (name, "png", "image/png", points(svg, &words)?),
                _ => (name, "svg", "image/svg+xml", svg.into_bytes()),
            }
        }
    };
    Ok(Made {
        name: format!("{}.{ending}", file_name(name)),
        media_type,
        bytes,
    })
}

/// Each number with the limits it is held against, and the rules that find a signal in it.
fn lines<'a>(chart: &'a MetricChart, all: &'a [Observation], words: &Words) -> Vec<csv::Line<'a>> {
    let mut rules: HashMap<usize, Vec<Rule>> = HashMap::new();
    for signal in &chart.signals {
        for index in signal.from..=signal.to {
            rules.entry(index).or_default().push(signal.rule);
        }
    }
    let places: HashMap<_, _> = chart.points.iter().map(|p| (p.id.0, p.index)).collect();
    let found =
        |observation: &Observation| places.get(&observation.id.0).and_then(|i| rules.get(i));
    let word = |rule: &Rule| words.plain(&format!("rule-{}", rule.word()));
    let begin = chart.baseline.as_ref().map(|baseline| baseline.from_on);
    all.iter()
        .map(|observation| csv::Line {
            observation,
            limits: chart
                .limits
                .as_ref()
                .filter(|_| begin.is_some_and(|day| day <= observation.observed_on)),
            signal: found(observation).map_or_else(String::new, |rules| {
                rules.iter().map(word).collect::<Vec<_>>().join("; ")
            }),
        })
        .collect()
}

/// A picture of points has the letters of the program's font, and tells of those that it has not.
fn points(svg: String, words: &Words) -> Result<Vec<u8>, CoreError> {
    let missing = Widths::of(REGULAR)?.missing_in(&svg);
    match unprintable(missing, words) {
        Some(said) => raster::png(&chart_svg::noted(&svg, chart_svg::PAGE, &said)),
        None => raster::png(&svg),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn height(name: &str) -> u32 {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="720" height="340"><text y="9">{name}</text></svg>"#
        );
        let png = points(svg, &Words::english()).unwrap();
        u32::from_be_bytes(png[20..24].try_into().unwrap())
    }

    #[test]
    fn a_picture_gets_a_line_for_what_could_not_be_printed() {
        assert_eq!(height("Lead time"), 680);
        assert_eq!(height("納期 \u{1f6a2}"), 720);
    }
}
