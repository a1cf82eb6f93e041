//! The records of the documents of cases.

use domain::case::{
    Arrival, CaseDocument, DocumentFacts, DocumentKind, DocumentWay, Making, Phase, Sending,
};
use domain::id::CaseId;
use domain::publicity::Personal;
use domain::service::ServiceMeans;
use time::{Date, OffsetDateTime, Time};
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_one, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into case_document (id, version, phase, measure, title, arrived_on, arrived_at,
        arrival_way, sender, agent, author, made_on, sent_on, sent_at, sent_way, sent_to,
        service_means, void_reason, changed_at, city_case, ordinal, direction, registered_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23)";
const SAVE: &str = "
    update case_document
       set version = version + 1, phase = $3, measure = $4, title = $5, arrived_on = $6,
           arrived_at = $7, arrival_way = $8, sender = $9, agent = $10, author = $11,
           made_on = $12, sent_on = $13, sent_at = $14, sent_way = $15, sent_to = $16,
           service_means = $17, void_reason = $18, changed_at = $19
     where id = $1 and version = $2";
const LAST: &str = "select max(ordinal) from case_document where city_case = $1";
const OF_CASE: &str = "
    select id, version, city_case, ordinal, phase, measure, title, arrived_on, arrived_at,
           arrival_way, sender, agent, author, made_on, sent_on, sent_at, sent_way, sent_to,
           service_means, void_reason, registered_at
      from case_document
     where city_case = $1
     order by ordinal";

impl Tx {
    /// The number of the next document of a case.
    pub async fn next_document_ordinal(&mut self, case: CaseId) -> Result<u32, StoreError> {
        let (last,): (Option<i64>,) = fetch_one!(self, LAST, Uuid::from(case))?;
        let of = RowOf {
            table: "case_document",
            key: &case,
        };
        of.read("ordinal", u32::try_from(last.unwrap_or(0) + 1))
    }

    /// Adds the record of a document.
    pub async fn add_case_document(
        &mut self,
        document: &CaseDocument,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let columns = KindColumns::from(&document.facts.kind);
        execute!(
            self,
            ADD,
            Uuid::from(document.id),
            document.version,
            document.facts.phase.code(),
            document.facts.measure.map(Uuid::from),
            document.facts.title.reveal_to_official(),
            columns.arrived_on,
            columns.arrived_at,
            columns.arrival_way,
            columns.sender,
            columns.agent,
            columns.author,
            columns.made_on,
            columns.sent_on,
            columns.sent_at,
            columns.sent_way,
            columns.sent_to,
            columns.service_means,
            &document.void,
            stored(at),
            Uuid::from(document.case),
            i64::from(document.ordinal),
            columns.direction,
            stored(document.registered_at),
        )?;
        self.next_change().await?;
        Ok(())
    }

    /// Saves the record of a document over the version it was loaded with.
    pub async fn save_case_document(
        &mut self,
        document: &CaseDocument,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let columns = KindColumns::from(&document.facts.kind);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(document.id),
            document.version,
            document.facts.phase.code(),
            document.facts.measure.map(Uuid::from),
            document.facts.title.reveal_to_official(),
            columns.arrived_on,
            columns.arrived_at,
            columns.arrival_way,
            columns.sender,
            columns.agent,
            columns.author,
            columns.made_on,
            columns.sent_on,
            columns.sent_at,
            columns.sent_way,
            columns.sent_to,
            columns.service_means,
            &document.void,
            stored(at),
        )?;
        self.next_change().await?;
        Saved::over(document.version, "the version of a document", rows)
    }

    /// The documents of a case by their numbers.
    pub async fn case_documents(&mut self, case: CaseId) -> Result<Vec<CaseDocument>, StoreError> {
        let rows: Vec<DocumentRow> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        rows.into_iter().map(CaseDocument::try_from).collect()
    }
}

/// Arrival, making and sending as their columns keep them; those of what did not happen are null.
#[derive(Default)]
struct KindColumns<'a> {
    direction: &'static str,
    arrived_on: Option<Date>,
    arrived_at: Option<Time>,
    arrival_way: Option<&'static str>,
    sender: Option<&'a str>,
    agent: Option<&'a str>,
    author: Option<&'a str>,
    made_on: Option<Date>,
    sent_on: Option<Date>,
    sent_at: Option<Time>,
    sent_way: Option<&'static str>,
    sent_to: Option<&'a str>,
    service_means: Option<&'static str>,
}

impl<'a> From<&'a DocumentKind> for KindColumns<'a> {
    fn from(kind: &'a DocumentKind) -> Self {
        match kind {
            DocumentKind::Incoming(arrival) => Self {
                direction: "incoming",
                arrived_on: Some(arrival.on),
                arrived_at: arrival.at,
                arrival_way: Some(arrival.way.code()),
                sender: Some(arrival.sender.reveal_to_official()),
                agent: Some(arrival.agent.reveal_to_official()),
                ..Self::default()
            },
            DocumentKind::Own(making) => {
                let sent = making.sent.as_ref();
                Self {
                    direction: "own",
                    author: Some(&making.author),
                    made_on: Some(making.on),
                    sent_on: sent.map(|sent| sent.on),
                    sent_at: sent.and_then(|sent| sent.at),
                    sent_way: sent.map(|sent| sent.way.code()),
                    sent_to: sent.map(|sent| sent.to.reveal_to_official().as_str()),
                    service_means: sent.and_then(|sent| sent.service).map(ServiceMeans::code),
                    ..Self::default()
                }
            }
        }
    }
}

#[derive(sqlx::FromRow)]
struct DocumentRow {
    id: Uuid,
    version: i64,
    city_case: Uuid,
    ordinal: i64,
    phase: String,
    measure: Option<Uuid>,
    title: String,
    arrived_on: Option<Date>,
    arrived_at: Option<Time>,
    arrival_way: Option<String>,
    sender: Option<String>,
    agent: Option<String>,
    author: Option<String>,
    made_on: Option<Date>,
    sent_on: Option<Date>,
    sent_at: Option<Time>,
    sent_way: Option<String>,
    sent_to: Option<String>,
    service_means: Option<String>,
    void_reason: Option<String>,
    registered_at: OffsetDateTime,
}

impl TryFrom<DocumentRow> for CaseDocument {
    type Error = StoreError;

    fn try_from(row: DocumentRow) -> Result<Self, StoreError> {
        let id = row.id;
        let of = RowOf {
            table: "case_document",
            key: &id,
        };
        Ok(Self {
            id: id.into(),
            version: row.version,
            case: row.city_case.into(),
            ordinal: of.read("ordinal", row.ordinal.try_into())?,
            registered_at: row.registered_at,
            void: row.void_reason.clone(),
            facts: DocumentFacts {
                title: Personal::new(row.title.clone()),
                phase: of.known("phase", Phase::from_code(&row.phase))?,
                measure: row.measure.map(Into::into),
                kind: row.kind(&of)?,
            },
        })
    }
}

impl DocumentRow {
    fn kind(self, of: &RowOf<'_>) -> Result<DocumentKind, StoreError> {
        let way = |column, code: Option<String>| {
            let way = code.as_deref().and_then(DocumentWay::from_code);
            of.known(column, way)
        };
        if let Some(on) = self.arrived_on {
            return Ok(DocumentKind::Incoming(Arrival {
                on,
                at: self.arrived_at,
                way: way("arrival_way", self.arrival_way)?,
                sender: Personal::new(of.known("sender", self.sender)?),
                agent: Personal::new(of.known("agent", self.agent)?),
            }));
        }
        let sent = match self.sent_on {
            None => None,
            Some(on) => Some(Sending {
                on,
                at: self.sent_at,
                way: way("sent_way", self.sent_way)?,
                to: Personal::new(of.known("sent_to", self.sent_to)?),
                service: match self.service_means {
                    None => None,
                    Some(code) => Some(of.known("service_means", ServiceMeans::from_code(&code))?),
                },
            }),
        };
        Ok(DocumentKind::Own(Making {
            author: of.known("author", self.author)?,
            on: of.known("made_on", self.made_on)?,
            sent,
        }))
    }
}
