//! Pages become a PDF. Its dates are none and its ids are made from its content.

use std::num::NonZeroU16;

use krilla::Document as Pdf;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, TextDirection};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::page::{Mark, Pages, Part, Sheet, Style};
use super::wrap::{LEADING, Wrap};
use crate::error::CoreError;
use crate::exchange::fonts::{REGULAR, SEMIBOLD, broken, tree};
use crate::exchange::job::Job;
use crate::exchange::report::document::Document;

/// The file.
///
/// # Errors
/// When the job is to end, or a picture or a font cannot be read.
pub fn print(document: &Document, pages: Pages, job: &Job<'_>) -> Result<Vec<u8>, CoreError> {
    let mut pdf = Pdf::new();
    let mut printer = Printer {
        regular: font(REGULAR)?,
        semibold: font(SEMIBOLD)?,
        wrap: Wrap::new()?,
        sheet: pages.sheet,
        said: vec![Vec::new(); pages.parts.len()],
    };
    let count = pages.pages.len();
    for (number, marks) in pages.pages.iter().enumerate() {
        job.at(number, count)?;
        let settings = PageSettings::from_wh(pages.sheet.width, pages.sheet.height)
            .ok_or_else(|| broken("a sheet without a size"))?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        for mark in marks {
            printer.mark(&mut surface, mark)?;
        }
        printer.footer(&mut surface, document, number + 1, count);
        surface.finish();
        page.finish();
    }
    pdf.set_tag_tree(printer.tags(&pages.parts));
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.language.to_owned()),
    );
    pdf.finish().map_err(|error| broken(format!("{error:?}")))
}

fn font(bytes: &'static [u8]) -> Result<Font, CoreError> {
    Font::new(bytes.to_vec().into(), 0).ok_or_else(|| broken("the font of reports"))
}

struct Printer {
    regular: Font,
    semibold: Font,
    wrap: Wrap,
    sheet: Sheet,
    /// What was marked for each part.
    said: Vec<Vec<Identifier>>,
}

impl Printer {
    fn mark(&mut self, surface: &mut Surface<'_>, mark: &Mark) -> Result<(), CoreError> {
        match mark {
            Mark::Text {
                at,
                text,
                style,
                part,
            } => {
                let said = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.text(surface, *at, text, *style);
                surface.end_tagged();
                self.said[*part].push(said);
            }
            Mark::Fill { at, size, grey } => {
                surface.start_tagged(ContentTag::Artifact(Artifact::new(
                    ArtifactType::Other,
                    None,
                )));
                fill(surface, *at, *size, *grey);
                surface.end_tagged();
            }
            Mark::Picture {
                at,
                width,
                svg,
                part,
            } => {
                let said = surface.start_tagged(ContentTag::Other);
                picture(surface, *at, *width, svg)?;
                surface.end_tagged();
                self.said[*part].push(said);
            }
        }
        Ok(())
    }

    fn text(&self, surface: &mut Surface<'_>, (x, y): (f32, f32), text: &str, style: Style) {
        let font = if style.bold {
            &self.semibold
        } else {
            &self.regular
        };
        surface.set_fill(Some(ink(style.grey)));
        let at = Point::from_xy(x, y);
        surface.draw_text(
            at,
            font.clone(),
            style.size,
            text,
            false,
            TextDirection::Auto,
        );
    }

    fn footer(&self, surface: &mut Surface<'_>, document: &Document, page: usize, pages: usize) {
        surface.start_tagged(ContentTag::Artifact(Artifact::new(
            ArtifactType::Other,
            None,
        )));
        let sheet = self.sheet;
        let style = Style {
            size: sheet.small,
            bold: false,
            grey: true,
        };
        let right = document.page_line(page, pages);
        let wide = self.wrap.width(&right, style.size, false);
        let foot = sheet.height - sheet.foot;
        let left = sheet.measure() - wide - 2.0 * style.size;
        let lines = self.wrap.lines(&document.footer, style, left);
        let lines = &lines[..lines.len().min(2)];
        let mut y = foot - (lines.len().max(1) - 1) as f32 * style.size * LEADING;
        let rule = (sheet.margin, y - 1.4 * style.size);
        fill(surface, rule, (sheet.measure(), 0.5), true);
        for line in lines {
            for piece in line {
                self.text(surface, (sheet.margin + piece.x, y), &piece.text, style);
            }
            y += style.size * LEADING;
        }
        let right_at = (sheet.width - sheet.margin - wide, foot);
        self.text(surface, right_at, &right, style);
        surface.end_tagged();
    }

    /// The parts in reading order.
    fn tags(&mut self, parts: &[Part]) -> TagTree {
        let mut tree = TagTree::new();
        for (part, said) in parts.iter().zip(std::mem::take(&mut self.said)) {
            let mut group = match part {
                Part::Heading(level) => {
                    let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                    TagGroup::new(Tag::Hn(level, None))
                }
                Part::Text => TagGroup::new(Tag::P),
                Part::Figure(says) => TagGroup::new(Tag::Figure(Some(says.clone()))),
            };
            said.into_iter().for_each(|said| group.push(said));
            tree.push(group);
        }
        tree
    }
}

fn ink(grey: bool) -> Fill {
    let shade = if grey { 85 } else { 0 };
    Fill {
        paint: rgb::Color::new(shade, shade, shade).into(),
        ..Fill::default()
    }
}

fn fill(surface: &mut Surface<'_>, (x, y): (f32, f32), (width, height): (f32, f32), grey: bool) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(ink(grey)));
        surface.draw_path(&path);
    }
}

fn picture(
    surface: &mut Surface<'_>,
    (x, y): (f32, f32),
    width: f32,
    svg: &str,
) -> Result<(), CoreError> {
    let tree = tree(svg)?;
    let height = width * tree.size().height() / tree.size().width();
    let size = Size::from_wh(width, height).ok_or_else(|| broken("a picture without a size"))?;
    surface.push_transform(&Transform::from_translate(x, y));
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.pop();
    drawn.ok_or_else(|| broken("a picture that cannot be drawn"))
}
