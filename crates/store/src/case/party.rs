//! Who has to do with cases.

use domain::case::{CaseParty, PartyRole, PartyWho};
use domain::id::{CaseId, CasePartyId};
use domain::publicity::Personal;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into case_party (id, version, city_case, role, organisation, person, agent,
        added_number, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const SAVE: &str = "
    update case_party
       set version = version + 1, role = $3, organisation = $4, person = $5, agent = $6,
           changed_at = $7
     where id = $1 and version = $2";
const REMOVE: &str = "delete from case_party where id = $1 and version = $2";
const OF_CASE: &str = "
    select id, version, city_case, role, organisation, person, agent
      from case_party
     where city_case = $1
     order by case role when 'initiator' then 1 when 'party' then 2 else 3 end, added_number";

impl Tx {
    /// Adds who has to do with a case.
    pub async fn add_case_party(
        &mut self,
        party: &CaseParty,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let (organisation, person) = who_columns(&party.who);
        execute!(
            self,
            ADD,
            Uuid::from(party.id),
            party.version,
            Uuid::from(party.case),
            party.role.code(),
            organisation,
            person,
            party.agent.reveal_to_official(),
            added_number,
            stored(at),
        )?;
        Ok(())
    }

    /// Saves that record over the version it was loaded with.
    pub async fn save_case_party(
        &mut self,
        party: &CaseParty,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let (organisation, person) = who_columns(&party.who);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(party.id),
            party.version,
            party.role.code(),
            organisation,
            person,
            party.agent.reveal_to_official(),
            stored(at),
        )?;
        self.next_change().await?;
        Saved::over(party.version, "the version of a party", rows)
    }

    /// Removes that record, if it still has the version that was seen.
    pub async fn remove_case_party(
        &mut self,
        id: CasePartyId,
        version: i64,
    ) -> Result<Saved, StoreError> {
        let rows = execute!(self, REMOVE, Uuid::from(id), version)?;
        self.next_change().await?;
        Saved::over(version, "the version of a party", rows)
    }

    /// Who has to do with a case, the initiators first.
    pub async fn case_parties(&mut self, case: CaseId) -> Result<Vec<CaseParty>, StoreError> {
        let rows: Vec<PartyRow> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        rows.into_iter().map(CaseParty::try_from).collect()
    }
}

fn who_columns(who: &PartyWho) -> (Option<Uuid>, Option<&str>) {
    match who {
        PartyWho::Organisation(id) => (Some((*id).into()), None),
        PartyWho::Person(name) => (None, Some(name.reveal_to_official())),
    }
}

#[derive(sqlx::FromRow)]
struct PartyRow {
    id: Uuid,
    version: i64,
    city_case: Uuid,
    role: String,
    organisation: Option<Uuid>,
    person: Option<String>,
    agent: String,
}

impl TryFrom<PartyRow> for CaseParty {
    type Error = StoreError;

    fn try_from(row: PartyRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "case_party",
            key: &row.id,
        };
        let who = match (row.organisation, row.person) {
            (Some(id), None) => PartyWho::Organisation(id.into()),
            (None, Some(name)) => PartyWho::Person(Personal::new(name)),
            _ => of.known("organisation", None)?,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            case: row.city_case.into(),
            role: of.known("role", PartyRole::from_code(&row.role))?,
            who,
            agent: Personal::new(row.agent),
        })
    }
}
