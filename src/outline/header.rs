//! The head of an act: title, status, adoption, notes, preamble, points.

use super::marker::{MarkerKind, find_marker};
use super::model::{Role, Unit};
use super::paragraph::{Paragraph, find_paragraphs};
use super::tree::Builder;
use crate::repair::RepairedLine;

/// Words of the shortest title; a heading of one or two words names something else.
const TITLE_WORDS: usize = 3;

/// Reads the lines before the first attachment.
#[must_use]
pub fn parse_head(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Unit> {
    let paragraphs = find_paragraphs(lines, builder.lexicon, builder.vocabulary);
    let body = paragraphs
        .iter()
        .position(|paragraph| begins_body(paragraph, builder))
        .unwrap_or(paragraphs.len());
    let mut units = head_units(&paragraphs[..body], builder);
    units.extend(body_units(&paragraphs[body..], builder));
    units
}

/// The preamble, or the first point where an act has no preamble.
fn begins_body(paragraph: &Paragraph, builder: &Builder<'_>) -> bool {
    let text = paragraph.words.text();
    let is_note = builder.lexicon.says("note", text);
    let is_point = find_marker(text).is_some_and(|marker| marker.kind == MarkerKind::Point);
    !is_note && (is_point || builder.lexicon.says("preamble", text))
}

fn head_units(paragraphs: &[Paragraph], builder: &Builder<'_>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut note_is_open = false;
    let title = bare_title(paragraphs, builder);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph.words.text();
        let role = if title == Some(at) {
            Role::Title
        } else if builder.lexicon.says("note", text) {
            Role::Note
        } else if builder.lexicon.says("status-mark", text) {
            Role::StatusMark
        } else if builder.lexicon.says("act-title", text) {
            Role::Title
        } else if note_is_open && paragraph.indented {
            Role::Note
        } else {
            Role::Adoption
        };
        note_is_open = role == Role::Note;
        match units.last_mut() {
            // A sidebar is cut by blank lines in the middle of its sentence.
            Some(last) if role == Role::Adoption && last.role == Role::Adoption => {
                last.words.push_inserted(" ");
                last.words.push(&paragraph.words);
                last.lines = last
                    .lines
                    .cover(builder.unit(role, paragraph.words.clone()).lines);
            }
            _ => units.push(builder.unit(role, paragraph.words.clone())),
        }
    }
    units
}

/// The paragraph that is the title although its words do not say so: the first one,
/// right over the sentence that names who adopted the act, or over the mark of its
/// status. A sidebar prints the body that adopted the act there.
fn bare_title(paragraphs: &[Paragraph], builder: &Builder<'_>) -> Option<usize> {
    let says = |paragraph: &Paragraph, kind: &str| {
        let text = paragraph.words.text();
        builder.lexicon.says(kind, text)
    };
    if paragraphs
        .iter()
        .any(|paragraph| says(paragraph, "act-title"))
    {
        return None;
    }
    let is_other = |paragraph: &Paragraph| {
        [
            "note",
            "status-mark",
            "adoption",
            "repeal-word",
            "registration",
            "stamp-word",
        ]
        .into_iter()
        .any(|kind| says(paragraph, kind))
    };
    let (first, rest) = paragraphs.split_first()?;
    let adoption = rest
        .iter()
        .find(|paragraph| !says(paragraph, "status-mark"))?;
    let issuer = adoption.words.text().to_lowercase();
    let words = first.words.text();
    let is_body = issuer.contains(&words.to_lowercase());
    let is_title = says(adoption, "adoption")
        && !is_other(first)
        && !is_body
        && words.split_whitespace().count() >= TITLE_WORDS;
    is_title.then_some(0)
}

fn body_units(paragraphs: &[Paragraph], builder: &Builder<'_>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut last_point: Option<usize> = None;
    for paragraph in paragraphs {
        let text = paragraph.words.text();
        let marker = find_marker(text);
        if builder.lexicon.says("note", text) {
            units.push(builder.unit(Role::Note, paragraph.words.clone()));
        } else if let Some(marker) = marker.filter(|marker| marker.kind == MarkerKind::Point) {
            last_point = Some(units.len());
            units.push(builder.marked(Role::Point, &paragraph.words, &marker));
        } else if last_point.is_none() {
            units.push(builder.unit(Role::Preamble, paragraph.words.clone()));
        } else if builder.lexicon.says("signature", text) {
            units.push(builder.unit(Role::Signature, paragraph.words.clone()));
        } else if let Some(point) = last_point.and_then(|at| units.get_mut(at)) {
            point
                .children
                .push(builder.item_or_paragraph(&paragraph.words));
        }
    }
    units
}
