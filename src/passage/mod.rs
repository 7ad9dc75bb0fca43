//! Passage: repaired text that remembers where its characters stand in the file.
//!
//! Repair moves, joins and drops characters. A passage keeps, for every run of
//! characters, the bytes of the source that it stands for, so that a value read
//! from it can always name its lines. Characters that repair inserted (a blank
//! between two joined lines) have no origin of their own.

mod runs;

use std::ops::Range;

use runs::Runs;

/// A range of bytes in a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A piece of a passage that is put together anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// These bytes of the passage.
    Kept(Range<usize>),
    /// These bytes of the passage, written differently.
    Replaced(Range<usize>, &'a str),
    /// Characters that the source does not have.
    Inserted(&'a str),
}

/// Text with the origin of its characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    text: String,
    runs: Runs,
}

impl Passage {
    /// A passage that is the source itself, from byte `start` on.
    #[must_use]
    pub fn verbatim(text: &str, start: usize) -> Self {
        let mut passage = Self::default();
        passage.push_verbatim(text, start);
        passage
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True when the passage holds no characters.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends characters that stand in the source at byte `start`.
    pub fn push_verbatim(&mut self, text: &str, start: usize) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        let origin = Span::new(start, start + text.len());
        self.runs.push_verbatim(self.text.len(), origin);
    }

    /// Appends characters that stand for other characters of the source.
    pub fn push_replacement(&mut self, text: &str, origin: Span) {
        self.push_run(text, Some(origin));
    }

    /// Appends characters that the source does not have.
    pub fn push_inserted(&mut self, text: &str) {
        self.push_run(text, None);
    }

    /// Appends another passage.
    pub fn push(&mut self, other: &Self) {
        self.push_part(other, 0..other.text.len());
    }

    /// Appends the given bytes of another passage, which must lie on the
    /// boundaries of characters.
    pub fn push_part(&mut self, other: &Self, range: Range<usize>) {
        for run in other.runs.within(range.clone()) {
            let from = run.at.start.max(range.start);
            let to = run.at.end.min(range.end);
            if from >= to {
                continue;
            }
            let text = &other.text[from..to];
            match run.origin {
                Some(origin) if run.is_verbatim() => {
                    self.push_verbatim(text, origin.start + (from - run.at.start));
                }
                origin => self.push_run(text, origin),
            }
        }
    }

    /// The part of the passage in the given bytes, which must lie on the
    /// boundaries of characters.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        part.text.reserve(range.len());
        part.push_part(self, range);
        part
    }

    /// The passage without blanks at its ends.
    #[must_use]
    pub fn trim(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len();
        if start >= end {
            return Self::default();
        }
        if end - start == self.text.len() {
            return self.clone();
        }
        self.slice(start..end)
    }

    /// Drops the characters from byte `len` on, which must lie on the boundary
    /// of characters.
    pub fn truncate(&mut self, len: usize) {
        let Some(keep) = self.text.get(..len).map(str::len) else {
            return;
        };
        self.runs.truncate(keep);
        self.text.truncate(keep);
    }

    /// The passage in another order: pieces of itself, each in its place, and
    /// characters that repair puts in or in their stead.
    #[must_use]
    pub fn rearranged(&self, pieces: &[Piece<'_>]) -> Self {
        let mut passage = Self::default();
        passage.text.reserve(self.text.len());
        for piece in pieces {
            match piece {
                Piece::Kept(range) => passage.push_part(self, range.clone()),
                Piece::Inserted(text) => passage.push_inserted(text),
                Piece::Replaced(range, text) => match self.span_of(range.clone()) {
                    Some(origin) => passage.push_replacement(text, origin),
                    None => passage.push_inserted(text),
                },
            }
        }
        passage
    }

    /// The passage with a blank put in at each of the given bytes, which must stand in
    /// their order on the boundaries of characters.
    #[must_use]
    pub fn parted_at(&self, cuts: &[usize]) -> Self {
        let mut parted = Self::default();
        parted.text.reserve(self.text.len() + cuts.len());
        let mut from = 0;
        for cut in cuts {
            parted.push_part(self, from..*cut);
            parted.push_inserted(" ");
            from = *cut;
        }
        parted.push_part(self, from..self.text.len());
        parted
    }

    /// The smallest span of the source that holds every character of the
    /// passage; `None` when nothing of it stands in the source.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.span_of(0..self.text.len())
    }

    /// The smallest span of the source for the given bytes of the passage.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Option<Span> {
        let parts = self.runs.within(range.clone()).filter_map(|run| {
            let origin = run.origin?;
            if !run.is_verbatim() {
                return Some(origin);
            }
            let from = run.at.start.max(range.start) - run.at.start;
            let to = run.at.end.min(range.end) - run.at.start;
            Some(Span::new(origin.start + from, origin.start + to))
        });
        parts.reduce(Span::cover)
    }

    /// Every span of the source that the passage took characters from, in the
    /// order of the passage.
    pub fn origins(&self) -> impl Iterator<Item = Span> + '_ {
        let whole = self.runs.within(0..self.text.len());
        whole.filter_map(|run| run.origin)
    }

    fn push_run(&mut self, text: &str, origin: Option<Span>) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        self.runs.push(self.text.len(), origin);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined() -> Passage {
        let mut passage = Passage::verbatim("кресло-", 10);
        passage.push_inserted(" ");
        passage.push_verbatim("коляска", 40);
        passage
    }

    #[test]
    fn a_slice_keeps_the_origin_of_its_characters() {
        let part = joined().slice("кресло- ко".len()..joined().text().len());
        assert_eq!(part.text(), "ляска");
        assert_eq!(part.span(), Some(Span::new(44, 54)));
    }

    #[test]
    fn a_span_covers_both_sides_of_a_join() {
        assert_eq!(joined().span(), Some(Span::new(10, 54)));
    }

    #[test]
    fn a_truncated_passage_is_the_slice_of_its_start() {
        for len in ["", "кре", "кресло-", "кресло- ", "кресло- коля"].map(str::len)
        {
            let mut passage = joined();
            passage.truncate(len);
            assert_eq!(passage, joined().slice(0..len));
        }
    }

    #[test]
    fn inserted_characters_have_no_span() {
        let blank = "кресло-".len();
        assert_eq!(joined().span_of(blank..blank + 1), None);
    }

    #[test]
    fn a_rearranged_passage_keeps_the_origin_of_every_piece() {
        let passage = Passage::verbatim("к 1", 10).rearranged(&[
            Piece::Kept(3..4),
            Piece::Inserted(" "),
            Piece::Replaced(0..2, "ко"),
        ]);
        let mut expected = Passage::verbatim("1", 13);
        expected.push_inserted(" ");
        expected.push_replacement("ко", Span::new(10, 12));
        assert_eq!(passage, expected);
    }

    #[test]
    fn a_parted_passage_has_a_blank_at_every_cut() {
        let parted = Passage::verbatim("онитут", 10).parted_at(&["он".len(), "онит".len()]);
        let mut expected = Passage::verbatim("он", 10);
        for (word, start) in [("ит", 14), ("ут", 18)] {
            expected.push_inserted(" ");
            expected.push_verbatim(word, start);
        }
        assert_eq!(parted, expected);
    }

    #[test]
    fn neighbouring_verbatim_runs_become_one() {
        let mut passage = Passage::verbatim("про", 0);
        passage.push_verbatim("тез", 6);
        assert_eq!(passage, Passage::verbatim("протез", 0));
    }
}
