//! The few marks that people write texts with, as the window reads them: `**bold**`, and a mark of
//! a list at the beginning of a line. Everything else is text.

/// One line of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What stands before it in a list: "• " or "2. "; nothing outside a list.
    pub mark: String,
    /// Its words.
    pub runs: Vec<Run>,
}

/// Words that look the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub bold: bool,
}

/// The lines of a text that have something on them.
pub fn lines(text: &str) -> Vec<Line> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(line).collect()
}

/// A text on one line, without its marks.
pub fn plain(text: &str) -> String {
    let lines: Vec<String> = lines(text).iter().map(Line::text).collect();
    lines.join(" ")
}

impl Line {
    /// The line with its mark, without bold.
    pub fn text(&self) -> String {
        let words: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        format!("{}{words}", self.mark)
    }
}

fn line(text: &str) -> Line {
    let (mark, rest) = mark(text);
    Line {
        mark,
        runs: runs(&rest.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn mark(text: &str) -> (String, &str) {
    for bullet in ["- ", "* ", "• "] {
        if let Some(rest) = text.strip_prefix(bullet) {
            return ("• ".to_owned(), rest);
        }
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    let after = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "));
    match after {
        Some(after) if matches!(digits.len(), 1 | 2) => (format!("{digits}. "), after),
        _ => (String::new(), text),
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, bold, after)) = first_bold(rest) {
        push(&mut runs, before, false);
        push(&mut runs, bold, true);
        rest = after;
    }
    push(&mut runs, rest, false);
    runs
}

fn first_bold(text: &str) -> Option<(&str, &str, &str)> {
    let from = text.find("**")?;
    let inner = &text[from + 2..];
    let length = inner.find('*')?;
    let after = inner[length..].strip_prefix("**")?;
    (length > 0).then_some((&text[..from], &inner[..length], after))
}

fn push(runs: &mut Vec<Run>, text: &str, bold: bool) {
    if !text.is_empty() {
        runs.push(Run {
            text: text.to_owned(),
            bold,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, Vec<(String, bool)>)> {
        let runs = |line: Line| line.runs.into_iter().map(|r| (r.text, r.bold)).collect();
        lines(text)
            .into_iter()
            .map(|line| (line.mark.clone(), runs(line)))
            .collect()
    }

    fn run(text: &str, bold: bool) -> (String, bool) {
        (text.to_owned(), bold)
    }

    #[test]
    fn bold_and_lists_are_read_as_in_the_window() {
        let read = words("wanted **daily** now\n\n- one\n2) two\n12 of 40");
        let none = String::new();
        assert_eq!(
            read,
            [
                (
                    none.clone(),
                    vec![
                        run("wanted ", false),
                        run("daily", true),
                        run(" now", false)
                    ]
                ),
                ("• ".to_owned(), vec![run("one", false)]),
                ("2. ".to_owned(), vec![run("two", false)]),
                (none, vec![run("12 of 40", false)]),
            ]
        );
    }

    #[test]
    fn marks_without_a_partner_are_text() {
        for text in ["a ** b", "****", "**a* b**", "2 * 3"] {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("a **b**\nc"), "a b c");
    }
}
