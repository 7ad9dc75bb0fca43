//! What was read of one act, in lines that a person compares with its text.

use std::fmt::{Display, Write as _};

use qyzmet::catalogue::model::{Act, Catalogue, Hours, Office, Service, Text};
use serde::Serialize;

/// The catalogue of one file. What the act does not say has no line.
pub fn print(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for act in &catalogue.acts {
        print_act(act, &mut out);
        for service in &catalogue.services {
            print_service(service, catalogue, &mut out);
        }
    }
    out
}

fn line(out: &mut String, name: &str, value: impl Display) {
    writeln!(out, "{name}: {value}").expect("writing to a string cannot fail");
}

fn text(out: &mut String, name: &str, value: Option<&Text>) {
    if let Some(value) = value {
        line(out, name, &value.text);
    }
}

fn texts(out: &mut String, name: &str, values: &[Text]) {
    for value in values {
        line(out, name, &value.text);
    }
}

/// The name that a value has in the catalogue.
fn name(value: impl Serialize) -> String {
    let json = serde_json::to_value(value).expect("a value is JSON");
    json.as_str().unwrap_or_default().to_owned()
}

fn or_none(value: Option<&str>) -> &str {
    value.unwrap_or("-")
}

fn print_act(act: &Act, out: &mut String) {
    let kind = name(act.kind);
    let printed = &act.issuer_printed.text;
    line(out, "act", format!("{} ({kind}, {printed})", act.id));
    line(out, "adopted", format!("{} № {}", act.adopted, act.number));
    if let Some(registered) = &act.registered {
        let words = format!("{} № {}", registered.on, registered.number);
        line(out, "registered", words);
    }
    line(out, "status", name(act.status));
    if let Some(repeal) = &act.repealed {
        line(
            out,
            "repealed",
            format!("{} № {}", repeal.on, repeal.number),
        );
        text(out, "commencement", repeal.commencement.as_ref());
    }
    if act.amending {
        line(out, "amending", "yes");
    }
    for title in &act.texts {
        line(out, "title", &title.title.text);
    }
    for note in &act.amendments {
        let service = or_none(note.service.as_deref());
        let words = format!("[{service}] {} {} № {}", note.unit, note.on, note.number);
        line(out, "amended", words);
    }
}

fn print_service(service: &Service, catalogue: &Catalogue, out: &mut String) {
    out.push('\n');
    let titles = [&service.titles.kk, &service.titles.ru];
    for title in titles.into_iter().flatten() {
        let kind = name(service.kind);
        line(
            out,
            "service",
            format!("{} ({kind}) {}", service.ordinal, title.text),
        );
    }
    text(out, "provider", service.provider.as_ref());
    text(out, "form", service.form.as_ref());
    text(out, "result", service.result.as_ref());
    if let Some(fee) = &service.fee {
        line(
            out,
            "fee",
            format!("{} | {}", name(fee.kind), fee.words.text),
        );
    }
    for limit in &service.time_limits {
        let (what, unit) = (name(limit.what), name(limit.unit));
        let condition = limit.condition.as_ref();
        let condition = condition.map_or_else(String::new, |case| format!("[{}] ", case.text));
        let words = format!(
            "{condition}{what} {} {unit} | {}",
            limit.amount, limit.words.text
        );
        line(out, "limit", words);
    }
    hours(out, service.hours.as_ref());
    for document in &service.documents {
        let group = document.group.as_ref().map(|group| group.text.as_str());
        let words = format!("[{}] {}", or_none(group), document.words.text);
        line(out, "document", words);
    }
    text(out, "documents in", service.documents_reference.as_ref());
    for (fact, place) in &service.references {
        line(out, &format!("{fact} in"), &place.text);
    }
    for recipient in &service.recipients {
        let group = recipient.group.as_ref().map(|group| group.text.as_str());
        let group = group.map_or_else(String::new, |group| format!("[{group}] "));
        line(out, "recipient", format!("{group}{}", recipient.words.text));
    }
    texts(out, "refusal", &service.refusal_grounds);
    texts(out, "appeal", &service.appeal);
    for application in &service.application_process {
        let words = format!("{} | {}", name(application.stage), application.words.text);
        line(out, "application", words);
    }
    for law in &service.legal_basis {
        let (on, number) = (law.on.as_deref(), law.number.as_deref());
        let words = format!("{} № {} {}", or_none(on), or_none(number), law.title);
        line(out, "basis", words);
    }
    if let Some(standard) = &service.standard {
        let (on, number) = (standard.on.as_deref(), standard.number.as_deref());
        let words = format!("{} № {} {}", or_none(on), or_none(number), standard.title);
        line(out, "standard", words);
    }
    for channel in &service.channels {
        line(out, "channel", name(channel));
    }
    texts(out, "other channel", &service.other_channels);
    for step in &service.steps {
        let durations = step.durations();
        let durations = durations.map(|time| format!("{} {}", time.amount, name(time.unit)));
        let durations = durations.collect::<Vec<_>>().join(", ");
        let durations = or_none(Some(durations.as_str()).filter(|said| !said.is_empty()));
        let group = step.group.as_ref();
        let group = group.map_or_else(String::new, |group| format!("<{}> ", group.text));
        let words = format!(
            "{group}{} [{}] {durations} | {}",
            step.route, step.actor, step.words.text
        );
        line(out, "step", words);
    }
    for reference in &service.offices {
        let office = catalogue
            .offices
            .iter()
            .find(|office| office.id == reference.office)
            .expect("a service refers to offices that are there");
        line(out, &reference.table, name(reference.role));
        print_office(office, out);
    }
}

fn print_office(office: &Office, out: &mut String) {
    line(
        out,
        "  office",
        format!("{} ({})", office.id, name(office.kind)),
    );
    let names = [&office.names.kk, &office.names.ru];
    for name in names.into_iter().flatten() {
        line(out, "  name", &name.text);
    }
    text(out, "  address", office.address.as_ref());
    text(out, "  room", office.room.as_ref());
    for (name, phones) in [("  phone", &office.phones), ("  fax", &office.fax)] {
        for phone in phones {
            let tel = or_none(phone.tel.as_deref());
            line(out, name, format!("{} | {tel}", phone.words.text));
        }
    }
    texts(out, "  email", &office.emails);
    for website in &office.websites {
        line(out, "  website", &website.words.text);
    }
    text(out, "  head", office.head.as_ref());
    hours(out, office.hours.as_ref());
    text(out, "  reception", office.reception.as_ref());
}

fn hours(out: &mut String, hours: Option<&Hours>) {
    if let Some(hours) = hours {
        let osm = or_none(hours.osm.as_deref());
        line(out, "hours", format!("{osm} | {}", hours.words.text));
    }
}
