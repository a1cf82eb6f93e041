//! An entry about claims while it is typed: any text in any field.

use time::Date;

use super::{
    ClaimBook, ClaimContent, ClaimFact, ClaimFunder, ClaimKind, ClaimScope, RealisedCost,
    RealisedFunding,
};
use crate::finding::{Finding, FindingCode, Findings, WORDS};
use crate::funding::cost::{CostCategory, share_of};
use crate::money::Money;

/// The most that is paid in advance, in hundredths of a percent of the support (867/2021 14 §).
const MOST_ADVANCE: u16 = 3_000;

/// An entry as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimDraft {
    /// The number of the claim; of a new one nothing.
    pub claim: String,
    /// The first day of the claim.
    pub first_day: String,
    /// The last one.
    pub last_day: String,
    /// Ticked where it is the last claim.
    pub is_last_claim: String,
    /// What was realised.
    pub costs: Vec<ClaimCostDraft>,
    /// What other funders have paid.
    pub funding: Vec<ClaimFundingDraft>,
    /// What of the advance is deducted.
    pub deducted: String,
    /// What is applied for; empty for as much as can be.
    pub applied: String,
    /// What was granted.
    pub granted: String,
    /// The amount of an advance.
    pub amount: String,
    /// What a document is found by.
    pub arrived_as: String,
    /// The voucher of a payment.
    pub voucher: String,
    /// The day on which something happened.
    pub entry_day: String,
    /// Why.
    pub reason: String,
}

/// A category of costs in the form of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimCostDraft {
    /// The code of the category.
    pub category: String,
    /// What was realised.
    pub amount: String,
}

/// A funder in the form of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFundingDraft {
    /// The code of the funder.
    pub funder: String,
    /// What it has paid; empty where that is not known.
    pub amount: String,
}

impl ClaimDraft {
    /// The form of a new claim, which begins the day after the last one ended.
    pub fn begin(book: &ClaimBook, scope: &ClaimScope) -> Self {
        let after = book.standing().map(|claim| claim.content.last_day).max();
        let after = after.and_then(Date::next_day);
        let first = after.or_else(|| scope.days.map(|(first, _)| first));
        Self {
            first_day: first.map(typed_day).unwrap_or_default(),
            ..Self::default()
        }
        .with_rows(scope)
    }

    /// The form that changes a claim.
    pub fn of(number: u32, content: &ClaimContent, scope: &ClaimScope) -> Self {
        let of_cost = |cost: &RealisedCost| ClaimCostDraft {
            category: cost.category.code().to_owned(),
            amount: typed_amount(cost.amount),
        };
        let of_funder = |paid: &RealisedFunding| ClaimFundingDraft {
            funder: paid.funder.code(),
            amount: typed_amount(paid.amount),
        };
        Self {
            claim: number.to_string(),
            first_day: typed_day(content.first_day),
            last_day: typed_day(content.last_day),
            is_last_claim: if content.is_last { "1" } else { "" }.to_owned(),
            costs: content.costs.iter().map(of_cost).collect(),
            funding: content.funding.iter().map(of_funder).collect(),
            deducted: typed_amount(content.deducted),
            // What was left to be reckoned is reckoned again.
            applied: if content.reckoning().and_then(|of| of.most) == Some(content.applied) {
                String::new()
            } else {
                typed_amount(content.applied)
            },
            ..Self::default()
        }
        .with_rows(scope)
    }

    /// The same with a row for each category and funder of the plan in force, in its order; a row
    /// of another one stays only while something is typed in it.
    #[must_use]
    pub fn with_rows(mut self, scope: &ClaimScope) -> Self {
        let mut costs: Vec<ClaimCostDraft> = Vec::new();
        for category in scope.categories() {
            let code = category.code();
            let found = self.costs.iter().position(|row| row.category == code);
            costs.push(match found {
                Some(at) => self.costs.remove(at),
                None => ClaimCostDraft {
                    category: code.to_owned(),
                    amount: String::new(),
                },
            });
        }
        let typed = |row: &ClaimCostDraft| !row.amount.trim().is_empty();
        costs.extend(self.costs.into_iter().filter(typed));
        let mut funding: Vec<ClaimFundingDraft> = Vec::new();
        for funder in &scope.funders {
            let code = funder.code();
            let found = self.funding.iter().position(|row| row.funder == code);
            funding.push(match found {
                Some(at) => self.funding.remove(at),
                None => ClaimFundingDraft {
                    funder: code,
                    amount: String::new(),
                },
            });
        }
        let typed = |row: &ClaimFundingDraft| !row.amount.trim().is_empty();
        funding.extend(self.funding.into_iter().filter(typed));
        self.costs = costs;
        self.funding = funding;
        self
    }

    /// Reads what was typed as an entry of a kind that is to follow those of a book.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(
        &self,
        kind: ClaimKind,
        book: &ClaimBook,
        scope: &ClaimScope,
        today: Date,
    ) -> Result<ClaimFact, Findings> {
        let broken = |code| Findings::from(Finding::at(place(kind, code), code));
        let named = self.claim.trim().parse().ok();
        if !scope.is_own {
            return Err(broken(FindingCode::NotOwnProject));
        }
        // Of what cannot be recorded at all, nobody needs to hear what is missing.
        book.may(kind, named).map_err(broken)?;
        let mut findings = Findings::default();
        let fact = match (kind, named) {
            (ClaimKind::Made | ClaimKind::Changed, _) => {
                let claim = named.unwrap_or_else(|| book.next_number());
                let content = self.content(&mut findings, scope, today);
                content.map(|content| match kind {
                    ClaimKind::Made => ClaimFact::Made { claim, content },
                    _ => ClaimFact::Changed { claim, content },
                })
            }
            (ClaimKind::AdvanceReceived | ClaimKind::AdvanceUndone, _) => {
                self.advance(&mut findings, kind, scope, today)
            }
            (_, Some(claim)) => self.step(&mut findings, kind, claim, book, today),
            (_, None) => None,
        };
        let Some(fact) = fact.filter(|_| findings.is_empty()) else {
            return Err(findings);
        };
        book.after(&fact).map_err(broken)?;
        Ok(fact)
    }

    fn content(
        &self,
        findings: &mut Findings,
        scope: &ClaimScope,
        today: Date,
    ) -> Option<ClaimContent> {
        let first_day = findings.required_day("first_day", &self.first_day);
        let last_day = findings.past_day("last_day", &self.last_day, today);
        if let (Some(first), Some(last)) = (first_day, last_day) {
            check_days(findings, first, last, scope);
        }
        let Some(model) = scope.model else {
            findings.push(Finding::at("costs-0-amount", FindingCode::PlanWithoutCosts));
            return None;
        };
        let mut of_amounts = Findings::default();
        let costs = self.costs(&mut of_amounts, scope);
        let funding = self.funding(&mut of_amounts, scope);
        let deducted = of_amounts.amount("deducted", &self.deducted);
        let applied = of_amounts.amount("applied", &self.applied);
        // What cannot be read cannot be reckoned with.
        if !of_amounts.is_empty() {
            findings.extend(of_amounts);
            return None;
        }
        let mut content = ClaimContent {
            first_day: first_day?,
            last_day: last_day?,
            is_last: !self.is_last_claim.trim().is_empty(),
            costs,
            funding,
            deducted: deducted.unwrap_or_default(),
            applied: applied.unwrap_or_default(),
            plan_version: scope.plan_version,
            model,
            rate: scope.rate,
        };
        let Some(reckoning) = content.reckoning() else {
            findings.push(Finding::at("costs-0-amount", FindingCode::AmountTooLarge));
            return None;
        };
        if reckoning.total == Money::ZERO {
            findings.push(Finding::at("costs-0-amount", FindingCode::NothingRealised));
        }
        let is_typed = !self.applied.trim().is_empty();
        match reckoning.most {
            Some(most) if most < Money::ZERO => {
                findings.push(Finding::at("deducted", FindingCode::MoreThanSupport));
            }
            Some(most) if is_typed && content.applied > most => {
                findings.push(Finding::at("applied", FindingCode::MoreThanSupport));
            }
            Some(most) if !is_typed => content.applied = most,
            None if !is_typed => findings.push(Finding::at("applied", FindingCode::Missing)),
            _ => {}
        }
        Some(content)
    }

    /// What is stated of each category, in the order of plans; what is empty was not realised.
    fn costs(&self, findings: &mut Findings, scope: &ClaimScope) -> Vec<RealisedCost> {
        let mut costs: Vec<RealisedCost> = Vec::new();
        for (row, typed) in self.costs.iter().enumerate() {
            let place = format!("costs-{row}-amount");
            let Some(amount) = findings.amount(&place, &typed.amount) else {
                continue;
            };
            let category = CostCategory::from_code(typed.category.trim());
            let taken = category.filter(|of| scope.categories().any(|one| one == *of));
            match taken {
                Some(category) if costs.iter().all(|cost| cost.category != category) => {
                    costs.push(RealisedCost { category, amount });
                }
                _ => findings.push(Finding::at(place, FindingCode::CostNotInModel)),
            }
        }
        costs
    }

    fn funding(&self, findings: &mut Findings, scope: &ClaimScope) -> Vec<RealisedFunding> {
        let mut funding: Vec<RealisedFunding> = Vec::new();
        for (row, typed) in self.funding.iter().enumerate() {
            let place = format!("funding-{row}-amount");
            let Some(amount) = findings.amount(&place, &typed.amount) else {
                continue;
            };
            let funder = typed.funder.trim().parse::<ClaimFunder>().ok();
            match funder.filter(|funder| scope.funders.contains(funder)) {
                Some(funder) if funding.iter().all(|paid| paid.funder != funder) => {
                    funding.push(RealisedFunding { funder, amount });
                }
                _ => findings.push(Finding::at(place, FindingCode::FunderNotInPlan)),
            }
        }
        funding
    }

    fn step(
        &self,
        findings: &mut Findings,
        kind: ClaimKind,
        claim: u32,
        book: &ClaimBook,
        today: Date,
    ) -> Option<ClaimFact> {
        let of = book.claim(claim)?;
        let sent = of.sent.as_ref().map(|sent| sent.on);
        let decided = of.granted.as_ref().map(|granted| granted.on);
        let day = |findings: &mut Findings, after: Option<Date>| {
            let first = after.map(|after| (after, FindingCode::DayBeforeStep));
            findings.entry_day(&self.entry_day, today, first)
        };
        Some(match kind {
            ClaimKind::Sent => {
                let (document, after) = (findings.document(&self.arrived_as), of.content.last_day);
                let on = day(findings, Some(after));
                ClaimFact::Sent {
                    claim,
                    on: on?,
                    document,
                }
            }
            ClaimKind::Decided => {
                let (document, on) = (findings.document(&self.arrived_as), day(findings, sent));
                let granted = findings.stated_money("granted", &self.granted);
                let granted = findings.not_negative("granted", granted);
                let is_less = granted.is_some_and(|granted| granted < of.content.applied);
                let reason = if is_less {
                    findings.reason(&self.reason)
                } else {
                    findings.text("reason", &self.reason, WORDS)
                };
                ClaimFact::Decided {
                    claim,
                    on: on?,
                    granted: granted?,
                    document,
                    reason,
                }
            }
            ClaimKind::Paid => {
                let voucher = findings.required("voucher", &self.voucher, WORDS);
                let on = day(findings, decided);
                ClaimFact::Paid {
                    claim,
                    on: on?,
                    voucher,
                }
            }
            ClaimKind::TakenBack => ClaimFact::TakenBack {
                claim,
                reason: findings.reason(&self.reason),
            },
            ClaimKind::Withdrawn => ClaimFact::Withdrawn {
                claim,
                reason: findings.reason(&self.reason),
            },
            ClaimKind::Made
            | ClaimKind::Changed
            | ClaimKind::AdvanceReceived
            | ClaimKind::AdvanceUndone => return None,
        })
    }

    fn advance(
        &self,
        findings: &mut Findings,
        kind: ClaimKind,
        scope: &ClaimScope,
        today: Date,
    ) -> Option<ClaimFact> {
        if kind == ClaimKind::AdvanceUndone {
            let reason = findings.reason(&self.reason);
            return Some(ClaimFact::AdvanceUndone { reason });
        }
        let (document, on) = (
            findings.document(&self.arrived_as),
            findings.entry_day(&self.entry_day, today, None),
        );
        let amount = findings.stated_amount(&self.amount);
        let amount = findings.not_negative("amount", amount);
        if amount == Some(Money::ZERO) {
            findings.push(Finding::at("amount", FindingCode::AmountNotPositive));
        }
        let most = scope.support.map(|support| share_of(support, MOST_ADVANCE));
        if amount.zip(most).is_some_and(|(amount, most)| amount > most) {
            findings.push(Finding::at("amount", FindingCode::AdvanceTooLarge));
        }
        Some(ClaimFact::AdvanceReceived {
            on: on?,
            amount: amount?,
            document,
        })
    }
}

impl Findings {
    /// Reads an amount that is not negative, or `None` where nothing was typed.
    fn amount(&mut self, place: &str, typed: &str) -> Option<Money> {
        let amount = self.money(place, typed);
        self.not_negative(place, amount)
    }

    /// Finds an amount that is negative.
    fn not_negative(&mut self, place: &str, amount: Option<Money>) -> Option<Money> {
        if amount.is_some_and(|amount| amount < Money::ZERO) {
            self.push(Finding::at(place, FindingCode::AmountNegative));
        }
        amount
    }
}

/// A day as a form shows it.
fn typed_day(day: Date) -> String {
    format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year())
}

/// An amount as a form shows it.
fn typed_amount(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

fn check_days(findings: &mut Findings, first: Date, last: Date, scope: &ClaimScope) {
    if last < first {
        let code = FindingCode::LastDayBeforeFirst;
        findings.push(Finding::at("last_day", code));
    }
    match scope.days {
        None => findings.push(Finding::at("first_day", FindingCode::ProjectPeriodUnknown)),
        Some((begins, ends)) => {
            for (place, day) in [("first_day", first), ("last_day", last)] {
                if day < begins || day > ends {
                    findings.push(Finding::at(place, FindingCode::OutsideProjectPeriod));
                }
            }
        }
    }
}

/// The field where it is said what an entry breaks.
const fn place(kind: ClaimKind, code: FindingCode) -> &'static str {
    match (kind, code) {
        (_, FindingCode::MoreThanAdvance) => "deducted",
        (_, FindingCode::LastClaimKnown) => "is_last_claim",
        (ClaimKind::Made | ClaimKind::Changed, _) => "first_day",
        (ClaimKind::Decided, FindingCode::MoreThanApplied) => "granted",
        (ClaimKind::Sent | ClaimKind::Decided, _) => "arrived_as",
        (ClaimKind::Paid, _) => "voucher",
        (ClaimKind::AdvanceReceived, _) => "amount",
        (ClaimKind::TakenBack | ClaimKind::Withdrawn | ClaimKind::AdvanceUndone, _) => "reason",
    }
}
