//! Loading whole decisions.

use domain::case::Case;
use domain::city::LocalName;
use domain::decision::{Decision, DecisionDraft};
use domain::id::{CaseId, DecisionId};
use domain::section::Section;
use domain::view::desk::OtherDecision;
use domain::view::public::ProjectLink;
use time::Date;
use uuid::Uuid;

use super::SectionRow;
use super::row::{DecisionRow, SealColumns, decision_columns};
use crate::case::CaseRow;
use crate::error::RowOf;
use crate::tx::{fetch_all, fetch_optional};
use crate::{SealedRow, StoreError, Tx};

const BY_ID: &str = concat!(
    "select ",
    decision_columns!(),
    " from decision d where d.id = $1"
);
const ID_AT: &str = "
    select id from decision where series = $1 and section_year = $2 and section_number = $3";
/// A decision with what its page says of its case and project.
macro_rules! placed {
    ($narrowed:literal) => {
        concat!(
            "select ",
            decision_columns!(),
            ", k.id as case_id, k.version as case_version, k.number as case_number,
               k.public_title as case_title, p.slug as project_slug, p.name as project_name,
               (select s.claims_to from section_series s where s.slug = d.series) as claims_to,
               case when exists (select 1 from stub s where s.decision = d.id and s.ended_at is null)
                    then 1 else 0 end as has_stub,
               case when exists (select 1 from legal_force l where l.decision = d.id)
                    then 1 else 0 end as has_legal_force,
               case when exists (select 1 from decision_change x
                                  where x.decision = d.id or x.target = d.id)
                    then 1 else 0 end as has_changes
             from decision d
             join city_case k on k.id = d.city_case
             left join project p on p.id = d.project
            where ",
            $narrowed
        )
    };
}

const PLACED: &str = placed!("d.id = $1");
const PUBLISHED_AT: &str = placed!(
    "d.series = $1 and d.section_year = $2 and d.section_number = $3
       and d.publication_number is not null"
);
const OTHERS: &str = "
    select d.id, d.series, d.section_year, d.section_number, d.title
      from decision own
      join decision d on d.content is not null
       and (d.city_case = own.city_case or d.project = own.project)
     where own.id = $1 and d.id <> own.id
     order by d.section_year desc, d.series, d.section_number desc";
const DRAFT_OF: &str = "select draft from decision where id = $1";
const TO_PUBLISH: &str = concat!(
    "select ",
    decision_columns!(),
    " from decision d where d.publish_on <= $1 order by d.publish_on, d.id"
);
const UNFROZEN_IN_SERIES: &str = "
    select id, city_case, draft from decision
     where content is null and draft_series = $1 and state <> 'abandoned'
     order by id";
const SEALED_AFTER: &str = "
    select id, series, section_year, section_number, content, seal_version, seal_salt, seal_hash
      from decision
     where content is not null and ($1 is null or id > $1)
     order by id
     limit $2";

/// A decision with what its page says of its case and project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedDecision {
    /// The decision.
    pub decision: Decision,
    /// Its case.
    pub case: Case,
    /// Its project, if any.
    pub project: Option<ProjectLink>,
    /// Who handles the claims against its decision maker, where it is not the usual body.
    pub claims_to: Option<LocalName>,
    /// What else there is of it.
    pub has: Has,
}

/// What else there is of a decision, so that its page asks for nothing that is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Has {
    /// A stub in its place.
    pub stub: bool,
    /// Statements of legal force, holding or not.
    pub legal_force: bool,
    /// Decisions that change it, or that it changes.
    pub changes: bool,
}

impl Tx {
    /// The decision of an identity.
    pub async fn decision(&mut self, id: DecisionId) -> Result<Option<Decision>, StoreError> {
        let row: Option<DecisionRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Decision::try_from).transpose()
    }

    /// The draft of a decision as it was typed last; it stays after the decision was frozen.
    pub async fn draft_of_decision(
        &mut self,
        id: DecisionId,
    ) -> Result<Option<DecisionDraft>, StoreError> {
        let row: Option<(String,)> = fetch_optional!(self, DRAFT_OF, Uuid::from(id))?;
        row.map(|(draft,)| read_draft(&Uuid::from(id), &draft))
            .transpose()
    }

    /// The other frozen decisions of the same case or project, the newest year first.
    pub async fn other_decisions(
        &mut self,
        id: DecisionId,
    ) -> Result<Vec<OtherDecision>, StoreError> {
        let rows: Vec<OtherRow> = fetch_all!(self, OTHERS, Uuid::from(id))?;
        let of = RowOf {
            table: "decision",
            key: &Uuid::from(id),
        };
        rows.into_iter()
            .map(|row| {
                let section = row.section.read(&of)?;
                Ok(OtherDecision {
                    id: row.id.into(),
                    section: of.known("series", section)?,
                    title: row.title,
                })
            })
            .collect()
    }

    /// The drafts that name a series and are not frozen yet, each with its case.
    pub async fn drafts_in_series(
        &mut self,
        series: &str,
    ) -> Result<Vec<(CaseId, DecisionDraft)>, StoreError> {
        let rows: Vec<(Uuid, Uuid, String)> = fetch_all!(self, UNFROZEN_IN_SERIES, series)?;
        rows.into_iter()
            .map(|(id, case, draft)| Ok((case.into(), read_draft(&id, &draft)?)))
            .collect()
    }

    /// The signed decisions whose day of publication has come, the first day first.
    pub async fn decisions_to_publish(&mut self, today: Date) -> Result<Vec<Decision>, StoreError> {
        let rows: Vec<DecisionRow> = fetch_all!(self, TO_PUBLISH, today)?;
        rows.into_iter().map(Decision::try_from).collect()
    }

    /// The identity of the frozen decision at a place, published or not.
    pub async fn decision_at(
        &mut self,
        section: &Section,
    ) -> Result<Option<DecisionId>, StoreError> {
        let row: Option<(Uuid,)> = fetch_optional!(
            self,
            ID_AT,
            section.series.as_str(),
            i64::from(section.year),
            i64::from(section.number),
        )?;
        Ok(row.map(|(id,)| id.into()))
    }

    /// The published decision at a place.
    pub async fn published_at(
        &mut self,
        section: &Section,
    ) -> Result<Option<PlacedDecision>, StoreError> {
        let row: Option<PageRow> = fetch_optional!(
            self,
            PUBLISHED_AT,
            section.series.as_str(),
            i64::from(section.year),
            i64::from(section.number),
        )?;
        row.map(PlacedDecision::try_from).transpose()
    }

    /// The decision of an identity with its case and project.
    pub async fn placed_decision(
        &mut self,
        id: DecisionId,
    ) -> Result<Option<PlacedDecision>, StoreError> {
        let row: Option<PageRow> = fetch_optional!(self, PLACED, Uuid::from(id))?;
        row.map(PlacedDecision::try_from).transpose()
    }

    /// Frozen decisions as they are stored, in the order of their identities, after one of them.
    pub async fn sealed_after(
        &mut self,
        after: Option<DecisionId>,
        limit: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        let after = after.map(Uuid::from);
        let rows: Vec<StoredSeal> = fetch_all!(self, SEALED_AFTER, after, i64::from(limit))?;
        rows.into_iter().map(SealedRow::try_from).collect()
    }
}

fn read_draft(id: &Uuid, draft: &str) -> Result<DecisionDraft, StoreError> {
    let of = RowOf {
        table: "decision",
        key: id,
    };
    of.read("draft", serde_json::from_str(draft))
}

#[derive(sqlx::FromRow)]
struct OtherRow {
    id: Uuid,
    #[sqlx(flatten)]
    section: SectionRow,
    title: String,
}

#[derive(sqlx::FromRow)]
struct PageRow {
    #[sqlx(flatten)]
    decision: DecisionRow,
    #[sqlx(flatten)]
    case: CaseRow,
    project_slug: Option<String>,
    project_name: Option<String>,
    claims_to: Option<String>,
    has_stub: i32,
    has_legal_force: i32,
    has_changes: i32,
}

impl TryFrom<PageRow> for PlacedDecision {
    type Error = StoreError;

    fn try_from(row: PageRow) -> Result<Self, StoreError> {
        let decision = Decision::try_from(row.decision)?;
        let of = RowOf {
            table: "decision",
            key: &decision.id,
        };
        let project = match (row.project_slug, row.project_name) {
            (Some(slug), Some(name)) => Some(ProjectLink {
                slug: of.read("project", slug.try_into())?,
                name,
            }),
            _ => None,
        };
        let claims_to = row.claims_to.as_deref().map(serde_json::from_str);
        Ok(Self {
            case: row.case.try_into()?,
            project,
            claims_to: of.read("claims_to", claims_to.transpose())?,
            has: Has {
                stub: row.has_stub == 1,
                legal_force: row.has_legal_force == 1,
                changes: row.has_changes == 1,
            },
            decision,
        })
    }
}

#[derive(sqlx::FromRow)]
struct StoredSeal {
    id: Uuid,
    #[sqlx(flatten)]
    section: SectionRow,
    content: String,
    #[sqlx(flatten)]
    seal: SealColumns,
}

impl TryFrom<StoredSeal> for SealedRow {
    type Error = StoreError;

    fn try_from(row: StoredSeal) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let section = row.section.read(&of)?;
        Ok(Self {
            id: row.id.into(),
            section: of.known("series", section)?,
            json: row.content,
            seal: row.seal.read(&of)?,
        })
    }
}
