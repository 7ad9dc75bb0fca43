//! Tables: acts, services, offices and papers for spreadsheets.
//!
//! Each begins with a byte order mark, by which spreadsheets know UTF-8. What a
//! cell lists is parted by a semicolon and a blank.

use serde_json::Value;

use super::Sources;
use crate::catalogue::model::{LocalText, Text};
use crate::error::Error;
use crate::language::Language;
use crate::site::address;
use crate::site::view::office;

/// By this mark a spreadsheet knows that a file is in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

type Table = (&'static str, Vec<u8>);

/// The tables by name.
pub(super) fn tables_of(sources: &Sources<'_>) -> Result<Vec<Table>, Error> {
    Ok(vec![
        ("acts", acts(sources)?),
        ("services", services(sources)?),
        ("offices", offices(sources)?),
        ("documents", documents(sources)?),
    ])
}

fn acts(sources: &Sources<'_>) -> Result<Vec<u8>, Error> {
    let columns = [
        "id",
        "kind",
        "issuer_kk",
        "issuer_ru",
        "region",
        "adopted",
        "number",
        "registered_on",
        "registered_number",
        "status",
        "repealed_on",
        "repealed_number",
        "title_kk",
        "title_ru",
        "url_kk",
        "url_ru",
    ];
    let rows = sources.catalogue().acts.iter().map(|act| {
        let title = |language| {
            let mut texts = act.texts.iter();
            let text = texts.find(|text| text.language == language);
            text.map_or_else(String::new, |text| text.title.text.clone())
        };
        let registered = act.registered.as_ref();
        let repealed = act.repealed.as_ref();
        vec![
            act.id.clone(),
            name_of(&act.kind),
            act.issuer.kk.clone(),
            act.issuer.ru.clone(),
            act.region.clone(),
            act.adopted.clone(),
            act.number.clone(),
            registered.map_or_else(String::new, |one| one.on.clone()),
            registered.map_or_else(String::new, |one| one.number.clone()),
            name_of(&act.status),
            repealed.map_or_else(String::new, |one| one.on.clone()),
            repealed.map_or_else(String::new, |one| one.number.clone()),
            title(Language::Kk),
            title(Language::Ru),
            sources.url(&address::act_path(Language::Kk, &act.id)),
            sources.url(&address::act_path(Language::Ru, &act.id)),
        ]
    });
    table(&columns, rows)
}

fn services(sources: &Sources<'_>) -> Result<Vec<u8>, Error> {
    let columns = [
        "id",
        "act",
        "act_status",
        "region",
        "ordinal",
        "topic",
        "topic_kk",
        "topic_ru",
        "kind",
        "title_kk",
        "title_ru",
        "provider",
        "result",
        "fee",
        "fee_amount",
        "time_limits",
        "hours",
        "channels",
        "papers",
        "offices",
        "url_kk",
        "url_ru",
    ];
    let rows = sources.catalogue().services.iter().map(|service| {
        let act = sources.register.act_of(service);
        let topic = service.topic.as_deref().unwrap_or_default();
        let name = |language| sources.phrases(language).topic(topic).unwrap_or_default();
        let limits = service.time_limits.iter().map(|limit| {
            let (what, unit) = (name_of(&limit.what), name_of(&limit.unit));
            format!("{what}: {} {unit}", limit.amount)
        });
        let fee = service.fee.as_ref();
        let hours = service.hours.as_ref().and_then(|hours| hours.osm.clone());
        vec![
            service.id.clone(),
            service.act.clone(),
            name_of(&act.status),
            act.region.clone(),
            service.ordinal.to_string(),
            topic.to_owned(),
            name(Language::Kk).to_owned(),
            name(Language::Ru).to_owned(),
            name_of(&service.kind),
            local(&service.titles, Language::Kk),
            local(&service.titles, Language::Ru),
            words(service.provider.as_ref()),
            words(service.result.as_ref()),
            fee.map_or_else(String::new, |fee| name_of(&fee.kind)),
            fee.and_then(|fee| fee.amount)
                .map_or_else(String::new, |amount| amount.to_string()),
            listed(limits),
            hours.unwrap_or_default(),
            listed(service.channels.iter().map(name_of)),
            service.documents.len().to_string(),
            service.offices.len().to_string(),
            sources.url(&address::service_path(Language::Kk, service)),
            sources.url(&address::service_path(Language::Ru, service)),
        ]
    });
    table(&columns, rows)
}

fn offices(sources: &Sources<'_>) -> Result<Vec<u8>, Error> {
    let columns = [
        "id",
        "kind",
        "label_kk",
        "label_ru",
        "place",
        "place_kk",
        "place_ru",
        "region",
        "address",
        "room",
        "phones",
        "fax",
        "emails",
        "websites",
        "head",
        "hours",
        "reception",
        "acts",
        "acts_in_force",
        "url_kk",
        "url_ru",
    ];
    let register = sources.register;
    let rows = sources.catalogue().offices.iter().map(|one| {
        let acts = office::acts_of(one, register);
        let is_current = |status| name_of(&status) == "in_force";
        let current = acts.iter().filter(|act| is_current(act.status));
        let place = |language| {
            sources
                .names
                .place(&one.place, language)
                .unwrap_or_default()
        };
        let tel = |phone: &crate::catalogue::model::Phone| {
            phone
                .tel
                .clone()
                .unwrap_or_else(|| phone.words.text.clone())
        };
        vec![
            one.id.clone(),
            name_of(&one.kind),
            one.labels.kk.clone(),
            one.labels.ru.clone(),
            one.place.clone(),
            place(Language::Kk).to_owned(),
            place(Language::Ru).to_owned(),
            register.region_of(&one.place).to_owned(),
            words(one.address.as_ref()),
            words(one.room.as_ref()),
            listed(one.phones.iter().map(tel)),
            listed(one.fax.iter().map(tel)),
            listed(one.emails.iter().map(|email| email.text.clone())),
            listed(one.websites.iter().map(|website| website.url.clone())),
            words(one.head.as_ref()),
            words(one.hours.as_ref().map(|hours| &hours.words)),
            words(one.reception.as_ref()),
            listed(acts.iter().map(|act| act.id.clone())),
            current.count().to_string(),
            sources.url(&address::office_path(Language::Kk, &one.id)),
            sources.url(&address::office_path(Language::Ru, &one.id)),
        ]
    });
    table(&columns, rows)
}

fn documents(sources: &Sources<'_>) -> Result<Vec<u8>, Error> {
    let columns = [
        "service",
        "act",
        "position",
        "kinds",
        "kinds_kk",
        "kinds_ru",
        "text",
        "language",
        "group",
        "unit",
        "path",
        "first_line",
        "last_line",
    ];
    let papers = sources.register.papers;
    let services = sources.catalogue().services.iter();
    let rows = services.flat_map(|service| {
        (1..)
            .zip(&service.documents)
            .map(move |(position, document)| {
                let names = |language| {
                    let kinds = document.kinds.iter().filter_map(|id| papers.get(id));
                    listed(kinds.map(|kind| kind.names.get(language).to_owned()))
                };
                let source = &document.words.source;
                let position: usize = position;
                vec![
                    service.id.clone(),
                    service.act.clone(),
                    position.to_string(),
                    listed(document.kinds.iter().cloned()),
                    names(Language::Kk),
                    names(Language::Ru),
                    document.words.text.clone(),
                    document.words.language.code().to_owned(),
                    words(document.group.as_ref()),
                    source.unit.clone().unwrap_or_default(),
                    source.path.clone(),
                    source.first_line.to_string(),
                    source.last_line.to_string(),
                ]
            })
    });
    table(&columns, rows)
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, Error> {
    let broken = |error: &dyn std::fmt::Display| Error::Template {
        message: error.to_string(),
    };
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer
        .write_record(columns)
        .map_err(|error| broken(&error))?;
    for row in rows {
        writer.write_record(row).map_err(|error| broken(&error))?;
    }
    writer.into_inner().map_err(|error| broken(&error))
}

/// The name of a value of a closed set, as the catalogue writes it.
fn name_of(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

fn words(text: Option<&Text>) -> String {
    text.map_or_else(String::new, |text| text.text.clone())
}

fn local(titles: &LocalText, language: Language) -> String {
    words(titles.get(language))
}
