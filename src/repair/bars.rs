//! Bars between cells: `| 3 | Срок оказания | 5 дней |`.
//!
//! Some exports print every table so, the stamps and labels that stand in tables of
//! their own included. Such a line becomes what other exports print: tabulators
//! between its cells, and before the first one for each empty cell at the left.
//!
//! Others close each cell with a bar and open none: `3 | Срок оказания | 5 дней |`.
//! There a bar at the beginning stands behind an empty cell, and a cell of several
//! lines runs from such a bar to the next one.
//!
//! A cell of either may hold line breaks: then its row ends with the line that a bar
//! closes. A label whose lines stand each behind a bar of its own has none at their ends.
//!
//! Guard: the line begins with a bar and ends with one, or ends with one and has
//! another, and the text has several such lines. A line that only rules a table off
//! holds no words and is furniture.

use crate::passage::{Passage, Piece};

use super::line::RepairedLine;

const BAR: char = '|';
/// Lines in bars that a text must have.
const SURE: usize = 3;
/// Lines of a label behind opening bars; one alone may be a slip, unless the text has
/// longer ones and it stands between blank lines.
const LABEL: usize = 2;
/// Lines that one cell may take up, chosen by hand for labels of annexes.
const TORN: usize = 6;
/// Lines that one row may take up, chosen by hand for lists of papers.
const TORN_ROW: usize = 120;

/// Reads the lines in bars as lines with tabulators; the bars themselves.
pub(super) fn repair(lines: &mut [RepairedLine]) -> Passage {
    let mut bars = Passage::default();
    take_labels(lines, &mut bars);
    let is_sure = |is_row: fn(&RepairedLine) -> bool, lines: &[RepairedLine]| {
        lines.iter().filter(|line| is_row(line)).count() >= SURE
    };
    if is_sure(is_in_bars, lines) {
        for at in 0..lines.len() {
            if is_in_bars(&lines[at]) {
                take_bars(&mut lines[at], true, &mut bars);
            } else if let Some(range) = torn_row(lines, at) {
                take_torn_row(&mut lines[range], &mut bars);
            }
        }
    } else if is_sure(is_closed, lines) {
        let torn: Vec<usize> = (0..lines.len())
            .filter_map(|at| torn_cell(lines, at))
            .flatten()
            .collect();
        for (at, line) in lines.iter_mut().enumerate() {
            if torn.contains(&at) {
                take_bars(line, false, &mut bars);
                line.indent.tabs = 1;
            } else if is_closed(line) {
                take_bars(line, false, &mut bars);
            }
        }
    }
    bars
}

/// Takes the bars of the lines of labels and stamps that only a bar opens: each of them
/// stands in a cell at the right.
fn take_labels(lines: &mut [RepairedLine], bars: &mut Passage) {
    let labels: Vec<std::ops::Range<usize>> = lines
        .chunk_by(|one, next| is_opened(one) == is_opened(next))
        .scan(0, |at, run| {
            let range = *at..*at + run.len();
            *at = range.end;
            Some((range, run.iter().all(is_opened)))
        })
        .filter_map(|(range, is_label)| is_label.then_some(range))
        .collect();
    let long = labels.iter().map(ExactSizeIterator::len);
    if long.filter(|length| *length >= LABEL).sum::<usize>() < SURE {
        return;
    }
    let is_blank = |at: Option<usize>| {
        let line = at.and_then(|at| lines.get(at));
        line.is_none_or(|line| line.words.is_empty())
    };
    let stands_alone = |label: &std::ops::Range<usize>| {
        is_blank(label.start.checked_sub(1)) && is_blank(Some(label.end))
    };
    let labels: Vec<_> = labels
        .into_iter()
        .filter(|label| label.len() >= LABEL || stands_alone(label))
        .collect();
    for line in labels.into_iter().flatten() {
        take_bars(&mut lines[line], true, bars);
        lines[line].indent.tabs = 1;
    }
}

/// Whether a bar opens the line and none follows.
fn is_opened(line: &RepairedLine) -> bool {
    let text = line.words.text();
    let has_words = text.contains(char::is_alphanumeric);
    !line.furniture && has_words && text.starts_with(BAR) && text.matches(BAR).count() == 1
}

/// Puts tabulators for the bars of a line. An opening bar, where cells have one,
/// stands before the first cell, else behind an empty one.
fn take_bars(line: &mut RepairedLine, opens: bool, bars: &mut Passage) {
    if !line.words.text().contains(char::is_alphanumeric) {
        line.furniture = true;
        return;
    }
    for (at, _) in line.words.text().match_indices(BAR) {
        bars.push(&line.words.slice(at..at + BAR.len_utf8()));
    }
    let (words, empty) = without_bars(&line.words, opens);
    line.words = words;
    line.indent.tabs += empty;
}

fn is_in_bars(line: &RepairedLine) -> bool {
    let text = line.words.text();
    !line.furniture && text.len() > 1 && text.starts_with(BAR) && text.ends_with(BAR)
}

/// Whether bars close the cells of a line, two or more.
fn is_closed(line: &RepairedLine) -> bool {
    let text = line.words.text();
    !line.furniture && text.ends_with(BAR) && text.matches(BAR).count() > 1
}

/// The lines of a row whose cells run over several lines: a bar opens the first line,
/// a bar closes the last one, and no line between them opens a row.
fn torn_row(lines: &[RepairedLine], at: usize) -> Option<std::ops::Range<usize>> {
    let opens = |line: &RepairedLine| line.words.text().starts_with(BAR);
    let closes = |line: &RepairedLine| line.words.text().ends_with(BAR);
    let first = lines.get(at)?;
    if first.furniture || !opens(first) || closes(first) {
        return None;
    }
    let below = lines.get(at + 1..)?.iter().take(TORN_ROW);
    let inside = below
        .take_while(|line| !opens(line))
        .position(|line| !line.furniture && closes(line))?;
    Some(at..at + inside + 2)
}

/// Puts tabulators for the bars of a torn row. Where its only cell stands behind empty
/// ones, as a label does, each of its lines does.
fn take_torn_row(row: &mut [RepairedLine], bars: &mut Passage) {
    let has_bar = |line: &RepairedLine| line.words.text().contains(BAR);
    for line in row.iter_mut().filter(|line| has_bar(line)) {
        take_bars(line, true, bars);
    }
    let label = row.first().map_or(0, |first| first.indent.tabs);
    let is_one_cell = row.iter().all(|line| !line.words.text().contains('\t'));
    if label > 0 && is_one_cell {
        for line in row.iter_mut().filter(|line| !line.words.is_empty()) {
            line.indent.tabs = label;
        }
    }
}

/// The lines of the cell that a bar opens in the given one and a bar closes in a
/// later one.
fn torn_cell(lines: &[RepairedLine], at: usize) -> Option<std::ops::RangeInclusive<usize>> {
    let bars = |line: &RepairedLine| line.words.text().matches(BAR).count();
    let first = lines.get(at)?;
    if bars(first) != 1 || !first.words.text().starts_with(BAR) {
        return None;
    }
    let below = lines.get(at + 1..)?.iter().take(TORN - 1);
    let inside = below.take_while(|line| !line.words.is_empty() && bars(line) == 0);
    let end = at + inside.count() + 1;
    let last = lines.get(end)?;
    (bars(last) == 1 && last.words.text().ends_with(BAR)).then_some(at..=end)
}

/// The cells of a line with tabulators between them, and the empty ones before them.
fn without_bars(words: &Passage, opens: bool) -> (Passage, usize) {
    let text = words.text();
    let inner = text.strip_suffix(BAR).unwrap_or(text);
    let inner = inner.strip_prefix(BAR).filter(|_| opens).unwrap_or(inner);
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
    fn cells_that_only_a_bar_closes_stand_behind_tabulators() {
        let mut lines = split(
            "Председатель | А. Ахметов |\n | \"Выдача справок\"\nк Правилам\nприложение |\n\n№ | Атауы | Мекенжайы |\n1 | Бөлім | – |",
        );
        let bars = repair(&mut lines);
        assert_eq!(
            texts(&lines),
            [
                "Председатель\tА. Ахметов",
                "\"Выдача справок\"",
                "к Правилам",
                "приложение",
                "",
                "№\tАтауы\tМекенжайы",
                "1\tБөлім\t–"
            ]
        );
        assert!(lines[1..4].iter().all(|line| line.indent.has_tab()));
        assert_eq!(bars.text(), "||||||||||");
    }

    #[test]
    fn a_row_whose_cells_hold_line_breaks_ends_where_a_bar_closes_it() {
        let mut lines = split(
            "| № | Атауы |\n| | Приложение 1\nк Правилам |\n| 1 | Срок\nоказания | 1) день;\n2) два. |\n| 2 | Форма |\n| 3 | Сноска\n| 4 | Плата |",
        );
        repair(&mut lines);
        assert_eq!(
            texts(&lines),
            [
                "№\tАтауы",
                "Приложение 1",
                "к Правилам",
                "1\tСрок",
                "оказания\t1) день;",
                "2) два.",
                "2\tФорма",
                // No bar closes what another row follows.
                "| 3 | Сноска",
                "4\tПлата",
            ]
        );
        let tabs: Vec<usize> = lines.iter().map(|line| line.indent.tabs).collect();
        assert_eq!(tabs, [0, 1, 1, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn the_lines_of_a_label_may_each_stand_behind_a_bar() {
        let mut lines = split("| Приложение 1\n| к Правилам\n| оказания услуги\n\nа | б\n| так");
        let bars = repair(&mut lines);
        assert_eq!(
            texts(&lines),
            [
                "Приложение 1",
                "к Правилам",
                "оказания услуги",
                "",
                "а | б",
                "| так"
            ]
        );
        assert!(lines[..3].iter().all(|line| line.indent.has_tab()));
        assert_eq!(bars.text(), "|||");
    }

    #[test]
    fn a_bar_in_a_sentence_stays() {
        let mut lines = split("| так | не делают |\nа | б");
        assert!(repair(&mut lines).is_empty());
        assert_eq!(texts(&lines), ["| так | не делают |", "а | б"]);
    }
}
