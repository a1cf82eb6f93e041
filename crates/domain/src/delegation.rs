//! By which delegation an office decides, on what and up to how much (kuntalaki 91 §, the city's
//! hallintosääntö and the decisions that delegate further).

use serde::{Deserialize, Serialize};
use time::Date;

use crate::decision::DecisionKind;
use crate::finding::{Finding, FindingCode, Findings};
use crate::form::{Pairs, field};
use crate::id::DelegationId;
use crate::money::Money;
use crate::slug::Slug;

/// A delegation as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Its identity.
    pub id: DelegationId,
    /// Raised with each saved change; a change made on an older version is refused.
    pub version: i64,
    /// What it says.
    pub facts: DelegationFacts,
}

/// What a delegation says. All of it is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegationFacts {
    /// The section series of the office or body that decides.
    pub series: Slug,
    /// The provision, e.g. `Hallintosääntö 17 §`.
    pub provision: String,
    /// The decision that delegated the authority, where there is one beside the provision.
    pub decision: Option<DelegationDecision>,
    /// The most that one project may be promised, or `None` where there is no limit.
    pub limit: Option<Money>,
    /// The kinds of decisions it is for; never empty.
    pub kinds: Vec<DecisionKind>,
    /// Its first day.
    pub valid_from: Date,
    /// Its last day; `None` until it is known.
    pub valid_to: Option<Date>,
}

/// The decision by which authority was delegated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegationDecision {
    /// The body, e.g. `Kaupunginhallitus`.
    pub body: String,
    /// Its day.
    pub on: Date,
    /// Its section number.
    pub section: u32,
    /// The year of the section number.
    pub year: u16,
}

impl DelegationFacts {
    /// Whether it is in force on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// A delegation as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DelegationDraft {
    /// Slug of the series.
    pub series: String,
    /// Provision.
    pub provision: String,
    /// Body of the delegation decision, or empty.
    pub body: String,
    /// Its day, or empty.
    pub decided_on: String,
    /// Its section number, or empty.
    pub section: String,
    /// The year of the section, or empty where it is that of the day.
    pub section_year: String,
    /// Limit, or empty where there is none.
    pub limit: String,
    /// Codes of the kinds.
    pub kinds: Vec<String>,
    /// First day.
    pub valid_from: String,
    /// Last day, or empty.
    pub valid_to: String,
}

/// The fields of a delegation that hold one text.
macro_rules! fields {
    ($($field:ident),+) => {
        impl DelegationDraft {
            /// Reads it from the fields of its form; each chosen kind is a field `kinds`.
            pub fn from_pairs(pairs: &[(String, String)]) -> Self {
                let kinds = pairs.iter().filter(|(name, _)| name == "kinds");
                Self {
                    kinds: kinds.map(|(_, code)| code.clone()).collect(),
                    $($field: field(pairs, stringify!($field)),)+
                }
            }

            /// The fields of its form, from which the same is read.
            pub fn to_pairs(&self) -> Pairs {
                let mut pairs = vec![$((stringify!($field).to_owned(), self.$field.clone())),+];
                let kinds = self.kinds.iter().map(|code| ("kinds".to_owned(), code.clone()));
                pairs.extend(kinds);
                pairs
            }
        }
    };
}

fields!(
    series,
    provision,
    body,
    decided_on,
    section,
    section_year,
    limit,
    valid_from,
    valid_to
);

impl DelegationDraft {
    /// Reads what was typed; the caller looks whether the series exists.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(&self) -> Result<DelegationFacts, Findings> {
        let mut findings = Findings::default();
        let series = Slug::try_from(self.series.trim().to_owned()).ok();
        if series.is_none() {
            findings.push(Finding::at("series", FindingCode::Missing));
        }
        let provision = findings.required("provision", &self.provision, 300);
        let decision = self.read_decision(&mut findings);
        let limit = findings.money("limit", &self.limit);
        if limit.is_some_and(|limit| limit <= Money::ZERO) {
            findings.push(Finding::at("limit", FindingCode::AmountNotPositive));
        }
        let kinds: Vec<DecisionKind> = DecisionKind::ALL
            .into_iter()
            .filter(|kind| self.kinds.iter().any(|typed| typed.trim() == kind.code()))
            .collect();
        if kinds.is_empty() {
            findings.push(Finding::at("kinds", FindingCode::KindsMissing));
        }
        let valid_from = findings.required("valid_from", &self.valid_from, 20);
        let valid_from = findings.date("valid_from", &valid_from);
        let valid_to = findings.date("valid_to", &self.valid_to);
        if valid_from.zip(valid_to).is_some_and(|(from, to)| to < from) {
            findings.push(Finding::at("valid_to", FindingCode::LastDayBeforeFirst));
        }
        let (Some(series), Some(valid_from)) = (series, valid_from) else {
            return Err(findings);
        };
        findings.into_result(DelegationFacts {
            series,
            provision,
            decision,
            limit,
            kinds,
            valid_from,
            valid_to,
        })
    }

    /// The delegation decision: all of it, or nothing.
    fn read_decision(&self, findings: &mut Findings) -> Option<DelegationDecision> {
        let typed = [&self.body, &self.decided_on, &self.section];
        if typed.iter().all(|text| text.trim().is_empty()) {
            return None;
        }
        let body = findings.required("body", &self.body, 200);
        let on = findings.required("decided_on", &self.decided_on, 20);
        let on = findings.date("decided_on", &on);
        let number = findings.section_number("section", &self.section);
        let year = match self.section_year.trim() {
            "" => on.and_then(|on| u16::try_from(on.year()).ok()),
            typed => findings.year("section_year", typed),
        };
        Some(DelegationDecision {
            body,
            on: on?,
            section: number?,
            year: year?,
        })
    }
}

impl From<&DelegationFacts> for DelegationDraft {
    fn from(facts: &DelegationFacts) -> Self {
        let day = |day: Date| format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year());
        let decision = facts.decision.as_ref();
        let of_decision = |text: fn(&DelegationDecision) -> String| decision.map(text);
        Self {
            series: facts.series.to_string(),
            provision: facts.provision.clone(),
            body: of_decision(|decision| decision.body.clone()).unwrap_or_default(),
            decided_on: decision
                .map(|decision| day(decision.on))
                .unwrap_or_default(),
            section: of_decision(|decision| decision.section.to_string()).unwrap_or_default(),
            section_year: of_decision(|decision| decision.year.to_string()).unwrap_or_default(),
            limit: facts
                .limit
                .map(crate::decision::typed_amount)
                .unwrap_or_default(),
            kinds: facts
                .kinds
                .iter()
                .map(|kind| kind.code().to_owned())
                .collect(),
            valid_from: day(facts.valid_from),
            valid_to: facts.valid_to.map(day).unwrap_or_default(),
        }
    }
}
