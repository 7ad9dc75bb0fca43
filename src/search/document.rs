//! Documents: what the index keeps of services, offices, topics and acts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::answer::HitKind;
use super::contact::Contact;
use crate::catalogue::Library;
use crate::catalogue::model::{Act, Bilingual, Office, Place, PlaceKind, Service, Status, Topic};
use crate::language::Language;
use crate::outline::model::{ActText, Role, Unit};
use crate::site::address;

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Document {
    pub kind: HitKind,
    pub id: String,
    pub act: Option<String>,
    pub ordinal: Option<u32>,
    pub topic: Option<String>,
    pub region: Option<String>,
    pub status: Option<Status>,
    /// `YYYY-MM-DD` of the act.
    pub adopted: Option<String>,
    /// Paths of its page, Kazakh first.
    pub urls: [String; 2],
    pub words: Vec<Words>,
    /// Names of its topic and everyday words for it in both languages, so that a
    /// question in one language finds the act that exists in the other only.
    pub topic_words: Vec<Bilingual>,
    /// Names of the papers to bring.
    pub papers: Vec<Bilingual>,
    /// Their kinds.
    pub paper_kinds: Vec<String>,
    /// The papers to bring as the act lists them.
    pub listed: Vec<ListedPaper>,
    /// Places that it or its offices are in.
    pub places: Vec<String>,
    /// Where it is and which numbers it answers, of an office.
    pub contact: Option<Contact>,
}

/// A paper to bring in the words of the act.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListedPaper {
    pub language: Language,
    pub text: String,
    /// The kinds of papers that it names.
    pub kinds: Vec<String>,
}

/// The words of a document in one language.
#[derive(Clone, Debug)]
pub struct Words {
    pub language: Language,
    pub title: String,
    /// Passages of the body, in order.
    pub body: Vec<BodyPassage>,
    /// Lines of tables and forms.
    pub annex: Vec<String>,
}

/// A passage of a body.
#[derive(Clone, Debug)]
pub struct BodyPassage {
    pub text: String,
    /// True for what says nothing for itself: a heading, a note on an amendment.
    pub is_bare: bool,
}

/// Everything that the index holds, in a fixed order.
pub fn documents(library: &Library) -> Vec<Document> {
    let catalogue = &library.catalogue;
    let services = catalogue
        .services
        .iter()
        .map(|service| of_service(library, service));
    let offices = catalogue.offices.iter();
    let offices = offices.map(|office| of_office(library, office));
    let topics = catalogue
        .topics
        .iter()
        .map(|topic| of_topic(library, topic));
    let acts = catalogue.acts.iter().map(|act| of_act(library, act));
    services.chain(offices).chain(topics).chain(acts).collect()
}

fn of_service(library: &Library, service: &Service) -> Document {
    let act = library
        .catalogue
        .acts
        .iter()
        .find(|act| act.id == service.act);
    let topic = service.topic.as_deref();
    let topic = topic.and_then(|id| library.catalogue.topics.iter().find(|topic| topic.id == id));
    let words = Language::ALL
        .into_iter()
        .filter_map(|language| {
            let title = service.titles.get(language)?.text.clone();
            let mut words = Words::titled(language, title);
            let texts = library.texts_of(&service.act);
            for text in texts.filter(|text| text.language == language) {
                if let Some(unit) = Library::service_unit(text, service.ordinal) {
                    unit.children.iter().for_each(|child| words.add(child));
                }
            }
            Some(words)
        })
        .collect();
    let listed = service.documents.iter();
    let kinds: BTreeSet<&String> = listed.flat_map(|document| &document.kinds).collect();
    Document {
        kind: HitKind::Service,
        id: service.id.clone(),
        act: Some(service.act.clone()),
        ordinal: Some(service.ordinal),
        topic: service.topic.clone(),
        region: act.map(|act| act.region.clone()),
        status: act.map(|act| act.status),
        adopted: act.map(|act| act.adopted.clone()),
        urls: Language::ALL.map(|language| address::service_path(language, service)),
        words,
        topic_words: topic.map_or_else(Vec::new, |topic| topic_words(library, topic)),
        papers: papers(library, &kinds),
        paper_kinds: kinds.into_iter().cloned().collect(),
        listed: listed_papers(service),
        places: places(library, service),
        contact: None,
    }
}

/// Name and everyday words of a topic; a text without a counterpart stands alone.
fn topic_words(library: &Library, topic: &Topic) -> Vec<Bilingual> {
    let mut words = vec![topic.names.clone()];
    if let Some(synonyms) = library.everyday.topics.get(&topic.id) {
        words.extend(synonyms.kk.iter().map(|kk| Bilingual {
            kk: kk.clone(),
            ru: String::new(),
        }));
        words.extend(synonyms.ru.iter().map(|ru| Bilingual {
            kk: String::new(),
            ru: ru.clone(),
        }));
    }
    words
}

fn papers(library: &Library, kinds: &BTreeSet<&String>) -> Vec<Bilingual> {
    let names = kinds
        .iter()
        .filter_map(|kind| library.everyday.papers.get(*kind));
    names.cloned().collect()
}

/// The papers of a service that are of a known kind, in all languages of the act.
fn listed_papers(service: &Service) -> Vec<ListedPaper> {
    let known = service.documents.iter();
    let known = known.filter(|document| !document.kinds.is_empty());
    known
        .flat_map(|document| {
            let texts = std::iter::once(&document.words).chain(&document.words.translations);
            texts.map(|text| ListedPaper {
                language: text.language,
                text: text.text.clone(),
                kinds: document.kinds.clone(),
            })
        })
        .collect()
}

fn places(library: &Library, service: &Service) -> Vec<String> {
    let ids: BTreeSet<&String> = service.offices.iter().map(|used| &used.office).collect();
    let offices = library.catalogue.offices.iter();
    let used = offices.filter(|office| ids.contains(&office.id));
    let places: BTreeSet<String> = used.map(|office| place_of(library, office)).collect();
    places.into_iter().collect()
}

/// The place by whose name people ask for an office: the district of a village.
fn place_of(library: &Library, office: &Office) -> String {
    let places = &library.catalogue.places;
    let at = places.binary_search_by(|place| place.id.as_str().cmp(&office.place));
    match at.ok().and_then(|at| places.get(at)) {
        Some(Place {
            kind: PlaceKind::VillageDistrict,
            parent: Some(parent),
            ..
        }) => parent.clone(),
        _ => office.place.clone(),
    }
}

fn of_office(library: &Library, office: &Office) -> Document {
    let words = Language::ALL
        .into_iter()
        .map(|language| {
            let mut words = Words::titled(language, office.labels.get(language).to_owned());
            let printed = office.names.get(language).into_iter();
            let variants = office.name_variants.iter().chain(&office.address);
            words.body.extend(
                printed
                    .chain(variants.filter(|text| text.language == language))
                    .map(|text| BodyPassage {
                        text: text.text.clone(),
                        is_bare: false,
                    }),
            );
            words
        })
        .collect();
    let region = office.place.split('/').next().map(str::to_owned);
    Document {
        kind: HitKind::Office,
        id: office.id.clone(),
        act: None,
        ordinal: None,
        topic: None,
        region,
        status: None,
        adopted: None,
        urls: Language::ALL.map(|language| address::office_path(language, &office.id)),
        words,
        topic_words: Vec::new(),
        papers: Vec::new(),
        paper_kinds: Vec::new(),
        listed: Vec::new(),
        places: BTreeSet::from([place_of(library, office), office.place.clone()])
            .into_iter()
            .collect(),
        contact: Some(Contact::of(office)),
    }
}

fn of_topic(library: &Library, topic: &Topic) -> Document {
    let words = Language::ALL
        .into_iter()
        .map(|language| Words::titled(language, topic.names.get(language).to_owned()))
        .collect();
    Document {
        kind: HitKind::Topic,
        id: topic.id.clone(),
        act: None,
        ordinal: None,
        topic: Some(topic.id.clone()),
        region: None,
        status: None,
        adopted: None,
        urls: Language::ALL.map(|language| address::topic_path(language, &topic.id)),
        words,
        topic_words: topic_words(library, topic),
        papers: Vec::new(),
        paper_kinds: Vec::new(),
        listed: Vec::new(),
        places: Vec::new(),
        contact: None,
    }
}

fn of_act(library: &Library, act: &Act) -> Document {
    let words = act
        .texts
        .iter()
        .map(|printed| {
            let mut words = Words::titled(printed.language, printed.title.text.clone());
            let texts = library.texts_of(&act.id);
            for text in texts.filter(|text| text.language == printed.language) {
                words.add_outside_services(text);
            }
            words
        })
        .collect();
    Document {
        kind: HitKind::Act,
        id: act.id.clone(),
        act: Some(act.id.clone()),
        ordinal: None,
        topic: None,
        region: Some(act.region.clone()),
        status: Some(act.status),
        adopted: Some(act.adopted.clone()),
        urls: Language::ALL.map(|language| address::act_path(language, &act.id)),
        words,
        topic_words: Vec::new(),
        papers: Vec::new(),
        paper_kinds: Vec::new(),
        listed: Vec::new(),
        places: Vec::new(),
        contact: None,
    }
}

impl Words {
    const fn titled(language: Language, title: String) -> Self {
        Self {
            language,
            title,
            body: Vec::new(),
            annex: Vec::new(),
        }
    }

    /// Adds a unit and what stands under it. Annexes count little: their lists of
    /// offices would otherwise make every service of the act alike.
    fn add(&mut self, unit: &Unit) {
        match unit.role {
            Role::Furniture => {}
            Role::Annex | Role::Line => {
                self.annex.extend(unit.walk().filter_map(own_words));
            }
            _ => {
                let is_bare = matches!(
                    unit.role,
                    Role::Chapter | Role::Heading | Role::Service | Role::Attachment | Role::Note
                );
                let passage = own_words(unit).map(|text| BodyPassage { text, is_bare });
                self.body.extend(passage);
                unit.children.iter().for_each(|child| self.add(child));
            }
        }
    }

    /// Adds what an act says itself; its services are documents of their own, and
    /// its title is here already.
    fn add_outside_services(&mut self, text: &ActText) {
        text.units
            .iter()
            .filter(|unit| !matches!(unit.role, Role::Service | Role::Title | Role::StatusMark))
            .for_each(|unit| self.add(unit));
    }
}

fn own_words(unit: &Unit) -> Option<String> {
    let words = unit.words.text().trim();
    (unit.role != Role::Furniture && !words.is_empty()).then(|| words.to_owned())
}
