//! A report as one HTML file that needs nothing else: charts stand in it, no script runs in it, and
//! it prints as it looks.

use kata_core::job::Job;
use kata_wire::CoreError;

use super::document::{Block, Depth, Document, Fact, Figure, STEP, Step, Table};
use super::rich::{self, Line};
use crate::chart_svg::escape;
use crate::words::Words;

const STYLE: &str = include_str!("report.css");
/// Nothing is loaded and nothing runs, whatever a text says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The file.
///
/// # Errors
/// When the job is to end.
pub fn write(document: &Document, words: &Words, job: &Job<'_>) -> Result<String, CoreError> {
    let mut body = String::new();
    let depth = document.depth();
    for (done, block) in document.blocks.iter().enumerate() {
        job.at(done, document.blocks.len())?;
        body.push_str(&write_block(block, depth, words));
    }
    let (title, subtitle) = (escape(&document.title), escape(&document.subtitle));
    Ok(format!(
        r#"<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="about">{subtitle}</p>
{body}</main>
<footer>{}</footer>
</body>
</html>
"#,
        document.language,
        escape(&document.footer)
    ))
}

fn write_block(block: &Block, depth: Depth, words: &Words) -> String {
    match block {
        Block::Heading { rank, text } => {
            let level = depth.of(*rank);
            format!(
                "<h{level} class=\"rank-{rank}\">{}</h{level}>\n",
                escape(text)
            )
        }
        Block::Statement(text) => format!("<blockquote>{}</blockquote>\n", lines(text)),
        Block::Paragraph(text) => format!("<p>{}</p>\n", lines(text)),
        Block::Facts(facts) => write_facts(facts),
        Block::Table(table) => write_table(table),
        Block::Figure(figure) => write_figure(figure),
        Block::Step(step) => write_step(step, depth, words),
    }
}

fn write_facts(facts: &[Fact]) -> String {
    let fact = |fact: &Fact| {
        let (label, text) = (escape(&fact.label), lines(&fact.text));
        format!("<dt>{label}</dt><dd>{text}</dd>\n")
    };
    let facts: String = facts.iter().map(fact).collect();
    format!("<dl>\n{facts}</dl>\n")
}

fn write_table(table: &Table) -> String {
    let head: String = table
        .head
        .iter()
        .map(|name| format!("<th scope=\"col\">{}</th>", escape(name)))
        .collect();
    let row = |cells: &Vec<String>| {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<td>{}</td>", lines(cell)))
            .collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!("<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

fn write_figure(figure: &Figure) -> String {
    let (name, says) = (escape(&figure.name), escape(&figure.says));
    format!(
        "<figure>\n{}<figcaption><strong>{name}.</strong> {says}</figcaption>\n</figure>\n",
        figure.svg
    )
}

fn write_step(step: &Step, depth: Depth, words: &Words) -> String {
    let head = words.with("report-step", [("number", step.number.into())]);
    let level = depth.of(STEP);
    let bar = if step.sealed { "bar sealed" } else { "bar" };
    let mut amended = String::new();
    if !step.amendments.is_empty() {
        let name = escape(&words.plain("report-amendments"));
        let level = level + 1;
        let facts = write_facts(&step.amendments);
        amended =
            format!("<section class=\"amended\"><h{level}>{name}</h{level}>\n{facts}</section>\n");
    }
    format!(
        "<article class=\"step\">\n<h{level}>{}: {}</h{level}>\n<section class=\"plan\">\n{}</section>\n\
         <p class=\"{bar}\">{}</p>\n<section class=\"result\">\n{}</section>\n{amended}</article>\n",
        escape(&head),
        lines(&step.text),
        write_facts(&step.plan),
        escape(&step.bar),
        write_facts(&step.result),
    )
}

fn lines(text: &str) -> String {
    let lines: Vec<String> = rich::lines(text).iter().map(line).collect();
    lines.join("<br>")
}

fn line(line: &Line) -> String {
    let mut out = escape(&line.mark);
    for run in &line.runs {
        let text = escape(&run.text);
        out.push_str(&if run.bold {
            format!("<strong>{text}</strong>")
        } else {
            text
        });
    }
    out
}
