//! How a text names an act: kind, day, number and title in any order.

use std::borrow::Cow;
use std::ops::Range;

use super::super::amendment::without_blanks;
use super::{LawFound, found};
use crate::content::patterns::{Lexicon, Match};
use crate::outline::model::Unit;
use crate::passage::Passage;
use crate::repair::quotes::MARKS;

/// The longest text that is searched, in bytes, chosen by hand: a sentence that
/// names acts is much shorter, and the search looks ahead from every date.
const LONGEST: usize = 20_000;

/// The acts of a day that phrases of the given kind read, in the order of the text.
pub fn find_acts(kind: &str, words: &Passage, unit: &Unit, lexicon: &Lexicon) -> Vec<LawFound> {
    if words.text().len() > LONGEST {
        return Vec::new();
    }
    let words = without_remarks(words);
    let text = words.text();
    let matches = distinct(lexicon.find_each(kind, text), text, lexicon);
    let titles: Vec<_> = matches
        .iter()
        .flat_map(|act| [quoted_behind(act, text), whole_title(act, text)])
        .flatten()
        .collect();
    // What the title of another act names is no act of its own.
    let is_titled = |act: &&Match<'_, '_>| titles.iter().any(|at| at.contains(&act.range.start));
    matches
        .iter()
        .filter(|act| !is_titled(act))
        .filter_map(|act| law(act, &words, unit, lexicon))
        .collect()
}

/// The acts that a text names without a day, apart from those inside titles. One word
/// for several laws may have a second title behind the first.
pub fn find_undated(words: &Passage, unit: &Unit, lexicon: &Lexicon) -> Vec<LawFound> {
    if words.text().len() > LONGEST {
        return Vec::new();
    }
    let words = without_remarks(words);
    let text = words.text();
    let dated = distinct(lexicon.find_each("act", text), text, lexicon);
    let taken: Vec<_> = dated
        .iter()
        .map(|act| act.range.start..end_with_title(act, text))
        .collect();
    let undated = lexicon.find_all("undated-act", text).into_iter();
    let also = lexicon.find_all("also-titled", text).into_iter();
    let also = also.filter_map(|act| {
        let title = act.slot("title")?;
        let is_own = taken.iter().all(|taken| !taken.contains(&title.start));
        is_own.then(|| LawFound {
            words: found(words.slice(title.clone()), unit),
            title: balanced(&text[title]),
            on: None,
            number: None,
        })
    });
    let undated = undated
        .filter(|act| {
            let is_free = |taken: &Range<usize>| {
                !taken.contains(&act.range.start) && !taken.contains(&(act.range.end - 1))
            };
            taken.iter().all(is_free) && !is_quoted(text, act.range.start)
        })
        .map(|act| LawFound {
            words: found(words.slice(act.range.clone()), unit),
            title: title(&act, text),
            on: None,
            number: None,
        });
    undated.chain(also).collect()
}

fn law(act: &Match<'_, '_>, words: &Passage, unit: &Unit, lexicon: &Lexicon) -> Option<LawFound> {
    let text = words.text();
    let on = lexicon.dates.parse(&text[act.slot("date")?]).ok()?;
    Some(LawFound {
        words: found(
            words.slice(act.range.start..end_with_title(act, text)),
            unit,
        ),
        title: title(act, text),
        on: Some(on),
        number: act.slot("number").map(|range| without_blanks(&text[range])),
    })
}

/// One match for each date. Of several that read the same act, one with a title
/// is better, then the shorter: a longer one has run into the next act, and one
/// that holds two dates speaks of two acts, unless its title names the other.
fn distinct<'a>(matches: Vec<Match<'a, 'a>>, text: &str, lexicon: &Lexicon) -> Vec<Match<'a, 'a>> {
    let mut chosen: Vec<Match<'a, 'a>> = Vec::new();
    for act in matches {
        let is_one = own_dates(&act, text, lexicon) == 1;
        let Some(date) = act.slot("date").filter(|_| is_one) else {
            continue;
        };
        let rank = |act: &Match<'_, '_>| (is_untitled(act, text, lexicon), act.range.len());
        match chosen
            .iter_mut()
            .find(|known| known.slot("date") == Some(date.clone()))
        {
            Some(known) if rank(&act) < rank(known) => *known = act,
            Some(_) => {}
            None => chosen.push(act),
        }
    }
    chosen.sort_by_key(|act| act.slot("date").map_or(0, |date| date.start));
    chosen
}

/// Whether a match reads no title: the name of the state before the word for a code is
/// none.
fn is_untitled(act: &Match<'_, '_>, text: &str, lexicon: &Lexicon) -> bool {
    let title = act.slot("title");
    title.is_none_or(|title| lexicon.says("state-name", text[title].trim()))
}

/// The dates of a match that do not stand in its title.
fn own_dates(act: &Match<'_, '_>, text: &str, lexicon: &Lexicon) -> usize {
    let title = whole_title(act, text);
    let dates = lexicon.find_all("date", &text[act.range.clone()]);
    let is_own = |at: usize| title.as_ref().is_none_or(|title| !title.contains(&at));
    let starts = dates.iter().map(|date| act.range.start + date.range.start);
    starts.filter(|at| is_own(*at)).count()
}

/// The title in the slot, where it is one title in quotes: no quote closes in it that
/// it did not open. Two quotes that open in one place are often printed as one: then
/// one closes, and none opens.
fn whole_title(act: &Match<'_, '_>, text: &str) -> Option<Range<usize>> {
    let title = act.slot("title")?;
    let is_quoted = text[..title.start].ends_with(MARKS) && text[title.end..].starts_with(MARKS);
    if !is_quoted {
        return None;
    }
    let inner: Vec<bool> = quotes(&text[title.clone()])
        .map(|(_, opens)| opens)
        .collect();
    let mut depth = 0_i32;
    let is_balanced = inner.iter().all(|opens| {
        depth += if *opens { 1 } else { -1 };
        depth >= 0
    });
    (is_balanced || inner == [false]).then_some(title)
}

/// The title in the slot, or in quotes behind the act, or the words that name it.
/// The value of a phrase says how the title is written, with `{title}` for the slot.
fn title(act: &Match<'_, '_>, text: &str) -> String {
    if let Some(range) = quoted_behind(act, text) {
        return balanced(&text[range]);
    }
    // A link text may have torn the title in two.
    let torn = || {
        Some(format!(
            "{} {}",
            &text[act.slot("begin")?],
            &text[act.slot("end")?]
        ))
    };
    let title = act.slot("title").map(|range| balanced(&text[range]));
    let title = title.or_else(torn);
    capitalised(&match (title, act.value) {
        (Some(title), Some(template)) => template.replace("{title}", &title),
        (Some(title), None) => title,
        (None, Some(value)) => value.to_owned(),
        (None, None) => text[act.range.clone()].trim().to_owned(),
    })
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

fn end_with_title(act: &Match<'_, '_>, text: &str) -> usize {
    let behind = quoted_behind(act, text);
    behind.map_or(act.range.end, |range| range.end)
}

/// The title in quotes that follows an act, with the quotes inside it. Two quotes
/// that end in one place are often printed as one: then the title ends with the first
/// that it quotes.
fn quoted_behind(act: &Match<'_, '_>, text: &str) -> Option<Range<usize>> {
    let rest = &text[act.range.end..];
    let first = rest
        .trim_start()
        .chars()
        .next()
        .filter(|c| MARKS.contains(c))?;
    let start = text.len() - rest.trim_start().len() + first.len_utf8();
    let mut depth = 1;
    let mut inner = None;
    for (at, opens) in quotes(text).filter(|(at, _)| *at >= start) {
        depth += if opens { 1 } else { -1 };
        if depth == 0 {
            return Some(start..at);
        }
        if depth == 1 && inner.is_none() {
            inner = Some(start..at + text[at..].chars().next().map_or(0, char::len_utf8));
        }
    }
    inner
}

/// True when a place stands between quotes.
fn is_quoted(text: &str, place: usize) -> bool {
    let before = quotes(text).take_while(|(at, _)| *at < place);
    // A quote that closes what was never opened is a slip of the text.
    before.fold(0_usize, |depth, (_, opens)| {
        if opens {
            depth + 1
        } else {
            depth.saturating_sub(1)
        }
    }) > 0
}

/// The quotes of a text and whether they open. Plain quotes do not say it: one at
/// the beginning, behind a blank, a bracket or another opening quote does.
fn quotes(text: &str) -> impl Iterator<Item = (usize, bool)> {
    let mut before_opens = true;
    text.char_indices().filter_map(move |(at, sign)| {
        let quote = MARKS.contains(&sign);
        let opens = before_opens;
        before_opens = sign.is_whitespace() || sign == '(' || (quote && opens);
        quote.then_some((at, opens))
    })
}

/// A title that lost one of its quotes: a last one that closes nothing goes, a
/// first one that the text left out comes back.
fn balanced(title: &str) -> String {
    let title = title.trim();
    let is_odd = title.chars().filter(|c| *c == '"').count() % 2 == 1;
    match title.strip_suffix('"') {
        Some(bare) if is_odd => bare.to_owned(),
        _ if is_odd => format!("\"{title}"),
        _ => title.to_owned(),
    }
}

/// The words without brackets that hold a number or a year: newspapers and
/// registrations have days and numbers of their own. Other figures, as an age in a
/// title, stay.
pub fn without_remarks(words: &Passage) -> Cow<'_, Passage> {
    let text = words.text();
    let mut kept = Passage::default();
    let mut from = 0;
    while let Some((open, close)) = remark(&text[from..]) {
        kept.push_part(words, from..from + open);
        from += close;
    }
    if from == 0 {
        return Cow::Borrowed(words);
    }
    kept.push_part(words, from..text.len());
    Cow::Owned(kept)
}

fn remark(text: &str) -> Option<(usize, usize)> {
    text.match_indices('(').find_map(|(open, _)| {
        let close = open + text[open..].find(')')? + 1;
        is_remark(&text[open..close]).then_some((open, close))
    })
}

/// True when words in brackets hold a number sign or a year.
fn is_remark(words: &str) -> bool {
    let mut figures = words.split(|c: char| !c.is_ascii_digit());
    figures.any(|figures| figures.len() >= 4)
        || words.contains(['№', 'N']) && words.contains(|c: char| c.is_ascii_digit())
}
