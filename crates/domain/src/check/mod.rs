//! What is looked at before a decision is signed, beyond what its own form can say: the funding
//! plan, the budget, the decision maker's authority, and what may be about a person and is not marked.
//!
//! Each check is a module of its own that adds findings.
//! The weight of a code says whether it blocks ([`crate::finding::Weight`]).

mod authority;
mod binding;
mod budget;
mod plan;

pub use authority::{Promise, PromiseLine};
pub use binding::{Excess, worsened};
pub use budget::YearBudget;

use time::Date;

use crate::decision::{Commitment, DecisionContent, DecisionDraft, DecisionKind};
use crate::delegation::Delegation;
use crate::finding::{Finding, FindingCode, Findings};
use crate::funding::FundingPlan;
use crate::id::OrganisationId;
use crate::personal::{Known, Mention, mentions};
use crate::section::Section;
use crate::slug::Slug;

/// Where a decision is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is signed in this register.
    Here,
    /// It was made elsewhere, by a body or before the register, and is only recorded: who had the
    /// authority was looked at there.
    Elsewhere,
}

/// What a draft is looked at against: facts that stand outside its form.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// Today, Helsinki time.
    pub today: Date,
    /// Where the decision is made.
    pub made: Made,
    /// The section series it names, if it exists.
    pub series: Option<&'a Slug>,
    /// The newest funding plan of its project, if there is one.
    pub plan: Option<&'a FundingPlan>,
    /// The city as a funder, if it is among the organisations.
    pub city: Option<OrganisationId>,
    /// What signed decisions that are in force promised its project before, in any series.
    pub promised: &'a [(Section, Commitment)],
    /// The budgets of the years that it promises money for, as far as they are recorded.
    pub budgets: &'a [YearBudget],
    /// Every delegation that is recorded.
    pub delegations: &'a [Delegation],
    /// Names and addresses that are nobody's secret.
    pub known: &'a Known,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// The findings, blocking ones and notices.
    pub findings: Findings,
    /// What may be about a person and is not marked, in the order of the form.
    pub mentions: Vec<Mention>,
    /// The whole promise to the project, which the limit of the authority is for.
    pub promise: Option<Promise>,
    /// What would be promised beyond appropriations: it wants a reason.
    pub excesses: Vec<Excess>,
}

/// Whether a draft is of a kind that changes an earlier decision.
fn is_about_another(draft: &DecisionDraft) -> bool {
    matches!(
        DecisionKind::from_code(draft.kind.trim()),
        Some(DecisionKind::Amendment | DecisionKind::Repeal)
    )
}

/// Looks at a [compact](DecisionDraft::compact) draft. What depends on its lines waits until they
/// can be read into a `content`.
pub fn check(
    draft: &DecisionDraft,
    content: Option<&DecisionContent>,
    around: &Circumstances<'_>,
) -> Checked {
    let mut findings = Findings::default();
    let (mut promise, mut excesses) = (None, Vec::new());
    if let Some(content) = content {
        plan::check(&mut findings, content, around);
        budget::check(&mut findings, content, around);
        excesses = binding::check(&mut findings, content, around);
        if around.made == Made::Here {
            promise = Some(authority::check(&mut findings, content, around));
        }
    }
    let excused = around.made == Made::Elsewhere || draft.is_imported;
    if excused && draft.applied_provisions.trim().is_empty() {
        findings.push(Finding::at(
            "applied_provisions",
            FindingCode::ProvisionsNotNamed,
        ));
    }
    if draft.changes.is_empty() && is_about_another(draft) {
        let code = if excused {
            FindingCode::ChangesNotNamed
        } else {
            FindingCode::ChangesMissing
        };
        findings.push(Finding::at("changes", code));
    }
    let mentions = mentions(draft, around.known);
    let mut said: Vec<(&str, FindingCode)> = Vec::new();
    for mention in &mentions {
        let found = (mention.place.as_str(), mention.kind.code());
        // One finding of a kind at a field; the words are listed beside it.
        if !said.contains(&found) {
            said.push(found);
            findings.push(Finding::at(mention.place.as_str(), mention.kind.code()));
        }
    }
    Checked {
        findings,
        mentions,
        promise,
        excesses,
    }
}
