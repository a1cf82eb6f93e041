//! The frozen content of a decision.

use serde::{Deserialize, Serialize};

use super::change::DecisionChange;
use super::kind::DecisionKind;
use crate::Lang;
use crate::appeal_right::AppealRight;
use crate::attachment::Attachment;
use crate::case::CaseNumber;
use crate::id::{OrganisationId, ProjectId};
use crate::instruction::InstructionVersion;
use crate::money::Money;
use crate::publicity::{Personal, Public};
use crate::section::Section;
use crate::service::ServiceMeans;
use crate::text::Text;

/// What a decision says, as it was signed.
///
/// Its canonical form is this structure as JSON with the fields in the order below, without
/// white space, in UTF-8; dates as `YYYY-MM-DD`, money as integer cents. `docs/canonical-json.md`
/// describes it; a change of the structure is a new [`super::SealVersion`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionContent {
    /// The case it was made in.
    pub case_number: Public<CaseNumber>,
    /// The project it funds.
    pub project: Public<Option<ProjectId>>,
    /// The language it was written in.
    pub lang: Lang,
    /// What it does.
    pub kind: Public<DecisionKind>,
    /// Its title.
    pub title: Public<String>,
    /// The office or body that decided.
    pub decision_maker: Public<String>,
    /// The resolution (päätösosa).
    pub resolution: Text,
    /// Background and reasons (selostus, perustelut).
    pub background: Text,
    /// The provision that gives the authority (toimivalta), e.g. `Hallintosääntö 17 §`.
    pub authority: Public<String>,
    /// The provisions applied (sovelletut oikeusohjeet), or empty.
    pub applied_provisions: Public<String>,
    /// What the city promises, by year.
    pub commitments: Public<Vec<Commitment>>,
    /// Who gives further information (hallintolaki 44.1 §).
    pub contact: Contact,
    /// Who gets the decision for information only (tiedoksi); starts no period.
    pub distribution: Personal<Vec<String>>,
    /// The parties and the means by which each is to be served.
    pub parties: Personal<Vec<(OrganisationId, ServiceMeans)>>,
    /// The earlier decisions that it amends, repeals or lets lapse.
    pub changes: Public<Vec<DecisionChange>>,
    /// How the decision can be challenged, or that it cannot be.
    pub remedy: Public<AppealRight>,
    /// The version of the appeal instructions that it is given with.
    pub instructions: Public<InstructionVersion>,
    /// Its attachments in their order; each says itself who may see it.
    pub attachments: Vec<Attachment>,
}

impl DecisionContent {
    /// The provisions that make parts of it secret, each once, in the order of the text.
    pub fn grounds(&self) -> Vec<&str> {
        let of_attachments = self.attachments.iter();
        let of_attachments = of_attachments.filter_map(|attachment| attachment.class.ground());
        let mut grounds: Vec<&str> = Vec::new();
        for ground in self
            .resolution
            .grounds()
            .into_iter()
            .chain(self.background.grounds())
            .chain(of_attachments)
        {
            if !grounds.contains(&ground) {
                grounds.push(ground);
            }
        }
        grounds
    }
}

/// Who gives further information: the office is public, the person is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The office, e.g. `Kaupunginjohtaja`.
    pub office: Public<String>,
    /// The person and their address, or empty.
    pub person: Personal<String>,
}

/// One promise of money: a year, an amount and how firm it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The accounting year (tilikausi); `None` where the decision names none.
    pub year: Option<u16>,
    /// The amount; positive.
    pub amount: Money,
    /// How firm the promise is.
    pub strength: CommitmentStrength,
    /// The budget line (talousarviokohta), if named.
    pub budget_line: Option<String>,
    /// What the promise depends on; present exactly when it is conditional.
    pub condition: Option<String>,
}

/// How firm a commitment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentStrength {
    /// Granted (myönnetään).
    Granted,
    /// At most (sitoudutaan enintään).
    AtMost,
    /// Conditional, until its condition is recorded as met (ehdollinen).
    Conditional,
    /// Provided for (varaudutaan): noted, not counted as committed.
    ProvidedFor,
}

impl DecisionContent {
    /// Whether it ends an earlier decision: repeals it or lets it lapse.
    pub fn ends(&self, earlier: &Section) -> bool {
        let changes = self.changes.0.iter();
        let mut of_it = changes.filter(|change| change.section == *earlier);
        of_it.any(|change| change.effect.ends())
    }
}

impl CommitmentStrength {
    /// Every strength, the firmest first.
    pub const ALL: [Self; 4] = [
        Self::Granted,
        Self::AtMost,
        Self::Conditional,
        Self::ProvidedFor,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::AtMost => "at_most",
            Self::Conditional => "conditional",
            Self::ProvidedFor => "provided_for",
        }
    }

    /// The strength of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|strength| strength.code() == code)
    }

    /// Whether the amount is counted as committed.
    pub const fn is_committed(self) -> bool {
        !matches!(self, Self::ProvidedFor)
    }
}
