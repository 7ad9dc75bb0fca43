//! Hits: what is shown of the documents found.

use std::collections::BTreeMap;

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, SegmentReader, Term};

use super::analyzer::Analyzers;
use super::answer::Hit;
use super::cards::Card;
use super::columns::Columns;
use super::question::Question;
use super::ranking::Scored;
use super::schema::Fields;
use super::snippet::make_snippet;
use crate::language::Language;

/// What hits are made from.
pub struct Shown<'a> {
    pub segment: &'a SegmentReader,
    pub fields: &'a Fields,
    pub columns: &'a Columns,
    pub cards: &'a [Card],
    pub analyzers: &'a Analyzers,
    pub question: &'a Question,
    /// Language of the pages wanted.
    pub wanted: Language,
}

/// For a document, the words of the question in each of its sentences, as bits.
type Sentences = BTreeMap<usize, u64>;

impl Shown<'_> {
    /// The hits for documents, in their order.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn hits(&self, scored: &[Scored]) -> tantivy::Result<Vec<Hit>> {
        let mut sentences: BTreeMap<u32, Sentences> = BTreeMap::new();
        for language in Language::ALL {
            let of_language = scored
                .iter()
                .filter(|one| self.language(one.doc) == language);
            let mut docs: Vec<u32> = of_language.map(|one| one.doc).collect();
            docs.sort_unstable();
            self.find_sentences(language, &docs, &mut sentences)?;
        }
        let none = Sentences::new();
        let hits = scored.iter().filter_map(|one| {
            let sentences = sentences.get(&one.doc).unwrap_or(&none);
            self.hit(*one, sentences)
        });
        Ok(hits.collect())
    }

    /// The language in which a document is shown.
    fn language(&self, doc: u32) -> Language {
        let facts = self.columns.documents.get(doc as usize);
        if facts.is_some_and(|facts| facts.is_in(self.wanted)) {
            self.wanted
        } else {
            self.wanted.other()
        }
    }

    fn hit(&self, scored: Scored, sentences: &Sentences) -> Option<Hit> {
        let at = scored.doc as usize;
        let (card, facts) = (self.cards.get(at)?, self.columns.documents.get(at)?);
        let language = self.language(scored.doc);
        let terms = self.question.terms(language);
        let year = u16::try_from(facts.adopted / 10_000);
        Some(Hit {
            kind: facts.kind,
            id: card.id.clone(),
            act: card.act.clone(),
            ordinal: card.ordinal,
            topic: card.topic.clone(),
            title: card.title(language).to_owned(),
            language,
            url: card.url(self.wanted).to_owned(),
            region: card.region.clone(),
            status: card.status,
            year: year.ok().filter(|year| *year > 0),
            score: scored.score,
            snippet: make_snippet(
                self.passages(card, language, sentences),
                &terms,
                self.analyzers.of(language),
            ),
        })
    }

    /// What of a document answers the question: where an office is, the papers that the
    /// question is for, else the sentence with the most words.
    fn passages<'a>(
        &'a self,
        card: &'a Card,
        language: Language,
        sentences: &Sentences,
    ) -> Vec<&'a str> {
        if let Some(contact) = card.contact(language) {
            return vec![contact];
        }
        if self.question.is_for_paper() {
            let papers: Vec<&str> = card.papers(&self.question.kinds(), language).collect();
            if !papers.is_empty() {
                return papers;
            }
        }
        let sentence = card.sentence(language, best(sentences, card, language));
        sentence.into_iter().collect()
    }

    /// Finds the sentences in which words of the question stand. Each term is looked
    /// up once for all documents: to open its postings takes longer than to read them.
    fn find_sentences(
        &self,
        language: Language,
        docs: &[u32],
        sentences: &mut BTreeMap<u32, Sentences>,
    ) -> tantivy::Result<()> {
        let body = self.fields.words(language).body;
        let index = self.segment.inverted_index(body)?;
        let mut positions = Vec::new();
        for (nth, word) in self.question.words.iter().enumerate() {
            let candidates = word.meanings();
            for candidate in candidates.filter(|one| one.language == language) {
                let term = Term::from_field_text(body, &candidate.term);
                let option = IndexRecordOption::WithFreqsAndPositions;
                let Some(mut postings) = index.read_postings(&term, option)? else {
                    continue;
                };
                for doc in docs {
                    if postings.doc() < *doc {
                        postings.seek(*doc);
                    }
                    let Some(card) = self.cards.get(*doc as usize) else {
                        continue;
                    };
                    if postings.doc() != *doc {
                        continue;
                    }
                    postings.positions(&mut positions);
                    let of_document = sentences.entry(*doc).or_default();
                    for position in &positions {
                        let number = card.sentence_at(language, *position);
                        // One bit for each word, of which there are fewer than 64.
                        *of_document.entry(number).or_default() |= 1 << nth.min(63);
                    }
                }
            }
        }
        Ok(())
    }
}

/// The first sentence with the most words, one that says something before a bare one;
/// where none has any, the opening of the document.
fn best(sentences: &Sentences, card: &Card, language: Language) -> usize {
    let mut best: Option<((u32, bool), usize)> = None;
    for (number, words) in sentences {
        let rank = (words.count_ones(), !card.is_bare(language, *number));
        if best.is_none_or(|(most, _)| rank > most) {
            best = Some((rank, *number));
        }
    }
    match best {
        // What says nothing for itself shares a word or two with the question and no more.
        Some(((_, true), number)) => number,
        Some((_, number)) => {
            let mut said = sentences.keys();
            let said = said.find(|number| !card.is_bare(language, **number));
            said.copied()
                .unwrap_or_else(|| after(number, card, language))
        }
        None => card.opening(language),
    }
}

/// The first sentence behind a bare one that says something.
fn after(bare: usize, card: &Card, language: Language) -> usize {
    let mut number = bare + 1;
    while card.is_bare(language, number) {
        number += 1;
    }
    match card.sentence(language, number) {
        Some(_) => number,
        None => bare,
    }
}
