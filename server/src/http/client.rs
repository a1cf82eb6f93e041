//! Where a request came from: the other end of its connection or, where that is a proxy of ours,
//! whom the proxy names.

use std::convert::Infallible;
use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};

use super::state::Site;

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) IpAddr);

/// Who sent a request, as far as known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Client(pub(super) Option<IpAddr>);

impl FromRequestParts<Site> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let trusted = &site.config.trusted_proxies;
        Ok(Self(sender(&parts.extensions, &parts.headers, trusted)))
    }
}

/// Who sent a request; `None` where it came by no connection, as in tests.
pub(super) fn sender(
    extensions: &Extensions,
    headers: &HeaderMap,
    trusted: &[IpAddr],
) -> Option<IpAddr> {
    let peer = extensions.get::<Peer>()?.0;
    Some(named_by_ours(peer, headers, trusted))
}

/// The last sender that no proxy of ours is: whatever stands before it in the header, anybody may
/// have written.
fn named_by_ours(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let is_ours = |address: &IpAddr| {
        let address = address.to_canonical();
        trusted.iter().any(|one| one.to_canonical() == address)
    };
    if !is_ours(&peer) {
        return peer;
    }
    let named = headers.get_all("x-forwarded-for").iter();
    let named: Vec<&str> = named
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut known = peer;
    for address in named.iter().rev().map(|text| text.trim().parse::<IpAddr>()) {
        match address {
            Ok(address) if is_ours(&address) => known = address,
            Ok(address) => return address,
            Err(_) => return known,
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_our_own_proxies_say_counts() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let trusted = [address("10.0.0.1"), address("10.0.0.2")];
        for (peer, said, expected) in [
            ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
            (
                "10.0.0.1",
                "203.0.113.9, 198.51.100.1, 10.0.0.2",
                "198.51.100.1",
            ),
            ("10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", said.parse().unwrap());
            let found = named_by_ours(address(peer), &headers, &trusted);
            assert_eq!(found, address(expected), "{peer} {said}");
        }
    }
}
