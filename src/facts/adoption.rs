//! The head of an act: title, adoption, registration, repeal.

use std::ops::Range;

use jiff::civil::Date;

use super::act_title::act_title;
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
    let title = find_act_title(text, lexicon);
    let repeal = find_repeal(text, lexicon, diagnostics);
    let says = |kind| {
        let title = title.as_ref();
        title.is_some_and(|title| lexicon.says(kind, title.words.text()))
    };
    Some(ActHead {
        kind: match found.value {
            Some("order") => ActKind::Order,
            Some("decision") => ActKind::Decision,
            _ => ActKind::Resolution,
        },
        issuer: issuer(unit, &found, lexicon),
        citation: Found::new(unit.words.slice(found.range.clone()).trim(), unit),
        adopted,
        number: number(unit, &found, lexicon),
        registered: find_registration(text, lexicon, diagnostics),
        is_repealed: repeal.is_some() || has_ceased(text, lexicon),
        repeal,
        is_amending: says("amending-title") || title.is_none() && amends(text, lexicon),
        is_repealing: says("repealing-title"),
        title,
    })
}

/// The title of the act; of a text that holds nothing but one attachment the title of
/// that attachment.
fn find_act_title(text: &ActText, lexicon: &Lexicon) -> Option<Found> {
    let title = units_with(text, Role::Title).next();
    if let Some(unit) = title {
        return Some(Found::new(act_title(&unit.words), unit));
    }
    let is_head = |unit: &Unit| match unit.role {
        Role::Adoption => lexicon.says("adoption", unit.words.text()),
        role => role == Role::Point,
    };
    let is_attachment = |unit: &&Unit| matches!(unit.role, Role::Service | Role::Attachment);
    let mut attachments = text.units.iter().filter(is_attachment);
    let only = attachments.next()?;
    let is_only = attachments.next().is_none() && !text.units.iter().any(is_head);
    (is_only && !only.words.is_empty()).then(|| Found::new(only.words.clone(), only))
}

/// Whether the first point of an act without a title changes another act.
fn amends(text: &ActText, lexicon: &Lexicon) -> bool {
    let first = units_with(text, Role::Point).next();
    first.is_some_and(|point| lexicon.says("amending-point", point.words.text()))
}

/// The number of an act. A letter for the session may stand behind it, apart.
fn number(unit: &Unit, found: &Match<'_, '_>, lexicon: &Lexicon) -> String {
    let range = found.slot("number");
    range.map_or_else(String::new, |range| number_at(unit, range, lexicon))
}

fn number_at(unit: &Unit, range: Range<usize>, lexicon: &Lexicon) -> String {
    let words = unit.words.text();
    let number = without_blanks(&words[range.clone()]);
    let behind = words[range.end..].strip_prefix(' ');
    let tail = behind.and_then(|behind| {
        let found = lexicon.find("number-tail", behind)?;
        found.slot("tail").map(|tail| &behind[tail])
    });
    match tail {
        Some(tail) => format!("{number} {tail}"),
        None => number,
    }
}

/// The adoption as the head says it, else as the stamp of an attachment does. The act
/// that a sentence on a repeal or an amendment names is another one.
fn find_adoption<'a>(
    text: &'a ActText,
    lexicon: &'a Lexicon,
    diagnostics: &mut Diagnostics,
) -> Option<(&'a Unit, Match<'a, 'a>, Date)> {
    let places = [
        (Role::Adoption, "adoption"),
        (Role::Stamp, "adoption"),
        (Role::Stamp, "stamped"),
    ];
    places
        .into_iter()
        .flat_map(|(role, kind)| units_with(text, role).map(move |unit| (unit, kind)))
        .find_map(|(unit, kind)| {
            let found = lexicon.find_earliest(kind, unit.words.text())?;
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

/// The issuer as printed, with the one that adopts the act with it. A sidebar may
/// print it twice, once as a heading.
fn issuer(unit: &Unit, found: &Match<'_, '_>, lexicon: &Lexicon) -> Found {
    let Some(range) = found.slot("issuer") else {
        return Found::new(unit.words.clone(), unit);
    };
    let words = &unit.words.text()[range.clone()];
    let first = words.split_whitespace().next().unwrap_or_default();
    let again = words.rfind(first).unwrap_or_default();
    let is_heading = lexicon.says("heading-end", words[..again].trim_end());
    let start = range.start + if is_heading { again } else { 0 };
    let end = found.slot("acting").map_or(range.end, |acting| acting.end);
    let mut issuer = unit.words.slice(start..end);
    if end == range.end {
        issuer = unquoted(&issuer);
    }
    if let Some(second) = found.slot("second") {
        issuer.push_inserted(" ");
        issuer.push(&unit.words.slice(second).trim());
    }
    Found::new(issuer, unit)
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
        Some((date, number(unit, &found, lexicon)))
    })
}

/// Whether the head says in any way that the act is no longer in force, also where
/// no act that repealed it can be read.
fn has_ceased(text: &ActText, lexicon: &Lexicon) -> bool {
    let says = |unit: &Unit| lexicon.says("ceased", unit.words.text());
    let marks = |unit: &Unit| lexicon.says("status-mark", unit.words.text());
    let notes = |unit: &Unit| lexicon.says("note-ceased", unit.words.text());
    units_with(text, Role::StatusMark).any(marks)
        || units_with(text, Role::Adoption).any(says)
        || units_with(text, Role::Note).any(notes)
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
        .filter(|unit| !lexicon.says("part-ceased", unit.words.text()))
        .find_map(|unit| {
            let found = lexicon.find("repeal", unit.words.text())?;
            let on = read_date(
                &unit.words,
                found.slot("date")?,
                &text.path,
                lexicon,
                diagnostics,
            )?;
            let commencement = found.slot("commencement");
            let commencement =
                commencement.map(|range| Found::new(unit.words.slice(range).trim(), unit));
            Some(RepealNote {
                on,
                number: number_at(unit, found.slot("number")?, lexicon),
                words: Found::new(unit.words.slice(found.range.clone()), unit),
                commencement: commencement.or_else(|| find_commencement(text, lexicon)),
            })
        })
}

/// How the repeal takes effect stands in brackets beside the repealing act.
fn find_commencement(text: &ActText, lexicon: &Lexicon) -> Option<Found> {
    let places = [Role::Adoption, Role::Note];
    places
        .into_iter()
        .flat_map(|role| units_with(text, role))
        .filter(|unit| !lexicon.says("part-ceased", unit.words.text()))
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
