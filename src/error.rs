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
    /// A search index cannot be written or read.
    #[error("the search index in {} does not work: {message}", path.display())]
    Index {
        /// The folder of the index.
        path: PathBuf,
        /// What the search engine said.
        message: String,
    },
    /// The folder to publish into holds something that no build made.
    #[error(
        "{} exists and was not built by this program; choose another folder with --out",
        path.display()
    )]
    ForeignFolder {
        /// The folder.
        path: PathBuf,
    },
    /// Another build is writing to the same place.
    #[error("another build is writing {}; wait until it is done", path.display())]
    AnotherBuild {
        /// The folder that is being built.
        path: PathBuf,
    },
    /// The address to serve on belongs to another program.
    #[error(
        "the address {address} is in use; stop the program that uses it or choose another with \
         --address, such as --address 127.0.0.1:8081"
    )]
    AddressInUse {
        /// Host and port.
        address: String,
    },
    /// The server cannot listen on an address or answer on it.
    #[error("cannot serve on {address}")]
    Serve {
        /// Host and port.
        address: String,
        /// What the system said.
        source: io::Error,
    },
    /// A build that its own diagnostics forbid to publish.
    #[error("the build has errors")]
    Unsound,
    /// The build that a server needs ended with an error, which it has said itself.
    #[error("the site was not built, and there is none to serve")]
    NotBuilt,
    /// The program cannot be started a second time.
    #[error("cannot start {} to build the site", path.display())]
    Start {
        /// The program.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A command names an act that was not read.
    #[error("there is no act {act}; there are: {known}")]
    UnknownAct {
        /// The id that was asked for.
        act: String,
        /// The ids of the acts that were read.
        known: String,
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
