//! Tables of requirements: number, name of the requirement, what is required.
//!
//! Acts since 2020 say in such a table what older ones say in points. Exports
//! keep its cells in several ways: behind tabulators or bars, in columns of blanks,
//! between blank lines, or in one run of lines. What stays the same are the
//! names of the requirements, so rows are found by them; numbers and layout only
//! confirm a name.

mod barred;
mod breaks;
mod content;
mod inline;
mod layout;
mod name;
mod place;
mod repeated;

use super::super::model::{Role, Unit};
use super::super::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_cell};
use layout::Segment;
use name::RowStart;

/// Requirements that a table must name for it to be one; a form or a text that
/// names a few of them is none.
const SURE: usize = 4;

/// Reads the content of an annex that shows tables of requirements; `None` for
/// anything else.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    if !may_be(lines, builder) {
        return None;
    }
    let (lines, bars) = barred::part(lines, builder.lexicon);
    let (lines, again) = repeated::part(&lines, builder.lexicon);
    let segments = layout::segments(&lines, builder.lexicon);
    let starts = name::find_rows(&segments, builder);
    let tables = name::group(&segments, starts, builder);
    if !tables.iter().any(|rows| is_sure(rows, &segments, builder)) {
        return None;
    }
    let mut units = Vec::new();
    let mut at = 0;
    for (nth, rows) in tables.iter().enumerate() {
        let first = rows.first().map_or(segments.len(), |row| row.from);
        let end = tables
            .get(nth + 1)
            .and_then(|next| next.first())
            .map_or(segments.len(), |next| {
                name::caption_before(&segments, next.from, builder)
            });
        let head = Head::read(&segments[at..first], builder);
        units.extend(head.before);
        let (children, after) = rows_of(rows, &segments, end, builder);
        let mut table_children = head.header;
        table_children.extend(children);
        units.push(builder.group(Role::Requirements, head.caption, table_children));
        units.extend(after);
        at = end;
    }
    let again = again.into_iter();
    units.extend(again.map(|line| builder.unit(Role::Furniture, line.words.clone())));
    if !bars.is_empty() {
        units.push(builder.unit(Role::Furniture, bars));
    }
    Some(units)
}

/// Whether the lines name a requirement or the table, in one line or in two that
/// narrow cells part.
fn may_be(lines: &[RepairedLine], builder: &Builder<'_>) -> bool {
    let filled = lines.iter().filter(|line| !line.furniture);
    let texts: Vec<&str> = filled.map(|line| line.words.text()).collect();
    let hints = |text: &str| builder.lexicon.says("requirement-hint", text);
    texts.iter().any(|text| hints(text))
        || texts
            .windows(2)
            .filter(|pair| pair.iter().all(|text| !text.is_empty()))
            .any(|pair| hints(&pair.join(" ")))
}

/// Whether a table names enough requirements. Under a caption that says that it lists
/// them, any numbered row names one.
fn is_sure(rows: &[RowStart<'_>], segments: &[Segment], builder: &Builder<'_>) -> bool {
    let told = rows.iter().filter(|row| !["name", ""].contains(&row.kind));
    let numbered = rows.iter().filter(|row| row.number.is_some());
    let is_captioned = || {
        let first = rows.first().map_or(0, |row| row.from);
        name::caption_before(segments, first, builder) < first
    };
    told.count() >= SURE || (numbered.count() >= SURE && is_captioned())
}

/// What stands over the rows: notes and lines, then the caption, notes on the table,
/// then the header.
#[derive(Default)]
struct Head {
    before: Vec<Unit>,
    caption: Passage,
    header: Vec<Unit>,
}

impl Head {
    fn read(segments: &[Segment], builder: &Builder<'_>) -> Self {
        let mut head = Self::default();
        let is_header = |segment: &Segment| {
            let lexicon = builder.lexicon;
            lexicon.says("requirements-header", segment.words.text())
        };
        // A table without a caption begins with its header.
        let caption = match name::caption_before(segments, segments.len(), builder) {
            none if none == segments.len() => segments.iter().position(is_header).unwrap_or(none),
            caption => caption,
        };
        let above = content::paragraphs(&segments[..caption], builder);
        head.before.extend(above.into_iter().map(|words| {
            let role = if builder.lexicon.says("note", words.text()) {
                Role::Note
            } else {
                Role::Line
            };
            builder.unit(role, words)
        }));
        let below = &segments[caption..];
        let header = below.iter().position(is_header).unwrap_or(below.len());
        let above = &below[..header];
        let is_note = |segment: &Segment| builder.lexicon.says("note", segment.words.text());
        let note = above.iter().position(is_note).unwrap_or(header);
        head.caption = join(&above[..note], builder);
        let notes = content::paragraphs(&above[note..], builder).into_iter();
        let notes = notes.map(|words| builder.unit(Role::Note, words));
        head.header.extend(notes);
        let cells: Vec<Unit> = layout::cells(&below[header..])
            .into_iter()
            .map(|cell| builder.unit(Role::Cell, join(cell, builder)))
            .collect();
        if !cells.is_empty() {
            let header = builder.group(Role::Heading, Passage::default(), cells);
            head.header.push(header);
        }
        head
    }
}

/// The rows of a table, and the notes below it.
fn rows_of(
    rows: &[RowStart<'_>],
    segments: &[Segment],
    end: usize,
    builder: &Builder<'_>,
) -> (Vec<Unit>, Vec<Unit>) {
    let ends = rows.iter().skip(1).map(|row| row.from).chain([end]);
    let mut units = Vec::new();
    let mut notes = Vec::new();
    for (row, end) in rows.iter().zip(ends) {
        let (name, content) = name::whole_name(row, row.content(segments, end), builder);
        let mut cells = vec![builder.unit(Role::Cell, name)];
        let (children, below) = content::units(&content, builder);
        notes.extend(below);
        if !children.is_empty() {
            let content = Passage::default();
            cells.push(builder.group(Role::Cell, content, children));
        }
        units.push(builder.row(row.number.clone(), cells));
    }
    (units, notes)
}

fn join(segments: &[Segment], builder: &Builder<'_>) -> Passage {
    let lines: Vec<RepairedLine> = segments.iter().map(Segment::as_line).collect();
    join_cell(&lines, builder.vocabulary)
}
