//! The embedded faces: which characters they draw and how wide.

use super::PdfError;
use printpdf::{FontId, ParsedFont, PdfFont};
use std::sync::OnceLock;

/// The weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Running text.
    Regular,
    /// Headings, labels and emphasis.
    Semibold,
}

impl Weight {
    /// The name of the face in the file, six capitals because the page writer begins the name of
    /// the embedded subset with it.
    pub(super) fn font_id(self) -> FontId {
        FontId(match self {
            Self::Regular => "REGULA".to_owned(),
            Self::Semibold => "SEMIBO".to_owned(),
        })
    }
}

/// Shown in the place of a character the faces lack: U+25A1, white square.
pub(super) const SUBSTITUTE: char = '□';

/// Characters below this are measured once; almost all text stays there.
const MEASURED: usize = 0x180;

/// One parsed face.
pub(super) struct Face {
    weight: Weight,
    parsed: ParsedFont,
    widths: [Option<u16>; MEASURED],
}

/// The two faces of every document.
pub(super) struct Faces {
    regular: Face,
    semibold: Face,
}

static REGULAR: &[u8] = include_bytes!("../../fonts/SourceSans3-Regular.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../../fonts/SourceSans3-Semibold.ttf");

/// Gives the faces, parsed on first use and shared by all documents after that.
///
/// # Errors
/// [`PdfError::Font`] when the embedded files are damaged.
pub(super) fn faces() -> Result<&'static Faces, PdfError> {
    static FACES: OnceLock<Option<Faces>> = OnceLock::new();
    FACES
        .get_or_init(|| {
            Some(Faces {
                regular: Face::parse(Weight::Regular, REGULAR)?,
                semibold: Face::parse(Weight::Semibold, SEMIBOLD)?,
            })
        })
        .as_ref()
        .ok_or(PdfError::Font)
}

impl Faces {
    pub(super) fn get(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }

    pub(super) fn both(&self) -> [&Face; 2] {
        [&self.regular, &self.semibold]
    }
}

impl Face {
    fn parse(weight: Weight, bytes: &[u8]) -> Option<Self> {
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
        let mut widths = [None; MEASURED];
        for (code, width) in (0u32..).zip(&mut widths) {
            *width = advance(&parsed, code);
        }
        Some(Self {
            weight,
            parsed,
            widths,
        })
    }

    /// The width of a character in thousandths of the font size, or `None` if the face lacks it.
    pub(super) fn width(&self, character: char) -> Option<u16> {
        let code = u32::from(character);
        match usize::try_from(code)
            .ok()
            .and_then(|index| self.widths.get(index))
        {
            Some(width) => *width,
            None => advance(&self.parsed, code),
        }
    }

    pub(super) fn entry(&self) -> (FontId, PdfFont) {
        (self.weight.font_id(), PdfFont::new(self.parsed.clone()))
    }
}

fn advance(parsed: &ParsedFont, code: u32) -> Option<u16> {
    let glyph = parsed
        .lookup_glyph_index(code)
        .filter(|glyph| *glyph != 0)?;
    Some(parsed.get_horizontal_advance(glyph))
}

/// The character that stands for all those the faces draw with the same glyph.
///
/// A glyph can tell a reader only one character; without this the last one used would win, and
/// every space of a text could come out as a no-break space.
pub(super) fn representative(character: char) -> char {
    match character {
        '\u{a0}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{3bc}' => 'µ',
        '\u{2206}' => 'Δ',
        '\u{2126}' => 'Ω',
        '\u{3d5}' => 'φ',
        '\u{207c}' => '\u{2ed}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_glyph_stands_for_one_character() {
        for face in faces().expect("the fonts are embedded").both() {
            let mut seen = BTreeMap::new();
            for character in (' '..='\u{1ffff}').filter(|c| *c != '\u{ad}') {
                let drawn = representative(character);
                let glyph = face.parsed.lookup_glyph_index(u32::from(drawn));
                if let Some(glyph) = glyph.filter(|glyph| *glyph != 0) {
                    assert_eq!(*seen.entry(glyph).or_insert(drawn), drawn, "glyph {glyph}");
                }
            }
            assert!(seen.len() > 1_000);
        }
    }

    #[test]
    fn digits_are_equally_wide_so_that_amounts_align() {
        for face in faces().expect("the fonts are embedded").both() {
            let width = face.width('0');
            assert!(width.is_some());
            assert!(('0'..='9').all(|digit| face.width(digit) == width));
            assert!(face.width(SUBSTITUTE).is_some());
            assert_eq!(face.width('北'), None);
        }
    }
}
