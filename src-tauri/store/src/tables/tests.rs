//! One question has one answer, also where two rows tie. Each board is written in the order that
//! would be wrong if rows came as they were written.

use chrono::NaiveDate;
use kata_domain::heads::Heads;
use kata_domain::ids::{
    BaselineWindowId, ChallengeId, CoachingCycleId, CurrentConditionId, ExperimentId,
    FocusProcessId, MembershipId, MetricId, ObservationId, ObstacleId, OperationId, PersonId,
    RetroNoteId, RetrospectiveId, TargetConditionId, TeamId, ToilWeekId, TopicId,
};
use kata_domain::noun::{Entity, Noun};
use kata_domain::retrospective::RetroState;
use kata_domain::{
    BaselineWindow, Challenge, ChallengeStatus, CoachingCycle, CurrentCondition, CycleState,
    Experiment, FocusProcess, Membership, Metric, Observation, Obstacle, Person, RetroNote,
    Retrospective, TargetCondition, Team, ToilWeek, Topic,
};
use rusqlite::Connection;
use uuid::Uuid;

use super::*;
use crate::migrate::{self, MIGRATIONS};
use crate::rows::{self, Stored};

const PROCESS: FocusProcessId = FocusProcessId(Uuid::from_u128(1));
const TEAM: TeamId = TeamId(Uuid::from_u128(2));
const METRIC: MetricId = MetricId(Uuid::from_u128(3));
const SESSION: RetrospectiveId = RetrospectiveId(Uuid::from_u128(4));

/// Later and earlier moments, UTC milliseconds.
const NOON: i64 = 2_000;
const MORNING: i64 = 1_000;

struct Board(Connection);

impl Board {
    /// A board whose rows need no parents.
    fn new() -> Board {
        let connection = Connection::open_in_memory().unwrap();
        migrate::migrate(&connection, MIGRATIONS).unwrap();
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .unwrap();
        Board(connection)
    }

    fn reader(&self) -> Reader<'_> {
        Reader(&self.0)
    }

    /// Writes a row that was made at a moment.
    fn put<N: Noun>(&self, noun: N, created_at: i64) {
        self.put_as(noun, created_at, None);
    }

    /// Writes a row that was removed.
    fn put_removed<N: Noun>(&self, noun: N) {
        self.put_as(noun, NOON, Some(NOON));
    }

    fn put_as<N: Noun>(&self, noun: N, created_at: i64, deleted_at: Option<i64>) {
        let row = Stored {
            noun,
            created_op: OperationId::default(),
            created_at,
            created_by: None,
            updated_at: created_at,
            updated_by: None,
            deleted_at,
            returned: false,
            heads: Heads::default(),
            open: Heads::default(),
        };
        rows::insert(self.reader(), &row).unwrap();
    }
}

fn day(of_march: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, of_march).unwrap()
}

/// The last figures of the ids of rows, in their order.
fn ids<N: Noun>(rows: impl IntoIterator<Item = Stored<N>>) -> Vec<u128> {
    let rows = rows.into_iter();
    rows.map(|row| row.noun.uuid().as_u128()).collect()
}

fn challenge(number: u128) -> Challenge {
    Challenge {
        id: ChallengeId(Uuid::from_u128(number)),
        focus_process_id: PROCESS,
        ..Challenge::default()
    }
}

#[test]
fn the_challenge_is_the_newest_active_one_and_of_one_moment_the_one_with_the_lower_id() {
    let board = Board::new();
    let active = || ids(challenge::active_of(board.reader(), PROCESS).unwrap());
    board.put(challenge(15), MORNING);
    board.put(challenge(12), NOON);
    board.put(challenge(11), NOON);
    board.put(challenge(13), NOON);
    board.put_removed(challenge(10));
    let over = ChallengeStatus::ALL.iter().copied();
    let mut over = over.filter(|status| *status != ChallengeStatus::Active);
    board.put(
        Challenge {
            status: over.next().unwrap(),
            ..challenge(9)
        },
        NOON,
    );
    assert_eq!(active(), [11]);
}

#[test]
fn the_current_condition_is_of_the_newest_day_then_the_one_written_last_then_the_lower_id() {
    let board = Board::new();
    let newest = || ids(current_condition::newest_of(board.reader(), PROCESS).unwrap());
    let put = |number: u128, of_march: u32, created_at: i64| {
        let condition = CurrentCondition {
            id: CurrentConditionId(Uuid::from_u128(number)),
            focus_process_id: PROCESS,
            as_of_on: Some(day(of_march)),
            ..CurrentCondition::default()
        };
        board.put(condition, created_at);
    };
    put(15, 2, NOON + 1);
    put(14, 3, MORNING);
    assert_eq!(newest(), [14]);
    put(13, 3, NOON);
    assert_eq!(newest(), [13]);
    put(12, 3, NOON);
    put(16, 3, NOON);
    assert_eq!(newest(), [12]);
}

#[test]
fn of_two_coaching_cycles_of_one_moment_the_one_made_last_is_the_last() {
    let board = Board::new();
    let put = |number: u128, state: CycleState| {
        let cycle = CoachingCycle {
            id: CoachingCycleId(Uuid::from_u128(number)),
            focus_process_id: PROCESS,
            state,
            began_at: NOON,
            ..CoachingCycle::default()
        };
        board.put(cycle, NOON);
    };
    for number in [12, 13, 11] {
        put(number, CycleState::Finished);
        put(number + 10, CycleState::Running);
    }
    put(14, CycleState::BrokenOff);
    let last = coaching_cycle::last_finished(board.reader(), PROCESS).unwrap();
    assert_eq!(ids(last), [13]);
    let running = coaching_cycle::running(board.reader(), PROCESS).unwrap();
    assert_eq!(ids(running), [23]);
    let over = coaching_cycle::over_of(board.reader(), PROCESS).unwrap();
    assert_eq!(ids(over), [14, 13, 12, 11]);
}

fn step(figure: u128, number: i64) -> Experiment {
    Experiment {
        id: ExperimentId(Uuid::from_u128(figure)),
        focus_process_id: PROCESS,
        number,
        started_on: Some(day(2)),
        ..Experiment::default()
    }
}

#[test]
fn of_two_steps_of_one_number_the_one_made_first_comes_first_and_the_other_is_newer() {
    let board = Board::new();
    for (id, number) in [(13, 2), (12, 2), (11, 1)] {
        let sealed_at = Some(NOON);
        board.put(
            Experiment {
                sealed_at,
                ..step(id, number)
            },
            NOON,
        );
    }
    let reader = board.reader();
    let all = experiment::of_process(reader, PROCESS).unwrap();
    assert_eq!(ids(all), [11, 12, 13]);
    let page = |limit, offset| ids(experiment::page(reader, PROCESS, limit, offset).unwrap());
    assert_eq!((page(2, 0), page(2, 1)), (vec![13, 12], vec![12, 11]));
    let first = experiment::first_of(reader, PROCESS, None).unwrap();
    assert_eq!(ids(first), [11]);
    assert_eq!(ids(experiment::newest(reader, PROCESS).unwrap()), [13]);
    let planned = experiment::planned(reader, PROCESS, None).unwrap();
    assert_eq!(ids(planned), [13]);
    let sealed = |but| ids(experiment::sealed_since(reader, PROCESS, NOON, but).unwrap());
    assert_eq!(sealed(None), [13]);
    assert_eq!(sealed(Some(ExperimentId(Uuid::from_u128(13)))), [12]);
    let started = experiment::newest_started(reader, PROCESS).unwrap();
    assert_eq!(ids(started), [13]);
    assert_eq!(ids(experiment::before(reader, PROCESS, 3).unwrap()), [13]);
    let started = experiment::started(reader, PROCESS, None, 9).unwrap();
    assert_eq!(ids(started), [13, 12, 11]);
}

#[test]
fn the_next_number_follows_all_that_were_given_also_to_what_was_removed() {
    let board = Board::new();
    let reader = board.reader();
    assert_eq!(number::next::<Experiment>(reader, PROCESS).unwrap(), 1);
    board.put(step(11, 3), NOON);
    board.put_removed(step(12, 4));
    assert_eq!(number::next::<Experiment>(reader, PROCESS).unwrap(), 5);
    assert_eq!(number::next::<TargetCondition>(reader, PROCESS).unwrap(), 1);
}

fn topic(number: u128, rank: &str) -> Topic {
    Topic {
        id: TopicId(Uuid::from_u128(number)),
        retrospective_id: SESSION,
        rank: rank.to_owned(),
        ..Topic::default()
    }
}

#[test]
fn rows_of_one_rank_are_in_the_order_of_their_ids_and_so_they_are_moved() {
    let board = Board::new();
    let reader = board.reader();
    for number in [13, 12] {
        board.put(topic(number, "b"), NOON);
        let merged = Topic {
            merged_into_id: Some(TopicId(Uuid::from_u128(12))),
            ..topic(number + 10, "c")
        };
        board.put(merged, NOON);
    }
    board.put_removed(topic(11, "d"));
    let all = topic::of_session(reader, SESSION).unwrap();
    assert_eq!(ids(all), [12, 13, 22, 23]);
    let order = rank::order::<Topic>(reader, SESSION).unwrap();
    let order = order.into_iter().map(|(id, rank)| (id.as_u128(), rank));
    let b = || "b".to_owned();
    assert_eq!(order.collect::<Vec<_>>(), [(12, b()), (13, b())]);
    assert_eq!(rank::last::<Topic>(reader, SESSION).unwrap().unwrap(), "d");
}

#[test]
fn rows_of_a_list_that_tie_are_in_the_order_of_their_ids() {
    let board = Board::new();
    for number in [13, 11, 12] {
        let figure = Uuid::from_u128(number);
        board.put(
            FocusProcess {
                id: FocusProcessId(figure),
                team_id: TEAM,
                ..FocusProcess::default()
            },
            NOON,
        );
        board.put(
            Metric {
                id: MetricId(figure),
                team_id: TEAM,
                unit: " % ".to_owned(),
                ..Metric::default()
            },
            NOON,
        );
        board.put(
            Obstacle {
                id: ObstacleId(figure),
                focus_process_id: PROCESS,
                ..Obstacle::default()
            },
            NOON,
        );
        board.put(
            TargetCondition {
                id: TargetConditionId(figure),
                focus_process_id: PROCESS,
                ..TargetCondition::default()
            },
            NOON,
        );
        board.put(
            RetroNote {
                id: RetroNoteId(figure),
                retrospective_id: SESSION,
                ..RetroNote::default()
            },
            NOON,
        );
    }
    let reader = board.reader();
    let lists = [
        ids(focus_process::of_team(reader, TEAM).unwrap()),
        ids(metric::of_team(reader, TEAM).unwrap()),
        ids(metric::in_percent(reader, TEAM).unwrap()),
        ids(obstacle::of_process(reader, PROCESS).unwrap()),
        ids(target_condition::of_process(reader, PROCESS).unwrap()),
        ids(retro_note::of_session(reader, SESSION).unwrap()),
    ];
    for list in lists {
        assert_eq!(list, [11, 12, 13]);
    }
}

#[test]
fn names_come_in_any_letters_and_of_one_name_the_one_made_first() {
    let board = Board::new();
    let names = [(14, "ben"), (13, "Ben"), (12, "Änne"), (11, "ana")];
    for (number, name) in names {
        let (figure, name) = (Uuid::from_u128(number), name.to_owned());
        board.put(
            Person {
                id: PersonId(figure),
                name: name.clone(),
            },
            NOON,
        );
        board.put(
            Team {
                id: TeamId(figure),
                name,
            },
            NOON,
        );
        board.put(
            Membership {
                id: MembershipId(Uuid::from_u128(number + 10)),
                team_id: TEAM,
                person_id: PersonId(figure),
                roles: Vec::new(),
            },
            NOON,
        );
    }
    let reader = board.reader();
    assert_eq!(ids(person::by_name(reader).unwrap()), [11, 13, 14, 12]);
    assert_eq!(ids(team::by_name(reader).unwrap()), [11, 13, 14, 12]);
    let members = membership::of_team(reader, TEAM).unwrap().into_iter();
    assert_eq!(ids(members.map(|(row, _)| row)), [21, 23, 24, 22]);
}

#[test]
fn of_one_day_the_value_written_later_is_newer() {
    let board = Board::new();
    for (number, of_march) in [(13, 3), (12, 3), (11, 2)] {
        let value = Observation {
            id: ObservationId(Uuid::from_u128(number)),
            metric_id: METRIC,
            observed_on: day(of_march),
            ..Observation::default()
        };
        board.put(value, NOON);
    }
    let reader = board.reader();
    let newest = observation::newest(reader, METRIC).unwrap().unwrap();
    assert_eq!(newest.id.0.as_u128(), 12);
    let figures = |points: Vec<observation::Point>| -> Vec<u128> {
        points.iter().map(|point| point.id.0.as_u128()).collect()
    };
    let all = observation::points(reader, METRIC).unwrap();
    assert_eq!(figures(all), [11, 13, 12]);
    let last = observation::last_points(reader, METRIC, 2).unwrap();
    assert_eq!(figures(last), [13, 12]);
    let page = observation::page(reader, METRIC, 9, 0).unwrap();
    assert_eq!(ids(page), [12, 13, 11]);
    let march = (day(1), day(9));
    let between = observation::points_between(reader, METRIC, march).unwrap();
    assert_eq!(figures(between), [11, 13, 12]);
    let between = observation::between(reader, METRIC, None, None).unwrap();
    assert_eq!(ids(between), [11, 13, 12]);
}

#[test]
fn of_two_decisions_on_a_window_the_newest_holds_then_the_one_written_last() {
    let board = Board::new();
    for (number, of_march, at) in [
        (13, 3, MORNING),
        (12, 3, NOON),
        (11, 2, NOON),
        (14, 3, NOON),
    ] {
        let window = BaselineWindow {
            id: BaselineWindowId(Uuid::from_u128(number)),
            metric_id: METRIC,
            decided_on: day(of_march),
            ..BaselineWindow::default()
        };
        board.put(window, at);
    }
    let windows = baseline_window::of_metric(board.reader(), METRIC).unwrap();
    assert_eq!(ids(windows), [12, 14, 13, 11]);
}

#[test]
fn of_two_sessions_that_ended_at_one_moment_the_one_with_the_lower_id_is_looked_back_on() {
    let board = Board::new();
    for (number, ended_at) in [(13, NOON), (12, NOON), (11, MORNING)] {
        let session = Retrospective {
            id: RetrospectiveId(Uuid::from_u128(number)),
            team_id: TEAM,
            state: RetroState::Closed,
            began_at: Some(MORNING),
            ended_at: Some(ended_at),
            ..Retrospective::default()
        };
        board.put(session, MORNING);
    }
    let last = retrospective::last_ended(board.reader(), TEAM).unwrap();
    assert_eq!(ids(last), [12]);
    let all = retrospective::of_team(board.reader(), TEAM).unwrap();
    assert_eq!(ids(all), [11, 12, 13]);
}

#[test]
fn what_was_removed_at_one_moment_is_in_the_order_of_the_kinds() {
    let board = Board::new();
    for number in [12, 11] {
        board.put_removed(ToilWeek {
            id: ToilWeekId(Uuid::from_u128(number)),
            team_id: TEAM,
            ..ToilWeek::default()
        });
        board.put_removed(Metric {
            id: MetricId(Uuid::from_u128(number)),
            team_id: TEAM,
            ..Metric::default()
        });
    }
    let removed = removed::of_team(board.reader(), TEAM, 9).unwrap();
    let ends = removed.iter().map(|row| {
        let id = row.id.as_str();
        (row.entity.as_str(), id[id.len() - 1..].to_owned())
    });
    let expected = ["metric", "toil_week"].map(|kind| ["b", "c"].map(|end| (kind, end.to_owned())));
    assert_eq!(ends.collect::<Vec<_>>(), expected.concat());
}

/// What is told of a row by its noun becomes SQL: a field or a table that is not there is an error
/// here.
#[test]
fn rows_of_every_kind_are_asked_for_team_title_and_place() {
    let board = Board::new();
    let nobody = Uuid::from_u128(99);
    for entity in Entity::ALL {
        let own = (entity == Entity::Team).then_some(nobody);
        let team = ancestry::team_of(board.reader(), entity, nobody).unwrap();
        assert_eq!(team, own, "{}", entity.name());
        let title = title::of(board.reader(), entity.name(), nobody).unwrap();
        assert_eq!(title, None, "{}", entity.name());
        if !entity.searched().is_empty() {
            let place = place::of(board.reader(), entity, nobody);
            let missing = matches!(place, Err(CoreError::NotFound { .. }));
            assert!(missing, "{}: {place:?}", entity.name());
        }
    }
    assert_eq!(removed::of_board(board.reader(), 9).unwrap(), []);
}

/// In the log a row is called by its title alone; in the list of what was removed stands also what
/// tells it apart from its like.
#[test]
fn what_was_removed_is_told_apart_from_its_like() {
    let board = Board::new();
    let process = FocusProcess {
        id: PROCESS,
        team_id: TEAM,
        name: "Release".to_owned(),
        ..FocusProcess::default()
    };
    board.put(process, NOON);
    let condition = |number, pattern: &str| CurrentCondition {
        id: CurrentConditionId(Uuid::from_u128(number)),
        focus_process_id: PROCESS,
        operating_pattern: pattern.to_owned(),
        ..CurrentCondition::default()
    };
    board.put_removed(condition(11, "each morning"));
    board.put_removed(condition(12, ""));
    let removed = removed::of_team(board.reader(), TEAM, 9).unwrap();
    let titles = removed.iter().map(|row| row.title.as_str());
    assert_eq!(
        titles.collect::<Vec<_>>(),
        ["Release: each morning", "Release"]
    );
    let called = title::of(board.reader(), "current_condition", Uuid::from_u128(11)).unwrap();
    assert_eq!(called.as_deref(), Some("Release"));
}
