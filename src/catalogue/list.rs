//! The list of what an act approves, against its attachments.

use super::ReadAct;
use crate::content::Content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::Role;

/// A diagnostic for a text without services, unless it says itself that it is about
/// other acts. The texts of what it approves may stand in another file.
#[must_use]
pub fn check_services(read: &ReadAct<'_>, content: &Content) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let head = &read.facts.head;
    if !read.facts.services.is_empty() || head.is_amending || head.is_repealing {
        return diagnostics;
    }
    let lexicon = content.patterns.get(read.text.language);
    let first = read.text.units.iter().find(|unit| unit.role == Role::Point);
    let units = first.into_iter().flat_map(|point| point.walk());
    let named = units
        .filter(|unit| lexicon.says("approved-text", unit.words.text()))
        .count();
    let diagnostic = match named {
        0 => Diagnostic::new(Code::NoServices, "the act approves no service"),
        _ => Diagnostic::new(
            Code::NoServices,
            "the act approves services, but the file holds the text of none of them",
        )
        .hint("put the texts that the act approves into the file, behind its points"),
    };
    diagnostics.push(diagnostic.in_file(read.file.path.clone()));
    diagnostics
}

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
