//! Dates as acts write them.

use jiff::civil::Date;

/// How a language writes dates in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// Stems of the twelve months.
    months: Vec<String>,
}

/// Why words that look like a date are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Day, month or year is missing.
    Incomplete,
    /// No calendar has the day.
    Impossible,
}

impl Dates {
    /// The dates of a language with the given stems of its months.
    #[must_use]
    pub const fn new(months: Vec<String>) -> Self {
        Self { months }
    }

    /// Reads a date in figures or words, in any order of its parts.
    ///
    /// # Errors
    ///
    /// Words without day, month and year, and days that do not exist.
    pub fn parse(&self, text: &str) -> Result<Date, DateError> {
        let figures: Vec<&str> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .collect();
        let month = self.month_in(text);
        let (year, month, day) = match (figures.as_slice(), month) {
            ([first, middle, last], None) if first.len() == 4 => (*first, number(middle)?, *last),
            ([first, middle, last], None) => (*last, number(middle)?, *first),
            ([first, last], Some(month)) if first.len() == 4 => (*first, month, *last),
            ([first, last], Some(month)) => (*last, month, *first),
            _ => return Err(DateError::Incomplete),
        };
        if year.len() != 4 {
            return Err(DateError::Incomplete);
        }
        Date::new(number(year)?, narrow(month)?, narrow(number(day)?)?)
            .map_err(|_| DateError::Impossible)
    }

    fn month_in(&self, text: &str) -> Option<i16> {
        let text = text.to_lowercase();
        text.split(|c: char| !c.is_alphabetic()).find_map(|word| {
            let at = self
                .months
                .iter()
                .position(|stem| word.starts_with(stem.as_str()))?;
            i16::try_from(at + 1).ok()
        })
    }
}

fn number(figures: &str) -> Result<i16, DateError> {
    figures.parse().map_err(|_| DateError::Impossible)
}

fn narrow(number: i16) -> Result<i8, DateError> {
    i8::try_from(number).map_err(|_| DateError::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, DateError>) {
        let stems = ["январ", "феврал", "март", "қаңтар", "ақпан", "наурыз"];
        let months = |from: usize| stems[from..from + 3].iter().map(|stem| (*stem).to_owned());
        let ru = Dates::new(months(0).collect());
        let kk = Dates::new(months(3).collect());
        let read = ru
            .parse(text)
            .or_else(|error| kk.parse(text).map_err(|_| error));
        assert_eq!(
            read.map(|date| date.to_string()).as_deref(),
            expected.as_deref(),
            "{text}"
        );
    }

    #[test]
    fn figures_and_words_are_read_in_both_languages() {
        check("02.03.2010", Ok("2010-03-02"));
        check("2009.01.07", Ok("2009-01-07"));
        check("\"26\" марта 2014 года", Ok("2014-03-26"));
        check("2015 жылғы \"28\" наурыздағы", Ok("2015-03-28"));
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_from_an_incomplete_date() {
        check("31 февраля 2010 года", Err(DateError::Impossible));
        check("2010 года", Err(DateError::Incomplete));
    }
}
