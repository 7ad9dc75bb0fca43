//! Search: the index and its questions.
//!
//! In: a [`Library`](crate::catalogue::Library) and the rules of
//! `content/search`. Out: a folder with an index ([`write_index`]), and from it
//! an [`Answer`](answer::Answer) to a [`Request`](answer::Request)
//! ([`Searcher`]).
//!
//! An *analyzer* turns the words of a text into *terms*; the index keeps for each
//! term its *postings*. Texts and questions pass through the same analyzer, one
//! for each language. A question is data: no character in it is an operator.

pub mod analyzer;
pub mod answer;
mod cards;
mod columns;
mod contact;
mod document;
mod hits;
mod keyboard;
mod knowledge;
mod papers;
mod places;
mod question;
mod ranking;
mod reading;
mod rules;
#[cfg(test)]
pub(crate) mod sample;
mod schema;
mod searcher;
mod skeleton;
mod snippet;
mod stored;
mod suggest;
mod topics;
mod villages;
mod vocabulary;
mod weights;
mod write;

pub use analyzer::Analyzers;
pub use rules::Rules;
pub use searcher::{Explanation, Match, ResultExplanation, Searcher, WordExplanation};
pub use suggest::Suggestion;
pub use write::write_index;
