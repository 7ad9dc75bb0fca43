//! Damage: what may have happened to the text of an act before it is read.

use super::chance::Chance;

/// Signs that mean something somewhere in the reading.
const SIGNS: &[&str] = &[
    "\n",
    "\n\n\n\n",
    "\t",
    " ",
    "      ",
    "\u{a0}",
    "\u{feff}",
    "\u{200b}",
    "\"",
    "«",
    "»",
    "(",
    ")",
    "-",
    "–",
    "№",
    "N",
    ".",
    ",",
    ";",
    ":",
    "@",
    "www.",
    "1)",
    "1.",
    "00",
    "0",
    "9999999999",
    "8-72632-22551",
    "і",
    "i",
    "е\u{301}",
    "ẞ",
    "İ",
    "𝟜",
    "🙂",
    "\r",
    "\u{85}",
    "\u{2028}",
    "ٱ",
    "٣",
    "31.02.2010",
    "2010 жылғы 31 ақпандағы",
    "32 марта 2010 года",
    "Утвержден",
    "бекітілді",
    "приложение",
    "қосымша",
    "Глава 1.",
    "1-тарау.",
];

/// A change of a text.
pub type Damage = fn(&str, &str, &mut Chance) -> String;

/// Every kind of damage. The second text is one to borrow from.
pub const ALL: &[Damage] = &[
    cut,
    splice,
    shuffle_lines,
    shuffle_words,
    sprinkle,
    join_lines,
    double,
    without_blanks,
    change_case,
];

fn place(text: &str, chance: &mut Chance) -> usize {
    let mut at = chance.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A piece out of the middle of a text, a few thousand bytes long, so that many
/// rounds take seconds.
pub fn piece<'a>(text: &'a str, chance: &mut Chance) -> &'a str {
    let from = place(text, chance);
    let mut end = (from + 200 + chance.below(12_000)).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    &text[from..end]
}

fn cut(text: &str, _: &str, chance: &mut Chance) -> String {
    let (one, other) = (place(text, chance), place(text, chance));
    format!("{}{}", &text[..one.min(other)], &text[one.max(other)..])
}

fn splice(text: &str, other: &str, chance: &mut Chance) -> String {
    let at = place(text, chance);
    let (from, to) = (place(other, chance), place(other, chance));
    let borrowed = &other[from.min(to)..from.max(to)];
    format!("{}{borrowed}{}", &text[..at], &text[at..])
}

fn shuffled(mut parts: Vec<&str>, between: &str, chance: &mut Chance) -> String {
    for at in (1..parts.len()).rev() {
        parts.swap(at, chance.below(at + 1));
    }
    parts.join(between)
}

fn shuffle_lines(text: &str, _: &str, chance: &mut Chance) -> String {
    shuffled(text.split('\n').collect(), "\n", chance)
}

fn shuffle_words(text: &str, _: &str, chance: &mut Chance) -> String {
    shuffled(text.split(' ').collect(), " ", chance)
}

fn sprinkle(text: &str, _: &str, chance: &mut Chance) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + chance.below(40) {
        let at = place(&text, chance);
        text.insert_str(at, chance.one_of(SIGNS));
    }
    text
}

fn join_lines(text: &str, _: &str, _: &mut Chance) -> String {
    text.replace('\n', " ")
}

fn double(text: &str, _: &str, chance: &mut Chance) -> String {
    let at = place(text, chance);
    format!("{text}{}{text}", &text[at..])
}

fn without_blanks(text: &str, _: &str, _: &mut Chance) -> String {
    text.replace(' ', "")
}

fn change_case(text: &str, _: &str, chance: &mut Chance) -> String {
    let at = place(text, chance);
    format!("{}{}", text[..at].to_uppercase(), text[at..].to_lowercase())
}

/// The bytes of a text in some encoding, whole or with a few of them changed.
pub fn bytes_of(text: &str, chance: &mut Chance) -> Vec<u8> {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    let mut bytes: Vec<u8> = match chance.below(5) {
        0 => text.as_bytes().to_vec(),
        1 => encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
        2 => utf16(u16::to_le_bytes),
        3 => utf16(u16::to_be_bytes),
        _ => (0..text.len()).map(|_| chance.below(256) as u8).collect(),
    };
    for _ in 0..chance.below(4) {
        let at = chance.below(bytes.len());
        bytes[at] = chance.below(256) as u8;
    }
    bytes.truncate(bytes.len() - chance.below(3));
    bytes
}
