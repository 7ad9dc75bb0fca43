//! Offices that a sentence names with their contacts, outside all tables.

use std::ops::Range;

use super::cells::{split_room, trimmed};
use super::contacts::Contacts;
use super::{OfficeRow, role_of, schedule};
use crate::content::patterns::{Lexicon, Match};
use crate::facts::{Found, statement};
use crate::outline::model::{Role, Unit};
use crate::outline::table::contact::{Contact, ContactKind, find_contacts};
use crate::repair::quotes::{MARKS, OPENING};

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
    let found = find_contacts(text, lexicon);
    let first = found
        .first()
        .map_or(text.len(), |contact| contact.zone.start);
    let reaches = |contact: &Contact| contact.kind != ContactKind::Website;
    let place = match found.iter().any(reaches) {
        true => name_and_address(text, first, lexicon),
        false => None,
    };
    let own = place.as_ref().map(|(name, _)| name.clone());
    let (name, place) = match place {
        Some((name, address)) => (Found::new(unit.words.slice(name), unit), address),
        None => provider_at(text, service, lexicon)?,
    };
    let end = next_body(text, place.end, own.as_ref(), lexicon);
    let mut contacts = Contacts::default();
    let is_own = |contact: &&Contact| (place.start..end).contains(&contact.zone.start);
    for contact in found.iter().filter(is_own) {
        contacts.add(contact, &unit.words, unit);
    }
    let place = without_times(text, place, lexicon);
    let address = trimmed(&unit.words.slice(place));
    if is_of_others(address.text(), lexicon) {
        return None;
    }
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
        hours: slot("contact-point-hours", "hours", unit, end, lexicon)
            .and_then(|hours| schedule::find_hours(hours, lexicon)),
        reception: slot("contact-point-reception", "reception", unit, end, lexicon),
    };
    if let Some(next) = next.filter(|next| is_schedule(next, lexicon)) {
        add_schedule(&mut row, next, lexicon);
    }
    Some(row)
}

/// Where another body is named behind an address, to which the rest belongs. `own` is the
/// name of the office, which may stand there.
fn next_body(text: &str, from: usize, own: Option<&Range<usize>>, lexicon: &Lexicon) -> usize {
    let bodies = lexicon.find_all("other-body", &text[from..]);
    // The head of the office may be named by its body.
    let is_other = |body: &&Match<'_, '_>| {
        !lexicon.says("of-body", text[from + body.range.end..].trim_start())
    };
    let bodies = bodies.iter().filter(is_other);
    let starts = bodies.map(|body| from + body.range.start);
    let is_own = |at: &usize| own.is_some_and(|own| own.contains(at));
    starts.filter(|at| !is_own(at)).min().unwrap_or(text.len())
}

/// An address without the days and times behind it, from the comma before them.
fn without_times(text: &str, address: Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    let words = &text[address.clone()];
    let times = ["weekday", "time-range"]
        .into_iter()
        .filter_map(|kind| Some(lexicon.find_earliest(kind, words)?.range.start))
        .min();
    match times.map(|at| words[..at].rfind(',').unwrap_or(at)) {
        Some(end) => address.start..address.start + end,
        None => address,
    }
}

/// Whether an address goes on with that of another body, or leaves open which one is meant.
fn is_of_others(address: &str, lexicon: &Lexicon) -> bool {
    lexicon.says("other-place", address) || lexicon.says("other-body", address)
}

/// The words that a phrase of the sentence gives, up to the given end.
fn slot(kind: &str, name: &str, unit: &Unit, end: usize, lexicon: &Lexicon) -> Option<Found> {
    let found = lexicon.find(kind, &unit.words.text()[..end])?;
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
    // A name behind the contacts ends their sentence, not the next one.
    let is_crossed = |contacts: Range<usize>| {
        let mut stops = text[contacts.clone()].match_indices(". ");
        stops.any(|(at, stop)| {
            let next = &text[contacts.start + at + stop.len()..];
            next.starts_with(|c: char| c.is_uppercase() || OPENING.contains(&c))
        })
    };
    if sentence.slot("contacts").is_some_and(is_crossed) {
        return None;
    }
    Some((sentence.slot("name")?, sentence.slot("address")?))
}

/// Whether words that begin with a name in quotes are that name and no more: a
/// sentence on a service begins with the name of the service.
fn is_one_name(words: &str) -> bool {
    let behind = words.rfind(MARKS).map_or(words, |last| &words[last..]);
    words.matches(MARKS).count() <= 3 && behind.len() <= KIND && !words.contains('(')
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
    let is_one = words[start..].matches(OPENING).count() > 0 && !words[start..].contains(',');
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
