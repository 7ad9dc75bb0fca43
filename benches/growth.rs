//! Whether the time to read a text grows no faster than the text.
//!
//! `cargo bench --bench growth`, on a machine that does nothing else. Shapes with traps
//! for what looks back, pairs up or names anew are read in three sizes; the exit code
//! is 1 when four times the text takes more than eight times as long.

#[path = "../tests/hostile_texts/shapes.rs"]
mod shapes;

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use qyzmet::content::{self, Content};
use qyzmet::reading::read_files;
use qyzmet::source::SourceFile;

use shapes::{SHAPES, Shape};

/// Bytes of the smallest text of a shape.
const SIZE: usize = 60_000;

/// Readings of each text, of which the shortest counts.
const READINGS: usize = 3;

/// How many times as long four times the text may take.
const MOST: f64 = 8.0;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = content::load(root).expect("the content is there").output;
    let mut code = ExitCode::SUCCESS;
    for shape in SHAPES {
        let times = [1, 4, 16].map(|factor| time(shape, factor * SIZE, &content));
        let growth = times[2].as_secs_f64() / times[1].as_secs_f64();
        let mark = if growth > MOST { " TOO SLOW" } else { "" };
        println!(
            "{:<34} {times:.1?} grows {growth:.1} times{mark}",
            shape.name
        );
        if growth > MOST {
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// Time to read a shape in the given size, the shortest of several readings.
fn time(shape: &Shape, size: usize, content: &Content) -> Duration {
    let files = [SourceFile::new("seeds/act.txt", "", shape.text(size))];
    let times = (0..READINGS).map(|_| {
        let start = Instant::now();
        let read = read_files(&files, content);
        assert!(read.output.library.catalogue.acts.len() <= 1);
        start.elapsed()
    });
    times.min().unwrap_or_default()
}
