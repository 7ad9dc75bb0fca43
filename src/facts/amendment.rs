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
        for part in unit.walk() {
            let service = || service_of(part, unit, &ordinals);
            match part.role {
                Role::Note => {
                    notes.extend(read_note(part, service(), text, lexicon, diagnostics));
                }
                Role::Point | Role::Item if lexicon.says("excluded", part.words.text()) => {
                    let note = read_exclusion(part, part, service(), text, lexicon, diagnostics);
                    notes.extend(note);
                }
                _ => {}
            }
            if part.role == Role::Point {
                let taken_out = part.children_with(Role::Item);
                let taken_out = taken_out.filter(|item| item.number.is_none());
                notes.extend(taken_out.filter_map(|item| {
                    read_exclusion(item, part, service(), text, lexicon, diagnostics)
                }));
            }
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

/// What a note says of each act that it names: all of them changed the unit.
fn read_note(
    note: &Unit,
    service: Option<u32>,
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Vec<AmendmentNote> {
    let words = note.words.text();
    let Some(first) = lexicon.find("note-unit", words) else {
        return Vec::new();
    };
    let Some(unit) = first.slot("unit") else {
        return Vec::new();
    };
    let unit = words[unit].trim_matches([' ', ',', ':', '-', '–', '—']);
    let behind = first.range.end;
    let rest = note.words.slice(behind..words.len());
    let further = lexicon.find_all("note-further", rest.text());
    let named =
        std::iter::once((&note.words, first)).chain(further.into_iter().map(|act| (&rest, act)));
    let mut notes: Vec<AmendmentNote> = Vec::new();
    for (within, act) in named {
        let (Some(date), Some(number)) = (act.slot("date"), act.slot("number")) else {
            continue;
        };
        let Some(on) = read_date(within, date, &text.path, lexicon, diagnostics) else {
            continue;
        };
        let number = without_blanks(&within.text()[number]);
        if notes
            .iter()
            .any(|known| known.on == on && known.number == number)
        {
            continue;
        }
        notes.push(AmendmentNote {
            service,
            unit: unit.to_owned(),
            on,
            number,
            words: Found::new(note.words.clone(), note),
        });
    }
    notes
}

/// A point or item of which nothing is left but the note that it was taken out.
/// `cited` is the unit by whose number the act cites it: the point around an item
/// that has none.
fn read_exclusion(
    unit: &Unit,
    cited: &Unit,
    service: Option<u32>,
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<AmendmentNote> {
    let words = unit.words.text();
    let found = lexicon.find("excluded", words)?;
    let on = read_date(
        &unit.words,
        found.slot("date")?,
        &text.path,
        lexicon,
        diagnostics,
    )?;
    let kind = match cited.role {
        Role::Point => "amended-point",
        _ => "amended-item",
    };
    let number = cited.number.as_deref()?;
    Some(AmendmentNote {
        service,
        unit: lexicon.citation(kind)?.replace("{n}", number),
        on,
        number: without_blanks(&words[found.slot("number")?]),
        words: Found::new(unit.words.clone(), unit),
    })
}

/// A number without the blanks that a line break left in it: those beside a stroke
/// or a hyphen. The blank between two letters or figures is the number's own.
pub fn without_blanks(number: &str) -> String {
    let mut kept = String::new();
    let mut rest = number.trim();
    while let Some(sign) = rest.chars().next() {
        let behind = &rest[sign.len_utf8()..];
        let is_own = || {
            let next = behind.trim_start().chars().next();
            kept.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)
        };
        if !sign.is_whitespace() {
            kept.push(sign);
        } else if is_own() {
            kept.push(' ');
        }
        rest = if sign.is_whitespace() {
            rest.trim_start()
        } else {
            behind
        };
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_beside_strokes_go_and_those_between_words_stay() {
        assert_eq!(without_blanks("3 / 58- VIII"), "3/58-VIII");
        assert_eq!(without_blanks("ҚР АБВ-12/2020"), "ҚР АБВ-12/2020");
        assert_eq!(without_blanks(" 71 н/қ"), "71 н/қ");
    }
}
