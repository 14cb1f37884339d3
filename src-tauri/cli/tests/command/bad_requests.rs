//! Requests that no command takes: a clear code, and the file stays as it is, byte by byte.

use serde_json::{Value, json};

use crate::desk::{BOARD, Desk, Ran};

/// Sends a request as it is; a refusal leaves the file alone. Nobody yet writes on the board of
/// this name: a refused first write makes no person either.
fn refused(desk: &Desk, command: &str, request: &[u8]) -> Value {
    let before = desk.bytes(BOARD);
    let words = [
        "call",
        command,
        "-",
        "--board",
        BOARD,
        "--as",
        "Somebody new",
    ];
    let error = desk.run_with(&words, request).error();
    assert_eq!(desk.bytes(BOARD), before, "{command}");
    error
}

fn code(desk: &Desk, command: &str, request: &Value) -> String {
    let error = refused(desk, command, request.to_string().as_bytes());
    error["code"].as_str().unwrap().to_owned()
}

/// A board with a metric to write numbers for.
fn with_metric() -> (Desk, String) {
    let desk = Desk::with_board();
    let team = desk.team("Payments");
    let made = desk.call(
        "metric_create",
        &json!({ "teamId": team, "fields": { "name": "Lead time" } }),
    );
    let metric = made.answer()["id"].as_str().unwrap().to_owned();
    (desk, metric)
}

#[test]
fn malformed_json() {
    let desk = Desk::with_board();
    let deep = "[".repeat(200_000);
    for request in [
        "",
        " ",
        "{",
        "{\"fields\":}",
        "nonsense",
        "{}{}",
        "\u{feff}{}",
        "{'fields':{}}",
        &deep,
    ] {
        let error = refused(&desk, "team_create", request.as_bytes());
        assert_eq!(error["code"], "request_invalid", "{error}");
    }
    assert_eq!(
        refused(&desk, "team_create", b"{\"fields\":{\"name\":\"\xff\"}}")["code"],
        "request_invalid"
    );
}

#[test]
fn another_shape() {
    let desk = Desk::with_board();
    for request in [
        json!([]),
        json!("text"),
        json!(7),
        json!({}),
        json!({ "fields": null }),
        json!({ "fields": { "name": 7 } }),
        json!({ "fields": { "nme": "X" } }),
        json!({ "fields": { "name": "X" }, "extra": 1 }),
    ] {
        assert_eq!(
            code(&desk, "team_create", &request),
            "request_invalid",
            "{request}"
        );
    }
    let error = refused(&desk, "team_create", br#"{"fields":{"nme":"X"}}"#);
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("fields.nme") && message.contains("`name`"),
        "{message}"
    );
}

#[test]
fn ids_of_nothing() {
    let desk = Desk::with_board();
    let team = desk.team("Payments");
    let nobody = "tea_00000000000000000000000000000000";
    let fields = json!({ "name": "X" });
    for (id, expected) in [
        (nobody, "not_found"),
        ("nonsense", "request_invalid"),
        ("per_00000000000000000000000000000000", "request_invalid"),
        ("", "request_invalid"),
        (
            "tea_\u{e9}0000000000000000000000000000000",
            "request_invalid",
        ),
    ] {
        let request = json!({ "id": id, "fields": fields });
        assert_eq!(code(&desk, "team_edit", &request), expected, "{id}");
    }
    let request = json!({ "id": nobody, "fields": fields }).to_string();
    let error = refused(&desk, "team_edit", request.as_bytes());
    assert_eq!(error["params"]["id"], nobody);
    for id in [
        nobody,
        "nonsense",
        "",
        "tea_",
        "tea_\u{e9}0000000000000000000000000000000",
    ] {
        assert_eq!(
            code(&desk, "team_remove", &json!({ "id": id })),
            "not_found",
            "{id}"
        );
    }
    let request = json!({ "id": team, "fields": fields, "basedOn": { "name": ["nonsense"] } });
    assert_eq!(code(&desk, "team_edit", &request), "request_invalid");
    let request = json!({ "id": team, "fields": fields, "basedOn": { "nme": [] } });
    assert_eq!(code(&desk, "team_edit", &request), "request_invalid");
}

#[test]
fn a_person_of_nothing() {
    let desk = Desk::with_board();
    let before = desk.bytes(BOARD);
    let nobody = "per_00000000000000000000000000000000";
    for (person, expected) in [(nobody, "not_found"), (&"x".repeat(201), "text_too_long")] {
        let ran = desk.call_as(person, "team_create", &json!({ "fields": { "name": "X" } }));
        assert_eq!(ran.code(), expected);
    }
    assert_eq!(desk.bytes(BOARD), before);
}

#[test]
fn texts_that_no_field_takes() {
    let desk = Desk::with_board();
    let name = |text: &str| json!({ "fields": { "name": text } });
    assert_eq!(
        code(&desk, "team_create", &name(&"x".repeat(10 * 1024 * 1024))),
        "text_too_long"
    );
    for text in ["", " ", "\t"] {
        assert_eq!(
            code(&desk, "team_create", &name(text)),
            "field_empty",
            "{text:?}"
        );
    }
    for text in [
        "a\u{0}b",
        "a\u{7}b",
        "a\u{1b}[2Jb",
        "a\u{9b}b",
        "a\u{202e}b",
    ] {
        assert_eq!(
            code(&desk, "team_create", &name(text)),
            "text_control",
            "{text:?}"
        );
    }
}

#[test]
fn dates_that_no_calendar_has() {
    let (desk, metric) = with_metric();
    for (date, expected) in [
        ("99999-01-01", "request_invalid"),
        ("+99999-01-01", "date_out_of_range"),
        ("0000-01-01", "date_out_of_range"),
        ("2201-01-01", "date_out_of_range"),
        ("2026-02-30", "request_invalid"),
        ("2026-13-01", "request_invalid"),
        ("tomorrow", "request_invalid"),
        ("", "request_invalid"),
    ] {
        let request =
            json!({ "metricId": metric, "observations": [{ "value": 1, "observedOn": date }] });
        assert_eq!(code(&desk, "observation_add", &request), expected, "{date}");
    }
}

#[test]
fn numbers_that_are_none() {
    let (desk, metric) = with_metric();
    for value in [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "-1e999",
        "\"1\"",
        "null",
        "01",
        "1,5",
        "0x1",
    ] {
        let request = format!(r#"{{"metricId":"{metric}","observations":[{{"value":{value}}}]}}"#);
        let error = refused(&desk, "observation_add", request.as_bytes());
        assert_eq!(error["code"], "request_invalid", "{value}");
    }
    let sequence = br#"{"after":99999999999999999999}"#;
    assert_eq!(
        refused(&desk, "log_get", sequence)["code"],
        "request_invalid"
    );
}

#[test]
fn one_bad_row_writes_none() {
    let (desk, metric) = with_metric();
    let rows = json!([{ "value": 1 }, { "value": 2, "observedOn": "1066-10-14" }]);
    let request = json!({ "metricId": metric, "observations": rows });
    assert_eq!(
        code(&desk, "observation_add", &request),
        "date_out_of_range"
    );
    let many: Vec<_> = (0..201).map(|value| json!({ "value": value })).collect();
    let request = json!({ "metricId": metric, "observations": many });
    assert_eq!(code(&desk, "observation_add", &request), "too_many");
}

#[test]
fn a_command_of_nothing() {
    let desk = Desk::with_board();
    let error = refused(&desk, "nonsense", b"{}");
    assert_eq!(error["code"], "command_unknown");
    assert_eq!(error["params"]["name"], "nonsense");
}

#[test]
fn a_request_on_the_line_is_the_same() {
    let desk = Desk::with_board();
    let run = |request: &str| desk.run(&["call", "team_create", request, "--board", BOARD]);
    assert_eq!(run("{").code(), "request_invalid");
    assert_eq!(
        run(r#"{"fields":{"name":"a\u0007"}}"#).code(),
        "text_control"
    );
    let missing: Ran = desk.run(&["call", "team_create", "--board", BOARD]);
    assert_eq!(missing.code(), "request_invalid");
    run(r#"{"fields":{"name":"Payments"}}"#).answer();
}
