//! Bars between cells: `| 3 | Срок оказания | 5 дней |`.
//!
//! Some exports print every table so, the stamps and labels that stand in tables of
//! their own included. Such a line becomes what other exports print: tabulators
//! between its cells, and before the first one for each empty cell at the left.
//!
//! Guard: the line begins with a bar and ends with one, and the text has several
//! such lines. A line that only rules a table off holds no words and is furniture.

use crate::passage::{Passage, Piece};

use super::line::RepairedLine;

const BAR: char = '|';
/// Lines in bars that a text must have.
const SURE: usize = 3;

/// Reads the lines in bars as lines with tabulators; the bars themselves.
pub(super) fn repair(lines: &mut [RepairedLine]) -> Passage {
    let mut bars = Passage::default();
    if lines.iter().filter(|line| is_in_bars(line)).count() < SURE {
        return bars;
    }
    for line in lines.iter_mut().filter(|line| is_in_bars(line)) {
        if !line.words.text().contains(char::is_alphanumeric) {
            line.furniture = true;
            continue;
        }
        for (at, _) in line.words.text().match_indices(BAR) {
            bars.push(&line.words.slice(at..at + BAR.len_utf8()));
        }
        let (words, empty) = without_bars(&line.words);
        line.words = words;
        line.indent.tabs += empty;
    }
    bars
}

fn is_in_bars(line: &RepairedLine) -> bool {
    let text = line.words.text();
    !line.furniture && text.len() > 1 && text.starts_with(BAR) && text.ends_with(BAR)
}

/// The cells of a line with tabulators between them, and the empty ones before them.
fn without_bars(words: &Passage) -> (Passage, usize) {
    let text = words.text();
    let inner = &text[1..text.len() - 1];
    let cells = || inner.split(BAR).map(str::trim);
    let empty = cells().take_while(|cell| cell.is_empty()).count();
    let mut pieces = Vec::new();
    for cell in cells().skip(empty) {
        if !pieces.is_empty() {
            pieces.push(Piece::Inserted("\t"));
        }
        let start = cell.as_ptr().addr() - text.as_ptr().addr();
        pieces.push(Piece::Kept(start..start + cell.len()));
    }
    (words.rearranged(&pieces).trim(), empty)
}

#[cfg(test)]
mod tests {
    use super::super::line::{split, texts};
    use super::*;

    #[test]
    fn cells_in_bars_stand_behind_tabulators() {
        let mut lines = split(
            "| № | Атауы | Мекенжайы |\n|---|---|---|\n| 1 | Бөлім |  | 2-11 |\n| | Приложение 1 |\na | b",
        );
        let bars = repair(&mut lines);
        assert_eq!(
            texts(&lines),
            [
                "№\tАтауы\tМекенжайы",
                "|---|---|---|",
                "1\tБөлім\t\t2-11",
                "Приложение 1",
                "a | b"
            ]
        );
        assert!(lines[1].furniture);
        assert_eq!(lines[3].indent.tabs, 1);
        assert_eq!(bars.text(), "||||||||||||");
    }

    #[test]
    fn a_bar_in_a_sentence_stays() {
        let mut lines = split("| так | не делают |\nа | б");
        assert!(repair(&mut lines).is_empty());
        assert_eq!(texts(&lines), ["| так | не делают |", "а | б"]);
    }
}
