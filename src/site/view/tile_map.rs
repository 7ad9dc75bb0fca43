//! The drawn map of the home page: which regions the catalogue covers.

use serde::Serialize;

use super::lists::{self, RegionCard};
use crate::error::Error;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// The regions of the country in their places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TileMapView {
    /// Row by row, those without acts too.
    pub(crate) tiles: Vec<TileView>,
    /// What acts speak of and the map has no place for, such as the whole country.
    pub(crate) others: Vec<RegionCard>,
}

/// A region on the map; rows and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TileView {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) name: String,
    /// What the catalogue holds of it; `None` where no act speaks of it.
    pub(crate) region: Option<RegionCard>,
}

impl TileMapView {
    pub(crate) fn new(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Self, Error> {
        let mut others = lists::regions(register, phrases)?;
        let mut tiles = Vec::new();
        for tile in register.tile_map.tiles() {
            let covered = others.iter().position(|region| region.id == tile.region);
            // An id that no place has, as after a removal, has no name to show.
            if covered.is_none() && register.place(&tile.region).is_none() {
                continue;
            }
            tiles.push(TileView {
                row: tile.row,
                column: tile.column,
                name: phrases.region(&tile.region)?,
                region: covered.map(|at| others.remove(at)),
            });
        }
        Ok(Self { tiles, others })
    }
}
