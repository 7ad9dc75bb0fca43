//! Services after CPSV-AP 3.2, the European profile for public services, as
//! JSON-LD.
//!
//! Classes and properties have the names of the profile's release; its mandatory
//! properties are always there. A service of a repealed act is marked deprecated.
//! Working days have no form in `xsd:duration`, so limits in them are left out.

use serde_json::{Map, Value, json};

use super::Sources;
use crate::catalogue::model::{
    Act, Bilingual, Channel, Document, Fee, FeeKind, Office, OfficeRole, Service, Status, Text,
    TimeLimit, TimeLimitKind, TimeUnit,
};
use crate::error::Error;
use crate::language::Language;
use crate::site::address;

/// The prefixes of the vocabularies.
fn context() -> Value {
    json!({
        "adms": "http://www.w3.org/ns/adms#",
        "cpsv": "http://purl.org/vocab/cpsv#",
        "cv": "http://data.europa.eu/m8g/",
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// All services, the acts that they rest on, and the offices that provide them.
pub(super) fn graph_of(sources: &Sources<'_>) -> Result<Value, Error> {
    let maker = Maker { sources };
    let catalogue = sources.catalogue();
    let mut graph = Vec::new();
    for act in &catalogue.acts {
        graph.push(maker.legal_resource(act)?);
        graph.push(maker.organisation(act));
    }
    let mut regions: Vec<&str> = catalogue
        .acts
        .iter()
        .map(|act| act.region.as_str())
        .collect();
    regions.sort_unstable();
    regions.dedup();
    for region in regions {
        graph.push(json!({
            "@id": maker.id(&["place", region]),
            "@type": "dct:Location",
            "skos:prefLabel": maker.in_both(|phrases| phrases.region(region))?,
        }));
    }
    for service in &catalogue.services {
        maker.add_service(service, &mut graph)?;
    }
    let provides = |office: &&Office| {
        let mut services = sources.register.services_at(&office.id).iter();
        services.any(|service| {
            let mut offices = service.offices.iter();
            offices.any(|one| one.office == office.id && one.role == OfficeRole::Provider)
        })
    };
    let offices = catalogue.offices.iter().filter(provides);
    graph.extend(offices.map(|office| maker.contact_point(office)));
    Ok(json!({"@context": context(), "@graph": graph}))
}

struct Maker<'a> {
    sources: &'a Sources<'a>,
}

impl Maker<'_> {
    /// Nodes are parts of the document that describes them.
    fn id(&self, parts: &[&str]) -> String {
        let path = format!("/data/cpsv-ap.jsonld#{}", parts.join("/"));
        self.sources.url(&path)
    }

    fn link(&self, parts: &[&str]) -> Value {
        json!({"@id": self.id(parts)})
    }

    fn in_both(
        &self,
        word: impl Fn(crate::site::phrases::Phrases<'_>) -> Result<String, Error>,
    ) -> Result<Value, Error> {
        Ok(both(&Bilingual {
            kk: word(self.sources.phrases(Language::Kk))?,
            ru: word(self.sources.phrases(Language::Ru))?,
        }))
    }

    fn add_service(&self, service: &Service, graph: &mut Vec<Value>) -> Result<(), Error> {
        let act = self.sources.register.act_of(service);
        let id = service.id.as_str();
        let mut node = Map::new();
        let mut put = |key: &str, value: Value| {
            node.insert(key.to_owned(), value);
        };
        put("@id", Value::from(self.id(&["service", id])));
        put("@type", Value::from("cpsv:PublicService"));
        put("dct:identifier", Value::from(id));
        put("dct:title", self.title(service));
        put(
            "dct:description",
            self.in_both(|phrases| {
                let language = phrases.language;
                let own = service
                    .titles
                    .prefer(language)
                    .map(|text| text.text.as_str());
                let topic = service
                    .topic
                    .as_deref()
                    .and_then(|topic| phrases.topic(topic));
                let words = [
                    ("title", topic.or(own).unwrap_or_default()),
                    ("region", &phrases.region(&act.region)?),
                    ("act", &phrases.act(act)?),
                    ("status", &phrases.status(act.status)?),
                ];
                phrases.text_with("service-description", &words)
            })?,
        );
        put(
            "cv:hasCompetentAuthority",
            self.link(&["authority", &act.id]),
        );
        put("cv:hasLegalResource", self.link(&["act", &act.id]));
        put("dct:spatial", self.link(&["place", &act.region]));
        let status = match act.status {
            Status::InForce => "Completed",
            Status::Repealed => "Deprecated",
        };
        put(
            "adms:status",
            json!({"@id": format!("http://purl.org/adms/status/{status}")}),
        );
        let pages = Language::ALL.map(|language| {
            let path = address::service_path(language, service);
            json!({"@id": self.sources.url(&path)})
        });
        put("foaf:page", Value::from(pages.to_vec()));
        if let Some(time) = processing_time(&service.time_limits) {
            put(
                "cv:processingTime",
                json!({"@type": "xsd:duration", "@value": time}),
            );
        }
        let mut parts = Vec::new();
        if let Some(fee) = &service.fee {
            put("cv:hasCost", self.link(&["service", id, "cost"]));
            parts.push(self.cost(id, fee));
        }
        if let Some(result) = &service.result {
            put("cpsv:produces", self.link(&["service", id, "output"]));
            parts.push(self.output(id, result));
        }
        let channels = service.channels.iter().map(|channel| {
            let name = channel_name(*channel);
            (
                self.link(&["service", id, "channel", name]),
                self.channel(id, *channel),
            )
        });
        let mut links = Vec::new();
        for (link, channel) in channels {
            links.push(link);
            parts.push(channel?);
        }
        put_list(&mut node, "cv:hasChannel", links);
        let mut links = Vec::new();
        for (position, document) in (1..).zip(&service.documents) {
            let position: usize = position;
            let number = position.to_string();
            links.push(self.link(&["service", id, "evidence", &number]));
            parts.push(self.evidence(id, &number, document));
        }
        put_list(&mut node, "cpsv:hasInput", links);
        let mut offices: Vec<&str> = service
            .offices
            .iter()
            .filter(|one| one.role == OfficeRole::Provider)
            .map(|one| one.office.as_str())
            .collect();
        offices.sort_unstable();
        offices.dedup();
        let links = offices
            .into_iter()
            .map(|office| self.link(&["office", office]));
        put_list(&mut node, "cv:contactPoint", links.collect());
        graph.push(Value::Object(node));
        graph.extend(parts);
        Ok(())
    }

    /// The name of the topic in both languages, and the act's own title.
    fn title(&self, service: &Service) -> Value {
        let name = |language| {
            let phrases = self.sources.phrases(language);
            let topic = service.topic.as_deref();
            let topic = topic.and_then(|topic| phrases.topic(topic).map(str::to_owned));
            let own = service.titles.get(language).map(|text| text.text.clone());
            let name = topic.or(own)?;
            Some(json!({"@language": language.code(), "@value": name}))
        };
        Language::ALL.into_iter().filter_map(name).collect()
    }

    fn cost(&self, service: &str, fee: &Fee) -> Value {
        let mut node = self.part(service, "cost", "cv:Cost");
        node.insert("dct:description".to_owned(), said(&fee.words));
        let amount = match fee.kind {
            FeeKind::Free => Some(0.0),
            FeeKind::Paid => fee.amount,
        };
        if let Some(amount) = amount {
            let value = json!({"@type": "xsd:double", "@value": amount.to_string()});
            node.insert("cv:hasValue".to_owned(), value);
            let tenge = "http://publications.europa.eu/resource/authority/currency/KZT";
            node.insert("cv:currency".to_owned(), json!({"@id": tenge}));
        }
        Value::Object(node)
    }

    fn output(&self, service: &str, result: &Text) -> Value {
        let mut node = self.part(service, "output", "cv:Output");
        node.insert("dct:title".to_owned(), said(result));
        Value::Object(node)
    }

    fn channel(&self, service: &str, channel: Channel) -> Result<Value, Error> {
        let name = format!("channel/{}", channel_name(channel));
        let mut node = self.part(service, &name, "cv:Channel");
        let words = self.in_both(|phrases| phrases.channel(channel))?;
        node.insert("dct:description".to_owned(), words);
        Ok(Value::Object(node))
    }

    fn evidence(&self, service: &str, number: &str, document: &Document) -> Value {
        let mut node = self.part(service, &format!("evidence/{number}"), "cv:Evidence");
        let papers = self.sources.register.papers;
        let kinds: Vec<_> = document
            .kinds
            .iter()
            .filter_map(|id| papers.get(id))
            .collect();
        let title = match kinds.as_slice() {
            [] => said(&document.words),
            kinds => Language::ALL
                .map(|language| {
                    let names: Vec<&str> =
                        kinds.iter().map(|kind| kind.names.get(language)).collect();
                    json!({"@language": language.code(), "@value": names.join(", ")})
                })
                .to_vec()
                .into(),
        };
        node.insert("dct:title".to_owned(), title);
        node.insert("dct:description".to_owned(), said(&document.words));
        Value::Object(node)
    }

    fn part(&self, service: &str, name: &str, class: &str) -> Map<String, Value> {
        Map::from_iter([
            (
                "@id".to_owned(),
                Value::from(self.id(&["service", service, name])),
            ),
            ("@type".to_owned(), Value::from(class)),
            (
                "dct:identifier".to_owned(),
                Value::from(format!("{service}/{name}")),
            ),
        ])
    }

    fn legal_resource(&self, act: &Act) -> Result<Value, Error> {
        let titles = act.texts.iter().map(|text| said(&text.title));
        let pages = Language::ALL.map(
            |language| json!({"@id": self.sources.url(&address::act_path(language, &act.id))}),
        );
        Ok(json!({
            "@id": self.id(&["act", &act.id]),
            "@type": "eli:LegalResource",
            "dct:identifier": act.number,
            "dct:title": titles.collect::<Vec<_>>(),
            "dct:description": self.in_both(|phrases| phrases.act(act))?,
            "dct:issued": {"@type": "xsd:date", "@value": act.adopted},
            "foaf:page": pages,
        }))
    }

    fn organisation(&self, act: &Act) -> Value {
        json!({
            "@id": self.id(&["authority", &act.id]),
            "@type": "cv:PublicOrganisation",
            "dct:identifier": format!("authority/{}", act.id),
            "dct:title": both(&act.issuer),
            "skos:prefLabel": both(&act.issuer),
            "dct:spatial": self.link(&["place", &act.region]),
        })
    }

    fn contact_point(&self, office: &Office) -> Value {
        let phones = office.phones.iter();
        let phones: Vec<_> = phones.filter_map(|phone| phone.tel.as_deref()).collect();
        let emails: Vec<_> = office
            .emails
            .iter()
            .map(|email| email.text.as_str())
            .collect();
        let pages = Language::ALL.map(|language| {
            json!({"@id": self.sources.url(&address::office_path(language, &office.id))})
        });
        json!({
            "@id": self.id(&["office", &office.id]),
            "@type": "cv:ContactPoint",
            "dct:title": both(&office.labels),
            "cv:telephone": phones,
            "cv:email": emails,
            "cv:contactPage": pages,
        })
    }
}

fn put_list(node: &mut Map<String, Value>, key: &str, links: Vec<Value>) {
    if !links.is_empty() {
        node.insert(key.to_owned(), Value::from(links));
    }
}

fn both(names: &Bilingual) -> Value {
    json!([
        {"@language": "kk", "@value": names.kk},
        {"@language": "ru", "@value": names.ru},
    ])
}

/// Words of an act in their language, with the same in the other one.
fn said(text: &Text) -> Value {
    let all = std::iter::once(text).chain(&text.translations);
    all.map(|text| json!({"@language": text.language.code(), "@value": text.text}))
        .collect()
}

const fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Office => "office",
        Channel::Portal => "portal",
        Channel::ServiceCentre => "service_centre",
    }
}

/// The limit until the result, where there is one for all channels and it has a
/// form in `xsd:duration`.
fn processing_time(limits: &[TimeLimit]) -> Option<String> {
    let mut main = limits
        .iter()
        .filter(|limit| limit.what == TimeLimitKind::Service && limit.channel.is_none());
    let limit = main.next()?;
    let is_other = |other: &TimeLimit| (other.amount, other.unit) != (limit.amount, limit.unit);
    if main.any(is_other) || !limit.disputed.is_empty() {
        return None;
    }
    let amount = limit.amount;
    match limit.unit {
        TimeUnit::Minute => Some(format!("PT{amount}M")),
        TimeUnit::Hour => Some(format!("PT{amount}H")),
        TimeUnit::Day | TimeUnit::CalendarDay => Some(format!("P{amount}D")),
        TimeUnit::Week => Some(format!("P{}D", amount * 7)),
        TimeUnit::Month => Some(format!("P{amount}M")),
        TimeUnit::Year => Some(format!("P{amount}Y")),
        TimeUnit::WorkingDay => None,
    }
}
