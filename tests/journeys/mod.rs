//! The journeys: what people do, in the real window. A line in `trials` makes one a test.

pub mod pictures;
mod start;
mod together;

use std::future::Future;

use libtest_mimic::Trial;

use crate::stages::Programs;
use crate::support::{self, Desk, Outcome};

/// Every journey, named `journey::file::function`.
pub fn trials(programs: &Programs) -> Vec<Trial> {
    vec![
        trial(programs, "start::welcome", start::welcome),
        trial(programs, "start::dark", start::dark),
        trial(programs, "start::sample", start::sample),
        trial(programs, "start::two_people", start::two_people),
        trial(
            programs,
            "together::a_team_appears",
            together::a_team_appears,
        ),
    ]
}

fn trial<F>(programs: &Programs, name: &str, journey: fn(Desk) -> F) -> Trial
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let name = format!("journey::{name}");
    let programs = programs.clone();
    Trial::test(name.clone(), move || {
        support::run(&name, &programs, journey)
    })
}
