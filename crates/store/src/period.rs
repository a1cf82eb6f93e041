//! Stored dates of appeal periods: the same eight columns beside a publication and a service.

use calendar::{Means, Remedy};
use domain::period::PeriodDates;
use time::{Date, Time};

use crate::StoreError;
use crate::error::RowOf;

/// The columns of a period, read from the table of this alias.
macro_rules! period_columns {
    ($of:literal) => {
        concat!(
            $of,
            ".period_remedy, ",
            $of,
            ".period_means, ",
            $of,
            ".period_event_date, ",
            $of,
            ".period_knowledge_date, ",
            $of,
            ".period_nominal_last_day, ",
            $of,
            ".period_last_day, ",
            $of,
            ".period_closes_at, ",
            $of,
            ".period_rule_set"
        )
    };
}

pub(crate) use period_columns;

/// The columns of a period; all empty but for the closing hour, or none.
#[derive(Default, sqlx::FromRow)]
pub(crate) struct PeriodRow {
    #[sqlx(rename = "period_remedy")]
    pub(crate) remedy: Option<String>,
    #[sqlx(rename = "period_means")]
    pub(crate) means: Option<String>,
    #[sqlx(rename = "period_event_date")]
    pub(crate) event_date: Option<Date>,
    #[sqlx(rename = "period_knowledge_date")]
    pub(crate) knowledge_date: Option<Date>,
    #[sqlx(rename = "period_nominal_last_day")]
    pub(crate) nominal_last_day: Option<Date>,
    #[sqlx(rename = "period_last_day")]
    pub(crate) last_day: Option<Date>,
    #[sqlx(rename = "period_closes_at")]
    pub(crate) closes_at: Option<Time>,
    #[sqlx(rename = "period_rule_set")]
    pub(crate) rule_set: Option<i64>,
}

impl From<Option<&PeriodDates>> for PeriodRow {
    fn from(period: Option<&PeriodDates>) -> Self {
        let Some(period) = period else {
            return Self::default();
        };
        Self {
            remedy: Some(period.remedy.code().to_owned()),
            means: Some(period.means.code().to_owned()),
            event_date: Some(period.event_date),
            knowledge_date: Some(period.knowledge_date),
            nominal_last_day: Some(period.nominal_last_day),
            last_day: Some(period.last_day),
            closes_at: period.closes_at,
            rule_set: Some(period.rule_set.into()),
        }
    }
}

impl PeriodRow {
    /// The dates, or `None` where none are stored.
    pub(crate) fn read(self, of: &RowOf<'_>) -> Result<Option<PeriodDates>, StoreError> {
        let Some(last_day) = self.last_day else {
            return Ok(None);
        };
        let remedy = self.remedy.and_then(|code| code.parse::<Remedy>().ok());
        let means = self.means.and_then(|code| code.parse::<Means>().ok());
        let rule_set = self.rule_set.and_then(|set| set.try_into().ok());
        Ok(Some(PeriodDates {
            remedy: of.known("period_remedy", remedy)?,
            means: of.known("period_means", means)?,
            event_date: of.known("period_event_date", self.event_date)?,
            knowledge_date: of.known("period_knowledge_date", self.knowledge_date)?,
            nominal_last_day: of.known("period_nominal_last_day", self.nominal_last_day)?,
            last_day,
            closes_at: self.closes_at,
            rule_set: of.known("period_rule_set", rule_set)?,
        }))
    }
}
