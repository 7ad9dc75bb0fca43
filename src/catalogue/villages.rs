//! Villages and rural districts: places that only the tables of offices name.
//!
//! In: the printed name of a village and the district that holds it. Out: places
//! for the catalogue. Nobody wrote these places down, so that they have the
//! printed name in both languages.

use std::collections::BTreeMap;

use super::model::{Bilingual, BilingualList, Place, PlaceKind};
use super::offices::LONGEST;
use super::slug::short_slug;

/// The villages that tables name, by id.
#[derive(Debug, Default)]
pub struct Villages {
    places: BTreeMap<String, Place>,
}

impl Villages {
    /// Takes a village of a place; the first form of its name counts.
    pub fn take(&mut self, id: &str, parent: &str, name: &str) {
        self.places.entry(id.to_owned()).or_insert_with(|| Place {
            id: id.to_owned(),
            kind: PlaceKind::VillageDistrict,
            names: Bilingual {
                kk: name.to_owned(),
                ru: name.to_owned(),
            },
            former_names: BilingualList::default(),
            parent: Some(parent.to_owned()),
            now_in: None,
        });
    }

    /// The villages, by id.
    #[must_use]
    pub fn finish(self) -> Vec<Place> {
        self.places.into_values().collect()
    }
}

/// The id of a village in a district, town or region.
#[must_use]
pub fn village_id(place: &str, village: &str) -> String {
    format!("{place}/{}", short_slug(village, LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_that_two_tables_name_is_one_place() {
        let mut villages = Villages::default();
        for name in ["Ақмешіт", "Акмешит"] {
            villages.take(&village_id("r/d", "Ақмешіт"), "r/d", name);
        }
        let places = villages.finish();
        let named: Vec<_> = places
            .iter()
            .map(|place| {
                (
                    place.id.as_str(),
                    place.names.kk.as_str(),
                    place.parent.as_deref(),
                )
            })
            .collect();
        assert_eq!(named, [("r/d/akmeshit", "Ақмешіт", Some("r/d"))]);
    }
}
