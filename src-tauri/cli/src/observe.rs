//! Numbers of a metric from a terminal, a script or cron: one on the line, or a CSV file.

use std::io::{self, Read, Write};
use std::path::Path;

use kata_api::Session;
use kata_core::import::{TEXT_LIMIT, decode, number};
use kata_core::views::{metrics, observation_preview};
use kata_core::workspace::Workspace;
use kata_wire::{
    CoreError, Doubt, Nothing, ObservationAdd, ObservationImport, ObservationNew,
    ObservationPreviewGet, TeamMetric, Told,
};
use serde_json::json;

use crate::args::ObserveArgs;
use crate::failure::Failure;
use crate::{board, output};

/// Writes what was measured and prints what was written.
///
/// # Errors
/// When the metric is none or not the only one, the number or a line is none, a day has a number
/// already and nothing says what becomes of the two, or the file does not take it; then nothing is
/// written.
pub fn observe(args: ObserveArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let session = board::session(args.who.clone().person())?;
    let workspace = board::open(&session, &args.file)?;
    let found = workspace.look(|look| metrics::get(look, Nothing {}))?;
    let metric = the_one(found.metrics, &args.metric, args.team.as_deref())?;
    let answer = match args.csv.clone() {
        Some(path) => import(&session, &workspace, args, &metric, &path)?,
        None => session.call("observation_add", json!(add(args, &metric)?))?,
    };
    output::line(out, &answer)
}

fn refused(detail: String) -> CoreError {
    CoreError::RequestInvalid {
        command: "observe".to_owned(),
        detail,
    }
}

/// A metric by its id or, in any case of letters, by its name.
fn the_one(
    metrics: Vec<TeamMetric>,
    name: &str,
    team: Option<&str>,
) -> Result<TeamMetric, CoreError> {
    let same = |wanted: &str, name: &str| wanted.trim().to_lowercase() == name.to_lowercase();
    let of_team = |one: &TeamMetric| {
        team.is_none_or(|team| one.team_id.to_string() == team || same(team, &one.team_name))
    };
    let is_it = |one: &TeamMetric| {
        let metric = &one.now.metric.noun;
        metric.id.to_string() == name || same(name, &metric.name)
    };
    let (mut here, _): (Vec<_>, Vec<_>) = metrics.into_iter().partition(of_team);
    let choices = |of: &[TeamMetric]| {
        let one = |one: &TeamMetric| {
            let metric = &one.now.metric.noun;
            format!("{}: {} ({})", one.team_name, metric.name, metric.id)
        };
        of.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let known = choices(&here);
    here.retain(is_it);
    match here.len() {
        1 => Ok(here.remove(0)),
        0 => Err(refused(format!("no metric “{name}”; there are {known}"))),
        _ => Err(refused(format!(
            "more than one metric “{name}”: {}",
            choices(&here)
        ))),
    }
}

fn add(args: ObserveArgs, found: &TeamMetric) -> Result<ObservationAdd, CoreError> {
    let metric = &found.now.metric.noun;
    let typed = args.value.unwrap_or_default();
    let value = number::typed(&typed, &metric.unit)
        .ok_or_else(|| refused(format!("“{typed}” is no number in “{}”", metric.unit)))?;
    Ok(ObservationAdd {
        metric_id: Some(metric.id),
        observations: vec![ObservationNew {
            value,
            value_text: Some(typed),
            observed_on: args.on,
            measured_by: args.by,
            how: args.how,
            note: args.note,
        }],
        duplicates: args.same_day.into(),
        ..ObservationAdd::default()
    })
}

fn import(
    session: &Session,
    workspace: &Workspace,
    args: ObserveArgs,
    found: &TeamMetric,
    path: &Path,
) -> Result<serde_json::Value, Failure> {
    let metric_id = found.now.metric.noun.id;
    let text = text(path)?;
    let reading = Told {
        date_order: args.dates.map(Into::into),
        decimal: args.decimal.map(Into::into),
        last_on: args.on,
        ..Told::default()
    };
    let request = ObservationPreviewGet {
        metric_id: Some(metric_id),
        text: text.clone(),
        reading: reading.clone(),
    };
    let preview = workspace.look(|look| observation_preview::get(look, request))?;
    if let Some(doubt) = preview.doubts.iter().find_map(|doubt| asks(*doubt)) {
        return Err(refused(doubt.to_owned()).into());
    }
    let request = ObservationImport {
        metric_id: Some(metric_id),
        text,
        reading,
        duplicates: args.same_day.into(),
        leave_out: args.leave_out,
        measured_by: args.by.unwrap_or_default(),
        how: args.how.unwrap_or_default(),
        ..ObservationImport::default()
    };
    Ok(session.call("observation_import", json!(request))?)
}

/// What has to be said where a text can be read either way: a script sees no preview.
fn asks(doubt: Doubt) -> Option<&'static str> {
    match doubt {
        Doubt::Dates => Some("the dates go either way: say --dates day-first or month-first"),
        Doubt::Decimals => Some("the numbers go either way: say --decimal point or comma"),
        Doubt::Unit => Some("the numbers are in another unit than the metric"),
    }
}

/// A file's text; - reads standard input.
fn text(path: &Path) -> Result<String, CoreError> {
    let mut bytes = Vec::new();
    let limit = TEXT_LIMIT as u64 + 1;
    let read = if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|error| refused(format!("{}: {error}", path.display())))?;
    if bytes.len() > TEXT_LIMIT {
        return Err(CoreError::ImportSize { limit: TEXT_LIMIT });
    }
    Ok(decode(&bytes))
}
