//! The clock as a value: the only place that asks the system what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime};
use time_tz::timezones::db::europe::HELSINKI;
use time_tz::{OffsetDateTimeExt, PrimitiveDateTimeExt};

/// What the register takes the time from. Clones show the same time.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Set {
        start: OffsetDateTime,
        since: Instant,
    },
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that shows `start` now and runs from there, whatever happens to the system's.
    pub fn set_to(start: OffsetDateTime) -> Self {
        Self(Source::Set {
            start,
            since: Instant::now(),
        })
    }

    /// A clock that stands still until it is [advanced](Self::advance), for tests.
    pub fn fixed(at: OffsetDateTime) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(at.unix_timestamp()))))
    }

    /// Moves a [fixed](Self::fixed) clock and its clones forward; other clocks run by themselves.
    pub fn advance(&self, by: Duration) {
        if let Source::Fixed(seconds) = &self.0 {
            seconds.fetch_add(by.whole_seconds(), Ordering::SeqCst);
        }
    }

    /// The moment in UTC and whole seconds.
    pub fn now(&self) -> OffsetDateTime {
        let now = match &self.0 {
            Source::System => system_now(),
            Source::Set { start, since } => {
                let run = Duration::seconds(i64::try_from(since.elapsed().as_secs()).unwrap_or(0));
                start.saturating_add(run)
            }
            Source::Fixed(seconds) => {
                OffsetDateTime::from_unix_timestamp(seconds.load(Ordering::SeqCst))
                    .unwrap_or(OffsetDateTime::UNIX_EPOCH)
            }
        };
        whole_seconds(now)
    }

    /// The moment in Helsinki time.
    pub fn now_in_helsinki(&self) -> PrimitiveDateTime {
        helsinki(self.now())
    }

    /// The civil day in Helsinki.
    pub fn today(&self) -> Date {
        self.now_in_helsinki().date()
    }

    /// Whether the clock shows another time than the system's, which pages say.
    pub const fn is_set(&self) -> bool {
        !matches!(self.0, Source::System)
    }
}

/// An instant as civil time in Helsinki.
///
/// ```
/// use time::macros::datetime;
/// let summer = register::clock::helsinki(datetime!(2023-08-25 20:59:59 UTC));
/// assert_eq!(summer, datetime!(2023-08-25 23:59:59));
/// ```
pub fn helsinki(instant: OffsetDateTime) -> PrimitiveDateTime {
    let local = instant.to_timezone(HELSINKI);
    PrimitiveDateTime::new(local.date(), local.time())
}

/// The instant of a civil time in Helsinki; the first of the two in the hour that clocks repeat in
/// autumn, and `None` in the hour that they skip in spring.
///
/// ```
/// use time::macros::datetime;
/// use register::clock::instant;
/// assert_eq!(instant(datetime!(2023-09-08 15:00)), Some(datetime!(2023-09-08 12:00 UTC)));
/// assert_eq!(instant(datetime!(2023-10-29 03:30)), Some(datetime!(2023-10-29 00:30 UTC)));
/// assert_eq!(instant(datetime!(2023-03-26 03:30)), None);
/// ```
pub fn instant(civil: PrimitiveDateTime) -> Option<OffsetDateTime> {
    let at = civil.assume_timezone(HELSINKI).take_first()?;
    Some(at.to_offset(time::UtcOffset::UTC))
}

/// An instant with the offset that clocks in Helsinki had at it.
pub fn with_helsinki_offset(instant: OffsetDateTime) -> OffsetDateTime {
    instant.to_timezone(HELSINKI)
}

fn whole_seconds(at: OffsetDateTime) -> OffsetDateTime {
    let utc = at.to_offset(time::UtcOffset::UTC);
    utc.replace_nanosecond(0).unwrap_or(utc)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the clock is the one place that may ask the system"
)]
fn system_now() -> OffsetDateTime {
    OffsetDateTime::now_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime};

    #[test]
    fn helsinki_days_change_at_helsinki_midnight_in_summer_and_winter() {
        for (instant, day) in [
            (datetime!(2023-08-25 20:59:59 UTC), date!(2023 - 08 - 25)),
            (datetime!(2023-08-25 21:00:00 UTC), date!(2023 - 08 - 26)),
            (datetime!(2023-12-25 21:59:59 UTC), date!(2023 - 12 - 25)),
            (datetime!(2023-12-25 22:00:00 UTC), date!(2023 - 12 - 26)),
        ] {
            assert_eq!(helsinki(instant).date(), day, "{instant}");
        }
    }

    #[test]
    fn a_set_clock_starts_where_it_was_set_and_says_so() {
        let clock = Clock::set_to(datetime!(2023-08-21 09:00:00.75 +03:00));
        let shown = clock.now();
        assert!(shown >= datetime!(2023-08-21 06:00:00 UTC));
        assert!(shown < datetime!(2023-08-21 06:01:00 UTC));
        assert_eq!(shown.nanosecond(), 0);
        assert!(clock.is_set());
        assert!(!Clock::system().is_set());
    }

    #[test]
    fn clones_of_a_fixed_clock_move_together() {
        let clock = Clock::fixed(datetime!(2023-08-21 06:00:00 UTC));
        let other = clock.clone();
        clock.advance(Duration::minutes(5));
        assert_eq!(other.now(), datetime!(2023-08-21 06:05:00 UTC));
    }
}
