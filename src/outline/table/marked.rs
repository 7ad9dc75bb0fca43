//! Tables of offices whose rows mark their cells inside a line, with tabulators
//! or bars.
//!
//! The header says how many cells a row has. A line with fewer of them goes on
//! with the row before it where that one is not full; what is missing at the end
//! of a row was empty.

use super::column::{ColumnKind, find_columns, is_subheading, promise_offices};
use super::columns::cell;
use super::cut::{Part, signs};
use super::header::heading;
use super::marked_line::{Marked, is_count, is_rule, marked, number};
use super::order::{Layout, Place, Seat, Start, seats};
use crate::outline::model::{Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::{Indent, RepairedLine, join_cell, join_prose};

/// Lines that may stand between the header and the first row.
const HEADER: usize = 8;

/// A row while its lines are read: for each cell its lines.
struct Open {
    line: u32,
    cells: Vec<Vec<RepairedLine>>,
}

/// Reads the content of an annex; `None` for anything else.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let mark = ['\t', '|'].into_iter().find(|mark| {
        let marked = lines
            .iter()
            .filter(|line| !line.furniture && line.words.text().contains(*mark));
        marked.take(2).count() == 2
    })?;
    let lines: Vec<Marked<'_>> = lines
        .iter()
        .filter(|line| line.has_words())
        .map(|line| marked(line, mark))
        .collect();
    let first = lines
        .iter()
        .position(|line| promise_offices(kinds(line, builder).into_iter().flatten()))?;
    let mut columns = kinds(&lines[first], builder);
    let caption: Vec<&RepairedLine> = lines[..first].iter().map(|line| line.line).collect();
    let caption = join_prose(caption, builder.vocabulary);
    let mut table = Table {
        builder,
        columns: columns.len(),
        numbered: columns
            .first()
            .is_some_and(|kinds| kinds.contains(&ColumnKind::Number)),
        places: Vec::new(),
        units: Vec::new(),
        open: None,
        marks: Passage::default(),
        next: 1,
        is_grid: false,
        header_lines: Vec::new(),
        in_header: false,
    };
    let start = table.header(&lines, first);
    table.header_lines = lines[first..start]
        .iter()
        .map(|line| line.line.words.text())
        .collect();
    // The first row may have a number that the header does not announce.
    let row = lines.get(start)?;
    if !table.numbered && row.cells.len() > 1 && number(&row.cells[0]).is_some() {
        columns.insert(0, vec![ColumnKind::Number]);
        table.columns += 1;
        table.numbered = true;
    }
    table.places = columns
        .iter()
        .enumerate()
        .flat_map(|(cell, kinds)| {
            kinds
                .iter()
                .take(1)
                .map(move |kind| Place { kind: *kind, cell })
        })
        .collect();
    table.is_grid = lines[start..].iter().any(|line| table.is_rest(line));
    for line in &lines[start..] {
        table.take(line)?;
    }
    table.close();
    let rows = table.units.iter().filter(|unit| unit.role == Role::Row);
    if rows.count() == 0 {
        return None;
    }
    if !table.marks.is_empty() {
        let marks = builder.unit(Role::Furniture, table.marks.clone());
        table.units.push(marks);
    }
    Some(vec![builder.group(Role::Table, caption, table.units)])
}

/// The kinds that each cell of a line names.
fn kinds(line: &Marked<'_>, builder: &Builder<'_>) -> Vec<Vec<ColumnKind>> {
    let of = |cell: &Passage| {
        let columns = find_columns(cell.text(), builder.lexicon).into_iter();
        columns.map(|column| column.kind).collect()
    };
    line.cells.iter().map(of).collect()
}

struct Table<'a> {
    builder: &'a Builder<'a>,
    columns: usize,
    numbered: bool,
    places: Vec<Place>,
    units: Vec<Unit>,
    open: Option<Open>,
    marks: Passage,
    /// The number that the next row should have.
    next: u32,
    /// Whether cells go on under themselves: then a line without a number begins no row.
    is_grid: bool,
    /// The lines of the header, which a page may repeat.
    header_lines: Vec<&'a str>,
    /// Whether the line before was one of a repeated header.
    in_header: bool,
}

impl Table<'_> {
    /// Reads the header and says where the rows begin.
    fn header(&mut self, lines: &[Marked<'_>], first: usize) -> usize {
        let mut open = Open::of(&lines[first]);
        self.keep_marks(&lines[first]);
        let until = lines.len().min(first + HEADER);
        let rows = (first + 1..until).find(|at| {
            let cells = &lines[*at].cells;
            cells.first().and_then(number) == Some(1) && cells.get(1).and_then(number).is_none()
        });
        let mut start = first + 1;
        let end = rows.unwrap_or(start);
        let mut after = Vec::new();
        while start < lines.len() {
            let line = &lines[start];
            let counts = is_count(&line.cells);
            if !counts && !is_rule(line) && start >= end {
                break;
            }
            self.keep_marks(line);
            if counts {
                after.push(heading(&line.cells, self.builder));
            } else if is_rule(line) {
                self.keep_rule(line);
            } else if line.cells.len() == 1 && self.is_district(&line.cells[0]) {
                after.push(self.builder.unit(Role::Heading, line.cells[0].clone()));
            } else {
                open.append(line, self.columns);
            }
            start += 1;
        }
        let cells: Vec<Passage> = open.cells.iter().map(|cell| self.join(cell)).collect();
        self.units.push(heading(&cells, self.builder));
        self.units.extend(after);
        start
    }

    fn join(&self, cell: &[RepairedLine]) -> Passage {
        join_cell(cell, self.builder.vocabulary)
    }

    fn is_district(&self, cell: &Passage) -> bool {
        is_subheading(cell.text(), self.builder.lexicon)
    }

    fn keep_marks(&mut self, line: &Marked<'_>) {
        for mark in &line.marks {
            self.marks.push(mark);
        }
    }

    /// A line that rules the table off holds nothing but signs.
    fn keep_rule(&mut self, line: &Marked<'_>) {
        for cell in &line.cells {
            self.marks.push(cell);
        }
    }

    /// Takes a line of the table; `None` where it has more cells than the header.
    fn take(&mut self, line: &Marked<'_>) -> Option<()> {
        self.keep_marks(line);
        self.in_header = self.repeats_header(line);
        if is_rule(line) || self.in_header {
            self.keep_rule(line);
            return Some(());
        }
        let filled: Vec<&Passage> = line.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let (Some(only), count) = (filled.first(), filled.len()) else {
            return Some(());
        };
        if count == 1 && self.is_heading(only) {
            self.close();
            let unit = self.builder.unit(Role::Heading, (*only).clone());
            self.units.push(unit);
            self.next = 1;
            return Some(());
        }
        if self.goes_on(line) {
            let columns = self.columns;
            if let Some(open) = &mut self.open {
                open.append(line, columns);
            }
            return Some(());
        }
        self.close();
        if line.cells.len() > self.columns {
            return None;
        }
        if count == 1 {
            let unit = self.builder.unit(Role::Line, (*only).clone());
            self.units.push(unit);
            return Some(());
        }
        if let Some(number) = line.cells.first().and_then(number) {
            self.next = number + 1;
        }
        self.open = Some(Open::of(line));
        Some(())
    }

    /// Whether a cell that stands alone is a sub-heading.
    fn is_heading(&self, cell: &Passage) -> bool {
        let is_whole = self
            .open
            .as_ref()
            .is_none_or(|open| open.is_whole(self.columns));
        is_whole && self.is_district(cell)
    }

    /// Whether a page has printed a line of the header again. One cell alone may
    /// stand in a row as well.
    fn repeats_header(&self, line: &Marked<'_>) -> bool {
        let text = line.line.words.text();
        let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
        self.header_lines.contains(&text) && (filled > 1 || self.in_header)
    }

    /// Whether a line surely goes on with the row above: it has no number, and no name
    /// or one that begins small.
    fn is_rest(&self, line: &Marked<'_>) -> bool {
        let [number, name, ..] = line.cells.as_slice() else {
            return false;
        };
        let is_filled = line.cells.iter().any(|cell| !cell.is_empty());
        let goes_on = name.is_empty() || name.text().starts_with(char::is_lowercase);
        self.numbered && number.is_empty() && is_filled && goes_on && !is_rule(line)
    }

    /// Whether a line goes on with the open row.
    fn goes_on(&self, line: &Marked<'_>) -> bool {
        let Some(open) = &self.open else {
            return false;
        };
        let first = &line.cells[0];
        if self.numbered
            && !first.is_empty()
            && number(first).is_some_and(|number| number == self.next || number == 1)
        {
            return false;
        }
        let starts_lower = first.text().starts_with(|c: char| c.is_lowercase());
        if first.is_empty() {
            // The cells of the line stand under those of the row.
            let name = line.cells.get(1).map_or("", Passage::text);
            return line.cells.len() <= self.columns
                && self.numbered
                && (self.is_grid
                    || (name.is_empty() || name.starts_with(char::is_lowercase))
                        && !open.ends_full());
        }
        let joined = open.cells.len() + line.cells.len() - 1;
        joined <= self.columns
            && (self.numbered
                || line.cells.len() == 1
                || starts_lower
                || !open.ends_full() && line.cells.len() < self.columns)
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        let mut cells: Vec<Passage> = open.cells.iter().map(|cell| self.join(cell)).collect();
        if cells.len() < self.columns {
            cells = self.in_columns(cells, open.line);
        }
        let number = if self.numbered {
            let first = cells.remove(0);
            Some(first).filter(|first| !first.is_empty())
        } else {
            None
        };
        let cells = cells
            .into_iter()
            .map(|words| cell(words, open.line, self.builder))
            .collect();
        let row = self.builder.row(number, cells);
        self.units.push(row);
    }

    /// A row with too few cells: what is missing at its end was empty, unless the
    /// content of the cells shows that they stand elsewhere.
    fn in_columns(&self, cells: Vec<Passage>, line: u32) -> Vec<Passage> {
        let mut padded = cells.clone();
        padded.resize(self.columns, Passage::default());
        let is_numbered = cells.first().is_some_and(|cell| number(cell).is_some());
        if is_numbered || self.places.len() != self.columns {
            return padded;
        }
        let parts: Vec<Part> = cells
            .into_iter()
            .filter(|cell| !cell.is_empty())
            .map(|words| Part {
                signs: signs(words.text(), self.builder.lexicon),
                words,
                line,
                gap: 1,
                starts_line: true,
                ends_line: true,
                district: false,
            })
            .collect();
        let layout = Layout { blanks: true };
        let Some(seats) = seats(&parts, &self.places, &vec![Start::No; parts.len()], layout) else {
            return padded;
        };
        let mut seated = vec![Passage::default(); self.columns];
        for (part, seat) in parts.into_iter().zip(&seats) {
            match seat {
                Seat::Cell { column, .. } if seated[*column].is_empty() => {
                    seated[*column] = part.words;
                }
                _ => return padded,
            }
        }
        seated
    }
}

impl Open {
    fn of(line: &Marked<'_>) -> Self {
        Self {
            line: line.line.number,
            cells: line
                .cells
                .iter()
                .map(|cell| vec![part(line, cell)])
                .collect(),
        }
    }

    /// Whether its last cell is there.
    const fn is_whole(&self, columns: usize) -> bool {
        self.cells.len() + 1 >= columns
    }

    /// Whether its last line ends a cell.
    fn ends_full(&self) -> bool {
        let last = self.cells.iter().flatten().next_back();
        last.is_some_and(|line| line.words.text().ends_with('.'))
    }

    /// Adds a line: its first cell goes on with the last one, or each of its cells
    /// with the one above.
    fn append(&mut self, line: &Marked<'_>, columns: usize) {
        let above = line.cells.len() > 1
            && (line.cells[0].is_empty() || self.cells.len() + line.cells.len() - 1 > columns);
        let first = if above { 0 } else { self.cells.len() - 1 };
        for (nth, cell) in line.cells.iter().enumerate() {
            let at = first + nth;
            if self.cells.len() <= at {
                self.cells.push(Vec::new());
            }
            if !cell.is_empty() {
                self.cells[at].push(part(line, cell));
            }
        }
    }
}

fn part(line: &Marked<'_>, words: &Passage) -> RepairedLine {
    RepairedLine {
        number: line.line.number,
        words: words.clone(),
        indent: Indent::default(),
        furniture: false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{print, with_lines};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, annex: &str, expected: &[&str]) {
        let read = with_lines(language, annex, |lines, builder| {
            parse(lines, builder).map(|tables| print(&tables))
        });
        assert_eq!(read.unwrap_or_default(), expected, "in: {annex}");
    }

    #[test]
    fn a_line_goes_on_with_the_row_that_is_not_full() {
        check(
            Language::Ru,
            "Контактные данные\n№\tНаименование\tАдрес\tТелефон\n1\tОтдел образования\tулица Мира,\n5\t2-25-51\n2\tОтдел занятости\tулица Абая, 7\t2-25-52",
            &[
                "# Контактные данные",
                "= № | Наименование | Адрес | Телефон",
                "1 | Отдел образования | улица Мира, 5 | 2-25-51",
                "2 | Отдел занятости | улица Абая, 7 | 2-25-52",
            ],
        );
    }

    #[test]
    fn bars_part_cells_and_kinds_of_places_stand_over_rows() {
        check(
            Language::Kk,
            "| № | Бөлімнің атауы | Мекенжайы | Телефоны |\n| Аудандар |\n| 1 | Білім бөлімі | Абай көшесі, 5 | 2-25-51 |",
            &[
                "# ",
                "= № | Бөлімнің атауы | Мекенжайы | Телефоны",
                "= Аудандар",
                "1 | Білім бөлімі | Абай көшесі, 5 | 2-25-51",
            ],
        );
    }

    #[test]
    fn in_a_grid_a_line_without_a_number_begins_no_row_and_a_header_may_come_again() {
        check(
            Language::Ru,
            "| № | Наименование | Адрес | Телефон |\n| 1 | ГУ \"Отдел | село Мирное, | 2-25-51, |\n| | Занятости\" | Мира, 5 | 2-25-50 |\n\n| № | Наименование | Адрес | Телефон |\n| | и программ | | |\n| 2 | Аппарат акима | село Южное | 2-25-52 |",
            &[
                "# ",
                "= № | Наименование | Адрес | Телефон",
                "1 | ГУ \"Отдел Занятости\" и программ | село Мирное, Мира, 5 | 2-25-51, 2-25-50",
                "2 | Аппарат акима | село Южное | 2-25-52",
                // The header that came again is furniture.
                "- №НаименованиеАдресТелефон",
            ],
        );
    }

    #[test]
    fn a_row_without_a_number_stays_one_where_no_cell_goes_on() {
        check(
            Language::Ru,
            "| № | Наименование | Адрес | Телефон |\n| 1 | Отдел занятости | село Мирное | 2-25-51 |\n| | Аппарат акима | село Южное | 2-25-52 |",
            &[
                "# ",
                "= № | Наименование | Адрес | Телефон",
                "1 | Отдел занятости | село Мирное | 2-25-51",
                " | Аппарат акима | село Южное | 2-25-52",
            ],
        );
    }

    #[test]
    fn a_table_of_other_things_is_none() {
        check(
            Language::Ru,
            "Действие\tСрок\nприем\t5 минут\nвыдача\t5 минут",
            &[],
        );
    }
}
