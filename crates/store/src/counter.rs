//! The counters of the register: what gives changes and publications their order.

use crate::tx::fetch_one;
use crate::{StoreError, Tx};

const DATA_VERSION: &str = "select change_number from audit_head where id = 1";
const NEXT_CHANGE: &str = "
    update audit_head set change_number = change_number + 1 where id = 1 returning change_number";
const NEXT_PUBLICATION: &str = "
    update audit_head set publication_number = publication_number + 1 where id = 1
    returning publication_number";

impl Tx {
    /// The number of the last change, raised by each save that a page could show.
    pub async fn data_version(&mut self) -> Result<i64, StoreError> {
        let (number,) = fetch_one!(self, DATA_VERSION)?;
        Ok(number)
    }

    /// The next number of a publication; each is given out once.
    pub async fn next_publication_number(&mut self) -> Result<i64, StoreError> {
        let (number,) = fetch_one!(self, NEXT_PUBLICATION)?;
        Ok(number)
    }

    /// The number of a change that is being saved.
    pub(crate) async fn next_change(&mut self) -> Result<i64, StoreError> {
        let (number,) = fetch_one!(self, NEXT_CHANGE)?;
        Ok(number)
    }
}
