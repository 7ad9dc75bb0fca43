//! Which numbers exist in the numbering plan.
//!
//! The library answers slowly, and the tables of an act print the same numbers for
//! one service after the other, so that the answers are remembered, apart for every
//! thread.

use std::cell::RefCell;
use std::collections::HashMap;

use phonenumber::country;

/// Numbers that a thread remembers: more than an act prints.
const REMEMBERED: usize = 8192;

thread_local! {
    static ANSWERS: RefCell<HashMap<u64, bool>> = RefCell::default();
}

/// Whether a number of Kazakhstan, its ten digits without the prefix, is valid.
pub(super) fn is_valid(national: &str) -> bool {
    let Ok(key) = national.parse() else {
        return false;
    };
    ANSWERS.with_borrow_mut(|answers| {
        if answers.len() >= REMEMBERED {
            answers.clear();
        }
        *answers.entry(key).or_insert_with(|| {
            let number = phonenumber::parse(Some(country::KZ), format!("+7{national}"));
            number.is_ok_and(|number| phonenumber::is_valid(&number))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_does_not_change_when_it_is_asked_for_again() {
        for _ in 0..2 {
            assert!(is_valid("7262345678"));
            assert!(!is_valid("726234567"));
            assert!(!is_valid("72б2345678"));
        }
    }
}
