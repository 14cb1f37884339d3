//! What goes to standard output: JSON lines, and texts of a shared file made fit for a terminal.

use std::borrow::Cow;
use std::io::Write;

use serde_json::Value;

use crate::failure::Failure;

/// Prints a value as one line and hands it on at once.
///
/// # Errors
/// When nobody reads on, or it cannot be written.
pub fn line(out: &mut dyn Write, value: &Value) -> Result<(), Failure> {
    writeln!(out, "{value}")?;
    Ok(out.flush()?)
}

/// A text without what would steer a terminal or turn the text around it: a damaged or hostile file
/// can hold such characters, and they must not do anything here.
pub fn tame(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let replaced = |c: char| match c {
        '\n' | '\t' => ' ',
        c if steers(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    Cow::Owned(text.chars().map(replaced).collect())
}

fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(tame("two\nlines"), "two lines");
        assert_eq!(tame("\u{1b}[2Jred\u{202e}"), "\u{fffd}[2Jred\u{fffd}");
        assert!(matches!(tame("Mühe"), Cow::Borrowed("Mühe")));
    }
}
