//! Which notes may belong together: those that share rare words. A suggestion for the group, no more.

use std::collections::{BTreeMap, BTreeSet};

/// Words that say little are short; longer ones count by their first letters, so that "deploy" and
/// "deployed" are one.
const SHORTEST: usize = 4;
const STEM: usize = 6;

/// What two notes share at least, of what both say (Jaccard's index over stems).
const ALIKE: f64 = 0.2;

/// Groups of two and more texts that are alike, as positions in order; each text is in one at most.
pub fn similar_notes(texts: &[&str]) -> Vec<Vec<usize>> {
    let stems: Vec<BTreeSet<String>> = texts.iter().map(|text| stems(text)).collect();
    let mut group: Vec<usize> = (0..texts.len()).collect();
    for one in 0..texts.len() {
        for other in 0..one {
            if alike(&stems[one], &stems[other]) {
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
    let stems: Vec<String> = stems(title).into_iter().collect();
    match stems.is_empty() {
        true => title.trim().to_lowercase(),
        false => stems.join(" "),
    }
}

fn stems(text: &str) -> BTreeSet<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| word.to_lowercase().chars().take(STEM).collect())
        .collect()
}

fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let shared = one.intersection(other).count() as f64;
    let all = one.union(other).count() as f64;
    all > 0.0 && shared / all >= ALIKE
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
    fn a_title_is_the_same_without_case_marks_and_order() {
        assert_eq!(title_key("Approval waits!"), title_key("waits: APPROVAL"));
        assert_ne!(title_key("Approval waits"), title_key("Deploy waits"));
        assert_eq!(title_key(" CI "), "ci");
    }
}
