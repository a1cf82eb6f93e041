//! What was paid of commitments, for the city's ledger.

use csv::{Terminator, WriterBuilder};
use domain::Money;
use domain::view::commitment::PaymentLine;

use crate::harmless::harmless;

/// The payments as CSV (RFC 4180) with a header: dates as `YYYY-MM-DD`, euros with a point, what
/// came back with a minus.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv(payments: &[PaymentLine]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record([
        "payment_date",
        "amount",
        "voucher",
        "invoice",
        "account",
        "cost_centre",
        "posting_year",
        "budget_year",
        "budget_line",
        "section",
        "case_number",
    ])?;
    let text = |text: &Option<String>| text.as_deref().map(harmless).unwrap_or_default();
    let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    for line in payments {
        let case_number = line.case_number.as_ref().map(ToString::to_string);
        writer.write_record([
            line.on.to_string(),
            euros(line.amount),
            harmless(&line.voucher),
            text(&line.invoice),
            text(&line.account),
            text(&line.cost_centre),
            year(line.posting_year),
            year(line.year),
            text(&line.budget_line),
            line.section.to_string(),
            case_number.unwrap_or_default(),
        ])?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// `1000.50`, as programs read it.
fn euros(amount: Money) -> String {
    let (sign, cents) = (
        if amount < Money::ZERO { "-" } else { "" },
        amount.cents().unsigned_abs(),
    );
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_are_written_as_programs_read_them() {
        for (cents, written) in [
            (0, "0.00"),
            (5, "0.05"),
            (-5, "-0.05"),
            (-100_050, "-1000.50"),
        ] {
            assert_eq!(euros(Money::from_cents(cents)), written);
        }
    }
}
