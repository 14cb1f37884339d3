//! A report as a document: what every format can show. Writers know blocks, and nothing of the
//! board.

use crate::chart_svg::Size;

/// A report in the order it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The language, as documents name it.
    pub language: &'static str,
    /// Its title.
    pub title: String,
    /// What it is about, under the title.
    pub subtitle: String,
    /// What stands at the foot of each page, before the number of the page.
    pub footer: String,
    /// "Page 2 of 5", with `{page}` and `{pages}` in the places of the numbers.
    pub page: String,
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading: rank 1 is a focus process, rank 2 a part, rank 3 something in it. A document
    /// about no process begins with rank 2.
    Heading {
        /// 1, 2 or 3.
        rank: u8,
        /// Its text.
        text: String,
    },
    /// What somebody wrote, large: the challenge.
    Statement(String),
    /// A sentence.
    Paragraph(String),
    /// Labelled values.
    Facts(Vec<Fact>),
    /// Rows under heads.
    Table(Table),
    /// A chart.
    Figure(Figure),
    /// A row of the experimenting record.
    Step(Step),
}

/// A label and what stands there. The text may have several lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The text.
    pub text: String,
}

/// Rows under heads.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// One cell a column.
    pub rows: Vec<Vec<String>>,
}

/// A chart as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub name: String,
    /// The SVG.
    pub svg: String,
    /// How large it is drawn.
    pub size: Size,
    /// What it says, in one sentence.
    pub says: String,
}

/// The rank of a step's heading.
pub const STEP: u8 = 3;

/// A row of the experimenting record: plan, bar, result.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number.
    pub number: i64,
    /// The one change.
    pub text: String,
    /// What was planned and expected, as it was sealed.
    pub plan: Vec<Fact>,
    /// What the bar says.
    pub bar: String,
    /// Whether the bar is solid.
    pub sealed: bool,
    /// What happened and what was learned.
    pub result: Vec<Fact>,
    /// What was changed after sealing, with both values.
    pub amendments: Vec<Fact>,
}

impl Document {
    /// How deep the headings of rank 1 would stand; the title stands at 1. Ranks that the document
    /// does not begin with are no level of it, so that none is left out for those who read by
    /// headings.
    pub fn depth(&self) -> Depth {
        let rank = |block: &Block| match block {
            Block::Heading { rank, .. } => Some(*rank),
            _ => None,
        };
        let highest = self.blocks.iter().filter_map(rank).min().unwrap_or(1);
        Depth { highest }
    }

    /// What stands at the foot of a page.
    pub fn page_line(&self, page: usize, pages: usize) -> String {
        self.page
            .replace("{page}", &page.to_string())
            .replace("{pages}", &pages.to_string())
    }
}

/// Where the headings of a document stand below its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Depth {
    highest: u8,
}

impl Depth {
    /// The level of a heading of this rank, as documents count: the title is 1.
    pub fn of(self, rank: u8) -> u8 {
        rank.saturating_sub(self.highest) + 2
    }
}
