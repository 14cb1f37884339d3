//! What a chart says, in facts; the catalogue makes the sentences.

use kata_domain::stats::run_chart::RunChart;
use kata_domain::stats::xmr::{FEWEST, FIRM, Limits, Rule};
use kata_wire::{Baseline, FrozenBy, MeasuredPoint, SignalLine, Statement, TargetLine};

/// With fewer values beside the median a run chart says nothing (Anhøj and Olesen test from ten
/// on).
const USEFUL: usize = 10;

/// What is read.
pub(super) struct Read<'a> {
    /// Values from the baseline's first on.
    pub points: &'a [MeasuredPoint],
    /// Place of the first of them among all values.
    pub first: usize,
    pub baseline: Option<&'a Baseline>,
    pub limits: Option<&'a Limits>,
    pub signals: &'a [SignalLine],
    pub run_chart: Option<&'a RunChart>,
    pub target: Option<&'a TargetLine>,
}

/// What the chart says, the most important first.
pub(super) fn statements(read: &Read<'_>) -> Vec<Statement> {
    let mut says = Vec::new();
    match (read.baseline, read.limits) {
        (None, _) if read.points.is_empty() => says.push(Statement::NoPoints),
        (baseline, None) => {
            let count = baseline.map_or(0, |baseline| baseline.count);
            let more = FEWEST.saturating_sub(count);
            says.push(Statement::NoLimits { more });
        }
        (baseline, Some(limits)) => {
            let new = since_baseline(read, baseline);
            says.extend(finding(read, baseline, &new));
            says.extend(told(read, &new));
            says.extend(limits_are(read, limits, &new));
        }
    }
    says.extend(read.target.and_then(|target| reached(read, target)));
    says.extend(read.run_chart.and_then(on_the_median));
    if read.limits.is_some() && read.target.is_some() {
        says.push(Statement::TargetIsNoLimit);
    }
    says
}

/// Signals that reach past the baseline; all of them while nothing froze it.
fn since_baseline<'a>(read: &Read<'a>, baseline: Option<&Baseline>) -> Vec<&'a SignalLine> {
    let after = baseline
        .filter(|baseline| baseline.frozen_by != FrozenBy::Nothing)
        .map_or(0, |baseline| read.first + baseline.count);
    read.signals
        .iter()
        .filter(|signal| signal.to >= after)
        .collect()
}

fn finding(
    read: &Read<'_>,
    baseline: Option<&Baseline>,
    signals: &[&SignalLine],
) -> Option<Statement> {
    if !signals.is_empty() {
        // A jump between two values has no direction of its own.
        let mut directions = signals.iter().filter_map(|signal| signal.good);
        let good = directions.next();
        return Some(Statement::Changed {
            good: good.filter(|good| directions.all(|other| other == *good)),
        });
    }
    let frozen = baseline.filter(|baseline| baseline.frozen_by != FrozenBy::Nothing);
    let points = read.points.len() - frozen.map_or(0, |baseline| baseline.count);
    match frozen {
        Some(baseline) if points == 0 => Some(Statement::NothingSince {
            since: baseline.to_on,
        }),
        _ => Some(Statement::Routine {
            points,
            since: frozen.map(|baseline| baseline.to_on),
        }),
    }
}

/// The newest signal of each kind since the baseline, the newest of all first, and how many more
/// there are.
fn told(read: &Read<'_>, since: &[&SignalLine]) -> Vec<Statement> {
    let last = read.first + read.points.len();
    let (mut newest, _) = newest_of_each_kind(since);
    let (_, all) = newest_of_each_kind(&read.signals.iter().collect::<Vec<_>>());
    let more = all.saturating_sub(newest.len());
    newest.sort_by_key(|signal| std::cmp::Reverse(signal.to));
    let statement = |signal: SignalLine| Statement::Signal {
        rule: signal.rule,
        side: signal.side,
        points: signal.to - signal.from + 1,
        from_on: signal.from_on,
        to_on: signal.to_on,
        lasting: signal.to + 1 == last,
    };
    let mut told: Vec<_> = newest.into_iter().map(statement).collect();
    told.extend((more > 0).then_some(Statement::MoreSignals { count: more }));
    told
}

/// The newest signal of each rule and side, and how many there are in all; single values that
/// follow each other count as one.
fn newest_of_each_kind(signals: &[&SignalLine]) -> (Vec<SignalLine>, usize) {
    let mut newest: Vec<SignalLine> = Vec::new();
    let mut count = 0;
    for signal in signals {
        count += 1;
        let same = |other: &SignalLine| (other.rule, other.side) == (signal.rule, signal.side);
        let mut signal = (*signal).clone();
        if let Some(at) = newest.iter().position(same) {
            let before = newest.remove(at);
            if before.to + 1 == signal.from {
                count -= 1;
                signal.from = before.from;
                signal.from_on = before.from_on;
            }
        }
        newest.push(signal);
    }
    (newest, count)
}

fn limits_are(read: &Read<'_>, limits: &Limits, signals: &[&SignalLine]) -> Option<Statement> {
    let shift = signals.iter().rev().find(|signal| {
        signal.rule == Rule::RunOfEight && signal.to + 1 == read.first + read.points.len()
    });
    if let Some(shift) = shift {
        let there = shift.to - shift.from + 1;
        return Some(Statement::NewLimits {
            more: FIRM.saturating_sub(there),
        });
    }
    (!limits.firm).then(|| Statement::Provisional {
        more: FIRM.saturating_sub(limits.count),
    })
}

fn on_the_median(found: &RunChart) -> Option<Statement> {
    (found.useful >= USEFUL).then_some(Statement::RunChart {
        median: found.median,
        shift: found.shift || found.few_crossings,
        longest_run: found.longest_run,
        longest_allowed: found.longest_allowed,
        crossings: found.crossings,
        fewest_crossings: found.fewest_crossings,
    })
}

fn reached(read: &Read<'_>, target: &TargetLine) -> Option<Statement> {
    let holds = |point: &&MeasuredPoint| target.comparison.holds(point.value, target.value);
    let points = read.points.iter().rev().take_while(holds).count();
    let first = read.points.len().checked_sub(points)?;
    Some(Statement::Reached {
        points,
        from_on: read.points.get(first).filter(|_| points > 0)?.on,
    })
}
