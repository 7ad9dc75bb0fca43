//! Renderer: prepared pages into templates.
//!
//! In: templates under `<root>/templates`, interface texts, and the names that a
//! search page needs. Out: HTML. Everything is escaped but what is marked as safe:
//! snippets of the search and pages that people wrote.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fluent_bundle::FluentArgs;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};
use walkdir::WalkDir;

use super::address;
use super::names::Names;
use super::phrases::Phrases;
use super::view::layout::{About, Crumb, Layout};
use super::view::search::SearchView;
use crate::catalogue::model::Catalogue;
use crate::content::interface::InterfaceTexts;
use crate::error::Error;
use crate::language::Language;
use crate::search::answer::Answer;

/// Renders pages.
pub struct Renderer {
    tera: Tera,
    pub(super) texts: Arc<InterfaceTexts>,
    names: Names,
}

impl Renderer {
    /// A renderer with the templates under `<root>/templates`.
    ///
    /// # Errors
    ///
    /// When a template cannot be read or does not parse.
    pub fn new(root: &Path, texts: Arc<InterfaceTexts>) -> Result<Self, Error> {
        let mut tera = Tera::new();
        let words = Arc::clone(&texts);
        tera.register_function("text", move |arguments: Kwargs, state: &State<'_>| {
            word_text(&words, &arguments, state)
        });
        tera.add_raw_templates(load_templates(&root.join("templates"))?)
            .map_err(|error| template_error(&error))?;
        Ok(Self {
            tera,
            texts,
            names: Names::default(),
        })
    }

    /// The renderer with the names of a catalogue's regions and topics.
    #[must_use]
    pub fn with_catalogue(mut self, catalogue: &Catalogue) -> Self {
        self.names = Names::of(catalogue);
        self
    }

    /// The search page, complete without a script: the form, and below it the
    /// answer when something was asked.
    ///
    /// # Errors
    ///
    /// When a text is missing or the template does not render.
    pub fn search_page(
        &self,
        language: Language,
        answer: Option<&Answer>,
    ) -> Result<String, Error> {
        let phrases = Phrases::new(&self.texts, &self.names, language);
        let query = answer.map_or("", |answer| answer.query.as_str());
        let path = |language| {
            let path = address::search_path(language);
            match query {
                "" => path,
                query => format!("{path}?q={}", utf8_percent_encode(query, NON_ALPHANUMERIC)),
            }
        };
        let mut about = search_about(phrases)?;
        if !query.is_empty() {
            about.title = format!("{query} – {}", about.title);
        }
        let layout = Layout::answer(about, path, phrases)?;
        let view = SearchView::new(answer, phrases)?;
        self.render("search.html", language, &layout, &view)
    }

    /// Puts a prepared page into its template.
    pub(super) fn render(
        &self,
        template: &str,
        language: Language,
        layout: &Layout,
        view: &impl Serialize,
    ) -> Result<String, Error> {
        let mut context = Context::new();
        context.insert("language", language.code());
        context.insert("layout", layout);
        context.insert("view", view);
        self.render_context(template, &context)
    }

    /// Renders a template that stands outside of the two languages.
    pub(super) fn render_bare(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<String, Error> {
        let mut context = Context::new();
        context.insert("view", view);
        self.render_context(template, &context)
    }

    fn render_context(&self, template: &str, context: &Context) -> Result<String, Error> {
        let rendered = self.tera.render(template, context);
        rendered
            .map(|text| without_loose_blanks(&text))
            .map_err(|error| template_error(&error))
    }
}

/// Drops the blanks at the ends of lines and the empty lines that conditions in
/// templates leave behind; no text of a page depends on them.
fn without_loose_blanks(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy
}

/// What the search page says of itself.
pub(super) fn search_about(phrases: Phrases<'_>) -> Result<About, Error> {
    Ok(About {
        title: phrases.text("search-title")?,
        description: phrases.text("search-description")?,
        crumbs: vec![home_crumb(phrases)?],
        linked: None,
    })
}

/// The first of the pages above every page.
pub(super) fn home_crumb(phrases: Phrases<'_>) -> Result<Crumb, Error> {
    Ok(Crumb {
        href: address::home_path(phrases.language),
        label: phrases.text("nav-home")?,
    })
}

fn load_templates(folder: &Path) -> Result<Vec<(String, String)>, Error> {
    if !folder.is_dir() {
        return Err(Error::MissingFolder {
            path: folder.to_owned(),
        });
    }
    let mut templates = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::Read {
            path: folder.to_owned(),
            source: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path();
        let name = path.strip_prefix(folder).unwrap_or(path);
        let source = fs::read_to_string(path).map_err(Error::reading(path))?;
        templates.push((name.to_string_lossy().into_owned(), source));
    }
    Ok(templates)
}

/// The function `text` of templates: `text(key="...", count=3)` in the language of
/// the page, or in the one that `language` names.
fn word_text(
    texts: &InterfaceTexts,
    arguments: &Kwargs,
    state: &State<'_>,
) -> Result<String, tera::Error> {
    let key = arguments.must_get::<String>("key")?;
    let code = match arguments.get::<String>("language")? {
        Some(code) => code,
        None => state.get::<String>("language")?.unwrap_or_default(),
    };
    let language = Language::from_code(&code).ok_or_else(|| {
        tera::Error::message(format!("`{code}` is no language of the site, for `{key}`"))
    })?;
    let mut words = FluentArgs::new();
    for (name, value) in arguments.iter() {
        if let Some(name) = name.as_str() {
            set_argument(&mut words, name.to_owned(), value);
        }
    }
    texts
        .format(language, &key, &words)
        .map_err(|error| tera::Error::message(error.to_string()))
}

fn set_argument(words: &mut FluentArgs<'_>, name: String, value: &Value) {
    if let Some(text) = value.as_str() {
        words.set(name, text.to_owned());
    } else if let Some(number) = value.as_i64() {
        words.set(name, number);
    }
}

fn template_error(error: &tera::Error) -> Error {
    Error::Template {
        message: error.to_string(),
    }
}
