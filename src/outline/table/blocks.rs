//! Tables whose cells stand one under the other or in one line, with nothing
//! but blank lines between some of them.

use super::column::{ColumnKind, find_columns};
use super::contact::{awaits_number, begins_with_number};
use super::piece::{Piece, PieceKind, fragments, pieces};
use super::rows::{Draft, rows};
use crate::outline::model::{Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::RepairedLine;

/// Fragments that the caption and the header of a table may take up.
const HEADER: usize = 14;

/// The longest caption, in characters.
const CAPTION: usize = 200;

/// Reads the content of an annex that shows a table of offices; `None` for
/// anything else.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let fragments = fragments(lines, builder);
    let read: Vec<Vec<Piece>> = fragments
        .iter()
        .map(|fragment| pieces(fragment, builder.lexicon))
        .collect();
    let tables = find_tables(&fragments, &read, builder);
    let first = tables.first()?;
    let mut units: Vec<Unit> = fragments[..first.caption]
        .iter()
        .map(|fragment| builder.unit(Role::Line, fragment.clone()))
        .collect();
    let ends = tables.iter().skip(1).map(|table| table.caption);
    let ends = ends.chain([fragments.len()]);
    for (table, end) in tables.iter().zip(ends) {
        units.push(build(
            table,
            &fragments[table.caption..table.rows],
            &read[table.rows..end],
            builder,
        ));
    }
    Some(units)
}

/// Where a table begins: caption, then header, then rows.
struct Start {
    caption: usize,
    header: usize,
    rows: usize,
}

/// A table begins where a header stands over the first name.
fn find_tables(fragments: &[Passage], read: &[Vec<Piece>], builder: &Builder<'_>) -> Vec<Start> {
    let mut tables: Vec<Start> = Vec::new();
    let mut at = 0;
    while at < fragments.len() {
        // Inside a table only a caption opens the next one.
        let may_begin = tables.is_empty()
            || is_caption(&fragments[at], builder) && !begins_with_row(&read[at..]);
        if may_begin && let Some(table) = table_at(at, fragments, read, builder) {
            at = table.rows + 1;
            tables.push(table);
        } else {
            at += 1;
        }
    }
    tables
}

fn is_caption(fragment: &Passage, builder: &Builder<'_>) -> bool {
    let text = fragment.text();
    text.chars().count() <= CAPTION && builder.lexicon.says("office-caption", text)
}

fn table_at(
    at: usize,
    fragments: &[Passage],
    read: &[Vec<Piece>],
    builder: &Builder<'_>,
) -> Option<Start> {
    let window = at..fragments.len().min(at + HEADER);
    let rows = window
        .clone()
        .find(|row| begins_with_row(&read[*row..]))
        .filter(|rows| *rows > at)?;
    let header = if rows - at > 1 { at + 1 } else { at };
    let says = |from: usize| {
        let text: Vec<&str> = fragments[from..rows].iter().map(Passage::text).collect();
        builder.lexicon.says("office-header", &text.join(" "))
    };
    (says(header) || says(at)).then_some(Start {
        caption: at,
        header,
        rows,
    })
}

/// A name, or a number with the name behind it, maybe in the next fragment.
fn begins_with_row(read: &[Vec<Piece>]) -> bool {
    let mut pieces = read.iter().take(2).flatten();
    match pieces.next().map(|piece| piece.kind) {
        Some(PieceKind::Name) => true,
        Some(PieceKind::Number(_)) => pieces
            .next()
            .is_some_and(|piece| matches!(piece.kind, PieceKind::Name)),
        _ => false,
    }
}

fn build(table: &Start, head: &[Passage], read: &[Vec<Piece>], builder: &Builder<'_>) -> Unit {
    let header = table.header - table.caption;
    let caption = head[..header].first().cloned().unwrap_or_default();
    let cells = head[header..]
        .iter()
        .map(|cell| builder.unit(Role::Cell, cell.clone()))
        .collect();
    let mut children = vec![builder.group(Role::Heading, Passage::default(), cells)];
    let read = match names_phones(&head[header..], builder) {
        true => &with_numbers(read, builder)[..],
        false => read,
    };
    for mut draft in rows(read, builder.lexicon) {
        let mut lines = std::mem::take(&mut draft.unread);
        if draft.is_row() {
            children.push(row(draft, builder));
        } else {
            lines.splice(0..0, draft.parts());
        }
        let lines = lines.into_iter();
        children.extend(lines.map(|part| builder.unit(Role::Line, part)));
    }
    builder.group(Role::Table, caption, children)
}

/// Whether a header names a column of phones and none for their codes.
fn names_phones(header: &[Passage], builder: &Builder<'_>) -> bool {
    let cells = header.iter();
    let columns: Vec<_> = cells
        .flat_map(|cell| find_columns(cell.text(), builder.lexicon))
        .map(|column| column.kind)
        .collect();
    columns.contains(&ColumnKind::Phone) && !columns.contains(&ColumnKind::Code)
}

/// The pieces of a table with phones: what begins like a number of one and stands alone is
/// no part of an address.
fn with_numbers(read: &[Vec<Piece>], builder: &Builder<'_>) -> Vec<Vec<Piece>> {
    let mut read = read.to_vec();
    let mut is_open = false;
    for fragment in &mut read {
        if let [only] = fragment.as_mut_slice()
            && only.kind == PieceKind::Text
            && !is_open
            && begins_with_number(only.words.text())
        {
            only.kind = PieceKind::Contact;
        }
        let last = fragment.last().map_or("", |last| last.words.text());
        is_open = awaits_number(last, builder.lexicon);
    }
    read
}

fn row(mut draft: Draft, builder: &Builder<'_>) -> Unit {
    let number = draft.number.take();
    let cells = draft
        .parts()
        .into_iter()
        .map(|part| builder.unit(Role::Cell, part))
        .collect();
    builder.row(number, cells)
}
