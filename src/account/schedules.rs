//! Hours that leave out a usual working day, and schedules that were not read.

use super::View;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::HoursFound;

/// The days on which offices usually work.
const USUAL: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];
/// The days of the week, Monday first.
const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

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
    let days = days(hours.days.as_deref()?);
    let missing: Vec<&str> = USUAL
        .into_iter()
        .filter(|day| !days.contains(day))
        .collect();
    if missing.is_empty() || days.is_empty() {
        return None;
    }
    let message = format!("the hours leave out {}", missing.join(", "));
    let diagnostic = view.about(Code::ShortWeek, message, &hours.words.words);
    Some(diagnostic.hint(
        "the hours stay as the act says; if it says something else, mend the phrases for days in content/patterns",
    ))
}

/// The days that a range or list such as `mon-fri,sun` names.
fn days(list: &str) -> Vec<&'static str> {
    list.split(',')
        .flat_map(|part| {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let at = |name: &str| WEEK.iter().position(|day| *day == name);
            match (at(from), at(to)) {
                (Some(from), Some(to)) if from <= to => WEEK[from..=to].to_vec(),
                _ => Vec::new(),
            }
        })
        .collect()
}
