//! Content of a cell: its segments as paragraphs and items.

use super::super::super::marker::{MarkerKind, find_marker};
use super::super::super::model::{Role, Unit};
use super::super::super::paragraph::is_finished;
use super::super::super::tree::Builder;
use super::layout::Segment;
use super::{breaks, inline};
use crate::passage::Passage;
use crate::repair::quotes::OPENING;
use crate::repair::{RepairedLine, join_cell};

/// The units of a cell, and what stands below its table: the publisher's notes, marks of
/// line breaks.
pub(super) fn units(segments: &[Segment], builder: &Builder<'_>) -> (Vec<Unit>, Vec<Unit>) {
    let mut units = Vec::new();
    let mut notes = Vec::new();
    let mut marks = Passage::default();
    let paragraphs: Vec<Passage> = paragraphs(segments, builder)
        .iter()
        .flat_map(|words| breaks::parts(words, &mut marks))
        .flat_map(|words| inline::parts(&words))
        .collect();
    let is_point = |words: &&Passage| {
        find_marker(words.text()).is_some_and(|marker| marker.kind == MarkerKind::Point)
    };
    // A cell has no points: numbers with a full stop count its items.
    let has_points = paragraphs.iter().filter(is_point).count() > 1;
    for words in paragraphs {
        // A remark of the act itself names no amending act.
        let is_note = |kind| builder.lexicon.says(kind, words.text());
        if is_note("note") && is_note("note-unit") {
            notes.push(builder.unit(Role::Note, words));
        } else {
            units.push(match find_marker(words.text()) {
                Some(marker) if has_points && marker.kind == MarkerKind::Point => {
                    builder.marked(Role::Item, &words, &marker)
                }
                _ => builder.item_or_paragraph(&words),
            });
        }
    }
    if !marks.is_empty() {
        notes.push(builder.unit(Role::Furniture, marks));
    }
    (units, notes)
}

/// The segments joined to what the act's author wrote as one.
pub(super) fn paragraphs(segments: &[Segment], builder: &Builder<'_>) -> Vec<Passage> {
    let mut groups: Vec<Vec<RepairedLine>> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        match groups.last_mut() {
            Some(group)
                if goes_on(group, segment, builder) && !opens_group(group, &segments[at..]) =>
            {
                group.push(segment.as_line());
            }
            _ => groups.push(vec![segment.as_line()]),
        }
    }
    groups
        .iter()
        .map(|group| join_cell(group, builder.vocabulary))
        .collect()
}

/// Whether a line stands over items that count anew, as `to the office:` does behind
/// the last item of another group.
fn opens_group(group: &[RepairedLine], segments: &[Segment]) -> bool {
    let is_first = |next: &Segment| {
        find_marker(next.words.text())
            .is_some_and(|marker| marker.kind == MarkerKind::Item && marker.ordinal() == Some(1))
    };
    let before = group.last().map_or("", |line| line.words.text());
    match segments {
        [over, next, ..] => {
            before.trim_end().ends_with(['.', ';'])
                && over.words.text().trim_end().ends_with(':')
                && is_first(next)
        }
        _ => false,
    }
}

fn goes_on(group: &[RepairedLine], segment: &Segment, builder: &Builder<'_>) -> bool {
    let Some(before) = group.last().map(|line| line.words.text()) else {
        return false;
    };
    let text = segment.words.text();
    let begins_item = find_marker(text)
        .is_some_and(|marker| !matches!(marker.kind, MarkerKind::BarePoint | MarkerKind::Dash));
    let begins_dash = find_marker(text).is_some_and(|marker| marker.kind == MarkerKind::Dash);
    if segment.begins_cell || begins_item || builder.lexicon.says("note", text) {
        return false;
    }
    if begins_dash || before.ends_with([';', ':']) {
        return !is_finished(before) && !segment.after_blank;
    }
    let is_small = !text.starts_with(|c: char| c.is_uppercase() || OPENING.contains(&c));
    if is_finished(before) {
        return is_small;
    }
    is_small || !segment.after_blank
}
