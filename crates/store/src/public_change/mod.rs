//! When something public changed last, and what everybody saw of it then.

mod list;

pub use list::{ChangedDecision, ChangedProject};

use domain::id::{DecisionId, ProjectId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::RowOf;
use crate::stub::no_stub;
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{StoreError, Tx};

const KEPT: &str = "select content from public_change where kind = $1 and subject = $2";
const ADD: &str = "
    insert into public_change (kind, subject, number, changed_at, content)
    values ($1, $2, $3, $4, $5)";
const SAVE: &str = "
    update public_change set number = $3, changed_at = $4, content = $5
     where kind = $1 and subject = $2";
const RESTATE: &str = "update public_change set content = $3 where kind = $1 and subject = $2";
const LAST: &str = "select coalesce(max(number), 0) from public_change";
const FIRST_FROM: &str = "select min(number) from public_change where changed_at >= $1";
const STATE: &str = "select form from public_change_state where id = 1";
const SAVE_STATE: &str = "update public_change_state set form = $1 where id = 1";
const PUBLISHED: &str = "
    select d.id, d.publication_number
      from decision d
     where d.publication_number > $1
     order by d.publication_number
     limit $2";
/// Projects that everybody may know of, or could once.
const PROJECTS: &str = concat!(
    "select p.id
       from project p
      where exists (select 1 from public_change c where c.kind = 'project' and c.subject = p.id)
         or exists (select 1 from decision d
                     where d.project = p.id and d.publication_number is not null and ",
    no_stub!("d"),
    ") order by p.added_number"
);
const OF_LEGAL_FORCE: &str = "select decision from legal_force where id = $1";
const OF_ENTRY: &str = "
    select d.project
      from commitment_entry e
      join decision d on d.id = e.decision
     where e.id = $1 and d.project is not null";
const OF_CASE: &str = "
    select id from decision where city_case = $1 and publication_number is not null
     order by publication_number";
const OF_PROJECT: &str = "
    select id from decision where project = $1 and publication_number is not null
     order by publication_number";
const PROJECTS_OF_CASE: &str = "select id from project where city_case = $1 order by added_number";

/// What is public and changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicThing {
    /// A decision that was published.
    Decision(DecisionId),
    /// A project that a published decision funds, or funded.
    Project(ProjectId),
}

impl PublicThing {
    fn key(self) -> (&'static str, Uuid) {
        match self {
            Self::Decision(id) => ("decision", id.into()),
            Self::Project(id) => ("project", id.into()),
        }
    }
}

impl Tx {
    /// The hash of what everybody saw of it when it changed last; `None` before it was public.
    pub async fn public_content(
        &mut self,
        thing: PublicThing,
    ) -> Result<Option<[u8; 32]>, StoreError> {
        let (kind, subject) = thing.key();
        let row: Option<(Vec<u8>,)> = fetch_optional!(self, KEPT, kind, subject)?;
        let of = RowOf {
            table: "public_change",
            key: &subject,
        };
        row.map(|(content,)| of.read("content", content.try_into()))
            .transpose()
    }

    /// Says that it changed, as everybody may know: it is then the last of all changes.
    pub async fn keep_public_change(
        &mut self,
        thing: PublicThing,
        at: OffsetDateTime,
        content: &[u8; 32],
    ) -> Result<(), StoreError> {
        let (kind, subject) = thing.key();
        let number = self.next_change().await?;
        let (at, content) = (stored(at), &content[..]);
        let rows = execute!(self, SAVE, kind, subject, number, at, content)?;
        if rows == 0 {
            execute!(self, ADD, kind, subject, number, at, content)?;
        }
        Ok(())
    }

    /// Keeps the hash of what is seen of it in another form: nothing changed.
    pub async fn restate_public_content(
        &mut self,
        thing: PublicThing,
        content: &[u8; 32],
    ) -> Result<(), StoreError> {
        let (kind, subject) = thing.key();
        execute!(self, RESTATE, kind, subject, &content[..])?;
        Ok(())
    }

    /// The number of the last public change, 0 before the first.
    pub async fn last_public_change(&mut self) -> Result<i64, StoreError> {
        let (number,) = fetch_one!(self, LAST)?;
        Ok(number)
    }

    /// The number after which every public change since an instant follows.
    pub async fn public_change_before(&mut self, at: OffsetDateTime) -> Result<i64, StoreError> {
        let (first,): (Option<i64>,) = fetch_one!(self, FIRST_FROM, stored(at))?;
        match first {
            Some(first) => Ok(first - 1),
            None => self.last_public_change().await,
        }
    }

    /// The form of what the hashes were made from.
    pub async fn public_content_form(&mut self) -> Result<i64, StoreError> {
        let (form,) = fetch_one!(self, STATE)?;
        Ok(form)
    }

    /// Says that all hashes were made from this form.
    pub async fn save_public_content_form(&mut self, form: i64) -> Result<(), StoreError> {
        execute!(self, SAVE_STATE, form)?;
        Ok(())
    }

    /// The decisions published after a number, at most so many, each with its number.
    pub async fn published_after(
        &mut self,
        number: i64,
        limit: u32,
    ) -> Result<Vec<(DecisionId, i64)>, StoreError> {
        let rows: Vec<(Uuid, i64)> = fetch_all!(self, PUBLISHED, number, i64::from(limit))?;
        Ok(rows.into_iter().map(|(id, at)| (id.into(), at)).collect())
    }

    /// Every project that everybody may know of, or could once.
    pub async fn projects_once_public(&mut self) -> Result<Vec<ProjectId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, PROJECTS)?;
        Ok(ids(rows))
    }

    /// The decision that a statement of legal force is about.
    pub async fn decision_of_statement(
        &mut self,
        statement: domain::id::LegalForceId,
    ) -> Result<Option<DecisionId>, StoreError> {
        let row: Option<(Uuid,)> = fetch_optional!(self, OF_LEGAL_FORCE, Uuid::from(statement))?;
        Ok(row.map(|(id,)| id.into()))
    }

    /// The project of the commitment that an entry is about.
    pub async fn project_of_entry(
        &mut self,
        entry: domain::id::CommitmentEntryId,
    ) -> Result<Option<ProjectId>, StoreError> {
        let row: Option<(Uuid,)> = fetch_optional!(self, OF_ENTRY, Uuid::from(entry))?;
        Ok(row.map(|(id,)| id.into()))
    }

    /// What was published of a case: decisions, and its projects whether they were or not.
    pub async fn things_of_case(
        &mut self,
        case: domain::id::CaseId,
    ) -> Result<Vec<PublicThing>, StoreError> {
        let decisions: Vec<(Uuid,)> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        let projects: Vec<(Uuid,)> = fetch_all!(self, PROJECTS_OF_CASE, Uuid::from(case))?;
        let decisions = ids(decisions).into_iter().map(PublicThing::Decision);
        let projects = ids(projects).into_iter().map(PublicThing::Project);
        Ok(decisions.chain(projects).collect())
    }

    /// The decisions that were published of a project.
    pub async fn decisions_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<DecisionId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        Ok(ids(rows))
    }
}

fn ids<Id: From<Uuid>>(rows: Vec<(Uuid,)>) -> Vec<Id> {
    rows.into_iter().map(|(id,)| id.into()).collect()
}
