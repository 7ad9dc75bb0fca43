//! Whole lines: what a line end cuts of an address, a site or a number goes back to
//! the line before it.

use std::sync::LazyLock;

use regex::Regex;

use super::contact::ContactKind;
use super::cut::{number_before, signs};
use crate::content::patterns::Lexicon;
use crate::outline::tree::Builder;
use crate::repair::{RepairedLine, join_cell};

/// The code of a town at the end of a line, behind other words.
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\s(?:8|\+7)\s?\(\d{3,5}\)$").expect("the expression is well formed")
});

/// Most blank lines that part cells; a page break leaves more.
pub(super) const CELL_GAP: usize = 2;
/// Figures of a number behind its code.
const LEAST_FIGURES: usize = 5;
const MOST_FIGURES: usize = 7;

/// The lines with words, an address, site or number that a line end cuts made whole,
/// each with the blank lines before it.
pub(super) fn whole_lines(
    lines: &[RepairedLine],
    builder: &Builder<'_>,
) -> Vec<(usize, RepairedLine)> {
    let mut whole: Vec<(usize, RepairedLine)> = Vec::new();
    let mut gap = 0;
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            gap += 1;
            continue;
        }
        match whole.last_mut() {
            Some((_, last)) if is_cut(last, gap, line, builder.lexicon) => {
                last.words = join_cell([&*last, line], builder.vocabulary);
            }
            _ => whole.push((gap, line.clone())),
        }
        gap = 0;
    }
    whole
}

/// Whether a line goes on in the next one, behind so many blank lines.
fn is_cut(last: &RepairedLine, gap: usize, line: &RepairedLine, lexicon: &Lexicon) -> bool {
    let (left, right) = (last.words.text(), line.words.text());
    // A page may end inside a contact.
    let may_be_contact = gap == 0 || gap > CELL_GAP;
    may_be_contact
        && (cuts_address(left, right)
            || cuts_numbers(left, right, lexicon)
            || cuts_number(left, right, lexicon))
        || gap == 0 && cuts_street(left, right, lexicon)
}

/// Whether an address or site goes on in the next line.
fn cuts_address(left: &str, right: &str) -> bool {
    let last = left.split_whitespace().next_back().unwrap_or_default();
    let next = right.split_whitespace().next().unwrap_or_default();
    let is_latin = |word: &str| !word.is_empty() && word.is_ascii();
    if !is_latin(last) || !is_latin(next) || !next.contains(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let is_cut = last.ends_with(['.', '@', '_', '-']);
    let is_open = match last.split_once('@') {
        Some((_, host)) => is_cut || !host.contains('.'),
        None => is_cut && last.starts_with("www"),
    };
    let holds_letters = last.contains(|c: char| c.is_ascii_alphabetic());
    is_open || next.starts_with('@') || holds_letters && is_cut && next.contains('@')
}

/// Whether a line ends with the word for a street or a comma of an address, and the
/// next one begins with a number in the name of the street: `улица` / `1 Мая, 44`. The
/// number of a row has a mark behind it, or the name of a body.
fn cuts_street(left: &str, right: &str, lexicon: &Lexicon) -> bool {
    let (number, name) = right.split_at(number_before(right));
    let is_bare = number.trim_end().ends_with(|c: char| c.is_ascii_digit());
    if !is_bare || !name.starts_with(char::is_uppercase) || lexicon.says("office-body", name) {
        return false;
    }
    let left = left.trim_end();
    let words = lexicon.find_all("address-word", left);
    // Where the word stands behind its name, the name is whole.
    let lacks_name = words.iter().any(|word| {
        let before = left[..word.range.start].trim_end();
        word.range.end == left.len() && (before.is_empty() || before.ends_with(','))
    });
    let is_named_behind = || {
        let word = lexicon.find_earliest("address-word", name);
        let between = word.map(|word| name[..word.range.start].split_whitespace().count());
        !words.is_empty() && left.ends_with(',') && between == Some(1)
    };
    lacks_name || is_named_behind()
}

/// Whether a line of numbers ends with a comma, and the next one is the figures of one
/// more number and nothing else. Behind other words a line end parts no cells.
fn cuts_numbers(left: &str, right: &str, lexicon: &Lexicon) -> bool {
    let right = right.trim().trim_end_matches([',', ';']);
    let figures = right.bytes().filter(u8::is_ascii_digit).count();
    let is_number = (LEAST_FIGURES..=MOST_FIGURES).contains(&figures)
        && right
            .chars()
            .all(|c| c.is_ascii_digit() || "-–".contains(c));
    is_number
        && left.trim_end().ends_with([',', ';'])
        && signs(left, lexicon).contact == Some(ContactKind::Phone)
}

/// Whether a line ends with the code of a number, in brackets, or with the word for
/// its kind behind other figures, and the next one begins with its figures.
fn cuts_number(left: &str, right: &str, lexicon: &Lexicon) -> bool {
    let number = right.split_whitespace().next().unwrap_or_default();
    let figures = number.bytes().filter(u8::is_ascii_digit).count();
    let is_number = number.contains('-')
        && (LEAST_FIGURES..=MOST_FIGURES).contains(&figures)
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "-–,;".contains(c));
    is_number && (CODE.is_match(left) || ends_with_label(left, lexicon))
}

/// Whether the last word of a line says what number follows; that of a header names
/// a column.
fn ends_with_label(left: &str, lexicon: &Lexicon) -> bool {
    let Some((before, last)) = left.trim_end().rsplit_once(' ') else {
        return false;
    };
    let label = lexicon.find("contact-label", last);
    let fills = label.is_some_and(|label| {
        let rest = last[label.range.end..].trim_matches(['.', ':']);
        label.range.start == 0 && rest.is_empty()
    });
    fills && before.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_lines;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, annex: &str, expected: &[&str]) {
        let read = with_lines(language, annex, |lines, builder| {
            let whole = whole_lines(lines, builder);
            let texts = whole.iter().map(|(_, line)| line.words.text().to_owned());
            texts.collect::<Vec<_>>()
        });
        assert_eq!(read, expected, "in: {annex}");
    }

    #[test]
    fn a_number_stands_in_one_line_with_the_word_for_its_kind() {
        check(
            Language::Ru,
            "улица Абая, 17, тел. 25-45-10, факс\n25-46-33 a@mail.ru",
            &["улица Абая, 17, тел. 25-45-10, факс 25-46-33 a@mail.ru"],
        );
        // A header names a column.
        check(
            Language::Ru,
            "Наименование Телефон\n25-46-33",
            &["Наименование Телефон", "25-46-33"],
        );
    }

    #[test]
    fn a_second_number_stands_in_one_line_with_the_first() {
        check(
            Language::Kk,
            "телефон: 8(72438) 22154,\n22690\na@mail.ru",
            &["телефон: 8(72438) 22154, 22690", "a@mail.ru"],
        );
        // A postcode has more behind it, a house has fewer figures.
        check(
            Language::Ru,
            "8-72438-22154,\n110400, город Актау\nулица Мира,\n22",
            &["8-72438-22154,", "110400, город Актау", "улица Мира,", "22"],
        );
        check(
            Language::Ru,
            "Отдел города Актау 8-72438-22154,\n22690",
            &["Отдел города Актау 8-72438-22154,", "22690"],
        );
    }

    #[test]
    fn a_number_in_the_name_of_a_street_begins_no_row() {
        check(
            Language::Ru,
            "село Аулиеколь, улица\n1 Мая, 44\n2 Отдел образования",
            &["село Аулиеколь, улица 1 Мая, 44", "2 Отдел образования"],
        );
        check(
            Language::Kk,
            "Әулиекөл ауылы,\n1 Май көшесі, 44\n2 Білім бөлімі",
            &["Әулиекөл ауылы, 1 Май көшесі, 44", "2 Білім бөлімі"],
        );
    }
}
