//! Amounts of time whose figures and words say different numbers.

use super::View;
use crate::diagnostic::{Code, Diagnostics};
use crate::facts::duration::find_contradiction;
use crate::outline::model::Unit;

/// A diagnostic for the first contradiction of every unit.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let units = view.text.walk().filter(|unit| has_both(unit));
    units
        .filter_map(|unit| {
            let text = unit.words.text();
            let range = find_contradiction(text, view.lexicon)?;
            let message = format!("figures and words differ in `{}`", &text[range.clone()]);
            let diagnostic = view.about_part(Code::AmountDisagrees, message, &unit.words, range);
            Some(diagnostic.hint(
                "compare it with the act as it was published; pages show the words of the act",
            ))
        })
        .collect()
}

/// A figure and a bracket: without both there is no amount in figures and words.
fn has_both(unit: &Unit) -> bool {
    let text = unit.words.text();
    text.contains('(') && text.bytes().any(|byte| byte.is_ascii_digit())
}
