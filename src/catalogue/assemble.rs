//! Joining the texts that were read to acts and services.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::act_id::{act_id, make_unique};
use super::corrections::correct;
use super::disagreement::Disagreements;
use super::editions::choose_editions;
use super::issuer::name_issuer;
use super::languages::InText;
use super::model::{
    Act, ActTitle, Amendment, Bilingual, Catalogue, LocalText, Registration, Repeal, Service,
    Status,
};
use super::offices::Offices;
use super::pairs::check_pairs;
use super::service::join_service;
use super::topics::{ServiceTitle, find_topics, service_ids};
use super::words::Words;
use super::{EverydayWords, Library, ReadAct, ReadText};
use crate::content::Content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::outline::model::Role;

/// The region of an act whose region no one knows.
const UNKNOWN: &str = "unknown";

/// What tells one act from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActKey {
    /// Id of the region.
    pub region: String,
    /// Id of the district or town whose body issued the act.
    pub district: Option<String>,
    /// Day of adoption.
    pub adopted: Date,
    /// Number.
    pub number: String,
    /// Kind and issuer, so that two bodies of a region may use one number.
    pub issuer: String,
}

/// Joins what was read to the library.
#[must_use]
pub fn assemble(read: Vec<ReadAct<'_>>, content: &Content) -> Warned<Library> {
    let mut diagnostics = Diagnostics::default();
    let mut groups: BTreeMap<ActKey, Vec<ReadAct<'_>>> = BTreeMap::new();
    for act in read {
        let key = key_of(&act, content, &mut diagnostics);
        groups.entry(key).or_default().push(act);
    }
    let mut ids: Vec<String> = groups
        .keys()
        .map(|key| {
            act_id(
                &key.region,
                key.district.as_deref(),
                key.adopted,
                &key.number,
            )
        })
        .collect();
    make_unique(&mut ids);
    let mut catalogue = Catalogue {
        format: Catalogue::FORMAT,
        acts: Vec::new(),
        services: Vec::new(),
        offices: Vec::new(),
        topics: content.topics.to_catalogue(),
        places: content.places.to_catalogue(),
        corrections: Vec::new(),
    };
    let mut offices = Offices::new(content);
    let mut disagreements = Disagreements::default();
    let mut texts = Vec::new();
    for ((key, group), id) in groups.into_iter().zip(ids) {
        let editions = choose_editions(group, &mut diagnostics);
        let joined = Joined {
            id: &id,
            key: &key,
            texts: &editions,
        };
        let mut services = joined.services(content);
        diagnostics += joined.join_offices(&mut services.output, &mut offices, &mut disagreements);
        diagnostics += services.diagnostics;
        catalogue.acts.push(joined.act(&services.output, content));
        catalogue.services.extend(services.output);
        diagnostics += joined.check(content);
        texts.extend(editions.into_iter().map(|edition| ReadText {
            act: id.clone(),
            text: edition.text,
        }));
    }
    let (offices, villages, doubts) = offices.finish();
    catalogue.offices = offices;
    catalogue.places.extend(villages);
    catalogue.places.sort_by(|a, b| a.id.cmp(&b.id));
    diagnostics += doubts;
    diagnostics += disagreements.finish();
    catalogue.acts.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue
        .services
        .sort_by(|a, b| (&a.act, a.ordinal).cmp(&(&b.act, b.ordinal)));
    texts.sort_by(|a, b| (&a.act, a.text.language).cmp(&(&b.act, b.text.language)));
    let mut library = Library {
        catalogue,
        texts,
        everyday: everyday_words(content),
    };
    diagnostics += correct(&mut library, &content.corrections, &content.papers);
    Warned {
        output: library,
        diagnostics,
    }
}

fn everyday_words(content: &Content) -> EverydayWords {
    let topics = content.topics.all().iter();
    let papers = content.papers.all().iter();
    EverydayWords {
        topics: topics
            .map(|topic| (topic.id.clone(), topic.synonyms.clone()))
            .collect(),
        papers: papers
            .map(|paper| (paper.id.clone(), paper.names.clone()))
            .collect(),
    }
}

fn key_of(act: &ReadAct<'_>, content: &Content, diagnostics: &mut Diagnostics) -> ActKey {
    let head = &act.facts.head;
    let language = act.text.language;
    let heads = act
        .text
        .units
        .iter()
        .filter(|unit| unit.role == Role::Adoption);
    let region = content
        .places
        .find_region(head.issuer.words.text(), language)
        .or_else(|| {
            let mut heads = heads;
            heads.find_map(|unit| content.places.find_region(unit.words.text(), language))
        })
        .map(|place| place.id.clone());
    if region.is_none() {
        diagnostics.push(without_region(act, content));
    }
    let district = region.as_deref().and_then(|region| {
        let named = content
            .places
            .find_in_region(head.issuer.words.text(), language, region);
        named.first().map(|place| place.id.clone())
    });
    ActKey {
        district,
        region: region.unwrap_or_else(|| UNKNOWN.to_owned()),
        adopted: head.adopted,
        number: head.number.to_lowercase(),
        issuer: content
            .issuers
            .kind_of(head.issuer.words.text(), language)
            .map_or_else(
                || head.issuer.words.text().to_owned(),
                |issuer| issuer.id.clone(),
            ),
    }
}

/// Says that nothing tells the region of an act, or which of several it is.
fn without_region(act: &ReadAct<'_>, content: &Content) -> Diagnostic {
    let issuer = &act.facts.head.issuer.words;
    let rivals = content
        .places
        .rivals(issuer.text(), act.text.language, None);
    let ids: Vec<_> = rivals.iter().map(|place| place.id.as_str()).collect();
    let (diagnostic, hint) = if ids.is_empty() {
        let message = format!("no region is known for the issuer `{}`", issuer.text());
        let hint = "add the region, or the words that name it, to content/places.toml";
        (Diagnostic::new(Code::UnknownRegion, message), hint)
    } else {
        let message = format!("`{}` may be of {}", issuer.text(), ids.join(" or "));
        let hint = "look which is meant, and add the words that name it to content/places.toml";
        (Diagnostic::new(Code::AmbiguousPlace, message), hint)
    };
    let diagnostic = match issuer.span() {
        Some(span) => diagnostic.at(act.file.path.clone(), span),
        None => diagnostic.in_file(act.file.path.clone()),
    };
    diagnostic.hint(hint)
}

/// The texts of one act.
struct Joined<'a> {
    id: &'a str,
    key: &'a ActKey,
    texts: &'a [ReadAct<'a>],
}

impl Joined<'_> {
    /// The text whose language leads.
    fn lead(&self) -> &ReadAct<'_> {
        &self.texts[0]
    }

    fn words<'a>(&'a self, text: &'a ReadAct<'_>) -> Words<'a> {
        Words {
            act: self.id,
            file: text.file,
            language: text.text.language,
        }
    }

    fn act(&self, services: &[Service], content: &Content) -> Act {
        let lead = self.lead();
        let head = &lead.facts.head;
        let words = self.words(lead);
        let mut issuer_printed = words.text(&head.issuer);
        issuer_printed.translations = self.texts[1..]
            .iter()
            .map(|text| self.words(text).text(&text.facts.head.issuer))
            .collect();
        let repeal = self.texts.iter().find_map(|text| {
            let note = text.facts.head.repeal.as_ref()?;
            let words = self.words(text);
            Some(Repeal {
                on: note.on.to_string(),
                number: note.number.clone(),
                commencement: note.commencement.as_ref().map(|found| words.text(found)),
                source: words.source(&note.words),
            })
        });
        let is_repealed = self.texts.iter().any(|text| text.facts.head.is_repealed);
        Act {
            id: self.id.to_owned(),
            kind: head.kind,
            issuer: self.issuer(content),
            issuer_printed,
            region: self.key.region.clone(),
            adopted: head.adopted.to_string(),
            number: head.number.clone(),
            registered: self.texts.iter().find_map(|text| {
                let (on, number) = text.facts.head.registered.as_ref()?;
                Some(Registration {
                    on: on.to_string(),
                    number: number.clone(),
                })
            }),
            status: if is_repealed {
                Status::Repealed
            } else {
                Status::InForce
            },
            repealed: repeal,
            amending: head.is_amending && services.is_empty(),
            source: words.source_of_unit(&head.issuer),
            texts: self.texts.iter().map(|text| self.title(text)).collect(),
            amendments: self.amendments(services),
        }
    }

    fn issuer(&self, content: &Content) -> Bilingual {
        let mut printed = LocalText::default();
        for text in self.texts {
            printed.set(self.words(text).text(&text.facts.head.issuer));
        }
        let place = self.key.district.as_deref().unwrap_or(&self.key.region);
        let place = content.places.get(place);
        let genitive = place.and_then(|place| place.genitive.as_ref());
        name_issuer(&printed, genitive, &content.issuers)
    }

    fn title(&self, text: &ReadAct<'_>) -> ActTitle {
        let words = self.words(text);
        let head = &text.facts.head;
        ActTitle {
            language: text.text.language,
            path: text.file.path.clone(),
            title: words.text(head.title.as_ref().unwrap_or(&head.citation)),
            sha256: text.file.sha256.clone(),
        }
    }

    fn amendments(&self, services: &[Service]) -> Vec<Amendment> {
        let lead = self.lead();
        let words = self.words(lead);
        lead.facts
            .amendments
            .iter()
            .map(|note| Amendment {
                service: note.service.and_then(|ordinal| {
                    let service = services.iter().find(|service| service.ordinal == ordinal)?;
                    Some(service.id.clone())
                }),
                unit: note.unit.clone(),
                on: note.on.to_string(),
                number: note.number.clone(),
                source: words.source(&note.words),
            })
            .collect()
    }

    /// Services of the texts, paired by their order, with topics and ids.
    fn services(&self, content: &Content) -> Warned<Vec<Service>> {
        let count = self
            .texts
            .iter()
            .map(|text| text.facts.services.len())
            .max()
            .unwrap_or(0);
        let pairs: Vec<Vec<InText<'_>>> = (0..count)
            .map(|at| {
                let pair = self.texts.iter();
                pair.filter_map(|text| Some((self.words(text), text.facts.services.get(at)?)))
                    .collect()
            })
            .collect();
        let titles: Vec<ServiceTitle<'_>> = pairs
            .iter()
            .filter_map(|pair| pair.first())
            .map(|(words, facts)| ServiceTitle {
                text: facts.title.words.text(),
                language: words.language,
                path: &words.file.path,
                span: facts.title.words.span(),
            })
            .collect();
        let topics = find_topics(&titles, &content.topics);
        let texts: Vec<&str> = titles.iter().map(|title| title.text).collect();
        let ids = service_ids(self.id, &texts, &topics.output);
        let mut diagnostics = topics.diagnostics;
        diagnostics += check_pairs(&pairs, self.texts.len(), &content.topics);
        let named = pairs.iter().zip(ids).zip(topics.output);
        let output = named
            .map(|((pair, id), topic)| {
                let joined = join_service(self.id, pair, content);
                diagnostics += joined.diagnostics;
                Service {
                    id,
                    topic,
                    ..joined.output
                }
            })
            .collect();
        Warned {
            output,
            diagnostics,
        }
    }

    /// Gives each service its offices. The leading text that prints any counts
    /// for the references; the tables of the other one name the same offices.
    fn join_offices(
        &self,
        services: &mut [Service],
        offices: &mut Offices<'_>,
        disagreements: &mut Disagreements,
    ) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        for (at, service) in services.iter_mut().enumerate() {
            for text in self.texts {
                let Some(facts) = text.facts.services.get(at) else {
                    continue;
                };
                let (region, words) = (&self.key.region, self.words(text));
                if service.offices.is_empty() {
                    let found = offices.take(region, &words, &facts.offices);
                    disagreements.note(&found, &facts.offices, &words);
                    service.offices = found;
                    continue;
                }
                let is_paired =
                    offices.take_paired(region, &words, &facts.offices, &service.offices);
                if !is_paired && !facts.offices.is_empty() {
                    diagnostics.push(
                        Diagnostic::new(
                            Code::UnpairedItem,
                            format!("the tables of the texts name different offices for {}", service.id),
                        )
                        .in_file(&text.file.path)
                        .hint("compare the tables of both texts; their offices stand as entries of their own"),
                    );
                }
            }
        }
        diagnostics
    }

    /// What an act as a whole gives reason to say.
    fn check(&self, content: &Content) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        for read in self.texts {
            diagnostics += super::list::check_services(read, content);
            diagnostics += super::list::check_list(read);
            for unit in read
                .text
                .units
                .iter()
                .filter(|unit| unit.role == Role::Attachment)
            {
                let Some(span) = unit.words.span() else {
                    continue;
                };
                diagnostics.push(
                    Diagnostic::new(Code::UnreadTitle, "no title pattern reads the heading of this attachment")
                        .at(read.file.path.clone(), span)
                        .hint(format!(
                            "if it describes a service, add its form to content/patterns/{}/structure.toml",
                            read.text.language.code()
                        )),
                );
            }
        }
        diagnostics
    }
}
