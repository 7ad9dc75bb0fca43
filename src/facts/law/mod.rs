//! Acts that a service rests on.

mod citation;

use std::borrow::Cow;

use citation::{find_acts, find_undated, without_remarks};

use super::body::body;
use super::{Found, LawFound};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Acts by which the service is provided: those that the point on its basis
/// names, the act of its standard, and the acts whose rules its procedure follows.
pub fn find_legal_basis(service: &Unit, lexicon: &Lexicon) -> Vec<LawFound> {
    let mut laws = Vec::new();
    for unit in body(service) {
        let words = whole_words(unit);
        if let Some(range) = basis(words.text(), lexicon) {
            let words = words.slice(range);
            add(&mut laws, find_acts("act", &words, unit, lexicon));
            add(&mut laws, find_undated(&words, unit, lexicon));
        }
        if lexicon.says("legal-basis-heading", words.text().trim_end()) {
            add_listed(&mut laws, unit, lexicon);
        }
        add(
            &mut laws,
            find_acts("followed-rules", &words, unit, lexicon),
        );
    }
    let told = if laws.is_empty() {
        told_laws(service, lexicon)
    } else {
        Vec::new()
    };
    if let Some((mut standard, act_title)) = find_standard_act(service, lexicon) {
        standard.title = act_title.unwrap_or(standard.title);
        let is_it = |law: &&mut LawFound| law.on == standard.on && law.number == standard.number;
        match laws.iter_mut().find(is_it) {
            // Words that only cite the act say less than the title of the standard.
            Some(known)
                if known.title.to_lowercase() == known.words.words.text().to_lowercase() =>
            {
                known.title = standard.title;
            }
            _ => add(&mut laws, vec![standard]),
        }
    }
    add(&mut laws, told);
    // On such a law the drafting rests, not the service.
    laws.retain(|law| !lexicon.says("drafting-law", &law.title));
    laws.sort_by_key(|law| law.words.words.span().map(|span| span.start));
    laws
}

/// Acts that a point names in any words on a basis, where no known ones announce them:
/// those of the first point that names one with its day, and of the entries under it.
fn told_laws(service: &Unit, lexicon: &Lexicon) -> Vec<LawFound> {
    let points = body(service).into_iter().filter(|unit| {
        unit.role == Role::Point
            && lexicon.says("basis-word", unit.words.text())
            && !lexicon.says("basis-of-other", unit.words.text())
    });
    let acts = |unit: &Unit| find_acts("act", &unit.words, unit, lexicon);
    let mut named = points.map(|point| {
        let under = point.children.iter().flat_map(acts);
        acts(point).into_iter().chain(under).collect::<Vec<_>>()
    });
    named
        .find(|laws| {
            laws.iter()
                .any(|law| !lexicon.says("drafting-law", &law.title))
        })
        .unwrap_or_default()
}

/// Adds the acts that the entries under a point name, where the point announces them as
/// the basis of the service.
fn add_listed(laws: &mut Vec<LawFound>, point: &Unit, lexicon: &Lexicon) {
    for entry in &point.children {
        add(laws, find_acts("act", &entry.words, entry, lexicon));
        add(laws, find_undated(&entry.words, entry, lexicon));
    }
}

/// The national standard that the text follows.
pub fn find_standard(service: &Unit, lexicon: &Lexicon) -> Option<LawFound> {
    find_standard_act(service, lexicon).map(|(standard, _)| standard)
}

/// The standard under its own title, with the title of the act that approved it.
fn find_standard_act(service: &Unit, lexicon: &Lexicon) -> Option<(LawFound, Option<String>)> {
    body(service).into_iter().find_map(|unit| {
        let words = whole_words(unit);
        let standard = find_acts("standard", &words, unit, lexicon)
            .into_iter()
            .next()?;
        let words = without_remarks(&words);
        let found = lexicon.find("standard", words.text());
        let act = found
            .and_then(|found| found.slot("act"))
            .map(|range| words.text()[range].to_owned());
        Some((standard, act))
    })
}

/// The part of a text that says on what basis the service is provided.
fn basis(text: &str, lexicon: &Lexicon) -> Option<std::ops::Range<usize>> {
    lexicon.find("legal-basis", text)?.slot("laws")
}

/// Adds the acts that are not there yet; acts without a date differ by title. A title
/// takes the place of the words that only name the act.
fn add(laws: &mut Vec<LawFound>, found: Vec<LawFound>) {
    for law in found {
        let is_same = |known: &&mut LawFound| match law.on {
            Some(on) => known.on == Some(on) && known.number == law.number,
            None => known.on.is_none() && known.title == law.title,
        };
        match laws.iter_mut().find(is_same) {
            Some(known) if !has_title(known) && has_title(&law) => *known = law,
            Some(_) => {}
            None => laws.push(law),
        }
    }
}

/// Whether the act has a title of its own, and not only the words that name it.
fn has_title(law: &LawFound) -> bool {
    law.title.to_lowercase() != law.words.words.text().trim().to_lowercase()
}

/// The words of a unit. A sentence that a page break tore goes on in the
/// paragraph below.
fn whole_words(unit: &Unit) -> Cow<'_, Passage> {
    let text = unit.words.text();
    let is_open = unit.role == Role::Point && !text.trim_end().ends_with(['.', ':', ';']);
    if !is_open && text.trim().len() == text.len() {
        return Cow::Borrowed(&unit.words);
    }
    let mut words = unit.words.trim();
    let paragraphs = unit.children.iter();
    for child in paragraphs.take_while(|child| child.role == Role::Paragraph) {
        if unit.role != Role::Point || words.text().ends_with(['.', ':', ';']) {
            break;
        }
        words.push_inserted(" ");
        words.push(&child.words);
    }
    Cow::Owned(words)
}

/// The words of an act in a unit.
fn found(words: Passage, unit: &Unit) -> Found {
    Found::new(words, unit)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{lexicon, paragraph, point, service};
    use super::*;
    use crate::language::Language;

    type Named<'a> = (Option<&'a str>, Option<&'a str>, &'a str);

    #[track_caller]
    fn check(language: Language, words: &str, expected: &[Named<'_>]) {
        check_point(language, point(words, Vec::new()), expected);
    }

    #[track_caller]
    fn check_point(language: Language, point: Unit, expected: &[Named<'_>]) {
        let words = point.words.text().to_owned();
        let service = service(vec![point]);
        let laws = find_legal_basis(&service, lexicon(language));
        let dates: Vec<_> = laws
            .iter()
            .map(|law| law.on.map(|on| on.to_string()))
            .collect();
        let read: Vec<_> = laws
            .iter()
            .zip(&dates)
            .map(|(law, on)| (on.as_deref(), law.number.as_deref(), law.title.as_str()))
            .collect();
        assert_eq!(read, expected, "in: {words}");
    }

    #[test]
    fn laws_resolutions_and_local_decisions_are_the_basis() {
        let law = (Some("2001-01-23"), None, "О занятости");
        let rules = (Some("2005-11-02"), Some("1092"), "Правила выплаты пособий");
        let decisions = (None, None, "Решения местных представительных органов");
        let ru = "Государственная услуга оказывается на основании статьи 5 Закона Республики Казахстан от 23 января 2001 года \"О занятости\", решений местных представительных органов и Правил выплаты пособий, утвержденных постановлением Правительства Республики Казахстан от 2 ноября 2005 года № 1092.";
        check(Language::Ru, ru, &[law, decisions, rules]);
    }

    #[test]
    fn the_state_before_the_word_for_a_code_is_no_title() {
        let title = "Салық және басқа да міндетті төлемдер туралы (Салық кодексі)";
        check(
            Language::Kk,
            &format!(
                "Мемлекеттік қызмет \"{title}\" 2017 жылғы 25 желтоқсандағы Қазақстан Республикасының Кодексіне сәйкес көрсетіледі."
            ),
            &[(Some("2017-12-25"), None, title)],
        );
        check(
            Language::Kk,
            "Мемлекеттік қызмет 2003 жылғы 9 шілдедегі Су кодексінің негізінде көрсетіледі.",
            &[(Some("2003-07-09"), None, "Су кодекс")],
        );
    }

    #[test]
    fn acts_that_a_point_lists_as_the_basis_are_the_basis() {
        let listed = |announces: &str| {
            let acts = [
                "\"Тұрғын үй қатынастары туралы\" Қазақстан Республикасының 1997 жылғы 16 сәуірдегі Заңының 71, 72-баптары;",
                "Алматы қаласы әкімдігінің 2006 жылғы 11 мамырдағы N 3/606 \"Тұрғын үй комиссиясы туралы\" қаулысы.",
            ];
            point(announces, acts.map(paragraph).to_vec())
        };
        check_point(
            Language::Kk,
            listed("Қызмет мына нормативтік құқықтық актілерге сүйене отырып көрсетіледі:"),
            &[
                (Some("1997-04-16"), None, "Тұрғын үй қатынастары туралы"),
                (
                    Some("2006-05-11"),
                    Some("3/606"),
                    "Тұрғын үй комиссиясы туралы",
                ),
            ],
        );
        check_point(
            Language::Kk,
            listed("Бөлімнің қызметкерлері мына актілерді біледі:"),
            &[],
        );
    }

    #[test]
    fn nested_quotes_stay_in_the_title() {
        let title = "О мерах по реализации Закона «О занятости»";
        let ru = format!(
            "Основанием для оказания услуги является: постановление Правительства от 5 мая 2010 года № 5 «{title}»."
        );
        check(Language::Ru, &ru, &[(Some("2010-05-05"), Some("5"), title)]);
        let title = "\"Жәрдемақылар туралы\" Заңын іске асыру туралы";
        let kk = format!(
            "Мемлекеттік қызмет Үкіметтің 2005 жылғы 2 қарашадағы N 1092 {title}\" қаулысының негізінде көрсетіледі."
        );
        check(
            Language::Kk,
            &kk,
            &[(Some("2005-11-02"), Some("1092"), title)],
        );
        let title = "Халықты жұмыспен қамту туралы» Қазақстан Республикасының 2001 жылғы 23 қаңтардағы Заңын іске асыру туралы";
        let kk = format!(
            "Мемлекеттік қызмет Үкіметтің 2001 жылғы 19 маусымдағы N 836 «{title}» қаулысының негізінде көрсетіледі."
        );
        check(
            Language::Kk,
            &kk,
            &[(Some("2001-06-19"), Some("836"), title)],
        );
    }

    #[test]
    fn an_act_in_the_title_of_another_is_no_basis_of_its_own() {
        let title = "О мерах по реализации Закона Республики Казахстан от 23 января 2001 года «О занятости»";
        let ru = format!(
            "Государственная услуга оказывается на основании постановления Правительства Республики Казахстан от 19 июня 2001 года № 836 «{title}."
        );
        check(
            Language::Ru,
            &ru,
            &[(Some("2001-06-19"), Some("836"), title)],
        );
    }

    #[test]
    fn numbers_of_newspapers_and_registers_are_not_the_number_of_the_act() {
        let kk = "Мемлекеттік қызмет Әділет министрлігінде 2002 жылғы 28 ақпандағы N 1782 тіркелген мәслихаттың 2002 жылғы 13 ақпандағы ХІ сессиясының \"Көмек туралы\" (2002 жылғы 2 наурыздағы N 40 газетінде жарияланған) N 31-Ө шешімінің негізінде көрсетіледі.";
        check(
            Language::Kk,
            kk,
            &[(Some("2002-02-13"), Some("31-Ө"), "Көмек туралы")],
        );
    }

    #[test]
    fn an_act_without_a_day_is_named_by_its_title() {
        let kk = "Қызмет \"Мүгедектерді қорғау туралы\" Заңы 24 бабының және жергілікті органдары шешімдерінің негізінде көрсетіледі.";
        let expected = [
            (None, None, "Мүгедектерді қорғау туралы"),
            (None, None, "Жергілікті органдары шешімдері"),
        ];
        check(Language::Kk, kk, &expected);
    }

    #[test]
    fn one_word_for_several_laws_has_several_titles() {
        let ru = "Услуга предоставляется на основании законов Республики Казахстан от 23 января 2001 года \"О занятости\", \"О труде\" и постановления Правительства Республики Казахстан от 5 мая 2010 года № 5 \"О мерах\".";
        let expected = [
            (Some("2001-01-23"), None, "О занятости"),
            (None, None, "О труде"),
            (Some("2010-05-05"), Some("5"), "О мерах"),
        ];
        check(Language::Ru, ru, &expected);
    }

    #[test]
    fn other_laws_that_a_text_names_are_no_basis() {
        check(
            Language::Ru,
            "Регламент разработан в соответствии с Законом Республики Казахстан от 27 ноября 2000 года \"Об административных процедурах\".",
            &[],
        );
        check(
            Language::Kk,
            "Шағым Қазақстан Республикасының 2007 жылғы 12 қаңтардағы \"Өтініштерді қарау тәртібі туралы\" Заңына сәйкес қаралады.",
            &[],
        );
    }

    #[test]
    fn a_standard_is_read_over_a_torn_sentence() {
        let ru = service(vec![point(
            "Государственная услуга \"Выдача справок\" оказывается в соответствии со стандартом государственной услуги \"Выдача справок\", утвержденным постановлением Правительства Республики Казахстан от 11 марта 2014 года №",
            vec![paragraph(
                "\"Об утверждении стандартов 217 услуг\" (далее – стандарт) отделами.",
            )],
        )]);
        let lexicon = lexicon(Language::Ru);
        let standard = find_standard(&ru, lexicon).expect("a standard");
        assert_eq!(
            standard.title,
            "Стандарт государственной услуги \"Выдача справок\""
        );
        assert_eq!(standard.number.as_deref(), Some("217"));
        let basis = find_legal_basis(&ru, lexicon);
        let titles: Vec<_> = basis.iter().map(|law| law.title.as_str()).collect();
        assert_eq!(titles, ["Об утверждении стандартов услуг"]);
    }
}
