//! Random work: steps that proptest can shrink, each made into a request for the board as it is.

use std::collections::BTreeMap;

use kata_api::table::{COMMANDS, Scope};
use kata_wire::IpcError;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use super::person::Seen;
use super::requests::{Rows, kind_of, request};
use super::{Person, Storyboard};

/// One step of random work.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Which person.
    pub who: usize,
    /// Which command.
    pub verb: usize,
    /// Which row.
    pub which: usize,
    /// What is written.
    pub word: usize,
    /// Whether the person has looked again since the last step, or writes on what was seen before.
    pub fresh: bool,
}

/// Sequences of up to `most` steps.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0..4_usize,
        0..1000_usize,
        0..8_usize,
        0..200_usize,
        any::<bool>(),
    );
    let step = step.prop_map(|(who, verb, which, word, fresh)| Step {
        who,
        verb,
        which,
        word,
        fresh,
    });
    proptest::collection::vec(step, 1..most)
}

/// The same sequences in every run; a failure is found again by running again.
pub fn cases(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::with_cases(cases)
    }
}

/// The commands that write, without undo and redo.
pub fn verbs() -> Vec<&'static str> {
    let writes = COMMANDS
        .iter()
        .filter(|command| command.scope == Scope::Write);
    let names = writes.map(|command| command.name);
    names
        .filter(|name| !["undo", "redo"].contains(name))
        .collect()
}

/// The rows that random work knows of.
#[derive(Clone)]
pub struct Work {
    /// Their ids.
    pub rows: Rows,
    verbs: Vec<&'static str>,
}

impl Work {
    /// Work on a board with one of every kind of row.
    pub fn on(storyboard: &Storyboard) -> Work {
        Work {
            rows: storyboard.rows(),
            verbs: verbs(),
        }
    }

    /// Only these commands are used.
    pub fn only(mut self, keep: impl Fn(&str) -> bool) -> Work {
        self.verbs.retain(|verb| keep(verb));
        self
    }

    /// The command and request of a step.
    pub fn order(&self, step: Step) -> Option<(&'static str, Value)> {
        let verb = self.verbs[step.verb % self.verbs.len()];
        Some((verb, request(verb, &self.rows, step.which, step.word)?))
    }

    /// Lets a person do a step on the base of what they remember.
    pub fn does_from(&mut self, memory: &mut Memory, person: &Person, step: Step) {
        if let Some((verb, params)) = self.order(step) {
            let params = match verb.ends_with("_edit") {
                true => memory.base(params, person, step),
                false => params,
            };
            self.run(person, verb, params);
        }
    }

    /// Lets a person do a step; answers the command and its operation where it changed something.
    pub fn does(&mut self, person: &Person, step: Step) -> Option<(&'static str, Value)> {
        let (verb, params) = self.order(step)?;
        self.run(person, verb, params)
    }

    /// Runs a request; what it makes is known from then on.
    pub fn run(
        &mut self,
        person: &Person,
        verb: &'static str,
        params: Value,
    ) -> Option<(&'static str, Value)> {
        // Shown where the test fails.
        println!("{verb} {params}");
        match person.tries(verb, params.clone()) {
            Ok(done) => {
                if verb.ends_with("_create") || verb == "observation_add" {
                    let rows = self.rows.entry(kind_of(verb).to_owned()).or_default();
                    rows.extend(done["id"].as_str().map(str::to_owned));
                }
                (!done["op"].is_null()).then_some((verb, done))
            }
            Err(error) => {
                assert!(is_a_rule(&error), "{verb} {params}: {error:?}");
                None
            }
        }
    }
}

/// Refusals that random work may meet: rules of the method, and rows that are not there.
fn is_a_rule(error: &IpcError) -> bool {
    ![
        "internal",
        "damaged",
        "busy",
        "unreachable",
        "request_invalid",
        "read_only",
        "command_unknown",
    ]
    .contains(&error.code)
}

/// What each person saw of a field when they last looked.
#[derive(Default)]
pub struct Memory(BTreeMap<(usize, String, String), Seen>);

impl Memory {
    /// Puts into an edit what it is based on: what the person sees now, or saw some steps ago; now
    /// and then a choice between all versions.
    pub fn base(&mut self, params: Value, person: &Person, step: Step) -> Value {
        let Some(fields) = params["fields"].as_object() else {
            return params;
        };
        let id = params["id"].as_str().unwrap().to_owned();
        let mut based_on = serde_json::Map::new();
        for field in fields.keys() {
            let key = (step.who, id.clone(), field.clone());
            let known = self.0.get(&key).filter(|_| !step.fresh).cloned();
            let seen = known.unwrap_or_else(|| match step.word % 5 {
                0 => person.sees_all(&id, field),
                _ => person.sees(&id, field),
            });
            based_on.insert(field.clone(), json!(seen.0));
            self.0.insert(key, seen);
        }
        let mut params = params;
        params["basedOn"] = based_on.into();
        params
    }
}
