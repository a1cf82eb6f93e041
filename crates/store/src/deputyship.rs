//! Deputies in section series, and who may sign in one.

use domain::id::{DeputyshipId, UserId};
use domain::signing_right::{Deputyship, SigningRight, signing_right};
use domain::slug::Slug;
use time::Date;
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into deputyship (id, version, series, deputy, first_day, last_day, ground, ended_on,
        added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const SAVE: &str = "
    update deputyship
       set version = version + 1, ended_on = $3
     where id = $1 and version = $2";

macro_rules! deputyships {
    ($narrowed:literal) => {
        concat!(
            "select id, version, series, deputy, first_day, last_day, ground, ended_on
               from deputyship ",
            $narrowed
        )
    };
}

const BY_ID: &str = deputyships!("where id = $1");
const IN_SERIES: &str =
    deputyships!("where series = $1 order by first_day desc, added_number desc");
const OF_DEPUTY: &str =
    deputyships!("where deputy = $1 order by first_day desc, added_number desc");
const ON_DAY: &str = deputyships!("where first_day <= $1 and last_day >= $1 order by added_number");

impl Tx {
    /// Adds a deputyship.
    pub async fn add_deputyship(&mut self, deputyship: &Deputyship) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(deputyship.id),
            deputyship.version,
            deputyship.series.as_str(),
            Uuid::from(deputyship.deputy),
            deputyship.first_day,
            deputyship.last_day,
            &deputyship.ground,
            deputyship.ended_on,
            added_number,
        )?;
        Ok(())
    }

    /// Saves on which day a deputyship was ended, over the version it was loaded with.
    pub async fn save_deputyship(&mut self, deputyship: &Deputyship) -> Result<Saved, StoreError> {
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(deputyship.id),
            deputyship.version,
            deputyship.ended_on,
        )?;
        self.next_change().await?;
        Saved::over(deputyship.version, "the version of a deputyship", rows)
    }

    /// One deputyship.
    pub async fn deputyship(&mut self, id: DeputyshipId) -> Result<Option<Deputyship>, StoreError> {
        let row: Option<DeputyshipRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Deputyship::try_from).transpose()
    }

    /// Every deputyship in a series, the last to begin first.
    pub async fn deputyships_in(&mut self, series: &Slug) -> Result<Vec<Deputyship>, StoreError> {
        let rows: Vec<DeputyshipRow> = fetch_all!(self, IN_SERIES, series.as_str())?;
        rows.into_iter().map(Deputyship::try_from).collect()
    }

    /// Every deputyship of an account, the last to begin first.
    pub async fn deputyships_of(&mut self, deputy: UserId) -> Result<Vec<Deputyship>, StoreError> {
        let rows: Vec<DeputyshipRow> = fetch_all!(self, OF_DEPUTY, Uuid::from(deputy))?;
        rows.into_iter().map(Deputyship::try_from).collect()
    }

    /// The deputyships whose days include a day, also those that were ended early.
    pub async fn deputyships_on(&mut self, day: Date) -> Result<Vec<Deputyship>, StoreError> {
        let rows: Vec<DeputyshipRow> = fetch_all!(self, ON_DAY, day)?;
        rows.into_iter().map(Deputyship::try_from).collect()
    }

    /// On what ground an account may sign in a series on a day of Helsinki; `None` where it may
    /// not, or is not there.
    pub async fn signing_right(
        &mut self,
        account: UserId,
        series: &Slug,
        day: Date,
    ) -> Result<Option<SigningRight>, StoreError> {
        let Some(official) = self.account(account).await? else {
            return Ok(None);
        };
        let deputyships = self.deputyships_of(account).await?;
        Ok(signing_right(&official, series, day, &deputyships))
    }
}

#[derive(sqlx::FromRow)]
struct DeputyshipRow {
    id: Uuid,
    version: i64,
    series: String,
    deputy: Uuid,
    first_day: Date,
    last_day: Date,
    ground: String,
    ended_on: Option<Date>,
}

impl TryFrom<DeputyshipRow> for Deputyship {
    type Error = StoreError;

    fn try_from(row: DeputyshipRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "deputyship",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            series: of.read("series", row.series.try_into())?,
            deputy: row.deputy.into(),
            first_day: row.first_day,
            last_day: row.last_day,
            ground: row.ground,
            ended_on: row.ended_on,
        })
    }
}
