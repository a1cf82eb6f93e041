//! Files: each is what its hash says, and each attachment's is there.

use std::collections::HashSet;

use sha2::{Digest, Sha256};
use store::{StoreError, Tx};

use super::{Break, Report};

/// Checks the bytes of every file; gives the hashes of all, those disposed of too.
pub(super) async fn check(tx: &mut Tx, report: &mut Report) -> Result<HashSet<String>, StoreError> {
    let (mut known, mut after) = (HashSet::new(), None);
    // One at a time: a file may be large.
    while let Some(file) = tx.file_after(after).await? {
        report.files += 1;
        after = Some(file.sha256);
        let name = hex::encode(file.sha256);
        let is_whole = file.bytes.is_none_or(|bytes| {
            bytes.len() as u64 == file.size && Sha256::digest(&bytes)[..] == file.sha256
        });
        if !is_whole {
            report.breaks.push(Break::File(name.clone()));
        }
        known.insert(name);
    }
    Ok(known)
}
