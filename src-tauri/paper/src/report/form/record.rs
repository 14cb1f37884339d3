//! The experimenting record on A4 across: every step from the first to the newest, and three rows
//! to write in by hand. The numbers of the rows are large, so that a row is found again when it is
//! typed in.

use super::column::{Column, Type};
use super::steps::{self, Grid, Row};
use super::{Board, Text};
use crate::report::pdf::page::{Pages, Sheet};

/// Rows to write in.
const EMPTY: i64 = 3;
/// Height of such a row.
const ROOM: f32 = 74.0;
/// A row that has less room than this on a page begins on the next one.
const LEAST: f32 = 80.0;

/// The pages of all boards.
pub fn pages(boards: &[Board], set: &Type, text: &Text<'_>) -> Pages {
    let mut pages = Pages::on(Sheet::A4_ACROSS);
    for board in boards {
        let mut record = Record {
            pages: &mut pages,
            grid: Grid::new(Sheet::A4_ACROSS, 26.0),
            set,
            text,
            board,
            y: 0.0,
        };
        record.begin();
        for row in steps::rows(&board.steps, set, text, &record.grid) {
            record.row(row);
        }
        record.empty();
    }
    pages
}

struct Record<'r> {
    pages: &'r mut Pages,
    grid: Grid,
    set: &'r Type,
    text: &'r Text<'r>,
    board: &'r Board,
    /// Where the next row begins.
    y: f32,
}

impl Record<'_> {
    /// A page begins with what the record is of, and the heads of its columns.
    fn begin(&mut self) {
        let sheet = self.pages.sheet;
        self.pages.begin();
        let mut title = Column::default();
        let large = self.set.style(14.0, true, false);
        let name = self.text.titled("record", self.board);
        title.heading(self.set, &name, large, sheet.measure());
        title.gap(4.0);
        self.y = sheet.margin + title.height;
        title.place(self.pages, (sheet.margin, sheet.margin));
        self.y = self.grid.heads(self.pages, self.y, self.set, self.text);
    }

    /// A row that does not fit goes on on the next page.
    fn row(&mut self, mut row: Row) {
        let end = self.pages.sheet.end();
        if self.y + row.height().min(LEAST) > end {
            self.begin();
        }
        loop {
            let (first, rest) = row.split(end - self.y - 2.0 * steps::PAD);
            let height = first.height();
            self.grid.row(self.pages, self.y, height, first);
            self.y += height;
            match rest {
                Some(rest) => row = rest,
                None => return,
            }
            self.begin();
        }
    }

    /// The next numbers in grey: they are in pencil until somebody types the step in.
    fn empty(&mut self) {
        let newest = self.board.newest();
        for number in newest + 1..=newest + EMPTY {
            if self.y + ROOM > self.pages.sheet.end() {
                self.begin();
            }
            let row = Row::empty(number, self.set);
            self.grid.row(self.pages, self.y, ROOM, row);
            self.y += ROOM;
        }
    }
}
