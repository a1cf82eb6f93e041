//! The session of an official: its cookie, and where to go after signing in.

use axum::http::HeaderMap;
use axum::http::header::{self, HeaderValue, InvalidHeaderValue};
use domain::finding::FindingCode;
use register::Refusal;
use register::sessions::{SignInRefused, Token};

/// The name of the cookie by https: a browser then takes it only from this host and encrypted.
const SECURE_NAME: &str = "__Host-hankerekisteri";
/// Its name by http, where a browser would refuse the prefix.
const PLAIN_NAME: &str = "hankerekisteri";

/// The token that a browser sends, if any.
pub(super) fn token(headers: &HeaderMap, is_https: bool) -> Option<Token> {
    let name = if is_https { SECURE_NAME } else { PLAIN_NAME };
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(of, value)| *of == name && !value.is_empty())
        .map(|(_, value)| Token::new(value))
}

/// The cookie that begins a session. It has no end of its own: the server knows when it ends.
pub(super) fn begun(token: &Token, is_https: bool) -> Result<HeaderValue, InvalidHeaderValue> {
    cookie(token.as_str(), "", is_https)
}

/// The cookie that makes a browser forget its session.
pub(super) fn ended(is_https: bool) -> Result<HeaderValue, InvalidHeaderValue> {
    cookie("", "; Max-Age=0", is_https)
}

fn cookie(value: &str, age: &str, is_https: bool) -> Result<HeaderValue, InvalidHeaderValue> {
    let (name, secure) = if is_https {
        (SECURE_NAME, "; Secure")
    } else {
        (PLAIN_NAME, "")
    };
    HeaderValue::try_from(format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"
    ))
}

/// An address to go to after signing in, if it is one of this site.
///
/// Browsers read `//host` and `/\host` as other sites and leave out tabs and line ends, so an
/// address with any of these is none of ours.
pub(super) fn local(next: &str) -> Option<&str> {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && next
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    ours.then_some(next)
}

/// What is wrong with a password that was refused, or what kept the register from looking at it.
pub(super) fn wrong(refused: SignInRefused) -> Result<FindingCode, Refusal> {
    match refused {
        SignInRefused::Wrong => Ok(FindingCode::WrongPassword),
        SignInRefused::TooMany { .. } => Ok(FindingCode::TooManyAttempts),
        SignInRefused::Expired => Ok(FindingCode::OneTimePasswordExpired),
        SignInRefused::Hashing(error) => Err(error.into()),
        SignInRefused::Randomness(error) => Err(error.into()),
        SignInRefused::Store(error) => Err(error.into()),
        SignInRefused::Event(refusal) => Err(refusal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(cookies: &'static str, is_https: bool) -> Option<String> {
        let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(cookies))]);
        token(&headers, is_https).map(|token| token.as_str().to_owned())
    }

    #[test]
    fn only_addresses_of_this_site_are_gone_to() {
        for next in [
            "/tyopoyta",
            "/sv/tyopoyta/asiat/KAJDno-2023-912",
            "/tyopoyta?tehty=avattu",
        ] {
            assert_eq!(local(next), Some(next));
        }
        for next in [
            "",
            "tyopoyta",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            " /tyopoyta",
            "/tyopöytä",
        ] {
            assert_eq!(local(next), None, "{next:?}");
        }
    }

    #[test]
    fn the_cookie_of_the_other_scheme_is_not_taken() {
        assert_eq!(sent("a=b; hankerekisteri=x", false).as_deref(), Some("x"));
        assert_eq!(sent("hankerekisteri=x", true), None);
        assert_eq!(sent("__Host-hankerekisteri=x", true).as_deref(), Some("x"));
        assert_eq!(sent("__Host-hankerekisteri=x", false), None);
        assert_eq!(sent("hankerekisteri=", false), None);
    }
}
