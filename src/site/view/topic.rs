//! The page of a topic: what the service is, and all acts about it.

use pulldown_cmark::{Event, Parser, html};
use serde::Serialize;

use super::cards::{self, ServiceCard};
use super::words::Words;
use crate::catalogue::model::Service;
use crate::error::Error;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// All editions of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TopicView {
    pub(crate) name: Words,
    /// What the service is, as HTML; `None` where nobody wrote it.
    pub(crate) summary: Option<String>,
    pub(crate) life_events: Vec<EventLink>,
    pub(crate) regions: Vec<RegionEditions>,
}

/// A life event that leads to the topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct EventLink {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// The editions of a region, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RegionEditions {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) editions: Vec<Edition>,
}

/// An edition with the year of its act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Edition {
    pub(crate) year: String,
    pub(crate) service: ServiceCard,
}

impl TopicView {
    pub(crate) fn new(
        segment: &str,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let editions = register.editions(segment);
        let first = editions.first();
        let id = first.and_then(|service| service.topic.as_deref());
        let name = match (id.and_then(|id| phrases.topic(id)), first) {
            (Some(topic), _) => Words::own(topic),
            (None, Some(service)) => {
                cards::service_title(service, register.act_of(service), phrases)?
            }
            (None, None) => Words::own(segment),
        };
        let written = id.and_then(|id| register.topics.get(id));
        let summary = written.and_then(|topic| topic.summaries.get(&phrases.language));
        let topics = &register.library.catalogue.topics;
        let topic = topics.iter().find(|topic| Some(topic.id.as_str()) == id);
        let events = topic.map_or(&[][..], |topic| &topic.life_events);
        Ok(Self {
            name,
            summary: summary.map(|summary| to_html(summary)),
            life_events: event_links(events, register, phrases),
            regions: by_region(editions, register, phrases)?,
        })
    }
}

fn event_links(events: &[String], register: &Register<'_>, phrases: Phrases<'_>) -> Vec<EventLink> {
    let known = register.topics.life_events();
    events
        .iter()
        .filter_map(|id| Some((id, known.get(id)?)))
        .map(|(id, names)| EventLink {
            id: id.clone(),
            name: names.get(phrases.language).to_owned(),
        })
        .collect()
}

fn by_region(
    editions: &[&Service],
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<RegionEditions>, Error> {
    let mut sorted: Vec<_> = editions
        .iter()
        .map(|service| (register.act_of(service), service))
        .collect();
    sorted.sort_by(|(one, _), (other, _)| {
        let regions = one.region.cmp(&other.region);
        regions.then_with(|| other.adopted.cmp(&one.adopted))
    });
    sorted
        .chunk_by(|(one, _), (other, _)| one.region == other.region)
        .map(|of_region| {
            let region = of_region[0].0.region.as_str();
            Ok(RegionEditions {
                id: region.to_owned(),
                name: phrases.region(region)?,
                editions: of_region
                    .iter()
                    .map(|(act, service)| {
                        Ok(Edition {
                            year: act.adopted.chars().take(4).collect(),
                            service: ServiceCard::new(service, register, phrases)?,
                        })
                    })
                    .collect::<Result<_, Error>>()?,
            })
        })
        .collect()
}

/// Markdown as HTML. Elements that the text itself holds are shown as text.
fn to_html(markdown: &str) -> String {
    let events = Parser::new(markdown).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        event => event,
    });
    let mut page = String::new();
    html::push_html(&mut page, events);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_in_a_summary_are_text() {
        assert_eq!(
            to_html("One *two* <script>x</script>"),
            "<p>One <em>two</em> &lt;script&gt;x&lt;/script&gt;</p>\n"
        );
    }
}
