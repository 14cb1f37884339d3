use std::sync::Arc;

use chrono::NaiveDate;
use kata_core::views::lines::Look;
use kata_core::views::{coaching, progress, retrospective, storyboard, teams, toil};
use kata_domain::{
    Comparison, ExperimentState, ObstacleState, Outcome, Role, TargetConditionStatus,
};
use kata_store::clock::{Clock, FixedClock, day_of};
use kata_store::retry::Told;
use kata_store::{Store, health, open};
use kata_wire::{
    CoachingCyclesGet, FrozenBy, Nothing, ProgressGet, RetrospectiveGet, RetrospectivesGet,
    Statement, Storyboard, StoryboardGet, ToilGet,
};

use super::write;

/// 12 March 2026, 10:00 UTC.
const THURSDAY: i64 = 1_773_309_600_000;
const DAY: i64 = 86_400_000;

fn sample(now_ms: i64) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("sample.kata");
    let store = open::create(&path, Arc::new(FixedClock::at(now_ms))).unwrap();
    write(&store).unwrap();
    (folder, store)
}

fn look<R>(store: &Store, view: impl FnOnce(&Look<'_>) -> R) -> R {
    let today = store.clock().today();
    store
        .read(|reader| {
            Ok(view(&Look {
                reader,
                today,
                utc_offset: 0,
                as_of_seq: 0,
            }))
        })
        .unwrap()
}

fn board(store: &Store, team: &str) -> Storyboard {
    look(store, |look| {
        let teams = teams::get(look, Nothing {}).unwrap().teams;
        let team_id = teams
            .iter()
            .find(|row| row.team.noun.name == team)
            .map(|row| row.team.noun.id);
        storyboard::get(
            look,
            StoryboardGet {
                team_id,
                ..StoryboardGet::default()
            },
        )
        .unwrap()
    })
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

#[test]
fn the_sample_board_is_sound() {
    let (_folder, store) = sample(THURSDAY);
    let report = store.read(health::check).unwrap();
    assert_eq!(report.findings, []);
    assert!(report.operations > 100);
}

#[test]
fn nothing_is_written_after_now_and_the_log_runs_with_time() {
    let (_folder, store) = sample(THURSDAY);
    let times: Vec<i64> = store
        .read(|reader| {
            let mut statement = reader
                .connection()
                .prepare("SELECT at_ms FROM operation ORDER BY seq")
                .told()?;
            let times = statement
                .query_map([], |row| row.get(0))
                .told()?
                .collect::<Result<_, _>>()
                .told()?;
            Ok(times)
        })
        .unwrap();
    assert!(times.iter().all(|at| *at < THURSDAY));
    let days: Vec<i64> = times.iter().map(|at| at / DAY).collect();
    assert!(days.is_sorted());
}

#[test]
fn the_seller_portal_shows_what_the_case_tells() {
    let (_folder, store) = sample(THURSDAY);
    let board = board(&store, "Seller Portal");
    let target = &board.target_condition.as_ref().unwrap().noun;
    assert_eq!(
        (
            target.number,
            target.outcome_comparison,
            target.outcome_target
        ),
        (1, Comparison::Below, Some(2.0))
    );
    assert_eq!(target.operating_pattern.lines().count(), 4);
    assert_eq!(
        (target.achieve_by_on, board.days_left),
        (day("2026-03-27"), Some(15))
    );
    let challenge = board.challenge.unwrap().noun;
    assert_eq!(challenge.horizon_on, day("2026-12-12"));
    assert!(!challenge.operational_outcomes.is_empty() && !challenge.business_outcomes.is_empty());
    assert_eq!(
        board.current_condition.unwrap().noun.as_of_on,
        day("2026-03-06")
    );
    let chart = board.chart.unwrap();
    let values: Vec<f64> = chart.points.iter().map(|point| point.value).collect();
    assert_eq!(values, [7.0, 7.0, 8.0, 5.0, 5.0, 4.0, 3.0, 3.0]);
    let coach = board
        .members
        .iter()
        .find(|member| member.roles == [Role::Coach])
        .unwrap();
    assert_eq!(
        (board.members.len(), coach.name.as_str()),
        (4, "Daniel Osei")
    );
    assert!(board.metrics.iter().all(|metric| !metric.stale));
}

#[test]
fn the_seller_portal_has_its_steps_and_obstacles() {
    let (_folder, store) = sample(THURSDAY);
    let board = board(&store, "Seller Portal");
    let gaps: Vec<_> = board
        .steps
        .iter()
        .map(|step| step.gap.map(|gap| gap.error))
        .collect();
    assert_eq!(gaps, [Some(3.0), None, None, Some(3.0), Some(1.0), None]);
    let last = board.steps.last().unwrap();
    assert_eq!(last.experiment.noun.state, ExperimentState::Running);
    assert_eq!(
        (last.experiment.noun.check_on, last.result_open),
        (day("2026-03-13"), false)
    );
    assert_eq!(
        last.obstacle_text.as_deref(),
        Some("In launch weeks sellers cannot see which product sold yesterday.")
    );
    let states: Vec<_> = board
        .obstacles
        .iter()
        .map(|line| (line.addressing, line.obstacle.noun.state))
        .collect();
    use ObstacleState::{Cleared, NotAnObstacle, Parked};
    assert_eq!(
        states,
        [
            (true, Parked),
            (false, Parked),
            (false, Parked),
            (false, Cleared),
            (false, NotAnObstacle)
        ]
    );
}

#[test]
fn the_toil_sheet_ends_at_sixteen_of_forty_hours() {
    let (_folder, store) = sample(THURSDAY);
    let board = board(&store, "Platform On-call");
    assert_eq!(board.metrics[0].last.as_ref().unwrap().value, 16.0);
    let open = board
        .obstacles
        .iter()
        .filter(|line| line.obstacle.noun.state == ObstacleState::Parked);
    let of_sheet = open.filter(|line| line.obstacle.noun.from_topic_id.is_none());
    let hours: f64 = of_sheet
        .map(|line| hours_of(&line.obstacle.noun.text))
        .sum();
    assert_eq!(hours, 16.0);
    let outcomes: Vec<_> = board
        .steps
        .iter()
        .map(|step| step.experiment.noun.outcome)
        .collect();
    assert_eq!(
        outcomes,
        [Some(Outcome::Refuted), Some(Outcome::Refuted), None],
        "of the active target condition"
    );
}

/// The hours that an obstacle of the sheet names.
fn hours_of(text: &str) -> f64 {
    let words: Vec<&str> = text.split(' ').collect();
    let at = words.iter().position(|word| *word == "hours").unwrap();
    words[at - 1].parse().unwrap()
}

#[test]
fn no_team_asks_for_attention_on_the_first_day() {
    let (_folder, store) = sample(THURSDAY);
    let rows = look(&store, |look| teams::get(look, Nothing {}).unwrap().teams);
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|row| row.attention.is_empty() && row.addressing_now.is_some())
    );
}

/// Every date of a storyboard, in days from today.
fn days_from_today(board: &Storyboard) -> Vec<i64> {
    let target = &board.target_condition.as_ref().unwrap().noun;
    let mut dates = vec![target.set_on, target.achieve_by_on];
    dates.push(board.current_condition.as_ref().unwrap().noun.as_of_on);
    for step in &board.steps {
        let step = &step.experiment.noun;
        dates.extend([step.started_on, step.check_on, step.closed_on]);
    }
    for line in &board.obstacles {
        dates.extend([line.obstacle.noun.found_on, line.obstacle.noun.closed_on]);
    }
    dates.extend(
        board
            .chart
            .iter()
            .flat_map(|chart| &chart.points)
            .map(|point| Some(point.on)),
    );
    dates
        .into_iter()
        .flatten()
        .map(|date| (date - board.today).num_days())
        .collect()
}

#[test]
fn dates_stay_relative_to_the_day_of_creation() {
    let (_first, spring) = sample(THURSDAY);
    let (_second, later) = sample(THURSDAY + 200 * DAY);
    for team in ["Seller Portal", "Platform On-call"] {
        let (spring, later) = (board(&spring, team), board(&later, team));
        assert_ne!(spring.today, later.today);
        assert_eq!(days_from_today(&spring), days_from_today(&later));
    }
}

/// Half a day ahead of UTC, shortly after midnight.
struct Auckland;

impl Clock for Auckland {
    fn now_ms(&self) -> i64 {
        THURSDAY + 150 * 60_000
    }
    fn utc_offset(&self) -> i32 {
        12 * 60
    }
}

#[test]
fn hours_and_days_are_local() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("sample.kata");
    let store = open::create(&path, Arc::new(Auckland)).unwrap();
    write(&store).unwrap();
    let board = board(&store, "Seller Portal");
    assert_eq!(board.today, day("2026-03-13").unwrap());
    for step in &board.steps {
        let step = &step.experiment.noun;
        assert_eq!(
            step.started_on,
            step.sealed_at.map(|at| day_of(at, 12 * 60))
        );
    }
}

#[test]
fn each_step_came_out_of_a_coaching_cycle_and_the_next_one_is_booked() {
    let (_folder, store) = sample(THURSDAY);
    let process = board(&store, "Seller Portal")
        .focus_process
        .unwrap()
        .noun
        .id;
    let held = look(&store, |look| {
        coaching::list(
            look,
            CoachingCyclesGet {
                focus_process_id: process,
            },
        )
        .unwrap()
        .cycles
    });
    let steps: Vec<_> = held
        .iter()
        .filter_map(|line| line.next_step.as_ref())
        .map(|step| step.experiment.noun.number)
        .collect();
    assert_eq!(steps, [6, 5, 4, 3, 2, 1]);
    let (newest, first) = (&held[0].cycle.noun, &held[5].cycle.noun);
    assert_eq!(
        (newest.next_on, newest.next_time.as_str()),
        (day("2026-03-13"), "14:00")
    );
    assert_eq!(first.last_step_id, None, "nothing to reflect on yet");
    assert_eq!(first.threshold_question, Some(2));
    assert_eq!(held[0].coach.as_deref(), Some("Daniel Osei"));
}

#[test]
fn the_chart_of_the_toil_sheet_signals_that_the_process_has_changed() {
    let (_folder, store) = sample(THURSDAY);
    let process = board(&store, "Platform On-call").focus_process.unwrap();
    let request = ProgressGet {
        focus_process_id: process.noun.id,
        metric_id: None,
    };
    let progress = look(&store, |look| progress::get(look, request.clone()).unwrap());
    let chart = progress.chart.unwrap();
    let baseline = chart.baseline.unwrap();
    assert_eq!((baseline.frozen_by, baseline.count), (FrozenBy::Step, 16));
    assert_eq!(chart.says[0], Statement::Changed { good: Some(true) });
    let script = progress.metrics[1].metric.noun.id;
    let request = ProgressGet {
        metric_id: Some(script),
        ..request
    };
    let other = look(&store, |look| progress::get(look, request).unwrap()).chart;
    let baseline = other.unwrap().baseline.unwrap();
    let frozen = (baseline.frozen_by, baseline.step_number);
    assert_eq!(
        frozen,
        (FrozenBy::Step, Some(3)),
        "though no step is judged by it"
    );
    let statuses: Vec<_> = progress
        .staircase
        .iter()
        .map(|stair| stair.status)
        .collect();
    assert_eq!(
        statuses,
        [TargetConditionStatus::Met, TargetConditionStatus::Active]
    );
}

#[test]
fn the_toil_sheet_of_the_second_team_is_the_published_one() {
    let (_folder, store) = sample(THURSDAY);
    let team_id = board(&store, "Platform On-call").team.noun.id;
    let request = ToilGet {
        team_id,
        ..ToilGet::default()
    };
    let toil = look(&store, |look| toil::get(look, request)).unwrap();
    assert_eq!(toil.percent, Some(40.0));
    let newest = &toil.weeks[0];
    assert_eq!(
        (newest.toil_hours, newest.week.noun.all_hours),
        (16.0, 40.0)
    );
    let hours: Vec<f64> = newest.week.noun.hours.iter().map(|one| one.hours).collect();
    assert_eq!(hours, [4.5, 3.0, 2.5, 2.0, 1.5, 1.5, 1.0]);
    assert!(
        toil.hours.and_then(|hours| hours.gave_back) > Some(0.0),
        "the script gave hours back"
    );
}

#[test]
fn the_second_team_held_a_retrospective_that_ended_on_the_step_it_began_that_day() {
    let (_folder, store) = sample(THURSDAY);
    let board = board(&store, "Platform On-call");
    let team_id = board.team.noun.id;
    let request = RetrospectivesGet {
        team_id,
        ..RetrospectivesGet::default()
    };
    let all = look(&store, |look| retrospective::list(look, request)).unwrap();
    assert_eq!((all.past.len(), all.planned.len()), (1, 1));
    let past = &all.past[0];
    assert_eq!(past.retrospective.noun.began_on, day("2026-03-08"));
    let step = past.next_step.as_ref().unwrap();
    assert_eq!(step.experiment.noun.number, 4);

    let id = past.retrospective.noun.id;
    let held = look(&store, |look| {
        retrospective::get(look, RetrospectiveGet { id })
    })
    .unwrap();
    let votes: Vec<_> = held.topics.iter().map(|topic| topic.votes).collect();
    assert_eq!(votes, [Some(5), Some(4)]);
    let loose = held.notes.iter().filter(|note| note.topic_id.is_none());
    assert_eq!((held.notes.len(), loose.count()), (6, 2));
    assert!(held.notes.iter().all(|note| note.author.is_some()));
    assert_eq!(held.answers.ratings.len(), 3);
    let labels = board.obstacles.iter().map(|line| &line.obstacle.noun);
    let labels = labels.filter(|obstacle| obstacle.text == "One person makes the labels");
    assert_eq!(labels.count(), 1);
}
