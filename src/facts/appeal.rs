//! Where and how to complain: the points of the chapter on it.

use super::Found;
use super::statement::trimmed;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The points of the chapter on complaints, each with the paragraphs under it.
pub fn find_appeal(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    service
        .children_with(Role::Chapter)
        .filter(|chapter| lexicon.says("appeal-chapter", chapter.words.text()))
        .flat_map(|chapter| chapter.children_with(Role::Point))
        .map(whole_point)
        .collect()
}

fn whole_point(point: &Unit) -> Found {
    let mut words = point.words.clone();
    let parts = point.children.iter();
    for part in parts.filter(|part| matches!(part.role, Role::Item | Role::Paragraph)) {
        words.push_inserted(" ");
        if let Some(marker) = &part.marker {
            words.push(marker);
            words.push_inserted(" ");
        }
        words.push(&part.words);
    }
    Found::new(trimmed(&words), point)
}
