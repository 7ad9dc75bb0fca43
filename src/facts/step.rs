//! Steps of the procedure: the points that list the content of each of them.

use super::body::body;
use super::duration::{find_duration, find_durations};
use super::headings::{Headings, Level};
use super::{Found, StepFound, shape};
use crate::catalogue::model::Duration;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The steps in the order of the act. The sequence that a later point repeats is
/// no list of its own, nor are the routes that other bodies serve.
pub fn find_steps(service: &Unit, lexicon: &Lexicon) -> Vec<StepFound> {
    let points = body(service)
        .into_iter()
        .filter(|unit| unit.role == Role::Point);
    let points: Vec<&Unit> = points.collect();
    let routes = |point: &&Unit| find_route(point, lexicon);
    let lists_akim = points
        .iter()
        .filter_map(routes)
        .any(|route| route == "akim");
    // A sequence through an akim repeats the list of that route where there is one.
    let sequence = |point: &Unit| {
        let found = lexicon.find("step-list", point.words.text())?;
        (!lists_akim && found.value == Some("akim-sequence")).then_some("akim")
    };
    let announced = points
        .iter()
        .filter_map(|point| Some((*point, routes(point).or_else(|| sequence(point))?)));
    let steps: Vec<StepFound> = announced
        .flat_map(|(point, route)| steps_of(point, route, lexicon))
        .collect();
    if !steps.is_empty() {
        return steps;
    }
    // The first list alone: a later one repeats it.
    let told = points
        .iter()
        .find(|point| shape::lists_steps(point, lexicon));
    told.map_or_else(Vec::new, |point| steps_of(point, "provider", lexicon))
}

/// The route of a point that lists steps; `None` for any other point, and for
/// the routes that are no part of the provider's own procedure.
pub(super) fn find_route(point: &Unit, lexicon: &Lexicon) -> Option<&'static str> {
    match lexicon.find("step-list", point.words.text())?.value? {
        "provider" => Some("provider"),
        "akim" => Some("akim"),
        _ => None,
    }
}

fn steps_of(point: &Unit, route: &'static str, lexicon: &Lexicon) -> Vec<StepFound> {
    let mut parts = whole_parts(point, lexicon);
    if parts.is_empty() {
        parts = inline_parts(point);
    }
    let is_step = |part: &Part<'_>| !is_heading(part, lexicon);
    // Numbers lead: a paragraph between numbered steps adds to the step before.
    let is_numbered = parts.iter().any(|part| part.is_item && is_step(part));
    let end = if is_numbered {
        parts.len()
    } else {
        list_end(&parts)
    };
    let mut steps = Vec::new();
    let mut groups = Groups::default();
    for part in &parts[..end] {
        if !is_step(part) {
            groups.open(part, lexicon);
            continue;
        }
        let text = part.words.text();
        let is_listed = part.is_item || !is_numbered;
        if is_listed && !lexicon.says("step-exception", text) && !lexicon.says("excluded", text) {
            steps.push(StepFound {
                group: groups.take_in(),
                ..step(part, route, lexicon)
            });
        }
    }
    steps
}

/// The lines over groups of steps, while a list is read.
#[derive(Default)]
struct Groups {
    headings: Headings,
    holds_steps: bool,
}

impl Groups {
    /// A further line: one right under another goes on with it, as a stage does with the
    /// procedure that it is of.
    fn open(&mut self, part: &Part<'_>, lexicon: &Lexicon) {
        let text = part.words.text();
        let level = if lexicon.says("step-heading", text) {
            Level::Stage
        } else if part.is_item || find_duration(text, lexicon).is_some() {
            Level::Item
        } else {
            Level::Group
        };
        if self.holds_steps {
            // A heading over steps has none under it: what follows is beside it.
            self.headings.end_last();
            self.headings.end(level);
        }
        let end = text.trim_end_matches([':', ';', '.', ' ']).len();
        let words = part.words.slice(0..end);
        self.headings.open(level, Found::new(words, part.unit));
        self.holds_steps = false;
    }

    /// The line over a step that goes into the group.
    fn take_in(&mut self) -> Option<Found> {
        self.holds_steps = true;
        self.headings.words()
    }
}

/// One item or paragraph of a list of steps.
struct Part<'a> {
    unit: &'a Unit,
    words: Passage,
    is_item: bool,
}

/// Where a list without numbers ends: its steps begin with small letters, and behind the
/// full stop of the last one a sentence on something else begins with a capital.
fn list_end(parts: &[Part<'_>]) -> usize {
    let begins_small = |part: &Part<'_>| part.words.text().starts_with(char::is_lowercase);
    let is_behind = |at: &usize| {
        parts[at - 1].words.text().ends_with('.') && parts[..*at].iter().all(begins_small)
    };
    (1..parts.len())
        .find(|at| !begins_small(&parts[*at]) && is_behind(at))
        .unwrap_or(parts.len())
}

/// The items and paragraphs of a point, up to a list for another route. A
/// paragraph that a page break tore stops at a comma: the next one goes on.
fn whole_parts<'a>(point: &'a Unit, lexicon: &Lexicon) -> Vec<Part<'a>> {
    let units = body(point).into_iter();
    let own = units.take_while(|unit| !lexicon.says("step-list", unit.words.text()));
    let mut parts: Vec<Part<'a>> = Vec::new();
    for unit in own {
        let is_item = unit.role == Role::Item;
        if let Some(last) = parts.last_mut().filter(|_| !is_item)
            && last.words.text().ends_with(',')
        {
            last.words.push_inserted(" ");
            last.words.push(&unit.words);
            continue;
        }
        parts.push(Part {
            unit,
            words: unit.words.trim(),
            is_item,
        });
    }
    parts
}

/// The steps of a point whose lines ran together: what semicolons part behind
/// the announcement.
fn inline_parts(point: &Unit) -> Vec<Part<'_>> {
    let text = point.words.text();
    let mut parts = Vec::new();
    let mut start = text.find(':').map_or(text.len(), |at| at + 1);
    while start < text.len() {
        let end = text[start..]
            .find(';')
            .map_or(text.len(), |at| start + at + 1);
        let words = point.words.slice(start..end).trim();
        if !words.is_empty() {
            parts.push(Part {
                unit: point,
                words,
                is_item: false,
            });
        }
        start = end;
    }
    parts
}

/// A line over a group of steps.
fn is_heading(part: &Part<'_>, lexicon: &Lexicon) -> bool {
    let text = part.words.text();
    text.ends_with(':') || lexicon.says("step-heading", text)
}

fn step(part: &Part<'_>, route: &'static str, lexicon: &Lexicon) -> StepFound {
    let text = part.words.text();
    let end = text.trim_end_matches([';', '.', ',', ' ']).len();
    let words = part.words.slice(0..end);
    StepFound {
        actor: find_actor(words.text(), lexicon),
        durations: step_durations(words.text(), lexicon),
        words: Found::new(words, part.unit),
        group: None,
        route,
    }
}

/// The amounts of time that the words of a step set, each once.
pub(super) fn step_durations(text: &str, lexicon: &Lexicon) -> Vec<Duration> {
    let mut durations = Vec::new();
    for (_, duration) in find_durations(text, lexicon) {
        if !durations.contains(&duration) {
            durations.push(duration);
        }
    }
    durations
}

/// Who acts: the slot of the phrase, or the phrase as a whole. A phrase whose
/// value is `nobody` tells a step that names the deed alone.
pub(super) fn find_actor(text: &str, lexicon: &Lexicon) -> String {
    lexicon
        .find("step-actor", text)
        .filter(|found| found.value != Some("nobody"))
        .map(|found| found.slot("actor").unwrap_or(found.range))
        .map(|range| text[range].trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, paragraph, point, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, service: &Unit, expected: &[(&str, &str, Option<u32>, &str)]) {
        let steps = find_steps(service, lexicon(language));
        let read: Vec<_> = steps
            .iter()
            .map(|step| {
                let amount = step.durations.first().map(|duration| duration.amount);
                let words = step.words.words.text();
                (step.route, step.actor.as_str(), amount, words)
            })
            .collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn the_points_that_list_procedures_give_steps_and_the_repetition_none() {
        let signs = "руководитель отдела подписывает справку - не более двух минут";
        let service = service(vec![
            point(
                "Содержание каждой процедуры (действия), длительность:",
                vec![item(&format!("{signs};"))],
            ),
            point(
                "Содержание каждой процедуры (действия) через акима села:",
                vec![item(
                    "специалист акима принимает документы в течение 1-го рабочего дня.",
                )],
            ),
            point(
                "Описание последовательности процедур (действий):",
                vec![item(signs)],
            ),
        ]);
        let expected = [
            ("provider", "руководитель отдела", Some(2), signs),
            (
                "akim",
                "специалист акима",
                Some(1),
                "специалист акима принимает документы в течение 1-го рабочего дня",
            ),
        ];
        check(Language::Ru, &service, &expected);
    }

    #[test]
    fn paragraphs_are_steps_only_where_no_item_is() {
        let numbered = service(vec![point(
            "Содержание каждой процедуры:",
            vec![
                item("сотрудник выдает талон – 5 минут;"),
                paragraph("при отсутствии документов срок составляет 20 рабочих дней."),
            ],
        )]);
        let expected = [(
            "provider",
            "сотрудник",
            Some(5),
            "сотрудник выдает талон – 5 минут",
        )];
        check(Language::Ru, &numbered, &expected);
    }

    #[test]
    fn a_sentence_behind_the_last_paragraph_of_a_list_is_no_step() {
        let listed = service(vec![point(
            "Содержание каждой процедуры:",
            vec![
                paragraph("сотрудник принимает документы – 5 минут;"),
                paragraph("руководитель отдела подписывает справку – 2 минуты."),
                paragraph("Отдел отказывает заявителю, который принес не все документы."),
            ],
        )]);
        let expected = [
            (
                "provider",
                "сотрудник",
                Some(5),
                "сотрудник принимает документы – 5 минут",
            ),
            (
                "provider",
                "руководитель отдела",
                Some(2),
                "руководитель отдела подписывает справку – 2 минуты",
            ),
        ];
        check(Language::Ru, &listed, &expected);
    }

    #[test]
    fn steps_that_ran_into_their_point_are_parted_by_semicolons() {
        let words = "Содержание каждой процедуры: сотрудник принимает документы – 2 часа; руководитель подписывает справку.";
        let expected = [
            (
                "provider",
                "сотрудник",
                Some(2),
                "сотрудник принимает документы – 2 часа",
            ),
            (
                "provider",
                "руководитель",
                None,
                "руководитель подписывает справку",
            ),
        ];
        check(
            Language::Ru,
            &service(vec![point(words, Vec::new())]),
            &expected,
        );
    }

    #[test]
    fn headings_of_groups_and_exceptions_are_no_steps() {
        let service = service(vec![point(
            "Қызмет процесіне кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, орындалу ұзақтығы:",
            vec![
                item("рұқсат беру:"),
                paragraph("1-кезең: хабарлама – 8 (сегіз) жұмыс күні;"),
                paragraph("кеңсе қызметкері өтінішті тіркейді,"),
                paragraph("талон береді – 2 (екі) сағат;"),
                paragraph("құжаттар жетіспеген жағдайларда – 20 (жиырма) жұмыс күні."),
            ],
        )]);
        let words = "кеңсе қызметкері өтінішті тіркейді, талон береді – 2 (екі) сағат";
        let group = find_steps(&service, lexicon(Language::Kk))[0].group.clone();
        assert_eq!(
            group.map(|group| group.words.text().to_owned()).as_deref(),
            Some("рұқсат беру: 1-кезең: хабарлама – 8 (сегіз) жұмыс күні")
        );
        check(
            Language::Kk,
            &service,
            &[("provider", "кеңсе қызметкері", Some(2), words)],
        );
    }

    #[test]
    fn a_heading_reaches_to_the_next_one_of_its_level() {
        let step = || paragraph("кеңсе қызметкері өтінішті тіркейді – 20 (жиырма) минут;");
        let service = service(vec![point(
            "Қызмет процесіне кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, орындалу ұзақтығы:",
            vec![
                paragraph("өтініш берген кезде:"),
                paragraph("көрсетілетін қызметті алушыға талон беріледі;"),
                item("рұқсат беру:"),
                paragraph("1-кезең: хабарлама – 8 (сегіз) жұмыс күні:"),
                step(),
                paragraph("2-кезең: рұқсат – 11 (он бір) жұмыс күні:"),
                step(),
                item("рұқсатты ұзарту – 6 (алты) жұмыс күні:"),
                step(),
                paragraph("ауыстыру шеңберінде:"),
                item("рұқсат беру – 8 (сегіз) жұмыс күні:"),
                step(),
                paragraph("рұқсатты ұзарту – 6 (алты) жұмыс күні:"),
                step(),
            ],
        )]);
        let steps = find_steps(&service, lexicon(Language::Kk)).into_iter();
        let groups: Vec<String> = steps
            .filter_map(|step| Some(step.group?.words.text().to_owned()))
            .collect();
        assert_eq!(
            groups,
            [
                "өтініш берген кезде",
                "рұқсат беру: 1-кезең: хабарлама – 8 (сегіз) жұмыс күні",
                "рұқсат беру: 2-кезең: рұқсат – 11 (он бір) жұмыс күні",
                "рұқсатты ұзарту – 6 (алты) жұмыс күні",
                "ауыстыру шеңберінде: рұқсат беру – 8 (сегіз) жұмыс күні",
                "ауыстыру шеңберінде: рұқсатты ұзарту – 6 (алты) жұмыс күні",
            ]
        );
    }

    #[test]
    fn stages_through_the_service_centre_end_the_list_of_the_provider() {
        let service = service(vec![point(
            "Этапы оказания государственной услуги до выдачи результата через уполномоченный орган:",
            vec![
                item("сотрудник канцелярии регистрирует документы;"),
                paragraph("Этапы оказания государственной услуги через ЦОН:"),
                item("инспектор ЦОНа выдает расписку."),
            ],
        )]);
        let words = "сотрудник канцелярии регистрирует документы";
        check(
            Language::Ru,
            &service,
            &[("provider", "сотрудник канцелярии", None, words)],
        );
    }
}
