//! Lines whose cells are marked: what stands between tabulators or bars.

use crate::passage::Passage;
use crate::repair::RepairedLine;
use crate::repair::letters::is_letter_or_digit;

/// A line as its cells.
pub(super) struct Marked<'a> {
    /// The line itself.
    pub(super) line: &'a RepairedLine,
    /// What stands between its marks.
    pub(super) cells: Vec<Passage>,
    /// The marks themselves, where they are printed signs.
    pub(super) marks: Vec<Passage>,
}

/// The cells of a line between the given marks.
pub(super) fn marked(line: &RepairedLine, mark: char) -> Marked<'_> {
    let text = line.words.text();
    let mut cells = Vec::new();
    let mut marks = Vec::new();
    let mut at = 0;
    for part in text.split(mark) {
        cells.push(line.words.slice(at..at + part.len()).trim());
        at += part.len() + mark.len_utf8();
        if mark == '|' && at <= text.len() {
            marks.push(line.words.slice(at - 1..at));
        }
    }
    if mark == '|' {
        // Bars at the ends of a line part no cells.
        if text.starts_with('|') {
            cells.remove(0);
        }
        if text.ends_with('|') {
            cells.pop();
        }
    } else {
        let before = std::iter::repeat_n(Passage::default(), line.indent.tabs);
        cells.splice(0..0, before);
    }
    Marked { line, cells, marks }
}

/// The number of a row, alone in its cell.
pub(super) fn number(cell: &Passage) -> Option<u32> {
    let text = cell.text().trim_end_matches(['.', ')', ' ']);
    let is_number = !text.is_empty() && text.len() <= 4;
    is_number.then(|| text.parse().ok()).flatten()
}

/// A row that counts the columns.
pub(super) fn is_count(cells: &[Passage]) -> bool {
    let counted = cells
        .iter()
        .zip(1..)
        .all(|(cell, nth)| number(cell) == Some(nth));
    cells.len() > 2 && counted
}

/// A line of signs between rows.
pub(super) fn is_rule(line: &Marked<'_>) -> bool {
    !line.line.words.text().contains(is_letter_or_digit)
}
