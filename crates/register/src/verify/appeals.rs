//! Filings and statements of legal force: each as the audit log says, and none gone.

use store::{StoreError, Tx};

use super::chain::{Trail, agrees};
use super::decisions::Frozen;
use super::{Break, Report};
use crate::{filings, legal_force};

/// Checks those of every frozen decision.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
    frozen: &Frozen,
) -> Result<(), StoreError> {
    for decision in frozen.keys() {
        for filing in tx.filings_of_decision(*decision).await? {
            report.filings += 1;
            let id = filing.id.to_string();
            let logged = trail.filings.remove(&id);
            let row = filings::logged(&filing);
            if !logged.is_some_and(|logged| agrees(logged.as_ref(), &row)) {
                report.breaks.push(Break::Filing(id));
            }
        }
        for statement in tx.legal_forces_of_decision(*decision).await? {
            report.statements += 1;
            let id = statement.id.to_string();
            let logged = trail.statements.remove(&id);
            let row = legal_force::logged(&statement);
            let agreed = logged.is_some_and(|logged| agrees(logged.as_ref(), &row));
            // Where payloads were disposed of, the one that told of the reopening may be among them.
            let reopened = trail.reopened.contains(&id) == statement.reopened.is_some()
                || (statement.reopened.is_some() && report.disposed_payloads > 0);
            if !agreed || !reopened {
                report.breaks.push(Break::LegalForce(id));
            }
        }
    }
    let gone = trail.filings.drain().map(|(id, _)| Break::Filing(id));
    report.breaks.extend(gone);
    let gone = trail
        .statements
        .drain()
        .map(|(id, _)| Break::LegalForce(id));
    report.breaks.extend(gone);
    Ok(())
}
