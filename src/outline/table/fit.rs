//! Fits: what a part costs in a column, by its content alone.

use super::column::ColumnKind;
use super::contact::ContactKind;
use super::cut::{Part, Person};
use super::order::{NEVER, Place};
use crate::repair::quotes::is_open;

/// The columns of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns<'a> {
    pub(super) places: &'a [Place],
}

impl Columns<'_> {
    /// The cost of a part in a column, by its content.
    pub(super) fn fit(&self, part: &Part, column: usize) -> f32 {
        let kind = self.places[column].kind;
        let signs = &part.signs;
        if signs.nothing {
            return if kind == ColumnKind::Name { 8.0 } else { 0.3 };
        }
        if let Some(contact) = signs.contact {
            return self.contact_fit(contact, kind);
        }
        // What begins like a number of phones is one where the header names them.
        if signs.figures && self.has(ColumnKind::Phone) && !self.has(ColumnKind::Code) {
            return self.contact_fit(ContactKind::Phone, kind);
        }
        if signs.number.is_some() {
            return match kind {
                ColumnKind::Room if self.shares_address(column) => 2.0,
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

    /// Whether a column shares its cell with the address, so that a bare number is that
    /// of the house.
    fn shares_address(&self, column: usize) -> bool {
        let cell = self.places[column].cell;
        let mut others = self.places.iter().filter(|place| place.cell == cell);
        others.any(|place| place.kind == ColumnKind::Address)
    }

    fn has_times(&self) -> bool {
        self.has(ColumnKind::Hours) || self.has(ColumnKind::Reception)
    }

    fn has(&self, kind: ColumnKind) -> bool {
        self.places.iter().any(|place| place.kind == kind)
    }
}

/// The cost of a part as a sub-heading: a line of its own before a row.
pub(super) fn heading_fit(part: &Part, next: Option<&Part>) -> f32 {
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

impl Part {
    /// Whether the content alone shows what the part is.
    pub(super) const fn signs_are_sure(&self) -> bool {
        self.signs.contact.is_some() || matches!(self.signs.person, Person::Sure)
    }

    /// Whether the content shows that a cell may begin, whatever its first letter.
    pub(super) const fn shows_beginning(&self) -> bool {
        self.signs.contact.is_some()
            || self.signs.number.is_some()
            || self.signs.begins_cell
            || self.signs.figures
    }

    pub(super) fn starts_lower(&self) -> bool {
        self.words
            .text()
            .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    }
}

/// Whether a cell cannot end with the part before, or cannot begin with this one.
pub(super) fn is_unfinished(last: &Part, part: &Part) -> bool {
    let text = last.words.text();
    // A quote at the end closes what lines before opened.
    let closes = text.ends_with(['»', '”']) || text.ends_with('"') && !text.ends_with(" \"");
    if closes && part.gap > 0 {
        return false;
    }
    let opened = is_open(text) && !closes || text.matches('(').count() > text.matches(')').count();
    text.ends_with([',', '-', '–', ':']) || opened || part.starts_lower() && !part.shows_beginning()
}
