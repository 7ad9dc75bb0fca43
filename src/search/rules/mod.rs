//! The rules of the search, as people wrote them in `content/search`.

mod kazakh;
mod reader;
mod russian;
mod typing;
mod words;

use std::fs;
use std::path::Path;

use super::weights::Weights;
use crate::diagnostic::Warned;
use crate::error::Error;
pub use kazakh::KazakhRules;
use kazakh::KazakhWords;
use reader::{Reader, normal};
use russian::Irregular;
pub use russian::{PartOfSpeech, RussianParts, RussianRules, RussianVerbs};
use typing::Keyboards;
pub use typing::{Keyboard, Letters, Script};
pub use words::{Abbreviations, Deeds, OfficeWords, Papers, Seat, Stories};
use words::{Related, Seats};

/// The rules of both languages.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Kazakh.
    pub kk: KazakhRules,
    /// Russian.
    pub ru: RussianRules,
    /// Letters that are one when words are compared.
    pub letters: Letters,
    /// Keyboards that were not switched.
    pub keyboards: Vec<Keyboard>,
    /// Abbreviations with what they mean.
    pub abbreviations: Abbreviations,
    /// Words that say what is done and not to what.
    pub deeds: Deeds,
    /// Words that people tell a story with.
    pub stories: Stories,
    /// Where the bodies of districts sit.
    pub seats: Vec<Seat>,
    /// How much each sign counts.
    pub weights: Weights,
    /// Words that ask for an office.
    pub office_words: OfficeWords,
    /// Papers by their names in both languages.
    pub papers: Papers,
    /// Groups of topics that help in the same need.
    pub related: Vec<Vec<String>>,
    /// The files as read, so that an index can carry the rules it was built with.
    files: Vec<(&'static str, String)>,
}

const KK_SUFFIXES: &str = "kk/suffixes.toml";
const KK_WORDS: &str = "kk/words.toml";
const KK_STOP_WORDS: &str = "kk/stop-words.toml";
const RU_IRREGULAR: &str = "ru/irregular.toml";
const RU_NOUNS: &str = "ru/nouns.toml";
const RU_VERBS: &str = "ru/verbs.toml";
const RU_ENDS: &str = "ru/ends.toml";
const RU_PARTS: &str = "ru/parts.toml";
const LETTERS: &str = "letters.toml";
const KEYBOARDS: &str = "keyboards.toml";
const ABBREVIATIONS: &str = "abbreviations.toml";
const OFFICE_WORDS: &str = "office-words.toml";
const DEEDS: &str = "deeds.toml";
const STORIES: &str = "stories.toml";
const SEATS: &str = "seats.toml";
const WEIGHTS: &str = "weights.toml";
const PAPERS: &str = "papers.toml";
const RELATED: &str = "related.toml";
const RU_PROTECTED: &str = "ru/protected.toml";
const RU_STOP_WORDS: &str = "ru/stop-words.toml";

impl Rules {
    /// Reads the rules of a folder such as `content/search`. A file with a mistake
    /// counts as empty and becomes a diagnostic.
    ///
    /// # Errors
    ///
    /// A file that is missing or that the system does not let us read.
    pub fn load(folder: &Path) -> Result<Warned<Self>, Error> {
        let mut reader = Reader::new(folder);
        let words: KazakhWords = reader.read(KK_WORDS)?.unwrap_or_default();
        let kk = KazakhRules {
            suffixes: reader.read(KK_SUFFIXES)?.unwrap_or_default(),
            nouns: normal(&words.nouns),
            verbs: normal(&words.verbs),
            stop_words: reader.read_words(KK_STOP_WORDS)?,
        };
        let irregular: Irregular = reader.read(RU_IRREGULAR)?.unwrap_or_default();
        let ru = RussianRules {
            irregular: irregular.forms,
            stems: irregular.stems,
            verbs: reader.read(RU_VERBS)?.unwrap_or_default(),
            fleeting: irregular.fleeting,
            ends: reader.read(RU_ENDS)?.unwrap_or_default(),
            parts: reader.read(RU_PARTS)?.unwrap_or_default(),
            nouns: reader.read(RU_NOUNS)?.unwrap_or_default(),
            protected: reader.read_words(RU_PROTECTED)?,
            stop_words: reader.read_words(RU_STOP_WORDS)?,
        };
        let keyboards: Option<Keyboards> = reader.read(KEYBOARDS)?;
        let papers: Option<Papers> = reader.read(PAPERS)?;
        let related: Option<Related> = reader.read(RELATED)?;
        let seats: Option<Seats> = reader.read(SEATS)?;
        Ok(Warned {
            output: Self {
                kk,
                ru,
                letters: reader.read(LETTERS)?.unwrap_or_default(),
                keyboards: keyboards.map(|read| read.keyboard).unwrap_or_default(),
                abbreviations: reader.read(ABBREVIATIONS)?.unwrap_or_default(),
                deeds: reader.read(DEEDS)?.unwrap_or_default(),
                stories: reader.read(STORIES)?.unwrap_or_default(),
                seats: seats.map(|read| read.seat).unwrap_or_default(),
                weights: reader.read_weights(WEIGHTS)?,
                office_words: reader.read(OFFICE_WORDS)?.unwrap_or_default(),
                papers: papers.unwrap_or_default(),
                related: related.map(|read| read.groups).unwrap_or_default(),
                files: reader.files,
            },
            diagnostics: reader.diagnostics,
        })
    }

    /// Writes the files that the rules were read from into another folder.
    ///
    /// # Errors
    ///
    /// What the system says of the folder or a file.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        for (name, text) in &self.files {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(Error::writing(parent))?;
            }
            fs::write(&path, text).map_err(Error::writing(&path))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostics};
    use crate::passage::Span;

    #[test]
    fn the_rules_of_the_project_have_no_mistake() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/search");
        let warned = Rules::load(&folder).expect("the rules are there");
        assert_eq!(warned.diagnostics, Diagnostics::default());
    }

    #[test]
    fn a_mistake_is_a_diagnostic_with_its_place() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/search");
        let rules = Rules::load(&source).expect("the rules are there").output;
        rules.write(folder.path()).expect("the copy is written");
        fs::write(folder.path().join(RU_PROTECTED), "words = 1\n").expect("the file is written");
        let warned = Rules::load(folder.path()).expect("the rules are there");
        let places: Vec<_> = warned
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.code, diagnostic.place.clone()))
            .collect();
        let place = crate::diagnostic::Place {
            path: "content/search/ru/protected.toml".to_owned(),
            span: Some(Span::new(8, 9)),
        };
        assert_eq!(places, [(Code::ContentSyntax, Some(place))]);
    }
}
