//! Pages as lists of marks: what stands where, before anything is a PDF. Measures are points, from
//! the upper left corner.

/// Length of a dash of the bar that is not sealed.
const DASH: f32 = 6.0;

/// A sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// White around what is written.
    pub margin: f32,
    /// From its lower edge to the base line of the footer.
    pub foot: f32,
    /// Height of the footer's letters.
    pub small: f32,
}

impl Sheet {
    /// A4 upright.
    pub const A4: Sheet = Sheet::of((595.28, 841.89), 50.0, 34.0, 8.0);
    /// A4 across.
    pub const A4_ACROSS: Sheet = Sheet::of((841.89, 595.28), 34.0, 24.0, 8.0);
    /// A3 across.
    pub const A3_ACROSS: Sheet = Sheet::of((1190.55, 841.89), 34.0, 24.0, 8.5);
    /// A6 upright: a card for the pocket.
    pub const A6: Sheet = Sheet::of((297.64, 419.53), 24.0, 17.0, 6.0);

    const fn of((width, height): (f32, f32), margin: f32, foot: f32, small: f32) -> Sheet {
        Sheet {
            width,
            height,
            margin,
            foot,
            small,
        }
    }

    /// What is written is so wide.
    pub const fn measure(&self) -> f32 {
        self.width - 2.0 * self.margin
    }

    /// Where the last line ends; the footer stands below.
    pub const fn end(&self) -> f32 {
        self.height - self.foot - 3.0 * self.small
    }
}

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

/// The bar between plan and result: solid when sealed, two broken lines when not.
pub fn bar((x, y): (f32, f32), (width, height): (f32, f32), sealed: bool) -> Vec<Mark> {
    let fill = |at, size| Mark::Fill {
        at,
        size,
        grey: false,
    };
    if sealed {
        return vec![fill((x, y), (width, height))];
    }
    let mut marks = Vec::new();
    let mut done = 0.0;
    while done < height {
        let dash = DASH.min(height - done);
        marks.push(fill((x, y + done), (1.0, dash)));
        marks.push(fill((x + width - 1.0, y + done), (1.0, dash)));
        done += DASH * 1.7;
    }
    marks
}

/// What stands on all pages.
#[derive(Debug)]
pub struct Pages {
    /// What they are printed on.
    pub sheet: Sheet,
    /// The marks of each page.
    pub pages: Vec<Vec<Mark>>,
    /// The parts in reading order; marks name them by their place.
    pub parts: Vec<Part>,
}

impl Pages {
    /// None yet.
    pub fn on(sheet: Sheet) -> Pages {
        Pages {
            sheet,
            pages: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Begins a page.
    pub fn begin(&mut self) {
        self.pages.push(Vec::new());
    }

    /// Begins a part; marks belong to it by the answer.
    pub fn part(&mut self, part: Part) -> usize {
        self.parts.push(part);
        self.parts.len() - 1
    }

    /// Puts a mark on the last page.
    pub fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }
}
