//! Runs: where the characters of a passage come from.
//!
//! Every unit of every text holds passages, and nearly all of them are one run, so
//! that runs are kept small: offsets of four bytes, and no list for a single run.

use std::ops::Range;
use std::slice;

use super::Span;

/// Marks characters that repair inserted.
const NOWHERE: u32 = u32::MAX;

/// A run of characters with one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Bytes of the passage.
    pub at: Range<usize>,
    /// Bytes of the source; `None` for characters that repair inserted.
    pub origin: Option<Span>,
}

impl Run {
    /// True when the run is the source as it stands, so that each of its bytes has a
    /// place of its own.
    pub fn is_verbatim(&self) -> bool {
        let origin = self.origin;
        origin.is_some_and(|origin| origin.end - origin.start == self.at.len())
    }
}

/// A run as it is kept; it begins where the one before it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// Byte of the passage after the last one of the run.
    end: u32,
    /// Bytes of the source.
    from: u32,
    to: u32,
}

/// The runs of a passage in its order.
#[derive(Clone, Debug)]
pub(super) enum Runs {
    /// One run.
    One(Kept),
    /// Any other number of runs.
    Many(Vec<Kept>),
}

impl Default for Runs {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl PartialEq for Runs {
    fn eq(&self, other: &Self) -> bool {
        self.kept() == other.kept()
    }
}

impl Eq for Runs {}

impl Runs {
    /// Appends a run that ends at the given byte of the passage.
    pub fn push(&mut self, end: usize, origin: Option<Span>) {
        let (from, to) = origin.map_or((NOWHERE, NOWHERE), |origin| {
            (short(origin.start), short(origin.end))
        });
        let end = short(end);
        self.keep(Kept { end, from, to });
    }

    /// Appends a run that is the source as it stands; it goes on with the last run
    /// where that one is the source right before it.
    pub fn push_verbatim(&mut self, end: usize, origin: Span) {
        let last = self.kept().len().checked_sub(1).map(|last| self.run(last));
        let goes_on = |last: &Run| {
            last.is_verbatim() && last.origin.is_some_and(|before| before.end == origin.start)
        };
        if last.is_some_and(|last| goes_on(&last))
            && let Some(last) = self.kept_mut().last_mut()
        {
            last.end = short(end);
            last.to = short(origin.end);
        } else {
            self.push(end, Some(origin));
        }
    }

    /// The runs that share bytes with a part of the passage.
    pub fn within(&self, part: Range<usize>) -> impl Iterator<Item = Run> + '_ {
        let first = self
            .kept()
            .partition_point(|run| long(run.end) <= part.start);
        (first..self.kept().len())
            .map(|at| self.run(at))
            .take_while(move |run| run.at.start < part.end)
    }

    /// Drops what stands from the given byte on.
    pub fn truncate(&mut self, len: usize) {
        let kept = self.kept().partition_point(|run| long(run.end) < len);
        let Some(last) = (kept < self.kept().len() && len > 0).then(|| self.run(kept)) else {
            if len == 0 {
                *self = Self::default();
            }
            return;
        };
        let dropped = last.at.end.saturating_sub(len);
        if let Self::Many(runs) = self {
            runs.truncate(kept + 1);
        }
        if let Some(end) = self.kept_mut().last_mut() {
            end.end = short(len);
            if last.is_verbatim() {
                end.to -= short(dropped);
            }
        }
    }

    fn run(&self, at: usize) -> Run {
        let kept = self.kept();
        let start = at.checked_sub(1).map_or(0, |before| long(kept[before].end));
        let Kept { end, from, to } = kept[at];
        Run {
            at: start..long(end),
            origin: (from != NOWHERE).then(|| Span::new(long(from), long(to))),
        }
    }

    fn keep(&mut self, run: Kept) {
        match self {
            Self::One(first) => *self = Self::Many(vec![*first, run]),
            Self::Many(runs) if runs.is_empty() => *self = Self::One(run),
            Self::Many(runs) => runs.push(run),
        }
    }

    fn kept(&self) -> &[Kept] {
        match self {
            Self::One(run) => slice::from_ref(run),
            Self::Many(runs) => runs,
        }
    }

    fn kept_mut(&mut self) -> &mut [Kept] {
        match self {
            Self::One(run) => slice::from_mut(run),
            Self::Many(runs) => runs,
        }
    }
}

/// An offset as it is kept. No text of four gigabytes is loaded.
fn short(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(NOWHERE - 1)
}

const fn long(offset: u32) -> usize {
    offset as usize
}
