//! The contacts of an office: numbers, email addresses, sites.

use std::ops::Range;

use super::{PhoneFound, phones};
use crate::facts::Found;
use crate::outline::model::Unit;
use crate::outline::table::contact::{Contact, ContactKind};
use crate::passage::{Passage, Piece};

/// The contacts of a row.
#[derive(Default)]
pub(super) struct Contacts {
    pub(super) phones: Vec<PhoneFound>,
    pub(super) fax: Vec<PhoneFound>,
    pub(super) emails: Vec<Found>,
    pub(super) websites: Vec<Found>,
    /// The area of the number that lends its code to those after it.
    area: Option<phones::Area>,
}

impl Contacts {
    /// Reads a contact that stands in the given words.
    pub(super) fn add(&mut self, contact: &Contact, words: &Passage, unit: &Unit) {
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
            let tel = number.tel(self.area.as_ref());
            if let Some(area) = tel.as_ref().and_then(|_| number.area()) {
                self.area = Some(area);
            }
            found.push(PhoneFound {
                words: Found::new(words.slice(number.range), unit),
                tel,
            });
        }
        found
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
