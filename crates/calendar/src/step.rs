//! A period explained.

use time::Date;

use crate::{
    Act, AppealPeriod, Blocked, Closing, Means, PeriodLength, ReceivingOffice, Statute, blocked,
};

/// Provision on the shift of the last day.
const SHIFT: Statute = Statute::new(Act::MaaraaikojenLaskeminen, "5 §");
/// Provision on the closing of the office.
const CLOSING: Statute = Statute::new(Act::MaaraaikojenLaskeminen, "6 §");

/// One step from the event to the end of the period, with the provision it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Something happened that is dated.
    EventHappened {
        /// What kind of event.
        means: Means,
        /// Its day.
        on: Date,
    },
    /// Knowledge is deemed given.
    Knowledge {
        /// Days from the event.
        offset_days: u8,
        /// The day of knowledge.
        on: Date,
        /// The presumption.
        statute: Statute,
    },
    /// The period runs out nominally.
    PeriodRuns {
        /// Its length, the day of knowledge not counted.
        length: PeriodLength,
        /// The day on which it would end.
        nominal: Date,
        /// The length's provision.
        statute: Statute,
    },
    /// The last day moves, because the period cannot end on the nominal one.
    Shifted {
        /// The nominal last day.
        from: Date,
        /// The last day.
        to: Date,
        /// Every day passed over, first the nominal one, with its reason.
        skipped: Vec<(Date, Blocked)>,
        /// The shift's provision.
        statute: Statute,
    },
    /// The last day is the nominal one.
    NotShifted {
        /// That day.
        on: Date,
    },
    /// The receiving office closes.
    Closes {
        /// The hour and which of the office's hours it is.
        at: Closing,
        /// The last day.
        on: Date,
        /// The provision on the end of the last day.
        statute: Statute,
    },
    /// The receiving office does not open on the last day, which stays where it is and ends with
    /// itself: the provision on the shift does not name such days.
    ClosedAllDay {
        /// The last day.
        on: Date,
        /// The shift's provision.
        statute: Statute,
    },
    /// The closing hour is that of an authority whose hours are not known here.
    ClosesElsewhere,
}

impl AppealPeriod {
    /// The steps in the order of time: event, knowledge, period, shift or none, closing.
    ///
    /// ```
    /// use calendar::{AppealPeriod, Means, Offices, Remedy, Step};
    /// use time::macros::date;
    ///
    /// let period = AppealPeriod::compute(
    ///     Remedy::Rectification,
    ///     Means::PublishedMinutes,
    ///     date!(2023 - 08 - 18),
    ///     &Offices::kajaani(),
    /// )?;
    /// let [event, _, _, shift, _] = period.steps();
    /// assert_eq!(
    ///     event,
    ///     Step::EventHappened { means: Means::PublishedMinutes, on: date!(2023 - 08 - 18) },
    /// );
    /// assert_eq!(shift, Step::NotShifted { on: date!(2023 - 09 - 08) });
    /// # Ok::<(), calendar::NotComputable>(())
    /// ```
    pub fn steps(&self) -> [Step; 5] {
        [
            Step::EventHappened {
                means: self.means,
                on: self.event_date,
            },
            Step::Knowledge {
                offset_days: self.rule_set.service().offset_days,
                on: self.knowledge_date,
                statute: self.rule_set.service().statute,
            },
            Step::PeriodRuns {
                length: self.rule_set.period().length,
                nominal: self.nominal_last_day,
                statute: self.rule_set.period().statute,
            },
            self.shift(),
            self.end_of_the_last_day(),
        ]
    }

    fn end_of_the_last_day(&self) -> Step {
        let on = self.last_day;
        match (self.closes, self.remedy.receiving_office()) {
            (Some(at), _) => Step::Closes {
                at,
                on,
                statute: CLOSING,
            },
            (None, ReceivingOffice::Registry | ReceivingOffice::Court) => {
                Step::ClosedAllDay { on, statute: SHIFT }
            }
            (None, ReceivingOffice::OtherAuthority) => Step::ClosesElsewhere,
        }
    }

    fn shift(&self) -> Step {
        if self.nominal_last_day == self.last_day {
            return Step::NotShifted { on: self.last_day };
        }
        let skipped = std::iter::successors(Some(self.nominal_last_day), |day| day.next_day())
            .map_while(|day| blocked(day).map(|reason| (day, reason)))
            .collect();
        Step::Shifted {
            from: self.nominal_last_day,
            to: self.last_day,
            skipped,
            statute: SHIFT,
        }
    }
}
