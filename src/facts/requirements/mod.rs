//! What a table of requirements says of its service.
//!
//! In: a [`Role::Requirements`] unit. Out: the same facts as points give. A row
//! speaks of the one thing that its name says, so its content needs no words
//! that announce it.

mod content;
mod papers;
mod steps;

pub use steps::told_steps;

use super::body::body;
use super::channel::{self, part_channel};
use super::hours::{hours_of_parts, read_hours, read_round_the_clock};
use super::statement::{trimmed, without_aside};
use super::title::{find_title_in, unquoted};
use super::{ChannelFound, Found, RecipientFound, ServiceFacts, named_body, signal, time_limit};
use crate::catalogue::model::{Channel, FeeKind, ServiceKind};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// Puts what a table says in the place of what points say. What the table has no
/// row for stays as the points say it.
pub fn add(facts: &mut ServiceFacts, service: &Unit, table: &Unit, lexicon: &Lexicon) {
    facts.kind = ServiceKind::Rules;
    let is_one_of_several = service.requirements().count() > 1;
    let heading_has_title = lexicon.says("quoted-title", service.words.text());
    if (is_one_of_several || !heading_has_title)
        && let Some(title) = find_own_title(service, table, lexicon)
    {
        facts.title = title;
    }
    facts.steps = told_steps(service, &facts.title, lexicon);
    let rows = || table.children_with(Role::Row);
    let named: Vec<&str> = rows().filter_map(|row| name_of(row, lexicon)).collect();
    let mut known: Vec<&str> = Vec::new();
    for row in rows() {
        let Some((kind, content)) = read_row(row, lexicon) else {
            continue;
        };
        // A label in other words takes no place from the row that names what it is.
        let is_label = name_of(row, lexicon).is_none();
        if is_label && kind != "limits" && named.contains(&kind) {
            continue;
        }
        // A second row of a kind only adds to limits: the wait in a queue may have its own.
        match (known.contains(&kind), kind) {
            (false, _) => add_row(facts, kind, content, lexicon),
            (true, "limits") => {
                let more = time_limit::limits_of_parts(content, lexicon);
                facts.time_limits.extend(more);
            }
            (true, _) => {}
        }
        known.push(kind);
    }
}

/// What a row requires, and the cell that says it.
fn read_row<'a>(row: &'a Unit, lexicon: &'a Lexicon) -> Option<(&'a str, &'a Unit)> {
    let mut cells = row.children_with(Role::Cell);
    let name = cells.next()?;
    let label = || lexicon.find("requirement-label", name.words.text())?.value;
    let kind = name_of(row, lexicon).or_else(label)?;
    Some((kind, cells.next()?))
}

/// What a row requires, where its name is one of those by which such tables call it.
fn name_of<'a>(row: &Unit, lexicon: &'a Lexicon) -> Option<&'a str> {
    let name = row.children_with(Role::Cell).next()?;
    let named = |kind| lexicon.find(kind, name.words.text())?.value;
    named("requirement").or_else(|| named("requirement-short"))
}

/// The title in the caption of the table, else in the row that names the service,
/// in the label of the annex, in the point that does.
fn find_own_title(service: &Unit, table: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let caption = lexicon
        .find("requirements-caption", table.words.text())
        .and_then(|found| found.slot("title"))
        .map(|range| Found::new(unquoted(&table.words.slice(range)), table));
    let named = || {
        table
            .children_with(Role::Row)
            .filter_map(|row| read_row(row, lexicon))
            .find(|(kind, _)| *kind == "name")
            .map(|(_, cell)| Found::new(unquoted(&content::whole(cell)), cell))
    };
    let label = || {
        let annex = service
            .children_with(Role::Annex)
            .find(|annex| annex.children.iter().any(|unit| std::ptr::eq(unit, table)))?;
        find_title_in(annex, lexicon)
    };
    let point = || {
        body(service).into_iter().find_map(|unit| {
            let found = lexicon.find("named-service", unit.words.text())?;
            let title = unit.words.slice(found.slot("title")?);
            Some(Found::new(unquoted(&title), unit))
        })
    };
    caption.or_else(named).or_else(label).or_else(point)
}

fn add_row(facts: &mut ServiceFacts, kind: &str, cell: &Unit, lexicon: &Lexicon) {
    let one = || {
        let words = without_aside(&content::whole(cell), lexicon);
        let words = trimmed(&words);
        (!words.is_empty()).then(|| Found::new(words, cell))
    };
    match kind {
        "provider" => facts.provider = one(),
        "form" => facts.form = one(),
        "result" => facts.result = content::result(cell, lexicon),
        "fee" => {
            let parts = || cell.children.iter();
            let signal = || parts().find_map(|part| signal::fee_in(part, lexicon));
            facts.fee = find_fee(cell, lexicon).or_else(signal);
            if facts.recipients.is_empty() {
                facts.recipients = find_recipients(cell, lexicon);
            }
        }
        "ways" => {
            let channels = find_channels(cell, facts.provider.as_ref(), lexicon).into_iter();
            facts.channels = channels.map(ChannelFound::named).collect();
            facts.other_channels = find_other_channels(cell, lexicon);
        }
        "limits" => facts.time_limits = time_limit::limits_of_parts(cell, lexicon),
        "hours" => add_hours(facts, cell, lexicon),
        "documents" => {
            facts.documents = papers::find_papers(cell, lexicon);
            facts.documents_reference = None;
        }
        "refusal" => facts.refusal_grounds = content::entries(cell, lexicon),
        "recipients" => {
            let named = content::entries(cell, lexicon).into_iter();
            facts.recipients = named
                .map(|words| RecipientFound { words, group: None })
                .collect();
        }
        _ => {}
    }
}

fn find_fee(cell: &Unit, lexicon: &Lexicon) -> Option<(FeeKind, Found)> {
    let words = content::whole(cell);
    let kind = match lexicon.find("required-fee", words.text())?.value? {
        "paid" => FeeKind::Paid,
        _ => FeeKind::Free,
    };
    Some((kind, Found::new(words, cell)))
}

/// For whom the service is free or paid.
fn find_recipients(cell: &Unit, lexicon: &Lexicon) -> Vec<RecipientFound> {
    let parts = cell.children.iter();
    let named = parts.filter_map(|part| {
        let found = lexicon.find("fee-recipients", part.words.text())?;
        let words = Found::new(part.words.slice(found.slot("value")?), part);
        Some(RecipientFound { words, group: None })
    });
    named.collect()
}

fn find_channels(cell: &Unit, provider: Option<&Found>, lexicon: &Lexicon) -> Vec<Channel> {
    let is_provider = |part: &Unit| {
        provider.is_some_and(|provider| {
            named_body::names_body(part.words.text(), provider.words.text(), lexicon)
        })
    };
    let at_provider = cell.children.iter().any(is_provider);
    let parts = cell.walk().map(|part| part.words.text());
    let mut channels: Vec<_> = parts
        .flat_map(|text| {
            // A dash may part the ways from the kinds of the service that have them.
            let clauses = text.split([',', ';', '–', '—']).map(str::trim);
            let begins = clauses.filter_map(|clause| part_channel(clause, lexicon));
            let named = channel::named(text, lexicon);
            begins.chain(named).collect::<Vec<_>>()
        })
        .chain(at_provider.then_some(Channel::Office))
        .collect();
    channels.sort_unstable();
    channels.dedup();
    channels
}

fn find_other_channels(cell: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let parts = cell.children.iter();
    parts
        .flat_map(|part| {
            if lexicon.says("other-channel", part.words.text()) {
                return vec![Found::new(trimmed(&part.words), part)];
            }
            let named = lexicon.find_all("other-way", part.words.text()).into_iter();
            named
                .map(|named| Found::new(part.words.slice(named.range), part))
                .collect()
        })
        .collect()
}

/// The hours of the channels, and those of the provider: of its own channel, or
/// of a cell that tells no channels apart.
fn add_hours(facts: &mut ServiceFacts, cell: &Unit, lexicon: &Lexicon) {
    let mut hours = hours_of_parts(cell, lexicon);
    let whole = content::whole(cell);
    let own = || {
        let provider = facts.provider.as_ref()?.words.text();
        let names_provider =
            |part: &&Unit| named_body::names_body(part.words.text(), provider, lexicon);
        let part = cell.children.iter().find(names_provider)?;
        read_hours(&part.words, part, lexicon)
    };
    let has_office = hours.iter().any(|(channel, _)| *channel == Channel::Office);
    if !hours.is_empty() && !has_office {
        hours.extend(own().map(|own| (Channel::Office, own)));
    }
    facts.hours = match hours.first() {
        Some(_) => hours
            .iter()
            .find(|(channel, _)| *channel == Channel::Office)
            .map(|(_, hours)| hours.clone()),
        None => read_hours(&whole, cell, lexicon)
            .or_else(|| read_round_the_clock(&whole, cell, lexicon)),
    };
    facts.hours_by_channel = hours;
}
