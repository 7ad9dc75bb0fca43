//! Phone numbers: as printed, and as they are dialled.

mod area;
mod valid;

use std::ops::Range;

pub(super) use area::Area;

/// A number in a list of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Bytes of the list that print it.
    pub(super) range: Range<usize>,
    /// Its digits.
    digits: String,
    /// Its digits up to the end of the area code, empty where it prints none.
    code: String,
}

/// Fewest digits of a number without its area code.
const LOCAL: usize = 5;
/// Digits of a mobile number behind its code.
const MOBILE: usize = 7;
/// Digits of a number in Kazakhstan without the prefix.
const NATIONAL: usize = 10;

/// The numbers of a list such as `8-72632-22551, 21666` or `(72154) 21600 21601`.
pub(super) fn split_numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive([',', ';', '/']) {
        let mut groups = groups(part, at);
        while !groups.is_empty() {
            let number = take_number(text, &mut groups);
            numbers.extend(number);
        }
        at += part.len();
    }
    numbers
}

/// What blanks and brackets part.
#[derive(Clone, Debug)]
struct Group {
    range: Range<usize>,
    digits: String,
    in_brackets: bool,
}

fn groups(part: &str, at: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Option<Group> = None;
    let mut in_brackets = false;
    for (offset, sign) in part.char_indices() {
        match sign {
            '(' => {
                groups.extend(open.take());
                in_brackets = true;
            }
            ')' => {
                groups.extend(open.take());
                in_brackets = false;
            }
            '0'..='9' | '-' | '–' | '+'
                if sign.is_ascii_digit() || open.is_some() || sign == '+' =>
            {
                let group = open.get_or_insert_with(|| Group {
                    range: at + offset..at + offset,
                    digits: String::new(),
                    in_brackets,
                });
                if sign.is_ascii_digit() {
                    group.digits.push(sign);
                    group.range.end = at + offset + 1;
                }
            }
            _ => groups.extend(open.take()),
        }
    }
    groups.extend(open);
    groups.retain(|group| !group.digits.is_empty());
    groups
}

/// Takes the groups of one number off the front.
fn take_number(text: &str, groups: &mut Vec<Group>) -> Option<Number> {
    let first = groups.remove(0);
    let mut range = first.range.clone();
    let mut code = String::new();
    let mut local = String::new();
    let starts_code = |group: &Group| group.in_brackets || matches!(group.digits.len(), 4..=6);
    let has_prefix = first.digits.starts_with('8') || text[first.range.clone()].starts_with('+');
    if first.in_brackets {
        code.clone_from(&first.digits);
    } else if has_prefix && first.digits.len() == 1 && !groups.is_empty() {
        code.clone_from(&first.digits);
        if starts_code(&groups[0]) {
            code.push_str(&groups.remove(0).digits);
        }
    } else if has_prefix && (4..=6).contains(&first.digits.len()) && !groups.is_empty() {
        code.clone_from(&first.digits);
    } else {
        local.clone_from(&first.digits);
    }
    let wanted = digits_behind(&mut code, &local, groups);
    while local.len() < wanted && !groups.is_empty() {
        let next = groups.remove(0);
        // A code that is printed twice counts once.
        if local.is_empty() && next.digits == code {
            continue;
        }
        range.end = next.range.end;
        local.push_str(&next.digits);
    }
    if local.is_empty() {
        return None;
    }
    // The bracket of the code belongs to the number, with the word before the code.
    let open = text[..range.start].rfind('(');
    if let Some(open) = open.filter(|open| !text[*open..range.start].contains([')', ',', ';'])) {
        range.start = open;
    }
    let digits = format!("{code}{local}");
    if code.is_empty() {
        code = dashed_code(&text[range.clone()]).unwrap_or_default();
    }
    Some(Number {
        range,
        digits,
        code,
    })
}

/// The digits up to the end of the area code of a whole number that dashes part, as in
/// `8-72632-22551`.
fn dashed_code(printed: &str) -> Option<String> {
    let mut parts = printed.split(['-', '–']);
    let prefix = parts.next()?.trim_start_matches('+');
    let code = parts.next()?;
    let local: usize = parts.map(str::len).sum();
    let is_whole = matches!(prefix, "7" | "8") && code.len() + local == NATIONAL;
    is_whole.then(|| format!("{prefix}{code}"))
}

/// How many digits follow the code. That of a mobile number has three, and seven
/// digits behind it, in groups: `8 701 555 12 34`.
fn digits_behind(code: &mut String, local: &str, groups: &mut Vec<Group>) -> usize {
    if !local.is_empty() {
        return LOCAL;
    }
    let digits = |groups: &[Group]| -> usize {
        let mut sum = 0;
        let whole = groups.iter().take_while(|group| {
            sum += group.digits.len();
            sum <= MOBILE
        });
        whole.map(|group| group.digits.len()).sum()
    };
    let is_prefix = matches!(code.as_str(), "7" | "8");
    match groups.as_slice() {
        [first, rest @ ..] if is_prefix && first.digits.len() == 3 && digits(rest) == MOBILE => {
            code.push_str(&groups.remove(0).digits);
            MOBILE
        }
        rest if matches!(code.len(), 3 | 4) && !is_prefix && digits(rest) == MOBILE => MOBILE,
        _ => LOCAL,
    }
}

impl Number {
    /// Whether enough digits are printed for a number that people can call.
    pub(super) fn is_number(&self) -> bool {
        self.digits.len() >= LOCAL
    }

    /// The number in E.164, with the area code of a number before it where it
    /// prints none; `None` where no valid number follows.
    pub(super) fn tel(&self, before: Option<&Area>) -> Option<String> {
        let national = self.national().or_else(|| {
            let missing = NATIONAL.checked_sub(self.digits.len())?;
            let code = before?
                .lends(missing)
                .filter(|_| self.code.is_empty() && missing > 0)?;
            Some(format!("{code}{}", self.digits))
        })?;
        let is_kazakh = national.starts_with('7') && valid::is_valid(&national);
        is_kazakh.then(|| format!("+7{national}"))
    }

    /// The area of a number that can be called; `None` where it belongs to none.
    pub(super) fn area(&self) -> Option<Area> {
        let national = self.national()?;
        let local = self.digits.len() - self.code.len();
        let printed = national.len().checked_sub(local);
        Area::of(&national, printed.filter(|code| *code > 0 && local > 0))
    }

    /// The ten digits of a number with its area code.
    fn national(&self) -> Option<String> {
        let digits = match self.digits.len() {
            11 if self.digits.starts_with(['7', '8']) => &self.digits[1..],
            10 => &self.digits[..],
            _ => return None,
        };
        Some(digits.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: &str, expected: &[(&str, Option<&str>)]) {
        let mut before: Option<Area> = None;
        let mut seen = Vec::new();
        for number in split_numbers(list) {
            let tel = number.tel(before.as_ref());
            seen.push((list[number.range.clone()].to_owned(), tel.clone()));
            before = tel.and_then(|_| number.area()).or(before);
        }
        let expected: Vec<_> = expected
            .iter()
            .map(|(printed, tel)| ((*printed).to_owned(), tel.map(str::to_owned)))
            .collect();
        assert_eq!(seen, expected, "{list}");
    }

    #[test]
    fn a_number_without_code_takes_the_code_before_it() {
        check(
            "8-72632-22551, 21666",
            &[
                ("8-72632-22551", Some("+77263222551")),
                ("21666", Some("+77263221666")),
            ],
        );
        check(
            "(72154) 21600, 21696",
            &[
                ("(72154) 21600", Some("+77215421600")),
                ("21696", Some("+77215421696")),
            ],
        );
    }

    #[test]
    fn code_and_number_stand_apart() {
        check(
            "8-72832 2-11-43",
            &[("8-72832 2-11-43", Some("+77283221143"))],
        );
        check("872832 21732", &[("872832 21732", Some("+77283221732"))]);
        check("8 72838 33803", &[("8 72838 33803", Some("+77283833803"))]);
        check(
            "8(7182) 323332",
            &[("8(7182) 323332", Some("+77182323332"))],
        );
        check(
            "(72153) 50 566",
            &[("(72153) 50 566", Some("+77215350566"))],
        );
    }

    #[test]
    fn a_mobile_number_stands_in_groups() {
        check(
            "8 701 555 12 34",
            &[("8 701 555 12 34", Some("+77015551234"))],
        );
        check(
            "+7 (777) 123 45 67",
            &[("+7 (777) 123 45 67", Some("+77771234567"))],
        );
        check(
            "8-705-123-45-67",
            &[("8-705-123-45-67", Some("+77051234567"))],
        );
    }

    #[test]
    fn numbers_stand_under_each_other_without_a_comma() {
        check(
            "8-7282 24-24-39 24-40-43",
            &[
                ("8-7282 24-24-39", Some("+77282242439")),
                ("24-40-43", Some("+77282244043")),
            ],
        );
    }

    #[test]
    fn a_code_printed_twice_counts_once() {
        check(
            "872839 872839 21349",
            &[("872839 872839 21349", Some("+77283921349"))],
        );
    }

    #[test]
    fn what_is_no_valid_number_has_no_link() {
        check("872777 23-41", &[("872777 23-41", None)]);
        check("459713", &[("459713", None)]);
        check(
            "8-72633-22328, 211535",
            &[("8-72633-22328", Some("+77263322328")), ("211535", None)],
        );
        check("8728 262520", &[("8728 262520", None)]);
    }

    #[test]
    fn a_mobile_number_lends_no_code() {
        for list in [
            "87015551234, 34174",
            "87770012233, 21-2-05",
            "8-777-123-45-67, 2120567",
        ] {
            let numbers = split_numbers(list);
            let area = numbers[0].area();
            assert_eq!(area, None, "{list}");
            assert_eq!(numbers[1].tel(area.as_ref()), None, "{list}");
        }
    }

    #[test]
    fn a_number_that_nothing_parts_lends_the_code_of_its_area_alone() {
        check(
            "87142501617, 501618",
            &[
                ("87142501617", Some("+77142501617")),
                ("501618", Some("+77142501618")),
            ],
        );
        check(
            "87144534174, 34175",
            &[
                ("87144534174", Some("+77144534174")),
                ("34175", Some("+77144534175")),
            ],
        );
        check(
            "8-7144534174, 501617",
            &[("8-7144534174", Some("+77144534174")), ("501617", None)],
        );
        check(
            "87142501617, 34174",
            &[("87142501617", Some("+77142501617")), ("34174", None)],
        );
        check(
            "+77145321205, 501617",
            &[("+77145321205", Some("+77145321205")), ("501617", None)],
        );
    }
}
