//! Reports: the same board and the same day give the same bytes, and what people wrote stays text.
//!
//! `KATA_TEST_REPORT=write` writes the report of the sample board anew.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kata_api::{SessionKind, exchange};
use kata_core::job::Job;
use kata_wire::ReportGet;
use serde_json::{Value, json};

use crate::support::{Person, Place, Storyboard};

/// The formats of a report.
const FORMATS: [&str; 3] = ["md", "html", "pdf"];
/// The forms on paper.
const FORMS: [&str; 3] = ["storyboard", "record", "card"];
/// Those of the formats that can be read as text.
const TEXTS: [&str; 2] = ["md", "html"];

/// The sample board, made on a Monday.
fn sample(place: &Place) -> Person {
    let mara = place.newcomer("Mara Lindt", SessionKind::Cli);
    mara.reads(
        "board_create",
        json!({ "path": place.board(), "sample": true }),
    );
    mara
}

fn team(person: &Person, name: &str) -> Value {
    let board = person.reads("board_get", json!({}));
    let teams = board["teams"].as_array().unwrap();
    let team = teams.iter().find(|team| team["name"] == name);
    team.unwrap_or_else(|| panic!("no team {name}"))["id"].clone()
}

fn request(team: &Value, format: &str) -> Value {
    json!({ "teamId": team, "on": "2026-03-09", "utcOffset": 60, "format": format })
}

fn text(made: &Value) -> &str {
    made["text"].as_str().unwrap()
}

#[test]
fn the_sample_board_reads_as_it_was_written_down() {
    let place = Place::new();
    let mara = sample(&place);
    let made = mara.reads("report_get", request(&team(&mara, "Seller Portal"), "md"));
    assert_eq!(made["name"], "Seller Portal 2026-03-09.md");
    is_written_down("seller-portal.md", text(&made));
}

#[test]
fn the_retrospective_of_the_sample_board_reads_as_it_was_written_down() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Platform On-call");
    let all = mara.reads("retrospectives_get", json!({ "teamId": team }));
    let session = &all["past"][0]["retrospective"]["id"];
    let mut wanted = request(&team, "md");
    wanted["retrospectiveId"] = session.clone();
    let made = mara.reads("report_get", wanted.clone());
    assert_eq!(made["name"], "Release flow 2026-03-05.md");
    is_written_down("release-flow.md", text(&made));
    let levels = TEXTS.map(|format| {
        wanted["format"] = json!(format);
        heading_levels(text(&mara.reads("report_get", wanted.clone())))
    });
    assert_eq!(levels[0], levels[1]);
    leave_no_level_out(&levels[0]);
}

/// The levels of the headings of Markdown or HTML, in their order.
fn heading_levels(made: &str) -> Vec<usize> {
    let level = |line: &str| {
        let marks = line.len() - line.trim_start_matches('#').len();
        let tag = || {
            line.split_once("<h")
                .and_then(|(_, rest)| rest.get(..1)?.parse().ok())
        };
        if marks > 0 { Some(marks) } else { tag() }
    };
    made.lines().filter_map(level).collect()
}

/// Below a heading stands none that is two levels deeper.
fn leave_no_level_out(levels: &[usize]) {
    assert_eq!(levels.first(), Some(&1));
    assert!(
        levels.windows(2).all(|two| two[1] <= two[0] + 1),
        "{levels:?}"
    );
}

#[test]
fn the_headings_of_a_report_leave_no_level_out() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Seller Portal");
    let levels =
        TEXTS.map(|format| heading_levels(text(&mara.reads("report_get", request(&team, format)))));
    assert_eq!(levels[0], levels[1]);
    leave_no_level_out(&levels[0]);
    assert_eq!(levels[0].iter().max(), Some(&4));
}

/// A picture in a text stands there as base64; written down it is the text of its SVG, so that what
/// changed in it can be read.
fn with_readable_pictures(made: &str) -> String {
    let mut parts = made.split("data:image/svg+xml;base64,");
    let mut readable = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([')', '"']).unwrap();
        let svg = STANDARD.decode(&part[..end]).unwrap();
        assert_eq!(
            STANDARD.encode(&svg),
            part[..end],
            "another spelling of base64"
        );
        readable += "\n";
        readable += str::from_utf8(&svg).unwrap();
        readable += &part[end..];
    }
    readable
}

/// Compares with what was written down.
fn is_written_down(name: &str, made: &str) {
    let made = with_readable_pictures(made);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/report");
    let path = folder.join(name);
    if std::env::var_os("KATA_TEST_REPORT").is_some_and(|value| value == "write") {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(
        written == made,
        "{name} is not current; write it anew with\n  \
         KATA_TEST_REPORT=write cargo test -p kata-api --test board report"
    );
}

/// The chart of a team's outcome metric.
fn chart(person: &Person, name: &str, format: &str) -> Value {
    let request = json!({ "teamId": team(person, name) });
    let board = person.reads("storyboard_get", request);
    let metric = board["metrics"][0]["metric"]["id"].clone();
    let process = board["focusProcess"]["id"].clone();
    let request = json!({ "metricId": metric, "focusProcessId": process, "format": format });
    person.reads("chart_export", request)
}

#[test]
fn a_chart_is_a_picture_or_its_numbers() {
    let place = Place::new();
    let mara = sample(&place);
    let made = chart(&mara, "Platform On-call", "svg");
    is_written_down("toil.svg", text(&made));
    let made = chart(&mara, "Platform On-call", "png");
    assert_eq!(made, chart(&mara, "Platform On-call", "png"));
    assert!(made["data"].as_str().unwrap().starts_with("iVBORw0K"));
    let made = chart(&mara, "Seller Portal", "csv");
    assert_eq!(made["name"], "Calls per seller per week.csv");
    let first = "date,value,unit,measured by,how,note,lower limit,average,upper limit,signal\r\n2026-01-13,7,calls,Ana Petrov,call log,,";
    assert!(text(&made).starts_with(first), "{made}");
    assert_eq!(text(&made).lines().count(), 9);
}

#[test]
fn a_board_that_is_opened_again_on_another_day_gives_the_same_bytes() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Seller Portal");
    let first = FORMATS.map(|format| mara.reads("report_get", request(&team, format)));
    drop(mara);
    place.days_pass(40);
    let ana = place.person("Ana Petrov");
    let again = FORMATS.map(|format| ana.reads("report_get", request(&team, format)));
    assert!(first == again);
}

/// A form on paper is a PDF, the same for the same board and day, and knows no day of its own.
#[test]
fn a_form_on_paper_is_the_same_each_time() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Seller Portal");
    let form =
        |form: &str| json!({ "teamId": team, "on": "2026-03-09", "utcOffset": 60, "form": form });
    let first = FORMS.map(|name| mara.reads("report_get", form(name)));
    assert_eq!(first[0]["name"], "Seller Portal 2026-03-09 storyboard.pdf");
    drop(mara);
    place.days_pass(40);
    let ana = place.person("Ana Petrov");
    for (made, name) in first.iter().zip(FORMS) {
        assert_eq!(made["mediaType"], "application/pdf");
        assert!(made["data"].as_str().unwrap().starts_with("JVBERi0"));
        assert!(*made == ana.reads("report_get", form(name)), "{name}");
    }
}

#[test]
fn a_team_without_anything_has_a_report_too() {
    let (_place, ana) = Place::with_ana();
    let team = ana
        .does("team_create", json!({ "fields": { "name": "Assembly" } }))
        .id;
    for form in FORMS {
        let made = ana.reads("report_get", json!({ "teamId": team, "form": form }));
        assert!(made["data"].as_str().unwrap().starts_with("JVBERi0"));
    }
    for format in FORMATS {
        let made = ana.reads("report_get", request(&json!(team), format));
        assert!(
            made["name"]
                .as_str()
                .unwrap()
                .starts_with("Assembly 2026-03-09.")
        );
    }
    ana.does(
        "focus_process_create",
        json!({ "teamId": team, "fields": { "name": "Line 3" } }),
    );
    let made = ana.reads("report_get", request(&json!(team), "md"));
    assert!(text(&made).contains("No step was under way in this period."));
}

#[test]
fn a_period_holds_what_was_under_way_in_it() {
    let place = Place::new();
    let mara = sample(&place);
    let mut request = request(&team(&mara, "Seller Portal"), "md");
    let steps = |request: &Value| -> Vec<usize> {
        let made = mara.reads("report_get", request.clone());
        let has = |number: &usize| text(&made).contains(&format!("#### Step {number}: "));
        (1..=6).filter(has).collect()
    };
    assert_eq!(steps(&request), [1, 2, 3, 4, 5, 6]);
    request["to"] = json!("2026-01-25");
    assert_eq!(steps(&request), [1, 2, 3]);
    request["from"] = json!("2026-01-16");
    assert_eq!(steps(&request), [2, 3]);
    request["from"] = json!("2026-02-01");
    assert_eq!(mara.is_refused("report_get", request), "request_invalid");
}

#[test]
fn an_amendment_shows_both_values() {
    let place = Place::new();
    let mara = sample(&place);
    let team = team(&mara, "Seller Portal");
    let process =
        mara.reads("storyboard_get", json!({ "teamId": team }))["focusProcess"]["id"].clone();
    let steps = mara.reads("experiments_get", json!({ "focusProcessId": process }));
    let step = steps["steps"][0]["experiment"]["id"].clone();
    let fields = json!({ "predicted": 2.5, "checkOn": "2026-03-12" });
    mara.does("experiment_edit", json!({ "id": step, "fields": fields }));
    let made = mara.reads("report_get", request(&team, "md"));
    for said in [
        "amended after sealing",
        "sealed: 1.5; written later: 2.5 (Mara Lindt, 9 Mar 2026, 09:00)",
        "written later: Thu 12 Mar 2026",
    ] {
        assert!(text(&made).contains(said), "{said}");
    }
}

/// Text that would be markup, a script or a picture of somebody else's.
const HOSTILE: &str =
    "</svg><script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:b) | `c`";

#[test]
fn what_people_wrote_stays_text_in_every_format() {
    let (_place, ana) = Place::with_ana();
    let team = ana
        .does("team_create", json!({ "fields": { "name": HOSTILE } }))
        .id;
    let name = json!({ "teamId": team, "fields": { "name": HOSTILE, "scope": HOSTILE } });
    let process = ana.does("focus_process_create", name).id;
    let fields = json!({ "name": HOSTILE, "unit": HOSTILE });
    let metric = ana
        .does("metric_create", json!({ "teamId": team, "fields": fields }))
        .id;
    let values = json!([{ "value": 1e300, "observedOn": "2026-03-02" }, { "value": -1e300, "observedOn": "2026-03-03" }]);
    ana.does(
        "observation_add",
        json!({ "metricId": metric, "observations": values }),
    );
    let statement = json!({ "focusProcessId": process, "fields": { "statement": HOSTILE } });
    ana.does("challenge_create", statement);
    let plan = json!({
        "step": HOSTILE, "prediction": HOSTILE, "metricId": metric, "predicted": 4e307,
        "checkOn": "2026-03-09",
    });
    let step = ana
        .does(
            "experiment_create",
            json!({ "focusProcessId": process, "fields": plan }),
        )
        .id;
    ana.does("experiment_seal", json!({ "id": step }));
    let pdf = ana.reads("report_get", request(&json!(team), "pdf"));
    assert!(pdf["data"].as_str().unwrap().starts_with("JVBERi0"));
    for format in TEXTS {
        let made = ana.reads("report_get", request(&json!(team), format));
        let name = made["name"].as_str().unwrap();
        assert!(!name.contains(['/', '<', '|']), "{name}");
        let text = text(&made).to_lowercase();
        for mark in ["<script", "<img", "nan", "inf"] {
            let found = text.find(mark).map(|at| &text[at..]);
            let masked = mark.starts_with('<') && text.contains(&format!("\\{mark}"));
            assert!(found.is_none() || masked, "{format}: {found:?}");
        }
    }
}

#[test]
fn a_very_long_text_is_told_whole() {
    let (_place, ana) = Place::with_ana();
    let team = ana
        .does("team_create", json!({ "fields": { "name": "Assembly" } }))
        .id;
    let process = json!({ "teamId": team, "fields": { "name": "Line 3" } });
    let process = ana.does("focus_process_create", process).id;
    let long = "The line waits each morning until somebody finds the right code. ".repeat(150);
    let fields = json!({ "statement": long.trim(), "why": "x".repeat(5_000) });
    ana.does(
        "challenge_create",
        json!({ "focusProcessId": process, "fields": fields }),
    );
    let pdf = ana.reads("report_get", request(&json!(team), "pdf"));
    assert!(pdf["data"].as_str().unwrap().starts_with("JVBERi0"));
    for format in TEXTS {
        let made = ana.reads("report_get", request(&json!(team), format));
        assert!(text(&made).contains(long.trim()) && text(&made).contains(&"x".repeat(5_000)));
    }
}

#[test]
fn neither_team_nor_process_is_no_report() {
    let (_place, ana) = Place::with_ana();
    assert_eq!(ana.is_refused("report_get", json!({})), "request_invalid");
}

/// Asked to end at its third part, it makes no file.
#[test]
fn a_report_can_be_ended() {
    let place = Place::new();
    let mara = sample(&place);
    let stop = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&stop);
    let job = Job::new(stop, move |progress| {
        assert!(progress.done < 3);
        heard.store(progress.done == 2, Ordering::SeqCst);
    });
    for format in FORMATS {
        let request: ReportGet =
            serde_json::from_value(request(&team(&mara, "Seller Portal"), format)).unwrap();
        let workspace = mara.session.workspace().unwrap();
        let made = exchange::report_of(&mara.session, &workspace, &request, &job);
        assert_eq!(made.unwrap_err().code(), "cancelled");
    }
}

/// A session of one note that nobody put to a topic, held without names.
fn held_without_names(ana: &Person) -> Value {
    let storyboard = Storyboard::made_by(ana);
    let fields = json!({ "title": "A/B <test>", "attribution": "anonymous" });
    let create = json!({ "teamId": storyboard.team, "fields": fields });
    let session = ana.does("retrospective_create", create).id;
    ana.does("retrospective_begin", json!({ "id": session }));
    let seat = ana.does("participant_join", json!({ "retrospectiveId": session }));
    ana.does("retrospective_advance", json!({ "id": session, "to": 2 }));
    let note = json!({ "participantId": seat.id, "prompt": "helped", "text": "*Dry* run | <b>helped</b>" });
    ana.reads("note_write", note);
    ana.does("retrospective_advance", json!({ "id": session, "to": 3 }));
    ana.reads("retrospective_publish", json!({ "id": session }));
    let why = json!({ "id": session, "noStepReason": "We wait for the label team" });
    ana.does("retrospective_close", why);
    json!(session)
}

/// The summary has every note and no writer, in every format the same bytes each time.
#[test]
fn the_summary_of_a_retrospective_has_every_note_and_no_name() {
    let place = Place::new();
    let ana = place.person("Ana Petrov");
    let session = held_without_names(&ana);
    let wanted = |format: &str| json!({ "retrospectiveId": session, "on": "2026-03-09", "utcOffset": 60, "format": format });
    let first = FORMATS.map(|format| ana.reads("report_get", wanted(format)));
    let [markdown, html] = [0, 1].map(|at| text(&first[at]).to_owned());
    assert!(
        markdown.contains(r"\*Dry\* run \| \<b\>helped\</b\>"),
        "{markdown}"
    );
    assert!(
        html.contains("*Dry* run | &lt;b&gt;helped&lt;/b&gt;"),
        "{html}"
    );
    assert!(markdown.contains("We wait for the label team"));
    // She took part and led, and stands in the two lines that say so; nothing says that the note is
    // hers.
    assert_eq!(markdown.matches("Ana Petrov").count(), 2, "{markdown}");
    assert!(first[0]["name"].as_str().unwrap().starts_with("AB test "));
    drop(ana);
    place.days_pass(40);
    let daniel = place.person("Daniel Osei");
    assert!(first == FORMATS.map(|format| daniel.reads("report_get", wanted(format))));
}
