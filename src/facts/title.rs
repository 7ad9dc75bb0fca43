//! The title of a service and the kind of its text.

use super::Found;
use crate::catalogue::model::ServiceKind;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::{Passage, Span};
use crate::repair::quotes::MARKS;

/// How much of two titles must be the same, in words, for one to stand for the
/// other. Chosen by hand: declined titles differ in their first words.
const ALIKE: f64 = 0.7;

/// Letters that forms of one word share at least, and those of the longest ending.
/// Chosen by hand: назначение and назначению, тағайындау and тағайындауды.
const STEM: usize = 5;
const ENDING: usize = 3;

/// The title of a service, without quotes, with a capital letter.
///
/// `listed` is the item of the act's own list with the same ordinal. A heading
/// that declines the title (a standard "on the drawing up of documents") leaves
/// the nominative to the list.
pub fn find_title(service: &Unit, listed: Option<&Unit>, lexicon: &Lexicon) -> Found {
    let words = &service.words;
    let found = lexicon
        .find("service-title", words.text())
        .or_else(|| lexicon.find("help-title", words.text()));
    let is_declined = found
        .as_ref()
        .is_some_and(|found| found.value == Some("declined"));
    let slot = found.and_then(|found| found.slot("title"));
    // A heading that says only what its rules are on leaves the name of the service to
    // the point that says which service they provide.
    if slot.is_none()
        && let Some(named) = first_named(service, lexicon)
    {
        return named;
    }
    let title = slot.map_or_else(|| words.clone(), |range| words.slice(range));
    let title = unquoted(&title);
    if let Some(item) = listed.filter(|_| is_declined) {
        let nominative = unquoted(&item.words);
        if is_alike(title.text(), nominative.text()) {
            return Found::new(capitalised(&nominative), item);
        }
    }
    Found::new(capitalised(&title), service)
}

/// The title of the service that the first point names in quotes.
fn first_named(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let point = service.walk().find(|unit| unit.role == Role::Point)?;
    let found = lexicon.find("named-service", point.words.text())?;
    let title = unquoted(&point.words.slice(found.slot("title")?));
    Some(Found::new(capitalised(&title), point))
}

/// The title of the service that the label of an annex names.
pub fn find_title_in(annex: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let found = lexicon.find("annex-title", annex.words.text())?;
    let title = unquoted(&annex.words.slice(found.slot("title")?));
    Some(Found::new(capitalised(&title), annex))
}

/// Whether two titles name the same service, quotes and cases of words apart.
pub fn is_alike(one: &str, other: &str) -> bool {
    share_of_words(one, other) >= ALIKE
}

/// The share of the words of two texts that stand in both.
fn share_of_words(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one
        .iter()
        .filter(|word| other.iter().any(|other| is_form(word, other)));
    let shared = shared.count();
    let longer = one.len().max(other.len()).max(1);
    f64::from(u32::try_from(shared).unwrap_or(0)) / f64::from(u32::try_from(longer).unwrap_or(1))
}

/// Whether two words may be forms of one: they differ in their last letters alone.
fn is_form(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let same = same.count();
    let longer = one.chars().count().max(other.chars().count());
    same == longer || same >= STEM && longer - same <= ENDING
}

/// The kind that the heading names; a regulation when it names none.
pub fn find_kind(service: &Unit, lexicon: &Lexicon) -> ServiceKind {
    let found = lexicon.find("service-kind", service.words.text());
    match found.and_then(|found| found.value) {
        Some("standard") => ServiceKind::Standard,
        Some("rules") => ServiceKind::Rules,
        _ => ServiceKind::Regulation,
    }
}

/// A passage without quotes and marks around it. Quotes inside, as around the
/// name of a company, stay.
pub fn unquoted(words: &Passage) -> Passage {
    let text = words.text();
    let is_edge = |c: char| c.is_whitespace() || MARKS.contains(&c) || ";,.:".contains(c);
    let start = text.len() - text.trim_start_matches(is_edge).len();
    let end = text.trim_end_matches(is_edge).len();
    if start >= end {
        return words.clone();
    }
    let inner = &text[start..end];
    let quotes = inner.chars().filter(|c| MARKS.contains(c)).count();
    // A quote that opens inside and closed at the end belongs to the title.
    if quotes % 2 == 1 && text[end..].starts_with(MARKS) {
        let close = end + text[end..].chars().next().map_or(0, char::len_utf8);
        return words.slice(start..close);
    }
    words.slice(start..end)
}

fn capitalised(words: &Passage) -> Passage {
    let Some(first) = words.text().chars().next().filter(|c| c.is_lowercase()) else {
        return words.clone();
    };
    let len = first.len_utf8();
    let upper: String = first.to_uppercase().collect();
    let origin = words.span_of(0..len).unwrap_or(Span::new(0, 0));
    let mut title = Passage::default();
    title.push_replacement(&upper, origin);
    title.push(&words.slice(len..words.text().len()));
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, expected: &str) {
        let title = capitalised(&unquoted(&Passage::verbatim(printed, 0)));
        assert_eq!(title.text(), expected, "{printed}");
    }

    #[test]
    fn a_title_loses_its_quotes_and_gets_a_capital_letter() {
        check("\"Выдача справок\"", "Выдача справок");
        check("оформлению документов", "Оформлению документов");
        check("Выдача справки о помощи\"", "Выдача справки о помощи");
        check("\"Анықтама беру\";", "Анықтама беру");
    }

    #[test]
    fn titles_that_differ_in_a_case_are_alike() {
        let share = share_of_words(
            "оформлению документов на лиц для обеспечения их средствами",
            "Оформление документов на лиц для обеспечения их средствами",
        );
        assert!(share >= ALIKE, "{share}");
        assert!(share_of_words("выдаче справок", "Регистрация граждан") < ALIKE);
    }

    #[test]
    fn quotes_inside_a_title_stay() {
        check(
            "\"Выдача справки в \"Правительстве\" по месту\"",
            "Выдача справки в \"Правительстве\" по месту",
        );
    }
}
