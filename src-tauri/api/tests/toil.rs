//! The toil ledger: sheets that are numbers of a metric, and what they say. Today is Monday,
//! 9 March 2026.

use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

/// A team with a ledger and the kinds of toil of the published sheet.
struct Ledger {
    team: String,
    process: String,
    categories: Vec<String>,
}

impl Ledger {
    fn begun_by(person: &Person) -> Ledger {
        let made = |command: &str, params| person.does(command, params).id;
        let team = made("team_create", json!({ "fields": { "name": "On-call" } }));
        let process = json!({ "teamId": team, "fields": { "name": "Servers" } });
        let process = made("focus_process_create", process);
        made(
            "toil_ledger_begin",
            json!({ "teamId": team, "metricName": "Toil" }),
        );
        let kinds = ["Deployments", "Log analysis"].map(|name| {
            let category = json!({ "teamId": team, "fields": { "name": name } });
            made("toil_category_create", category)
        });
        Ledger {
            team,
            process,
            categories: kinds.into(),
        }
    }

    fn hours(&self, hours: &[f64]) -> Value {
        let each = self.categories.iter().zip(hours);
        each.map(|(id, hours)| json!({ "categoryId": id, "hours": hours }))
            .collect()
    }

    fn sheet(&self, week_on: &str, hours: &[f64]) -> Value {
        json!({ "teamId": self.team, "weekOn": week_on, "allHours": 40, "hours": self.hours(hours) })
    }

    fn seen_by(&self, person: &Person) -> Value {
        person.reads("toil_get", json!({ "teamId": self.team }))
    }

    /// Day and value of each number of the metric, newest first.
    fn numbers(&self, person: &Person) -> Vec<(String, f64)> {
        let metric = self.seen_by(person)["metric"]["id"].clone();
        let page = person.reads("observations_get", json!({ "metricId": metric }));
        let numbers = page["observations"].as_array().unwrap().iter();
        let one = |number: &Value| {
            let day = number["observedOn"].as_str().unwrap().to_owned();
            (day, number["value"].as_f64().unwrap())
        };
        numbers.map(one).collect()
    }
}

fn on(day: &str, value: f64) -> (String, f64) {
    (day.to_owned(), value)
}

#[test]
fn a_saved_week_is_a_number_of_the_metric_and_a_correction_corrects_it() {
    let (_place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    let sheet = ana
        .does("toil_week_create", ledger.sheet("2026-03-04", &[13.0, 3.0]))
        .id;
    assert_eq!(ledger.numbers(&ana), [on("2026-03-06", 40.0)]);
    let fewer = json!({ "id": sheet, "fields": { "hours": ledger.hours(&[7.0, 3.0]) } });
    ana.does("toil_week_edit", fewer);
    assert_eq!(ledger.numbers(&ana), [on("2026-03-06", 25.0)]);
    ana.undoes().unwrap();
    assert_eq!(
        ledger.numbers(&ana),
        [on("2026-03-06", 40.0)],
        "both are taken back"
    );
    assert_eq!(ledger.seen_by(&ana)["percent"], 40.0);
    ana.finds_the_file_sound();
}

#[test]
fn a_removed_week_takes_its_number_along_and_brings_it_back() {
    let (_place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    let request = ledger.sheet("2026-03-02", &[8.0, 2.0]);
    let sheet = ana.does("toil_week_create", request.clone()).id;
    ana.does("toil_week_remove", json!({ "id": sheet }));
    assert_eq!(ledger.numbers(&ana), []);
    ana.does("toil_week_restore", json!({ "id": sheet }));
    assert_eq!(ledger.numbers(&ana), [on("2026-03-06", 25.0)]);
    ana.undoes().unwrap();
    ana.undoes().unwrap();
    ana.undoes().unwrap();
    assert_eq!(
        ledger.numbers(&ana),
        [],
        "saving is taken back with its number"
    );
    ana.does("toil_week_create", request);
    let refused = ana.is_refused("toil_week_restore", json!({ "id": sheet }));
    assert_eq!(refused, "week_taken");
}

#[test]
fn a_week_has_one_sheet_and_a_team_one_ledger() {
    let (_place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    ana.does("toil_week_create", ledger.sheet("2026-03-02", &[8.0]));
    let sunday = ledger.sheet("2026-03-08", &[8.0]);
    assert_eq!(ana.is_refused("toil_week_create", sunday), "week_taken");
    let again = json!({ "teamId": ledger.team, "metricName": "Toil" });
    assert_eq!(ana.is_refused("toil_ledger_begin", again), "another_ledger");
    let much = ledger.sheet("2026-02-23", &[40.0, 1.0]);
    assert_eq!(
        ana.is_refused("toil_week_create", much),
        "toil_exceeds_hours"
    );
}

#[test]
fn a_ledger_begins_with_a_percentage_of_its_team() {
    let (_place, ana) = Place::with_ana();
    let other = Storyboard::made_by(&ana);
    let hours = json!({ "teamId": other.team, "metricId": other.metric });
    assert_eq!(ana.is_refused("toil_ledger_begin", hours), "another_ledger");
    let team = ana
        .does("team_create", json!({ "fields": { "name": "Sales" } }))
        .id;
    let metric = |unit: &str| {
        let fields = json!({ "name": "Toil", "unit": unit });
        ana.does("metric_create", json!({ "teamId": team, "fields": fields }))
            .id
    };
    for unfit in [other.metric, metric("h")] {
        let begin = json!({ "teamId": team, "metricId": unfit });
        assert_eq!(ana.is_refused("toil_ledger_begin", begin), "not_in_percent");
    }
    let percent = metric("%");
    ana.does(
        "toil_ledger_begin",
        json!({ "teamId": team, "metricId": percent }),
    );
    let seen = ana.reads("toil_get", json!({ "teamId": team }));
    assert_eq!(seen["metric"]["id"], percent.as_str());
    assert_eq!(seen["ledger"]["limitPercent"], 50.0);
}

#[test]
fn a_sheet_opens_with_the_numbers_of_the_week_before() {
    let (_place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    assert_eq!(
        ledger.seen_by(&ana)["sheetOn"],
        "2026-03-09",
        "nothing before this week"
    );
    ana.does("toil_week_create", ledger.sheet("2026-02-23", &[13.0, 3.0]));
    let seen = ledger.seen_by(&ana);
    assert_eq!(seen["sheetOn"], "2026-03-02", "on Monday the week before");
    let open = &seen["sheets"][1];
    assert_eq!(
        (&open["weekOn"], &open["number"]),
        (&json!("2026-03-02"), &json!(10))
    );
    assert_eq!(
        (&open["saved"], &open["allHours"]),
        (&Value::Null, &json!(40.0))
    );
    assert_eq!(open["hours"], ledger.hours(&[13.0, 3.0]));
    assert_eq!(
        seen["sheets"][3]["allHours"],
        Value::Null,
        "nothing was before that"
    );
}

#[test]
fn rising_toil_says_when_it_crosses_the_limit() {
    let (_place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    let weeks = ["2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02"];
    for (week, hours) in weeks.into_iter().zip([16.0, 16.8, 17.6, 18.4]) {
        ana.does("toil_week_create", ledger.sheet(week, &[hours]));
    }
    let seen = ledger.seen_by(&ana);
    assert_eq!(
        (&seen["percent"], &seen["overLimit"]),
        (&json!(46.0), &json!(false))
    );
    assert_eq!(seen["weeksToLine"], 0);
    assert!((seen["line"]["perWeek"].as_f64().unwrap() - 2.0).abs() < 1e-9);
    assert_eq!(
        seen["line"]["limitOn"], "2026-03-22",
        "two weeks after the last Sunday"
    );
}

#[test]
fn hours_are_told_before_and_since_a_step() {
    let (_place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    for week in ["2026-02-16", "2026-02-23"] {
        ana.does("toil_week_create", ledger.sheet(week, &[4.0, 3.0]));
    }
    let alone = ledger.seen_by(&ana)["hours"].clone();
    assert_eq!(
        (&alone["before"], &alone["now"]),
        (&Value::Null, &json!(7.0))
    );
    let step = json!({ "focusProcessId": ledger.process, "fields": {
        "step": "One script", "prediction": "Faster", "metricId": ledger.seen_by(&ana)["metric"]["id"],
        "baseline": 17.5, "predicted": 10.0, "confidence": 70, "checkOn": "2026-03-20",
    } });
    let step = ana.does("experiment_create", step).id;
    ana.does("experiment_seal", json!({ "id": step }));
    let gone = json!({ "id": ledger.categories[0] });
    ana.does("toil_week_create", ledger.sheet("2026-03-09", &[2.0, 3.0]));
    ana.does("toil_category_remove", gone);
    let hours = ledger.seen_by(&ana)["hours"].clone();
    assert_eq!(hours["step"]["startedOn"], "2026-03-09");
    assert_eq!(
        (&hours["before"], &hours["now"]),
        (&json!(7.0), &json!(5.0))
    );
    assert_eq!(
        (&hours["gaveBack"], &hours["weeksBefore"]),
        (&json!(2.0), &json!(2))
    );
    let first = &hours["categories"][0];
    assert_eq!(
        first["name"], "Deployments",
        "taken off the sheet, and still in its weeks"
    );
    assert_eq!(
        (&first["before"], &first["now"]),
        (&json!(4.0), &json!(2.0))
    );
}

#[test]
fn two_people_who_correct_one_sheet_both_stand_and_the_number_is_of_what_is_shown() {
    let (place, ana) = Place::with_ana();
    let ledger = Ledger::begun_by(&ana);
    let sheet = ana
        .does("toil_week_create", ledger.sheet("2026-03-02", &[8.0, 2.0]))
        .id;
    let ben = place.person("Ben");
    let seen = ben.sees(&sheet, "hours");
    ana.edits(
        &sheet,
        "hours",
        ledger.hours(&[12.0, 4.0]),
        &ana.sees(&sheet, "hours"),
    );
    ben.edits(&sheet, "hours", ledger.hours(&[6.0, 2.0]), &seen);
    let week = ledger.seen_by(&ana)["weeks"][0].clone();
    assert_eq!(week["week"]["meta"]["open"], json!(["hours"]));
    let shown = week["percent"].as_f64().unwrap();
    assert_eq!(ledger.numbers(&ana), [on("2026-03-06", shown)]);
}
