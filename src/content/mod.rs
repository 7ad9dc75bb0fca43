//! Content: what people write, read from `content/` under the project's root.
//!
//! A mistake of an editor is a diagnostic with its file and line; an unreadable
//! folder is an [`crate::error::Error`].

pub mod papers;
pub mod places;
pub mod stem;
pub mod toml_file;
pub mod topics;
