//! What went wrong with a mail, as every table of mails keeps it: in two columns.

use domain::mailing::{Failure, Trouble};

use crate::StoreError;
use crate::error::RowOf;

/// Reads both columns; nothing where nothing went wrong.
pub(crate) fn failure(
    of: &RowOf<'_>,
    trouble: Option<String>,
    reply: Option<String>,
) -> Result<Option<Failure>, StoreError> {
    let (Some(trouble), Some(reply)) = (trouble, reply) else {
        return Ok(None);
    };
    let trouble = of.known("trouble", Trouble::from_code(&trouble))?;
    Ok(Some(Failure { trouble, reply }))
}
