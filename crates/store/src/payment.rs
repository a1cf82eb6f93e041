//! What was paid of commitments and came back, as the city's ledger asks for it.

use domain::Money;
use domain::commitment::CommitmentKey;
use domain::view::commitment::PaymentLine;
use time::Date;
use uuid::Uuid;

use crate::decision::SectionRow;
use crate::error::RowOf;
use crate::tx::fetch_all;
use crate::{StoreError, Tx};

/// A payment belongs to its accounting year, what was recovered to the year of its day. What was
/// undone was never paid.
const OF_YEAR: &str = "
    select e.id, e.decision, e.line, e.happened_on, e.paid_cents - e.recovered_cents as amount_cents, e.invoice,
           e.voucher, e.account, e.cost_centre, e.posting_year, c.year, c.budget_line,
           d.series, d.section_year, d.section_number, k.number as case_number,
           m.voucher as ledger_voucher
      from commitment_entry e
      join commitment c on c.decision = e.decision and c.line = e.line
      join decision d on d.id = e.decision
      join city_case k on k.id = d.city_case
      left join ledger_match m on m.entry = e.id
     where ((e.kind = 'paid' and e.posting_year = $1)
            or (e.kind = 'recovered' and e.happened_on >= $2 and e.happened_on < $3))
       and not exists (select 1 from commitment_entry r
                        where r.decision = e.decision and r.line = e.line
                          and r.reverses = e.number)
     order by e.happened_on, d.section_year, d.series, d.section_number, e.line, e.number";

impl Tx {
    /// What was paid for an accounting year or came back in it, by day.
    pub async fn payments_of_year(&mut self, year: u16) -> Result<Vec<PaymentLine>, StoreError> {
        let first = |year: i32| Date::from_ordinal_date(year, 1).unwrap_or(Date::MAX);
        let from = first(i32::from(year));
        let before = first(i32::from(year).saturating_add(1));
        let rows: Vec<Columns> = fetch_all!(self, OF_YEAR, i64::from(year), from, before)?;
        rows.into_iter().map(Columns::read).collect()
    }
}

#[derive(sqlx::FromRow)]
struct Columns {
    id: Uuid,
    decision: Uuid,
    line: i64,
    happened_on: Date,
    amount_cents: i64,
    invoice: Option<String>,
    voucher: String,
    account: Option<String>,
    cost_centre: Option<String>,
    posting_year: Option<i64>,
    year: Option<i64>,
    budget_line: Option<String>,
    #[sqlx(flatten)]
    section: SectionRow,
    case_number: Option<String>,
    ledger_voucher: Option<String>,
}

impl Columns {
    fn read(self) -> Result<PaymentLine, StoreError> {
        let of = RowOf {
            table: "commitment_entry",
            key: &self.id,
        };
        let year = |column, year: Option<i64>| of.read(column, year.map(u16::try_from).transpose());
        let case_number = self.case_number.map(|number| number.parse());
        Ok(PaymentLine {
            entry: self.id.into(),
            of: CommitmentKey {
                decision: self.decision.into(),
                line: of.read("line", self.line.try_into())?,
            },
            on: self.happened_on,
            amount: Money::from_cents(self.amount_cents),
            invoice: self.invoice,
            voucher: self.voucher,
            account: self.account,
            cost_centre: self.cost_centre,
            posting_year: year("posting_year", self.posting_year)?,
            year: year("year", self.year)?,
            budget_line: self.budget_line,
            section: of.known("section_number", self.section.read(&of)?)?,
            case_number: of.read("number", case_number.transpose())?,
            ledger_voucher: self.ledger_voucher,
        })
    }
}
