//! The body that issued an act, named in both languages.
//!
//! An akimat of a region is composed from the region's names, so that both
//! languages name it; an office of the state has its names in both; any other body
//! keeps the name that the act prints.

use super::model::{Bilingual, LocalText};
use crate::content::issuers::Issuers;
use crate::language::Language;

/// The issuer in both languages: composed where its kind is known and the place
/// has a genitive, else by its own names, else as printed, in the language that there is.
#[must_use]
pub fn name_issuer(printed: &LocalText, place: Option<&Bilingual>, issuers: &Issuers) -> Bilingual {
    let kind = Language::ALL.into_iter().find_map(|language| {
        let words = printed.get(language)?;
        issuers.kind_of(&words.text, language)
    });
    let composed = kind
        .zip(place)
        .and_then(|(kind, place)| issuers.compose(kind, place));
    let office = || {
        Language::ALL.into_iter().find_map(|language| {
            let words = printed.get(language)?;
            issuers.office(&words.text, language)
        })
    };
    let as_printed = |language| {
        let words = printed.prefer(language);
        words
            .map(|words| issuers.stand_alone(&words.text, words.language))
            .unwrap_or_default()
    };
    composed.or_else(office).unwrap_or_else(|| Bilingual {
        kk: as_printed(Language::Kk),
        ru: as_printed(Language::Ru),
    })
}
