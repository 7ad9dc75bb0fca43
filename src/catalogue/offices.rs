//! Offices: one entry per real office, however many tables and services print it.
//!
//! In: the rows of the tables of a service. Out: the offices of the catalogue with
//! the villages that they are the akimats of, and the references of the service to
//! them. The same kind, place and name are
//! the same office; two rows of one table never are.

use std::collections::BTreeMap;

use super::model::{
    Bilingual, LocalText, Office, OfficeKind, OfficeReference, OfficeRole, Phone, Place, Text,
    Website,
};
use super::service::typed_hours;
use super::slug::{short_slug, slug};
use super::villages::{Villages, village_id};
use super::words::Words;
use crate::content::Content;
use crate::content::office_kinds::KindEntry;
use crate::content::places::PlaceEntry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::Found;
use crate::facts::offices::{OfficeRow, PhoneFound};

/// The longest part of an id that is made of a name.
pub(super) const LONGEST: usize = 60;

/// The offices that the acts name, by id.
pub struct Offices<'a> {
    content: &'a Content,
    entries: BTreeMap<String, Office>,
    villages: Villages,
    doubts: Diagnostics,
}

/// Where an office belongs, before its table is looked at.
struct Identity<'a> {
    id: String,
    kind: Option<&'a KindEntry>,
    place: Option<&'a PlaceEntry>,
    /// The places that its name fits as well as the one that was chosen.
    rivals: Vec<&'a PlaceEntry>,
    village: Option<String>,
    /// Whether it is the office of its kind in its place. An akimat is that of the place
    /// that its name names; one whose town nobody knows only lies in the district of its
    /// address.
    is_of_place: bool,
}

impl<'a> Offices<'a> {
    /// No offices yet.
    #[must_use]
    pub fn new(content: &'a Content) -> Self {
        Self {
            content,
            entries: BTreeMap::new(),
            villages: Villages::default(),
            doubts: Diagnostics::default(),
        }
    }

    /// Takes the rows of a service of an act of the region, and refers to the
    /// office of each of them once per table.
    pub fn take(
        &mut self,
        region: &str,
        words: &Words<'_>,
        rows: &[OfficeRow],
    ) -> Vec<OfficeReference> {
        let mut seen: BTreeMap<(usize, String), usize> = BTreeMap::new();
        let mut references = Vec::new();
        for row in rows {
            let identity = self.identify(region, words, row);
            if let Some(doubt) = doubt(&identity, words, row) {
                self.doubts.push(doubt);
            }
            let count = seen
                .entry((row.table_ordinal, identity.id.clone()))
                .or_default();
            *count += 1;
            let id = match *count {
                1 => identity.id.clone(),
                nth => format!("{}-{nth}", identity.id),
            };
            self.merge(&id, region, words, row, &identity);
            references.push(OfficeReference {
                role: role_of(row, &identity),
                table: row.table.clone(),
                address: row.address.as_ref().map(|address| words.text(address)),
                office: id,
            });
        }
        references
    }

    /// Takes the rows of the other text of an act whose tables have as many: they
    /// name the offices that the leading text refers to, in the same order. True
    /// when each row is of the same kind as its counterpart.
    pub fn take_paired(
        &mut self,
        region: &str,
        words: &Words<'_>,
        rows: &[OfficeRow],
        lead: &[OfficeReference],
    ) -> bool {
        let identities: Vec<_> = rows
            .iter()
            .map(|row| self.identify(region, words, row))
            .collect();
        let kind_of = |id: &str| self.entries.get(id).map(|office| office.kind);
        let fits = rows.len() == lead.len()
            && identities.iter().zip(lead).all(|(identity, reference)| {
                let kind = identity.kind.map_or(OfficeKind::Other, |kind| kind.kind);
                kind_of(&reference.office) == Some(kind)
            });
        if !fits {
            self.take(region, words, rows);
            return false;
        }
        for ((row, identity), reference) in rows.iter().zip(&identities).zip(lead) {
            self.merge(&reference.office, region, words, row, identity);
        }
        true
    }

    /// The offices, by id, the villages that they are the akimats of, and the offices
    /// whose place is one of several with the same name.
    #[must_use]
    pub fn finish(self) -> (Vec<Office>, Vec<Place>, Diagnostics) {
        let offices = self.entries.into_values().collect();
        (offices, self.villages.finish(), self.doubts)
    }

    fn identify(&self, region: &str, words: &Words<'_>, row: &OfficeRow) -> Identity<'a> {
        let name = row.name.words.text();
        let kind = self.content.office_kinds.kind_of(name, words.language);
        let is_village = kind.is_some_and(|kind| kind.kind == OfficeKind::VillageAkimat);
        let is_regional = kind.is_some_and(|kind| kind.kind == OfficeKind::Department);
        let (place, rivals) = if is_regional {
            (self.content.places.get(region), Vec::new())
        } else {
            self.place_of(region, words, row, is_village)
        };
        // A village whose district no one names lies in the region at least.
        let region_itself = || {
            is_village
                .then(|| self.content.places.get(region))
                .flatten()
        };
        let place = place.or_else(region_itself);
        let village = is_village.then(|| self.village_of(name, words));
        let is_akimat = kind.is_some_and(|kind| kind.kind == OfficeKind::Akimat);
        let mut namers = std::iter::once(&row.name).chain(&row.district);
        let mut names_place = || {
            let places = &self.content.places;
            namers.any(|found| {
                let text = found.words.text();
                !places
                    .find_in_region(text, words.language, region)
                    .is_empty()
            })
        };
        let is_of_place = !is_akimat || names_place();
        let place_id = place.map_or(region, |place| place.id.as_str());
        let id = match (kind, &village) {
            (Some(kind), Some(village)) => {
                format!("{}/{}", self.village(place_id, village), kind.id)
            }
            (Some(kind), None) if place.is_some() && is_of_place => {
                format!("{place_id}/{}", kind.id)
            }
            _ => format!("{place_id}/{}", short_slug(name, LONGEST)),
        };
        Identity {
            id,
            kind,
            place,
            rivals,
            village,
            is_of_place,
        }
    }

    /// The district or town of an office, with those that have the same name: its
    /// name says it, or the heading over its row, or its address. A village has the
    /// name of no district.
    fn place_of(
        &self,
        region: &str,
        words: &Words<'_>,
        row: &OfficeRow,
        is_village: bool,
    ) -> (Option<&'a PlaceEntry>, Vec<&'a PlaceEntry>) {
        let places = &self.content.places;
        let name = (!is_village).then_some(&row.name);
        let mut texts = name.into_iter().chain(&row.district).chain(&row.address);
        let found = texts.find_map(|found| {
            let text = found.words.text();
            let named = places.find_in_region(text, words.language, region);
            let first = *named.first()?;
            let is_alone = named.len() == 1;
            let rivals = (!is_alone).then(|| places.rivals(text, words.language, Some(region)));
            Some((first, rivals.unwrap_or_default()))
        });
        found.map_or((None, Vec::new()), |(first, rivals)| (Some(first), rivals))
    }

    fn village_of(&self, name: &str, words: &Words<'_>) -> String {
        let lexicon = self.content.patterns.get(words.language);
        let slot = lexicon
            .find("village", name)
            .and_then(|found| found.slot("village"));
        slot.map_or(name, |slot| name[slot].trim()).to_owned()
    }

    /// The place of an office: the village that it is the akimat of, else the
    /// district, town or region.
    fn seat(&mut self, region: &str, identity: &Identity<'_>) -> String {
        let place = identity.place.map_or(region, |place| place.id.as_str());
        let Some(village) = &identity.village else {
            return place.to_owned();
        };
        let id = self.village(place, village);
        self.villages.take(&id, place, village);
        id
    }

    /// The id of a village. A settlement may have the name of a town of the same region: it
    /// is another place.
    fn village(&self, place: &str, name: &str) -> String {
        let id = village_id(place, name);
        match self.content.places.get(&id) {
            Some(_) => format!("{id}-village"),
            None => id,
        }
    }

    fn merge(
        &mut self,
        id: &str,
        region: &str,
        words: &Words<'_>,
        row: &OfficeRow,
        identity: &Identity<'_>,
    ) {
        if !self.entries.contains_key(id) {
            let seat = self.seat(region, identity);
            self.entries
                .insert(id.to_owned(), empty_office(id, seat, row, identity));
        }
        let Some(office) = self.entries.get_mut(id) else {
            return;
        };
        let text = |found: &Found| words.text(found);
        let name = text(&row.name);
        match office.names.get(words.language) {
            None => office.names.set(name),
            Some(first) => add_variant(&mut office.name_variants, first, name),
        }
        if let Some(address) = row.address.as_ref().map(text) {
            match &office.address {
                None => office.address = Some(address),
                Some(first) => add_variant(&mut office.address_variants, first, address),
            }
        }
        add_phones(&mut office.phones, &row.phones, words);
        add_phones(&mut office.fax, &row.fax, words);
        for email in row.emails.iter().map(text) {
            if !office.emails.iter().any(|one| same(one, &email)) {
                office.emails.push(email);
            }
        }
        for site in row.websites.iter().map(text) {
            if !office.websites.iter().any(|one| same(&one.words, &site)) {
                let url = url(&site.text);
                office.websites.push(Website { words: site, url });
            }
        }
        take_first(&mut office.room, row.room.as_ref().map(text));
        take_first(&mut office.head, row.head.as_ref().map(text));
        take_first(&mut office.reception, row.reception.as_ref().map(text));
        let hours = row.hours.as_ref();
        take_first(
            &mut office.hours,
            hours.map(|hours| typed_hours(text(&hours.words), hours)),
        );
    }
}

/// What an office does for a service: service centres pass on what people bring, in
/// whatever table they stand.
fn role_of(row: &OfficeRow, identity: &Identity<'_>) -> OfficeRole {
    let kind = identity.kind.map(|kind| kind.kind);
    if kind == Some(OfficeKind::ServiceCentre) {
        OfficeRole::ServiceCentre
    } else {
        row.role
    }
}

/// What there is to say of an office whose name fits several places.
fn doubt(identity: &Identity<'_>, words: &Words<'_>, row: &OfficeRow) -> Option<Diagnostic> {
    let first = identity.rivals.first()?;
    let name = &row.name.words;
    let ids: Vec<_> = identity.rivals.iter().map(|place| &*place.id).collect();
    let message = format!("`{}` may be of {}", name.text(), ids.join(" or "));
    let diagnostic = Diagnostic::new(Code::AmbiguousPlace, message);
    let path = words.file.path.clone();
    let diagnostic = match name.span() {
        Some(span) => diagnostic.at(path, span),
        None => diagnostic.in_file(path),
    };
    Some(diagnostic.hint(format!(
        "it is placed in {}; stems in content/places.toml may tell the places apart",
        first.id
    )))
}

fn empty_office(id: &str, place: String, row: &OfficeRow, identity: &Identity<'_>) -> Office {
    Office {
        id: id.to_owned(),
        kind: identity.kind.map_or(OfficeKind::Other, |kind| kind.kind),
        labels: labels(row, identity),
        names: LocalText::default(),
        name_variants: Vec::new(),
        place,
        address: None,
        address_variants: Vec::new(),
        room: None,
        phones: Vec::new(),
        fax: Vec::new(),
        emails: Vec::new(),
        websites: Vec::new(),
        head: None,
        hours: None,
        reception: None,
    }
}

/// The name of the office in both languages; the printed one where kind or place
/// is not known.
fn labels(row: &OfficeRow, identity: &Identity<'_>) -> Bilingual {
    let genitive = identity.place.and_then(|place| place.genitive.as_ref());
    match (identity.kind, genitive) {
        (Some(kind), Some(genitive)) if identity.is_of_place => {
            kind.label(genitive, identity.village.as_deref())
        }
        _ => {
            let name = row.name.words.text().to_owned();
            Bilingual {
                kk: name.clone(),
                ru: name,
            }
        }
    }
}

fn take_first<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}

/// Letters and digits alone tell two forms apart.
fn same(one: &Text, other: &Text) -> bool {
    one.text == other.text || slug(&one.text) == slug(&other.text)
}

fn add_variant(variants: &mut Vec<Text>, first: &Text, other: Text) {
    let is_new = !same(first, &other) && !variants.iter().any(|one| same(one, &other));
    if is_new {
        variants.push(other);
    }
}

fn add_phones(phones: &mut Vec<Phone>, found: &[PhoneFound], words: &Words<'_>) {
    for phone in found {
        let text = words.text(&phone.words);
        let is_known = phones.iter().any(|one| match (&one.tel, &phone.tel) {
            (Some(one), Some(other)) => one == other,
            _ => digits(&one.words.text) == digits(&text.text),
        });
        if !is_known {
            phones.push(Phone {
                words: text,
                tel: phone.tel.clone(),
            });
        }
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A printed site as an address. Some acts leave out the full stop after `www`.
fn url(site: &str) -> String {
    let site = site.replace("www ", "www.");
    if site.contains("://") {
        site
    } else {
        format!("http://{site}")
    }
}
