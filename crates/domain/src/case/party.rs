//! Who began a case and who else has to do with it.

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{CaseId, CasePartyId, OrganisationId};
use crate::publicity::Personal;

/// Who has to do with a case; never public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseParty {
    /// Its identity.
    pub id: CasePartyId,
    /// Raised with each saved change.
    pub version: i64,
    /// The case.
    pub case: CaseId,
    /// As what.
    pub role: PartyRole,
    /// Who.
    pub who: PartyWho,
    /// Who acts for them, or empty.
    pub agent: Personal<String>,
}

/// Who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartyWho {
    /// An organisation of the register.
    Organisation(OrganisationId),
    /// A natural person, by name.
    Person(Personal<String>),
}

/// As what somebody has to do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyRole {
    /// Made the case pending (vireillepanija).
    Initiator,
    /// Is affected by it (asianosainen).
    Party,
    /// Has to do with it otherwise, such as who gives an opinion.
    Other,
}

impl PartyRole {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Initiator, Self::Party, Self::Other];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Initiator => "initiator",
            Self::Party => "party",
            Self::Other => "other",
        }
    }

    /// The role of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Who has to do with a case, as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CasePartyDraft {
    /// Code of the role.
    pub party_role: String,
    /// Identity of an organisation, or empty.
    pub organisation: String,
    /// Name of a natural person, or empty.
    pub person: String,
    /// Who acts for them, or empty.
    pub agent: String,
}

const WORDS: usize = 300;

impl CasePartyDraft {
    /// Reads it against the organisations of the register.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(
        &self,
        id: CasePartyId,
        case: CaseId,
        known: &[OrganisationId],
    ) -> Result<CaseParty, Findings> {
        let mut findings = Findings::default();
        let role = PartyRole::from_code(self.party_role.trim());
        if role.is_none() {
            findings.push(Finding::at("party_role", FindingCode::UnknownChoice));
        }
        let unknown = FindingCode::UnknownOrganisation;
        let organisation: Option<OrganisationId> =
            findings.optional("organisation", &self.organisation, unknown);
        if organisation.is_some_and(|id| !known.contains(&id)) {
            findings.push(Finding::at("organisation", unknown));
        }
        let person = findings.text("person", &self.person, WORDS);
        let agent = findings.text("agent", &self.agent, WORDS);
        let who = match (organisation, person.is_empty()) {
            (Some(id), true) => Some(PartyWho::Organisation(id)),
            (None, false) => Some(PartyWho::Person(Personal::new(person))),
            (Some(_), false) => {
                findings.push(Finding::at("person", FindingCode::OrganisationOrPerson));
                None
            }
            (None, true) => {
                if findings.is_empty() {
                    findings.push(Finding::at("organisation", FindingCode::Missing));
                }
                None
            }
        };
        let (Some(role), Some(who)) = (role, who) else {
            return Err(findings);
        };
        findings.into_result(CaseParty {
            id,
            version: 1,
            case,
            role,
            who,
            agent: Personal::new(agent),
        })
    }
}
