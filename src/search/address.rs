//! Addresses of hits, by the rules of the site.

use crate::catalogue::model::Service;
use crate::language::Language;

/// The page of a service.
pub fn service_path(language: Language, service: &Service) -> String {
    let own = service
        .id
        .strip_prefix(service.act.as_str())
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or(&service.id);
    let (segment, number) = split_number(own, service.topic.as_deref());
    let number = number
        .map(|number| format!("-{number}"))
        .unwrap_or_default();
    format!(
        "/{}/services/{segment}/{}{number}/",
        language.code(),
        service.act
    )
}

/// The page of a topic, by id.
pub fn topic_path(language: Language, topic: &str) -> String {
    format!("/{}/services/{topic}/", language.code())
}

/// The page of an act, by id.
pub fn act_path(language: Language, act: &str) -> String {
    format!("/{}/acts/{act}/", language.code())
}

/// The page of an office, by id.
pub fn office_path(language: Language, office: &str) -> String {
    format!("/{}/offices/{office}/", language.code())
}

/// A topic may itself end in a number, so where it is known, only what follows
/// it counts.
fn split_number<'a>(own: &'a str, topic: Option<&str>) -> (&'a str, Option<&'a str>) {
    if topic == Some(own) {
        return (own, None);
    }
    match own.rsplit_once('-') {
        Some((segment, number))
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            (segment, Some(number))
        }
        _ => (own, None),
    }
}
