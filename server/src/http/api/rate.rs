//! How often a network address may ask: a measure that fills up evenly, in constant memory.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Seconds of the window that is told to clients.
pub(super) const WINDOW: u64 = 60;
/// Addresses that are remembered; further ones share one measure until some have been quiet.
const MOST_ADDRESSES: usize = 50_000;

/// Counts the requests of each address (generic cell rate algorithm): what is remembered of an
/// address is the instant at which it will have used nothing any more.
#[derive(Debug)]
pub(in crate::http) struct RateLimit {
    per_window: u32,
    empty_at: Mutex<HashMap<IpAddr, Instant>>,
}

/// What is left to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left {
    /// Requests that it may make at once.
    pub(super) requests: u32,
    /// Whole seconds until there is one more.
    pub(super) seconds: u64,
    /// Whether this one may be answered.
    pub(super) is_allowed: bool,
}

impl RateLimit {
    /// So many requests a minute, all of them at once if need be; 0 sets no limit.
    pub(in crate::http) fn new(per_minute: u32) -> Self {
        Self {
            per_window: per_minute,
            empty_at: Mutex::default(),
        }
    }

    /// The requests of a window; 0 where there is no limit.
    pub(super) const fn per_window(&self) -> u32 {
        self.per_window
    }

    /// Counts a request of an address at an instant of the monotonic clock; `None` where there is no
    /// limit.
    pub(super) fn count(&self, address: IpAddr, now: Instant) -> Option<Left> {
        let window = Duration::from_secs(WINDOW);
        let one = window.checked_div(self.per_window)?;
        // Whoever panicked while it counted left a map that is whole all the same.
        let mut empty_at = self.empty_at.lock().unwrap_or_else(PoisonError::into_inner);
        let mut address = network(address);
        if empty_at.len() >= MOST_ADDRESSES && !empty_at.contains_key(&address) {
            empty_at.retain(|_, at| *at > now);
            if empty_at.len() >= MOST_ADDRESSES {
                address = IpAddr::V6(Ipv6Addr::UNSPECIFIED);
            }
        }
        let before = empty_at.get(&address).copied().unwrap_or(now).max(now);
        let after = before + one;
        let is_allowed = after.duration_since(now) <= window;
        if is_allowed {
            empty_at.insert(address, after);
        }
        drop(empty_at);
        let used = if is_allowed { after } else { before }.duration_since(now);
        let free = window.saturating_sub(used);
        let requests = free.as_nanos() / one.as_nanos().max(1);
        // One more is there when what is used fits once more.
        let until_next = (used + one).saturating_sub(window);
        let until_more = if requests == 0 {
            until_next
        } else {
            used.min(one)
        };
        Some(Left {
            requests: u32::try_from(requests).unwrap_or(u32::MAX),
            seconds: until_more
                .as_millis()
                .div_ceil(1_000)
                .try_into()
                .unwrap_or(WINDOW)
                .max(1),
            is_allowed,
        })
    }
}

/// What counts as one address: of IPv6 the network that a household or an office is given.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = u128::from(address) & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from(network))
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v4(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn a_window_may_be_used_at_once_and_fills_up_evenly() {
        let (limit, now) = (RateLimit::new(60), Instant::now());
        for left in (0..60).rev() {
            let counted = limit.count(v4(1), now).unwrap();
            assert_eq!((counted.requests, counted.is_allowed), (left, true));
        }
        let refused = limit.count(v4(1), now).unwrap();
        assert_eq!(
            refused,
            Left {
                requests: 0,
                seconds: 1,
                is_allowed: false
            }
        );
        assert!(
            limit.count(v4(2), now).unwrap().is_allowed,
            "another address"
        );
        let later = now + Duration::from_secs(1);
        assert!(limit.count(v4(1), later).unwrap().is_allowed);
        assert!(!limit.count(v4(1), later).unwrap().is_allowed);
        let much_later = now + Duration::from_secs(100);
        assert_eq!(limit.count(v4(1), much_later).unwrap().requests, 59);
    }

    #[test]
    fn who_is_refused_is_told_how_long_to_wait() {
        let (limit, now) = (RateLimit::new(2), Instant::now());
        assert!(limit.count(v4(1), now).unwrap().is_allowed);
        assert!(limit.count(v4(1), now).unwrap().is_allowed);
        let refused = limit.count(v4(1), now).unwrap();
        assert_eq!((refused.is_allowed, refused.seconds), (false, 30));
        let too_early = now + Duration::from_secs(29);
        assert!(!limit.count(v4(1), too_early).unwrap().is_allowed);
        let then = now + Duration::from_secs(30);
        assert!(limit.count(v4(1), then).unwrap().is_allowed);
    }

    #[test]
    fn an_ipv6_network_is_one_address_and_without_a_limit_nothing_is_counted() {
        let (limit, now) = (RateLimit::new(1), Instant::now());
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let beside: IpAddr = "2001:db8:1:2:ffff::2".parse().unwrap();
        let other: IpAddr = "2001:db8:1:3::1".parse().unwrap();
        assert!(limit.count(one, now).unwrap().is_allowed);
        assert!(!limit.count(beside, now).unwrap().is_allowed);
        assert!(limit.count(other, now).unwrap().is_allowed);
        assert_eq!(RateLimit::new(0).count(one, now), None);
    }

    #[test]
    fn it_remembers_no_more_than_it_may() {
        let (limit, now) = (RateLimit::new(1), Instant::now());
        for number in 0..u32::try_from(MOST_ADDRESSES).unwrap() + 10 {
            limit.count(IpAddr::from(number.to_be_bytes()), now);
        }
        let remembered = || limit.empty_at.lock().unwrap().len();
        assert_eq!(remembered(), MOST_ADDRESSES + 1, "and what the rest shares");
        limit.count(v4(9), now + Duration::from_mins(2));
        assert_eq!(remembered(), 1, "all the others have been quiet");
    }
}
