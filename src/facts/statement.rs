//! What a point states outright: fee, form, result, provider.

use super::Found;
use super::body::body;
use crate::catalogue::model::FeeKind;
use crate::content::patterns::{Lexicon, Match};
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Letters of the longest abbreviation that stands before a name.
const ABBREVIATION: usize = 4;

/// Whether the service costs anything.
pub fn find_fee(service: &Unit, lexicon: &Lexicon) -> Option<(FeeKind, Found)> {
    points(service).find_map(|point| {
        let text = point.words.text();
        let found = lexicon.find("fee", text)?;
        // What some receive for nothing may cost the others.
        let about = found.slot("about").unwrap_or_default();
        if lexicon.says("some-cases", &text[about]) {
            return None;
        }
        let kind = match found.value? {
            "paid" => FeeKind::Paid,
            _ => FeeKind::Free,
        };
        let words = sentence(&point.words, &found);
        let is_partial = || names_part(words.text(), lexicon) || names_sum(&words, lexicon);
        if kind == FeeKind::Free && is_partial() {
            return None;
        }
        Some((kind, Found::new(words, point)))
    })
}

/// Whether a sentence names some of the people as those who pay nothing: the others may.
pub fn names_part(text: &str, lexicon: &Lexicon) -> bool {
    let ends = |kind| {
        let found = lexicon.find_all(kind, text).into_iter();
        found.map(|found| found.range.end).collect::<Vec<_>>()
    };
    let all = ends("all-payers");
    ends("payers").iter().any(|end| !all.contains(end))
}

/// Whether words name a sum of money: then somebody pays.
pub fn names_sum(words: &Passage, lexicon: &Lexicon) -> bool {
    lexicon.says("fee-sum", words.text())
}

/// The form in which the service is provided.
pub fn find_form(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    points(service).find_map(|point| {
        let value = value(point, "form", lexicon)?;
        Some(Found::new(first_sentence(&value), point))
    })
}

/// What the applicant receives. A list under the point belongs to the result. Where none
/// is named, it is what the provider is said to send.
pub fn find_result(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let named = points(service).find_map(|point| {
        let words = if lexicon.says("result-heading", point.words.text()) {
            with_items(&Passage::default(), point, lexicon)
        } else {
            result_of(point, lexicon)?
        };
        let is_result = !words.is_empty() && !lexicon.says("no-result", words.text());
        is_result.then(|| Found::new(words, point))
    });
    named.or_else(|| points(service).find_map(|point| sent_result(point, lexicon)))
}

/// What the provider sends in the end, which no answer to a complaint is and no receipt.
fn sent_result(point: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let value = value(point, "result-sent", lexicon)?;
    let is_other = lexicon.says("no-result-sent", point.words.text());
    (!is_other).then(|| Found::new(without_aside(&first_sentence(&value), lexicon), point))
}

/// The result that a sentence names. Where the sentence ends with a colon, what it
/// says behind the result announces the list.
fn result_of(point: &Unit, lexicon: &Lexicon) -> Option<Passage> {
    let found = lexicon.find("result", point.words.text())?;
    let value = point.words.slice(found.slot("value")?);
    let rest = point.words.slice(found.range.end..point.words.text().len());
    if rest.text().trim_end().ends_with(':') && !point.children.is_empty() {
        let mut intro = value;
        intro.push(&rest);
        return Some(with_items(&intro, point, lexicon));
    }
    let announces = value.text().trim_end().ends_with([':', ';']);
    if announces || point.children_with(Role::Item).next().is_some() {
        return Some(with_items(&value, point, lexicon));
    }
    Some(without_aside(&first_sentence(&value), lexicon))
}

/// The body that provides the service: as a definition says, else as the point
/// on the provider does.
pub fn find_provider(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let defined = service
        .walk()
        .filter(|unit| matches!(unit.role, Role::Item | Role::Point))
        .find_map(|unit| {
            let found = lexicon.find("provider-definition", unit.words.text())?;
            let whole = unit.words.slice(found.slot("value")?);
            Some(Found::new(trimmed(&without_aside(&whole, lexicon)), unit))
        });
    let stated = || {
        points(service).find_map(|point| {
            let value = own_sentence(&value(point, "provider", lexicon)?);
            Some(Found::new(trimmed(&without_aside(&value, lexicon)), point))
        })
    };
    defined
        .or_else(stated)
        .or_else(|| listed_providers(service, lexicon))
}

/// The bodies that a point lists, as one phrase.
fn listed_providers(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let announces = |point: &&Unit| lexicon.says("provider-heading", point.words.text());
    let point = points(service).find(announces)?;
    let mut words = Passage::default();
    for item in point.children_with(Role::Item) {
        let body = without_phrase(&item.words, "provider-predicate", lexicon);
        if !words.is_empty() {
            words.push_inserted("; ");
        }
        words.push(&trimmed(&without_aside(&body, lexicon)));
    }
    (!words.is_empty()).then(|| Found::new(words, point))
}

/// Points and the paragraphs under them: acts state a fact in either.
fn points(service: &Unit) -> impl Iterator<Item = &Unit> {
    let states = |unit: &&Unit| matches!(unit.role, Role::Point | Role::Paragraph);
    body(service).into_iter().filter(states)
}

fn value(point: &Unit, kind: &str, lexicon: &Lexicon) -> Option<Passage> {
    let found = lexicon.find(kind, point.words.text())?;
    Some(point.words.slice(found.slot("value")?))
}

/// A point with the items and paragraphs under it.
pub fn whole_point(point: &Unit) -> Found {
    let mut words = point.words.clone();
    let parts = point.children.iter();
    for part in parts.filter(|part| matches!(part.role, Role::Item | Role::Paragraph)) {
        words.push_inserted(" ");
        if let Some(marker) = &part.marker {
            words.push(marker);
            words.push_inserted(" ");
        }
        words.push(&part.words);
    }
    Found::new(trimmed(&words), point)
}

/// The sentence that holds a match.
fn sentence(words: &Passage, found: &Match<'_, '_>) -> Passage {
    let text = words.text();
    let start = text[..found.range.start].rfind(". ").map_or(0, |at| at + 2);
    let end = text[found.range.end..]
        .find('.')
        .map_or(text.len(), |at| found.range.end + at + 1);
    words.slice(start..end).trim()
}

/// The words up to the first full stop that ends a sentence.
pub fn first_sentence(words: &Passage) -> Passage {
    let text = words.text();
    let end = text
        .match_indices(". ")
        .find(|(at, _)| text[at + 2..].trim_start().starts_with(char::is_uppercase))
        .map_or(text.len(), |(at, _)| at);
    trimmed(&words.slice(0..end))
}

/// The words up to where a new sentence begins behind a whole word: an abbreviation
/// before a name ends none.
fn own_sentence(words: &Passage) -> Passage {
    let text = words.text();
    let ends = |at: usize| {
        let word = text[..at].rsplit(char::is_whitespace).next();
        let is_whole = word.is_some_and(|word| word.chars().count() > ABBREVIATION);
        is_whole && text[at + 2..].starts_with(char::is_uppercase)
    };
    let end = text.match_indices(". ").find(|(at, _)| ends(*at));
    end.map_or_else(|| words.clone(), |(at, _)| words.slice(0..at))
}

/// A result that goes on in the items of its point, up to what speaks of
/// something else.
fn with_items(intro: &Passage, point: &Unit, lexicon: &Lexicon) -> Passage {
    let mut words = intro.clone();
    let children = point.children.iter();
    for child in children.take_while(|child| !lexicon.says("result-end", child.words.text())) {
        if !words.is_empty() {
            words.push_inserted(" ");
        }
        if let Some(marker) = &child.marker {
            words.push(marker);
            words.push_inserted(" ");
        }
        words.push(&child.words);
    }
    let words = without_aside(&words, lexicon);
    trimmed(&without_phrase(&words, "result-predicate", lexicon))
}

/// The words before a phrase of the kind, where they hold one.
pub fn without_phrase(words: &Passage, kind: &str, lexicon: &Lexicon) -> Passage {
    match lexicon.find(kind, words.text()) {
        Some(found) => words.slice(0..found.range.start),
        None => words.clone(),
    }
}

/// The words without `(hereinafter – ...)`, wherever it stands.
pub fn without_aside(words: &Passage, lexicon: &Lexicon) -> Passage {
    let mut rest = words.clone();
    while let Some(found) = lexicon.find("aside", rest.text()) {
        let mut cut = rest.slice(0..found.range.start);
        let behind = rest.slice(found.range.end..rest.text().len());
        cut = cut.slice(0..cut.text().trim_end().len());
        cut.push(&behind);
        rest = cut;
    }
    rest.trim()
}

/// Words without blanks and marks around them. A dash before the words is that of
/// the sentence around them.
pub fn trimmed(words: &Passage) -> Passage {
    let text = words.text();
    let is_edge = |c: char| c.is_whitespace() || ";,.:".contains(c);
    let is_before = |c: char| is_edge(c) || "-–—".contains(c);
    let start = text.len() - text.trim_start_matches(is_before).len();
    let end = text.trim_end_matches(is_edge).len();
    if start >= end {
        return Passage::default();
    }
    words.slice(start..end)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{lexicon, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(sentences: &[&str], expected: Option<&str>) {
        let point = |words: &&str| super::super::sample::point(words, Vec::new());
        let service = service(sentences.iter().map(point).collect());
        let result = find_result(&service, lexicon(Language::Ru));
        assert_eq!(result.as_ref().map(|it| it.words.text()), expected);
    }

    #[test]
    fn what_is_sent_is_the_result_where_none_is_named() {
        let sent = "Отдел направляет заявителю уведомление о назначении либо мотивированный отказ.";
        check(
            &[sent],
            Some("уведомление о назначении либо мотивированный отказ"),
        );
        check(
            &[sent, "Результат - справка о составе семьи."],
            Some("справка о составе семьи"),
        );
        check(
            &["Аким района выдает заявителю решение по жалобе либо мотивированный отказ."],
            None,
        );
        check(
            &["Отдел выдает заявителю справку о приеме документов либо отказ в приеме."],
            None,
        );
        check(&["Услуга завершается проверкой документов в архиве."], None);
    }
}
