use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-03-09";

fn codes(hints: &[HintLine]) -> Vec<(&'static str, bool)> {
    hints
        .iter()
        .map(|line| (line.hint.word(), line.good))
        .collect()
}

fn obstacle(text: &str, evidence: &str) -> Obstacle {
    Obstacle {
        text: text.into(),
        evidence: evidence.into(),
        ..Obstacle::default()
    }
}

#[test]
fn an_obstacle_is_no_missing_solution() {
    let hints = of_obstacle(&obstacle("Lack of a dashboard", "12 of 40 calls"));
    assert_eq!(codes(&hints), [("missing_solution", false)]);
    assert_eq!(hints[0].words.as_deref(), Some("Lack of"));
    for text in [
        "We need training",
        "There is no tool for labels",
        "They need to ask",
    ] {
        assert_eq!(
            codes(&of_obstacle(&obstacle(text, "x")))[0].0,
            "missing_solution",
            "{text}"
        );
    }
    // Parts of words are no words.
    let plain = obstacle("The black offices wait for a key", "3 of 5 mornings");
    assert_eq!(codes(&of_obstacle(&plain)), [("seen_and_measured", true)]);
    assert_eq!(
        codes(&of_obstacle(&obstacle("It waits", " "))),
        [("no_evidence", false)]
    );
}

fn target() -> TargetCondition {
    TargetCondition {
        operating_pattern: "1. Every seller has the figures by 08:00.".into(),
        outcome_metric_id: Some(Default::default()),
        outcome_target: Some(2.0),
        achieve_by_on: Some(day("2026-03-27")),
        ..TargetCondition::default()
    }
}

#[test]
fn a_target_condition_is_a_condition() {
    let today = day(TODAY);
    let of = |target: &TargetCondition| codes(&of_target_condition(target, "They ask.", today));
    assert_eq!(of(&target()), [("comparable", true)]);
    let todo = TargetCondition {
        operating_pattern: "They ask.\n2) Reduce the calls".into(),
        ..target()
    };
    assert_eq!(of(&todo)[0], ("starts_with_verb", false));
    let same = TargetCondition {
        operating_pattern: " They  ask.".into(),
        ..target()
    };
    assert_eq!(of(&same), [("equals_current", false)]);
    let unmeasured = TargetCondition {
        outcome_target: None,
        ..target()
    };
    assert_eq!(of(&unmeasured), [("no_metric", false)]);
}

#[test]
fn three_months_are_counted_from_the_day_it_was_set() {
    let far = |set_on: Option<NaiveDate>| {
        let target = TargetCondition {
            achieve_by_on: Some(day("2026-06-10")),
            set_on,
            ..target()
        };
        let hints = of_target_condition(&target, "", day(TODAY));
        hints.into_iter().find(|line| line.hint == Hint::DateFar)
    };
    assert_eq!(far(None).and_then(|line| line.days), Some(93));
    assert_eq!(far(Some(day("2026-03-10"))), None, "92 days");
}

#[test]
fn a_challenge_without_outcomes_is_a_platitude() {
    let empty = Challenge {
        statement: "World-class service".into(),
        operational_outcomes: "Fewer calls".into(),
        ..Challenge::default()
    };
    let hints = of_challenge(&empty);
    assert_eq!(
        codes(&hints),
        [
            ("no_operational_outcome", false),
            ("no_business_outcome", false),
            ("platitude", false)
        ]
    );
    let measured = Challenge {
        statement: "Sellers run their shops; better than 1 call a month".into(),
        operational_outcomes: "Under 2 calls a week".into(),
        business_outcomes: "Staff sell again".into(),
        ..Challenge::default()
    };
    assert_eq!(of_challenge(&measured), []);
}

fn plan() -> Experiment {
    Experiment {
        step: "Send the revenue e-mail every day".into(),
        metric_id: Some(Default::default()),
        obstacle_id: Some(Default::default()),
        baseline: Some(5.0),
        predicted: Some(2.0),
        check_on: Some(day("2026-03-13")),
        ..Experiment::default()
    }
}

fn of_step(step: &Experiment) -> Vec<(&'static str, bool)> {
    let facts = StepFacts {
        measured: 3,
        confirmed_in_a_row: 0,
    };
    codes(&of_experiment(step, facts, day(TODAY)))
}

#[test]
fn a_good_step_is_told_so() {
    assert_eq!(
        of_step(&plan()),
        [("number_before_and_after", true), ("soon", true)]
    );
}

#[test]
fn two_changes_are_seen_where_a_second_verb_begins() {
    let step = |text: &str| Experiment {
        step: text.into(),
        ..plan()
    };
    let two = step("Add best sellers to the 08:00 e-mail and move it to 07:30.");
    let hints = of_experiment(
        &two,
        StepFacts {
            measured: 1,
            ..Default::default()
        },
        day(TODAY),
    );
    assert_eq!(hints[0].hint, Hint::TwoChanges);
    assert_eq!(hints[0].words.as_deref(), Some("and move it to 07:30"));
    let one = step("Show revenue and returns to sellers and buyers");
    assert_eq!(of_step(&one)[0].0, "number_before_and_after");
}

#[test]
fn numbers_are_asked_of_hypothesis_tests() {
    let none = Experiment {
        predicted: None,
        ..plan()
    };
    assert_eq!(of_step(&none)[0], ("no_number", false));
    let looks = Experiment {
        experiment_kind: ExperimentKind::GoAndSee,
        ..none
    };
    assert_eq!(of_step(&looks), [("soon", true)]);
    let no_baseline = Experiment {
        baseline: None,
        ..plan()
    };
    assert_eq!(of_step(&no_baseline)[0], ("no_baseline", false));
    let same = Experiment {
        predicted: Some(5.0),
        ..plan()
    };
    assert_eq!(of_step(&same)[0], ("equals_baseline", false));
}

#[test]
fn a_late_look_no_obstacle_no_measurement_and_safe_steps() {
    let step = Experiment {
        check_on: Some(day("2026-03-17")),
        obstacle_id: None,
        ..plan()
    };
    let facts = StepFacts {
        measured: 0,
        confirmed_in_a_row: TOO_SAFE,
    };
    let hints = of_experiment(&step, facts, day(TODAY));
    let advice: Vec<_> = hints
        .iter()
        .filter(|line| !line.good)
        .map(|line| line.hint)
        .collect();
    assert_eq!(
        advice,
        [
            Hint::NeverMeasured,
            Hint::NoObstacle,
            Hint::CheckFar,
            Hint::TooSafe
        ]
    );
    let on_the_day = Experiment {
        check_on: Some(day("2026-03-16")),
        ..plan()
    };
    assert_eq!(
        of_step(&on_the_day)[1],
        ("soon", true),
        "the seventh day is soon"
    );
    let gone_by = Experiment {
        check_on: Some(day("2026-03-08")),
        ..plan()
    };
    assert_eq!(
        of_step(&gone_by),
        [("number_before_and_after", true)],
        "a day that has passed is neither"
    );
}

#[test]
fn learning_says_because() {
    let closed = |learned: &str| Experiment {
        state: ExperimentState::Evaluated,
        learned: learned.into(),
        ..plan()
    };
    assert_eq!(
        of_step(&closed("They want it daily")),
        [("no_because", false)]
    );
    assert_eq!(of_step(&closed("Because they choose by it")), []);
    assert_eq!(of_step(&closed("")), []);
}
