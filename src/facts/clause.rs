//! Clauses of a sentence that set a limit of time each: for another way to apply,
//! another paper, the other queue.

use super::TimeLimitFound;
use super::duration::find_duration;
use super::time_limit::{limits_in, own_channel};
use crate::catalogue::model::{Channel, TimeLimitKind};
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;
use crate::passage::Passage;

/// How acts set a dash between words.
const DASHES: [&str; 3] = [" - ", " – ", " — "];

/// The limits that a sentence sets, by the first amount of time of each clause, with
/// the clause. What is set for a complaint, or for anybody but those who wait, is none.
pub fn limits_by_clause(
    sentence: &Passage,
    unit: &Unit,
    lexicon: &Lexicon,
) -> Vec<(Passage, TimeLimitFound)> {
    let mut limits: Vec<(Passage, TimeLimitFound)> = Vec::new();
    let is_own = |clause: &Passage| {
        let text = clause.text().trim_start_matches([',', ' ']);
        !lexicon.says("appeal-word", text) && !lexicon.says("no-limit", text)
    };
    for clause in clauses(sentence, lexicon).into_iter().filter(is_own) {
        let first = limits.first().map(|(_, limit)| limit.what);
        let said: Vec<_> = first_limits(&clause, unit, lexicon).collect();
        for limit in said {
            let what = first.map_or(limit.what, |first| {
                kind_after(first, &limit, &clause, lexicon)
            });
            let channel = limit.channel.or_else(|| begins_with(&clause, lexicon));
            let limit = TimeLimitFound {
                what,
                channel,
                ..limit
            };
            limits.push((clause.clone(), limit));
        }
    }
    limits
}

/// The limits that words set by their first amount of time; words on both queues
/// set two, words that name a way to apply before each amount one for each.
pub fn first_limits(
    words: &Passage,
    unit: &Unit,
    lexicon: &Lexicon,
) -> impl Iterator<Item = TimeLimitFound> {
    let limits = limits_in(words, unit, lexicon);
    let first = limits.first().map(|limit| limit.duration);
    let each = limits.len() > 1 && limits.iter().all(|limit| limit.channel.is_some());
    limits
        .into_iter()
        .filter(move |limit| each || Some(limit.duration) == first)
}

/// The way to apply that a clause begins with.
fn begins_with(clause: &Passage, lexicon: &Lexicon) -> Option<Channel> {
    own_channel(clause.text().trim_start_matches([',', ' ']), lexicon)
}

/// What a clause counts behind another one: what it says itself, else what the first
/// one counts. Of the queues, it may name the other.
fn kind_after(
    first: TimeLimitKind,
    limit: &TimeLimitFound,
    clause: &Passage,
    lexicon: &Lexicon,
) -> TimeLimitKind {
    let text = clause.text().trim_start_matches([',', ' ']);
    if first == TimeLimitKind::Service || says_itself(text, lexicon) {
        return limit.what;
    }
    let part = lexicon.find("queue-part", text);
    match part.and_then(|found| found.value) {
        Some("submit") => TimeLimitKind::QueueSubmit,
        Some("receive") => TimeLimitKind::QueueReceive,
        _ => first,
    }
}

fn says_itself(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.says("queue", text) || lexicon.says("limit", text)
}

/// A sentence cut before each clause that sets a limit itself: behind a comma, with a
/// dash before its amount of time, with words of its own on a queue, behind words on
/// a queue with words on the other one, or with words on where one applies.
fn clauses(sentence: &Passage, lexicon: &Lexicon) -> Vec<Passage> {
    let text = sentence.text();
    let mut clauses = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some((at, _)) = find_duration(&text[from..], lexicon) {
        let between = &text[from..from + at.start];
        let is_of_queue = || lexicon.says("queue", &text[start..from]);
        let sets_limit = |clause: &str| {
            DASHES.iter().any(|dash| clause.contains(dash))
                || lexicon.says("queue", clause)
                || lexicon.says("clause-case", clause)
                || lexicon.says("queue-part", clause[1..].trim_start()) && is_of_queue()
        };
        let own = between
            .find(", ")
            .filter(|comma| from > 0 && sets_limit(&between[*comma..]));
        if let Some(comma) = own {
            clauses.push(sentence.slice(start..from + comma));
            start = from + comma + 1;
        }
        from += at.end;
    }
    clauses.push(sentence.slice(start..text.len()));
    clauses
}

#[cfg(test)]
mod tests {
    use super::super::sample::{lexicon, point};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, sentence: &str, expected: &[(TimeLimitKind, u32, &str)]) {
        let unit = point(sentence, Vec::new());
        let limits = limits_by_clause(&unit.words, &unit, lexicon(language));
        let read: Vec<_> = limits
            .iter()
            .map(|(_, limit)| (limit.what, limit.duration.amount, limit.words.words.text()))
            .collect();
        assert_eq!(read, expected);
    }

    use TimeLimitKind::{QueueReceive, QueueSubmit, Service};

    #[test]
    fn each_way_to_apply_has_its_own_limit() {
        check(
            Language::Ru,
            "Срок оказания государственной услуги услугодателем – 2 (два) часа, через портал – 1 (один) рабочий день",
            &[
                (
                    Service,
                    2,
                    "Срок оказания государственной услуги услугодателем – 2 (два) часа",
                ),
                (Service, 1, "через портал – 1 (один) рабочий день"),
            ],
        );
        check(
            Language::Kk,
            "Куәлік беру – тіркелген күннен бастап 3 жұмыс күні ішінде, көшірмесін беру – 5 жұмыс күні ішінде жүзеге асырылады",
            &[
                (
                    Service,
                    3,
                    "Куәлік беру – тіркелген күннен бастап 3 жұмыс күні ішінде",
                ),
                (
                    Service,
                    5,
                    "көшірмесін беру – 5 жұмыс күні ішінде жүзеге асырылады",
                ),
            ],
        );
    }

    #[test]
    fn a_second_clause_may_name_the_other_queue_alone() {
        check(
            Language::Ru,
            "время ожидания в очереди при сдаче документов – 30 минут, при получении лицензии – 15 минут",
            &[
                (
                    QueueSubmit,
                    30,
                    "время ожидания в очереди при сдаче документов – 30 минут",
                ),
                (QueueReceive, 15, "при получении лицензии – 15 минут"),
            ],
        );
    }

    #[test]
    fn a_second_clause_may_name_the_other_queue_without_a_dash() {
        check(
            Language::Kk,
            "Кезекте күту уақыты құжат тапсырғанда 30 минуттан, рұқсатты алғанда 20 минуттан аспауы тиіс",
            &[
                (
                    QueueSubmit,
                    30,
                    "Кезекте күту уақыты құжат тапсырғанда 30 минуттан",
                ),
                (QueueReceive, 20, "рұқсатты алғанда 20 минуттан аспауы тиіс"),
            ],
        );
    }

    #[test]
    fn a_second_clause_may_speak_of_a_queue_without_a_dash() {
        check(
            Language::Kk,
            "Құжат тапсыру кезегінде тұтынушы 30 минуттан, хабарламаны алу кезегінде 15 минуттан артық күтпеуі тиіс",
            &[
                (
                    QueueSubmit,
                    30,
                    "Құжат тапсыру кезегінде тұтынушы 30 минуттан",
                ),
                (
                    QueueReceive,
                    15,
                    "хабарламаны алу кезегінде 15 минуттан артық күтпеуі тиіс",
                ),
            ],
        );
    }

    #[test]
    fn a_second_clause_may_name_another_place_without_a_dash() {
        check(
            Language::Kk,
            "Бөлімге жүгінген кезде қызмет үш жұмыс күні ішінде, орталыққа жүгінген кезде бес жұмыс күні ішінде көрсетіледі",
            &[
                (
                    Service,
                    3,
                    "Бөлімге жүгінген кезде қызмет үш жұмыс күні ішінде",
                ),
                (
                    Service,
                    5,
                    "орталыққа жүгінген кезде бес жұмыс күні ішінде көрсетіледі",
                ),
            ],
        );
    }

    #[test]
    fn a_time_that_nobody_waits_is_no_limit() {
        let ru = |words| check(Language::Ru, words, &[]);
        ru("Срок регистрации заявления - не более 15 минут");
        ru("Недостающие документы предоставляются заявителем в течение 3 рабочих дней");
        ru("При обращении с жалобой услуга оказывается в течение 1 рабочего дня");
        let kk = |words| check(Language::Kk, words, &[]);
        kk("Өтінішті тіркеу уақыты - 15 минут");
        kk("Төлем өтініш берілген күннен бастап 12 ай бойы беріледі");
        check(
            Language::Kk,
            "Қызмет көрсету мерзімі - 10 жұмыс күні, шағым берілген жағдайда қарау мерзімі тағы 15 күнге ұзартылады",
            &[(Service, 10, "Қызмет көрсету мерзімі - 10 жұмыс күні")],
        );
    }

    #[test]
    fn an_amount_inside_a_clause_is_no_limit_of_its_own() {
        check(
            Language::Kk,
            "рұқсат – 9 (тоғыз) жұмыс күні ішінде, оның 4 (төрт) жұмыс күні ішінде төлем жасалады",
            &[(
                Service,
                9,
                "рұқсат – 9 (тоғыз) жұмыс күні ішінде, оның 4 (төрт) жұмыс күні ішінде төлем жасалады",
            )],
        );
    }
}
