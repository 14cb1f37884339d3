//! What stands below each other in a column of a form: measured first, placed later, so that a form
//! can be laid out anew until everything fits.

use kata_wire::CoreError;

use crate::report::pdf::page::{Mark, Pages, Part, Style};
use crate::report::pdf::wrap::{LEADING, Line, Wrap};

/// How texts are set.
pub struct Type {
    /// The widths of letters.
    pub wrap: Wrap,
    /// Sizes are multiplied by it.
    pub scale: f32,
    /// Lines that a text has at most.
    pub most: usize,
    /// What stands in the place of the lines that have no room.
    pub rest: String,
}

/// What stands below each other.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// How much room it takes.
    pub height: f32,
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    top: f32,
    height: f32,
    part: Part,
    marks: Vec<Mark>,
}

impl Type {
    /// As it was meant, with all lines.
    ///
    /// # Errors
    /// When the font cannot be read.
    pub fn new(rest: String) -> Result<Type, CoreError> {
        Ok(Type {
            wrap: Wrap::new()?,
            scale: 1.0,
            most: usize::MAX,
            rest,
        })
    }

    /// A style at its scale.
    pub fn style(&self, size: f32, bold: bool, grey: bool) -> Style {
        Style {
            size: size * self.scale,
            bold,
            grey,
        }
    }

    fn lines(&self, text: &str, style: Style, width: f32) -> Vec<Line> {
        let mut lines = self.wrap.lines(text, style, width);
        if lines.len() > self.most {
            lines.truncate(self.most.saturating_sub(1));
            let rest = self.wrap.lines(&self.rest, style, width);
            lines.extend(rest.into_iter().take(1));
        }
        lines
    }
}

impl Column {
    /// A text that people wrote.
    pub fn text(&mut self, set: &Type, text: &str, style: Style, width: f32) {
        self.lines(set, text, style, width, &Part::Text);
    }

    /// A heading.
    pub fn heading(&mut self, set: &Type, text: &str, style: Style, width: f32) {
        self.lines(set, text, style, width, &Part::Heading(2));
    }

    fn lines(&mut self, set: &Type, text: &str, style: Style, width: f32, part: &Part) {
        for line in set.lines(text, style, width) {
            let marks = line.into_iter().map(|piece| Mark::Text {
                at: (piece.x, style.size),
                style: Style {
                    bold: piece.bold,
                    ..style
                },
                text: piece.text,
                part: 0,
            });
            self.push(style.size * LEADING, part.clone(), marks.collect());
        }
    }

    /// White.
    pub fn gap(&mut self, height: f32) {
        self.height += height;
    }

    /// A picture with what it says.
    pub fn picture(&mut self, svg: String, (width, height): (f32, f32), says: &str) {
        let mark = Mark::Picture {
            at: (0.0, 0.0),
            width,
            svg,
            part: 0,
        };
        self.push(height, Part::Figure(says.to_owned()), vec![mark]);
    }

    /// Another column at a distance from the left, beside what stands here from `top` on.
    pub fn beside(&mut self, x: f32, top: f32, other: Column) {
        for mut row in other.rows {
            row.top += top;
            row.marks.iter_mut().for_each(|mark| moved(mark, x, 0.0));
            self.rows.push(row);
        }
        self.height = self.height.max(top + other.height);
    }

    fn push(&mut self, height: f32, part: Part, marks: Vec<Mark>) {
        self.rows.push(Row {
            top: self.height,
            height,
            part,
            marks,
        });
        self.height += height;
    }

    /// What fits into a height, and what is left.
    pub fn split(self, height: f32) -> (Column, Column) {
        if self.height <= height {
            return (self, Column::default());
        }
        let (mut first, mut rest) = (Column::default(), Column::default());
        let mut cut = None;
        for mut row in self.rows {
            if cut.is_none() && row.top + row.height <= height {
                first.height = first.height.max(row.top + row.height);
                first.rows.push(row);
                continue;
            }
            row.top -= *cut.get_or_insert(row.top);
            rest.height = rest.height.max(row.top + row.height);
            rest.rows.push(row);
        }
        (first, rest)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Puts it on the last page. Rows of one kind that follow each other are one part.
    pub fn place(self, pages: &mut Pages, (x, y): (f32, f32)) {
        let mut last: Option<(Part, usize)> = None;
        for row in self.rows {
            let part = match last.as_ref().filter(|(part, _)| *part == row.part) {
                Some((_, part)) => *part,
                None => pages.part(row.part.clone()),
            };
            last = Some((row.part, part));
            for mut mark in row.marks {
                moved(&mut mark, x, y + row.top);
                belongs(&mut mark, part);
                pages.put(mark);
            }
        }
    }
}

fn moved(mark: &mut Mark, x: f32, y: f32) {
    let (Mark::Text { at, .. } | Mark::Fill { at, .. } | Mark::Picture { at, .. }) = mark;
    *at = (at.0 + x, at.1 + y);
}

fn belongs(mark: &mut Mark, to: usize) {
    if let Mark::Text { part, .. } | Mark::Picture { part, .. } = mark {
        *part = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set() -> Type {
        Type::new("more on the board".to_owned()).unwrap()
    }

    fn texts(column: Column) -> Vec<String> {
        let mut pages = Pages::on(crate::report::pdf::page::Sheet::A6);
        pages.begin();
        column.place(&mut pages, (0.0, 0.0));
        let text = |mark: &Mark| match mark {
            Mark::Text { text, .. } => Some(text.trim().to_owned()),
            _ => None,
        };
        pages.pages[0].iter().filter_map(text).collect()
    }

    #[test]
    fn a_column_is_split_between_lines_and_nothing_is_lost() {
        let set = set();
        let mut column = Column::default();
        let style = set.style(10.0, false, false);
        column.text(&set, "one\ntwo\nthree", style, 100.0);
        let (first, rest) = column.split(2.5 * 10.0 * LEADING);
        assert!(first.height <= 2.5 * 10.0 * LEADING);
        assert_eq!(texts(first), ["one", "two"]);
        assert_eq!(texts(rest), ["three"]);
    }

    #[test]
    fn a_text_without_room_says_where_the_rest_is() {
        let mut set = set();
        set.most = 2;
        let mut column = Column::default();
        let style = set.style(10.0, false, false);
        column.text(&set, "one\ntwo\nthree", style, 200.0);
        assert_eq!(texts(column), ["one", "more on the board"]);
    }
}
