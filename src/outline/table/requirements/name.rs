//! Names of requirements: where rows begin.

use super::super::super::tree::Builder;
use super::layout::{Segment, cells};
use super::place::row_by_place;
use crate::content::patterns::Match;
use crate::passage::Passage;
use crate::repair::quotes::OPENING;
use crate::repair::{RepairedLine, join_cell};

/// Segments that the name of a requirement may be torn into.
const NAME_SEGMENTS: usize = 14;
/// Lines that a name without cells may fill.
const NAME_LINES: usize = 8;
/// Segments that a caption may take up.
const CAPTION_SEGMENTS: usize = 8;

/// What tells that a row begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sign {
    /// One of the names by which such tables call what they require.
    Name,
    /// A label in other words, confirmed by its place.
    Place,
}

/// The beginning of a row.
#[derive(Clone, Debug)]
pub(super) struct RowStart<'a> {
    pub(super) sign: Sign,
    /// What is required.
    pub(super) kind: &'a str,
    /// First segment of the row, its number included.
    pub(super) from: usize,
    /// The number as printed.
    pub(super) number: Option<Passage>,
    /// The name of the requirement.
    pub(super) name: Passage,
    /// Where the content begins: segment, and byte in it.
    pub(super) content: (usize, usize),
}

impl RowStart<'_> {
    /// Whether the row names what it requires, and this is of the kind. A label in other
    /// words takes no place from the row that names it.
    fn names(&self, kind: &str) -> bool {
        self.sign == Sign::Name && self.kind == kind
    }

    /// The segments between the name and the given one.
    pub(super) fn content(&self, segments: &[Segment], end: usize) -> Vec<Segment> {
        let (at, byte) = self.content;
        let mut content: Vec<Segment> = segments.get(at..end).unwrap_or_default().to_vec();
        if let Some(first) = content.first_mut().filter(|_| byte > 0) {
            *first = first.rest_from(byte);
        }
        content.retain(|segment| !segment.words.is_empty());
        content
    }
}

/// The name of a row with what a page has torn off it, and the content without that:
/// a cell of the content with which the name reads as a longer one.
pub(super) fn whole_name(
    row: &RowStart<'_>,
    mut content: Vec<Segment>,
    builder: &Builder<'_>,
) -> (Passage, Vec<Segment>) {
    let mut at = 0;
    let mut torn = None;
    for (nth, cell) in cells(&content).into_iter().enumerate() {
        let rest = joined(cell, builder);
        let mut name = row.name.clone();
        name.push_inserted(" ");
        name.push(&rest);
        let found = builder.lexicon.find("requirement", name.text());
        let is_name = found.is_some_and(|found| {
            found.value == Some(row.kind)
                && found.range.start == 0
                && with_marks(name.text(), found.range.end) == name.text().len()
        });
        if nth > 0 && is_name {
            torn = Some((name, at..at + cell.len()));
            break;
        }
        at += cell.len();
    }
    match torn {
        Some((name, range)) => {
            content.drain(range);
            (name, content)
        }
        None => (row.name.clone(), content),
    }
}

/// Every place where a row may begin, in order.
pub(super) fn find_rows<'a>(segments: &[Segment], builder: &Builder<'a>) -> Vec<RowStart<'a>> {
    let mut rows: Vec<RowStart<'a>> = Vec::new();
    let caption = first_caption(segments, builder);
    let mut at = 0;
    while at < segments.len() {
        match row_at(segments, at, builder) {
            Some(row) => {
                // What only speaks of a requirement that has its row may stand over the
                // next row, and takes nothing away from it.
                let is_new = !rows.iter().any(|known| known.names(row.kind));
                at = if is_new {
                    row.content.0.max(at + 1)
                } else {
                    at + 1
                };
                rows.push(row);
            }
            None => {
                let is_captioned = caption.is_some_and(|caption| caption < at);
                if let Some(row) = row_by_place(segments, at, &rows, is_captioned, builder) {
                    at = row.content.0.max(at + 1);
                    rows.push(row);
                } else {
                    at += 1;
                }
            }
        }
    }
    rows
}

/// The rows of each table. A table names a requirement once: where a name comes
/// again below a caption, the next table begins; elsewhere content speaks.
pub(super) fn group<'a>(
    segments: &[Segment],
    starts: Vec<RowStart<'a>>,
    builder: &Builder<'_>,
) -> Vec<Vec<RowStart<'a>>> {
    let mut tables: Vec<Vec<RowStart<'a>>> = Vec::new();
    for start in starts {
        let Some(rows) = tables.last_mut() else {
            tables.push(vec![start]);
            continue;
        };
        let begins_table = rows
            .last()
            .is_some_and(|last| has_caption(segments, last.content.0..start.from, builder));
        if begins_table {
            tables.push(vec![start]);
        } else if start.kind.is_empty() || !rows.iter().any(|row| row.names(start.kind)) {
            rows.push(start);
        }
    }
    tables
}

fn has_caption(segments: &[Segment], range: std::ops::Range<usize>, builder: &Builder<'_>) -> bool {
    caption_in(segments, range, builder).is_some()
}

/// The segment with which the last caption before a place begins; the place
/// itself where none stands before it.
pub(super) fn caption_before(segments: &[Segment], end: usize, builder: &Builder<'_>) -> usize {
    caption_in(segments, 0..end, builder).unwrap_or(end)
}

/// The segment with which the first caption begins.
fn first_caption(segments: &[Segment], builder: &Builder<'_>) -> Option<usize> {
    (0..segments.len()).find(|at| is_caption(segments, *at, segments.len(), builder))
}

fn caption_in(
    segments: &[Segment],
    range: std::ops::Range<usize>,
    builder: &Builder<'_>,
) -> Option<usize> {
    let end = range.end;
    range
        .rev()
        .find(|at| is_caption(segments, *at, end, builder))
}

fn is_caption(segments: &[Segment], at: usize, end: usize, builder: &Builder<'_>) -> bool {
    let text = segments[at].words.text();
    if !builder.lexicon.says("requirements-caption-start", text) {
        return false;
    }
    let end = end.min(at + CAPTION_SEGMENTS);
    (at + 1..=end).any(|to| {
        let caption = joined(&segments[at..to], builder);
        builder.lexicon.says("requirements-caption", caption.text())
    })
}

fn row_at<'a>(segments: &[Segment], at: usize, builder: &Builder<'a>) -> Option<RowStart<'a>> {
    let (number, name_at, byte) = number_at(segments, at);
    let first = segments.get(name_at)?.rest_from(byte);
    if !first.words.text().starts_with(char::is_uppercase)
        || !builder
            .lexicon
            .says("requirement-start", first.words.text())
    {
        return None;
    }
    let cell_end = cell_end(segments, at, name_at);
    let window_end = cell_end
        .unwrap_or(segments.len())
        .min(name_at + NAME_SEGMENTS);
    let mut window = vec![first];
    window.extend_from_slice(segments.get(name_at + 1..window_end)?);
    let words = match cell_end {
        Some(_) => joined(&window, builder),
        None => own_lines(&window, builder).unwrap_or_else(|| joined(&window, builder)),
    };
    let Match { range, value, .. } = builder.lexicon.find("requirement", words.text())?;
    if range.start > 0 {
        return None;
    }
    // The title in quotes confirms the row that names the service.
    let names_service =
        value == Some("name") && words.text()[range.end..].trim_start().starts_with(OPENING);
    let (name, content) = match cell_end {
        Some(end) => (words, (end, 0)),
        None => {
            let end = with_marks(words.text(), range.end);
            let place = place_of(&words, end, segments, name_at)?;
            (words.slice(0..end), place)
        }
    };
    let stands_alone = content.1 == 0;
    // A number or a cell of its own confirms a name; a name that fills its lines
    // does where nothing announces that the sentence goes on.
    let is_row = number.is_some()
        || cell_end.is_some()
        || names_service
        || (stands_alone && !name.text().ends_with(['-', '–']));
    is_row.then(|| RowStart {
        sign: Sign::Name,
        kind: value.unwrap_or_default(),
        from: at,
        number,
        name: name.trim(),
        content,
    })
}

/// The words of the lines that a name fills, where it does: what follows in the next
/// line may look as if it went on, as in `График работы` over `Услугодателя – с 9.00`.
fn own_lines(window: &[Segment], builder: &Builder<'_>) -> Option<Passage> {
    let lines = (1..=window.len().min(NAME_LINES)).rev();
    let fills = |words: &Passage| {
        let found = builder.lexicon.find("requirement", words.text());
        found.is_some_and(|found| {
            found.range.start == 0
                && with_marks(words.text(), found.range.end) == words.text().len()
        })
    };
    let begins_anew = |count: &usize| {
        window.get(*count).is_none_or(|next| {
            next.after_blank || !next.words.text().starts_with(char::is_lowercase)
        })
    };
    lines
        .filter(begins_anew)
        .map(|count| joined(&window[..count], builder))
        .find(fills)
}

/// A number before a name: alone, or in the segment of the name.
pub(super) fn number_at(segments: &[Segment], at: usize) -> (Option<Passage>, usize, usize) {
    let words = &segments[at].words;
    let text = words.text();
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if figures == 0 || figures > 2 {
        return (None, at, 0);
    }
    let rest = text[figures..].trim_start_matches(['.', ')']);
    let mark = text.len() - rest.len();
    if rest.trim().is_empty() {
        return (Some(words.clone()), at + 1, 0);
    }
    let byte = text.len() - rest.trim_start().len();
    (Some(words.slice(0..mark)), at, byte)
}

/// Where the layout ends the cell of the name; `None` where cells run together.
pub(super) fn cell_end(segments: &[Segment], at: usize, name_at: usize) -> Option<usize> {
    let is_cell = segments[at].begins_cell || segments[name_at].begins_cell;
    let window = name_at + 1..segments.len().min(name_at + NAME_SEGMENTS);
    let next = window.clone().find(|next| segments[*next].begins_cell);
    next.filter(|next| is_cell || segments[*next].line == segments[name_at].line)
}

/// Marks that end a name belong to it.
fn with_marks(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + rest.len() - rest.trim_start_matches([':', '.', ';', ' ']).len()
}

/// The segment and byte that follow the first `end` bytes of joined words.
fn place_of(
    words: &Passage,
    end: usize,
    segments: &[Segment],
    from: usize,
) -> Option<(usize, usize)> {
    let source = words.span_of(0..end)?.end;
    let (at, segment) = segments
        .iter()
        .enumerate()
        .skip(from)
        .find(|(_, segment)| segment.words.span().is_some_and(|span| span.end >= source))?;
    if segment.words.span()?.end == source {
        return Some((at + 1, 0));
    }
    let text = segment.words.text();
    let byte = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .find(|end| {
            segment
                .words
                .span_of(0..*end)
                .is_some_and(|span| span.end >= source)
        })?;
    Some((at, byte))
}

pub(super) fn joined(segments: &[Segment], builder: &Builder<'_>) -> Passage {
    let lines: Vec<RepairedLine> = segments.iter().map(Segment::as_line).collect();
    join_cell(&lines, builder.vocabulary)
}
