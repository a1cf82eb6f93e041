//! `hankerekisteri verify`.

use std::io::{self, Write};

use anyhow::bail;
use register::{Register, verify};

pub(super) async fn run(register: &Register) -> anyhow::Result<()> {
    let report = verify::verify(register).await?;
    let mut out = io::stdout().lock();
    for (what, count) in [
        ("events of the audit log", report.events),
        ("disposals", report.disposals),
        ("payloads disposed of", report.disposed_payloads),
        ("frozen decisions", report.decisions),
        ("commitments", report.commitments),
        ("entries about commitments", report.commitment_entries),
        ("entries about instalments", report.instalment_entries),
        ("entries about payment claims", report.claim_entries),
        ("entries about other funders", report.co_funding_entries),
        ("payments found in the ledger", report.ledger_matches),
        ("versions of projects", report.project_versions),
        ("computed periods", report.periods),
        ("services", report.services),
        ("claims and appeals", report.filings),
        ("statements of legal force", report.statements),
        ("files", report.files),
        ("listed decisions", report.listed),
    ] {
        writeln!(out, "{what}: {count}")?;
    }
    for found in &report.breaks {
        writeln!(out, "BREAK {found}")?;
    }
    match report.breaks.len() {
        0 => {
            writeln!(out, "everything holds")?;
            Ok(())
        }
        breaks => bail!("{breaks} things do not hold"),
    }
}
