//! Schema: the fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};

use crate::language::Language;

/// The fields that hold the words of one language.
#[derive(Clone, Copy, Debug)]
pub struct WordFields {
    /// Terms of the title.
    pub title: Field,
    /// Terms of the body.
    pub body: Field,
    /// Terms of what counts little: the lines of tables and forms.
    pub annex: Field,
    /// Terms of names and everyday words of the topic.
    pub topic_words: Field,
    /// Terms of the names of papers.
    pub papers: Field,
}

impl WordFields {
    /// The fields that a question is looked for in, with their names.
    pub const fn searched(&self) -> [(Field, &'static str); 5] {
        [
            (self.title, "title"),
            (self.topic_words, "topic"),
            (self.papers, "papers"),
            (self.body, "body"),
            (self.annex, "annex"),
        ]
    }
}

/// All fields.
#[derive(Clone, Debug)]
pub struct Fields {
    kk: WordFields,
    ru: WordFields,
    /// Kind of the document.
    pub kind: Field,
    /// Id of its topic.
    pub topic: Field,
    /// Id of its region.
    pub region: Field,
    /// Status of its act.
    pub status: Field,
    /// Day on which its act was adopted, as a number like 20080425; 0 without one.
    pub adopted: Field,
    /// Places that it or its offices are in.
    pub place: Field,
    /// The languages of its title: 1 for Kazakh, 2 for Russian, 3 for both.
    pub languages: Field,
    /// The kinds of papers that it lists.
    pub paper: Field,
}

/// Names of the fast fields.
pub mod names {
    pub const KIND: &str = "kind";
    pub const TOPIC: &str = "topic";
    pub const REGION: &str = "region";
    pub const STATUS: &str = "status";
    pub const ADOPTED: &str = "adopted";
    pub const PLACE: &str = "place";
    pub const LANGUAGES: &str = "languages";
    pub const PAPER: &str = "paper";
}

impl Fields {
    /// The schema and its fields.
    #[must_use]
    pub fn define() -> (Schema, Self) {
        let mut builder = Schema::builder();
        // Terms come from our own analyzers; the tokenizer of the index never runs.
        let terms = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        );
        let mut words = |language: Language| {
            let code = language.code();
            WordFields {
                title: builder.add_text_field(&format!("title_{code}"), terms.clone()),
                body: builder.add_text_field(&format!("body_{code}"), terms.clone()),
                annex: builder.add_text_field(&format!("annex_{code}"), terms.clone()),
                topic_words: builder.add_text_field(&format!("topic_{code}"), terms.clone()),
                papers: builder.add_text_field(&format!("papers_{code}"), terms.clone()),
            }
        };
        let kk = words(Language::Kk);
        let ru = words(Language::Ru);
        let fields = Self {
            kk,
            ru,
            kind: builder.add_text_field(names::KIND, STRING | FAST),
            topic: builder.add_text_field(names::TOPIC, STRING | FAST),
            region: builder.add_text_field(names::REGION, STRING | FAST),
            status: builder.add_text_field(names::STATUS, STRING | FAST),
            adopted: builder.add_u64_field(names::ADOPTED, INDEXED | FAST),
            place: builder.add_text_field(names::PLACE, STRING | FAST),
            languages: builder.add_u64_field(names::LANGUAGES, FAST),
            paper: builder.add_text_field(names::PAPER, STRING | FAST),
        };
        (builder.build(), fields)
    }

    /// The fields of a language.
    #[must_use]
    pub const fn words(&self, language: Language) -> &WordFields {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

/// The bit of a language in the field `languages`.
#[must_use]
pub const fn language_bit(language: Language) -> u64 {
    match language {
        Language::Kk => 1,
        Language::Ru => 2,
    }
}
