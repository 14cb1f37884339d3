//! The seller portal: M. Perri's published case, as a storyboard on its eighth week.

use kata_domain::{
    Comparison, Decision, ExperimentKind, Good, MetricKind, ObstacleState, Outcome, Reach, Role,
    WorkType,
};

use super::story::{
    ChallengePlan, ConditionPlan, MetricPlan, ObstaclePlan, ResultPlan, StepPlan, Story, TargetPlan,
};

/// The whole story.
pub(super) static STORY: Story = Story {
    team: "Seller Portal",
    members: &[
        ("Mara Lindt", &[Role::Learner]),
        ("Ana Petrov", &[]),
        ("Daniel Osei", &[Role::Coach]),
        ("Kenji Mori", &[Role::SecondCoach]),
    ],
    begins: -62,
    process: "Answering sellers' questions",
    scope: "From the question to an answer the seller can act on",
    metrics: [
        MetricPlan {
            name: "Calls per seller per week",
            unit: "calls",
            kind: MetricKind::Outcome,
            good: Good::Down,
            definition: "All calls that reach a desk from Monday to Friday, divided by the 41 active \
                         sellers, rounded to whole calls.",
            source: "Call log",
        },
        MetricPlan {
            name: "Questions answered by e-mail",
            unit: "%",
            kind: MetricKind::Process,
            good: Good::Up,
            definition: "Questions that a seller answers from our e-mail without asking us, out of all \
                         questions of the week. 12 sellers keep a tally.",
            source: "Tally of 12 sellers",
        },
    ],
    measured_by: "Ana Petrov",
    measured_how: "call log",
    values: &[
        (-55, [7.0, 4.0]),
        (-48, [7.0, 6.0]),
        (-41, [8.0, 5.0]),
        (-34, [5.0, 28.0]),
        (-27, [5.0, 31.0]),
        (-20, [4.0, 44.0]),
        (-13, [3.0, 53.0]),
        (-6, [3.0, 57.0]),
    ],
    challenge: ChallengePlan {
        statement: "Sellers run their shops from the portal without having to call us.",
        horizon_months: 9,
        why: "Today a quarter of our staff spend 15 or more hours a week on seller calls.",
        operational_outcomes: "At most 1 call per seller per month.\n\
                               9 of 10 questions are answered within 10 minutes, at any hour.",
        business_outcomes: "Nobody spends more than 2 hours a week on seller calls.\n\
                            60 new shops open in a quarter instead of 25, with the same staff.",
        milestones: "No seller calls for revenue figures.\n\
                     No seller calls about an invoice.\n\
                     No seller calls about a return.",
        owner: "Ana Petrov",
    },
    target: TargetPlan {
        set: -60,
        achieve_by: 15,
        outcome: (Comparison::Below, 2.0),
        process: (Comparison::AtLeast, 80.0),
        operating_pattern: "Revenue leaves the shop system at 07:30.\n\
                            Every seller has yesterday's figures by 08:00.\n\
                            In launch weeks the seller picks what to promote from the e-mail.\n\
                            We log each remaining call with its reason.",
    },
    conditions: &[
        ConditionPlan {
            day: -55,
            operating_pattern: "A seller calls the desk.\n\
                                The desk looks the figure up in the shop system, 6 minutes a call.\n\
                                The desk tells the figure on the phone.\n\
                                Nothing is written down.",
            gets_in_the_way: "The portal shows revenue only after the month has closed.",
            goes_wrong_when: "Several products start on one day and the desks are on the phone from 09:00 on.",
            work_type: WorkType::Request,
        },
        ConditionPlan {
            day: -6,
            operating_pattern: "Revenue leaves the shop system at 07:30.\n\
                                Every seller has the total of yesterday by 08:00.\n\
                                In launch weeks the seller calls for the figure of each product.\n\
                                The desk looks it up, 6 minutes a call, and logs the call.",
            gets_in_the_way: "The e-mail holds one total, and a launch mixes six to ten products.",
            goes_wrong_when: "In launch weeks, on the two days after the start of a product.",
            work_type: WorkType::Request,
        },
    ],
    obstacles: &[
        ObstaclePlan {
            found: -55,
            text: "One call in six is logged without a reason.",
            evidence: "48 of 287 calls in the first week of counting.",
            reach: Reach::Own,
            addressed: Some(-52),
            closed: None,
        },
        ObstaclePlan {
            found: -41,
            text: "Revenue reaches sellers only when they ask.",
            evidence: "205 of 328 calls ask for revenue.",
            reach: Reach::Own,
            addressed: Some(-38),
            closed: Some((-13, ObstacleState::Cleared)),
        },
        ObstaclePlan {
            found: -27,
            text: "Sellers do not open e-mail.",
            evidence: "Two sellers say so on the phone.",
            reach: Reach::Influence,
            addressed: None,
            closed: Some((-6, ObstacleState::NotAnObstacle)),
        },
        ObstaclePlan {
            found: -20,
            text: "We do not yet understand why four sellers call about invoices.",
            evidence: "Four sellers make 19 of 23 invoice calls in a week.",
            reach: Reach::Influence,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -13,
            text: "In launch weeks sellers cannot see which product sold yesterday.",
            evidence: "71 of 123 calls in the week name a single product.",
            reach: Reach::Own,
            addressed: Some(-5),
            closed: None,
        },
    ],
    steps: &[
        StepPlan {
            start: -59,
            check: -55,
            threshold: Some((2, "How often sellers call. Nobody has counted.")),
            kind: ExperimentKind::GoAndSee,
            step: "Count the calls of all sellers for a week, one tick a call at every desk.",
            measured: true,
            baseline: None,
            predicted: Some(4.0),
            prediction: "About 4 calls per seller. That is what the desks remember.",
            confidence: 70,
            sample: "All 41 sellers, five days.",
            guardrails: "",
            if_confirmed: "We look at the ten sellers who call most.",
            if_refuted: "We ask who calls before we change anything.",
            result: Some(ResultPlan {
                actual: Some(7.0),
                happened: "287 calls from 41 sellers, 7 per seller.",
                learned: "We knew half of the calls, because a desk remembers the long ones and forgets the rest.",
                belief: "What we remember is no measure. We go on counting.",
                outcome: Outcome::Refuted,
                decision: Decision::Adopt,
            }),
        },
        StepPlan {
            start: -52,
            check: -48,
            threshold: Some((3, "Who calls.")),
            kind: ExperimentKind::GoAndSee,
            step: "Write down who calls, for a week.",
            measured: false,
            baseline: None,
            predicted: None,
            prediction: "The nine sellers of this year make more than half of the calls.",
            confidence: 60,
            sample: "All calls of five days.",
            guardrails: "",
            if_confirmed: "We watch a new seller's first week.",
            if_refuted: "We ask what the calls are about.",
            result: Some(ResultPlan {
                actual: None,
                happened: "The nine new sellers made 66 of 287 calls. All others call as often.",
                learned: "Calls do not end with experience, because every seller needs something new each week.",
                belief: "The reason lies in the question and not in the seller.",
                outcome: Outcome::Refuted,
                decision: Decision::Adopt,
            }),
        },
        StepPlan {
            start: -45,
            check: -41,
            threshold: Some((3, "What the calls are about.")),
            kind: ExperimentKind::GoAndSee,
            step: "Write down what each call is about, one word a call.",
            measured: false,
            baseline: None,
            predicted: None,
            prediction: "Invoices lead, with half of the calls.",
            confidence: 60,
            sample: "All calls of five days.",
            guardrails: "No call gets longer than 7 minutes.",
            if_confirmed: "We follow one invoice from the order to the seller.",
            if_refuted: "We take the most frequent question as our first obstacle.",
            result: Some(ResultPlan {
                actual: None,
                happened: "328 calls: 205 about revenue, 42 about invoices, 26 about returns, 55 without a reason.",
                learned: "Five of eight calls ask for revenue, because the portal shows it only after the month has closed.",
                belief: "Calls about revenue end when revenue comes to the seller.",
                outcome: Outcome::Refuted,
                decision: Decision::Adopt,
            }),
        },
        StepPlan {
            start: -38,
            check: -27,
            threshold: None,
            kind: ExperimentKind::HypothesisTest,
            step: "Send each seller a revenue e-mail once a week, for two weeks.",
            measured: true,
            baseline: Some(7.0),
            predicted: Some(2.0),
            prediction: "Revenue calls stop entirely, because sellers no longer need to ask.",
            confidence: 80,
            sample: "All 41 sellers, two weeks, sent by hand.",
            guardrails: "At most 2 sellers ask us to stop the e-mail.",
            if_confirmed: "We keep the e-mail and turn to invoices.",
            if_refuted: "We call ten sellers and ask what they still miss.",
            result: Some(ResultPlan {
                actual: Some(5.0),
                happened: "Calls fell, then stayed at 5 in both weeks.",
                learned: "Sellers want revenue **daily and in launch weeks**, because they use it to choose what to \
                          promote. A weekly figure is too late.",
                belief: "A figure is worth a call only on the day after the sale.",
                outcome: Outcome::Refuted,
                decision: Decision::Adapt,
            }),
        },
        StepPlan {
            start: -24,
            check: -6,
            threshold: None,
            kind: ExperimentKind::HypothesisTest,
            step: "Send the same e-mail every day at 08:00.",
            measured: true,
            baseline: Some(5.0),
            predicted: Some(2.0),
            prediction: "Calls about revenue stop. What remains is invoices and returns.",
            confidence: 75,
            sample: "All 41 sellers, three weeks.",
            guardrails: "At most 2 sellers ask us to stop the e-mail.",
            if_confirmed: "The e-mail becomes how we work, and we turn to invoices.",
            if_refuted: "We read the reasons of the remaining calls.",
            result: Some(ResultPlan {
                actual: Some(3.0),
                happened: "4, 3, 3 calls in three weeks. E-mail opened by 37 of 41.",
                learned: "Total revenue does not tell a seller which product to push, because launches mix six to \
                          ten products.",
                belief: "In a launch week a seller decides by product.",
                outcome: Outcome::Refuted,
                decision: Decision::Adapt,
            }),
        },
        StepPlan {
            start: -3,
            check: 1,
            threshold: None,
            kind: ExperimentKind::HypothesisTest,
            step: "Add yesterday's best sellers, by product, to the e-mail of sellers in a launch week.",
            measured: true,
            baseline: Some(3.0),
            predicted: Some(1.5),
            prediction: "Sellers in a launch week choose from the e-mail. No call asks for product figures.",
            confidence: 75,
            sample: "14 sellers with a launch, five days.",
            guardrails: "The e-mail still goes out by 08:00.",
            if_confirmed: "All sellers get the figures by product.",
            if_refuted: "We sit beside two sellers in their next launch week.",
            result: None,
        },
    ],
};
