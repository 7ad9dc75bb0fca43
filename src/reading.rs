//! Reading: from the seeds and the content to a library.

use std::path::Path;

use crate::catalogue::Library;
use crate::catalogue::model::Catalogue;
use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::source::SourceFile;

/// Everything that was read.
pub struct Reading {
    /// The catalogue with the texts.
    pub library: Library,
    /// What people wrote.
    pub content: Content,
    /// The files of the acts.
    pub files: Vec<SourceFile>,
    /// What was noticed.
    pub diagnostics: Diagnostics,
}

/// Reads the seeds and the content.
///
/// # Errors
///
/// A folder that is missing or a file that cannot be read.
pub fn read(_root: &Path, seeds: &Path) -> Result<Reading, Error> {
    if !seeds.is_dir() {
        return Err(Error::MissingFolder {
            path: seeds.to_owned(),
        });
    }
    Ok(Reading {
        library: Library {
            catalogue: Catalogue {
                format: Catalogue::FORMAT,
                acts: Vec::new(),
                services: Vec::new(),
                offices: Vec::new(),
                topics: Vec::new(),
                places: Vec::new(),
            },
            texts: Vec::new(),
        },
        content: Content {},
        files: Vec::new(),
        diagnostics: Diagnostics::default(),
    })
}
