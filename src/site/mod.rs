//! Site: pages and data files of a finished catalogue.
//!
//! In: a [`Library`](crate::catalogue::Library), what people wrote, and the
//! templates. Out: a folder that any web server can serve.
//!
//! A page is a `Subject` in a language. `view` prepares it as plain
//! values in the language of the page, the [`Renderer`] puts them into a template,
//! [`write()`] does that for all of them and checks every link. Pages know nothing of
//! each other, so each can be rendered alone.

pub mod address;
mod data;
mod feed;
mod heads;
mod linked;
mod links;
mod names;
mod order;
mod phrases;
mod register;
mod renderer;
mod short;
mod sitemap;
mod subject;
mod view;
mod write;
mod written;

#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;

pub use renderer::Renderer;
pub use write::write;
pub use written::Written;
