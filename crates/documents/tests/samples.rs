//! Writes sample documents for the validators that are not written in Rust.
//!
//! `PDF_SAMPLES=folder cargo test -p documents --test samples` writes them to the folder; without
//! the variable they are only made. `end2end/pdf/validate.py` then judges them.

#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use documents::pdf::render;
use std::fs;
use std::path::PathBuf;

#[test]
fn the_samples_are_written_where_the_validators_look() {
    let folder = std::env::var_os("PDF_SAMPLES").map(PathBuf::from);
    let samples = [
        ("one-page", common::one_page(), 1..=1),
        ("two-pages", common::extract(), 2..=2),
        ("five-pages", common::five_pages(), 5..=5),
        ("hostile", common::hostile(), 4..=30),
        ("empty", common::empty(), 1..=1),
    ];
    for (name, content, pages) in samples {
        let bytes = render(&content).unwrap();
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        let count = document.get_pages().len();
        assert!(pages.contains(&count), "{name}: {count} pages");
        if let Some(folder) = &folder {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(name).with_extension("pdf"), bytes).unwrap();
        }
    }
}
