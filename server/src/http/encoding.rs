//! The encodings in which answers are sent.

use axum::http::{HeaderMap, HeaderValue, header};

/// How a body is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The shortest that a request takes.
    pub(super) fn taken(headers: &HeaderMap) -> Self {
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let takes = |encoding: &str| {
            accepted.split(',').any(|one| {
                let (name, weight) = one.split_once(';').unwrap_or((one, ""));
                let weight = weight.trim().trim_start_matches("q=");
                // `br;q=0` names an encoding in order to refuse it.
                let refused = !weight.is_empty() && weight.trim_matches(['0', '.']).is_empty();
                name.trim() == encoding && !refused
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// Its name in headers; none for a body as it is.
    pub(super) const fn name(self) -> Option<HeaderValue> {
        match self {
            Self::Brotli => Some(HeaderValue::from_static("br")),
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Identity => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_that_is_taken_is_chosen() {
        for (accepted, encoding) in [
            ("br, gzip", Encoding::Brotli),
            ("gzip;q=1.0, br;q=0.5", Encoding::Brotli),
            ("gzip, br;q=0", Encoding::Gzip),
            ("br;q=0.0, gzip;q=0", Encoding::Identity),
            ("deflate", Encoding::Identity),
            ("", Encoding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            assert_eq!(Encoding::taken(&headers), encoding, "{accepted}");
        }
    }
}
