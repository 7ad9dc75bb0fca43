//! Region and districts renamed, in every form that the export left of them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use regex::{Captures, Regex};

use qyzmet::language::Language;

use super::act::Act;
use super::chance::Chance;
use super::regions::{REGIONS, Region};

/// What an act's places are called in its copy.
pub struct Renaming {
    pub from: &'static Region,
    pub to: &'static Region,
    /// The districts that were found and renamed.
    pub districts: usize,
    words: Vec<Word>,
}

/// A stem with its new form.
struct Word {
    pattern: Regex,
    new: Vec<char>,
}

impl Renaming {
    /// Finds the region and the districts of the act, and draws new names.
    pub fn draw(act: &Act, chance: &mut Chance) -> Self {
        let from = region_of(act);
        let mut targets: Vec<&Region> = REGIONS
            .iter()
            .filter(|region| region.id != from.id && region.ending == from.ending)
            .collect();
        chance.shuffle(&mut targets);
        let to = targets[0];

        let mut words = vec![Word::new(from.russian, to.russian)];
        // A Russian text holds the Kazakh name too, of streets and of people.
        if act.language == Language::Kk {
            words.push(Word::new(from.kazakh, to.kazakh));
        }
        let districts = districts_of(act, from);
        let mut invented = invented_names(act, chance).into_iter();
        for district in &districts {
            let new = invented.next().expect("enough names were invented");
            words.push(Word::new(district, &new));
        }
        Self {
            from,
            to,
            districts: districts.len(),
            words,
        }
    }

    /// The text with the new names, and how often a name was replaced.
    pub fn apply(&self, text: &str) -> (String, usize) {
        let mut text = text.to_owned();
        let mut count = 0;
        for word in &self.words {
            let (changed, times) = word.replace_in(&text);
            text = changed;
            count += times;
        }
        (text, count)
    }

    /// The names of the region in both languages replaced, as in what the
    /// program itself composes.
    pub fn apply_to_label(&self, label: &str) -> String {
        label
            .replace(self.from.russian, self.to.russian)
            .replace(self.from.kazakh, self.to.kazakh)
    }
}

impl Word {
    /// A stem matches with a capital, whole, letter-spaced, cut by a hyphen at the
    /// end of a line, and glued to the word before it.
    fn new(old: &str, new: &str) -> Self {
        let mut letters = old.chars();
        let first = letters.next().expect("a name has letters");
        let rest: String = letters
            .map(|letter| format!("(?: |-[ ]?\n)?(?i:{letter})"))
            .collect();
        Self {
            pattern: Regex::new(&format!(r"(^|[^\p{{L}}]|\p{{Ll}})({first}{rest})"))
                .expect("the pattern is right"),
            new: new.chars().collect(),
        }
    }

    fn replace_in(&self, text: &str) -> (String, usize) {
        let count = RefCell::new(0);
        let changed = self.pattern.replace_all(text, |found: &Captures<'_>| {
            *count.borrow_mut() += 1;
            format!("{}{}", &found[1], self.shaped_like(&found[2]))
        });
        (changed.into_owned(), count.into_inner())
    }

    /// The new stem with the capitals, blanks and cuts of the old one.
    fn shaped_like(&self, old: &str) -> String {
        let letters = old.chars().filter(|letter| letter.is_alphabetic());
        let capitals = letters.clone().skip(1).all(char::is_uppercase);
        let gaps = gaps_of(old);
        let spaced = gaps.len() + 1 == letters.count() && gaps.iter().all(|gap| gap.1 == " ");

        let mut shaped = String::new();
        for (index, letter) in self.new.iter().enumerate() {
            if index > 0 && spaced {
                shaped.push(' ');
            } else if let Some((_, gap)) = gaps.iter().find(|gap| gap.0 == index && !spaced) {
                shaped.push_str(gap);
            }
            if capitals {
                shaped.extend(letter.to_uppercase());
            } else {
                shaped.push(*letter);
            }
        }
        // A line end that the shorter name has no room for follows it.
        if gaps
            .iter()
            .any(|gap| gap.0 >= self.new.len() && gap.1.contains('\n'))
        {
            shaped.push_str("-\n");
        }
        shaped
    }
}

/// What stands between the letters of a word: the number of letters before it,
/// and the blanks or the cut.
fn gaps_of(word: &str) -> Vec<(usize, String)> {
    let mut gaps: Vec<(usize, String)> = Vec::new();
    let mut letters = 0;
    for character in word.chars() {
        if character.is_alphabetic() {
            letters += 1;
        } else if let Some(gap) = gaps.last_mut().filter(|gap| gap.0 == letters) {
            gap.1.push(character);
        } else {
            gaps.push((letters, character.to_string()));
        }
    }
    gaps
}

/// The region whose akimat adopted the act: the one that the text names most.
fn region_of(act: &Act) -> &'static Region {
    REGIONS
        .iter()
        .max_by_key(|region| {
            let name = match act.language {
                Language::Ru => format!("{}ой области", region.russian),
                Language::Kk => format!("{} облыс", region.kazakh),
            };
            act.text.matches(&name).count()
        })
        .expect("there are regions")
}

/// The names before the word for a district: in Russian without the ending.
fn districts_of(act: &Act, region: &Region) -> BTreeSet<String> {
    let pattern = match act.language {
        Language::Ru => r"(\p{Lu}\p{Ll}{2,}ск)(?:ий|ого|ому|им|ом)\s+район",
        Language::Kk => r"(\p{Lu}\p{Ll}{3,})\s+ауданы(?:\P{L}|ның\P{L}|нда\P{L})",
    };
    let found = Regex::new(pattern).expect("the pattern is right");
    let names: BTreeSet<String> = found
        .captures_iter(&act.text)
        .map(|found| found[1].to_owned())
        .collect();
    names
        .into_iter()
        .filter(|name| name != region.russian && name != region.kazakh)
        .collect()
}

/// Names of districts that no text knows, in the order that chance gives.
fn invented_names(act: &Act, chance: &mut Chance) -> Vec<String> {
    let (first, second, ending) = match act.language {
        Language::Ru => (
            ["Тас", "Кок", "Сары", "Жана", "Бес", "Мын", "Бай"],
            ["терек", "кудык", "булак", "тобин", "арык", "шокин"],
            "ск",
        ),
        Language::Kk => (
            ["Тас", "Көк", "Сары", "Жаңа", "Бес", "Мың", "Бай"],
            ["терек", "құдық", "бұлақ", "төбе", "арық", "шоқы"],
            "",
        ),
    };
    let mut names: Vec<String> = first
        .iter()
        .flat_map(|first| second.map(|second| format!("{first}{second}{ending}")))
        .filter(|name| !act.text.contains(name.as_str()))
        .collect();
    chance.shuffle(&mut names);
    names
}
