//! Pairs: the services of the texts of one act, joined by their order.

use super::languages::InText;
use crate::content::topics::Topics;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Names services that only one of the texts has, and pairs whose titles speak of
/// different topics.
#[must_use]
pub fn check_pairs(pairs: &[Vec<InText<'_>>], texts: usize, topics: &Topics) -> Diagnostics {
    pairs
        .iter()
        .filter_map(|pair| {
            let (code, message) = odd(pair, texts, topics)?;
            let (words, facts) = pair.last()?;
            let diagnostic = Diagnostic::new(code, message)
                .hint("compare the order of the services in both texts");
            let path = words.file.path.as_str();
            Some(match facts.title.words.span() {
                Some(span) => diagnostic.at(path, span),
                None => diagnostic.in_file(path),
            })
        })
        .collect()
}

fn odd(pair: &[InText<'_>], texts: usize, topics: &Topics) -> Option<(Code, String)> {
    if pair.len() < texts {
        let message = "only one text of the act has this service";
        return Some((Code::UnpairedItem, message.to_owned()));
    }
    let claimed = pair.iter().map(|(words, facts)| {
        let claim = topics.claim(facts.title.words.text(), words.language);
        claim.topics().join(", ")
    });
    let mut known = claimed.filter(|ids| !ids.is_empty());
    let (one, other) = (known.next()?, known.next()?);
    let message = format!("the titles of the texts are of different topics: {one} and {other}");
    (one != other).then_some((Code::TextsDisagree, message))
}
