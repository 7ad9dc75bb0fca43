//! What a text must hold for a phrase to stand in it.
//!
//! In: the structure of the phrase's regular expression. Out: its requirements,
//! each a choice of words (in signs) of which the text holds at least one. A
//! phrase without requirements may stand anywhere.

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

use super::signs::{BLANK, FIGURE, sign_of};

/// Words of which a text must hold one.
pub(super) type Choice = Vec<Vec<u8>>;

/// More words than this say little and cost time.
const MOST_WORDS: usize = 16;
/// The words of numbers and months are worth more.
const MOST_BRANCHES: usize = 96;
/// Shorter words stand in every text.
const SHORTEST: usize = 3;
/// Longer words find no more.
const LONGEST: usize = 24;
/// Requirements that a phrase keeps.
const MOST_CHOICES: usize = 3;

/// What one part of an expression says.
#[derive(Default)]
struct Part {
    /// Everything that the part can read, when that is little.
    exact: Option<Choice>,
    /// What every reading of it holds.
    required: Vec<Choice>,
}

/// The requirements of an expression, the rarest first.
pub(super) fn requirements(expression: &Hir) -> Vec<Choice> {
    let part = read(expression);
    let mut required = part.required;
    required.extend(part.exact);
    let mut choices: Vec<Choice> = required.into_iter().filter_map(useful).collect();
    choices.sort_by(|one, other| frequency(one).total_cmp(&frequency(other)));
    choices.dedup();
    choices.truncate(MOST_CHOICES);
    choices
}

/// A choice with its words cut to what finding needs; `None` when one of them
/// stands in nearly every text.
fn useful(choice: Choice) -> Option<Choice> {
    let mut words: Vec<Vec<u8>> = choice
        .into_iter()
        .map(|mut word| {
            word.truncate(LONGEST);
            word
        })
        .collect();
    words.sort();
    words.dedup();
    let tells = |word: &Vec<u8>| word.len() >= SHORTEST || word.contains(&FIGURE);
    (!words.is_empty() && words.iter().all(tells)).then_some(words)
}

/// A guess at how often a text holds one of the words: every letter more makes a
/// word rarer.
fn frequency(choice: &Choice) -> f64 {
    let rarity = |word: &Vec<u8>| 0.2_f64.powi(i32::try_from(word.len()).unwrap_or(i32::MAX));
    choice.iter().map(rarity).sum()
}

fn read(expression: &Hir) -> Part {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => exactly(vec![Vec::new()]),
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => text.chars().fold(exactly(vec![Vec::new()]), |part, sign| {
                sequence([part, exactly(vec![vec![sign_of(sign)]])])
            }),
            Err(_) => Part::default(),
        },
        HirKind::Class(class) => signs_of(class).map_or_else(Part::default, exactly),
        HirKind::Repetition(repetition) => repeated(repetition),
        HirKind::Capture(capture) => read(&capture.sub),
        HirKind::Concat(parts) => sequence(parts.iter().map(read)),
        HirKind::Alternation(branches) => alternatives(branches.iter().map(read).collect()),
    }
}

const fn exactly(words: Choice) -> Part {
    Part {
        exact: Some(words),
        required: Vec::new(),
    }
}

/// The signs of a class; `None` when it holds more than a letter in its forms.
fn signs_of(class: &Class) -> Option<Choice> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let size: u32 = class.iter().map(|range| range.len() as u32).sum();
    if size > 24 {
        return None;
    }
    let mut signs: Vec<u8> = class
        .iter()
        .flat_map(|range| range.start()..=range.end())
        .map(sign_of)
        .collect();
    signs.sort_unstable();
    signs.dedup();
    (signs.len() <= 4).then(|| signs.into_iter().map(|sign| vec![sign]).collect())
}

fn repeated(repetition: &Repetition) -> Part {
    let part = read(&repetition.sub);
    let is_blank = part.exact.as_deref() == Some(&[vec![BLANK]]);
    match (repetition.min, repetition.max, part.exact) {
        (1.., _, exact) if is_blank => exactly(exact.unwrap_or_default()),
        (0, max, Some(mut words)) if is_blank || max == Some(1) => {
            if !words.contains(&Vec::new()) {
                words.push(Vec::new());
            }
            exactly(words)
        }
        (0, ..) => Part::default(),
        (min, max, exact) => {
            let once = || Part {
                exact: exact.clone(),
                required: part.required.clone(),
            };
            let times = usize::try_from(min).unwrap_or(1).min(4);
            let gap = (max != Some(min) || min > 4).then(Part::default);
            sequence((0..times).map(|_| once()).chain(gap))
        }
    }
}

/// Parts that follow each other: words that touch are one longer word.
fn sequence(parts: impl IntoIterator<Item = Part>) -> Part {
    let mut required = Vec::new();
    let mut is_exact = true;
    let mut words: Choice = vec![Vec::new()];
    for part in parts {
        required.extend(part.required);
        let Some(exact) = part.exact else {
            is_exact = false;
            required.push(std::mem::replace(&mut words, vec![Vec::new()]));
            continue;
        };
        if words.len() * exact.len() > MOST_WORDS {
            is_exact = false;
            required.push(std::mem::replace(&mut words, exact));
        } else {
            words = joined(&words, &exact);
        }
    }
    if is_exact {
        return Part {
            exact: Some(words),
            required,
        };
    }
    required.push(words);
    required.retain(|choice| !choice.iter().any(Vec::is_empty));
    Part {
        exact: None,
        required,
    }
}

fn joined(words: &Choice, endings: &Choice) -> Choice {
    let mut joined = Vec::with_capacity(words.len() * endings.len());
    for word in words {
        for ending in endings {
            // Two blanks in a row are one in the signs of a text.
            let doubled = word.last() == Some(&BLANK) && ending.first() == Some(&BLANK);
            let mut whole = word.clone();
            whole.extend(ending.iter().skip(usize::from(doubled)));
            joined.push(whole);
        }
    }
    joined
}

/// One of several parts: a requirement of all of them together is one word of
/// the best requirement of each.
fn alternatives(parts: Vec<Part>) -> Part {
    let all_exact: Option<Vec<&Choice>> = parts.iter().map(|part| part.exact.as_ref()).collect();
    if let Some(exact) = all_exact {
        let count: usize = exact.iter().map(|words| words.len()).sum();
        if count <= MOST_BRANCHES {
            return exactly(exact.into_iter().flatten().cloned().collect());
        }
    }
    let best: Option<Vec<Choice>> = parts
        .into_iter()
        .map(|part| {
            let choices = part.required.into_iter().chain(part.exact);
            choices
                .filter_map(useful)
                .min_by(|one, other| frequency(one).total_cmp(&frequency(other)))
        })
        .collect();
    let required: Option<Choice> = best.map(|choices| choices.concat());
    Part {
        exact: None,
        required: required
            .filter(|choice| choice.len() <= MOST_BRANCHES)
            .into_iter()
            .collect(),
    }
}
