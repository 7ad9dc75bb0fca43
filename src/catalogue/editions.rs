//! Several files of one act: a text per language, the later edition of each.

use jiff::civil::Date;

use super::ReadAct;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// One text per language, Kazakh first. Of two texts in one language the later
/// edition counts; the other one gives a diagnostic.
#[must_use]
pub fn choose_editions<'a>(
    mut texts: Vec<ReadAct<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<ReadAct<'a>> {
    texts.sort_by(|a, b| {
        let languages = a.text.language.cmp(&b.text.language);
        languages.then_with(|| edition(b).cmp(&edition(a)))
    });
    let mut chosen: Vec<ReadAct<'a>> = Vec::new();
    for text in texts {
        match chosen.last() {
            Some(later) if later.text.language == text.text.language => diagnostics.push(
                Diagnostic::new(
                    Code::SameActTwice,
                    format!("the act is also in {}, in a later edition", later.file.path),
                )
                .in_file(text.file.path.clone())
                .hint("take the earlier edition out of the folder"),
            ),
            _ => chosen.push(text),
        }
    }
    chosen
}

/// What makes an edition later: its last amendment, else its length; the hash
/// decides between texts that say the same, so that no file name does.
fn edition<'b>(act: &'b ReadAct<'_>) -> (Option<Date>, usize, &'b str) {
    let amended = act.facts.amendments.iter().map(|note| note.on).max();
    (amended, act.file.lines.len(), &act.file.sha256)
}
