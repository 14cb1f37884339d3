//! Numbers over time: limits that stay frozen, signals, verdicts, and what the progress screen is
//! told.

use serde_json::{Value, json};

use crate::support::{Person, Place};

/// Wheeler's worked values of the method: average 6.4, limits 0.32 and 12.48.
const WORKED: [f64; 15] = [
    5.0, 6.0, 7.0, 5.0, 6.0, 4.0, 7.0, 8.0, 6.0, 13.0, 5.0, 6.0, 7.0, 6.0, 5.0,
];

struct Team {
    process: String,
    metric: String,
}

impl Team {
    fn made_by(ana: &Person) -> Team {
        let made = |command: &str, request| ana.does(command, request).id;
        let team = made("team_create", json!({ "fields": { "name": "On-call" } }));
        let of_team = |fields| json!({ "teamId": team, "fields": fields });
        let process = made("focus_process_create", of_team(json!({ "name": "Toil" })));
        let metric = made(
            "metric_create",
            of_team(json!({ "name": "Toil a week", "unit": "h", "good": "down" })),
        );
        Team { process, metric }
    }

    /// Weekly values, the first of them on a Monday of January 2025 and so many weeks later.
    fn measured(&self, ana: &Person, first_week: i64, values: &[f64]) {
        let on = |week: i64| {
            let monday = chrono::NaiveDate::from_ymd_opt(2025, 1, 6).unwrap();
            (monday + chrono::Duration::weeks(week)).to_string()
        };
        let rows: Vec<Value> = (first_week..)
            .zip(values)
            .map(|(week, value)| json!({ "value": value, "observedOn": on(week) }))
            .collect();
        ana.does(
            "observation_add",
            json!({ "metricId": self.metric, "observations": rows }),
        );
    }

    fn chart(&self, ana: &Person) -> Value {
        let request = json!({ "metricId": self.metric, "focusProcessId": self.process });
        ana.reads("chart_get", request)
    }

    /// A step that is judged by the metric, sealed today.
    fn step(&self, ana: &Person, predicted: f64) -> String {
        let fields = json!({
            "step": "One change", "prediction": "Less of it", "metricId": self.metric,
            "baseline": 6.0, "predicted": predicted, "confidence": 70, "checkOn": "2027-01-01",
        });
        let request = json!({ "focusProcessId": self.process, "fields": fields });
        let step = ana.does("experiment_create", request).id;
        ana.does("experiment_seal", json!({ "id": step }));
        step
    }
}

fn says(chart: &Value) -> Vec<String> {
    let says = chart["says"].as_array().unwrap().iter();
    says.map(|one| one["says"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_chart_shows_the_published_limits_and_signals() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    assert_eq!(says(&team.chart(&ana)), ["noPoints"]);
    team.measured(&ana, 0, &WORKED[..5]);
    let few = team.chart(&ana);
    assert_eq!(
        (&few["limits"], &few["says"][0]["more"]),
        (&Value::Null, &json!(1))
    );
    team.measured(&ana, 5, &WORKED[5..]);
    let chart = team.chart(&ana);
    let near = |found: &Value, expected: f64| (found.as_f64().unwrap() - expected).abs() < 0.005;
    let limits = &chart["limits"];
    assert!(
        near(&limits["centre"], 6.4) && near(&limits["upper"], 12.48),
        "{limits}"
    );
    assert!(
        near(&limits["lower"], 0.32) && limits["firm"] == true,
        "{limits}"
    );
    let signals: Vec<_> = chart["signals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|signal| {
            (
                signal["rule"].as_str().unwrap(),
                signal["from"].as_i64().unwrap(),
            )
        })
        .collect();
    assert!(
        signals.contains(&("beyond", 9)) && signals.contains(&("range_beyond", 10)),
        "{signals:?}"
    );
    assert_eq!(chart["baseline"]["frozenBy"], "nothing");
}

/// By hand: two values far below, and the jumps there, back and there again.
#[test]
fn signals_that_are_not_told_one_by_one_are_counted() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    team.measured(&ana, 0, &[6.0, 7.0, 6.0, 8.0, 7.0, 6.0, 7.0, 8.0]);
    team.step(&ana, 4.0);
    team.measured(&ana, 104, &[2.0, 7.0, 2.0]);
    let chart = team.chart(&ana);
    assert_eq!(chart["signals"].as_array().unwrap().len(), 5);
    let said = says(&chart);
    assert_eq!(said[1..5], ["signal", "signal", "signal", "moreSignals"]);
    assert_eq!(chart["says"][4]["count"], 2);
}

/// Where the word of a signal stands on a picture, px.
fn words_of_signals(svg: &str) -> Vec<(f64, f64)> {
    let number = |text: &str, name: &str| {
        let (_, rest) = text.split_once(&format!(r#" {name}=""#)).unwrap();
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
    };
    svg.lines()
        .filter(|line| line.ends_with(">signal</text>"))
        .map(|line| (number(line, "x"), number(line, "y")))
        .collect()
}

#[test]
fn words_of_signals_that_follow_each_other_closely_do_not_lie_on_each_other() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    let jumps = [9.0, 9.0, 1.0, 9.0, 9.0, 9.0].repeat(8);
    team.measured(&ana, 0, &[[8.0, 9.0].repeat(5), jumps].concat());
    team.measured(&ana, 70, &[8.0; 200]);
    let request = |format: &str| json!({ "metricId": team.metric, "focusProcessId": team.process, "format": format });
    let svg = ana.reads("chart_export", request("svg"));
    let words = words_of_signals(svg["text"].as_str().unwrap());
    assert!(words.len() > 1, "{words:?}");
    for (i, (x, y)) in words.iter().enumerate() {
        for (other, below) in &words[i + 1..] {
            let apart = (x - other).abs() >= 36.0 || (y - below).abs() >= 15.0;
            assert!(apart, "{words:?}");
        }
    }
}

#[test]
fn a_table_of_a_chart_has_limits_and_signals_beside_each_value() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    team.measured(&ana, 0, &WORKED);
    let request =
        json!({ "metricId": team.metric, "focusProcessId": team.process, "format": "csv" });
    let made = ana.reads("chart_export", request);
    let rows: Vec<&str> = made["text"].as_str().unwrap().lines().collect();
    let cells: Vec<&str> = rows[10].split(',').collect();
    let near = |cell: &str, wanted: f64| (cell.parse::<f64>().unwrap() - wanted).abs() < 0.005;
    assert!(near(cells[6], 0.32) && near(cells[7], 6.4) && near(cells[8], 12.48));
    assert_eq!((cells[1], cells[9]), ("13", "beyond the limits"));
    assert!(rows[9].ends_with(','), "{}", rows[9]);
}

#[test]
fn limits_stay_frozen_from_a_steps_start_until_somebody_decides() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    let before = [6.0, 7.0, 6.0, 8.0, 7.0, 6.0, 7.0, 8.0];
    team.measured(&ana, 0, &before);
    team.step(&ana, 4.0);
    let frozen = team.chart(&ana);
    assert_eq!(frozen["baseline"]["frozenBy"], "step");
    assert_eq!(says(&frozen), ["nothingSince", "provisional"]);
    assert_eq!(frozen["steps"][0]["verdict"], Value::Null);

    // The step began today, long after 2025: what follows is far in the future of the first values.
    let year = 52;
    team.measured(&ana, 2 * year, &[2.0; 7]);
    let after = team.chart(&ana);
    assert_eq!(after["limits"], frozen["limits"]);
    let verdict = &after["steps"][0]["verdict"];
    assert_eq!(
        (&verdict["verdict"]["verdict"], &verdict["points"]),
        (&json!("signal"), &json!(7))
    );
    assert_eq!(after["says"][0], json!({ "says": "changed", "good": true }));

    let id = &after["steps"][0]["id"];
    let of_step = ana.reads("experiment_get", json!({ "id": id }));
    assert_eq!(&of_step["verdict"], verdict, "the step says the same");

    let decide = json!({
        "metricId": team.metric, "fromOn": "2027-01-01", "toOn": "2027-12-31", "reason": "It is another process now",
    });
    let decision = ana.does("baseline_window_create", decide).id;
    let decided = team.chart(&ana);
    assert_eq!(decided["limits"]["centre"], 2.0);
    assert_eq!(
        decided["baseline"]["decision"]["id"].as_str(),
        Some(decision.as_str())
    );
    assert_eq!(
        decided["steps"][0]["verdict"], after["steps"][0]["verdict"],
        "judged by what held when it began"
    );
    ana.does("baseline_window_remove", json!({ "id": decision }));
    assert_eq!(team.chart(&ana)["limits"], frozen["limits"]);
}

#[test]
fn a_long_row_is_thinned_and_keeps_its_count_and_its_signals() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    for hundred in 0..10 {
        let values: Vec<f64> = (0..100).map(|n| f64::from(n % 2) + 5.0).collect();
        team.measured(&ana, hundred * 100, &values);
    }
    team.measured(&ana, 1_000, &[50.0]);
    let request = json!({ "metricId": team.metric, "most": 16 });
    let chart = ana.reads("chart_get", request);
    let points = chart["points"].as_array().unwrap();
    assert_eq!(chart["total"], 1_001);
    assert!(points.len() <= 20, "{}", points.len());
    assert_eq!(points.last().unwrap()["index"], 1_000);
}

#[test]
fn progress_tells_the_way_and_keeps_figures_of_few_predictions_back() {
    let (place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    team.measured(&ana, 0, &[40.0, 40.0]);
    let target = json!({ "focusProcessId": team.process, "fields": {
        "operatingPattern": "each morning", "achieveByOn": "2027-04-20",
        "outcomeMetricId": team.metric, "outcomeComparison": "at_most", "outcomeTarget": 20.0,
    } });
    let target = ana.does("target_condition_create", target).id;
    ana.does("target_condition_activate", json!({ "id": target }));
    place.days_pass(1);
    ana.does(
        "observation_add",
        json!({ "metricId": team.metric, "observations": [{ "value": 34.0 }] }),
    );
    let get = || ana.reads("progress_get", json!({ "focusProcessId": team.process }));
    assert_eq!(
        (&get()["way"]["baseline"], &get()["way"]["covered"]),
        (&json!(40.0), &json!(0.3))
    );

    for number in 0..10 {
        assert_eq!(get()["calibration"]["figures"], Value::Null);
        assert_eq!(get()["calibration"]["more"], 10 - number);
        let step = team.step(&ana, 4.0);
        let learned = json!({ "id": step, "fields": {
            "actual": 5.0, "learned": format!("Half of it, because of reason {number}"),
        } });
        ana.does("experiment_finish", json!({ "id": step }));
        ana.does("experiment_edit", learned);
        ana.does(
            "experiment_evaluate",
            json!({ "id": step, "outcome": "refuted", "decision": "adapt" }),
        );
        place.days_pass(2);
    }
    let progress = get();
    let figures = &progress["calibration"]["figures"];
    assert_eq!(figures["medianRealised"], 0.5);
    assert_eq!(
        (&figures["directionHits"], &figures["directions"]),
        (&json!(10), &json!(10))
    );
    assert_eq!(
        (
            &progress["cadence"]["median"],
            &progress["cadence"]["longest"]
        ),
        (&json!(2.0), &json!(2))
    );
    assert_eq!(progress["staircase"][0]["status"], "active");
    assert_eq!(progress["learning"]["total"], 10);
    let found = json!({ "focusProcessId": team.process, "query": "REASON 7" });
    let found = ana.reads("learning_get", found);
    assert_eq!(
        (&found["total"], &found["lines"][0]["number"]),
        (&json!(1), &json!(8))
    );
}

#[test]
fn the_run_chart_speaks_from_ten_values_beside_the_median_on() {
    let (_place, ana) = Place::with_ana();
    let team = Team::made_by(&ana);
    let on_the_median = |chart: &Value| {
        let mut says = chart["says"].as_array().unwrap().iter();
        says.find(|one| one["says"] == "runChart").cloned()
    };
    team.measured(&ana, 0, &[1.0, 9.0, 1.0, 9.0, 1.0, 9.0, 1.0, 9.0, 1.0]);
    assert_eq!(on_the_median(&team.chart(&ana)), None);
    team.measured(&ana, 9, &[9.0, 1.0]);
    let steady = on_the_median(&team.chart(&ana));
    assert_eq!(steady, None, "of eleven values six lie on the median");
    team.measured(&ana, 11, &[9.0]);
    let steady = on_the_median(&team.chart(&ana)).unwrap();
    assert_eq!(
        (&steady["median"], &steady["shift"], &steady["crossings"]),
        (&json!(5.0), &json!(false), &json!(11))
    );
    team.measured(&ana, 12, &[20.0; 12]);
    let shifted = on_the_median(&team.chart(&ana)).unwrap();
    assert_eq!(shifted["shift"], true, "{shifted}");
}
