//! Where and how to complain: the points of the chapter on it.

use super::Found;
use super::statement::whole_point;
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
