//! Who may receive the service.

use super::Found;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// The recipients, one entry each.
pub fn find_recipients(_service: &Unit, _lexicon: &Lexicon) -> Vec<Found> {
    Vec::new()
}
