//! Rows that run on over lines: each begins with its number and name, and its cells
//! follow each other with nothing between them but blanks.
//!
//! The end of a line says nothing there, so that the lines of a row are read as one,
//! up to a blank line. Where blank lines part the cells, rows are none of these.

use super::cut::{Part, cut, row_number};
use super::header::Gapped;
use crate::outline::tree::Builder;
use crate::repair::{RepairedLine, join_cell};

/// The parts of rows that their numbers begin; `None` where a line stands in no row, or
/// where as many blank lines stand in rows as there are rows.
pub(super) fn parts(lines: &[&Gapped], builder: &Builder<'_>) -> Option<Vec<Part>> {
    let mut whole: Vec<(usize, Vec<&RepairedLine>)> = Vec::new();
    let mut expected = 1;
    let mut torn = 0_u32;
    for (gap, line) in lines {
        let opens_row = row_number(line.words.text()) == Some(expected);
        expected += u32::from(opens_row);
        match whole.last_mut() {
            Some((_, group)) if !opens_row && *gap == 0 => group.push(line),
            None if !opens_row => return None,
            _ => {
                torn += u32::from(!opens_row);
                whole.push((*gap, vec![line]));
            }
        }
    }
    if torn >= expected - 1 {
        return None;
    }
    let parts = whole.into_iter().flat_map(|(gap, group)| {
        let line = RepairedLine {
            words: join_cell(group.iter().copied(), builder.vocabulary),
            ..group[0].clone()
        };
        cut(gap, &line, builder.lexicon)
    });
    Some(parts.collect())
}
