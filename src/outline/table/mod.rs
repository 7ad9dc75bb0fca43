//! Tables: rows and cells of annexes, by the evidence of their layout.
//!
//! In: the lines of an annex under its label. Out: units, or `None` where no
//! table is sure; then the annex stays a list of lines.
//!
//! Read are tables of requirements, told by the names of their rows in whatever
//! layout; cells that tabulators mark, whatever they hold; and tables of offices,
//! told by the columns that their header names. Of these, rows may mark their cells
//! (`marked`); where nothing marks them, the parts of the lines go to the columns
//! that they fit (`columns`, with `header`, `cut` and `order`). A table that a page
//! has torn fits no columns and is read by the kind of its content alone (`blocks`).
//! Numbered items that each name an office are a table as well (`list`), and names with
//! labelled lines under them (`cards`).

mod blocks;
pub mod cards;
pub mod column;
mod columns;
pub mod contact;
mod cut;
mod fit;
mod header;
mod list;
mod marked;
mod marked_line;
mod order;
mod piece;
mod requirements;
mod rows;
mod run_together;
#[cfg(test)]
mod sample;
mod tabs;
mod ways;
mod whole;

use super::model::Unit;
use super::tree::Builder;
use crate::repair::RepairedLine;

/// Lines at the beginning of an annex that show whether it is a form.
const FORM_LINES: usize = 45;
/// What a form prints where an applicant writes.
const FORM_BLANK: &str = "___";

/// Reads the tables of an annex.
#[must_use]
pub fn parse_tables(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let sure = requirements::parse(lines, builder)
        .or_else(|| marked::parse(lines, builder))
        .or_else(|| tabs::parse(lines, builder));
    // A form names the office and the address of who fills it in; without marks
    // between its cells it would look like a table of offices.
    if sure.is_some() || is_form(lines) {
        return sure;
    }
    cards::parse(lines, builder)
        .or_else(|| columns::parse(lines, builder))
        .or_else(|| blocks::parse(lines, builder))
        .or_else(|| list::parse(lines, builder))
}

/// Reads lines of a body whose cells are marked as a table of offices; `None` for
/// anything else.
#[must_use]
pub fn parse_marked(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    marked::parse(lines, builder)
}

fn is_form(lines: &[RepairedLine]) -> bool {
    let with_words = lines.iter().filter(|line| !line.words.is_empty());
    with_words
        .take(FORM_LINES)
        .any(|line| line.words.text().contains(FORM_BLANK))
}
