//! The session's moves.

use std::collections::BTreeMap;

use super::*;
use crate::noun::Noun;
use uuid::Uuid;

fn at(now_ms: i64) -> Context {
    Context {
        now_ms,
        today: "2026-03-13".parse().unwrap(),
        actor: None,
    }
}

fn planned(phases: &[(Phase, bool)]) -> Retrospective {
    Retrospective {
        phases: phases
            .iter()
            .map(|(phase, joined)| PlannedPhase {
                phase: *phase,
                minutes: 5,
                joined: *joined,
            })
            .collect(),
        prompts: vec!["in_the_way".to_owned()],
        vote_limit: 2,
        ..Retrospective::default()
    }
}

fn held() -> Retrospective {
    let mut session = planned(&[
        (Phase::CheckIn, false),
        (Phase::Reflect, false),
        (Phase::Group, false),
        (Phase::Vote, true),
        (Phase::Discuss, false),
    ]);
    session.begin(None, &at(1_000)).unwrap();
    session
}

fn phases_now(session: &Retrospective) -> Vec<Phase> {
    session.phases_now().iter().map(|now| now.phase).collect()
}

#[test]
fn joined_phases_run_together_and_share_their_minutes() {
    let mut session = held();
    assert_eq!(phases_now(&session), [Phase::CheckIn]);
    session.move_to(3, &at(2_000)).unwrap();
    assert_eq!(phases_now(&session), [Phase::Group, Phase::Vote]);
    assert_eq!((session.at_phase, session.limit_minutes), (2, 10));
    assert_eq!(session.elapsed_ms(62_000), 60_000);
}

#[test]
fn notes_are_asked_for_past_reflect_and_votes_shown_past_vote_only() {
    let mut session = held();
    session.move_to(1, &at(2_000)).unwrap();
    assert_eq!(session.notes_revealed_at, None);
    session.move_to(0, &at(3_000)).unwrap();
    assert_eq!(session.notes_revealed_at, None, "back reveals nothing");
    session.move_to(1, &at(3_500)).unwrap();
    session.move_to(2, &at(4_000)).unwrap();
    assert_eq!(session.notes_revealed_at, Some(4_000));
    assert_eq!(session.votes_revealed_at, None);
    session.move_to(4, &at(5_000)).unwrap();
    assert_eq!(session.votes_revealed_at, Some(5_000));
    session.move_to(2, &at(6_000)).unwrap();
    assert_eq!(session.votes_revealed_at, None, "hidden again while voting");
    assert_eq!(session.notes_revealed_at, Some(4_000));
}

#[test]
fn a_phase_that_is_jumped_over_or_left_out_hides_nothing() {
    let mut jumped = held();
    jumped.move_to(4, &at(2_000)).unwrap();
    assert_eq!(jumped.notes_revealed_at, Some(2_000));
    assert_eq!(jumped.votes_revealed_at, Some(2_000));
    let mut left_out = planned(&[(Phase::CheckIn, false), (Phase::Discuss, false)]);
    left_out.begin(None, &at(1_000)).unwrap();
    assert_eq!(left_out.notes_revealed_at, Some(1_000));
    assert_eq!(left_out.votes_revealed_at, Some(1_000));
}

#[test]
fn a_topic_is_on_the_table_only_while_topics_are_discussed() {
    let mut session = held();
    let topic = Some(TopicId(uuid::Uuid::from_u128(7)));
    assert_eq!(
        session.discuss(topic, &at(2_000)),
        Err(DomainError::OtherPhase { phase: "check_in" })
    );
    session.move_to(4, &at(3_000)).unwrap();
    session.discuss(topic, &at(9_000)).unwrap();
    assert_eq!(session.limit_minutes, TOPIC_MINUTES);
    assert_eq!(session.elapsed_ms(10_000), 1_000);
    session.move_to(2, &at(11_000)).unwrap();
    assert_eq!(session.discussing_id, None);
}

#[test]
fn it_ends_on_a_step_or_says_why_not_and_reveals_what_is_left() {
    let mut session = held();
    assert_eq!(
        session.close(None, "  ", &at(2_000)),
        Err(DomainError::NextStepMissing)
    );
    session
        .close(None, "We ran out of time", &at(3_000))
        .unwrap();
    assert_eq!(session.notes_revealed_at, Some(3_000));
    assert_eq!(session.phases_now(), []);
    let over = Err(DomainError::RetrospectiveState { state: "closed" });
    assert_eq!(session.move_to(1, &at(4_000)), over);
    assert_eq!(session.move_clock(ClockMove::Pause, &at(4_000)), over);
    assert_eq!(session.close(None, "again", &at(4_000)), over);
    assert_eq!(session.expect_open(), over);
}

#[test]
fn phases_that_nobody_can_hold_are_refused() {
    let refused = |phases: &[(Phase, bool)]| {
        let mut session = planned(phases);
        Retrospective::check(None, &mut session, &at(0)) == Err(DomainError::PhasesInvalid)
    };
    assert!(refused(&[]));
    assert!(refused(&[(Phase::Vote, true)]));
    assert!(refused(&[(Phase::Vote, false), (Phase::Vote, false)]));
    assert!(!refused(&[(Phase::Vote, false), (Phase::Group, true)]));
    for format in RetroFormat::ALL {
        let mut session = Retrospective {
            phases: usual_phases(*format),
            ..planned(&[])
        };
        Retrospective::check(None, &mut session, &at(0)).unwrap();
    }
}

#[test]
fn format_phases_and_attribution_are_fixed_once_it_has_begun() {
    let before = held();
    let allowed = |change: fn(&mut Retrospective)| {
        let mut after = before.clone();
        change(&mut after);
        Retrospective::check(Some(&before), &mut after, &at(0))
    };
    let fixed = |field| Err(DomainError::FixedAtBegin { field });
    assert_eq!(
        allowed(|r| r.attribution = Attribution::Anonymous),
        fixed("attribution")
    );
    assert_eq!(
        allowed(|r| r.format = RetroFormat::Incident),
        fixed("format")
    );
    assert_eq!(allowed(|r| r.phases.reverse()), fixed("phases"));
    assert_eq!(allowed(|r| r.summary = "We found it".to_owned()), Ok(()));
}

#[test]
fn it_ends_on_the_step_that_was_agreed_on_unless_another_is_named() {
    let (agreed, named) = (
        ExperimentId(Uuid::from_u128(1)),
        ExperimentId(Uuid::from_u128(2)),
    );
    for (said, ended) in [(None, agreed), (Some(named), named)] {
        let mut session = held();
        session.agree(Some(agreed)).unwrap();
        session.close(said, "", &at(0)).unwrap();
        assert_eq!(session.next_step_id, Some(ended));
        assert!(session.agree(None).is_err());
    }
    let mut let_go = held();
    let_go.agree(Some(agreed)).unwrap();
    let_go.agree(None).unwrap();
    assert_eq!(
        let_go.close(None, " ", &at(0)),
        Err(DomainError::NextStepMissing)
    );
}

#[test]
fn a_topic_counts_for_the_one_it_became_a_part_of_in_the_end() {
    let topic = |number: u128| TopicId(Uuid::from_u128(number));
    let rows = [
        (1, None),
        (2, Some(1)),
        (3, Some(2)),
        (4, Some(9)),
        (5, Some(6)),
        (6, Some(5)),
    ];
    let rows = rows.map(|(id, into): (u128, Option<u128>)| (topic(id), into.map(topic)));
    let expected = [1, 2, 3].map(|id| (topic(id), topic(1)));
    // The fourth leads to none that is there, the last two lead in a circle.
    assert_eq!(roots(rows), BTreeMap::from(expected));
}

#[test]
fn a_position_that_the_file_should_not_have_is_the_first_phase() {
    for position in [-1, 99] {
        let session = Retrospective {
            at_phase: position,
            ..held()
        };
        assert_eq!(phases_now(&session), [Phase::CheckIn]);
    }
    assert_eq!(held().move_to(99, &at(0)), Err(DomainError::PhasesInvalid));
}

#[test]
fn the_budget_is_the_root_of_the_topics() {
    let budgets = [0, 1, 2, 3, 6, 9, 12, 13].map(suggested_budget);
    assert_eq!(budgets, [1, 1, 1, 2, 2, 3, 3, 4]);
}

#[test]
fn an_answer_has_words_or_a_number_from_one_to_five() {
    let settled = |answer: Answer| Answer::check(None, &mut { answer }, &at(0)).is_ok();
    let safety = |scores: &[i64]| Answer {
        answer_kind: AnswerKind::Safety,
        scores: scores.to_vec(),
        ..Answer::default()
    };
    assert!(!settled(Answer::default()));
    assert!(settled(Answer {
        score: Some(5),
        ..Answer::default()
    }));
    assert!(!settled(Answer {
        score: Some(6),
        ..Answer::default()
    }));
    assert!(settled(safety(&[1, 2, 3, 4, 5, 1, 2])));
    assert!(!settled(safety(&[1, 2, 3])));
    assert!(!settled(safety(&[0, 2, 3, 4, 5, 1, 2])));
}
