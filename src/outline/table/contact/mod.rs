//! Contacts: email addresses, sites, phone and fax numbers inside running text.
//!
//! They are the surest sign of what a piece of a table is: their form does not
//! depend on the columns of a table or on the words of its header.

mod links;
mod numbers;

use std::ops::Range;

use regex::Regex;

use crate::content::patterns::{LONGEST_TEXT, Lexicon};
use crate::repair::letters::is_letter_or_digit;
use links::{emails, free_of_digits, free_of_sites, sites, touches_at, websites_with_scheme};
pub(super) use numbers::awaits_number;
pub use numbers::begins_with_number;
use numbers::{full_numbers, labelled_numbers, numbers_before_fax};

/// What a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    /// An email address.
    Email,
    /// A website.
    Website,
    /// One phone number or several.
    Phone,
    /// One fax number or several.
    Fax,
    /// A number that is both.
    PhoneAndFax,
}

/// A contact in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// Bytes of the contact itself.
    pub range: Range<usize>,
    /// Bytes of the contact with the label before it.
    pub zone: Range<usize>,
}

fn expression(source: &str) -> Regex {
    Regex::new(source).expect("the expression is well formed")
}

/// The contacts of a text in their order; no two of them overlap.
#[must_use]
pub fn find_contacts(text: &str, lexicon: &Lexicon) -> Vec<Contact> {
    // What is longer is no cell and no sentence.
    if text.len() > LONGEST_TEXT {
        return Vec::new();
    }
    let mut found: Vec<(ContactKind, Range<usize>)> = Vec::new();
    for range in websites_with_scheme(text) {
        found.push((ContactKind::Website, range));
    }
    for email in emails(text) {
        let range = free_of_sites(text, &email, &found);
        let range = free_of_digits(text, range);
        if text[range.clone()].contains('@') {
            found.push((ContactKind::Email, range));
        }
    }
    for site in sites(text) {
        // A number may run into the site behind it.
        let words = &text[site.clone()];
        let shift = words.find("www.").filter(|_| !words.contains("://"));
        let range = site.start + shift.unwrap_or_default()..site.end;
        if is_free(&found, &range) && !touches_at(text, &range) {
            found.push((ContactKind::Website, range));
        }
    }
    let labels = labels(text, lexicon);
    for (kind, range) in labelled_numbers(text, &labels) {
        if is_free(&found, &range) {
            found.push((kind, range));
        }
    }
    if let Some(range) = numbers_before_fax(text, &labels)
        && is_free(&found, &range)
    {
        found.push((ContactKind::Phone, range));
    }
    for number in full_numbers(text) {
        if is_free(&found, &number) {
            found.push((ContactKind::Phone, number));
        }
    }
    found.sort_by_key(|(_, range)| range.start);
    with_labels(text, found, &labels)
}

fn is_free(found: &[(ContactKind, Range<usize>)], range: &Range<usize>) -> bool {
    found
        .iter()
        .all(|(_, other)| other.end <= range.start || range.end <= other.start)
}

/// Bytes of the label of a contact with what it announces; `None` for labels of
/// addresses that need none.
type Label = (Range<usize>, Option<ContactKind>);

/// The labels of contacts, the longest at a place.
fn labels(text: &str, lexicon: &Lexicon) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for label in lexicon.find_all("contact-label", text) {
        let kind = match label.value {
            Some("phone") => Some(ContactKind::Phone),
            Some("fax") => Some(ContactKind::Fax),
            Some("phone-and-fax") => Some(ContactKind::PhoneAndFax),
            _ => None,
        };
        match labels.last_mut() {
            Some(last) if label.range.start < last.0.end => {
                if label.range.len() > last.0.len() {
                    *last = (label.range, kind);
                }
            }
            _ => labels.push((label.range, kind)),
        }
    }
    labels
}

fn with_labels(
    text: &str,
    found: Vec<(ContactKind, Range<usize>)>,
    labels: &[Label],
) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    for (kind, range) in found {
        let last = contacts.last().map_or(0, |contact| contact.zone.end);
        let label = labels.iter().rev().map(|(label, _)| label).find(|label| {
            label.start >= last
                && label.end <= range.start
                && !text[label.end..range.start].contains(is_letter_or_digit)
        });
        contacts.push(Contact {
            kind,
            zone: label.map_or(range.start, |label| label.start)..range.end,
            range,
        });
    }
    contacts
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::content;
    use crate::language::Language;

    #[track_caller]
    fn check(text: &str, expected: &[(ContactKind, &str)]) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = content::load(root).expect("the content is there").output;
        let lexicon = content.patterns.get(Language::Ru);
        let seen: Vec<_> = find_contacts(text, lexicon)
            .into_iter()
            .map(|contact| (contact.kind, &text[contact.range]))
            .collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn the_numbers_before_the_word_for_fax_are_phones() {
        check(
            "226-30-18, факс 226-30-11",
            &[
                (ContactKind::Phone, "226-30-18"),
                (ContactKind::Fax, "226-30-11"),
            ],
        );
        check(
            "улица Абая, 12345, факс 226-30-11",
            &[(ContactKind::Fax, "226-30-11")],
        );
    }

    #[test]
    fn contacts_may_run_into_each_other() {
        check(
            "21096,21582post_akimat@mail.ru",
            &[(ContactKind::Email, "post_akimat@mail.ru")],
        );
        check(
            "8-71442-21347post@mail.ru",
            &[
                (ContactKind::Phone, "8-71442-21347"),
                (ContactKind::Email, "post@mail.ru"),
            ],
        );
        check(
            "8 (71133) 3-53-71post@mail.kz",
            &[
                (ContactKind::Phone, "8 (71133) 3-53-71"),
                (ContactKind::Email, "post@mail.kz"),
            ],
        );
        check(
            "www.new.name.kzpost@mail.kz",
            &[
                (ContactKind::Website, "www.new.name.kz"),
                (ContactKind::Email, "post@mail.kz"),
            ],
        );
        check(
            "8-72635-21500, 21573www.name.kz",
            &[
                (ContactKind::Phone, "8-72635-21500, 21573"),
                (ContactKind::Website, "www.name.kz"),
            ],
        );
    }

    #[test]
    fn an_address_may_have_blanks_inside() {
        check("name@mail . ru", &[(ContactKind::Email, "name@mail . ru")]);
        let spaced = "my_name@ mail. ru";
        check(spaced, &[(ContactKind::Email, spaced)]);
        check(
            "улица Абая, 14 first. name@mail.kz",
            &[(ContactKind::Email, "first. name@mail.kz")],
        );
        check(
            "e-mail. name@mail.kz",
            &[(ContactKind::Email, "name@mail.kz")],
        );
        check(
            "www.site.kz. name@mail.kz",
            &[
                (ContactKind::Website, "www.site.kz"),
                (ContactKind::Email, "name@mail.kz"),
            ],
        );
        check(
            "iIi_ name @mail.ru",
            &[(ContactKind::Email, "iIi_ name @mail.ru")],
        );
        check(
            "www.site.kz.name@mail.kz",
            &[
                (ContactKind::Website, "www.site.kz"),
                (ContactKind::Email, "name@mail.kz"),
            ],
        );
        check(
            "abc- name@mail.ru",
            &[(ContactKind::Email, "abc- name@mail.ru")],
        );
        check(
            "8-7162- name@mail.ru",
            &[(ContactKind::Email, "name@mail.ru")],
        );
        check("www name. kz", &[(ContactKind::Website, "www name. kz")]);
    }

    #[test]
    fn labels_tell_phone_from_fax() {
        check(
            "улица Мира, 20/1 тел. (71036) 64417, факс 64418",
            &[
                (ContactKind::Phone, "(71036) 64417"),
                (ContactKind::Fax, "64418"),
            ],
        );
        check(
            "тел/факс (72154) 21600",
            &[(ContactKind::PhoneAndFax, "(72154) 21600")],
        );
    }

    #[test]
    fn a_list_of_whole_numbers_cuts_none_of_them() {
        for list in [
            "8-71445-34174, 8-71445-34175",
            "8-7142-50-16-17; 8-701-555-12-34",
            "8-71445-34-1-74,+7-7142-50-16-18, 34-1-75",
            "8-7142-501617501618",
        ] {
            check(list, &[(ContactKind::Phone, list)]);
        }
        // What is too long for a number is none, and takes no figure from the one before.
        check(
            "8-7142-501617, 50161850161950",
            &[(ContactKind::Phone, "8-7142-501617")],
        );
    }

    #[test]
    fn postcodes_and_houses_are_no_phones() {
        check("100012, улица Мира, 16", &[]);
        check("село Тельман, 60 лет Октября, 24", &[]);
    }
}
