//! The last part of a permanent address.

use serde::{Deserialize, Serialize};

/// A part of an address: one or more of `a–z`, `0–9` and `-`, at most 80, no `-` at either end.
///
/// `Kaivoskumppani!` cannot be represented; [`Slug::from_title`] makes `kaivoskumppani` of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// The text is not a [`Slug`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address part has only the letters a–z, digits and hyphens")]
pub struct SlugError;

const MAX_LENGTH: usize = 80;

impl Slug {
    /// Makes an address part of a title: å and ä become a, ö becomes o, the rest a hyphen.
    ///
    /// ```
    /// use domain::slug::Slug;
    /// let slug = Slug::from_title("Työn ja perheen Kainuu").map(String::from);
    /// assert_eq!(slug.as_deref(), Some("tyon-ja-perheen-kainuu"));
    /// assert_eq!(Slug::from_title("???"), None);
    /// ```
    pub fn from_title(title: &str) -> Option<Self> {
        let mut slug = String::new();
        // Some systems write ä as a and a combining mark: the mark alone adds nothing.
        let combining = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
        for character in title
            .chars()
            .filter(|c| !combining(c))
            .flat_map(char::to_lowercase)
        {
            let plain = match character {
                'å' | 'ä' => 'a',
                'ö' => 'o',
                'é' => 'e',
                'ü' => 'u',
                other => other,
            };
            if plain.is_ascii_alphanumeric() {
                slug.push(plain);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            if slug.len() >= MAX_LENGTH {
                break;
            }
        }
        slug.trim_matches('-').to_owned().try_into().ok()
    }

    /// The text as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let well_formed = !text.is_empty()
            && text.len() <= MAX_LENGTH
            && text.bytes().all(legal)
            && !text.starts_with('-')
            && !text.ends_with('-');
        if well_formed {
            Ok(Self(text))
        } else {
            Err(SlugError)
        }
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
