//! Reading a draft against the facts that stand outside its form.

use std::collections::BTreeSet;

use domain::Money;
use domain::case::Case;
use domain::check::{Checked, Circumstances, Excess, Made, Promise, YearBudget, check};
use domain::city::{City, LocalName};
use domain::commitment::Drawn;
use domain::decision::{
    ChangeEffect, Commitment, Decision, DecisionContent, DecisionDraft, Readiness,
};
use domain::delegation::Delegation;
use domain::finding::{Finding, FindingCode, Findings, Weight};
use domain::id::OrganisationId;
use domain::organisation::Organisation;
use domain::personal::{Known, Mention};
use domain::project::Project;
use domain::section::{DecisionMakerKind, Section, SectionSeries};
use store::{PlanRow, Tx};
use time::Date;

use crate::budget;
use crate::funding_plans::by_name;
use crate::refusal::Refusal;
use crate::views::budget::too_large;

/// What a draft is read against, as the register knows it now.
pub(crate) struct Surroundings {
    /// Its case.
    pub(crate) case: Case,
    /// The project it funds, if any.
    pub(crate) project: Option<Project>,
    /// The newest funding plan of that project, if there is one.
    pub(crate) plan: Option<PlanRow>,
    /// Every section series.
    pub(crate) series: Vec<SectionSeries>,
    /// Every organisation.
    pub(crate) organisations: Vec<Organisation>,
    city: Option<OrganisationId>,
    promised: Vec<(Section, Commitment)>,
    budgets: Vec<YearBudget>,
    delegations: Vec<Delegation>,
    known: Known,
}

/// What reading a draft gave.
pub(crate) struct Looked {
    /// The content that would be frozen, with its series; or everything that blocks it.
    pub(crate) reading: Result<(DecisionContent, SectionSeries), Findings>,
    /// What blocks nothing.
    pub(crate) notices: Findings,
    /// What may be about a person and is not marked.
    pub(crate) mentions: Vec<Mention>,
    /// The whole promise to the project.
    pub(crate) promise: Option<Promise>,
    /// What would be promised beyond appropriations.
    pub(crate) excesses: Vec<Excess>,
}

/// Loads what the draft of a decision is read against.
pub(crate) async fn surroundings(
    tx: &mut Tx,
    decision: &Decision,
) -> Result<Surroundings, Refusal> {
    let case = tx.case(decision.case).await?.ok_or(Refusal::NotFound)?;
    let (mut project, mut plan, mut promised) = (None, None, Vec::new());
    if let Some(id) = decision.project {
        project = Some(tx.project(id).await?.ok_or(Refusal::NotFound)?);
        plan = tx.newest_plan(id).await?;
        promised = tx.signed_commitments(id, decision.id).await?;
    }
    let organisations = tx.organisations().await?;
    let city = tx.register().await?.map(|register| register.city);
    let series = tx.all_series().await?;
    let mut known = Known::default();
    for organisation in &organisations {
        let names = organisation.names().iter();
        known.names.extend(names.map(|name| name.name.clone()));
    }
    for official in tx.accounts().await? {
        known.names.push(official.name.reveal_to_official().clone());
        known.names.push(official.office);
        known
            .contacts
            .push(official.email.reveal_to_official().clone());
    }
    let makers = series.iter().map(|series| series.decision_maker.clone());
    known.names.extend(makers);
    known
        .names
        .extend(project.as_ref().map(|project| project.facts.name.clone()));
    if let Some(city) = &city {
        know_city(&mut known, city);
    }
    Ok(Surroundings {
        city: city.and_then(|city| by_name(&organisations, &city.name.fi)),
        budgets: budgets(tx, decision).await?,
        delegations: tx.delegations().await?,
        case,
        project,
        plan,
        series,
        organisations,
        promised,
        known,
    })
}

/// The budgets of the years that a draft promises money for, with what others promised from them;
/// of those that it ends only what was paid all the same.
async fn budgets(tx: &mut Tx, decision: &Decision) -> Result<Vec<YearBudget>, Refusal> {
    let typed = decision.typed().map(|draft| draft.commitments.as_slice());
    let years = typed.unwrap_or_default().iter();
    let years: BTreeSet<u16> = years
        .filter_map(|line| line.year.trim().parse().ok())
        .collect();
    let ends = if years.is_empty() {
        Vec::new()
    } else {
        ended_by(tx, decision).await?
    };
    let mut budgets = Vec::with_capacity(years.len());
    for year in years {
        let budget = budget::load(tx, year).await?;
        let mut budget = budget::with_promises(tx, budget, Some(decision.id)).await?;
        for (line, open) in ends.iter().filter(|(line, _)| line.year == Some(year)) {
            let Some(code) = &line.budget_line else {
                continue;
            };
            budget = budget.without(code, *open).ok_or_else(|| too_large(year))?;
        }
        budgets.push(budget);
    }
    Ok(budgets)
}

/// What is open of the commitments that a draft would end, each once.
async fn ended_by(tx: &mut Tx, decision: &Decision) -> Result<Vec<(Commitment, Drawn)>, Refusal> {
    let typed = decision.typed().map(|draft| draft.changes.as_slice());
    let ends = typed.unwrap_or_default().iter().filter(|change| {
        ChangeEffect::from_code(change.effect.trim()).is_some_and(ChangeEffect::ends)
    });
    let ends: BTreeSet<Section> = ends
        .filter_map(|change| change.section.trim().parse().ok())
        .collect();
    let mut ended = Vec::new();
    for section in ends {
        let Some(id) = tx.decision_at(&section).await? else {
            continue;
        };
        let standing = tx.standing_commitments(id).await?.into_iter();
        // What another decision has ended is open no more already.
        let open = standing.filter(|of| !of.position.is_ended).map(|of| {
            let drawn = Drawn {
                strength: of.position.strength,
                amount: of.position.open,
                paid: Money::ZERO,
            };
            (of.commitment, drawn)
        });
        ended.extend(open);
    }
    Ok(ended)
}

/// The city's own names and addresses, its registry's and the court's, are nobody's secret.
fn know_city(known: &mut Known, city: &City) {
    let court = city.court.as_ref().map(|court| &court.name);
    let own = [&city.name, &city.registry, &city.remedy_body];
    for name in own.into_iter().chain(court) {
        let LocalName { fi, sv, en } = name.clone();
        known.names.extend([fi, sv, en]);
    }
    let own = [
        &city.email,
        &city.phone,
        &city.postal_address,
        &city.visiting_address,
    ];
    known.contacts.extend(own.map(Clone::clone));
    if let Some(court) = &city.court {
        let own = [
            &court.email,
            &court.phone,
            &court.postal_address,
            &court.visiting_address,
        ];
        known.contacts.extend(own.map(Clone::clone));
    }
}

impl Surroundings {
    /// The series that a draft names.
    fn series_of(&self, draft: &DecisionDraft) -> Option<&SectionSeries> {
        let named = draft.series.trim();
        self.series
            .iter()
            .find(|series| series.slug.as_str() == named)
    }

    /// Where a draft is made by what it says now: a body never signs here.
    pub(crate) fn made(&self, draft: &DecisionDraft) -> Made {
        match self.series_of(draft).map(|series| series.kind) {
            Some(DecisionMakerKind::Body) => Made::Elsewhere,
            Some(DecisionMakerKind::Officer) | None => Made::Here,
        }
    }

    /// Reads a draft and looks at it.
    pub(crate) fn look(&self, draft: &DecisionDraft, made: Made, today: Date) -> Looked {
        let mut draft = draft.clone();
        draft.compact();
        let series = self.series_of(&draft);
        let read = self.read(&draft, series, made);
        let around = Circumstances {
            today,
            made,
            series: series.map(|series| &series.slug),
            plan: self.plan.as_ref().map(|row| &row.plan),
            city: self.city,
            promised: &self.promised,
            budgets: &self.budgets,
            delegations: &self.delegations,
            known: &self.known,
        };
        let Checked {
            findings,
            mentions,
            promise,
            excesses,
        } = check(&draft, read.as_ref().ok(), &around);
        let notices = findings.of_weight(Weight::Notice);
        let reading = match (read, series) {
            (Ok(content), Some(series)) => findings.into_result((content, series.clone())),
            // Already a finding of the draft; said again so that no order of checks can lose it.
            (Ok(_), None) => Err(Finding::at("series", FindingCode::Missing).into()),
            (Err(mut missing), _) => {
                missing.extend(findings.of_weight(Weight::Blocks));
                Err(missing)
            }
        };
        Looked {
            reading,
            notices,
            mentions,
            promise,
            excesses,
        }
    }

    fn read(
        &self,
        draft: &DecisionDraft,
        series: Option<&SectionSeries>,
        made: Made,
    ) -> Result<DecisionContent, Findings> {
        let project = self.project.as_ref();
        let readiness = Readiness {
            case_number: self.case.number.clone(),
            project: project.map(|project| project.id),
            period: project.and_then(|project| project.facts.period),
            decision_maker: series.map(|series| series.decision_maker.clone()),
            parties_may_be_unknown: series
                .is_some_and(|series| series.kind == DecisionMakerKind::Body),
            provisions_may_be_unknown: made == Made::Elsewhere || draft.is_imported,
        };
        let content = draft.read(&readiness)?;
        let mut findings = Findings::default();
        let parties = content.parties.reveal_to_official();
        for (row, (party, _)) in parties.iter().enumerate() {
            let place = format!("parties-{row}-organisation");
            let known = self.organisations.iter().any(|known| known.id == *party);
            if !known {
                findings.push(Finding::at(place, FindingCode::UnknownOrganisation));
            } else if parties[..row].iter().any(|(earlier, _)| earlier == party) {
                // A party is served once with a decision.
                findings.push(Finding::at(place, FindingCode::UnknownChoice));
            }
        }
        findings.into_result(content)
    }
}
