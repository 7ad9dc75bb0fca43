//! Areas: what a number lends to those behind it that print no code.
//!
//! Where dashes, blanks or brackets part the code, it is the printed one. Where nothing
//! does, the numbering plan of Kazakhstan tells where it ends, or nothing is lent: a code of
//! another length would make a number that no one has.

/// With these the codes of areas begin; the others are those of mobile numbers and of services.
const AREAS: [&str; 2] = ["71", "72"];
/// Beginnings of the numbers of Almaty, whose code has three digits.
const ALMATY: [&str; 3] = ["7272", "7273", "7279"];
/// Codes of four digits and the beginnings of codes of five: these numbers do not say which.
const UNSURE: [&str; 2] = ["7187", "7213"];

/// Where a number is dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Area {
    /// The digits of the area code.
    code: String,
}

impl Area {
    /// The area of the ten digits of a number, of which so many are printed as its code;
    /// `None` where they are those of a mobile number, or do not say where the code ends.
    pub(super) fn of(national: &str, printed: Option<usize>) -> Option<Self> {
        if !AREAS.iter().any(|area| national.starts_with(area)) {
            return None;
        }
        let end = printed.or_else(|| planned(national))?;
        let code = national.get(..end)?.to_owned();
        Some(Self { code })
    }

    /// The area code for a number that lacks so many digits: whole or not at all, because a
    /// digit too many behind it is a misprint.
    pub(super) fn lends(&self, missing: usize) -> Option<&str> {
        (self.code.len() == missing).then_some(&self.code)
    }
}

/// How many digits the numbering plan gives to the code: four to that of the centre of a
/// region, which ends with two, five to that of a district.
fn planned(national: &str) -> Option<usize> {
    let begins = |codes: &[&str]| codes.iter().any(|code| national.starts_with(code));
    if begins(&UNSURE) {
        return None;
    }
    Some(match national.as_bytes().get(3)? {
        _ if begins(&ALMATY) => 3,
        b'2' => 4,
        _ => 5,
    })
}
