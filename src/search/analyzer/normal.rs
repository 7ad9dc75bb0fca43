//! The normal form of a word: one spelling for what readers see as the same.

use unicode_normalization::UnicodeNormalization;

use crate::repair::letters::{cyrillic_look_alike, is_letter_or_digit, small_letter};

/// The normal form of a word: composed, lower case, without soft hyphens and
/// marks, one kind of hyphen, `е` for `ё`, Cyrillic letters for their look-alikes.
#[must_use]
pub fn normalize(word: &str) -> String {
    // Composing and lowering are slow, and words seldom need more than the plain
    // letters of their alphabets.
    let folded: String = if word.chars().all(|letter| small_letter(letter).is_some()) {
        let small = word.chars().filter_map(small_letter);
        small.filter_map(fold).collect()
    } else {
        let composed = word.nfc().flat_map(char::to_lowercase);
        composed.filter_map(fold).collect()
    };
    if folded.chars().any(is_cyrillic) {
        folded.chars().map(replace_look_alike).collect()
    } else {
        folded
    }
}

/// True for hyphens and for dashes that are typed in their place.
pub fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// True for characters that no reader sees: soft hyphen, joiners, byte order mark.
pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

fn fold(letter: char) -> Option<char> {
    match letter {
        'ё' => Some('е'),
        letter if is_hyphen(letter) => Some('-'),
        letter if is_letter_or_digit(letter) => Some(letter),
        _ => None,
    }
}

/// The Cyrillic letter for a Latin letter or another code point, in lower case, that
/// looks like it. They are replaced only in words that hold a Cyrillic letter: scans of
/// the journals and careless typing mix them.
const fn replace_look_alike(letter: char) -> char {
    match letter {
        'ı' => 'і',
        'ə' => 'ә',
        'ɵ' => 'ө',
        'ӊ' | 'ӈ' => 'ң',
        'ҝ' => 'қ',
        other => cyrillic_look_alike(other),
    }
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &str) {
        assert_eq!(normalize(word), expected, "of {word:?}");
    }

    #[test]
    fn latin_letters_inside_a_kazakh_word_become_cyrillic() {
        check("Мемлекеттiк", "мемлекеттік");
    }

    #[test]
    fn latin_letters_inside_a_russian_word_become_cyrillic() {
        check("Cправкa", "справка");
    }

    #[test]
    fn a_latin_word_stays_latin() {
        check("eGov", "egov");
    }

    #[test]
    fn yo_and_decomposed_short_i_have_one_spelling() {
        check("ЁЙ", "ей");
        check("Е\u{308}И\u{306}", "ей");
    }

    #[test]
    fn soft_hyphens_disappear_and_dashes_become_hyphens() {
        check("про\u{ad}тез\u{2011}стол", "протез-стол");
    }
}
