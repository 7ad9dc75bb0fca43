//! Grounds for refusal: the condition alone, one entry each.

use std::ops::Range;

use super::Found;
use super::body::body;
use super::listing::{Entry, find_list, joined_parts};
use super::sentence::sentences;
use super::statement::{trimmed, without_phrase};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Entries of the shortest list that a refusal and a word for reasons tell to be one
/// of grounds.
const LIST: usize = 2;

/// The grounds of a list, of a sentence that strings them together, or of
/// sentences that name one each; where none of them do, those of a list under a refusal
/// in any words.
pub fn find_refusal_grounds(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let listed = find_list_of_grounds(service, lexicon);
    let grounds = listed.unwrap_or_else(|| find_sentences(service, lexicon));
    if grounds.is_empty() {
        return find_signalled(service, lexicon);
    }
    grounds
}

/// The grounds that the act lists, as all that there are.
pub fn find_list_of_grounds(service: &Unit, lexicon: &Lexicon) -> Option<Vec<Found>> {
    let points = || service.walk().filter(|unit| unit.role == Role::Point);
    let lists = points().filter(|point| {
        let says = |kind| lexicon.says(kind, point.words.text());
        says("refusal-heading") && !says("appeal-word") && !denies(&point.words, lexicon)
    });
    for point in lists {
        let entries = find_list(point, lexicon);
        let says_refusal = |unit: &Unit| lexicon.says("refusal-predicate", unit.words.text());
        let announces = lexicon.says("refusal-word", point.words.text());
        if announces || entries.iter().any(|entry| says_refusal(entry.unit)) {
            return Some(
                entries
                    .iter()
                    .map(|entry| ground(entry.unit, lexicon))
                    .collect(),
            );
        }
    }
    if let Some(grounds) = points().find_map(|point| grounds_behind(point, lexicon)) {
        return Some(grounds);
    }
    let strung = points()
        .filter(|point| !is_left_to_another_act(point, lexicon))
        .find_map(|point| {
            let found = lexicon.find("refusal-inline", point.words.text())?;
            let value = found.slot("value")?;
            if denies(&point.words.slice(0..value.start).trim(), lexicon) {
                return None;
            }
            let words = without_denial(&point.words.slice(value), lexicon);
            let grounds = joined_parts(&words, &[',', ';'], |part| {
                lexicon.says("list-continuation", part)
            });
            let grounds = grounds.into_iter();
            Some(
                grounds
                    .map(|words| Found::new(without_joint(&words, lexicon), point))
                    .collect(),
            )
        });
    strung.or_else(|| points().find_map(|point| conditions(point, lexicon)))
}

/// The grounds that a point on something else lists under a sentence of their own.
fn grounds_behind(point: &Unit, lexicon: &Lexicon) -> Option<Vec<Found>> {
    let entries = find_list(point, lexicon).into_iter();
    let of_grounds = entries.filter(|entry| {
        let group = entry.group.as_ref();
        group.is_some_and(|group| announces_grounds(&group.words, lexicon))
    });
    let grounds: Vec<Found> = of_grounds
        .map(|entry| ground(entry.unit, lexicon))
        .collect();
    (!grounds.is_empty()).then_some(grounds)
}

/// Whether the sentence over a list announces grounds for refusal.
pub fn announces_grounds(words: &Passage, lexicon: &Lexicon) -> bool {
    // The mark that ends the sentence may be gone from its words.
    let text = words.text().trim_end_matches([':', ' ']);
    let text = format!("{text}:");
    let says = |kind| lexicon.says(kind, &text);
    says("refusal-heading") && says("refusal-word") && !says("refusal-denied")
}

/// Whether the last sentence of words before grounds says that nobody may be refused.
fn denies(words: &Passage, lexicon: &Lexicon) -> bool {
    let last = sentences(words).pop();
    last.is_some_and(|sentence| lexicon.says("refusal-denied", sentence.text()))
}

/// Words on grounds up to the sentence that denies all others.
fn without_denial(words: &Passage, lexicon: &Lexicon) -> Passage {
    let text = words.text();
    let mut ends = text.match_indices(". ").map(|(at, _)| at);
    let end = ends.find(|at| {
        let behind = words.slice(at + 2..text.len()).trim();
        let next = sentences(&behind).into_iter().next();
        next.is_some_and(|sentence| lexicon.says("refusal-denied", sentence.text()))
    });
    words.slice(0..end.unwrap_or(text.len()))
}

/// True when a point sends the reader to another act for the grounds.
fn is_left_to_another_act(point: &Unit, lexicon: &Lexicon) -> bool {
    let found = lexicon.find("reference", point.words.text());
    found.and_then(|found| found.value) == Some("refusal_grounds")
}

/// The last entry of a sentence without the words that join it to the others.
fn without_joint(words: &Passage, lexicon: &Lexicon) -> Passage {
    match lexicon.find("list-joint", words.text()) {
        Some(found) => trimmed(&words.slice(found.range.end..words.text().len())),
        None => words.clone(),
    }
}

/// The conditions that one sentence names, each with its own preposition.
fn conditions(point: &Unit, lexicon: &Lexicon) -> Option<Vec<Found>> {
    let found = lexicon.find("refusal-conditions", point.words.text())?;
    let words = point.words.slice(found.slot("value")?);
    let grounds = joined_parts(&words, &[',', ';'], |part| {
        !lexicon.says("refusal-condition", part)
    });
    let bare = |words: Passage| {
        let found = lexicon.find("refusal-condition", words.text());
        let range = found.and_then(|found| found.slot("value"));
        range.map_or_else(|| words.clone(), |range| words.slice(range))
    };
    let grounds = grounds.into_iter().map(bare);
    Some(grounds.map(|words| Found::new(words, point)).collect())
}

fn ground(unit: &Unit, lexicon: &Lexicon) -> Found {
    let words = without_phrase(&unit.words, "refusal-predicate", lexicon);
    Found::new(trimmed(&words), unit)
}

/// The conditions of a list that is announced with a refusal and a word for reasons.
/// What a receipt for a refusal holds is none, nor is when to complain of one.
fn find_signalled(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let announces = |point: &&Unit| {
        let text = point.words.text();
        let says = |kind| lexicon.says(kind, text);
        text.trim_end().ends_with(':')
            && says("grounds-signal")
            && !says("no-grounds-signal")
            && !says("appeal-word")
            && !denies(&point.words, lexicon)
    };
    let points = body(service).into_iter();
    let points = points.filter(|unit| unit.role == Role::Point);
    let mut lists = points
        .filter(announces)
        .map(|point| find_list(point, lexicon));
    // What is not given on one way is given on another.
    let is_way = |entry: &Entry<'_>| lexicon.says("ground-of-way", entry.words.words.text());
    let entries = lists.find(|entries| entries.len() >= LIST && !entries.iter().any(is_way));
    let entries = entries.unwrap_or_default().into_iter();
    entries.map(|entry| ground(entry.unit, lexicon)).collect()
}

fn find_sentences(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let mut grounds: Vec<Found> = Vec::new();
    let units = service
        .walk()
        .filter(|unit| matches!(unit.role, Role::Point | Role::Paragraph | Role::Item))
        .filter(|unit| !is_left_to_another_act(unit, lexicon));
    let spoken = units.flat_map(|unit| {
        let sentences = sentences(&unit.words).into_iter();
        sentences.map(move |sentence| (unit, sentence))
    });
    let denies = |sentence: &Passage| lexicon.says("refusal-denied", sentence.text());
    for (unit, sentence) in spoken.filter(|(_, sentence)| !denies(sentence)) {
        let Some(found) = lexicon.find("refusal-sentence", sentence.text()) else {
            continue;
        };
        let Some(range) = found.slot("value") else {
            continue;
        };
        for words in joined_grounds(&sentence.slice(range), lexicon) {
            let is_new = grounds
                .iter()
                .all(|other| other.words.text() != words.text());
            if is_new {
                grounds.push(Found::new(words, unit));
            }
        }
    }
    grounds
}

/// The grounds of one sentence: each condition is one, the word between two of
/// them belongs to neither.
fn joined_grounds(words: &Passage, lexicon: &Lexicon) -> Vec<Passage> {
    let mut grounds = Vec::new();
    let mut from = 0;
    for joint in lexicon.find_all("refusal-joint", words.text()) {
        // A relative clause belongs to what stands before it.
        let is_relative =
            |range: &Range<usize>| lexicon.says("ground-goes-on", words.text()[range.end..].trim());
        if let Some(range) = joint.slot("joint").filter(|range| !is_relative(range)) {
            grounds.push(trimmed(&words.slice(from..range.start)));
            from = range.end;
        }
    }
    grounds.push(trimmed(&words.slice(from..words.text().len())));
    grounds
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, point, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, announced: &str, is_list: bool) {
        let entries = match language {
            Language::Ru => ["документы неполны;", "сведения недостоверны."],
            Language::Kk => ["құжаттар толық емес;", "мәліметтер жалған."],
        };
        let list = point(announced, entries.map(item).to_vec());
        let grounds = find_refusal_grounds(&service(vec![list]), lexicon(language));
        let count = if is_list { entries.len() } else { 0 };
        assert_eq!(grounds.len(), count, "under: {announced}");
    }

    #[test]
    fn a_list_under_a_refusal_with_reasons_is_one_of_grounds() {
        check(Language::Ru, "Потребитель получит отказ, если:", true);
        check(Language::Ru, "Жалоба на отказ подается, если:", false);
        check(
            Language::Ru,
            "При отказе сотрудник выдает расписку с указанием причин, содержащую:",
            false,
        );
        check(
            Language::Kk,
            "Анықтаманы беруден мынадай себептермен бас тартылуы мүмкін:",
            true,
        );
        check(
            Language::Kk,
            "Бас тартуға шағым мынадай жағдайларда беріледі:",
            false,
        );
        check(
            Language::Kk,
            "Бас тартқан кезде себептері көрсетіліп, мынадай қолхат беріледі:",
            false,
        );
    }

    #[test]
    fn a_refusal_that_is_denied_has_no_grounds() {
        for announced in [
            "Отказ не допускается в случаях:",
            "Не допускается отказ в приеме документов, если:",
            "Отдел не вправе отказать, если:",
        ] {
            check(Language::Ru, announced, false);
        }
        let kk = "Мынадай жағдайларда құжаттарды қабылдаудан бас тартуға жол берілмейді:";
        check(Language::Kk, kk, false);
    }

    #[track_caller]
    fn check_told(language: Language, words: &str, expected: &[&str]) {
        let told = service(vec![point(words, Vec::new())]);
        let grounds = find_refusal_grounds(&told, lexicon(language));
        let grounds: Vec<_> = grounds.iter().map(|it| it.words.text()).collect();
        assert_eq!(grounds, expected, "{words}");
    }

    #[test]
    fn a_sentence_that_denies_a_refusal_or_gives_a_receipt_names_no_ground() {
        let ru = |words| check_told(Language::Ru, words, &[]);
        ru("В приеме документов не может быть отказано, если копии не заверены.");
        ru("При представлении документов заявителю выдается расписка либо отказ в приеме.");
        ru("В жалобе отказывается, если она анонимна.");
        ru("Основанием для отказа не является отсутствие копий.");
        let kk = "Комиссия шағым негізсіз болған жағдайда қызмет көрсетуден бас тартады.";
        check_told(Language::Kk, kk, &[]);
    }

    #[test]
    fn no_other_grounds_leave_those_that_are_named() {
        check_told(
            Language::Ru,
            "Основанием для отказа является отсутствие копий. Отказ по иным основаниям не допускается.",
            &["отсутствие копий"],
        );
        let other = "Отказ по иным причинам не допускается. Потребитель получит отказ, если:";
        check(Language::Ru, other, true);
    }

    #[test]
    fn a_relative_clause_stays_with_its_ground() {
        check_told(
            Language::Ru,
            "В выдаче справки отказывают, если нет доверенности, либо срок которой не истек.",
            &["нет доверенности, либо срок которой не истек"],
        );
    }
}
