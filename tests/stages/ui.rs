//! The interface's own tests and checks, run by the tools in its package.json.

use std::fs;
use std::path::Path;

use kata_launcher::{Outcome, Problem, Project, node};
use libtest_mimic::{Failed, Trial};
use serde_json::Value;

/// Types, lints and formatting.
pub fn checks(project: &Project) -> Vec<Trial> {
    let check = |name: &str, script: &'static str| {
        let folder = project.ui();
        Trial::test(name, move || {
            super::run(
                node::npm()
                    .args(["run", "--silent", script])
                    .current_dir(folder),
            )
        })
    };
    vec![
        check("ui::svelte-check", "check"),
        check("ui::eslint", "lint"),
        check("ui::stylelint", "lint:css"),
        check("ui::prettier", "format:check"),
    ]
}

/// Runs vitest once; each of its tests becomes a trial that gives its result.
pub fn run(project: &Project) -> Outcome<Vec<Trial>> {
    let report = tempfile::NamedTempFile::new().map_err(|error| Problem::new(error.to_string()))?;
    let output = node::npm()
        .args([
            "run",
            "--silent",
            "test",
            "--",
            "--reporter=json",
            "--outputFile",
        ])
        .arg(report.path())
        .current_dir(project.ui())
        .output()
        .map_err(|error| Problem::new(format!("vitest could not start: {error}")))?;
    let text = fs::read_to_string(report.path()).unwrap_or_default();
    let Ok(report) = serde_json::from_str::<Value>(&text) else {
        let printed = [output.stdout, output.stderr].concat();
        return Err(Problem::new(format!(
            "vitest gave no results\n{}",
            String::from_utf8_lossy(&printed)
        )));
    };
    let trials = trials(&project.ui(), &report);
    // Whatever vitest found wrong outside of a test must not be lost.
    if !output.status.success()
        && report["numFailedTests"] == 0
        && report["numFailedTestSuites"] == 0
    {
        let printed = [output.stdout, output.stderr].concat();
        return Err(Problem::new(String::from_utf8_lossy(&printed).into_owned()));
    }
    Ok(trials)
}

fn trials(folder: &Path, report: &Value) -> Vec<Trial> {
    let files = report["testResults"].as_array().into_iter().flatten();
    files.flat_map(|file| of_file(folder, file)).collect()
}

fn of_file(folder: &Path, file: &Value) -> Vec<Trial> {
    let path = Path::new(text(&file["name"]));
    let path = path.strip_prefix(folder).unwrap_or(path);
    let path = path.strip_prefix("src").unwrap_or(path);
    let path = path.display().to_string();
    let tests = file["assertionResults"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut trials: Vec<Trial> = tests.iter().map(|test| of_test(&path, test)).collect();
    let told = tests.iter().any(|test| test["status"] == "failed");
    if file["status"] == "failed" && !told {
        let reason = text(&file["message"]).to_owned();
        trials.push(Trial::test(format!("ui::{path}"), || {
            Err(Failed::from(reason))
        }));
    }
    trials
}

fn of_test(path: &str, test: &Value) -> Trial {
    let name = format!("ui::{path}::{}", text(&test["fullName"]));
    let status = text(&test["status"]).to_owned();
    let reasons = test["failureMessages"].as_array().into_iter().flatten();
    let reason = reasons.map(text).collect::<Vec<_>>().join("\n");
    let left_out = matches!(status.as_str(), "pending" | "todo" | "skipped" | "disabled");
    Trial::test(name, move || match status.as_str() {
        "passed" => Ok(()),
        _ => Err(Failed::from(reason)),
    })
    .with_ignored_flag(left_out)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
