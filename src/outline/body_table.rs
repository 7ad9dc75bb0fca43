//! Tables between the points of a body: rows of offices whose cells tabulators mark.

use super::model::Unit;
use super::paragraph::{Paragraph, find_paragraphs};
use super::table::parse_marked;
use super::tree::Builder;
use crate::repair::RepairedLine;

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
        let Some(end) = table_end(lines, at) else {
            at += 1;
            continue;
        };
        if let Some(tables) = parse_marked(&lines[at..end], builder) {
            parts.extend(text(&lines[from..at], builder));
            parts.extend(tables.into_iter().map(Part::Table));
            from = end;
        }
        at = end;
    }
    parts.extend(text(&lines[from..], builder));
    parts
}

fn text(lines: &[RepairedLine], builder: &Builder<'_>) -> impl Iterator<Item = Part> {
    let paragraphs = find_paragraphs(lines, builder.lexicon, builder.vocabulary);
    paragraphs.into_iter().map(Part::Paragraph)
}

/// Where the lines end that a line with cells begins: at a blank one behind which no
/// further cells stand, or at the next point. `None` for any other line.
fn table_end(lines: &[RepairedLine], start: usize) -> Option<usize> {
    if !has_cells(&lines[start]) {
        return None;
    }
    let mut end = start + 1;
    let mut gap = false;
    for (at, line) in lines.iter().enumerate().skip(start + 1) {
        if is_blank(line) {
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

fn has_cells(line: &RepairedLine) -> bool {
    !line.furniture && line.words.text().contains('\t')
}

fn is_blank(line: &RepairedLine) -> bool {
    line.furniture || line.words.is_empty()
}
