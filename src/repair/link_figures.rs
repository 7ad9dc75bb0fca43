//! The number of a link that left its noun behind: `статьи  Закона Республики от 23 31`.
//!
//! Where only the figures of a citation are a link, the export moves them alone to the
//! end of the printed line. Guard: one gap in the line, of two blanks, behind a noun
//! that carries a number or behind the sign for one, with no number in the gap's place; at the end of the line a
//! number that nothing there governs: `от 27` keeps its day.

use std::ops::Range;

use crate::passage::{Passage, Piece};

use super::links::LinkWords;

/// Blanks that the figures of a link leave.
const GAP: &str = "  ";
/// Signs before a number.
const SIGNS: [char; 2] = ['№', 'N'];
/// Figures of the longest part of a number, as in `27-1`.
const LONGEST: usize = 3;

/// The line with the figures back behind their noun, if that changes it.
pub(super) fn repair(words: &Passage, links: &LinkWords) -> Option<Passage> {
    let text = words.text();
    let figures = figures_at_end(text)?;
    let before = text[..figures.start].trim_end();
    let mut gaps = text[..figures.start].match_indices(GAP);
    let (Some((gap, _)), None) = (gaps.next(), gaps.next()) else {
        return None;
    };
    let behind = gap + GAP.len();
    // A sign without a number has lost it, whatever stands before the figures.
    let is_of_sign = text[..gap].ends_with(SIGNS);
    let is_governed = !is_of_sign && (links.governs(before) || links.ends_with_noun(before));
    if is_governed || before.ends_with(SIGNS) {
        return None;
    }
    let goes_on = text[behind..].starts_with(|c: char| c.is_alphabetic() || is_of_sign && c == '(');
    let has_place = is_of_sign || links.ends_with_noun(&text[..gap]);
    if !goes_on || !has_place || before.len() <= behind {
        return None;
    }
    Some(words.rearranged(&[
        Piece::Kept(0..gap),
        Piece::Inserted(" "),
        Piece::Kept(figures),
        Piece::Inserted(" "),
        Piece::Kept(behind..before.len()),
    ]))
}

/// The number, such as `6` or `9-1`, that ends a line behind a blank or a full stop.
fn figures_at_end(text: &str) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let start = text.trim_end_matches(is_part).len();
    let figures = &text[start..];
    let parts = || figures.split('-');
    let is_number = parts().all(|part| !part.is_empty() && part.len() <= LONGEST);
    let stands_apart = text[..start].ends_with([' ', '.']);
    (is_number && stands_apart).then_some(start..text.len())
}
