//! Numbering: what a number at the beginning of a paragraph counts, by the numbers before it
//! and those that follow.

use super::body_table::Part;
use super::marker::{Marker, MarkerKind, find_marker};
use super::paragraph::{Paragraph, is_finished};
use super::tree::Builder;

/// The longest heading of a chapter, in characters.
const CHAPTER: usize = 300;

/// Where a paragraph belongs, with the numbers seen so far.
#[derive(Default)]
pub(super) struct Numbering {
    chapter: Option<u32>,
    point: Option<u32>,
    /// The number of the last point as printed.
    printed: String,
    /// Whether the headings of chapters are indented like points.
    indents_chapters: bool,
    /// The last number of a list under a point that is numbered like points.
    list: Option<u32>,
}

impl Numbering {
    /// Whether a number with a full stop counts the chapters: its heading stands out of the
    /// points and ends as no sentence does.
    pub(super) fn is_chapter(
        &self,
        paragraph: &Paragraph,
        marker: &Marker<'_>,
        builder: &Builder<'_>,
    ) -> bool {
        let text = paragraph.words.text();
        if builder.lexicon.says("first-chapter", text) {
            return true;
        }
        let next = marker.ordinal() == Some(self.chapter.map_or(1, |chapter| chapter + 1));
        let stands_out = !paragraph.indented || self.indents_chapters;
        next && stands_out && !is_finished(text) && text.chars().count() <= CHAPTER
    }

    /// Whether a number with a full stop counts the entries of a list under a point: it
    /// begins anew behind a colon, or goes on from such an entry. Most entries begin with a
    /// small letter, as no point does; others show by the number that goes on with the
    /// points behind the list.
    pub(super) fn is_entry(
        &self,
        paragraph: &Paragraph,
        marker: &Marker<'_>,
        is_announced: bool,
        ahead: &[Part],
        builder: &Builder<'_>,
    ) -> bool {
        let follows = match self.list {
            Some(last) => marker.ordinal() == Some(last + 1),
            None => marker.ordinal() == Some(1) && is_announced,
        };
        if marker.kind != MarkerKind::Point || !follows {
            return false;
        }
        let begins_small = paragraph.words.text()[marker.len..].starts_with(char::is_lowercase);
        // Points do not count back: a number that one before had is no point's.
        let is_counted = self.list.is_some() && marker.ordinal() <= self.point;
        begins_small
            || !self.is_chapter(paragraph, marker, builder)
                && (is_counted || self.go_on_behind(marker, ahead, builder))
    }

    /// Whether the points go on behind the entries that follow this one.
    fn go_on_behind(&self, entry: &Marker<'_>, ahead: &[Part], builder: &Builder<'_>) -> bool {
        let Some(point) = self.next_point() else {
            return false;
        };
        let mut next = entry.ordinal().map(|entry| entry + 1);
        for part in ahead {
            let Part::Paragraph(paragraph) = part else {
                continue;
            };
            let Some(marker) = find_marker(paragraph.words.text()) else {
                continue;
            };
            if marker.kind != MarkerKind::Point || self.is_chapter(paragraph, &marker, builder) {
                continue;
            }
            match marker.ordinal() {
                ordinal if ordinal == next => next = next.map(|next| next + 1),
                ordinal => return ordinal == Some(point),
            }
        }
        false
    }

    fn next_point(&self) -> Option<u32> {
        self.point.map(|point| point + 1)
    }

    /// Goes into the next chapter.
    pub(super) fn enter_chapter(&mut self, paragraph: &Paragraph, marker: &Marker<'_>) {
        self.indents_chapters |= self.chapter.is_none() && paragraph.indented;
        self.chapter = marker.ordinal();
        self.list = None;
    }

    /// Goes on to the next point.
    pub(super) fn enter_point(&mut self, marker: &Marker<'_>) {
        self.point = marker.ordinal();
        marker.number.clone_into(&mut self.printed);
        self.list = None;
    }

    /// Goes on to the next entry of a list.
    pub(super) const fn enter_entry(&mut self, ordinal: Option<u32>) {
        self.list = ordinal;
    }

    /// Whether a number counts the points; a time of day at the beginning of a line does not.
    pub(super) fn is_point(&self, paragraph: &Paragraph, marker: &Marker<'_>) -> bool {
        match marker.kind {
            MarkerKind::Point => !marker.may_be_time() || marker.follows(&self.printed),
            MarkerKind::BarePoint => {
                paragraph.is_finished() && marker.ordinal() == self.next_point()
            }
            MarkerKind::Item | MarkerKind::Dash => false,
        }
    }
}
