//! Collecting every hit of a query with what its order and the facets need.

use std::collections::BTreeMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::answer::{Facets, HitKind};
use super::schema::names;

/// All hits, in no order, with the counts over them.
#[derive(Debug, Default)]
pub struct Collected {
    pub found: Vec<Found>,
    pub facets: Facets,
}

/// A hit before its document is fetched.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub score: Score,
    pub address: DocAddress,
    /// Bits of the languages of its title.
    pub languages: u64,
    /// True when its act is repealed.
    pub repealed: bool,
    /// Day of its act as a number; 0 without one.
    pub adopted: u64,
}

/// The collector of all hits.
pub struct AllHits;

impl Collector for AllHits {
    type Fruit = Collected;
    type Child = SegmentHits;

    fn for_segment(
        &self,
        ordinal: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<SegmentHits> {
        let columns = reader.fast_fields();
        Ok(SegmentHits {
            ordinal,
            found: Vec::new(),
            kind: Counted::new(columns.str(names::KIND)?),
            region: Counted::new(columns.str(names::REGION)?),
            status: Counted::new(columns.str(names::STATUS)?),
            topic: Counted::new(columns.str(names::TOPIC)?),
            adopted: columns.u64(names::ADOPTED)?,
            languages: columns.u64(names::LANGUAGES)?,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Collected>) -> tantivy::Result<Collected> {
        let mut merged = Collected::default();
        for fruit in fruits {
            merged.found.extend(fruit.found);
            let pairs = [
                (&mut merged.facets.region, fruit.facets.region),
                (&mut merged.facets.status, fruit.facets.status),
                (&mut merged.facets.topic, fruit.facets.topic),
                (&mut merged.facets.kind, fruit.facets.kind),
            ];
            for (sum, counts) in pairs {
                for (value, count) in counts {
                    *sum.entry(value).or_default() += count;
                }
            }
        }
        Ok(merged)
    }
}

/// The hits of one segment.
pub struct SegmentHits {
    ordinal: SegmentOrdinal,
    found: Vec<Found>,
    kind: Counted,
    region: Counted,
    status: Counted,
    topic: Counted,
    adopted: Column<u64>,
    languages: Column<u64>,
}

impl SegmentCollector for SegmentHits {
    type Fruit = Collected;

    fn collect(&mut self, doc: DocId, score: Score) {
        let kind = self.kind.count(doc);
        self.region.count(doc);
        self.topic.count(doc);
        let status = self.status.count(doc);
        self.found.push(Found {
            score: score * kind_weight(self.kind.name(kind)),
            address: DocAddress::new(self.ordinal, doc),
            languages: self.languages.first(doc).unwrap_or(0),
            repealed: self.status.name(status) == Some("repealed"),
            adopted: self.adopted.first(doc).unwrap_or(0),
        });
    }

    fn harvest(self) -> Collected {
        Collected {
            found: self.found,
            facets: Facets {
                region: self.region.counts(),
                status: self.status.counts(),
                topic: self.topic.counts(),
                kind: self.kind.counts(),
            },
        }
    }
}

/// People look for services; the shorter titles of topics and acts would
/// otherwise win over the service that they lead to. Chosen by hand.
fn kind_weight(kind: Option<&str>) -> Score {
    let is = |other: HitKind| kind == Some(other.as_str());
    if is(HitKind::Service) {
        1.0
    } else if is(HitKind::Office) {
        0.8
    } else {
        0.3
    }
}

/// Counts of the values of a column.
struct Counted {
    column: Option<StrColumn>,
    names: Vec<String>,
    counts: Vec<usize>,
}

impl Counted {
    fn new(column: Option<StrColumn>) -> Self {
        let mut names = Vec::new();
        if let Some(column) = &column {
            for ord in 0..column.num_terms() {
                let mut name = String::new();
                // An unreadable name stays empty and is left out of the counts.
                let _ = column.ord_to_str(ord as u64, &mut name);
                names.push(name);
            }
        }
        Self {
            counts: vec![0; names.len()],
            column,
            names,
        }
    }

    /// Counts the value of a document and gives its number.
    fn count(&mut self, doc: DocId) -> Option<usize> {
        let ord = self.column.as_ref()?.term_ords(doc).next()?;
        let ord = usize::try_from(ord).ok()?;
        *self.counts.get_mut(ord)? += 1;
        Some(ord)
    }

    fn name(&self, number: Option<usize>) -> Option<&str> {
        self.names.get(number?).map(String::as_str)
    }

    fn counts(self) -> BTreeMap<String, usize> {
        self.names
            .into_iter()
            .zip(self.counts)
            .filter(|(name, count)| *count > 0 && !name.is_empty())
            .collect()
    }
}
