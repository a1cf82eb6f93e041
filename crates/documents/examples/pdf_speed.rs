//! Measures the making of a two-page extract.
//!
//! `cargo run --release -p documents --example pdf_speed` prints the first making in the
//! process, the median and the 95th percentile of 100 more, and the size of the file; then the
//! time for a document a hundred times as long.

#[path = "../tests/common/mod.rs"]
#[expect(clippy::unwrap_used, reason = "the date of the shared contents exists")]
#[expect(dead_code, reason = "the measurement takes one of the shared contents")]
mod common;

use documents::pdf::Content;
use std::error::Error;
use std::io::Write as _;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let content = common::extract();
    let mut taken = Vec::new();
    let mut size = 0;
    for _ in 0..=100 {
        let start = Instant::now();
        size = documents::pdf::render(&content)?.len();
        taken.push(start.elapsed());
    }
    let first = taken.remove(0);
    taken.sort();
    let at = |index: usize| milliseconds(taken.get(index).copied().unwrap_or_default());
    writeln!(
        std::io::stdout(),
        "first {:.1} ms, median of 100 {:.1} ms, p95 {:.1} ms, {size} bytes",
        milliseconds(first),
        at(50),
        at(95),
    )?;

    let long = Content {
        blocks: vec![content.blocks.clone(); 100].concat(),
        ..content
    };
    let start = Instant::now();
    let size = documents::pdf::render(&long)?.len();
    let taken = milliseconds(start.elapsed());
    writeln!(
        std::io::stdout(),
        "a hundred times the text: {taken:.0} ms, {size} bytes"
    )?;
    Ok(())
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}
