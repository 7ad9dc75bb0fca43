//! Offices: their score.

use super::Ranking;
use super::sums::Sums;

impl Ranking<'_> {
    /// An office is an answer where its place is named, or where the question asks
    /// for an office by name.
    pub(super) fn of_office(&self, at: usize, sums: &Sums, asks: bool) -> f32 {
        let weights = &self.weights.office;
        let own = sums.office_score[at] / sums.office_weight.max(f32::EPSILON);
        let by_name = self.place.is_none() && own > weights.by_name;
        let here = self.is_in_place(at) || by_name;
        match (asks, here) {
            (true, true) if self.is_the_place(at) => {
                weights.asked + own + self.weights.place.understood
            }
            (true, true) => weights.asked + own,
            (true, false) => weights.elsewhere * own,
            (false, true) => weights.unasked + weights.unasked_words * own,
            (false, false) => 0.0,
        }
    }
}
