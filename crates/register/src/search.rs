//! Words that are searched, made anew where another version of the analyser made them.

use store::{Store, StoreError};

/// Decisions of one transaction: whoever else writes waits no longer than for these.
const AT_ONCE: u32 = 200;

/// Makes all words anew if another version of the analyser made them; asks one row otherwise. They
/// follow from what is stored, so that this is no event. Where it is broken off it begins anew.
pub(crate) async fn keep_up(store: &Store) -> Result<(), StoreError> {
    if store.read().await?.words_are_current().await? {
        return Ok(());
    }
    let mut tx = store.write().await?;
    tx.renew_subjects().await?;
    tx.commit().await?;
    let mut after = 0;
    loop {
        let mut tx = store.write().await?;
        let last = tx.renew_words(after, AT_ONCE).await?;
        let Some(last) = last else {
            tx.words_were_renewed().await?;
            return tx.commit().await;
        };
        tx.commit().await?;
        after = last;
    }
}
