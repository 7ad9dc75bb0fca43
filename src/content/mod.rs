//! Content: what people write, read from `content/` under the project's root.
//!
//! A mistake of an editor is a diagnostic with its file and line; an unreadable
//! folder is an [`Error`].

pub mod corrections;
mod high_offices;
pub mod interface;
pub mod issuers;
pub mod office_kinds;
pub mod pages;
pub mod papers;
pub mod patterns;
mod phrase_index;
pub mod places;
pub mod stem;
pub mod tile_map;
pub mod toml_file;
pub mod topics;

use std::path::Path;

use crate::diagnostic::{Diagnostics, Warned};
use crate::error::Error;
use crate::repair::RepairRules;

use corrections::Corrections;
use issuers::Issuers;
use office_kinds::OfficeKinds;
use papers::Papers;
use patterns::Patterns;
use places::Places;
use topics::Topics;

/// What people wrote that the reading of acts needs.
pub struct Content {
    /// Phrases of both languages.
    pub patterns: Patterns,
    /// What repair must know of words.
    pub repair: RepairRules,
    /// What maintainers set right in what was read.
    pub corrections: Corrections,
    /// Bodies that issue acts.
    pub issuers: Issuers,
    /// Kinds of offices.
    pub office_kinds: OfficeKinds,
    /// Kinds of papers.
    pub papers: Papers,
    /// Regions, districts and towns.
    pub places: Places,
    /// Services independent of act and region.
    pub topics: Topics,
}

/// Loads all of it.
///
/// # Errors
///
/// A folder or file that cannot be read. Mistakes in files are diagnostics.
pub fn load(root: &Path) -> Result<Warned<Content>, Error> {
    let mut diagnostics = Diagnostics::default();
    let output = Content {
        patterns: take(patterns::load(root)?, &mut diagnostics),
        repair: take(RepairRules::load(root)?, &mut diagnostics),
        corrections: take(Corrections::load(root)?, &mut diagnostics),
        issuers: take(Issuers::load(root)?, &mut diagnostics),
        office_kinds: take(OfficeKinds::load(root)?, &mut diagnostics),
        papers: take(Papers::load(root)?, &mut diagnostics),
        places: take(Places::load(root)?, &mut diagnostics),
        topics: take(Topics::load(root)?, &mut diagnostics),
    };
    Ok(Warned {
        output,
        diagnostics,
    })
}

fn take<T>(loaded: Warned<T>, diagnostics: &mut Diagnostics) -> T {
    *diagnostics += loaded.diagnostics;
    loaded.output
}
