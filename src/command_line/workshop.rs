//! Joining the phases: read, then site and index, then publish.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use super::folders::Folders;
use super::output;
use super::progress::Progress;
use crate::content::interface::InterfaceTexts;
use crate::content::pages::ContentPages;
use crate::content::tile_map::TileMap;
use crate::diagnostic::{Diagnostics, Severity};
use crate::error::Error;
use crate::publish::{Record, publish};
use crate::reading::{self, Reading};
use crate::search::{Rules, write_index};
use crate::site::{self, Renderer, Written};

/// The folder of the index in a build. Its name begins with a dot, so that the
/// server does not hand it out.
pub const INDEX: &str = ".index";

/// Everything that a build needs, read and noticed.
pub struct Workshop {
    reading: Reading,
    rules: Rules,
    pages: ContentPages,
    tile_map: TileMap,
    texts: Arc<InterfaceTexts>,
    /// What was noticed so far.
    pub diagnostics: Diagnostics,
    strict: Strictness,
    /// Texts of the content files that diagnostics speak of, by path.
    excerpts: BTreeMap<String, String>,
}

/// What a warning means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// Something to look at.
    Usual,
    /// An error.
    Strict,
}

impl Strictness {
    /// The strictness that the option `--strict` asks for.
    pub const fn asked(strict: bool) -> Self {
        if strict { Self::Strict } else { Self::Usual }
    }

    fn judge(self, diagnostics: Diagnostics) -> Diagnostics {
        match self {
            Self::Usual => diagnostics,
            Self::Strict => diagnostics.strict(),
        }
    }
}

/// What a build made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
    acts: usize,
    services: usize,
    pages: usize,
}

impl Built {
    /// One line for the person who waits.
    pub fn summary(self, out: &Path) -> String {
        format!(
            "built {}, {}, {} in {}\n",
            count(self.acts, "act"),
            count(self.services, "service"),
            count(self.pages, "page"),
            out.display()
        )
    }
}

impl Workshop {
    /// Reads seeds and content.
    ///
    /// # Errors
    ///
    /// A folder that is missing or a file that cannot be read.
    pub fn open(folders: &Folders, strict: Strictness) -> Result<Self, Error> {
        let root = &folders.root;
        let mut reading = reading::read(root, &folders.seeds())?;
        let mut diagnostics = std::mem::take(&mut reading.diagnostics);
        let rules = Rules::load(&root.join("content/search"))?;
        let pages = ContentPages::load(root)?;
        let texts = InterfaceTexts::load(root)?;
        diagnostics += rules.diagnostics;
        let tile_map = TileMap::load(root)?;
        diagnostics += pages.diagnostics;
        diagnostics += tile_map.diagnostics;
        diagnostics += texts.diagnostics;
        let mut workshop = Self {
            reading,
            rules: rules.output,
            pages: pages.output,
            tile_map: tile_map.output,
            texts: Arc::new(texts.output),
            diagnostics: strict.judge(diagnostics),
            strict,
            excerpts: BTreeMap::new(),
        };
        workshop.load_excerpts(root);
        Ok(workshop)
    }

    /// True when something forbids to publish.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.worst() == Some(Severity::Error)
    }

    /// Writes the site with its data and the index into a folder.
    ///
    /// # Errors
    ///
    /// A template that does not render or a file that cannot be written.
    pub fn write(
        &mut self,
        root: &Path,
        out: &Path,
        base_url: Option<&str>,
    ) -> Result<Built, Error> {
        let library = &self.reading.library;
        let renderer = Renderer::new(root, Arc::clone(&self.texts))?;
        let renderer = renderer.with_catalogue(&library.catalogue);
        let base_url = base_url.unwrap_or_default();
        let content = &self.reading.content;
        let written = Written {
            pages: &self.pages,
            papers: &content.papers,
            topics: &content.topics,
            tile_map: &self.tile_map,
        };
        let noticed = site::write(library, written, &renderer, root, out, base_url)?;
        self.diagnostics += self.strict.judge(noticed);
        write_index(library, &self.rules, &out.join(INDEX))?;
        Ok(Built {
            acts: library.catalogue.acts.len(),
            services: library.catalogue.services.len(),
            pages: count_pages(out),
        })
    }

    /// Text of a file that a diagnostic names.
    pub fn text_of(&self, path: &str) -> Option<&str> {
        let seed = self.reading.files.iter().find(|file| file.path == path);
        seed.map(|file| file.text.as_str())
            .or_else(|| self.excerpts.get(path).map(String::as_str))
    }

    /// Writes the diagnostics of at least a severity to standard error.
    pub fn report(&self, severity: Severity) {
        let shown = output::at_least(&self.diagnostics, severity);
        output::report(&shown, |path| self.text_of(path));
    }

    /// What was read.
    pub const fn reading(&self) -> &Reading {
        &self.reading
    }

    fn load_excerpts(&mut self, root: &Path) {
        for diagnostic in &self.diagnostics {
            let Some(place) = &diagnostic.place else {
                continue;
            };
            // Without the text, the report names the path only.
            if let Ok(text) = fs::read_to_string(root.join(&place.path)) {
                self.excerpts.insert(place.path.clone(), text);
            }
        }
    }
}

/// Builds and publishes; `None` when errors forbid it. Diagnostics go to standard
/// error, the line about what was built to standard output.
///
/// # Errors
///
/// When folders, files or templates are not as they must be.
pub fn build_site(
    folders: &Folders,
    out: &Path,
    base_url: Option<&str>,
    strict: Strictness,
) -> Result<Option<Built>, Error> {
    let progress = Progress::start("reading acts and content");
    // Taken first: what changes while the build runs is found by the next one.
    let record = Record::of_inputs(&folders.root, &folders.seeds(), base_url)?;
    let mut workshop = Workshop::open(folders, strict)?;
    if workshop.has_errors() {
        drop(progress);
        workshop.report(Severity::Note);
        return Ok(None);
    }
    progress.next("writing pages and index");
    let published = publish(out, |folder| {
        let built = workshop.write(&folders.root, folder, base_url)?;
        if workshop.has_errors() {
            return Err(Error::Unsound);
        }
        record.write(folder)?;
        Ok(built)
    });
    drop(progress);
    workshop.report(Severity::Warning);
    match published {
        Ok(built) => {
            output::print(&built.summary(out))?;
            Ok(Some(built))
        }
        Err(Error::Unsound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The pages of a site, those that only lead on to another left out.
fn count_pages(out: &Path) -> usize {
    WalkDir::new(out)
        .into_iter()
        .filter_entry(|entry| entry.path() != out.join("s"))
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "html"))
        .count()
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
