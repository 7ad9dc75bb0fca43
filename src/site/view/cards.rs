//! Cards: services and acts as entries of a list.

use serde::Serialize;

use super::status::StatusTag;
use super::words::Words;
use crate::catalogue::model::{Act, Service};
use crate::error::Error;
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// A service in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ServiceCard {
    pub(crate) href: String,
    /// The act's own title.
    pub(crate) title: Words,
    /// The name of the topic, where the title is in the other language.
    pub(crate) topic: Option<String>,
    pub(crate) act: String,
    pub(crate) region: String,
    pub(crate) status: StatusTag,
}

impl ServiceCard {
    pub(crate) fn new(
        service: &Service,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let act = register.act_of(service);
        let title = service_title(service, act, phrases)?;
        let topic = service.topic.as_deref().and_then(|id| phrases.topic(id));
        Ok(Self {
            href: address::service_path(phrases.language, service),
            topic: topic.filter(|_| title.lang.is_some()).map(str::to_owned),
            title,
            act: phrases.act(act)?,
            region: phrases.region(&act.region)?,
            status: StatusTag::new(act.status, phrases)?,
        })
    }
}

/// An act in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ActCard {
    pub(crate) href: String,
    pub(crate) title: Words,
    /// Kind, day and number.
    pub(crate) cited: String,
    pub(crate) issuer: Words,
    pub(crate) region: String,
    pub(crate) services: String,
    pub(crate) status: StatusTag,
}

impl ActCard {
    pub(crate) fn new(
        act: &Act,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        Ok(Self {
            href: address::act_path(phrases.language, &act.id),
            title: title_of(act, phrases)?,
            cited: phrases.act(act)?,
            issuer: Words::issuer(act, phrases.language),
            region: phrases.region(&act.region)?,
            services: phrases.count("count-services", register.services_of(&act.id).len())?,
            status: StatusTag::new(act.status, phrases)?,
        })
    }
}

/// The title of an act in the page's language, where it has one, else its own; an act
/// without a title is named as it is cited.
pub(crate) fn title_of(act: &Act, phrases: Phrases<'_>) -> Result<Words, Error> {
    let page = phrases.language;
    let mut texts = act.texts.iter();
    let own = texts.find(|text| text.language == page);
    let title = own.or_else(|| act.texts.first());
    let title = title.map(|text| Words::of(&text.title, page));
    or_cited(title, act, phrases)
}

/// The title of a service as [`title_of`] an act.
pub(crate) fn service_title(
    service: &Service,
    act: &Act,
    phrases: Phrases<'_>,
) -> Result<Words, Error> {
    let title = Words::title(&service.titles, phrases.language);
    or_cited(Some(title), act, phrases)
}

/// Nothing that leads to a page or heads it may be without words.
fn or_cited(title: Option<Words>, act: &Act, phrases: Phrases<'_>) -> Result<Words, Error> {
    match title.filter(|title| !title.text.trim().is_empty()) {
        Some(title) => Ok(title),
        None => Ok(Words::own(phrases.act(act)?)),
    }
}
