//! The tables are a view of the log: after any history, the log alone gives the same rows.

use kata_store::rebuild;
use proptest::prelude::*;
use serde_json::json;

use crate::support::steps::{Memory, Work, cases, steps};
use crate::support::{Person, Place, Storyboard};

fn differences(person: &Person) -> Vec<String> {
    person.store(|reader| rebuild::differences(reader, 100))
}

proptest! {
    #![proptest_config(cases(60, 3))]

    #[test]
    fn rows_are_what_the_log_gives(steps in steps(60)) {
        let (place, ana) = Place::with_ana();
        let storyboard = Storyboard::made_by(&ana);
        let people = [ana, place.person("Ben"), place.person("Zoe")];
        let mut work = Work::on(&storyboard);
        let mut memory = Memory::default();
        for step in steps {
            let person = &people[step.which % people.len()];
            match (people.get(step.who), step.fresh) {
                (Some(person), _) => work.does_from(&mut memory, person, step),
                (None, true) => drop(person.undoes()),
                (None, false) => drop(person.redoes()),
            }
        }
        prop_assert_eq!(differences(&people[0]), Vec::<String>::new());
        people[0].finds_the_file_sound();
    }
}

#[test]
fn a_number_stands_in_the_log_as_exactly_as_in_the_row() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let numbers = [
        0.1 + 0.2,
        1.0 / 3.0,
        5e-324,
        f64::MAX,
        -0.0,
        2.225_073_858_507_201e-308,
        9_007_199_254_740_993.0,
        122_416_294_033_786_585.0 / 1e16,
        // A reader that rounds twice reads these as their neighbours.
        5_708_990_770_823_839_524_233_143_877_797_980_545_530_986_496.0,
        8.988_465_674_311_579e307,
        1.797_693_134_862_315_6e-201,
        3.141_592_653_589_793e-110,
    ];
    let spread = (1..1_000_u64).map(|n| f64::from_bits(n.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    let all: Vec<f64> = numbers
        .into_iter()
        .chain(spread)
        .filter(|n| n.is_finite())
        .collect();
    for some in all.chunks(200) {
        let observations: Vec<_> = some.iter().map(|value| json!({ "value": value })).collect();
        let request = json!({ "metricId": storyboard.metric, "observations": observations });
        ana.does("observation_add", request);
    }
    assert_eq!(differences(&ana), Vec::<String>::new());
}

#[test]
fn a_row_that_was_changed_behind_the_log_is_found() {
    let (place, ana) = Place::with_ana();
    Storyboard::made_by(&ana);
    for (sql, finding) in [
        (
            "UPDATE obstacle SET text = 'forged'",
            "differs from its log",
        ),
        (
            "UPDATE obstacle SET heads = NULL, deleted_at = 5",
            "differs from its log",
        ),
        ("DELETE FROM obstacle", "is only in the log"),
        (
            "UPDATE operation SET at_ms = at_ms + 1 WHERE seq = 3",
            "was altered",
        ),
        (
            "DELETE FROM change WHERE rowid = 3",
            "stands in no log entry",
        ),
    ] {
        let copy = place.share().join("forged.kata");
        place
            .foreign_tool()
            .execute("VACUUM INTO ?1", [copy.to_string_lossy()])
            .unwrap();
        let tool = kata_store::testing::Connection::open(&copy).unwrap();
        tool.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        tool.execute_batch(sql).unwrap();
        drop(tool);
        let zoe = place.newcomer("Zoe", kata_api::SessionKind::Cli);
        zoe.reads("board_open", json!({ "path": copy }));
        let report = zoe.reads("board_check", json!(null));
        assert_eq!(report["ok"], false, "{sql}");
        assert!(
            report["findings"].to_string().contains(finding),
            "{sql}: {report:#}"
        );
        drop(zoe);
        std::fs::remove_file(&copy).unwrap();
    }
}
