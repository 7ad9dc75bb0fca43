//! Texts that are too long to be searched for phrases.

use super::{View, name_of};
use crate::content::patterns::LONGEST_TEXT;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::Unit;

/// A diagnostic for every unit whose own words no phrase was looked for in.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let units = view.text.walk();
    let long = units.filter(|unit| unit.words.text().len() > LONGEST_TEXT);
    long.map(|unit| unsearched(unit, view)).collect()
}

fn unsearched(unit: &Unit, view: &View<'_>) -> Diagnostic {
    let letters = unit.words.text().chars().count();
    let message = format!(
        "{} holds {letters} characters in one paragraph; no phrase was looked for in it",
        name_of(unit)
    );
    view.about(Code::UnsearchedText, message, &unit.words)
        .hint("part the paragraph where the act as published begins a new line")
}
