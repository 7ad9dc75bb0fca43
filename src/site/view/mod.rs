//! Views: pages as plain values in their language, ready for a template.
//!
//! In: the register of a library and the phrases of a language. Out: one
//! serializable type per kind of page. Templates only place these values.

pub(crate) mod absence;
pub(crate) mod act;
pub(crate) mod cards;
pub(crate) mod changes;
pub(crate) mod corrections;
pub(crate) mod design;
mod entries;
pub(crate) mod facts;
pub(crate) mod laws;
pub(crate) mod layout;
pub(crate) mod lists;
pub(crate) mod messages;
pub(crate) mod office;
pub(crate) mod offices;
pub(crate) mod outline;
pub(crate) mod papers;
pub(crate) mod place;
mod references;
mod refusals;
pub(crate) mod search;
mod search_links;
pub(crate) mod sections;
pub(crate) mod service;
pub(crate) mod share;
pub(crate) mod status;
pub(crate) mod steps;
pub(crate) mod table;
pub(crate) mod tile_map;
mod times;
pub(crate) mod topic;
pub(crate) mod words;
