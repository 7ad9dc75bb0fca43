//! Dates with a diagnostic for those that no calendar has.

use std::ops::Range;

use jiff::civil::Date;

use crate::content::patterns::{DateError, Lexicon};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::passage::Passage;

/// Reads the date in the given bytes of a passage.
pub fn read_date(
    words: &Passage,
    range: Range<usize>,
    path: &str,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<Date> {
    let printed = &words.text()[range.clone()];
    match lexicon.dates.parse(printed) {
        Ok(date) => Some(date),
        Err(DateError::Incomplete) => None,
        Err(DateError::Impossible) => {
            let message = format!("no calendar has the day `{printed}`");
            let diagnostic = Diagnostic::new(Code::ImpossibleDate, message);
            diagnostics.push(match words.span_of(range) {
                Some(span) => diagnostic.at(path, span),
                None => diagnostic.in_file(path),
            });
            None
        }
    }
}
