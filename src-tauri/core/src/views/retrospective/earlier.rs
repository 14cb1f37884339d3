//! "We discussed this before": topics of the team's ended sessions and what its closed steps
//! taught, where their words match those of a topic.

use std::cmp::Reverse;

use kata_domain::Retrospective;
use kata_domain::retrospective::{RetroState, Words};
use kata_store::tables;
use kata_wire::{CoreError, Earlier};

use crate::views::lines::Look;

/// Shown for a topic at most.
const SHOWN: usize = 3;

/// What came earlier, with the words it is found by.
pub(super) struct Found {
    line: Earlier,
    words: Words,
}

/// What came before a session that is being held, newest first; of one day topics before steps. A
/// topic has the learning of the step that its session agreed on.
pub(super) fn read(look: &Look<'_>, session: &Retrospective) -> Result<Vec<Found>, CoreError> {
    if session.state != RetroState::Running {
        return Ok(Vec::new());
    }
    let mut earlier = tables::topic::discussed_earlier(look.reader, session.team_id)?;
    earlier.extend(tables::experiment::taught_earlier(
        look.reader,
        session.team_id,
    )?);
    earlier.sort_by_key(|line| Reverse(line.on));
    Ok(earlier.into_iter().map(found).collect())
}

/// What of it a title brings to mind.
pub(super) fn of_title(earlier: &[Found], title: &str) -> Vec<Earlier> {
    let title = Words::of(title);
    let matches = earlier.iter().filter(|found| match found.line.topic {
        Some(_) => found.words.are_like(&title),
        None => found.words.speak_of(&title),
    });
    let matches: Vec<&Earlier> = matches.map(|found| &found.line).collect();
    let told_by_a_topic = |line: &Earlier| {
        let same =
            |other: &&Earlier| other.topic.is_some() && other.experiment_id == line.experiment_id;
        line.topic.is_none() && matches.iter().copied().any(|other| same(&other))
    };
    let told_once = matches.iter().filter(|line| !told_by_a_topic(line));
    told_once.take(SHOWN).copied().cloned().collect()
}

fn found(mut line: Earlier) -> Found {
    line.learned = line.learned.filter(|learned| !learned.trim().is_empty());
    let text = line.topic.as_deref().or(line.learned.as_deref());
    Found {
        words: Words::of(text.unwrap_or_default()),
        line,
    }
}

#[cfg(test)]
mod tests {
    use kata_domain::ids::ExperimentId;
    use uuid::Uuid;

    use super::*;

    fn found(step: u128, topic: Option<&str>, learned: &str) -> Found {
        let line = Earlier {
            retrospective_id: None,
            title: String::new(),
            on: None,
            topic: topic.map(str::to_owned),
            obstacle: None,
            experiment_id: Some(ExperimentId(Uuid::from_u128(step))),
            learned: Some(learned.to_owned()),
        };
        Found {
            words: Words::of(topic.unwrap_or(learned)),
            line,
        }
    }

    #[test]
    fn a_step_comes_back_by_what_it_taught_and_once() {
        let one = "The approval waits because nobody is told that there is something to approve";
        let other = "Waits grow on Thursdays, when every label request comes at once";
        let earlier = [
            found(1, None, one),
            found(2, None, other),
            found(1, Some("Approval waits"), one),
        ];
        let steps = |title| -> Vec<(bool, u128)> {
            let lines = of_title(&earlier, title);
            let step = |line: &Earlier| line.experiment_id.map_or(0, |step| step.0.as_u128());
            let line = |line: &Earlier| (line.topic.is_some(), step(line));
            lines.iter().map(line).collect()
        };
        assert_eq!(steps("Approval waits long"), [(true, 1)]);
        assert_eq!(steps("Label requests on Thursday"), [(false, 2)]);
        assert_eq!(steps(""), []);
    }
}
