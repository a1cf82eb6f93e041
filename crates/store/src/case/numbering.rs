//! Where case numbers come from.

use domain::case::CaseNumbering;
use domain::section::Numbering;
use time::Date;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_one};
use crate::{StoreError, Tx};

const SET: &str = "
    insert into case_numbering (first_day, numbering) values ($1, $2)
    on conflict (first_day) do update set numbering = excluded.numbering";
const ALL: &str = "select first_day, numbering from case_numbering order by first_day desc";
const LAST: &str = "
    select max(number_serial) from city_case where number_year = $1 and number_key like $2";

impl Tx {
    /// Sets from a day on where numbers come from; what was set for that very day is replaced.
    pub async fn set_case_numbering(&mut self, setting: CaseNumbering) -> Result<(), StoreError> {
        execute!(self, SET, setting.first_day, setting.numbering.code())?;
        self.next_change().await?;
        Ok(())
    }

    /// Every setting, the latest first day first.
    pub async fn case_numberings(&mut self) -> Result<Vec<CaseNumbering>, StoreError> {
        let rows: Vec<(Date, String)> = fetch_all!(self, ALL)?;
        let settings = rows.into_iter().map(|(first_day, code)| {
            let of = RowOf {
                table: "case_numbering",
                key: &first_day,
            };
            Ok(CaseNumbering {
                first_day,
                numbering: of.known("numbering", Numbering::from_code(&code))?,
            })
        });
        settings.collect()
    }

    /// The largest number of a year under a prefix, if there is any.
    pub async fn last_case_serial(
        &mut self,
        prefix: &str,
        year: u16,
    ) -> Result<Option<u32>, StoreError> {
        // A prefix has only letters, so that nothing in the pattern needs escaping.
        let pattern = format!("{}-{year}-%", prefix.to_lowercase());
        let (last,): (Option<i64>,) = fetch_one!(self, LAST, i64::from(year), pattern)?;
        let of = RowOf {
            table: "city_case",
            key: &year,
        };
        of.read("number_serial", last.map(u32::try_from).transpose())
    }
}
