//! What becomes of frozen decisions: corrections, and later decisions that change them.

use domain::decision::{ChangeEffect, Correction, DecisionChange, DecisionContent, Seal};
use domain::id::{DecisionId, ServiceId, UserId};
use domain::section::Section;
use domain::service::ServiceMeans;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::SectionRow;
use super::row::SealColumns;
use crate::error::{RowOf, json};
use crate::stub::no_stub;
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD_CORRECTION: &str = "
    insert into correction (decision, number, corrected_at, corrected_by, office, reason, content,
        seal_version, seal_salt, seal_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const RETITLE: &str = "
    update decision
       set version = version + 1, title = $3, changed_at = $4, change_number = $5
     where id = $1 and version = $2 and content is not null";
const CORRECTIONS: &str = "
    select decision, number, corrected_at, corrected_by, office, reason, content,
           seal_version, seal_salt, seal_hash
      from correction
     where decision = $1
     order by number";
const SIGNED_CONTENT: &str = "select content from decision where id = $1";
const ADD_NOTICES: &str = "
    insert into correction_notice (decision, number, service)
    select $1, $2, id from service where decision = $1";
const NOTICES: &str = "
    select n.decision, n.number, n.service, n.told_on, n.means, n.recorded_by
      from correction_notice n
     where n.decision = $1
     order by n.number, n.service";
const TELL: &str = "
    update correction_notice set told_on = $4, means = $5, recorded_by = $6
     where decision = $1 and number = $2 and service = $3 and told_on is null";
const ADD_CHANGE: &str = "
    insert into decision_change (decision, target, effect)
    select $1, id, $5 from decision
     where series = $2 and section_year = $3 and section_number = $4";
/// The condition that no published decision ended a decision `$decision`. One that was published
/// and withdrawn afterwards ended it all the same.
macro_rules! not_ended {
    ($decision:literal) => {
        concat!(
            "not exists (select 1 from decision_change x
                           join decision y on y.id = x.decision
                          where x.target = ",
            $decision,
            ".id and x.effect <> 'amends' and y.publication_number is not null)"
        )
    };
}

pub(crate) use not_ended;

/// The condition that no signed decision ended a decision `$decision`, whether published or not.
macro_rules! not_ended_by_signed {
    ($decision:literal) => {
        concat!(
            "not exists (select 1 from decision_change x where x.target = ",
            $decision,
            ".id and x.effect <> 'amends')"
        )
    };
}

pub(crate) use not_ended_by_signed;

/// The other decisions of changes, each with whether it was published and whether everybody may
/// know of it.
macro_rules! changes {
    ($narrowed:literal) => {
        concat!(
            "select d.id, d.title, d.series, d.section_year, d.section_number,
                    case when d.publication_number is null then 0 else 1 end as is_published,
                    case when d.publication_number is not null and ",
            no_stub!("d"),
            " then 1 else 0 end as is_public, c.effect
               from decision_change c ",
            $narrowed
        )
    };
}

const CHANGED_BY: &str =
    changes!("join decision d on d.id = c.decision where c.target = $1 order by d.change_number");
const CHANGES: &str = changes!(
    "join decision d on d.id = c.target where c.decision = $1
      order by d.series, d.section_year, d.section_number"
);

/// That a party was told of a correction, or is still to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionNotice {
    /// The number of the correction.
    pub number: u32,
    /// The service of the party.
    pub service: ServiceId,
    /// The day, the means and the office that recorded it; `None` while it waits.
    pub told: Option<(Date, ServiceMeans, String)>,
}

/// The other decision of a change, and what the change does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its title.
    pub title: String,
    /// Its place.
    pub section: Section,
    /// Whether it was published.
    pub is_published: bool,
    /// Whether it is public: published, and no stub stands in its place.
    pub is_public: bool,
    /// What becomes of the earlier one.
    pub effect: ChangeEffect,
}

impl Tx {
    /// Keeps a correction of a decision at a version, and that each party is to be told of it;
    /// [`Saved::Stale`] where the decision has another version by now: then the transaction is to be
    /// dropped.
    pub async fn add_correction(
        &mut self,
        decision: DecisionId,
        version: i64,
        correction: &Correction,
    ) -> Result<Saved, StoreError> {
        let id = Uuid::from(decision);
        let at = stored(correction.at);
        let change = self.next_change().await?;
        let number = i64::from(correction.number);
        execute!(
            self,
            ADD_CORRECTION,
            id,
            number,
            at,
            Uuid::from(correction.by),
            &correction.office,
            &correction.reason,
            json("correction", "content", &correction.content)?,
            correction.seal.version.number(),
            &correction.seal.salt[..],
            &correction.seal.hash[..],
        )?;
        execute!(self, ADD_NOTICES, id, number)?;
        // The title follows the correction: nothing else may change it.
        let title = &correction.content.title.0;
        let rows = execute!(self, RETITLE, id, version, title, at, change)?;
        self.keep_words(id).await?;
        Saved::over(version, "the version of a decision", rows)
    }

    /// The corrections of a decision in their order.
    pub async fn corrections(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Correction>, StoreError> {
        let rows: Vec<CorrectionRow> = fetch_all!(self, CORRECTIONS, Uuid::from(decision))?;
        rows.into_iter().map(Correction::try_from).collect()
    }

    /// What a decision said when it was signed, before any correction.
    pub async fn signed_content(
        &mut self,
        decision: DecisionId,
    ) -> Result<Option<DecisionContent>, StoreError> {
        let id = Uuid::from(decision);
        let row: Option<(Option<String>,)> = fetch_optional!(self, SIGNED_CONTENT, id)?;
        let of = RowOf {
            table: "decision",
            key: &id,
        };
        let content = row.and_then(|(content,)| content);
        content
            .map(|content| of.read("content", serde_json::from_str(&content)))
            .transpose()
    }

    /// The corrections of a decision as they are stored: number, canonical JSON and seal.
    pub async fn sealed_corrections(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<(u32, String, Seal)>, StoreError> {
        let rows: Vec<CorrectionRow> = fetch_all!(self, CORRECTIONS, Uuid::from(decision))?;
        let read = |row: CorrectionRow| {
            let of = RowOf {
                table: "correction",
                key: &row.decision,
            };
            let number = of.read("number", row.number.try_into())?;
            Ok((number, row.content, row.seal.read(&of)?))
        };
        rows.into_iter().map(read).collect()
    }

    /// Who was told of the corrections of a decision, and who is still to be.
    pub async fn correction_notices(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<CorrectionNotice>, StoreError> {
        let rows: Vec<NoticeRow> = fetch_all!(self, NOTICES, Uuid::from(decision))?;
        rows.into_iter().map(CorrectionNotice::try_from).collect()
    }

    /// Records that a party was told of a correction; `false` where it was recorded before, or
    /// there is no such notice.
    pub async fn tell_of_correction(
        &mut self,
        decision: DecisionId,
        notice: &CorrectionNotice,
    ) -> Result<bool, StoreError> {
        let Some((on, means, office)) = &notice.told else {
            return Ok(false);
        };
        let rows = execute!(
            self,
            TELL,
            Uuid::from(decision),
            i64::from(notice.number),
            Uuid::from(notice.service),
            *on,
            means.code(),
            office,
        )?;
        Ok(rows == 1)
    }

    /// Writes what a decision that is being frozen does to earlier ones. An earlier one that is
    /// not in the register is a broken reference.
    pub(super) async fn add_changes(
        &mut self,
        decision: Uuid,
        changes: &[DecisionChange],
    ) -> Result<(), StoreError> {
        for change in changes {
            let rows = execute!(
                self,
                ADD_CHANGE,
                decision,
                change.section.series.as_str(),
                i64::from(change.section.year),
                i64::from(change.section.number),
                change.effect.code(),
            )?;
            if rows != 1 {
                return Err(StoreError::RowsAffected {
                    statement: "a changed decision",
                    expected: 1,
                    actual: rows,
                });
            }
        }
        Ok(())
    }

    /// The frozen decisions that change a decision, in their order.
    pub async fn changed_by(&mut self, target: DecisionId) -> Result<Vec<ChangeRow>, StoreError> {
        let rows: Vec<ChangeColumns> = fetch_all!(self, CHANGED_BY, Uuid::from(target))?;
        rows.into_iter().map(ChangeRow::try_from).collect()
    }

    /// The decisions that a frozen decision changes.
    pub async fn changes_of(&mut self, decision: DecisionId) -> Result<Vec<ChangeRow>, StoreError> {
        let rows: Vec<ChangeColumns> = fetch_all!(self, CHANGES, Uuid::from(decision))?;
        rows.into_iter().map(ChangeRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct CorrectionRow {
    decision: Uuid,
    number: i64,
    corrected_at: OffsetDateTime,
    corrected_by: Uuid,
    office: String,
    reason: String,
    content: String,
    #[sqlx(flatten)]
    seal: SealColumns,
}

impl TryFrom<CorrectionRow> for Correction {
    type Error = StoreError;

    fn try_from(row: CorrectionRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "correction",
            key: &row.decision,
        };
        Ok(Self {
            number: of.read("number", row.number.try_into())?,
            at: row.corrected_at,
            by: UserId::from(row.corrected_by),
            office: row.office,
            reason: row.reason,
            content: of.read("content", serde_json::from_str(&row.content))?,
            seal: row.seal.read(&of)?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct NoticeRow {
    decision: Uuid,
    number: i64,
    service: Uuid,
    told_on: Option<Date>,
    means: Option<String>,
    recorded_by: Option<String>,
}

impl TryFrom<NoticeRow> for CorrectionNotice {
    type Error = StoreError;

    fn try_from(row: NoticeRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "correction_notice",
            key: &row.decision,
        };
        let told = match (row.told_on, row.means, row.recorded_by) {
            (Some(on), Some(means), Some(office)) => {
                let means = of.known("means", ServiceMeans::from_code(&means))?;
                Some((on, means, office))
            }
            _ => None,
        };
        Ok(Self {
            number: of.read("number", row.number.try_into())?,
            service: row.service.into(),
            told,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ChangeColumns {
    id: Uuid,
    title: String,
    is_published: i32,
    is_public: i32,
    effect: String,
    #[sqlx(flatten)]
    section: SectionRow,
}

impl TryFrom<ChangeColumns> for ChangeRow {
    type Error = StoreError;

    fn try_from(row: ChangeColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let section = row.section.read(&of)?;
        Ok(Self {
            id: row.id.into(),
            title: row.title,
            section: of.known("series", section)?,
            is_published: row.is_published == 1,
            is_public: row.is_public == 1,
            effect: of.known("effect", ChangeEffect::from_code(&row.effect))?,
        })
    }
}
