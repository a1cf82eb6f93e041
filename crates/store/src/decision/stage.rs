//! Where the appeals against frozen decisions stand at a moment, in lists.
//!
//! The same rule as `domain::legal_force::AppealFacts::stage`, as one expression; a contract test
//! compares the two over random facts on both databases.

use domain::legal_force::AppealStage;
use time::{Date, PrimitiveDateTime, Time};

use super::list::{LineRow, line_columns};
use crate::error::RowOf;
use crate::tx::fetch_all;
use crate::{DecisionLineRow, StoreError, Tx};

/// `$1` is today and `$2` the time of day, Helsinki's.
const STAGES: &str = concat!(
    "select ",
    line_columns!(),
    ",
    case
        when exists (select 1 from filing f
                      where f.decision = d.id and f.outcome is null
                        and f.remedy not in ('rectification', 'rectification-administrative',
                                             'procurement-correction')) then 'under_appeal'
        when exists (select 1 from filing f
                      where f.decision = d.id and f.outcome is null) then 'under_rectification'
        when exists (select 1 from filing f
                      where f.decision = d.id and f.outcome = 'repealed') then 'repealed'
        when exists (select 1 from filing f
                      where f.decision = d.id and f.outcome = 'amended') then 'amended'
        when exists (select 1 from legal_force l
                      where l.decision = d.id and l.reopened_at is null) then 'final'
        when exists (select 1 from legal_force l where l.decision = d.id) then 'reopened'
        when d.appeal_right = 'preparation-or-implementation' then 'no_remedy'
        when d.period_last_day > $1
          or (d.period_last_day = $1 and (d.period_closes_at is null or d.period_closes_at > $2))
          or exists (select 1 from service s
                      where s.decision = d.id
                        and (s.period_last_day > $1
                             or (s.period_last_day = $1
                                 and (s.period_closes_at is null or s.period_closes_at > $2))))
            then 'running'
        when d.period_last_day is null
         and not exists (select 1 from service s
                          where s.decision = d.id and s.period_last_day is not null)
            then 'not_served'
        else 'over'
    end as stage,
    d.period_last_day as member_last_day,
    d.period_closes_at as member_closes_at,
    (select max(s.period_last_day) from service s
      where s.decision = d.id
        and (s.period_last_day > $1
             or (s.period_last_day = $1
                 and (s.period_closes_at is null or s.period_closes_at > $2)))
    ) as party_last_day
      from decision d
     where d.content is not null
     order by d.change_number desc
     limit $3"
);

/// A frozen decision in a list with where its appeal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageRow {
    /// The decision.
    pub decision: DecisionLineRow,
    /// Where its appeal stands.
    pub stage: AppealStage,
}

impl Tx {
    /// Frozen decisions with where their appeals stand at a moment of Helsinki time, the last
    /// changed first.
    pub async fn appeal_stages(
        &mut self,
        now: PrimitiveDateTime,
        limit: u32,
    ) -> Result<Vec<StageRow>, StoreError> {
        let (today, time) = (now.date(), now.time());
        let rows: Vec<StoredStage> = fetch_all!(self, STAGES, today, time, i64::from(limit))?;
        rows.into_iter().map(|row| row.read(now)).collect()
    }
}

#[derive(sqlx::FromRow)]
struct StoredStage {
    #[sqlx(flatten)]
    decision: LineRow,
    stage: String,
    member_last_day: Option<Date>,
    member_closes_at: Option<Time>,
    party_last_day: Option<Date>,
}

impl StoredStage {
    fn read(self, now: PrimitiveDateTime) -> Result<StageRow, StoreError> {
        let decision = DecisionLineRow::try_from(self.decision)?;
        let of = RowOf {
            table: "decision",
            key: &decision.id,
        };
        let member_runs = self.member_last_day.is_some_and(|day| {
            day > now.date()
                || (day == now.date() && self.member_closes_at.is_none_or(|at| at > now.time()))
        });
        let member_last_day = self.member_last_day.filter(|_| member_runs);
        let stage = match self.stage.as_str() {
            "no_remedy" => Some(AppealStage::NoRemedy),
            "under_appeal" => Some(AppealStage::UnderAppeal),
            "under_rectification" => Some(AppealStage::UnderRectification),
            "repealed" => Some(AppealStage::Repealed),
            "amended" => Some(AppealStage::Amended),
            "final" => decision.final_from.map(|from| AppealStage::Final { from }),
            "reopened" => Some(AppealStage::Reopened),
            "running" => member_last_day
                .max(self.party_last_day)
                .map(|last_day| AppealStage::Running { last_day }),
            "not_served" => Some(AppealStage::NotServed),
            "over" => Some(AppealStage::Over),
            _ => None,
        };
        Ok(StageRow {
            stage: of.known("stage", stage)?,
            decision,
        })
    }
}
