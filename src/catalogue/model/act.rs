//! Acts: resolutions, orders and decisions that approve services.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bilingual, Source, Text};
use crate::language::Language;

/// An act as adopted, whatever the number of its texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Act {
    /// Region, year and number, as in `kostanay-2010-215`.
    pub id: String,
    /// What kind of act it is.
    pub kind: ActKind,
    /// The body that adopted it.
    pub issuer: Bilingual,
    /// The words that name the issuer in the act itself.
    pub issuer_printed: Text,
    /// Id of the region that the act speaks of, or `republic`.
    pub region: String,
    /// Day of adoption, `YYYY-MM-DD`.
    pub adopted: String,
    /// The act's own number as printed.
    pub number: String,
    /// Entry in the register of the justice bodies, where the act names it.
    pub registered: Option<Registration>,
    /// Whether the act says that it has lost force.
    pub status: Status,
    /// The repealing act, where the act names it.
    pub repealed: Option<Repeal>,
    /// True for an act that only amends other acts and approves no service.
    pub amending: bool,
    /// The lines that say what the act is.
    pub source: Source,
    /// The act's texts, sorted by language.
    pub texts: Vec<ActTitle>,
    /// Notes on amendments, in the order of the act.
    pub amendments: Vec<Amendment>,
}

/// Kind of an act of a state body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActKind {
    /// Постановление, қаулы.
    Resolution,
    /// Приказ, бұйрық.
    Order,
    /// Решение, шешім.
    Decision,
}

/// Whether an act is in force as far as its own text says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The text names no act that repealed it.
    InForce,
    /// The text says that it has lost force.
    Repealed,
}

/// State registration of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Registration {
    /// Day of registration, `YYYY-MM-DD`.
    pub on: String,
    /// Number in the register.
    pub number: String,
}

/// The act that repealed this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Repeal {
    /// Day on which the repealing act was adopted, `YYYY-MM-DD`.
    pub on: String,
    /// Number of the repealing act.
    pub number: String,
    /// What the act says of how the repeal takes effect.
    pub commencement: Option<Text>,
    /// The lines that speak of the repeal.
    pub source: Source,
}

/// One text of an act: its language, file and title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ActTitle {
    /// Language of the text.
    pub language: Language,
    /// `seeds/<file>`.
    pub path: String,
    /// Title of the act in this language.
    pub title: Text,
    /// SHA-256 of the file as published, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// A note that a unit of the act was changed by another act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Amendment {
    /// Id of the service whose text was changed; null for the act itself.
    pub service: Option<String>,
    /// The unit that was changed, as the note names it.
    pub unit: String,
    /// Day of the amending act, `YYYY-MM-DD`.
    pub on: String,
    /// Number of the amending act.
    pub number: String,
    /// The lines of the note.
    pub source: Source,
}
