//! Reads a draft into the content that would be signed, and says what is missing.

use super::change::{ChangeEffect, DecisionChange};
use super::content::{Commitment, CommitmentStrength, Contact, DecisionContent};
use super::draft::{DecisionDraft, Readiness};
use super::euros::EurosGap;
use super::kind::DecisionKind;
use super::placeholder::has_placeholder;
use crate::Lang;
use crate::appeal_right::AppealRight;
use crate::distribution::Addressee;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::OrganisationId;
use crate::instruction::InstructionVersion;
use crate::money::Money;
use crate::project::ProjectPeriod;
use crate::publicity::{Personal, Public};
use crate::service::ServiceMeans;
use crate::text::Text;

pub(super) const TITLE: usize = 300;
pub(super) const LINE: usize = 500;
const TEXT: usize = 200_000;
const DISTRIBUTION: usize = 50_000;

impl DecisionDraft {
    /// Reads a [compact](Self::compact) draft into the content that would be signed. Its attachments
    /// are no part of the form; the caller adds them.
    ///
    /// # Errors
    /// Every finding that blocks, at once: mandatory parts (hallintolaki 44–46 §), amounts,
    /// years, places that a template left open, and the rule that the euros of the resolution are
    /// those of the commitment lines.
    pub fn read(&self, against: &Readiness) -> Result<DecisionContent, Findings> {
        let mut findings = Findings::default();
        let kind = self.read_kind(&mut findings);
        let title = findings.required("title", &self.title, TITLE);
        self.find_placeholders(&mut findings);
        if against.case_number.is_none() {
            findings.push(Finding::at("case_number", FindingCode::CaseNumberUnknown));
        }
        if against.decision_maker.is_none() {
            findings.push(Finding::at("series", FindingCode::Missing));
        }
        let resolution = read_text(&mut findings, "resolution", &self.resolution);
        let background = read_text(&mut findings, "background", &self.background);
        let authority = findings.required("authority", &self.authority, LINE);
        let applied_provisions =
            findings.lines("applied_provisions", &self.applied_provisions, 5 * LINE);
        if applied_provisions.is_empty() && !against.provisions_may_be_unknown {
            findings.push(Finding::at(
                "applied_provisions",
                FindingCode::ProvisionsMissing,
            ));
        }
        let commitments = self.read_commitments(&mut findings, against.period);
        if let Some(resolution) = &resolution {
            check_euros(&mut findings, resolution, &commitments);
        }
        let office = findings.required("contact_office", &self.contact_office, LINE);
        let person = findings.text("contact_person", &self.contact_person, LINE);
        let remedy = self.remedy.trim().parse::<AppealRight>().ok();
        if remedy.is_none() {
            findings.push(Finding::at("remedy", FindingCode::RemedyMissing));
        }
        let parties = self.read_parties(&mut findings, remedy, against.parties_may_be_unknown);
        let changes = self.read_changes(&mut findings);
        let distribution = findings.lines("distribution", &self.distribution, DISTRIBUTION);
        let distribution = Addressee::read_all(&distribution, &mut findings);
        let names = distribution.iter().map(|one| one.name.reveal_to_official());
        let distribution = Personal::new(names.cloned().collect());
        let (Some(case_number), Some(resolution), Some(background), Some(remedy)) =
            (&against.case_number, resolution, background, remedy)
        else {
            return Err(findings);
        };
        findings.into_result(DecisionContent {
            case_number: Public(case_number.clone()),
            project: Public(against.project),
            lang: Lang::from_code(self.lang.trim()).unwrap_or_default(),
            kind: Public(kind),
            title: Public(title),
            decision_maker: Public(against.decision_maker.clone().unwrap_or_default()),
            resolution,
            background,
            authority: Public(authority),
            applied_provisions: Public(applied_provisions),
            commitments: Public(commitments),
            contact: Contact {
                office: Public(office),
                person: Personal::new(person),
            },
            distribution,
            parties: Personal::new(parties),
            changes: Public(changes),
            remedy: Public(remedy),
            instructions: Public(InstructionVersion::CURRENT),
            attachments: Vec::new(),
        })
    }

    /// The kind; a draft from before kinds has none and is any other decision.
    fn read_kind(&self, findings: &mut Findings) -> DecisionKind {
        match self.kind.trim() {
            "" => DecisionKind::Other,
            typed => DecisionKind::from_code(typed).unwrap_or_else(|| {
                findings.push(Finding::at("kind", FindingCode::UnknownChoice));
                DecisionKind::Other
            }),
        }
    }

    /// What a template left open. What an import left aside is no part of the decision.
    fn find_placeholders(&self, findings: &mut Findings) {
        let fields = self.to_pairs().into_iter();
        let open = fields.filter(|(place, text)| {
            !["unrecognised", "not_personal"].contains(&place.as_str()) && has_placeholder(text)
        });
        for (place, _) in open {
            findings.push(Finding::at(place, FindingCode::PlaceholderLeft));
        }
    }

    fn read_commitments(
        &self,
        findings: &mut Findings,
        period: Option<ProjectPeriod>,
    ) -> Vec<Commitment> {
        let mut commitments = Vec::new();
        for (row, typed) in self.commitments.iter().enumerate() {
            let place = |field: &str| format!("commitments-{row}-{field}");
            let year = match typed.year.trim() {
                "" => None,
                typed => findings.year(&place("year"), typed),
            };
            if let (Some(year), Some(period)) = (year, period)
                && !period.years().any(|of_project| of_project == year)
            {
                findings.push(Finding::at(place("year"), FindingCode::YearOutsideProject));
            }
            let amount = findings.money(&place("amount"), &typed.amount);
            match amount {
                None if typed.amount.trim().is_empty() => {
                    findings.push(Finding::at(place("amount"), FindingCode::Missing));
                }
                Some(amount) if amount <= Money::ZERO => {
                    findings.push(Finding::at(place("amount"), FindingCode::AmountNotPositive));
                }
                _ => {}
            }
            let strength = CommitmentStrength::from_code(typed.strength.trim());
            if strength.is_none() {
                findings.push(Finding::at(place("strength"), FindingCode::UnknownChoice));
            }
            let budget_line = Some(findings.text(&place("budget_line"), &typed.budget_line, 60));
            let condition = findings.text(&place("condition"), &typed.condition, LINE);
            let conditional = strength == Some(CommitmentStrength::Conditional);
            if conditional && condition.is_empty() {
                findings.push(Finding::at(
                    place("condition"),
                    FindingCode::ConditionMissing,
                ));
            }
            if strength.is_some() && !conditional && !condition.is_empty() {
                findings.push(Finding::at(
                    place("condition"),
                    FindingCode::ConditionNotAllowed,
                ));
            }
            if let (Some(amount), Some(strength)) = (amount, strength) {
                commitments.push(Commitment {
                    year,
                    amount,
                    strength,
                    budget_line: budget_line.filter(|line| !line.is_empty()),
                    condition: conditional.then_some(condition),
                });
            }
        }
        commitments
    }

    /// Whether a decision is at the address is for the caller to say.
    fn read_changes(&self, findings: &mut Findings) -> Vec<DecisionChange> {
        let mut changes: Vec<DecisionChange> = Vec::new();
        for (row, typed) in self.changes.iter().enumerate() {
            let place = |field: &str| format!("changes-{row}-{field}");
            let unknown = FindingCode::UnknownDecision;
            let section = findings.optional(&place("section"), &typed.section, unknown);
            let effect = ChangeEffect::from_code(typed.effect.trim());
            if effect.is_none() {
                findings.push(Finding::at(place("effect"), FindingCode::UnknownChoice));
            }
            let (Some(section), Some(effect)) = (section, effect) else {
                continue;
            };
            if changes.iter().any(|earlier| earlier.section == section) {
                findings.push(Finding::at(place("section"), FindingCode::UnknownChoice));
            }
            changes.push(DecisionChange { section, effect });
        }
        changes
    }

    fn read_parties(
        &self,
        findings: &mut Findings,
        remedy: Option<AppealRight>,
        may_be_unknown: bool,
    ) -> Vec<(OrganisationId, ServiceMeans)> {
        if self.parties.is_empty() && !may_be_unknown {
            findings.push(Finding::at(
                "parties-0-organisation",
                FindingCode::PartyMissing,
            ));
        }
        let mut parties = Vec::new();
        for (row, typed) in self.parties.iter().enumerate() {
            let place = |field: &str| format!("parties-{row}-{field}");
            let organisation = findings.optional(
                &place("organisation"),
                &typed.organisation,
                FindingCode::UnknownOrganisation,
            );
            let means = ServiceMeans::from_code(typed.means.trim());
            if means.is_none() {
                findings.push(Finding::at(place("means"), FindingCode::MeansMissing));
            }
            if let (Some(AppealRight::By(remedy)), Some(means)) = (remedy, means)
                && !AppealRight::By(remedy).starts(means.means())
            {
                findings.push(Finding::at(place("means"), FindingCode::MeansNotForRemedy));
            }
            if let (Some(organisation), Some(means)) = (organisation, means) {
                parties.push((organisation, means));
            }
        }
        parties
    }
}

pub(super) fn read_text(findings: &mut Findings, place: &str, typed: &str) -> Option<Text> {
    let typed = findings.required_lines(place, typed, TEXT);
    let text = Text::from_markup(&typed)
        .inspect_err(|_| findings.push(Finding::at(place, FindingCode::TextNotReadable)))
        .ok()?;
    // Marks around no words are something typed, but nothing to read.
    if text.is_empty() && !typed.is_empty() {
        findings.push(Finding::at(place, FindingCode::Missing));
    }
    Some(text)
}

/// The euros of the resolution and of the commitment lines must be the same: each amount named
/// once, and possibly their sum beside them.
pub(super) fn check_euros(findings: &mut Findings, resolution: &Text, commitments: &[Commitment]) {
    if EurosGap::of(resolution, commitments.iter().map(|line| line.amount)).is_some() {
        findings.push(Finding::at("resolution", FindingCode::EurosDisagree));
    }
}
