//! Offices that a sentence names with their contacts, outside all tables.

use std::ops::Range;

use super::cells::{split_room, trimmed};
use super::contacts::Contacts;
use super::{OfficeRow, role_of, schedule};
use crate::content::patterns::Lexicon;
use crate::facts::{Found, statement};
use crate::outline::model::{Role, Unit};
use crate::outline::table::contact::find_contacts;

/// Bytes of the longest point that counts as the address of an office.
const LONGEST: usize = 2500;
/// Bytes of the longest words for the kind of a body behind its name.
const KIND: usize = 140;

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
        rows.extend(find_one(unit, next, ordinal + at, service, lexicon));
    }
    rows
}

fn find_one(
    unit: &Unit,
    next: Option<&Unit>,
    ordinal: usize,
    service: &Unit,
    lexicon: &Lexicon,
) -> Option<OfficeRow> {
    let text = unit.words.text();
    // Cheap to see, and true for most of the text.
    let has_figure = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_figure || text.len() > LONGEST || !lexicon.says("contact-point-sign", text) {
        return None;
    }
    let mut contacts = Contacts::default();
    let found = find_contacts(text, lexicon);
    for contact in &found {
        contacts.add(contact, &unit.words, unit);
    }
    let first = found
        .first()
        .map_or(text.len(), |contact| contact.zone.start);
    let place = if contacts.phones.is_empty() && contacts.emails.is_empty() {
        None
    } else {
        name_and_address(text, first, lexicon)
    };
    let (name, address) = match place {
        Some((name, address)) => (Found::new(unit.words.slice(name), unit), address),
        None => provider_at(text, service, lexicon)?,
    };
    let address = trimmed(&unit.words.slice(address));
    if !lexicon.says("address-word", address.text()) && contacts.emails.is_empty() {
        return None;
    }
    let role = match lexicon.find("office-role", name.words.text()) {
        Some(role) => role.value,
        // What has the name of a body is one, whatever it does for the service.
        None if lexicon.says("office-body", name.words.text()) => None,
        None => return None,
    };
    let (address, room) = split_room(&address, unit, lexicon);
    let mut row = OfficeRow {
        table: unit.citation.clone().unwrap_or_default(),
        table_ordinal: ordinal,
        role: role_of(role),
        number: None,
        district: None,
        name,
        address: Some(address.filter(|address| !address.words.is_empty())?),
        room,
        phones: contacts.phones,
        fax: contacts.fax,
        emails: contacts.emails,
        websites: contacts.websites,
        head: None,
        hours: slot("contact-point-hours", "hours", unit, lexicon)
            .and_then(|hours| schedule::find_hours(hours, lexicon)),
        reception: slot("contact-point-reception", "reception", unit, lexicon),
    };
    if let Some(next) = next.filter(|next| is_schedule(next, lexicon)) {
        add_schedule(&mut row, next, lexicon);
    }
    Some(row)
}

/// The words that a phrase of the sentence gives.
fn slot(kind: &str, name: &str, unit: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let found = lexicon.find(kind, unit.words.text())?;
    let words = trimmed(&unit.words.slice(found.slot(name)?));
    Some(Found::new(words, unit))
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
        && is_one_name(&text[name.range.clone()])
    {
        return Some((name.range.clone(), name.range.end..contacts));
    }
    let sentence = lexicon.find("contact-point", text)?;
    Some((sentence.slot("name")?, sentence.slot("address")?))
}

/// Whether words that begin with a name in quotes are that name and no more: a
/// sentence on a service begins with the name of the service.
fn is_one_name(words: &str) -> bool {
    let quotes = |c: char| "\"«»“”„".contains(c);
    let behind = words.rfind(quotes).map_or(words, |last| &words[last..]);
    words.matches(quotes).count() <= 3 && behind.len() <= KIND && !words.contains('(')
}

/// A sentence that says where the provider is, whose name stands elsewhere in the
/// text. A provider without a name of its own is many offices.
fn provider_at(text: &str, service: &Unit, lexicon: &Lexicon) -> Option<(Found, Range<usize>)> {
    let sentence = lexicon.find("provider-address", text)?;
    let provider = statement::find_provider(service, lexicon)?;
    let words = provider.words.text();
    // A definition names the term before the body.
    let start = [" – ", " - ", " — "]
        .into_iter()
        .filter_map(|dash| words.find(dash).map(|at| at + dash.len()))
        .min()
        .unwrap_or_default();
    let is_one =
        words[start..].matches(['«', '“', '"']).count() > 0 && !words[start..].contains(',');
    let name = is_one.then(|| trimmed(&provider.words.slice(start..words.len())))?;
    let name = Found {
        words: name,
        ..provider.clone()
    };
    Some((name, sentence.slot("address")?))
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
