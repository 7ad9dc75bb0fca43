//! The catalogue as it is published in `catalogue.json`.
//!
//! These types are a contract with other programs: names and meanings stay,
//! additions are free. Lists are sorted by id, or keep the order of the act.

mod act;
mod correction;
mod office;
mod service;
mod text;
mod vocabulary;
pub mod weekdays;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use act::{Act, ActKind, ActTitle, Amendment, Registration, Repeal, Status};
pub use correction::Correction;
pub use office::{Office, OfficeKind, Phone, Website};
pub use service::{
    Application, ApplicationStage, Channel, ChannelHours, ChannelWords, Document, Duration, Fee,
    FeeKind, Hours, LegalBasis, OfficeReference, OfficeRole, Recipient, References, Service,
    ServiceKind, Standard, Step, TimeLimit, TimeLimitKind, TimeUnit,
};
pub use text::{Bilingual, BilingualList, LocalText, Source, Text};
pub use vocabulary::{Place, PlaceKind, Topic};
pub use weekdays::Weekdays;

/// Everything that was read, joined across acts and languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Catalogue {
    /// Version of this format; a change of meaning raises it.
    pub format: u32,
    /// The acts, by id.
    pub acts: Vec<Act>,
    /// The services, by act and ordinal.
    pub services: Vec<Service>,
    /// The offices, by id.
    pub offices: Vec<Office>,
    /// The topics, by id.
    pub topics: Vec<Topic>,
    /// The places, by id.
    pub places: Vec<Place>,
    /// What people set right in what was read, by act.
    pub corrections: Vec<Correction>,
}

impl Catalogue {
    /// The version of the format that this program writes.
    pub const FORMAT: u32 = 1;
}
