//! The cells of one row: what each says, by its column or by its content.

use std::ops::Range;

use super::contacts::Contacts;
use super::schedule;
use crate::content::patterns::Lexicon;
use crate::facts::{Found, HoursFound};
use crate::outline::model::Unit;
use crate::outline::table::cards::find_label;
use crate::outline::table::column::ColumnKind;
use crate::outline::table::contact::{Contact, ContactKind, begins_with_number, find_contacts};
use crate::passage::Passage;
use crate::repair::letters::{is_letter, is_letter_or_digit};
use crate::repair::quotes::MARKS;

/// Reads the cells of one row.
pub(super) struct Reader<'a> {
    unit: &'a Unit,
    lexicon: &'a Lexicon,
    /// Cells or parts of them that are neither contact nor schedule.
    pub(super) texts: Vec<Passage>,
    pub(super) contacts: Contacts,
    pub(super) hours: Option<HoursFound>,
    pub(super) head: Option<Found>,
    pub(super) reception: Option<Found>,
    /// Words on the reception that stand behind the name of the head.
    reception_begins: Option<Passage>,
    pub(super) name: Option<Passage>,
    pub(super) address: Option<Passage>,
    pub(super) room: Option<Found>,
    pub(super) district: Option<Found>,
    /// The area code in a column of its own, for the phones behind it.
    code: Option<Passage>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(unit: &'a Unit, lexicon: &'a Lexicon) -> Self {
        Self {
            unit,
            lexicon,
            texts: Vec::new(),
            contacts: Contacts::default(),
            hours: None,
            head: None,
            reception: None,
            reception_begins: None,
            name: None,
            address: None,
            room: None,
            district: None,
            code: None,
        }
    }

    /// Reads a cell that says of itself what it holds. The labels of contacts stay with
    /// them: they tell phones from fax numbers.
    pub(super) fn read_labelled(&mut self, cell: &Unit) {
        let Some((kind, end)) = find_label(cell.words.text(), self.lexicon) else {
            return;
        };
        if kind.is_contact() {
            self.read_as(cell, &[kind]);
            return;
        }
        let mut content = cell.clone();
        content.words = trimmed(&cell.words.slice(end..cell.words.text().len()));
        self.read_as(&content, &[kind]);
    }

    /// Reads a cell under a column of the given kinds.
    pub(super) fn read_as(&mut self, cell: &Unit, kinds: &[ColumnKind]) {
        if kinds == [ColumnKind::Code] {
            self.code = Some(trimmed(&cell.words));
            return;
        }
        let with_code = self.with_code(cell, kinds);
        let cell = with_code.as_ref().unwrap_or(cell);
        let rest = match kinds {
            [ColumnKind::Name | ColumnKind::District | ColumnKind::Head] => trimmed(&cell.words),
            _ => self.without_contacts(cell),
        };
        let text = rest.text();
        if !text.contains(is_letter_or_digit) {
            return;
        }
        // Behind a number without its code may stand whose it is.
        if kinds == [ColumnKind::Phone] && begins_with_number(text) {
            self.add_numbers(&rest);
            return;
        }
        let has = |kind| kinds.contains(&kind);
        let is_schedule = self.lexicon.says("schedule", text);
        // Contact data may hold the address as well.
        let holds_address = has(ColumnKind::Address) || has(ColumnKind::Contacts);
        match kinds {
            [ColumnKind::District] => self.district = Some(Found::new(rest, self.unit)),
            [ColumnKind::Head] => self.head = Some(self.head_of(&rest)),
            [ColumnKind::Room] => self.room = Some(self.room_of(&rest)),
            _ if has(ColumnKind::Name) && self.name.is_none() => {
                self.name(rest, has(ColumnKind::Head));
            }
            _ if has(ColumnKind::Hours) && is_schedule => self.schedule(rest),
            _ if has(ColumnKind::Reception) && is_schedule => self.reception(&rest),
            // Contact data beside an address may hold the hours.
            _ if has(ColumnKind::Contacts) && self.address.is_some() && is_schedule => {
                self.schedule(rest);
            }
            _ if holds_address && self.address.is_none() => self.address = Some(rest),
            _ => {}
        }
    }

    /// A cell of phones with the area code that stands in a column of its own.
    fn with_code(&self, cell: &Unit, kinds: &[ColumnKind]) -> Option<Unit> {
        let code = self.code.as_ref()?;
        let text = cell.words.text();
        let is_code = |c: char| c.is_ascii_digit() || "()+- ".contains(c);
        let is_local = text.starts_with(|c: char| c.is_ascii_digit() && c != '8');
        if !kinds.contains(&ColumnKind::Phone) || !is_local || !code.text().chars().all(is_code) {
            return None;
        }
        let mut words = Passage::default();
        words.push_inserted("(");
        words.push(&code.slice(without_brackets(code.text())));
        words.push_inserted(") ");
        words.push(&cell.words);
        let mut cell = cell.clone();
        cell.words = words;
        Some(cell)
    }

    /// Reception times. A day with a break in it, or with none as the words say, is
    /// when the office is open.
    fn reception(&mut self, words: &Passage) {
        let mut whole = self.reception_begins.take().unwrap_or_default();
        if !whole.is_empty() {
            whole.push_inserted(" ");
        }
        whole.push(words);
        let words = &whole;
        let label = self.lexicon.find("reception-label", words.text());
        let start = label.map_or(0, |label| label.range.end);
        let words = trimmed(&words.slice(start..words.text().len()));
        let mut words = words;
        if let Some((before, behind)) = schedule::part_reception(&words, self.lexicon)
            && let Some(hours) = schedule::find_hours(Found::new(before, self.unit), self.lexicon)
            && hours.is_working_day()
        {
            self.hours = self.hours.take().or(Some(hours));
            words = behind;
        }
        let is_day = self.lexicon.says("no-break", words.text());
        let found = Found::new(words, self.unit);
        let hours = schedule::find_hours(found.clone(), self.lexicon);
        match hours.filter(|hours| is_day || hours.pause.is_some()) {
            Some(hours) if self.hours.is_none() => self.hours = Some(hours),
            _ => self.reception = Some(found),
        }
    }

    /// A name, behind it the head where the column holds both, or
    /// where the word for the post stands before it.
    fn name(&mut self, words: Passage, with_head: bool) {
        let text = words.text();
        if let Some(label) = self.lexicon.find("head-behind", text)
            && let Some(range) = label.slot("head")
        {
            self.head = Some(Found::new(words.slice(range), self.unit));
            self.name = Some(trimmed(&words.slice(0..label.range.start)));
            return;
        }
        let head = text.rfind([',', ';']).filter(|_| with_head);
        match head {
            Some(at)
                if !text[at..].contains(|c: char| c.is_ascii_digit() || MARKS.contains(&c)) =>
            {
                let head = trimmed(&words.slice(at..text.len()));
                self.head = Some(Found::new(head, self.unit));
                self.name = Some(trimmed(&words.slice(0..at)));
            }
            _ => self.name = Some(words),
        }
    }

    /// The head alone; where words on the reception begin behind the name, they wait
    /// for the rest of them.
    fn head_of(&mut self, words: &Passage) -> Found {
        let head = self.lexicon.find("office-head", words.text());
        let Some(name) = head.and_then(|head| head.slot("head")) else {
            return Found::new(words.clone(), self.unit);
        };
        let behind = trimmed(&words.slice(name.end..words.text().len()));
        self.reception_begins = (!behind.is_empty()).then_some(behind);
        Found::new(words.slice(name), self.unit)
    }

    fn room_of(&self, words: &Passage) -> Found {
        let room = self.lexicon.find("room", words.text());
        let slot = room.and_then(|room| room.slot("room"));
        let words = slot.map_or_else(|| words.clone(), |slot| words.slice(slot));
        Found::new(words, self.unit)
    }

    /// Reads words that are numbers of phones as a whole.
    fn add_numbers(&mut self, words: &Passage) {
        let end = words.text().len();
        let whole = Contact {
            kind: ContactKind::Phone,
            range: 0..end,
            zone: 0..end,
        };
        self.contacts.add(&whole, words, self.unit);
    }

    /// Reads the contacts of a cell and gives what is left of it.
    fn without_contacts(&mut self, cell: &Unit) -> Passage {
        let text = cell.words.text();
        if is_numbers(text) {
            self.add_numbers(&cell.words);
            return Passage::default();
        }
        let contacts = find_contacts(text, self.lexicon);
        for contact in &contacts {
            self.contacts.add(contact, &cell.words, self.unit);
        }
        trimmed(&without(&cell.words, &contacts))
    }

    /// Reads a cell by its content; the first one is the name.
    pub(super) fn read(&mut self, cell: &Unit) {
        if self.texts.is_empty() {
            self.texts.push(trimmed(&cell.words));
            return;
        }
        let rest = self.without_contacts(cell);
        if !rest.text().contains(is_letter_or_digit) {
            return;
        }
        let is_person =
            || rest.text().contains(' ') && self.lexicon.says("person-name", rest.text());
        if self.lexicon.says("schedule", rest.text()) {
            self.schedule(rest);
        } else if self.head.is_none() && is_person() {
            self.head = Some(Found::new(rest, self.unit));
        } else {
            self.texts.push(rest);
        }
    }

    /// A cell of hours, with the head before them, or of reception times.
    fn schedule(&mut self, words: Passage) {
        let text = words.text();
        if self.lexicon.says("reception-start", text) {
            self.reception = Some(Found::new(words, self.unit));
            return;
        }
        let mut rest = words.clone();
        if let Some(head) = self.lexicon.find("office-head", text)
            && let Some(range) = head.slot("head")
        {
            rest = trimmed(&words.slice(range.end..text.len()));
            self.head = Some(Found::new(words.slice(range), self.unit));
        }
        // Where hours go before the reception, the cell says both.
        let behind = self.lexicon.find("reception-behind", rest.text());
        if let Some(at) = behind.map(|found| found.range.start).filter(|at| *at > 0) {
            let hours = trimmed(&rest.slice(0..at));
            let hours = schedule::find_hours(Found::new(hours, self.unit), self.lexicon);
            if hours.is_some() {
                let reception = trimmed(&rest.slice(at..rest.text().len()));
                self.reception = Some(Found::new(reception, self.unit));
                self.hours = hours;
                return;
            }
        }
        self.hours = schedule::find_hours(Found::new(rest.clone(), self.unit), self.lexicon)
            .or_else(|| schedule::find_whole_hours(&rest, self.unit, self.lexicon));
    }
}

/// A code without the brackets around it.
fn without_brackets(code: &str) -> Range<usize> {
    let start = code.len() - code.trim_start_matches(['(', ' ']).len();
    start..code.trim_end_matches([')', ' ']).len().max(start)
}

/// Whether a cell holds numbers and nothing else.
fn is_numbers(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5 && !text.contains(is_letter)
}

/// The words without the contacts and their labels.
fn without(words: &Passage, contacts: &[Contact]) -> Passage {
    let mut rest = Passage::default();
    let mut at = 0;
    let end = words.text().len();
    let zones = contacts.iter().map(|contact| contact.zone.clone());
    for zone in zones.chain(std::iter::once(end..end)) {
        let part = trimmed(&words.slice(at..zone.start));
        if part.text().contains(is_letter_or_digit) {
            if !rest.is_empty() {
                rest.push_inserted(" ");
            }
            rest.push(&part);
        }
        at = zone.end;
    }
    rest
}

pub(super) fn split_room(
    words: &Passage,
    unit: &Unit,
    lexicon: &Lexicon,
) -> (Option<Found>, Option<Found>) {
    let text = words.text();
    let found = |words: Passage| Found::new(words, unit);
    let Some(room) = lexicon.find("room", text) else {
        return (Some(found(words.clone())), None);
    };
    let range = room.range.clone();
    let address = trimmed(&words.slice(0..range.start));
    let number = room.slot("room").map(|slot| found(words.slice(slot)));
    // Words behind the room belong to the address, which then stays whole.
    if text[range.end..].contains(is_letter_or_digit) || address.is_empty() {
        return (Some(found(words.clone())), number);
    }
    (Some(found(address)), number)
}

/// Without blanks and separating signs at the ends.
pub(super) fn trimmed(words: &Passage) -> Passage {
    let is_edge = |c: char| c.is_whitespace() || ",;:".contains(c);
    let text = words.text();
    let start = text.len() - text.trim_start_matches(|c| is_edge(c) || c == '.').len();
    let end = text.trim_end_matches(is_edge).len();
    if start < end {
        words.slice(start..end)
    } else {
        Passage::default()
    }
}
