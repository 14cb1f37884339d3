//! Pages as lists of marks: what stands where, before anything is a PDF. Measures are points, from the
//! upper left corner.

/// Width of A4.
pub const WIDTH: f32 = 595.28;
/// Height of A4.
pub const HEIGHT: f32 = 841.89;
/// White around what is written.
pub const MARGIN: f32 = 50.0;
/// Where the last line ends; the footer stands below.
pub const END: f32 = HEIGHT - 58.0;
/// What is written is so wide.
pub const MEASURE: f32 = WIDTH - 2.0 * MARGIN;

/// What a group of marks is, for those who hear the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A heading of a level from 1.
    Heading(u16),
    /// Text.
    Text,
    /// A picture with what it says.
    Figure(String),
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Height of the letters.
    pub size: f32,
    /// Whether it is semibold.
    pub bold: bool,
    /// Whether it stands back.
    pub grey: bool,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A text at its base line.
    Text {
        /// Where it begins.
        at: (f32, f32),
        /// Its words.
        text: String,
        /// How it looks.
        style: Style,
        /// The part it belongs to.
        part: usize,
    },
    /// A filled rectangle.
    Fill {
        /// Upper left corner.
        at: (f32, f32),
        /// Width and height.
        size: (f32, f32),
        /// Whether it is a hairline's grey.
        grey: bool,
    },
    /// A picture.
    Picture {
        /// Upper left corner.
        at: (f32, f32),
        /// Width; the height follows.
        width: f32,
        /// The drawing.
        svg: String,
        /// The part it belongs to.
        part: usize,
    },
}

/// What stands on all pages.
#[derive(Debug, Default)]
pub struct Pages {
    /// The marks of each page.
    pub pages: Vec<Vec<Mark>>,
    /// The parts in reading order; marks name them by their place.
    pub parts: Vec<Part>,
}
