//! The data files of repair as they stand in `content`.

use serde::Deserialize;

/// `content/patterns/<language>/links.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LinksFile {
    /// Stems of nouns that carry a number.
    pub numbered: Vec<String>,
    /// Stems of nouns that are links without a number.
    pub bare: Vec<String>,
    /// Words after which a link may stand; `*` at the end marks a stem.
    pub governors: Vec<String>,
    /// Governors that cannot stand without a link.
    pub strict_governors: Vec<String>,
    /// Words of a date after which the number of an act stands.
    pub dates: Vec<String>,
    /// Words that cannot stand without the name of an act: `approved by`.
    pub need_act: Vec<String>,
    /// Bodies in the case that only the name of their act governs, as first words
    /// behind a gap: `of the Government`.
    pub act_bodies: Vec<String>,
    /// Governors that are prepositions: none stands before another one.
    pub gone_after: Vec<String>,
    /// Words that follow a governor only when its link is gone.
    pub gone_before: Vec<String>,
    /// Conjunctions between the numbers of several links.
    pub between: Vec<String>,
    /// Links cut by the line end.
    pub cut: Vec<Cut>,
    /// Lines before and after repair.
    pub examples: Vec<Example>,
}

/// A link in words that the line end cuts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cut {
    /// What stays at the end of the first line.
    pub left: String,
    /// What belongs at the start of the next line and was moved to its end.
    pub right: String,
}

/// A line before and after repair.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    /// As the export left it.
    pub damaged: String,
    /// As the act says it.
    pub repaired: String,
}

/// `content/repair/furniture.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FurnitureFile {
    /// Whole lines; `#` stands for a date or a number.
    pub lines: Vec<String>,
    /// Lines that are furniture only right beside another line of it.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Words of the line that a printing site writes on every page.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Words printed across the page.
    pub watermarks: Vec<String>,
    /// How lines end that count the pages; `#` stands for the number.
    #[serde(default)]
    pub pages: Vec<String>,
}

/// `content/repair/letters.toml`: pairs of a look-alike and the right letter.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LettersFile {
    /// In both languages.
    pub common: Vec<String>,
    /// In Kazakh words only.
    pub kk: Vec<String>,
}

/// `content/repair/short-words.toml`: words of one and two letters.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShortWordsFile {
    /// Kazakh ones.
    pub kk: Vec<String>,
    /// Russian ones.
    pub ru: Vec<String>,
}

/// `content/patterns/<language>/superscripts.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SuperscriptsFile {
    /// Words right before the hour of a time of day.
    pub before_hour: Vec<String>,
    /// Endings that stand apart behind an hour.
    #[serde(default)]
    pub after_hour: Vec<String>,
}

/// `content/repair/<language>/run-together.toml`: how words end.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RunTogetherFile {
    /// Endings after which no word goes on.
    #[serde(default)]
    pub closed: Vec<String>,
    /// Letters that do not meet inside a word.
    #[serde(default)]
    pub meeting: MeetingLetters,
    /// Short words behind endings of which they are no part.
    #[serde(default)]
    pub behind: Vec<Behind>,
    /// Short words that begin no word.
    #[serde(default)]
    pub before: Vec<Before>,
    /// Beginnings of words that look glued and are whole.
    #[serde(default)]
    pub whole: Vec<String>,
    /// Words that stand behind a dash with a blank on both its sides.
    #[serde(default)]
    pub behind_dash: Vec<String>,
    /// Lines before and after repair.
    #[serde(default)]
    pub examples: Vec<WordsExample>,
}

/// `content/repair/<language>/words.toml`: words that acts are made of.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsFile {
    /// Lines of words, parted by blanks.
    pub words: Vec<String>,
    /// Words that follow a number.
    pub counted: Vec<String>,
    /// Endings after which no word goes on.
    pub closed: Vec<String>,
    /// Beginnings of words that look glued and are whole.
    pub whole: Vec<String>,
    /// Lines before and after repair.
    #[serde(default)]
    pub examples: Vec<WordsExample>,
}

/// The last letter of one word and the first of the next.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeetingLetters {
    /// Letters at the end.
    pub before: String,
    /// Letters at the beginning.
    pub after: String,
}

/// Short words, and the endings of which they are no part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Behind {
    /// The short words.
    pub words: Vec<String>,
    /// The endings.
    pub endings: Vec<String>,
}

/// A short word that begins no word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Before {
    /// The short word.
    pub word: String,
    /// First letters of the words before which it may have lost its blank.
    pub letters: String,
}

/// A line before and after repair in a file that holds the given words twice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsExample {
    /// What the file says elsewhere.
    pub words: String,
    /// As the export left it.
    pub damaged: String,
    /// As the act says it.
    pub repaired: String,
}
