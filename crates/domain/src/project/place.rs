//! Where a project is carried out.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Where a project is carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The municipality or municipalities, or empty where it is not known.
    pub municipality: String,
    /// A point on the map, where the project is about one place.
    pub point: Option<Point>,
}

/// A point in or near Finland, in degrees of WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north.
    pub latitude: Latitude,
    /// Degrees east.
    pub longitude: Longitude,
}

/// The text is not a coordinate within the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not degrees with at most six decimals, within the country")]
pub struct CoordinateError;

/// Decimals that are kept: the sixth is a tenth of a metre.
const DECIMALS: usize = 6;
const DEGREE: i32 = 1_000_000;

macro_rules! coordinate {
    ($(#[$meta:meta])* $name:ident from $least:literal to $most:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "i32", into = "i32")]
        pub struct $name(i32);

        impl TryFrom<i32> for $name {
            type Error = CoordinateError;

            fn try_from(millionths: i32) -> Result<Self, CoordinateError> {
                if ($least * DEGREE..=$most * DEGREE).contains(&millionths) {
                    Ok(Self(millionths))
                } else {
                    Err(CoordinateError)
                }
            }
        }

        impl From<$name> for i32 {
            fn from(coordinate: $name) -> Self {
                coordinate.0
            }
        }

        impl FromStr for $name {
            type Err = CoordinateError;

            /// Reads `64,227` or `64.227`, with at most six decimals.
            ///
            /// # Errors
            /// [`CoordinateError`] for anything else, and for what lies outside the country.
            fn from_str(text: &str) -> Result<Self, CoordinateError> {
                millionths(text)?.try_into()
            }
        }

        impl fmt::Display for $name {
            /// With a comma and without closing zeros.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let decimals = format!("{:06}", self.0 % DEGREE);
                match decimals.trim_end_matches('0') {
                    "" => write!(f, "{}", self.0 / DEGREE),
                    decimals => write!(f, "{},{decimals}", self.0 / DEGREE),
                }
            }
        }
    };
}

coordinate! {
    /// Degrees north, from 59 to 71, in millionths.
    Latitude from 59 to 71
}
coordinate! {
    /// Degrees east, from 19 to 32, in millionths.
    Longitude from 19 to 32
}

fn millionths(text: &str) -> Result<i32, CoordinateError> {
    let (degrees, decimals) = text
        .trim()
        .split_once([',', '.'])
        .unwrap_or((text.trim(), "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(degrees) || !are_digits(decimals) || decimals.len() > DECIMALS {
        return Err(CoordinateError);
    }
    let number = |text: &str| text.parse::<i32>().map_err(|_| CoordinateError);
    let decimals = number(&format!("{decimals:0<DECIMALS$}"))?;
    let degrees = number(degrees)?.checked_mul(DEGREE);
    degrees
        .and_then(|degrees| degrees.checked_add(decimals))
        .ok_or(CoordinateError)
}
