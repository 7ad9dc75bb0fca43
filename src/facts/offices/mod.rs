//! Offices: the rows of the tables in a service's annexes as typed values.
//!
//! In: the unit of a service with its tables. Out: one [`OfficeRow`] per printed
//! row that names an office and how to reach it. A row that does not is none:
//! it stays in the text. Which rows are the same office is not known here.

mod contact_point;
mod phones;
mod schedule;

use std::ops::Range;

use super::{Found, HoursFound};
use crate::catalogue::model::OfficeRole;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::outline::table::contact::{Contact, ContactKind, find_contacts};
use crate::passage::{Passage, Piece};
use crate::repair::letters::{is_letter, is_letter_or_digit};

/// A row of a table of offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeRow {
    /// Label of the annex that holds the table.
    pub table: String,
    /// Place of the table among those of the service.
    pub table_ordinal: usize,
    /// What the offices of the table do for the service.
    pub role: OfficeRole,
    /// Number as printed.
    pub number: Option<String>,
    /// The sub-heading over the row, such as a district.
    pub district: Option<Found>,
    /// Name as printed.
    pub name: Found,
    /// Address without contacts and room.
    pub address: Option<Found>,
    /// Room.
    pub room: Option<Found>,
    /// Phones.
    pub phones: Vec<PhoneFound>,
    /// Fax numbers.
    pub fax: Vec<PhoneFound>,
    /// Email addresses, without blanks.
    pub emails: Vec<Found>,
    /// Sites.
    pub websites: Vec<Found>,
    /// The head of the office.
    pub head: Option<Found>,
    /// Opening hours, maybe of a cell that spans the row.
    pub hours: Option<HoursFound>,
    /// Reception times.
    pub reception: Option<Found>,
}

/// A number with the words that print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneFound {
    /// The words.
    pub words: Found,
    /// The number in E.164 where a valid one follows.
    pub tel: Option<String>,
}

/// The offices that the tables of a service name, in the order of the text.
pub fn find_offices(service: &Unit, lexicon: &Lexicon) -> Vec<OfficeRow> {
    let annexes = service.children_with(Role::Annex);
    let tables =
        annexes.flat_map(|annex| annex.children_with(Role::Table).map(move |it| (annex, it)));
    let mut rows: Vec<OfficeRow> = tables
        .filter(|(_, table)| is_office_table(table, lexicon))
        .enumerate()
        .flat_map(|(ordinal, (annex, unit))| {
            let table = Table {
                unit,
                label: label(annex, unit, lexicon),
                ordinal,
                role: role(unit, lexicon),
                lexicon,
            };
            table.rows()
        })
        .collect();
    let points = contact_point::find_contact_points(service, rows.len(), lexicon);
    rows.extend(points);
    rows
}

/// Whether the header promises offices.
fn is_office_table(table: &Unit, lexicon: &Lexicon) -> bool {
    let header: Vec<&str> = table
        .children
        .iter()
        .take_while(|unit| unit.role == Role::Heading)
        .flat_map(Unit::walk)
        .map(|unit| unit.words.text())
        .collect();
    let header = header.join(" ");
    let caption = table.words.text();
    lexicon.says("office-header", &header)
        || lexicon.says("office-header", &format!("{caption} {header}"))
}

/// The label of the annex as printed, without the title of its service. A further
/// table of an annex, whose own label is lost, goes by its caption.
fn label(annex: &Unit, table: &Unit, lexicon: &Lexicon) -> String {
    let first = annex.children_with(Role::Table).next();
    let is_first = first.is_some_and(|first| first.anchor == table.anchor);
    if !is_first && !table.words.is_empty() {
        return table.words.text().to_owned();
    }
    let text = annex.words.text();
    match lexicon.find("annex-number", text) {
        Some(found) => text[found.range].trim().to_owned(),
        None => annex.citation.clone().unwrap_or_else(|| text.to_owned()),
    }
}

/// The role that a phrase of the patterns stands for.
fn role_of(value: Option<&str>) -> OfficeRole {
    match value {
        Some("provider") => OfficeRole::Provider,
        Some("akimat") => OfficeRole::Akimat,
        Some("service_centre") => OfficeRole::ServiceCentre,
        Some("higher") => OfficeRole::Higher,
        _ => OfficeRole::Other,
    }
}

/// What the offices do for the service, by the caption, else by the first name.
fn role(table: &Unit, lexicon: &Lexicon) -> OfficeRole {
    let first = table.children_with(Role::Row).next();
    let first = first.and_then(|row| row.children.first());
    let header = table.children.first();
    let header = header.into_iter().flat_map(Unit::walk);
    let texts = std::iter::once(&table.words)
        .chain(header.map(|unit| &unit.words))
        .chain(first.map(|cell| &cell.words));
    let mut values = texts.filter_map(|words| lexicon.find("office-role", words.text())?.value);
    role_of(values.next())
}

/// A table of offices.
struct Table<'a> {
    unit: &'a Unit,
    label: String,
    ordinal: usize,
    role: OfficeRole,
    lexicon: &'a Lexicon,
}

impl Table<'_> {
    fn rows(&self) -> Vec<OfficeRow> {
        let mut rows = Vec::new();
        let mut district: Option<Found> = None;
        let mut hours: Option<HoursFound> = None;
        for unit in &self.unit.children {
            match unit.role {
                Role::Heading if !unit.words.is_empty() => {
                    district = Some(Found::new(unit.words.clone(), unit));
                }
                Role::Row => {
                    let Some(mut row) = self.row(unit) else {
                        continue;
                    };
                    // A cell of hours spans the rows below it, whose own cells are empty.
                    if row.hours.is_some() {
                        hours.clone_from(&row.hours);
                    } else if unit.children.iter().any(|cell| cell.words.is_empty()) {
                        row.hours.clone_from(&hours);
                    }
                    row.district.clone_from(&district);
                    rows.push(row);
                }
                _ => {}
            }
        }
        rows
    }

    fn row(&self, unit: &Unit) -> Option<OfficeRow> {
        let mut reader = Reader {
            unit,
            lexicon: self.lexicon,
            texts: Vec::new(),
            contacts: Contacts::default(),
            hours: None,
            head: None,
            reception: None,
        };
        for cell in unit.children.iter().filter(|cell| !cell.words.is_empty()) {
            reader.read(cell);
        }
        let mut texts = reader.texts.into_iter();
        let name = texts.next()?;
        let (address, room) = texts
            .next()
            .map_or((None, None), |text| split_room(&text, unit, self.lexicon));
        let contacts = reader.contacts;
        let can_be_reached = address.is_some()
            || !(contacts.phones.is_empty()
                && contacts.emails.is_empty()
                && contacts.websites.is_empty());
        can_be_reached.then(|| OfficeRow {
            table: self.label.clone(),
            table_ordinal: self.ordinal,
            role: self.role,
            number: unit.number.clone(),
            district: None,
            name: Found::new(name, unit),
            address,
            room,
            phones: contacts.phones,
            fax: contacts.fax,
            emails: contacts.emails,
            websites: contacts.websites,
            head: reader.head,
            hours: reader.hours,
            reception: reader.reception,
        })
    }
}

/// The contacts of a row.
#[derive(Default)]
struct Contacts {
    phones: Vec<PhoneFound>,
    fax: Vec<PhoneFound>,
    emails: Vec<Found>,
    websites: Vec<Found>,
    /// The number that lends its area code to those after it.
    code: Option<String>,
}

impl Contacts {
    /// Reads a contact that stands in the given words.
    fn add(&mut self, contact: &Contact, words: &Passage, unit: &Unit) {
        let part = words.slice(contact.range.clone());
        match contact.kind {
            ContactKind::Email => self.emails.push(Found::new(without_blanks(&part), unit)),
            ContactKind::Website => self.websites.push(Found::new(site(&part), unit)),
            ContactKind::Phone => {
                let numbers = self.numbers(&part, unit);
                self.phones.extend(numbers);
            }
            ContactKind::Fax => {
                let numbers = self.numbers(&part, unit);
                self.fax.extend(numbers);
            }
            ContactKind::PhoneAndFax => {
                let numbers = self.numbers(&part, unit);
                self.fax.extend(numbers.iter().cloned());
                self.phones.extend(numbers);
            }
        }
    }

    fn numbers(&mut self, words: &Passage, unit: &Unit) -> Vec<PhoneFound> {
        let mut found = Vec::new();
        for number in phones::split_numbers(words.text()) {
            if !number.is_number() {
                continue;
            }
            let tel = number.tel(self.code.as_deref());
            if tel.is_some() {
                self.code.clone_from(&tel);
            }
            found.push(PhoneFound {
                words: Found::new(words.slice(number.range), unit),
                tel,
            });
        }
        found
    }
}

/// Reads the cells of one row.
struct Reader<'a> {
    unit: &'a Unit,
    lexicon: &'a Lexicon,
    /// Cells or parts of them that are neither contact nor schedule.
    texts: Vec<Passage>,
    contacts: Contacts,
    hours: Option<HoursFound>,
    head: Option<Found>,
    reception: Option<Found>,
}

impl Reader<'_> {
    fn read(&mut self, cell: &Unit) {
        let text = cell.words.text();
        if self.texts.is_empty() {
            self.texts.push(trimmed(&cell.words));
            return;
        }
        if is_numbers(text) {
            let whole = Contact {
                kind: ContactKind::Phone,
                range: 0..text.len(),
                zone: 0..text.len(),
            };
            self.contacts.add(&whole, &cell.words, self.unit);
            return;
        }
        let contacts = find_contacts(text, self.lexicon);
        for contact in &contacts {
            self.contacts.add(contact, &cell.words, self.unit);
        }
        let rest = trimmed(&without(&cell.words, &contacts));
        if !rest.text().contains(is_letter_or_digit) {
            return;
        }
        if self.lexicon.says("schedule", rest.text()) {
            self.schedule(rest);
        } else {
            self.texts.push(rest);
        }
    }

    /// A cell of hours, with the head before them, or of reception times.
    fn schedule(&mut self, words: Passage) {
        let text = words.text();
        if self.lexicon.says("reception-start", text) {
            self.reception = Some(Found::new(words, self.unit));
            return;
        }
        let mut rest = words.clone();
        if let Some(head) = self.lexicon.find("office-head", text)
            && let Some(range) = head.slot("head")
        {
            rest = trimmed(&words.slice(range.end..text.len()));
            self.head = Some(Found::new(words.slice(range), self.unit));
        }
        self.hours = schedule::find_hours(Found::new(rest, self.unit), self.lexicon);
    }
}

/// Whether a cell holds numbers and nothing else.
fn is_numbers(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5 && !text.contains(is_letter)
}

/// The words without the contacts and their labels.
fn without(words: &Passage, contacts: &[Contact]) -> Passage {
    let mut rest = Passage::default();
    let mut at = 0;
    let end = words.text().len();
    let zones = contacts.iter().map(|contact| contact.zone.clone());
    for zone in zones.chain(std::iter::once(end..end)) {
        let part = trimmed(&words.slice(at..zone.start));
        if part.text().contains(is_letter_or_digit) {
            if !rest.is_empty() {
                rest.push_inserted(" ");
            }
            rest.push(&part);
        }
        at = zone.end;
    }
    rest
}

fn split_room(words: &Passage, unit: &Unit, lexicon: &Lexicon) -> (Option<Found>, Option<Found>) {
    let text = words.text();
    let found = |words: Passage| Found::new(words, unit);
    let Some(room) = lexicon.find("room", text) else {
        return (Some(found(words.clone())), None);
    };
    let range = room.range.clone();
    let address = trimmed(&words.slice(0..range.start));
    let number = room.slot("room").map(|slot| found(words.slice(slot)));
    // Words behind the room belong to the address, which then stays whole.
    if text[range.end..].contains(is_letter_or_digit) || address.is_empty() {
        return (Some(found(words.clone())), number);
    }
    (Some(found(address)), number)
}

/// Without blanks and separating signs at the ends.
fn trimmed(words: &Passage) -> Passage {
    let is_edge = |c: char| c.is_whitespace() || ",;:".contains(c);
    let text = words.text();
    let start = text.len() - text.trim_start_matches(|c| is_edge(c) || c == '.').len();
    let end = text.trim_end_matches(is_edge).len();
    if start < end {
        words.slice(start..end)
    } else {
        Passage::default()
    }
}

/// An email address as one word.
fn without_blanks(words: &Passage) -> Passage {
    keep(words, |_, sign| !sign.is_whitespace())
}

/// A site without blanks around its full stops and without the mark that ends it.
fn site(words: &Passage) -> Passage {
    let kept = keep(words, |before, sign| {
        !(sign.is_whitespace() && before.ends_with('.'))
    });
    let end = kept.text().trim_end_matches(['.', ',', ';', '/']).len();
    kept.slice(0..end)
}

fn keep(words: &Passage, keeps: impl Fn(&str, char) -> bool) -> Passage {
    let text = words.text();
    let ranges: Vec<Range<usize>> = text
        .char_indices()
        .filter(|(at, sign)| keeps(&text[..*at], *sign))
        .map(|(at, sign)| at..at + sign.len_utf8())
        .collect();
    let pieces: Vec<Piece<'_>> = ranges.into_iter().map(Piece::Kept).collect();
    words.rearranged(&pieces)
}

#[cfg(test)]
mod tests;
