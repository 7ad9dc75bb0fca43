//! Question: the words of a question and what each may mean.

use std::collections::BTreeSet;

use crate::language::Language;

/// A question as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The words that count.
    pub words: Vec<QuestionWord>,
    /// The papers that it names, each with the kinds of papers that it may be.
    pub papers: Vec<BTreeSet<String>>,
    /// True for what people do themselves, such as paying, without help.
    pub is_own_deed: bool,
    /// The words searched, where they differ from those typed.
    pub corrected: Option<String>,
}

/// One word of a question with what it may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionWord {
    /// Its normal form as read.
    pub normal: String,
    /// The word as it is shown to people.
    pub shown: String,
    /// The terms that it may stand for.
    pub candidates: Vec<Candidate>,
    /// What it means as a word of the name of a paper in the other language.
    pub translated: Vec<Candidate>,
    /// The papers of the question of whose names it is a part, by number.
    pub papers: Vec<usize>,
    /// What it is there for.
    pub role: Role,
    /// True when it says what is done, such as a registration, and not to what.
    pub is_deed: bool,
    /// True when it only frames what is wanted: how long, until what age, I work as.
    pub is_frame: bool,
    /// True for a word that the question says again further on.
    pub is_repeated: bool,
    /// True for what others give, such as a passport.
    pub is_elsewhere: bool,
    /// True for people, and for what tells who they are.
    pub is_people: bool,
    /// True for who runs a village, and for the office.
    pub names_head: bool,
    /// True for a village beside its name.
    pub names_village: bool,
    /// True when it says for whom something is, such as a paper.
    pub is_holder: bool,
    /// True for an abbreviation that is a name itself.
    pub is_short: bool,
    /// True when it comes from an abbreviation that names a kind of office.
    pub is_office_name: bool,
    /// What it counts beside a word of its own: an abbreviation of three words says
    /// less than three words, for whom something is less than what it is.
    pub share: f32,
}

/// What a word of a question is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It says what is wanted.
    Content,
    /// It asks for an office.
    Asks,
    /// It says what kind of place a name is.
    PlaceKind,
    /// It names the place.
    Place,
}

/// A term that a word may stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The language of the term.
    pub language: Language,
    /// The term.
    pub term: String,
    /// How sure it is, up to 1.
    pub quality: f32,
}

/// A bit for the word of a number; words beyond the bits share the last one.
pub const fn bit(nth: usize) -> u64 {
    1 << if nth < 63 { nth } else { 63 }
}

impl Question {
    /// Every term of the question in a language.
    pub fn terms(&self, language: Language) -> BTreeSet<&str> {
        self.words
            .iter()
            .flat_map(QuestionWord::meanings)
            .filter(|candidate| candidate.language == language)
            .map(|candidate| candidate.term.as_str())
            .collect()
    }

    /// True when more than half of what is wanted is the name of a paper. Whose paper it
    /// is, and that a copy of it is wanted, does not count.
    pub fn is_for_paper(&self) -> bool {
        let content = self.words.iter().filter(|word| {
            let besides = word.is_holder || word.is_deed;
            word.role == Role::Content && (word.is_of_paper() || !besides)
        });
        let content: Vec<bool> = content.map(QuestionWord::is_of_paper).collect();
        let named = content.iter().filter(|of_paper| **of_paper).count();
        named * 2 > content.len()
    }

    /// True when nothing is wanted but a paper.
    pub fn is_only_paper(&self) -> bool {
        let mut content = self.words.iter().filter(|word| word.role == Role::Content);
        let is_named = self.words.iter().any(QuestionWord::is_of_paper);
        is_named && content.all(|word| word.is_of_paper() || word.is_deed)
    }

    /// The kinds of all papers that it names.
    pub fn kinds(&self) -> BTreeSet<&str> {
        self.papers.iter().flatten().map(String::as_str).collect()
    }

    /// Leaves out the kind of office that an abbreviation names where the question is
    /// for something else and names no place: people add where they mean to go.
    pub fn leave_out_office_names(&mut self) {
        let is_kept = |word: &QuestionWord| !word.is_office_name;
        let wanted = |word: &QuestionWord| {
            let besides = word.is_deed || word.is_frame;
            is_kept(word) && word.role == Role::Content && !besides
        };
        if !self.words.iter().any(wanted) {
            return;
        }
        self.words.retain(is_kept);
    }

    /// Where something is asked for, those for whom it is count less.
    pub fn weigh_holders(&mut self, holder: f32) {
        let is_thing =
            |word: &QuestionWord| word.role == Role::Content && !word.is_holder && !word.is_deed;
        if self.words.iter().any(is_thing) {
            for word in self.words.iter_mut().filter(|word| word.is_holder) {
                word.share *= holder;
            }
        }
    }

    /// A word for what others give is part of the longer name of a paper where it stands
    /// in one: a ticket is no military card.
    pub fn keep_names_of_papers(&mut self) {
        let named = self.words.iter().filter(|word| word.is_of_paper()).count();
        if named > 1 {
            for word in self.words.iter_mut().filter(|word| word.is_of_paper()) {
                word.is_elsewhere = false;
            }
        }
    }

    /// Where something is wanted, the words around it count less; those of the name of a
    /// paper are part of it.
    pub fn weigh_frames(&mut self, frame: f32) {
        let is_around = |word: &QuestionWord| word.is_frame && !word.is_of_paper();
        let is_wanted = self
            .words
            .iter()
            .any(|word| !is_around(word) && matches!(word.role, Role::Content | Role::Asks));
        if !is_wanted {
            return;
        }
        for word in self.words.iter_mut().filter(|word| is_around(word)) {
            word.share *= frame;
        }
    }

    /// True when some word asks for an office.
    pub fn asks_for_office(&self) -> bool {
        self.words.iter().any(|word| word.role == Role::Asks)
    }
}

impl QuestionWord {
    /// Whether it is part of the name of a paper.
    pub fn is_of_paper(&self) -> bool {
        !self.papers.is_empty()
    }

    /// All terms that it may stand for, its own before those of a paper.
    pub fn meanings(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().chain(&self.translated)
    }

    /// How sure the best meaning is; 0 for a word that means nothing here.
    pub fn quality(&self) -> f32 {
        let qualities = self.candidates.iter().map(|candidate| candidate.quality);
        qualities.fold(0.0, f32::max)
    }
}
