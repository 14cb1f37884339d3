//! The numbers of a metric one by one: read by pages, corrected, removed, restored.

use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

fn values(page: &Value, list: &str) -> Vec<f64> {
    let rows = page[list].as_array().unwrap().iter();
    rows.map(|row| row["value"].as_f64().unwrap()).collect()
}

fn page(person: &Person, metric: &str, more: Value) -> Value {
    let mut request = json!({ "metricId": metric });
    request
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    person.reads("observations_get", request)
}

#[test]
fn the_newest_day_comes_first_and_of_one_day_the_later_written() {
    let (_place, ana) = Place::with_ana();
    let metric = Storyboard::made_by(&ana).metric;
    let older = json!([{ "value": 50.0, "observedOn": "2026-01-05" }, { "value": 49.0, "observedOn": "2026-01-12" }]);
    ana.does(
        "observation_add",
        json!({ "metricId": metric, "observations": older }),
    );
    let all = page(&ana, &metric, json!({}));
    assert_eq!(values(&all, "observations"), [40.0, 41.5, 49.0, 50.0]);
    assert_eq!((&all["total"], &all["offset"]), (&json!(4), &json!(0)));
    let second = page(&ana, &metric, json!({ "offset": 2, "limit": 1 }));
    assert_eq!(values(&second, "observations"), [49.0]);
    assert_eq!(
        (&second["total"], &second["offset"]),
        (&json!(4), &json!(2))
    );
    let none = page(&ana, &metric, json!({ "offset": -3, "limit": 0 }));
    assert_eq!(values(&none, "observations"), [40.0]);
}

#[test]
fn a_single_number_is_corrected_removed_and_restored() {
    let (_place, ana) = Place::with_ana();
    let storyboard = Storyboard::made_by(&ana);
    let (metric, number) = (&storyboard.metric, &storyboard.observation);
    ana.edits(number, "value", 42.5, &ana.sees(number, "value"));
    assert_eq!(
        values(&page(&ana, metric, json!({})), "observations"),
        [40.0, 42.5]
    );
    ana.does("observation_remove", json!({ "id": number }));
    let without = page(&ana, metric, json!({}));
    assert_eq!(values(&without, "observations"), [40.0]);
    assert_eq!(values(&without, "removed"), [42.5]);
    ana.does("observation_restore", json!({ "id": number }));
    let again = page(&ana, metric, json!({}));
    assert_eq!(values(&again, "observations"), [40.0, 42.5]);
    assert_eq!(values(&again, "removed"), Vec::<f64>::new());
}
