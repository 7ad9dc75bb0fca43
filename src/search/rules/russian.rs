//! Rules for Russian words: what Snowball is told besides its own.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

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
    /// What ends tell of the part of speech.
    pub parts: RussianParts,
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
    /// Ends of verbs in the plural after hushing consonants.
    pub plural_of_verbs: Vec<String>,
    /// The hushing consonants.
    pub hushing: Vec<char>,
    /// Last consonants of stems with one that some forms gain.
    pub gained: BTreeMap<String, String>,
    /// Ends of stems with one that verbs gain and that some nouns have.
    pub gained_by_verbs: Vec<String>,
    /// All vowels.
    pub vowel_letters: Vec<char>,
    /// Vowels that stand between a stem and its ends.
    pub vowels: Vec<String>,
    /// Vowels that come and go before the last consonant.
    pub fleeting_vowels: Vec<char>,
    /// Those of them in whose place a soft sign may stand.
    pub softening_vowels: Vec<char>,
    /// Ends that Snowball leaves or takes off half.
    pub rewrite: Vec<Rewrite>,
}

/// What the ends of Russian words tell of their part of speech.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RussianParts {
    /// What tells the stem of an adjective from that of a noun.
    pub adjective_mark: String,
    /// The same for a verb.
    pub verb_mark: String,
    /// The same for a noun whose stem ends in и.
    pub noun_in_i_mark: String,
    /// What stands between the stem of a verb and the end of an adjective.
    pub participles: Vec<String>,
    /// Ends with the parts of speech that have them.
    pub ends: Vec<PartEnds>,
}

/// Ends with the parts of speech that have them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartEnds {
    /// The parts of speech.
    pub of: Vec<PartOfSpeech>,
    /// The ends, each for itself.
    pub ends: Vec<String>,
}

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartOfSpeech {
    /// A noun.
    Noun,
    /// A noun whose stem ends in и: партия, знание.
    NounInI,
    /// An adjective.
    Adjective,
    /// A verb.
    Verb,
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
    /// The part of speech that it is an end of.
    #[serde(default)]
    pub of: Option<PartOfSpeech>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Irregular {
    pub(super) forms: BTreeMap<String, String>,
    pub(super) stems: BTreeMap<String, String>,
    pub(super) fleeting: BTreeMap<String, String>,
}
