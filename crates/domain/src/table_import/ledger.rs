//! Postings of the city's ledger, matched with the payments that the register has.
//!
//! A posting is found by its voucher number and amount; else by the case number, the section and
//! the amount that the payments' export carried, where that is one payment alone. Nothing is
//! guessed: what the two say otherwise of year, account, cost centre or amount is shown, and left.

use std::collections::BTreeMap;

use serde::Serialize;
use time::Date;

use super::row::{rows_of, typed};
use super::{Difference, Found, ImportDraft, ImportReport, RowOutcome, TypedRow};
use crate::case::CaseNumber;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::CommitmentEntryId;
use crate::money::Money;
use crate::section::Section;
use crate::table::{MAX_ROWS, Table};
use crate::view::commitment::PaymentLine;

/// Characters of a number of the ledger, as payments have.
const NUMBER: usize = 60;

/// A payment found in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerMatch {
    /// The entry about the payment.
    pub entry: CommitmentEntryId,
    /// The voucher number in the ledger (tosite).
    pub voucher: String,
    /// The account in the ledger; of the payment where the file has none.
    pub account: String,
    /// The cost centre in the ledger; likewise.
    pub cost_centre: String,
    /// The day of the posting, where the file has it.
    pub posted_on: Option<Date>,
}

/// A posting as it was read.
#[derive(Debug)]
struct Posting {
    voucher: String,
    account: String,
    cost_centre: String,
    posted_on: Option<Date>,
    year: u16,
    amount: Money,
    /// The decision's place and case, as far as the row has what the payments' export carries.
    section: Option<Section>,
    case_number: Option<CaseNumber>,
}

impl Posting {
    fn read(row: &TypedRow, turned: bool) -> Result<Self, Findings> {
        let mut found = Findings::default();
        let voucher = found.required("voucher", row.text("voucher"), NUMBER);
        let account = found.text("account", row.text("account"), NUMBER);
        let cost_centre = found.text("cost_centre", row.text("cost_centre"), NUMBER);
        let posted_on = found.date("posted_on", row.text("posted_on"));
        let year = match (row.text("posting_year"), posted_on) {
            ("", Some(on)) => u16::try_from(on.year()).ok(),
            // A day that is none is said already.
            ("", None) if !row.text("posted_on").is_empty() => None,
            (typed, _) => found.year("posting_year", typed),
        };
        let amount = found.money("amount", row.text("amount"));
        if row.text("amount").is_empty() {
            found.push(Finding::at("amount", FindingCode::Missing));
        }
        let amount = amount.map(|amount| {
            if turned {
                Money::from_cents(-amount.cents())
            } else {
                amount
            }
        });
        found.into_result(())?;
        let (Some(year), Some(amount)) = (year, amount) else {
            return Err(Finding::at("amount", FindingCode::Missing).into());
        };
        Ok(Self {
            voucher,
            account,
            cost_centre,
            posted_on,
            year,
            amount,
            section: row.text("section").parse().ok(),
            case_number: row.text("case_number").parse().ok(),
        })
    }

    /// What it says otherwise than a payment of a year. A number that one of them does not have is
    /// no difference.
    fn differences(&self, payment: &PaymentLine, year: u16) -> Vec<Difference> {
        let mut differences = Vec::new();
        let mut differ = |field, in_file: &str, in_register: &str| {
            if !in_file.is_empty() && !in_register.is_empty() && in_file != in_register {
                differences.push(Difference {
                    field,
                    in_file: in_file.to_owned(),
                    in_register: in_register.to_owned(),
                });
            }
        };
        let (ours, theirs) = (typed(payment.amount), typed(self.amount));
        differ("amount", &theirs, &ours);
        differ("posting_year", &self.year.to_string(), &year.to_string());
        differ("account", &self.account, given(payment.account.as_ref()));
        differ(
            "cost_centre",
            &self.cost_centre,
            given(payment.cost_centre.as_ref()),
        );
        differences
    }

    fn matching(&self, payment: &PaymentLine) -> LedgerMatch {
        let or = |theirs: &str, ours: Option<&String>| match theirs {
            "" => given(ours).to_owned(),
            theirs => theirs.to_owned(),
        };
        LedgerMatch {
            entry: payment.entry,
            voucher: self.voucher.clone(),
            account: or(&self.account, payment.account.as_ref()),
            cost_centre: or(&self.cost_centre, payment.cost_centre.as_ref()),
            posted_on: self.posted_on,
        }
    }
}

fn given(number: Option<&String>) -> &str {
    number.map_or("", String::as_str)
}

/// What is to become of a posting.
enum Fate {
    /// It is about the payment at this place.
    Of(usize),
    Ambiguous,
    Unknown,
}

/// The payments of a year that no posting has been found for yet, by what they are found by.
struct Open<'a> {
    payments: &'a [PaymentLine],
    taken: Vec<bool>,
    by_voucher: BTreeMap<&'a str, Vec<usize>>,
    by_place: BTreeMap<(String, String, i64), Vec<usize>>,
}

impl<'a> Open<'a> {
    fn of(payments: &'a [PaymentLine]) -> Self {
        let mut by_voucher: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_place: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, payment) in payments.iter().enumerate() {
            by_voucher.entry(&payment.voucher).or_default().push(at);
            // Matched by its place, a payment has another voucher number in the ledger.
            let in_ledger = payment.ledger_voucher.as_deref();
            if let Some(voucher) = in_ledger.filter(|voucher| *voucher != payment.voucher) {
                by_voucher.entry(voucher).or_default().push(at);
            }
            if let Some(case) = &payment.case_number {
                let place = place_of(&payment.section, case, payment.amount);
                by_place.entry(place).or_default().push(at);
            }
        }
        Self {
            payments,
            taken: vec![false; payments.len()],
            by_voucher,
            by_place,
        }
    }

    fn is_open(&self, at: usize) -> bool {
        !self.taken[at]
    }

    /// The payment of the voucher and the amount; of several the one that agrees best.
    fn by_voucher(&self, posting: &Posting, year: u16) -> Option<usize> {
        let of_voucher = self.by_voucher.get(posting.voucher.as_str())?.iter();
        let fits = |at: &usize| self.is_open(*at) && self.payments[*at].amount == posting.amount;
        let open = of_voucher.copied().filter(fits);
        open.min_by_key(|at| {
            let payment = &self.payments[*at];
            let is_elsewhere = posting
                .section
                .as_ref()
                .is_some_and(|of| *of != payment.section);
            (is_elsewhere, posting.differences(payment, year).len())
        })
    }

    /// The only payment of the case, the section and the amount.
    fn by_place(&self, posting: &Posting) -> Fate {
        let (Some(section), Some(case)) = (&posting.section, &posting.case_number) else {
            return Fate::Unknown;
        };
        let place = place_of(section, case, posting.amount);
        let of_place = self.by_place.get(&place).into_iter().flatten().copied();
        // One that is matched already has its posting, which is another one.
        let is_free = |at: &usize| self.is_open(*at) && self.payments[*at].ledger_voucher.is_none();
        let mut free = of_place.filter(is_free);
        match (free.next(), free.next()) {
            (None, _) => Fate::Unknown,
            (Some(at), None) => Fate::Of(at),
            (Some(_), Some(_)) => Fate::Ambiguous,
        }
    }

    /// The payment of the voucher alone, whose amount is another one.
    fn otherwise(&self, posting: &Posting) -> Option<usize> {
        let of_voucher = self.by_voucher.get(posting.voucher.as_str())?.iter();
        of_voucher.copied().find(|at| self.is_open(*at))
    }
}

fn place_of(section: &Section, case: &CaseNumber, amount: Money) -> (String, String, i64) {
    (section.to_string(), case.key(), amount.cents())
}

/// What a ledger's file says of the payments of its year. `is_closed` says that the year is.
/// Beside the report, the matches that it would record.
pub fn read(
    table: &Table,
    draft: &ImportDraft,
    payments: &[PaymentLine],
    is_closed: bool,
) -> (ImportReport, Vec<LedgerMatch>) {
    let (mut rows, mut report) = rows_of(table, draft, MAX_ROWS);
    if is_closed {
        report
            .findings
            .push(Finding::at("year", FindingCode::YearClosed));
    }
    let year = draft.typed_year().unwrap_or_default();
    let mut postings = Vec::with_capacity(rows.len());
    for row in &mut rows {
        let posting = (!row.is_example()).then(|| Posting::read(row, draft.turned));
        let posting = posting.and_then(|read| read.map_err(|found| row.say(&found)).ok());
        postings.push(posting.filter(|_| row.remarks.is_empty()));
    }
    let mut open = Open::of(payments);
    let fates = fates(&mut open, &postings, year);
    let mut matches = Vec::new();
    for ((row, posting), fate) in rows.into_iter().zip(postings).zip(fates) {
        let (outcome, differences, found) = match (posting, fate) {
            (None, _) if row.is_example() => (RowOutcome::Example, Vec::new(), None),
            (None, _) => (RowOutcome::Refused, Vec::new(), None),
            (Some(_), Fate::Unknown) => (RowOutcome::Unknown, Vec::new(), None),
            (Some(_), Fate::Ambiguous) => (RowOutcome::Ambiguous, Vec::new(), None),
            (Some(posting), Fate::Of(at)) => {
                let payment = &payments[at];
                let differences = posting.differences(payment, year);
                let outcome = match &payment.ledger_voucher {
                    _ if !differences.is_empty() => RowOutcome::Differs,
                    Some(_) => RowOutcome::Already,
                    None => {
                        matches.push(posting.matching(payment));
                        RowOutcome::Recorded
                    }
                };
                (outcome, differences, Some(Found::Payment(payment.of)))
            }
        };
        report.rows.push(row.report(outcome, differences, found));
    }
    let lacks = |(at, payment): (usize, &PaymentLine)| {
        (!open.taken[at] && payment.ledger_voucher.is_none()).then(|| payment.clone())
    };
    report.lacking = payments.iter().enumerate().filter_map(lacks).collect();
    (report, matches)
}

/// A way to find what a posting is about.
type Search = fn(&Open<'_>, &Posting, u16) -> Fate;

/// What each posting is about. The surest are found first, so that the order of the file does not
/// matter: a payment belongs to the posting of its voucher before one of its place.
fn fates(open: &mut Open<'_>, postings: &[Option<Posting>], year: u16) -> Vec<Fate> {
    let searches: [Search; 3] = [
        |open, posting, year| {
            open.by_voucher(posting, year)
                .map_or(Fate::Unknown, Fate::Of)
        },
        |open, posting, _| open.by_place(posting),
        |open, posting, _| open.otherwise(posting).map_or(Fate::Unknown, Fate::Of),
    ];
    let mut fates: Vec<Fate> = postings.iter().map(|_| Fate::Unknown).collect();
    for search in searches {
        for (posting, fate) in postings.iter().zip(&mut fates) {
            let Some(posting) = posting.as_ref().filter(|_| matches!(fate, Fate::Unknown)) else {
                continue;
            };
            *fate = search(open, posting, year);
            if let Fate::Of(at) = fate {
                open.taken[*at] = true;
            }
        }
    }
    fates
}
