//! The rules of accessibility that a program can check.

use serde_json::Value;

use super::Outcome;
use super::app::App;

const LIBRARY: &str = "node_modules/axe-core/axe.min.js";
const PRESENT: &str = "return typeof window.axe === 'object'";
const RUN: &str = "const done = arguments[arguments.length - 1];
    window.axe.run(document).then(
        (result) => done(result.violations.map((violation) => violation.id + ': ' + violation.help + '\\n'
            + violation.nodes.map((node) => '    ' + node.html.slice(0, 200)).join('\\n'))),
        (error) => done([String(error)]))";

impl App {
    /// The page as it is now breaks none of axe's rules.
    pub async fn has_no_axe_violations(&self) -> Outcome {
        self.bring(LIBRARY, PRESENT).await?;
        let answer = self.driver().execute_async(RUN, Vec::new()).await?;
        let found = answer
            .json()
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        if found.is_empty() {
            return Ok(());
        }
        let lines: Vec<&str> = found.iter().filter_map(Value::as_str).collect();
        Err(format!("axe found:\n{}", lines.join("\n")).into())
    }
}
