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
            ([first, middle, last], None) if first.len() == 4 => {
                year_first(text, first, middle, last)?
            }
            ([first, middle, last], None) if last.len() == 2 => {
                return short_year(number(first)?, number(middle)?, number(last)?);
            }
            ([first, middle, last], None) => (*last, number(middle)?, number(first)?),
            ([first, last], Some(month)) if first.len() == 4 => (*first, month, number(last)?),
            ([first, last], Some(month)) => (*last, month, number(first)?),
            _ => return Err(DateError::Incomplete),
        };
        if year.len() != 4 {
            return Err(DateError::Incomplete);
        }
        Date::new(number(year)?, narrow(month)?, narrow(day)?).map_err(|_| DateError::Impossible)
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

/// Year, month and day of a date in figures that begins with its year.
///
/// Collections of laws print the day before the month there, with a full stop behind
/// both: where either of the two could be the month, nobody can tell which it is.
/// A word behind the year has the day before the month as well.
fn year_first<'t>(
    text: &str,
    year: &'t str,
    middle: &str,
    last: &str,
) -> Result<(&'t str, i16, i16), DateError> {
    const MONTHS: i16 = 12;
    let (middle, last) = (number(middle)?, number(last)?);
    let is_day_first = text.contains(char::is_alphabetic) || middle > MONTHS && last <= MONTHS;
    if is_day_first {
        return Ok((year, last, middle));
    }
    let is_unclear = text.ends_with('.') && middle <= MONTHS && last <= MONTHS && middle != last;
    if is_unclear {
        return Err(DateError::Incomplete);
    }
    Ok((year, middle, last))
}

/// A date whose year has two figures: no act is older than the Republic. What is no
/// date may be any other number.
fn short_year(day: i16, month: i16, year: i16) -> Result<Date, DateError> {
    const FIRST: i16 = 91;
    let century = if year >= FIRST { 1900 } else { 2000 };
    let date = Date::new(century + year, narrow(month)?, narrow(day)?);
    date.map_err(|_| DateError::Incomplete)
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
    fn a_day_stands_before_its_month_where_it_can_be_nothing_else() {
        check("2018.30.05.", Ok("2018-05-30"));
        check("2009.31.12", Ok("2009-12-31"));
        check("2009.07.31.", Ok("2009-07-31"));
        check("2011.04.04.", Ok("2011-04-04"));
        check("2015 ж. 08.06", Ok("2015-06-08"));
    }

    #[test]
    fn a_day_and_a_month_that_nobody_can_tell_apart_are_no_date() {
        check("2015.03.12.", Err(DateError::Incomplete));
    }

    #[test]
    fn a_year_may_have_two_figures() {
        check("24.02.26 г.", Ok("2026-02-24"));
        check("30.09.94. ж", Ok("1994-09-30"));
        check("45.20.30 м.", Err(DateError::Incomplete));
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_from_an_incomplete_date() {
        check("31 февраля 2010 года", Err(DateError::Impossible));
        check("2010 года", Err(DateError::Incomplete));
    }
}
