//! Appeal periods of Finnish municipal decisions: from the day of an event to the minute at which
//! the receiving office closes, with every step and its statute as data.
//!
//! The crate is pure: it reads no clock, no file and no environment, and holds no sentence for
//! people. All days are civil days in Finland (Europe/Helsinki).
//!
//! # Reading order
//!
//! 1. [`AppealPeriod`]: the answer, and how it is computed.
//! 2. [`Remedy`] and [`Means`]: what is sought, and how knowledge of the decision was given.
//! 3. [`rule`]: the dated rows of the law, each with its [`Statute`].
//! 4. [`Holiday`], [`blocked`]: the days on which a period cannot end.
//! 5. [`OfficeHours`], [`Offices`]: when the last day ends.
//! 6. [`Step`]: the same answer as an explanation.
//! 7. [`Instead`]: what to give where a means does not start a remedy's period.
//! 8. [`batch`]: the same for millions of lines.
//!
//! # The rules in one paragraph
//!
//! Knowledge of a decision is deemed given a fixed number of days after the event (the posting of a
//! letter, the publication of the minutes); that day never moves. The period is counted from the
//! day after it. A last day that is a Saturday, Sunday, church holiday, 1 May, 6 December,
//! Midsummer Eve or Christmas Eve moves to the next day that is none of these (150/1930 5 §). On
//! the last day the act is in time until the office closes (150/1930 6 §). A day on which the
//! office alone is closed moves nothing.
//!
//! ```
//! use calendar::{AppealPeriod, Means, Offices, Remedy};
//! use time::macros::{date, time};
//!
//! let period = AppealPeriod::compute(
//!     Remedy::Rectification,
//!     Means::PublishedMinutes,
//!     date!(2023 - 08 - 18),
//!     &Offices::kajaani(),
//! )?;
//! assert_eq!(period.knowledge_date, date!(2023 - 08 - 25));
//! assert_eq!(period.last_day, date!(2023 - 09 - 08));
//! assert_eq!(period.closes.map(|closing| closing.at), Some(time!(15:00)));
//! # Ok::<(), calendar::NotComputable>(())
//! ```
//!
//! # Limits
//!
//! Holidays are known from 1995 ([`KNOWN_FROM`]); a period whose nominal last day is earlier is
//! refused. Predecessors of an act are cited only where they are listed in [`rule`]. Amendments that
//! are not in force are listed in [`rule::PLANNED`] and decide nothing.
//!
//! `docs/appeal-periods.md` of the repository tells the same to a lawyer, with the points that are
//! open in law.

#![deny(clippy::float_arithmetic)]
#![warn(clippy::missing_errors_doc)]

pub mod batch;
mod blocked;
mod code;
mod holiday;
mod hours;
mod instead;
mod means;
mod period;
mod remedy;
pub mod rule;
mod statute;
mod step;

pub use blocked::{Blocked, blocked, first_open_day, open_day_before};
pub use code::UnknownCode;
pub use holiday::{Holiday, KNOWN_FROM, holiday};
pub use hours::{
    Closing, ClosingSource, DayHours, HoursConflict, HoursException, HoursRow, NoHours,
    OfficeHours, Offices, court, kajaani_registry,
};
pub use instead::Instead;
pub use means::Means;
pub use period::{AppealPeriod, Event, NotComputable};
pub use remedy::{ReceivingOffice, Remedy};
pub use rule::{PeriodLength, RuleSetId};
pub use statute::{Act, Statute};
pub use step::Step;
pub use time::{Date, Time, Weekday};
