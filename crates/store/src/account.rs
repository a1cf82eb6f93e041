//! Accounts of officials.

use domain::id::UserId;
use domain::official::Official;
use domain::publicity::Personal;
use domain::role::Role;
use domain::slug::Slug;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, one_row, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into account (id, email, name, office, role, signs_in, password_hash, disabled,
        added_number, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const BY_ID: &str = "
    select id, email, name, office, role, signs_in, disabled from account where id = $1";
const BY_EMAIL: &str = "
    select id, email, name, office, role, signs_in, disabled, password_hash
      from account
     where email = $1";
const ALL: &str = "
    select id, email, name, office, role, signs_in, disabled from account order by added_number";
const DISABLE: &str = "update account set disabled = true where id = $1 and not disabled";
const END_SESSIONS: &str = "delete from session where account = $1";
const SET_PASSWORD: &str = "update account set password_hash = $2 where id = $1";

/// An official and what their password is checked against. Has no `Debug`.
pub struct Credentials {
    /// The official.
    pub official: Official,
    /// The password's hash (PHC string).
    pub password_hash: String,
}

impl Tx {
    /// Adds an account; [`StoreError::Unique`] `email` where there is one for the address.
    pub async fn add_account(
        &mut self,
        official: &Official,
        password_hash: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let signs_in = official.signs_in.as_ref().map(Slug::as_str);
        execute!(
            self,
            ADD,
            Uuid::from(official.id),
            official.email.reveal_to_official(),
            official.name.reveal_to_official(),
            &official.office,
            official.role.code(),
            signs_in,
            password_hash,
            official.disabled,
            added_number,
            stored(at),
        )
        .map_err(unique("email"))?;
        Ok(())
    }

    /// The account of an identity, also a disabled one.
    pub async fn account(&mut self, id: UserId) -> Result<Option<Official>, StoreError> {
        let row: Option<OfficialRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Official::try_from).transpose()
    }

    /// The account of an e-mail address in lower case, also a disabled one.
    pub async fn credentials(&mut self, email: &str) -> Result<Option<Credentials>, StoreError> {
        let row: Option<CredentialsRow> = fetch_optional!(self, BY_EMAIL, email)?;
        row.map(|row| {
            Ok(Credentials {
                official: row.official.try_into()?,
                password_hash: row.password_hash,
            })
        })
        .transpose()
    }

    /// Every account, in the order they were added.
    pub async fn accounts(&mut self) -> Result<Vec<Official>, StoreError> {
        let rows: Vec<OfficialRow> = fetch_all!(self, ALL)?;
        rows.into_iter().map(Official::try_from).collect()
    }

    /// Disables an account and ends its sessions; `false` where it was disabled or is not there.
    pub async fn disable_account(&mut self, id: UserId) -> Result<bool, StoreError> {
        execute!(self, END_SESSIONS, Uuid::from(id))?;
        Ok(execute!(self, DISABLE, Uuid::from(id))? == 1)
    }

    /// Replaces the hash of a password.
    pub async fn set_password(&mut self, id: UserId, hash: &str) -> Result<(), StoreError> {
        let rows = execute!(self, SET_PASSWORD, Uuid::from(id), hash)?;
        one_row("the password of an account", rows)
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct OfficialRow {
    id: Uuid,
    email: String,
    name: String,
    office: String,
    role: String,
    signs_in: Option<String>,
    disabled: bool,
}

#[derive(sqlx::FromRow)]
struct CredentialsRow {
    #[sqlx(flatten)]
    official: OfficialRow,
    password_hash: String,
}

impl TryFrom<OfficialRow> for Official {
    type Error = StoreError;

    fn try_from(row: OfficialRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "account",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            email: Personal::new(row.email),
            name: Personal::new(row.name),
            office: row.office,
            role: of.known("role", Role::from_code(&row.role))?,
            signs_in: of.read("signs_in", row.signs_in.map(Slug::try_from).transpose())?,
            disabled: row.disabled,
        })
    }
}
