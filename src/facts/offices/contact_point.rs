//! Offices that a sentence names with their contacts, outside all tables.

use std::ops::Range;

use super::{Contacts, OfficeRow, role_of, schedule, trimmed};
use crate::content::patterns::Lexicon;
use crate::facts::Found;
use crate::outline::model::{Role, Unit};
use crate::outline::table::contact::find_contacts;

/// The offices that points and items of a service name with their contacts.
/// `ordinal` is the first number that no table of the service has.
pub(super) fn find_contact_points(
    service: &Unit,
    ordinal: usize,
    lexicon: &Lexicon,
) -> Vec<OfficeRow> {
    let is_prose = |unit: &&Unit| {
        matches!(
            unit.role,
            Role::Chapter | Role::Point | Role::Item | Role::Paragraph
        )
    };
    let units: Vec<&Unit> = service
        .children
        .iter()
        .filter(is_prose)
        .flat_map(Unit::walk)
        .filter(is_prose)
        .collect();
    let mut rows = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let next = units.get(at + 1).copied();
        rows.extend(find_one(unit, next, ordinal + at, lexicon));
    }
    rows
}

fn find_one(
    unit: &Unit,
    next: Option<&Unit>,
    ordinal: usize,
    lexicon: &Lexicon,
) -> Option<OfficeRow> {
    let text = unit.words.text();
    // Cheap to see, and true for most of the text.
    if !text.contains('"') || !text.contains('@') {
        return None;
    }
    let mut contacts = Contacts::default();
    let found = find_contacts(text, lexicon);
    for contact in &found {
        contacts.add(contact, &unit.words, unit);
    }
    let first = found.first()?.zone.start;
    let (name, address) = name_and_address(text, first, lexicon)?;
    let address = trimmed(&unit.words.slice(address));
    if contacts.phones.is_empty() || contacts.emails.is_empty() || address.is_empty() {
        return None;
    }
    let name = unit.words.slice(name);
    let role = lexicon.find("office-role", name.text())?.value;
    let mut row = OfficeRow {
        table: unit.citation.clone().unwrap_or_default(),
        table_ordinal: ordinal,
        role: role_of(role),
        number: None,
        district: None,
        name: Found::new(name, unit),
        address: Some(Found::new(address, unit)),
        room: None,
        phones: contacts.phones,
        fax: contacts.fax,
        emails: contacts.emails,
        websites: contacts.websites,
        head: None,
        hours: None,
        reception: None,
    };
    if let Some(next) = next.filter(|next| is_schedule(next, lexicon)) {
        add_schedule(&mut row, next, lexicon);
    }
    Some(row)
}

/// A name at the beginning with the address behind it, or a sentence that says
/// which is which.
fn name_and_address(
    text: &str,
    contacts: usize,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, Range<usize>)> {
    if let Some(name) = lexicon.find("office-name", text)
        && name.range.end < contacts
    {
        return Some((name.range.clone(), name.range.end..contacts));
    }
    let sentence = lexicon.find("contact-point", text)?;
    Some((sentence.slot("name")?, sentence.slot("address")?))
}

/// Whether a unit is nothing but the schedule of the office before it.
fn is_schedule(unit: &Unit, lexicon: &Lexicon) -> bool {
    let first = unit.words.text().split(' ').next().unwrap_or_default();
    unit.role == Role::Paragraph && lexicon.says("schedule", first)
}

fn add_schedule(row: &mut OfficeRow, unit: &Unit, lexicon: &Lexicon) {
    let text = unit.words.text();
    let end = lexicon
        .find_earliest("reception-days", text)
        .map_or(text.len(), |found| found.range.start);
    let hours = Found::new(trimmed(&unit.words.slice(0..end)), unit);
    row.hours = schedule::find_hours(hours, lexicon);
    let reception = trimmed(&unit.words.slice(end..text.len()));
    row.reception = (!reception.is_empty()).then(|| Found::new(reception, unit));
}
