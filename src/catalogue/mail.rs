//! Mail addresses: which of those that acts print can be written to.

use std::sync::LazyLock;

use regex::Regex;

/// One plain address of the mail, in Latin letters. Printed addresses are often damaged,
/// and a query behind one could put words into a letter.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9_])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$",
    )
    .expect("the expression is tested below")
});

/// Hosts at which the bodies of acts most often have their mail.
const HOSTS: [&str; 10] = [
    "mail.ru",
    "mail.kz",
    "gmail.com",
    "rambler.ru",
    "list.ru",
    "inbox.ru",
    "hotmail.com",
    "topmail.kz",
    "yahoo.com",
    "outlook.com",
];

/// Whether a letter to a printed address reaches who is meant. A figure that looks like
/// a letter of a host that all know, as in `mai1.ru`, leads to somebody else.
#[must_use]
pub fn can_be_written_to(printed: &str) -> bool {
    let host = printed.rsplit('@').next().unwrap_or_default();
    let read = host.replace('1', "l").replace('0', "o").to_lowercase();
    let is_damaged = host.contains(['0', '1']) && HOSTS.contains(&read.as_str());
    ADDRESS.is_match(printed) && !is_damaged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_written_to_are_told_from_others() {
        for good in [
            "otdel-1@mail.kz",
            "a@b.gov.kz",
            "z_a.n@taraz.kz",
            "a1@k10.kz",
        ] {
            assert!(can_be_written_to(good), "{good}");
        }
        for bad in [
            "otdel@mail",
            "отдел@mail.kz",
            "otdel@mail..kz",
            "@mail.kz",
            "merke@mail. ru",
            "a@b.kz?subject=x",
            "a@b.kz@c.kz",
            "otdel@mai1.ru",
            "otdel@yah00.com",
        ] {
            assert!(!can_be_written_to(bad), "{bad}");
        }
    }
}
