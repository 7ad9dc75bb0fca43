//! Coverage: whether the documents explain a question at all.

use super::Ranking;
use super::sums::Sums;
use crate::search::answer::HitKind;
use crate::search::question::{Question, Role};

impl Ranking<'_> {
    pub(super) fn is_answerable(&self, question: &Question, sums: &Sums, asks: bool) -> bool {
        if sums.weight <= 0.0 {
            return self.place.is_some();
        }
        if asks && self.is_uncovered && !sums.is_for_more {
            return false;
        }
        let mut words = question.words.iter();
        if asks && words.all(|word| word.role != Role::Content || word.is_frame) {
            return true;
        }
        let own_deed = if question.is_own_deed {
            self.weights.answer.own_deed
        } else {
            1.0
        };
        // The office of another place explains nothing of what is asked for here.
        let elsewhere = |at: usize| {
            let is_office = self.columns.documents[at].kind == HitKind::Office;
            asks && is_office && self.place.is_some() && !self.is_in_place(at)
        };
        let covered = sums.covered(|at| !elsewhere(at));
        if covered * own_deed < self.weights.answer.explained {
            return false;
        }
        // Who asks for nothing but a passport wants a passport, which nobody here
        // gives; that nearly everybody asks for it is no answer.
        let are_everyday = || {
            self.listing
                .iter()
                .all(|lists| self.is_everyday_paper(lists))
        };
        !(question.is_only_paper() && are_everyday())
    }

    /// True when most of the services that list papers list a paper.
    #[allow(clippy::cast_precision_loss)]
    fn is_everyday_paper(&self, lists: &[bool]) -> bool {
        let listing = lists.iter().filter(|lists| **lists).count();
        let share = listing as f32 / self.columns.listing_services.max(1) as f32;
        share >= self.weights.answer.everyday_paper
    }
}
