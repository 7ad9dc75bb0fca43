//! `qyzmet build`: the site, its data and the index.

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use super::folders::Folders;
use super::workshop::{Strictness, build_site};
use crate::error::Error;

/// Reads everything and writes site, data and index
///
/// The old site stays in place until the new one is whole, and beside it afterwards
/// as `<out>.previous`. When an act or a file of the content has an error, nothing
/// is published.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    qyzmet build\n  \
    qyzmet build --out /srv/qyzmet --base-url https://services.example")]
pub struct Build {
    #[command(flatten)]
    folders: Folders,

    /// Folder of the finished site
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,

    /// Address under which the site is published, for links that must be whole
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,

    /// Make warnings errors
    #[arg(long)]
    strict: bool,
}

impl Build {
    pub fn run(self) -> Result<Outcome, Error> {
        let strict = Strictness::asked(self.strict);
        let built = build_site(&self.folders, &self.out, self.base_url.as_deref(), strict)?;
        Ok(built.map_or(Outcome::Refused, |_| Outcome::Done))
    }
}
