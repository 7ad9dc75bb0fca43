//! Look-alike letters: Latin letters in words of Cyrillic script.
//!
//! Guard: the word holds a Cyrillic letter, every Latin letter of it has a
//! Cyrillic twin, and the word stands in no email address or site.

use crate::language::Language;
use crate::passage::{Passage, Piece};

use super::content::LettersFile;
use super::letters::is_letter;

/// Latin letters and their Cyrillic twins in one language.
#[derive(Debug)]
pub(super) struct LookAlikes {
    /// The Cyrillic twin of each Latin letter.
    pairs: Vec<(char, String)>,
    /// For each of the letters that most texts are made of the place of its pair,
    /// counted from 1; zero for a letter without a twin.
    places: Vec<u8>,
}

/// Up to here letters are looked up and not looked for.
const LETTERS: usize = 0x600;

impl LookAlikes {
    pub fn new(letters: &LettersFile, language: Language) -> Self {
        let own = match language {
            Language::Kk => letters.kk.as_slice(),
            Language::Ru => &[],
        };
        let pairs: Vec<_> = letters
            .common
            .iter()
            .chain(own)
            .filter_map(|pair| {
                let mut pair = pair.chars();
                Some((pair.next()?, pair.collect()))
            })
            .collect();
        let mut places = vec![0; LETTERS];
        for ((latin, _), nth) in pairs.iter().zip(1..=u8::MAX) {
            if let Some(place) = places.get_mut(*latin as usize).filter(|place| **place == 0) {
                *place = nth;
            }
        }
        Self { pairs, places }
    }

    fn twin(&self, letter: char) -> Option<&str> {
        let pair = match self.places.get(letter as usize) {
            Some(place) => self.pairs.get(usize::from(*place).checked_sub(1)?),
            None => self.pairs.iter().find(|(latin, _)| *latin == letter),
        };
        pair.map(|(_, cyrillic)| cyrillic.as_str())
    }
}

/// The line with Cyrillic letters in its Cyrillic words, if that changes it.
pub(super) fn repair(words: &Passage, look_alikes: &LookAlikes) -> Option<Passage> {
    let text = words.text();
    if !text
        .chars()
        .any(|c| c != ' ' && look_alikes.twin(c).is_some())
    {
        return None;
    }
    let mut pieces = Vec::new();
    let mut kept = 0;
    let tokens = text.split_whitespace().filter(|token| !is_address(token));
    for (at, word) in tokens.flat_map(|token| words_in(text, token)) {
        if !is_mixed(word, look_alikes) {
            continue;
        }
        for (offset, letter) in word.char_indices() {
            if let Some(twin) = look_alikes.twin(letter) {
                let letter_at = at + offset;
                pieces.push(Piece::Kept(kept..letter_at));
                kept = letter_at + letter.len_utf8();
                pieces.push(Piece::Replaced(letter_at..kept, twin));
            }
        }
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.push(Piece::Kept(kept..text.len()));
    Some(words.rearranged(&pieces))
}

/// Runs of letters of a token with their places in the text.
fn words_in<'t>(text: &'t str, token: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    token
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

fn is_mixed(word: &str, look_alikes: &LookAlikes) -> bool {
    let mut cyrillic = false;
    let mut latin = false;
    for letter in word.chars() {
        if look_alikes.twin(letter).is_some() {
            latin = true;
        } else if ('\u{400}'..='\u{52f}').contains(&letter) {
            cyrillic = true;
        } else {
            return false;
        }
    }
    cyrillic && latin
}

/// Whether a token is an email address or a site.
fn is_address(token: &str) -> bool {
    token.contains('@') || token.contains("www") || token.contains("://") || ends_as_site(token)
}

fn ends_as_site(token: &str) -> bool {
    let token = token.trim_end_matches(['.', ',', ';', ')', '"']);
    let Some((name, zone)) = token.rsplit_once('.') else {
        return false;
    };
    !name.is_empty()
        && (2..=4).contains(&zone.len())
        && zone.bytes().all(|b| b.is_ascii_lowercase())
}
