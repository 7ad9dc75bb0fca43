//! Paragraphs of the head of an act.
//!
//! Publishers print title, adoption, notes and preamble as blocks of their own,
//! some of them without a blank line between them, some even in one line. What
//! stands in which block shows in how its first line begins and in what the lines
//! before it have already said.

use std::ops::Range;

use super::marker::{MarkerKind, find_marker};
use super::paragraph::{Paragraph, find_paragraphs, is_indented};
use super::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_prose};

/// Lines that a block of a head takes up at most. What is longer is no head.
const BLOCK: usize = 60;

/// Letters of the longest label of a field.
const LABEL: usize = 40;

/// Joins the lines of a head to paragraphs, and cuts those that hold title and
/// adoption in one.
#[must_use]
pub fn find_head_paragraphs(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    for block in find_blocks(lines, builder) {
        for paragraph in find_paragraphs(&lines[block], builder.lexicon, builder.vocabulary) {
            paragraphs.extend(cut_title(paragraph, builder));
        }
    }
    paragraphs
}

/// True when a text is nothing but the publisher's word for the state of the act:
/// in force, changed, new, without force. In small letters it is the end of a line.
#[must_use]
pub fn is_status(text: &str, builder: &Builder<'_>) -> bool {
    builder.lexicon.says("status-mark", text)
        || text.starts_with(char::is_uppercase) && builder.lexicon.says("force-mark", text)
}

/// The lines cut where a block of the head surely begins. From the preamble or the
/// first point on nothing is cut: the body may quote whatever it likes.
fn find_blocks(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut said = 0..0;
    let mut is_apart = false;
    for (at, line) in lines.iter().enumerate() {
        if !line.has_words() {
            is_apart = true;
            continue;
        }
        let before = text_of(&lines[said.clone()], builder);
        if !said.is_empty() && begins_block(&before, line, is_apart, builder) {
            blocks.push(start..at);
            start = at;
            said = at..at;
        }
        is_apart = false;
        said.end = at + 1;
        if said.len() > BLOCK || begins_body(line, builder) {
            break;
        }
    }
    blocks.push(start..lines.len());
    blocks
}

fn text_of(lines: &[RepairedLine], builder: &Builder<'_>) -> String {
    let lines = lines.iter().filter(|line| !line.furniture);
    let lines = lines.filter(|line| !line.words.is_empty());
    join_prose(lines, builder.vocabulary).text().to_owned()
}

fn begins_body(line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let text = line.words.text();
    let is_point = find_marker(text).is_some_and(|marker| marker.kind == MarkerKind::Point);
    is_point || builder.lexicon.says("preamble", text) && !builder.lexicon.says("note", text)
}

/// Whether a line begins a block of its own behind what the block so far says.
fn begins_block(before: &str, line: &RepairedLine, is_apart: bool, builder: &Builder<'_>) -> bool {
    let text = line.words.text();
    if is_indented(line) {
        return true;
    }
    if text.starts_with(char::is_lowercase) {
        return false;
    }
    let says = |kind| builder.lexicon.says(kind, text);
    let said = |kind| builder.lexicon.says(kind, before);
    let ends = |kind| ends_with(kind, before, builder);
    says("note")
        || [text, before]
            .into_iter()
            .any(|text| is_status(text, builder))
        || [text, before]
            .into_iter()
            .any(|text| is_label(text, builder))
        || said("whole-note")
        || ends("adoption")
        || ends("repeal-sentence")
        || begins_adoption(before, text, builder)
        || is_apart && (said("adoption") || said("letterhead"))
        || says("preamble") && (said("adoption") || said("act-title"))
}

/// True when a line is nothing but the label of a field: the publisher's, not the
/// act's. The last word of a preamble stands in capital letters.
#[must_use]
pub fn is_label(text: &str, builder: &Builder<'_>) -> bool {
    let text = text.trim_end();
    text.ends_with(':')
        && text.contains(char::is_lowercase)
        && text.chars().count() <= LABEL
        && !builder.lexicon.says("preamble", text)
}

/// Whether a line begins the adoption. A title that speaks of another act may be
/// wrapped right before the name of that act.
fn begins_adoption(before: &str, text: &str, builder: &Builder<'_>) -> bool {
    let says_before = |kind| builder.lexicon.says(kind, before);
    let found = builder.lexicon.find_earliest("adoption", text);
    found.is_some_and(|found| found.range.start == 0)
        && !says_before("adoption")
        && !says_before("open-title")
}

/// Whether a phrase of the kind stands at the end of a text, marks and the letter
/// behind a number apart.
fn ends_with(kind: &str, text: &str, builder: &Builder<'_>) -> bool {
    let found = builder.lexicon.find_all(kind, text).pop();
    found.is_some_and(|found| {
        let behind = text[found.range.end..].trim();
        let is_tail = || behind.chars().count() == 1 && builder.lexicon.says("number-tail", behind);
        !behind.contains(char::is_alphanumeric) || is_tail()
    })
}

/// Some publishers print title and adoption in one line, or the adoption in brackets
/// behind the title: then they are two paragraphs. A note in brackets behind a title
/// is one of its own.
fn cut_title(paragraph: Paragraph, builder: &Builder<'_>) -> Vec<Paragraph> {
    let text = paragraph.words.text();
    let is_note = builder.lexicon.says("note", text);
    let found = (!is_note).then(|| title_end(text, builder)).flatten();
    let Some(end) = found else {
        return vec![paragraph];
    };
    let part = |words: Passage, indented| Paragraph { words, indented };
    let title = paragraph.words.slice(0..end).trim();
    let rest = paragraph.words.slice(end..text.len()).trim();
    vec![
        part(title, paragraph.indented),
        part(rest, paragraph.indented),
    ]
}

/// Where the title ends that stands before an adoption or a note in one paragraph.
fn title_end(text: &str, builder: &Builder<'_>) -> Option<usize> {
    let note = || {
        let found = builder.lexicon.find("title-note", text)?;
        (found.range.start > 0).then_some(found.range.start)
    };
    let adoption = || {
        let found = builder.lexicon.find_all("adoption", text).pop()?;
        let issuer = found.slot("issuer")?;
        title_in(text, issuer, builder).or_else(|| title_before(text, found.range.start, builder))
    };
    note().or_else(adoption)
}

/// Where a title ends whose last words read as the first ones of the body. What ends
/// as a title does is nothing else, also where it cites another act.
fn title_in(text: &str, issuer: Range<usize>, builder: &Builder<'_>) -> Option<usize> {
    if ends_with("title-end", text, builder) {
        return None;
    }
    let words = &text[issuer.clone()];
    let last = builder.lexicon.find_all("title-end", words).pop()?;
    Some(issuer.start + last.range.end)
}

/// Where a title ends before an adoption in brackets, or before one with a capital
/// letter of its own.
fn title_before(text: &str, adoption: usize, builder: &Builder<'_>) -> Option<usize> {
    let before = text[..adoption].trim_end();
    if text[adoption..].starts_with('(') {
        return (!before.is_empty()).then_some(adoption);
    }
    let says = |kind| builder.lexicon.says(kind, before);
    let begins = text[adoption..].starts_with(char::is_uppercase);
    (begins && says("act-title") && !says("open-title")).then_some(adoption)
}
