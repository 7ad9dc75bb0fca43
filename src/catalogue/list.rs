//! The list of what an act approves, against its attachments.

use super::ReadAct;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::Role;

/// A diagnostic when the list of the first point and the attachments differ in
/// number.
#[must_use]
pub fn check_list(read: &ReadAct<'_>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let mut points = read
        .text
        .units
        .iter()
        .filter(|unit| unit.role == Role::Point);
    let Some(first) = points.next() else {
        return diagnostics;
    };
    let listed = first.children_with(Role::Item).count();
    let attached = read
        .text
        .units
        .iter()
        .filter(|unit| matches!(unit.role, Role::Service | Role::Attachment))
        .count();
    if listed > 0 && attached > 0 && listed != attached {
        let diagnostic = Diagnostic::new(
            Code::ListDisagrees,
            format!("the list names {listed}, but {attached} attachments follow"),
        )
        .hint("see where each begins with `show ACT --stage outline`; a stamp or a heading was not known, or the act prints it so");
        diagnostics.push(match first.words.span() {
            Some(span) => diagnostic.at(read.file.path.clone(), span),
            None => diagnostic.in_file(read.file.path.clone()),
        });
    }
    diagnostics
}
