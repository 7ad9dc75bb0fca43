//! Which words a text holds.
//!
//! All words that the phrases of a language cannot do without are looked for at
//! once: one walk over a text finds every place where one of them ends (Aho and
//! Corasick, 1975) and answers for every phrase whether it may stand there.
//! Finders ask for many kinds of phrases in the same text, one after the other,
//! so that the answers are remembered for a while, apart for every thread.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};

use super::required::Choice;
use super::signs::{BLANK, quick_sign_of};

/// Texts that a thread remembers: more than a service has units.
const REMEMBERED: usize = 1024;

/// A question to a text: does it hold one of the words of a choice?
pub(super) type Question = usize;

/// The words of many questions while they are put together.
#[derive(Default)]
pub(super) struct Questions {
    words: BTreeMap<Vec<u8>, Vec<Question>>,
    known: BTreeMap<Choice, Question>,
}

impl Questions {
    /// The question after one of the words; the same words are the same question.
    pub fn ask(&mut self, choice: &Choice) -> Question {
        let next = self.known.len();
        let question = *self.known.entry(choice.clone()).or_insert(next);
        if question == next {
            for word in choice {
                self.words.entry(word.clone()).or_default().push(question);
            }
        }
        question
    }
}

/// The answers of a text, one bit for each question.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(Vec<u64>);

impl Held {
    /// True when the text holds one of the words that the question names.
    pub fn has(&self, question: Question) -> bool {
        let block = self.0.get(question / 64);
        block.is_some_and(|block| block >> (question % 64) & 1 == 1)
    }
}

/// The automaton that reads a text.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    /// Tells the automata of a program apart; copies read alike.
    id: u64,
    /// A number for every sign of the words; zero for all other signs.
    classes: Vec<u8>,
    /// Classes of signs.
    width: usize,
    /// The next state after a state and a class, each state by the place where its
    /// own row begins, with [`ENDS`] set where words end.
    next: Vec<u32>,
    /// For every state the answers that it gives: where they begin in `answers`.
    ends: Vec<u32>,
    /// Blocks of answers with their bits.
    answers: Vec<(u16, u64)>,
    /// Blocks that all answers take up.
    blocks: usize,
}

/// Marks a state in which words end.
const ENDS: u32 = 1 << 31;

/// A state of the automaton while it is built.
#[derive(Default)]
struct State {
    next: BTreeMap<u8, usize>,
    questions: Vec<Question>,
    /// The state of the longest other word that the signs read so far end with.
    shorter: usize,
}

impl Automaton {
    pub fn new(questions: &Questions) -> Self {
        static IDS: AtomicU64 = AtomicU64::new(1);
        let mut classes = vec![0; 256];
        let mut width: u8 = 1;
        for sign in questions.words.keys().flatten() {
            let class = &mut classes[usize::from(*sign)];
            if *class == 0 {
                *class = width;
                width += 1;
            }
        }
        let mut automaton = Self {
            id: IDS.fetch_add(1, Ordering::Relaxed),
            classes,
            width: usize::from(width),
            next: Vec::new(),
            ends: vec![0],
            answers: Vec::new(),
            blocks: questions.known.len().div_ceil(64),
        };
        automaton.fill(automaton.tree(questions));
        automaton
    }

    /// The words as a tree of their signs.
    fn tree(&self, questions: &Questions) -> Vec<State> {
        let mut states = vec![State::default()];
        for (word, asked) in &questions.words {
            let mut at = 0;
            for sign in word {
                let class = self.classes[usize::from(*sign)];
                let new = states.len();
                at = *states[at].next.entry(class).or_insert(new);
                if at == new {
                    states.push(State::default());
                }
            }
            states[at].questions.extend(asked);
        }
        states
    }

    /// The table of the tree, in which every state knows what comes after every
    /// sign. States are filled from the shortest beginnings of words on, so that the
    /// row of the shorter state is always there.
    fn fill(&mut self, mut states: Vec<State>) {
        let width = self.width;
        self.next = vec![0; states.len() * width];
        let mut answers = vec![Vec::new(); states.len()];
        let mut left = VecDeque::from([0]);
        while let Some(at) = left.pop_front() {
            let state = std::mem::take(&mut states[at]);
            let mut own = state.questions;
            if at > 0 {
                own.extend_from_slice(&answers[state.shorter]);
                own.sort_unstable();
                own.dedup();
                let from = state.shorter * width;
                self.next.copy_within(from..from + width, at * width);
            }
            for (class, next) in state.next {
                let cell = &mut self.next[at * width + usize::from(class)];
                // What came here before is where the shorter state goes.
                states[next].shorter = usize::try_from(*cell).unwrap_or_default() / width;
                *cell = u32::try_from(next * width).unwrap_or_default();
                left.push_back(next);
            }
            answers[at] = own;
        }
        for questions in &answers {
            self.push_answers(questions);
        }
        for cell in &mut self.next {
            let state = usize::try_from(*cell).unwrap_or_default() / width;
            if !answers[state].is_empty() {
                *cell |= ENDS;
            }
        }
    }

    fn push_answers(&mut self, questions: &[Question]) {
        let mut blocks: BTreeMap<u16, u64> = BTreeMap::new();
        for question in questions {
            let block = u16::try_from(question / 64).unwrap_or(u16::MAX);
            *blocks.entry(block).or_default() |= 1 << (question % 64);
        }
        self.answers.extend(blocks);
        let end = u32::try_from(self.answers.len()).unwrap_or(u32::MAX);
        self.ends.push(end);
    }

    fn read(&self, text: &str, held: &mut Held) {
        held.0.clear();
        held.0.resize(self.blocks, 0);
        let mut row = 0;
        let mut before = 0;
        for character in text.chars() {
            let sign = quick_sign_of(character);
            // A row of blanks is one blank.
            if sign == BLANK && before == BLANK {
                continue;
            }
            before = sign;
            let cell = self.next[row + usize::from(self.classes[usize::from(sign)])];
            row = (cell & !ENDS) as usize;
            if cell & ENDS != 0 {
                let state = row / self.width;
                let answers = self.ends[state] as usize..self.ends[state + 1] as usize;
                for (block, bits) in &self.answers[answers] {
                    held.0[usize::from(*block)] |= bits;
                }
            }
        }
    }
}

/// What a thread remembers of a text.
#[derive(Clone, Default)]
struct Remembered {
    automaton: u64,
    text: String,
    held: Held,
}

thread_local! {
    static MEMORY: RefCell<Vec<Remembered>> = const { RefCell::new(Vec::new()) };
}

impl Automaton {
    /// Hands on what a text holds.
    pub fn with_held<R>(&self, text: &str, read: impl FnOnce(&Held) -> R) -> R {
        MEMORY.with_borrow_mut(|memory| {
            if memory.is_empty() {
                memory.resize(REMEMBERED, Remembered::default());
            }
            let remembered = &mut memory[slot_of(text)];
            if remembered.automaton != self.id || remembered.text != text {
                self.read(text, &mut remembered.held);
                remembered.automaton = self.id;
                remembered.text.clear();
                remembered.text.push_str(text);
            }
            read(&remembered.held)
        })
    }
}

/// The place of a text in memory, by where it stands: a unit stays in its place
/// while it is read. What another text left there is told by its words.
fn slot_of(text: &str) -> usize {
    let at = text.as_ptr().addr() / 8;
    (at ^ (at >> 10) ^ text.len().wrapping_mul(31)) % REMEMBERED
}
