//! Order: the parts of a table put into its columns, at the least cost.
//!
//! A part may go on with the cell before it, begin a cell further on or begin the
//! next row. What stands between parts and what their content shows makes each of
//! these dearer or cheaper; the cheapest way through the whole table is taken, as
//! a reader does who glances ahead. A part that fits no column well shows that
//! the table is not sure.

use super::column::ColumnKind;
use super::cut::Part;
use super::fit::{Columns, heading_fit, is_unfinished};
use super::whole::CELL_GAP;

/// From this cost on, a part does not fit its column.
const MISFIT: f32 = 4.0;
/// Most columns that are told apart.
const COLUMNS: usize = 12;
/// What no way may cost.
pub(super) const NEVER: f32 = 1.0e9;

/// A column with the cell of the header that names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) kind: ColumnKind,
    /// Several kinds in one cell of the header stand in any order.
    pub(super) cell: usize,
}

/// Where a part belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// A sub-heading over rows.
    Heading,
    /// A column, of the row that begins here or of the open one.
    Cell { column: usize, opens_row: bool },
}

/// How the lines of a table part its cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Blank lines part cells; else each line is a cell.
    pub(super) blanks: bool,
}

/// How a row may begin with a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Start {
    /// No number shows that one does.
    #[default]
    No,
    /// Its number shows that it does.
    Row,
    /// Its number shows that it does, or that it began before the page: the cells that
    /// a page tears may stand over the number of their row.
    RowOrTorn,
}

impl Start {
    const fn begins(self) -> bool {
        matches!(self, Self::Row | Self::RowOrTorn)
    }
}

/// Seats for the parts; `None` where a part fits nowhere. `starts` tells for each
/// part whether a number shows that a row begins with it; without any numbers,
/// rows begin where names do.
pub(super) fn seats(
    parts: &[Part],
    places: &[Place],
    starts: &[Start],
    layout: Layout,
) -> Option<Vec<Seat>> {
    if places.is_empty() || places.len() > COLUMNS || parts.is_empty() {
        return None;
    }
    let table = Ways {
        places,
        fits: Columns { places },
        numbered: starts.iter().any(|start| start.begins()),
        layout,
    };
    let mut steps: Vec<Vec<Step>> = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| (&parts[at], &steps[at]));
        let next = starts[at..].iter().find(|start| **start != Start::No);
        let here = Here {
            part,
            start: starts[at],
            before_torn: next == Some(&Start::RowOrTorn),
            next: parts.get(at + 1),
        };
        let step = table.step(before, &here);
        steps.push(step);
    }
    let last = steps.last()?;
    let ends = table.states().zip(last).map(|(state, step)| {
        let left = table.left_empty(state);
        (table.index(state), step.cost + left)
    });
    let (mut state, cost) = ends.min_by(|one, other| one.1.total_cmp(&other.1))?;
    if cost >= NEVER {
        return None;
    }
    let mut seats = Vec::with_capacity(parts.len());
    for (step, part) in steps.iter().zip(parts).rev() {
        let Step { from, opens, .. } = step[state];
        match table.state(state).column() {
            None => seats.push(Seat::Heading),
            Some(column) => {
                let goes_on = !opens && from == state && table.layout.blanks && part.gap == 0;
                // A town in the second line of a name is a part of it.
                let is_name =
                    places[column].kind == ColumnKind::Name && part.signs.contact.is_none();
                if table.fits.fit(part, column) >= MISFIT && !(goes_on && is_name) {
                    return None;
                }
                seats.push(Seat::Cell {
                    column,
                    opens_row: opens,
                });
            }
        }
        state = from;
    }
    seats.reverse();
    Some(seats)
}

/// Where a part stands while the table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// In a column.
    Column(usize),
    /// In a sub-heading.
    Heading,
    /// In a column of a row whose number is to come behind the page.
    Torn(usize),
}

impl State {
    const fn column(self) -> Option<usize> {
        match self {
            Self::Column(column) | Self::Torn(column) => Some(column),
            Self::Heading => None,
        }
    }
}

/// The cheapest way to a state.
#[derive(Clone, Copy, Debug)]
struct Step {
    cost: f32,
    from: usize,
    opens: bool,
}

/// A part with what stands around it.
struct Here<'a> {
    part: &'a Part,
    start: Start,
    /// Whether the next number may stand behind the beginning of its row.
    before_torn: bool,
    next: Option<&'a Part>,
}

struct Ways<'a> {
    places: &'a [Place],
    fits: Columns<'a>,
    numbered: bool,
    layout: Layout,
}

impl Ways<'_> {
    fn states(&self) -> impl Iterator<Item = State> {
        (0..=2 * self.places.len()).map(|index| self.state(index))
    }

    const fn state(&self, index: usize) -> State {
        let count = self.places.len();
        if index < count {
            State::Column(index)
        } else if index == count {
            State::Heading
        } else {
            State::Torn(index - count - 1)
        }
    }

    const fn index(&self, state: State) -> usize {
        match state {
            State::Column(column) => column,
            State::Heading => self.places.len(),
            State::Torn(column) => self.places.len() + 1 + column,
        }
    }

    /// The cheapest ways to each state.
    fn step(&self, before: Option<(&Part, &Vec<Step>)>, here: &Here<'_>) -> Vec<Step> {
        let unfinished = before.is_some_and(|(last, _)| is_unfinished(last, here.part));
        let to_state = |to: State| {
            let fit = match to.column() {
                None => heading_fit(here.part, here.next),
                Some(column) => self.fits.fit(here.part, column),
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
            State::Heading if here.start == Start::No => 1.0,
            State::Column(to) if self.numbered => {
                let is_number = self.places[to].kind == ColumnKind::Number;
                if starts && is_number { 0.0 } else { NEVER }
            }
            State::Column(to) => 1.0 + self.empty(0..to),
            State::Torn(to) if here.start == Start::No && here.before_torn => {
                let signs = &here.part.signs;
                let begins = match self.places[to].kind {
                    ColumnKind::Name => signs.name,
                    ColumnKind::Address | ColumnKind::Contacts => signs.address,
                    _ => false,
                };
                let is_other = signs.schedule || signs.contact.is_some();
                let may_begin = here.part.starts_line && begins && !is_other;
                if may_begin { 2.0 } else { NEVER }
            }
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
        match (from, to) {
            (State::Torn(_), State::Column(to)) => {
                let is_number = self.places[to].kind == ColumnKind::Number;
                if here.start == Start::RowOrTorn && is_number {
                    0.0
                } else {
                    NEVER
                }
            }
            (State::Column(from), State::Column(to)) | (State::Torn(from), State::Torn(to))
                if here.start == Start::No =>
            {
                self.going_on((from, to), (last, unfinished), here.part)
            }
            _ => NEVER,
        }
    }

    /// The cost of the columns that stay empty behind one.
    fn left_empty(&self, from: State) -> f32 {
        match from {
            State::Column(from) => self.empty(from + 1..self.places.len()),
            State::Heading => 0.0,
            // The number of the row is missing.
            State::Torn(_) => NEVER,
        }
    }

    fn empty(&self, columns: std::ops::Range<usize>) -> f32 {
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

    /// The cost of a cell that goes on behind a page: where a page tears a row, the first
    /// lines of its cells stand over the end of the page and the others below it.
    fn coming_back(&self, to: usize, part: &Part) -> f32 {
        let goes_on = part.starts_lower() && !part.shows_beginning();
        match self.places[to].kind {
            ColumnKind::Number => NEVER,
            // Without numbers, a name begins a row.
            ColumnKind::Name if !goes_on && !self.numbered => NEVER,
            ColumnKind::Name if !goes_on => 4.0,
            ColumnKind::Name => 2.0,
            // The name comes first that goes on below.
            _ => 3.0,
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
            return match () {
                () if one_cell && !is_name => 0.2,
                () if part.gap > CELL_GAP => self.coming_back(to, part),
                () => NEVER,
            };
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

#[cfg(test)]
mod tests {
    use super::super::cut::cut;
    use super::super::sample::with_lines;
    use super::super::whole::whole_lines;
    use super::*;
    use crate::language::Language;

    /// What each part of the lines is: its column, with `+` where a row begins, or `=`
    /// for a sub-heading.
    #[track_caller]
    fn check(body: &str, kinds: &[ColumnKind], blanks: bool, expected: Option<&[&str]>) {
        let read = with_lines(Language::Ru, body, |lines, builder| {
            let lines = whole_lines(lines, builder);
            let parts: Vec<Part> = lines
                .iter()
                .flat_map(|(gap, line)| cut(*gap, line, builder.lexicon))
                .collect();
            let places: Vec<Place> = kinds
                .iter()
                .zip(0..)
                .map(|(kind, cell)| Place { kind: *kind, cell })
                .collect();
            let is_first = |part: &Part| part.starts_line && part.signs.number.is_some();
            let numbered = kinds.contains(&ColumnKind::Number);
            let start = |part: &Part| match numbered && is_first(part) {
                true => Start::Row,
                false => Start::No,
            };
            let starts: Vec<Start> = parts.iter().map(start).collect();
            let seats = seats(&parts, &places, &starts, Layout { blanks })?;
            let print = |(seat, part): (&Seat, &Part)| {
                let words = part.words.text();
                match seat {
                    Seat::Heading => format!("= {words}"),
                    Seat::Cell { column, opens_row } => {
                        let mark = if *opens_row { "+" } else { "" };
                        format!("{mark}{column} {words}")
                    }
                }
            };
            Some(seats.iter().zip(&parts).map(print).collect::<Vec<_>>())
        });
        let expected = expected
            .map(|parts| -> Vec<String> { parts.iter().map(|part| (*part).to_owned()).collect() });
        assert_eq!(read, expected, "in: {body}");
    }

    use ColumnKind::{Address, Head, Name, Number, Phone};

    #[test]
    fn rows_begin_where_names_do_when_none_has_a_number() {
        check(
            "Отдел образования\nулица Мира, 5\n2-25-51\nОтдел занятости\nулица Абая, 7\n2-25-52",
            &[Name, Address, Phone],
            false,
            Some(&[
                "+0 Отдел образования",
                "1 улица Мира, 5",
                "2 2-25-51",
                "+0 Отдел занятости",
                "1 улица Абая, 7",
                "2 2-25-52",
            ]),
        );
    }

    #[test]
    fn the_lines_of_a_cell_stay_together_and_bodies_stand_over_their_rows() {
        check(
            "Акимы сельских округов\n\n1\n\nЕсенов Н.Б.\n\nАппарат акима сельского\nокруга Аксу\n\nсело Аксу, улица\nМира, 3\n\n2-25-51",
            &[Number, Head, Name, Address, Phone],
            true,
            Some(&[
                "= Акимы сельских округов",
                "+0 1",
                "1 Есенов Н.Б.",
                "2 Аппарат акима сельского",
                "2 округа Аксу",
                "3 село Аксу, улица",
                "3 Мира, 3",
                "4 2-25-51",
            ]),
        );
    }

    #[test]
    fn a_contact_without_a_column_makes_the_table_unsure() {
        check(
            "Отдел образования\nЕсенов Н.Б.\nname@mail.kz",
            &[Name, Head],
            false,
            None,
        );
    }
}
