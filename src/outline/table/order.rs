//! Order: the parts of a table put into its columns, at the least cost.
//!
//! A part may go on with the cell before it, begin a cell further on or begin the
//! next row. What stands between parts and what their content shows makes each of
//! these dearer or cheaper; the cheapest way through the whole table is taken, as
//! a reader does who glances ahead. A part that fits no column well shows that
//! the table is not sure.

use super::column::ColumnKind;
use super::cut::Part;
use super::fit::Columns;
use super::ways::{Here, State, Step, Ways};

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
    pub(super) const fn begins(self) -> bool {
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
        match table.state(state) {
            State::Heading => seats.push(Seat::Heading),
            State::Cell(column, _) => {
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
