//! The title of a service and the kind of its text.

use super::Found;
use crate::catalogue::model::ServiceKind;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;
use crate::passage::{Passage, Span};

/// Quotation marks that acts set around titles.
const QUOTES: [char; 6] = ['"', '«', '»', '“', '”', '„'];

/// The title in the heading of a service, without quotes, with a capital letter.
pub fn find_title(service: &Unit, lexicon: &Lexicon) -> Found {
    let words = &service.words;
    let found = lexicon.find("service-title", words.text());
    let title = found
        .and_then(|found| found.slot("title"))
        .map_or_else(|| words.clone(), |range| words.slice(range));
    Found::new(capitalised(&unquoted(&title)), service)
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
    let is_edge = |c: char| c.is_whitespace() || QUOTES.contains(&c) || ";,.:".contains(c);
    let start = text.len() - text.trim_start_matches(is_edge).len();
    let end = text.trim_end_matches(is_edge).len();
    if start >= end {
        return words.clone();
    }
    let inner = &text[start..end];
    let quotes = inner.chars().filter(|c| QUOTES.contains(c)).count();
    // A quote that opens inside and closed at the end belongs to the title.
    if quotes % 2 == 1 && text[end..].starts_with(QUOTES) {
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
    fn quotes_inside_a_title_stay() {
        check(
            "\"Выдача справки в \"Правительстве\" по месту\"",
            "Выдача справки в \"Правительстве\" по месту",
        );
    }
}
