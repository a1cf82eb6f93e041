//! The page and the type: every measure of a document, in points.

use super::colour::Colour;
use super::font::Weight;
use super::passage::Units;

/// The width of A4.
pub(super) const PAGE_WIDTH: f32 = 595.28;
/// The height of A4.
pub(super) const PAGE_HEIGHT: f32 = 841.89;
/// The left edge of text: 25 mm, wide enough for the holes of a binder.
pub(super) const LEFT: f32 = 70.87;
/// The width of text: 160 mm, some 85 letters.
pub(super) const TEXT_WIDTH: f32 = 453.54;
/// The height of text between header and footer.
pub(super) const TEXT_HEIGHT: f32 = PAGE_HEIGHT - TOP - BOTTOM;
/// From the top of the page to the first line.
pub(super) const TOP: f32 = 85.0;
/// From the last line to the foot of the page.
pub(super) const BOTTOM: f32 = 79.0;
/// From the top of the page to the baseline of the running header.
pub(super) const HEADER_BASELINE: f32 = 45.0;
/// From the top of the page to the baseline of the first line of the footer.
pub(super) const FOOTER_BASELINE: f32 = PAGE_HEIGHT - 45.0;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) weight: Weight,
    pub(super) size: f32,
    /// From baseline to baseline.
    pub(super) leading: f32,
    pub(super) colour: Colour,
}

const fn ink(weight: Weight, size: f32, leading: f32) -> Type {
    Type {
        weight,
        size,
        leading,
        colour: Colour::Ink,
    }
}

pub(super) const TITLE: Type = ink(Weight::Semibold, 21.0, 26.0);
pub(super) const SECTION: Type = ink(Weight::Semibold, 14.5, 19.0);
pub(super) const SUBSECTION: Type = ink(Weight::Semibold, 12.0, 16.5);
pub(super) const MINOR: Type = ink(Weight::Semibold, 11.0, 15.0);
pub(super) const BODY: Type = ink(Weight::Regular, 11.0, 15.2);
pub(super) const CELL: Type = ink(Weight::Regular, 10.0, 13.6);
pub(super) const TOTAL: Type = ink(Weight::Semibold, 10.0, 13.6);
pub(super) const CAPTION: Type = ink(Weight::Semibold, 10.5, 14.4);
pub(super) const VALUE: Type = ink(Weight::Regular, 10.5, 14.4);
pub(super) const LABEL: Type = Type {
    weight: Weight::Semibold,
    size: 10.5,
    leading: 14.4,
    colour: Colour::Quiet,
};
pub(super) const RUNNING: Type = Type {
    weight: Weight::Regular,
    size: 8.5,
    leading: 11.0,
    colour: Colour::Quiet,
};

impl Type {
    /// A width of glyphs in points.
    pub(super) fn points(self, width: Units) -> f32 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a line is far below 2^24 thousandths"
        )]
        let width = width as f32;
        width * self.size / 1000.0
    }

    /// The widest run of glyphs that fits so many points.
    pub(super) fn units(self, points: f32) -> Units {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the width of a page is small; a negative width becomes 0"
        )]
        let units = (points.max(0.0) * 1000.0 / self.size) as Units;
        units
    }

    /// From the top of a line to its baseline: the letters stand in the middle of the leading.
    pub(super) fn baseline(self) -> f32 {
        self.leading / 2.0 + self.size * 0.33
    }
}
