//! Contacts: email addresses, sites, phone and fax numbers inside running text.
//!
//! They are the surest sign of what a piece of a table is: their form does not
//! depend on the columns of a table or on the words of its header.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::content::patterns::{LONGEST_TEXT, Lexicon};
use crate::repair::letters::is_letter_or_digit;

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

/// Top-level domains that acts print, for sites without `www` and for addresses
/// with blanks inside.
const DOMAINS: &str = "kz|ru|com|net|org|info|рф|қаз";

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    let part = r"[\p{L}\d_-]+";
    let source = format!(
        r"(?:[\p{{L}}\d.-]+_\s|[a-zA-Z][a-zA-Z\d-]*[.-]\s)?[\p{{L}}\d][\p{{L}}\d._-]*\s?@\s?{part}(?:(?:\.{part})+|(?:\.{part})*\s?\.\s?(?:{DOMAINS})\b)"
    );
    expression(&source)
});
static WEBSITE: LazyLock<Regex> = LazyLock::new(|| {
    let part = r"[\p{L}\d_-]+";
    let source = format!(
        r"(?i)(?:https?://[^\s,;]+|\bwww[. ]\s?{part}(?:\.{part})*(?:\.\s(?:{DOMAINS})\b)?|\b{part}(?:\.{part})*\.(?:{DOMAINS})\b)"
    );
    expression(&source)
});
/// A site that runs into what follows, as `www.name.kzpost@mail.kz`.
static GLUED_DOMAIN: LazyLock<Regex> =
    LazyLock::new(|| expression(&format!(r"(?i)^(?:https?://)?www\.\S*?\.(?:{DOMAINS})")));
/// Digits at the start of an address that belong to the number before it.
static GLUED_DIGITS: LazyLock<Regex> =
    LazyLock::new(|| expression(r"^(?:8-\d{3,5}-\d{5,7}|\d{5,7}|\d{1,3}(?:-\d{1,3}){1,2})"));
/// What every site holds: looking for it is much cheaper than for sites.
static SITE_SIGN: LazyLock<Regex> =
    LazyLock::new(|| expression(&format!(r"(?i)https?://|www[. ]|\.\s?(?:{DOMAINS})")));
static DIGITS: LazyLock<Regex> = LazyLock::new(|| expression(r"^[\s:.,;№+0-9()–/-]*[0-9]"));
/// A whole number with trunk prefix and code, and numbers of the same code behind it.
static FULL_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"(?:\+7|8)[ -]?\(?[0-9]{3}\)?[ -][0-9]{3}[ -][0-9]{2}[ -][0-9]{2}|(?:\+7|8)[ -]?(?:\(\s?[0-9]{3,5}\s?\)|[0-9]{3,5})[ -]?[0-9][0-9-]{3,8}(?:\s?[,;]\s?[0-9][0-9-]{3,8}[0-9])*",
    )
});

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

/// Email addresses. Two words may stand before the sign that each of them holds.
fn emails(text: &str) -> Vec<Range<usize>> {
    let sign = |from: usize| text[from..].find('@').map(|at| from + at);
    let found = around(text, sign, 2, &EMAIL).into_iter();
    found
        .map(|email| without_word_before(text, email))
        .collect()
}

/// An address without the word before it that only seems to be its beginning: the
/// end of a site, or a label. The beginning that a line end cut off holds no full stop
/// but the last.
fn without_word_before(text: &str, email: Range<usize>) -> Range<usize> {
    let address = &text[email.clone()];
    let name = &address[..address.find('@').unwrap_or(address.len())];
    let Some(stop) = name.find(". ") else {
        return email;
    };
    let word = text[email.start..email.start + stop].to_lowercase();
    let before = text[..email.start].chars().next_back();
    let is_whole = before.is_none_or(char::is_whitespace);
    if is_whole && word.len() > 1 && !word.ends_with("mail") {
        return email;
    }
    let start = email.start + stop + 1;
    let blank = text[start..].len() - text[start..].trim_start().len();
    start + blank..email.end
}

/// Sites. Each holds a sign in its first word.
fn sites(text: &str) -> Vec<Range<usize>> {
    let sign = |from: usize| SITE_SIGN.find_at(text, from).map(|sign| sign.start());
    around(text, sign, 0, &WEBSITE)
}

/// What an expression finds around signs: in the word with the sign, in the given
/// number of words before it and in the six behind it, which are more than any contact
/// takes up. Boundaries of words keep
/// the fast engine from reading Cyrillic text, so that no more than that is searched.
fn around(
    text: &str,
    sign: impl Fn(usize) -> Option<usize>,
    before: usize,
    expression: &Regex,
) -> Vec<Range<usize>> {
    const BEHIND: usize = 6;
    let mut found = Vec::new();
    let mut from = 0;
    let mut next = sign(0);
    while let Some(at) = next {
        let start = (0..=before).fold(at, |at, nth| {
            let words = if nth == 0 {
                &text[..at]
            } else {
                text[..at].trim_end()
            };
            words.rfind(char::is_whitespace).map_or(0, |blank| {
                blank + words[blank..].chars().next().map_or(1, char::len_utf8)
            })
        });
        let word_end = |at: usize| {
            let length = text[at..].find(char::is_whitespace);
            length.map_or(text.len(), |length| at + length)
        };
        let own_end = word_end(at);
        let end = (0..BEHIND).fold(own_end, |end, _| {
            word_end(text.len() - text[end..].trim_start().len())
        });
        let match_at = expression.find_at(&text[..end], start.max(from));
        match match_at.filter(|found| found.start() < own_end) {
            Some(one) => {
                from = one.end();
                found.push(one.range());
                next = sign(from);
            }
            None => next = sign(own_end),
        }
    }
    found
}

/// Sites that begin with `www` and run into an email address.
fn websites_with_scheme(text: &str) -> Vec<Range<usize>> {
    let mut sites = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("www.").map(|at| at + from) {
        let token = text[at..].split_whitespace().next().unwrap_or_default();
        if token.contains('@')
            && let Some(site) = GLUED_DOMAIN.find(token)
        {
            sites.push(at..at + site.end());
        }
        from = at + token.len().max(4);
    }
    sites
}

fn free_of_sites(
    text: &str,
    range: &Range<usize>,
    found: &[(ContactKind, Range<usize>)],
) -> Range<usize> {
    let overlap = found
        .iter()
        .map(|(_, site)| site)
        .find(|site| site.start < range.end && range.start < site.end);
    let start = overlap.map_or(range.start, |site| site.end.min(range.end));
    // The stop that ends the sentence with the site is no beginning of an address.
    let rest = text[start..range.end].trim_start_matches([' ', '\n', '.', ',', ';']);
    range.end - rest.len()..range.end
}

/// An address that follows a number without a blank keeps its letters only.
fn free_of_digits(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text[..range.start].trim_end();
    let follows_number =
        before.ends_with(|c: char| matches!(c, ',' | '-' | ')') || c.is_ascii_digit());
    match GLUED_DIGITS.find(&text[range.clone()]) {
        // A number with its code is one whatever stands before it.
        Some(digits) if follows_number || digits.as_str().starts_with("8-") => {
            range.start + digits.end()..range.end
        }
        _ => range,
    }
}

/// Whole numbers. The trunk prefix is no end of a word or number; a boundary in
/// the expression would say so too, but keeps the fast engine from reading it.
fn full_numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(number) = FULL_NUMBER.find_at(text, from) {
        let before = text[..number.start()].chars().next_back();
        let is_inside = before.is_some_and(|sign| is_letter_or_digit(sign) || sign == '_');
        if is_inside && number.as_str().starts_with('8') {
            from = number.start() + 1;
        } else {
            from = number.end();
            numbers.push(number.range());
        }
    }
    numbers
}

fn is_free(found: &[(ContactKind, Range<usize>)], range: &Range<usize>) -> bool {
    found
        .iter()
        .all(|(_, other)| other.end <= range.start || range.end <= other.start)
}

/// Whether a site is a part of an email address that could not be read.
fn touches_at(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].trim_end().ends_with('@') || text[range.end..].starts_with('@')
}

/// Numbers behind the words for phone and fax.
fn labelled_numbers(text: &str, labels: &[Label]) -> Vec<(ContactKind, Range<usize>)> {
    let mut numbers: Vec<(ContactKind, Range<usize>)> = Vec::new();
    for (label, kind) in labels {
        let Some(kind) = *kind else { continue };
        let rest = &text[label.end..];
        let Some(digits) = DIGITS.find(rest) else {
            continue;
        };
        let blank = rest.len() - rest.trim_start_matches([' ', ':', '.', ',', '№']).len();
        // The word for a code stands in the bracket of the code.
        let open = text[label.clone()].rfind('(');
        let start = open.map_or(label.end + blank, |open| label.start + open);
        let range = start..label.end + digits.end();
        let count = text[range.clone()]
            .bytes()
            .filter(u8::is_ascii_digit)
            .count();
        if count >= 5 && is_free(&numbers, &range) {
            numbers.push((kind, range));
        }
    }
    numbers
}

/// The numbers that a text begins with, where the first word behind them is one for fax:
/// a cell of phones says of its other numbers alone what they are.
fn numbers_before_fax(text: &str, labels: &[Label]) -> Option<Range<usize>> {
    let (label, _) = labels
        .first()
        .filter(|(_, kind)| *kind == Some(ContactKind::Fax))?;
    let before = text[..label.start].trim_end_matches([' ', '\n', ',', ';', '(']);
    let is_figures = |c: char| c.is_ascii_digit() || " +-–(),;/".contains(c);
    let count = before.bytes().filter(u8::is_ascii_digit).count();
    (count >= 5 && before.chars().all(is_figures)).then(|| {
        let blank = before.len() - before.trim_start().len();
        blank..before.len()
    })
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
    fn postcodes_and_houses_are_no_phones() {
        check("100012, улица Мира, 16", &[]);
        check("село Тельман, 60 лет Октября, 24", &[]);
    }
}
