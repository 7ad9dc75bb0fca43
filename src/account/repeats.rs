//! One diagnostic for what a text repeats.
//!
//! Acts print the same table of offices under every service. What is odd in it
//! would be said a dozen times; once, with the first place and the number of
//! places, is enough.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The diagnostics with those of one code and message said once.
pub(super) fn fold(diagnostics: &Diagnostics) -> Diagnostics {
    let mut times: BTreeMap<(Code, String), usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        *times.entry(key(diagnostic)).or_default() += 1;
    }
    diagnostics
        .iter()
        .filter_map(|diagnostic| {
            let count = times.remove(&key(diagnostic))?;
            let mut first = diagnostic.clone();
            if count > 1 {
                first.message = format!("{}, {count} times in this text", first.message);
            }
            Some(first)
        })
        .collect()
}

fn key(diagnostic: &Diagnostic) -> (Code, String) {
    (diagnostic.code, diagnostic.message.clone())
}
