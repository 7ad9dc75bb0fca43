//! Days that no calendar has, anywhere in a text.

use super::View;
use crate::content::patterns::DateError;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::Unit;

/// A diagnostic for every impossible day.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let units = view.text.walk().filter(|unit| has_year(unit.words.text()));
    units.flat_map(|unit| impossible(unit, view)).collect()
}

/// Four figures in a row: without them there is no date, and most units have none.
fn has_year(text: &str) -> bool {
    text.as_bytes()
        .windows(4)
        .any(|four| four.iter().all(u8::is_ascii_digit))
}

fn impossible(unit: &Unit, view: &View<'_>) -> Vec<Diagnostic> {
    let text = unit.words.text();
    let dates = view.lexicon.find_all("date", text);
    dates
        .into_iter()
        .filter_map(|found| {
            let range = found.slot("date")?;
            let printed = &text[range.clone()];
            let is_none = view.lexicon.dates.parse(printed) == Err(DateError::Impossible);
            is_none.then(|| {
                let message = format!("no calendar has the day `{printed}`");
                view.about_part(Code::ImpossibleDate, message, &unit.words, range)
                    .hint("compare it with the act as it was published; the day is left out")
            })
        })
        .collect()
}
