//! Lists of offices: numbered items that each name an office and say how to reach it.
//!
//! All items must do so; else the list is one of other things.

use std::sync::LazyLock;

use regex::Regex;

use super::contact::find_contacts;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::quotes::OPENING;
use crate::repair::{RepairedLine, join_prose};

/// Lines that a caption may take up.
const CAPTION: usize = 4;
/// Bytes of the longest item.
const LONGEST: usize = 1500;

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\d{1,3})(?:\s?[.)]\s*|\s+)").expect("well formed"));

/// Reads the content of an annex; `None` for anything else.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let lines = lines.iter().filter(|line| line.has_words());
    let lines: Vec<&RepairedLine> = lines.collect();
    let first = lines
        .iter()
        .take(CAPTION + 1)
        .position(|line| number(line) == Some(1))?;
    let mut items: Vec<Vec<&RepairedLine>> = Vec::new();
    for line in &lines[first..] {
        let next = u32::try_from(items.len() + 1).ok();
        match items.last_mut() {
            Some(item) if number(line) != next => item.push(line),
            _ => items.push(vec![line]),
        }
    }
    if items.len() < 2 {
        return None;
    }
    let rows: Option<Vec<Unit>> = items
        .iter()
        .map(|item| {
            row(
                &join_prose(item.iter().copied(), builder.vocabulary),
                builder,
            )
        })
        .collect();
    let caption = join_prose(lines[..first].iter().copied(), builder.vocabulary);
    Some(vec![builder.group(Role::Table, caption, rows?)])
}

/// The number that begins an item: one without a mark behind it stands before a name.
fn number(line: &RepairedLine) -> Option<u32> {
    let text = line.words.text();
    let found = NUMBER.captures(text)?;
    let (marker, number) = (found.get(0)?, found.get(1)?);
    let is_marked = marker.as_str().contains(['.', ')']);
    let begins_name =
        text[marker.end()..].starts_with(|c: char| c.is_uppercase() || OPENING.contains(&c));
    let number = (is_marked || begins_name).then_some(number.as_str())?;
    number.parse().ok()
}

/// An item as a row: its name, its address with the contacts, its hours.
fn row(item: &Passage, builder: &Builder<'_>) -> Option<Unit> {
    let text = item.text();
    if text.len() > LONGEST {
        return None;
    }
    let start = NUMBER.find(text)?.end();
    let name = start + name_end(&text[start..], builder.lexicon)?;
    let has_contact = !find_contacts(&text[name..], builder.lexicon).is_empty();
    let is_office = builder.lexicon.says("office-body", &text[start..name]);
    if !has_contact || !is_office || !builder.lexicon.says("address-word", &text[name..]) {
        return None;
    }
    let schedule = builder
        .lexicon
        .find_earliest("schedule-start", &text[name..]);
    let hours = schedule.map_or(text.len(), |found| name + found.range.start);
    let cell = |from: usize, to: usize| builder.unit(Role::Cell, item.slice(from..to).trim());
    let mut cells = vec![cell(start, name), cell(name, hours)];
    cells.push(cell(hours, text.len()));
    cells.retain(|cell| !cell.words.is_empty());
    Some(builder.row(Some(item.slice(0..start).trim()), cells))
}

/// The end of the name: a colon or a dash behind it, else the name as its words say.
fn name_end(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let mark = [":", " – ", " - ", " — "]
        .into_iter()
        .filter_map(|mark| text.find(mark));
    match (lexicon.find("office-name", text), mark.min()) {
        (Some(name), _) if name.range.end < text.len() => Some(name.range.end),
        (_, mark) => mark,
    }
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
    fn items_that_each_name_an_office_are_rows() {
        check(
            Language::Ru,
            "Адреса отделов\n1) Отдел образования: село Мерке, улица Мира, 5, телефон 8 (72632) 2-25-51;\n2) Отдел занятости: село Кулан, улица Абая, 7,\nтелефон 8 (72631) 2-12-30.",
            Some(&[
                "# Адреса отделов",
                "1) | Отдел образования | : село Мерке, улица Мира, 5, телефон 8 (72632) 2-25-51;",
                "2) | Отдел занятости | : село Кулан, улица Абая, 7, телефон 8 (72631) 2-12-30.",
            ]),
        );
    }

    #[test]
    fn items_with_bare_numbers_are_rows() {
        check(
            Language::Ru,
            "Аппараты акимов\n1 Аппарат акима города Тараз, город Тараз, улица \nМира, 5, тел. 8-7262-460203\n2 Аппарат акима Меркенского района, село Мерке, улица Исмаилова,\n44, тел. 8-72632-21181",
            Some(&[
                "# Аппараты акимов",
                "1 | Аппарат акима города Тараз | , город Тараз, улица Мира, 5, тел. 8-7262-460203",
                "2 | Аппарат акима Меркенского района | , село Мерке, улица Исмаилова, 44, тел. 8-72632-21181",
            ]),
        );
    }

    #[test]
    fn a_row_a_line_parts_after_a_short_legal_form() {
        check(
            Language::Kk,
            "Ұйымдардың тізбесі\nN Атауы, мекенжайы, телефоны, жұмыс кестесі\n1. \"№ 2 емхана\" МКҚК, Тараз қаласы, Абай көшесі, 7, тел. 8(7262)431615, дүйсенбі-жұма 08.00-20.00\n2. \"Меркі аудандық емханасы\" МКҚК, Меркі ауылы, Төле би көшесі, 1, тел. 8(72632)21877",
            Some(&[
                "# Ұйымдардың тізбесі N Атауы, мекенжайы, телефоны, жұмыс кестесі",
                "1 | \"№ 2 емхана\" МКҚК | , Тараз қаласы, Абай көшесі, 7, тел. 8(7262)431615, | дүйсенбі-жұма 08.00-20.00",
                "2 | \"Меркі аудандық емханасы\" МКҚК | , Меркі ауылы, Төле би көшесі, 1, тел. 8(72632)21877",
            ]),
        );
    }

    #[test]
    fn a_list_in_which_one_item_is_no_office_is_none() {
        check(
            Language::Ru,
            "1) Отдел образования: улица Мира, 5, телефон 8 (72632) 2-25-51;\n2) заявление по форме.",
            None,
        );
        check(
            Language::Kk,
            "1) Білім бөлімі: Абай көшесі, 5, телефоны 8 (72632) 2-25-51;\n2) өтініш.",
            None,
        );
    }
}
