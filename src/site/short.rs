//! Short addresses: a few letters that lead to a page, for leaflets, messages and
//! the codes that a telephone reads from paper.
//!
//! The letters follow from the path of the page alone, so an address on a leaflet
//! stays right as long as the page exists.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::renderer::Renderer;
use super::subject::Subject;
use super::write::{Files, file_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::language::Language;

/// Digits and letters that are not taken for each other when read from paper or
/// heard on the telephone (after Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Seven letters tell 34 thousand million pages apart, far more than the square of
/// the number of pages of a country's catalogue.
const LENGTH: usize = 7;

/// The short path of the page with the given path.
pub(crate) fn short_path(path: &str) -> String {
    let digest = Sha256::digest(path.as_bytes());
    let letters = digest.iter().take(LENGTH);
    let code: String = letters
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    format!("/s/{code}/")
}

/// A page that leads on to another.
#[derive(Serialize)]
struct ShortView {
    language: &'static str,
    href: String,
}

/// The pages under `s/` that lead to services, offices and districts.
///
/// Two pages that would share a short address are reported, and the second gets none.
pub(super) fn files_of(
    subjects: &[Subject<'_>],
    renderer: &Renderer,
) -> Result<(Files, Diagnostics), Error> {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::default();
    for subject in subjects.iter().filter(|subject| is_shared(subject)) {
        for language in Language::ALL {
            let href = subject.path(language);
            let file = file_of(&short_path(&href));
            if files.contains_key(&file) {
                let message = format!("{href} has the short address of another page, {file}");
                diagnostics.push(Diagnostic::new(Code::AddressTwice, message));
                continue;
            }
            let language = language.code();
            let page = renderer.render_bare("short.html", &ShortView { language, href })?;
            files.insert(file, page.into_bytes());
        }
    }
    Ok((files, diagnostics))
}

/// True for the pages that people send to each other.
const fn is_shared(subject: &Subject<'_>) -> bool {
    matches!(subject, Subject::Service(_) | Subject::Office(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_address_follows_from_the_path_alone() {
        let path = "/ru/services/wheelchair/kostanay-2010-215/";
        let short = short_path(path);
        assert_eq!(short, short_path(path));
        assert_eq!(short.len(), "/s//".len() + LENGTH);
        assert_ne!(
            short,
            short_path("/kk/services/wheelchair/kostanay-2010-215/")
        );
    }

    #[test]
    fn a_short_address_that_was_printed_once_stays() {
        let path = "/kk/services/wheelchair/kostanay-2010-215/";
        assert_eq!(short_path(path), "/s/7p54kws/");
    }
}
