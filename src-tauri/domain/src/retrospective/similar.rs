//! Which words say the same: notes that may belong together, topics that came up before. A
//! suggestion for the group, no more.

use std::collections::{BTreeMap, BTreeSet};

/// Words that say little are short; longer ones count by their first letters, so that "deploy" and
/// "deployed" are one.
const SHORTEST: usize = 4;
const STEM: usize = 6;

/// What two notes share at least, of what both say (Jaccard's index over stems).
const ALIKE: f64 = 0.2;

/// What a text has at least of a title that it speaks of.
const SPOKEN_OF: f64 = 0.5;

/// What a text says: the stems of its words; where all are short, the text as it stands.
#[derive(Clone, Debug)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let stems = stems(text);
        let whole = text.trim().to_lowercase();
        match stems.is_empty() && !whole.is_empty() {
            true => Self(BTreeSet::from([whole])),
            false => Self(stems),
        }
    }

    /// Whether two short texts say much the same.
    pub fn are_like(&self, other: &Self) -> bool {
        let all = self.0.union(&other.0).count();
        self.share(other, all) >= ALIKE
    }

    /// Whether a text, long as it may be, speaks of what a title names.
    pub fn speak_of(&self, title: &Self) -> bool {
        self.share(title, title.0.len()) >= SPOKEN_OF
    }

    fn share(&self, other: &Self, all: usize) -> f64 {
        let shared = self.0.intersection(&other.0).count();
        match all {
            0 => 0.0,
            all => shared as f64 / all as f64,
        }
    }
}

/// Groups of two and more texts that are alike, as positions in order; each text is in one at most.
pub fn similar_notes(texts: &[&str]) -> Vec<Vec<usize>> {
    let words: Vec<Words> = texts.iter().map(|text| Words::of(text)).collect();
    let mut group: Vec<usize> = (0..texts.len()).collect();
    for one in 0..texts.len() {
        for other in 0..one {
            if words[one].are_like(&words[other]) {
                join(&mut group, one, other);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, name) in group.iter().enumerate() {
        groups.entry(*name).or_default().push(at);
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// A title without case, marks and order: what two sessions call the same.
pub fn title_key(title: &str) -> String {
    let words: Vec<String> = Words::of(title).0.into_iter().collect();
    words.join(" ")
}

fn stems(text: &str) -> BTreeSet<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| word.to_lowercase().chars().take(STEM).collect())
        .collect()
}

fn join(group: &mut [usize], one: usize, other: usize) {
    let (from, to) = (group[one].max(group[other]), group[one].min(group[other]));
    for name in group.iter_mut().filter(|name| **name == from) {
        *name = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_share_words_are_suggested_together() {
        let texts = [
            "The approval took four days",
            "Approvals only on Thursdays, four days lost",
            "The tester hears late",
            "Label request took three days",
            "Nobody told the tester",
            "Coffee",
        ];
        assert_eq!(similar_notes(&texts), [vec![0, 1, 3], vec![2, 4]]);
        assert!(similar_notes(&["", "", "a b c"]).is_empty());
    }

    #[test]
    fn a_long_text_speaks_of_a_title_when_it_has_half_of_its_words() {
        let learned = Words::of(
            "Approvals are not what takes long: the label request waits in a queue until somebody comes next morning",
        );
        assert!(learned.speak_of(&Words::of("Approval waits")));
        assert!(!learned.are_like(&Words::of("Approval waits")));
        assert!(!learned.speak_of(&Words::of("Flaky tests and the deploy")));
        assert!(!learned.speak_of(&Words::of(" ")));
    }

    #[test]
    fn a_title_is_the_same_without_case_marks_and_order() {
        assert_eq!(title_key("Approval waits!"), title_key("waits: APPROVAL"));
        assert_ne!(title_key("Approval waits"), title_key("Deploy waits"));
        assert_eq!(title_key(" CI "), "ci");
    }
}
