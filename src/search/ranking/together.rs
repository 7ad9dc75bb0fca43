//! Together: documents in which one sentence says all words of a question.

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Term};

use super::Ranking;
use crate::search::question::{Question, QuestionWord, Role};

/// This many words are looked for, so many others may stand among them.
const MOST_TOGETHER: usize = 4;
const AMONG: u32 = 2;

/// Where the words of the question stand in a document, with their numbers.
type Places = Vec<(u32, usize)>;

impl Ranking<'_> {
    /// Documents with a sentence that says all words of the question together.
    pub(super) fn find_together(&self, question: &Question) -> tantivy::Result<Vec<u32>> {
        let words = question
            .words
            .iter()
            .filter(|word| word.role == Role::Content && (word.is_of_paper() || !self.for_paper));
        let words: Vec<&QuestionWord> = words.collect();
        if words.len() < 2 || words.len() > MOST_TOGETHER {
            return Ok(Vec::new());
        }
        // Positions are costly to read; few documents hold all the words.
        let mut places = self.holding_all(&words)?;
        if places.is_empty() {
            return Ok(Vec::new());
        }
        for (nth, word) in words.iter().enumerate() {
            self.find_places(nth, word, &mut places)?;
        }
        let together = places.into_iter().filter_map(|(doc, mut places)| {
            places.sort_unstable();
            stand_together(&places, words.len()).then_some(doc)
        });
        Ok(together.collect())
    }

    /// The documents whose bodies hold all the words.
    fn holding_all(&self, words: &[&QuestionWord]) -> tantivy::Result<Vec<(u32, Places)>> {
        let mut held = vec![0_u32; self.columns.documents.len()];
        for (nth, word) in words.iter().enumerate() {
            for candidate in word.meanings() {
                let body = self.fields.words(candidate.language).body;
                self.each_document(body, &candidate.term, |doc, _| {
                    if let Some(held) = held.get_mut(doc as usize) {
                        *held |= 1 << nth;
                    }
                })?;
            }
        }
        let holds_all = |held: &u32| held.count_ones() as usize == words.len();
        let holding = (0..).zip(&held).filter(|(_, held)| holds_all(held));
        Ok(holding.map(|(doc, _)| (doc, Places::new())).collect())
    }

    fn find_places(
        &self,
        nth: usize,
        word: &QuestionWord,
        places: &mut [(u32, Places)],
    ) -> tantivy::Result<()> {
        let mut positions = Vec::new();
        for candidate in word.meanings() {
            let body = self.fields.words(candidate.language).body;
            let term = Term::from_field_text(body, &candidate.term);
            let index = self.segment.inverted_index(body)?;
            let option = IndexRecordOption::WithFreqsAndPositions;
            let Some(mut postings) = index.read_postings(&term, option)? else {
                continue;
            };
            for (doc, found) in &mut *places {
                if postings.doc() < *doc {
                    postings.seek(*doc);
                }
                if postings.doc() == *doc {
                    postings.positions(&mut positions);
                    found.extend(positions.iter().map(|position| (*position, nth)));
                }
            }
        }
        Ok(())
    }
}

/// True when all words stand within a few positions.
fn stand_together(places: &[(u32, usize)], words: usize) -> bool {
    let reach = u32::try_from(words).unwrap_or(u32::MAX) - 1 + AMONG;
    places.iter().enumerate().any(|(at, (first, _))| {
        let near = places[at..]
            .iter()
            .take_while(|(position, _)| position - first <= reach);
        let seen = near.fold(0_u32, |seen, (_, word)| seen | 1 << word);
        seen.count_ones() as usize == words
    })
}
