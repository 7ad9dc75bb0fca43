//! Bars that stand only between the cells of a row: `3 | Срок оказания | 5 дней`.
//!
//! Nothing closes such a row: the last cell runs on over the lines below, up to the
//! next row. Behind a last bar the cell begins in the next line. Where each cell has lines
//! of its own, a bar only closes it.

use std::borrow::Cow;

use crate::content::patterns::Lexicon;
use crate::passage::{Passage, Piece};
use crate::repair::RepairedLine;

const BAR: char = '|';
/// One bar in so many may stand elsewhere in a table whose bars close cells.
const OTHERS: usize = 8;
/// Rows whose bars part the name of a requirement from what is required.
const SURE: usize = 4;

/// The lines with tabulators in the place of bars, and those bars.
pub(super) fn part<'a>(
    lines: &'a [RepairedLine],
    lexicon: &Lexicon,
) -> (Cow<'a, [RepairedLine]>, Passage) {
    let mut bars = Passage::default();
    let rows = lines.iter().filter(|line| is_row(line, lexicon));
    if rows.take(SURE).count() < SURE {
        return (Cow::Borrowed(lines), bars);
    }
    let mut parted = lines.to_vec();
    if closes_cells(lines) {
        part_closed(&mut parted, &mut bars);
        return (Cow::Owned(parted), bars);
    }
    for line in parted.iter_mut().filter(|line| has_bar(line)) {
        for (at, mark) in line.words.text().match_indices(BAR) {
            bars.push(&line.words.slice(at..at + mark.len()));
        }
        let (words, empty) = behind_tabulators(&line.words);
        line.words = words;
        line.indent.tabs += empty;
    }
    (Cow::Owned(parted), bars)
}

fn has_bar(line: &RepairedLine) -> bool {
    !line.furniture && line.words.text().contains(BAR)
}

/// Whether bars stand at the ends of lines, one in each: nearly every one closes a cell.
fn closes_cells(lines: &[RepairedLine]) -> bool {
    let barred: Vec<&RepairedLine> = lines.iter().filter(|line| has_bar(line)).collect();
    let closing = barred.iter().filter(|line| closes(line)).count();
    closing * OTHERS >= barred.len() * (OTHERS - 1)
}

/// Whether the only bar of a line ends it.
fn closes(line: &RepairedLine) -> bool {
    has_bar(line)
        && line.words.text().trim_end().find(BAR) == line.words.text().rfind(BAR)
        && line.words.text().trim_end().ends_with(BAR)
}

/// Takes out the bars that close cells; the line behind each begins a cell.
fn part_closed(lines: &mut [RepairedLine], bars: &mut Passage) {
    let mut begins = false;
    for line in lines.iter_mut().filter(|line| line.has_words()) {
        if begins {
            line.indent.tabs = line.indent.tabs.max(1);
        }
        begins = closes(line);
        if begins {
            let text = line.words.text();
            let bar = text.rfind(BAR).unwrap_or(text.len());
            bars.push(&line.words.slice(bar..bar + BAR.len_utf8()));
            line.words = line.words.slice(0..bar).trim();
        }
    }
}

/// Whether the first or the second cell of a line names a requirement, and another
/// cell follows it.
fn is_row(line: &RepairedLine, lexicon: &Lexicon) -> bool {
    let text = line.words.text();
    let names = |cell: &str| {
        let said = |kind| {
            lexicon
                .find(kind, cell)
                .is_some_and(|found| found.range.start == 0)
        };
        said("requirement") || said("requirement-short")
    };
    has_bar(line) && {
        let cells: Vec<&str> = text.split(BAR).map(str::trim).collect();
        let before_last = &cells[..cells.len() - 1];
        before_last.iter().take(2).any(|cell| names(cell))
    }
}

/// The cells of a line with a tabulator for each bar, and the empty ones before them: the
/// line goes on with cells of the line above. A tabulator at the end stays: it shows that
/// an empty cell begins.
fn behind_tabulators(words: &Passage) -> (Passage, usize) {
    let text = words.text();
    let cells = || text.split(BAR).map(str::trim);
    let empty = cells().take_while(|cell| cell.is_empty()).count();
    let mut pieces = Vec::new();
    for cell in cells().skip(empty) {
        if !pieces.is_empty() {
            pieces.push(Piece::Inserted("\t"));
        }
        let start = cell.as_ptr().addr() - text.as_ptr().addr();
        pieces.push(Piece::Kept(start..start + cell.len()));
    }
    (words.rearranged(&pieces), empty)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::with_lines;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(annex: &str, expected: &[&str], bars: &str) {
        let read = with_lines(Language::Ru, annex, |lines, builder| {
            let (parted, bars) = part(lines, builder.lexicon);
            let parted = parted.iter().map(|line| line.words.text().to_owned());
            (parted.collect::<Vec<_>>(), bars.text().to_owned())
        });
        assert_eq!(read.0, expected, "in: {annex}");
        assert_eq!(read.1, bars, "in: {annex}");
    }

    #[test]
    fn bars_between_cells_become_tabulators() {
        check(
            "№ | Наименование | Содержание\n1 | Наименование услугодателя | Отдел\nрайона\n2 | Срок оказания | 5 дней\nФорма оказания | бумажная\n3 | Основания для отказа |\nкарантин",
            &[
                "№\tНаименование\tСодержание",
                "1\tНаименование услугодателя\tОтдел",
                "района",
                "2\tСрок оказания\t5 дней",
                "Форма оказания\tбумажная",
                "3\tОснования для отказа\t",
                "карантин",
            ],
            "|||||||||",
        );
    }

    #[test]
    fn a_bar_that_ends_each_cell_closes_it() {
        let annex = "1 |\nНаименование услугодателя |\nОтдел |\n2 |\nСрок оказания |\n5 дней.\nОчередь – 20 минут. |\n3 |\nФорма оказания |\nбумажная\n4 |\nРезультат оказания |\nСправка";
        let begun = with_lines(Language::Ru, annex, |lines, builder| {
            let (parted, bars) = part(lines, builder.lexicon);
            assert_eq!(bars.text(), "||||||||||");
            let begun = parted.iter().filter(|line| line.indent.has_tab());
            let begun = begun.map(|line| line.words.text().to_owned());
            begun.collect::<Vec<_>>().join("/")
        });
        let cells = "Наименование услугодателя/Отдел/2/Срок оказания/5 дней./3/Форма оказания/бумажная/Результат оказания/Справка";
        assert_eq!(begun, cells);
    }

    #[test]
    fn a_bar_elsewhere_stays() {
        let list = "1 | Отдел | Абая, 5\n2 | Центр | Сатпаева, 7\n3 | Школа | Мира, 1\n4 | Архив | Гоголя, 2";
        check(list, &list.lines().collect::<Vec<_>>(), "");
    }
}
