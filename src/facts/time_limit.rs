//! Limits of time.

use super::TimeLimitFound;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// The limits that an applicant counts on.
pub fn find_time_limits(_service: &Unit, _lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    Vec::new()
}
