//! Steps of the procedure.

use super::StepFound;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// The steps in the order of the act.
pub fn find_steps(_service: &Unit, _lexicon: &Lexicon) -> Vec<StepFound> {
    Vec::new()
}
