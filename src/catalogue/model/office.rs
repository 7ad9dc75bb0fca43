//! Offices: one entry per real office, however many tables print it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bilingual, Hours, LocalText, Text};

/// An office that people go to or call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Office {
    /// Place and kind, as in `zhambyl/merke/employment`.
    pub id: String,
    /// Kind of the office.
    pub kind: OfficeKind,
    /// Name composed from kind and place.
    pub labels: Bilingual,
    /// Name as printed, the first form.
    pub names: LocalText,
    /// Other printed forms of the name.
    pub name_variants: Vec<Text>,
    /// Id of the place.
    pub place: String,
    /// Address, the first form.
    pub address: Option<Text>,
    /// Other printed forms of the address.
    pub address_variants: Vec<Text>,
    /// Room.
    pub room: Option<Text>,
    /// Phones.
    pub phones: Vec<Phone>,
    /// Fax numbers.
    pub fax: Vec<Phone>,
    /// Email addresses.
    pub emails: Vec<Text>,
    /// Websites.
    pub websites: Vec<Website>,
    /// Head of the office.
    pub head: Option<Text>,
    /// Opening hours.
    pub hours: Option<Hours>,
    /// Reception times of the head.
    pub reception: Option<Text>,
}

/// Kind of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    /// Department of employment and social programmes.
    Employment,
    /// Akimat of a region, district or city.
    Akimat,
    /// Akimat of a village or rural district.
    VillageAkimat,
    /// Public service centre.
    ServiceCentre,
    /// Department of the region.
    Department,
    /// Anything else.
    Other,
}

/// A phone or fax number as printed and as it is dialled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Phone {
    /// As printed.
    #[serde(flatten)]
    pub words: Text,
    /// E.164; null where no valid number follows from what is printed.
    pub tel: Option<String>,
}

/// A website as printed and as an address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Website {
    /// As printed.
    #[serde(flatten)]
    pub words: Text,
    /// With its scheme.
    pub url: String,
}
