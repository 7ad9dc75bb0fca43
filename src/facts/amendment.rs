//! Notes that a unit of an act was changed by another act.

use super::date::read_date;
use super::{AmendmentNote, Found};
use crate::content::patterns::Lexicon;
use crate::diagnostic::Diagnostics;
use crate::outline::model::{ActText, Role, Unit};

/// Every note on an amendment, in the order of the text.
pub fn find_amendments(
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Vec<AmendmentNote> {
    let mut notes = Vec::new();
    let mut ordinal = 0;
    for unit in &text.units {
        let is_service = unit.role == Role::Service;
        ordinal += u32::from(is_service);
        let service = is_service.then_some(ordinal);
        for note in unit.walk().filter(|unit| unit.role == Role::Note) {
            notes.extend(read_note(note, service, text, lexicon, diagnostics));
        }
    }
    notes
}

fn read_note(
    note: &Unit,
    service: Option<u32>,
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<AmendmentNote> {
    let words = note.words.text();
    let found = lexicon.find("note-unit", words)?;
    let on = read_date(
        &note.words,
        found.slot("date")?,
        &text.path,
        lexicon,
        diagnostics,
    )?;
    Some(AmendmentNote {
        service,
        unit: words[found.slot("unit")?]
            .trim_matches([' ', ',', ':', '-', '–', '—'])
            .to_owned(),
        on,
        number: without_blanks(&words[found.slot("number")?]),
        words: Found::new(note.words.clone(), note),
    })
}

/// A number without the blanks that a line break left in it.
pub fn without_blanks(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace()).collect()
}
