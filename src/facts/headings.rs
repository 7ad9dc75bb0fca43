//! Headings inside a list: the lines over its entries, one under the other.

use super::Found;

/// How far a heading reaches: to the next one of its level or of one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// One over numbered entries.
    Group,
    /// A numbered entry, or a line that sets an amount of time for what stands under it.
    Item,
    /// A stage of an entry.
    Stage,
}

/// The headings over the entry of a list that is being read.
#[derive(Debug, Default)]
pub(super) struct Headings {
    open: Vec<(Level, Found)>,
}

impl Headings {
    /// Ends the headings of a level and those under them.
    pub(super) fn end(&mut self, level: Level) {
        self.open.retain(|(open, _)| *open < level);
    }

    /// Ends the heading that was opened last.
    pub(super) fn end_last(&mut self) {
        self.open.pop();
    }

    /// Opens a heading under those that are open.
    pub(super) fn open(&mut self, level: Level, heading: Found) {
        self.open.push((level, heading));
    }

    /// The words of all headings, the widest first; `None` where none is open.
    pub(super) fn words(&self) -> Option<Found> {
        let mut open = self.open.iter().map(|(_, heading)| heading);
        let mut whole = open.next()?.clone();
        for heading in open {
            whole.words.push_inserted(": ");
            whole.words.push(&heading.words);
        }
        Some(whole)
    }
}
