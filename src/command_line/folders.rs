//! Which folders a verb reads.

use std::path::PathBuf;

use clap::Args;

/// The folders that a verb reads.
#[derive(Clone, Debug, Args)]
pub struct Folders {
    /// Folder of the project, with content, templates and static files
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Folder of the acts as published [default: seeds under the project's folder]
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
}

impl Folders {
    /// The folder of the acts.
    pub fn seeds(&self) -> PathBuf {
        self.seeds
            .clone()
            .unwrap_or_else(|| self.root.join("seeds"))
    }
}
