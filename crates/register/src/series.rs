//! Section series: who decides, under which name, and where the numbers come from.

use domain::city::LocalName;
use domain::dated_name::DatedName;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::IdempotencyKey;
use domain::publication::PublicationRule;
use domain::role::UseCase;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use domain::slug::Slug;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::refusal::Refusal;
use crate::register::Register;

/// A section series as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesDraft {
    /// Its part of a decision's address, which never changes; made of the name where it is empty.
    pub slug: String,
    /// The office or body that decides.
    pub decision_maker: String,
    /// Code of the kind of decision maker.
    pub series_kind: String,
    /// Code of where its numbers come from.
    pub numbering: String,
    /// Code of the rule by which its decisions are published; that of the kind where it is empty.
    pub publication_rule: String,
    /// The body that handles claims, in Finnish; empty where it is the city's usual one.
    pub claims_to_fi: String,
    /// The same in Swedish.
    pub claims_to_sv: String,
    /// The same in English.
    pub claims_to_en: String,
}

/// A decision maker's name from a day on, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameDraft {
    /// The name.
    pub decision_maker: String,
    /// Its first day.
    pub name_since: String,
}

/// Adds a section series.
pub async fn add(
    register: &Register,
    actor: &Actor,
    series: &SectionSeries,
) -> Result<(), Refusal> {
    save(register, actor, None, || Ok(series.clone())).await
}

/// Adds a section series that was typed.
pub async fn open(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &SeriesDraft,
) -> Result<(), Refusal> {
    save(register, actor, key, || read(draft)).await
}

async fn save(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    read: impl FnOnce() -> Result<SectionSeries, Findings>,
) -> Result<(), Refusal> {
    let form = Form {
        name: "series::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageSeries, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let series = read()?;
    let taken = Refusal::taken("series", "slug", FindingCode::SlugTaken);
    change.tx().add_series(&series).await.map_err(taken)?;
    let subject = Subject::Series(series.slug.clone());
    change.finish(Event::SeriesAdded, &subject, &series).await
}

/// Gives the decision maker of a series another name from a day on. Decisions keep the name of
/// their day.
pub async fn rename(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    slug: &Slug,
    draft: &NameDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "series::rename",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageSeries, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let names = change.tx().series_names(slug).await?;
    let names = names.ok_or(Refusal::NotFound)?;
    let mut findings = Findings::default();
    let name = findings.required("decision_maker", &draft.decision_maker, 200);
    let since = findings.required_day("name_since", &draft.name_since);
    if since.is_some_and(|since| !names.takes_from(since)) {
        findings.push(Finding::at("name_since", FindingCode::DayNotAfterLast));
    }
    let name = DatedName {
        since,
        name: findings.into_result(name)?,
    };
    change.tx().add_series_name(slug, &name).await?;
    let today = change.today();
    change.tx().take_up_names(today).await?;
    let payload = json!({ "decision_maker": name.name, "since": name.since });
    change
        .finish(
            Event::DecisionMakerRenamed,
            &Subject::Series(slug.clone()),
            &payload,
        )
        .await
}

/// Sets on which day the decisions of a series are published from now on. Days that were set
/// before stay.
pub async fn set_publication_rule(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    slug: &Slug,
    typed: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "series::set_publication_rule",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageSeries, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let series = change.tx().series(slug).await?;
    let series = series.ok_or(Refusal::NotFound)?;
    let mut findings = Findings::default();
    let rule = known_rule(&mut findings, typed);
    let Some(rule) = findings.into_result(rule)? else {
        return Err(Refusal::NotFound);
    };
    change.tx().set_publication_rule(slug, rule).await?;
    let payload = json!({ "before": series.publication_rule, "now": rule });
    change
        .finish(
            Event::PublicationRuleSet,
            &Subject::Series(slug.clone()),
            &payload,
        )
        .await
}

fn read(draft: &SeriesDraft) -> Result<SectionSeries, Findings> {
    let mut findings = Findings::default();
    let decision_maker = findings.required("decision_maker", &draft.decision_maker, 200);
    let slug = match draft.slug.trim() {
        "" => Slug::from_title(&decision_maker),
        typed => Slug::try_from(typed.to_owned()).ok(),
    };
    if slug.is_none() {
        findings.push(Finding::at("slug", FindingCode::NotASlug));
    }
    let kind = DecisionMakerKind::from_code(draft.series_kind.trim());
    if kind.is_none() {
        findings.push(Finding::at("series_kind", FindingCode::UnknownChoice));
    }
    let numbering = Numbering::from_code(draft.numbering.trim());
    // A body's sections are numbered in its minutes.
    let misplaced = kind == Some(DecisionMakerKind::Body) && numbering != Some(Numbering::External);
    if numbering.is_none() || misplaced {
        findings.push(Finding::at("numbering", FindingCode::UnknownChoice));
    }
    let rule = match draft.publication_rule.trim() {
        "" => kind.map(PublicationRule::of),
        typed => known_rule(&mut findings, typed),
    };
    let claims_to = read_claims_to(&mut findings, draft);
    match (slug, kind, numbering, rule) {
        (Some(slug), Some(kind), Some(numbering), Some(rule)) => {
            findings.into_result(SectionSeries {
                slug,
                decision_maker,
                kind,
                numbering,
                claims_to,
                publication_rule: rule,
            })
        }
        _ => Err(findings),
    }
}

fn known_rule(findings: &mut Findings, typed: &str) -> Option<PublicationRule> {
    let rule = PublicationRule::from_code(typed.trim());
    if rule.is_none() {
        findings.push(Finding::at("publication_rule", FindingCode::UnknownChoice));
    }
    rule
}

/// The body that handles claims: in every language, or in none.
fn read_claims_to(findings: &mut Findings, draft: &SeriesDraft) -> Option<LocalName> {
    let typed = [
        ("claims_to_fi", &draft.claims_to_fi),
        ("claims_to_sv", &draft.claims_to_sv),
        ("claims_to_en", &draft.claims_to_en),
    ];
    if typed.iter().all(|(_, name)| name.trim().is_empty()) {
        return None;
    }
    let [fi, sv, en] = typed.map(|(place, name)| findings.required(place, name, 200));
    Some(LocalName { fi, sv, en })
}
