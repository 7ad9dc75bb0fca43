//! Kinds of offices, from `content/vocabulary/office-kinds.toml`.
//!
//! In: the printed name of an office. Out: its kind, and the label that is
//! composed from kind and place in both languages.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::phrase_index::PhraseIndex;
use super::stem::{Phrase, Word, words};
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
    /// `None` is what goes by its printed name.
    kinds: Vec<Option<KindEntry>>,
    /// What names hold, each with the place of the kind that it shows.
    phrases: BTreeMap<Language, PhraseIndex<usize>>,
}

/// A kind of office.
#[derive(Clone, Debug)]
pub struct KindEntry {
    /// The last part of the office's id.
    pub id: String,
    /// Kind of the catalogue.
    pub kind: OfficeKind,
    labels: Bilingual,
    /// Words of names that belong to the kind without being of it.
    parts: BTreeMap<Language, Vec<Phrase>>,
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
        let mut output = Self::default();
        for kind in file.into_iter().flat_map(|file| file.kind) {
            output.take(kind, &mut diagnostics);
        }
        Ok(Warned {
            output,
            diagnostics,
        })
    }

    fn take(&mut self, kind: KindToml, diagnostics: &mut Diagnostics) {
        let mut parse = |stem: &String| {
            let phrase = Phrase::parse(stem);
            if phrase.is_none() {
                diagnostics.push(no_letters(&kind.id, stem));
            }
            phrase
        };
        let mut parts: BTreeMap<Language, Vec<Phrase>> = BTreeMap::new();
        for language in Language::ALL {
            let phrases = self.phrases.entry(language).or_default();
            for phrase in kind.stems.get(language).iter().filter_map(&mut parse) {
                phrases.push(phrase, self.kinds.len());
            }
            let of_parts = kind.parts.get(language).iter().filter_map(&mut parse);
            parts.insert(language, of_parts.collect());
        }
        let id = kind.id.into_inner();
        let entry = |labels| KindEntry {
            id,
            kind: kind.kind,
            labels,
            parts,
        };
        self.kinds.push(kind.labels.map(entry));
    }

    /// The kind that a printed name shows: of several the one that the file lists
    /// first. `None` where none is known, or the file says that the name says it best.
    #[must_use]
    pub fn kind_of(&self, name: &str, language: Language) -> Option<&KindEntry> {
        let words = words(name);
        let phrases = self.phrases.get(&language)?;
        let shown = words.iter().enumerate().flat_map(|(at, word)| {
            let begun = phrases.begun_by(word);
            begun.filter({
                let words = &words;
                move |(phrase, _)| phrase.names_at(words, at)
            })
        });
        let whole = shown.map(|(_, kind)| *kind).filter(|kind| {
            let kind = self.kinds.get(*kind).and_then(Option::as_ref);
            kind.is_none_or(|kind| !kind.names_a_part(&words, language))
        });
        let kind = whole.min()?;
        self.kinds.get(kind)?.as_ref()
    }
}

impl KindEntry {
    /// Whether a name is that of a body which belongs to one of the kind, as the
    /// department of an akimat does.
    fn names_a_part(&self, words: &[Word], language: Language) -> bool {
        let parts = self.parts.get(&language);
        let mut parts = parts.into_iter().flatten();
        parts.any(|part| (0..words.len()).any(|at| part.names_at(words, at)))
    }

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
    #[serde(default)]
    parts: BilingualList,
    labels: Option<Bilingual>,
}

fn no_letters(id: &Spanned<String>, stem: &str) -> Diagnostic {
    let span = id.span();
    let message = format!("{} has a stem without letters: {stem:?}", id.get_ref());
    Diagnostic::new(Code::ContentMistake, message)
        .at(PATH, Span::new(span.start, span.end))
        .hint("write the beginnings of the words that show the kind")
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
        check(
            "Қарқаралы аудандық \"Азаматтарға арналған үкімет\" мемлекеттік корпорациясы",
            kk,
            Some("state-corporation"),
        );
        check(
            "Отдел Государственной корпорации по Северному району",
            ru,
            Some("state-corporation"),
        );
        check("Музей", ru, None);
    }

    #[test]
    fn the_department_of_an_akimat_is_no_akimat() {
        let (kk, ru) = (Language::Kk, Language::Ru);
        check(
            "Отдел жилищного хозяйства акимата Северного района",
            ru,
            None,
        );
        check(
            "ГУ \"Управление энергетики акимата Северной области\"",
            ru,
            None,
        );
        check("Солтүстік ауданы әкімдігінің білім бөлімі", kk, None);
        check("Солтүстік ауданының әкімдігі", kk, Some("akimat"));
    }
}
