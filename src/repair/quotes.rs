//! Quotation marks: « », “ ”, „ “, „ " and the straight ones, as exports mix them.

/// All of them.
pub const MARKS: [char; 6] = ['"', '«', '»', '“', '”', '„'];

/// The marks that may open a quotation.
pub const OPENING: [char; 4] = ['"', '«', '“', '„'];

/// The marks that may close one.
pub const CLOSING: [char; 4] = ['"', '»', '”', '“'];

/// Whether a quotation of the text is still open.
pub fn is_open(text: &str) -> bool {
    let count = |sign: char| text.matches(sign).count();
    let is_open_behind = |is_open: bool, sign: char| match sign {
        '„' => true,
        '”' => false,
        '"' | '“' => !is_open,
        _ => is_open,
    };
    count('«') > count('»') || text.chars().fold(false, is_open_behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_open_until_a_mark_that_may_close_it() {
        for text in [
            "«Отдел",
            "\"Отдел",
            "“Отдел",
            "„Отдел",
            "„Бөлім\" және „Орталық",
            "«А «Б»",
        ] {
            assert!(is_open(text), "in: {text}");
        }
        for text in [
            "«Отдел»",
            "\"Отдел\"",
            "“Отдел”",
            "„Отдел“",
            "„Бөлім\" мекемесі",
            "Отдел",
        ] {
            assert!(!is_open(text), "in: {text}");
        }
    }
}
