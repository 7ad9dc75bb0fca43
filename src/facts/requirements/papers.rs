//! Papers that a row lists, in groups by channel or by applicant.

use super::super::sentence::sentences;
use super::super::statement::trimmed;
use super::super::{DocumentFound, Found};
use super::content::strung;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

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
        if part.role == Role::Item {
            let words = without_remarks(&part.words, lexicon);
            papers.extend(words.map(|words| paper(&words, part, group.as_ref())));
        } else if !is_numbered {
            papers.extend(strung_papers(part, group.as_ref(), lexicon));
        }
    }
    papers
}

/// The papers that words list without numbers, one line for all. A sentence may
/// begin with for whom its papers are.
fn strung_papers(part: &Unit, group: Option<&Found>, lexicon: &Lexicon) -> Vec<DocumentFound> {
    if !part.words.text().contains(';') {
        let said = is_paper(part.words.text(), lexicon);
        return said
            .then(|| paper(&part.words, part, group))
            .into_iter()
            .collect();
    }
    let mut papers = Vec::new();
    let mut group = group.cloned();
    for words in strung(&part.words) {
        for sentence in own_sentences(&words, lexicon) {
            let text = sentence.text();
            let (over, rest) = match text.find(": ") {
                Some(at) => (Some(sentence.slice(0..at)), at + 2),
                None => (None, 0),
            };
            if let Some(over) = over {
                group = Some(Found::new(trimmed(&over), part));
            }
            let words = sentence.slice(rest..text.len());
            if is_paper(words.text(), lexicon) {
                papers.push(paper(&words, part, group.as_ref()));
            }
        }
    }
    papers
}

/// The sentences of an entry that begin a group or only remark on papers; any other
/// full stop belongs to the entry, as that of an abbreviation.
fn own_sentences(words: &Passage, lexicon: &Lexicon) -> Vec<Passage> {
    let mut own: Vec<Passage> = Vec::new();
    for sentence in sentences(words) {
        let text = sentence.text();
        let begins = text.contains(": ") || !is_paper(text, lexicon);
        match own.last_mut() {
            Some(last) if !begins => {
                last.push_inserted(" ");
                last.push(&sentence);
            }
            _ => own.push(sentence),
        }
    }
    own
}

/// An entry without the sentences behind it that only remark on papers; `None` where
/// it is nothing but a remark.
fn without_remarks(words: &Passage, lexicon: &Lexicon) -> Option<Passage> {
    let sentences = sentences(words).into_iter();
    let mut own = sentences.take_while(|sentence| is_paper(sentence.text(), lexicon));
    let mut kept = own.next()?;
    for sentence in own {
        kept.push_inserted(" ");
        kept.push(&sentence);
    }
    Some(kept)
}

fn is_paper(text: &str, lexicon: &Lexicon) -> bool {
    !lexicon.says("documents-remark", text) && !lexicon.says("none-listed", text)
}

fn paper(words: &Passage, part: &Unit, group: Option<&Found>) -> DocumentFound {
    DocumentFound {
        words: Found::new(trimmed(words), part),
        group: group.cloned(),
    }
}

fn next_is_item(cell: &Unit, at: usize) -> bool {
    let next = cell.children.get(at + 1);
    next.is_some_and(|next| next.role == Role::Item)
}
