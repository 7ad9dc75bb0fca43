//! Topics: services independent of act, region, year and language.
//!
//! In: the folders of `content/topics`, each with a `topic.toml` and a summary in
//! each language. Out: [`Topics`], which tells the topic that a title belongs to.
//!
//! A title pattern is a line of parts with blanks between them. Each part is a
//! stem (see [`super::stem`]), or several stems with `|` between them of which
//! one is enough. Every part must name some word of the title, in any order; a
//! part that begins with `!` must name none. The pattern with the most parts
//! wins; where topics tie, several claim the title.

mod pattern;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::stem::{Word, words};
use super::toml_file::{folder_names, read_text, read_toml};
use crate::catalogue::model::{self, Bilingual, BilingualList};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;
use pattern::Pattern;

const FOLDER: &str = "content/topics";
const LIFE_EVENTS: &str = "content/topics/life-events.toml";

/// How many topics are named as nearest to a title that none claims.
const NEAREST: usize = 3;

/// One topic as people wrote it down.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Id, as in addresses: the name of its folder.
    pub id: String,
    /// Name in plain words of today.
    pub names: Bilingual,
    /// Ids of the life events that lead to it.
    pub life_events: Vec<String>,
    /// Everyday and older words for it.
    pub synonyms: BilingualList,
    /// Summaries in Markdown, by language.
    pub summaries: BTreeMap<Language, String>,
    patterns: BTreeMap<Language, Vec<Pattern>>,
}

/// All topics and life events.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    topics: Vec<Topic>,
    life_events: BTreeMap<String, Bilingual>,
}

/// What the topics say of a title.
#[derive(Clone, Debug)]
pub enum Claim<'a> {
    /// One topic claims it.
    One(&'a Topic),
    /// Several claim it with equally specific patterns, by id.
    Several(Vec<&'a Topic>),
    /// None claims it.
    None {
        /// The topics whose patterns come nearest, the nearest first.
        nearest: Vec<&'a Topic>,
    },
}

impl Topics {
    /// Reads the folders of `content/topics` under `root`; no folder is no topic.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] when a file or folder is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let life_events = read_toml(root, LIFE_EVENTS, &mut diagnostics)?;
        let mut output = Self {
            topics: Vec::new(),
            life_events: life_events.unwrap_or_default(),
        };
        let mut examples = Vec::new();
        for id in folder_names(root, FOLDER)? {
            let path = format!("{FOLDER}/{id}/topic.toml");
            let Some(file) = read_toml::<TopicToml>(root, &path, &mut diagnostics)? else {
                continue;
            };
            output.diagnose(&path, &file, &mut diagnostics);
            let patterns = read_patterns(&path, &file.titles, &mut diagnostics);
            output.topics.push(Topic {
                summaries: read_summaries(root, &id, &mut diagnostics)?,
                id,
                names: file.names.into_inner(),
                life_events: file
                    .life_events
                    .into_iter()
                    .map(Spanned::into_inner)
                    .collect(),
                synonyms: file.synonyms,
                patterns,
            });
            examples.push((path, file.examples, file.counter_examples));
        }
        for (topic, (path, examples, counter_examples)) in output.topics.iter().zip(&examples) {
            let own = topic.id.as_str();
            output.check_examples(path, examples, |claimed| claimed == [own], &mut diagnostics);
            let none_own = |claimed: &[&str]| !claimed.contains(&own);
            output.check_examples(path, counter_examples, none_own, &mut diagnostics);
        }
        Ok(Warned {
            output,
            diagnostics,
        })
    }

    /// All topics, by id.
    #[must_use]
    pub fn all(&self) -> &[Topic] {
        &self.topics
    }

    /// The topic with the given id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The life events with their names, by id.
    #[must_use]
    pub const fn life_events(&self) -> &BTreeMap<String, Bilingual> {
        &self.life_events
    }

    /// The topic that a title in the given language belongs to.
    #[must_use]
    pub fn claim(&self, title: &str, language: Language) -> Claim<'_> {
        let words = words(title);
        let claims: Vec<_> = self
            .topics
            .iter()
            .filter_map(|topic| Some((topic.specificity(&words, language)?, topic)))
            .collect();
        let Some(most) = claims.iter().map(|(parts, _)| *parts).max() else {
            return Claim::None {
                nearest: self.nearest(&words, language),
            };
        };
        let mut claiming = claims
            .into_iter()
            .filter(|(parts, _)| *parts == most)
            .map(|(_, topic)| topic);
        match (claiming.next(), claiming.next()) {
            (Some(topic), None) => Claim::One(topic),
            (first, second) => {
                Claim::Several(first.into_iter().chain(second).chain(claiming).collect())
            }
        }
    }

    /// The topics as the catalogue publishes them, by id.
    #[must_use]
    pub fn to_catalogue(&self) -> Vec<model::Topic> {
        self.topics
            .iter()
            .map(|topic| model::Topic {
                id: topic.id.clone(),
                names: topic.names.clone(),
                life_events: topic.life_events.clone(),
            })
            .collect()
    }

    fn nearest(&self, words: &[Word], language: Language) -> Vec<&Topic> {
        let mut near: Vec<_> = self
            .topics
            .iter()
            .filter_map(|topic| Some((topic.nearness(words, language)?, topic)))
            .collect();
        near.sort_by(|(one, first), (other, second)| {
            other.cmp(one).then_with(|| first.id.cmp(&second.id))
        });
        near.truncate(NEAREST);
        near.into_iter().map(|(_, topic)| topic).collect()
    }

    fn diagnose(&self, path: &str, file: &TopicToml, diagnostics: &mut Diagnostics) {
        let names = file.names.get_ref();
        if names.kk.trim().is_empty() || names.ru.trim().is_empty() {
            diagnostics.push(
                mistake(path, &file.names, "the topic has no name in one language")
                    .hint("write the name in both languages"),
            );
        }
        for event in &file.life_events {
            let id = event.get_ref();
            if !self.life_events.contains_key(id) {
                diagnostics.push(
                    mistake(path, event, format!("there is no life event {id}"))
                        .hint(format!("name one of {LIFE_EVENTS}, or add it there")),
                );
            }
        }
    }

    /// Names the examples whose claiming topics are not `right`.
    fn check_examples(
        &self,
        path: &str,
        examples: &TitleLists,
        right: impl Fn(&[&str]) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for (language, titles) in examples.by_language() {
            for title in titles {
                let claim = self.claim(title.get_ref(), language);
                let claimed = claim.topics();
                if right(&claimed) {
                    continue;
                }
                let message = match claimed.as_slice() {
                    [] => "no topic claims this title".to_owned(),
                    topics => format!("this title is claimed by {}", topics.join(", ")),
                };
                let span = title.span();
                diagnostics.push(
                    Diagnostic::new(Code::PatternExample, message)
                        .at(path, Span::new(span.start, span.end))
                        .hint("correct the patterns under `titles`, or the example"),
                );
            }
        }
    }
}

impl Claim<'_> {
    /// Ids of the topics that claim the title.
    #[must_use]
    pub fn topics(&self) -> Vec<&str> {
        match self {
            Self::One(topic) => vec![topic.id.as_str()],
            Self::Several(topics) => topics.iter().map(|topic| topic.id.as_str()).collect(),
            Self::None { .. } => Vec::new(),
        }
    }
}

impl Topic {
    fn patterns(&self, language: Language) -> &[Pattern] {
        self.patterns.get(&language).map_or(&[], Vec::as_slice)
    }

    /// How many parts the most specific pattern has that claims the words.
    fn specificity(&self, words: &[Word], language: Language) -> Option<usize> {
        self.patterns(language)
            .iter()
            .filter(|pattern| pattern.claims(words))
            .map(Pattern::parts)
            .max()
    }

    /// How near the nearest pattern comes, `None` when no part names a word.
    fn nearness(&self, words: &[Word], language: Language) -> Option<usize> {
        self.patterns(language)
            .iter()
            .map(|pattern| pattern.nearness(words))
            .max()
            .filter(|nearness| *nearness > 0)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicToml {
    names: Spanned<Bilingual>,
    #[serde(default)]
    life_events: Vec<Spanned<String>>,
    #[serde(default)]
    synonyms: BilingualList,
    #[serde(default)]
    titles: TitleLists,
    #[serde(default)]
    examples: TitleLists,
    #[serde(default)]
    counter_examples: TitleLists,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleLists {
    #[serde(default)]
    kk: Vec<Spanned<String>>,
    #[serde(default)]
    ru: Vec<Spanned<String>>,
}

impl TitleLists {
    const fn by_language(&self) -> [(Language, &Vec<Spanned<String>>); 2] {
        [(Language::Kk, &self.kk), (Language::Ru, &self.ru)]
    }
}

fn read_patterns(
    path: &str,
    titles: &TitleLists,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Language, Vec<Pattern>> {
    let mut patterns = BTreeMap::new();
    for (language, lines) in titles.by_language() {
        let mut read = Vec::new();
        for line in lines {
            match Pattern::parse(line.get_ref()) {
                Ok(pattern) => read.push(pattern),
                Err(message) => diagnostics.push(
                    mistake(path, line, message)
                        .hint("write stems with blanks between them: `a b|c !d`"),
                ),
            }
        }
        patterns.insert(language, read);
    }
    patterns
}

/// Reads the summaries; one that stands in one language only is a mistake.
fn read_summaries(
    root: &Path,
    id: &str,
    diagnostics: &mut Diagnostics,
) -> Result<BTreeMap<Language, String>, Error> {
    let mut summaries = BTreeMap::new();
    for language in Language::ALL {
        let path = format!("{FOLDER}/{id}/{}.md", language.code());
        if let Some(text) = read_text(root, &path, diagnostics)? {
            summaries.insert(language, text);
        }
    }
    let present: BTreeSet<_> = summaries.keys().copied().collect();
    if present.len() == 1 {
        for language in Language::ALL {
            if !present.contains(&language) {
                let path = format!("{FOLDER}/{id}/{}.md", language.code());
                diagnostics.push(
                    Diagnostic::new(
                        Code::MissingText,
                        "the summary exists in the other language only",
                    )
                    .in_file(path)
                    .hint("write the summary in this language too"),
                );
            }
        }
    }
    Ok(summaries)
}

fn mistake<T>(path: &str, value: &Spanned<T>, message: impl Into<String>) -> Diagnostic {
    let span = value.span();
    Diagnostic::new(Code::ContentMistake, message).at(path, Span::new(span.start, span.end))
}

#[cfg(test)]
mod tests;
