//! Check: values that are texts for the catalogue, but have a form to keep.

use jiff::civil::{Date, Time};
use serde_json::Value;

use super::Misfit;
use super::paths::find_mut;
use crate::catalogue::model::Hours;
use crate::catalogue::model::weekdays::days_of;
use crate::content::corrections::WrittenCorrection;
use crate::content::papers::Papers;
use crate::facts::osm_hours;

/// Refuses days, times and kinds of papers that are none.
pub(super) fn check_formats(written: &WrittenCorrection, papers: &Papers) -> Result<(), Misfit> {
    let Some(now) = &written.now else {
        return Ok(());
    };
    let parts = written.at.value.rsplit('/');
    let field = parts
        .into_iter()
        .find(|part| part.parse::<usize>().is_err())
        .unwrap_or_default();
    match find_wrong(field, &now.value, papers) {
        Some((message, hint)) => Err(Misfit {
            span: now.span,
            message,
            hint: hint.to_owned(),
        }),
        None => Ok(()),
    }
}

fn find_wrong(field: &str, value: &Value, papers: &Papers) -> Option<(String, &'static str)> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .find_map(|(field, value)| find_wrong(field, value, papers)),
        Value::Array(items) => items
            .iter()
            .find_map(|item| find_wrong(field, item, papers)),
        Value::String(text) => {
            let hint = wrong_form(field, text, papers)?;
            Some((format!("`{text}` cannot stand in `{field}`"), hint))
        }
        _ => None,
    }
}

fn wrong_form(field: &str, text: &str, papers: &Papers) -> Option<&'static str> {
    let (is_right, hint) = match field {
        "on" | "adopted" => (
            text.len() == 10 && text.parse::<Date>().is_ok(),
            "write the day as year, month and day: 2015-08-31",
        ),
        "open" | "close" | "break" => (
            text.len() == 5 && text.parse::<Time>().is_ok(),
            "write the time as hours and minutes: 09:00",
        ),
        "days" => (days_of(text).is_some(), "write days as in mon-fri,sun"),
        "kinds" => (
            papers.get(text).is_some(),
            "name a kind of content/vocabulary/papers.toml",
        ),
        _ => return None,
    };
    (!is_right).then_some(hint)
}

/// Hours that were corrected say the same in the syntax of OpenStreetMap, unless
/// the correction says that itself.
pub(super) fn complete(after: &mut Value, before: &Value, path: &[String]) {
    let Some(at) = path.iter().position(|part| part.starts_with("hours")) else {
        return;
    };
    let is_listed = path
        .get(at + 1)
        .is_some_and(|part| part.parse::<usize>().is_ok());
    let entry = &path[..=at + usize::from(is_listed)];
    let old = super::paths::find(before, entry)
        .cloned()
        .unwrap_or_default();
    let Some(new) = find_mut(after, entry) else {
        return;
    };
    let Ok(hours) = serde_json::from_value::<Hours>(new.clone()) else {
        return;
    };
    let is_changed = ["days", "open", "close", "break"]
        .iter()
        .any(|field| old.get(field) != new.get(field));
    let says_itself = !new["osm"].is_null() && old["osm"] != new["osm"];
    if let (true, false, Some(open), Some(close)) =
        (is_changed, says_itself, &hours.open, &hours.close)
    {
        let osm = osm_hours(hours.days.as_deref(), [open, close], hours.pause.as_ref());
        new["osm"] = Value::from(osm);
    }
}
