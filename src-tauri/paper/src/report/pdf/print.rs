//! Pages become a PDF. Its dates are none and its ids are made from its content.

use std::num::NonZeroU16;

use kata_core::job::Job;
use kata_wire::CoreError;
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
use crate::fonts::{REGULAR, SEMIBOLD, broken, tree};
use crate::report::document::Document;
use crate::unprintable;
use crate::words::Words;

/// The file.
///
/// # Errors
/// When the job is to end, or a picture or a font cannot be read.
pub fn print(
    document: &Document,
    pages: Pages,
    words: &Words,
    job: &Job<'_>,
) -> Result<Vec<u8>, CoreError> {
    let mut pdf = Pdf::new();
    let wrap = Wrap::new()?;
    let mut printer = Printer {
        regular: font(REGULAR)?,
        semibold: font(SEMIBOLD)?,
        foot: foot(document, &pages, &wrap, words),
        wrap,
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

/// What stands at the foot of each page. What could not be printed is told first: the end may have
/// no room.
fn foot(document: &Document, pages: &Pages, wrap: &Wrap, words: &Words) -> String {
    let letters = wrap.letters();
    let missing = |mark: &Mark| match mark {
        Mark::Text { text, .. } => letters.missing(text),
        Mark::Picture { svg, .. } => letters.missing_in(svg),
        Mark::Fill { .. } => 0,
    };
    let on_pages: usize = pages.pages.iter().flatten().map(missing).sum();
    let count = on_pages + letters.missing(&document.footer);
    match unprintable(count, words) {
        Some(said) => format!("{said} · {}", document.footer),
        None => document.footer.clone(),
    }
}

struct Printer {
    regular: Font,
    semibold: Font,
    wrap: Wrap,
    sheet: Sheet,
    /// What stands at the foot of each page, before its number.
    foot: String,
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
                // Who copies or hears it gets what was written.
                let whole = self.wrap.letters().missing(text) > 0;
                let span = SpanTag::empty().with_actual_text(whole.then_some(text));
                let said = surface.start_tagged(ContentTag::Span(span));
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
            &self.wrap.letters().printable(text),
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
        let lines = self.wrap.lines(&self.foot, style, left);
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

#[cfg(test)]
mod tests {
    use super::super::flow;
    use super::*;
    use crate::report::document::Block;

    fn foot_of(text: &str) -> String {
        let document = Document {
            title: "Label 標籤".to_owned(),
            footer: "board.kata".to_owned(),
            blocks: vec![Block::Paragraph(text.to_owned())],
            ..Document::default()
        };
        let words = Words::english();
        let pages = flow::pages(&document, &words, &Job::unwatched()).unwrap();
        foot(&document, &pages, &Wrap::new().unwrap(), &words)
    }

    #[test]
    fn the_foot_tells_how_many_characters_could_not_be_printed() {
        assert_eq!(
            foot_of("Late \u{1f6a2}"),
            "3 characters could not be printed and stand as □ · board.kata"
        );
        assert_eq!(foot_of("On time").split(' ').next(), Some("2"));
    }
}
