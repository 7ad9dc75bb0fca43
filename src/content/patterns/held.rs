//! Which of the words that phrases need a text holds.
//!
//! One walk over a text finds the words of all phrases of a language. Finders
//! ask for many kinds of phrases in the same text, one after the other, so that
//! what was found is remembered for a while, apart for every thread.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::signs::write_signs;
use super::{Kind, Phrase};

/// Texts whose words a thread remembers: more than a service has units.
const REMEMBERED: usize = 4096;
/// Longer texts share one place, so that they are not kept several times.
const LONG: usize = 64 * 1024;

/// Finds the words of a language's phrases.
#[derive(Clone, Debug)]
pub(super) struct HeldWords {
    finder: Option<AhoCorasick>,
    /// Blocks of 64 words each.
    blocks: usize,
    /// Tells this list of words from that of another language or load.
    number: u64,
}

/// The words that a text holds, a bit for each.
pub(super) type Held = [u64];

/// Words of which a text must hold one; none for what may stand anywhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Requirement(Vec<Block>);

/// Some of the words of one block.
#[derive(Clone, Copy, Debug)]
struct Block {
    at: usize,
    words: u64,
}

impl Requirement {
    /// True when a text with these words may be looked at.
    pub(super) fn is_met(&self, held: &Held) -> bool {
        let has_one = |block: &Block| {
            held.get(block.at)
                .is_none_or(|held| held & block.words != 0)
        };
        self.0.is_empty() || self.0.iter().any(has_one)
    }

    fn add(&mut self, word: usize) {
        let (at, bit) = (word / 64, 1 << (word % 64));
        match self.0.iter_mut().find(|block| block.at == at) {
            Some(block) => block.words |= bit,
            None => self.0.push(Block { at, words: bit }),
        }
    }

    fn add_all(&mut self, other: &Self) {
        for block in &other.0 {
            match self.0.iter_mut().find(|own| own.at == block.at) {
                Some(own) => own.words |= block.words,
                None => self.0.push(*block),
            }
        }
    }
}

/// What a thread remembers of a text.
#[derive(Default)]
struct Remembered {
    number: u64,
    text: String,
    held: Vec<u64>,
}

#[derive(Default)]
struct Memory {
    texts: Vec<Remembered>,
    signs: Vec<u8>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

impl HeldWords {
    /// Numbers the words that the phrases need and tells each phrase its own.
    pub(super) fn index(kinds: BTreeMap<String, Vec<Phrase>>) -> (Self, HashMap<String, Kind>) {
        static NUMBER: AtomicU64 = AtomicU64::new(1);
        let mut words: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        let mut list = Vec::new();
        let mut number_of = |word: &Vec<u8>| {
            *words.entry(word.clone()).or_insert_with(|| {
                list.push(word.clone());
                list.len() - 1
            })
        };
        let mut indexed = HashMap::new();
        for (name, mut phrases) in kinds {
            for phrase in &mut phrases {
                for choice in &phrase.choices {
                    let mut requirement = Requirement::default();
                    for word in choice {
                        requirement.add(number_of(word));
                    }
                    phrase.requirements.push(requirement);
                }
            }
            let requirement = of_any(&phrases);
            indexed.insert(
                name,
                Kind {
                    phrases,
                    requirement,
                },
            );
        }
        let finder = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&list);
        let held = Self {
            finder: finder.ok(),
            blocks: list.len().div_ceil(64),
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
        };
        (held, indexed)
    }

    /// Hands on the words that the text holds.
    pub(super) fn of<R>(&self, text: &str, read: impl FnOnce(&Held) -> R) -> R {
        MEMORY.with_borrow_mut(|memory| {
            if memory.texts.is_empty() {
                memory.texts.resize_with(REMEMBERED, Remembered::default);
            }
            let slot = slot_of(text);
            let remembered = &mut memory.texts[slot];
            if remembered.number != self.number || remembered.text != text {
                write_signs(text, &mut memory.signs);
                self.find(&memory.signs, &mut remembered.held);
                remembered.number = self.number;
                remembered.text.clear();
                remembered.text.push_str(text);
            }
            read(&remembered.held)
        })
    }

    fn find(&self, signs: &[u8], held: &mut Vec<u64>) {
        held.clear();
        // Without a finder nothing is known to be missing.
        let Some(finder) = &self.finder else {
            held.resize(self.blocks, u64::MAX);
            return;
        };
        held.resize(self.blocks, 0);
        for found in finder.find_overlapping_iter(signs) {
            let word = found.pattern().as_usize();
            if let Some(block) = held.get_mut(word / 64) {
                *block |= 1 << (word % 64);
            }
        }
    }
}

/// The place of a text in memory, by where it stands: a unit stays in its place
/// while it is read. What another text left there is told by its words.
fn slot_of(text: &str) -> usize {
    if text.len() > LONG {
        return 0;
    }
    let at = text.as_ptr().addr() / 8;
    (at ^ (at >> 12) ^ text.len().wrapping_mul(31)) % REMEMBERED
}

/// What a text must hold for any of the phrases: nothing when one of them may
/// stand anywhere.
fn of_any(phrases: &[Phrase]) -> Requirement {
    let mut any = Requirement::default();
    for phrase in phrases {
        match phrase.requirements.first() {
            Some(first) => any.add_all(first),
            None => return Requirement::default(),
        }
    }
    any
}
