//! Addresses: the paths of all pages, in one place.
//!
//! An address once published keeps working, so pages, index and server all ask
//! here. Paths begin with a slash; those of pages end with one.

use crate::catalogue::model::Service;
use crate::language::Language;

/// The page that chooses the language.
pub const ROOT: &str = "/";

/// The changes as a feed, in both languages.
pub const FEED: &str = "/changes.xml";

/// Home of a language.
#[must_use]
pub fn home_path(language: Language) -> String {
    path(language, &[])
}

/// All services.
#[must_use]
pub fn services_path(language: Language) -> String {
    path(language, &["services"])
}

/// All editions of a topic; `segment` comes from [`service_segment`].
#[must_use]
pub fn topic_path(language: Language, segment: &str) -> String {
    path(language, &["services", segment])
}

/// The page of a service.
#[must_use]
pub fn service_path(language: Language, service: &Service) -> String {
    let (segment, edition) = split_service(service);
    path(language, &["services", segment, &edition])
}

/// The segment of a service's address that it shares with its other editions:
/// the topic, or without a topic the slug of its title.
#[must_use]
pub fn service_segment(service: &Service) -> &str {
    split_service(service).0
}

/// All acts.
#[must_use]
pub fn acts_path(language: Language) -> String {
    path(language, &["acts"])
}

/// The text of an act, by id.
#[must_use]
pub fn act_path(language: Language, act: &str) -> String {
    path(language, &["acts", act])
}

/// All regions.
#[must_use]
pub fn places_path(language: Language) -> String {
    path(language, &["places"])
}

/// A region or a place in it, by id.
#[must_use]
pub fn place_path(language: Language, place: &str) -> String {
    path(language, &["places", place])
}

/// Where an office stands on a page that lists it.
#[must_use]
pub fn office_anchor(office: &str) -> String {
    // No part of an id holds a dot, so two offices never share an anchor.
    format!("office-{}", office.replace('/', "."))
}

/// An office, by id.
#[must_use]
pub fn office_path(language: Language, office: &str) -> String {
    path(language, &["offices", office])
}

/// What was adopted, amended and repealed, by date.
#[must_use]
pub fn changes_path(language: Language) -> String {
    path(language, &["changes"])
}

/// The parts that pages are made of.
#[must_use]
pub fn design_path(language: Language) -> String {
    path(language, &["about", "design"])
}

/// The search page without a question.
#[must_use]
pub fn search_path(language: Language) -> String {
    path(language, &["search"])
}

/// A page that people wrote, by name.
#[must_use]
pub fn content_path(language: Language, name: &str) -> String {
    path(language, &[name])
}

fn path(language: Language, segments: &[&str]) -> String {
    let mut path = format!("/{}/", language.code());
    for segment in segments {
        path.push_str(segment);
        path.push('/');
    }
    path
}

/// Topic or slug, and the edition: the act, with the number of the service where
/// several services of the act share the topic.
fn split_service(service: &Service) -> (&str, String) {
    let own = service
        .id
        .strip_prefix(service.act.as_str())
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or(&service.id);
    match split_number(own, service.topic.as_deref()) {
        (segment, None) => (segment, service.act.clone()),
        (segment, Some(number)) => (segment, format!("{}-{number}", service.act)),
    }
}

/// Takes the number off `prosthetics-2`. A topic may itself end in a number, so
/// where it is known, only what follows it counts.
fn split_number<'a>(own: &'a str, topic: Option<&str>) -> (&'a str, Option<&'a str>) {
    if topic == Some(own) {
        return (own, None);
    }
    match own.rsplit_once('-') {
        Some((segment, number)) if is_number(number) => (segment, Some(number)),
        _ => (own, None),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::sample;

    #[track_caller]
    fn check_service(id: &str, topic: Option<&str>, expected: &str) {
        let mut service = sample::library().catalogue.services.remove(0);
        service.act = "kostanay-2010-215".to_owned();
        service.id = format!("kostanay-2010-215/{id}");
        service.topic = topic.map(str::to_owned);
        assert_eq!(service_path(Language::Ru, &service), expected);
    }

    #[test]
    fn a_service_lives_under_its_topic_and_act() {
        check_service(
            "wheelchair",
            Some("wheelchair"),
            "/ru/services/wheelchair/kostanay-2010-215/",
        );
    }

    #[test]
    fn a_second_service_of_a_topic_is_a_second_edition() {
        check_service(
            "wheelchair-2",
            Some("wheelchair"),
            "/ru/services/wheelchair/kostanay-2010-215-2/",
        );
    }

    #[test]
    fn a_topic_may_end_in_a_number() {
        check_service(
            "form-086",
            Some("form-086"),
            "/ru/services/form-086/kostanay-2010-215/",
        );
    }

    #[test]
    fn a_service_without_a_topic_lives_under_its_slug() {
        check_service(
            "vydacha-spravok",
            None,
            "/ru/services/vydacha-spravok/kostanay-2010-215/",
        );
    }
}
