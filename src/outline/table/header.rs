//! Headers: where the header of a table of offices stands among its lines, and
//! which columns it names.

use super::column::{Column, ColumnKind, find_columns, promise_offices};
use super::cut::{Part, wide_gaps};
use super::order::Place;
use super::whole::CELL_GAP;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_cell};

/// Lines that the caption and the header of a table may take up.
const LINES: usize = 45;
/// Figures that no header holds.
const FIGURES: usize = 5;
/// Words of the longest cell that is told from a caption.
const CELL_WORDS: usize = 3;
/// Lines in which the first row must say how to reach its office.
const FIRST_ROW: usize = 14;

/// A line with words and the blank lines before it.
pub(super) type Gapped = (usize, RepairedLine);

/// A header that was found.
pub(super) struct Header {
    /// The line with which it begins; those before it are the caption.
    pub(super) first: usize,
    /// The line with which the table itself begins.
    pub(super) end: usize,
    /// What its cells name, in their order.
    pub(super) places: Vec<Place>,
    /// Its cells.
    pub(super) cells: Vec<Passage>,
}

/// Finds the header at the beginning of the lines. `parts` are those of each line.
pub(super) fn find_header(
    lines: &[Gapped],
    parts: &[Vec<Part>],
    builder: &Builder<'_>,
) -> Option<Header> {
    let window = lines.len().min(LINES);
    let kinds: Vec<Vec<ColumnKind>> = lines[..window]
        .iter()
        .map(|(_, line)| kinds_of(line.words.text(), builder.lexicon))
        .collect();
    let end = body_start(lines, parts, &kinds)?;
    let first = header_start(lines, &kinds, end);
    let (places, cells) = columns(&lines[first..end], builder);
    promise_offices(places.iter().map(|place| place.kind)).then_some(Header {
        first,
        end,
        places,
        cells,
    })
}

/// Whether a text names columns that promise offices.
pub(super) fn promises(lines: &[Gapped], lexicon: &Lexicon) -> bool {
    let window = lines.len().min(LINES);
    let text: Vec<&str> = lines[..window]
        .iter()
        .map(|(_, line)| line.words.text())
        .collect();
    // The words of a column may be broken over lines, or be a whole line.
    let lines = text.iter().flat_map(|line| kinds_of(line, lexicon));
    promise_offices(kinds_of(&text.join("\n"), lexicon).into_iter().chain(lines))
}

fn kinds_of(text: &str, lexicon: &Lexicon) -> Vec<ColumnKind> {
    let columns = find_columns(text, lexicon).into_iter();
    columns.map(|column| column.kind).collect()
}

/// The first line of the table behind a header: the first row with its number,
/// else the first line that is no part of the header.
fn body_start(lines: &[Gapped], parts: &[Vec<Part>], kinds: &[Vec<ColumnKind>]) -> Option<usize> {
    let promised = (1..kinds.len()).filter(|at| promise_offices(kinds[..*at].concat()));
    let promised: Vec<usize> = promised.collect();
    let is_first = |at: &&usize| {
        let following: Vec<&Part> = parts[**at..].iter().flatten().take(2).collect();
        matches!(following.as_slice(), [number, name] if number.signs.number == Some(1) && may_be_name(name))
    };
    let numbered = promised.iter().find(is_first).copied();
    let plain = promised.iter().copied().find(|at| {
        let text = lines[*at].1.words.text();
        let is_heading = parts[*at].iter().all(|part| part.district);
        let starts_cell = lines[*at].0 > 0
            || kinds[at - 1].is_empty()
            || is_heading
            || !text.starts_with(char::is_lowercase);
        starts_cell && !is_of_header(text, &parts[*at], &kinds[*at]) && is_reached(&parts[*at..])
    });
    match (numbered, plain) {
        (Some(numbered), _) => {
            if let Some(torn) = torn_start(&lines[..numbered + 1], parts, kinds) {
                return Some(torn);
            }
            // A sub-heading may stand before the first row.
            let is_heading = parts[numbered - 1].iter().all(|part| part.district);
            let is_header = promise_offices(kinds[..numbered - 1].concat());
            Some(numbered - usize::from(is_heading && is_header))
        }
        (None, plain) => plain,
    }
}

/// Where the first row begins whose number stands behind a page, with its address before
/// that. The last of the lines is that of the number.
fn torn_start(lines: &[Gapped], parts: &[Vec<Part>], kinds: &[Vec<ColumnKind>]) -> Option<usize> {
    let (number, before) = lines.split_last()?;
    let start = before.iter().rposition(|(gap, _)| *gap > 0)?;
    let block = start..before.len();
    let is_address = parts[block.clone()].iter().flatten().any(|part| {
        let signs = &part.signs;
        signs.address && !signs.name
    });
    let is_header = kinds[block].iter().any(|kinds| !kinds.is_empty());
    let is_torn = number.0 > CELL_GAP && is_address && !is_header;
    (is_torn && promise_offices(kinds[..start].concat())).then_some(start)
}

/// Whether a part may be the name with which a row goes on behind its number.
pub(super) fn may_be_name(part: &Part) -> bool {
    let signs = &part.signs;
    let is_other = signs.number.is_some()
        || signs.contact.is_some()
        || signs.nothing
        || signs.schedule && !signs.name
        || part.words.text().starts_with(|c: char| c.is_ascii_digit());
    !is_other
}

fn is_of_header(text: &str, parts: &[Part], kinds: &[ColumnKind]) -> bool {
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    // A label alone is the name of a column.
    let says_more = |part: &Part| part.words.text().contains('@') || figures > 0;
    let has_contact = parts
        .iter()
        .any(|part| part.signs.contact.is_some() && says_more(part));
    let is_number = parts.iter().all(|part| part.signs.number.is_some());
    is_number || !kinds.is_empty() && figures < FIGURES && !has_contact
}

fn is_reached(parts: &[Vec<Part>]) -> bool {
    let row = &parts[..parts.len().min(FIRST_ROW)];
    let mut row = row.iter().flatten();
    row.any(|part| part.signs.contact.is_some() || part.signs.address)
}

/// The last line from which on the header still names all of its columns; what
/// the caption says in passing (`Адреса услугодателя`) names none.
fn header_start(lines: &[Gapped], kinds: &[Vec<ColumnKind>], end: usize) -> usize {
    let set = |from: usize| {
        let mut set = kinds[from..end].concat();
        set.sort_unstable();
        set.dedup();
        set
    };
    let block = (1..end).find(|at| lines[*at].0 > 0).unwrap_or(0);
    let from = if promise_offices(set(block)) && !is_cell(lines, kinds, block, end) {
        block
    } else {
        0
    };
    let all = set(from);
    (from..end).rev().find(|at| set(*at) == all).unwrap_or(from)
}

/// Whether the first line is a cell of the header although a blank line parts it from
/// the others: it is short, and names a column that none of them does.
fn is_cell(lines: &[Gapped], kinds: &[Vec<ColumnKind>], block: usize, end: usize) -> bool {
    let own = kinds[..block].concat();
    let others = kinds[block..end].concat();
    let is_short = block == 1 && lines[0].1.words.text().split_whitespace().count() <= CELL_WORDS;
    // Contacts of any kind are named where each kind of them is.
    let is_named = |kind: &ColumnKind| {
        others.contains(kind)
            || *kind == ColumnKind::Contacts && others.iter().any(|other| other.is_contact())
    };
    is_short && !own.is_empty() && !own.iter().any(is_named)
}

/// What a header names and its cells: a cell begins where a column is named, with
/// the words of its fragment before it.
fn columns(lines: &[Gapped], builder: &Builder<'_>) -> (Vec<Place>, Vec<Passage>) {
    let has_blanks = lines.iter().skip(1).any(|(gap, _)| *gap > 0);
    let mut whole = Passage::default();
    let mut fragments: Vec<usize> = Vec::new();
    let mut from = 0;
    for at in 1..=lines.len() {
        let ends = at == lines.len() || !has_blanks || lines[at].0 > 0;
        if !ends {
            continue;
        }
        let group = lines[from..at].iter().map(|(_, line)| line);
        let words = join_cell(group, builder.vocabulary);
        if !whole.is_empty() {
            whole.push_inserted(" ");
        }
        let start = whole.text().len();
        fragments.push(start);
        fragments.extend(wide_gaps(&words).into_iter().map(|gap| start + gap));
        whole.push(&words);
        from = at;
    }
    let text = whole.text();
    let mut places: Vec<Place> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    let mut named = 0;
    for column in header_columns(text, &fragments, builder.lexicon) {
        let cell = fragments.partition_point(|start| *start <= column.range.start) - 1;
        let last = places.last();
        if last.is_some_and(|last| last.kind == column.kind && last.cell == cell) {
            continue;
        }
        let is_first = last.is_none_or(|last| last.cell != cell);
        starts.push(if is_first {
            // The words of the column before may end in this fragment.
            fragments[cell].max(named)
        } else {
            column.range.start
        });
        named = column.range.end;
        places.push(Place {
            kind: column.kind,
            cell,
        });
    }
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let cells = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| whole.slice(*start..end).trim())
        .collect();
    (apart(places, fragments.len()), cells)
}

/// The columns that a header names: its words as a whole, and the cells that name
/// one only when they are read alone.
fn header_columns(text: &str, fragments: &[usize], lexicon: &Lexicon) -> Vec<Column> {
    let mut columns = find_columns(text, lexicon);
    let ends = fragments.iter().skip(1).copied().chain([text.len()]);
    for (start, end) in fragments.iter().copied().zip(ends) {
        let is_named = |column: &Column| column.range.start < end && start < column.range.end;
        if columns.iter().any(is_named) {
            continue;
        }
        let cell = text[start..end].trim_end();
        columns.extend(
            find_columns(cell, lexicon)
                .into_iter()
                .map(|column| Column {
                    kind: column.kind,
                    range: start + column.range.start..start + column.range.end,
                }),
        );
    }
    columns.sort_by_key(|column| column.range.start);
    columns
}

/// Cells that run together in one line are cells of their own.
fn apart(mut places: Vec<Place>, fragments: usize) -> Vec<Place> {
    let with_number = places
        .iter()
        .filter(|place| place.kind == ColumnKind::Number)
        .map(|place| place.cell);
    let with_number: Vec<usize> = with_number.collect();
    for (at, place) in places.iter_mut().enumerate() {
        if fragments == 1 || with_number.contains(&place.cell) {
            place.cell = fragments + at;
        }
    }
    places
}

/// The header as a unit.
pub(super) fn heading(cells: &[Passage], builder: &Builder<'_>) -> Unit {
    let cells = cells
        .iter()
        .map(|cell| builder.unit(Role::Cell, cell.clone()))
        .collect();
    builder.group(Role::Heading, Passage::default(), cells)
}

#[cfg(test)]
mod tests {
    use super::super::cut::cut;
    use super::super::sample::with_lines;
    use super::super::whole::whole_lines;
    use super::*;
    use crate::language::Language;

    /// The first line of the header, the columns, and the first line of the table.
    #[track_caller]
    fn check(language: Language, annex: &str, expected: Option<(&str, &[ColumnKind], &str)>) {
        let read = with_lines(language, annex, |lines, builder| {
            let lines = whole_lines(lines, builder);
            let parts: Vec<Vec<Part>> = lines
                .iter()
                .map(|(gap, line)| cut(*gap, line, builder.lexicon))
                .collect();
            let header = find_header(&lines, &parts, builder)?;
            let kinds: Vec<ColumnKind> = header.places.iter().map(|place| place.kind).collect();
            let text = |at: usize| lines[at].1.words.text().to_owned();
            Some((text(header.first), kinds, text(header.end)))
        });
        let expected =
            expected.map(|(first, kinds, end)| (first.to_owned(), kinds.to_vec(), end.to_owned()));
        assert_eq!(read, expected, "in: {annex}");
    }

    use ColumnKind::{Address, Contacts, Head, Name, Number, Phone, Reception};

    #[test]
    fn a_caption_that_speaks_of_addresses_names_no_column() {
        check(
            Language::Ru,
            "Адреса отделов образования\n\n№\n\nНаименование\n\nАдрес\n\nТелефон\n\n1\n\nОтдел образования\n\nулица Мира, 5\n\n2-25-51",
            Some(("№", &[Number, Name, Address, Phone], "1")),
        );
        check(
            Language::Kk,
            "№ Бөлімнің атауы\n\nМекенжайы\n\nТелефоны\n\n1 № 1 Шымкент қалалық бөлімі\n\nАбай көшесі, 5\n\n2-25-51",
            Some((
                "№ Бөлімнің атауы",
                &[Number, Name, Address, Phone],
                "1 № 1 Шымкент қалалық бөлімі",
            )),
        );
        check(
            Language::Kk,
            "Бөлімдердің мекенжайлары\n\n№\n\nБөлімнің атауы\n\nМекенжайы\n\nТелефоны\n\n1\n\nБілім бөлімі\n\nАбай көшесі, 5\n\n2-25-51",
            Some(("№", &[Number, Name, Address, Phone], "1")),
        );
    }

    #[test]
    fn a_first_cell_that_names_what_no_other_does_is_no_caption() {
        check(
            Language::Ru,
            "Телефоны\n\nАдрес\n\nНаименование отдела\n\n2-25-51\n\nулица Мира, 5\n\nОтдел образования",
            Some(("Телефоны", &[Phone, Address, Name], "2-25-51")),
        );
    }

    #[test]
    fn a_kind_of_bodies_over_the_first_row_is_no_column() {
        check(
            Language::Ru,
            "№\n\nАдрес\n\nКто принимает\n\nКонтакты\n\nВремя приема\n\nУслугодатель\n\n1\n\nулица Мира, 5\n\nОтдел образования\n\nт. 2-25-51\n\nвторник с 9.00 до 12.00",
            Some((
                "№",
                &[Number, Address, Name, Contacts, Reception],
                "Услугодатель",
            )),
        );
        check(
            Language::Ru,
            "Наименование\nРуководитель\nАдрес\nТелефон\nгород Актау\nОтдел образования\nЕсенов Нурлан Болатович\nулица Мира, 5\n2-25-51",
            Some(("Наименование", &[Name, Head, Address, Phone], "город Актау")),
        );
    }

    #[test]
    fn columns_that_promise_no_offices_are_no_header() {
        check(
            Language::Ru,
            "Показатели качества\n\nНормативное значение\n\n1\n\n95",
            None,
        );
    }
}
