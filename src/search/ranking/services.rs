//! Services: their score, which is that of topics too.

use super::Ranking;
use super::sums::Sums;

impl Ranking<'_> {
    pub(super) fn of_service(&self, at: usize, sums: &Sums, asks: bool) -> f32 {
        let document = &self.columns.documents[at];
        let mut score = self.by_words_and_topic(at, sums);
        let related = document.topic.and_then(|topic| self.related.get(topic));
        score = score.max(related.copied().unwrap_or(0.0));
        if self.for_paper {
            score = score.max(self.by_paper_elsewhere(at, sums));
        }
        if asks && self.place.is_some() {
            // Who asks for an office wants the services of that office, all alike.
            score *= self.weights.office.services;
        }
        if score < self.weights.answer.least && !asks && sums.weight > 0.0 {
            return 0.0;
        }
        if self.wanted.is_some_and(|wanted| document.is_in(wanted)) {
            score += self.weights.answer.own_language;
        }
        score + self.by_place(at, sums)
    }

    fn by_words_and_topic(&self, at: usize, sums: &Sums) -> f32 {
        let own = sums.share(at);
        let topic = self.columns.documents[at].topic;
        let topic = topic.and_then(|topic| self.topics.get(topic));
        // A service without a topic has nothing but its own words.
        let topic = topic.copied().unwrap_or(own);
        let share = if !self.for_paper {
            self.weights.topic.share
        } else if self.topics.iter().any(|spoken| *spoken > 0.0) {
            self.weights.topic.share_for_paper
        } else {
            // Nothing is said of what the paper is for.
            0.0
        };
        let incomplete = self.weights.answer.incomplete;
        // Who explains half of the question is half an answer.
        let complete = incomplete + (1.0 - incomplete) * sums.explained(at);
        (share * topic + (1.0 - share) * own) * complete
    }

    /// Acts that do not list the paper may still want it: their standard does.
    fn by_paper_elsewhere(&self, at: usize, sums: &Sums) -> f32 {
        let topic = self.columns.documents[at].topic;
        let listed = topic.and_then(|topic| sums.best_of_topic.get(topic));
        let listed = listed.copied().unwrap_or(0.0) / sums.weight.max(f32::EPSILON);
        self.weights.topic.listed_elsewhere * listed
    }

    fn by_place(&self, at: usize, sums: &Sums) -> f32 {
        let weights = &self.weights.place;
        let in_region = self.is_in_region(at);
        let named = self.is_in_place(at) || (sums.names_place[at] && in_region);
        let region = if in_region { weights.region } else { 0.0 };
        region + if named { weights.named } else { 0.0 }
    }
}
