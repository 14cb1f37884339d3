//! Requests between a retrospective and this machine: seats, what is written before the reveal,
//! votes.

use kata_domain::ids::{ParticipantId, PersonId, RetrospectiveId, TopicId};
use kata_domain::retrospective::AnswerKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

requests! {
    /// Comes into a retrospective, or comes back.
    ParticipantJoin {
        /// The retrospective.
        retrospective_id: RetrospectiveId,
        /// Somebody else at this machine whom the board knows.
        #[serde(default)]
        person_id: Option<PersonId>,
        /// Somebody else at this machine whom the board does not know. Without either, the person
        /// of this app.
        #[serde(default)]
        name: Option<String>,
    }
    /// Which participant.
    ParticipantMove {
        /// The participant.
        id: ParticipantId,
    }
    /// Whether a participant is ready with the phase now.
    ParticipantReady {
        /// The participant.
        id: ParticipantId,
        /// Whether they are.
        ready: bool,
    }
    /// Who sits at this machine.
    SeatsGet {
        /// The retrospective.
        retrospective_id: RetrospectiveId,
    }
    /// What a participant at this machine wrote and voted.
    HeldGet {
        /// The participant.
        participant_id: ParticipantId,
    }
    /// Keeps a note on this machine until the reveal.
    NoteWrite {
        /// Who writes.
        participant_id: ParticipantId,
        /// The note that is changed; a new one where absent.
        #[serde(default)]
        id: Option<String>,
        /// What was asked.
        #[serde(default)]
        prompt: String,
        /// What it says.
        text: String,
        /// When it was, where the prompt asks for it.
        #[serde(default)]
        moment: String,
    }
    /// Takes a note back.
    NoteTakeBack {
        /// Who wrote it.
        participant_id: ParticipantId,
        /// The note.
        id: String,
    }
    /// Publishes what waits at this machine.
    RetrospectivePublish {
        /// The retrospective.
        id: RetrospectiveId,
    }
    /// Places votes.
    VoteSet {
        /// Who votes.
        participant_id: ParticipantId,
        /// The topic.
        topic_id: TopicId,
        /// How many votes it shall have from them.
        count: i64,
    }
}

/// Gives an answer.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerWrite {
    /// Who answers.
    pub participant_id: ParticipantId,
    /// What was asked.
    pub kind: AnswerKind,
    /// The words; those that were said before where absent.
    #[serde(default)]
    pub text: Option<String>,
    /// The number, 1 to 5; in a check-in the one that was said before where absent.
    #[serde(default)]
    pub score: Option<i64>,
    /// The numbers of the survey, 1 to 5 each.
    #[serde(default)]
    pub scores: Vec<i64>,
}

/// Who sits at this machine.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Seats {
    /// The participants, in the order in which they came.
    pub participant_ids: Vec<ParticipantId>,
    /// Notes and answers that wait here to be published.
    pub waiting: u32,
}

/// What waits at this machine and may be published now.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// The retrospectives that asked for it.
    pub retrospectives: Vec<WaitingFor>,
}

/// What one retrospective waits for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingFor {
    /// The retrospective.
    pub id: RetrospectiveId,
    /// Whether its notes carry no names.
    pub anonymous: bool,
    /// Notes and answers that wait.
    pub count: u32,
}

/// What a participant at this machine wrote and voted.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HeldView {
    /// Their notes, in the order in which they were begun.
    pub notes: Vec<HeldNote>,
    /// Where their votes are.
    pub votes: Vec<OwnVotes>,
    /// Whether they have answered the survey.
    pub safety_answered: bool,
    /// Whether they have rated the session.
    pub rated: bool,
    /// Whether votes, survey and rating are given here: where the participant came in first.
    pub counts_here: bool,
}

/// A note at this machine.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HeldNote {
    /// The id it has or gets in the file.
    pub id: String,
    /// What was asked; empty once it is published.
    pub prompt: String,
    /// What it says; empty once it is published, because then it stands in the file.
    pub text: String,
    /// When it was.
    pub moment: String,
    /// Whether it is shown to the group.
    pub published: bool,
}

/// Votes of a participant at this machine on one topic.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnVotes {
    /// The topic.
    pub topic_id: TopicId,
    /// How many.
    pub count: i64,
}

/// How publishing goes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    /// Whether something was published.
    pub published: bool,
    /// How much still waits at this machine.
    pub left: u32,
}
