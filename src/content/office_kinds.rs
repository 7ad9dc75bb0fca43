//! Kinds of offices, from `content/vocabulary/office-kinds.toml`.
//!
//! In: the printed name of an office. Out: its kind, and the label that is
//! composed from kind and place in both languages.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::stem::{Phrase, words};
use super::toml_file::read_toml;
use crate::catalogue::model::{Bilingual, BilingualList, OfficeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;

const PATH: &str = "content/vocabulary/office-kinds.toml";

/// The kinds, in the order in which a name is compared with them.
#[derive(Clone, Debug, Default)]
pub struct OfficeKinds {
    kinds: Vec<KindEntry>,
}

/// A kind of office.
#[derive(Clone, Debug)]
pub struct KindEntry {
    /// The last part of the office's id.
    pub id: String,
    /// Kind of the catalogue.
    pub kind: OfficeKind,
    labels: Bilingual,
    kk: Vec<Phrase>,
    ru: Vec<Phrase>,
}

impl OfficeKinds {
    /// Reads the kinds under `root`; a missing file is no kind.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] when the file is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let file = read_toml::<KindsToml>(root, PATH, &mut diagnostics)?;
        let kinds = file.map(|file| file.kind).unwrap_or_default();
        let output = Self {
            kinds: kinds
                .into_iter()
                .map(|kind| kind.into_entry(&mut diagnostics))
                .collect(),
        };
        Ok(Warned {
            output,
            diagnostics,
        })
    }

    /// The kind that a printed name shows.
    #[must_use]
    pub fn kind_of(&self, name: &str, language: Language) -> Option<&KindEntry> {
        let words = words(name);
        self.kinds.iter().find(|kind| {
            let phrases = match language {
                Language::Kk => &kind.kk,
                Language::Ru => &kind.ru,
            };
            phrases
                .iter()
                .any(|phrase| (0..words.len()).any(|at| phrase.names_at(&words, at)))
        })
    }
}

impl KindEntry {
    /// The label of an office of the kind. `place` stands in the genitive,
    /// `village` is the printed name inside it, where there is one.
    #[must_use]
    pub fn label(&self, place: &Bilingual, village: Option<&str>) -> Bilingual {
        let label = |language| {
            let label = self.labels.get(language);
            let label = label.replace("{place}", place.get(language));
            let label = label.replace("{village}", village.unwrap_or_default());
            label.trim_end_matches([':', ' ']).trim().to_owned()
        };
        Bilingual {
            kk: label(Language::Kk),
            ru: label(Language::Ru),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindsToml {
    #[serde(default)]
    kind: Vec<KindToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindToml {
    id: Spanned<String>,
    kind: OfficeKind,
    stems: BilingualList,
    labels: Bilingual,
}

impl KindToml {
    fn into_entry(self, diagnostics: &mut Diagnostics) -> KindEntry {
        let span = self.id.span();
        let mut phrases = |list: &[String]| {
            let mut phrases = Vec::new();
            for stem in list {
                match Phrase::parse(stem) {
                    Some(phrase) => phrases.push(phrase),
                    None => diagnostics.push(
                        Diagnostic::new(
                            Code::ContentMistake,
                            format!("{} has a stem without letters: {stem:?}", self.id.get_ref()),
                        )
                        .at(PATH, Span::new(span.start, span.end))
                        .hint("write the beginnings of the words that show the kind"),
                    ),
                }
            }
            phrases
        };
        let kk = phrases(&self.stems.kk);
        let ru = phrases(&self.stems.ru);
        KindEntry {
            kk,
            ru,
            id: self.id.into_inner(),
            kind: self.kind,
            labels: self.labels,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, language: Language, expected: Option<&str>) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let kinds = OfficeKinds::load(root).expect("the file can be read");
        assert_eq!(kinds.diagnostics, Diagnostics::default());
        let kind = kinds.output.kind_of(name, language);
        assert_eq!(kind.map(|kind| kind.id.as_str()), expected, "{name}");
    }

    #[test]
    fn a_name_shows_its_kind() {
        let (kk, ru) = (Language::Kk, Language::Ru);
        check(
            "ГУ \"Отдел занятости и социальных программ Акимата Северного района\"",
            ru,
            Some("employment"),
        );
        check(
            "\"Солтүстік ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі\"",
            kk,
            Some("employment"),
        );
        check(
            "\"Солтүстік ауданының халықты жұмыспен қамту орталығы\"",
            kk,
            Some("employment-centre"),
        );
        check(
            "Северный сельский округ аппарата акима района",
            ru,
            Some("village-akimat"),
        );
        check(
            "\"Терек ауылы әкімінің аппараты\" мемлекеттік мекемесі",
            kk,
            Some("village-akimat"),
        );
        check("Акимат Северного района", ru, Some("akimat"));
        check("\"Солтүстік ауданы әкімінің аппараты\"", kk, Some("akimat"));
        check("Музей", ru, None);
    }
}
