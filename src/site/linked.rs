//! Linked data: services and offices in the words of schema.org, for other
//! programs.
//!
//! Hours are only given where an act is in force: a program that reads them would
//! take those of a repealed act for current.

use serde_json::{Map, Value, json};

use super::address;
use super::phrases::Phrases;
use super::register::Register;
use super::view::layout::About;
use super::view::office;
use super::view::status::StaleNotice;
use super::view::words::Words;
use crate::catalogue::model::weekdays::days_of;
use crate::catalogue::model::{Act, Hours, Office, Service, Status};
use crate::error::Error;

/// The days of the week in schema.org, Monday first.
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// A service with its act.
pub(super) fn of_service(
    service: &Service,
    about: &About,
    register: &Register<'_>,
    phrases: Phrases<'_>,
    base_url: &str,
) -> Result<String, Error> {
    let page = phrases.language;
    let act = register.act_of(service);
    let topic = service.topic.as_deref().and_then(|id| phrases.topic(id));
    let title = Words::title(&service.titles, page).text;
    let provider = service.provider.as_ref();
    let mut data = typed("GovernmentService");
    put(&mut data, "name", topic.map_or(title.as_str(), |name| name));
    put(&mut data, "description", about.description.as_str());
    let path = address::service_path(page, service);
    put(&mut data, "url", url(base_url, &path));
    let provider = provider.map(|provider| {
        json!({"@type": "GovernmentOrganization", "name": Words::of(provider, page).text})
    });
    put_some(&mut data, "provider", provider);
    let region = phrases.region(&act.region)?;
    put(
        &mut data,
        "areaServed",
        json!({"@type": "AdministrativeArea", "name": region}),
    );
    put(&mut data, "subjectOf", legislation(act, phrases, base_url)?);
    Ok(script(data))
}

/// An office with what one needs to reach it.
pub(super) fn of_office(
    office: &Office,
    register: &Register<'_>,
    phrases: Phrases<'_>,
    base_url: &str,
) -> Result<String, Error> {
    let page = phrases.language;
    let mut data = typed("GovernmentOffice");
    put(&mut data, "name", office.labels.get(page));
    let path = address::office_path(page, &office.id);
    put(&mut data, "url", url(base_url, &path));
    let address = office.address.as_ref();
    let address = address.map(|address| Words::of(address, page).text);
    put_some(&mut data, "address", address);
    let phones = office.phones.iter();
    let phones: Vec<_> = phones.filter_map(|phone| phone.tel.as_deref()).collect();
    put_some(
        &mut data,
        "telephone",
        (!phones.is_empty()).then_some(phones),
    );
    let emails: Vec<_> = office
        .emails
        .iter()
        .map(|email| email.text.as_str())
        .collect();
    put_some(&mut data, "email", (!emails.is_empty()).then_some(emails));
    let region = phrases.region(register.region_of(&office.place))?;
    put(
        &mut data,
        "areaServed",
        json!({"@type": "AdministrativeArea", "name": region}),
    );
    let acts = office::acts_of(office, register);
    let notice = StaleNotice::of(&acts, phrases)?;
    let notice = notice.map(|notice| format!("{} {}", notice.text, notice.advice));
    put_some(&mut data, "description", notice);
    let is_current = acts.iter().any(|act| act.status == Status::InForce);
    let hours = office.hours.as_ref().filter(|_| is_current);
    put_some(
        &mut data,
        "openingHoursSpecification",
        hours.and_then(opening_hours),
    );
    Ok(script(data))
}

fn legislation(act: &Act, phrases: Phrases<'_>, base_url: &str) -> Result<Value, Error> {
    let force = match act.status {
        Status::InForce => "InForce",
        Status::Repealed => "NotInForce",
    };
    Ok(json!({
        "@type": "Legislation",
        "name": phrases.act(act)?,
        "legislationIdentifier": act.number,
        "legislationDate": act.adopted,
        "legislationPassedBy": act.issuer.get(phrases.language),
        "legislationLegalForce": format!("https://schema.org/{force}"),
        "url": url(base_url, &address::act_path(phrases.language, &act.id)),
    }))
}

/// The hours before and after the break; `None` where days or times are missing, and where
/// a day has hours of its own: the others alone would say that it is closed.
fn opening_hours(hours: &Hours) -> Option<Value> {
    let holds_all = hours.osm.as_ref().is_none_or(|osm| !osm.contains(';'));
    if !holds_all {
        return None;
    }
    let days = names_of(hours.days.as_deref()?)?;
    let (open, close) = (hours.open.as_deref()?, hours.close.as_deref()?);
    let spans = match &hours.pause {
        Some([from, to]) => vec![(open, from.as_str()), (to.as_str(), close)],
        None => vec![(open, close)],
    };
    let spans = spans.into_iter().map(|(opens, closes)| {
        json!({
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": days,
            "opens": opens,
            "closes": closes,
        })
    });
    Some(spans.collect())
}

/// The names in schema.org of the days that `mon-fri,sun` holds.
fn names_of(days: &str) -> Option<Vec<&'static str>> {
    let days = days_of(days)?.into_iter();
    Some(days.map(|day| DAYS[day]).collect())
}

fn typed(kind: &str) -> Map<String, Value> {
    let mut data = Map::new();
    put(&mut data, "@context", "https://schema.org");
    put(&mut data, "@type", kind);
    data
}

fn put(data: &mut Map<String, Value>, key: &str, value: impl Into<Value>) {
    data.insert(key.to_owned(), value.into());
}

fn put_some(data: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        put(data, key, value);
    }
}

fn url(base_url: &str, path: &str) -> String {
    format!("{}{path}", base_url.trim_end_matches('/'))
}

/// The data as the content of a script element, which ends at the first `</` that
/// stands in it and may not hold `<!--`.
fn script(data: Map<String, Value>) -> String {
    Value::Object(data).to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_days_and_a_single_day_are_named() {
        let days = ["Monday", "Tuesday", "Wednesday", "Sunday"];
        assert_eq!(names_of("mon-wed,sun"), Some(days.to_vec()));
        assert_eq!(names_of("daily"), None);
    }

    #[test]
    fn no_value_can_end_the_script_element() {
        let mut data = Map::new();
        put(&mut data, "name", "</script><!--");
        assert_eq!(script(data), r#"{"name":"\u003c/script>\u003c!--"}"#);
    }
}
