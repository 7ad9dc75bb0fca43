//! Ways to apply.

use crate::catalogue::model::Channel;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// The channels that the act names, without repetition.
pub fn find_channels(_service: &Unit, _lexicon: &Lexicon) -> Vec<Channel> {
    Vec::new()
}
