//! Roles: what the words of a question are there for.

use std::collections::HashSet;

use super::meanings::is_latin;
use super::token::Token;
use crate::language::Language;
use crate::search::analyzer::Analyzers;
use crate::search::question::Role;
use crate::search::rules::{OfficeWords, Rules};
use crate::search::skeleton::Skeletons;

/// Shorter words are stop words in their own spelling only.
const SHORTEST_FOLDED: usize = 4;

/// The skeletons of a word: to fold it anew for each list took longest of all.
pub struct Spelling {
    normal: String,
    /// That of the word as it is shown, where it is another one. A short word is shown
    /// for many longer ones that begin so, and tells nothing of them.
    shown: Option<String>,
}

impl Spelling {
    pub fn of(word: &Token, skeletons: &Skeletons) -> Self {
        let is_other = word.shown != word.normal;
        let is_long = word.shown.chars().count() >= SHORTEST_FOLDED;
        Self {
            normal: skeletons.fold(&word.normal),
            shown: (is_other && is_long).then(|| skeletons.fold(&word.shown)),
        }
    }

    fn is_in(&self, words: &HashSet<String>) -> bool {
        let mut spellings = self.shown.iter().chain(std::iter::once(&self.normal));
        spellings.any(|spelling| words.contains(spelling))
    }
}

/// Words with all their forms: as skeletons and by the terms of each language.
struct Forms {
    skeletons: HashSet<String>,
    terms: [HashSet<String>; 2],
}

/// Words that have a role, as skeletons.
pub struct RoleWords {
    stop_words: HashSet<String>,
    asks: HashSet<String>,
    beside: Forms,
    kinds: HashSet<String>,
    deeds: Forms,
    own_deeds: Forms,
    help: Forms,
    frames: Forms,
    frame_forms: HashSet<String>,
    elsewhere: Forms,
    people: Forms,
    heads: Forms,
    villages: Forms,
    office_words: OfficeWords,
}

impl RoleWords {
    pub fn new(rules: &Rules, skeletons: &Skeletons, analyzers: &Analyzers) -> Self {
        let fold_all = |words: &mut dyn Iterator<Item = &String>| -> HashSet<String> {
            words.map(|word| skeletons.fold(word)).collect()
        };
        let lists = &rules.office_words;
        let (own, help) = (&rules.deeds.own, &rules.deeds.help);
        let stories = &rules.stories;
        let (frames, forms, elsewhere) = (&stories.frames, &stories.forms, &stories.elsewhere);
        let people = &stories.people;
        Self {
            stop_words: fold_all(&mut rules.kk.stop_words.iter().chain(&rules.ru.stop_words)),
            asks: fold_all(&mut lists.asks.kk.iter().chain(&lists.asks.ru)),
            beside: Forms::new([&lists.beside.kk, &lists.beside.ru], skeletons, analyzers),
            kinds: fold_all(&mut lists.kinds.kk.iter().chain(&lists.kinds.ru)),
            deeds: Forms::new([&rules.deeds.kk, &rules.deeds.ru], skeletons, analyzers),
            own_deeds: Forms::new([&own.kk, &own.ru], skeletons, analyzers),
            help: Forms::new([&help.kk, &help.ru], skeletons, analyzers),
            frames: Forms::new([&frames.kk, &frames.ru], skeletons, analyzers),
            frame_forms: fold_all(&mut forms.kk.iter().chain(&forms.ru)),
            elsewhere: Forms::new([&elsewhere.kk, &elsewhere.ru], skeletons, analyzers),
            people: Forms::new([&people.kk, &people.ru], skeletons, analyzers),
            heads: Forms::new([&lists.heads.kk, &lists.heads.ru], skeletons, analyzers),
            villages: Forms::new(
                [&lists.villages.kk, &lists.villages.ru],
                skeletons,
                analyzers,
            ),
            office_words: lists.clone(),
        }
    }

    /// What a word is there for, as far as its spelling tells.
    pub fn of(&self, word: &Token, spelt: &Spelling) -> Role {
        if spelt.is_in(&self.kinds) {
            Role::PlaceKind
        } else if word.is_office_name || !word.is_short && self.asks(spelt) {
            Role::Asks
        } else {
            Role::Content
        }
    }

    /// True for a word by which an office is asked for.
    pub fn asks(&self, spelt: &Spelling) -> bool {
        spelt.is_in(&self.asks)
    }

    /// True for a word by which something is asked of an office that another word names.
    pub fn asks_beside(&self, word: &Token, spelt: &Spelling) -> bool {
        self.beside.hold(word, spelt)
    }

    /// True for a word that says what is done and not to what.
    pub fn is_deed(&self, word: &Token, spelt: &Spelling) -> bool {
        self.deeds.hold(word, spelt)
    }

    /// True for a word that only frames what is wanted.
    pub fn is_frame(&self, word: &Token, spelt: &Spelling) -> bool {
        self.frames.hold(word, spelt) || spelt.is_in(&self.frame_forms)
    }

    /// True for a word that names what others give.
    pub fn is_elsewhere(&self, word: &Token, spelt: &Spelling) -> bool {
        self.elsewhere.hold(word, spelt)
    }

    /// True for a word that names people or tells who they are.
    pub fn is_people(&self, word: &Token, spelt: &Spelling) -> bool {
        self.people.hold(word, spelt)
    }

    /// True for a word that names who runs a village, or the office.
    pub fn names_head(&self, word: &Token, spelt: &Spelling) -> bool {
        self.heads.hold(word, spelt)
    }

    /// True for a word that says that a name is a village.
    pub fn names_village(&self, word: &Token, spelt: &Spelling) -> bool {
        self.villages.hold(word, spelt)
    }

    /// True for words of which one says what people do themselves and none that help is
    /// wanted with it.
    pub fn is_own_deed(&self, words: &[(Token, Spelling)]) -> bool {
        let holds = |deeds: &Forms| words.iter().any(|(word, spelt)| deeds.hold(word, spelt));
        holds(&self.own_deeds) && !holds(&self.help)
    }

    pub fn is_place_kind(&self, normal: &str, skeletons: &Skeletons) -> bool {
        self.kinds.contains(&skeletons.fold(normal))
    }

    /// True for a stop word in another spelling.
    pub fn is_stop_word(&self, normal: &str, skeletons: &Skeletons) -> bool {
        (is_latin(normal) || normal.chars().count() >= SHORTEST_FOLDED)
            && self.stop_words.contains(&skeletons.fold(normal))
    }

    /// The names that an adjective may be made of.
    pub fn bare_names(&self, normal: &str, language: Language) -> Vec<String> {
        let bare = self.office_words.bare_names(normal, language);
        bare.map(str::to_owned).collect()
    }
}

impl Forms {
    fn new(words: [&Vec<String>; 2], skeletons: &Skeletons, analyzers: &Analyzers) -> Self {
        let terms = Language::ALL.map(|language| {
            let words = words[language as usize].iter();
            let words = words.flat_map(|word| analyzers.of(language).analyze(word));
            let first = words.filter_map(|word| word.terms.into_iter().next());
            first.collect()
        });
        let folded = words.into_iter().flatten();
        Self {
            skeletons: folded.map(|word| skeletons.fold(word)).collect(),
            terms,
        }
    }

    /// True when one of the surest meanings of the word is among them, or, where the
    /// index knows none, its stem.
    fn hold(&self, word: &Token, spelt: &Spelling) -> bool {
        let best = word.quality();
        if word.candidates.is_empty() {
            let mut stems = self.terms.iter().zip(&word.terms);
            let is_stem = |(terms, own): (&HashSet<String>, &Vec<String>)| {
                own.first().is_some_and(|stem| terms.contains(stem))
            };
            return stems.any(is_stem) || spelt.is_in(&self.skeletons);
        }
        let mut surest = word.candidates.iter().filter(|one| one.quality >= best);
        surest.any(|one| self.terms[one.language as usize].contains(&one.term))
            || spelt.is_in(&self.skeletons)
    }
}
