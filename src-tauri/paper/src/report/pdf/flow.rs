//! Blocks become lines, lines become pages.

use kata_core::job::Job;
use kata_wire::CoreError;

use super::page::{self, Mark, Pages, Part, Sheet, Style};
use super::wrap::{LEADING, Line, Wrap};
use crate::report::document::{Block, Depth, Document, Fact, Figure, STEP, Step, Table};
use crate::words::Words;

const TEXT: Style = style(10.0, false, false);
const SMALL: Style = style(8.5, false, true);
const STATEMENT: Style = style(12.0, false, false);
/// White around what is written.
const MARGIN: f32 = Sheet::A4.margin;
/// Where the last line ends.
const END: f32 = Sheet::A4.end();
/// What is written is so wide.
const MEASURE: f32 = Sheet::A4.measure();
/// White between blocks.
const GAP: f32 = 6.0;
/// Width of labels.
const LABELS: f32 = MEASURE * 0.27;
/// Width of the bar of a step, and white beside it.
const BAR: f32 = 14.0;
const BESIDE_BAR: f32 = 12.0;
/// Width of either side of it.
const SIDE: f32 = (MEASURE - BAR - 2.0 * BESIDE_BAR) / 2.0;

const fn style(size: f32, bold: bool, grey: bool) -> Style {
    Style { size, bold, grey }
}

/// The pages of a document.
///
/// # Errors
/// When the job is to end, or the font cannot be read.
pub fn pages(document: &Document, words: &Words, job: &Job<'_>) -> Result<Pages, CoreError> {
    let mut flow = Flow::new(document.depth())?;
    flow.y += 2.0;
    flow.heading(1, &document.title, 20.0);
    flow.text(&document.subtitle, SMALL);
    for (done, block) in document.blocks.iter().enumerate() {
        job.at(done, document.blocks.len())?;
        flow.follows = document
            .blocks
            .get(done + 1)
            .map_or(0.0, |next| flow.need(next));
        flow.block(block, words);
    }
    Ok(flow.pages)
}

struct Flow {
    wrap: Wrap,
    pages: Pages,
    depth: Depth,
    /// Where the next line begins.
    y: f32,
    /// What the block after this one needs at least: a heading stays with it.
    follows: f32,
}

/// A line of a column: how it looks, and how much lower it stands than its place.
struct Row {
    line: Line,
    style: Style,
    lower: f32,
}

/// Lines of a column.
type Column = Vec<Row>;

impl Flow {
    fn new(depth: Depth) -> Result<Flow, CoreError> {
        let mut pages = Pages::on(Sheet::A4);
        pages.begin();
        Ok(Flow {
            wrap: Wrap::new()?,
            pages,
            depth,
            y: MARGIN,
            follows: 0.0,
        })
    }

    fn block(&mut self, block: &Block, words: &Words) {
        match block {
            Block::Heading { rank: 1, text } => self.process(text),
            Block::Heading { rank: 2, text } => self.part(2, text, 13.0),
            Block::Heading { rank, text } => self.part(*rank, text, 10.5),
            Block::Statement(text) => self.text(text, STATEMENT),
            Block::Paragraph(text) => self.text(text, TEXT),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Step(step) => self.step(step, words),
        }
    }

    /// What of a block is not broken over pages.
    fn need(&self, block: &Block) -> f32 {
        match block {
            Block::Figure(figure) => figure_height(figure) + 34.0,
            Block::Step(step) => self.step_height(step) + 20.0,
            _ => 48.0,
        }
    }

    /// Makes sure that so much fits, if it fits on any page.
    fn room(&mut self, height: f32) {
        if self.y + height > END && self.y > MARGIN {
            self.pages.begin();
            self.y = MARGIN;
        }
    }

    fn line(&mut self, x: f32, line: &Line, style: Style, part: usize) {
        let base = self.y + style.size;
        for piece in line {
            let style = Style {
                bold: piece.bold,
                ..style
            };
            self.pages.put(Mark::Text {
                at: (x + piece.x, base),
                text: piece.text.clone(),
                style,
                part,
            });
        }
    }

    /// A focus process begins under a thick line.
    fn process(&mut self, text: &str) {
        self.y += 14.0;
        self.room(120.0);
        self.rule(2.0, false);
        self.y += 2.0;
        self.heading(self.depth.of(1), text, 16.0);
    }

    fn part(&mut self, rank: u8, text: &str, size: f32) {
        self.y += size * 0.8;
        self.heading(self.depth.of(rank), text, size);
    }

    fn rule(&mut self, height: f32, grey: bool) {
        self.pages.put(Mark::Fill {
            at: (MARGIN, self.y),
            size: (MEASURE, height),
            grey,
        });
        self.y += height + 4.0;
    }

    /// A heading stays with what follows.
    fn heading(&mut self, level: u8, text: &str, size: f32) {
        let style = style(size, true, false);
        self.room(size * LEADING + self.follows.max(48.0));
        let part = self.pages.part(Part::Heading(level.into()));
        self.lines_of(text, style, part);
        self.y += 2.0;
    }

    fn text(&mut self, text: &str, style: Style) {
        let part = self.pages.part(Part::Text);
        self.lines_of(text, style, part);
        self.y += GAP;
    }

    fn lines_of(&mut self, text: &str, style: Style, part: usize) {
        for line in self.wrap.lines(text, style, MEASURE) {
            self.room(style.size * LEADING);
            self.line(MARGIN, &line, style, part);
            self.y += style.size * LEADING;
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let label = self.column(&fact.label, style(9.0, false, true), LABELS - 10.0);
            let text = self.column(&fact.text, TEXT, MEASURE - LABELS);
            self.rows(&[(MARGIN, label), (MARGIN + LABELS, text)]);
            self.y += 2.0;
        }
        self.y += GAP;
    }

    fn column(&self, text: &str, style: Style, width: f32) -> Column {
        let lines = self.wrap.lines(text, style, width);
        let row = |line| Row {
            line,
            style,
            lower: 0.0,
        };
        lines.into_iter().map(row).collect()
    }

    /// Columns side by side, line by line, over as many pages as they need. One part a column.
    fn rows(&mut self, columns: &[(f32, Column)]) {
        let parts: Vec<usize> = columns
            .iter()
            .map(|_| self.pages.part(Part::Text))
            .collect();
        let count = columns.iter().map(|(_, lines)| lines.len()).max();
        for row in 0..count.unwrap_or(0) {
            let height = TEXT.size * LEADING;
            self.room(height);
            for ((x, lines), part) in columns.iter().zip(&parts) {
                if let Some(row) = lines.get(row) {
                    self.line(*x, &row.line, row.style, *part);
                }
            }
            self.y += height;
        }
    }

    fn table(&mut self, table: &Table) {
        let widths = self.widths(table);
        let places: Vec<f32> = (0..widths.len())
            .map(|column| MARGIN + widths[..column].iter().sum::<f32>())
            .collect();
        let head = style(9.0, false, true);
        let rows = std::iter::once((&table.head, head)).chain(table.rows.iter().map(|r| (r, TEXT)));
        for (cells, look) in rows {
            let columns: Vec<(f32, Column)> = cells
                .iter()
                .zip(places.iter().zip(&widths))
                .map(|(cell, (x, width))| (*x, self.column(cell, look, width - 10.0)))
                .collect();
            let lines = columns.iter().map(|(_, lines)| lines.len()).max();
            self.room(lines.unwrap_or(0).min(12) as f32 * TEXT.size * LEADING + 8.0);
            self.rows(&columns);
            self.y += 2.0;
            self.rule(0.5, true);
        }
        self.y += GAP;
    }

    /// Each column gets what its widest cell wants, and all of them together what there is.
    fn widths(&self, table: &Table) -> Vec<f32> {
        let wanted: Vec<f32> = (0..table.head.len())
            .map(|column| {
                let cells = table.rows.iter().chain([&table.head]);
                let lines = cells
                    .filter_map(|row| row.get(column))
                    .flat_map(|c| c.lines());
                let widest = lines.map(|line| self.wrap.width(line, TEXT.size, false));
                widest.fold(20.0, f32::max).min(MEASURE * 0.5) + 14.0
            })
            .collect();
        let share = MEASURE / wanted.iter().sum::<f32>();
        wanted.into_iter().map(|width| width * share).collect()
    }

    fn figure(&mut self, figure: &Figure) {
        let height = figure_height(figure);
        self.room(height + 30.0);
        let part = self.pages.part(Part::Figure(figure.says.clone()));
        self.pages.put(Mark::Picture {
            at: (MARGIN, self.y),
            width: MEASURE,
            svg: figure.svg.clone(),
            part,
        });
        self.y += height + 4.0;
        let caption = format!("**{}.** {}", figure.name.replace('*', ""), figure.says);
        self.text(&caption, SMALL);
    }

    /// Plan, bar and result side by side. A step that fits on a page is not broken.
    fn step(&mut self, step: &Step, words: &Words) {
        self.room(self.step_height(step));
        self.rule(0.5, true);
        let number = [("number", step.number.into())];
        let head = format!(
            "{}: {}",
            words.with("report-step", number),
            step.text.trim()
        );
        let part = self.pages.part(Part::Heading(self.depth.of(STEP).into()));
        self.lines_of(&head, style(10.5, true, false), part);
        self.text(&step.bar, SMALL);
        let (bar, right) = (MARGIN + SIDE + BESIDE_BAR, MEASURE + MARGIN - SIDE);
        let columns = [
            (MARGIN, self.labelled(&step.plan)),
            (right, self.labelled(&step.result)),
        ];
        self.beside_bar(columns, bar, step.sealed);
        if !step.amendments.is_empty() {
            self.follows = 0.0;
            self.part(STEP + 1, &words.plain("report-amendments"), 9.5);
            self.facts(&step.amendments);
        }
        self.y += GAP;
    }

    fn step_height(&self, step: &Step) -> f32 {
        let rows = self
            .labelled(&step.plan)
            .len()
            .max(self.labelled(&step.result).len());
        (rows as f32 * TEXT.size * LEADING + 44.0).min(END - MARGIN)
    }

    /// Labels small over their texts, nearer to them than to what stands above.
    fn labelled(&self, facts: &[Fact]) -> Column {
        let mut column = Column::new();
        for fact in facts {
            let label = self.column(&fact.label, style(8.0, false, true), SIDE);
            column.extend(label.into_iter().map(|row| Row { lower: 3.5, ..row }));
            column.extend(self.column(&fact.text, TEXT, SIDE));
        }
        column
    }

    /// The bar runs from page to page with what stands beside it: solid when sealed, two broken
    /// lines when not.
    fn beside_bar(&mut self, columns: [(f32, Column); 2], bar: f32, sealed: bool) {
        let parts = [self.pages.part(Part::Text), self.pages.part(Part::Text)];
        let rows = columns
            .iter()
            .map(|(_, lines)| lines.len())
            .max()
            .unwrap_or(0);
        let height = TEXT.size * LEADING;
        let mut from = self.y;
        for row in 0..rows {
            let (page, y) = (self.pages.pages.len(), self.y);
            self.room(height);
            if self.pages.pages.len() > page {
                self.bar(page - 1, (bar, from), y, sealed);
                from = self.y;
            }
            for ((x, lines), part) in columns.iter().zip(parts) {
                if let Some(row) = lines.get(row) {
                    self.y += row.lower;
                    self.line(*x, &row.line, row.style, part);
                    self.y -= row.lower;
                }
            }
            self.y += height;
        }
        self.bar(self.pages.pages.len() - 1, (bar, from), self.y, sealed);
    }

    fn bar(&mut self, page: usize, (x, from): (f32, f32), to: f32, sealed: bool) {
        if let Some(page) = self.pages.pages.get_mut(page) {
            page.extend(page::bar((x, from), (BAR, to - from), sealed));
        }
    }
}

/// Pictures are as wide as the text.
fn figure_height(figure: &Figure) -> f32 {
    MEASURE * (figure.size.height / figure.size.width) as f32
}
