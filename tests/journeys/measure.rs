//! How long a colleague's change takes to a person's screen, a long chart to be drawn and walked,
//! and the screens of a team to open that has a few of everything, or hundreds.
//!
//! `KATA_MEASURE=1 cargo test -- measure` prints it. Nothing is asserted of the times: they are the
//! machine's. What was measured on a known one stands in `src-tauri/api/benches/README.md`.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use libtest_mimic::Trial;
use serde_json::{Value, json};

use super::beginnings::{self, Sample};
use crate::stages::Programs;
use crate::support::{self, App, Desk, Outcome};

const CHANGES: u64 = 120;
/// Values of the long chart.
const VALUES: u64 = 5_000;
/// Steps and retrospectives that a team has more than the sample: after weeks, and after years.
const FEW: u64 = 6;
const MANY: u64 = 300;
/// The screens of a team, each with what it shows once it is read.
const SCREENS: [(&str, &str); 5] = [
    ("storyboard", ".record [data-step]"),
    ("experiments", ".steps [data-step]"),
    ("retrospectives", ".retrospectives li"),
    ("history", ".history-sheet tbody tr"),
    ("numbers", "[role=dialog] tbody tr, dialog[open] tbody tr"),
];
/// The window's poll of a local file.
const POLL: u64 = 250;
/// Has no divisor in common with the poll: the changes fall on evenly spread moments of it.
const STEP: u64 = 37;

pub fn trials(programs: &Programs) -> Vec<Trial> {
    let [first, second, third] = [programs.clone(), programs.clone(), programs.clone()];
    vec![
        Trial::test("measure::colleague", move || {
            support::run("measure::colleague", &first, colleague)
        }),
        Trial::test("measure::chart", move || {
            support::run("measure::chart", &second, chart)
        }),
        Trial::test("measure::screens", move || {
            support::run("measure::screens", &third, screens)
        }),
    ]
}

/// A chart of 5,000 values: from leaving another screen for it, from the key that shows it instead
/// of its table, and from one that goes to the next value, to the frame after the one with it. The
/// same of 8 values, and with nothing at all, is what the machine takes anyway.
async fn chart(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, (1440, 900)).await?;
    let mara = &sample.mara;
    mara.press("g").await?;
    mara.see("region", "Progress of Seller Portal").await?;
    print_frames(mara, "nothing changes", FRAMES).await?;
    print_frames(mara, "8 values opened", OPENS_CHART).await?;
    print_frames(mara, "8 values drawn", DRAWS_CHART).await?;
    print_frames(mara, "8 values walked", WALKS_CHART).await?;
    long_row(&sample).await?;
    // Those of the sample stand among them.
    mara.read("of 5,008").await?;
    print_frames(mara, "5,000 values opened", OPENS_CHART).await?;
    print_frames(mara, "5,000 values drawn", DRAWS_CHART).await?;
    print_frames(mara, "5,000 values walked", WALKS_CHART).await
}

/// Each screen of a team with a few of everything, then with hundreds: from leaving another screen
/// for it to the frame after the one with its first row.
async fn screens(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, (1440, 900)).await?;
    let mara = &sample.mara;
    mara.press("g").await?;
    mara.see("region", "Progress of Seller Portal").await?;
    for more in [FEW, MANY] {
        a_history(&sample, more).await?;
        for (screen, row) in SCREENS {
            let words = vec![json!(screen), json!(row)];
            let answer = mara.driver().execute_async(OPENS_SCREEN, words).await?;
            let elements = mara
                .run("return document.querySelectorAll('body *').length")
                .await?;
            let what = format!("{screen} with {more} more, {elements} elements");
            print_times(&what, answer.json())?;
        }
    }
    Ok(())
}

/// So many more steps and retrospectives.
async fn a_history(sample: &Sample, count: u64) -> Outcome {
    let storyboard = sample.board().await?;
    let mara = &sample.mara;
    let plan = json!({ "focusProcessId": sample.process, "fields": {
        "step": "Print the code on the card that the seller has at hand already",
        "prediction": "Nobody of the ten asks for the code any more",
        "targetConditionId": storyboard["targetCondition"]["id"],
        "metricId": storyboard["targetCondition"]["outcomeMetricId"],
        "baseline": 5, "predicted": 3, "checkOn": "2026-03-13",
    } });
    for _ in 0..count {
        let step = mara.call("experiment_create", plan.clone()).await?["id"].take();
        mara.call("experiment_seal", json!({ "id": step })).await?;
        mara.call("experiment_finish", json!({ "id": step }))
            .await?;
        let learned = "Whoever had the card in front of them found the code without a call.";
        let fields =
            json!({ "whatHappened": "Two of ten asked.", "learned": learned, "actual": 4 });
        mara.call("experiment_edit", json!({ "id": step, "fields": fields }))
            .await?;
        let closed = json!({ "id": step, "outcome": "refuted" });
        mara.call("experiment_evaluate", closed).await?;
    }
    let session = json!({ "teamId": storyboard["team"]["id"], "fields": {
        "title": "What the month was like", "focusProcessId": sample.process,
    } });
    for _ in 0..count {
        let id = mara.call("retrospective_create", session.clone()).await?["id"].take();
        mara.call("retrospective_begin", json!({ "id": id }))
            .await?;
        let close = json!({ "id": id, "noStepReason": "The running step goes on." });
        mara.call("retrospective_close", close).await?;
    }
    Ok(())
}

/// Prints what a script measured, in milliseconds.
async fn print_frames(app: &App, what: &str, script: &str) -> Outcome {
    let times = app.driver().execute_async(script, Vec::new()).await?;
    print_times(what, times.json())
}

fn print_times(what: &str, times: &Value) -> Outcome {
    let mut times: Vec<f64> = serde_json::from_value(times.clone())?;
    times.sort_by(f64::total_cmp);
    let part = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!(
        "{what}: p50 {:.0} ms, p95 {:.0} ms, longest {:.0} ms",
        part(50),
        part(95),
        part(100),
    );
    Ok(())
}

/// Years of almost daily values, of which the chart shows as many as have room.
async fn long_row(sample: &Sample) -> Outcome {
    let board = sample.board().await?;
    let lines = (0..VALUES).map(|at| {
        // Twelve months of 28 days make a year that needs no calendar.
        let (year, month, day) = (2000 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
        format!("{year}-{month:02}-{day:02},{}\n", 10 + at * 7_919 % 13)
    });
    let request = json!({
        "metricId": board["targetCondition"]["outcomeMetricId"],
        "text": lines.collect::<String>(),
    });
    sample.mara.call("observation_import", request).await?;
    Ok(())
}

/// `kata` writes, in a process of its own; the page tells when that stands on the screen.
async fn colleague(desk: Desk) -> Outcome {
    let sample = beginnings::sample(&desk, (1440, 900)).await?;
    let mut times = Vec::new();
    for number in 0..CHANGES {
        tokio::time::sleep(Duration::from_millis(number * STEP % POLL)).await;
        times.push(change(&sample, &format!("Challenge number {number}.")).await?);
    }
    times.sort_unstable();
    let part = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!(
        "{CHANGES} changes, from commit to screen: p50 {} ms, p95 {} ms, p99 {} ms, longest {} ms",
        part(50),
        part(95),
        part(99),
        part(100),
    );
    Ok(())
}

/// Milliseconds from the writer's commit to the frame after the one with its words.
async fn change(sample: &Sample, words: &str) -> Outcome<i64> {
    let driver = sample.mara.driver();
    driver.execute(WATCH, vec![json!(words)]).await?;
    sample.write_challenge(words).await?;
    let committed = committed(&sample.board)?;
    let shown = driver.execute_async(SHOWN, Vec::new()).await?;
    let shown = shown.json().as_i64().ok_or("the page has no time")?;
    Ok(shown - committed)
}

/// A commit empties the journal; nobody but the writer touches it. Asked of the folder: the files
/// are SQLite's alone to open.
fn committed(board: &Path) -> Outcome<i64> {
    let mut journal = board.as_os_str().to_owned();
    journal.push("-journal");
    let journal = std::fs::metadata(journal)?;
    Ok(journal.mtime() * 1000 + journal.mtime_nsec() / 1_000_000)
}

/// The words are drawn in the frame after they came, and that frame is on the screen at the next.
const WATCH: &str = "const [words] = arguments;
    window.shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
            if (!document.body.textContent.includes(words)) return;
            observer.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    })";
const SHOWN: &str = "const done = arguments[arguments.length - 1];
    window.shown.then(done)";

/// What it takes when nothing changes: as long as two frames are on this machine.
const FRAMES: &str = "const done = arguments[arguments.length - 1];
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    (async () => {
        const times = [];
        for (let turn = 0; turn < 50; turn += 1) {
            const from = performance.now();
            await frame();
            times.push(performance.now() - from);
        }
        return times;
    })().then(done)";
/// Goes from the table to the chart again and again; what a key changes is in the page when it
/// returns.
const DRAWS_CHART: &str = "const done = arguments[arguments.length - 1];
    const key = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 't', bubbles: true }));
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const rest = () => new Promise((next) => setTimeout(next, 300));
    (async () => {
        const times = [];
        for (let turn = 0; turn < 30; turn += 1) {
            key();
            await rest();
            const from = performance.now();
            key();
            await frame();
            times.push(performance.now() - from);
        }
        return times;
    })().then(done)";
/// Goes from the storyboard to the chart again and again, as it is read from the file each time.
const OPENS_CHART: &str = "const done = arguments[arguments.length - 1];
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const there = (sought) => new Promise((next) => {
        const look = () => document.querySelector(sought) && (watch.disconnect(), next());
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true });
        look();
    });
    const progress = location.hash;
    const rest = () => new Promise((next) => setTimeout(next, 300));
    (async () => {
        const times = [];
        for (let turn = 0; turn < 30; turn += 1) {
            location.hash = progress.replace('progress', 'storyboard');
            await there('[data-noun=challenge]');
            await rest();
            const from = performance.now();
            location.hash = progress;
            await there('[role=img][tabindex]');
            await frame();
            times.push(performance.now() - from);
        }
        return times;
    })().then(done)";
const WALKS_CHART: &str = "const done = arguments[arguments.length - 1];
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const chart = document.querySelector('[role=img][tabindex]');
    (async () => {
        const times = [];
        for (let turn = 0; turn < 100; turn += 1) {
            const from = performance.now();
            chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
            await frame();
            times.push(performance.now() - from);
        }
        return times;
    })().then(done)";
/// Goes from the progress screen to another one again and again, as it is read from the file each
/// time. The numbers are a sheet that the storyboard opens.
const OPENS_SCREEN: &str = "const [screen, row, done] = arguments;
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const there = (sought) => new Promise((next) => {
        const look = () => document.querySelector(sought) && (watch.disconnect(), next());
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true });
        look();
    });
    const rest = () => new Promise((next) => setTimeout(next, 150));
    const progress = window.fromHere ??= location.hash;
    const sheet = screen === 'numbers';
    const goes = screen === 'history' ? '#/history' : progress.replace('progress', screen);
    (async () => {
        const times = [];
        for (let turn = 0; turn < 12; turn += 1) {
            location.hash = progress;
            await there('[role=img][tabindex]');
            if (sheet) location.hash = progress.replace('progress', 'storyboard');
            if (sheet) await there('.record [data-step]');
            await rest();
            const from = performance.now();
            if (sheet) document.querySelector('.measured .figure').click();
            else location.hash = goes;
            await there(row);
            await frame();
            times.push(performance.now() - from);
        }
        return times;
    })().then(done)";
