//! Papers that a row lists, in groups by channel or by applicant.

use super::super::statement::trimmed;
use super::super::{DocumentFound, Found};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The papers, flat and in order. What ends with a colon opens a group; a remark
/// about papers is none.
pub(super) fn find_papers(cell: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let mut papers = Vec::new();
    let mut group: Option<Found> = None;
    // An unnumbered part is a paper where its group has no numbers.
    let mut is_numbered = false;
    for (at, part) in cell.children.iter().enumerate() {
        let text = part.words.text().trim_end();
        if text.ends_with(':') {
            group = Some(Found::new(trimmed(&part.words), part));
            is_numbered = next_is_item(cell, at) && part.role == Role::Paragraph;
            continue;
        }
        is_numbered |= part.role == Role::Item && group.is_none();
        let is_paper = part.role == Role::Item || !is_numbered;
        if is_paper && !lexicon.says("documents-remark", text) {
            papers.push(DocumentFound {
                words: Found::new(trimmed(&part.words), part),
                group: group.clone(),
            });
        }
    }
    papers
}

fn next_is_item(cell: &Unit, at: usize) -> bool {
    let next = cell.children.get(at + 1);
    next.is_some_and(|next| next.role == Role::Item)
}
