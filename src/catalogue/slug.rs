//! Slugs: texts as parts of addresses, in Latin letters, digits and hyphens.
//!
//! The transliteration is fixed: an address that was published once must follow
//! from the same text for ever.

/// The text in lower-case Latin letters, digits and single hyphens; empty when it
/// holds neither letters nor digits.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match transliterate(letter) {
            Some(latin) => slug.push_str(latin),
            None if letter.is_ascii_alphanumeric() => slug.push(letter),
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A slug of at most `longest` characters, cut between words where it can be.
#[must_use]
pub fn short_slug(text: &str, longest: usize) -> String {
    let mut slug = slug(text);
    if slug.len() > longest {
        let cut = slug[..=longest].rfind('-').unwrap_or(longest);
        slug.truncate(cut);
    }
    slug
}

/// The Latin letters for a Kazakh or Russian letter.
const fn transliterate(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' | 'ы' => "y",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_alphabets_become_latin_letters() {
        assert_eq!(slug("Тұрғын үй көмегі"), "turgyn-uy-komegi");
        assert_eq!(
            slug("Жилищная помощь семьям"),
            "zhilishchnaya-pomoshch-semyam"
        );
    }

    #[test]
    fn numbers_of_acts_keep_their_parts() {
        assert_eq!(slug("А-9/406"), "a-9-406");
        assert_eq!(slug("№ 329-Ө-М"), "329-o-m");
        assert_eq!(slug("— № —"), "");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(short_slug("Выдача справок", 13), "vydacha");
        assert_eq!(short_slug("Выдача справок", 7), "vydacha");
        assert_eq!(short_slug("Выдача справок", 15), "vydacha-spravok");
        assert_eq!(short_slug("Выдача", 3), "vyd");
    }
}
