//! Papers that the applicant brings.
//!
//! The point that lists them announces the list and ends with a colon. Its items
//! are the papers; a paragraph that ends with a colon opens a group of them; any
//! other paragraph adds conditions and is no paper.

use std::collections::BTreeMap;

use super::duration::find_duration;
use super::listing::{Entry, find_list, strung_entries};
use super::statement::{trimmed, without_aside, without_phrase};
use super::{DocumentFound, Found, refusal, shape, title};
use crate::catalogue::model::ServiceKind;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Points behind the list of papers among which those on further papers stand. Chosen by
/// hand.
const NEAR: usize = 3;

/// The listed papers, flat and in order.
pub fn find_documents(service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let lists = points(service).filter(|point| is_list(point, lexicon));
    let listed = lists
        .map(|point| (point, listed_papers(point, lexicon)))
        .find(|(_, papers)| !papers.is_empty());
    if let Some((point, mut papers)) = listed {
        papers.extend(more_papers(point, service, lexicon));
        return papers;
    }
    let named = find_inline(service, lexicon);
    // An act that sends its reader elsewhere leaves the papers to that act; its lists are
    // those of steps, and of what officials draw up.
    if named.is_empty() && reference(service, lexicon).is_none() {
        return find_unannounced(service, lexicon);
    }
    named
}

/// Papers that their names alone tell: those of a list, else those of a sentence.
fn find_unannounced(service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    if let Some(list) = points(service).find(|point| shape::lists_papers(point, lexicon)) {
        let mut papers = listed_papers(list, lexicon);
        papers.extend(more_papers(list, service, lexicon));
        return papers;
    }
    let strung = points(service).map(|point| (point, shape::strung_papers(point, lexicon)));
    let first = strung.into_iter().find(|(_, papers)| !papers.is_empty());
    let Some((point, papers)) = first else {
        return Vec::new();
    };
    let papers = papers.into_iter().map(|words| DocumentFound {
        words: Found::new(words, point),
        group: None,
    });
    papers.collect()
}

/// What some applicants bring beside the list of a point: the lists of the next points of
/// its chapter, each under its sentence.
fn more_papers(list: &Unit, service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let holds = |chapter: &&Unit| {
        let mut points = chapter.children_with(Role::Point);
        points.any(|point| std::ptr::eq(point, list))
    };
    let Some(chapter) = service.children_with(Role::Chapter).find(holds) else {
        return Vec::new();
    };
    let behind = chapter
        .children_with(Role::Point)
        .skip_while(|point| !std::ptr::eq(*point, list))
        .skip(1)
        .take(NEAR);
    behind
        .filter(|point| shape::lists_more_papers(point, lexicon))
        .flat_map(|point| {
            let over = Found::new(trimmed(&point.words), point);
            let entries = find_list(point, lexicon).into_iter();
            entries.map(move |Entry { words, group, .. }| DocumentFound {
                words,
                group: group.or_else(|| Some(over.clone())),
            })
        })
        .collect()
}

/// The entries of the list of a point. Where the point breaks off behind its
/// subject, the last of them ends with its predicate.
fn listed_papers(point: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let is_other = |group: &Found| refusal::announces_grounds(&group.words, lexicon);
    let entries = find_list(point, lexicon);
    // The same beginning of a sentence announces places that people turn to.
    let names_places = entries
        .last()
        .is_some_and(|entry| lexicon.says("addressee-predicate", entry.words.words.text()));
    if names_places {
        return Vec::new();
    }
    // Another list may stand behind that of the papers, under a sentence of its own.
    let entries = entries
        .into_iter()
        .take_while(|entry| !entry.group.as_ref().is_some_and(is_other));
    // So may a remark on when or for what money somebody is served.
    let entries = entries.filter(|entry| !remarks(&entry.words.words, lexicon));
    let mut papers: Vec<DocumentFound> = entries
        .map(|Entry { words, group, .. }| DocumentFound { words, group })
        .collect();
    if lexicon.says("documents-open-heading", point.words.text())
        && let Some(last) = papers.last_mut()
    {
        let words = without_phrase(&last.words.words, "documents-predicate", lexicon);
        last.words.words = trimmed(&words);
    }
    papers
}

/// Whether an entry names some applicants and says anything but a paper of them.
fn remarks(words: &Passage, lexicon: &Lexicon) -> bool {
    let found = lexicon.find("group-with-entry", words.text());
    let value = found.and_then(|found| found.slot("value"));
    value.is_some_and(|value| lexicon.says("no-paper-entry", words.text()[value].trim()))
}

/// The papers that the sentence on them names itself.
fn find_inline(service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let named = points(service).find_map(|point| {
        let found = lexicon.find("documents-inline", point.words.text())?;
        let value = found.slot("value")?;
        if shape::is_not_asked(&point.words.slice(0..value.start).trim(), lexicon) {
            return None;
        }
        let words = point.words.slice(value);
        let parts = strung_entries(&words, lexicon).into_iter();
        Some(parts.map(|words| Found::new(words, point)).collect())
    });
    let papers: Vec<Found> = named.unwrap_or_default();
    papers
        .into_iter()
        .map(|words| DocumentFound { words, group: None })
        .collect()
}

/// Where the act sends the reader for the list of papers, when it lists none.
pub fn find_reference(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    if !find_documents(service, lexicon).is_empty() {
        return None;
    }
    reference(service, lexicon)
}

fn reference(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let units = service
        .walk()
        .filter(|unit| matches!(unit.role, Role::Point | Role::Paragraph | Role::Item));
    units.into_iter().find_map(|unit| {
        let found = lexicon.find("documents-reference", unit.words.text())?;
        let words = unit.words.slice(found.slot("value")?);
        Some(Found::new(without_aside(&words, lexicon), unit))
    })
}

/// Where the act sends the reader for facts other than the papers. An act that
/// lists the grounds for refusal leaves them to nobody else, and a standard that
/// names some speaks of its own point; so does a sentence that sets its limit
/// itself.
pub fn find_references(service: &Unit, lexicon: &Lexicon) -> BTreeMap<String, Found> {
    let says = |unit: &&Unit| matches!(unit.role, Role::Point | Role::Item | Role::Paragraph);
    let mut references = BTreeMap::new();
    for unit in service.walk().filter(says) {
        // One sentence may leave several facts to the other act.
        for found in lexicon.find_all("reference", unit.words.text()) {
            let (Some(fact), Some(range)) = (found.value, found.slot("value")) else {
                continue;
            };
            let sets_it_itself =
                fact == "time_limits" && find_duration(unit.words.text(), lexicon).is_some();
            if !sets_it_itself {
                references.insert(fact.to_owned(), Found::new(unit.words.slice(range), unit));
            }
        }
    }
    let is_standard = title::find_kind(service, lexicon) == ServiceKind::Standard;
    let lists_grounds = refusal::find_list_of_grounds(service, lexicon).is_some();
    if lists_grounds || is_standard && !refusal::find_refusal_grounds(service, lexicon).is_empty() {
        references.remove("refusal_grounds");
    }
    references
}

fn is_list(point: &Unit, lexicon: &Lexicon) -> bool {
    lexicon.says("documents-heading", point.words.text())
        && !shape::is_not_asked(&point.words, lexicon)
}

fn points(service: &Unit) -> impl Iterator<Item = &Unit> {
    service.walk().filter(|unit| unit.role == Role::Point)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, paragraph, point, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, points: Vec<Unit>, expected: &[(&str, Option<&str>)]) {
        let chapter = Unit {
            role: Role::Chapter,
            ..service(points)
        };
        let found = find_documents(&service(vec![chapter]), lexicon(language));
        let read: Vec<_> = found
            .iter()
            .map(|paper| {
                let over = paper.group.as_ref().map(|over| over.words.text());
                (paper.words.words.text(), over)
            })
            .collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn what_is_left_to_another_act_is_read_from_no_other_list() {
        let left = "Заявитель представляет документы, указанные в пункте 9 Стандарта.";
        let file = ["заявление;", "решение комиссии."].map(item).to_vec();
        check(
            Language::Ru,
            vec![
                point(left, Vec::new()),
                point("Собираются документы:", file),
            ],
            &[],
        );
    }

    #[test]
    fn a_sentence_on_papers_that_nobody_asks_for_names_none() {
        let ru = |words| check(Language::Ru, vec![point(words, Vec::new())], &[]);
        ru("Для получения государственной услуги не нужно представлять: справку; копию паспорта.");
        ru("Перечень документов, не истребуемых у заявителя: заявление; справка о доходах.");
    }

    #[test]
    fn a_remark_below_the_papers_is_no_paper_of_some_applicants() {
        let list = |below: &str| {
            let numbered = ["заявление;", "копия удостоверения личности."].map(item);
            let mut children = numbered.to_vec();
            children.push(paragraph(below));
            vec![point("Потребитель представляет:", children)]
        };
        let own = [("заявление", None), ("копия удостоверения личности", None)];
        for below in [
            "для несовершеннолетних - согласие родителей не требуется;",
            "в электронном виде - бесплатно;",
            "в отделе - с 9.00 до 18.00;",
            "для иностранцев - в течение 3 дней;",
        ] {
            check(Language::Ru, list(below), &own);
        }
        let more = ("доверенность", Some("для представителей"));
        check(
            Language::Ru,
            list("для представителей - доверенность;"),
            &[own[0], own[1], more],
        );
    }

    #[test]
    fn papers_of_some_applicants_stand_under_a_point_of_their_own() {
        let list = || {
            let papers = ["заявление;", "копия удостоверения личности."];
            point("Потребитель представляет:", papers.map(item).to_vec())
        };
        let more = |words: &str| point(words, vec![item("доверенность на представителя.")]);
        let over = "Юридические лица сверх того прилагают";
        check(
            Language::Ru,
            vec![list(), more("Юридические лица сверх того прилагают:")],
            &[
                ("заявление", None),
                ("копия удостоверения личности", None),
                ("доверенность на представителя", Some(over)),
            ],
        );
        check(
            Language::Ru,
            vec![list(), more("Специалист также проверяет:")],
            &[("заявление", None), ("копия удостоверения личности", None)],
        );
    }
}
