//! Outline: the structure of an act as a lossless tree of units.
//!
//! In: [`Repaired`] lines. Out: an [`ActText`]. The structure is found by what
//! stands on the lines (markers, stamps, labels) and between them (blank lines,
//! indents); words come from the [`Lexicon`]. What a unit means is not known
//! here: facts read that.

mod annex;
mod attachment;
mod body;
mod body_table;
mod head_paragraph;
mod header;
mod marker;
pub mod model;
mod numbering;
mod paragraph;
pub mod table;
mod tree;
mod zone;

use crate::content::patterns::Lexicon;
use crate::repair::{Repaired, RepairedLine, join_prose};
use crate::source::SourceFile;

use model::{ActText, Role, Unit};
use tree::Builder;

/// Reads the structure of one text. Parsing cannot fail: what fits nowhere
/// stands as a paragraph where it was printed.
#[must_use]
pub fn parse(file: &SourceFile, repaired: &Repaired, lexicon: &Lexicon) -> ActText {
    let builder = Builder::new(&file.lines, lexicon, &repaired.vocabulary);
    let lines = &repaired.lines;
    let stamps = zone::find_attachments(lines, &builder);
    let head_end = stamps.first().map_or(lines.len(), |stamp| stamp.start);
    let mut units = header::parse_head(&lines[..head_end], &builder);
    let ends = stamps
        .iter()
        .skip(1)
        .map(|stamp| stamp.start)
        .chain([lines.len()]);
    for (stamp, end) in stamps.iter().zip(ends) {
        if !stamp.is_empty() {
            units.push(stamp_unit(&lines[stamp.clone()], &builder));
        }
        units.push(attachment::parse_attachment(
            &lines[stamp.end..end],
            &builder,
        ));
    }
    if !repaired.bars.is_empty() {
        units.push(builder.unit(Role::Furniture, repaired.bars.clone()));
    }
    ActText {
        path: file.path.clone(),
        sha256: file.sha256.clone(),
        language: lexicon.language,
        units: builder.finish(units),
    }
}

fn stamp_unit(lines: &[RepairedLine], builder: &Builder<'_>) -> Unit {
    builder.unit(Role::Stamp, join_prose(lines, builder.vocabulary))
}
