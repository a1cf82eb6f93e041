//! The embedded files of the site: styles, fonts, the islands' scripts and their WebAssembly.
//!
//! The server answers each at `/assets/{path}`. The path carries a hash of the content, so the
//! answer may be cached for ever (`Cache-Control: public, max-age=31536000, immutable`).

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One embedded file.
#[derive(Debug)]
pub(crate) struct Asset {
    /// The name that sources use, e.g. `main.css`.
    pub(crate) name: &'static str,
    /// The content-hashed path below `/assets/`, e.g. `main.0123456789abcdef.css`.
    pub(crate) path: &'static str,
    /// The whole address of the path.
    pub(crate) address: &'static str,
    /// The media type to send.
    pub(crate) content_type: &'static str,
    /// The file as it is.
    pub(crate) bytes: &'static [u8],
    /// The file compressed with Brotli, where that is smaller.
    pub(crate) brotli: Option<&'static [u8]>,
    /// The file compressed with gzip, where that is smaller.
    pub(crate) gzip: Option<&'static [u8]>,
}

/// Finds a file by its content-hashed path below `/assets/`.
pub(crate) fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// The embedded file of a name that sources use, e.g. `robots.txt`.
pub(crate) fn named(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// The address of a file by the name that sources use, e.g. `main.css`.
///
/// A binary built without `cargo xtask` carries no files. Its pages name an address that answers
/// 404: they work, unstyled.
pub(crate) fn address(name: &str) -> &'static str {
    named(name).map_or("/assets/not-built", |asset| asset.address)
}
