//! The register itself: which city's it is.

use domain::city::City;
use time::OffsetDateTime;

use crate::error::{RowOf, json, unique};
use crate::tx::{execute, fetch_optional, stored};
use crate::{StoreError, Tx};

const CREATE: &str = "insert into register (id, city, example, created_at) values (1, $1, $2, $3)";
const THE_REGISTER: &str = "select city, example, created_at from register where id = 1";

/// The single register of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// The city whose register it is.
    pub city: City,
    /// Whether it is the example register, whose users' passwords are public.
    pub example: bool,
    /// When it was created.
    pub created_at: OffsetDateTime,
}

impl Tx {
    /// Creates the register; [`StoreError::Unique`] where there is one.
    pub async fn create_register(&mut self, register: &Register) -> Result<(), StoreError> {
        let city = json("register", "city", &register.city)?;
        let created_at = stored(register.created_at);
        execute!(self, CREATE, city, register.example, created_at).map_err(unique("register"))?;
        self.next_change().await?;
        Ok(())
    }

    /// The register, or `None` in an empty database.
    pub async fn register(&mut self) -> Result<Option<Register>, StoreError> {
        let row: Option<RegisterRow> = fetch_optional!(self, THE_REGISTER)?;
        row.map(Register::try_from).transpose()
    }
}

#[derive(sqlx::FromRow)]
struct RegisterRow {
    city: String,
    example: bool,
    created_at: OffsetDateTime,
}

impl TryFrom<RegisterRow> for Register {
    type Error = StoreError;

    fn try_from(row: RegisterRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "register",
            key: &1,
        };
        Ok(Self {
            city: of.read("city", serde_json::from_str(&row.city))?,
            example: row.example,
            created_at: row.created_at,
        })
    }
}
