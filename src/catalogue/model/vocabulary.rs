//! What people wrote that services and offices refer to: topics and places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bilingual, BilingualList};

/// A service independent of act, region, year and language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Topic {
    /// Id, as in addresses.
    pub id: String,
    /// Name in plain words.
    pub names: Bilingual,
    /// Life events that lead to it.
    pub life_events: Vec<String>,
}

/// A region, district, town or rural district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Id, as in addresses.
    pub id: String,
    /// Kind of the place.
    pub kind: PlaceKind,
    /// Name.
    pub names: Bilingual,
    /// Names that the place had before.
    pub former_names: BilingualList,
    /// Id of the place that holds it.
    pub parent: Option<String>,
    /// Id of the region that it belongs to today, where that changed.
    pub now_in: Option<String>,
}

/// Kind of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A region, or a city of republican significance.
    Region,
    /// A district.
    District,
    /// A town of regional significance.
    Town,
    /// A rural district.
    VillageDistrict,
}
