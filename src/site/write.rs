//! Write: all pages and files of the site into a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;
use walkdir::WalkDir;

use super::links;
use super::names::Names;
use super::phrases::Phrases;
use super::register::Register;
use super::renderer::{self, Renderer};
use super::subject::Subject;
use super::view::act::ActView;
use super::view::changes::ChangesView;
use super::view::design::DesignView;
use super::view::layout::{About, Layout};
use super::view::lists::{self, HomeView};
use super::view::office::OfficePage;
use super::view::place::{DistrictView, RegionView};
use super::view::search::SearchView;
use super::view::service::ServiceView;
use super::view::topic::TopicView;
use super::written::Written;
use super::{address, data, feed, heads, linked, short, sitemap};
use crate::catalogue::Library;
use crate::content::pages::{ContentPage, ContentPages};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::language::Language;

/// Files by their path under the output folder.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Writes the whole site to the folder `out`.
///
/// The files depend on nothing but the arguments. Broken links and addresses that
/// two pages share are reported.
///
/// # Errors
///
/// When a template does not render or a file cannot be read or written.
pub fn write(
    library: &Library,
    written: Written<'_>,
    renderer: &Renderer,
    root: &Path,
    out: &Path,
    base_url: &str,
) -> Result<Diagnostics, Error> {
    let register = Register::new(library, written);
    let names = Names::of(&library.catalogue);
    let press = Press {
        register: &register,
        pages: written.pages,
        renderer,
        names: &names,
        base_url,
    };
    let subjects = Subject::all(&register, written.pages);
    let (mut files, mut diagnostics) = press.print(&subjects)?;
    load_static(&root.join("static"), &mut files)?;
    files.extend(data::files_of(&data::Sources {
        register: &register,
        texts: &renderer.texts,
        names: &names,
        base_url,
    })?);
    files.extend(sitemap::files_of(&subjects, base_url, renderer)?);
    files.extend(feed::files_of(&register, &names, base_url, renderer)?);
    let (short, twice) = short::files_of(&subjects, renderer)?;
    files.extend(short);
    diagnostics += twice;
    diagnostics += links::check(&files);
    write_files(out, &files)?;
    Ok(diagnostics)
}

/// Everything that is needed to render any page.
struct Press<'a> {
    register: &'a Register<'a>,
    pages: &'a ContentPages,
    renderer: &'a Renderer,
    names: &'a Names,
    base_url: &'a str,
}

impl Press<'_> {
    fn print(&self, subjects: &[Subject<'_>]) -> Result<(Files, Diagnostics), Error> {
        let tasks: Vec<_> = subjects
            .iter()
            .flat_map(|subject| Language::ALL.map(|language| (subject, language)))
            .collect();
        let printed = tasks
            .into_par_iter()
            .map(|(subject, language)| {
                let html = self.page(subject, language)?;
                Ok((file_of(&subject.path(language)), html))
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let mut files = Files::new();
        let mut diagnostics = Diagnostics::default();
        for (path, html) in printed {
            if files.insert(path.clone(), html.into_bytes()).is_some() {
                let message = format!("two pages would both be {path}");
                diagnostics.push(Diagnostic::new(Code::AddressTwice, message));
            }
        }
        for (path, template) in [("index.html", "root.html"), ("404.html", "404.html")] {
            let html = self
                .renderer
                .render_bare(template, &BareView::new(self.base_url))?;
            files.insert(path.to_owned(), html.into_bytes());
        }
        Ok((files, diagnostics))
    }

    fn page(&self, subject: &Subject<'_>, language: Language) -> Result<String, Error> {
        let phrases = Phrases::new(&self.renderer.texts, self.names, language);
        let register = self.register;
        match subject {
            Subject::Home => {
                let view = HomeView::new(register, phrases)?;
                self.render("home.html", subject, heads::home(phrases)?, &view, phrases)
            }
            Subject::Services => {
                let about = heads::listed("services", phrases)?;
                let view = lists::services_by_region(register, phrases)?;
                self.render("services.html", subject, about, &view, phrases)
            }
            Subject::Acts => {
                let about = heads::listed("acts", phrases)?;
                let view = lists::acts(register, phrases)?;
                self.render("acts.html", subject, about, &view, phrases)
            }
            Subject::Places => {
                let about = heads::listed("places", phrases)?;
                let view = lists::regions(register, phrases)?;
                self.render("places.html", subject, about, &view, phrases)
            }
            Subject::Topic(segment) => {
                let view = TopicView::new(segment, register, phrases)?;
                let about = heads::of_topic(&view, phrases)?;
                self.render("topic.html", subject, about, &view, phrases)
            }
            Subject::Service(service) => {
                let view = ServiceView::new(service, register, self.base_url, phrases)?;
                let mut about = heads::of_service(&view, service, register, phrases)?;
                let linked = linked::of_service(service, &about, register, phrases, self.base_url)?;
                about.linked = Some(linked);
                self.render("service.html", subject, about, &view, phrases)
            }
            Subject::Act(act) => {
                let view = ActView::new(act, register, phrases)?;
                let about = heads::of_act(&view, phrases)?;
                self.render("act.html", subject, about, &view, phrases)
            }
            Subject::Region(region) => {
                let view = RegionView::new(region, register, phrases)?;
                let about = heads::of_region(&view.name, phrases)?;
                self.render("region.html", subject, about, &view, phrases)
            }
            Subject::District(place) => {
                let view = DistrictView::new(place, register, phrases)?;
                let about = heads::of_district(&view.name, &place.id, register, phrases)?;
                self.render("district.html", subject, about, &view, phrases)
            }
            Subject::Office(office) => {
                let view = OfficePage::new(office, register, self.base_url, phrases)?;
                let mut about = heads::of_office(&view, phrases)?;
                about.linked = Some(linked::of_office(office, register, phrases, self.base_url)?);
                self.render("office.html", subject, about, &view, phrases)
            }
            Subject::Changes => {
                let about = heads::listed("changes", phrases)?;
                let view = ChangesView::new(register, phrases)?;
                self.render("changes.html", subject, about, &view, phrases)
            }
            Subject::Design => {
                let about = heads::listed("design", phrases)?;
                let view = DesignView::new(register, self.base_url, phrases)?;
                self.render("design.html", subject, about, &view, phrases)
            }
            Subject::Search => {
                let about = renderer::search_about(phrases)?;
                let view = SearchView::new(None, phrases)?;
                self.render("search.html", subject, about, &view, phrases)
            }
            Subject::Written(name) => {
                let page = self.pages.get(name, language);
                let title = page.map_or("", |page| page.title.as_str());
                let about = heads::written(title, phrases)?;
                let view = WrittenView::of(page);
                self.render("written.html", subject, about, &view, phrases)
            }
        }
    }

    fn render(
        &self,
        template: &str,
        subject: &Subject<'_>,
        about: About,
        view: &impl Serialize,
        phrases: Phrases<'_>,
    ) -> Result<String, Error> {
        let path = |language| subject.path(language);
        let layout = Layout::published(about, path, self.base_url, phrases)?;
        self.renderer
            .render(template, phrases.language, &layout, view)
    }
}

/// A page that people wrote.
#[derive(Serialize)]
struct WrittenView<'a> {
    title: &'a str,
    html: &'a str,
}

impl<'a> WrittenView<'a> {
    /// A page that one language lacks is empty in it; it was reported on loading.
    fn of(page: Option<&'a ContentPage>) -> Self {
        page.map_or(
            Self {
                title: "",
                html: "",
            },
            |page| Self {
                title: &page.title,
                html: &page.html,
            },
        )
    }
}

/// A page outside of the two languages.
#[derive(Serialize)]
struct BareView {
    base_url: String,
    languages: Vec<BareLanguage>,
}

/// The way into a language.
#[derive(Serialize)]
struct BareLanguage {
    code: &'static str,
    home: String,
    search: String,
}

impl BareView {
    fn new(base_url: &str) -> Self {
        let languages = Language::ALL.map(|language| BareLanguage {
            code: language.code(),
            home: address::home_path(language),
            search: address::search_path(language),
        });
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            languages: languages.into(),
        }
    }
}

/// The file that a server sends for the path of a page.
pub(super) fn file_of(path: &str) -> String {
    format!("{}index.html", path.trim_start_matches('/'))
}

fn load_static(folder: &Path, files: &mut Files) -> Result<(), Error> {
    if !folder.is_dir() {
        return Err(Error::MissingFolder {
            path: folder.to_owned(),
        });
    }
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::Read {
            path: folder.to_owned(),
            source: error.into(),
        })?;
        if entry.file_type().is_file() {
            let path = entry.path();
            let name = path.strip_prefix(folder).unwrap_or(path);
            let bytes = fs::read(path).map_err(Error::reading(path))?;
            files.insert(format!("static/{}", name.to_string_lossy()), bytes);
        }
    }
    Ok(())
}

fn write_files(out: &Path, files: &Files) -> Result<(), Error> {
    for (path, bytes) in files {
        let file = out.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Error::writing(folder))?;
        }
        fs::write(&file, bytes).map_err(Error::writing(&file))?;
    }
    Ok(())
}
