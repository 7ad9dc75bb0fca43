//! Topics of an act's services, and the ids that follow from them.
//!
//! In: the titles of an act's services. Out: a topic each where one claims it,
//! a diagnostic where none or several do, and the ids of the services.

use std::collections::HashMap;

use super::slug::short_slug;
use crate::content::topics::{Claim, Topic, Topics};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::language::Language;
use crate::passage::Span;

/// The longest slug that a title becomes.
const LONGEST_SLUG: usize = 60;

/// The title of a service, with its place in the file.
#[derive(Clone, Copy, Debug)]
pub struct ServiceTitle<'a> {
    /// The title.
    pub text: &'a str,
    /// The language that it is in.
    pub language: Language,
    /// `seeds/<file>`.
    pub path: &'a str,
    /// The bytes that say it.
    pub span: Option<Span>,
}

/// Ids of the topics of an act's services, in the order of the titles. Where
/// several topics claim a title, the first by id counts.
#[must_use]
pub fn find_topics(titles: &[ServiceTitle], topics: &Topics) -> Warned<Vec<Option<String>>> {
    let mut diagnostics = Diagnostics::default();
    let output = titles
        .iter()
        .map(|title| match topics.claim(title.text, title.language) {
            Claim::One(topic) => Some(topic.id.clone()),
            Claim::Several(claiming) => {
                diagnostics.push(several_topics(title, &claiming));
                claiming.first().map(|topic| topic.id.clone())
            }
            Claim::None { nearest } => {
                diagnostics.push(no_topic(title, &nearest));
                None
            }
        })
        .collect();
    Warned {
        output,
        diagnostics,
    }
}

/// The ids of an act's services: `<act>/<topic>`, with `-2` for the second one of
/// a topic; without a topic `<act>/<slug of the title>`.
///
/// `titles` and `topics` are in the order of the services. No two ids are equal.
#[must_use]
pub fn service_ids(act_id: &str, titles: &[&str], topics: &[Option<String>]) -> Vec<String> {
    let mut taken = HashMap::new();
    let of_topics: Vec<_> = topics
        .iter()
        .map(|topic| topic.as_ref().map(|topic| take(topic, &mut taken)))
        .collect();
    titles
        .iter()
        .zip(of_topics)
        .map(|(title, name)| {
            let name = name.unwrap_or_else(|| take(&title_slug(title), &mut taken));
            format!("{act_id}/{name}")
        })
        .collect()
}

fn title_slug(title: &str) -> String {
    let slug = short_slug(title, LONGEST_SLUG);
    if slug.is_empty() {
        "service".to_owned()
    } else {
        slug
    }
}

/// The name, or the first of `name-2`, `name-3` ... that is not taken.
/// The name, or the name with the next number that is free. `taken` keeps the
/// last number that each name was given.
fn take(name: &str, taken: &mut HashMap<String, usize>) -> String {
    let mut free = name.to_owned();
    let mut number = taken.get(name).copied().unwrap_or(1);
    while taken.contains_key(&free) {
        number += 1;
        free = format!("{name}-{number}");
    }
    taken.insert(free.clone(), 1);
    if free != name {
        taken.insert(name.to_owned(), number);
    }
    free
}

fn no_topic(title: &ServiceTitle, nearest: &[&Topic]) -> Diagnostic {
    let hint = if nearest.is_empty() {
        "add a topic for it to content/topics".to_owned()
    } else {
        format!(
            "add a pattern to the `titles` of a topic in content/topics, or a new topic; the nearest: {}",
            ids_of(nearest)
        )
    };
    let message = format!("no topic claims the title \"{}\"", title.text);
    place(Diagnostic::new(Code::NoTopic, message), title).hint(hint)
}

fn several_topics(title: &ServiceTitle, claiming: &[&Topic]) -> Diagnostic {
    let ids = ids_of(claiming);
    let message = format!("the title \"{}\" is claimed by {ids}", title.text);
    place(Diagnostic::new(Code::SeveralTopics, message), title)
        .hint("add a stem to the pattern of the right topic, or exclude one with `!` in the other")
}

fn place(diagnostic: Diagnostic, title: &ServiceTitle) -> Diagnostic {
    match title.span {
        Some(span) => diagnostic.at(title.path, span),
        None => diagnostic.in_file(title.path),
    }
}

fn ids_of(topics: &[&Topic]) -> String {
    let ids: Vec<_> = topics.iter().map(|topic| topic.id.as_str()).collect();
    ids.join(", ")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn topic(id: &str) -> Option<String> {
        Some(id.to_owned())
    }

    #[test]
    fn a_second_service_of_a_topic_gets_a_number() {
        let ids = service_ids(
            "kostanay-2010-215",
            &["Протез", "Коляска", "Ортез"],
            &[
                topic("prosthetics"),
                topic("wheelchair"),
                topic("prosthetics"),
            ],
        );
        assert_eq!(
            ids,
            [
                "kostanay-2010-215/prosthetics",
                "kostanay-2010-215/wheelchair",
                "kostanay-2010-215/prosthetics-2"
            ]
        );
    }

    #[test]
    fn a_service_without_a_topic_is_named_by_its_title() {
        let ids = service_ids(
            "act",
            &["Выдача справок", "Анықтама беру", "Выдача справок", "№"],
            &[None, None, None, None],
        );
        assert_eq!(
            ids,
            [
                "act/vydacha-spravok",
                "act/anyktama-beru",
                "act/vydacha-spravok-2",
                "act/service"
            ]
        );
    }

    #[test]
    fn the_slug_of_a_title_never_takes_the_id_of_a_topic() {
        let ids = service_ids(
            "act",
            &["Wheelchair", "Коляска"],
            &[None, topic("wheelchair")],
        );
        assert_eq!(ids, ["act/wheelchair-2", "act/wheelchair"]);
    }

    #[test]
    fn a_title_that_no_topic_claims_is_named_with_the_nearest_topics() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let topics = Topics::load(root)
            .expect("the project's own content")
            .output;
        let title = ServiceTitle {
            text: "Жилищные сертификаты",
            language: Language::Ru,
            path: "seeds/act.txt",
            span: Some(Span::new(4, 9)),
        };
        let found = find_topics(&[title], &topics);
        assert_eq!(found.output, [None]);
        let expected = Diagnostic::new(
            Code::NoTopic,
            "no topic claims the title \"Жилищные сертификаты\"",
        )
        .at("seeds/act.txt", Span::new(4, 9))
        .hint(
            "add a pattern to the `titles` of a topic in content/topics, or a new topic; the nearest: housing-aid",
        );
        assert_eq!(found.diagnostics.iter().collect::<Vec<_>>(), [&expected]);
    }
}
