//! Pages that people write: about, help, accessibility.
//!
//! In: `content/pages/<name>.<language>.md`. Out: [`ContentPages`] with a title and
//! HTML each. A page begins with its title (`# ...`) and exists in both languages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;

/// A page as written by people, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentPage {
    /// Title, plain text.
    pub title: String,
    /// What follows the title, as HTML.
    pub html: String,
}

/// The pages by name, each in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentPages {
    pages: BTreeMap<(String, Language), ContentPage>,
}

impl ContentPages {
    /// Reads the pages under `<root>/content/pages`.
    ///
    /// # Errors
    ///
    /// When the folder or a file cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let folder = root.join("content/pages");
        if !folder.is_dir() {
            return Err(Error::MissingFolder { path: folder });
        }
        let mut pages = Self::default();
        let mut diagnostics = Diagnostics::default();
        for entry in fs::read_dir(&folder).map_err(Error::reading(&folder))? {
            let path = entry.map_err(Error::reading(&folder))?.path();
            let file_name = path.file_name().unwrap_or_default().to_string_lossy();
            let Some(key) = parse_file_name(&file_name) else {
                continue;
            };
            let source = fs::read_to_string(&path).map_err(Error::reading(&path))?;
            match parse_page(&source) {
                Some(page) => {
                    pages.pages.insert(key, page);
                }
                None => diagnostics.push(report_no_title(&file_name)),
            }
        }
        diagnostics += pages.find_missing();
        Ok(Warned {
            output: pages,
            diagnostics,
        })
    }

    /// The names of the pages, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pages
            .keys()
            .filter(|(_, language)| *language == Language::Kk)
            .map(|(name, _)| name.as_str())
    }

    /// The page with the given name in a language.
    #[must_use]
    pub fn get(&self, name: &str, language: Language) -> Option<&ContentPage> {
        self.pages.get(&(name.to_owned(), language))
    }

    fn find_missing(&self) -> Diagnostics {
        self.pages
            .keys()
            .filter(|(name, language)| self.get(name, language.other()).is_none())
            .map(|(name, language)| {
                let code = language.other().code();
                let path = format!("content/pages/{name}.{}.md", language.code());
                Diagnostic::new(
                    Code::MissingText,
                    format!("the page `{name}` is missing in {code}"),
                )
                .in_file(path)
                .hint(format!("add content/pages/{name}.{code}.md"))
            })
            .collect()
    }
}

fn report_no_title(file_name: &str) -> Diagnostic {
    Diagnostic::new(Code::ContentSyntax, "the page does not begin with a title")
        .in_file(format!("content/pages/{file_name}"))
        .hint("begin the file with `# ` and the title")
}

fn parse_file_name(file_name: &str) -> Option<(String, Language)> {
    let (name, code) = file_name.strip_suffix(".md")?.rsplit_once('.')?;
    Some((name.to_owned(), Language::from_code(code)?))
}

fn parse_page(source: &str) -> Option<ContentPage> {
    let source = source.trim_start_matches('\u{feff}').trim_start();
    let (first, rest) = source.split_once('\n').unwrap_or((source, ""));
    let title = first.strip_prefix("# ")?.trim();
    if title.is_empty() {
        return None;
    }
    let mut page = String::new();
    html::push_html(&mut page, Parser::new_ext(rest, Options::ENABLE_TABLES));
    Some(ContentPage {
        title: title.to_owned(),
        html: page,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_title_and_what_follows() {
        assert_eq!(
            parse_page("# О сайте\n\nТекст с *весом*.\n"),
            Some(ContentPage {
                title: "О сайте".to_owned(),
                html: "<p>Текст с <em>весом</em>.</p>\n".to_owned(),
            })
        );
    }

    #[test]
    fn a_page_without_a_title_is_no_page() {
        assert_eq!(parse_page("Текст без заголовка\n"), None);
    }

    #[test]
    fn a_page_in_one_language_only_is_reported() {
        let mut pages = ContentPages::default();
        let page = parse_page("# Анықтама\n").expect("the page has a title");
        pages.pages.insert(("help".to_owned(), Language::Kk), page);
        let expected = Diagnostic::new(Code::MissingText, "the page `help` is missing in ru")
            .in_file("content/pages/help.kk.md")
            .hint("add content/pages/help.ru.md");
        assert_eq!(pages.find_missing(), Diagnostics::from_iter([expected]));
    }
}
