//! Drafts from the fields of a form, and back.
//!
//! A field's name is the place that a [`Finding`](crate::finding::Finding) names: `title`, or
//! `commitments-2-amount` in a row. Rows come in the order of their numbers, whatever gaps
//! the numbers have, so that no typed number decides how much is stored. A field that the form
//! does not have is ignored, a missing one is empty.

use std::collections::BTreeMap;

use crate::budget::{BudgetDecisionDraft, BudgetRowDraft};
use crate::case::{CasePartyDraft, IncomingDraft, MeasureDraft, OwnDraft, RetentionDraft};
use crate::co_funding::CoFundingDraft;
use crate::commitment::{EntryDraft, LetterDraft};
use crate::decision::{ChangeDraft, CommitmentDraft, CorrectionDraft, DecisionDraft, PartyDraft};
use crate::funding::{CostRowDraft, FundingPlanDraft, FundingRowDraft};
use crate::instalment::InstalmentDraft;
use crate::payment_claim::{ClaimCostDraft, ClaimDraft, ClaimFundingDraft};
use crate::project::note::NoteDraft;
use crate::project::phase::PhaseDraft;
use crate::project::{ContactDraft, OrganisationChoice, ProjectDraft};
use crate::service::ServiceDraft;

/// The fields of a form in their order: name and value.
pub type Pairs = Vec<(String, String)>;

/// A form whose rows can be added and removed by buttons that submit it.
pub trait Rows {
    /// Does what a button of the form asks for: `add-commitment`, `remove-row-3`. Gives `false`
    /// where the button is none of these.
    fn edit_rows(&mut self, action: &str) -> bool;
}

/// Reads the text of a field, with the line ends that browsers send as `\r\n` made plain.
pub fn field(pairs: &[(String, String)], name: &str) -> String {
    let value = pairs.iter().find(|(of, _)| of == name);
    value.map_or_else(String::new, |(_, value)| value.replace("\r\n", "\n"))
}

/// The rows `{name}-{number}-{field}`, rising by number, each with its fields.
fn rows(pairs: &[(String, String)], name: &str) -> Vec<Pairs> {
    let mut rows: BTreeMap<u32, Pairs> = BTreeMap::new();
    for (place, value) in pairs {
        let row = place
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('-'))
            .and_then(|rest| rest.split_once('-'))
            .and_then(|(number, field)| Some((number.parse().ok()?, field)));
        if let Some((number, field)) = row {
            let fields = rows.entry(number).or_default();
            fields.push((field.to_owned(), value.clone()));
        }
    }
    rows.into_values().collect()
}

fn edit<T: Default>(rows: &mut Vec<T>, name: &str, action: &str) -> bool {
    let of_this = |verb: &str| action.strip_prefix(verb)?.strip_prefix(name);
    if of_this("add-") == Some("") {
        rows.push(T::default());
        return true;
    }
    let number = of_this("remove-").and_then(|rest| rest.strip_prefix('-')?.parse::<usize>().ok());
    let found = number.filter(|number| *number < rows.len());
    found.map(|number| rows.remove(number)).is_some()
}

/// A list of fields that are read and printed under their own names.
macro_rules! flat {
    ($draft:ty: $($field:ident),+) => {
        impl $draft {
            fn with_flat(mut self, pairs: &[(String, String)]) -> Self {
                $(self.$field = field(pairs, stringify!($field));)+
                self
            }

            fn print_flat(&self) -> Pairs {
                vec![$((stringify!($field).to_owned(), self.$field.clone())),+]
            }
        }
    };
}

flat!(DecisionDraft: title, lang, kind, series, section, resolution, background, authority,
    applied_provisions, contact_office, contact_person, distribution, remedy, unrecognised,
    not_personal);
flat!(CommitmentDraft: year, amount, strength, budget_line, condition);
flat!(PartyDraft: organisation, means);
flat!(ChangeDraft: section, effect);
flat!(CorrectionDraft: title, resolution, background, authority, applied_provisions,
    contact_office, contact_person, reason);
flat!(ProjectDraft: name, summary, city_role, beneficiary, first_month, last_month,
    funding_authority, programme, specific_objective, project_code, programme_number,
    programme_date, municipality, latitude, longitude);
flat!(OrganisationChoice: organisation);
flat!(ContactDraft: contact_office, contact_person, email, phone);
flat!(ServiceDraft: means, event_on, event_at, consent, proof, shown_receipt, new_means, new_on);
flat!(BudgetDecisionDraft: year, budget_kind, deciding_body, decided_on, section, case_number, subject,
    excess_reason);
flat!(BudgetRowDraft: appropriation, code, name, basis, source, amount);
flat!(EntryDraft: amount, fulfilled_by, reason, invoice, voucher, ledger_account, cost_centre,
    posting_year, entry_day, entry, instalment, aid, provision);
flat!(FundingPlanDraft: reason, total_cost, cost_model, support_kind, rate_reason);
flat!(CostRowDraft: category, total);
flat!(FundingRowDraft: funders, category, share, total);
flat!(ClaimDraft: claim, first_day, last_day, is_last_claim, deducted, applied, granted, amount,
    arrived_as, voucher, entry_day, reason);
flat!(ClaimCostDraft: category, amount);
flat!(ClaimFundingDraft: funder, amount);

/// Puts the place of a row before its fields.
fn in_row(name: &str, number: usize, fields: Pairs) -> impl Iterator<Item = (String, String)> {
    let place = format!("{name}-{number}");
    fields
        .into_iter()
        .map(move |(field, value)| (format!("{place}-{field}"), value))
}

impl DecisionDraft {
    /// Reads a draft from the fields of its form.
    ///
    /// ```
    /// use domain::decision::DecisionDraft;
    /// let pairs = [("title", "Rahoitus"), ("commitments-0-year", "2023"), ("commitments-7-year", "2024")];
    /// let draft = DecisionDraft::from_pairs(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
    /// assert_eq!(draft.title, "Rahoitus");
    /// assert_eq!(draft.commitments[1].year, "2024");
    /// ```
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let commitments = rows(pairs, "commitments");
        let parties = rows(pairs, "parties");
        Self {
            commitments: commitments
                .iter()
                .map(|row| CommitmentDraft::default().with_flat(row))
                .collect(),
            parties: parties
                .iter()
                .map(|row| PartyDraft::default().with_flat(row))
                .collect(),
            changes: rows(pairs, "changes")
                .iter()
                .map(|row| ChangeDraft::default().with_flat(row))
                .collect(),
            ..Self::default().with_flat(pairs)
        }
    }

    /// The fields of its form, from which the same draft is read.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = self.print_flat();
        for (number, row) in self.commitments.iter().enumerate() {
            pairs.extend(in_row("commitments", number, row.print_flat()));
        }
        for (number, row) in self.parties.iter().enumerate() {
            pairs.extend(in_row("parties", number, row.print_flat()));
        }
        for (number, row) in self.changes.iter().enumerate() {
            pairs.extend(in_row("changes", number, row.print_flat()));
        }
        pairs
    }
}

impl Rows for DecisionDraft {
    fn edit_rows(&mut self, action: &str) -> bool {
        edit(&mut self.commitments, "commitment", action)
            || edit(&mut self.parties, "party", action)
            || edit(&mut self.changes, "change", action)
    }
}

impl CorrectionDraft {
    /// Reads a correction from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self::default().with_flat(pairs)
    }

    /// The fields of its form, from which the same correction is read.
    pub fn to_pairs(&self) -> Pairs {
        self.print_flat()
    }
}

impl EntryDraft {
    /// Reads an entry from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self::default().with_flat(pairs)
    }

    /// The fields of its form, from which the same entry is read.
    pub fn to_pairs(&self) -> Pairs {
        self.print_flat()
    }
}

impl ProjectDraft {
    /// Reads a project from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let organisations = |name| {
            let rows = rows(pairs, name);
            let rows = rows.iter();
            rows.map(|row| OrganisationChoice::default().with_flat(row))
                .collect()
        };
        Self {
            joint: organisations("joint"),
            partners: organisations("partners"),
            contacts: rows(pairs, "contacts")
                .iter()
                .map(|row| ContactDraft::default().with_flat(row))
                .collect(),
            ..Self::default().with_flat(pairs)
        }
    }

    /// The fields of its form, from which the same project is read; those of rows stand last.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = self.print_flat();
        for (name, rows) in [("joint", &self.joint), ("partners", &self.partners)] {
            for (number, row) in rows.iter().enumerate() {
                pairs.extend(in_row(name, number, row.print_flat()));
            }
        }
        for (number, row) in self.contacts.iter().enumerate() {
            pairs.extend(in_row("contacts", number, row.print_flat()));
        }
        pairs
    }
}

impl Rows for ProjectDraft {
    fn edit_rows(&mut self, action: &str) -> bool {
        edit(&mut self.joint, "joint", action)
            || edit(&mut self.partners, "partner", action)
            || edit(&mut self.contacts, "contact", action)
    }
}

impl ServiceDraft {
    /// Reads a service from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self::default().with_flat(pairs)
    }

    /// The fields of its form, from which the same service is read.
    pub fn to_pairs(&self) -> Pairs {
        self.print_flat()
    }
}

impl FundingPlanDraft {
    /// Reads a plan from the fields of its form. The years of its columns stand in the field
    /// `years`, with spaces between.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let typed = field(pairs, "years");
        let mut years: Vec<u16> = typed
            .split_whitespace()
            .filter_map(|year| year.parse().ok())
            .filter(|year| (1900..2200).contains(year))
            .collect();
        years.sort_unstable();
        years.dedup();
        let amounts = |row: &Pairs| -> Vec<String> {
            let years = years.iter();
            years.map(|year| field(row, &year.to_string())).collect()
        };
        let costs = rows(pairs, "costs");
        let costs = costs.iter().map(|row| CostRowDraft {
            amounts: amounts(row),
            ..CostRowDraft::default().with_flat(row)
        });
        let rows = rows(pairs, "rows");
        let rows = rows.iter().map(|row| FundingRowDraft {
            amounts: amounts(row),
            part: row.iter().any(|(field, _)| field == "part"),
            ..FundingRowDraft::default().with_flat(row)
        });
        Self {
            rows: rows.collect(),
            costs: costs.collect(),
            years,
            ..Self::default().with_flat(pairs)
        }
    }

    /// The fields of its form, from which the same plan is read.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = self.print_flat();
        let years: Vec<String> = self.years.iter().map(u16::to_string).collect();
        pairs.push(("years".to_owned(), years.join(" ")));
        for (number, row) in self.rows.iter().enumerate() {
            let mut fields = row.print_flat();
            let amounts = self.years.iter().zip(&row.amounts);
            fields.extend(amounts.map(|(year, amount)| (year.to_string(), amount.clone())));
            if row.part {
                fields.push(("part".to_owned(), "1".to_owned()));
            }
            pairs.extend(in_row("rows", number, fields));
        }
        for (number, row) in self.costs.iter().enumerate() {
            let mut fields = row.print_flat();
            let amounts = self.years.iter().zip(&row.amounts);
            fields.extend(amounts.map(|(year, amount)| (year.to_string(), amount.clone())));
            pairs.extend(in_row("costs", number, fields));
        }
        pairs
    }
}

impl Rows for FundingPlanDraft {
    fn edit_rows(&mut self, action: &str) -> bool {
        let done = edit(&mut self.rows, "row", action);
        let amounts = self.rows.iter_mut().map(|row| &mut row.amounts);
        let costs = self.costs.iter_mut().map(|row| &mut row.amounts);
        for amounts in amounts.chain(costs) {
            amounts.resize(self.years.len(), String::new());
        }
        done
    }
}

impl ClaimDraft {
    /// Reads it from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self {
            costs: rows(pairs, "costs")
                .iter()
                .map(|row| ClaimCostDraft::default().with_flat(row))
                .collect(),
            funding: rows(pairs, "funding")
                .iter()
                .map(|row| ClaimFundingDraft::default().with_flat(row))
                .collect(),
            ..Self::default().with_flat(pairs)
        }
    }

    /// The fields of its form, from which the same is read.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = self.print_flat();
        for (number, row) in self.costs.iter().enumerate() {
            pairs.extend(in_row("costs", number, row.print_flat()));
        }
        for (number, row) in self.funding.iter().enumerate() {
            pairs.extend(in_row("funding", number, row.print_flat()));
        }
        pairs
    }
}

impl BudgetDecisionDraft {
    /// Reads it from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let rows = rows(pairs, "rows");
        Self {
            rows: rows
                .iter()
                .map(|row| BudgetRowDraft::default().with_flat(row))
                .collect(),
            ..Self::default().with_flat(pairs)
        }
    }

    /// The fields of its form, from which the same is read.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = self.print_flat();
        for (number, row) in self.rows.iter().enumerate() {
            pairs.extend(in_row("rows", number, row.print_flat()));
        }
        pairs
    }
}

impl Rows for BudgetDecisionDraft {
    fn edit_rows(&mut self, action: &str) -> bool {
        edit(&mut self.rows, "row", action)
    }
}

/// A draft whose fields are all read and printed under their own names.
macro_rules! plain {
    ($($draft:ty: $($field:ident),+;)+) => {$(
        flat!($draft: $($field),+);

        impl $draft {
            /// Reads it from the fields of its form.
            pub fn from_pairs(pairs: &[(String, String)]) -> Self {
                Self::default().with_flat(pairs)
            }

            /// The fields of its form, from which the same is read.
            pub fn to_pairs(&self) -> Pairs {
                self.print_flat()
            }
        }
    )+};
}

plain! {
    IncomingDraft: document_title, phase, measure, arrived_on, arrived_at, arrival_way, sender, agent;
    OwnDraft: document_title, phase, measure, author, made_on, sent_on, sent_at, sent_way, sent_to, service_means;
    MeasureDraft: phase, measure_name, taken_on, office;
    CasePartyDraft: party_role, organisation, person, agent;
    LetterDraft: letter_lang, valid_until;
    InstalmentDraft: instalment, due_day, amount, needs, is_last, arrived_as, entry_day, reason;
    CoFundingDraft: funder, amount, arrived_as, entry_day, entry, reason;
    PhaseDraft: project_phase, phase_on, phase_remark;
    NoteDraft: noted_on, note;
    RetentionDraft: years, permanent, basis, ground, valid_from, valid_until;
}
