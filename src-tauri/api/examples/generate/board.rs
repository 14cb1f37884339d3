//! A board of a given size, written through the same use cases as a person's work: its log, rows,
//! heads and hash chain are true. Owns what a generated team does on each day.
//!
//! The texts and numbers follow from the seed; ids do not, they are made by the core.

use std::str::FromStr;
use std::sync::Arc;

use chrono::{Duration, NaiveDate, NaiveTime};
use kata_core::ops::observation::BATCH_LIMIT;
use kata_core::ops::{self, Desk};
use kata_domain::ids::{
    ExperimentId, FocusProcessId, MetricId, ObstacleId, PersonId, SessionId, TargetConditionId,
    TeamId,
};
use kata_domain::{
    ChallengePatch, Closing, Comparison, CurrentConditionPatch, Decision, ExperimentPatch,
    FocusProcessPatch, MetricPatch, ObstaclePatch, Outcome, PersonPatch, Role,
    TargetConditionPatch, TeamPatch,
};
use kata_store::clock::FixedClock;
use kata_store::{Store, Who};
use kata_wire::{
    BasedOn, ChallengeCreate, CoreError, CurrentConditionCreate, Duplicates, ExperimentCreate,
    ExperimentEdit, ExperimentEvaluate, ExperimentMove, FocusProcessCreate, MembershipCreate,
    MetricCreate, ObservationAdd, ObservationNew, ObstacleAddress, ObstacleCreate, PersonCreate,
    TargetConditionActivate, TargetConditionClose, TargetConditionCreate, TeamCreate, Written,
};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// Operations of one transaction, about: more would only hold the file longer.
const OPERATIONS_AT_ONCE: i64 = 20_000;
/// Obstacles that are found with each target condition.
const OBSTACLES: usize = 10;
/// Steps against one obstacle.
const STEPS_AN_OBSTACLE: i64 = 5;
/// People of each team.
const MEMBERS: usize = 5;
/// Days between two batches of observations.
const WEEK: i64 = 7;

/// How large the board shall be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Teams, each with one focus process and two metrics.
    pub teams: i64,
    /// Target conditions of all teams.
    pub targets: i64,
    /// Steps of all teams.
    pub experiments: i64,
    /// Observations of all teams.
    pub observations: i64,
    /// Where texts and numbers come from.
    pub seed: u64,
}

impl Size {
    fn targets_a_team(&self) -> i64 {
        share(self.targets, self.teams).max(1)
    }

    fn steps_a_target(&self) -> i64 {
        share(self.experiments, self.targets).max(1)
    }

    /// One step a day, and a day for the end of each target condition but the last.
    fn days(&self) -> i64 {
        self.targets_a_team() * (self.steps_a_target() + 1) - 1
    }

    /// Observations of one metric in a week.
    fn batch(&self) -> i64 {
        let weeks = share(self.days(), WEEK);
        share(self.observations, self.teams * 2 * weeks)
    }
}

/// Fills an empty board so that its last day is the day before `today`.
///
/// # Errors
/// What a write answers.
pub fn fill(store: &Store, size: Size, today: NaiveDate) -> Result<(), CoreError> {
    let clock = Arc::new(FixedClock::at(0));
    let mut work = Work {
        clock: clock.clone(),
        size,
        today,
        random: StdRng::seed_from_u64(size.seed),
        steps_left: size.experiments,
        observations_left: size.observations,
    };
    let mut teams = store.together(clock.clone(), |store| work.begin(store))?;
    let a_day = (size.teams * 6).max(1);
    let days_at_once = (OPERATIONS_AT_ONCE / a_day).max(1);
    for first in (0..size.days()).step_by(usize::try_from(days_at_once).unwrap_or(1)) {
        let days = first..(first + days_at_once).min(size.days());
        store.together(clock.clone(), |store| {
            for day in days {
                for team in &mut teams {
                    work.live(store, team, day)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What the whole board shares.
struct Work {
    clock: Arc<FixedClock>,
    size: Size,
    today: NaiveDate,
    random: StdRng,
    steps_left: i64,
    observations_left: i64,
}

/// Where one team stands.
struct Team {
    who: Who,
    process: FocusProcessId,
    metrics: [MetricId; 2],
    target: Option<TargetConditionId>,
    obstacles: Vec<ObstacleId>,
    running: Option<Running>,
}

/// A step that waits for its check date.
struct Running {
    id: ExperimentId,
    predicted: f64,
}

impl Work {
    fn date(&self, day: i64) -> NaiveDate {
        self.today - Duration::days(self.size.days() - day)
    }

    fn set_clock(&self, day: i64, hour: i64) {
        let at = self.date(day).and_time(NaiveTime::MIN).and_utc() + Duration::hours(hour);
        self.clock.set(at.timestamp_millis());
    }

    /// People and teams.
    fn begin(&mut self, store: &Store) -> Result<Vec<Team>, CoreError> {
        self.set_clock(-1, 8);
        let mut teams = Vec::new();
        for number in 1..=self.size.teams {
            let mut who = Who {
                actor: None,
                device: self.random.random(),
                session: SessionId(uuid::Uuid::now_v7()),
                undo_by_session: true,
            };
            let mut people: Vec<PersonId> = Vec::new();
            for _ in 0..MEMBERS {
                let name = Some(format!("{} {number}", self.title(2)));
                let request = PersonCreate {
                    fields: PersonPatch { name },
                };
                people.push(id(ops::person::create(&Desk::of(store, who), request)?)?);
            }
            who.actor = people.first().copied();
            teams.push(self.begin_team(&Desk::of(store, who), number, &people)?);
        }
        Ok(teams)
    }

    fn begin_team(
        &mut self,
        desk: &Desk<'_>,
        number: i64,
        people: &[PersonId],
    ) -> Result<Team, CoreError> {
        let fields = TeamPatch {
            name: Some(format!("{} {number}", self.title(2))),
        };
        let team_id: TeamId = id(ops::team::create(desk, TeamCreate { fields })?)?;
        for (index, person_id) in people.iter().enumerate() {
            let roles = [Role::Learner, Role::Coach]
                .get(index)
                .map(|role| vec![*role]);
            let request = MembershipCreate {
                team_id,
                person_id: Some(*person_id),
                name: None,
                roles: roles.unwrap_or_default(),
            };
            ops::membership::create(desk, request)?;
        }
        let fields = FocusProcessPatch {
            name: Some(self.title(3)),
            scope: Some(self.words(10)),
        };
        let process = id(ops::focus_process::create(
            desk,
            FocusProcessCreate { team_id, fields },
        )?)?;
        let metrics = [self.metric(desk, team_id)?, self.metric(desk, team_id)?];
        let fields = ChallengePatch {
            statement: Some(self.words(14)),
            horizon_on: Some(Some(self.today + Duration::days(270))),
            why: Some(self.words(20)),
            operational_outcomes: Some(self.words(16)),
            business_outcomes: Some(self.words(16)),
            ..ChallengePatch::default()
        };
        ops::challenge::create(
            desk,
            ChallengeCreate {
                focus_process_id: process,
                fields,
            },
        )?;
        Ok(Team {
            who: desk.who,
            process,
            metrics,
            target: None,
            obstacles: Vec::new(),
            running: None,
        })
    }

    fn metric(&mut self, desk: &Desk<'_>, team_id: TeamId) -> Result<MetricId, CoreError> {
        let fields = MetricPatch {
            name: Some(self.title(3)),
            unit: Some("h".to_owned()),
            definition: Some(self.words(20)),
            source: Some(self.title(2)),
            rhythm_days: Some(Some(WEEK)),
            ..MetricPatch::default()
        };
        id(ops::metric::create(desk, MetricCreate { team_id, fields })?)
    }

    /// One day of one team: the step of yesterday is closed and the next one starts; between two
    /// target conditions lies a day to reflect.
    fn live(&mut self, store: &Store, team: &mut Team, day: i64) -> Result<(), CoreError> {
        let desk = Desk::of(store, team.who);
        let in_target = day % (self.size.steps_a_target() + 1);
        self.set_clock(day, 9);
        if in_target == 0 {
            self.aim(&desk, team, day)?;
        }
        if day % WEEK == 0 {
            self.measure(&desk, team, day)?;
        }
        self.set_clock(day, 15);
        if let Some(step) = team.running.take() {
            self.learn(&desk, step)?;
        }
        if in_target == self.size.steps_a_target() {
            return self.reflect(&desk, team);
        }
        if in_target % STEPS_AN_OBSTACLE == 0 {
            let index =
                usize::try_from(in_target / STEPS_AN_OBSTACLE).unwrap_or_default() % OBSTACLES;
            ops::obstacle::address(
                &desk,
                ObstacleAddress {
                    id: team.obstacles[index],
                },
            )?;
        }
        if self.steps_left > 0 {
            self.steps_left -= 1;
            team.running = Some(self.step(&desk, team, day)?);
        }
        Ok(())
    }

    fn aim(&mut self, desk: &Desk<'_>, team: &mut Team, day: i64) -> Result<(), CoreError> {
        let [outcome, process] = team.metrics;
        let fields = TargetConditionPatch {
            achieve_by_on: Some(Some(self.date(day + self.size.steps_a_target()))),
            outcome_metric_id: Some(Some(outcome)),
            outcome_comparison: Some(Comparison::Below),
            outcome_target: Some(Some(10.0)),
            process_metric_id: Some(Some(process)),
            process_target: Some(Some(20.0)),
            operating_pattern: Some(self.lines(4, 8)),
            ..TargetConditionPatch::default()
        };
        let request = TargetConditionCreate {
            focus_process_id: team.process,
            fields,
        };
        let target = id(ops::target_condition::create(desk, request)?)?;
        ops::target_condition::activate(desk, TargetConditionActivate { id: target })?;
        team.target = Some(target);
        team.obstacles.clear();
        for _ in 0..OBSTACLES {
            let fields = ObstaclePatch {
                text: Some(self.words(12)),
                evidence: Some(self.words(8)),
                ..ObstaclePatch::default()
            };
            let request = ObstacleCreate {
                from_experiment_id: None,
                focus_process_id: team.process,
                fields,
            };
            team.obstacles
                .push(id(ops::obstacle::create(desk, request)?)?);
        }
        let fields = CurrentConditionPatch {
            outcome_metric_id: Some(Some(outcome)),
            process_metric_id: Some(Some(process)),
            operating_pattern: Some(self.lines(4, 8)),
            gets_in_the_way: Some(self.words(12)),
            observed_by: Some(self.title(2)),
            ..CurrentConditionPatch::default()
        };
        let request = CurrentConditionCreate {
            focus_process_id: team.process,
            continues: false,
            fields,
        };
        ops::current_condition::create(desk, request)?;
        Ok(())
    }

    fn reflect(&mut self, desk: &Desk<'_>, team: &mut Team) -> Result<(), CoreError> {
        let Some(id) = team.target.take() else {
            return Ok(());
        };
        let closing = if self.random.random_bool(0.6) {
            Closing::Met
        } else {
            Closing::NotMet
        };
        let reflection = self.words(30);
        let request = TargetConditionClose {
            id,
            closing,
            reflection,
            challenge_valid: Some(true),
        };
        ops::target_condition::close(desk, request)?;
        Ok(())
    }

    /// The week's values, spread over its days.
    fn measure(&mut self, desk: &Desk<'_>, team: &Team, day: i64) -> Result<(), CoreError> {
        for metric_id in team.metrics {
            let count = self.size.batch().min(self.observations_left);
            self.observations_left -= count;
            let values: Vec<ObservationNew> = (0..count)
                .map(|index| ObservationNew {
                    value: self.number(),
                    observed_on: Some(self.date(day - WEEK + 1 + index * WEEK / count)),
                    measured_by: Some("Log".to_owned()),
                    ..ObservationNew::default()
                })
                .collect();
            for part in values.chunks(BATCH_LIMIT) {
                ops::observation::add(
                    desk,
                    ObservationAdd {
                        metric_id: Some(metric_id),
                        observations: part.to_vec(),
                        duplicates: Duplicates::KeepBoth,
                        ..ObservationAdd::default()
                    },
                )?;
            }
        }
        Ok(())
    }

    fn step(&mut self, desk: &Desk<'_>, team: &Team, day: i64) -> Result<Running, CoreError> {
        let predicted = self.number();
        let fields = ExperimentPatch {
            step: Some(self.words(12)),
            metric_id: Some(Some(team.metrics[0])),
            baseline: Some(Some(self.number())),
            predicted: Some(Some(predicted)),
            prediction: Some(self.words(12)),
            confidence: Some(Some(self.random.random_range(5..=9) * 10)),
            sample: Some(self.words(6)),
            guardrails: Some(self.words(6)),
            check_on: Some(Some(self.date(day + 1))),
            ..ExperimentPatch::default()
        };
        let request = ExperimentCreate {
            focus_process_id: team.process,
            fields,
            ..ExperimentCreate::default()
        };
        let id = id(ops::experiment::create(desk, request)?)?;
        ops::experiment::seal(desk, ExperimentMove { id })?;
        Ok(Running { id, predicted })
    }

    fn learn(&mut self, desk: &Desk<'_>, step: Running) -> Result<(), CoreError> {
        let actual = self.number();
        let fields = ExperimentPatch {
            actual: Some(Some(actual)),
            what_happened: Some(self.words(15)),
            learned: Some(self.words(15)),
            belief: Some(self.words(8)),
            ..ExperimentPatch::default()
        };
        ops::experiment::edit(
            desk,
            ExperimentEdit {
                id: step.id,
                fields,
                based_on: BasedOn::default(),
            },
        )?;
        let outcome = if actual <= step.predicted {
            Outcome::Confirmed
        } else {
            Outcome::Refuted
        };
        let request = ExperimentEvaluate {
            id: step.id,
            outcome,
            decision: Some(Decision::Adapt),
        };
        ops::experiment::evaluate(desk, request)?;
        Ok(())
    }

    fn number(&mut self) -> f64 {
        f64::from(self.random.random_range(10..300)) / 10.0
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.random.random_range(0..WORDS.len())]
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word()).collect();
        let mut text = words.join(" ");
        text.push('.');
        text
    }

    fn lines(&mut self, lines: usize, words: usize) -> String {
        let lines: Vec<String> = (0..lines).map(|_| self.words(words)).collect();
        lines.join("\n")
    }

    /// Words that start with a capital.
    fn title(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count)
            .map(|_| {
                let (first, rest) = self.word().split_at(1);
                first.to_uppercase() + rest
            })
            .collect();
        words.join(" ")
    }
}

/// What each of `parts` gets so that together they get all, rounded up.
fn share(all: i64, parts: i64) -> i64 {
    let parts = parts.max(1);
    (all + parts - 1) / parts
}

/// The typed id of what was written.
fn id<I: FromStr>(written: Written) -> Result<I, CoreError> {
    written.id.parse().map_err(|_| CoreError::NotFound {
        id: written.id.clone(),
    })
}

/// What generated texts consist of; every word is plain ASCII.
const WORDS: [&str; 96] = [
    "alert", "answer", "approval", "backup", "batch", "board", "branch", "build", "call", "change",
    "channel", "check", "cluster", "code", "config", "coach", "copy", "customer", "daily", "data",
    "date", "delay", "deploy", "desk", "driver", "email", "error", "evening", "export", "figure",
    "file", "flow", "form", "group", "handoff", "host", "hour", "incident", "invoice", "issue",
    "label", "launch", "learner", "limit", "list", "load", "log", "machine", "market", "merge",
    "meter", "minute", "monday", "morning", "network", "night", "number", "order", "owner", "page",
    "patch", "pattern", "person", "phone", "plan", "portal", "process", "product", "queue",
    "question", "reason", "release", "report", "request", "reset", "restore", "result", "return",
    "rework", "row", "scale", "script", "seller", "server", "service", "sheet", "shop", "step",
    "storage", "table", "team", "test", "ticket", "tool", "version", "week",
];
