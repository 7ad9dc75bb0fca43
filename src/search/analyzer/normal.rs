//! The normal form of a word: one spelling for what readers see as the same.

use unicode_normalization::UnicodeNormalization;

/// Latin letters and other code points that look like a Cyrillic letter, in lower
/// case, with that letter. They are replaced only in words that hold a Cyrillic
/// letter: scans of the journals and careless typing mix them.
const LOOK_ALIKES: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'һ'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
    ('ı', 'і'),
    ('ə', 'ә'),
    ('ɵ', 'ө'),
    ('ӊ', 'ң'),
    ('ӈ', 'ң'),
    ('ҝ', 'қ'),
];

/// The normal form of a word: composed, lower case, without soft hyphens and
/// marks, one kind of hyphen, `е` for `ё`, Cyrillic letters for their look-alikes.
#[must_use]
pub fn normalize(word: &str) -> String {
    let folded: String = word
        .nfc()
        .flat_map(char::to_lowercase)
        .filter_map(fold)
        .collect();
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
        letter if letter.is_alphanumeric() => Some(letter),
        _ => None,
    }
}

fn replace_look_alike(letter: char) -> char {
    LOOK_ALIKES
        .iter()
        .find_map(|(from, to)| (*from == letter).then_some(*to))
        .unwrap_or(letter)
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
