//! Papers that the applicant brings.

use super::{DocumentFound, Found};
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

/// The listed papers, flat and in order.
pub fn find_documents(_service: &Unit, _lexicon: &Lexicon) -> Vec<DocumentFound> {
    Vec::new()
}

/// Where the act sends the reader for the list of papers.
pub fn find_reference(_service: &Unit, _lexicon: &Lexicon) -> Option<Found> {
    None
}
