//! Which words a text may hold.
//!
//! One walk over a text marks every three signs that follow each other in it. A
//! word whose threes are not all marked does not stand in the text; one whose
//! threes are marked nearly always does. Finders ask for many kinds of phrases
//! in the same text, one after the other, so that the marks are remembered for a
//! while, apart for every thread.

use std::cell::RefCell;

use super::required::{Choice, LONGEST};
use super::signs::{BLANK, FIGURE, quick_sign_of};

/// Marks for threes of signs; the last one is for figures.
const MARKS: usize = 4096;
const ANY_FIGURE: u16 = 4096;
/// Threes of the longest word.
const THREES: usize = LONGEST - 2;
/// Texts that a thread remembers: more than a service has units.
const REMEMBERED: usize = 1024;

/// The marks of a text.
#[derive(Clone)]
pub(super) struct Held([u64; MARKS / 64 + 1]);

/// Words of which a text must hold one; none for what may stand anywhere. Words
/// with few threes repeat their first one.
#[derive(Clone, Debug, Default)]
pub(super) struct Requirement(Vec<[u16; THREES]>);

impl Requirement {
    /// One of the words of a choice.
    pub(super) fn of(choice: &Choice) -> Self {
        Self(choice.iter().map(|word| marks_of(word)).collect())
    }

    /// One of the words of any of several; nothing when one of them is nothing.
    pub(super) fn any<'a>(requirements: impl Iterator<Item = Option<&'a Self>>) -> Self {
        let all: Option<Vec<&Self>> = requirements.collect();
        let words = all.into_iter().flatten().flat_map(|one| &one.0);
        Self(words.copied().collect())
    }

    /// True when a text with these marks may be looked at.
    pub(super) fn is_met(&self, held: &Held) -> bool {
        let is_held = |word: &[u16; THREES]| word.iter().all(|mark| held.has(*mark));
        self.0.is_empty() || self.0.iter().any(is_held)
    }
}

fn marks_of(word: &[u8]) -> [u16; THREES] {
    // Shorter words count only for the figure that they hold.
    let first = word.windows(3).next().map_or(ANY_FIGURE, mark_of_slice);
    let mut marks = [first; THREES];
    for (mark, three) in marks.iter_mut().zip(word.windows(3)) {
        *mark = mark_of_slice(three);
    }
    marks
}

fn mark_of_slice(three: &[u8]) -> u16 {
    mark_of(three.iter().fold(0, |all, sign| next(all, *sign)))
}

/// The last three signs after one more.
const fn next(three: u32, sign: u8) -> u32 {
    (three << 8 | sign as u32) & 0x00ff_ffff
}

const fn mark_of(three: u32) -> u16 {
    (three.wrapping_mul(0x9e37_79b1) >> 20) as u16
}

impl Held {
    const NOTHING: Self = Self([0; MARKS / 64 + 1]);

    fn has(&self, mark: u16) -> bool {
        let block = self.0.get(usize::from(mark) / 64);
        block.is_some_and(|block| block >> (mark % 64) & 1 == 1)
    }

    fn add(&mut self, mark: u16) {
        if let Some(block) = self.0.get_mut(usize::from(mark) / 64) {
            *block |= 1 << (mark % 64);
        }
    }

    fn read(&mut self, text: &str) {
        *self = Self::NOTHING;
        let mut three = 0;
        let mut before = 0;
        for character in text.chars() {
            let sign = quick_sign_of(character);
            if sign == FIGURE {
                self.add(ANY_FIGURE);
            }
            // A row of blanks is one blank.
            if sign != BLANK || before != BLANK {
                three = next(three, sign);
                self.add(mark_of(three));
            }
            before = sign;
        }
    }
}

/// What a thread remembers of a text.
struct Remembered {
    text: String,
    held: Held,
}

thread_local! {
    static MEMORY: RefCell<Vec<Remembered>> = const { RefCell::new(Vec::new()) };
}

/// Hands on the marks of a text.
pub(super) fn with_held<R>(text: &str, read: impl FnOnce(&Held) -> R) -> R {
    MEMORY.with_borrow_mut(|memory| {
        if memory.is_empty() {
            memory.resize_with(REMEMBERED, || Remembered {
                text: String::new(),
                held: Held::NOTHING,
            });
        }
        let remembered = &mut memory[slot_of(text)];
        if remembered.text != text {
            remembered.held.read(text);
            remembered.text.clear();
            remembered.text.push_str(text);
        }
        read(&remembered.held)
    })
}

/// The place of a text in memory, by where it stands: a unit stays in its place
/// while it is read. What another text left there is told by its words.
fn slot_of(text: &str) -> usize {
    let at = text.as_ptr().addr() / 8;
    (at ^ (at >> 10) ^ text.len().wrapping_mul(31)) % REMEMBERED
}
