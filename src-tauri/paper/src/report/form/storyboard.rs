//! The storyboard on one A3 across: band, conditions and obstacles, experimenting record. Nothing
//! is clipped: where room runs short, older steps fold first, then the type becomes smaller, and
//! only then long texts say that they go on on the board.

use super::column::{Column, Type};
use super::steps::{self, Grid, Row, hairline};
use super::{Board, Text, cells};
use crate::report::pdf::page::{Pages, Sheet};

/// What the page is printed on.
pub const SHEET: Sheet = Sheet::A3_ACROSS;
/// White beside and above what stands in a cell.
const PAD: (f32, f32) = (9.0, 7.0);
/// Width of the bar.
const BAR: f32 = 30.0;
/// Steps that never fold.
const NEVER_FOLD: usize = 2;
/// Height of a row to write in, at least and at most.
const EMPTY: (f32, f32) = (56.0, 110.0);
/// Rows to write in, at most.
const MOST_EMPTY: usize = 4;
/// Type sizes and lines a text, tried one after the other until everything fits.
const TRIES: [(f32, usize); 9] = [
    (1.0, usize::MAX),
    (0.9, usize::MAX),
    (0.8, usize::MAX),
    (0.8, 12),
    (0.8, 8),
    (0.8, 6),
    (0.8, 4),
    (0.8, 3),
    (0.8, 2),
];

/// A page a board.
pub fn pages(boards: &[Board], mut set: Type, text: &Text<'_>) -> Pages {
    let mut pages = Pages::on(SHEET);
    for board in boards {
        pages.begin();
        layout(board, &mut set, text).place(&mut pages, &set, text, board);
    }
    pages
}

/// The first of the tries that fits the page; the last one where none does.
fn layout(board: &Board, set: &mut Type, text: &Text<'_>) -> Layout {
    let mut layout = None;
    for (scale, most) in TRIES {
        (set.scale, set.most) = (scale, most);
        let tried = Layout::new(board, set, text);
        let fits = tried.room >= 0.0;
        layout = Some(tried);
        if fits {
            break;
        }
    }
    layout.unwrap_or_else(|| Layout::new(board, set, text))
}

/// Everything on the page, measured.
struct Layout {
    title: Column,
    band: Vec<Cell>,
    middle: Vec<Cell>,
    record: Column,
    grid: Grid,
    folded: Column,
    rows: Vec<Row>,
    /// What is left below the last row; less than nothing where it does not fit.
    room: f32,
}

/// What stands beside other cells, and how wide it is with its white.
struct Cell {
    column: Column,
    width: f32,
}

impl Layout {
    fn new(board: &Board, set: &Type, text: &Text<'_>) -> Layout {
        let grid = Grid::new(SHEET, BAR);
        let mut layout = Layout {
            title: cells::title(board, set, text, SHEET.measure()),
            band: beside(&[0.27, 0.53, 0.2], &cells::BAND, (board, set, text)),
            middle: beside(&[0.27, 0.455, 0.275], &cells::MIDDLE, (board, set, text)),
            record: cells::record(board, set, text, SHEET.measure() - 2.0 * PAD.0),
            folded: Column::default(),
            rows: steps::rows(&board.storyboard.steps, set, text, &grid),
            grid,
            room: 0.0,
        };
        layout.fold(board, set, text);
        layout
    }

    /// Folds older steps until the others fit.
    fn fold(&mut self, board: &Board, set: &Type, text: &Text<'_>) {
        let heads = self.title.height
            + high(&self.band)
            + high(&self.middle)
            + self.record.height
            + self.grid.heads_height(set);
        let free = SHEET.end() - SHEET.margin - heads;
        let steps = &board.storyboard.steps;
        let width = SHEET.measure() - 2.0 * PAD.0;
        let mut fold = 0;
        loop {
            self.folded = cells::folded(&steps[..fold], set, text, width);
            let rows: f32 = self.rows[fold..].iter().map(Row::height).sum();
            self.room = free - self.folded.height - rows;
            if self.room >= 0.0 || fold + NEVER_FOLD >= steps.len() {
                break;
            }
            fold += 1;
        }
        self.rows.drain(..fold);
    }

    fn place(self, pages: &mut Pages, set: &Type, text: &Text<'_>, board: &Board) {
        let (left, wide) = (SHEET.margin, SHEET.measure());
        let mut y = SHEET.margin + self.title.height;
        self.title.place(pages, (left, SHEET.margin));
        for cells in [self.band, self.middle] {
            pages.put(hairline((left, y), (wide, 1.0)));
            y = place_beside(pages, cells, y);
        }
        pages.put(hairline((left, y), (wide, 1.0)));
        let below = y + self.record.height;
        self.record.place(pages, (left + PAD.0, y));
        y = self.grid.heads(pages, below, set, text);
        if !self.folded.is_empty() {
            let below = y + self.folded.height;
            self.folded.place(pages, (left + PAD.0, y));
            pages.put(hairline((left, below), (wide, 0.5)));
            y = below;
        }
        for row in self.rows {
            let height = row.height();
            self.grid.row(pages, y, height, row);
            y += height;
        }
        empty(pages, &self.grid, y, (set, board.newest()));
    }
}

/// Rows with the next numbers in grey, as many as there is room for.
fn empty(pages: &mut Pages, grid: &Grid, mut y: f32, (set, newest): (&Type, i64)) {
    let room = SHEET.end() - y;
    let count = ((room / EMPTY.0) as usize).min(MOST_EMPTY);
    let height = (room / count.max(1) as f32).min(EMPTY.1);
    for number in (newest + 1..).take(count) {
        grid.row(pages, y, height, Row::empty(number, set));
        y += height;
    }
}

/// Cells, each with its share of the width.
fn beside(
    shares: &[f32],
    cells: &[cells::Made],
    (board, set, text): (&Board, &Type, &Text<'_>),
) -> Vec<Cell> {
    let made = shares.iter().zip(cells).map(|(share, made)| {
        let width = SHEET.measure() * share;
        Cell {
            column: made(board, set, text, width - 2.0 * PAD.0),
            width,
        }
    });
    made.collect()
}

fn high(cells: &[Cell]) -> f32 {
    let heights = cells.iter().map(|cell| cell.column.height + 2.0 * PAD.1);
    heights.fold(0.0, f32::max)
}

/// Puts cells beside each other with hairlines between; answers where they end.
fn place_beside(pages: &mut Pages, cells: Vec<Cell>, y: f32) -> f32 {
    let height = high(&cells);
    let mut x = SHEET.margin;
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            pages.put(hairline((x, y), (0.5, height)));
        }
        cell.column.place(pages, (x + PAD.0, y + PAD.1));
        x += cell.width;
    }
    y + height
}
