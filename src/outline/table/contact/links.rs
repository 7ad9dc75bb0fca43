//! Email addresses and sites: they hold a sign that shows them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{ContactKind, expression};

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

/// Email addresses. Two words may stand before the sign that each of them holds.
pub(super) fn emails(text: &str) -> Vec<Range<usize>> {
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
pub(super) fn sites(text: &str) -> Vec<Range<usize>> {
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
pub(super) fn websites_with_scheme(text: &str) -> Vec<Range<usize>> {
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

pub(super) fn free_of_sites(
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
pub(super) fn free_of_digits(text: &str, range: Range<usize>) -> Range<usize> {
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

/// Whether a site is a part of an email address that could not be read.
pub(super) fn touches_at(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].trim_end().ends_with('@') || text[range.end..].starts_with('@')
}
