//! What a search asks and answers: the contract of `/api/v1/search`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::model::Status;
use crate::language::Language;

/// A question to the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// What the person typed.
    pub query: String,
    /// How it is to be read.
    pub reading: Reading,
    /// Language of the page wanted.
    pub language: Option<Language>,
    /// Only these regions, when not empty.
    pub regions: Vec<String>,
    /// Only these statuses, when not empty.
    pub statuses: Vec<Status>,
    /// Only these kinds of hits, when not empty.
    pub kinds: Vec<HitKind>,
    /// How many hits at the most, 1 to 100.
    pub limit: usize,
    /// How many hits to skip.
    pub offset: usize,
}

/// How a question is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As it was most likely meant, typing errors and keyboards included.
    #[default]
    Meant,
    /// As it was typed.
    Typed,
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Answer {
    /// What was asked, for links to other parts of the answer.
    #[serde(skip)]
    pub request: Request,
    /// What the person typed.
    pub query: String,
    /// How it was understood.
    pub understood: Understood,
    /// How many hits there are in all.
    pub total: usize,
    /// The hits asked for, best first.
    pub hits: Vec<Hit>,
    /// Counts over all hits.
    pub facets: Facets,
}

/// How a query was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Understood {
    /// The query's language, as far as it can be told.
    pub language: Option<Language>,
    /// The words searched, when they differ from the query.
    pub corrected: Option<String>,
    /// Id of the place that the query names.
    pub place: Option<String>,
}

/// Kind of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum HitKind {
    /// A service of an act.
    Service,
    /// An office.
    Office,
    /// A topic.
    Topic,
    /// An act.
    Act,
}

impl HitKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Service, Self::Office, Self::Topic, Self::Act];

    /// The word of the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Office => "office",
            Self::Topic => "topic",
            Self::Act => "act",
        }
    }
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// What was found.
    pub kind: HitKind,
    /// Its id.
    pub id: String,
    /// Id of its act.
    pub act: Option<String>,
    /// Its place among the services of the act.
    pub ordinal: Option<u32>,
    /// Id of its topic.
    pub topic: Option<String>,
    /// Its title, in `language`.
    pub title: String,
    /// Language of title and snippet.
    pub language: Language,
    /// Path of its page in the language wanted.
    pub url: String,
    /// Id of its region.
    pub region: Option<String>,
    /// Status of its act.
    pub status: Option<Status>,
    /// Year in which its act was adopted.
    pub year: Option<u16>,
    /// Score; higher is better.
    pub score: f32,
    /// HTML with `<mark>` as its only element.
    pub snippet: String,
}

/// Counts of hits by value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Facets {
    /// By region.
    pub region: BTreeMap<String, usize>,
    /// By status.
    pub status: BTreeMap<String, usize>,
    /// By topic.
    pub topic: BTreeMap<String, usize>,
    /// By kind of hit.
    pub kind: BTreeMap<String, usize>,
}
