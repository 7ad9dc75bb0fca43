//! Acts that a service rests on.

use super::LawFound;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// Acts by which the service is provided.
pub fn find_legal_basis(_service: &Unit, _lexicon: &Lexicon) -> Vec<LawFound> {
    Vec::new()
}

/// The national standard that the text follows.
pub fn find_standard(_service: &Unit, _lexicon: &Lexicon) -> Option<LawFound> {
    None
}
