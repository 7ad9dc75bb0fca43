//! Where the lines of a text begin.

use crate::outline::model::Lines;
use crate::passage::Span;

/// Start of every line of a text, in bytes. Lines end with `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// The index of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self {
            starts: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
        }
    }

    /// The line that holds a byte, counted from 1.
    #[must_use]
    pub fn line_of(&self, byte: usize) -> u32 {
        let line = self.starts.partition_point(|start| *start <= byte);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// The lines that a span touches.
    #[must_use]
    pub fn lines_of(&self, span: Span) -> Lines {
        Lines {
            first: self.line_of(span.start),
            last: self.line_of(span.end.saturating_sub(1).max(span.start)),
        }
    }

    /// The byte at which a line begins, counted from 1; the last line's for a line
    /// that the text does not have.
    #[must_use]
    pub fn start_of(&self, line: u32) -> usize {
        let at = usize::try_from(line).unwrap_or(usize::MAX).max(1) - 1;
        self.starts[at.min(self.starts.len() - 1)]
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// False: even an empty text has one line.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_belongs_to_the_line_that_it_ends() {
        let index = LineIndex::new("а\nб\n\nв");
        let lines: Vec<_> = [0, 2, 3, 5, 6, 7].map(|byte| index.line_of(byte)).into();
        assert_eq!(lines, [1, 1, 2, 2, 3, 4]);
    }

    #[test]
    fn a_span_that_ends_with_its_line_break_stays_on_the_line() {
        let index = LineIndex::new("аб\nвг\n");
        assert_eq!(index.lines_of(Span::new(0, 5)), Lines { first: 1, last: 1 });
    }
}
