//! An attachment of an act: heading, chapters, points, items, annexes.

use std::ops::Range;

use super::body_table::{self, Part};
use super::marker::{Marker, MarkerKind, find_marker};
use super::model::{Role, Unit};
use super::paragraph::{Paragraph, is_finished, is_indented};
use super::table::parse_tables;
use super::tree::Builder;
use super::zone::find_annex_labels;
use crate::passage::Passage;
use crate::repair::{RepairedLine, cuts_word, join_cell, join_prose, quotes};

/// The longest heading of a chapter, in characters.
const CHAPTER: usize = 300;

/// Reads the lines from the end of a stamp to the next stamp.
#[must_use]
pub fn parse_attachment(lines: &[RepairedLine], builder: &Builder<'_>) -> Unit {
    let heading_end = heading_end(lines, builder);
    let heading_end = title_end(&lines[..heading_end], builder).unwrap_or(heading_end);
    let (heading, rest) = split_glued_chapter(&join(&lines[..heading_end], builder), builder);
    let role = if builder.lexicon.says("service-title", heading.text()) {
        Role::Service
    } else {
        Role::Attachment
    };
    let mut unit = builder.unit(role, heading);
    let body = &lines[heading_end..];
    let labels = find_annex_labels(body, builder);
    let body_end = labels.first().map_or(body.len(), |label| label.start);
    let glued = (!rest.is_empty()).then_some(Part::Paragraph(Paragraph {
        words: rest,
        indented: false,
    }));
    let parts = body_table::parts(&body[..body_end], builder);
    unit.children = body_units(glued.into_iter().chain(parts), builder);
    unit.children.extend(annexes(body, &labels, builder));
    // Rules of today say in their heading what they order, and in a table what
    // the service is.
    if unit.requirements().next().is_some() || is_help_on_request(&unit, builder) {
        unit.role = Role::Service;
    }
    unit.children.extend(furniture(lines, builder));
    unit
}

/// Entries that are papers of the shortest list that its announcement and they tell to be
/// one of papers.
const PAPERS: usize = 2;

/// Rules on help that people apply for: the heading names the help, and the text
/// lists what to bring for it, or says where that is listed. Rules on the budget of
/// such help list nothing.
fn is_help_on_request(unit: &Unit, builder: &Builder<'_>) -> bool {
    let says = |kind: &str, unit: &Unit| builder.lexicon.says(kind, unit.words.text());
    let says_papers = |part: &Unit| {
        ["documents-heading", "documents-reference"]
            .iter()
            .any(|kind| says(kind, part))
    };
    let lists_papers = |part: &Unit| {
        let papers = part.children.iter();
        let papers = papers.filter(|entry| says("paper-entry", entry)).count();
        papers >= PAPERS && 2 * papers > part.children.len() && says("papers-announced", part)
    };
    says("help-title", unit)
        && unit.walk().any(|part| match part.role {
            Role::Point | Role::Paragraph => says_papers(part) || lists_papers(part),
            _ => false,
        })
}

/// The heading goes on until something that only stands under a heading.
fn heading_end(lines: &[RepairedLine], builder: &Builder<'_>) -> usize {
    let begins_body = |line: &RepairedLine| {
        !line.furniture
            && !line.words.is_empty()
            && (is_indented(line) || begins_unit(line, builder))
    };
    indented_heading_end(lines, builder)
        .or_else(|| lines.iter().position(begins_body))
        .unwrap_or(lines.len())
}

/// The first chapter may have no number: then the heading ends with the title of the
/// service, where that is whole before a blank line and the words behind it begin anew.
fn title_end(heading: &[RepairedLine], builder: &Builder<'_>) -> Option<usize> {
    let is_blank = |line: &RepairedLine| !line.furniture && line.words.is_empty();
    let has_words = |line: &&RepairedLine| !line.furniture && !line.words.is_empty();
    let mut ends = (1..heading.len()).filter(|at| is_blank(&heading[*at]));
    ends.find(|end| {
        let Some(next) = heading[*end..].iter().find(has_words) else {
            return false;
        };
        let title = join(&heading[..*end], builder);
        let text = title.text();
        let found = builder.lexicon.find("service-title", text);
        let is_whole = found
            .and_then(|found| found.slot("title"))
            .is_some_and(|slot| slot.end < text.len() || text.ends_with(quotes::CLOSING));
        is_whole && next.words.text().starts_with(char::is_uppercase)
    })
}

/// Some exports indent the heading like the text under it: then the lines up to a
/// blank one or a number are the heading, where they read as one.
fn indented_heading_end(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<usize> {
    let has_words = |line: &RepairedLine| !line.furniture && !line.words.is_empty();
    let first = lines.iter().position(has_words)?;
    if !is_indented(&lines[first]) {
        return None;
    }
    let ends = |line: &RepairedLine| !has_words(line) || begins_unit(line, builder);
    let length = lines[first..].iter().position(ends);
    let end = length.map_or(lines.len(), |length| first + length);
    let heading = join(&lines[first..end], builder);
    let is_title = builder.lexicon.says("service-title", heading.text());
    is_title.then_some(end)
}

/// True when a line begins with what only stands under a heading: a number, a note.
fn begins_unit(line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let text = line.words.text();
    builder.lexicon.says("note", text)
        || builder.lexicon.says("chapter-number", text)
        || find_marker(text).is_some_and(|marker| marker.kind != MarkerKind::Dash)
}

fn join(lines: &[RepairedLine], builder: &Builder<'_>) -> Passage {
    join_prose(lines, builder.vocabulary)
}

/// Exports glue the first chapter's heading to the title.
fn split_glued_chapter(heading: &Passage, builder: &Builder<'_>) -> (Passage, Passage) {
    let found = builder.lexicon.find("first-chapter", heading.text());
    match found.filter(|found| found.range.start > 0) {
        Some(found) => {
            let title = heading.slice(0..found.range.start).trim();
            let chapter = heading
                .slice(found.range.start..heading.text().len())
                .trim();
            (title, chapter)
        }
        None => (heading.trim(), Passage::default()),
    }
}

/// Where a paragraph belongs, with the numbers seen so far.
#[derive(Default)]
struct Numbering {
    chapter: Option<u32>,
    point: Option<u32>,
    /// The number of the last point as printed.
    printed: String,
    /// Whether the headings of chapters are indented like points.
    indents_chapters: bool,
    /// The last number of a list under a point that is numbered like points.
    list: Option<u32>,
}

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

    /// Whether the last unit is a point that announces a list.
    fn announces_list(&self) -> bool {
        let under_chapter = self.chapter.map(|chapter| &self.units[chapter].children);
        let last = under_chapter.unwrap_or(&self.units).last();
        last.is_some_and(|point| {
            point.role == Role::Point
                && point.children.is_empty()
                && point.words.text().trim_end().ends_with(':')
        })
    }

    /// A note that announces what its next paragraphs say.
    fn open_note(&mut self) -> Option<&mut Unit> {
        let last = self.open_chapter().last_mut()?;
        let announces = last.words.text().ends_with([':', ';']);
        (last.role == Role::Note && announces).then_some(last)
    }
}

impl Numbering {
    fn is_chapter(
        &self,
        paragraph: &Paragraph,
        marker: &Marker<'_>,
        builder: &Builder<'_>,
    ) -> bool {
        let text = paragraph.words.text();
        if builder.lexicon.says("first-chapter", text) {
            return true;
        }
        let next = marker.ordinal() == Some(self.chapter.map_or(1, |chapter| chapter + 1));
        let stands_out = !paragraph.indented || self.indents_chapters;
        next && stands_out && !is_finished(text) && text.chars().count() <= CHAPTER
    }

    /// Whether a number with a full stop counts the entries of a list under a point:
    /// it begins anew behind a colon, or goes on from such an entry, and the entry
    /// begins with a small letter, as no point does.
    fn is_entry(&self, text: &str, marker: &Marker<'_>, body: &Body) -> bool {
        let begins_small = text[marker.len..].starts_with(char::is_lowercase);
        let follows = match self.list {
            Some(last) => marker.ordinal() == Some(last + 1),
            None => marker.ordinal() == Some(1) && body.announces_list(),
        };
        marker.kind == MarkerKind::Point && begins_small && follows
    }

    fn is_point(&self, paragraph: &Paragraph, marker: &Marker<'_>) -> bool {
        match marker.kind {
            MarkerKind::Point => !marker.may_be_time() || marker.follows(&self.printed),
            MarkerKind::BarePoint => {
                paragraph.is_finished() && marker.ordinal() == self.point.map(|point| point + 1)
            }
            MarkerKind::Item | MarkerKind::Dash => false,
        }
    }
}

fn body_units(parts: impl Iterator<Item = Part>, builder: &Builder<'_>) -> Vec<Unit> {
    let mut body = Body::default();
    let mut numbering = Numbering::default();
    for part in parts {
        let paragraph = match &part {
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
            Some(marker) if numbering.is_entry(text, &marker, &body) => {
                numbering.list = marker.ordinal();
                let entry = builder.marked(Role::Item, &paragraph.words, &marker);
                body.open_point().push(entry);
            }
            Some(marker)
                if marker.kind == MarkerKind::Point
                    && numbering.is_chapter(paragraph, &marker, builder) =>
            {
                numbering.indents_chapters |= numbering.chapter.is_none() && paragraph.indented;
                numbering.chapter = marker.ordinal();
                numbering.list = None;
                body.push_chapter(builder.marked(Role::Chapter, &paragraph.words, &marker));
            }
            Some(marker) if numbering.is_point(paragraph, &marker) => {
                numbering.point = marker.ordinal();
                marker.number.clone_into(&mut numbering.printed);
                numbering.list = None;
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

fn annexes(body: &[RepairedLine], labels: &[Range<usize>], builder: &Builder<'_>) -> Vec<Unit> {
    let ends = labels
        .iter()
        .skip(1)
        .map(|label| label.start)
        .chain([body.len()]);
    labels
        .iter()
        .zip(ends)
        .map(|(label, end)| annex(&body[label.clone()], &body[label.end..end], builder))
        .collect()
}

fn annex(label: &[RepairedLine], content: &[RepairedLine], builder: &Builder<'_>) -> Unit {
    let mut unit = builder.unit(Role::Annex, join(label, builder));
    let text = unit.words.text();
    let found = builder.lexicon.find("annex-number", text);
    unit.number = found
        .and_then(|found| found.slot("amount"))
        .map(|range| text[range].to_owned());
    unit.children = parse_tables(content, builder).unwrap_or_else(|| {
        cells(content)
            .into_iter()
            .map(|cell| {
                let words = join_cell(cell, builder.vocabulary);
                builder.unit(role_of_line(&words, builder), words)
            })
            .collect()
    });
    unit
}

/// Forms stand as they are printed; only what the publisher says of them is told
/// apart. A remark of the form itself names no amending act.
fn role_of_line(words: &Passage, builder: &Builder<'_>) -> Role {
    let says = |kind| builder.lexicon.says(kind, words.text());
    if says("note") && says("note-unit") {
        Role::Note
    } else {
        Role::Line
    }
}

/// Lines between blank lines stand together, and those that a word goes on over.
fn cells(lines: &[RepairedLine]) -> Vec<Vec<&RepairedLine>> {
    let mut cells: Vec<Vec<&RepairedLine>> = Vec::new();
    let mut gap = true;
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            gap = true;
            continue;
        }
        match cells.last_mut() {
            Some(cell) if !gap || cell.last().is_some_and(|last| cuts_word(last, line)) => {
                cell.push(line);
            }
            _ => cells.push(vec![line]),
        }
        gap = false;
    }
    cells
}

fn furniture(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Unit> {
    lines
        .iter()
        .filter(|line| line.furniture && !line.words.is_empty())
        .map(|line| builder.unit(Role::Furniture, line.words.clone()))
        .collect()
}
