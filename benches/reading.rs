//! Time from source text to catalogue, by phase, by act and for all seeds.
//!
//! `cargo bench --bench reading`. One core reads: the figures are those of the
//! work, not of the machine's cores. Loading content is measured apart, because
//! it does not grow with the texts.

use std::path::Path;
use std::sync::OnceLock;

use divan::Bencher;
use divan::counter::BytesCount;

use qyzmet::catalogue::{ReadAct, assemble};
use qyzmet::content::Content;
use qyzmet::content::patterns::Lexicon;
use qyzmet::facts::find_facts;
use qyzmet::outline::model::ActText;
use qyzmet::reading::{detect_language, read_files};
use qyzmet::repair::Repaired;
use qyzmet::source::SourceFile;
use qyzmet::{content, outline, repair, source};

fn main() {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build_global()
        .expect("no other pool runs yet");
    divan::main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| content::load(root()).expect("the content is there").output)
}

fn seeds() -> &'static [SourceFile] {
    static SEEDS: OnceLock<Vec<SourceFile>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let loaded = source::load(&root().join("seeds")).expect("the seeds are there");
        loaded.output
    })
}

fn bytes(files: &[SourceFile]) -> BytesCount {
    BytesCount::new(files.iter().map(|file| file.text.len()).sum::<usize>())
}

fn repaired() -> Vec<Repaired> {
    seeds()
        .iter()
        .map(|file| repair::repair(file, &content().repair).output)
        .collect()
}

fn outlines() -> Vec<ActText> {
    seeds()
        .iter()
        .zip(repaired())
        .map(|(file, repaired)| outline::parse(file, &repaired, lexicon(file)))
        .collect()
}

fn lexicon(file: &SourceFile) -> &'static Lexicon {
    content().patterns.get(detect_language(file).output)
}

/// Everything that a reading does, for all seeds.
#[divan::bench]
fn corpus(bencher: Bencher) {
    content();
    bencher
        .counter(bytes(seeds()))
        .bench(|| read_files(seeds(), content()));
}

/// Everything that a reading does, for one act.
#[divan::bench(args = seeds().iter().map(|file| file.path.as_str()))]
fn act(bencher: Bencher, path: &str) {
    let file = seeds().iter().find(|file| file.path == path);
    let file = std::slice::from_ref(file.expect("the act is a seed"));
    bencher
        .counter(bytes(file))
        .bench(|| read_files(file, content()));
}

/// One phase after the other, for all seeds.
mod phase {
    use super::*;

    #[divan::bench]
    fn a_language(bencher: Bencher) {
        bencher.counter(bytes(seeds())).bench(|| {
            let languages = seeds().iter().map(|file| detect_language(file).output);
            languages.collect::<Vec<_>>()
        });
    }

    #[divan::bench]
    fn b_repair(bencher: Bencher) {
        content();
        bencher.counter(bytes(seeds())).bench(repaired);
    }

    #[divan::bench]
    fn c_outline(bencher: Bencher) {
        let repaired = repaired();
        let texts: Vec<_> = seeds().iter().zip(&repaired).collect();
        bencher.counter(bytes(seeds())).bench(|| {
            let parsed = texts
                .iter()
                .map(|(file, repaired)| outline::parse(file, repaired, lexicon(file)));
            parsed.collect::<Vec<_>>()
        });
    }

    #[divan::bench]
    fn d_facts(bencher: Bencher) {
        let outlines = outlines();
        bencher.counter(bytes(seeds())).bench(|| {
            let found = outlines
                .iter()
                .map(|text| find_facts(text, content().patterns.get(text.language)));
            found.collect::<Vec<_>>()
        });
    }

    #[divan::bench]
    fn e_catalogue(bencher: Bencher) {
        let outlines = outlines();
        let read: Vec<_> = seeds()
            .iter()
            .zip(outlines)
            .filter_map(|(file, text)| {
                let lexicon = content().patterns.get(text.language);
                let facts = find_facts(&text, lexicon).output?;
                Some(ReadAct { file, text, facts })
            })
            .collect();
        bencher
            .counter(bytes(seeds()))
            .with_inputs(|| read.clone())
            .bench_values(|read| assemble(read, content()));
    }
}

/// What every command does before it reads: phrases and other content.
#[divan::bench]
fn load_content() -> Content {
    content::load(root()).expect("the content is there").output
}
