//! Who gets decisions for information, and what became of the e-mail to each.

use domain::decision::DecisionDraft;
use domain::distribution::{Attempt, AttemptOutcome, Entry};
use domain::id::{DecisionId, DistributionId};
use domain::mailing::{Mailing, Trouble};
use domain::period::PeriodDates;
use domain::publicity::Personal;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::{LineRow, line_columns};
use crate::error::{RowOf, json, one_row};
use crate::mailing::failure;
use crate::period::{PeriodRow, period_columns};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{DecisionLineRow, Saved, StoreError, Tx};

macro_rules! entries {
    ($narrowed:literal) => {
        concat!(
            "select e.id, e.version, e.decision, e.name, e.address, e.mail, e.trouble, e.reply,
                    e.changed_at
               from distribution_entry e ",
            $narrowed
        )
    };
}

const BY_ID: &str = entries!("where e.id = $1");
const OF_DECISION: &str = entries!("where e.decision = $1 order by e.added_number");
const PLANNED: &str = entries!("where e.mail = 'planned' order by e.added_number");
const ADD: &str = "
    insert into distribution_entry (id, version, decision, name, address, mail, trouble, reply,
        changed_at, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const SAVE: &str = "
    update distribution_entry
       set version = version + 1, address = $3, mail = $4, trouble = $5, reply = $6,
           changed_at = $7
     where id = $1 and version = $2";
const ADD_ATTEMPT: &str = "
    insert into distribution_attempt (entry, number, ended_at, address, outcome, trouble, reply)
    values ($1, (select coalesce(max(a.number), 0) + 1 from distribution_attempt a
                  where a.entry = $1),
            $2, $3, $4, $5, $6)";
const ATTEMPTS: &str = "
    select ended_at, address, outcome, trouble, reply
      from distribution_attempt
     where entry = $1
     order by number";
const FORGET_IN_LOG: &str = "
    update distribution_attempt set address = null, reply = '' where entry = $1";
/// Published decisions that have addresses left and whose members' last day has come, or that have
/// none.
const ADDRESSED: &str = concat!(
    "select d.id, ",
    period_columns!("d"),
    " from decision d
     where d.publication_number is not null
       and d.id in (select e.decision from distribution_entry e where e.address is not null)
       and (d.period_last_day is null or d.period_last_day <= $1)
     order by d.publication_number"
);
const UNSETTLED: &str = concat!(
    "select ",
    line_columns!(),
    " from decision d
     where d.id in (select e.decision from distribution_entry e
                     where e.mail in ('refused', 'unknown') and e.address is not null)
     order by d.publication_number"
);
const SAVE_DRAFT: &str = "update decision set draft = $2 where id = $1 and content is not null";

/// An entry of a distribution with when something became of it last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// The entry.
    pub entry: Entry,
    /// When something became of it last.
    pub changed_at: OffsetDateTime,
}

impl Tx {
    /// Adds an entry to the distribution of a decision.
    pub async fn add_distribution_entry(
        &mut self,
        entry: &Entry,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let failure = entry.mail.as_ref().and_then(Mailing::failure);
        execute!(
            self,
            ADD,
            Uuid::from(entry.id),
            entry.version,
            Uuid::from(entry.decision),
            entry.name.reveal_to_official(),
            entry.address.as_ref().map(Personal::reveal_to_official),
            entry.mail.as_ref().map(Mailing::code),
            failure.map(|failure| failure.trouble.code()),
            failure.map(|failure| &failure.reply),
            stored(at),
            added_number,
        )?;
        Ok(())
    }

    /// Saves the address of an entry and what has become of its mail, over the version it was
    /// loaded with.
    pub async fn save_distribution_entry(
        &mut self,
        entry: &Entry,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let failure = entry.mail.as_ref().and_then(Mailing::failure);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(entry.id),
            entry.version,
            entry.address.as_ref().map(Personal::reveal_to_official),
            entry.mail.as_ref().map(Mailing::code),
            failure.map(|failure| failure.trouble.code()),
            failure.map(|failure| &failure.reply),
            stored(at),
        )?;
        Saved::over(
            entry.version,
            "the version of an entry of a distribution",
            rows,
        )
    }

    /// One entry.
    pub async fn distribution_entry(
        &mut self,
        id: DistributionId,
    ) -> Result<Option<Entry>, StoreError> {
        let row: Option<Columns> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        let row = row.map(EntryRow::try_from).transpose()?;
        Ok(row.map(|row| row.entry))
    }

    /// The distribution of a decision, in its order.
    pub async fn distribution_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<EntryRow>, StoreError> {
        let rows: Vec<Columns> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(EntryRow::try_from).collect()
    }

    /// The entries whose mails are planned and were not tried yet.
    pub async fn planned_distribution(&mut self) -> Result<Vec<Entry>, StoreError> {
        let rows: Vec<Columns> = fetch_all!(self, PLANNED)?;
        let rows: Result<Vec<EntryRow>, _> = rows.into_iter().map(EntryRow::try_from).collect();
        Ok(rows?.into_iter().map(|row| row.entry).collect())
    }

    /// Adds a sending to the delivery log of an entry.
    pub async fn add_distribution_attempt(
        &mut self,
        entry: DistributionId,
        attempt: &Attempt,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD_ATTEMPT,
            Uuid::from(entry),
            stored(attempt.at),
            attempt.address.as_ref().map(Personal::reveal_to_official),
            attempt.outcome.code(),
            attempt.trouble.map(Trouble::code),
            attempt.reply.reveal_to_official(),
        )?;
        Ok(())
    }

    /// The delivery log of an entry, the first sending first.
    pub async fn distribution_attempts(
        &mut self,
        entry: DistributionId,
    ) -> Result<Vec<Attempt>, StoreError> {
        let rows: Vec<AttemptRow> = fetch_all!(self, ATTEMPTS, Uuid::from(entry))?;
        let of = RowOf {
            table: "distribution_attempt",
            key: &entry,
        };
        rows.into_iter().map(|row| row.read(&of)).collect()
    }

    /// Removes the addresses from the delivery log of an entry, and what mail servers said.
    pub async fn forget_distribution_attempts(
        &mut self,
        entry: DistributionId,
    ) -> Result<(), StoreError> {
        execute!(self, FORGET_IN_LOG, Uuid::from(entry))?;
        Ok(())
    }

    /// Published decisions with addresses left whose municipal member's last day is `day` or
    /// earlier, or that have no such day. Which of the addresses are to go is for the caller to say.
    pub async fn decisions_with_addresses(
        &mut self,
        day: Date,
    ) -> Result<Vec<(DecisionId, Option<PeriodDates>)>, StoreError> {
        let rows: Vec<AddressedRow> = fetch_all!(self, ADDRESSED, day)?;
        rows.into_iter()
            .map(|row| {
                let of = RowOf {
                    table: "decision",
                    key: &row.id,
                };
                Ok((row.id.into(), row.period.read(&of)?))
            })
            .collect()
    }

    /// The decisions of which a mail to somebody of the distribution was not sent, or perhaps not,
    /// and can still be.
    pub async fn decisions_with_unsettled_distribution(
        &mut self,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, UNSETTLED)?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// Saves the draft that a frozen decision keeps, where something of it is not to be kept.
    pub async fn save_frozen_draft(
        &mut self,
        decision: DecisionId,
        draft: &DecisionDraft,
    ) -> Result<(), StoreError> {
        let draft = json("decision", "draft", draft)?;
        let rows = execute!(self, SAVE_DRAFT, Uuid::from(decision), draft)?;
        one_row("the draft of a frozen decision", rows)
    }
}

#[derive(sqlx::FromRow)]
struct Columns {
    id: Uuid,
    version: i64,
    decision: Uuid,
    name: String,
    address: Option<String>,
    mail: Option<String>,
    trouble: Option<String>,
    reply: Option<String>,
    changed_at: OffsetDateTime,
}

impl TryFrom<Columns> for EntryRow {
    type Error = StoreError;

    fn try_from(row: Columns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "distribution_entry",
            key: &row.id,
        };
        let failure = failure(&of, row.trouble, row.reply)?;
        let mail = match row.mail {
            Some(code) => Some(of.known("mail", Mailing::from_code(&code, failure))?),
            None => None,
        };
        Ok(Self {
            entry: Entry {
                id: row.id.into(),
                version: row.version,
                decision: row.decision.into(),
                name: Personal::new(row.name),
                address: row.address.map(Personal::new),
                mail,
            },
            changed_at: row.changed_at,
        })
    }
}

#[derive(sqlx::FromRow)]
struct AttemptRow {
    ended_at: OffsetDateTime,
    address: Option<String>,
    outcome: String,
    trouble: Option<String>,
    reply: String,
}

impl AttemptRow {
    fn read(self, of: &RowOf<'_>) -> Result<Attempt, StoreError> {
        let trouble = match self.trouble {
            Some(code) => Some(of.known("trouble", Trouble::from_code(&code))?),
            None => None,
        };
        Ok(Attempt {
            at: self.ended_at,
            address: self.address.map(Personal::new),
            outcome: of.known("outcome", AttemptOutcome::from_code(&self.outcome))?,
            trouble,
            reply: Personal::new(self.reply),
        })
    }
}

#[derive(sqlx::FromRow)]
struct AddressedRow {
    id: Uuid,
    #[sqlx(flatten)]
    period: PeriodRow,
}
