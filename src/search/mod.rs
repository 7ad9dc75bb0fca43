//! Search: the index and its questions.

pub mod answer;
