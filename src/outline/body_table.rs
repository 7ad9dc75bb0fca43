//! Tables of offices and of requirements between the points of a body.
//!
//! Their cells are marked with tabulators, or stand alone between blank lines as in
//! annexes of the same export. Bars part cells of requirements alone.

use super::model::{Role, Unit};
use super::paragraph::{Paragraph, find_paragraphs, is_indented};
use super::table::column::{ColumnKind, find_columns, promise_offices};
use super::table::{parse_marked, parse_tables};
use super::tree::Builder;
use crate::repair::RepairedLine;

/// Cells that the header of a table between blank lines may have.
const HEADER: usize = 8;

/// What a body consists of.
pub(super) enum Part {
    /// Running text.
    Paragraph(Paragraph),
    /// A table that stands in the point before it.
    Table(Unit),
}

/// The paragraphs of a body and the tables between them, in order.
pub(super) fn parts(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < lines.len() {
        let Some(end) = run_end(lines, at, builder) else {
            at += 1;
            continue;
        };
        if let Some(tables) = tables_of(&lines[at..end], builder) {
            parts.extend(text(&lines[from..at], builder));
            parts.extend(tables.into_iter().map(Part::Table));
            from = end;
        }
        // Further lines of a run that is no table begin none of their own, else many
        // headers behind each other would be read anew for each of them.
        at = end;
    }
    parts.extend(text(&lines[from..], builder));
    parts
}

fn text(lines: &[RepairedLine], builder: &Builder<'_>) -> impl Iterator<Item = Part> {
    let paragraphs = find_paragraphs(lines, builder.lexicon, builder.vocabulary);
    paragraphs.into_iter().map(Part::Paragraph)
}

/// Where the lines end that a line with cells or the header of a table begins.
fn run_end(lines: &[RepairedLine], start: usize, builder: &Builder<'_>) -> Option<usize> {
    marked_end(lines, start)
        .or_else(|| barred_end(lines, start))
        .or_else(|| unmarked_end(lines, start, builder))
}

/// The tables that a run of lines consists of.
fn tables_of(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    if lines.first().is_some_and(has_cells) {
        return parse_marked(lines, builder);
    }
    let tables = parse_tables(lines, builder)?;
    let role = match lines.first().is_some_and(has_bar) {
        true => Role::Requirements,
        false => Role::Table,
    };
    let is_whole = |unit: &Unit| unit.role == role || unit.role == Role::Furniture;
    tables.iter().all(is_whole).then_some(tables)
}

/// Where the lines end that a line with a bar begins: at the next blank one. `None` for
/// any other line, and inside a run of lines.
fn barred_end(lines: &[RepairedLine], start: usize) -> Option<usize> {
    let begins = start
        .checked_sub(1)
        .is_none_or(|before| lines[before].is_blank());
    if !begins || !has_bar(&lines[start]) {
        return None;
    }
    let length = lines[start..].iter().position(RepairedLine::is_blank);
    Some(length.map_or(lines.len(), |length| start + length))
}

fn has_bar(line: &RepairedLine) -> bool {
    !line.furniture && line.words.text().contains('|')
}

/// Where the lines end that a line with cells begins: at a blank one behind which no
/// further cells stand, or at an indented line. `None` for any other line.
fn marked_end(lines: &[RepairedLine], start: usize) -> Option<usize> {
    if !has_cells(&lines[start]) {
        return None;
    }
    let mut end = start + 1;
    let mut gap = false;
    for (at, line) in lines.iter().enumerate().skip(start + 1) {
        if line.is_blank() {
            gap = true;
        } else if (gap || line.indent.blanks > 0) && !has_cells(line) {
            break;
        } else {
            gap = false;
            end = at + 1;
        }
    }
    Some(end)
}

/// Where the lines end that begin with the header of a table of offices, a cell
/// between blank lines each, from that of the numbers on: at the next indented line.
fn unmarked_end(lines: &[RepairedLine], start: usize, builder: &Builder<'_>) -> Option<usize> {
    let kinds = |line: &RepairedLine| {
        let columns = find_columns(line.words.text(), builder.lexicon).into_iter();
        columns.map(|column| column.kind).collect::<Vec<_>>()
    };
    let is_cell = |line: &&RepairedLine| !is_indented(line) && !kinds(line).is_empty();
    let first = lines.get(start)?;
    let is_alone = lines.get(start.checked_sub(1)?)?.is_blank() && lines.get(start + 1)?.is_blank();
    if first.is_blank() || !is_alone || kinds(first) != [ColumnKind::Number] {
        return None;
    }
    let filled = lines[start..].iter().filter(|line| line.has_words());
    let header = filled.take(HEADER).take_while(is_cell);
    if !promise_offices(header.flat_map(kinds)) {
        return None;
    }
    let length = lines[start..]
        .iter()
        .position(|line| line.has_words() && is_indented(line));
    Some(length.map_or(lines.len(), |length| start + length))
}

fn has_cells(line: &RepairedLine) -> bool {
    !line.furniture && line.words.text().contains('\t')
}
