//! What is kept beside a draft while it is written: what was typed and not saved, and who has it
//! open. Neither is a fact of the register, so neither is a change of it.

use domain::decision::DecisionDraft;
use domain::id::{DecisionId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const KEEP: &str = "
    insert into autosave (account, decision, version, draft, saved_at)
    values ($1, $2, $3, $4, $5)
    on conflict (account, decision)
    do update set version = excluded.version, draft = excluded.draft, saved_at = excluded.saved_at";
const KEPT: &str = "
    select version, draft, saved_at from autosave where account = $1 and decision = $2";
const DISCARD: &str = "delete from autosave where account = $1 and decision = $2";
const DISCARD_ALL: &str = "delete from autosave where decision = $1";
const FORGET: &str = "delete from autosave where saved_at < $1";
/// Whoever was not seen since `$4` comes anew.
const SEEN: &str = "
    insert into presence (account, decision, since, seen_at)
    values ($1, $2, $3, $3)
    on conflict (account, decision)
    do update set since = case when presence.seen_at < $4 then excluded.since else presence.since end,
                  seen_at = excluded.seen_at";
const LEFT: &str = "delete from presence where account = $1 and decision = $2";
const LEFT_ALL: &str = "delete from presence where decision = $1";
const FORGET_SEEN: &str = "delete from presence where seen_at < $1";
const OTHERS: &str = "
    select a.name, a.office, p.since
      from presence p
      join account a on a.id = p.account
     where p.decision = $1 and p.account <> $2 and p.seen_at >= $3
     order by p.since, a.name";

/// What an official typed into a draft and did not save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Autosave {
    /// The version of the draft that was on the screen.
    pub version: i64,
    /// As it was typed.
    pub draft: DecisionDraft,
    /// When it was kept.
    pub saved_at: OffsetDateTime,
}

/// Somebody who has a draft open.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PresentRow {
    /// The official's name.
    pub name: String,
    /// The official's office.
    pub office: String,
    /// Since when.
    pub since: OffsetDateTime,
}

impl Tx {
    /// Keeps what an official typed, in the place of what was kept before.
    pub async fn keep_autosave(
        &mut self,
        official: UserId,
        decision: DecisionId,
        kept: &Autosave,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            KEEP,
            Uuid::from(official),
            Uuid::from(decision),
            kept.version,
            json("autosave", "draft", &kept.draft)?,
            stored(kept.saved_at),
        )?;
        Ok(())
    }

    /// What an official typed and did not save, if anything is kept.
    pub async fn autosave(
        &mut self,
        official: UserId,
        decision: DecisionId,
    ) -> Result<Option<Autosave>, StoreError> {
        let (account, id) = (Uuid::from(official), Uuid::from(decision));
        let row: Option<(i64, String, OffsetDateTime)> = fetch_optional!(self, KEPT, account, id)?;
        let of = RowOf {
            table: "autosave",
            key: &id,
        };
        row.map(|(version, draft, saved_at)| {
            Ok(Autosave {
                version,
                draft: of.read("draft", serde_json::from_str(&draft))?,
                saved_at,
            })
        })
        .transpose()
    }

    /// Throws away what an official typed and did not save.
    pub async fn discard_autosave(
        &mut self,
        official: UserId,
        decision: DecisionId,
    ) -> Result<(), StoreError> {
        execute!(self, DISCARD, Uuid::from(official), Uuid::from(decision))?;
        Ok(())
    }

    /// Throws away what anybody typed into a decision that nobody writes in any more, and who had
    /// it open.
    pub async fn end_drafting(&mut self, decision: DecisionId) -> Result<(), StoreError> {
        execute!(self, DISCARD_ALL, Uuid::from(decision))?;
        execute!(self, LEFT_ALL, Uuid::from(decision))?;
        Ok(())
    }

    /// Records that an official has a draft open, anew where they were not seen since a moment.
    pub async fn see_at_draft(
        &mut self,
        official: UserId,
        decision: DecisionId,
        at: OffsetDateTime,
        gone_since: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let (account, decision) = (Uuid::from(official), Uuid::from(decision));
        execute!(
            self,
            SEEN,
            account,
            decision,
            stored(at),
            stored(gone_since)
        )?;
        Ok(())
    }

    /// Records that an official has left a draft.
    pub async fn leave_draft(
        &mut self,
        official: UserId,
        decision: DecisionId,
    ) -> Result<(), StoreError> {
        execute!(self, LEFT, Uuid::from(official), Uuid::from(decision))?;
        Ok(())
    }

    /// Who else was seen at a draft since a moment, the first who came first.
    pub async fn others_at_draft(
        &mut self,
        official: UserId,
        decision: DecisionId,
        since: OffsetDateTime,
    ) -> Result<Vec<PresentRow>, StoreError> {
        let (account, decision) = (Uuid::from(official), Uuid::from(decision));
        Ok(fetch_all!(self, OTHERS, decision, account, stored(since))?)
    }

    /// Forgets what was kept before a moment and who was not seen since another; says how much.
    pub async fn forget_drafting(
        &mut self,
        kept_before: OffsetDateTime,
        seen_before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let kept = execute!(self, FORGET, stored(kept_before))?;
        execute!(self, FORGET_SEEN, stored(seen_before))?;
        Ok(kept)
    }
}
