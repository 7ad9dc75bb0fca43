//! The layout: what stands around every page.

use serde::Serialize;

use crate::error::Error;
use crate::language::Language;
use crate::site::address;
use crate::site::phrases::Phrases;

/// Longer titles are cut off where they are listed.
const LONGEST_TITLE: usize = 70;

/// What stands around a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Layout {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) home: String,
    pub(crate) search: String,
    /// False where the page itself has the search form.
    pub(crate) header_search: bool,
    pub(crate) nav: Vec<NavItem>,
    pub(crate) footer: Vec<NavItem>,
    /// This page in each language, Kazakh first.
    pub(crate) languages: Vec<LanguageLink>,
    /// Full address of the page; `None` for answers to a question.
    pub(crate) canonical: Option<String>,
    /// The address that chooses a language, for readers of neither.
    pub(crate) chooser: Option<String>,
    pub(crate) crumbs: Vec<Crumb>,
    /// The page as linked data, ready to stand in a script element.
    pub(crate) linked: Option<String>,
}

/// An entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct NavItem {
    pub(crate) href: String,
    pub(crate) label: String,
    /// The value of `aria-current`, for the page itself and what lies under it.
    pub(crate) current: Option<&'static str>,
}

/// The page in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct LanguageLink {
    pub(crate) code: &'static str,
    /// Name of the language in itself.
    pub(crate) name: String,
    pub(crate) href: String,
    /// Full address, for machines; `None` for answers to a question.
    pub(crate) url: Option<String>,
    /// True on the page in this language.
    pub(crate) current: bool,
}

/// A page above this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Crumb {
    pub(crate) href: String,
    pub(crate) label: String,
}

/// What a page says of itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) crumbs: Vec<Crumb>,
    /// The page as linked data, ready to stand in a script element.
    pub(crate) linked: Option<String>,
}

impl Layout {
    /// The layout of a published page; `path` gives its path in a language.
    pub(crate) fn published(
        about: About,
        path: impl Fn(Language) -> String,
        base_url: &str,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let base_url = base_url.trim_end_matches('/');
        let mut layout = Self::answer(about, &path, phrases)?;
        for language in &mut layout.languages {
            language.url = Some(format!("{base_url}{}", language.href));
        }
        layout.canonical = Some(format!("{base_url}{}", path(phrases.language)));
        layout.chooser = Some(format!("{base_url}{}", address::ROOT));
        Ok(layout)
    }

    /// The layout of an answer to a question, which has no address of its own
    /// among the published pages.
    pub(crate) fn answer(
        about: About,
        path: impl Fn(Language) -> String,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let page = phrases.language;
        let site = phrases.text("site-name")?;
        let title = match about.title.is_empty() {
            true => format!("{site} – {}", phrases.text("site-claim")?),
            false => title_with(&about.title, &site),
        };
        let mut languages = Vec::new();
        for language in Language::ALL {
            languages.push(LanguageLink {
                code: language.code(),
                name: phrases.text(&format!("language-{}", language.code()))?,
                href: path(language),
                url: None,
                current: language == page,
            });
        }
        Ok(Self {
            title,
            description: about.description,
            home: address::home_path(page),
            search: address::search_path(page),
            header_search: !has_search_form(&path(page), page),
            nav: navigation(&path(page), phrases)?,
            footer: footer(&path(page), phrases)?,
            languages,
            canonical: None,
            chooser: None,
            crumbs: about.crumbs,
            linked: about.linked,
        })
    }
}

/// The title with the name of the site, where tabs and search engines show both.
fn title_with(title: &str, site: &str) -> String {
    let whole = format!("{title} – {site}");
    match whole.chars().count() > LONGEST_TITLE {
        true => title.to_owned(),
        false => whole,
    }
}

fn has_search_form(path: &str, page: Language) -> bool {
    path == address::home_path(page)
        || path == address::design_path(page)
        || path.starts_with(&address::search_path(page))
}

fn navigation(here: &str, phrases: Phrases<'_>) -> Result<Vec<NavItem>, Error> {
    let page = phrases.language;
    let items = [
        ("nav-services", address::services_path(page)),
        ("nav-places", address::places_path(page)),
        ("nav-acts", address::acts_path(page)),
    ];
    mark_current(items, here, phrases)
}

fn footer(here: &str, phrases: Phrases<'_>) -> Result<Vec<NavItem>, Error> {
    let page = phrases.language;
    let items = [
        ("nav-about", address::content_path(page, "about")),
        ("nav-help", address::content_path(page, "help")),
        ("nav-changes", address::changes_path(page)),
        ("nav-design", address::design_path(page)),
        (
            "nav-accessibility",
            address::content_path(page, "accessibility"),
        ),
    ];
    mark_current(items, here, phrases)
}

fn mark_current<const N: usize>(
    items: [(&str, String); N],
    here: &str,
    phrases: Phrases<'_>,
) -> Result<Vec<NavItem>, Error> {
    items
        .into_iter()
        .map(|(key, href)| {
            let current = match here.strip_prefix(href.as_str()) {
                Some("") => Some("page"),
                Some(_) => Some("true"),
                None => None,
            };
            Ok(NavItem {
                current,
                label: phrases.text(key)?,
                href,
            })
        })
        .collect()
}
