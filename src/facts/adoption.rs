//! The head of an act: title, adoption, registration, repeal.

use jiff::civil::Date;

use super::amendment::without_blanks;
use super::date::read_date;
use super::title::unquoted;
use super::{ActHead, Found, RepealNote};
use crate::catalogue::model::ActKind;
use crate::content::patterns::{Lexicon, Match};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::{ActText, Role, Unit};

/// Reads who adopted the act. Without an adoption in the head, the stamp of an
/// attachment says the same.
pub fn find_head(
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<ActHead> {
    let adoption = find_adoption(text, lexicon, diagnostics);
    let Some((unit, found, adopted)) = adoption else {
        diagnostics.push(
            Diagnostic::new(Code::NoAct, "the text is that of no act: no body, date and number adopt it")
                .in_file(text.path.clone())
                .hint("check that the file holds the whole text, with the lines that name who adopted the act"),
        );
        return None;
    };
    let title = units_with(text, Role::Title).next();
    let repeal = find_repeal(text, lexicon, diagnostics);
    let words = unit.words.text();
    Some(ActHead {
        title: title.map(|unit| Found::new(unit.words.clone(), unit)),
        kind: match found.value {
            Some("order") => ActKind::Order,
            Some("decision") => ActKind::Decision,
            _ => ActKind::Resolution,
        },
        issuer: issuer(unit, &found),
        adopted,
        number: found
            .slot("number")
            .map(|range| without_blanks(&words[range]))
            .unwrap_or_default(),
        registered: find_registration(text, lexicon, diagnostics),
        is_repealed: repeal.is_some() || has_ceased(text, lexicon),
        repeal,
        is_amending: title.is_some_and(|unit| lexicon.says("amending-title", unit.words.text())),
    })
}

fn find_adoption<'a>(
    text: &'a ActText,
    lexicon: &'a Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<(&'a Unit, Match<'a, 'a>, Date)> {
    let places = [Role::Adoption, Role::Stamp];
    places
        .into_iter()
        .flat_map(|role| units_with(text, role))
        .find_map(|unit| {
            let text_of = unit.words.text();
            let repeal = lexicon.find("repeal", text_of).map(|found| found.range);
            // The act that ended this one did not adopt it.
            let is_own = |found: &Match<'_, '_>| {
                repeal.as_ref().is_none_or(|repeal| {
                    found.range.end <= repeal.start || repeal.end <= found.range.start
                })
            };
            let mut adoptions = lexicon.find_all("adoption", text_of);
            adoptions.sort_by_key(|found| found.range.start);
            let found = adoptions.into_iter().find(is_own)?;
            let date = read_date(
                &unit.words,
                found.slot("date")?,
                &text.path,
                lexicon,
                diagnostics,
            )?;
            Some((unit, found, date))
        })
}

/// The issuer as printed. A sidebar may print it twice, once as a heading.
fn issuer(unit: &Unit, found: &Match<'_, '_>) -> Found {
    let Some(range) = found.slot("issuer") else {
        return Found::new(unit.words.clone(), unit);
    };
    let words = &unit.words.text()[range.clone()];
    let first = words.split_whitespace().next().unwrap_or_default();
    let start = range.start + words.rfind(first).unwrap_or_default();
    Found::new(unquoted(&unit.words.slice(start..range.end)), unit)
}

fn find_registration(
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<(Date, String)> {
    units_with(text, Role::Adoption).find_map(|unit| {
        let found = lexicon.find("registration", unit.words.text())?;
        let date = read_date(
            &unit.words,
            found.slot("date")?,
            &text.path,
            lexicon,
            diagnostics,
        )?;
        let number = &unit.words.text()[found.slot("number")?];
        Some((date, without_blanks(number)))
    })
}

/// Whether the head says in any way that the act is no longer in force, also where
/// no act that repealed it can be read.
fn has_ceased(text: &ActText, lexicon: &Lexicon) -> bool {
    let says = |unit: &Unit| lexicon.says("ceased", unit.words.text());
    let places = [Role::StatusMark, Role::Adoption];
    places
        .into_iter()
        .any(|role| units_with(text, role).any(says))
}

/// The repeal as the head says it, else as a note does.
fn find_repeal(
    text: &ActText,
    lexicon: &Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<RepealNote> {
    let places = [Role::Adoption, Role::Note];
    places
        .into_iter()
        .flat_map(|role| units_with(text, role))
        .find_map(|unit| {
            let words = unit.words.text();
            let found = lexicon.find("repeal", words)?;
            let on = read_date(
                &unit.words,
                found.slot("date")?,
                &text.path,
                lexicon,
                diagnostics,
            )?;
            Some(RepealNote {
                on,
                number: without_blanks(&words[found.slot("number")?]),
                words: Found::new(unit.words.slice(found.range.clone()), unit),
                commencement: find_commencement(text, lexicon),
            })
        })
}

/// How the repeal takes effect stands in brackets beside the repealing act.
fn find_commencement(text: &ActText, lexicon: &Lexicon) -> Option<Found> {
    let places = [Role::Adoption, Role::Note];
    places
        .into_iter()
        .flat_map(|role| units_with(text, role))
        .find_map(|unit| {
            let words = unit.words.text();
            let from = lexicon.find("repeal-word", words)?.range.start;
            let rest = unit.words.slice(from..words.len());
            let range = lexicon
                .find("repeal-commencement", rest.text())?
                .slot("commencement")?;
            Some(Found::new(rest.slice(range).trim(), unit))
        })
}

/// Units of the head and stamps, not those inside services.
fn units_with(text: &ActText, role: Role) -> impl Iterator<Item = &Unit> {
    text.units.iter().filter(move |unit| unit.role == role)
}
