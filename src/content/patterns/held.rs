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
use super::signs::{BLANK, USUAL, sign_of};

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

/// The automaton that reads a text: the words as a tree of their signs, in which
/// every state knows where to go on when no word goes on from it.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    /// Tells the automata of a program apart; copies read alike.
    id: u64,
    /// A number for every sign of the words; zero for all other signs.
    classes: Vec<u8>,
    /// The numbers of the characters that nearly all of an act consists of.
    usual: Vec<u8>,
    /// Classes of signs.
    width: usize,
    /// The states, in the order of the words, so that what comes next nearly always
    /// lies next to it.
    states: Vec<State>,
    /// What comes after states with few other signs.
    others: Vec<(u8, u32)>,
    /// What comes after states with many signs, and after those at the beginning of a
    /// word, where nearly all of a text is: a state for every class.
    rows: Vec<u32>,
    /// For every state the answers that it gives: where they begin in `answers`.
    ends: Vec<u32>,
    /// Blocks of answers with their bits.
    answers: Vec<(u16, u64)>,
    /// Blocks that all answers take up.
    blocks: usize,
}

/// A state of the automaton.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// The class of the sign after which the next state in the list follows.
    class: u8,
    /// How many other signs may follow, or [`ROW`].
    others: u8,
    /// Whether words end here.
    ends: bool,
    /// Where what follows begins in `others` or `rows`.
    at: u32,
    /// The state of the longest other word that the signs read so far end with.
    shorter: u32,
}

/// Marks a state with a row of its own.
const ROW: u8 = u8::MAX;
/// Signs that are looked for one after the other; more have a row.
const FEW: usize = 3;
/// So many signs from the beginning of a word all states have a row. Rows for all
/// states would be too many to stay near the processor.
const BEGINNING: usize = 3;

/// A state while the words are put together.
#[derive(Default)]
struct Node {
    /// Signs before it.
    depth: usize,
    next: BTreeMap<u8, usize>,
    questions: Vec<Question>,
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
        let usual = USUAL.iter().map(|sign| classes[usize::from(*sign)]);
        let mut automaton = Self {
            id: IDS.fetch_add(1, Ordering::Relaxed),
            usual: usual.collect(),
            classes,
            width: usize::from(width),
            states: Vec::new(),
            others: Vec::new(),
            rows: Vec::new(),
            ends: vec![0],
            answers: Vec::new(),
            blocks: questions.known.len().div_ceil(64),
        };
        let tree = automaton.tree(questions);
        automaton.states = tree
            .iter()
            .zip(0..)
            .map(|node| automaton.state(node))
            .collect();
        automaton.connect(tree);
        automaton
    }

    /// The words as a tree of their signs.
    fn tree(&self, questions: &Questions) -> Vec<Node> {
        let mut nodes = vec![Node::default()];
        for (word, asked) in &questions.words {
            let mut at = 0;
            for (depth, sign) in word.iter().enumerate() {
                let class = self.classes[usize::from(*sign)];
                let new = nodes.len();
                at = *nodes[at].next.entry(class).or_insert(new);
                if at == new {
                    nodes.push(Node {
                        depth: depth + 1,
                        ..Node::default()
                    });
                }
            }
            nodes[at].questions.extend(asked);
        }
        nodes
    }

    /// A state with what follows it, but for the row.
    fn state(&mut self, (node, at): (&Node, usize)) -> State {
        if node.depth <= BEGINNING || node.next.len() > FEW {
            let row = self.rows.len();
            self.rows.resize(row + self.width, 0);
            return State {
                others: ROW,
                at: short(row),
                ..State::default()
            };
        }
        let mut state = State {
            at: short(self.others.len()),
            ..State::default()
        };
        for (class, next) in &node.next {
            if *next == at + 1 {
                state.class = *class;
            } else {
                state.others += 1;
                self.others.push((*class, short(*next)));
            }
        }
        state
    }

    /// Joins every state with its shorter one and fills the rows. States are taken
    /// from the shortest beginnings of words on, so that the shorter state is always
    /// whole.
    fn connect(&mut self, mut tree: Vec<Node>) {
        let mut answers = vec![Vec::new(); tree.len()];
        let mut left = VecDeque::from([0]);
        while let Some(at) = left.pop_front() {
            let node = std::mem::take(&mut tree[at]);
            let State {
                others,
                at: row,
                shorter,
                ..
            } = self.states[at];
            let mut own = node.questions;
            if at > 0 {
                own.extend_from_slice(&answers[shorter as usize]);
                own.sort_unstable();
                own.dedup();
            }
            let go_on = |automaton: &Self, class: u8| match at {
                0 => 0,
                _ => automaton.next(shorter as usize, class),
            };
            if others == ROW {
                for class in 1..self.width {
                    let next = u8::try_from(class).map_or(0, |class| go_on(self, class));
                    self.rows[row as usize + class] = short(next);
                }
            }
            for (class, next) in node.next {
                self.states[next].shorter = short(go_on(self, class));
                if others == ROW {
                    self.rows[row as usize + usize::from(class)] = short(next);
                }
                left.push_back(next);
            }
            self.states[at].ends = !own.is_empty();
            answers[at] = own;
        }
        for questions in &answers {
            self.push_answers(questions);
        }
    }

    /// The state after a state and the class of a sign.
    fn next(&self, state: usize, class: u8) -> usize {
        let mut at = state;
        loop {
            let state = &self.states[at];
            let begin = state.at as usize;
            if state.others == ROW {
                return self.rows[begin + usize::from(class)] as usize;
            }
            if state.class == class {
                return at + 1;
            }
            let others = &self.others[begin..begin + usize::from(state.others)];
            if let Some((_, next)) = others.iter().find(|(other, _)| *other == class) {
                return *next as usize;
            }
            at = state.shorter as usize;
        }
    }

    /// The class of the sign of a character.
    fn class_of(&self, character: char) -> u8 {
        let usual = self.usual.get(character as usize);
        usual
            .copied()
            .unwrap_or_else(|| self.classes[usize::from(sign_of(character))])
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
        let blank = self.classes[usize::from(BLANK)];
        let mut at = 0;
        let mut before = 0;
        for character in text.chars() {
            let class = self.class_of(character);
            // A row of blanks is one blank.
            if class == blank && before == blank {
                continue;
            }
            before = class;
            // No word holds the sign.
            if class == 0 {
                at = 0;
                continue;
            }
            at = self.next(at, class);
            if self.states[at].ends {
                let answers = self.ends[at] as usize..self.ends[at + 1] as usize;
                for (block, bits) in &self.answers[answers] {
                    held.0[usize::from(*block)] |= bits;
                }
            }
        }
    }
}

/// A place in a list as it is kept. No content comes near so many words.
fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or_default()
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
