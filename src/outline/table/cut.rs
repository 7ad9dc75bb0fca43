//! Cuts: the lines of a table as parts that belong to one cell each, with the
//! signs by which their content shows what they are.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::column::is_subheading;
use super::contact::{ContactKind, begins_with_number, find_contacts};
use crate::content::patterns::{Lexicon, Match};
use crate::passage::Passage;
use crate::repair::letters::is_letter_or_digit;
use crate::repair::quotes::OPENING;
use crate::repair::{Indent, RepairedLine};

/// How much a part looks like the name of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Person {
    /// Nothing speaks for it.
    #[default]
    No,
    /// Two to four words with capital letters and nothing else.
    Maybe,
    /// A father's name or initials.
    Sure,
}

/// What the content of a part shows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// A number and nothing else.
    pub(super) number: Option<u32>,
    /// A contact and nothing else.
    pub(super) contact: Option<ContactKind>,
    /// Figures of a number without its code at the beginning, which no address has there.
    pub(super) figures: bool,
    /// A person.
    pub(super) person: Person,
    /// Days or times.
    pub(super) schedule: bool,
    /// A word for a body.
    pub(super) name: bool,
    /// A street, a village, a postcode.
    pub(super) address: bool,
    /// A room and nothing else.
    pub(super) room: bool,
    /// No letter and no figure: the dash of an empty cell.
    pub(super) nothing: bool,
    /// Words with which an address or a schedule begins, even with a small letter.
    pub(super) begins_cell: bool,
}

/// A part of a line.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) words: Passage,
    pub(super) line: u32,
    /// Blank lines before it; none behind another part of its line.
    pub(super) gap: usize,
    /// Whether it begins its line.
    pub(super) starts_line: bool,
    /// Whether it ends its line.
    pub(super) ends_line: bool,
    /// Whether its words may stand over rows: a district, a kind of bodies.
    pub(super) district: bool,
    pub(super) signs: Signs,
}

impl Part {
    /// The part as a line, for joining.
    pub(super) fn as_line(&self) -> RepairedLine {
        RepairedLine {
            number: self.line,
            words: self.words.clone(),
            indent: Indent::default(),
            furniture: false,
        }
    }
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| expression(r"^(\d{1,3})\s?[.)]?(?:\s+|$)"));
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| expression(r"^(?:№|N)\s?\d{1,3}\s+"));
/// Postcodes of the country begin with `0` or `1`; numbers of phones do not.
static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| expression(r"(?:^|[\s,;])([01]\d{5})(?:[\s,;.]|$)"));
static INITIALS: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?:\p{Lu}[\p{L}-]+\s+\p{Lu}\.(?:\s?\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.)?\s?\p{Lu}[\p{L}-]+)$",
    )
});
static CAPITALS: LazyLock<Regex> = LazyLock::new(|| {
    expression(r"^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,3}-?$")
});

fn expression(source: &str) -> Regex {
    Regex::new(source).expect("the expression is well formed")
}

/// Cuts a line where the kind of its content changes.
pub(super) fn cut(gap: usize, line: &RepairedLine, lexicon: &Lexicon) -> Vec<Part> {
    let text = line.words.text();
    let ranges = ranges(&line.words, lexicon);
    let count = ranges.len();
    ranges
        .into_iter()
        .enumerate()
        .map(|(nth, range)| {
            let words = line.words.slice(range.clone()).trim();
            let signs = signs(&text[range], lexicon);
            Part {
                line: line.number,
                gap: if nth == 0 { gap } else { 0 },
                starts_line: nth == 0,
                ends_line: nth + 1 == count,
                district: is_subheading(words.text(), lexicon),
                words,
                signs,
            }
        })
        .collect()
}

/// The parts of a line; together they hold all of its characters.
fn ranges(words: &Passage, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let text = words.text();
    let mut starts = vec![0];
    let number = number_before(text);
    starts.push(number);
    let rest = &text[number..];
    if let Some(name) = lexicon.find("office-name", rest)
        && name.range.start == 0
    {
        starts.push(number + name.range.end);
        let behind = number + name.range.end;
        starts.extend(person_at_start(&text[behind..], lexicon).map(|end| behind + end));
    }
    for contact in find_contacts(rest, lexicon) {
        starts.push(number + contact.zone.start);
        starts.push(number + contact.zone.end);
    }
    if let Some(code) = POSTCODE.captures(rest).and_then(|found| found.get(1)) {
        let label = lexicon.find("postcode-label", rest[..code.start()].trim_end());
        starts.push(number + label.map_or(code.start(), |label| label.range.start));
    } else if let Some(address) = lexicon.find_earliest("address-start", rest)
        && rest[address.range.start..].contains([',', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        && ends_name(&rest[..address.range.start], lexicon)
    {
        starts.push(number + address.range.start);
    }
    if let Some(schedule) = lexicon.find_earliest("schedule-start", rest) {
        starts.push(number + schedule.range.start);
    }
    starts.extend(behind_times(rest, lexicon).map(|start| number + start));
    starts.extend(wide_gaps(words));
    starts.extend(persons(text, lexicon));
    starts.extend(first_person(rest, lexicon).map(|end| number + end));
    starts.push(text.len());
    starts.sort_unstable();
    starts.dedup();
    joined(text, &starts)
}

/// Where an address begins behind times that are whole, whose bracket is still open, or that
/// name no hour yet: a page that tears the columns puts them into one line.
fn behind_times(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let open = text.rfind('(').filter(|open| !text[*open..].contains(')'));
    let from = open.unwrap_or_default();
    let address = lexicon.find_earliest("address-start", &text[from..])?;
    let at = from + address.range.start;
    let before = &text[..at];
    let is_begun = open.is_some() || !before.contains(|c: char| c.is_ascii_digit());
    let is_parted = is_begun || lexicon.says("times-end", before.trim_end());
    (is_parted && lexicon.says("schedule", before)).then_some(at)
}

/// Whether words before an address are a name, or what a line end left of one.
fn ends_name(before: &str, lexicon: &Lexicon) -> bool {
    lexicon.says("office-body", before) || lexicon.says("office-name-end", before.trim())
}

/// Signs alone go with the part before them, or with the first one.
fn joined(text: &str, starts: &[usize]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for pair in starts.windows(2) {
        let range = pair[0]..pair[1];
        let part = &text[range.clone()];
        match ranges.last_mut() {
            Some(last) if !part.contains(is_letter_or_digit) => last.end = range.end,
            _ => ranges.push(range),
        }
    }
    if let [first, second, ..] = ranges.as_slice()
        && !text[first.clone()].contains(is_letter_or_digit)
    {
        let whole = first.start..second.end;
        ranges.splice(0..2, [whole]);
    }
    ranges
}

/// The end of a number that may begin a row: what follows begins a name.
pub(super) fn number_before(text: &str) -> usize {
    let Some(number) = NUMBER.find(text) else {
        return 0;
    };
    let begins_name = |c: char| c.is_uppercase() || OPENING.contains(&c);
    let behind = &text[number.end()..];
    // A body may be called by its number: `1 № 2 Бөлім`.
    let own = NUMBERED.find(behind).map_or(0, |own| own.end());
    match behind[own..].chars().next() {
        Some(next) if begins_name(next) => number.end(),
        _ => 0,
    }
}

/// Whether a postcode stands among the words, as in no name.
pub(super) fn has_postcode(text: &str) -> bool {
    POSTCODE.is_match(text)
}

/// The number with which a line begins a row: a name follows it.
pub(super) fn row_number(text: &str) -> Option<u32> {
    let number = &text[..number_before(text)];
    let figures = number.trim_end().trim_end_matches(['.', ')']).trim_end();
    figures.parse().ok()
}

/// The end of the name of a person with which words begin that go on with something else.
fn person_at_start(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let begin = text.len() - text.trim_start().len();
    let words = text[begin..].split_inclusive(char::is_whitespace);
    let mut ends = Vec::new();
    let mut end = begin;
    for word in words.take(3) {
        end += word.len();
        ends.push(end);
    }
    let is_sure = |end: &&usize| person(text[begin..**end].trim(), lexicon) == Person::Sure;
    let sure = ends.iter().skip(1).rev().find(is_sure);
    // Two names alone are a person only where an address begins behind them.
    let maybe = ends.get(1).filter(|end| {
        let address = lexicon.find_earliest("address-start", &text[**end..]);
        person(text[begin..**end].trim(), lexicon) == Person::Maybe
            && address.is_some_and(|address| address.range.start == 0)
    });
    sure.or(maybe).copied()
}

/// Where words stand behind a gap that is wider than a blank, in the source.
pub(super) fn wide_gaps(words: &Passage) -> Vec<usize> {
    let text = words.text();
    let blanks = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let is_wide = |at: usize, blank: char| {
        let before = words.span_of(at..at + blank.len_utf8())?;
        let next = at + blank.len_utf8();
        let sign = text[next..].chars().next()?;
        let after = words.span_of(next..next + sign.len_utf8())?;
        (after.start > before.end || sign.is_whitespace() || blank == '\t').then_some(next)
    };
    blanks
        .filter_map(|(at, blank)| is_wide(at, blank))
        .collect()
}

/// Where the name of a person stands between commas, and what follows it.
fn persons(text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive([',', ';']) {
        let words = part.trim_matches(|c: char| c.is_whitespace() || ",;".contains(c));
        if at > 0 && person(words, lexicon) != Person::No && !is_of_address(words, lexicon) {
            starts.extend([at, at + part.len()]);
        }
        at += part.len();
    }
    starts
}

/// The end of the whole name of a person with which words begin, behind its comma,
/// where the words go on with times or an address. Two names alone are a person only
/// before times.
fn first_person(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let end = text.find([',', ';'])?;
    let rest = text[end + 1..].trim();
    let goes_on = |kinds: &[&str]| kinds.iter().any(|kind| begins_with(rest, kind, lexicon));
    let is_head = match person(text[..end].trim(), lexicon) {
        Person::Sure => goes_on(&["times-begin", "schedule-start", "address-start"]),
        Person::Maybe => goes_on(&["times-begin", "schedule-start"]),
        Person::No => false,
    };
    is_head.then_some(end + 1)
}

/// Whether a text begins with a phrase of the kind.
fn begins_with(text: &str, kind: &str, lexicon: &Lexicon) -> bool {
    let found = lexicon.find_earliest(kind, text);
    found.is_some_and(|found| found.range.start == 0)
}

/// Whether a text holds a word for a body that is not the name of a street or a place.
fn names_body(text: &str, lexicon: &Lexicon) -> bool {
    let bodies = lexicon.find_all("office-body", text);
    if bodies.is_empty() {
        return false;
    }
    let places = lexicon.find_all("address-start", text);
    let is_of_place = |body: &Range<usize>| {
        let mut around = places.iter().map(|place| &place.range);
        around.any(|place| place.start <= body.start && body.end <= place.end)
    };
    bodies.iter().any(|body| !is_of_place(&body.range))
}

fn is_of_address(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.says("address-word", text)
}

fn person(text: &str, lexicon: &Lexicon) -> Person {
    if text.contains(|c: char| c.is_ascii_digit()) || text.len() > 200 {
        return Person::No;
    }
    if INITIALS.is_match(text) || lexicon.says("person-name", text) {
        return Person::Sure;
    }
    if CAPITALS.is_match(text) {
        Person::Maybe
    } else {
        Person::No
    }
}

/// What the content of a part shows.
pub(super) fn signs(text: &str, lexicon: &Lexicon) -> Signs {
    let text = text.trim().trim_end_matches([',', ';']);
    if !text.contains(is_letter_or_digit) {
        return Signs {
            nothing: true,
            ..Signs::default()
        };
    }
    if let Some(number) = number_alone(text) {
        return Signs {
            number: Some(number),
            ..Signs::default()
        };
    }
    if let Some(contact) = contact_alone(text, lexicon) {
        return Signs {
            contact: Some(contact),
            ..Signs::default()
        };
    }
    if let Some(label) = label_alone(text, lexicon) {
        return Signs {
            contact: Some(label),
            ..Signs::default()
        };
    }
    let room = lexicon.find("room", text);
    let name = names_body(text, lexicon);
    let begins = |kind| begins_with(text, kind, lexicon);
    Signs {
        person: person(text, lexicon),
        schedule: lexicon.says("schedule", text) || lexicon.says("schedule-start", text),
        name,
        figures: begins_with_number(text),
        begins_cell: begins("times-begin") || begins("address-start") && !name,
        address: has_postcode(text) || lexicon.says("address-word", text),
        room: room.is_some_and(|room| room.range.len() == text.len()),
        ..Signs::default()
    }
}

/// What the label of a contact announces whose line ends behind it.
fn label_alone(text: &str, lexicon: &Lexicon) -> Option<ContactKind> {
    let labels = lexicon.find_all("contact-label", text);
    let whole = labels
        .iter()
        .find(|label| label.range.len() == text.len())?;
    Some(match whole.value? {
        "email" => ContactKind::Email,
        "website" => ContactKind::Website,
        _ => ContactKind::Phone,
    })
}

fn number_alone(text: &str) -> Option<u32> {
    let found = NUMBER.captures(text)?;
    let whole = found.get(0)?;
    let number = found.get(1)?.as_str().parse().ok()?;
    (whole.end() == text.len()).then_some(number)
}

/// The kind of the contacts that a part holds, where it holds nothing else.
fn contact_alone(text: &str, lexicon: &Lexicon) -> Option<ContactKind> {
    // The label at the end of a line belongs to what the next line says.
    let labels = lexicon.find_all("contact-label", text);
    let label = labels.iter().find(|label| label.range.end == text.len());
    let text = label.map_or(text, |label| {
        text[..label.range.start].trim_end_matches([' ', ',', ';'])
    });
    if is_begun(text, &labels) {
        return Some(ContactKind::Phone);
    }
    let letters = text.contains(crate::repair::letters::is_letter);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let dashed = text.contains(['-', '(', '+']);
    if !letters && (digits >= 7 || digits >= 5 && dashed) {
        return Some(ContactKind::Phone);
    }
    let contacts = find_contacts(text, lexicon);
    let first = contacts.first()?;
    let covered: usize = contacts.iter().map(|contact| contact.zone.len()).sum();
    (covered * 4 >= text.trim().len() * 3).then_some(first.kind)
}

/// Whether a text is the word for a number with the first figures of one.
fn is_begun(text: &str, labels: &[Match<'_, '_>]) -> bool {
    let label = labels.iter().filter(|label| label.range.start == 0);
    let Some(label) = label.max_by_key(|label| label.range.end) else {
        return false;
    };
    let figures = &text[label.range.end.min(text.len())..];
    figures.contains(|c: char| c.is_ascii_digit())
        && !figures.contains(crate::repair::letters::is_letter)
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_lines;
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_postcode_begins_as_those_of_the_country_do() {
        for (text, expected) in [
            ("110400, Қостанай облысы, Әулиекөл ауданы", true),
            ("город Тараз, индекс 080000", true),
            ("8 (7292) 466014", false),
            ("2110400", false),
        ] {
            assert_eq!(has_postcode(text), expected, "{text}");
        }
    }

    #[test]
    fn a_head_stands_apart_from_what_follows_the_comma() {
        let read = |language, line: &str| {
            with_lines(language, line, |lines, builder| {
                let parts = cut(0, &lines[0], builder.lexicon);
                let texts = parts.iter().map(|part| part.words.text().to_owned());
                texts.collect::<Vec<_>>()
            })
        };
        assert_eq!(
            read(Language::Kk, "1 № 2 Шымкент қалалық бөлімі"),
            ["1", "№ 2 Шымкент қалалық бөлімі"]
        );
        assert_eq!(
            read(Language::Ru, "Есенов Кайрат Муратович, прием"),
            ["Есенов Кайрат Муратович,", "прием"]
        );
        assert_eq!(
            read(Language::Kk, "Есенов Қайрат Мұратұлы, сейсенбі күні"),
            ["Есенов Қайрат Мұратұлы,", "сейсенбі күні"]
        );
        let post = "Есенов Кайрат Муратович, главный специалист";
        assert_eq!(read(Language::Ru, post), [post]);
    }
}
