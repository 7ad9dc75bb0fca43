//! Notes of the publisher that nothing read: a repeal without its act, an
//! amendment without its unit.

use std::collections::BTreeSet;

use super::View;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::{Role, Unit};

/// A warning for a repeal and for every dated note that no phrase reads.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let repeal = unread_repeal(view);
    let notes = view.text.walk().filter(|unit| unit.role == Role::Note);
    let read = read_notes(view);
    let notes = notes
        .filter(|note| !read.contains(note.anchor.as_str()))
        .filter_map(|note| unread_note(note, view));
    repeal.into_iter().chain(notes).collect()
}

fn unread_repeal(view: &View<'_>) -> Option<Diagnostic> {
    let head = &view.facts.head;
    if !head.is_repealed || head.repeal.is_some() {
        return None;
    }
    // The mark of the publisher, else the sentence of the head.
    let says = |kind: &str, unit: &Unit| view.lexicon.says(kind, unit.words.text());
    let find = |role, kind: &str| {
        let mut units = view.text.units.iter();
        units.find(|unit| unit.role == role && says(kind, unit))
    };
    let mark = find(Role::StatusMark, "status-mark").or_else(|| find(Role::Adoption, "ceased"))?;
    let message = "the act lost force, but the act that repealed it was not read";
    let diagnostic = view.about(Code::UnreadRepeal, message, &mark.words);
    Some(diagnostic.hint(format!(
        "if the text names it, add the wording to {}",
        view.patterns("adoption")
    )))
}

/// Anchors of the notes that said something.
fn read_notes<'a>(view: &View<'a>) -> BTreeSet<&'a str> {
    let amendments = view.facts.amendments.iter().map(|note| &note.words);
    let repeal = view.facts.head.repeal.iter().map(|note| &note.words);
    amendments
        .chain(repeal)
        .map(|found| found.anchor.as_str())
        .collect()
}

/// A note without a day speaks of spelling or punctuation; a note on the edition or on
/// the day from which the act itself takes effect amends nothing.
fn unread_note(note: &Unit, view: &View<'_>) -> Option<Diagnostic> {
    let text = note.words.text();
    // Where the head says the repeal, the note only repeats it.
    let says = |kind| view.lexicon.says(kind, text);
    let is_repeal = view.facts.head.is_repealed && says("repeal-word");
    if is_repeal || says("silent-note") || !says("date") {
        return None;
    }
    let message = "the note names a day, but no amendment was read from it";
    let diagnostic = view.about(Code::UnreadNote, message, &note.words);
    Some(diagnostic.hint(format!(
        "add the wording of the unit and of the amending act to {}",
        view.patterns("structure")
    )))
}
