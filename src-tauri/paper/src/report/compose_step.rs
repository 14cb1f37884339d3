//! One step in words: the plan as it was sealed, the bar, the result, and what was amended.

use kata_domain::ids::MetricId;
use kata_domain::{Experiment, ExperimentState, Sealed};
use kata_wire::Amendment;
use serde_json::Value;

use super::document::{Fact, Step};
use super::facts::{ProcessFacts, StepFacts};
use super::say::Say;

/// The block of a step.
pub(super) fn step(say: &Say<'_>, facts: &StepFacts, process: &ProcessFacts) -> Step {
    let noun = &facts.line.experiment.noun;
    let sealed = noun.plan();
    Step {
        number: noun.number,
        text: noun.step.clone(),
        plan: plan(say, facts, &sealed, process),
        bar: bar(say, noun),
        sealed: noun.sealed.is_some(),
        result: result(say, facts, process),
        amendments: facts
            .amendments
            .iter()
            .map(|change| amendment(say, change, process))
            .collect(),
    }
}

fn plan(say: &Say<'_>, facts: &StepFacts, sealed: &Sealed, process: &ProcessFacts) -> Vec<Fact> {
    let noun = &facts.line.experiment.noun;
    let kind = format!("step-kind-{}", noun.experiment_kind.word());
    let metric = sealed.metric_id.and_then(|id| process.metrics.get(&id));
    let number = |value: Option<f64>| {
        value.map_or_else(String::new, |value| {
            say.value(value, sealed.metric_id, process)
        })
    };
    let sure = sealed
        .confidence
        .map_or_else(String::new, |percent| format!("{percent} %"));
    let check = sealed
        .check_on
        .map_or_else(String::new, |day| say.words.format.date(day));
    let mut said = Vec::new();
    for (id, text) in [
        (
            "report-against",
            facts.line.obstacle_text.as_deref().unwrap_or_default(),
        ),
        ("report-kind", &say.words.plain(&kind)),
        (
            "step-metric",
            metric.map_or("", |now| &now.metric.noun.name),
        ),
        ("step-now", &number(sealed.baseline)),
        ("report-expected", &expected(say, sealed, process)),
        ("report-prediction", &sealed.prediction),
        ("step-sure", &sure),
        ("step-guardrails", &guardrails(sealed, process)),
        ("step-sample", &sealed.sample),
        ("step-if-confirmed", &sealed.if_confirmed),
        ("step-if-refuted", &sealed.if_refuted),
        ("step-if-inconclusive", &sealed.if_inconclusive),
        ("step-check", &check),
        ("report-run-by", facts.run_by.as_deref().unwrap_or_default()),
    ] {
        say.add(&mut said, id, text);
    }
    said
}

/// The number that was expected, or the range.
fn expected(say: &Say<'_>, sealed: &Sealed, process: &ProcessFacts) -> String {
    let range = sealed.predicted_low.zip(sealed.predicted_high);
    match (sealed.predicted, range) {
        (Some(value), _) => say.value(value, sealed.metric_id, process),
        (None, Some((low, high))) => {
            let low = say.words.format.number(low);
            let high = say.value(high, sealed.metric_id, process);
            say.words
                .with("report-range", [("low", low.into()), ("high", high.into())])
        }
        (None, None) => String::new(),
    }
}

fn guardrails(sealed: &Sealed, process: &ProcessFacts) -> String {
    let ids = sealed.guardrail_metric_ids.iter().flatten();
    let mut lines: Vec<String> = ids.filter_map(|id| metric_name(*id, process)).collect();
    lines.push(sealed.guardrails.clone());
    lines.join("\n").trim().to_owned()
}

fn metric_name(id: MetricId, process: &ProcessFacts) -> Option<String> {
    let now = process.metrics.get(&id)?;
    Some(now.metric.noun.name.clone())
}

fn bar(say: &Say<'_>, step: &Experiment) -> String {
    let Some(at) = step.sealed_at else {
        return say.words.plain("step-bar-not-sealed");
    };
    let date = say.words.format.day_of_year(say.day.date_of(at));
    let id = if step.amended_at.is_some() {
        "report-bar-amended"
    } else {
        "step-bar-sealed"
    };
    say.words.with(id, [("date", date.into())])
}

fn result(say: &Say<'_>, facts: &StepFacts, process: &ProcessFacts) -> Vec<Fact> {
    let noun = &facts.line.experiment.noun;
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(String::new, |day| say.words.format.date(day))
    };
    let word = |kind: &str, word: Option<&str>| {
        word.map_or_else(String::new, |word| {
            say.words.plain(&format!("step-{kind}-{word}"))
        })
    };
    let actual = noun.actual.map_or_else(String::new, |value| {
        say.value(value, noun.metric_id, process)
    });
    let mut said = Vec::new();
    for (id, text) in [
        ("report-state", &state(say, noun)),
        ("report-actual", &actual),
        ("report-gap", &gap(say, facts, process)),
        ("report-happened", &noun.what_happened),
        ("report-learned", &noun.learned),
        ("report-belief", &noun.belief),
        (
            "step-outcome",
            &word("outcome", noun.outcome.map(|o| o.word())),
        ),
        (
            "step-decision",
            &word("decision", noun.decision.map(|d| d.word())),
        ),
        ("report-evidence", &noun.evidence),
        ("report-closed", &day(noun.closed_on)),
    ] {
        say.add(&mut said, id, text);
    }
    said
}

/// Said only where the result itself does not say it.
fn state(say: &Say<'_>, step: &Experiment) -> String {
    match step.state {
        ExperimentState::Evaluated => String::new(),
        ExperimentState::Running if step.result_open(say.day.on) => {
            say.words.plain("report-state-due")
        }
        state => say.words.plain(&format!("report-state-{}", state.word())),
    }
}

/// The gap with its sign, and how much of the expected way it was.
fn gap(say: &Say<'_>, facts: &StepFacts, process: &ProcessFacts) -> String {
    let metric = facts.line.experiment.noun.metric_id;
    let signed = |error: f64| {
        let value = say.value(error.abs(), metric, process);
        let sign = say.words.format.signed(error).chars().next();
        match sign.filter(|sign| !sign.is_ascii_digit()) {
            Some(sign) => format!("{sign}{value}"),
            None => value,
        }
    };
    let Some(gap) = facts.line.gap else {
        return match facts.line.outside_range {
            Some(0.0) => say.words.plain("report-within-range"),
            Some(outside) => say
                .words
                .with("report-outside-range", [("by", signed(outside).into())]),
            None => String::new(),
        };
    };
    match gap.realised {
        Some(part) => {
            let percent = say.words.format.number((part * 100.0).round());
            let args = [
                ("gap", signed(gap.error).into()),
                ("percent", percent.into()),
            ];
            say.words.with("report-gap-realised", args)
        }
        None => signed(gap.error),
    }
}

/// Both values, who wrote the later one, and when.
fn amendment(say: &Say<'_>, change: &Amendment, process: &ProcessFacts) -> Fact {
    let field = format!("field-name-{}", change.field);
    let label = say.words.find(&field, &Default::default());
    let by = change.by_name.clone();
    let args = [
        ("sealed", written(say, &change.sealed, process).into()),
        ("value", written(say, &change.value, process).into()),
        (
            "name",
            by.unwrap_or_else(|| say.words.plain("report-somebody"))
                .into(),
        ),
        (
            "date",
            say.words
                .format
                .day_of_year(say.day.date_of(change.at))
                .into(),
        ),
        ("time", say.day.time_of(change.at).into()),
    ];
    Fact {
        label: label.unwrap_or_else(|| say.words.plain("field-name-other")),
        text: say.words.with("report-amendment", args),
    }
}

/// A value of the log as a person reads it.
fn written(say: &Say<'_>, value: &Value, process: &ProcessFacts) -> String {
    let format = say.words.format;
    let text = match value {
        Value::Number(number) => number
            .as_f64()
            .map_or_else(|| number.to_string(), |value| format.number(value)),
        Value::String(text) => {
            let metric = text.parse().ok().and_then(|id| metric_name(id, process));
            let date = kata_domain::date::parse(text).map(|day| format.date(day));
            metric.or(date).unwrap_or_else(|| text.trim().to_owned())
        }
        Value::Array(all) => {
            let all: Vec<_> = all.iter().map(|one| written(say, one, process)).collect();
            all.join(", ")
        }
        _ => String::new(),
    };
    if text.is_empty() {
        return say.words.plain("report-nothing");
    }
    text
}
