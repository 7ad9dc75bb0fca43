//! The head of an act: title, status, adoption, notes, preamble, points.

use super::head_paragraph::{find_head_paragraphs, is_label, is_status};
use super::marker::{MarkerKind, find_marker};
use super::model::{Role, Unit};
use super::paragraph::Paragraph;
use super::tree::Builder;
use crate::repair::RepairedLine;

/// Reads the lines before the first attachment.
#[must_use]
pub fn parse_head(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Unit> {
    let paragraphs = find_head_paragraphs(lines, builder);
    let body = paragraphs
        .iter()
        .position(|paragraph| begins_body(paragraph, builder))
        .unwrap_or(paragraphs.len());
    let mut units = head_units(&paragraphs[..body], builder);
    units.extend(body_units(&paragraphs[body..], builder));
    units.extend(builder.furniture(lines));
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
        let role = match role_of(paragraph, builder) {
            _ if title == Some(at) => Role::Title,
            Role::Adoption if note_is_open && paragraph.indented => Role::Note,
            role => role,
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

/// What a paragraph of a head says of itself; what says nothing belongs to the
/// adoption.
fn role_of(paragraph: &Paragraph, builder: &Builder<'_>) -> Role {
    let text = paragraph.words.text();
    let says = |kind| builder.lexicon.says(kind, text);
    if says("note") {
        Role::Note
    } else if is_status(text, builder) {
        Role::StatusMark
    } else if says("act-title") {
        Role::Title
    } else {
        Role::Adoption
    }
}

/// The block right before the adoption, where none of those before it has the words
/// of a title: the title whatever it ends with. The name of the body that heads a
/// letter is none, nor is the label of a field, nor what the publisher says of a
/// repeal.
fn bare_title(paragraphs: &[Paragraph], builder: &Builder<'_>) -> Option<usize> {
    let adopts = |one: &Paragraph| {
        role_of(one, builder) == Role::Adoption
            && builder.lexicon.says("adoption", one.words.text())
    };
    let adoption = paragraphs.iter().position(adopts)?;
    let before = &paragraphs[..adoption];
    if before
        .iter()
        .any(|one| role_of(one, builder) == Role::Title)
    {
        return None;
    }
    let at = before
        .iter()
        .rposition(|one| role_of(one, builder) == Role::Adoption)?;
    let text = before[at].words.text();
    let is_none = ["letterhead", "ceased", "date"]
        .into_iter()
        .any(|kind| builder.lexicon.says(kind, text));
    (!is_none && !is_label(text, builder)).then_some(at)
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
