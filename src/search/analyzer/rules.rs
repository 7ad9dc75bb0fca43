//! The rules of the analyzers, as people wrote them in `content/search`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::normal::normalize;
use super::suffixes::Suffixes;
use crate::catalogue::model::{Bilingual, BilingualList};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::passage::Span;
use crate::search::weights::{WeightFile, Weights};

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

/// Rules for Kazakh words.
#[derive(Clone, Debug, Default)]
pub struct KazakhRules {
    /// The suffixes.
    pub suffixes: Suffixes,
    /// Nouns and other words at which the stemmer stops.
    pub nouns: BTreeSet<String>,
    /// Roots of verbs at which it stops.
    pub verbs: BTreeSet<String>,
    /// Words that carry no meaning of their own.
    pub stop_words: BTreeSet<String>,
}

/// Rules for Russian words.
#[derive(Clone, Debug, Default)]
pub struct RussianRules {
    /// Forms that Snowball keeps apart from their word, with the word.
    pub irregular: BTreeMap<String, String>,
    /// Stems that a noun has before its endings, with the noun.
    pub stems: BTreeMap<String, String>,
    /// Verbs whose forms begin otherwise than their infinitive.
    pub verbs: RussianVerbs,
    /// Stems that lose a vowel before an ending, with the vowel kept and lost.
    pub fleeting: BTreeMap<String, String>,
    /// Ends that Snowball reads wrongly.
    pub ends: RussianEnds,
    /// Nouns that it takes for verbs.
    pub nouns: RussianNouns,
    /// Words that keep every letter.
    pub protected: BTreeSet<String>,
    /// Words that carry no meaning of their own.
    pub stop_words: BTreeSet<String>,
}

/// Russian verbs whose forms begin otherwise than their infinitive.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RussianVerbs {
    /// What may stand before a form.
    pub prefixes: Vec<String>,
    /// Those that few other words begin with.
    pub sure_prefixes: Vec<String>,
    /// What may follow a stem of today.
    pub present: Vec<String>,
    /// What may follow a stem of the past.
    pub past: Vec<String>,
    /// Ends of infinitives.
    pub infinitive: Vec<String>,
    /// What may follow any form.
    pub reflexive: Vec<String>,
    /// Infinitives with their stems of today.
    pub today: BTreeMap<String, Vec<String>>,
    /// Stems of the past that are not the infinitive without its end.
    pub was: BTreeMap<String, String>,
    /// Forms that stand alone, with the infinitive.
    pub forms: BTreeMap<String, String>,
}

/// An end that Snowball leaves, with what stands for all forms of the word.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rewrite {
    /// The ends, each for itself.
    pub ends: Vec<String>,
    /// What stands in their place.
    pub to: String,
    /// How many letters must stand before them.
    pub least: usize,
}

/// Russian nouns that Snowball takes for verbs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RussianNouns {
    /// What may follow them.
    pub ends: Vec<String>,
    /// Their stems.
    pub stems: BTreeSet<String>,
}

/// Ends of Russian words that Snowball reads wrongly.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RussianEnds {
    /// Ends with the soft sign that belongs to the stem.
    pub soft: Vec<String>,
    /// Ends with a soft sign that may belong to the stem or to the end.
    pub soft_or_not: Vec<String>,
    /// The sign.
    pub soft_sign: String,
    /// Ends of verbs that many nouns end in.
    pub of_nouns_and_verbs: Vec<String>,
    /// Ends of nouns that verbs with a prefix have.
    pub of_nouns_and_prefixed_verbs: Vec<String>,
    /// Ends of nouns whose last consonant no verb gained.
    pub of_nouns_that_gained: Vec<String>,
    /// Ends that only adjectives have.
    pub of_adjectives: Vec<String>,
    /// Ends that nouns and adjectives have.
    pub of_nouns_and_adjectives: Vec<String>,
    /// What tells the stem of a short adjective from that of a noun.
    pub adjective_mark: String,
    /// Ends of verbs in the plural after hushing consonants.
    pub plural_of_verbs: Vec<String>,
    /// The hushing consonants.
    pub hushing: Vec<char>,
    /// Last consonants of stems with one that some forms gain.
    pub gained: BTreeMap<String, String>,
    /// Ends of stems with one that verbs gain and that some nouns have.
    pub gained_by_verbs: Vec<String>,
    /// Vowels that stand between a stem and its ends.
    pub vowels: Vec<String>,
    /// Vowels that come and go before the last consonant.
    pub fleeting_vowels: Vec<char>,
    /// Ends that Snowball leaves or takes off half.
    pub rewrite: Vec<Rewrite>,
}

/// Letters that are one when words are compared.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// Letters, and what stands for them.
    pub folded: BTreeMap<String, String>,
    /// Letters that an apostrophe changes.
    pub apostrophes: BTreeMap<char, String>,
    /// Spellings of one sound after folding.
    pub sounds: BTreeMap<String, String>,
}

/// A keyboard that was not switched.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyboard {
    /// What people call it.
    pub name: String,
    /// Letters that a word must hold for it to be read so.
    pub beside: Script,
    /// What stands on the keys that were struck.
    pub struck: String,
    /// What was meant, in the same order.
    pub meant: String,
}

/// A script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
}

/// An abbreviation with what it means.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// Kazakh spellings.
    #[serde(default)]
    pub kk: Vec<String>,
    /// Russian spellings.
    #[serde(default)]
    pub ru: Vec<String>,
    /// The words that acts use.
    pub means: Bilingual,
    /// True when it names a kind of office.
    #[serde(default)]
    pub office: bool,
}

/// Abbreviations and what may follow them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {
    /// Endings, the longer ones first.
    pub endings: BilingualList,
    /// The abbreviations.
    #[serde(rename = "abbreviation")]
    pub rows: Vec<Abbreviation>,
}

/// Words that ask for an office.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWords {
    /// Words that only a question for an office holds.
    pub asks: BilingualList,
    /// Words for kinds of places.
    pub kinds: BilingualList,
    /// What follows a name in the adjective made of it, the longer ends first.
    #[serde(default)]
    pub adjective_ends: BilingualList,
}

/// The town or village in which the bodies of a district sit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Id of the district.
    pub place: String,
    /// Names of the town or village.
    pub names: BilingualList,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seats {
    seat: Vec<Seat>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keyboards {
    keyboard: Vec<Keyboard>,
}

/// Words that say what is done and not to what.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deeds {
    /// Kazakh words.
    pub kk: Vec<String>,
    /// Russian words.
    pub ru: Vec<String>,
    /// What people do themselves, such as paying.
    pub own: BilingualList,
    /// What says that they want help with it.
    pub help: BilingualList,
}

/// Papers that people ask for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// Words for people for whom something is, such as a paper.
    pub holders: BilingualList,
    /// The papers.
    #[serde(rename = "paper")]
    pub rows: Vec<PaperNames>,
}

/// What people and acts call a paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperNames {
    /// The kinds of papers of the catalogue that it may be.
    pub kinds: Vec<String>,
    /// Kazakh names.
    pub kk: Vec<String>,
    /// Russian names.
    pub ru: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Related {
    groups: Vec<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Irregular {
    forms: BTreeMap<String, String>,
    stems: BTreeMap<String, String>,
    fleeting: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct KazakhWords {
    nouns: BTreeSet<String>,
    verbs: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordList {
    words: BTreeSet<String>,
}

const KK_SUFFIXES: &str = "kk/suffixes.toml";
const KK_WORDS: &str = "kk/words.toml";
const KK_STOP_WORDS: &str = "kk/stop-words.toml";
const RU_IRREGULAR: &str = "ru/irregular.toml";
const RU_NOUNS: &str = "ru/nouns.toml";
const RU_VERBS: &str = "ru/verbs.toml";
const RU_ENDS: &str = "ru/ends.toml";
const LETTERS: &str = "letters.toml";
const KEYBOARDS: &str = "keyboards.toml";
const ABBREVIATIONS: &str = "abbreviations.toml";
const OFFICE_WORDS: &str = "office-words.toml";
const DEEDS: &str = "deeds.toml";
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
        let mut reader = Reader {
            folder,
            files: Vec::new(),
            diagnostics: Diagnostics::default(),
        };
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
                seats: seats.map(|read| read.seat).unwrap_or_default(),
                weights: reader.read_weights()?,
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

struct Reader<'a> {
    folder: &'a Path,
    files: Vec<(&'static str, String)>,
    diagnostics: Diagnostics,
}

impl Reader<'_> {
    fn read<T: DeserializeOwned>(&mut self, name: &'static str) -> Result<Option<T>, Error> {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path).map_err(Error::reading(&path))?;
        let parsed = toml::from_str(&text);
        self.files.push((name, text));
        match parsed {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                self.diagnostics.push(syntax_mistake(name, &error));
                Ok(None)
            }
        }
    }

    fn read_weights(&mut self) -> Result<Weights, Error> {
        let file: WeightFile = self.read(WEIGHTS)?.unwrap_or_default();
        let read = file.weights();
        if let Err(message) = &read {
            let path = format!("content/search/{WEIGHTS}");
            let mistake = Diagnostic::new(Code::ContentMistake, message.clone());
            self.diagnostics.push(mistake.in_file(path));
        }
        Ok(read.unwrap_or_default())
    }

    fn read_words(&mut self, name: &'static str) -> Result<BTreeSet<String>, Error> {
        let list: Option<WordList> = self.read(name)?;
        let words = list.map(|list| list.words).unwrap_or_default();
        Ok(normal(&words))
    }
}

fn normal(words: &BTreeSet<String>) -> BTreeSet<String> {
    words.iter().map(|word| normalize(word)).collect()
}

fn syntax_mistake(name: &str, error: &toml::de::Error) -> Diagnostic {
    let path = format!("content/search/{name}");
    let diagnostic = Diagnostic::new(Code::ContentSyntax, error.message().to_owned());
    match error.span() {
        Some(span) => diagnostic.at(path, Span::new(span.start, span.end)),
        None => diagnostic.in_file(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
