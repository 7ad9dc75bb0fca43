//! Offices as cards: the name of each, and under it lines that say of themselves what
//! they hold, as `Address: ...`, `Phone: ...`.
//!
//! The labels of the lines are those of the columns of other tables. A list in which
//! one card names no office or does not say how to reach it is one of other things.

use super::column::{ColumnKind, find_columns};
use super::contact::find_contacts;
use super::cut::number_before;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_cell, join_prose};

/// Letters of the longest label.
const LABEL: usize = 60;
/// Lines that a name may take up.
const NAME: usize = 4;

/// A line of words, with whether a blank line stands before it.
type Line<'a> = (bool, &'a RepairedLine);

/// A card while its lines are read: the lines of the name, those of each cell.
#[derive(Default)]
struct Card<'a> {
    name: Vec<&'a RepairedLine>,
    cells: Vec<Vec<&'a RepairedLine>>,
}

/// Reads the content of an annex; `None` for anything else.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let lines = with_gaps(lines);
    let labels: Vec<bool> = lines
        .iter()
        .map(|(_, line)| find_label(line.words.text(), builder.lexicon).is_some())
        .collect();
    let first = labels.iter().position(|is_label| *is_label)?;
    let start = name_start(&lines, first);
    let mut cards: Vec<Card<'_>> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(start) {
        if at == start || !labels[at] && begins_card(&lines[at..], &labels[at..], builder) {
            cards.push(Card::default());
        }
        let card = cards.last_mut()?;
        match card.cells.last_mut() {
            _ if labels[at] => card.cells.push(vec![line.1]),
            Some(cell) => cell.push(line.1),
            None => card.name.push(line.1),
        }
    }
    let rows: Option<Vec<Unit>> = cards.iter().map(|card| row(card, builder)).collect();
    let caption = join_prose(
        lines[..start].iter().map(|(_, line)| *line),
        builder.vocabulary,
    );
    let rows = rows.filter(|rows| rows.len() > 1)?;
    Some(vec![builder.group(Role::Table, caption, rows)])
}

/// What a line says of itself before its colon, and the end of that label.
#[must_use]
pub fn find_label(text: &str, lexicon: &Lexicon) -> Option<(ColumnKind, usize)> {
    let colon = text.find(':')?;
    let label = &text[..colon];
    if label.chars().count() > LABEL || label.contains([',', ';']) {
        return None;
    }
    let columns = find_columns(label, lexicon);
    let [column] = columns.as_slice() else {
        return None;
    };
    let is_told = !matches!(
        column.kind,
        ColumnKind::Number | ColumnKind::District | ColumnKind::Name
    );
    is_told.then_some((column.kind, colon + 1))
}

fn with_gaps(lines: &[RepairedLine]) -> Vec<Line<'_>> {
    let mut gap = true;
    let mut with_words = Vec::new();
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            gap = true;
        } else {
            with_words.push((gap, line));
            gap = false;
        }
    }
    with_words
}

/// Where the name over the first label begins: behind the blank line before it.
fn name_start(lines: &[Line<'_>], label: usize) -> usize {
    let from = label.saturating_sub(NAME);
    let gap = (from..label).rev().find(|at| lines[*at].0);
    gap.unwrap_or(label.saturating_sub(1))
}

/// Whether a card begins with a line: lines of a name lead from it to a label, and a
/// blank line stands before it, or the name of an office runs on without one.
fn begins_card(lines: &[Line<'_>], labels: &[bool], builder: &Builder<'_>) -> bool {
    let length = labels.iter().take(NAME + 1).position(|is_label| *is_label);
    let Some(length) = length else {
        return false;
    };
    let text = lines[0].1.words.text();
    let names_office = || {
        let begins = text.starts_with(|c: char| !c.is_lowercase());
        begins && builder.lexicon.says("office-body", text)
    };
    let is_whole = lines[1..length].iter().all(|(gap, _)| !gap);
    is_whole && (lines[0].0 || names_office())
}

/// A card as a row: its name, then the labelled lines.
fn row(card: &Card<'_>, builder: &Builder<'_>) -> Option<Unit> {
    let lexicon = builder.lexicon;
    let name = join_cell(card.name.iter().copied(), builder.vocabulary);
    let cells: Vec<Passage> = card
        .cells
        .iter()
        .map(|cell| join_cell(cell.iter().copied(), builder.vocabulary))
        .collect();
    let is_address = |cell: &Passage| {
        find_label(cell.text(), lexicon).is_some_and(|(kind, _)| kind == ColumnKind::Address)
    };
    let has_contact = |cell: &Passage| !find_contacts(cell.text(), lexicon).is_empty();
    let is_office = lexicon.says("office-body", name.text());
    if !is_office || !cells.iter().any(is_address) || !cells.iter().any(has_contact) {
        return None;
    }
    let (number, name) = without_number(&name);
    let cells = std::iter::once(name).chain(cells);
    let cells = cells.map(|words| builder.unit(Role::Cell, words)).collect();
    Some(builder.row(number, cells))
}

/// A name behind the number of its card.
fn without_number(name: &Passage) -> (Option<Passage>, Passage) {
    let text = name.text();
    let end = number_before(text);
    let number = (end > 0).then(|| name.slice(0..end).trim());
    (number, name.slice(end..text.len()).trim())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{print, with_lines};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, annex: &str, expected: Option<&[&str]>) {
        let read = with_lines(language, annex, |lines, builder| {
            parse(lines, builder).map(|tables| print(&tables))
        });
        let expected = expected
            .map(|lines| -> Vec<String> { lines.iter().map(|line| (*line).to_owned()).collect() });
        assert_eq!(read, expected, "in: {annex}");
    }

    #[test]
    fn lines_with_labels_under_a_name_are_a_row() {
        check(
            Language::Kk,
            "Бөлімдер туралы мәліметтер\n\nАлға ауданының\nбілім бөлімі\nМекенжайы: Алға қаласы, Абай көшесі, 5\nБастығы: Есенов Нұрлан Болатұлы\nТел.: 8 (71337) 3-14-75\nE-mail: alga-\nbilim@mail.kz\n\nТемір ауданының білім бөлімі\nМекенжайы: Шұбарқұдық кенті, Байғанин көшесі, 15\nТел.: 8 (71346) 2-30-77",
            Some(&[
                "# Бөлімдер туралы мәліметтер",
                " | Алға ауданының білім бөлімі | Мекенжайы: Алға қаласы, Абай көшесі, 5 | Бастығы: Есенов Нұрлан Болатұлы | Тел.: 8 (71337) 3-14-75 | E-mail: alga-bilim@mail.kz",
                " | Темір ауданының білім бөлімі | Мекенжайы: Шұбарқұдық кенті, Байғанин көшесі, 15 | Тел.: 8 (71346) 2-30-77",
            ]),
        );
        check(
            Language::Ru,
            "1. Отдел образования\nАдрес: село Мерке, улица Мира, 5\nТелефон: 8 (72632) 2-25-51\n2. Отдел занятости\nАдрес: село Кулан, улица Абая, 7\nТелефон: 8 (72631) 2-12-30",
            Some(&[
                "# ",
                "1 | Отдел образования | Адрес: село Мерке, улица Мира, 5 | Телефон: 8 (72632) 2-25-51",
                "2 | Отдел занятости | Адрес: село Кулан, улица Абая, 7 | Телефон: 8 (72631) 2-12-30",
            ]),
        );
    }

    #[test]
    fn labelled_lines_of_a_form_are_none() {
        check(
            Language::Ru,
            "Заявление\n\nСведения о заявителе\nАдрес: ____\nТелефон: ____\n\nСведения о представителе\nАдрес: ____\nТелефон: ____",
            None,
        );
        check(
            Language::Kk,
            "Өтініш\nМекенжайы: Абай көшесі, 5\nТел.: 8 (71337) 3-14-75",
            None,
        );
    }
}
