//! Letters: quick tests for the characters that acts consist of.
//!
//! The tables of Unicode answer slowly for Cyrillic letters, and repair asks for
//! every character of a file several times.

/// Whether a character is a letter.
pub(crate) fn is_letter(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        '\0'..='\u{7f}' => false,
        _ => character.is_alphabetic(),
    }
}

/// Whether a character is a letter or a digit.
pub(crate) fn is_letter_or_digit(character: char) -> bool {
    character.is_ascii_digit()
        || is_letter(character)
        || character > '\u{7f}' && character.is_numeric()
}

/// Whether a character is of the Cyrillic script.
pub(super) fn is_cyrillic(character: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&character)
}

/// A character in lower case, for those that acts are made of; none of them is
/// put together from several.
pub(crate) const fn small_letter(character: char) -> Option<char> {
    match character {
        'А'..='Я' => char::from_u32(character as u32 + 32),
        'Ѐ'..='Џ' => char::from_u32(character as u32 + 80),
        // Here a capital letter stands right before its small one.
        '\u{48a}'..='\u{4bf}' | '\u{4d0}'..='\u{52f}' => char::from_u32(character as u32 | 1),
        'а'..='џ' | '«' | '»' | '№' | '\u{2010}'..='\u{201e}' => Some(character),
        '\0'..='\u{7f}' => Some(character.to_ascii_lowercase()),
        _ => None,
    }
}

/// The Cyrillic letter that looks like a small Latin one, any other letter unchanged.
pub(crate) const fn cyrillic_look_alike(letter: char) -> char {
    match letter {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_tests_agree_with_unicode() {
        for character in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(
                is_letter(character),
                character.is_alphabetic(),
                "{character:?}"
            );
            assert_eq!(
                is_letter_or_digit(character),
                character.is_alphanumeric(),
                "{character:?}"
            );
            if let Some(small) = small_letter(character) {
                let expected: Vec<char> = character.to_lowercase().collect();
                assert_eq!([small], *expected, "{character:?}");
            }
        }
    }
}
