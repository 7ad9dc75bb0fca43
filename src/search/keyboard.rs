//! Keyboards: what a question says when the keyboard was not switched.

use super::rules::{Keyboard, Script};

/// The question as each keyboard would have meant it; only readings that differ.
pub fn readings(text: &str, keyboards: &[Keyboard]) -> Vec<String> {
    let text = text.to_lowercase();
    let mut found: Vec<String> = Vec::new();
    for keyboard in keyboards {
        let read = read(&text, keyboard);
        if read != text && !found.contains(&read) {
            found.push(read);
        }
    }
    found
}

/// Each piece between blanks is read for itself: numbers and words that were
/// typed on the right keyboard stay.
fn read(text: &str, keyboard: &Keyboard) -> String {
    let pieces: Vec<String> = text
        .split(' ')
        .map(|piece| {
            if !piece.chars().any(|letter| keyboard.beside.holds(letter)) {
                return piece.to_owned();
            }
            piece
                .chars()
                .map(|letter| meant(letter, keyboard))
                .collect()
        })
        .collect();
    pieces.join(" ")
}

fn meant(letter: char, keyboard: &Keyboard) -> char {
    let pairs = keyboard.struck.chars().zip(keyboard.meant.chars());
    pairs
        .into_iter()
        .find_map(|(struck, meant)| (struck == letter).then_some(meant))
        .unwrap_or(letter)
}

impl Script {
    /// True for the letters of the script.
    #[must_use]
    pub fn holds(self, letter: char) -> bool {
        match self {
            Self::Latin => letter.is_ascii_alphabetic(),
            Self::Cyrillic => matches!(letter, '\u{400}'..='\u{52f}'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[track_caller]
    fn check(struck: &str, meant: &str) {
        let found = readings(struck, &sample::rules().keyboards);
        assert!(found.iter().any(|one| one == meant), "{struck}: {found:?}");
    }

    #[test]
    fn russian_on_the_english_keyboard_is_read() {
        check("cghfdrf", "справка");
        check("Gjcj,bt 18", "пособие 18");
    }

    #[test]
    fn kazakh_on_the_english_keyboard_is_read() {
        check("09;fn", "құжат");
        check("2rsv", "әкым");
    }

    #[test]
    fn kazakh_on_the_russian_keyboard_is_read() {
        check("2к3м", "әкім");
        check("к-мек 18", "көмек 18");
    }

    #[test]
    fn english_on_the_russian_keyboard_is_read() {
        check("упщм", "egov");
    }

    #[test]
    fn every_key_has_one_meaning() {
        for keyboard in sample::rules().keyboards {
            let struck = keyboard.struck.chars().count();
            assert_eq!(struck, keyboard.meant.chars().count(), "{}", keyboard.name);
        }
    }
}
