//! Repair: undoes the damage that an export did to the text of an act.
//!
//! In: the lines of a [`SourceFile`]. Out: the same lines, repaired, each
//! character with its place in the source, and the page furniture marked.
//!
//! Every kind of damage has a rule and a file of its own. A rule fires on
//! evidence in the text alone (a gap, the grammar of links, other places of the
//! same file) and leaves alone what it is not sure of. No rule knows an act.
//! What the words of the two languages look like stands in `content/repair`.

mod bars;
mod blanks;
mod content;
mod cut_words;
mod furniture;
mod glued;
mod joining;
mod known_words;
mod letter_spacing;
pub(crate) mod letters;
mod line;
mod line_end_links;
mod link_figures;
mod links;
mod list_numbers;
mod list_titles;
mod look_alikes;
mod minutes;
mod missing_blanks;
mod pages;
pub(crate) mod quotes;
mod rules;
mod run_together;
mod several_links;
mod vocabulary;

use crate::diagnostic::{Diagnostics, Warned};
use crate::passage::Passage;
use crate::source::SourceFile;

pub use joining::{cuts_word, join_cell, join_prose};
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
    /// The bars that stood between cells and are in no line.
    pub bars: Passage,
}

/// What one rule made of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line, counted from 1.
    pub line: u32,
    /// Name of the rule, that of its file.
    pub rule: &'static str,
    /// The words that the rule left; the next rule goes on with them.
    pub words: String,
}

/// Repairs a file. Never fails: what no rule is sure of stays as it is.
#[must_use]
pub fn repair(file: &SourceFile, rules: &RepairRules) -> Warned<Repaired> {
    Warned {
        output: apply(file, rules, |_, _| {}),
        diagnostics: Diagnostics::default(),
    }
}

/// What each rule changes in a file, in the order of the rules, for a person who
/// looks for the rule that spoilt a line.
#[must_use]
pub fn trace(file: &SourceFile, rules: &RepairRules) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut before: Vec<String> = Vec::new();
    apply(file, rules, |rule, lines| {
        let after: Vec<String> = lines
            .iter()
            .map(|line| line.words.text().to_owned())
            .collect();
        let changed = (1..).zip(before.iter().zip(&after));
        changes.extend(changed.filter(|(_, (before, after))| before != after).map(
            |(line, (_, after))| Change {
                line,
                rule,
                words: after.clone(),
            },
        ));
        before = after;
    });
    changes
}

/// The rules in their order; `seen` is told after each of them.
fn apply(
    file: &SourceFile,
    rules: &RepairRules,
    mut seen: impl FnMut(&'static str, &[RepairedLine]),
) -> Repaired {
    let mut lines = line::split(&file.text);
    seen("source", &lines);
    furniture::mark(&mut lines, &rules.furniture);
    seen("furniture", &lines);
    let bars = bars::repair(&mut lines);
    seen("bars", &lines);
    let words = rules.of(line::language(&lines));
    each_line(&mut lines, |line| {
        look_alikes::repair(line, &words.look_alikes)
    });
    seen("look-alikes", &lines);
    each_line(&mut lines, letter_spacing::repair);
    seen("letter-spacing", &lines);
    let vocabulary = Vocabulary::of(&lines);
    each_line(&mut lines, |line| {
        links::repair(line, &words.links, &vocabulary)
    });
    seen("links", &lines);
    each_line(&mut lines, |line| link_figures::repair(line, &words.links));
    seen("link-figures", &lines);
    each_line(&mut lines, list_titles::repair);
    seen("list-titles", &lines);
    list_numbers::repair(&mut lines);
    seen("list-numbers", &lines);
    each_line(&mut lines, |line| several_links::repair(line, &words.links));
    seen("several-links", &lines);
    line_end_links::repair(&mut lines, &words.links);
    seen("line-end-links", &lines);
    minutes::repair(&mut lines, &words.superscripts);
    seen("minutes", &lines);
    each_line(&mut lines, blanks::repair);
    seen("blanks", &lines);
    each_line(&mut lines, |line| {
        cut_words::repair(line, &words.short_words, &vocabulary)
    });
    cut_words::repair_after_hyphens(&mut lines, &vocabulary);
    seen("cut-words", &lines);
    each_line(&mut lines, |line| {
        missing_blanks::repair(line, &words.behind_dash, &vocabulary)
    });
    seen("missing-blanks", &lines);
    glued::repair(&mut lines, &vocabulary);
    seen("glued", &lines);
    run_together::repair(&mut lines, &words.word_ends, &vocabulary);
    seen("run-together", &lines);
    known_words::repair(&mut lines, &words.known_words, &vocabulary);
    seen("known-words", &lines);
    Repaired {
        lines,
        vocabulary,
        bars,
    }
}

/// Applies a rule that looks at one line to every line of the act's text.
fn each_line(lines: &mut [RepairedLine], rule: impl Fn(&Passage) -> Option<Passage>) {
    for line in lines {
        if !line.has_words() {
            continue;
        }
        if let Some(words) = rule(&line.words) {
            line.words = words;
        }
    }
}

#[cfg(test)]
mod tests;
