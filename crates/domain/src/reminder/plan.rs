//! Which reminders there should be, compared with those there are.

use std::collections::{BTreeMap, BTreeSet};

use time::{Date, PrimitiveDateTime};

use super::{Mailing, PeriodOf, Reminder, due_on};
use crate::id::UserId;
use crate::official::Official;
use crate::period::{PeriodDates, Phase};
use crate::role::Role;

/// No reminder is due more days than this before its last day, whatever the holidays.
pub const HORIZON: time::Duration = time::Duration::days(14);

/// Who is reminded, of which last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reminded {
    /// Who.
    pub official: UserId,
    /// Of whose period.
    pub of: PeriodOf,
    /// Its last day when it was planned. Should the period end on another day, that day has a
    /// reminder of its own.
    pub last_day: Date,
}

/// A period with a last day that is near, and who had to do with its decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Whose period.
    pub of: PeriodOf,
    /// Its dates.
    pub period: PeriodDates,
    /// Who prepared the decision.
    pub preparer: UserId,
    /// Who signed it, where that was done here.
    pub signer: Option<UserId>,
}

impl Ending {
    /// Whether an official is concerned: the one who prepared the decision, the one who signed it,
    /// and every registrar, since one of them recorded or published it and any of them receives
    /// what arrives on the last day. A disabled account is reminded of nothing.
    pub fn concerns(&self, official: &Official) -> bool {
        !official.disabled
            && (official.id == self.preparer
                || Some(official.id) == self.signer
                || official.role == Role::Registrar)
    }

    /// Whether its reminders belong on the desk: they are due, and the period is not over.
    fn is_due(&self, now: PrimitiveDateTime) -> bool {
        due_on(self.period.last_day) <= now.date() && self.period.phase(now) != Phase::Over
    }
}

/// What is to be changed so that there are the reminders there should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Those that are missing.
    pub add: Vec<Reminded>,
    /// Those that were taken back and are needed after all.
    pub anew: Vec<Reminder>,
    /// Those that wait and are not needed any more.
    pub withdraw: Vec<Reminder>,
}

impl Plan {
    /// Whether nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.anew.is_empty() && self.withdraw.is_empty()
    }
}

/// Compares the reminders that a moment of Helsinki time asks for with those that are known.
///
/// `endings` are all periods that end within the [`HORIZON`], `known` all reminders of last days
/// that are not before today and all that wait.
pub fn plan(
    endings: &[Ending],
    officials: &[Official],
    known: &[Reminder],
    now: PrimitiveDateTime,
) -> Plan {
    let due = endings.iter().filter(|ending| ending.is_due(now));
    let wanted: BTreeSet<Reminded> = due
        .flat_map(|ending| {
            let concerned = officials
                .iter()
                .filter(|official| ending.concerns(official));
            concerned.map(|official| Reminded {
                official: official.id,
                of: ending.of,
                last_day: ending.period.last_day,
            })
        })
        .collect();
    let known: BTreeMap<Reminded, &Reminder> = known
        .iter()
        .map(|reminder| (reminder.reminded, reminder))
        .collect();
    let is_needed = |reminder: &Reminder| {
        wanted.contains(&reminder.reminded) && reminder.acknowledged.is_none()
    };
    let chosen = |choose: &dyn Fn(&Reminder) -> bool| {
        let chosen = known.values().filter(|reminder| choose(reminder));
        chosen.map(|reminder| Reminder::clone(reminder)).collect()
    };
    Plan {
        anew: chosen(&|one| one.state == Mailing::Withdrawn && is_needed(one)),
        withdraw: chosen(&|one| one.state.waits() && !is_needed(one)),
        add: wanted
            .iter()
            .copied()
            .filter(|reminded| !known.contains_key(reminded))
            .collect(),
    }
}
