//! Euros as integer cents, and shares as hundredths of a percent.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An amount of euros, in whole cents, possibly negative.
///
/// Arithmetic is checked: a sum that does not fit is `None`, never a wrong amount.
/// An unknown amount is not a `Money` at all; see [`crate::funding::Total`].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// No euros.
    pub const ZERO: Self = Self(0);
    /// The largest amount that can be typed: 100 000 million euros, so that sums of millions of
    /// rows still fit.
    pub const MAX_TYPED: Self = Self(10_000_000_000_000);

    /// An amount from whole cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in whole cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The sum, or `None` where it does not fit.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// The difference, or `None` where it does not fit.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(cents) => Some(Self(cents)),
            None => None,
        }
    }

    /// The sum of all, or `None` where it does not fit.
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// Why a text is not an amount of euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing was typed.
    #[error("no amount was given")]
    Empty,
    /// Something other than digits, separators and a euro sign.
    #[error("not an amount of euros")]
    NotANumber,
    /// More than two decimals: the register knows whole cents.
    #[error("more than two decimals")]
    TooPrecise,
    /// Separators that can be read in two ways, such as `1.234`.
    #[error("the separators can be read in two ways")]
    Ambiguous,
    /// Larger than [`Money::MAX_TYPED`].
    #[error("the amount is too large")]
    TooLarge,
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads an amount as people type it: `2 500,00`, `2500`, `2500.5`, `1 234 567,89 €`.
    ///
    /// Spaces of any kind (also U+00A0 and U+202F) separate thousands, and so do commas or points
    /// where only that is left to them (`1.234,56`, `1,234.56`, `1.234.567`); the decimal mark is
    /// a comma or a point. Minus is any hyphen or dash before the amount, or
    /// behind one with its cents.
    ///
    /// # Errors
    /// [`MoneyError`] says what is wrong. A group of three digits after a lone point or comma
    /// (`1.234`) is refused as ambiguous rather than guessed.
    ///
    /// ```
    /// use domain::{Money, money::MoneyError};
    /// assert_eq!("2 500,00 €".parse(), Ok(Money::from_cents(250_000)));
    /// assert_eq!("2 500,005".parse::<Money>(), Err(MoneyError::TooPrecise));
    /// assert_eq!("1.234,56".parse(), Ok(Money::from_cents(123_456)));
    /// assert_eq!("1.234".parse::<Money>(), Err(MoneyError::Ambiguous));
    /// ```
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        let trimmed = text.strip_suffix('€').unwrap_or(text).trim_end();
        if trimmed.is_empty() {
            return Err(MoneyError::Empty);
        }
        let (negative, unsigned) = split_sign(trimmed);
        let (whole, decimals) = split_decimals(unsigned)?;
        let euros = parse_grouped(whole)?;
        let cents = euros
            .checked_mul(100)
            .and_then(|cents| cents.checked_add(decimals))
            .filter(|cents| *cents <= Self::MAX_TYPED.0)
            .ok_or(MoneyError::TooLarge)?;
        Ok(Self(if negative { -cents } else { cents }))
    }
}

/// The signs that people and programs write for minus: hyphens, dashes and the minus sign itself.
const MINUS: [char; 8] = [
    '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}', '\u{fe63}', '\u{ff0d}',
];

/// Takes off a minus; whether there was one. Ledgers write it behind an amount with its cents, where
/// nobody can take it for the dash of `5,-`.
fn split_sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix(MINUS) {
        return (true, rest.trim_start());
    }
    let before = text.strip_suffix(MINUS).map(str::trim_end);
    let has_cents = |text: &&str| {
        let mark = text.rfind([',', '.']);
        mark.is_some_and(|mark| text.len() - mark == 3)
    };
    before
        .filter(has_cents)
        .map_or((false, text), |rest| (true, rest))
}

/// Splits at the decimal mark; the decimals come back as cents.
fn split_decimals(text: &str) -> Result<(&str, i64), MoneyError> {
    let Some(mark) = text.rfind([',', '.']) else {
        return Ok((text, 0));
    };
    let (whole, decimals) = (&text[..mark], &text[mark + 1..]);
    if decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyError::NotANumber);
    }
    // A mark that stands there twice separates thousands, and nothing is left for decimals.
    if whole.contains(&text[mark..=mark]) {
        return Ok((text, 0));
    }
    let cents = |digits: &str| digits.parse::<i64>().map_err(|_| MoneyError::NotANumber);
    match decimals.len() {
        1 => Ok((whole, cents(decimals)? * 10)),
        2 => Ok((whole, cents(decimals)?)),
        // `1.234` and `1,234` may be thousands; `2 500,005` can only be decimals.
        3 if !whole.contains(char::is_whitespace) && whole.len() <= 3 => Err(MoneyError::Ambiguous),
        _ => Err(MoneyError::TooPrecise),
    }
}

/// Reads whole euros whose thousands may be separated, all of them by spaces, commas or points.
fn parse_grouped(text: &str) -> Result<i64, MoneyError> {
    let marks = [
        text.contains(char::is_whitespace),
        text.contains(','),
        text.contains('.'),
    ];
    if marks.iter().filter(|found| **found).count() > 1 {
        return Err(MoneyError::Ambiguous);
    }
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | '.');
    let groups: Vec<&str> = text.split(is_mark).collect();
    let well_formed = groups.iter().enumerate().all(|(position, group)| {
        !group.is_empty()
            && group.bytes().all(|b| b.is_ascii_digit())
            && (groups.len() == 1 || group.len() == 3 || (position == 0 && group.len() < 3))
    });
    if !well_formed {
        return Err(MoneyError::NotANumber);
    }
    groups.concat().parse().map_err(|_| MoneyError::TooLarge)
}

/// A share of a whole, in hundredths of a percent, from 0.00 % to 100.00 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Share(u16);

/// Why a text or a number is not a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Not a number with at most two decimals.
    #[error("not a percentage with at most two decimals")]
    NotANumber,
    /// Below 0 % or above 100 %.
    #[error("a share is from 0 to 100 percent")]
    OutOfRange,
}

impl Share {
    /// The whole: 100.00 %.
    pub const WHOLE: Self = Self(10_000);

    /// The share in hundredths of a percent: 8 000 is 80 %.
    pub const fn hundredths(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Share {
    type Error = ShareError;

    fn try_from(hundredths: u16) -> Result<Self, ShareError> {
        if hundredths > Self::WHOLE.0 {
            Err(ShareError::OutOfRange)
        } else {
            Ok(Self(hundredths))
        }
    }
}

impl From<Share> for u16 {
    fn from(share: Share) -> Self {
        share.0
    }
}

impl FromStr for Share {
    type Err = ShareError;

    /// Reads a share as people type it: `80`, `80 %`, `10,45`.
    ///
    /// # Errors
    /// [`ShareError::OutOfRange`] above 100 %, [`ShareError::NotANumber`] for anything else.
    ///
    /// ```
    /// use domain::money::{Share, ShareError};
    /// assert_eq!("10,45 %".parse::<Share>().map(Share::hundredths), Ok(1_045));
    /// assert_eq!("101".parse::<Share>(), Err(ShareError::OutOfRange));
    /// ```
    fn from_str(text: &str) -> Result<Self, ShareError> {
        let text = text.trim();
        let number = text.strip_suffix('%').unwrap_or(text).trim_end();
        // A share is typed as an amount is, but it is not one.
        if number.ends_with('€') {
            return Err(ShareError::NotANumber);
        }
        let hundredths = match Money::from_str(number) {
            Ok(number) => number.cents(),
            Err(MoneyError::TooLarge) => return Err(ShareError::OutOfRange),
            Err(_) => return Err(ShareError::NotANumber),
        };
        u16::try_from(hundredths)
            .map_err(|_| ShareError::OutOfRange)?
            .try_into()
    }
}

impl fmt::Display for Money {
    /// Prints cents with a point, for logs and errors; people read the `wording` crate's form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

/// Divides `whole` in proportion to `weights` so that the parts sum to it exactly.
///
/// Largest remainder: every part is rounded down, and the units left over go to the largest
/// remainders, the earlier part first. Without any positive weight every part is 0.
///
/// ```
/// use domain::money::largest_remainder;
/// assert_eq!(largest_remainder(10_000, &[1, 1, 1]), [3_334, 3_333, 3_333]);
/// assert_eq!(largest_remainder(10_000, &[0, 0]), [0, 0]);
/// ```
pub fn largest_remainder(whole: u64, weights: &[u64]) -> Vec<u64> {
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if total == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: u64| u128::from(whole) * u128::from(weight);
    let mut parts: Vec<u64> = weights
        .iter()
        .map(|weight| u64::try_from(exact(*weight) / total).unwrap_or(u64::MAX))
        .collect();
    let left = whole - parts.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|position| std::cmp::Reverse(exact(weights[*position]) % total));
    for position in order
        .into_iter()
        .take(usize::try_from(left).unwrap_or(usize::MAX))
    {
        parts[position] += 1;
    }
    parts
}
