//! A project as typed: any text in any field.

use serde::{Deserialize, Serialize};

use super::contact::ProjectContact;
use super::place::{Latitude, Longitude, Place, Point};
use super::{CityRole, Month, ProgrammeDecision, Project, ProjectFacts, ProjectPeriod};
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{CaseId, OrganisationId};
use crate::official::is_email_address;
use crate::publicity::Personal;

/// A project as typed: any text in any field. [`ProjectDraft::read`] says what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectDraft {
    /// Name.
    pub name: String,
    /// Summary.
    pub summary: String,
    /// Code of what the city is in it, or empty.
    pub city_role: String,
    /// Identity of the beneficiary, or empty.
    pub beneficiary: String,
    /// First month, `10/2022`.
    pub first_month: String,
    /// Last month.
    pub last_month: String,
    /// Identity of the funding authority, or empty.
    pub funding_authority: String,
    /// The programme, or empty.
    pub programme: String,
    /// The specific objective, or empty.
    pub specific_objective: String,
    /// The project's code, or empty.
    pub project_code: String,
    /// Number of the programme authority's decision, or empty.
    pub programme_number: String,
    /// Day of that decision, or empty.
    pub programme_date: String,
    /// The municipality, or empty.
    pub municipality: String,
    /// Degrees north, or empty.
    pub latitude: String,
    /// Degrees east, or empty.
    pub longitude: String,
    /// Who else carries it out.
    pub joint: Vec<OrganisationChoice>,
    /// Who takes part.
    pub partners: Vec<OrganisationChoice>,
    /// Whom officials turn to.
    pub contacts: Vec<ContactDraft>,
}

/// An organisation that is chosen in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationChoice {
    /// Its identity, or empty.
    pub organisation: String,
}

/// A contact as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactDraft {
    /// The office or the task.
    pub contact_office: String,
    /// The name.
    pub contact_person: String,
    /// The e-mail address.
    pub email: String,
    /// The telephone number.
    pub phone: String,
}

/// What a form says of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProject {
    /// The facts.
    pub facts: ProjectFacts,
    /// Whom officials turn to.
    pub contacts: Vec<ProjectContact>,
}

impl OrganisationChoice {
    fn is_empty(&self) -> bool {
        self.organisation.trim().is_empty()
    }
}

impl ContactDraft {
    fn is_empty(&self) -> bool {
        [
            &self.contact_office,
            &self.contact_person,
            &self.email,
            &self.phone,
        ]
        .into_iter()
        .all(|text| text.trim().is_empty())
    }
}

impl ProjectDraft {
    /// Leaves out the rows in which nothing was typed.
    pub fn compact(&mut self) {
        self.joint.retain(|row| !row.is_empty());
        self.partners.retain(|row| !row.is_empty());
        self.contacts.retain(|row| !row.is_empty());
    }

    /// Reads what was typed in a [compact](Self::compact) draft.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(&self, case: CaseId) -> Result<ReadProject, Findings> {
        let mut findings = Findings::default();
        let found = &mut findings;
        let name = found.required("name", &self.name, 200);
        let summary = found.lines("summary", &self.summary, 5_000);
        let city_role =
            found.optional::<CityRole>("city_role", &self.city_role, FindingCode::UnknownChoice);
        let unknown = FindingCode::UnknownOrganisation;
        let beneficiary = found.optional("beneficiary", &self.beneficiary, unknown);
        let mut named: Vec<OrganisationId> = beneficiary.into_iter().collect();
        let joint_beneficiaries = organisations(found, "joint", &self.joint, &mut named);
        let partners = organisations(found, "partners", &self.partners, &mut named);
        let period = self.period(found);
        let authority = &self.funding_authority;
        let funding_authority = found.optional("funding_authority", authority, unknown);
        let programme = found.text("programme", &self.programme, 200);
        let specific_objective = found.text("specific_objective", &self.specific_objective, 200);
        let project_code = found.text("project_code", &self.project_code, 60);
        let programme_decision = self.programme_decision(found);
        let place = Place {
            municipality: found.text("municipality", &self.municipality, 200),
            point: self.point(found),
        };
        let contacts = (0..).zip(&self.contacts);
        let contacts = contacts.map(|(row, typed)| contact(found, row, typed));
        let contacts = contacts.collect();
        let facts = ProjectFacts {
            case,
            name,
            summary,
            city_role,
            beneficiary,
            joint_beneficiaries,
            partners,
            period,
            funding_authority,
            programme,
            specific_objective,
            project_code,
            programme_decision,
            place,
        };
        findings.into_result(ReadProject { facts, contacts })
    }

    fn period(&self, findings: &mut Findings) -> Option<ProjectPeriod> {
        let first = findings.optional("first_month", &self.first_month, FindingCode::NotAMonth);
        let last = findings.optional("last_month", &self.last_month, FindingCode::NotAMonth);
        match (first, last) {
            (Some(first), Some(last)) => ProjectPeriod::new(first, last)
                .inspect_err(|_| {
                    findings.push(Finding::at(
                        "last_month",
                        FindingCode::PeriodEndsBeforeItBegins,
                    ));
                })
                .ok(),
            (Some(_), None) if self.last_month.trim().is_empty() => {
                findings.push(Finding::at("last_month", FindingCode::Missing));
                None
            }
            (None, Some(_)) if self.first_month.trim().is_empty() => {
                findings.push(Finding::at("first_month", FindingCode::Missing));
                None
            }
            _ => None,
        }
    }

    fn programme_decision(&self, findings: &mut Findings) -> Option<ProgrammeDecision> {
        let on = findings.date("programme_date", &self.programme_date);
        let number = findings.text("programme_number", &self.programme_number, 120);
        if number.is_empty() && on.is_some() {
            findings.push(Finding::at("programme_number", FindingCode::Missing));
        }
        (!number.is_empty()).then_some(ProgrammeDecision { number, on })
    }

    fn point(&self, findings: &mut Findings) -> Option<Point> {
        let code = FindingCode::NotACoordinate;
        let latitude = findings.optional::<Latitude>("latitude", &self.latitude, code);
        let longitude = findings.optional::<Longitude>("longitude", &self.longitude, code);
        for (place, typed, other) in [
            ("latitude", &self.latitude, &self.longitude),
            ("longitude", &self.longitude, &self.latitude),
        ] {
            if typed.trim().is_empty() && !other.trim().is_empty() {
                findings.push(Finding::at(place, FindingCode::Missing));
            }
        }
        Some(Point {
            latitude: latitude?,
            longitude: longitude?,
        })
    }
}

/// Reads rows of organisations. Nobody has two parts in a project: `named` are those who have one.
fn organisations(
    findings: &mut Findings,
    rows: &str,
    typed: &[OrganisationChoice],
    named: &mut Vec<OrganisationId>,
) -> Vec<OrganisationId> {
    let mut read = Vec::new();
    for (number, row) in typed.iter().enumerate() {
        let place = format!("{rows}-{number}-organisation");
        let unknown = FindingCode::UnknownOrganisation;
        let Some(id) = findings.optional(&place, &row.organisation, unknown) else {
            continue;
        };
        if named.contains(&id) {
            findings.push(Finding::at(place, FindingCode::OrganisationTwice));
        }
        named.push(id);
        read.push(id);
    }
    read
}

fn contact(findings: &mut Findings, row: usize, typed: &ContactDraft) -> ProjectContact {
    let place = |field: &str| format!("contacts-{row}-{field}");
    let office = findings.text(&place("contact_office"), &typed.contact_office, 120);
    let person = findings.text(&place("contact_person"), &typed.contact_person, 120);
    if office.is_empty() && person.is_empty() {
        let missing = Finding::at(place("contact_office"), FindingCode::Missing);
        findings.push(missing);
    }
    let email = findings.text(&place("email"), &typed.email, 200);
    if !email.is_empty() && !is_email_address(&email) {
        findings.push(Finding::at(place("email"), FindingCode::NotAnEmail));
    }
    let phone = findings.text(&place("phone"), &typed.phone, 60);
    ProjectContact {
        office,
        person: Personal::new(person),
        email: Personal::new(email),
        phone: Personal::new(phone),
    }
}

impl From<&Project> for ProjectDraft {
    fn from(project: &Project) -> Self {
        let facts = &project.facts;
        let month = |month: Month| format!("{}/{}", month.month, month.year);
        let one = |id: Option<OrganisationId>| id.map(|id| id.to_string()).unwrap_or_default();
        let rows = |ids: &[OrganisationId]| {
            let rows = ids.iter().map(|id| OrganisationChoice {
                organisation: id.to_string(),
            });
            rows.collect()
        };
        let months = facts.period.map(|period| (period.first, period.last));
        let programme = facts.programme_decision.as_ref();
        let point = facts.place.point;
        Self {
            name: facts.name.clone(),
            summary: facts.summary.clone(),
            city_role: facts.city_role.map_or("", CityRole::code).to_owned(),
            beneficiary: one(facts.beneficiary),
            first_month: months.map(|(first, _)| month(first)).unwrap_or_default(),
            last_month: months.map(|(_, last)| month(last)).unwrap_or_default(),
            funding_authority: one(facts.funding_authority),
            programme: facts.programme.clone(),
            specific_objective: facts.specific_objective.clone(),
            project_code: facts.project_code.clone(),
            programme_number: programme
                .map(|decision| decision.number.clone())
                .unwrap_or_default(),
            programme_date: programme
                .and_then(|decision| decision.on)
                .map(|day| format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year()))
                .unwrap_or_default(),
            municipality: facts.place.municipality.clone(),
            latitude: point
                .map(|point| point.latitude.to_string())
                .unwrap_or_default(),
            longitude: point
                .map(|point| point.longitude.to_string())
                .unwrap_or_default(),
            joint: rows(&facts.joint_beneficiaries),
            partners: rows(&facts.partners),
            contacts: project.contacts.iter().map(ContactDraft::from).collect(),
        }
    }
}

impl From<&ProjectContact> for ContactDraft {
    fn from(contact: &ProjectContact) -> Self {
        Self {
            contact_office: contact.office.clone(),
            contact_person: contact.person.reveal_to_official().clone(),
            email: contact.email.reveal_to_official().clone(),
            phone: contact.phone.reveal_to_official().clone(),
        }
    }
}
