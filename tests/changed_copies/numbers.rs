//! All numbers changed: of acts and registers, dates, phones.

use std::cell::Cell;

use regex::{Captures, Regex};

use super::chance::Chance;

/// How every number of a copy follows from the one in the original.
pub struct Numbers {
    /// The digit that takes the place of each digit.
    digits: [u8; 10],
    /// How many years earlier everything happens.
    years: u16,
}

/// A text with other numbers, and how many of each kind were changed.
pub struct Renumbered {
    pub text: String,
    pub dates: usize,
    pub numbers: usize,
    pub phones: usize,
}

/// Months in the genitive and in Kazakh, in the order of the year.
const RUSSIAN_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const KAZAKH_MONTHS: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

/// The month that takes the place of each. Only months whose Kazakh names take
/// the same suffixes change places.
const OTHER_MONTH: [usize; 12] = [4, 9, 7, 3, 0, 5, 6, 2, 8, 11, 10, 1];

impl Numbers {
    /// Draws the digits, none of which stays, and the years. Zero stays: it
    /// would make a number begin with zero.
    pub fn draw(chance: &mut Chance) -> Self {
        let shift = 1 + chance.below(8);
        let mut digits = [0; 10];
        for (digit, other) in digits.iter_mut().enumerate().skip(1) {
            *other = u8::try_from((digit - 1 + shift) % 9 + 1).expect("a digit is small");
        }
        Self {
            digits,
            years: u16::try_from(1 + chance.below(3)).expect("it is below four"),
        }
    }

    /// Another number of the same length.
    pub fn number(&self, number: &str) -> String {
        let other = |character: char| match character.to_digit(10) {
            Some(digit) => char::from(b'0' + self.digits[digit as usize]),
            None => character,
        };
        number.chars().map(other).collect()
    }

    /// Another day, both as `YYYY-MM-DD`.
    pub fn date(&self, iso: &str) -> String {
        let (year, month, day) = self.day(&iso[..4], &iso[5..7], &iso[8..]);
        format!("{year}-{month:02}-{day:02}")
    }

    /// The text with other dates, numbers of acts and phones.
    pub fn apply(&self, text: &str) -> Renumbered {
        let (text, dates) = self.change_dates(text);
        let (text, numbers) = self.change_numbers(&text);
        let (text, phones) = self.change_phones(&text);
        Renumbered {
            text,
            dates,
            numbers,
            phones,
        }
    }

    fn day(&self, year: &str, month: &str, day: &str) -> (u16, usize, u16) {
        let number = |digits: &str| digits.parse::<u16>().expect("digits are a number");
        let month = OTHER_MONTH[usize::from(number(month)) - 1] + 1;
        // Every month has the first 28 days.
        (number(year) - self.years, month, (number(day) + 6) % 28 + 1)
    }

    fn change_dates(&self, text: &str) -> (String, usize) {
        let russian = RUSSIAN_MONTHS.join("|");
        let kazakh = KAZAKH_MONTHS.join("|");
        let (text, digits) = replace(
            text,
            r"(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})",
            |found| {
                let (year, month, day) = self.day(&found["year"], &found["month"], &found["day"]);
                format!("{day:02}.{month:02}.{year}")
            },
        );
        let (text, reversed) = replace(
            &text,
            r"(?<year>\d{4})\.(?<month>\d{2})\.(?<day>\d{2})",
            |found| {
                let (year, month, day) = self.day(&found["year"], &found["month"], &found["day"]);
                format!("{year}.{month:02}.{day:02}")
            },
        );
        let (text, russian) = replace(
            &text,
            &format!(r#"(?<day>\d{{1,2}})(?<a>"?\s+)(?<name>{russian})(?<b>\s+)(?<year>\d{{4}})"#),
            |found| {
                let month = month_of(&RUSSIAN_MONTHS, &found["name"]);
                let (year, month, day) = self.day(&found["year"], &month, &found["day"]);
                let name = RUSSIAN_MONTHS[month - 1];
                format!("{day:02}{}{name}{}{year}", &found["a"], &found["b"])
            },
        );
        let (text, kazakh) = replace(
            &text,
            &format!(
                r#"(?<year>\d{{4}})(?<a>\s+жылғы\s+"?)(?<day>\d{{1,2}})(?<b>"?\s+)(?<name>{kazakh})"#
            ),
            |found| {
                let month = month_of(&KAZAKH_MONTHS, &found["name"]);
                let (year, month, day) = self.day(&found["year"], &month, &found["day"]);
                let name = KAZAKH_MONTHS[month - 1];
                format!("{year}{}{day}{}{name}", &found["a"], &found["b"])
            },
        );
        (text, digits + reversed + russian + kazakh)
    }

    /// Numbers of acts and registers have two digits or more; what has one is an
    /// annex.
    fn change_numbers(&self, text: &str) -> (String, usize) {
        replace(
            text,
            r"(?<sign>№\s*|\bN\s*)(?<number>\d+(?:\s*/\s*\d+|\d)(?:-\p{L}\b)*)",
            |found| format!("{}{}", &found["sign"], self.number(&found["number"])),
        )
    }

    /// Only the number behind the area code changes, so that it stays dialable.
    fn change_phones(&self, text: &str) -> (String, usize) {
        replace(
            text,
            r"(?<code>\(\d{4,6} ?\)\s*|\b8[- ]?\(?7\d{3,4}\)?[-\s]\s*)(?<number>\d{1,3}(?:[- ]?\d{2}){1,2}\d?(?:,\s?\d{5,6}\b)*)",
            |found| format!("{}{}", &found["code"], self.number(&found["number"])),
        )
    }
}

fn month_of(months: &[&str; 12], name: &str) -> String {
    let index = months.iter().position(|month| *month == name);
    (index.expect("the pattern names months") + 1).to_string()
}

fn replace(text: &str, pattern: &str, new: impl Fn(&Captures<'_>) -> String) -> (String, usize) {
    let pattern = Regex::new(pattern).expect("the pattern is right");
    let count = Cell::new(0);
    let changed = pattern.replace_all(text, |found: &Captures<'_>| {
        count.set(count.get() + 1);
        new(found)
    });
    (changed.into_owned(), count.get())
}
