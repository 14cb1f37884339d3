//! Breaking text into lines by the widths of its letters.

use kata_wire::CoreError;

use super::page::Style;
use crate::fonts::{REGULAR, SEMIBOLD, Widths};
use crate::report::rich;

/// From one base line to the next, as a multiple of the size.
pub const LEADING: f32 = 1.32;

/// Words of one look on a line, and where they begin.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// From the beginning of the line.
    pub x: f32,
    /// The words, with the blanks between them.
    pub text: String,
    /// Whether they are semibold.
    pub bold: bool,
}

/// A line.
pub type Line = Vec<Piece>;

/// The widths of both weights.
pub struct Wrap {
    regular: Widths,
    semibold: Widths,
}

impl Wrap {
    /// By the fonts that the program carries.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn new() -> Result<Wrap, CoreError> {
        Ok(Wrap {
            regular: Widths::of(REGULAR)?,
            semibold: Widths::of(SEMIBOLD)?,
        })
    }

    /// Width of a text.
    pub fn width(&self, text: &str, size: f32, bold: bool) -> f32 {
        let widths = if bold { &self.semibold } else { &self.regular };
        widths.of_text(text, size)
    }

    /// Which letters can be printed; both weights have the same.
    pub fn letters(&self) -> &Widths {
        &self.regular
    }

    /// The lines of a text that people wrote, no wider than `width` where a word allows.
    pub fn lines(&self, text: &str, style: Style, width: f32) -> Vec<Line> {
        let mut out = Vec::new();
        for line in rich::lines(text) {
            let mut words = Vec::new();
            if !line.mark.is_empty() {
                words.push((line.mark.clone(), style.bold));
            }
            for run in &line.runs {
                let bold = style.bold || run.bold;
                words.extend(
                    run.text
                        .split_inclusive(' ')
                        .map(|word| (word.to_owned(), bold)),
                );
            }
            self.fill(words, style.size, width, &mut out);
        }
        out
    }

    fn fill(&self, words: Vec<(String, bool)>, size: f32, width: f32, out: &mut Vec<Line>) {
        let mut line = Line::new();
        let mut x = 0.0;
        for (word, bold) in words {
            for part in self.parts(&word, size, bold, width) {
                let seen = self.width(part.trim_end(), size, bold);
                if x > 0.0 && x + seen > width {
                    out.push(std::mem::take(&mut line));
                    x = 0.0;
                }
                let wide = self.width(&part, size, bold);
                match line.last_mut().filter(|piece| piece.bold == bold) {
                    Some(piece) => piece.text.push_str(&part),
                    None => line.push(Piece {
                        x,
                        text: part,
                        bold,
                    }),
                }
                x += wide;
            }
        }
        if !line.is_empty() {
            out.push(line);
        }
    }

    /// A word that is wider than the line falls into parts that are not.
    fn parts(&self, word: &str, size: f32, bold: bool, width: f32) -> Vec<String> {
        if self.width(word.trim_end(), size, bold) <= width {
            return vec![word.to_owned()];
        }
        let mut parts = vec![String::new()];
        let mut x = 0.0;
        for c in word.chars() {
            let wide = self.width(c.encode_utf8(&mut [0; 4]), size, bold);
            if x > 0.0 && x + wide > width {
                parts.push(String::new());
                x = 0.0;
            }
            if let Some(part) = parts.last_mut() {
                part.push(c);
            }
            x += wide;
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        size: 10.0,
        bold: false,
        grey: false,
    };

    fn texts(text: &str, width: f32) -> Vec<String> {
        let lines = Wrap::new().unwrap().lines(text, STYLE, width);
        let joined = |line: &Line| line.iter().map(|piece| piece.text.as_str()).collect();
        lines.iter().map(joined).collect()
    }

    #[test]
    fn lines_are_no_wider_than_they_may_be_and_no_letter_is_lost() {
        let text = "The line waits each **morning until** somebody finds the right code, \
                    Donaudampfschifffahrtsgesellschaft";
        let wrap = Wrap::new().unwrap();
        let lines = wrap.lines(text, STYLE, 90.0);
        for line in &lines {
            let last = line.last().unwrap();
            let end = last.x + wrap.width(last.text.trim_end(), 10.0, last.bold);
            assert!(end <= 90.5, "{line:?}");
        }
        let all: String = texts(text, 90.0).concat();
        assert_eq!(all, text.replace("**", ""));
    }

    #[test]
    fn lines_that_people_made_stay() {
        assert_eq!(texts("one\n- two", 200.0), ["one", "• two"]);
        assert!(texts("  \n ", 200.0).is_empty());
    }
}
