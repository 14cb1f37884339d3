//! Platform on-call: the published weekly toil sheet, 16 of 40 hours, on its eighth week.

use kata_domain::{
    Comparison, Decision, ExperimentKind, Good, MetricKind, ObstacleState, Outcome, Reach, Role,
    WorkType,
};

use super::story::{
    ChallengePlan, ConditionPlan, MetricPlan, ObstaclePlan, ResultPlan, StepPlan, Story, TargetPlan,
};

/// The whole story.
pub(super) static STORY: Story = Story {
    team: "Platform On-call",
    members: &[
        ("Kenji Mori", &[Role::Learner]),
        ("Daniel Osei", &[Role::Coach]),
        ("Ana Petrov", &[]),
    ],
    begins: -61,
    process: "Running the shops' servers",
    scope: "From an alert or a request to a running service",
    metrics: [
        MetricPlan {
            name: "Toil a week",
            unit: "h",
            kind: MetricKind::Outcome,
            good: Good::Down,
            definition: "Hours in a week of 40 that the person on call spends on work that is done by hand, \
                         comes back and leaves nothing better behind, to the quarter of an hour.",
            source: "Toil sheet",
        },
        MetricPlan {
            name: "Deployments run by the script",
            unit: "%",
            kind: MetricKind::Process,
            good: Good::Up,
            definition: "Deployments in which nobody types on a server, out of all deployments of the week.",
            source: "Deployment log",
        },
    ],
    measured_by: "Kenji Mori",
    measured_how: "toil sheet",
    values: &[
        (-54, [19.0, 0.0]),
        (-47, [18.5, 0.0]),
        (-40, [19.5, 0.0]),
        (-33, [19.0, 0.0]),
        (-26, [19.0, 0.0]),
        (-19, [17.5, 35.0]),
        (-12, [16.5, 55.0]),
        (-5, [16.0, 60.0]),
    ],
    challenge: ChallengePlan {
        statement: "Toil takes at most a fifth of our week, so that we can build.",
        horizon_months: 12,
        why: "Of six improvements planned last quarter we built two. Manual work came first in every week.",
        operational_outcomes: "Toil takes at most 8 of 40 hours a week.\n\
                               A change is live within 1 hour of its approval.",
        business_outcomes: "Five of six planned improvements are live at the end of each quarter.\n\
                            A new shop opens within 2 days instead of 9.",
        milestones: "10 hours of toil a week.\n8 hours of toil a week, in four weeks of four.",
        owner: "Kenji Mori",
    },
    target: TargetPlan {
        set: -59,
        achieve_by: 20,
        outcome: (Comparison::AtMost, 10.0),
        process: (Comparison::AtLeast, 90.0),
        operating_pattern: "The script deploys every service, and nobody types on a server.\n\
                            Provisioning requests run from a form.\n\
                            An alert that needs no hand wakes nobody.\n\
                            The sheet shows the hours of the week each Friday.",
    },
    conditions: &[ConditionPlan {
        day: -5,
        operating_pattern: "The script deploys six of ten services; the others are typed.\n\
                            Requests arrive as tickets and are typed on the server.\n\
                            The person on call acknowledges each alert.\n\
                            The sheet is filled in at the end of each day.",
        gets_in_the_way: "16 of 40 hours are toil, 40 %: deployments 4.5 h, log analysis 3.0 h, provisioning \
                          2.5 h, alerts 2.0 h, scaling 1.5 h, configuration 1.5 h, resets 1.0 h.",
        goes_wrong_when: "A deployment and an alert meet, about twice a week.",
        work_type: WorkType::Request,
    }],
    obstacles: &[
        ObstaclePlan {
            found: -54,
            text: "Each web shop is deployed by hand.",
            evidence: "Toil sheet: 7.5 of 19.0 hours.",
            reach: Reach::Own,
            addressed: Some(-26),
            closed: Some((-12, ObstacleState::Cleared)),
        },
        ObstaclePlan {
            found: -54,
            text: "The logs of three servers are searched one by one, 3.0 hours a week.",
            evidence: "Toil sheet: 3.0 hours, the same in every week.",
            reach: Reach::Own,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -54,
            text: "Each provisioning request is typed by hand, 2.5 hours a week.",
            evidence: "Toil sheet: 2.5 hours for about ten requests.",
            reach: Reach::Own,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -54,
            text: "Alerts that need no hand are acknowledged all the same, 2.0 hours a week.",
            evidence: "Toil sheet: 2.0 hours. 52 of 60 alerts ended by themselves.",
            reach: Reach::Own,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -54,
            text: "Servers are scaled by hand before each campaign, 1.5 hours a week.",
            evidence: "Toil sheet: 1.5 hours. The date of a campaign reaches us the day before.",
            reach: Reach::Influence,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -54,
            text: "Settings are copied from server to server, 1.5 hours a week.",
            evidence: "Toil sheet: 1.5 hours. Two of 14 servers differed after the last round.",
            reach: Reach::Own,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -54,
            text: "Password resets come to us one by one, 1.0 hours a week.",
            evidence: "Toil sheet: 1.0 hours for about 15 resets.",
            reach: Reach::Influence,
            addressed: None,
            closed: None,
        },
        ObstaclePlan {
            found: -5,
            text: "In four services somebody types the version into each deployment, 4.5 hours a week.",
            evidence: "Toil sheet: 4.5 of 16.0 hours.",
            reach: Reach::Own,
            addressed: Some(-4),
            closed: None,
        },
    ],
    steps: &[
        StepPlan {
            start: -58,
            check: -54,
            threshold: None,
            kind: ExperimentKind::GoAndSee,
            step: "Write each manual task on a sheet, with its minutes, for a week.",
            measured: true,
            baseline: None,
            predicted: Some(12.0),
            prediction: "About 12 hours, most of them for alerts.",
            confidence: 70,
            sample: "Both people on call, five days.",
            guardrails: "The sheet itself takes at most 10 minutes a day.",
            if_confirmed: "We begin with the alerts.",
            if_refuted: "We begin with the longest row of the sheet.",
            result: Some(ResultPlan {
                actual: Some(19.0),
                happened: "19.0 of 40 hours. Deployments take 7.5 hours, alerts 2.0 hours.",
                learned: "Alerts feel longest because they interrupt. Deployments take almost four times as long.",
                belief: "The sheet goes on each week, because we guess wrong.",
                outcome: Outcome::Refuted,
                decision: Decision::Adopt,
            }),
        },
        StepPlan {
            start: -25,
            check: -12,
            threshold: None,
            kind: ExperimentKind::HypothesisTest,
            step: "Deploy all web shops from one script.",
            measured: true,
            baseline: Some(19.0),
            predicted: Some(14.5),
            prediction: "Deployments fall from 7.5 to 3.0 hours, because the script needs one person for 5 minutes.",
            confidence: 70,
            sample: "All deployments of two weeks.",
            guardrails: "No more than one deployment a week is taken back.",
            if_confirmed: "We turn to the logs.",
            if_refuted: "We watch three deployments that take longer than 15 minutes.",
            result: Some(ResultPlan {
                actual: Some(16.5),
                happened: "Deployments fell to 5.0 hours. The script ran 55 % of them.",
                learned: "Four services still take a hand, because each keeps its version in a file of its own.",
                belief: "With the versions in one place the script can do the rest.",
                outcome: Outcome::Refuted,
                decision: Decision::Adapt,
            }),
        },
        StepPlan {
            start: -4,
            check: 3,
            threshold: None,
            kind: ExperimentKind::HypothesisTest,
            step: "Keep the versions of all services in one file that the script reads.",
            measured: true,
            baseline: Some(16.0),
            predicted: Some(13.0),
            prediction: "Deployments fall from 4.5 to 1.5 hours, because nobody types a version any more.",
            confidence: 75,
            sample: "All deployments of one week.",
            guardrails: "No more than one deployment a week is taken back.",
            if_confirmed: "The obstacle is cleared and we address the logs.",
            if_refuted: "We watch the deployment that took longest.",
            result: None,
        },
    ],
};
