//! Services: their periods, and that the parties and nobody else have one.

use std::collections::{BTreeSet, HashMap};

use domain::id::{DecisionId, OrganisationId};
use domain::period::PeriodDates;
use store::{StoreError, Tx};

use super::chain::Trail;
use super::decisions::Frozen;
use super::{Break, Report};
use crate::register::Register;

/// Checks every service.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &Trail,
    frozen: &Frozen,
    register: &Register,
) -> Result<(), StoreError> {
    let mut served: HashMap<DecisionId, BTreeSet<OrganisationId>> = HashMap::new();
    for row in tx.all_services().await? {
        report.services += 1;
        let added = trail.parties_added.contains(&row.service.id.to_string());
        let of_content = served.entry(row.service.decision).or_default();
        if !added {
            of_content.insert(row.service.recipient);
        }
        // A service of a decision that could not be read was named with it already.
        let Some(signed) = frozen.get(&row.service.decision) else {
            continue;
        };
        let computed = row
            .service
            .facts
            .period(signed.right, register.offices())
            .ok();
        report.periods += u64::from(row.period.is_some());
        if row.period != computed.as_ref().map(PeriodDates::from) {
            report
                .breaks
                .push(Break::PartyPeriod(signed.section.clone()));
        }
    }
    for (id, signed) in frozen {
        if signed.parties != served.remove(id).unwrap_or_default() {
            report.breaks.push(Break::Parties(signed.section.clone()));
        }
    }
    Ok(())
}
