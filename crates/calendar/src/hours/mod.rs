//! When the offices close.

mod known;
mod office;

use time::{Date, Time};

use crate::{Holiday, ReceivingOffice};

pub use known::{court, kajaani_registry};
pub use office::{DayHours, HoursConflict, HoursException, HoursRow, NoHours, OfficeHours};

/// The hour at which an office closed or will close on a day.
///
/// An act that is due at an office is in time when it has arrived before this moment of the last
/// day (150/1930 6 §); a message of 16.15.05 is late where the office closes at 16.15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Closing {
    /// The hour, Helsinki time.
    pub at: Time,
    /// Which of the office's hours it is.
    pub source: ClosingSource,
}

/// Which of an office's hours decided a [`Closing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingSource {
    /// The hour of an ordinary day.
    Ordinary,
    /// The Friday hour.
    Friday,
    /// The hour of the day before this holiday.
    EveOf(Holiday),
    /// An hour set for this one day.
    Exception,
    /// The courts' hour, the same on each day.
    Court,
}

/// The offices whose hours this register knows.
///
/// Which of them receives an appeal is the [remedy's](crate::Remedy::receiving_office) to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offices {
    /// The municipality's registry.
    pub registry: OfficeHours,
    /// The courts.
    pub court: OfficeHours,
}

impl Offices {
    /// The offices of the example city.
    ///
    /// ```
    /// use calendar::{Offices, court, kajaani_registry};
    ///
    /// let offices = Offices { registry: kajaani_registry(), court: court() };
    /// assert_eq!(Offices::kajaani(), offices);
    /// ```
    pub fn kajaani() -> Self {
        Self {
            registry: kajaani_registry(),
            court: court(),
        }
    }

    /// The closing hour of an office on `date`; `None` where the hours are another authority's, and
    /// where the office is closed all day.
    ///
    /// # Errors
    ///
    /// [`NoHours`] where the office's hours of that day are not recorded.
    ///
    /// ```
    /// use calendar::{NoHours, Offices, ReceivingOffice};
    /// use time::macros::{date, time};
    ///
    /// let offices = Offices::kajaani();
    /// let friday = date!(2023 - 09 - 08);
    /// let court = offices.closing(ReceivingOffice::Court, friday)?;
    /// assert_eq!(court.map(|closing| closing.at), Some(time!(16:15)));
    /// assert_eq!(offices.closing(ReceivingOffice::OtherAuthority, friday), Ok(None));
    /// assert!(offices.closing(ReceivingOffice::Registry, date!(1994 - 12 - 30)).is_err());
    /// # Ok::<(), NoHours>(())
    /// ```
    pub fn closing(&self, office: ReceivingOffice, date: Date) -> Result<Option<Closing>, NoHours> {
        match office {
            ReceivingOffice::Registry => self.registry.closing(date),
            ReceivingOffice::Court => self.court.closing(date),
            ReceivingOffice::OtherAuthority => Ok(None),
        }
    }
}
