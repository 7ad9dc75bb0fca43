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
    let mut services = text.services().peekable();
    for unit in &text.units {
        let mut ordinals = Vec::new();
        while let Some((ordinal, _)) = services.next_if(|(_, service)| std::ptr::eq(*service, unit))
        {
            ordinals.push(ordinal);
        }
        for note in unit.walk().filter(|unit| unit.role == Role::Note) {
            let service = service_of(note, unit, &ordinals);
            notes.extend(read_note(note, service, text, lexicon, diagnostics));
        }
    }
    notes
}

/// The service that a note speaks of. Where a text describes several, a note on
/// the annex of one of them speaks of that one, any other of the whole act.
fn service_of(note: &Unit, unit: &Unit, ordinals: &[u32]) -> Option<u32> {
    if let [only] = ordinals {
        return Some(*only);
    }
    let annexes = unit.children_with(Role::Annex);
    let mut tables = annexes.flat_map(|annex| {
        let tables = annex.children_with(Role::Requirements);
        tables.map(move |_| annex)
    });
    let nth = tables.position(|annex| annex.walk().any(|unit| std::ptr::eq(unit, note)))?;
    ordinals.get(nth).copied()
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
