//! Ways: what it costs to go from a part of a table to the next one.
//!
//! Where a page tears a row, the first lines of its cells stand over the end of the page,
//! one under the other, and the others below it, cell by cell. The number of such a row
//! may stand with either.

use std::ops::Range;

use super::column::ColumnKind;
use super::cut::Part;
use super::fit::{Columns, heading_fit, is_unfinished};
use super::order::{Layout, NEVER, Place, Start};
use super::whole::CELL_GAP;

/// Which part of its row is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// The row itself.
    Row,
    /// What a page tore off before the number of the row.
    Above,
    /// The rest of the cells that a page tore.
    Below,
}

/// Where a part stands while the table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// In a column.
    Cell(usize, Phase),
    /// In a sub-heading.
    Heading,
}

/// The cheapest way to a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) cost: f32,
    pub(super) from: usize,
    pub(super) opens: bool,
}

/// A part with what stands around it.
pub(super) struct Here<'a> {
    pub(super) part: &'a Part,
    pub(super) start: Start,
    /// Whether the next number may stand behind the beginning of its row.
    pub(super) before_torn: bool,
    pub(super) next: Option<&'a Part>,
}

/// What a row without its number costs in a table with numbers: more than one cell that
/// comes back behind a page, less than two. Chosen by hand.
const LOST_NUMBER: f32 = 4.0;

pub(super) struct Ways<'a> {
    pub(super) places: &'a [Place],
    pub(super) fits: Columns<'a>,
    pub(super) numbered: bool,
    pub(super) layout: Layout,
}

impl Ways<'_> {
    pub(super) fn states(&self) -> impl Iterator<Item = State> {
        (0..=3 * self.places.len()).map(|index| self.state(index))
    }

    pub(super) const fn state(&self, index: usize) -> State {
        let count = self.places.len();
        if index == 3 * count {
            return State::Heading;
        }
        let phase = match index / count {
            0 => Phase::Row,
            1 => Phase::Above,
            _ => Phase::Below,
        };
        State::Cell(index % count, phase)
    }

    pub(super) const fn index(&self, state: State) -> usize {
        let count = self.places.len();
        match state {
            State::Cell(column, Phase::Row) => column,
            State::Cell(column, Phase::Above) => count + column,
            State::Cell(column, Phase::Below) => 2 * count + column,
            State::Heading => 3 * count,
        }
    }

    /// The cheapest ways to each state.
    pub(super) fn step(&self, before: Option<(&Part, &Vec<Step>)>, here: &Here<'_>) -> Vec<Step> {
        let unfinished = before.is_some_and(|(last, _)| is_unfinished(last, here.part));
        let fits: Vec<f32> = (0..self.places.len())
            .map(|column| self.fits.fit(here.part, column))
            .collect();
        let to_state = |to: State| {
            let fit = match to {
                State::Heading => heading_fit(here.part, here.next),
                State::Cell(column, _) => fits[column],
            };
            let mut best = Step {
                cost: NEVER,
                from: self.index(to),
                opens: true,
            };
            let mut offer = |cost: f32, from: State, opens: bool| {
                if cost < best.cost {
                    let from = self.index(from);
                    best = Step { cost, from, opens };
                }
            };
            let Some((last, steps)) = before else {
                offer(self.entering(to, here) + fit, State::Heading, true);
                return best;
            };
            for (from, step) in self.states().zip(steps) {
                if step.cost >= NEVER {
                    continue;
                }
                let leaving = step.cost + self.left_empty(from);
                offer(leaving + self.entering(to, here) + fit, from, true);
                let going = self.staying((from, to), (last, unfinished), here);
                offer(step.cost + going + fit, from, false);
            }
            best
        };
        self.states().map(to_state).collect()
    }

    /// The cost of opening a row at a column, or of a sub-heading.
    fn entering(&self, to: State, here: &Here<'_>) -> f32 {
        let starts = here.start.begins();
        match to {
            State::Heading if !starts => 1.0,
            State::Cell(to, Phase::Row) if self.numbered => {
                let is_number = self.places[to].kind == ColumnKind::Number;
                // A page may take the number of the row behind it away.
                let is_lost = here.part.gap > CELL_GAP
                    && here.part.signs.name
                    && self.places[to].kind == ColumnKind::Name;
                match starts && is_number {
                    true => 0.0,
                    false if is_lost => LOST_NUMBER,
                    false => NEVER,
                }
            }
            State::Cell(to, Phase::Row) => 1.0 + self.empty(0..to),
            State::Cell(to, Phase::Above) if !starts && here.before_torn => {
                self.tearing(to, here.part)
            }
            _ => NEVER,
        }
    }

    /// The cost of a cell that begins a row before its number.
    fn tearing(&self, to: usize, part: &Part) -> f32 {
        let signs = &part.signs;
        let is_other = signs.schedule || signs.contact.is_some() || signs.number.is_some();
        if is_other || !part.starts_line || part.gap == 0 {
            return NEVER;
        }
        match self.places[to].kind {
            ColumnKind::Name if signs.name => 2.0,
            // Its word for a body may stand below.
            ColumnKind::Name if !part.starts_lower() && !signs.address => 3.0,
            ColumnKind::Address | ColumnKind::Contacts if signs.address => 2.0,
            _ => NEVER,
        }
    }

    /// The cost of going on in the row.
    fn staying(
        &self,
        (from, to): (State, State),
        (last, unfinished): (&Part, bool),
        here: &Here<'_>,
    ) -> f32 {
        let (State::Cell(from, before), State::Cell(to, phase)) = (from, to) else {
            return NEVER;
        };
        let starts = here.start.begins();
        match (before, phase) {
            (Phase::Above, Phase::Below) => {
                let is_number = self.places[to].kind == ColumnKind::Number;
                let may_be_torn = here.start == Start::RowOrTorn;
                if may_be_torn && is_number { 0.0 } else { NEVER }
            }
            (Phase::Row, Phase::Below) if !starts && to < from && here.part.gap > CELL_GAP => {
                self.coming_back(to, here.part)
            }
            (Phase::Below, Phase::Below) if !starts => {
                self.going_on_below((from, to), last, here.part)
            }
            (Phase::Row, Phase::Row) | (Phase::Above, Phase::Above) if !starts => {
                self.going_on((from, to), (last, unfinished), here.part)
            }
            _ => NEVER,
        }
    }

    /// The cost of the columns that stay empty behind one.
    pub(super) fn left_empty(&self, from: State) -> f32 {
        match from {
            State::Cell(from, Phase::Row) => self.empty(from + 1..self.places.len()),
            // The number of the row is missing.
            State::Cell(_, Phase::Above) => NEVER,
            State::Cell(_, Phase::Below) | State::Heading => 0.0,
        }
    }

    fn empty(&self, columns: Range<usize>) -> f32 {
        self.places[columns]
            .iter()
            .map(|place| match place.kind {
                ColumnKind::Name => 8.0,
                ColumnKind::Address => 1.5,
                ColumnKind::Number if self.numbered => NEVER,
                ColumnKind::Phone | ColumnKind::Contacts => 0.8,
                _ => 0.4,
            })
            .sum()
    }

    /// The cost of a cell that goes on behind a page.
    fn coming_back(&self, to: usize, part: &Part) -> f32 {
        let goes_on = part.starts_lower() && !part.shows_beginning();
        match self.places[to].kind {
            ColumnKind::Number => NEVER,
            // Without numbers, a name begins a row.
            ColumnKind::Name if !goes_on && !self.numbered => NEVER,
            ColumnKind::Name if goes_on => 2.0,
            _ => 3.0,
        }
    }

    /// The cost of going on behind the page that tore the row: a blank line parts the rests
    /// of its cells, which say little of themselves.
    fn going_on_below(&self, (from, to): (usize, usize), last: &Part, part: &Part) -> f32 {
        let one_cell = self.places[from].cell == self.places[to].cell;
        let is_name = self.places[to].kind == ColumnKind::Name;
        if to < from && (!one_cell || is_name) {
            return NEVER;
        }
        let skipped: u16 = u16::try_from(to.abs_diff(from)).unwrap_or(u16::MAX);
        let is_other = part.signs.contact.is_none() && part.signs.number.is_none();
        match (from == to, part.gap) {
            _ if !part.starts_line => 0.2,
            (true, 0) => 0.0,
            (true, _) if last.signs.contact.is_some() && is_other => NEVER,
            (true, 1..=CELL_GAP) => 1.5,
            (true, _) => 0.3,
            (false, 0) if one_cell => 0.3,
            (false, 0) => 1.5,
            (false, _) => 0.1 * f32::from(skipped),
        }
    }

    /// The cost of going on in the row, from a part that may be unfinished.
    fn going_on(
        &self,
        (from, to): (usize, usize),
        (last, unfinished): (&Part, bool),
        part: &Part,
    ) -> f32 {
        let one_cell = self.places[from].cell == self.places[to].cell;
        if from == to {
            if !part.starts_line {
                return 0.2;
            }
            // Words behind a contact that a blank line parts from it are no part of its
            // cell: they stand under the table, or the page moved them.
            let is_other = part.signs.contact.is_none() && part.signs.number.is_none();
            if part.gap > 0 && last.signs.contact.is_some() && is_other {
                return NEVER;
            }
            // The lines of a name may name a town.
            if self.layout.blanks && part.gap == 0 && self.places[to].kind == ColumnKind::Name {
                return -2.0;
            }
            return match (self.layout.blanks, part.gap > 0) {
                (true, false) | (false, true) => 0.3,
                (true, true) if unfinished || part.gap > CELL_GAP => 0.6,
                (true, true) => 2.5,
                (false, false) if unfinished => 0.3,
                (false, false) => 1.2,
            };
        }
        if to < from {
            let is_name = self.places[to].kind == ColumnKind::Name;
            return if one_cell && !is_name { 0.2 } else { NEVER };
        }
        let skipped = self.empty(from + 1..to);
        let step = match (self.layout.blanks, part.gap > 0) {
            _ if one_cell || !part.starts_line => 0.3,
            (true, false) => 1.5,
            (true, true) | (false, _) => 0.0,
        };
        let broken = if unfinished && !part.signs_are_sure() {
            1.5
        } else {
            0.0
        };
        skipped + step + broken
    }
}
