//! An attachment of an act: heading, chapters, points, items, annexes.

use std::ops::Range;

use super::body;
use super::body_table::{self, Part};
use super::marker::{MarkerKind, find_marker};
use super::model::{Role, Unit};
use super::paragraph::{Paragraph, is_finished, is_indented};
use super::table::parse_tables;
use super::tree::Builder;
use super::zone::find_annex_labels;
use crate::passage::Passage;
use crate::repair::{RepairedLine, cuts_word, join_cell, join_prose, quotes};

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
    unit.children.extend(annexes(body, &labels, builder));
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
    let begins_body = |line: &RepairedLine| {
        !line.furniture
            && !line.words.is_empty()
            && (is_indented(line) || begins_unit(line, builder))
    };
    indented_heading_end(lines, builder)
        .or_else(|| lines.iter().position(begins_body))
        .unwrap_or(lines.len())
}

/// The first chapter may have no number: then the heading ends with the title of the
/// service, where that is whole before a blank line and the words behind it begin anew.
fn title_end(heading: &[RepairedLine], builder: &Builder<'_>) -> Option<usize> {
    let is_blank = |line: &RepairedLine| !line.furniture && line.words.is_empty();
    let has_words = |line: &&RepairedLine| !line.furniture && !line.words.is_empty();
    let mut ends = (1..heading.len()).filter(|at| is_blank(&heading[*at]));
    ends.find(|end| {
        let Some(next) = heading[*end..].iter().find(has_words) else {
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
    let has_words = |line: &RepairedLine| !line.furniture && !line.words.is_empty();
    let first = lines.iter().position(has_words)?;
    if !is_indented(&lines[first]) {
        return None;
    }
    let ends = |line: &RepairedLine| !has_words(line) || begins_unit(line, builder);
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

fn annexes(body: &[RepairedLine], labels: &[Range<usize>], builder: &Builder<'_>) -> Vec<Unit> {
    let ends = labels
        .iter()
        .skip(1)
        .map(|label| label.start)
        .chain([body.len()]);
    labels
        .iter()
        .zip(ends)
        .map(|(label, end)| annex(&body[label.clone()], &body[label.end..end], builder))
        .collect()
}

fn annex(label: &[RepairedLine], content: &[RepairedLine], builder: &Builder<'_>) -> Unit {
    let mut unit = builder.unit(Role::Annex, join(label, builder));
    let text = unit.words.text();
    let found = builder.lexicon.find("annex-number", text);
    unit.number = found
        .and_then(|found| found.slot("amount"))
        .map(|range| text[range].to_owned());
    unit.children = units_of_annex(content, builder);
    // A note under the caption is none of its words.
    let holds_note = |note: &Unit| {
        let caption = unit.children.first();
        caption.is_some_and(|caption| caption.words.text().contains(note.words.text()))
    };
    if let Some((note, rest)) = part_note(content, builder).filter(|(note, _)| holds_note(note)) {
        unit.children = vec![note];
        unit.children.extend(units_of_annex(&rest, builder));
    }
    unit
}

fn units_of_annex(content: &[RepairedLine], builder: &Builder<'_>) -> Vec<Unit> {
    parse_tables(content, builder).unwrap_or_else(|| {
        cells(content)
            .into_iter()
            .map(|cell| {
                let words = join_cell(cell, builder.vocabulary);
                builder.unit(role_of_line(&words, builder), words)
            })
            .collect()
    })
}

/// Lines with words that may stand over a note on the annex: the caption of its table.
const OVER_NOTE: usize = 6;

/// The note on an annex that stands near its beginning, and the other lines.
fn part_note(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<(Unit, Vec<RepairedLine>)> {
    let has_words = |line: &RepairedLine| !line.furniture && !line.words.is_empty();
    let begins = |line: &RepairedLine| builder.lexicon.says("note", line.words.text());
    let worded = (0..lines.len()).filter(|at| has_words(&lines[*at]));
    let from = worded.take(OVER_NOTE).find(|at| begins(&lines[*at]))?;
    let end = note_end(lines, from, has_words);
    let words = lines[from..end].iter().filter(|line| has_words(line));
    let note = join_prose(words, builder.vocabulary);
    let rest = [&lines[..from], &lines[end..]].concat();
    let names_unit = builder.lexicon.says("note-unit", note.text());
    names_unit.then(|| (builder.unit(Role::Note, note), rest))
}

/// Lines with words of the longest note on an annex.
const NOTE: usize = 8;

/// Behind the last line of a note: a page may tear it, so it ends with its sentence, or where
/// none ends soon, with its lines.
fn note_end(
    lines: &[RepairedLine],
    from: usize,
    has_words: impl Fn(&RepairedLine) -> bool,
) -> usize {
    let worded = (from..lines.len()).filter(|at| has_words(&lines[*at]));
    let is_cell = |at: &usize| {
        let line = &lines[*at];
        line.indent.has_tab() || line.words.text().contains('\t')
    };
    let of_note = worded.take_while(|at| !is_cell(at)).take(NOTE);
    let of_note: Vec<usize> = of_note.collect();
    let mut ends = of_note.iter();
    let whole = ends.find(|at| is_finished(lines[**at].words.text()));
    // Cells below tell as well where it ends.
    let above_cells = of_note.last().filter(|_| of_note.len() < NOTE);
    match whole.or(above_cells) {
        Some(last) => last + 1,
        None => {
            let rest = &lines[from..];
            from + rest.iter().take_while(|line| has_words(line)).count()
        }
    }
}

/// Forms stand as they are printed; only what the publisher says of them is told
/// apart. A remark of the form itself names no amending act.
fn role_of_line(words: &Passage, builder: &Builder<'_>) -> Role {
    let says = |kind| builder.lexicon.says(kind, words.text());
    if says("note") && says("note-unit") {
        Role::Note
    } else {
        Role::Line
    }
}

/// Lines between blank lines stand together, and those that a word goes on over.
fn cells(lines: &[RepairedLine]) -> Vec<Vec<&RepairedLine>> {
    let mut cells: Vec<Vec<&RepairedLine>> = Vec::new();
    let mut gap = true;
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            gap = true;
            continue;
        }
        match cells.last_mut() {
            Some(cell) if !gap || cell.last().is_some_and(|last| cuts_word(last, line)) => {
                cell.push(line);
            }
            _ => cells.push(vec![line]),
        }
        gap = false;
    }
    cells
}
