//! The colour profile of the output intent: sRGB as an ICC profile of version 4.
//!
//! Written from published numbers, not copied from anybody's profile: the primaries and the
//! transfer curve are those of IEC 61966-2-1, adapted to the D50 white of ISO 15076-1 with the
//! Bradford transform.

/// The white of the connection space, D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
/// The primaries in the connection space.
const RED: [f64; 3] = [0.436_065_7, 0.222_488_4, 0.013_916_0];
const GREEN: [f64; 3] = [0.385_147_1, 0.716_873_2, 0.097_076_4];
const BLUE: [f64; 3] = [0.143_066_4, 0.060_607_9, 0.714_096_1];
/// From the white of sRGB, D65, to D50.
const ADAPTATION: [f64; 9] = [
    1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076,
    0.751_678,
];
/// Y = (a·X + b)^g above d, c·X below it: g, a, b, c, d.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

const HEADER_LENGTH: u32 = 128;
const TAG_LENGTH: u32 = 12;

/// The bytes of the profile.
pub(super) fn profile() -> Vec<u8> {
    let curve = parametric();
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", numbers(*b"XYZ ", &WHITE)),
        (b"chad", numbers(*b"sf32", &ADAPTATION)),
        (b"rXYZ", numbers(*b"XYZ ", &RED)),
        (b"gXYZ", numbers(*b"XYZ ", &GREEN)),
        (b"bXYZ", numbers(*b"XYZ ", &BLUE)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (0u32..)
        .zip(&tags)
        .last()
        .map_or(0, |(last, _)| last + 1)
        .to_be_bytes()
        .to_vec();
    let mut data = Vec::new();
    let mut at = HEADER_LENGTH + 4;
    at += tags.iter().map(|_| TAG_LENGTH).sum::<u32>();
    for (name, content) in tags {
        let length: u32 = content.iter().map(|_| 1).sum();
        table.extend_from_slice(name);
        table.extend(at.to_be_bytes());
        table.extend(length.to_be_bytes());
        data.extend(content);
        at += length;
    }
    let mut profile = header(at);
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(length: u32) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(length.to_be_bytes());
    header.extend([0; 4]); // No preferred colour engine.
    header.extend([4, 0x20, 0, 0]); // Version 4.2, the one PDF 1.7 names.
    header.extend(b"mntrRGB XYZ "); // A display, from RGB to XYZ.
    // The day the profile was written, fixed so that documents are repeatable.
    for part in [2026u16, 11, 22, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]); // No platform, flags, device or attributes; perceptual intent.
    header.extend(WHITE.iter().flat_map(|part| fixed(*part)));
    header.resize(128, 0);
    header
}

/// Sixteen bits before the point and sixteen after it.
fn fixed(value: f64) -> [u8; 4] {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "every number here is below 3"
    )]
    let fixed = (value * 65_536.0).round() as i32;
    fixed.to_be_bytes()
}

fn numbers(kind: [u8; 4], values: &[f64]) -> Vec<u8> {
    let values = values.iter().flat_map(|value| fixed(*value));
    kind.into_iter().chain([0; 4]).chain(values).collect()
}

fn parametric() -> Vec<u8> {
    let values = CURVE.iter().flat_map(|value| fixed(*value));
    b"para"
        .iter()
        .copied()
        .chain([0; 4])
        .chain([0, 3, 0, 0])
        .chain(values)
        .collect()
}

/// A text in one language, padded to whole words of four bytes.
fn text(words: &str) -> Vec<u8> {
    let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let length: u32 = units.iter().map(|_| 1).sum();
    let mut text = b"mluc\0\0\0\0".to_vec();
    for part in [1, 12] {
        text.extend(u32::to_be_bytes(part));
    }
    text.extend(b"enUS");
    for part in [length, 28] {
        text.extend(part.to_be_bytes());
    }
    text.extend(units);
    text.resize(text.len().next_multiple_of(4), 0);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_tells_its_own_length_and_stays_within_it() {
        let profile = profile();
        let word = |at: usize| -> usize {
            let bytes: [u8; 4] = profile[at..at + 4].try_into().unwrap();
            u32::from_be_bytes(bytes).try_into().unwrap()
        };
        assert_eq!(word(0), profile.len());
        assert_eq!(word(128), 10);
        for tag in 0..10 {
            let (at, length) = (word(136 + tag * 12), word(140 + tag * 12));
            assert_eq!(at % 4, 0);
            assert!(at >= 252 && at + length <= profile.len());
        }
    }

    #[test]
    fn the_primaries_sum_to_white() {
        for ((red, green), (blue, white)) in RED.iter().zip(GREEN).zip(BLUE.iter().zip(WHITE)) {
            assert!((red + green + blue - white).abs() < 0.001);
        }
    }
}
