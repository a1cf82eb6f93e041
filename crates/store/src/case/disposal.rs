//! The disposal list, and the removal itself.

use domain::case::{Case, Disposal, DisposalState};
use domain::decision::DecisionDraft;
use domain::id::{CaseId, DisposalId, UserId};
use domain::view::case::DisposalContent;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::searched;
use crate::error::{RowOf, json, one_row, unique};
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into case_disposal (id, version, city_case, state, retention_ended_on, ground,
        proposed_at, proposed_by, proposed_office, reason, added_number)
    values ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, '', $9)";
const SAVE: &str = "
    update case_disposal
       set version = version + 1, state = $3, decided_at = $4, decided_by = $5,
           decided_office = $6, reason = $7
     where id = $1 and version = $2";

macro_rules! disposals {
    ($narrowed:literal) => {
        concat!(
            "select id, version, city_case, state, retention_ended_on, ground, proposed_at,
                    proposed_by, proposed_office, decided_at, decided_by, decided_office, reason
               from case_disposal ",
            $narrowed
        )
    };
}

const BY_ID: &str = disposals!("where id = $1");
const OF_CASE: &str = disposals!("where city_case = $1 order by added_number");
const OPEN: &str = disposals!("where state = 'proposed' order by added_number");
const DECIDED: &str =
    disposals!("where state <> 'proposed' order by decided_at desc, added_number desc limit $1");

const CONTENT: &str = "
    select (select count(*) from case_document where city_case = $1),
           (select count(*) from case_measure where city_case = $1),
           (select count(*) from case_party where city_case = $1),
           (select count(*) from decision where city_case = $1),
           (select count(*) from filing f join decision d on d.id = f.decision
             where d.city_case = $1)";

/// The events of a case that are only about what is removed: everything about the case itself, its
/// decisions as long as they were drafts, and the claims and appeals. What froze, published and
/// served a decision is kept with it; so is what was disposed of before.
const PAYLOADS: &str = "
    select e.seq
      from audit_event e
      join audit_payload p on p.seq = e.seq
     where (e.subject_kind = 'case' and e.subject_id = $1 and e.event <> 'case_disposed')
        or (e.subject_kind = 'decision' and e.subject_id = $2
            and e.event in ('decision_drafted', 'decision_imported', 'draft_changed',
                'file_attached', 'attachment_removed', 'attachments_ordered', 'decision_sent',
                'decision_returned', 'decision_recalled', 'conflict_stated', 'draft_abandoned',
                'draft_taken_up'))
        or (e.subject_kind = 'filing' and e.subject_id = $3)
     order by e.seq";

const CLEAR_CASE: &str = "
    update city_case
       set version = version + 1, internal_title = '', search_text = $2, state = 'disposed',
           disposed_at = $3, changed_at = $3
     where id = $1";
const CLEAR_STEPS: &str = "update case_step set reason = '' where city_case = $1";
const REMOVE_DOCUMENTS: &str = "delete from case_document where city_case = $1";
const REMOVE_MEASURES: &str = "delete from case_measure where city_case = $1";
const REMOVE_PARTIES: &str = "delete from case_party where city_case = $1";
const CLEAR_DRAFTS: &str = "update decision set draft = $2 where city_case = $1";
/// Of a decision that was never made nothing is kept but that there was one.
const CLEAR_UNMADE: &str = "
    update decision
       set title = '', draft_series = '', remark = null, conflict_by = null, conflict_ground = null
     where city_case = $1 and content is null";
const UNMADE_FILES: &str = "
    select distinct a.file
      from attachment a
      join decision d on d.id = a.decision
     where d.city_case = $1 and d.content is null";
const REMOVE_UNMADE_ATTACHMENTS: &str = "
    delete from attachment
     where decision in (select id from decision where city_case = $1 and content is null)";
const REMOVE_AUTOSAVES: &str = "
    delete from autosave where decision in (select id from decision where city_case = $1)";
const CLEAR_FILERS: &str = "
    update filing set filer = ''
     where decision in (select id from decision where city_case = $1)";
const CLEAR_CONTACTS: &str = "
    update project_version set contacts = '[]'
     where project in (select id from project where city_case = $1)";
const REMOVE_NOTES: &str = "
    delete from project_note where project in (select id from project where city_case = $1)";
const FILINGS: &str = "
    select f.id from filing f join decision d on d.id = f.decision where d.city_case = $1";

impl Tx {
    /// Adds a proposal; [`StoreError::Unique`] `case_disposal` where the case has one that waits.
    pub async fn add_disposal(&mut self, disposal: &Disposal) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(disposal.id),
            disposal.version,
            Uuid::from(disposal.case),
            disposal.retention_ended_on,
            &disposal.ground,
            stored(disposal.proposed_at),
            Uuid::from(disposal.proposed_by),
            &disposal.proposed_office,
            added_number,
        )
        .map_err(unique("case_disposal"))?;
        Ok(())
    }

    /// Saves what was said to a proposal over the version it was loaded with.
    pub async fn save_disposal(&mut self, disposal: &Disposal) -> Result<Saved, StoreError> {
        let (state, at, by, office, reason) = match &disposal.state {
            DisposalState::Proposed => ("proposed", None, None, None, ""),
            DisposalState::Left {
                at,
                by,
                office,
                reason,
            } => ("left", Some(*at), Some(*by), Some(office), reason.as_str()),
            DisposalState::Disposed { at, by, office } => {
                ("disposed", Some(*at), Some(*by), Some(office), "")
            }
        };
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(disposal.id),
            disposal.version,
            state,
            at.map(stored),
            by.map(Uuid::from),
            office,
            reason,
        )?;
        self.next_change().await?;
        Saved::over(disposal.version, "the version of a disposal", rows)
    }

    /// A line of the disposal list.
    pub async fn disposal(&mut self, id: DisposalId) -> Result<Option<Disposal>, StoreError> {
        let row: Option<DisposalRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Disposal::try_from).transpose()
    }

    /// The proposals of a case, the oldest first.
    pub async fn disposals_of_case(&mut self, case: CaseId) -> Result<Vec<Disposal>, StoreError> {
        let rows: Vec<DisposalRow> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        rows.into_iter().map(Disposal::try_from).collect()
    }

    /// The proposals that wait, the oldest first.
    pub async fn open_disposals(&mut self) -> Result<Vec<Disposal>, StoreError> {
        let rows: Vec<DisposalRow> = fetch_all!(self, OPEN)?;
        rows.into_iter().map(Disposal::try_from).collect()
    }

    /// What was said to proposals last.
    pub async fn decided_disposals(&mut self, limit: u32) -> Result<Vec<Disposal>, StoreError> {
        let rows: Vec<DisposalRow> = fetch_all!(self, DECIDED, i64::from(limit))?;
        rows.into_iter().map(Disposal::try_from).collect()
    }

    /// What a disposal removes from a case, counted.
    pub async fn disposal_content(&mut self, case: CaseId) -> Result<DisposalContent, StoreError> {
        let (documents, measures, parties, drafts, filings): (i64, i64, i64, i64, i64) =
            fetch_one!(self, CONTENT, Uuid::from(case))?;
        let payloads = self.payloads_of_case(case).await?.len() as u64;
        let of = RowOf {
            table: "city_case",
            key: &case,
        };
        let count = |number: i64| of.read("id", number.try_into());
        Ok(DisposalContent {
            documents: count(documents)?,
            measures: count(measures)?,
            parties: count(parties)?,
            drafts: count(drafts)?,
            filings: count(filings)?,
            payloads,
        })
    }

    /// The numbers of the audit events whose payloads go with a case.
    pub async fn payloads_of_case(&mut self, case: CaseId) -> Result<Vec<i64>, StoreError> {
        let decisions = self.decisions_of_case(case).await?;
        let filings: Vec<(Uuid,)> = fetch_all!(self, FILINGS, Uuid::from(case))?;
        // Subjects are kept as texts, and the two databases write an identity differently.
        let case = case.to_string();
        let mut seqs = std::collections::BTreeSet::new();
        let none = String::new();
        let mut asked = vec![(case, none.clone(), none.clone())];
        asked.extend(
            decisions
                .iter()
                .map(|id| (none.clone(), id.to_string(), none.clone())),
        );
        asked.extend(
            filings
                .iter()
                .map(|(id,)| (none.clone(), none.clone(), id.to_string())),
        );
        for (case, decision, filing) in asked {
            let rows: Vec<(i64,)> = fetch_all!(self, PAYLOADS, &case, &decision, &filing)?;
            seqs.extend(rows.into_iter().map(|(seq,)| seq));
        }
        Ok(seqs.into_iter().collect())
    }

    /// Removes from a case what is not kept for good, but for the payloads of its events, and
    /// brings it to its last state.
    pub async fn dispose_of_case(
        &mut self,
        case: &Case,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let id = Uuid::from(case.id);
        execute!(self, REMOVE_DOCUMENTS, id)?;
        execute!(self, REMOVE_MEASURES, id)?;
        execute!(self, REMOVE_PARTIES, id)?;
        execute!(self, CLEAR_STEPS, id)?;
        execute!(self, CLEAR_FILERS, id)?;
        execute!(self, CLEAR_CONTACTS, id)?;
        execute!(self, REMOVE_NOTES, id)?;
        let empty = json("decision", "draft", &DecisionDraft::default())?;
        execute!(self, CLEAR_DRAFTS, id, empty)?;
        self.dispose_of_unmade(id).await?;
        let rows = execute!(self, CLEAR_CASE, id, searched(case, ""), stored(at))?;
        one_row("a case that is disposed of", rows)?;
        self.next_change().await?;
        Ok(())
    }

    /// Removes what the decisions of a case that were never made said, with their attachments.
    async fn dispose_of_unmade(&mut self, case: Uuid) -> Result<(), StoreError> {
        execute!(self, CLEAR_UNMADE, case)?;
        execute!(self, REMOVE_AUTOSAVES, case)?;
        let files: Vec<(Vec<u8>,)> = fetch_all!(self, UNMADE_FILES, case)?;
        execute!(self, REMOVE_UNMADE_ATTACHMENTS, case)?;
        for file in files {
            self.forget_file(hash(case, file)?).await?;
        }
        Ok(())
    }
}

fn hash(case: Uuid, (file,): (Vec<u8>,)) -> Result<[u8; 32], StoreError> {
    let of = RowOf {
        table: "attachment",
        key: &case,
    };
    of.read("file", file.try_into())
}

#[derive(sqlx::FromRow)]
struct DisposalRow {
    id: Uuid,
    version: i64,
    city_case: Uuid,
    state: String,
    retention_ended_on: Date,
    ground: String,
    proposed_at: OffsetDateTime,
    proposed_by: Uuid,
    proposed_office: String,
    decided_at: Option<OffsetDateTime>,
    decided_by: Option<Uuid>,
    decided_office: Option<String>,
    reason: String,
}

impl TryFrom<DisposalRow> for Disposal {
    type Error = StoreError;

    fn try_from(row: DisposalRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "case_disposal",
            key: &row.id,
        };
        let decided = match (row.decided_at, row.decided_by, row.decided_office) {
            (Some(at), Some(by), Some(office)) => Some((at, UserId::from(by), office)),
            _ => None,
        };
        let state = match (&*row.state, decided) {
            ("proposed", None) => DisposalState::Proposed,
            ("left", Some((at, by, office))) => DisposalState::Left {
                at,
                by,
                office,
                reason: row.reason,
            },
            ("disposed", Some((at, by, office))) => DisposalState::Disposed { at, by, office },
            _ => of.known("state", None)?,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            case: row.city_case.into(),
            retention_ended_on: row.retention_ended_on,
            ground: row.ground,
            proposed_at: row.proposed_at,
            proposed_by: row.proposed_by.into(),
            proposed_office: row.proposed_office,
            state,
        })
    }
}
