//! Offices of the state that are known by name in both languages: the government,
//! ministers, those who act for them, and a person who holds two offices at once.
//!
//! An act prints the name of an office with the name of the Republic whole, shortened
//! or left out. An office that nobody wrote down has no name here: then the act's own
//! words count.

use serde::Deserialize;

use crate::catalogue::model::{Bilingual, BilingualList};
use crate::language::Language;

/// An office with its names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Office {
    kk: String,
    ru: String,
    #[serde(default)]
    also: BilingualList,
}

/// How the languages print and name those who act for another.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Acting {
    kk: ActingWords,
    ru: ActingWords,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActingWords {
    /// The sign that an act prints before or behind the office.
    printed: Vec<String>,
    named: String,
    /// How the name of an office begins or ends, and how it does in the genitive.
    genitive: Vec<[String; 2]>,
}

/// What joins two offices, by language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Joining {
    kk: String,
    ru: String,
}

impl Joining {
    /// The word of a language, with the blank behind it.
    pub const fn get(&self, language: Language) -> &str {
        match language {
            Language::Kk => self.kk.as_str(),
            Language::Ru => self.ru.as_str(),
        }
    }
}

/// The offices of the state and what it takes to know them.
pub(super) struct HighOffices<'a> {
    pub offices: &'a [Office],
    pub acting: &'a Acting,
    pub joining: &'a Joining,
    pub republic: &'a BilingualList,
}

impl HighOffices<'_> {
    /// The names of the office, or of the two of them, that words in the nominative
    /// name; `None` unless every part of them is known.
    pub fn name(&self, words: &str, language: Language) -> Option<Bilingual> {
        if let Some(name) = self.part(words, language) {
            return Some(name);
        }
        let dashes = [" - ", " – ", " — "];
        let two = dashes.into_iter().find_map(|dash| {
            let (one, other) = words.split_once(dash)?;
            self.both(one, other, language, [" – ", " – "])
        });
        two.or_else(|| {
            let joining = [&self.joining.kk, &self.joining.ru].map(|word| format!(" {word}"));
            let own = match language {
                Language::Kk => &joining[0],
                Language::Ru => &joining[1],
            };
            words.match_indices(own.as_str()).find_map(|(at, _)| {
                let (one, other) = (&words[..at], &words[at + own.len()..]);
                self.both(one, other, language, [&joining[0], &joining[1]])
            })
        })
    }

    /// Two offices with what stands between them in Kazakh and in Russian.
    fn both(
        &self,
        one: &str,
        other: &str,
        language: Language,
        between: [&str; 2],
    ) -> Option<Bilingual> {
        let one = self.part(one, language)?;
        let other = self.part(other, language)?;
        Some(Bilingual {
            kk: [&one.kk, between[0], &other.kk].concat(),
            ru: [&one.ru, between[1], &other.ru].concat(),
        })
    }

    /// One office, also where another acts for it.
    fn part(&self, words: &str, language: Language) -> Option<Bilingual> {
        let words = words.trim();
        if let Some(office) = self.find(words, language) {
            return Some(Bilingual {
                kk: office.kk.clone(),
                ru: office.ru.clone(),
            });
        }
        let (kk, ru) = (&self.acting.kk, &self.acting.ru);
        let own = match language {
            Language::Kk => kk,
            Language::Ru => ru,
        };
        let lower = words.to_lowercase();
        let printed = own.printed.iter().find_map(|sign| {
            let rest = lower.strip_prefix(sign.as_str());
            rest.or_else(|| lower.strip_suffix(sign.as_str()))
        })?;
        let is_office = |office: &&Office| {
            let genitive = own.genitive_of(office.get(language));
            self.bare(&genitive, language) == self.bare(printed, language)
        };
        let office = self.offices.iter().find(is_office)?;
        Some(Bilingual {
            kk: kk.name(&office.kk),
            ru: ru.name(&office.ru),
        })
    }

    fn find(&self, words: &str, language: Language) -> Option<&Office> {
        let wanted = self.bare(words, language);
        self.offices.iter().find(|office| {
            let also = match language {
                Language::Kk => &office.also.kk,
                Language::Ru => &office.also.ru,
            };
            let mut names = also.iter().map(String::as_str);
            self.bare(office.get(language), language) == wanted
                || names.any(|name| self.bare(name, language) == wanted)
        })
    }

    /// A name in small letters, without that of the Republic.
    fn bare(&self, name: &str, language: Language) -> String {
        let republic = match language {
            Language::Kk => &self.republic.kk,
            Language::Ru => &self.republic.ru,
        };
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let name = format!(" {} ", words.join(" "));
        let bare = republic.iter().fold(name, |name, republic| {
            name.replace(&format!(" {} ", republic.to_lowercase()), " ")
        });
        bare.trim().to_owned()
    }
}

impl Office {
    fn get(&self, language: Language) -> &str {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

impl ActingWords {
    fn name(&self, office: &str) -> String {
        self.named.replace("{genitive}", &self.genitive_of(office))
    }

    fn genitive_of(&self, name: &str) -> String {
        let mut rewrites = self.genitive.iter();
        rewrites
            .find_map(|[nominative, genitive]| {
                let begun = name.strip_prefix(nominative.as_str());
                let ended = || name.strip_suffix(nominative.as_str());
                begun
                    .map(|rest| format!("{genitive}{rest}"))
                    .or_else(|| ended().map(|rest| format!("{rest}{genitive}")))
            })
            .unwrap_or_else(|| name.to_owned())
    }
}
