//! The tile map: where each region stands on the drawn map of the home page.
//!
//! In: `content/tile-map.toml`. Out: [`TileMap`], a grid of ids of regions.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::toml_file::read_toml;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::passage::Span;

const FILE: &str = "content/tile-map.toml";

/// The most columns and rows that the style sheet has places for.
const LARGEST: usize = 9;

/// A grid of regions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileMap {
    tiles: Vec<Tile>,
}

/// The place of a region in the grid; rows and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Id of the region.
    pub region: String,
    /// Row, from the north.
    pub row: usize,
    /// Column, from the west.
    pub column: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rows: Vec<Vec<Spanned<String>>>,
}

impl TileMap {
    /// Reads `content/tile-map.toml` under `root`; without the file there is no map.
    ///
    /// A region that stands twice or outside of the grid keeps its first place and is
    /// reported.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let file: Option<File> = read_toml(root, FILE, &mut diagnostics)?;
        let rows = file.map(|file| file.rows).unwrap_or_default();
        let mut map = Self::default();
        let mut seen = BTreeSet::new();
        for (row, regions) in rows.iter().enumerate() {
            for (column, region) in regions.iter().enumerate() {
                let id = region.get_ref();
                if id.is_empty() {
                    continue;
                }
                if row >= LARGEST || column >= LARGEST {
                    let message = format!("`{id}` stands outside of {LARGEST} rows and columns");
                    diagnostics.push(at(region, message));
                } else if seen.insert(id.clone()) {
                    map.tiles.push(Tile {
                        region: id.clone(),
                        row: row + 1,
                        column: column + 1,
                    });
                } else {
                    diagnostics.push(at(region, format!("`{id}` stands on the map twice")));
                }
            }
        }
        Ok(Warned {
            output: map,
            diagnostics,
        })
    }

    /// The tiles, row by row.
    #[must_use]
    pub fn tiles(&self) -> &[Tile] {
        &self.tiles
    }
}

fn at(region: &Spanned<String>, message: String) -> Diagnostic {
    let span = region.span();
    Diagnostic::new(Code::ContentMistake, message).at(FILE, Span::new(span.start, span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Warned<TileMap> {
        let root = tempfile::tempdir().expect("there is a folder for temporary files");
        let content = root.path().join("content");
        std::fs::create_dir(&content).expect("it can be made");
        std::fs::write(content.join("tile-map.toml"), text).expect("it can be written");
        TileMap::load(root.path()).expect("it can be read")
    }

    #[test]
    fn a_gap_takes_a_place_and_no_tile() {
        let map = load("rows = [[\"\", \"abai\"], [\"zhambyl\"]]");
        assert_eq!(map.diagnostics, Diagnostics::default());
        let places: Vec<_> = map
            .output
            .tiles()
            .iter()
            .map(|tile| (tile.row, tile.column))
            .collect();
        assert_eq!(places, [(1, 2), (2, 1)]);
    }

    #[test]
    fn a_region_that_stands_twice_is_reported_at_its_second_place() {
        let map = load("rows = [[\"abai\", \"abai\"]]");
        assert_eq!(map.output.tiles().len(), 1);
        assert_eq!(map.diagnostics.iter().count(), 1);
    }

    #[test]
    fn an_unknown_key_is_an_editors_mistake() {
        assert_eq!(load("row = []").diagnostics.iter().count(), 1);
    }
}
