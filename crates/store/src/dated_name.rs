//! Names with a first day: what they are today is stored beside the thing they name.

use domain::dated_name::{DatedName, DatedNames};
use time::Date;

use crate::error::RowOf;
use crate::tx::{execute, fetch_one};
use crate::{StoreError, Tx};

/// The office that an account of the outer query has on the day `$1`.
macro_rules! office_on_first_value {
    () => {
        "(select o.name from account_office o
           where o.account = account.id and (o.since is null or o.since <= $1)
           order by o.ordinal desc limit 1)"
    };
}

/// The name that the decision maker of the outer query has on the day `$1`.
macro_rules! maker_on_first_value {
    () => {
        "(select n.name from section_series_name n
           where n.series = section_series.slug and (n.since is null or n.since <= $1)
           order by n.ordinal desc limit 1)"
    };
}

const OUTDATED: &str = concat!(
    "select (select count(*) from account where office <> ",
    office_on_first_value!(),
    ") + (select count(*) from section_series where decision_maker <> ",
    maker_on_first_value!(),
    ")"
);
const TAKE_UP_OFFICES: &str = concat!(
    "update account set office = ",
    office_on_first_value!(),
    " where office <> ",
    office_on_first_value!()
);
const TAKE_UP_MAKERS: &str = concat!(
    "update section_series set decision_maker = ",
    maker_on_first_value!(),
    " where decision_maker <> ",
    maker_on_first_value!()
);

impl Tx {
    /// How many offices and decision makers have another name on a day than the one that stands as
    /// today's.
    pub async fn outdated_names(&mut self, today: Date) -> Result<i64, StoreError> {
        let (outdated,): (i64,) = fetch_one!(self, OUTDATED, today)?;
        Ok(outdated)
    }

    /// Makes the names of a day those of today.
    pub async fn take_up_names(&mut self, today: Date) -> Result<(), StoreError> {
        execute!(self, TAKE_UP_OFFICES, today)?;
        execute!(self, TAKE_UP_MAKERS, today)?;
        self.next_change().await?;
        Ok(())
    }
}

/// A name and its first day.
#[derive(sqlx::FromRow)]
pub(crate) struct NameRow {
    since: Option<Date>,
    name: String,
}

impl NameRow {
    /// The history of rows in their order; `None` where there are none.
    pub(crate) fn read(rows: Vec<Self>, of: &RowOf<'_>) -> Result<Option<DatedNames>, StoreError> {
        if rows.is_empty() {
            return Ok(None);
        }
        let names = rows.into_iter().map(|row| DatedName {
            since: row.since,
            name: row.name,
        });
        of.read("since", DatedNames::new(names.collect())).map(Some)
    }
}
