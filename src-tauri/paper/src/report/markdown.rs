//! A report as Markdown, one file: the charts lie in it as pictures in `data:` addresses, so that
//! the file can be sent on alone.
//!
//! Whatever people wrote is text: every character that would be markup is escaped.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kata_core::job::Job;
use kata_wire::CoreError;

use super::document::{Block, Depth, Document, Fact, Figure, STEP, Step, Table};
use super::rich::{self, Line};
use crate::words::Words;

/// The file.
///
/// # Errors
/// When the job is to end.
pub fn write(document: &Document, words: &Words, job: &Job<'_>) -> Result<String, CoreError> {
    let mut out = format!(
        "# {}\n\n{}\n",
        line(&document.title),
        line(&document.subtitle)
    );
    let depth = document.depth();
    for (done, block) in document.blocks.iter().enumerate() {
        job.at(done, document.blocks.len())?;
        out.push('\n');
        out.push_str(&write_block(block, depth, words));
    }
    out.push_str(&format!("\n---\n\n{}\n", line(&document.footer)));
    Ok(out)
}

fn write_block(block: &Block, depth: Depth, words: &Words) -> String {
    match block {
        Block::Heading { rank, text } => {
            let marks = "#".repeat(depth.of(*rank).into());
            format!("{marks} {}\n", line(text))
        }
        Block::Statement(text) => format!("> {}\n", lines(text, "> ")),
        Block::Paragraph(text) => format!("{}\n", lines(text, "")),
        Block::Facts(facts) => write_facts(facts),
        Block::Table(table) => write_table(table),
        Block::Figure(figure) => write_figure(figure),
        Block::Step(step) => write_step(step, depth, words),
    }
}

fn write_facts(facts: &[Fact]) -> String {
    let fact = |fact: &Fact| format!("- **{}:** {}\n", line(&fact.label), lines(&fact.text, "  "));
    facts.iter().map(fact).collect()
}

fn write_table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| lines_in_cell(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = vec!["---".to_owned(); table.head.len()].join(" | ");
    let rows: String = table.rows.iter().map(|cells| row(cells)).collect();
    format!("{}| {rule} |\n{rows}", row(&table.head))
}

/// The sentence stands below too: a reader may show no pictures of this kind.
fn write_figure(figure: &Figure) -> String {
    let data = STANDARD.encode(&figure.svg);
    let (name, says) = (line(&figure.name), line(&figure.says));
    format!("![{name}](data:image/svg+xml;base64,{data})\n\n**{name}.** {says}\n")
}

fn write_step(step: &Step, depth: Depth, words: &Words) -> String {
    let number = [("number", step.number.into())];
    let head = words.with("report-step", number);
    let marks = "#".repeat(depth.of(STEP).into());
    let mut out = format!("{marks} {}: {}\n\n", line(&head), line(&step.text));
    out.push_str(&write_facts(&step.plan));
    out.push_str(&format!("\n**{}**\n", line(&step.bar)));
    for (id, facts) in [
        ("report-amendments", &step.amendments),
        ("report-result", &step.result),
    ] {
        if !facts.is_empty() {
            out.push_str(&format!("\n{}:\n\n{}", words.plain(id), write_facts(facts)));
        }
    }
    out
}

/// A text on one line.
fn line(text: &str) -> String {
    escape(&rich::plain(text))
}

/// A text with its lines; `indent` keeps them in the list or the quotation that they belong to. The
/// two spaces at an end keep the break.
fn lines(text: &str, indent: &str) -> String {
    joined(text, &format!("  \n{indent}"))
}

fn lines_in_cell(text: &str) -> String {
    joined(text, "<br>")
}

fn joined(text: &str, between: &str) -> String {
    let lines: Vec<String> = rich::lines(text).iter().map(rich_line).collect();
    lines.join(between)
}

fn rich_line(line: &Line) -> String {
    let mut out = escape(&line.mark);
    for run in &line.runs {
        let text = escape(&run.text);
        out.push_str(&if run.bold {
            format!("**{text}**")
        } else {
            text
        });
    }
    out
}

/// Every character of ASCII punctuation that could begin markup gets a backslash; so does what
/// would make a list or a heading of a line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let list = list_mark(text);
    for (i, c) in text.char_indices() {
        if Some(i) == list || r"\`*_[]<>|~&$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where the mark stands that would make a list, a heading or a rule of the line.
fn list_mark(text: &str) -> Option<usize> {
    if text.starts_with(['-', '#', '=']) || text.starts_with("+ ") {
        return Some(0);
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let marked = rest.starts_with(['.', ')']) && rest[1..].starts_with([' ']);
    (digits > 0 && marked).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_never_markup() {
        for (text, written) in [
            ("a *b* <script>", "a \\*b\\* \\<script\\>"),
            ("a **b** c", "a b c"),
            ("[x](y)", "\\[x\\](y)"),
            ("# no heading", "\\# no heading"),
            ("-- no list", "\\-- no list"),
            ("123. no list", "123\\. no list"),
            ("12 of 40", "12 of 40"),
            ("1.5 calls", "1.5 calls"),
            ("+3 calls", "+3 calls"),
            ("a | b", "a \\| b"),
            ("&lt;", "\\&lt;"),
        ] {
            assert_eq!(line(text), written);
        }
    }

    #[test]
    fn lines_stay_in_their_list() {
        assert_eq!(lines("one\n\n- two", "  "), "one  \n  • two");
        assert_eq!(lines("**one** two", ""), "**one** two");
        assert_eq!(lines_in_cell("one\ntwo"), "one<br>two");
    }
}
