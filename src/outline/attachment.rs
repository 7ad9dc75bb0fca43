//! An attachment of an act: heading, chapters, points, items, annexes.

use super::annex;
use super::body;
use super::body_table::{self, Part};
use super::marker::{MarkerKind, find_marker};
use super::model::{Role, Unit};
use super::paragraph::{Paragraph, is_indented};
use super::tree::Builder;
use super::zone::find_annex_labels;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_prose, quotes};

/// Reads the lines from the end of a stamp to the next stamp.
#[must_use]
pub fn parse_attachment(lines: &[RepairedLine], builder: &Builder<'_>) -> Unit {
    let heading_end = heading_end(lines, builder);
    let heading_end = title_end(&lines[..heading_end], builder).unwrap_or(heading_end);
    let (heading, rest) = split_glued_chapter(&join(&lines[..heading_end], builder), builder);
    let role = if builder.lexicon.says("service-title", heading.text()) {
        Role::Service
    } else {
        Role::Attachment
    };
    let mut unit = builder.unit(role, heading);
    let body = &lines[heading_end..];
    let labels = find_annex_labels(body, builder);
    let body_end = labels.first().map_or(body.len(), |label| label.start);
    let glued = (!rest.is_empty()).then_some(Part::Paragraph(Paragraph {
        words: rest,
        indented: false,
    }));
    let mut parts: Vec<Part> = glued.into_iter().collect();
    parts.extend(body_table::parts(&body[..body_end], builder));
    unit.children = body::units(&parts, builder);
    unit.children.extend(annex::annexes(body, &labels, builder));
    // Rules of today say in their heading what they order, and in a table what
    // the service is.
    if unit.requirements().next().is_some() || is_help_on_request(&unit, builder) {
        unit.role = Role::Service;
    }
    unit.children.extend(builder.furniture(lines));
    unit
}

/// Entries that are papers of the shortest list that its announcement and they tell to be
/// one of papers.
const PAPERS: usize = 2;

/// Rules on help that people apply for: the heading names the help, and the text
/// lists what to bring for it, or says where that is listed. Rules on the budget of
/// such help list nothing.
fn is_help_on_request(unit: &Unit, builder: &Builder<'_>) -> bool {
    let says = |kind: &str, unit: &Unit| builder.lexicon.says(kind, unit.words.text());
    let says_papers = |part: &Unit| {
        ["documents-heading", "documents-reference"]
            .iter()
            .any(|kind| says(kind, part))
    };
    let lists_papers = |part: &Unit| {
        let papers = part.children.iter();
        let papers = papers.filter(|entry| says("paper-entry", entry)).count();
        papers >= PAPERS && 2 * papers > part.children.len() && says("papers-announced", part)
    };
    says("help-title", unit)
        && unit.walk().any(|part| match part.role {
            Role::Point | Role::Paragraph => says_papers(part) || lists_papers(part),
            _ => false,
        })
}

/// The heading goes on until something that only stands under a heading.
fn heading_end(lines: &[RepairedLine], builder: &Builder<'_>) -> usize {
    let begins_body =
        |line: &RepairedLine| line.has_words() && (is_indented(line) || begins_unit(line, builder));
    indented_heading_end(lines, builder)
        .or_else(|| lines.iter().position(begins_body))
        .unwrap_or(lines.len())
}

/// The first chapter may have no number: then the heading ends with the title of the
/// service, where that is whole before a blank line and the words behind it begin anew.
fn title_end(heading: &[RepairedLine], builder: &Builder<'_>) -> Option<usize> {
    let is_blank = |line: &RepairedLine| !line.furniture && line.words.is_empty();
    let mut ends = (1..heading.len()).filter(|at| is_blank(&heading[*at]));
    ends.find(|end| {
        let Some(next) = heading[*end..].iter().find(|line| line.has_words()) else {
            return false;
        };
        let title = join(&heading[..*end], builder);
        let text = title.text();
        let found = builder.lexicon.find("service-title", text);
        let is_whole = found
            .and_then(|found| found.slot("title"))
            .is_some_and(|slot| slot.end < text.len() || text.ends_with(quotes::CLOSING));
        is_whole && next.words.text().starts_with(char::is_uppercase)
    })
}

/// Some exports indent the heading like the text under it: then the lines up to a
/// blank one or a number are the heading, where they read as one.
fn indented_heading_end(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<usize> {
    let first = lines.iter().position(RepairedLine::has_words)?;
    if !is_indented(&lines[first]) {
        return None;
    }
    let ends = |line: &RepairedLine| !line.has_words() || begins_unit(line, builder);
    let length = lines[first..].iter().position(ends);
    let end = length.map_or(lines.len(), |length| first + length);
    let heading = join(&lines[first..end], builder);
    let is_title = builder.lexicon.says("service-title", heading.text());
    is_title.then_some(end)
}

/// True when a line begins with what only stands under a heading: a number, a note.
fn begins_unit(line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let text = line.words.text();
    builder.lexicon.says("note", text)
        || builder.lexicon.says("chapter-number", text)
        || find_marker(text).is_some_and(|marker| marker.kind != MarkerKind::Dash)
}

fn join(lines: &[RepairedLine], builder: &Builder<'_>) -> Passage {
    join_prose(lines, builder.vocabulary)
}

/// Exports glue the first chapter's heading to the title.
fn split_glued_chapter(heading: &Passage, builder: &Builder<'_>) -> (Passage, Passage) {
    let found = builder.lexicon.find("first-chapter", heading.text());
    match found.filter(|found| found.range.start > 0) {
        Some(found) => {
            let title = heading.slice(0..found.range.start).trim();
            let chapter = heading
                .slice(found.range.start..heading.text().len())
                .trim();
            (title, chapter)
        }
        None => (heading.trim(), Passage::default()),
    }
}
