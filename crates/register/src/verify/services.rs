//! Services: their periods, and that each party has exactly one.

use std::collections::{BTreeSet, HashMap};

use domain::id::{DecisionId, OrganisationId};
use domain::period::PeriodDates;
use store::{StoreError, Tx};

use super::decisions::Frozen;
use super::{Break, Report};
use crate::register::Register;

/// Checks every service.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    frozen: &Frozen,
    register: &Register,
) -> Result<(), StoreError> {
    let mut served: HashMap<DecisionId, BTreeSet<OrganisationId>> = HashMap::new();
    for row in tx.all_services().await? {
        report.services += 1;
        served
            .entry(row.service.decision)
            .or_default()
            .insert(row.service.recipient);
        // A service of a decision that could not be read was named with it already.
        let Some(signed) = frozen.get(&row.service.decision) else {
            continue;
        };
        let computed = row
            .service
            .facts
            .period(signed.remedy, register.offices())
            .ok();
        report.periods += u64::from(row.period.is_some());
        if row.period != computed.as_ref().map(PeriodDates::from) {
            report
                .breaks
                .push(Break::PartyPeriod(signed.section.clone()));
        }
    }
    for (id, signed) in frozen {
        // A registrar may have marked others as parties since.
        if !signed
            .parties
            .is_subset(&served.remove(id).unwrap_or_default())
        {
            report.breaks.push(Break::Parties(signed.section.clone()));
        }
    }
    Ok(())
}
