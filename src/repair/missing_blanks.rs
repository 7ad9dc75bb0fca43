//! Missing blanks around punctuation: `компенсации,выдача`, `(пяти)минут`,
//! `учреждение(далее`, `помощи"утвержденным`, `3)ответственный`.
//!
//! Guard: Cyrillic letters on the side where the blank is missing, and for
//! brackets and digits whole words of the file there (`документ(ы)` stays).

use crate::passage::{Passage, Piece};

use super::letters::is_cyrillic;
use super::vocabulary::Vocabulary;

/// The line with its missing blanks, if that changes it.
/// `behind_dash` are words that no compound has behind its dash.
pub(super) fn repair(
    words: &Passage,
    behind_dash: &[String],
    vocabulary: &Vocabulary,
) -> Option<Passage> {
    let text = words.text();
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|(_, after)| *after);
        let blank = match (before, after) {
            (Some(before), Some(after)) => {
                blank_at(text, at, [before, character, after], vocabulary)
            }
            _ => None,
        };
        let blanks = match (before, character) {
            (Some(before), '–') if is_cyrillic(before) => {
                let next = at + character.len_utf8();
                let word = first_letters(&text[next..]);
                let parts = behind_dash.iter().any(|own| own == word);
                [blank.or(parts.then_some(at)), parts.then_some(next)]
            }
            _ => [blank, None],
        };
        for blank in blanks.into_iter().flatten() {
            pieces.push(Piece::Kept(from..blank));
            pieces.push(Piece::Inserted(" "));
            from = blank;
        }
        before = Some(character);
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.push(Piece::Kept(from..text.len()));
    Some(words.rearranged(&pieces))
}

/// Where a blank is missing around the character at `at`: before it or after it.
fn blank_at(text: &str, at: usize, around: [char; 3], vocabulary: &Vocabulary) -> Option<usize> {
    let [before, character, after] = around;
    let next = at + character.len_utf8();
    match character {
        ',' | ';' if is_cyrillic(before) && is_cyrillic(after) => Some(next),
        // A street may begin with a number: `ауданы,10 лет`.
        ',' if is_cyrillic(before) && after.is_ascii_digit() => {
            let word = last_letters(&text[..at]);
            let behind = text[next..].trim_start_matches(|c: char| c.is_ascii_digit());
            let is_name = behind
                .strip_prefix(' ')
                .is_some_and(|rest| rest.starts_with(is_cyrillic));
            (is_name && word.chars().count() > 3 && is_word(word, vocabulary)).then_some(next)
        }
        ')' if is_cyrillic(after) => after_bracket(text, at, vocabulary).then_some(next),
        '(' if before != ' ' && before != '(' => before_bracket(text, at, vocabulary).then_some(at),
        '"' if is_cyrillic(before) && is_cyrillic(after) && after.is_lowercase() => Some(next),
        '"' if before == ')' && after.is_uppercase() => Some(at),
        '–' if before == ' ' && after.is_alphanumeric() => Some(next),
        '–' if is_cyrillic(before) && after == ' ' => Some(at),
        '.' if is_cyrillic(after) && after.is_uppercase() => starts_item(text, at).then_some(next),
        '0'..='9' if is_cyrillic(before) => {
            let word = last_letters(&text[..at]);
            let long = word.chars().count() > 3 && before.is_lowercase();
            (long && is_word(word, vocabulary)).then_some(at)
        }
        _ => None,
    }
}

/// `(пяти)минут` and `3)ответственный`: a word follows a bracket of words.
fn after_bracket(text: &str, at: usize, vocabulary: &Vocabulary) -> bool {
    let right = first_letters(&text[at + 1..]);
    if starts_item(text, at) {
        return true;
    }
    // A bracket of a word or two is looked back for, no more.
    let inside = text[..at].chars().rev().take(60).position(|c| c == '(');
    inside.is_none_or(|letters| letters > 3) && vocabulary.count(right) >= 2
}

/// `учреждение(далее`, `и(или)`, `2(двух)`: whole words on both sides.
fn before_bracket(text: &str, at: usize, vocabulary: &Vocabulary) -> bool {
    let inside = first_letters(&text[at + 1..]);
    if inside.chars().count() < 3 || vocabulary.count(inside) < 2 {
        return false;
    }
    let left = last_letters(&text[..at]);
    if left.is_empty() {
        return text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    }
    is_word(left, vocabulary)
}

/// Whether the mark at `at` ends the number of an item or point.
fn starts_item(text: &str, at: usize) -> bool {
    (1..=3).contains(&at) && text.as_bytes()[..at].iter().all(u8::is_ascii_digit)
}

fn is_word(word: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.count(word) >= 2
}

fn first_letters(text: &str) -> &str {
    let end = text.find(|c: char| !is_cyrillic(c)).unwrap_or(text.len());
    &text[..end]
}

fn last_letters(text: &str) -> &str {
    &text[text.trim_end_matches(is_cyrillic).len()..]
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let file =
            "минут минут далее далее учреждение учреждение двух двух более более или или и и";
        let vocabulary = Vocabulary::of(&split(file));
        let words = Passage::verbatim(text, 0);
        let dash = ["не".to_owned()];
        let read = repair(&words, &dash, &vocabulary).unwrap_or(words);
        assert_eq!(read.text(), expected);
        assert_eq!(repair(&read, &dash, &vocabulary), None, "a second time");
    }

    #[test]
    fn a_comma_between_words_gets_its_blank() {
        check("компенсации,выдача", "компенсации, выдача");
        check("қаласы,Советов көшесі,13", "қаласы, Советов көшесі,13");
        check("учреждение,10 лет", "учреждение, 10 лет");
        check("учреждение,10", "учреждение,10");
    }

    #[test]
    fn brackets_stand_apart_from_whole_words() {
        check("5 (пяти)минут", "5 (пяти) минут");
        check(
            "учреждение(далее - ГУ)\"Отдел",
            "учреждение (далее - ГУ) \"Отдел",
        );
        check("и(или)", "и (или)");
        check(
            "www.egov.kz(далее - портал)",
            "www.egov.kz (далее - портал)",
        );
        check("2(двух) минут", "2 (двух) минут");
    }

    #[test]
    fn an_ending_in_brackets_stays() {
        check("документ(ы) и № 58(17931)", "документ(ы) и № 58(17931)");
        check("(не)полный", "(не)полный");
    }

    #[test]
    fn a_closing_quote_stands_apart_from_the_next_word() {
        check("помощи\"утвержденным", "помощи\" утвержденным");
        check("бөлімі\"мемлекеттік", "бөлімі\" мемлекеттік");
    }

    #[test]
    fn a_number_of_an_item_stands_apart_from_its_words() {
        check("3)ответственный", "3) ответственный");
        check("1.Государственная", "1. Государственная");
        check("в п. 1.Государственная", "в п. 1.Государственная");
    }

    #[test]
    fn a_dash_stands_apart_on_both_sides() {
        check(
            "услугодателя– не –результат",
            "услугодателя – не – результат",
        );
        check("13–14 часов", "13–14 часов");
        check("услуги–не более", "услуги – не более");
        check("бизнес–процесс", "бизнес–процесс");
    }

    #[test]
    fn a_number_stands_apart_from_a_whole_word() {
        check("не более5 минут", "не более 5 минут");
        check("форма ТД1", "форма ТД1");
    }
}
