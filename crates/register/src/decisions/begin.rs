//! The beginning of a decision: a draft that is filled in as far as the register knows.

use domain::Lang;
use domain::decision::{
    ChangeDraft, ChangeEffect, DecisionContent, DecisionDraft, DecisionKind, PartyDraft,
};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::funding::FundingPlan;
use domain::id::{CaseId, DecisionId, IdempotencyKey, OrganisationId, ProjectId};
use domain::organisation::Organisation;
use domain::project::Project;
use domain::role::UseCase;
use domain::section::SectionSeries;
use domain::service::ServiceMeans;
use store::Tx;
use time::Date;
use wording::desk::drafting;
use wording::template::{self, Facts};

use super::draft::{add_draft, storable};
use crate::actor::Actor;
use crate::change::{Begun, Form};
use crate::funding_plans::by_name;
use crate::refusal::Refusal;
use crate::register::Register;

/// What a decision begins with, as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BeginDraft {
    /// Identity of the project, or empty.
    pub project: String,
    /// Code of the kind; empty is any other decision.
    pub kind: String,
    /// Language of the decision; empty is Finnish.
    pub lang: String,
    /// Slug of the section series, or empty.
    pub series: String,
    /// Identity of the frozen decision whose texts are copied, or empty.
    pub from: String,
}

/// A [`BeginDraft`] that was read.
struct Beginning {
    project: Option<ProjectId>,
    kind: DecisionKind,
    lang: Lang,
    series: Option<SectionSeries>,
    from: Option<DecisionId>,
}

/// Begins a decision in a case: from an earlier one, or from the template of its kind, filled in
/// from project, plan and series.
pub async fn begin(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    typed: &BeginDraft,
) -> Result<DecisionId, Refusal> {
    let form = Form {
        name: "decisions::begin",
        key,
    };
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let today = change.today();
    let tx = change.tx();
    let series = tx.all_series().await?;
    let beginning = typed.read(&series)?;
    let project = match beginning.project {
        Some(id) => {
            let project = tx.project(id).await?;
            let unknown = || Refusal::at("project", FindingCode::UnknownChoice);
            Some(project.ok_or_else(unknown)?)
        }
        None => None,
    };
    let mut draft = match beginning.from {
        Some(from) => copied(tx, from, beginning.kind, beginning.lang).await?,
        None => from_template(tx, &beginning, project.as_ref(), today).await?,
    };
    if let Some(series) = &beginning.series {
        draft.series = series.slug.to_string();
    }
    let draft = storable(&draft)?;
    let project = beginning.project;
    add_draft(change, case, project, &draft, Event::DecisionDrafted).await
}

impl BeginDraft {
    fn read(&self, all: &[SectionSeries]) -> Result<Beginning, Findings> {
        let mut findings = Findings::default();
        let project = findings.optional("project", &self.project, FindingCode::UnknownChoice);
        let from = findings.optional("from", &self.from, FindingCode::UnknownChoice);
        let mut choice = |place: &str, typed: &str, known: bool| {
            if !known && !typed.trim().is_empty() {
                findings.push(Finding::at(place, FindingCode::UnknownChoice));
            }
        };
        let kind = DecisionKind::from_code(self.kind.trim());
        choice("kind", &self.kind, kind.is_some());
        let lang = Lang::from_code(self.lang.trim());
        choice("lang", &self.lang, lang.is_some());
        let series = all
            .iter()
            .find(|series| series.slug.as_str() == self.series.trim());
        choice("series", &self.series, series.is_some());
        findings.into_result(Beginning {
            project,
            kind: kind.unwrap_or_default(),
            lang: lang.unwrap_or_default(),
            series: series.cloned(),
            from,
        })
    }
}

/// What an earlier decision said, in its own language.
///
/// Where the new one amends or repeals, the earlier one is what it changes.
async fn copied(
    tx: &mut Tx,
    from: DecisionId,
    kind: DecisionKind,
    lang: Lang,
) -> Result<DecisionDraft, Refusal> {
    let unknown = || Refusal::at("from", FindingCode::UnknownChoice);
    let earlier = tx.decision(from).await?.ok_or_else(unknown)?;
    let sealed = earlier.sealed().ok_or_else(unknown)?;
    let mut draft = DecisionDraft::from_earlier(&sealed.content, template::withheld(lang));
    draft.series = sealed.section.series.to_string();
    let effect = match kind {
        DecisionKind::Amendment => Some(ChangeEffect::Amends),
        DecisionKind::Repeal => Some(ChangeEffect::Repeals),
        _ => None,
    };
    if let Some(effect) = effect {
        kind.code().clone_into(&mut draft.kind);
        draft.changes.push(ChangeDraft {
            section: sealed.section.to_string(),
            effect: effect.code().to_owned(),
        });
    }
    Ok(draft)
}

async fn from_template(
    tx: &mut Tx,
    beginning: &Beginning,
    project: Option<&Project>,
    today: Date,
) -> Result<DecisionDraft, Refusal> {
    let organisations = tx.organisations().await?;
    let register = tx.register().await?.ok_or(Refusal::NotFound)?;
    let plan = match project {
        Some(project) => tx.newest_plan(project.id).await?.map(|row| row.plan),
        None => None,
    };
    let city = by_name(&organisations, &register.city.name.fi);
    let facts = facts(project, plan.as_ref(), city, &organisations, today);
    let (kind, lang) = (beginning.kind, beginning.lang);
    let mut draft = template::draft(kind, lang, &register.city.name, &facts);
    if let Some(beneficiary) = project.and_then(|project| project.facts.beneficiary) {
        draft.parties.extend(party(&organisations, beneficiary));
    }
    if let Some(series) = &beginning.series {
        of_series(tx, &mut draft, series, kind, lang, today).await?;
    }
    Ok(draft)
}

fn facts(
    project: Option<&Project>,
    plan: Option<&FundingPlan>,
    city: Option<OrganisationId>,
    organisations: &[Organisation],
    today: Date,
) -> Facts {
    let name = |id: OrganisationId| {
        let found = organisations
            .iter()
            .find(|organisation| organisation.id == id);
        found.map(|organisation| organisation.name_on(today).to_owned())
    };
    let of_city = plan.zip(city).and_then(|(plan, city)| plan.of_funder(city));
    let share = plan.zip(city).and_then(|(plan, city)| plan.share_of(city));
    Facts {
        project: project.map(|project| project.facts.name.clone()),
        beneficiary: project
            .and_then(|project| project.facts.beneficiary)
            .and_then(name),
        period: project.and_then(|project| project.facts.period),
        share,
        sums: of_city.map(|amounts| amounts.years).unwrap_or_default(),
    }
}

/// The beneficiary as a party, served by letter, which counts differently for an authority.
fn party(organisations: &[Organisation], id: OrganisationId) -> Option<PartyDraft> {
    let organisation = organisations
        .iter()
        .find(|organisation| organisation.id == id)?;
    let means = if organisation.kind.is_authority() {
        ServiceMeans::LetterToAuthority
    } else {
        ServiceMeans::Letter
    };
    Some(PartyDraft {
        organisation: id.to_string(),
        means: means.code().to_owned(),
    })
}

/// What decisions of a series have in common: the authority that is recorded for the kind, and
/// remedy and office as in the last one. They are proposals, which the official sees and changes.
async fn of_series(
    tx: &mut Tx,
    draft: &mut DecisionDraft,
    series: &SectionSeries,
    kind: DecisionKind,
    lang: Lang,
    today: Date,
) -> Result<(), Refusal> {
    draft.contact_office.clone_from(&series.decision_maker);
    "rectification".clone_into(&mut draft.remedy);
    if let Some(content) = last_of(tx, series).await? {
        draft.contact_office = content.contact.office.0;
        content.remedy.0.code().clone_into(&mut draft.remedy);
        // Without a delegation in the register the authority is worded as it was last.
        if content.lang == lang {
            draft.authority = content.authority.0;
        }
    }
    let delegations = tx.delegations().await?;
    let delegation = delegations.iter().find(|of| {
        of.facts.series == series.slug && of.facts.holds_on(today) && of.facts.kinds.contains(&kind)
    });
    if let Some(delegation) = delegation {
        draft.authority = drafting::delegation(&delegation.facts, lang);
    }
    Ok(())
}

async fn last_of(tx: &mut Tx, series: &SectionSeries) -> Result<Option<DecisionContent>, Refusal> {
    let Some(last) = tx.last_published_of_series(&series.slug).await? else {
        return Ok(None);
    };
    let decision = tx.decision(last).await?;
    Ok(decision.and_then(|decision| decision.sealed().map(|sealed| sealed.content.clone())))
}
