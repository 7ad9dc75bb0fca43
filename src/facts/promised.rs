//! Limits of time in single sentences and in lists under an announcement.
//!
//! Acts promise a limit once for every way to apply. The sentence names the way,
//! or the point around it does.

use super::body::body;
use super::channel::named;
use super::clause::{first_limits, limits_by_clause};
use super::duration::find_duration;
use super::limit_case::Cases;
use super::sentence::sentences;
use super::time_limit::{limits_in, without_asides};
use super::{Found, TimeLimitFound, shape, step};
use crate::catalogue::model::{Channel, TimeLimitKind, TimeUnit};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The limits that the text of a service speaks of, in its order.
pub fn spoken_limits(service: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    let mut point = None;
    let mut announced = None;
    let mut cases = Cases::default();
    for unit in body(service) {
        let text = unit.words.text();
        if unit.role == Role::Point {
            point = point_channel(unit, lexicon);
            announced = None;
        }
        if !matches!(unit.role, Role::Point | Role::Paragraph | Role::Item) {
            continue;
        }
        let channel = only_channel(text, lexicon).or(point);
        if text.trim_end().ends_with(':') && lexicon.says("limits-announced", text) {
            announced = Some(channel);
            cases = Cases::default();
            continue;
        }
        // A new sentence ends the list under the announcement.
        if unit.role == Role::Paragraph && text.starts_with(char::is_uppercase) {
            announced = None;
        }
        // What a list announces, and what a point says itself, may hold for the ways
        // that its sentences name.
        let around = match (announced, unit.role) {
            (Some(channel), _) => channel,
            (None, Role::Point) => route_channel(unit, lexicon),
            (None, _) => point,
        };
        if announced.is_some() {
            cases.enter(unit, lexicon);
            let said = first_limits(&unit.words, unit, lexicon);
            limits.extend(said.map(|limit| TimeLimitFound {
                channel: limit.channel.or(around),
                condition: limit.condition.or_else(|| cases.around()),
                ..limit
            }));
            continue;
        }
        let mut found = Vec::new();
        for (at, sentence) in sentences(&unit.words).iter().enumerate() {
            // What begins a unit may say its limit in more than its first sentence.
            let said = if at == 0 { text } else { sentence.text() };
            let is_more = !found.is_empty()
                && (lexicon.says("limit-continued", said) || goes_on(sentence.text(), lexicon));
            if is_more || lexicon.says("limit", said) {
                let said = limits_by_clause(sentence, unit, lexicon).into_iter();
                found.extend(said.map(|(clause, limit)| {
                    TimeLimitFound {
                        channel: limit
                            .channel
                            .or_else(|| only_channel(clause.text(), lexicon))
                            .or(around),
                        ..limit
                    }
                }));
            }
        }
        if found.is_empty() {
            let inside = limit_inside(unit, lexicon).into_iter();
            found.extend(inside.map(|limit| TimeLimitFound { channel, ..limit }));
        }
        limits.extend(found);
    }
    limits
}

/// The limits that sentences tell in any words, for a text in which no known ones set any
/// of their kind: how long people wait in a queue, or until what they came for is done.
/// Steps and complaints are not among them.
pub fn told_limits(service: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    for unit in spoken(service, lexicon) {
        let mut is_told = false;
        for sentence in sentences(&unit.words) {
            let text = sentence.text();
            let is_queue = lexicon.says("queue", text);
            // Behind a semicolon the limit for another paper or case follows.
            let is_service = tells_wait(&sentence, lexicon) || is_told && goes_on(text, lexicon);
            is_told = (is_queue || is_service) && !lexicon.says("appeal-word", text);
            if !is_told {
                continue;
            }
            let said = limits_by_clause(&sentence, unit, lexicon).into_iter();
            let said = said.map(|(_, limit)| limit);
            // What a sentence on a queue alone says beside it is no limit of the service, and
            // nobody waits for years.
            let said = said.filter(|limit| limit.duration.unit != TimeUnit::Year);
            limits.extend(said.filter(|limit| is_service || limit.what != TimeLimitKind::Service));
        }
    }
    limits
}

/// The points and paragraphs of all chapters but that on complaints, without lists and
/// steps.
fn spoken<'a>(service: &'a Unit, lexicon: &Lexicon) -> Vec<&'a Unit> {
    let is_own = |unit: &&Unit| {
        unit.role != Role::Chapter || !lexicon.says("appeal-chapter", unit.words.text())
    };
    let units = service.children.iter().filter(is_own);
    let points = units.flat_map(|unit| match unit.role {
        Role::Point => vec![unit],
        Role::Chapter => unit.children_with(Role::Point).collect(),
        _ => Vec::new(),
    });
    let points = points.filter(|point| {
        step::find_route(point, lexicon).is_none() && !shape::lists_steps(point, lexicon)
    });
    points
        .flat_map(|point| {
            let is_list = point.words.text().trim_end().ends_with(':');
            let below = point.children_with(Role::Paragraph);
            std::iter::once(point).chain(below.filter(move |_| !is_list))
        })
        .collect()
}

/// Whether a sentence says how long people wait for what they came for, which a receipt
/// is not: from the day on which somebody applied, while no worker acts in it.
fn tells_wait(sentence: &Passage, lexicon: &Lexicon) -> bool {
    let says = |kind| lexicon.says(kind, sentence.text());
    let waits = || says("wait-for") && says("wait-from") || says("wait-more");
    let is_awaited = || waits() && !says("no-wait") && without_asides(sentence, lexicon).is_some();
    !says("receipt-word") && (says("limit-told") || is_awaited())
}

/// Whether a sentence begins small, and sets a limit behind a dash or extends one.
fn goes_on(text: &str, lexicon: &Lexicon) -> bool {
    let sets = |at: usize| text[..at].contains(" - ") || text[..at].contains(" – ");
    text.starts_with(char::is_lowercase)
        && find_duration(text, lexicon)
            .is_some_and(|(at, _)| sets(at.start) || lexicon.says("limit-extension", text))
}

/// A limit that a sentence on something else sets on the way, as a step does for
/// the time that one applicant takes.
fn limit_inside(unit: &Unit, lexicon: &Lexicon) -> Option<TimeLimitFound> {
    let found = lexicon.find("limit-inside", unit.words.text())?;
    let words = unit.words.slice(found.slot("value")?);
    let limit = limits_in(&words, unit, lexicon).into_iter().next()?;
    Some(TimeLimitFound {
        words: Found::new(words, unit),
        ..limit
    })
}

/// The way to apply that a point describes: its own words name it, or it lists
/// the steps of the provider. A point that sets a limit itself names the way for
/// that limit, not for what follows.
fn point_channel(point: &Unit, lexicon: &Lexicon) -> Option<Channel> {
    match step::find_route(point, lexicon) {
        Some(_) => route_channel(point, lexicon),
        None if find_duration(point.words.text(), lexicon).is_some() => None,
        None => only_channel(point.words.text(), lexicon),
    }
}

/// The way to apply of a point that lists the steps of the provider.
fn route_channel(point: &Unit, lexicon: &Lexicon) -> Option<Channel> {
    let route = step::find_route(point, lexicon);
    (route == Some("provider")).then_some(Channel::Office)
}

/// The channel that words name before they name an amount of time; words that
/// name several hold for all of them.
fn only_channel(text: &str, lexicon: &Lexicon) -> Option<Channel> {
    let before = find_duration(text, lexicon).map_or(text, |(at, _)| &text[..at.start]);
    let mut channels = named(before, lexicon);
    if channels.is_empty() {
        channels = named(text, lexicon);
    }
    channels.dedup();
    match channels.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, paragraph, point, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(
        language: Language,
        service: &Unit,
        expected: &[(Option<Channel>, TimeLimitKind, u32, TimeUnit)],
    ) {
        let limits = spoken_limits(service, lexicon(language));
        let read: Vec<_> = limits
            .iter()
            .map(|limit| {
                let Duration { amount, unit } = limit.duration;
                (limit.channel, limit.what, amount, unit)
            })
            .collect();
        assert_eq!(read, expected);
    }

    use crate::catalogue::model::Duration;
    use Channel::{Office, Portal, ServiceCentre};
    use TimeLimitKind::{Other, Service};
    use TimeUnit::{Minute, WorkingDay};

    #[test]
    fn a_list_under_an_announcement_holds_for_its_channel_and_ends_with_a_sentence() {
        let service = service(vec![
            point(
                "Көрсетілетін қызметті алушы портал арқылы құжаттарды тапсырған сәттен бастап мемлекеттік қызметті көрсету мерзімдері:",
                vec![
                    item("рұқсат беру:"),
                    paragraph("1-кезең: хабарлама – 3 (үш) жұмыс күні ішінде;"),
                    paragraph(
                        "2-кезең: рұқсат – 9 (тоғыз) жұмыс күні ішінде, оның 4 (төрт) жұмыс күні ішінде төлем жасалады;",
                    ),
                    paragraph("Жүгіну тәртібін сипаттау:"),
                    item("маман өтінішті 2 (екі) жұмыс күні ішінде қарайды."),
                ],
            ),
            point(
                "Көрсетілетін қызметті алушылар Мемлекеттік корпорацияға жүгінеді.",
                vec![
                    paragraph(
                        "Мемлекеттік қызметті көрсету мерзімі құжаттарды тапсырған сәттен бастап:",
                    ),
                    item("шешім қабылдау – 9 (тоғыз) жұмыс күні;"),
                    item("ақша төлеу."),
                ],
            ),
        ]);
        let expected = [
            (Some(Portal), Service, 3, WorkingDay),
            (Some(Portal), Service, 9, WorkingDay),
            (Some(ServiceCentre), Service, 9, WorkingDay),
        ];
        check(Language::Kk, &service, &expected);
    }

    #[test]
    fn the_time_for_one_applicant_inside_a_step_is_a_limit_of_its_own() {
        let service = service(vec![point(
            "Қызмет процесіне кіретін әрбір рәсімнің (іс-қимылдың) мазмұны:",
            vec![paragraph(
                "кеңсе қызметкері құжаттарды тіркейді – 3 сағат, бұл ретте бір көрсетілетін қызметті алушыға қызмет көрсетудің рұқсат етілген ең ұзақ уақыты – 25 (жиырма бес) минут;",
            )],
        )]);
        check(Language::Kk, &service, &[(Some(Office), Other, 25, Minute)]);
    }

    #[test]
    fn the_result_within_a_time_from_handing_in_is_a_limit_of_the_service() {
        let service = service(vec![point(
            "Описание процесса получения результата через центр обслуживания населения:",
            vec![item(
                "процесс 8 – получение услугополучателем результата услуги (в течение 25 минут с момента сдачи пакета документов в центр обслуживания населения).",
            )],
        )]);
        check(
            Language::Ru,
            &service,
            &[(Some(ServiceCentre), Service, 25, Minute)],
        );
    }

    #[test]
    fn what_people_wait_for_is_told_in_any_words_but_what_else_takes_time_is_not() {
        let read = |language, words: &str| -> Vec<u32> {
            let service = service(vec![point(words, Vec::new())]);
            let limits = told_limits(&service, lexicon(language));
            limits.iter().map(|limit| limit.duration.amount).collect()
        };
        let ru = |words| read(Language::Ru, words);
        assert_eq!(
            ru("Справку заявителю дают через 3 рабочих дня после обращения."),
            [3]
        );
        for words in [
            "Сведения о доходах предоставляются за 3 месяца, предшествующих месяцу обращения.",
            "Выдается расписка о приеме в течение 15 минут после подачи заявления.",
            "Заявителю выдается расписка о приеме в течение 15 минут.",
            "Жалоба на отказ рассматривается в течение 5 рабочих дней после подачи.",
        ] {
            assert!(ru(words).is_empty(), "in: {words}");
        }
        let kk = |words| read(Language::Kk, words);
        assert_eq!(
            kk("Алушы анықтаманы өтініш берген күннен бастап 3 жұмыс күнінде алады."),
            [3]
        );
        for words in [
            "Өтініш берілген күннің алдындағы 3 айдағы табыс туралы мәлімет беріледі.",
            "Қолхат өтініш берілген сәттен бастап 15 минут ішінде беріледі.",
        ] {
            assert!(kk(words).is_empty(), "in: {words}");
        }
    }
}
