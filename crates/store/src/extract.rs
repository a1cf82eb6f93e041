//! Extracts that were certified for a recipient.

use domain::id::{DecisionId, ExtractId, ServiceId, UserId};
use domain::section::Section;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::SectionRow;
use crate::error::{RowOf, unique};
use crate::organisation::name_on_first_value;
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into extract (id, decision, service, certified_by, office, place, certified_at, code,
        entitled_by, document, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const BY_ID: &str = "
    select id, decision, service, certified_by, office, place, certified_at, code, entitled_by
      from extract
     where id = $1";
const DOCUMENT: &str = "select document from extract where id = $1";
const OF_DECISION: &str = "
    select id, decision, service, certified_by, office, place, certified_at, code, entitled_by
      from extract
     where decision = $1
     order by added_number";
/// `$1` is the day of names.
const NEWEST: &str = concat!(
    "select e.id, e.decision, e.service, e.certified_by, e.office, e.place, e.certified_at, e.code,
            e.entitled_by, d.title, d.series, d.section_year, d.section_number, ",
    name_on_first_value!("s.recipient"),
    " as recipient_name
      from extract e
      join service s on s.id = e.service
      join decision d on d.id = e.decision
     where ($2 is null or e.decision = $2)
     order by e.added_number desc
     limit $3 offset $4"
);
const COUNT: &str = "select count(*) from extract where ($1 is null or decision = $1)";

/// A certified extract of a decision for one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// Its identity.
    pub id: ExtractId,
    /// The decision.
    pub decision: DecisionId,
    /// The service of the recipient it was made for.
    pub service: ServiceId,
    /// The account that certified it.
    pub certified_by: UserId,
    /// The office of the certifier.
    pub office: String,
    /// Where.
    pub place: String,
    /// When.
    pub certified_at: OffsetDateTime,
    /// What the printed extract is found by; unique.
    pub code: String,
    /// Why the recipient is entitled to the secret parts; `None` where they are left out.
    pub entitled_by: Option<String>,
}

/// An extract in the list of those given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenExtractRow {
    /// The extract.
    pub extract: Extract,
    /// To whom it was given.
    pub recipient: String,
    /// The title of its decision.
    pub title: String,
    /// The place of its decision.
    pub section: Section,
}

impl Tx {
    /// Adds an extract with everything that is printed, in JSON; [`StoreError::Unique`]
    /// `extract_code` where its code is taken.
    pub async fn add_extract(
        &mut self,
        extract: &Extract,
        document: &str,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(extract.id),
            Uuid::from(extract.decision),
            Uuid::from(extract.service),
            Uuid::from(extract.certified_by),
            &extract.office,
            &extract.place,
            stored(extract.certified_at),
            &extract.code,
            &extract.entitled_by,
            document,
            added_number,
        )
        .map_err(unique("extract_code"))?;
        Ok(())
    }

    /// One extract.
    pub async fn extract(&mut self, id: ExtractId) -> Result<Option<Extract>, StoreError> {
        let row: Option<ExtractRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        Ok(row.map(Extract::from))
    }

    /// What an extract prints, as it was added.
    pub async fn extract_document(&mut self, id: ExtractId) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = fetch_optional!(self, DOCUMENT, Uuid::from(id))?;
        Ok(row.map(|(document,)| document))
    }

    /// The extracts of a decision, the oldest first.
    pub async fn extracts_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Extract>, StoreError> {
        let rows: Vec<ExtractRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        Ok(rows.into_iter().map(Extract::from).collect())
    }

    /// The extracts given, of one decision or of all, the newest first; and how many there are.
    pub async fn given_extracts(
        &mut self,
        decision: Option<DecisionId>,
        today: Date,
        (limit, offset): (u32, u64),
    ) -> Result<(Vec<GivenExtractRow>, u64), StoreError> {
        let decision = decision.map(Uuid::from);
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        let rows: Vec<GivenRow> =
            fetch_all!(self, NEWEST, today, decision, i64::from(limit), offset)?;
        let (count,): (i64,) = fetch_one!(self, COUNT, decision)?;
        let rows = rows.into_iter().map(GivenExtractRow::try_from);
        Ok((rows.collect::<Result<_, _>>()?, count.unsigned_abs()))
    }
}

#[derive(sqlx::FromRow)]
struct ExtractRow {
    id: Uuid,
    decision: Uuid,
    service: Uuid,
    certified_by: Uuid,
    office: String,
    place: String,
    certified_at: OffsetDateTime,
    code: String,
    entitled_by: Option<String>,
}

#[derive(sqlx::FromRow)]
struct GivenRow {
    #[sqlx(flatten)]
    extract: ExtractRow,
    recipient_name: Option<String>,
    title: String,
    #[sqlx(flatten)]
    section: SectionRow,
}

impl TryFrom<GivenRow> for GivenExtractRow {
    type Error = StoreError;

    fn try_from(row: GivenRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "extract",
            key: &row.extract.id,
        };
        let section = row.section.read(&of)?;
        Ok(Self {
            recipient: of.known("recipient", row.recipient_name)?,
            section: of.known("series", section)?,
            title: row.title,
            extract: row.extract.into(),
        })
    }
}

impl From<ExtractRow> for Extract {
    fn from(row: ExtractRow) -> Self {
        Self {
            id: row.id.into(),
            decision: row.decision.into(),
            service: row.service.into(),
            certified_by: row.certified_by.into(),
            office: row.office,
            place: row.place,
            certified_at: row.certified_at,
            code: row.code,
            entitled_by: row.entitled_by,
        }
    }
}
