//! Displaced links: an export that moves the words of a link to the end of the
//! printed line and leaves a gap of two blanks, or nothing, in their place.
//!
//! Guard: the line ends with the words of a link, and the place where they
//! belong shows: a gap, a governing word with nothing to govern (`согласно к`),
//! a full stop that stands alone. A link that has its governor right before it
//! is in its place.

use regex::{Captures, Regex};

use crate::passage::{Passage, Piece};

use super::content::{Cut, LinksFile};
use super::letters::is_letter;
use super::quotes::{CLOSING, OPENING};
use super::vocabulary::Vocabulary;

/// Link words of one language, compiled.
#[derive(Debug)]
pub(super) struct LinkWords {
    /// A link at the end of a line.
    link: Option<Regex>,
    /// A noun of a link, perhaps after a hyphen, at the end of a line.
    pub noun_at_end: Option<Regex>,
    /// A noun of a link as the last word of a text.
    last_noun: Option<Regex>,
    /// A hyphen, the noun of a link and no number before it.
    pub orphan: Option<Regex>,
    /// A governor with the word after it that shows that the link is gone.
    gone: Option<Regex>,
    governors: Governors,
    strict: Governors,
    need_act: Governors,
    /// Bodies that stand only behind the name of their act.
    act_bodies: Vec<String>,
    dates: Vec<String>,
    pub between: Vec<String>,
    pub cut: Vec<Cut>,
}

/// Words, or stems of words, after which a link may stand.
#[derive(Debug)]
struct Governors {
    words: Vec<String>,
    stems: Vec<String>,
}

impl Governors {
    fn new(list: &[String]) -> Self {
        let (stems, words): (Vec<_>, Vec<_>) =
            list.iter().cloned().partition(|word| word.ends_with('*'));
        Self {
            words,
            stems: stems
                .iter()
                .map(|stem| stem.trim_end_matches('*').to_owned())
                .collect(),
        }
    }

    fn contain(&self, word: &str) -> bool {
        // A blank may be missing before the word: `(действия)согласно`.
        let word = word.trim_matches(|c: char| !is_letter(c));
        let word = word
            .rsplit([')', '"', ','])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        !word.is_empty()
            && (self.words.contains(&word)
                || self
                    .stems
                    .iter()
                    .any(|stem| word.starts_with(stem.as_str())))
    }
}

/// What a link consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A noun with its number.
    Numbered,
    /// A number with its sign.
    Sign,
    /// A noun without a number.
    Bare,
    /// A number whose noun another link has: `1 және (немесе) 2-қосымшаларына`.
    Loose,
}

/// A link at the end of a line.
struct Link<'t> {
    start: usize,
    end: usize,
    kind: Kind,
    /// The word that it is glued to.
    glued_to: &'t str,
}

/// The place in the line where a link belongs: between these bytes.
struct Hole {
    start: usize,
    end: usize,
}

impl LinkWords {
    pub fn new(file: &LinksFile) -> Self {
        let numbered = alternatives(&file.numbered);
        let bare = alternatives(&file.bare);
        let number = r"\d+[А-Яа-яЁё]?(?:-\d+)*";
        let link = format!(
            r"(?:(?P<numbered>(?i:{numbered})\p{{L}}*(?: ?(?:N|№))? ?{number}\)?(?: {number}\)?)*|{number}(?:-|\) )(?:{numbered})\p{{L}}*|(?P<sign>(?:N|№) ?(?:\p{{Lu}}-)?\d[\p{{L}}\d/-]*))|(?P<bare>(?i:{bare}|{numbered})\p{{L}}*)|\((?P<loose>{number}))(?P<rest> (?:{number}-?|(?i:{cut})))?$",
            cut = alternatives(
                &file
                    .cut
                    .iter()
                    .map(|cut| cut.left.clone())
                    .collect::<Vec<_>>()
            ),
        );
        let before: Vec<String> = file
            .gone_before
            .iter()
            .map(|word| format!("{word}\\s"))
            .chain([",".to_owned()])
            .collect();
        let gone = format!(
            r"(?:^|[\s)])(?:{})(?P<hole>\s+)(?:{})",
            alternatives(&file.gone_after),
            before.join("|"),
        );
        let some = |list: &[String], pattern: &str| {
            (!list.is_empty())
                .then(|| Regex::new(pattern).ok())
                .flatten()
        };
        Self {
            link: some(&file.numbered, &link),
            noun_at_end: some(&file.numbered, &format!(r"-?(?:{numbered})\p{{L}}*$")),
            last_noun: some(
                &file.numbered,
                &format!(r"(?i)(?:^|\s)(?:{numbered})\p{{L}}*$"),
            ),
            orphan: some(
                &file.numbered,
                &format!(r"(?:^|\s)(?P<noun>-(?:{numbered})\p{{L}}*)"),
            ),
            gone: some(&file.gone_after, &gone),
            governors: Governors::new(&file.governors),
            strict: Governors::new(&file.strict_governors),
            need_act: Governors::new(&file.need_act),
            act_bodies: file.act_bodies.clone(),
            dates: file.dates.clone(),
            between: file.between.clone(),
            cut: file.cut.clone(),
        }
    }

    /// Whether a link may stand after the last word of a text.
    pub fn governs(&self, before: &str) -> bool {
        self.governors.contain(last_word(before))
    }

    /// Whether the last word of a text is a noun that a number follows or precedes.
    pub fn ends_with_noun(&self, text: &str) -> bool {
        let noun = self.last_noun.as_ref();
        noun.is_some_and(|noun| noun.is_match(text))
    }

    /// Whether the last word of a text has lost the name of the act that it needs.
    pub fn lacks_act(&self, before: &str) -> bool {
        self.need_act.contain(last_word(before))
    }

    /// Whether a text begins with a body that has lost the name of its act.
    pub fn begins_with_body(&self, text: &str) -> bool {
        let first = text.split_whitespace().next().unwrap_or_default();
        self.act_bodies.iter().any(|body| body == first)
    }

    /// The noun without a number at the end of a text, as a range of bytes, where it
    /// stands behind a blank.
    pub fn bare_at_end(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.link.as_ref()?.captures(text)?;
        let link = found.name("bare")?;
        let is_word = text[..link.start()].ends_with(' ') && found.name("rest").is_none();
        is_word.then(|| (link.start(), link.end()))
    }

    fn is_date(&self, word: &str) -> bool {
        self.dates.iter().any(|date| date == word)
    }

    /// Whether a text ends with a date, behind which the number of an act stands.
    pub fn ends_with_date(&self, text: &str) -> bool {
        let last = last_word(text);
        let figures = last.split('.').map(str::len);
        let is_figures = last
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        self.is_date(last) || is_figures && figures.eq([2, 2, 4])
    }

    /// The number of an act with its sign at the end of a text, as a range of bytes.
    pub fn sign_at_end(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.link.as_ref()?.captures(text)?;
        let link = found.name("sign")?;
        (found.name("rest").is_none() && link.start() > 0).then(|| (link.start(), link.end()))
    }

    /// The numbered link at the end of a text, as a range of bytes; none when
    /// it is the whole text.
    pub fn numbered_at_end(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.link.as_ref()?.captures(text)?;
        let link = found.name("numbered")?;
        (found.name("rest").is_none() && link.start() > 0).then(|| (link.start(), link.end()))
    }
}

/// The line with the link at its end back in its place, if that changes it.
pub(super) fn repair(
    words: &Passage,
    links: &LinkWords,
    vocabulary: &Vocabulary,
) -> Option<Passage> {
    let text = words.text();
    if !may_be_displaced(text) {
        return None;
    }
    let found = links.link.as_ref()?.captures(text)?;
    let link = link_of(text, &found)?;
    if !link.glued_to.is_empty() && link.kind == Kind::Bare && vocabulary.count(link.glued_to) == 0
    {
        return None;
    }
    let hole = find_hole(text, &link, links)?;
    let numbers = several_numbers(&text[hole.end..link.start], &text[link.start..link.end]);
    Some(words.rearranged(&moved(text, &hole, &link, numbers.as_deref())))
}

/// A cheap test for what [`find_hole`] asks for: a gap or a stop that stands alone,
/// or else the number of a link at the end.
fn may_be_displaced(text: &str) -> bool {
    const BLANKS: &[u8] = b" \t";
    let is_lone_stop =
        |pair: &[u8]| BLANKS.contains(&pair[0]) && matches!(pair[1], b'.' | b';' | b',');
    // Behind the number stands no more than what cuts it off.
    let mut last_words = text.rsplit(' ').take(LONGEST_REST);
    last_words.any(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
        || has_gap(text)
        || text.as_bytes().windows(2).any(is_lone_stop)
}

fn link_of<'t>(text: &'t str, found: &Captures<'t>) -> Option<Link<'t>> {
    let loose = found.name("loose").map(|number| (number, Kind::Loose));
    let (link, kind) = match (found.name("numbered"), found.name("bare")) {
        (Some(link), _) if found.name("sign").is_some() => (link, Kind::Sign),
        (Some(link), _) => (link, Kind::Numbered),
        (None, Some(bare)) => (bare, Kind::Bare),
        (None, None) => loose?,
    };
    let before = &text[..link.start()];
    let letters = before.trim_end_matches(is_letter).len();
    (link.start() > 0).then(|| Link {
        start: link.start(),
        end: link.end(),
        kind,
        glued_to: &before[letters..],
    })
}

fn find_hole(text: &str, link: &Link<'_>, links: &LinkWords) -> Option<Hole> {
    let before = &text[..link.start];
    if let Some(hole) = lone_stop(before) {
        return Some(hole);
    }
    let gaps = gaps_of(before);
    if let [hole] = gaps.as_slice() {
        return fits_gap(before, hole, link, links).then_some(Hole { ..*hole });
    }
    if !gaps.is_empty() {
        return None;
    }
    match link.kind {
        Kind::Bare | Kind::Loose => None,
        Kind::Sign => after_date(before, links),
        Kind::Numbered => gone_link(before, links).or_else(|| glued_place(before, link, links)),
    }
}

/// `енгізіледі) .қаулысымен`: the stop belongs after the link.
fn lone_stop(before: &str) -> Option<Hole> {
    let trimmed = before.trim_end();
    let stop = trimmed.strip_suffix(['.', ';', ','])?;
    let start = stop.trim_end().len();
    // A line may begin with the stop: the link went before it to the line above.
    let stands_alone = start > 0 && stop.len() - start == 1 || stop.is_empty();
    stands_alone.then_some(Hole {
        start,
        end: stop.len(),
    })
}

/// Words at the end of a line that may follow the noun of a link, its number with
/// them.
const LONGEST_REST: usize = 4;

/// Gaps of two blanks and more inside a text.
pub(super) fn has_gap(text: &str) -> bool {
    text.contains("  ")
}

fn gaps_of(before: &str) -> Vec<Hole> {
    let mut gaps = Vec::new();
    if !has_gap(before) {
        return gaps;
    }
    let mut rest = 0;
    while let Some(found) = before[rest..].find("  ") {
        let start = rest + found;
        let end = before.len() - before[start..].trim_start_matches(' ').len();
        if start > 0 && end < before.len() {
            gaps.push(Hole { start, end });
        }
        rest = end;
    }
    gaps
}

/// Whether a link fits into a gap: a noun with a number does unless it has its
/// governor right before it and the gap has none; a sign with a number unless a
/// date stands before it; a bare noun needs a governor, a number, a quote or a
/// list number before the gap, or behind it a body that only the name of its act
/// governs; a number without a noun needs a governor.
fn fits_gap(before: &str, hole: &Hole, link: &Link<'_>, links: &LinkWords) -> bool {
    let left = last_word(&before[..hole.start]);
    let governed = links.governors.contain(left);
    let number = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    match link.kind {
        Kind::Numbered => governed || !links.governs(before),
        Kind::Sign => !number(last_word(before)) && !links.is_date(last_word(before)),
        Kind::Loose => governed,
        Kind::Bare => {
            let needs_name = || links.begins_with_body(before[hole.end..].trim_start());
            governed || number(left) || left.ends_with(CLOSING) || needs_name()
        }
    }
}

/// `2007 года "Об утверждении ... N 561`: the number of an act belongs after its
/// date when a title follows that is not closed before the number.
fn after_date(before: &str, links: &LinkWords) -> Option<Hole> {
    let quote = before.rfind(OPENING)?;
    let left = before[..quote].strip_suffix(' ')?;
    let opens = before[quote..].chars().nth(1).is_some_and(is_letter);
    (opens && links.is_date(last_word(left))).then_some(Hole {
        start: left.len(),
        end: quote,
    })
}

fn gone_link(before: &str, links: &LinkWords) -> Option<Hole> {
    let found = links.gone.as_ref()?.captures(before)?;
    let hole = found.name("hole")?;
    Some(Hole {
        start: hole.start(),
        end: hole.end(),
    })
}

/// Where a link belongs that is glued to a word: after the only word of the
/// line that cannot stand without one.
fn glued_place(before: &str, link: &Link<'_>, links: &LinkWords) -> Option<Hole> {
    if link.glued_to.is_empty() {
        return None;
    }
    let mut places = before
        .match_indices(' ')
        .filter(|(at, _)| links.strict.contain(last_word(&before[..*at])));
    let (at, blank) = places.next()?;
    places.next().is_none().then_some(Hole {
        start: at,
        end: at + blank.len(),
    })
}

/// The link's words with the separators that its numbers left behind:
/// `, , ` and `статьями 1 9-1 15-1` are `статьями 1, 9-1, 15-1`.
fn several_numbers(after_hole: &str, link: &str) -> Option<Vec<usize>> {
    let separators = after_hole
        .split_whitespace()
        .take_while(|word| *word == ",")
        .count();
    let numbers: Vec<usize> = link
        .match_indices(' ')
        .filter(|(at, _)| {
            let before = link[..*at].chars().next_back();
            before.is_some_and(|c| c.is_ascii_digit())
        })
        .map(|(at, _)| at)
        .collect();
    (separators > 0 && numbers.len() == separators).then_some(numbers)
}

/// What stood before the hole, the link, what stood between, what follows.
fn moved<'a>(
    text: &'a str,
    hole: &Hole,
    link: &Link<'_>,
    numbers: Option<&[usize]>,
) -> Vec<Piece<'a>> {
    let before = &text[..link.start];
    let mut rest = hole.end;
    let mut pieces = match hole.start {
        0 => Vec::new(),
        start => vec![Piece::Kept(0..start), Piece::Inserted(" ")],
    };
    let mut from = link.start;
    for number in numbers.unwrap_or_default() {
        let comma = rest + text[rest..].find(',').unwrap_or_default();
        pieces.push(Piece::Kept(from..link.start + number));
        pieces.push(Piece::Kept(comma..comma + 1));
        from = link.start + number;
        rest = comma + 1;
    }
    pieces.push(Piece::Kept(from..link.end));
    let between = before[rest..].trim();
    let start = rest + before[rest..].len() - before[rest..].trim_start().len();
    if !between.is_empty() {
        if !between.starts_with(['.', ',', ';']) {
            pieces.push(Piece::Inserted(" "));
        }
        pieces.push(Piece::Kept(start..start + between.len()));
    }
    if link.end < text.len() {
        pieces.push(Piece::Kept(link.end..text.len()));
    }
    pieces
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

/// Alternatives of a regular expression; one that never matches for none.
pub(super) fn alternatives(words: &[String]) -> String {
    if words.is_empty() {
        return r"[^\s\S]".to_owned();
    }
    let escaped: Vec<_> = words.iter().map(|word| regex::escape(word)).collect();
    escaped.join("|")
}
