//! Ways to apply.

use std::collections::BTreeMap;
use std::ops::Range;

use super::body::body;
use super::sentence::sentences;
use super::{ChannelFound, Found, statement};
use crate::catalogue::model::Channel;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// One way to apply, as the act names it.
struct Way<'a> {
    unit: &'a Unit,
    words: Passage,
}

/// The channels that the act names, without repetition, with what it says of each.
#[must_use]
pub fn find_channels(service: &Unit, lexicon: &Lexicon) -> Vec<ChannelFound> {
    let mut words = find_words(service, lexicon);
    let names = find_names(service, lexicon).into_iter();
    names
        .map(|channel| ChannelFound {
            channel,
            words: words.remove(&channel),
        })
        .collect()
}

/// The names of the channels.
///
/// The sentence on taking in applications lists them. An act without one has them
/// where it tells applicants to whom they apply, besides its provider. What a provider
/// without any such words lets suppose is told by `signal::ways`.
fn find_names(service: &Unit, lexicon: &Lexicon) -> Vec<Channel> {
    let ways = find_ways(service, lexicon);
    let mut channels: Vec<Channel> = if ways.is_empty() {
        let told = body(service).into_iter().flat_map(|unit| {
            let text = unit.words.text();
            let told = lexicon.find_all("applies-to", text).into_iter();
            told.filter(|found| {
                let sentence = sentence_around(text, &found.range);
                !lexicon.says("applies-of-other", sentence)
            })
            .filter_map(|found| told_channel(found.value?, service, lexicon))
        });
        let mut told: Vec<Channel> = told.collect();
        let is_told = !told.is_empty() || !find_told_others(service, lexicon).is_empty();
        let is_only = body(service).into_iter().any(|unit| {
            let says = |kind| lexicon.says(kind, unit.words.text());
            says("only-through") && !says("also-through")
        });
        if is_told && !is_only && statement::find_provider(service, lexicon).is_some() {
            told.push(Channel::Office);
        }
        told
    } else {
        // A way that is one more leaves the provider.
        let is_more = |way: &Way<'_>| lexicon.says("intake-also", way.unit.words.text());
        let provider = ways
            .iter()
            .any(is_more)
            .then(|| statement::find_provider(service, lexicon))
            .flatten();
        let ways = ways.iter().filter(|way| !is_other(way, lexicon));
        ways.flat_map(|way| named(way.words.text(), lexicon))
            .chain(provider.map(|_| Channel::Office))
            .collect()
    };
    channels.sort_unstable();
    channels.dedup();
    channels
}

/// The sentence that holds a range, without the mark that ends it.
fn sentence_around<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    let marks = [". ", "; "];
    let before = marks
        .iter()
        .filter_map(|mark| text[..range.start].rfind(mark));
    let behind = marks.iter().filter_map(|mark| text[range.end..].find(mark));
    let start = before.max().map_or(0, |at| at + 2);
    let end = behind.min().map_or(text.len(), |at| range.end + at);
    &text[start..end]
}

/// What the act says of each way that has an entry of its own in its list: for whom it
/// is open, who stands behind it.
fn find_words(service: &Unit, lexicon: &Lexicon) -> BTreeMap<Channel, Found> {
    let ways = find_ways(service, lexicon).into_iter();
    let ways = ways.filter(|way| !is_other(way, lexicon));
    let mut said = BTreeMap::new();
    for way in ways {
        let mut named = named(way.words.text(), lexicon);
        named.dedup();
        let words = statement::without_aside(&way.words, lexicon);
        let words = statement::trimmed(&statement::without_phrase(&words, "way-end", lexicon));
        if let [channel] = named.as_slice()
            && !words.is_empty()
        {
            let words = Found::new(words, way.unit);
            said.entry(*channel).or_insert(words);
        }
    }
    said
}

/// Ways to apply outside the closed set, such as the akim of a village.
pub fn find_other_channels(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let ways = find_ways(service, lexicon);
    if ways.is_empty() {
        return find_told_others(service, lexicon);
    }
    let others = ways.into_iter().filter(|way| is_other(way, lexicon));
    others
        .filter_map(|way| {
            // When a way is open belongs to it: the words on that stay.
            let words = statement::without_aside(&way.words, lexicon);
            let words = statement::without_phrase(&words, "way-end", lexicon);
            let words = statement::trimmed(&words);
            (!words.is_empty()).then(|| Found::new(words, way.unit))
        })
        .collect()
}

/// To whom else applicants are told to apply, where no sentence lists the ways, with
/// the condition that the sentence begins with.
fn find_told_others(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let told = body(service).into_iter().find_map(|unit| {
        let found = lexicon.find("applies-to-other", unit.words.text())?;
        let words = statement::trimmed(&unit.words.slice(found.slot("other")?));
        if !lexicon.says("other-channel", words.text()) {
            return None;
        }
        let told = found.slot("told")?;
        let text = unit.words.text();
        let start = text[..told.start].rfind(". ").map_or(0, |at| at + 2);
        let absence = lexicon.find("absence", &text[start..told.start]);
        let words = absence.map_or(words, |absence| {
            let whole = unit.words.slice(start + absence.range.start..told.end);
            statement::trimmed(&whole)
        });
        Some(Found::new(words, unit))
    });
    told.into_iter().collect()
}

/// Where the sentence on applying sends people, with the ways outside the closed
/// set: rules on help name it nowhere else. Empty where no sentence does.
pub fn find_addressed(service: &Unit, lexicon: &Lexicon) -> (Vec<Channel>, Vec<Found>) {
    if let Some(listed) = find_listed_ways(service, lexicon) {
        return listed;
    }
    let sent = body(service).into_iter().find_map(|unit| {
        let text = unit.words.text();
        let found = lexicon.find("applies-where", text)?;
        let sentence = sentence_around(text, &found.range);
        let is_own = !lexicon.says("applies-of-other", sentence);
        let place = unit.words.slice(found.slot("where")?);
        is_own.then_some((unit, place))
    });
    let Some((unit, place)) = sent else {
        return (Vec::new(), Vec::new());
    };
    let office = lexicon.says("where-office", place.text());
    let named = named(place.text(), lexicon).into_iter();
    let mut channels: Vec<Channel> = named.chain(office.then_some(Channel::Office)).collect();
    channels.sort_unstable();
    channels.dedup();
    let others = lexicon.find_all("where-other", place.text()).into_iter();
    let others = others.map(|other| Found::new(place.slice(other.range), unit));
    (channels, others.collect())
}

/// The ways that stand in a list under the sentence on applying: each item is one.
fn find_listed_ways(service: &Unit, lexicon: &Lexicon) -> Option<(Vec<Channel>, Vec<Found>)> {
    let points = service.walk().filter(|unit| unit.role == Role::Point);
    // The verb stands over the list or behind its last item.
    let is_list = |point: &&Unit| {
        let last = point.children_with(Role::Item).last();
        lexicon.says("applies-list", point.words.text().trim_end())
            || last.is_some_and(|item| lexicon.says("addressee-predicate", item.words.text()))
    };
    let mut lists = points.filter(is_list);
    lists.find_map(|point| {
        let mut channels = Vec::new();
        let mut others = Vec::new();
        for item in point.children_with(Role::Item) {
            let text = item.words.text();
            if let Some(channel) = part_channel(text, lexicon) {
                channels.push(channel);
            } else if lexicon.says("where-office", text) {
                channels.push(Channel::Office);
            } else if lexicon.says("where-other", text) {
                let place = statement::without_phrase(&item.words, "addressee-predicate", lexicon);
                others.push(Found::new(statement::trimmed(&place), item));
            } else {
                // A list of anything else, such as papers, names no ways.
                return None;
            }
        }
        channels.sort_unstable();
        channels.dedup();
        (!channels.is_empty()).then_some((channels, others))
    })
}

/// What the sentence on taking in applications lists: the rest of the sentence,
/// or the items that follow it.
fn find_ways<'a>(service: &'a Unit, lexicon: &Lexicon) -> Vec<Way<'a>> {
    let units = body(service);
    let intake = units.iter().enumerate().find_map(|(at, unit)| {
        let found = lexicon.find("intake", unit.words.text())?;
        Some((at, *unit, found.range.end))
    });
    let Some((at, unit, end)) = intake else {
        return Vec::new();
    };
    let rest = unit.words.slice(end..unit.words.text().len());
    let rest = statement::trimmed(&without_refused(&rest, lexicon));
    let inline = (!rest.is_empty()).then_some(Way { unit, words: rest });
    let items = units[at + 1..]
        .iter()
        .zip(&units[at..])
        .take_while(|(unit, before)| {
            // A list without numbers goes on behind a colon or a semicolon.
            let goes_on = before.words.text().trim_end().ends_with([':', ';']);
            unit.role == Role::Item || (unit.role == Role::Paragraph && goes_on)
        })
        .map(|(unit, _)| Way {
            unit,
            words: unit.words.trim(),
        });
    inline.into_iter().chain(items).collect()
}

/// Words without the sentences that say who takes nothing in.
fn without_refused(words: &Passage, lexicon: &Lexicon) -> Passage {
    if !lexicon.says("intake-refused", words.text()) {
        return words.clone();
    }
    let mut kept = Passage::default();
    let takes = |sentence: &Passage| !lexicon.says("intake-refused", sentence.text());
    for sentence in sentences(words).into_iter().filter(takes) {
        if !kept.is_empty() {
            kept.push_inserted(" ");
        }
        kept.push(&sentence);
    }
    kept
}

fn is_other(way: &Way<'_>, lexicon: &Lexicon) -> bool {
    lexicon.says("other-channel", way.words.text())
}

/// The channel that a part of a list speaks of: the one that it begins with.
pub fn part_channel(text: &str, lexicon: &Lexicon) -> Option<Channel> {
    channel(lexicon.find("part-channel", text)?.value?)
}

/// The channels that words name.
pub fn named(text: &str, lexicon: &Lexicon) -> Vec<Channel> {
    let found = lexicon.find_all("channel", text);
    found
        .into_iter()
        .filter_map(|found| channel(found.value?))
        .collect()
}

/// The channel of a sentence that tells where to apply. A short name such as "the
/// centre" counts where the text says that it stands for a service centre.
fn told_channel(value: &str, service: &Unit, lexicon: &Lexicon) -> Option<Channel> {
    if value == "short_centre" {
        let mut units = service.walk();
        let is_defined = units.any(|unit| lexicon.says("short-centre", unit.words.text()));
        return is_defined.then_some(Channel::ServiceCentre);
    }
    channel(value)
}

fn channel(value: &str) -> Option<Channel> {
    match value {
        "office" => Some(Channel::Office),
        "portal" => Some(Channel::Portal),
        "service_centre" => Some(Channel::ServiceCentre),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, paragraph, point, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, service: &Unit, channels: &[Channel], others: &[&str]) {
        let lexicon = lexicon(language);
        let found = find_channels(service, lexicon).into_iter();
        let found: Vec<_> = found.map(|found| found.channel).collect();
        assert_eq!(found, channels);
        let found = find_other_channels(service, lexicon);
        let found: Vec<_> = found.iter().map(|found| found.words.text()).collect();
        assert_eq!(found, others);
    }

    #[test]
    fn the_items_of_the_intake_are_the_channels_and_an_akim_is_another() {
        let ru = service(vec![
            point(
                "Прием заявлений и выдача результатов осуществляются через:",
                vec![
                    item("канцелярию услугодателя;"),
                    item("акима села (далее – аким) – в случае отсутствия услугодателя;"),
                    item("веб-портал «электронного правительства»."),
                ],
            ),
            point(
                "Порядок взаимодействия с Государственной корпорацией",
                Vec::new(),
            ),
        ]);
        check(
            Language::Ru,
            &ru,
            &[Channel::Office, Channel::Portal],
            &["акима села – в случае отсутствия услугодателя"],
        );
        let kk = service(vec![point(
            "Қызметті бөлім көрсетеді.",
            vec![
                paragraph("Өтінішті қабылдау және мемлекеттік қызмет көрсету нәтижесін беру:"),
                item("«Азаматтарға арналған үкімет» мемлекеттік корпорациясы;"),
                item("ауыл, ауылдық округ әкімі арқылы жүзеге асырылады."),
            ],
        )]);
        check(
            Language::Kk,
            &kk,
            &[Channel::ServiceCentre],
            &["ауыл, ауылдық округ әкімі"],
        );
    }

    #[test]
    fn a_way_keeps_what_the_act_says_of_it() {
        let ru = service(vec![point(
            "Прием заявлений и выдача результатов осуществляются через:",
            vec![
                item("канцелярию услугодателя;"),
                item("акима села;"),
                item("веб-портал «электронного правительства» (далее – портал) для инвалидов."),
            ],
        )]);
        let found = find_channels(&ru, lexicon(Language::Ru));
        let said: Vec<_> = found
            .iter()
            .map(|found| {
                let words = found.words.as_ref().map(|words| words.words.text());
                (found.channel, words)
            })
            .collect();
        let portal = "веб-портал «электронного правительства» для инвалидов";
        assert_eq!(
            said,
            [
                (Channel::Office, Some("канцелярию услугодателя")),
                (Channel::Portal, Some(portal))
            ]
        );
    }

    #[test]
    fn a_short_name_is_the_channel_that_the_text_says_it_is() {
        let told = "Государственная услуга оказывается через Центр на альтернативной основе.";
        let defined = |body: &str| {
            service(vec![
                point(
                    &format!("Центр – филиал предприятия \"{body}\";"),
                    Vec::new(),
                ),
                point(told, Vec::new()),
            ])
        };
        let centre = defined("Центр обслуживания населения");
        check(Language::Ru, &centre, &[Channel::ServiceCentre], &[]);
        check(Language::Ru, &defined("Центр занятости"), &[], &[]);
    }

    #[test]
    fn who_provides_through_centres_only_takes_nothing_in() {
        let ru =
            "Государственная услуга оказывается отделами РАГС через центры обслуживания населения.";
        let ru = service(vec![point(ru, Vec::new())]);
        check(Language::Ru, &ru, &[Channel::ServiceCentre], &[]);
        let both = "Государственная услуга оказывается отделами РАГС, а также через центры обслуживания населения.";
        let both = service(vec![point(both, Vec::new())]);
        let channels = [Channel::Office, Channel::ServiceCentre];
        check(Language::Ru, &both, &channels, &[]);
        let kk = "Мемлекеттік қызметті АХАЖ бөлімдері халыққа қызмет көрсету орталықтары арқылы көрсетеді.";
        let kk = service(vec![point(kk, Vec::new())]);
        check(Language::Kk, &kk, &[Channel::ServiceCentre], &[]);
    }

    #[test]
    fn the_sentence_itself_may_name_the_only_channel() {
        let ru = "Прием заявлений и выдача результатов осуществляются услугодателем.";
        let ru = service(vec![point(ru, Vec::new())]);
        check(Language::Ru, &ru, &[Channel::Office], &[]);
        let kk = "Құжаттарды қабылдау және қызмет көрсету нәтижесін беру көрсетілетін қызметті берушінің кеңсесі арқылы жүзеге асырылады.";
        let kk = service(vec![point(kk, Vec::new())]);
        check(Language::Kk, &kk, &[Channel::Office], &[]);
    }

    #[test]
    fn who_takes_nothing_in_is_no_channel() {
        let ru = "Прием заявлений и выдача результатов осуществляются через портал. Канцелярия услугодателя заявления не принимает.";
        let ru = service(vec![point(ru, Vec::new())]);
        check(Language::Ru, &ru, &[Channel::Portal], &[]);
        let kk = "Өтінішті қабылдау және нәтижені беру портал арқылы жүзеге асырылады. Көрсетілетін қызметті берушінің кеңсесі өтініш қабылдамайды.";
        let kk = service(vec![point(kk, Vec::new())]);
        check(Language::Kk, &kk, &[Channel::Portal], &[]);
    }

    #[test]
    fn one_more_channel_leaves_the_provider() {
        let ru = service(vec![point(
            "Государственную услугу оказывает отдел земельных отношений.",
            vec![paragraph(
                "Прием документов и выдача результатов осуществляются также через центр обслуживания населения.",
            )],
        )]);
        let both = [Channel::Office, Channel::ServiceCentre];
        check(Language::Ru, &ru, &both, &[]);
        let kk = service(vec![point(
            "Мемлекеттік қызметті аудандардың жер қатынастары бөлімдері көрсетеді. Құжаттарды қабылдау және беру халыққа қызмет көрсету орталығы арқылы да жүзеге асырылады.",
            Vec::new(),
        )]);
        check(Language::Kk, &kk, &both, &[]);
    }

    #[test]
    fn a_list_whose_last_item_turns_people_to_it_names_the_ways() {
        let kk = service(vec![point(
            "Әлеуметтік көмек алу үшін өтініш беруші өзінің атынан:",
            vec![
                item("уәкілетті органға;"),
                item("\"Азаматтарға арналған үкімет\" мемлекеттік корпорациясына;"),
                item("\"электрондық үкіметтің\" веб-порталына (www.egov.kz);"),
                item("кент, ауыл, ауылдық округ әкіміне жүгінеді."),
            ],
        )]);
        let (channels, others) = find_addressed(&kk, lexicon(Language::Kk));
        let all = [Channel::Office, Channel::Portal, Channel::ServiceCentre];
        assert_eq!(channels, all);
        let others: Vec<_> = others.iter().map(|other| other.words.text()).collect();
        assert_eq!(others, ["кент, ауыл, ауылдық округ әкіміне"]);
    }

    #[test]
    fn without_an_intake_the_act_tells_to_whom_people_apply() {
        let ru = "физическое лицо подает заявление инспектору ЦОНа";
        let ru = service(vec![point("Этапы:", vec![item(ru)])]);
        check(Language::Ru, &ru, &[Channel::ServiceCentre], &[]);
        let kk = "Бөлім болмаған жағдайда тұтынушы кент, ауыл (село) әкіміне өтініш береді.";
        let kk = service(vec![point(kk, Vec::new())]);
        let akim = "Бөлім болмаған жағдайда тұтынушы кент, ауыл (село) әкіміне өтініш береді";
        check(Language::Kk, &kk, &[], &[akim]);
        check(Language::Kk, &service(Vec::new()), &[], &[]);
    }

    #[test]
    fn a_court_a_complaint_or_a_request_of_an_official_is_no_way_to_apply() {
        let told = |words: &str| service(vec![point(words, Vec::new())]);
        let ru = |words| check(Language::Ru, &told(words), &[], &[]);
        ru("Заявитель обращается в суд или через портал Верховного Суда.");
        ru("Услугу оказывает отдел, жалобы принимает акимат или центр обслуживания населения.");
        let kk = |words| check(Language::Kk, &told(words), &[], &[]);
        kk("Маман сұрау салуды мемлекеттік органға немесе портал арқылы жібереді.");
        kk("Алушы шағымды, өтінішті қағаз түрінде немесе портал арқылы береді.");
        let portal =
            "Заявитель подает жалобу в суд. Заявитель обращается в отдел или через портал.";
        check(Language::Ru, &told(portal), &[Channel::Portal], &[]);
    }
}
