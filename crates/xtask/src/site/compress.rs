//! Compression done once, so that the server never spends time on it.

use std::io::Write as _;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::names;

/// Tells whether a file of this name gets smaller; fonts and pictures are compressed already.
pub(super) fn is_worthwhile(name: &str) -> bool {
    matches!(
        names::ending(name),
        "css" | "ico" | "js" | "json" | "svg" | "txt" | "wasm" | "webmanifest"
    )
}

/// Compresses with Brotli at its best.
///
/// # Errors
/// The encoder fails.
pub(super) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams {
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Compresses with gzip at its best.
///
/// # Errors
/// The encoder fails.
pub(super) fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
