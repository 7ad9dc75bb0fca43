//! The form of a phrase, as editors write it, compiled to a regular expression.
//!
//! # The language of forms
//!
//! | written | reads |
//! |---|---|
//! | `оказывается` | the word, in any case of its letters |
//! | `оказыва~` | the stem with any ending, also none |
//! | `a b` | one after the other, with blanks between |
//! | `(a\|b c)` | one of them; of two that begin alike, the longer one first |
//! | `[a]` | `a` or nothing |
//! | `…` | any words, as few as possible |
//! | `{date}` | a slot: its kind is its name, or stands behind a colon, as in `{repealed:date}` |
//! | `<name: a b>` | a slot that the form itself describes |
//! | `№` | `№` or `N` |
//! | `"` | any quotation mark |
//! | `-` | any dash or hyphen |
//! | `^`, `$` | the beginning, the end of the text |
//! | `\x` | the sign `x` itself |

use std::fmt::Write as _;
use std::iter::Peekable;
use std::str::Chars;

use super::slot::{REPEATED, Slots};

/// What is wrong with a form.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// A bracket has no partner.
    #[error("a bracket `{0}` has no partner")]
    Unbalanced(char),
    /// A slot names a kind that does not exist.
    #[error("there is no slot `{0}`")]
    UnknownSlot(String),
    /// The regular expression is too large.
    #[error("the form is too large: {0}")]
    Regex(String),
}

/// The sign before a number; acts print it with and without a blank behind it.
const NUMBER_SIGN: &str = "[№N]";

/// Any words, as few as possible.
const GAP: &str = ".*?";

/// One element of a form with the blank before it.
struct Element {
    expression: String,
    spaced: bool,
    optional: bool,
}

/// Compiles a form to the source of a regular expression.
///
/// # Errors
///
/// A bracket without partner, a slot that does not exist.
pub fn compile(form: &str, slots: &Slots) -> Result<String, FormError> {
    let mut signs = form.chars().peekable();
    let expression = alternatives(&mut signs, None, slots)?;
    Ok(format!("(?is){}", narrowed(&expression)))
}

/// The classes of all of Unicode make expressions that are slow to build and to
/// run; acts hold Cyrillic and Latin letters, figures of one kind, few blanks.
fn narrowed(expression: &str) -> String {
    [
        (r"\p{Lu}", r"[A-Za-z\x{400}-\x{52F}]"),
        (r"\p{L}", r"[A-Za-z\x{400}-\x{52F}]"),
        (r"\s", r"[ \t\r\n\x{A0}]"),
        (r"\d", "[0-9]"),
    ]
    .into_iter()
    .fold(expression.to_owned(), |narrow, (wide, class)| {
        narrow.replace(wide, class)
    })
}

fn alternatives(
    signs: &mut Peekable<Chars<'_>>,
    close: Option<char>,
    slots: &Slots,
) -> Result<String, FormError> {
    let mut branches = vec![Vec::new()];
    let mut spaced = false;
    loop {
        let Some(sign) = signs.next() else {
            return match close {
                Some(bracket) => Err(FormError::Unbalanced(bracket)),
                None => Ok(join(&branches)),
            };
        };
        if Some(sign) == close {
            return Ok(join(&branches));
        }
        match sign {
            ' ' | '\n' => spaced = true,
            '|' => {
                branches.push(Vec::new());
                spaced = false;
            }
            ')' | ']' | '>' => return Err(FormError::Unbalanced(sign)),
            _ => {
                let element = element(sign, signs, slots)?;
                if let Some(branch) = branches.last_mut() {
                    branch.push(Element { spaced, ..element });
                }
                spaced = false;
            }
        }
    }
}

fn element(
    sign: char,
    signs: &mut Peekable<Chars<'_>>,
    slots: &Slots,
) -> Result<Element, FormError> {
    let mut optional = false;
    let expression = match sign {
        '(' => format!("(?:{})", alternatives(signs, Some(')'), slots)?),
        '<' => {
            let name: String = signs.by_ref().take_while(|sign| *sign != ':').collect();
            let name = name.trim().replace('-', "_");
            while signs.next_if_eq(&' ').is_some() {}
            format!("(?P<{name}>{})", alternatives(signs, Some('>'), slots)?)
        }
        '[' => {
            optional = true;
            alternatives(signs, Some(']'), slots)?
        }
        '{' => {
            let name: String = signs.by_ref().take_while(|sign| *sign != '}').collect();
            slots.expression(&name)?
        }
        '…' => GAP.to_owned(),
        '~' => r"\p{L}*".to_owned(),
        '№' => NUMBER_SIGN.to_owned(),
        '"' => "[\"«»“”„]".to_owned(),
        '-' | '–' => "[-‐‑‒–—]".to_owned(),
        '^' => "^".to_owned(),
        '$' => "$".to_owned(),
        '\\' => regex::escape(&signs.next().map(String::from).unwrap_or_default()),
        sign => regex::escape(&sign.to_string()),
    };
    Ok(Element {
        expression,
        spaced: false,
        optional,
    })
}

fn join(branches: &[Vec<Element>]) -> String {
    let mut branches: Vec<_> = branches.iter().map(|branch| sequence(branch)).collect();
    // Of plain words the longest is tried first: a phrase that stops in the middle
    // of a word reads nothing, whichever order the editor chose.
    let is_word = |branch: &String| branch.chars().all(char::is_alphabetic);
    if branches.iter().all(is_word) {
        branches.sort_by_key(|branch| std::cmp::Reverse(branch.len()));
    }
    branches.join("|")
}

/// An optional element takes its blank with it: the one before it, or at the
/// beginning the one behind it.
fn sequence(elements: &[Element]) -> String {
    let mut out = String::new();
    // Nothing but optional elements stands before, each with its blank behind it.
    let mut at_start = true;
    for (at, element) in elements.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| elements[at].expression.as_str());
        let blank = if element.spaced {
            blank_after(before, at_start, &element.expression)
        } else {
            ""
        };
        let next_is_spaced = elements.get(at + 1).is_some_and(|next| next.spaced);
        let Element { expression, .. } = element;
        // Writing to a string cannot fail.
        let _ = match (element.optional, at_start && next_is_spaced) {
            (true, true) => write!(out, r"(?:(?:{expression})\s+)?"),
            (true, false) => write!(out, "(?:{blank}(?:{expression}))?"),
            (false, _) => write!(out, "{blank}{expression}"),
        };
        at_start &= expression == "^" || (element.optional && next_is_spaced);
    }
    out
}

fn blank_after(before: Option<&str>, at_start: bool, expression: &str) -> &'static str {
    match before {
        Some(GAP | "^") => "",
        Some(_) if at_start || expression == GAP => "",
        Some(NUMBER_SIGN) => r"\s*",
        // The bracket of a count and the word behind it are often glued.
        Some(slot) if slot.ends_with(&format!("{REPEATED})")) => r"\s*",
        // Without an element before, a branch begins with a blank, as in `[:| -]`.
        Some(_) | None => r"\s+",
    }
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::super::number::Numbers;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(form: &str, text: &str, expected: Option<&str>) {
        let slots = Slots::new(Language::Ru, &[], &Numbers::default());
        let expression = compile(form, &slots).expect("the form is right");
        let regex = Regex::new(&expression).expect("the expression is right");
        let found = regex.find(text).map(|found| found.as_str());
        assert_eq!(found, expected, "{form} as {expression} in {text}");
    }

    #[test]
    fn a_stem_takes_any_ending() {
        check(
            "оказыва~ бесплатно",
            "услуга Оказывается\nбесплатно.",
            Some("Оказывается\nбесплатно"),
        );
    }

    #[test]
    fn an_optional_word_takes_its_blank_with_it() {
        check(
            "форма [оказания] услуги",
            "форма услуги",
            Some("форма услуги"),
        );
        check(
            "форма [оказания] услуги",
            "форма оказания услуги",
            Some("форма оказания услуги"),
        );
        check("[осы] қызмет", "бұл қызмет", Some("қызмет"));
        check("^[осы] қызмет", "осы қызмет", Some("осы қызмет"));
    }

    #[test]
    fn several_words_at_the_beginning_may_be_optional() {
        check(
            "^[и. о.] [первый] аким {word}",
            "аким области",
            Some("аким области"),
        );
        check("^[и. о.] [первый] аким", "и. о. аким", Some("и. о. аким"));
    }

    #[test]
    fn a_mark_may_stand_with_or_without_a_blank() {
        check(
            "форма[:| -] {rest}",
            "форма: бумажная",
            Some("форма: бумажная"),
        );
        check(
            "форма[:| -] {rest}",
            "форма – бумажная",
            Some("форма – бумажная"),
        );
    }

    #[test]
    fn alternatives_may_hold_several_words() {
        check(
            "(без оплаты|бесплатно)$",
            "оказывается без оплаты",
            Some("без оплаты"),
        );
    }

    #[test]
    fn a_word_may_begin_with_another_of_the_choices() {
        check("(ай|айдан) кейін", "айдан кейін", Some("айдан кейін"));
        check("бір (ай|айдан)", "бір айдан", Some("бір айдан"));
    }

    #[test]
    fn the_number_sign_needs_no_blank() {
        check("года № 5", "года №5", Some("года №5"));
        check("года № 5", "года N 5", Some("года N 5"));
    }

    #[test]
    fn a_form_may_describe_its_slot() {
        let slots = Slots::new(Language::Ru, &[], &Numbers::default());
        let expression = compile("документы … <value: пункт~ {amount} стандарта>", &slots);
        let regex =
            Regex::new(&expression.expect("the form is right")).expect("the expression is right");
        let captures = regex
            .captures("документы, указанные в пункте 9 стандарта")
            .expect("the text fits");
        assert_eq!(&captures["value"], "пункте 9 стандарта");
    }

    #[test]
    fn a_gap_needs_no_blanks() {
        check("от … №", "от 2 мая года № 5", Some("от 2 мая года №"));
    }

    #[test]
    fn a_bracket_without_partner_is_named() {
        let slots = Slots::new(Language::Ru, &[], &Numbers::default());
        assert_eq!(compile("(а", &slots), Err(FormError::Unbalanced(')')));
        assert_eq!(compile("а]", &slots), Err(FormError::Unbalanced(']')));
        assert_eq!(
            compile("{нет}", &slots),
            Err(FormError::UnknownSlot("нет".to_owned()))
        );
    }
}
