//! Words glued together, where the file itself proves it.
//!
//! Guard for `услугодателяпринимает`: both words stand next to each other
//! elsewhere in the file. Short words are endings as well (`виде и` but
//! `услуги`): for them the pair must be frequent and the glued form rare.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::passage::Passage;

use super::letters::is_letter;
use super::line::RepairedLine;
use super::vocabulary::{Plain, Vocabulary, hash};

/// A word of at most this many letters may be the ending or the prefix of
/// another one.
const SHORT: usize = 3;

/// Three words of at least this many letters, each as often in the file as
/// below, make no compound. Chosen by hand on five acts.
const LONG: usize = 5;
const LONG_COUNT: u32 = 3;

/// Where a glued word is parted, in bytes of the word.
type Cuts = Vec<usize>;

/// The cuts of the words that were looked at, by the hashes of the words.
type Known = HashMap<u64, Cuts, BuildHasherDefault<Plain>>;

/// Parts glued words.
pub(super) fn repair(lines: &mut [RepairedLine], vocabulary: &Vocabulary) {
    let mut known = Known::default();
    for line in lines.iter_mut().filter(|line| !line.furniture) {
        if let Some(words) = parted(&line.words, vocabulary, &mut known) {
            line.words = words;
        }
    }
}

fn parted(words: &Passage, vocabulary: &Vocabulary, known: &mut Known) -> Option<Passage> {
    let text = words.text();
    let mut cuts = Vec::new();
    for word in text.split(|c: char| !is_letter(c)) {
        // A glued word has at least four letters; what is much longer than a
        // few words is no word at all.
        if !(8..=160).contains(&word.len()) || word.is_ascii() {
            continue;
        }
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        let own = known
            .entry(hash(word))
            .or_insert_with(|| cuts_of(word, vocabulary));
        cuts.extend(own.iter().map(|cut| at + cut));
    }
    if cuts.is_empty() {
        return None;
    }
    Some(words.parted_at(&cuts))
}

/// Where a word is glued; nowhere for a word that is whole.
fn cuts_of(word: &str, vocabulary: &Vocabulary) -> Cuts {
    // No proof goes without a first and a last part that are words of the file.
    let is_word = |part: &str| vocabulary.count(part) >= 2;
    let cuts_where = |is_place: &dyn Fn(usize) -> bool| -> Cuts {
        boundaries(word).filter(|cut| is_place(*cut)).collect()
    };
    let heads = cuts_where(&|cut| is_word(&word[..cut]));
    if heads.is_empty() {
        return Cuts::new();
    }
    let tails = cuts_where(&|cut| is_word(&word[cut..]));
    if tails.is_empty() {
        return Cuts::new();
    }
    let count = vocabulary.count(word);
    let both = heads.iter().filter(|cut| tails.contains(cut));
    let pair = both.filter_map(|cut| {
        let (left, right) = word.split_at(*cut);
        proof(left, right, count, vocabulary).map(|proof| (proof, vec![*cut]))
    });
    let best = pair.max_by_key(|(proof, _)| *proof);
    let best = best.or_else(|| {
        let three = three_words(word, [&heads, &tails], count, vocabulary);
        three.max_by_key(|(proof, _)| *proof)
    });
    let Some((_, cuts)) = best else {
        return Cuts::new();
    };
    // A part may be glued itself.
    let mut all = Cuts::new();
    let mut from = 0;
    for cut in cuts.into_iter().chain([word.len()]) {
        all.extend(
            cuts_of(&word[from..cut], vocabulary)
                .iter()
                .map(|inner| from + inner),
        );
        all.push(cut);
        from = cut;
    }
    all.pop();
    all
}

/// Three words that are proved as pairs of neighbours, or by their length alone:
/// no word is made of three long words of the file.
fn three_words<'a>(
    word: &'a str,
    [heads, tails]: [&'a Cuts; 2],
    count: u32,
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = (u32, Cuts)> + 'a {
    let is_long =
        |part: &&str| part.chars().nth(LONG - 1).is_some() && vocabulary.count(part) >= LONG_COUNT;
    let cuts = heads.iter().flat_map(|first| {
        let later = tails.iter().filter(move |second| *second > first);
        later.map(move |second| (*first, *second))
    });
    cuts.filter_map(move |(first, second)| {
        let middle = &word[first..second];
        let (left, right) = (&word[..first], &word[second..]);
        let pairs = proof(left, middle, count, vocabulary)
            .zip(proof(middle, right, count, vocabulary))
            .map(|(left, right)| left.min(right));
        let long = || [left, middle, right].iter().all(is_long).then_some(0);
        Some((pairs.or_else(long)?, vec![first, second]))
    })
}

/// How often two parts stand next to each other as words, if that proves that
/// they are words here.
fn proof(left: &str, right: &str, count: u32, vocabulary: &Vocabulary) -> Option<u32> {
    let lefts = vocabulary.count(left);
    if lefts < 2 {
        return None;
    }
    let rights = vocabulary.count(right);
    if rights < 2 {
        return None;
    }
    let pairs = vocabulary.count_pair(left, right);
    let is_short = |part: &str| part.chars().nth(SHORT).is_none();
    let proved = if is_short(left) {
        pairs >= 5 * count && rights >= 5 * count
    } else if is_short(right) {
        pairs >= 2 * count && lefts >= 5 * count
    } else {
        true
    };
    (pairs > 0 && proved).then_some(pairs)
}

/// Boundaries of characters inside a word.
fn boundaries(word: &str) -> impl Iterator<Item = usize> + '_ {
    word.char_indices().skip(1).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::line::{split, texts};
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut lines = split(text);
        let vocabulary = Vocabulary::of(&lines);
        repair(&mut lines, &vocabulary);
        assert_eq!(texts(&lines), expected);
    }

    #[test]
    fn glued_words_that_stand_side_by_side_elsewhere_are_parted() {
        check(
            "руководитель услугодателя\nруководитель услугодателя\nруководительуслугодателя",
            &[
                "руководитель услугодателя",
                "руководитель услугодателя",
                "руководитель услугодателя",
            ],
        );
        check(
            "жүрген адамдарды тіркеу\nжүрген адамдарды\nжүргенадамдарды",
            &[
                "жүрген адамдарды тіркеу",
                "жүрген адамдарды",
                "жүрген адамдарды",
            ],
        );
    }

    #[test]
    fn three_glued_words_are_parted() {
        check(
            "минут выдает\nвыдает талон\nминут\nталон\nминутвыдаетталон",
            &[
                "минут выдает",
                "выдает талон",
                "минут",
                "талон",
                "минут выдает талон",
            ],
        );
    }

    #[test]
    fn an_ending_is_no_word() {
        let text = "услуг и услуг\nуслуг и услуг\nуслуги услуги услуги услуги";
        check(text, &text.split('\n').collect::<Vec<_>>());
    }

    #[test]
    fn a_word_without_proof_stays() {
        let text = "делопроизводство дело\nпроизводство\nдело\nпроизводство";
        check(text, &text.split('\n').collect::<Vec<_>>());
    }
}
