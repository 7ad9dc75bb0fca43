//! The header of a table that an export prints again where a page tore the table.

use std::borrow::Cow;

use crate::content::patterns::Lexicon;
use crate::repair::RepairedLine;

/// Lines with words that a header may take up.
const HEADER: usize = 8;

/// The lines without the headers that are printed again; those headers.
pub(super) fn part<'a>(
    lines: &'a [RepairedLine],
    lexicon: &Lexicon,
) -> (Cow<'a, [RepairedLine]>, Vec<&'a RepairedLine>) {
    let filled: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].has_words())
        .collect();
    let text = |at: usize| filled.get(at).map_or("", |line| lines[*line].words.text());
    let Some(header) = header(filled.len(), text, lexicon) else {
        return (Cow::Borrowed(lines), Vec::new());
    };
    let mut again: Vec<usize> = Vec::new();
    let mut at = header.end;
    while at + header.len() <= filled.len() {
        let is_same = (0..header.len()).all(|nth| text(at + nth) == text(header.start + nth));
        // Over a first row it is the header of another table.
        if is_same && !begins_first_row(text(at + header.len())) {
            again.extend(&filled[at..at + header.len()]);
            at += header.len();
        } else {
            at += 1;
        }
    }
    if again.is_empty() {
        return (Cow::Borrowed(lines), Vec::new());
    }
    let kept = lines.iter().enumerate();
    let kept = kept.filter(|(at, _)| again.binary_search(at).is_err());
    (
        Cow::Owned(kept.map(|(_, line)| line.clone()).collect()),
        again.iter().map(|at| &lines[*at]).collect(),
    )
}

/// The header over the first row, two cells at least.
fn header<'a>(
    length: usize,
    text: impl Fn(usize) -> &'a str,
    lexicon: &Lexicon,
) -> Option<std::ops::Range<usize>> {
    let start = (0..length).find(|at| lexicon.says("requirements-header", text(*at)))?;
    let rows = (start + 1..length.min(start + HEADER)).find(|at| begins_first_row(text(*at)))?;
    let has_cells = rows - start > 1 || text(start).contains('\t');
    has_cells.then_some(start..rows)
}

/// Whether a line holds the number of a first row, alone or in a cell. A row that counts
/// the columns is a part of the header.
fn begins_first_row(text: &str) -> bool {
    let number = text.split([' ', '\t']).next().unwrap_or_default();
    let counts = text
        .split('\t')
        .nth(1)
        .is_some_and(|cell| cell.trim() == "2");
    (number.trim_end_matches('.') == "1" || text == "1)") && !counts
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::with_lines;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, annex: &str, expected: &[&str]) {
        let again = with_lines(language, annex, |lines, builder| {
            let (kept, again) = part(lines, builder.lexicon);
            assert_eq!(kept.len() + again.len(), lines.len());
            let again = again.iter().map(|line| line.words.text().to_owned());
            again.collect::<Vec<_>>()
        });
        assert_eq!(again, expected, "in: {annex}");
    }

    #[test]
    fn a_header_is_told_where_a_page_repeats_it() {
        check(
            Language::Ru,
            "№\tТребование\tСодержание требования\n1\tНаименование услугодателя\tОтдел\n\n№\tТребование\tСодержание требования\n2\tФорма оказания\tбумажная",
            &["№\tТребование\tСодержание требования"],
        );
        check(
            Language::Kk,
            "Р/с №\n\nТалаптың атауы\n\n1\n\nБерушінің атауы\n\nБөлім\n\nР/с №\n\nТалаптың атауы\n\n2\n\nНысаны",
            &["Р/с №", "Талаптың атауы"],
        );
    }

    #[test]
    fn the_header_of_the_next_table_stays() {
        check(
            Language::Ru,
            "№\tТребование\n1\tНаименование услугодателя\n2\tФорма\n№\tТребование\n1\tНаименование услугодателя",
            &[],
        );
    }
}
