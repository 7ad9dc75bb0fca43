//! The signs of a text: one byte for each character, alike for characters that
//! phrases do not tell apart.
//!
//! Whether a text can hold a phrase at all is asked far more often than it does.
//! Signs are made for that question alone: letters in small case, all blanks of
//! a row one blank, all figures one figure, all quotation marks one mark. What
//! is lost only makes the answer "perhaps" more often.

/// A row of blanks.
pub(super) const BLANK: u8 = b' ';
/// Any figure.
pub(super) const FIGURE: u8 = b'0';
/// A character that no phrase has a letter for.
const OTHER: u8 = 1;

/// The first sign of the Russian letters, in the order of the alphabet; the
/// letters behind `я` of the same block follow.
const CYRILLIC: u8 = 0x80;
/// The sign of the first Kazakh letter that stands apart from the Russian ones.
const KAZAKH: u8 = CYRILLIC + 48;

/// The sign of a character.
pub(super) const fn sign_of(character: char) -> u8 {
    match character {
        ' ' | '\t' | '\r' | '\n' | '\u{a0}' => BLANK,
        '0'..='9' => FIGURE,
        'A'..='Z' => character.to_ascii_lowercase() as u8,
        '№' => b'n',
        '«' | '»' | '“' | '”' | '„' => b'"',
        '‐' | '‑' | '‒' | '–' | '—' => b'-',
        '!'..='~' => character as u8,
        'а'..='џ' => CYRILLIC + (character as u32 - 'а' as u32) as u8,
        'А'..='Я' => CYRILLIC + (character as u32 - 'А' as u32) as u8,
        'Ѐ'..='Џ' => CYRILLIC + 32 + (character as u32 - 'Ѐ' as u32) as u8,
        'Ә' | 'ә' => KAZAKH,
        'Ғ' | 'ғ' => KAZAKH + 1,
        'Қ' | 'қ' => KAZAKH + 2,
        'Ң' | 'ң' => KAZAKH + 3,
        'Ө' | 'ө' => KAZAKH + 4,
        'Ұ' | 'ұ' => KAZAKH + 5,
        'Ү' | 'ү' => KAZAKH + 6,
        'Һ' | 'һ' => KAZAKH + 7,
        // Old shapes that regular expressions take for the letters of today.
        'ſ' => b's',
        '\u{212a}' => b'k',
        '\u{1c80}' => sign_of('в'),
        '\u{1c81}' => sign_of('д'),
        '\u{1c82}' => sign_of('о'),
        '\u{1c83}' => sign_of('с'),
        '\u{1c84}' | '\u{1c85}' => sign_of('т'),
        '\u{1c86}' => sign_of('ъ'),
        _ => OTHER,
    }
}

/// Signs of the characters that nearly all of an act consists of.
pub(super) static USUAL: [u8; 0x530] = {
    let mut signs = [OTHER; 0x530];
    let mut code = 0;
    while code < signs.len() {
        if let Some(character) = char::from_u32(code as u32) {
            signs[code] = sign_of(character);
        }
        code += 1;
    }
    signs
};
