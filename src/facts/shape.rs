//! Lists told by what their entries say, where no known words announce them: acts
//! announce steps, papers and people in ever other words, the entries hardly differ.
//!
//! A list has a point that ends with a colon over it, and most of its entries must be
//! of the kind. Finders ask here where known words have told nothing; only what some
//! applicants bring beside the list of papers is looked for behind any list.

use super::duration::find_duration;
use super::listing::{find_list, strung_entries};
use super::sentence::sentences;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Fewest steps of a procedure; two amounts of time under a point may be anything.
const STEPS: usize = 3;
/// Fewest papers or people of a list.
const ENTRIES: usize = 2;

/// Whether the entries under a point are steps: nearly each sets a time, most name an
/// official, and none speaks of a queue, as lists of limits do.
pub fn lists_steps(point: &Unit, lexicon: &Lexicon) -> bool {
    let entries = entries(point);
    let says = |unit: &Unit, kind: &str| lexicon.says(kind, unit.words.text());
    entries.len() >= STEPS
        && !says(point, "limits-heading")
        && !entries.iter().any(|unit| says(unit, "queue"))
        && share(&entries, |unit| {
            find_duration(unit.words.text(), lexicon).is_some()
        }) >= 0.8
        && share(&entries, |unit| says(unit, "step-official")) >= 0.6
}

/// Whether the entries under a point are limits of time: each sets one, one of them
/// speaks of a queue, and most name no official, as steps do.
pub fn lists_limits(point: &Unit, lexicon: &Lexicon) -> bool {
    let entries = entries(point);
    entries.len() >= ENTRIES
        && !lexicon.says("step-list", point.words.text())
        && share(&entries, |unit| {
            lexicon.says("step-official", unit.words.text())
        }) < 0.5
        && entries
            .iter()
            .any(|unit| lexicon.says("queue", unit.words.text()))
        && entries
            .iter()
            .all(|unit| find_duration(unit.words.text(), lexicon).is_some())
}

/// Whether the list of a point is of papers that someone brings: it is announced so, or
/// begins with what is applied with. What officials draw up takes them time, and what
/// people receive is announced as a result.
pub fn lists_papers(point: &Unit, lexicon: &Lexicon) -> bool {
    let text = point.words.text();
    if !text.trim_end().ends_with(':') || is_of_other(&point.words, lexicon) {
        return false;
    }
    let entries: Vec<&Unit> = find_list(point, lexicon)
        .iter()
        .map(|entry| entry.unit)
        .collect();
    let is_timed = |unit: &&Unit| find_duration(unit.words.text(), lexicon).is_some();
    let applies = |unit: &&Unit| lexicon.says("application-begins", unit.words.text());
    entries.len() >= ENTRIES
        && (lexicon.says("papers-announced", text) || entries.first().is_some_and(applies))
        && !entries.iter().all(is_timed)
        && share(&entries, |unit| is_paper(unit.words.text(), lexicon)) >= 0.6
}

/// Whether a point behind the list of papers adds papers that some applicants bring.
pub fn lists_more_papers(point: &Unit, lexicon: &Lexicon) -> bool {
    let entries = entries(point);
    lexicon.says("more-papers", point.words.text())
        && !is_not_asked(&point.words, lexicon)
        && share(&entries, |unit| is_paper(unit.words.text(), lexicon)) >= 0.5
}

/// The papers that a sentence strings together behind its colon.
pub fn strung_papers(point: &Unit, lexicon: &Lexicon) -> Vec<Passage> {
    let text = point.words.text();
    let Some(colon) = text.find(": ") else {
        return Vec::new();
    };
    if !brings(&point.words.slice(0..colon + 1), lexicon) {
        return Vec::new();
    }
    let listed = point.words.slice(colon + 1..text.len()).trim();
    if !listed.text().contains(';') {
        return Vec::new();
    }
    let papers = strung_entries(&listed, lexicon);
    let named = papers
        .iter()
        .filter(|paper| is_paper(paper.text(), lexicon))
        .count();
    match papers.len() >= ENTRIES && 5 * named >= 3 * papers.len() {
        true => papers,
        false => Vec::new(),
    }
}

/// Whether the entries under a point are people who may receive the service.
pub fn lists_people(point: &Unit, lexicon: &Lexicon) -> bool {
    let entries = entries(point);
    let text = point.words.text();
    entries.len() >= ENTRIES
        && lexicon.says("people-announced", text)
        && !announces(&point.words, "no-people-signal", lexicon)
        && !lexicon.says("step-list", text)
        // Whoever only works on the service is no one who receives it.
        && share(&entries, |unit| {
            lexicon.says("step-official", unit.words.text())
        }) < 0.5
        && share(&entries, |unit| {
            lexicon.says("recipient-people", unit.words.text())
        }) >= 0.6
}

/// Whether words before a list speak of bringing papers, and of nothing else.
fn brings(words: &Passage, lexicon: &Lexicon) -> bool {
    lexicon.says("papers-announced", words.text()) && !is_of_other(words, lexicon)
}

/// Whether words before a list speak of a result, a refusal or what a paper holds.
fn is_of_other(words: &Passage, lexicon: &Lexicon) -> bool {
    let says = |kind| lexicon.says(kind, words.text());
    says("result")
        || says("refusal-word")
        || says("no-papers-signal")
        || is_not_asked(words, lexicon)
}

/// Whether the sentence that announces papers says that nobody asks for them, or that
/// officials work with them among themselves.
pub fn is_not_asked(words: &Passage, lexicon: &Lexicon) -> bool {
    announces(words, "papers-of-other", lexicon)
}

/// Whether the last sentence before a list, which announces it, says something of a kind.
fn announces(words: &Passage, kind: &str, lexicon: &Lexicon) -> bool {
    let last = sentences(words).pop();
    last.is_some_and(|sentence| lexicon.says(kind, sentence.text()))
}

fn is_paper(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.says("paper-entry", text)
}

/// The items and paragraphs right under a point that ends with a colon.
fn entries(point: &Unit) -> Vec<&Unit> {
    if !point.words.text().trim_end().ends_with(':') {
        return Vec::new();
    }
    let children = point.children.iter();
    children
        .filter(|unit| matches!(unit.role, Role::Item | Role::Paragraph))
        .collect()
}

/// The share of the entries that are of a kind.
fn share(entries: &[&Unit], is_one: impl Fn(&Unit) -> bool) -> f64 {
    let count = |length: usize| f64::from(u32::try_from(length).unwrap_or(u32::MAX));
    let ones = entries.iter().filter(|unit| is_one(unit)).count();
    count(ones) / count(entries.len().max(1))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, paragraph, point};
    use super::*;
    use crate::language::Language;

    #[test]
    fn entries_with_officials_and_times_are_steps_whatever_announces_them() {
        let steps = point(
            "Работа по заявлению идет так:",
            vec![
                item("специалист отдела принимает документы - 15 минут;"),
                item("начальник отдела назначает исполнителя - 1 час;"),
                item("специалист отдела готовит справку - 2 рабочих дня."),
            ],
        );
        assert!(lists_steps(&steps, lexicon(Language::Ru)));
        let limits = point(
            "Сколько ждать:",
            vec![
                item("при обращении к специалисту отдела - 5 рабочих дней;"),
                item("в очереди при сдаче документов - 20 минут;"),
                item("в очереди за готовой справкой - 20 минут."),
            ],
        );
        assert!(!lists_steps(&limits, lexicon(Language::Ru)));
        assert!(lists_limits(&limits, lexicon(Language::Ru)));
        let steps = point(
            "Бөлімде жұмыс былай жүреді:",
            vec![
                paragraph("бөлім маманы - өтінішті тіркейді, 15 минут;"),
                paragraph("бөлім басшысы - орындаушыны белгілейді, 1 сағат;"),
                paragraph("бөлім маманы - анықтаманы береді, 10 минут."),
            ],
        );
        assert!(lists_steps(&steps, lexicon(Language::Kk)));
    }

    #[test]
    fn papers_are_told_by_their_names_and_by_who_brings_them() {
        let papers = [
            "заявление;",
            "копия удостоверения личности;",
            "справка о составе семьи.",
        ];
        let list = |words: &str| point(words, papers.map(item).to_vec());
        let ru = lexicon(Language::Ru);
        assert!(lists_papers(&list("Заявитель имеет при себе:"), ru));
        assert!(!lists_papers(&list("В архиве хранятся:"), ru));
        assert!(!lists_papers(&list("Результатом услуги являются:"), ru));
        assert!(lists_papers(&list("Для этого надо:"), ru));
        assert!(!lists_papers(&list("В жалобе указывается:"), ru));
    }

    #[test]
    fn papers_that_nobody_asks_the_applicant_for_are_none() {
        let papers = ["заявление;", "копия удостоверения личности."];
        for words in [
            "От заявителя не требуется представлять:",
            "Отдел передает в комиссию:",
            "Специалист отдела формирует личное дело, которое включает:",
            "На стендах размещены бланки:",
        ] {
            let list = point(words, papers.map(item).to_vec());
            assert!(!lists_papers(&list, lexicon(Language::Ru)), "{words}");
        }
        let papers = ["өтініш;", "жеке куәліктің көшірмесі."];
        for words in [
            "Алушыдан мыналарды талап етуге жол берілмейді:",
            "Маман жеке іске мыналарды тіркейді:",
            "Бөлім комиссияға мыналарды жібереді:",
        ] {
            let list = point(words, papers.map(item).to_vec());
            assert!(!lists_papers(&list, lexicon(Language::Kk)), "{words}");
        }
    }

    #[test]
    fn people_are_told_by_their_names_and_by_what_is_given_to_them() {
        let people = ["граждане Республики Казахстан;", "юридические лица."];
        let list = |words: &str| point(words, people.map(item).to_vec());
        let ru = lexicon(Language::Ru);
        assert!(lists_people(&list("За услугой вправе обратиться:"), ru));
        assert!(lists_people(&list("Получателями услуги являются:"), ru));
        assert!(!lists_people(&list("Ответственность несут:"), ru));
        let workers = ["работники канцелярии;", "работники отдела."].map(item);
        for words in [
            "Структурными единицами, участвующими в процессе, являются:",
            "Услуга оказывается:",
        ] {
            assert!(
                !lists_people(&point(words, workers.to_vec()), ru),
                "{words}"
            );
        }
        for words in [
            "Не могут претендовать на услугу:",
            "Без очереди обращаются:",
            "Бесплатно услуга предоставляется:",
        ] {
            assert!(!lists_people(&list(words), ru), "{words}");
        }
        let workers = ["кеңсе қызметкерлері;", "бөлім қызметкерлері."].map(item);
        let units = "Процеске қатысатын құрылымдық бірліктер мыналар болып табылады:";
        let kk = lexicon(Language::Kk);
        assert!(!lists_people(&point(units, workers.to_vec()), kk));
    }
}
