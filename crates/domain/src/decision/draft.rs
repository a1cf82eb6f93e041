//! A decision while it is written: any text in any field.

use serde::{Deserialize, Serialize};

use crate::case::CaseNumber;
use crate::id::ProjectId;
use crate::project::ProjectPeriod;

/// A decision as typed. It may be saved in any condition; [`DecisionDraft::read`] says what is
/// missing before it can be sent or signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionDraft {
    /// Title.
    pub title: String,
    /// Language of the text: `fi`, `sv` or `en`.
    pub lang: String,
    /// Code of the kind; empty is [`super::DecisionKind::Other`].
    pub kind: String,
    /// Slug of the section series of the decision maker.
    pub series: String,
    /// Section number where the series is numbered elsewhere, or empty.
    pub section: String,
    /// Resolution, in markup.
    pub resolution: String,
    /// Background, in markup.
    pub background: String,
    /// Authority, e.g. `Hallintosääntö 17 §`.
    pub authority: String,
    /// Applied provisions.
    pub applied_provisions: String,
    /// Commitment lines.
    pub commitments: Vec<CommitmentDraft>,
    /// Office that gives further information.
    pub contact_office: String,
    /// Person that gives it; never public.
    pub contact_person: String,
    /// For information only, one on each line, perhaps with an e-mail address after the name; never
    /// public.
    pub distribution: String,
    /// Parties.
    pub parties: Vec<PartyDraft>,
    /// Earlier decisions that it amends, repeals or lets lapse.
    pub changes: Vec<ChangeDraft>,
    /// Code of the remedy.
    pub remedy: String,
    /// What an import could not place; officials see it until they empty it.
    pub unrecognised: String,
    /// Words that an official said are about nobody, one on each line, so that they are not asked
    /// about again.
    pub not_personal: String,
    /// Whether it was read from a document. No field of the form: a form cannot change it.
    pub is_imported: bool,
}

/// A commitment line as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CommitmentDraft {
    /// Accounting year, or empty where the decision names none.
    pub year: String,
    /// Amount.
    pub amount: String,
    /// Code of the strength.
    pub strength: String,
    /// Budget line, or empty.
    pub budget_line: String,
    /// Condition, or empty.
    pub condition: String,
}

/// An earlier decision that is changed, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeDraft {
    /// Its address, `series/year/section`, or empty.
    pub section: String,
    /// Code of the effect.
    pub effect: String,
}

/// A party as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PartyDraft {
    /// Identity of the organisation, or empty.
    pub organisation: String,
    /// Code of the means of service.
    pub means: String,
}

/// What a draft is read against: facts that stand outside the form.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// The number of the decision's case, if known.
    pub case_number: Option<CaseNumber>,
    /// The project it funds.
    pub project: Option<ProjectId>,
    /// When that project runs, if known.
    pub period: Option<ProjectPeriod>,
    /// The office or body of the chosen series, if one is chosen.
    pub decision_maker: Option<String>,
    /// Whether no party need be named: a body's decision is recorded from minutes, and who its
    /// parties are may be unknown.
    pub parties_may_be_unknown: bool,
    /// Whether no applied provision need be named (hallintolaki 45 §): what was made elsewhere or
    /// stands in a document may name none, and nobody can add one afterwards.
    pub provisions_may_be_unknown: bool,
}

impl DecisionDraft {
    /// The fields that hold texts of several lines; every other one is of one line.
    pub const LINES: [&str; 6] = [
        "resolution",
        "background",
        "applied_provisions",
        "distribution",
        "unrecognised",
        "not_personal",
    ];

    /// Leaves out the rows in which nothing was typed.
    pub fn compact(&mut self) {
        self.commitments.retain(|line| {
            [&line.year, &line.amount, &line.budget_line, &line.condition]
                .iter()
                .any(|text| !text.trim().is_empty())
        });
        self.parties
            .retain(|party| !party.organisation.trim().is_empty());
        self.changes
            .retain(|change| !change.section.trim().is_empty());
    }
}
