//! Repair: undoes the damage that an export did to the text of an act.
//!
//! In: the lines of a [`SourceFile`]. Out: the same lines, repaired, each
//! character with its place in the source, and the page furniture marked.
//!
//! Every kind of damage has a rule and a file of its own. A rule fires on
//! evidence in the text alone (a gap, the grammar of links, other places of the
//! same file) and leaves alone what it is not sure of. No rule knows an act.
//! What the words of the two languages look like stands in `content/repair`.

mod blanks;
mod content;
mod cut_words;
mod furniture;
mod glued;
mod joining;
mod letter_spacing;
pub(crate) mod letters;
mod line;
mod line_end_links;
mod links;
mod list_numbers;
mod list_titles;
mod look_alikes;
mod minutes;
mod missing_blanks;
mod rules;
mod several_links;
mod vocabulary;

use crate::diagnostic::{Diagnostics, Warned};
use crate::passage::Passage;
use crate::source::SourceFile;

pub use joining::{join_cell, join_prose};
pub use line::{Indent, RepairedLine};
pub use rules::RepairRules;
pub use vocabulary::Vocabulary;

/// The repaired lines of a file.
#[derive(Clone, Debug)]
pub struct Repaired {
    /// One entry per line of the source, in order.
    pub lines: Vec<RepairedLine>,
    /// The words of the file with their frequencies, as evidence for joining.
    pub vocabulary: Vocabulary,
}

/// Repairs a file. Never fails: what no rule is sure of stays as it is.
#[must_use]
pub fn repair(file: &SourceFile, rules: &RepairRules) -> Warned<Repaired> {
    let mut lines = line::split(&file.text);
    furniture::mark(&mut lines, &rules.furniture);
    let words = rules.of(line::language(&lines));
    each_line(&mut lines, |line| {
        look_alikes::repair(line, &words.look_alikes)
    });
    each_line(&mut lines, letter_spacing::repair);
    let vocabulary = Vocabulary::of(&lines);
    each_line(&mut lines, |line| {
        links::repair(line, &words.links, &vocabulary)
    });
    each_line(&mut lines, list_titles::repair);
    list_numbers::repair(&mut lines);
    each_line(&mut lines, |line| several_links::repair(line, &words.links));
    line_end_links::repair(&mut lines, &words.links);
    minutes::repair(&mut lines, &words.superscripts);
    each_line(&mut lines, blanks::repair);
    each_line(&mut lines, |line| {
        cut_words::repair(line, &words.short_words, &vocabulary)
    });
    cut_words::repair_after_hyphens(&mut lines, &vocabulary);
    each_line(&mut lines, |line| missing_blanks::repair(line, &vocabulary));
    glued::repair(&mut lines, &vocabulary);
    Warned {
        output: Repaired { lines, vocabulary },
        diagnostics: Diagnostics::default(),
    }
}

/// Applies a rule that looks at one line to every line of the act's text.
fn each_line(lines: &mut [RepairedLine], rule: impl Fn(&Passage) -> Option<Passage>) {
    for line in lines {
        if line.furniture || line.words.is_empty() {
            continue;
        }
        if let Some(words) = rule(&line.words) {
            line.words = words;
        }
    }
}

#[cfg(test)]
mod tests;
