//! Order: the parts of a table put into its columns, at the least cost.
//!
//! A part may go on with the cell before it, begin a cell further on or begin the
//! next row. What stands between parts and what their content shows makes each of
//! these dearer or cheaper; the cheapest way through the whole table is taken, as
//! a reader does who glances ahead. A part that fits no column well shows that
//! the table is not sure.

use super::column::ColumnKind;
use super::contact::ContactKind;
use super::cut::{Part, Person};

/// From this cost on, a part does not fit its column.
const MISFIT: f32 = 4.0;
/// Most columns that are told apart.
const COLUMNS: usize = 12;
/// What no way may cost.
const NEVER: f32 = 1.0e9;

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

/// Seats for the parts; `None` where a part fits nowhere. `starts` tells for each
/// part whether a number shows that a row begins with it; without any numbers,
/// rows begin where names do.
pub(super) fn seats(
    parts: &[Part],
    places: &[Place],
    starts: &[bool],
    layout: Layout,
) -> Option<Vec<Seat>> {
    if places.is_empty() || places.len() > COLUMNS || parts.is_empty() {
        return None;
    }
    let table = Ways {
        places,
        numbered: starts.contains(&true),
        layout,
    };
    let mut steps: Vec<Vec<Step>> = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| (&parts[at], &steps[at]));
        let step = table.step(before, part, starts[at], parts.get(at + 1));
        steps.push(step);
    }
    let last = steps.last()?;
    let ends = last.iter().enumerate().map(|(state, step)| {
        let left = table.left_empty(state);
        (state, step.cost + left)
    });
    let (mut state, cost) = ends.min_by(|one, other| one.1.total_cmp(&other.1))?;
    if cost >= NEVER {
        return None;
    }
    let mut seats = Vec::with_capacity(parts.len());
    for (step, part) in steps.iter().zip(parts).rev() {
        let Step { from, opens, .. } = step[state];
        if state == places.len() {
            seats.push(Seat::Heading);
        } else {
            let goes_on = !opens && from == state && table.layout.blanks && part.gap == 0;
            // A town in the second line of a name is a part of it.
            let is_name = places[state].kind == ColumnKind::Name && part.signs.contact.is_none();
            if table.fit(part, state) >= MISFIT && !(goes_on && is_name) {
                return None;
            }
            seats.push(Seat::Cell {
                column: state,
                opens_row: opens,
            });
        }
        state = from;
    }
    seats.reverse();
    Some(seats)
}

/// The cheapest way to a column.
#[derive(Clone, Copy, Debug)]
struct Step {
    cost: f32,
    from: usize,
    opens: bool,
}

struct Ways<'a> {
    places: &'a [Place],
    numbered: bool,
    layout: Layout,
}

impl Ways<'_> {
    /// The cheapest ways to each column, and to a sub-heading behind them all.
    fn step(
        &self,
        before: Option<(&Part, &Vec<Step>)>,
        part: &Part,
        starts: bool,
        next: Option<&Part>,
    ) -> Vec<Step> {
        let count = self.places.len();
        let before = before.map(|(last, steps)| (last, is_unfinished(last, part), steps));
        (0..=count)
            .map(|to| {
                let fit = if to == count {
                    heading_fit(part, next)
                } else {
                    self.fit(part, to)
                };
                let mut best = Step {
                    cost: NEVER,
                    from: to,
                    opens: true,
                };
                let mut offer = |cost: f32, from: usize, opens: bool| {
                    if cost < best.cost {
                        best = Step { cost, from, opens };
                    }
                };
                match before {
                    None => offer(self.entering(to, starts) + fit, count, true),
                    Some((last, unfinished, steps)) => {
                        for (from, step) in steps.iter().enumerate() {
                            if step.cost >= NEVER {
                                continue;
                            }
                            let leaving = step.cost + self.left_empty(from);
                            offer(leaving + self.entering(to, starts) + fit, from, true);
                            if !starts && from < count && to < count {
                                let going = self.going_on((from, to), (last, unfinished), part);
                                offer(step.cost + going + fit, from, false);
                            }
                        }
                    }
                }
                best
            })
            .collect()
    }

    /// The cost of opening a row at a column, or of a sub-heading.
    fn entering(&self, to: usize, starts: bool) -> f32 {
        if to == self.places.len() {
            return if starts { NEVER } else { 1.0 };
        }
        if self.numbered {
            let is_number = self.places[to].kind == ColumnKind::Number;
            return if starts && is_number { 0.0 } else { NEVER };
        }
        1.0 + self.empty(0..to)
    }

    /// The cost of the columns that stay empty behind one.
    fn left_empty(&self, from: usize) -> f32 {
        if from == self.places.len() {
            return 0.0;
        }
        self.empty(from + 1..self.places.len())
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
                (true, true) if unfinished || part.gap > 2 => 0.6,
                (true, true) => 2.5,
                (false, false) if unfinished => 0.3,
                (false, false) => 1.2,
            };
        }
        if to < from {
            // A schedule or an address that a page cut does not come back.
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

    /// The cost of a part in a column, by its content.
    fn fit(&self, part: &Part, column: usize) -> f32 {
        let kind = self.places[column].kind;
        let signs = &part.signs;
        if signs.nothing {
            return if kind == ColumnKind::Name { 8.0 } else { 0.3 };
        }
        if let Some(contact) = signs.contact {
            return self.contact_fit(contact, kind);
        }
        if signs.number.is_some() {
            return match kind {
                ColumnKind::Number | ColumnKind::Room | ColumnKind::Code => 0.0,
                ColumnKind::Address | ColumnKind::Phone | ColumnKind::Contacts => 1.5,
                ColumnKind::Hours | ColumnKind::Reception => 2.5,
                _ => 8.0,
            };
        }
        let person = match signs.person {
            Person::Sure if self.has(ColumnKind::Head) => 5.0,
            Person::Sure => 1.0,
            Person::Maybe if self.has(ColumnKind::Head) => 1.0,
            _ => 0.0,
        };
        match kind {
            ColumnKind::Number => NEVER,
            ColumnKind::Name => {
                let other = if signs.schedule { 4.0 } else { 0.0 };
                let plain = if signs.name { 0.0 } else { 0.7 };
                let address = if signs.address && !signs.name {
                    4.0
                } else {
                    0.0
                };
                plain + other + address + person
            }
            ColumnKind::District => 0.8 + person + if signs.name { 2.0 } else { 0.0 },
            ColumnKind::Address => {
                let other = if signs.schedule { 5.0 } else { 0.0 };
                let plain = if signs.address { 0.0 } else { 0.8 };
                let name = if signs.name && !signs.address {
                    2.0
                } else {
                    0.0
                };
                plain + other + name + person
            }
            ColumnKind::Hours | ColumnKind::Reception => {
                if signs.schedule {
                    0.0
                } else if part.starts_lower() {
                    1.5
                } else {
                    4.0 + person
                }
            }
            ColumnKind::Head => match signs.person {
                Person::Sure => 0.0,
                Person::Maybe => 0.3,
                Person::No if signs.schedule || signs.address || signs.name => 6.0,
                Person::No => 1.6,
            },
            ColumnKind::Room => {
                if signs.room {
                    0.0
                } else {
                    5.0
                }
            }
            // Contact data hold the hours where no other column does.
            ColumnKind::Contacts if signs.schedule && !self.has_times() => 1.0,
            // They hold the address, too.
            ColumnKind::Contacts if !self.has(ColumnKind::Address) => {
                let other = if signs.schedule { 5.0 } else { 0.0 };
                let plain = if signs.address { 0.0 } else { 0.8 };
                plain + other + person + if signs.name { 2.0 } else { 0.0 }
            }
            _ => 8.0,
        }
    }

    fn contact_fit(&self, contact: ContactKind, kind: ColumnKind) -> f32 {
        let own = match contact {
            ContactKind::Email => ColumnKind::Email,
            ContactKind::Website => ColumnKind::Website,
            ContactKind::Phone | ContactKind::Fax | ContactKind::PhoneAndFax => ColumnKind::Phone,
        };
        if kind == own {
            return 0.0;
        }
        if kind == ColumnKind::Contacts {
            return 0.2;
        }
        // A header does not always name all that its column holds.
        let is_homeless = !self.has(own) && !self.has(ColumnKind::Contacts);
        match kind {
            ColumnKind::Phone | ColumnKind::Email | ColumnKind::Website if is_homeless => 1.0,
            ColumnKind::Address if is_homeless => 1.5,
            ColumnKind::Email | ColumnKind::Website if own != ColumnKind::Phone => 1.5,
            _ => 8.0,
        }
    }

    fn has_times(&self) -> bool {
        self.has(ColumnKind::Hours) || self.has(ColumnKind::Reception)
    }

    fn has(&self, kind: ColumnKind) -> bool {
        self.places.iter().any(|place| place.kind == kind)
    }
}

impl Part {
    /// Whether the content alone shows what the part is.
    const fn signs_are_sure(&self) -> bool {
        self.signs.contact.is_some() || matches!(self.signs.person, Person::Sure)
    }

    /// Whether the content shows that a cell may begin, whatever its first letter.
    const fn shows_beginning(&self) -> bool {
        self.signs.contact.is_some() || self.signs.number.is_some() || self.signs.begins_cell
    }

    fn starts_lower(&self) -> bool {
        self.words
            .text()
            .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    }
}

/// Whether a cell cannot end with the part before, or cannot begin with this one.
fn is_unfinished(last: &Part, part: &Part) -> bool {
    let text = last.words.text();
    let straight = text.matches('"').count() % 2 == 1;
    let opened = text.matches(['«', '“', '(']).count() > text.matches(['»', '”', ')']).count();
    text.ends_with([',', '-', '–', ':'])
        || straight
        || opened
        || part.starts_lower() && !part.shows_beginning()
}

/// The cost of a part as a sub-heading: a line of its own before a row.
fn heading_fit(part: &Part, next: Option<&Part>) -> f32 {
    let alone = part.starts_line && part.ends_line && next.is_none_or(|next| next.starts_line);
    let signs = &part.signs;
    let other = signs.contact.is_some()
        || signs.number.is_some()
        || signs.nothing
        || signs.schedule
        || signs.person == Person::Sure
        || part
            .words
            .text()
            .contains([',', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    if !alone || other || !part.district {
        return NEVER;
    }
    0.5
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
            let starts: Vec<bool> = parts
                .iter()
                .map(|part| numbered && is_first(part))
                .collect();
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
