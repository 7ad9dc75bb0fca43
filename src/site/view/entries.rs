//! Entries: what a sentence of an act lists, each for itself.

/// The entries of a text that numbers with brackets part, with what stands before the
/// first; none where it does not list.
pub(super) fn entries_of(text: &str) -> Vec<String> {
    let is_number = |word: &str| {
        let figures = word.strip_suffix(')');
        figures.is_some_and(|figures| {
            !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let mut entries = vec![String::new()];
    for word in text.split(' ') {
        if is_number(word) {
            entries.push(String::new());
        }
        if let Some(entry) = entries.last_mut() {
            if !entry.is_empty() {
                entry.push(' ');
            }
            entry.push_str(word);
        }
    }
    let numbered = entries.len() - 1;
    entries.retain(|entry| !entry.is_empty());
    match numbered {
        0 | 1 => Vec::new(),
        _ => entries,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entries_of_a_sentence_that_lists_stand_apart() {
        let listed = "услугодателем: 1) справка; 2) отказ";
        assert_eq!(
            entries_of(listed),
            ["услугодателем:", "1) справка;", "2) отказ"]
        );
        assert_eq!(entries_of("1) справка; 2) отказ").len(), 2);
        assert_eq!(entries_of("справка по форме 1) закона"), [""; 0]);
        assert_eq!(entries_of("справка (форма 2)"), [""; 0]);
    }
}
