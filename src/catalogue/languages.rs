//! Languages: the texts of one service side by side.
//!
//! The first text leads. Values that a text says once pair with each other, items
//! of lists pair by their order. What one text alone says stays an entry of its
//! own, and what the texts say differently is kept in both forms; each gives a
//! diagnostic.

use std::cell::RefCell;

use super::model::Text;
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::{Found, ServiceFacts};

/// What one text says of the service, with the maker of its texts.
pub type InText<'a> = (Words<'a>, &'a ServiceFacts);

/// The same item in each text that has it, the leading one first; never empty.
pub type Versions<'a, T> = Vec<(&'a Words<'a>, T)>;

/// The texts of a service.
pub struct Languages<'a> {
    texts: &'a [InText<'a>],
    /// Joining asks for one value after the other; what it notices gathers here.
    noticed: RefCell<Diagnostics>,
}

impl<'a> Languages<'a> {
    /// The texts that describe the service, the leading one first.
    #[must_use]
    pub const fn new(texts: &'a [InText<'a>]) -> Self {
        Self {
            texts,
            noticed: RefCell::new(Diagnostics::new()),
        }
    }

    /// What was noticed while values were joined.
    #[must_use]
    pub fn into_diagnostics(self) -> Diagnostics {
        self.noticed.into_inner()
    }

    /// A value that each text says once; `None` where none does. `fact` is its name
    /// in diagnostics, `words` those that say it.
    pub fn one<T: Copy>(
        &self,
        fact: &str,
        value: impl Fn(&'a ServiceFacts) -> Option<T>,
        words: impl Fn(T) -> &'a Found,
    ) -> Option<Versions<'a, T>> {
        let versions: Versions<'a, T> = self
            .texts
            .iter()
            .filter_map(|(text, facts)| Some((text, value(facts)?)))
            .collect();
        let (text, first) = *versions.first()?;
        if versions.len() < self.texts.len() {
            let message = format!("only one text of the act gives the {fact}");
            self.notice(Code::UnpairedItem, text, words(first), message);
        }
        Some(versions)
    }

    /// The items of a list of each text.
    pub fn many<T>(
        &self,
        fact: &str,
        values: impl Fn(&'a ServiceFacts) -> &'a [T],
        words: impl Fn(&'a T) -> &'a Found,
    ) -> Vec<Versions<'a, &'a T>> {
        let lists: Vec<(&Words<'_>, &[T])> = self
            .texts
            .iter()
            .map(|(text, facts)| (text, values(facts)))
            .collect();
        let longest = lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
        let shortest = lists.iter().map(|(_, list)| list.len()).min().unwrap_or(0);
        if let Some((text, list)) = lists.iter().find(|(_, list)| list.len() > shortest)
            && let Some(first) = list.get(shortest)
        {
            let message = format!(
                "one text of the act gives {longest} entries of {fact}, the other one {shortest}"
            );
            self.notice(Code::UnpairedItem, text, words(first), message);
        }
        (0..longest)
            .map(|at| {
                let versions = lists.iter();
                versions
                    .filter_map(|(text, list)| Some((*text, list.get(at)?)))
                    .collect()
            })
            .collect()
    }

    /// The typed value of the leading text, and those of the others that differ.
    pub fn settle<T: Copy, V>(
        &self,
        fact: &str,
        versions: &Versions<'a, T>,
        words: impl Fn(T) -> &'a Found,
        differs: impl Fn(T, T) -> bool,
        make: impl Fn(Text, T) -> V,
    ) -> Option<(V, Vec<V>)> {
        let (_, lead) = *versions.first()?;
        let others = versions.iter().filter(|(_, one)| differs(lead, *one));
        let disputed: Vec<V> = others
            .map(|(text, one)| {
                let message = format!("the texts of the act give the {fact} differently");
                self.notice(Code::TextsDisagree, text, words(*one), message);
                make(text.text(words(*one)), *one)
            })
            .collect();
        let joined = join_words(versions, words)?;
        Some((make(joined, lead), disputed))
    }

    fn notice(&self, code: Code, text: &Words<'_>, found: &Found, message: String) {
        let hint = match code {
            Code::UnpairedItem => {
                "look whether the reading missed it in the other text; it stands as an entry of its own"
            }
            _ => "look whether one text was misread, and correct it; pages show both",
        };
        let diagnostic = Diagnostic::new(code, message).hint(hint);
        let path = text.file.path.as_str();
        self.noticed.borrow_mut().push(match found.words.span() {
            Some(span) => diagnostic.at(path, span),
            None => diagnostic.in_file(path),
        });
    }
}

/// One text that carries the same item in the other language.
pub fn join_words<'a, T: Copy>(
    versions: &Versions<'a, T>,
    words: impl Fn(T) -> &'a Found,
) -> Option<Text> {
    let mut texts = versions.iter().map(|(text, one)| text.text(words(*one)));
    let mut lead = texts.next()?;
    lead.translations = texts.collect();
    Some(lead)
}
