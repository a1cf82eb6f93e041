//! The versions of the appeal instructions' wording, and what each says about periods.
//!
//! A decision keeps the version it was given with: its readers were told those periods. The
//! wording itself is in the crate `wording`; here is what it states, as data, so that it can be
//! compared with the period that the law of the day of publication gives.

use calendar::{AppealPeriod, Means, PeriodLength, Remedy};
use serde::{Deserialize, Serialize};

use crate::appeal_right::AppealRight;

/// A version of the wording. Never change one that was in use: add the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InstructionVersion {
    /// The first.
    #[serde(rename = "1")]
    First,
}

/// Instructions that say something else than the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// They are on another remedy than the period.
    #[error("the instructions are on another remedy")]
    Remedy,
    /// They tell another length.
    #[error("the instructions tell another length of the period")]
    Length,
    /// They count the knowledge of municipal members from another day.
    #[error("the instructions count the knowledge of municipal members in another way")]
    Knowledge,
}

impl InstructionVersion {
    /// The version that decisions are given with today.
    pub const CURRENT: Self = Self::First;

    /// The number that people see.
    pub const fn number(self) -> u8 {
        match self {
            Self::First => 1,
        }
    }

    /// The length of the period that the wording tells for a remedy.
    pub const fn length(self, remedy: Remedy) -> PeriodLength {
        match (self, remedy) {
            (
                Self::First,
                Remedy::Rectification | Remedy::ProcurementCorrection | Remedy::MarketCourt,
            ) => PeriodLength::Days(14),
            (
                Self::First,
                Remedy::MunicipalAppeal
                | Remedy::AdministrativeAppeal
                | Remedy::RectificationAdministrative
                | Remedy::MarketCourt30
                | Remedy::SupremeAdministrativeCourt,
            ) => PeriodLength::Days(30),
            (Self::First, Remedy::MarketCourt6Months) => PeriodLength::Months(6),
        }
    }

    /// Whether the wording has a sentence for a presumption of municipal members' knowledge of so
    /// many days: the seven of kuntalaki 140.3 §, or none as by kuntalaki (365/1995) 95.2 §.
    const fn tells_knowledge_after(self, days: u8) -> bool {
        match self {
            Self::First => matches!(days, 0 | 7),
        }
    }

    /// Compares what the wording tells with a computed period of municipal members.
    ///
    /// # Errors
    /// [`Contradiction`]: whoever reads the instructions would be misled (hallintolaki 49 §).
    pub fn compare(self, right: AppealRight, period: &AppealPeriod) -> Result<(), Contradiction> {
        if right.remedy() != Some(period.remedy) {
            return Err(Contradiction::Remedy);
        }
        if self.length(period.remedy) != period.rule_set.period().length {
            return Err(Contradiction::Length);
        }
        let offset = period.rule_set.service().offset_days;
        if period.means != Means::PublishedMinutes || !self.tells_knowledge_after(offset) {
            return Err(Contradiction::Knowledge);
        }
        Ok(())
    }
}
