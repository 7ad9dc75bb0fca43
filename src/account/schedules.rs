//! Hours that leave out a usual working day, and schedules that were not read.

use super::View;
use crate::catalogue::model::weekdays::{WEEK, days_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::HoursFound;

/// Offices usually work on so many days from Monday on.
const USUAL: usize = 5;

/// A note for every schedule without a usual working day. It is kept as the act
/// says: a reader should know that it is the act, not the reading.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let services = view.facts.services.iter();
    services
        .flat_map(|service| {
            let offices = service.offices.iter().filter_map(|row| row.hours.as_ref());
            service.hours.iter().chain(offices)
        })
        .filter_map(|hours| left_out(hours, view))
        .collect()
}

fn left_out(hours: &HoursFound, view: &View<'_>) -> Option<Diagnostic> {
    let days = days_of(hours.days.as_deref()?)?;
    let missing = (0..USUAL).filter(|day| !days.contains(day));
    let missing: Vec<&str> = missing.map(|day| WEEK[day]).collect();
    if missing.is_empty() {
        return None;
    }
    let message = format!("the hours leave out {}", missing.join(", "));
    let diagnostic = view.about(Code::ShortWeek, message, &hours.words.words);
    Some(diagnostic.hint(
        "the hours stay as the act says; if it says something else, mend the phrases for days in content/patterns",
    ))
}
