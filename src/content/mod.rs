//! Content: what people write, read from `content/` under the project's root.
//!
//! A mistake of an editor is a diagnostic with its file and line; an unreadable
//! folder is an [`crate::error::Error`].

pub mod interface;
pub mod pages;
pub mod patterns;

/// What people write.
pub struct Content {}
