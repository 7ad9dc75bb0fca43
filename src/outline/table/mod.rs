//! Tables: rows and cells of annexes, by the evidence of their layout.
//!
//! In: the lines of an annex under its label. Out: units, or `None` where no
//! table is sure; then the annex stays a list of lines.
//!
//! Three kinds are read: tables of requirements, told by the names of their
//! rows in whatever layout; cells that tabulators mark, whatever they hold; and
//! tables of offices whose cells stand one under the other, which are told by
//! the words of their header and by the kind of their content.

mod blocks;
pub mod contact;
mod piece;
mod requirements;
mod rows;
mod tabs;

use super::model::Unit;
use super::tree::Builder;
use crate::repair::RepairedLine;

/// Reads the tables of an annex.
#[must_use]
pub fn parse_tables(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    requirements::parse(lines, builder)
        .or_else(|| tabs::parse(lines, builder))
        .or_else(|| blocks::parse(lines, builder))
}
