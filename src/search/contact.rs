//! Contact: where an office is and which numbers it answers, as a hit shows it.
//!
//! Who asks for an office wants to go there or to call it, so its hit says that
//! rather than its name once more. Who has nothing but a number finds the office
//! that answers it.

use serde::{Deserialize, Serialize};

use crate::catalogue::model::{Office, Phone, Text};
use crate::language::Language;

/// Digits of a number in Kazakhstan without the code of the country
/// (ITU-T E.164, country code 7).
const NATIONAL: usize = 10;

/// Fewer digits are a year, a room or a number of an act rather than a telephone.
const SHORTEST: usize = 5;

/// Between address and numbers.
const BETWEEN: &str = " · ";

/// What a hit says of an office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Address and phones in one line, Kazakh first; empty where the acts name none.
    lines: [String; 2],
    /// Digits of phones and fax numbers, national where they are known.
    numbers: Vec<String>,
}

impl Contact {
    /// The contact of an office.
    pub fn of(office: &Office) -> Self {
        let lines = Language::ALL.map(|language| {
            let addresses = office.address.iter().chain(&office.address_variants);
            let mut addresses = addresses.filter_map(|address| in_language(address, language));
            let phones = office.phones.iter().map(shown);
            let parts: Vec<&str> = addresses.next().into_iter().chain(phones).collect();
            parts.join(BETWEEN)
        });
        let numbers = office.phones.iter().chain(&office.fax);
        let numbers =
            numbers.map(|phone| national(phone.tel.as_ref().unwrap_or(&phone.words.text)));
        Self {
            lines,
            numbers: numbers.filter(|digits| !digits.is_empty()).collect(),
        }
    }

    /// Address and phones in one line; none where the acts name neither.
    pub fn line(&self, language: Language) -> Option<&str> {
        let line = self.lines[language as usize].as_str();
        (!line.is_empty()).then_some(line)
    }

    /// True when a number that somebody dials, with or without its codes, is one of
    /// the office.
    pub fn answers(&self, dialled: &str) -> bool {
        let mut numbers = self.numbers.iter();
        numbers.any(|number| number.ends_with(dialled))
    }
}

/// The digits of a text that is nothing but a telephone number.
pub fn dialled(text: &str) -> Option<String> {
    let is_number = |letter: char| {
        letter.is_ascii_digit()
            || letter.is_whitespace()
            || matches!(letter, '+' | '-' | '(' | ')' | '/' | '.' | '‐' | '‑' | '–')
    };
    let digits = national(text);
    (digits.len() >= SHORTEST && digits.len() <= NATIONAL && text.chars().all(is_number))
        .then_some(digits)
}

/// The digits of a number, without 8 for a long-distance call or the code of the
/// country.
fn national(printed: &str) -> String {
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let with_code = digits.len() == NATIONAL + 1 && digits.starts_with(['7', '8']);
    if with_code {
        digits[1..].to_owned()
    } else {
        digits
    }
}

/// A phone as one can dial it from anywhere: as printed, where that is whole.
fn shown(phone: &Phone) -> &str {
    let printed = phone.words.text.as_str();
    match &phone.tel {
        Some(tel) if national(printed).len() < NATIONAL => tel,
        _ => printed,
    }
}

fn in_language(text: &Text, language: Language) -> Option<&str> {
    let mut texts = std::iter::once(text).chain(&text.translations);
    let found = texts.find(|text| text.language == language);
    found.map(|text| text.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[test]
    fn a_text_is_a_number_or_it_is_none() {
        for (text, expected) in [
            ("8 (7262) 45-12-34", Some("7262451234")),
            ("+7 7262 451234", Some("7262451234")),
            ("45-12-34", Some("451234")),
            ("2-12-34", Some("21234")),
            ("2008", None),
            ("1414", None),
            ("451234 тел", None),
            ("12345678901234", None),
            ("---", None),
            ("", None),
        ] {
            assert_eq!(dialled(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_line_says_address_and_numbers() {
        let contact = Contact::of(&sample::office());
        let line = contact.line(Language::Ru);
        assert_eq!(
            line,
            Some("улица Абая, 5 · 8 (72533) 4-12-34 · +77253351234")
        );
        // The address is not said in Kazakh, the numbers are those of everybody.
        let line = contact.line(Language::Kk);
        assert_eq!(line, Some("8 (72533) 4-12-34 · +77253351234"));
    }

    #[test]
    fn an_office_answers_its_numbers_with_and_without_codes() {
        let contact = Contact::of(&sample::office());
        for (dialled, expected) in [
            ("7253341234", true),
            ("41234", true),
            ("51234", true),
            ("412345", false),
            ("7253341235", false),
        ] {
            assert_eq!(contact.answers(dialled), expected, "{dialled}");
        }
    }

    #[test]
    fn an_office_without_address_and_numbers_has_no_line() {
        let mut office = sample::office();
        office.address = None;
        office.phones.clear();
        let contact = Contact::of(&office);
        assert_eq!(contact.line(Language::Ru), None);
        assert!(!contact.answers("41234"));
    }
}
