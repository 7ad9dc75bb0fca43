//! Coverage: whether the documents explain a question at all.

use super::Ranking;
use super::sums::Sums;
use crate::search::answer::HitKind;
use crate::search::question::{Question, Role};

impl Ranking<'_> {
    pub(super) fn is_answerable(
        &self,
        question: &Question,
        sums: &Sums,
        asks: bool,
    ) -> tantivy::Result<bool> {
        if sums.weight <= 0.0 {
            return Ok(self.place.is_some());
        }
        let mut words = question.words.iter();
        if asks && words.all(|word| word.role != Role::Content) {
            return Ok(true);
        }
        if sums.covered() < self.weights.answer.explained {
            return Ok(false);
        }
        // Who asks for nothing but a passport wants a passport, which nobody here
        // gives; that nearly everybody asks for it is no answer.
        Ok(!(question.is_only_paper() && self.is_everyday_paper(question)?))
    }

    /// True when most of the services that list papers list the one of the question.
    #[allow(clippy::cast_precision_loss)]
    fn is_everyday_paper(&self, question: &Question) -> tantivy::Result<bool> {
        let mut least = self.columns.listing;
        for (word, of_paper) in question.words.iter().zip(&question.of_paper) {
            if !of_paper {
                continue;
            }
            let mut lists = vec![false; self.columns.documents.len()];
            for candidate in &word.candidates {
                let papers = self.fields.words(candidate.language).papers;
                self.each_document(papers, &candidate.term, |doc, _| {
                    lists[doc as usize] = true;
                })?;
            }
            let documents = self.columns.documents.iter().zip(lists);
            let listing = documents.filter(|(one, lists)| *lists && one.kind == HitKind::Service);
            least = least.min(listing.count());
        }
        let share = least as f32 / self.columns.listing.max(1) as f32;
        Ok(share >= self.weights.answer.everyday_paper)
    }
}
