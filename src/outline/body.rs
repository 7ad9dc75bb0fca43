//! Bodies: the chapters of a text, their points, and what stands under these.

use super::body_table::Part;
use super::marker::{MarkerKind, find_marker};
use super::model::{Role, Unit};
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::tree::Builder;

/// The units of a body while it is read. The places of the last chapter and of
/// the last point under it are kept: looking for them from paragraph to paragraph
/// takes for ever in a text that has none.
#[derive(Default)]
struct Body {
    units: Vec<Unit>,
    chapter: Option<usize>,
    point: Option<usize>,
}

impl Body {
    fn push_chapter(&mut self, chapter: Unit) {
        self.chapter = Some(self.units.len());
        self.point = None;
        self.units.push(chapter);
    }

    fn push_point(&mut self, point: Unit) {
        self.point = Some(self.open_chapter().len());
        self.open_chapter().push(point);
    }

    /// The units under the last chapter, or those before the first one.
    fn open_chapter(&mut self) -> &mut Vec<Unit> {
        match self.chapter {
            Some(chapter) => &mut self.units[chapter].children,
            None => &mut self.units,
        }
    }

    /// The units under the last point, or those under its chapter.
    fn open_point(&mut self) -> &mut Vec<Unit> {
        let point = self.point;
        let chapter = self.open_chapter();
        match point {
            Some(point) => &mut chapter[point].children,
            None => chapter,
        }
    }

    /// Whether the last unit is a point that announces a list, or its last paragraph does.
    fn announces_list(&self) -> bool {
        let under_chapter = self.chapter.map(|chapter| &self.units[chapter].children);
        let point = under_chapter.unwrap_or(&self.units).last();
        let point = point.filter(|point| point.role == Role::Point);
        let last = point.map(|point| point.children.last().unwrap_or(point));
        last.is_some_and(|last| {
            matches!(last.role, Role::Point | Role::Paragraph)
                && last.words.text().trim_end().ends_with(':')
        })
    }

    /// A note that announces what its next paragraphs say.
    fn open_note(&mut self) -> Option<&mut Unit> {
        let last = self.open_chapter().last_mut()?;
        let announces = last.words.text().ends_with([':', ';']);
        (last.role == Role::Note && announces).then_some(last)
    }
}

/// The chapters, points and items of a body.
pub(super) fn units(parts: &[Part], builder: &Builder<'_>) -> Vec<Unit> {
    let mut body = Body::default();
    let mut numbering = Numbering::default();
    for (at, part) in parts.iter().enumerate() {
        let paragraph = match part {
            Part::Paragraph(paragraph) => paragraph,
            Part::Table(table) => {
                body.open_point().push(table.clone());
                continue;
            }
        };
        let text = paragraph.words.text();
        if let Some(note) = body.open_note() {
            note.words.push_inserted(" ");
            note.words.push(&paragraph.words);
            note.lines = note
                .lines
                .cover(builder.unit(Role::Note, paragraph.words.clone()).lines);
            continue;
        }
        if let Some(chapter) = worded_chapter(paragraph, builder) {
            body.push_chapter(chapter);
            continue;
        }
        match find_marker(text) {
            Some(marker)
                if numbering.is_entry(
                    paragraph,
                    &marker,
                    body.announces_list(),
                    &parts[at + 1..],
                    builder,
                ) =>
            {
                numbering.enter_entry(marker.ordinal());
                let entry = builder.marked(Role::Item, &paragraph.words, &marker);
                body.open_point().push(entry);
            }
            Some(marker)
                if marker.kind == MarkerKind::Point
                    && numbering.is_chapter(paragraph, &marker, builder) =>
            {
                numbering.enter_chapter(paragraph, &marker);
                body.push_chapter(builder.marked(Role::Chapter, &paragraph.words, &marker));
            }
            Some(marker) if numbering.is_point(paragraph, &marker) => {
                numbering.enter_point(&marker);
                let point = builder.marked(Role::Point, &paragraph.words, &marker);
                body.push_point(point);
            }
            _ if builder.lexicon.says("note", text) => {
                let note = builder.unit(Role::Note, paragraph.words.clone());
                body.open_chapter().push(note);
            }
            _ => {
                let unit = builder.item_or_paragraph(&paragraph.words);
                body.open_point().push(unit);
            }
        }
    }
    body.units
}

/// `Глава 1.`, `1-тарау.`: the number and the heading behind it.
fn worded_chapter(paragraph: &Paragraph, builder: &Builder<'_>) -> Option<Unit> {
    let text = paragraph.words.text();
    let found = builder.lexicon.find("chapter-number", text)?;
    let number = found.slot("amount").map(|range| text[range].to_owned());
    let heading = paragraph.words.slice(found.range.end..text.len()).trim();
    let mut unit = builder.unit(Role::Chapter, paragraph.words.clone());
    unit.marker = Some(paragraph.words.slice(found.range).trim());
    unit.number = number;
    unit.words = heading;
    Some(unit)
}
