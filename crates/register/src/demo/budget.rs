//! The budget lines of KAJDno-2020-1209 § 160, before and after it.

use domain::budget::{BudgetDecisionDraft, BudgetRowDraft};
use time::Date;
use time::macros::date;

use super::cases::innovation_vouchers::LINES;
use crate::actor::Actor;
use crate::budget;
use crate::refusal::Refusal;
use crate::register::Register;

/// Nobody knows from the source what the sector is called.
const SECTOR: &str = "Toimiala (nimi ei tiedossa)";

/// Records the lines as they stood, and how they were changed, where it had happened by a day.
pub(super) async fn everything(
    register: &Register,
    finance: &Actor,
    today: Date,
) -> Result<(), Refusal> {
    if today < date!(2020 - 09 - 22) {
        return Ok(());
    }
    let before = LINES.map(|(code, name, before, _)| BudgetRowDraft {
        appropriation: SECTOR.to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
        amount: before.to_owned(),
        ..BudgetRowDraft::default()
    });
    let changed = LINES.map(|(code, _, _, change)| BudgetRowDraft {
        code: code.to_owned(),
        amount: change.to_owned(),
        ..BudgetRowDraft::default()
    });
    let as_it_stood = "Käyttösuunnitelma ennen muutosta, sellaisena kuin päätös sen kertoo";
    for (kind, subject, rows) in [
        ("sets", as_it_stood, before),
        (
            "transfers",
            "Käyttösuunnitelman muutos toimialan sisällä",
            changed,
        ),
    ] {
        let draft = BudgetDecisionDraft {
            year: "2020".to_owned(),
            budget_kind: kind.to_owned(),
            deciding_body: "Kaupunginhallitus".to_owned(),
            decided_on: "22.9.2020".to_owned(),
            section: "160".to_owned(),
            case_number: "KAJDno-2020-1209".to_owned(),
            subject: subject.to_owned(),
            rows: rows.into(),
            ..BudgetDecisionDraft::default()
        };
        budget::record(register, finance, None, &draft).await?;
    }
    Ok(())
}
