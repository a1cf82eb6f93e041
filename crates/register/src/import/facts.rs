//! What the text tells of the project and its money.

use domain::case::CaseNumber;
use domain::funding::FundingPlanDraft;
use domain::project::{Month, ProjectDraft, ProjectPeriod};
use domain::reading::Subject;
use domain::{Lang, Money};
use wording::format;

use super::euros::{Promise, amount_beside, promises};
use super::funders::{city, grantee, groups, is_unsure};
use super::lines::Paragraph;
use super::notes::{Notes, day};
use super::{plan, project};

/// The texts in which facts are looked for.
pub(super) struct Texts<'a> {
    pub(super) title: &'a str,
    pub(super) background: &'a [Paragraph],
    pub(super) resolution: &'a [Paragraph],
    pub(super) instruction: &'a [Paragraph],
    pub(super) case_number: Option<&'a CaseNumber>,
}

/// The facts.
pub(super) struct Facts {
    pub(super) project: ProjectDraft,
    pub(super) plan: FundingPlanDraft,
    pub(super) party: Option<String>,
    pub(super) promises: Vec<Promise>,
}

/// Reads the facts from the texts.
pub(super) fn facts(texts: &Texts<'_>, notes: &mut Notes) -> Facts {
    let period = project::period(texts.background);
    let project = read_project(texts, period.map(|(period, _)| period), notes);
    let period_note = period.map(|(period, line)| {
        let value = format!("{}–{}", month(period.first()), month(period.last()));
        (value, line)
    });
    notes.read_or_not_found(Subject::ProjectPeriod, period_note);
    let groups = groups(texts.background);
    if groups.is_empty() {
        notes.not_found(Subject::Funders);
    }
    for group in &groups {
        let names = group.funders.iter().map(|name| name.text.as_str());
        let names: Vec<&str> = names.chain(group.others.then_some("*")).collect();
        let share = format::share(group.share, Lang::Fi);
        notes.read(
            Subject::Funders,
            format!("{} {share}", names.join("; ")),
            group.line,
        );
        for name in group.funders.iter().filter(|name| is_unsure(name)) {
            notes.inferred(Subject::OrganisationName, name.text.as_str(), group.line);
        }
    }
    let promises = promises(texts.resolution);
    note_promises(&promises, texts, notes);
    let total_cost = amount_beside(
        texts.background,
        &[
            "kokonaiskustannu",
            "kokonaisbudjet",
            "kokonaisrahoitu",
            "kustannusarvio",
        ],
    );
    let total_note = total_cost.map(|(amount, line)| (format::euros(amount, Lang::Fi), line));
    notes.read_or_not_found(Subject::TotalCost, total_note);
    let of_city: Vec<&Paragraph> = texts.resolution.iter().chain(texts.instruction).collect();
    let city = city(&of_city);
    let party = grantee(texts.resolution, texts.background, &groups, city.as_deref());
    match &party {
        Some((name, line)) => notes.inferred(Subject::Party, name.text.as_str(), *line),
        None => notes.not_found(Subject::Party),
    }
    let party = party.map(|(name, _)| name.text);
    let source = texts
        .case_number
        .map(ToString::to_string)
        .unwrap_or_default();
    let plan = plan::plan(plan::Facts {
        groups: &groups,
        promises: &promises,
        period: period.map(|(period, _)| period),
        total_cost: total_cost.map(|(amount, _)| amount),
        city: city.as_deref(),
        party: party.as_deref(),
        source: source.trim().to_owned(),
    });
    Facts {
        project,
        plan,
        party,
        promises,
    }
}

fn read_project(
    texts: &Texts<'_>,
    period: Option<ProjectPeriod>,
    notes: &mut Notes,
) -> ProjectDraft {
    let named = project::name(texts.title, texts.background);
    match &named {
        Some(named) => notes.inferred(Subject::Project, named.name.as_str(), None),
        None => notes.not_found(Subject::Project),
    }
    let (name, summary) = named.map_or_else(Default::default, |named| (named.name, named.summary));
    let programme = project::programme(texts.background);
    let number = programme.number.clone();
    notes.read_or_not_found(Subject::ProgrammeNumber, number);
    let on = programme.on.map(|(on, line)| (day(on), line));
    notes.read_or_not_found(Subject::ProgrammeDate, on);
    ProjectDraft {
        name,
        summary,
        first_month: period
            .map(|period| month(period.first()))
            .unwrap_or_default(),
        last_month: period
            .map(|period| month(period.last()))
            .unwrap_or_default(),
        programme_number: programme
            .number
            .map(|(number, _)| number)
            .unwrap_or_default(),
        programme_date: programme
            .on
            .map(|(on, _)| format::date(on, Lang::Fi))
            .unwrap_or_default(),
        ..ProjectDraft::default()
    }
}

fn month(month: Month) -> String {
    format!("{}/{}", month.month, month.year)
}

fn note_promises(promises: &[Promise], texts: &Texts<'_>, notes: &mut Notes) {
    if promises.is_empty() {
        notes.not_found(Subject::Commitment);
    }
    for promise in promises {
        let amount = format::euros(promise.amount, Lang::Fi);
        let value = match promise.year {
            Some(year) => format!("{year}: {amount}"),
            None => amount,
        };
        notes.read(Subject::Commitment, value, promise.line);
    }
    if promises.iter().any(|promise| promise.year.is_none()) {
        notes.not_found(Subject::CommitmentYear);
    }
    let asked = amount_beside(
        texts.background,
        &[
            "osallistumista",
            "osallistumaan",
            "rahoitusosuutta",
            "kuntarahoitusta",
        ],
    );
    if let Some((amount, line)) = asked {
        let value = format::euros(amount, Lang::Fi);
        let granted = Money::checked_sum(promises.iter().map(|promise| promise.amount));
        if granted == Some(amount) || promises.is_empty() {
            notes.read(Subject::RequestedEuros, value, line);
        } else {
            notes.deviates(Subject::RequestedEuros, value, line);
        }
    }
}
