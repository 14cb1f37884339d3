//! Writes one team's story day by day, each time as the person and at the hour it happens.

use chrono::Months;
use kata_core::ops::{self, Desk};
use kata_domain::ids::{
    ChallengeId, CoachingCycleId, ExperimentId, FocusProcessId, MetricId, ObstacleId, PersonId,
    TargetConditionId, TeamId, ToilCategoryId,
};
use kata_domain::{
    ChallengePatch, Closing, CoachingCyclePatch, Comparison, CurrentConditionPatch,
    ExperimentPatch, FocusProcessPatch, MetricPatch, ObstaclePatch, ObstacleState, Role,
    TargetConditionPatch, TeamPatch,
};
use kata_wire::{
    BasedOn, ChallengeCreate, CoachingCycleBegin, CoachingCycleEdit, CoachingCycleFinish,
    CoreError, CurrentConditionCreate, Duplicates, ExperimentCreate, ExperimentEdit,
    ExperimentEvaluate, ExperimentMove, FocusProcessCreate, MembershipCreate, MetricCreate,
    ObservationAdd, ObservationNew, ObstacleAddress, ObstacleCreate, ObstacleMoveTo,
    TargetConditionActivate, TargetConditionClose, TargetConditionCreate, TeamCreate,
};

use super::session::Session;
use super::story::{
    ConditionPlan, MetricPlan, ObstaclePlan, ResultPlan, StepPlan, Story, TargetPlan,
};
use super::{Past, Time, id, ledger, unwritten};

type Done = Result<(), CoreError>;

/// One team's story, and the ids of what is written of it so far.
pub(super) struct Scribe<'a> {
    past: &'a Past<'a>,
    story: &'static Story,
    team: TeamId,
    process: FocusProcessId,
    metrics: [MetricId; 2],
    kinds: Vec<ToilCategoryId>,
    challenge: ChallengeId,
    target: TargetConditionId,
    obstacles: Vec<Option<ObstacleId>>,
    steps: Vec<Option<ExperimentId>>,
}

impl<'a> Scribe<'a> {
    pub(super) fn new(past: &'a Past<'a>, story: &'static Story) -> Scribe<'a> {
        Scribe {
            past,
            story,
            team: TeamId::default(),
            process: FocusProcessId::default(),
            metrics: Default::default(),
            kinds: Vec::new(),
            challenge: ChallengeId::default(),
            target: TargetConditionId::default(),
            obstacles: vec![None; story.obstacles.len()],
            steps: vec![None; story.steps.len()],
        }
    }

    /// Writes what happens on a day, in the order of its hours.
    pub(super) fn write_day(&mut self, day: i64) -> Done {
        let story = self.story;
        if day == story.begins {
            self.begin()?;
        }
        for plan in story.targets.iter().filter(|plan| plan.set == day) {
            self.set_target(plan)?;
        }
        self.begin_steps(day)?;
        for (_, values) in story.values.iter().filter(|(on, _)| *on == day) {
            self.measure(day, *values)?;
        }
        self.close_steps(day)?;
        self.move_obstacles(day)?;
        for condition in story.conditions.iter().filter(|plan| plan.day == day) {
            self.grasp(condition)?;
        }
        for (_, reflection) in story
            .targets
            .iter()
            .filter_map(|plan| plan.met)
            .filter(|(on, _)| *on == day)
        {
            self.meet_target(day, reflection)?;
        }
        Ok(())
    }

    /// Steps start; on the day of the retrospective while it is being held.
    fn begin_steps(&mut self, day: i64) -> Done {
        let plan = self.story.retrospective.as_ref();
        let held = plan.filter(|plan| plan.day == day);
        let held = held.map(|plan| Session::hold(self.past, plan, self.team, self.process));
        let held = held.transpose()?;
        self.start_steps(day)?;
        if let Some(session) = held {
            session.end(self.started_on(day)?)?;
        }
        Ok(())
    }

    /// The desk of the learner, who owns the storyboard.
    fn learner(&self, day: i64, time: Time) -> Result<Desk<'a>, CoreError> {
        let (name, _) = self
            .story
            .members
            .first()
            .ok_or_else(|| unwritten("learner"))?;
        self.past.desk(day, time, name)
    }

    fn begin(&mut self) -> Done {
        let story = self.story;
        let desk = self.learner(story.begins, (9, 30))?;
        let fields = TeamPatch {
            name: some(story.team),
        };
        self.team = id(ops::team::create(&desk, TeamCreate { fields })?)?;
        for (name, roles) in story.members {
            let request = MembershipCreate {
                team_id: self.team,
                person_id: Some(self.past.person(name)?),
                name: None,
                roles: roles.to_vec(),
            };
            ops::membership::create(&desk, request)?;
        }
        let request = FocusProcessCreate {
            team_id: self.team,
            fields: FocusProcessPatch {
                name: some(story.process),
                scope: some(story.scope),
            },
        };
        self.process = id(ops::focus_process::create(&desk, request)?)?;
        for (slot, plan) in self.metrics.iter_mut().zip(&story.metrics) {
            let request = MetricCreate {
                team_id: self.team,
                fields: metric_fields(plan),
            };
            *slot = id(ops::metric::create(&desk, request)?)?;
        }
        self.kinds = ledger::begin(&desk, self.team, story.toil)?;
        self.set_direction()
    }

    fn set_direction(&mut self) -> Done {
        let plan = &self.story.challenge;
        let day = self.story.begins;
        let horizon_on = self
            .past
            .today
            .checked_add_months(Months::new(plan.horizon_months));
        let request = ChallengeCreate {
            focus_process_id: self.process,
            fields: ChallengePatch {
                statement: some(plan.statement),
                horizon_on: Some(horizon_on),
                why: some(plan.why),
                operational_outcomes: some(plan.operational_outcomes),
                business_outcomes: some(plan.business_outcomes),
                milestones: some(plan.milestones),
                owner_id: Some(Some(self.past.person(plan.owner)?)),
                checked_on: Some(Some(self.past.date(day))),
                ..ChallengePatch::default()
            },
        };
        self.challenge = id(ops::challenge::create(
            &self.learner(day, (10, 30))?,
            request,
        )?)?;
        Ok(())
    }

    fn set_target(&mut self, plan: &TargetPlan) -> Done {
        let [outcome, process] = self.metrics;
        let comparison = |of: Option<(Comparison, f64)>| of.map(|(comparison, _)| comparison);
        let target = |of: Option<(Comparison, f64)>| Some(of.map(|(_, target)| target));
        let request = TargetConditionCreate {
            focus_process_id: self.process,
            fields: TargetConditionPatch {
                achieve_by_on: Some(Some(self.past.date(plan.achieve_by))),
                challenge_id: Some(Some(self.challenge)),
                outcome_metric_id: Some(plan.outcome.map(|_| outcome)),
                outcome_comparison: comparison(plan.outcome),
                outcome_target: target(plan.outcome),
                process_metric_id: Some(plan.process.map(|_| process)),
                process_comparison: comparison(plan.process),
                process_target: target(plan.process),
                operating_pattern: some(plan.operating_pattern),
                ..TargetConditionPatch::default()
            },
        };
        let desk = self.learner(plan.set, (9, 0))?;
        self.target = id(ops::target_condition::create(&desk, request)?)?;
        let desk = self.learner(plan.set, (9, 45))?;
        ops::target_condition::activate(&desk, TargetConditionActivate { id: self.target })?;
        Ok(())
    }

    fn meet_target(&self, day: i64, reflection: &str) -> Done {
        let request = TargetConditionClose {
            id: self.target,
            closing: Closing::Met,
            reflection: reflection.to_owned(),
            challenge_valid: Some(true),
        };
        ops::target_condition::close(&self.learner(day, (17, 30))?, request)?;
        Ok(())
    }

    fn measure(&self, day: i64, values: [f64; 2]) -> Done {
        let desk = self.past.desk(day, (15, 0), self.story.measured_by)?;
        for (metric_id, value) in self.metrics.into_iter().zip(values) {
            let observation = ObservationNew {
                value,
                measured_by: some(self.story.measured_by),
                how: some(self.story.measured_how),
                ..ObservationNew::default()
            };
            ops::observation::add(
                &desk,
                ObservationAdd {
                    metric_id: Some(metric_id),
                    observations: vec![observation],
                    duplicates: Duplicates::KeepBoth,
                    ..ObservationAdd::default()
                },
            )?;
        }
        if !self.kinds.is_empty() {
            let week = (self.past.date(day), values[0]);
            ledger::save_week(&desk, self.team, &self.kinds, self.story.toil, week)?;
        }
        Ok(())
    }

    fn grasp(&self, plan: &ConditionPlan) -> Done {
        let [outcome, process] = self.metrics;
        let request = CurrentConditionCreate {
            focus_process_id: self.process,
            continues: false,
            fields: CurrentConditionPatch {
                outcome_metric_id: Some(Some(outcome)),
                process_metric_id: Some(Some(process)),
                operating_pattern: some(plan.operating_pattern),
                gets_in_the_way: some(plan.gets_in_the_way),
                goes_wrong_when: some(plan.goes_wrong_when),
                observed_by: some(self.story.measured_by),
                measured_how: some(self.story.measured_how),
                work_type: Some(Some(plan.work_type)),
                ..CurrentConditionPatch::default()
            },
        };
        ops::current_condition::create(&self.learner(plan.day, (17, 0))?, request)?;
        Ok(())
    }

    fn start_steps(&mut self, day: i64) -> Done {
        let plans = self.story.obstacles.iter().zip(&self.obstacles);
        for (_, obstacle) in plans.filter(|(plan, _)| plan.addressed == Some(day)) {
            let id = obstacle.ok_or_else(|| unwritten("obstacle"))?;
            ops::obstacle::address(&self.learner(day, (9, 0))?, ObstacleAddress { id })?;
        }
        for (index, plan) in self
            .story
            .steps
            .iter()
            .enumerate()
            .filter(|(_, plan)| plan.start == day)
        {
            self.steps[index] = Some(self.start(plan)?);
        }
        Ok(())
    }

    fn started_on(&self, day: i64) -> Result<ExperimentId, CoreError> {
        let steps = self.story.steps.iter().zip(&self.steps);
        let mut started = steps.filter(|(plan, _)| plan.start == day);
        let step = started.next().and_then(|(_, step)| *step);
        step.ok_or_else(|| unwritten("step"))
    }

    /// A step starts in front of the board, in a coaching cycle that ends with it.
    fn start(&self, plan: &StepPlan) -> Result<ExperimentId, CoreError> {
        let request = CoachingCycleBegin {
            focus_process_id: self.process,
            learner_id: self.in_role(Role::Learner)?,
            coach_id: self.in_role(Role::Coach)?,
            second_coach_id: self.in_role(Role::SecondCoach)?,
        };
        let begun = ops::coaching_cycle::begin(&self.learner(plan.start, (9, 52))?, request)?;
        let cycle: CoachingCycleId = id(begun)?;
        let step = self.seal(plan)?;
        let desk = self.learner(plan.start, (10, 5))?;
        if let Some((question, note)) = plan.threshold {
            let fields = CoachingCyclePatch {
                threshold_question: Some(Some(question)),
                threshold_note: some(note),
                ..CoachingCyclePatch::default()
            };
            let request = CoachingCycleEdit {
                id: cycle,
                fields,
                based_on: BasedOn::default(),
            };
            ops::coaching_cycle::edit(&desk, request)?;
        }
        let request = CoachingCycleFinish {
            id: cycle,
            next_step_id: Some(step),
            next_on: Some(self.past.date(plan.check)),
            next_time: some("14:00"),
        };
        ops::coaching_cycle::finish(&desk, request)?;
        Ok(step)
    }

    fn in_role(&self, role: Role) -> Result<Option<PersonId>, CoreError> {
        let mut members = self.story.members.iter();
        let found = members.find(|(_, roles)| roles.contains(&role));
        found.map(|(name, _)| self.past.person(name)).transpose()
    }

    fn seal(&self, plan: &StepPlan) -> Result<ExperimentId, CoreError> {
        let (learner, _) = self
            .story
            .members
            .first()
            .ok_or_else(|| unwritten("learner"))?;
        let request = ExperimentCreate {
            focus_process_id: self.process,
            fields: ExperimentPatch {
                experiment_kind: Some(plan.kind),
                step: some(plan.step),
                metric_id: Some(plan.measured.then_some(self.metrics[0])),
                baseline: Some(plan.baseline),
                predicted: Some(plan.predicted),
                prediction: some(plan.prediction),
                confidence: Some(Some(plan.confidence)),
                sample: some(plan.sample),
                guardrails: some(plan.guardrails),
                if_confirmed: some(plan.if_confirmed),
                if_refuted: some(plan.if_refuted),
                check_on: Some(Some(self.past.date(plan.check))),
                run_by: Some(Some(self.past.person(learner)?)),
                ..ExperimentPatch::default()
            },
            retrospective_id: None,
        };
        let step: ExperimentId = id(ops::experiment::create(
            &self.learner(plan.start, (9, 58))?,
            request,
        )?)?;
        ops::experiment::seal(
            &self.learner(plan.start, (10, 3))?,
            ExperimentMove { id: step },
        )?;
        Ok(step)
    }

    fn close_steps(&self, day: i64) -> Done {
        let plans = self
            .story
            .steps
            .iter()
            .zip(&self.steps)
            .filter(|(plan, _)| plan.check == day);
        for (plan, step) in plans {
            let step = step.ok_or_else(|| unwritten("step"))?;
            if let Some(result) = &plan.result {
                self.close(day, step, result)?;
            }
        }
        Ok(())
    }

    fn close(&self, day: i64, step: ExperimentId, result: &ResultPlan) -> Done {
        let fields = ExperimentPatch {
            actual: Some(result.actual),
            what_happened: some(result.happened),
            learned: some(result.learned),
            belief: some(result.belief),
            ..ExperimentPatch::default()
        };
        let request = ExperimentEdit {
            id: step,
            fields,
            based_on: BasedOn::default(),
        };
        ops::experiment::edit(&self.learner(day, (15, 45))?, request)?;
        let request = ExperimentEvaluate {
            id: step,
            outcome: result.outcome,
            decision: Some(result.decision),
        };
        ops::experiment::evaluate(&self.learner(day, (16, 0))?, request)?;
        Ok(())
    }

    fn move_obstacles(&mut self, day: i64) -> Done {
        for (index, plan) in self.story.obstacles.iter().enumerate() {
            if plan.found == day {
                self.obstacles[index] = Some(self.park(plan)?);
            }
            if let Some((_, state)) = plan.closed.filter(|(on, _)| *on == day) {
                self.move_obstacle(day, self.obstacles[index], state)?;
            }
        }
        Ok(())
    }

    fn park(&self, plan: &ObstaclePlan) -> Result<ObstacleId, CoreError> {
        let request = ObstacleCreate {
            focus_process_id: self.process,
            fields: ObstaclePatch {
                text: some(plan.text),
                evidence: some(plan.evidence),
                reach: Some(Some(plan.reach)),
                ..ObstaclePatch::default()
            },
            from_experiment_id: None,
        };
        id(ops::obstacle::create(
            &self.learner(plan.found, (16, 30))?,
            request,
        )?)
    }

    fn move_obstacle(&self, day: i64, obstacle: Option<ObstacleId>, state: ObstacleState) -> Done {
        let id = obstacle.ok_or_else(|| unwritten("obstacle"))?;
        ops::obstacle::move_to(&self.learner(day, (16, 40))?, ObstacleMoveTo { id, state })?;
        Ok(())
    }
}

fn metric_fields(plan: &MetricPlan) -> MetricPatch {
    MetricPatch {
        name: some(plan.name),
        unit: some(plan.unit),
        metric_kind: Some(plan.kind),
        good: Some(plan.good),
        definition: some(plan.definition),
        source: some(plan.source),
        rhythm_days: Some(Some(7)),
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}
