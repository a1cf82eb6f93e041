//! Organisations and their dated names.

use domain::id::OrganisationId;
use domain::organisation::{BusinessId, DatedName, Organisation, OrganisationKind};
use time::Date;
use uuid::Uuid;

use crate::error::{RowOf, one_row, unique};
use crate::tx::{execute, fetch_all};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into organisation (id, kind, business_id, added_number) values ($1, $2, $3, $4)";
const ADD_NAME: &str = "
    insert into organisation_name (organisation, ordinal, since, name) values ($1, $2, $3, $4)";
const ADD_NEXT_NAME: &str = "
    insert into organisation_name (organisation, ordinal, since, name)
    select last.organisation, last.ordinal + 1, $2, $3
      from organisation_name last
     where last.organisation = $1
       and last.ordinal = (select max(ordinal) from organisation_name where organisation = $1)
       and (last.since is null or last.since < $2)";
const BY_ID: &str = "
    select o.id, o.kind, o.business_id, n.since, n.name
      from organisation o
      join organisation_name n on n.organisation = o.id
     where o.id = $1
     order by n.ordinal";
const ALL: &str = "
    select o.id, o.kind, o.business_id, n.since, n.name
      from organisation o
      join organisation_name n on n.organisation = o.id
     order by o.added_number, n.ordinal";

impl Tx {
    /// Adds an organisation; [`StoreError::Unique`] `business_id` where another one has its code.
    pub async fn add_organisation(
        &mut self,
        organisation: &Organisation,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let business_id = organisation.business_id.clone().map(String::from);
        let id = Uuid::from(organisation.id);
        execute!(
            self,
            ADD,
            id,
            organisation.kind.code(),
            business_id,
            added_number
        )
        .map_err(unique("business_id"))?;
        for (ordinal, name) in (1_i64..).zip(organisation.names()) {
            execute!(self, ADD_NAME, id, ordinal, name.since, &name.name)?;
        }
        Ok(())
    }

    /// Adds the name that follows the last one; [`StoreError::RowsAffected`] where its first day
    /// is not after the last one's.
    pub async fn add_organisation_name(
        &mut self,
        id: OrganisationId,
        name: &DatedName,
    ) -> Result<(), StoreError> {
        let added = execute!(self, ADD_NEXT_NAME, Uuid::from(id), name.since, &name.name)?;
        one_row("the name that follows an organisation's last one", added)?;
        self.next_change().await?;
        Ok(())
    }

    /// One organisation.
    pub async fn organisation(
        &mut self,
        id: OrganisationId,
    ) -> Result<Option<Organisation>, StoreError> {
        let rows: Vec<NameRow> = fetch_all!(self, BY_ID, Uuid::from(id))?;
        Ok(assemble(&rows)?.pop())
    }

    /// Every organisation with every name, in the order they were added.
    pub async fn organisations(&mut self) -> Result<Vec<Organisation>, StoreError> {
        let rows: Vec<NameRow> = fetch_all!(self, ALL)?;
        assemble(&rows)
    }
}

/// The name that the organisation of this column has on the day `$1`.
macro_rules! name_on_first_value {
    ($organisation:literal) => {
        concat!(
            "(select n.name from organisation_name n where n.organisation = ",
            $organisation,
            " and (n.since is null or n.since <= $1) order by n.ordinal desc limit 1)"
        )
    };
}

pub(crate) use name_on_first_value;

/// One name of an organisation, with the organisation beside it.
#[derive(sqlx::FromRow)]
struct NameRow {
    id: Uuid,
    kind: String,
    business_id: Option<String>,
    since: Option<Date>,
    name: String,
}

/// Makes organisations of rows in which each one's names stand together.
fn assemble(rows: &[NameRow]) -> Result<Vec<Organisation>, StoreError> {
    rows.chunk_by(|one, next| one.id == next.id)
        .map(|names| {
            let first = &names[0];
            let of = RowOf {
                table: "organisation",
                key: &first.id,
            };
            let kind = OrganisationKind::from_code(&first.kind);
            let business_id: Option<BusinessId> = of.read(
                "business_id",
                first.business_id.as_deref().map(str::parse).transpose(),
            )?;
            let history = names.iter().map(|row| DatedName {
                since: row.since,
                name: row.name.clone(),
            });
            of.read(
                "name",
                Organisation::new(
                    first.id.into(),
                    of.known("kind", kind)?,
                    business_id,
                    history.collect(),
                ),
            )
        })
        .collect()
}
