//! Coverage: how much of what acts say has a name of its own in `content/`, and
//! which offices a maintainer should look at.

use std::collections::BTreeMap;

use super::model::{Catalogue, Document, Office, Service};

/// Ids that differ by more letters are different names.
const MOST_LETTERS_APART: usize = 2;

/// What the catalogue covers.
#[derive(Debug)]
pub struct Coverage<'a> {
    /// All papers that services list.
    pub papers: usize,
    /// Papers without a kind of their own, with their services.
    pub papers_without_kind: Vec<(&'a Service, &'a Document)>,
    /// All services.
    pub services: usize,
    /// Services that no topic claims.
    pub services_without_topic: Vec<&'a Service>,
    /// How often tables name an office.
    pub office_rows: usize,
    /// All offices.
    pub offices: usize,
    /// Offices that may be one, and an office that may be two.
    pub doubtful: Vec<Doubt<'a>>,
}

/// Why two entries, or one, should be looked at.
#[derive(Debug, PartialEq, Eq)]
pub enum Doubt<'a> {
    /// One table prints the name twice: two offices, or a row printed twice.
    SameName(&'a str, &'a str),
    /// Their names differ by a letter or two.
    NearName(&'a str, &'a str),
    /// They have a phone in common.
    SamePhone(&'a str, &'a str),
    /// Tables print several addresses for it.
    SeveralAddresses(&'a str),
}

/// Counts what the catalogue covers.
#[must_use]
pub fn coverage_of(catalogue: &Catalogue) -> Coverage<'_> {
    let services = &catalogue.services;
    let papers = || {
        services.iter().flat_map(|service| {
            let documents = service.documents.iter();
            documents.map(move |document| (service, document))
        })
    };
    Coverage {
        papers: papers().count(),
        papers_without_kind: papers()
            .filter(|(_, document)| document.kinds.is_empty())
            .collect(),
        services: services.len(),
        services_without_topic: services
            .iter()
            .filter(|service| service.topic.is_none())
            .collect(),
        office_rows: services.iter().map(|service| service.offices.len()).sum(),
        offices: catalogue.offices.len(),
        doubtful: doubtful(&catalogue.offices),
    }
}

fn doubtful(offices: &[Office]) -> Vec<Doubt<'_>> {
    let mut doubts = Vec::new();
    for (at, one) in offices.iter().enumerate() {
        for other in &offices[at + 1..] {
            doubts.extend(doubt_of(one, other));
        }
        if !one.address_variants.is_empty() {
            doubts.push(Doubt::SeveralAddresses(&one.id));
        }
    }
    doubts.extend(same_phones(offices));
    doubts
}

/// Offices of one kind in one place whose names are alike.
fn doubt_of<'a>(one: &'a Office, other: &'a Office) -> Option<Doubt<'a>> {
    if (one.kind, &one.place) != (other.kind, &other.place) {
        return None;
    }
    let apart = |number: &str| number.parse::<u32>().is_ok();
    if let Some(rest) = other.id.strip_prefix(&one.id)
        && rest.strip_prefix('-').is_some_and(apart)
    {
        return Some(Doubt::SameName(&one.id, &other.id));
    }
    let is_near = letters_apart(&one.id, &other.id) <= MOST_LETTERS_APART;
    is_near.then_some(Doubt::NearName(&one.id, &other.id))
}

fn same_phones(offices: &[Office]) -> Vec<Doubt<'_>> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut doubts = Vec::new();
    for office in offices {
        let numbers = office
            .phones
            .iter()
            .filter_map(|phone| phone.tel.as_deref());
        for number in numbers {
            let owner = *first.entry(number).or_insert(&office.id);
            let doubt = Doubt::SamePhone(owner, &office.id);
            if owner != office.id && !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
    }
    doubts
}

/// How many letters must be changed, added or left out to make one word the other.
fn letters_apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (slot, same) in other.iter().map(|one| *one == letter).enumerate() {
            let above = row[slot + 1];
            let best = (diagonal + usize::from(!same)).min(above + 1).min(left + 1);
            diagonal = above;
            row[slot] = left;
            left = best;
        }
        if let Some(last) = row.last_mut() {
            *last = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_differ_are_counted() {
        assert_eq!(letters_apart("zharkent", "zharkent"), 0);
        assert_eq!(letters_apart("zharkent", "zhaskent"), 1);
        assert_eq!(letters_apart("aksu", "karaaksu"), 4);
        assert_eq!(letters_apart("", "aksu"), 4);
    }

    #[test]
    fn offices_that_may_be_one_are_named() {
        let catalogue = crate::site::sample::library().catalogue;
        let mut offices = catalogue.offices.clone();
        let mut twin = offices[0].clone();
        twin.id.push_str("-2");
        offices.push(twin);
        let doubts = doubtful(&offices);
        let same = Doubt::SameName(&offices[0].id, &offices[3].id);
        assert!(doubts.contains(&same), "{doubts:?}");
    }
}
