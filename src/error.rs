//! Broken surroundings: what keeps a command from doing its work at all.
//!
//! Bad texts and bad content are diagnostics; these errors are for folders,
//! files, templates, ports and disks. The command line ends with exit code 2.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A folder that must be there is not.
    #[error("there is no folder {}", path.display())]
    MissingFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A file or folder cannot be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A template does not parse or render.
    #[error("a template does not work: {message}")]
    Template {
        /// What the template engine said, with the place.
        message: String,
    },
}

impl Error {
    /// A closure for `map_err` on a failed read.
    pub fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| Self::Read {
            path: path.to_owned(),
            source,
        }
    }

    /// A closure for `map_err` on a failed write.
    pub fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| Self::Write {
            path: path.to_owned(),
            source,
        }
    }
}
