//! Qyzmet turns the texts of regulations into a bilingual catalogue of public
//! services: a static site with a page per service, and a small search
//! endpoint.
//!
//! # Phases
//!
//! 1. [`source`] loads the acts as published: bytes to text with line positions.
//! 2. [`repair`] undoes the damage of the export and keeps a map to the source.
//! 3. [`outline`] reads the structure: act, services, chapters, points, annexes.
//! 4. [`facts`] reads typed values out of the units of the outline.
//! 5. [`catalogue`] joins acts, services and places into what pages and index read.
//! 6. [`site`] renders pages and data files; [`search`] builds and asks the index.
//! 7. [`server`] answers over HTTP; [`publish`] swaps a finished build into place.
//!
//! `repair` to `catalogue` neither read nor write files and never panic on bad
//! text: what they cannot read becomes a [`diagnostic::Diagnostic`] with a place
//! in the source. [`content`] holds what people write: phrases, places,
//! interface texts and pages.

pub mod account;
pub mod catalogue;
pub mod command_line;
pub mod content;
pub mod diagnostic;
pub mod error;
pub mod facts;
pub mod language;
pub mod outline;
pub mod passage;
pub mod publish;
pub mod reading;
pub mod repair;
pub mod search;
pub mod server;
pub mod site;
pub mod source;
