//! The storyboard: one focus process on one screen.

use std::collections::HashMap;

use kata_domain::ids::{FocusProcessId, MetricId, ObstacleId};
use kata_domain::{
    Comparison, Experiment, ExperimentState, FocusProcess, Good, MetricKind, Obstacle,
    ObstacleState, TargetCondition, Team,
};
use kata_wire::{
    Chart, ChartPoint, ChartStep, CoachingNow, CoreError, EarlierSteps, FocusProcessRef, MetricNow,
    ObstacleLine, Storyboard, StoryboardGet, TargetConditionRef,
};

use super::lines::{Look, days_since, members, metrics, row, step_line};
use super::part::Part;
use crate::standing::{judged_by, next_step, target_of};
use kata_store::rows::Stored;
use kata_store::tables::{self, observation::Point};

/// Values that a chart shows at most.
const CHART_POINTS: i64 = 120;

/// The storyboard of a focus process, or of a team's first one.
///
/// # Errors
/// When neither is named or there is no such row.
pub fn get(look: &Look<'_>, request: StoryboardGet) -> Result<Storyboard, CoreError> {
    let (team, processes) = place(look, &request)?;
    let chosen = match request.focus_process_id {
        Some(id) => Some(row::<FocusProcess>(look, id.0)?),
        None => processes.first().cloned(),
    };
    let metrics = metrics(look, team.noun.id)?;
    let mut board = Storyboard {
        as_of_seq: look.as_of_seq,
        today: look.today,
        members: members(look, team.noun.id)?,
        team: team.into_item(),
        focus_processes: processes
            .iter()
            .map(|process| FocusProcessRef {
                id: process.noun.id,
                name: process.noun.name.clone(),
            })
            .collect(),
        focus_process: None,
        challenge: None,
        target_condition: None,
        days_left: None,
        target_conditions: Vec::new(),
        current_condition: None,
        metrics,
        chart: None,
        obstacles: Vec::new(),
        steps: Vec::new(),
        earlier: None,
        planned_id: None,
        next_number: 1,
        outcome_metric_id: None,
        process_metric_id: None,
        coaching: CoachingNow::default(),
        removed_count: 0,
    };
    if let Some(process) = chosen {
        fill(look, &mut board, process, request.most_steps)?;
    }
    Ok(board)
}

fn place(
    look: &Look<'_>,
    request: &StoryboardGet,
) -> Result<(Stored<Team>, Vec<Stored<FocusProcess>>), CoreError> {
    let team_id = match (request.focus_process_id, request.team_id) {
        (Some(process), _) => row::<FocusProcess>(look, process.0)?.noun.team_id,
        (None, Some(team)) => team,
        (None, None) => {
            return Err(CoreError::RequestInvalid {
                command: "storyboard_get".to_owned(),
                detail: "focusProcessId or teamId".to_owned(),
            });
        }
    };
    let team = row::<Team>(look, team_id.0)?;
    Ok((team, tables::focus_process::of_team(look.reader, team_id)?))
}

fn fill(
    look: &Look<'_>,
    board: &mut Storyboard,
    process: Stored<FocusProcess>,
    most_steps: Option<i64>,
) -> Result<(), CoreError> {
    let id = process.noun.id;
    let targets = tables::target_condition::of_process(look.reader, id)?;
    let shown = target_of(&process.noun, &targets).cloned();
    let condition = tables::current_condition::newest_of(look.reader, id)?;
    let obstacles = tables::obstacle::of_process(look.reader, id)?;
    let texts: HashMap<ObstacleId, String> = obstacles
        .iter()
        .map(|o| (o.noun.id, o.noun.text.clone()))
        .collect();
    let part = Part::new(0, most_steps);
    let steps = newest_steps(look, &process.noun, part)?;
    board.earlier = earlier(look, &process.noun, part, &steps)?;
    board.planned_id = next_step(look.reader, &process.noun, None)?;
    board.next_number = tables::number::next::<Experiment>(look.reader, id)?;
    let (target, now) = (shown.as_ref(), condition.as_ref());
    let judged = |kind| judged_by(kind, target.map(|t| &t.noun), now.map(|c| &c.noun));
    board.outcome_metric_id = judged(MetricKind::Outcome);
    board.process_metric_id = judged(MetricKind::Process);
    board.chart = board
        .outcome_metric_id
        .map(|metric| chart(look, metric, &board.metrics, shown.as_ref(), &steps))
        .transpose()?
        .flatten();
    board.steps = steps
        .into_iter()
        .map(|step| {
            let text = step.noun.obstacle_id.and_then(|id| texts.get(&id).cloned());
            step_line(look, step, &board.metrics, text)
        })
        .collect();
    board.obstacles = order(obstacles, process.noun.addressing_id);
    board.challenge = tables::challenge::active_of(look.reader, id)?.map(Stored::into_item);
    board.days_left = shown
        .as_ref()
        .and_then(|t| t.noun.achieve_by_on)
        .map(|day| -days_since(look, day));
    board.target_conditions = targets.iter().map(|t| target_ref(&t.noun)).collect();
    board.target_condition = shown.map(Stored::into_item);
    board.current_condition = condition.map(Stored::into_item);
    board.coaching = coaching_now(look, id)?;
    board.removed_count = tables::removed::count_of_process(look.reader, id)?;
    board.focus_process = Some(process.into_item());
    Ok(())
}

/// Steps of a target condition that was closed stay with it; a draft shows all of them still.
fn newest_steps(
    look: &Look<'_>,
    process: &FocusProcess,
    part: Part,
) -> Result<Vec<Stored<Experiment>>, CoreError> {
    let mut steps = match process.active_target_condition_id {
        Some(target) => tables::experiment::toward(look.reader, process.id, target, part.limit)?,
        None => tables::experiment::page(look.reader, process.id, part.limit, part.offset)?,
    };
    steps.reverse();
    Ok(steps)
}

fn earlier(
    look: &Look<'_>,
    process: &FocusProcess,
    part: Part,
    shown: &[Stored<Experiment>],
) -> Result<Option<EarlierSteps>, CoreError> {
    let target = process.active_target_condition_id;
    let shown = i64::try_from(shown.len()).unwrap_or(i64::MAX);
    if shown < part.limit {
        return Ok(None);
    }
    let count = tables::experiment::count(look.reader, process.id, target)? - shown;
    let first = tables::experiment::first_of(look.reader, process.id, target)?;
    Ok(first.filter(|_| count > 0).map(|first| EarlierSteps {
        count,
        first_number: first.noun.number,
        first_started_on: first.noun.started_on,
    }))
}

fn target_ref(target: &TargetCondition) -> TargetConditionRef {
    TargetConditionRef {
        id: target.id,
        number: target.number,
        status: target.status,
        achieve_by_on: target.achieve_by_on,
    }
}

fn order(obstacles: Vec<Stored<Obstacle>>, addressing: Option<ObstacleId>) -> Vec<ObstacleLine> {
    let mut lines: Vec<ObstacleLine> = obstacles
        .into_iter()
        .map(|obstacle| ObstacleLine {
            addressing: Some(obstacle.noun.id) == addressing,
            obstacle: obstacle.into_item(),
        })
        .collect();
    lines.sort_by_key(|line| {
        (
            !line.addressing,
            line.obstacle.noun.state != ObstacleState::Parked,
        )
    });
    lines
}

fn chart(
    look: &Look<'_>,
    metric: MetricId,
    metrics: &[MetricNow],
    target: Option<&Stored<TargetCondition>>,
    steps: &[Stored<Experiment>],
) -> Result<Option<Chart>, CoreError> {
    let Some(now) = metrics.iter().find(|m| m.metric.noun.id == metric) else {
        return Ok(None);
    };
    let target = target
        .map(|t| &t.noun)
        .filter(|t| t.outcome_metric_id == Some(metric));
    let by_direction = match now.metric.noun.good {
        Good::Down => Comparison::AtMost,
        Good::Up => Comparison::AtLeast,
    };
    Ok(Some(Chart {
        metric_name: now.metric.noun.name.clone(),
        unit: now.metric.noun.unit.clone(),
        points: points(look, metric)?,
        comparison: target.map_or(by_direction, |t| t.outcome_comparison),
        target: target.and_then(|t| t.outcome_target),
        achieve_by_on: target.and_then(|t| t.achieve_by_on),
        steps: steps
            .iter()
            .filter_map(|step| chart_step(&step.noun, metric))
            .collect(),
    }))
}

fn chart_step(step: &Experiment, metric: MetricId) -> Option<ChartStep> {
    let sealed = step.sealed.as_ref()?;
    let open = step.state == ExperimentState::Running && sealed.metric_id == Some(metric);
    Some(ChartStep {
        number: step.number,
        started_on: step.started_on?,
        check_on: sealed.check_on,
        predicted: sealed.predicted.filter(|_| open),
    })
}

fn points(look: &Look<'_>, metric: MetricId) -> Result<Vec<ChartPoint>, CoreError> {
    let points = tables::observation::last_points(look.reader, metric, CHART_POINTS)?;
    let point = |point: Point| ChartPoint {
        on: point.on,
        value: point.value,
    };
    Ok(points.into_iter().map(point).collect())
}

fn coaching_now(look: &Look<'_>, process: FocusProcessId) -> Result<CoachingNow, CoreError> {
    let running = tables::coaching_cycle::running(look.reader, process)?;
    let running = running.is_some_and(|cycle| cycle.noun.began_on == Some(look.today));
    let Some(last) = tables::coaching_cycle::last_finished(look.reader, process)? else {
        return Ok(CoachingNow {
            running,
            ..CoachingNow::default()
        });
    };
    let coach = last.noun.coach_id;
    let coach = coach.map(|coach| tables::person::name(look.reader, coach));
    Ok(CoachingNow {
        running,
        next_on: last.noun.next_on,
        next_time: last.noun.next_time,
        coach: coach.transpose()?.flatten(),
    })
}
