//! `qyzmet serve`: the built site over HTTP.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use clap::Args;

use super::folders::Folders;
use super::workshop::INDEX;
use super::{Outcome, output};
use crate::catalogue::model::Catalogue;
use crate::content::interface::InterfaceTexts;
use crate::error::Error;
use crate::language::Language;
use crate::publish::Record;
use crate::search::Searcher;
use crate::search::answer::Answer;
use crate::server::{self, Opened, SearchPage, State};
use crate::site::Renderer;

/// Serves the site, the search page and the API; builds first when needed
///
/// The site is built when it is missing or when the acts, the content, the
/// templates or the program have changed since.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    qyzmet serve\n  \
    qyzmet serve --address 0.0.0.0:80 --out /srv/qyzmet")]
pub struct Serve {
    #[command(flatten)]
    folders: Folders,

    /// Address to serve on
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:8080")]
    address: String,

    /// Folder of the finished site
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
}

impl Serve {
    pub fn run(self) -> Result<Outcome, Error> {
        let runtime = tokio::runtime::Runtime::new().map_err(|source| Error::Serve {
            address: self.address.clone(),
            source,
        })?;
        // The address comes first: nobody wants to wait for a build to learn that
        // the port is taken.
        let listener = runtime.block_on(server::bind(&self.address))?;
        if !is_current(&self.folders, &self.out)? {
            // A first build knows no other address than the one that is served now.
            let base_url = match Record::find(&self.out) {
                Some(record) => record.base_url,
                None => Some(format!("http://{}", server::local_address(&listener)?)),
            };
            let built = build_apart(&self.folders, &self.out, base_url.as_deref())?;
            if matches!(built, Outcome::Refused) {
                return Ok(built);
            }
        }
        let state = open(&self.folders.root, &self.out)?;
        runtime.spawn(Arc::clone(&state.live).watch());
        let router = server::router(state);
        let address = server::local_address(&listener)?;
        output::print(&format!(
            "serving {} on http://{address}\n",
            self.out.display()
        ))?;
        runtime.block_on(server::serve(listener, router))?;
        Ok(Outcome::Done)
    }
}

/// True when the site was built by this program from the inputs as they are.
fn is_current(folders: &Folders, out: &Path) -> Result<bool, Error> {
    let Some(built) = Record::find(out) else {
        return Ok(false);
    };
    let base_url = built.base_url.clone();
    let now = Record::of_inputs(&folders.root, &folders.seeds(), base_url.as_deref())?;
    Ok(now == built)
}

/// Builds the site in a process of its own, whose memory ends with it: a build needs
/// ten times as much as a server.
fn build_apart(folders: &Folders, out: &Path, base_url: Option<&str>) -> Result<Outcome, Error> {
    let program = std::env::current_exe().map_err(|source| Error::Start {
        path: PathBuf::from("qyzmet"),
        source,
    })?;
    let mut build = Command::new(&program);
    build.arg("build").arg("--root").arg(&folders.root);
    build.arg("--seeds").arg(folders.seeds());
    build.arg("--out").arg(out);
    if let Some(base_url) = base_url {
        build.arg("--base-url").arg(base_url);
    }
    let ended = build.status().map_err(|source| Error::Start {
        path: program,
        source,
    })?;
    match ended.code() {
        Some(0) => Ok(Outcome::Done),
        Some(1) => Ok(Outcome::Refused),
        _ => Err(Error::NotBuilt),
    }
}

fn open(root: &Path, out: &Path) -> Result<State, Error> {
    let (root, site) = (root.to_owned(), out.to_owned());
    let out = site.clone();
    State::new(site, move || {
        let texts = InterfaceTexts::load(&root)?.output;
        let renderer = Renderer::new(&root, Arc::new(texts))?;
        let renderer = renderer.with_catalogue(&load_catalogue(&out)?);
        Ok(Opened {
            searcher: Searcher::open(&out.join(INDEX))?,
            pages: Box::new(renderer),
        })
    })
}

/// The catalogue as published, for the names of regions and topics.
fn load_catalogue(out: &Path) -> Result<Catalogue, Error> {
    let path = out.join("data/catalogue.json");
    let text = std::fs::read_to_string(&path).map_err(Error::reading(&path))?;
    serde_json::from_str(&text).map_err(|error| Error::reading(&path)(error.into()))
}

impl SearchPage for Renderer {
    fn search_page(&self, language: Language, answer: Option<&Answer>) -> Result<String, Error> {
        Self::search_page(self, language, answer)
    }
}
