//! Repair.
use crate::diagnostic::{Diagnostics, Warned};
use crate::error::Error;
use crate::passage::Passage;
use crate::source::SourceFile;
use std::path::Path;

/// x
pub struct Repaired {
    /// x
    pub lines: Vec<RepairedLine>,
}
/// x
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairedLine {
    /// x
    pub number: u32,
    /// x
    pub words: Passage,
    /// x
    pub indent: Indent,
    /// x
    pub furniture: bool,
}
/// x
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Indent {
    /// x
    pub blanks: usize,
    /// x
    pub tab: bool,
}
/// x
pub struct RepairRules;
impl RepairRules {
    /// x
    /// # Errors
    /// x
    pub fn load(_root: &Path) -> Result<Warned<Self>, Error> {
        Ok(Warned {
            output: Self,
            diagnostics: Diagnostics::default(),
        })
    }
}
/// x
pub fn repair(file: &SourceFile, _rules: &RepairRules) -> Warned<Repaired> {
    let mut lines = Vec::new();
    let mut at = 0;
    for (n, line) in file.text.split('\n').enumerate() {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        let lead = &line[..line.len() - line.trim_start().len()];
        lines.push(RepairedLine {
            number: n as u32 + 1,
            words: Passage::verbatim(words, start),
            indent: Indent {
                blanks: lead.chars().filter(|c| *c != '\t').count(),
                tab: lead.contains('\t'),
            },
            furniture: false,
        });
        at += line.len() + 1;
    }
    Warned {
        output: Repaired { lines },
        diagnostics: Diagnostics::default(),
    }
}
/// x
pub fn join_prose(lines: &[RepairedLine]) -> Passage {
    let mut p = Passage::default();
    for l in lines {
        if !p.is_empty() && !l.words.is_empty() {
            p.push_inserted(" ");
        }
        p.push(&l.words);
    }
    p
}
/// x
pub fn join_cell(lines: &[RepairedLine]) -> Passage {
    join_prose(lines)
}
