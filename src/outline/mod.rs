//! Outline: the structure of an act as a lossless tree of units.

pub mod model;
