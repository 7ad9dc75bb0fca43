//! Paragraphs: printed lines joined to what the act's author wrote as one.
//!
//! Exports wrap lines, break pages inside sentences and indent in several ways.
//! Whether a line goes on with the paragraph before it is decided by what stands
//! between them, by how the paragraph ends and by how the line begins.

use super::marker::{Marker, MarkerKind, find_marker};
use crate::content::patterns::Lexicon;
use crate::passage::Passage;
use crate::repair::{RepairedLine, Vocabulary, join_prose};

/// Blanks that set the first line of a paragraph off.
const INDENT: usize = 4;
/// Blank lines that a page break leaves in a text with wrapped lines.
const PAGE_BREAK: usize = 3;
/// Letters that a line must hold to count as filled.
const FILLED: usize = 55;

/// A paragraph of running text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The words, marker included.
    pub words: Passage,
    /// True when the first line is set off by blanks.
    pub indented: bool,
}

impl Paragraph {
    /// True when the paragraph ends as a sentence or a list item does.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        is_finished(self.words.text())
    }
}

/// Joins lines to paragraphs. The lines may hold blank ones.
#[must_use]
pub fn find_paragraphs(
    lines: &[RepairedLine],
    lexicon: &Lexicon,
    vocabulary: &Vocabulary,
) -> Vec<Paragraph> {
    let mut groups: Vec<Vec<&RepairedLine>> = Vec::new();
    let mut gap = 0;
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            gap += 1;
            continue;
        }
        match groups.last_mut() {
            Some(group) if goes_on(group, line, gap, lexicon) => group.push(line),
            _ => groups.push(vec![line]),
        }
        gap = 0;
    }
    groups
        .iter()
        .map(|group| paragraph(group, vocabulary))
        .collect()
}

/// True when a line is set off by blanks or a TAB.
#[must_use]
pub const fn is_indented(line: &RepairedLine) -> bool {
    line.indent.blanks >= INDENT || line.indent.has_tab()
}

/// True when a text ends with a mark that ends a sentence or an item.
#[must_use]
pub fn is_finished(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || "\"»”)".contains(c))
        .ends_with(['.', ';', ':', '!', '?'])
}

fn paragraph(group: &[&RepairedLine], vocabulary: &Vocabulary) -> Paragraph {
    Paragraph {
        words: join_prose(group.iter().copied(), vocabulary),
        indented: is_indented(group[0]),
    }
}

fn goes_on(group: &[&RepairedLine], line: &RepairedLine, gap: usize, lexicon: &Lexicon) -> bool {
    let before = group[group.len() - 1].words.text();
    let text = line.words.text();
    let stands_alone = |kind| lexicon.says(kind, text);
    if is_indented(line)
        || ["note", "chapter-number", "status-mark"]
            .into_iter()
            .any(stands_alone)
        || lexicon.says("status-mark", before)
    {
        return false;
    }
    let finished = is_finished(before);
    let marker = find_marker(text);
    match marker.as_ref().map(|marker| marker.kind) {
        Some(MarkerKind::Item) => return false,
        Some(MarkerKind::Point) => {
            let is_time = marker.is_some_and(|marker| ends_hours(&marker, group[0]));
            return !finished && gap == 0 && (is_time || before.ends_with(is_link));
        }
        // The entry before it is whole; elsewhere the line may go on behind a dash.
        Some(MarkerKind::Dash) if before.ends_with(';') => return false,
        Some(MarkerKind::Dash | MarkerKind::BarePoint) | None => {}
    }
    let small = text.starts_with(|c: char| !c.is_uppercase());
    if gap == 0 {
        if !small && is_head(group[0], text, lexicon) {
            return false;
        }
        // A title in quotes may follow a finished paragraph without a blank line.
        let begins_title = !small || text.starts_with('"');
        let short = before.chars().count() < FILLED;
        return !(finished && short && begins_title);
    }
    if finished {
        return false;
    }
    if small {
        return true;
    }
    let is_prose = is_indented(group[0]) || find_marker(group[0].words.text()).is_some();
    gap >= PAGE_BREAK && is_prose
}

/// Whether a line names the adoption of the act whose title stands right above it.
fn is_head(first: &RepairedLine, text: &str, lexicon: &Lexicon) -> bool {
    let adoption = lexicon.find("adoption", text);
    adoption.is_some_and(|found| found.range.start == 0)
        && lexicon.says("act-title", first.words.text())
}

/// Whether a number at the beginning of a line is a time of day that the sentence before
/// it leads to, and not the point behind the one that the sentence stands in.
fn ends_hours(marker: &Marker<'_>, first: &RepairedLine) -> bool {
    let point = find_marker(first.words.text());
    marker.may_be_time() && !point.is_some_and(|point| marker.follows(point.number))
}

/// A sign after which a number at the beginning of the next line belongs to the
/// sentence.
fn is_link(c: char) -> bool {
    matches!(c, ',' | '-' | '–' | '№' | 'N' | '(')
}
