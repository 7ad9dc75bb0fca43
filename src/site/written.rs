//! Written: what people wrote that pages show beside the catalogue.

use crate::content::pages::ContentPages;
use crate::content::papers::Papers;
use crate::content::tile_map::TileMap;
use crate::content::topics::Topics;

/// Pages, papers and topics as people wrote them.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// About, help and the like.
    pub pages: &'a ContentPages,
    /// Names of the kinds of papers, and what took their place.
    pub papers: &'a Papers,
    /// Summaries of the topics and the life events that lead to them.
    pub topics: &'a Topics,
    /// Where the regions stand on the map of the home page.
    pub tile_map: &'a TileMap,
}
