//! Annexes of an attachment: tables, forms, and the notes that publishers set into them.

use std::ops::Range;

use super::model::{Role, Unit};
use super::paragraph::is_finished;
use super::table::parse_tables;
use super::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, cuts_word, join_cell, join_prose};

/// The annexes of an attachment, each from its label to the next one.
pub(super) fn annexes(
    body: &[RepairedLine],
    labels: &[Range<usize>],
    builder: &Builder<'_>,
) -> Vec<Unit> {
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
    let mut unit = builder.unit(Role::Annex, join_prose(label, builder.vocabulary));
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
    let begins = |line: &RepairedLine| builder.lexicon.says("note", line.words.text());
    let worded = (0..lines.len()).filter(|at| lines[*at].has_words());
    let from = worded.take(OVER_NOTE).find(|at| begins(&lines[*at]))?;
    let end = note_end(lines, from);
    let words = lines[from..end].iter().filter(|line| line.has_words());
    let note = join_prose(words, builder.vocabulary);
    let rest = [&lines[..from], &lines[end..]].concat();
    let names_unit = builder.lexicon.says("note-unit", note.text());
    names_unit.then(|| (builder.unit(Role::Note, note), rest))
}

/// Lines with words of the longest note on an annex.
const NOTE: usize = 8;

/// Behind the last line of a note: a page may tear it, so it ends with its sentence, or where
/// none ends soon, with its lines.
fn note_end(lines: &[RepairedLine], from: usize) -> usize {
    let worded = (from..lines.len()).filter(|at| lines[*at].has_words());
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
            from + rest.iter().take_while(|line| line.has_words()).count()
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
