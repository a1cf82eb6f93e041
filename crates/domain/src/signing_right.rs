//! Who may sign in a section series on a day, and on what ground: its decision maker, or a deputy
//! (sijainen) for as long as the deputyship lasts.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{DeputyshipId, UserId};
use crate::official::Official;
use crate::role::UseCase;
use crate::slug::Slug;

/// On what ground an account may sign in a section series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "as")]
pub enum SigningRight {
    /// As the decision maker of the series.
    DecisionMaker,
    /// In the decision maker's place.
    Deputy {
        /// The section of the administrative regulations (hallintosääntö) or the decision that
        /// makes the account the deputy.
        ground: String,
    },
}

/// That an account signs in a section series in its decision maker's place for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputyship {
    /// Its identity.
    pub id: DeputyshipId,
    /// Raised with each change.
    pub version: i64,
    /// The series.
    pub series: Slug,
    /// Who signs in it.
    pub deputy: UserId,
    /// The first day.
    pub first_day: Date,
    /// The last day, itself included.
    pub last_day: Date,
    /// The section of the administrative regulations or the decision it rests on.
    pub ground: String,
    /// The day on which it was ended before its last day: from then on it does not hold.
    pub ended_on: Option<Date>,
}

impl Deputyship {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        let was_ended = self.ended_on.is_some_and(|ended| ended <= day);
        (self.first_day..=self.last_day).contains(&day) && !was_ended
    }

    /// Whether it is over on a day: that day and none after it is one on which it holds.
    pub fn is_over(&self, day: Date) -> bool {
        self.last_day < day || self.ended_on.is_some_and(|ended| ended <= day)
    }

    /// Whether there is a day on which both hold, for the same account in the same series.
    pub fn overlaps(&self, other: &Self) -> bool {
        let last = |one: &Self| {
            let before_end = one.ended_on.and_then(Date::previous_day);
            before_end.map_or(one.last_day, |day| day.min(one.last_day))
        };
        self.series == other.series
            && self.deputy == other.deputy
            && self.first_day.max(other.first_day) <= last(self).min(last(other))
    }
}

/// Whether an official may sign in a series on a day: as its decision maker, or as a deputy.
///
/// `deputyships` may be of anybody and in any series. A disabled account signs nothing, and
/// neither does one whose role has no right to sign, whatever else is written of it.
pub fn signing_right(
    official: &Official,
    series: &Slug,
    day: Date,
    deputyships: &[Deputyship],
) -> Option<SigningRight> {
    if official.disabled || !official.role.may(UseCase::SignDecision) {
        return None;
    }
    if official.signs_in.as_ref() == Some(series) {
        return Some(SigningRight::DecisionMaker);
    }
    let own = deputyships
        .iter()
        .find(|one| one.deputy == official.id && one.series == *series && one.holds(day));
    own.map(|deputyship| SigningRight::Deputy {
        ground: deputyship.ground.clone(),
    })
}

/// A deputyship as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeputyshipDraft {
    /// The identity of the account.
    pub deputy: String,
    /// The first day.
    pub first_day: String,
    /// The last day.
    pub last_day: String,
    /// What it rests on.
    pub ground: String,
}

impl DeputyshipDraft {
    /// Reads a deputyship in a series from what was typed. `officials` are those who could be the
    /// deputy, `known` the deputyships of the series.
    ///
    /// # Errors
    /// A finding for each field that is missing or wrong; an account that has no right to sign or
    /// is the decision maker of the series anyway is no choice.
    pub fn read(
        &self,
        id: DeputyshipId,
        series: &Slug,
        officials: &[Official],
        known: &[Deputyship],
    ) -> Result<Deputyship, Findings> {
        let mut findings = Findings::default();
        let deputy = officials
            .iter()
            .find(|official| official.id.to_string() == self.deputy.trim());
        let deputy = deputy.filter(|official| can_be_deputy(official, series));
        if deputy.is_none() {
            findings.push(Finding::at("deputy", FindingCode::UnknownChoice));
        }
        let first_day = findings.required_day("first_day", &self.first_day);
        let last_day = findings.required_day("last_day", &self.last_day);
        if last_day.is_some() && last_day < first_day {
            findings.push(Finding::at("last_day", FindingCode::LastDayBeforeFirst));
        }
        let ground = findings.required("ground", &self.ground, 300);
        let (Some(deputy), Some(first_day), Some(last_day)) = (deputy, first_day, last_day) else {
            return Err(findings);
        };
        let deputyship = Deputyship {
            id,
            version: 1,
            series: series.clone(),
            deputy: deputy.id,
            first_day,
            last_day,
            ground,
            ended_on: None,
        };
        if known.iter().any(|other| other.overlaps(&deputyship)) {
            findings.push(Finding::at("first_day", FindingCode::DeputyAlready));
        }
        findings.into_result(deputyship)
    }
}

/// Whether an official can be made a deputy in a series.
pub fn can_be_deputy(official: &Official, series: &Slug) -> bool {
    !official.disabled
        && official.role.may(UseCase::SignDecision)
        && official.signs_in.as_ref() != Some(series)
}
