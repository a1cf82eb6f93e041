//! Codes: the stable words by which commands, files and databases name a variant.

/// The error of a code that names nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a {of}")]
pub struct UnknownCode {
    /// What the code was expected to name, as an English noun (`remedy`, `means`).
    pub of: &'static str,
}

/// Implements `FromStr` and the byte look-up for an enum with `ALL` and `code()`.
macro_rules! parsed_from_code {
    ($name:ident, $of:literal) => {
        impl $name {
            /// The variant whose [`code`](Self::code) is exactly `code`; bytes, so that a CSV
            /// field needs no check for UTF-8.
            ///
            /// ```
            #[doc = concat!("use calendar::", stringify!($name), ";")]
            ///
            #[doc = concat!("let first = ", stringify!($name), "::ALL[0];")]
            #[doc = concat!("assert_eq!(", stringify!($name), "::from_code(first.code().as_bytes()), Some(first));")]
            #[doc = concat!("assert_eq!(", stringify!($name), "::from_code(b\"\\xff\"), None);")]
            /// ```
            pub fn from_code(code: &[u8]) -> Option<Self> {
                Self::ALL
                    .into_iter()
                    .find(|variant| variant.code().as_bytes() == code)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::from_code(code.as_bytes()).ok_or($crate::UnknownCode { of: $of })
            }
        }
    };
}

pub(crate) use parsed_from_code;
