//! What `verify` reads beside the rows themselves.

use domain::decision::Seal;
use domain::id::DecisionId;
use domain::section::Section;

use crate::{StoreError, Tx};

const INTEGRITY: &str = "select integrity_check from pragma_integrity_check";
const BROKEN_REFERENCES: &str = r#"
    select distinct "table", parent from pragma_foreign_key_check"#;

/// A frozen decision as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its place.
    pub section: Section,
    /// The canonical JSON that was sealed.
    pub json: String,
    /// The seal.
    pub seal: Seal,
}

impl Tx {
    /// What the database itself finds broken, in its own words; empty where nothing is.
    ///
    /// PostgreSQL checks references as it goes and has no such question.
    pub async fn integrity(&mut self) -> Result<Vec<String>, StoreError> {
        let Self::Sqlite(tx) = self else {
            return Ok(Vec::new());
        };
        let pages: Vec<(String,)> = sqlx::query_as(INTEGRITY).fetch_all(&mut **tx).await?;
        let references: Vec<(String, String)> = sqlx::query_as(BROKEN_REFERENCES)
            .fetch_all(&mut **tx)
            .await?;
        let pages = pages
            .into_iter()
            .map(|(said,)| said)
            .filter(|said| said != "ok");
        let references = references
            .into_iter()
            .map(|(table, parent)| format!("{table} refers to a missing row of {parent}"));
        Ok(pages.chain(references).collect())
    }
}
