//! Words that people use: abbreviations, offices, seats, deeds, papers, needs.

use serde::Deserialize;

use crate::catalogue::model::{Bilingual, BilingualList};
use crate::language::Language;

/// Abbreviations and what may follow them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {
    /// Endings, the longer ones first.
    pub endings: BilingualList,
    /// Shortened words that people write together with the next one.
    pub clipped: BilingualList,
    /// The abbreviations.
    #[serde(rename = "abbreviation")]
    pub rows: Vec<Abbreviation>,
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

/// Words that ask for an office.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWords {
    /// Words that only a question for an office holds.
    pub asks: BilingualList,
    /// Words for what is asked of an office that another word names.
    #[serde(default)]
    pub beside: BilingualList,
    /// Words for kinds of places.
    pub kinds: BilingualList,
    /// Words of those who run a village, and of their offices.
    pub heads: BilingualList,
    /// Words for villages beside a name.
    pub villages: BilingualList,
    /// What follows a name in the adjective made of it, the longer ends first.
    #[serde(default)]
    pub adjective_ends: BilingualList,
}

/// A shorter beginning of a word is no name of a place.
const SHORTEST_NAME: usize = 3;

impl OfficeWords {
    /// The names that an adjective may be made of: people say Мерке for the district
    /// Меркенский. Which end it took, the word does not tell, so there may be several.
    pub fn bare_names<'a>(
        &'a self,
        normal: &'a str,
        language: Language,
    ) -> impl Iterator<Item = &'a str> {
        let ends = self.adjective_ends.get(language).iter();
        let bare = ends.filter_map(|end| normal.strip_suffix(end.as_str()));
        bare.filter(|name| name.chars().count() >= SHORTEST_NAME)
    }
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
pub(super) struct Seats {
    pub(super) seat: Vec<Seat>,
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

/// Words that people tell a story with, around what they want.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stories {
    /// Words that frame a question, in all their forms.
    pub frames: BilingualList,
    /// The same in these forms only: another form of the word says what is wanted.
    pub forms: BilingualList,
    /// Words for people, and for what tells who they are.
    pub people: BilingualList,
    /// Words for what others give.
    pub elsewhere: BilingualList,
}

/// Papers that people ask for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// Words for people for whom something is, such as a paper.
    pub holders: BilingualList,
    /// Words for what a paper is that people take one for another.
    pub sorts: BilingualList,
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
pub(super) struct Related {
    pub(super) groups: Vec<Vec<String>>,
}
