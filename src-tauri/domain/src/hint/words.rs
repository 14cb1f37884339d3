//! The words by which hints are found. The lists are English.

/// What names a solution that is missing.
pub(super) const MISSING_SOLUTION: &[&str] = &[
    "lack of",
    "lacking",
    "need to",
    "needs to",
    "we need",
    "no tool",
    "no training",
    "no dashboard",
    "no documentation",
    "no automation",
    "missing tool",
    "missing training",
    "not enough training",
    "should have",
];

/// Great words that say nothing without a number.
pub(super) const PLATITUDES: &[&str] = &[
    "world-class",
    "world class",
    "best-in-class",
    "best in class",
    "excellence",
    "excellent",
    "seamless",
    "cutting-edge",
    "cutting edge",
    "state of the art",
    "innovative",
    "leverage",
    "synergy",
    "synergies",
    "delight",
    "customer-centric",
    "high quality",
    "robust",
    "efficient",
    "better",
    "faster",
    "improve",
    "optimise",
    "optimize",
];

/// What a to-do begins with; a condition does not.
const VERBS: &[&str] = &[
    "add",
    "automate",
    "build",
    "create",
    "decrease",
    "deploy",
    "develop",
    "eliminate",
    "enable",
    "establish",
    "implement",
    "improve",
    "increase",
    "install",
    "introduce",
    "make",
    "optimise",
    "optimize",
    "reduce",
    "remove",
    "replace",
    "roll out",
    "start",
    "stop",
];

/// What joins two changes into one step.
const JOINS: &[&str] = &[" and ", " as well as ", " plus ", "; "];

/// The first of some phrases that stands in a text as whole words, as it is written there.
pub(super) fn first_of(text: &str, phrases: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    let whole = |at: usize, phrase: &str| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + phrase.len()..].chars().next();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(before) && !letter(after)
    };
    let found = phrases
        .iter()
        .filter_map(|phrase| {
            let (at, _) = lower
                .match_indices(phrase)
                .find(|(at, _)| whole(*at, phrase))?;
            Some((at, *phrase))
        })
        .min()?;
    // Lower case may have other lengths than the text; then the phrase itself is shown.
    let (at, phrase) = found;
    let written = text
        .get(at..at + phrase.len())
        .filter(|w| w.to_lowercase() == phrase);
    Some(written.unwrap_or(phrase).to_owned())
}

/// The verb with which a line of an operating pattern begins, behind its number or bullet.
pub(super) fn leading_verb(line: &str) -> Option<&str> {
    let start = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let lower = start.to_lowercase();
    let verb = VERBS.iter().find(|verb| {
        lower
            .strip_prefix(**verb)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    start.get(..verb.len())
}

/// What follows the first word that joins a second change, with that word.
///
/// Only where a verb follows does it join two changes: "sellers and buyers" is one.
pub(super) fn second_change(step: &str) -> Option<&str> {
    JOINS
        .iter()
        .filter_map(|join| {
            step.match_indices(join)
                .map(|(at, _)| at)
                .find(|at| begins_a_change(&step[at + join.len()..]))
        })
        .min()
        .map(|at| {
            step[at..]
                .trim_start_matches([';', ' '])
                .trim_end_matches(['.', ' '])
        })
}

fn begins_a_change(rest: &str) -> bool {
    const MORE: &[&str] = &[
        "ask", "call", "change", "check", "have", "let", "move", "put", "run", "send", "set",
        "show", "switch", "tell", "turn", "use", "write",
    ];
    let word: String = rest
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    VERBS.contains(&word.as_str()) || MORE.contains(&word.as_str())
}

pub(super) fn has_number(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

pub(super) fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
