//! Schema: the fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
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
    /// Positions at which the passages of the body begin, as numbers with blanks.
    pub starts: Field,
    /// The title as shown.
    pub stored_title: Field,
    /// The passages of the body, for snippets.
    pub passages: Field,
    /// Path of the page in this language.
    pub url: Field,
}

/// All fields.
#[derive(Clone, Debug)]
pub struct Fields {
    kk: WordFields,
    ru: WordFields,
    /// Kind of the document.
    pub kind: Field,
    /// Its id.
    pub id: Field,
    /// Id of its act.
    pub act: Field,
    /// Its place among the services of the act.
    pub ordinal: Field,
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
                starts: builder.add_text_field(&format!("starts_{code}"), STORED),
                stored_title: builder.add_text_field(&format!("stored_title_{code}"), STORED),
                passages: builder.add_text_field(&format!("passages_{code}"), STORED),
                url: builder.add_text_field(&format!("url_{code}"), STORED),
            }
        };
        let kk = words(Language::Kk);
        let ru = words(Language::Ru);
        let fields = Self {
            kk,
            ru,
            kind: builder.add_text_field(names::KIND, STRING | STORED | FAST),
            id: builder.add_text_field("id", STRING | STORED),
            act: builder.add_text_field("act", STRING | STORED),
            ordinal: builder.add_u64_field("ordinal", STORED),
            topic: builder.add_text_field(names::TOPIC, STRING | STORED | FAST),
            region: builder.add_text_field(names::REGION, STRING | STORED | FAST),
            status: builder.add_text_field(names::STATUS, STRING | STORED | FAST),
            adopted: builder.add_u64_field(names::ADOPTED, INDEXED | STORED | FAST),
            place: builder.add_text_field(names::PLACE, STRING | FAST),
            languages: builder.add_u64_field(names::LANGUAGES, FAST),
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
