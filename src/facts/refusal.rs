//! Grounds for refusal.

use super::Found;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// The grounds, one entry each.
pub fn find_refusal_grounds(_service: &Unit, _lexicon: &Lexicon) -> Vec<Found> {
    Vec::new()
}
