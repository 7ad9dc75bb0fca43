//! Places: regions, districts and towns as people wrote them down.
//!
//! In: `content/places.toml`. Out: [`Places`], which tells the place that a phrase
//! of an act speaks of, and the places of the catalogue.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::phrase_index::PhraseIndex;
use super::stem::{Phrase, Word, words};
use super::toml_file::read_toml;
use crate::catalogue::model::{Bilingual, BilingualList, Place, PlaceKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;

const PATH: &str = "content/places.toml";

/// One place, with what it takes to recognise it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceEntry {
    /// Id, as in addresses.
    pub id: String,
    /// Kind of the place.
    pub kind: PlaceKind,
    /// Name of today.
    pub names: Bilingual,
    /// Names that the place had before.
    pub former_names: BilingualList,
    /// Name with the word for its kind in the genitive, to compose labels of
    /// bodies from; `None` where nobody wrote it.
    pub genitive: Option<Bilingual>,
    /// Id of the place that held it when the acts were passed.
    pub parent: Option<String>,
    /// Id of the region that holds it today, where that is another one.
    pub now_in: Option<String>,
    /// Code of ISO 3166-2, regions only.
    pub iso: Option<String>,
    /// Beginnings of the words that name it, without the word for its kind.
    pub stems: BilingualList,
}

impl PlaceEntry {
    /// Id of the region that it belongs to, of itself for a region.
    #[must_use]
    pub fn region(&self) -> &str {
        self.id.split('/').next().unwrap_or(&self.id)
    }

    /// True when the place lies in the region, or lay in it when the acts were
    /// passed.
    #[must_use]
    pub fn lies_in(&self, region: &str) -> bool {
        self.region() == region || self.now_in.as_deref() == Some(region)
    }
}

/// All places, and the words that say what kind of place a name is.
#[derive(Clone, Debug, Default)]
pub struct Places {
    entries: Vec<PlaceEntry>,
    republic: Option<PlaceEntry>,
    republic_names: BTreeMap<Language, Vec<Phrase>>,
    names: BTreeMap<Language, PhraseIndex<Name>>,
    kind_words: BTreeMap<Language, Vec<(String, Phrase)>>,
}

/// What a name of a place needs beside it, and the place.
#[derive(Clone, Debug)]
struct Name {
    kind_word: String,
    entry: usize,
}

/// A place named in a text.
struct Mention<'a> {
    at: usize,
    weight: usize,
    entry: &'a PlaceEntry,
}

impl Places {
    /// Reads `content/places.toml` under `root`; a missing file is no place.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] when the file is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let file = read_toml::<PlacesToml>(root, PATH, &mut diagnostics)?;
        let output = file
            .map(|file| Self::from_toml(file, &mut diagnostics))
            .unwrap_or_default();
        Ok(Warned {
            output,
            diagnostics,
        })
    }

    fn from_toml(file: PlacesToml, diagnostics: &mut Diagnostics) -> Self {
        diagnose(&file, diagnostics);
        let mut places = Self::default();
        for language in Language::ALL {
            let kind_words = file.kind_words.iter().flat_map(|(kind, lists)| {
                phrases(lists, language).map(move |phrase| (kind.clone(), phrase))
            });
            places.kind_words.insert(language, kind_words.collect());
            let republic = file.republic.iter();
            let republic = republic.flat_map(|republic| phrases(&republic.stems, language));
            places.republic_names.insert(language, republic.collect());
        }
        places.republic = file.republic.map(RepublicToml::into_entry);
        for place in file.place {
            let kind_word = place.kind_word.clone();
            let entry = place.into_entry();
            let kind_word = kind_word.unwrap_or_else(|| kind_name(entry.kind).to_owned());
            for language in Language::ALL {
                let names = places.names.entry(language).or_default();
                for phrase in phrases(&entry.stems, language) {
                    let name = Name {
                        kind_word: kind_word.clone(),
                        entry: places.entries.len(),
                    };
                    names.push(phrase, name);
                }
            }
            places.entries.push(entry);
        }
        places
    }

    /// All places in the order of the file, without the Republic.
    #[must_use]
    pub fn all(&self) -> &[PlaceEntry] {
        &self.entries
    }

    /// What stands for an act of a ministry or the government.
    #[must_use]
    pub const fn republic(&self) -> Option<&PlaceEntry> {
        self.republic.as_ref()
    }

    /// The place with the given id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&PlaceEntry> {
        let mut all = self.entries.iter().chain(&self.republic);
        all.find(|entry| entry.id == id)
    }

    /// The region that the name of a body speaks of: the one named first, or the
    /// Republic for a minister or the government.
    ///
    /// Where no region is named, the region of the district or town that is named
    /// first, unless its name fits places of several regions.
    #[must_use]
    pub fn find_region(&self, text: &str, language: Language) -> Option<&PlaceEntry> {
        let words = words(text);
        let (regions, others): (Vec<_>, Vec<_>) = self
            .mentions(&words, language)
            .into_iter()
            .partition(|mention| mention.entry.kind == PlaceKind::Region);
        let region = regions
            .into_iter()
            .min_by_key(|mention| (mention.at, std::cmp::Reverse(mention.weight)));
        let republic = self.republic_at(&words, language);
        match (region, republic) {
            (Some(region), Some(at)) if at < region.at => self.republic(),
            (Some(region), _) => Some(region.entry),
            (None, Some(_)) => self.republic(),
            (None, None) => self.only_region_of(&first_of(others)),
        }
    }

    /// The places that the name in a text fits equally well, in the region or, where
    /// none is given, in all of them; none where at most one place fits.
    #[must_use]
    pub fn rivals(&self, text: &str, language: Language, region: Option<&str>) -> Vec<&PlaceEntry> {
        let mut mentions = self.mentions(&words(text), language);
        mentions.retain(|mention| {
            let is_inside = region.is_none_or(|region| mention.entry.lies_in(region));
            is_inside && mention.entry.kind != PlaceKind::Region
        });
        let mut rivals = first_of(mentions);
        rivals.dedup_by_key(|place| &place.id);
        if rivals.len() < 2 {
            rivals.clear();
        }
        rivals
    }

    /// The districts and towns of a region that a text names, in the order of the
    /// text; several where a name fits several.
    #[must_use]
    pub fn find_in_region(&self, text: &str, language: Language, region: &str) -> Vec<&PlaceEntry> {
        let mut mentions = self.mentions(&words(text), language);
        mentions.retain(|mention| {
            mention.entry.kind != PlaceKind::Region && mention.entry.lies_in(region)
        });
        mentions.sort_by_key(|mention| (mention.at, std::cmp::Reverse(mention.weight)));
        let mut seen = BTreeSet::new();
        mentions
            .into_iter()
            .map(|mention| mention.entry)
            .filter(|entry| seen.insert(&entry.id))
            .collect()
    }

    /// The places as the catalogue publishes them, by id.
    #[must_use]
    pub fn to_catalogue(&self) -> Vec<Place> {
        let mut places: Vec<_> = self.entries.iter().map(to_place).collect();
        places.sort_by(|one, other| one.id.cmp(&other.id));
        places
    }

    fn mentions(&self, words: &[Word], language: Language) -> Vec<Mention<'_>> {
        let mut mentions = Vec::new();
        let Some(names) = self.names.get(&language) else {
            return mentions;
        };
        for (at, word) in words.iter().enumerate() {
            for (phrase, name) in names.begun_by(word) {
                let range = at..at + phrase.len();
                if phrase.names_at(words, at)
                    && self.has_kind(words, range, &name.kind_word, language)
                {
                    mentions.push(Mention {
                        at,
                        weight: phrase.weight(),
                        entry: &self.entries[name.entry],
                    });
                }
            }
        }
        mentions
    }

    /// Whether the word beside a name is that of its kind: the one after the name
    /// counts, the one before it only where none follows.
    fn has_kind(
        &self,
        words: &[Word],
        name: Range<usize>,
        kind_word: &str,
        language: Language,
    ) -> bool {
        let kinds = self
            .kind_words
            .get(&language)
            .map_or(&[][..], Vec::as_slice);
        let after = name.end;
        let follows = words.get(after).is_some_and(|word| !word.apart);
        let mut following = kinds
            .iter()
            .filter(|(_, phrase)| follows && phrase.names_at(words, after))
            .peekable();
        if following.peek().is_some() {
            return following.any(|(kind, _)| kind == kind_word);
        }
        !words[name.start].apart
            && kinds.iter().any(|(kind, phrase)| {
                kind == kind_word
                    && name
                        .start
                        .checked_sub(phrase.len())
                        .is_some_and(|before| phrase.names_at(words, before))
            })
    }

    fn republic_at(&self, words: &[Word], language: Language) -> Option<usize> {
        let names = self.republic_names.get(&language)?;
        (0..words.len()).find(|&at| names.iter().any(|name| name.names_at(words, at)))
    }

    fn only_region_of(&self, entries: &[&PlaceEntry]) -> Option<&PlaceEntry> {
        let regions: BTreeSet<_> = entries.iter().map(|entry| entry.region()).collect();
        let mut regions = regions.into_iter();
        let region = regions.next()?;
        regions.next().is_none().then(|| self.get(region)).flatten()
    }
}

/// The entries whose names stand first in the text and say most.
fn first_of(mut mentions: Vec<Mention<'_>>) -> Vec<&PlaceEntry> {
    let key = |mention: &Mention<'_>| (mention.at, std::cmp::Reverse(mention.weight));
    let first = mentions.iter().map(key).min();
    mentions.retain(|mention| Some(key(mention)) == first);
    mentions.into_iter().map(|mention| mention.entry).collect()
}

fn phrases(lists: &BilingualList, language: Language) -> impl Iterator<Item = Phrase> {
    let list = match language {
        Language::Kk => &lists.kk,
        Language::Ru => &lists.ru,
    };
    list.iter().filter_map(|text| Phrase::parse(text))
}

fn to_place(entry: &PlaceEntry) -> Place {
    Place {
        id: entry.id.clone(),
        kind: entry.kind,
        names: entry.names.clone(),
        former_names: entry.former_names.clone(),
        parent: entry.parent.clone(),
        now_in: entry.now_in.clone(),
    }
}

const fn kind_name(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Region => "region",
        PlaceKind::District => "district",
        PlaceKind::Town => "town",
        PlaceKind::VillageDistrict => "village_district",
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesToml {
    #[serde(default)]
    kind_words: BTreeMap<String, BilingualList>,
    republic: Option<RepublicToml>,
    #[serde(default)]
    place: Vec<PlaceToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepublicToml {
    id: String,
    names: Bilingual,
    stems: BilingualList,
}

impl RepublicToml {
    fn into_entry(self) -> PlaceEntry {
        PlaceEntry {
            id: self.id,
            kind: PlaceKind::Region,
            names: self.names,
            former_names: BilingualList::default(),
            genitive: None,
            parent: None,
            now_in: None,
            iso: None,
            stems: self.stems,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceToml {
    id: Spanned<String>,
    kind: PlaceKind,
    kind_word: Option<String>,
    iso: Option<String>,
    names: Bilingual,
    #[serde(default)]
    former_names: BilingualList,
    genitive: Option<Bilingual>,
    parent: Option<Spanned<String>>,
    now_in: Option<Spanned<String>>,
    #[serde(default)]
    stems: BilingualList,
}

impl PlaceToml {
    fn into_entry(self) -> PlaceEntry {
        PlaceEntry {
            id: self.id.into_inner(),
            kind: self.kind,
            names: self.names,
            former_names: self.former_names,
            genitive: self.genitive,
            parent: self.parent.map(Spanned::into_inner),
            now_in: self.now_in.map(Spanned::into_inner),
            iso: self.iso,
            stems: self.stems,
        }
    }
}

/// What the file says that cannot be so.
fn diagnose(file: &PlacesToml, diagnostics: &mut Diagnostics) {
    let ids: BTreeSet<_> = file.place.iter().map(|place| place.id.get_ref()).collect();
    let mut seen = BTreeSet::new();
    for place in &file.place {
        let id = place.id.get_ref();
        if !seen.insert(id) {
            diagnostics.push(
                mistake(&place.id, format!("two places have the id {id}"))
                    .hint("give one of them another id, or take it out"),
            );
        }
        if place.names.kk.trim().is_empty() || place.names.ru.trim().is_empty() {
            diagnostics.push(
                mistake(
                    &place.id,
                    format!("the place {id} has no name in one language"),
                )
                .hint("write the name in both languages"),
            );
        }
        if place.parent.is_none() && place.kind != PlaceKind::Region {
            diagnostics.push(
                mistake(&place.id, format!("the place {id} says no parent"))
                    .hint("add `parent` with the id of its region"),
            );
        }
        for other in place.parent.iter().chain(&place.now_in) {
            if !ids.contains(other.get_ref()) {
                let unknown = other.get_ref();
                diagnostics.push(
                    mistake(other, format!("{id} lies in {unknown}, which is no place"))
                        .hint("write the id of a place of this file"),
                );
            }
        }
        diagnose_words(file, place, diagnostics);
    }
}

fn diagnose_words(file: &PlacesToml, place: &PlaceToml, diagnostics: &mut Diagnostics) {
    let id = place.id.get_ref();
    let kind_word = place.kind_word.as_deref();
    let kind_word = kind_word.unwrap_or_else(|| kind_name(place.kind));
    if !file.kind_words.contains_key(kind_word) {
        diagnostics.push(
            mistake(
                &place.id,
                format!("{id} needs words for {kind_word}, which [kind_words] lacks"),
            )
            .hint("add the row to [kind_words], or correct `kind_word`"),
        );
    }
    for stem in place.stems.kk.iter().chain(&place.stems.ru) {
        if Phrase::parse(stem).is_none() {
            diagnostics.push(
                mistake(
                    &place.id,
                    format!("{id} has a stem without letters: {stem:?}"),
                )
                .hint("write the beginning of the words that name the place"),
            );
        }
    }
}

fn mistake(value: &Spanned<String>, message: String) -> Diagnostic {
    let span = value.span();
    Diagnostic::new(Code::ContentMistake, message).at(PATH, Span::new(span.start, span.end))
}

#[cfg(test)]
mod tests;
