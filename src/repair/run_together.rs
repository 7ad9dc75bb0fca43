//! Words that ran together, told by the letters where they meet.
//!
//! No word of Russian goes on after `-ение` with `в`, nor has one `ие` before `о`
//! in its middle: `комиссийв`, `уведомленияоб`, `процессаоказания`. Which endings
//! and letters these are stands in `content/repair/<language>/run-together.toml`.
//!
//! Guard: each part is a word of the file, met as often as the glued form. Unlike
//! in the rule `glued`, the parts need not stand side by side anywhere.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::passage::Passage;

use super::content::{MeetingLetters, RunTogetherFile};
use super::letters::is_letter;
use super::line::RepairedLine;
use super::vocabulary::{Plain, Vocabulary, hash};

/// Letters of the shortest part that is no short word of the list.
const LONG: usize = 5;

/// Letters beyond which a word of an act is none. Chosen by hand on five acts.
const LONGEST: usize = 26;

/// How much more frequent than the glued form a word must be that proves itself.
const FREQUENT: u32 = 20;

/// How many words may have run together.
const MOST: usize = 5;

/// Where a word is parted, in bytes of the word.
type Cuts = Vec<usize>;

/// The cuts of the words that were looked at, by the hashes of the words.
type Known = HashMap<u64, Cuts, BuildHasherDefault<Plain>>;

/// What the letters of a language say about the ends of its words.
#[derive(Debug, Default)]
pub(super) struct WordEnds {
    /// Endings after which no word goes on.
    closed: Vec<String>,
    /// Letters that do not meet inside a word of two long parts.
    meeting: MeetingLetters,
    /// Short words, each with endings of which it cannot be a part.
    behind: Vec<(String, Vec<String>)>,
    /// Short words that begin no word, each with the letters that may follow.
    before: Vec<(String, String)>,
    /// Beginnings of words that look glued and are whole.
    whole: Vec<String>,
}

impl WordEnds {
    pub(super) fn new(file: &RunTogetherFile) -> Self {
        let behind = file.behind.iter().flat_map(|entry| {
            let words = entry.words.iter();
            words.map(|word| (word.clone(), entry.endings.clone()))
        });
        let before = file.before.iter();
        Self {
            closed: file.closed.clone(),
            meeting: file.meeting.clone(),
            behind: behind.collect(),
            before: before
                .map(|entry| (entry.word.clone(), entry.letters.clone()))
                .collect(),
            whole: file.whole.clone(),
        }
    }

    fn is_empty(&self) -> bool {
        self.closed.is_empty() && self.behind.is_empty() && self.meeting.before.is_empty()
    }

    fn endings_before(&self, short: &str) -> Option<&[String]> {
        let entry = self.behind.iter().find(|(word, _)| word == short);
        entry.map(|(_, endings)| endings.as_slice())
    }
}

/// Parts words that ran together.
pub(super) fn repair(lines: &mut [RepairedLine], ends: &WordEnds, vocabulary: &Vocabulary) {
    if ends.is_empty() {
        return;
    }
    let mut known = Known::default();
    // What a hyphen at the end of the line before left of a word.
    let mut fragment = String::new();
    for line in lines.iter_mut().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            continue;
        }
        if let Some(words) = parted(&line.words, &fragment, ends, vocabulary, &mut known) {
            line.words = words;
        }
        let text = line.words.text();
        let body = text.strip_suffix('-').unwrap_or_default();
        fragment.clear();
        fragment.push_str(&body[body.trim_end_matches(is_letter).len()..]);
    }
}

fn parted(
    words: &Passage,
    fragment: &str,
    ends: &WordEnds,
    vocabulary: &Vocabulary,
    known: &mut Known,
) -> Option<Passage> {
    let text = words.text();
    let mut cuts = Cuts::new();
    for word in text.split(|c: char| !is_letter(c)) {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        // A glued word has at least a long part and a short one.
        let is_candidate = |word: &str| (12..=160).contains(&word.len()) && !word.is_ascii();
        if at == 0 && !fragment.is_empty() && !word.is_empty() {
            let whole = format!("{fragment}{word}");
            if is_candidate(&whole) {
                let own = cuts_of(&whole, ends, vocabulary);
                if own.iter().all(|cut| *cut > fragment.len()) {
                    cuts.extend(own.iter().map(|cut| cut - fragment.len()));
                }
            }
        } else if is_candidate(word) {
            let own = known
                .entry(hash(word))
                .or_insert_with(|| cuts_of(word, ends, vocabulary));
            cuts.extend(own.iter().map(|cut| at + cut));
        }
    }
    if cuts.is_empty() {
        return None;
    }
    Some(words.parted_at(&cuts))
}

/// Where a word ran together; nowhere for a word that is whole.
fn cuts_of(word: &str, ends: &WordEnds, vocabulary: &Vocabulary) -> Cuts {
    let small = word.to_lowercase();
    if ends
        .whole
        .iter()
        .any(|stem| small.starts_with(stem.as_str()))
    {
        return Cuts::new();
    }
    let count = vocabulary.count(word);
    let reader = |least: u32| Reader {
        ends,
        vocabulary,
        count,
        least,
    };
    let cuts = reader(count.max(2)).cuts(word);
    // What is longer than any word may be made of words that the file has once.
    if cuts.is_empty() && count == 1 && word.chars().nth(LONGEST).is_some() {
        return reader(1).cuts(word);
    }
    cuts
}

/// Reads the parts of one word.
struct Reader<'a> {
    ends: &'a WordEnds,
    vocabulary: &'a Vocabulary,
    /// How often the word itself occurs.
    count: u32,
    /// How often a part must occur.
    least: u32,
}

impl Reader<'_> {
    /// The fewest cuts that leave words.
    fn cuts(&self, word: &str) -> Cuts {
        let firsts = boundaries(word).filter(|cut| self.is_first(&word[..*cut]));
        let ways = firsts.filter_map(|cut| {
            let (left, right) = word.split_at(cut);
            let mut cuts = vec![cut];
            let more = self.rest(left, right, true, MOST - 2)?;
            cuts.extend(more.into_iter().map(|next| cut + next));
            Some(cuts)
        });
        ways.min_by_key(Vec::len).unwrap_or_default()
    }

    /// The cuts inside `rest`, whose first part follows `left`; `None` when it is
    /// not made of words that may follow.
    fn rest(&self, left: &str, rest: &str, at_start: bool, depth: usize) -> Option<Cuts> {
        if self.meet(left, rest, at_start) {
            return Some(Cuts::new());
        }
        if depth == 0 {
            return None;
        }
        boundaries(rest).find_map(|cut| {
            let (part, behind) = rest.split_at(cut);
            if !self.meet(left, part, at_start) {
                return None;
            }
            let mut cuts = vec![cut];
            let more = self.rest(part, behind, false, depth - 1)?;
            cuts.extend(more.into_iter().map(|next| cut + next));
            Some(cuts)
        })
    }

    fn is_first(&self, part: &str) -> bool {
        self.is_long(part) || self.ends.before.iter().any(|(word, _)| word == part)
    }

    /// Whether two parts are words that meet here.
    fn meet(&self, left: &str, right: &str, at_start: bool) -> bool {
        if let Some(endings) = self.ends.endings_before(right) {
            return self.is_long(left) && ends_with_any(left, endings);
        }
        if !self.is_long(right) {
            return false;
        }
        if !is_longer(left) {
            return if at_start {
                self.begins(left, right)
            } else {
                self.ends.endings_before(left).is_some()
            };
        }
        let (Some(last), Some(first)) = (left.chars().next_back(), right.chars().next()) else {
            return false;
        };
        let meeting = &self.ends.meeting;
        first.is_uppercase() && last.is_lowercase()
            || ends_with_any(left, &self.ends.closed)
            || meeting.before.contains(last) && meeting.after.contains(first)
    }

    /// Whether a short word that begins no word stands before a word that it
    /// also precedes elsewhere, or that is far too frequent to be a part of this.
    fn begins(&self, short: &str, right: &str) -> bool {
        let entry = self.ends.before.iter().find(|(word, _)| word == short);
        entry.is_some_and(|(_, letters)| {
            right.starts_with(|first| letters.contains(first))
                && (self.vocabulary.count_pair(short, right) > 0
                    || self.count(right) >= FREQUENT * self.count.max(1))
        })
    }

    fn is_long(&self, part: &str) -> bool {
        is_longer(part) && self.count(part) >= self.least
    }

    /// How often a word occurs, as it is or in small letters.
    fn count(&self, part: &str) -> u32 {
        let own = self.vocabulary.count(part);
        if own < self.least && part.starts_with(char::is_uppercase) {
            return self.vocabulary.count(&part.to_lowercase());
        }
        own
    }
}

fn is_longer(part: &str) -> bool {
    part.chars().nth(LONG - 1).is_some()
}

fn ends_with_any(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

/// Boundaries of characters inside a word.
fn boundaries(word: &str) -> impl Iterator<Item = usize> + '_ {
    word.char_indices().skip(1).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::line::{split, texts};
    use super::*;

    fn ends() -> WordEnds {
        let file = r#"
            closed = ["ий", "ем"]
            meeting = { before = "ая", after = "оу" }
            behind = [{ words = ["в", "об", "и"], endings = ["ий", "ия"] }]
            before = [{ word = "и", letters = "дн" }]
            whole = ["обосновани"]
        "#;
        WordEnds::new(&toml::from_str(file).expect("the words are right"))
    }

    #[track_caller]
    fn check(words: &str, text: &str, expected: &str) {
        let file = format!("{words}\n{words}\n{text}");
        let mut lines = split(&file);
        let vocabulary = Vocabulary::of(&lines);
        for _ in 0..2 {
            repair(&mut lines, &ends(), &vocabulary);
            let read: Vec<_> = texts(&lines).into_iter().skip(2).collect();
            assert_eq!(read.join("\n"), expected, "with: {words}");
        }
    }

    #[test]
    fn a_short_word_behind_an_ending_is_a_word() {
        check("комиссий", "комиссийв течение", "комиссий в течение");
        check(
            "уведомления оказании",
            "уведомленияоб оказании",
            "уведомления об оказании",
        );
        check("комиссий", "комиссийна", "комиссийна");
    }

    #[test]
    fn letters_that_never_meet_part_two_words() {
        check("процесса оказания", "процессаоказания", "процесса оказания");
        check(
            "руководителем справки",
            "руководителемсправки",
            "руководителем справки",
        );
        check(
            "ресурсе Акимата Жамбылской",
            "ресурсеАкиматаЖамбылской",
            "ресурсе Акимата Жамбылской",
        );
    }

    #[test]
    fn a_short_word_stands_before_its_neighbour_of_elsewhere() {
        check("и документы", "идокументы", "и документы");
        check("документы", "идокументы", "идокументы");
    }

    #[test]
    fn several_words_are_parted_at_once() {
        check(
            "комиссий направляет",
            "комиссийинаправляет",
            "комиссий и направляет",
        );
    }

    #[test]
    fn what_is_no_word_of_the_file_stays() {
        check("накопителем", "накопителемного", "накопителемного");
        check("процесса", "процессаоказания", "процессаоказания");
    }

    #[test]
    fn a_form_that_is_more_frequent_than_its_parts_is_a_word() {
        let words = "процесса оказания процессаоказания процессаоказания";
        check(words, "процессаоказания", "процессаоказания");
    }

    #[test]
    fn a_word_cut_by_the_line_end_is_looked_at_as_a_whole() {
        check(
            "Первомайский сельский",
            "Первомай-\nскийсельский",
            "Первомай-\nский сельский",
        );
    }
}
