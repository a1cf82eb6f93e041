//! The colours of documents, all in sRGB.

use printpdf::{Color, Rgb};

/// A colour by its purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    /// Text.
    Ink,
    /// Text beside the text: running header, labels. 7 : 1 on white.
    Quiet,
    /// Words that lead somewhere.
    Link,
    /// Lines between rows.
    Hairline,
    /// The bar of a notice and the line under a table's header.
    Accent,
}

impl Colour {
    pub(super) fn rgb(self) -> Color {
        let [red, green, blue]: [u8; 3] = match self {
            Self::Ink => [0x14, 0x18, 0x1b],
            Self::Quiet => [0x4b, 0x54, 0x5a],
            Self::Link | Self::Accent => [0x0b, 0x4f, 0x7d],
            Self::Hairline => [0xb9, 0xc1, 0xc7],
        };
        // Three decimals keep 256 steps apart and the page's instructions short.
        let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
        Color::Rgb(Rgb::new(part(red), part(green), part(blue), None))
    }
}
