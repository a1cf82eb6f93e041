//! The page of a project.

use domain::decision::Commitment;
use domain::view::decision_list::{DecisionFilter, FilterNames};
use domain::view::public::ProjectPage;
use domain::view::public_project::PublicProject;
use leptos::prelude::*;
use wording::public::actors::ActorText;
use wording::public::feed::{FeedText, project_facts};
use wording::public::money::MoneyText;
use wording::public::{DecisionText, FollowText, ProjectText, Site};
use wording::{decision, format, names};

use super::{REGISTER, follow, rows};
use crate::address;
use crate::components::breadcrumbs::Crumb;
use crate::components::date::date;
use crate::components::downloads::{decision_feed, feed_links};
use crate::components::funding::funding;
use crate::components::money::{money, unknown};
use crate::components::summary::{Fact, summary};
use crate::components::table::{Column, Row, table};
use crate::shell::{Head, Shell, document};

/// A project: who runs it, who pays, and by which decisions the city takes part.
pub fn page(shell: &Shell, project: &ProjectPage) -> AnyView {
    let lang = shell.lang;
    let name = project.row.name.clone();
    let filter = DecisionFilter {
        project: Some(project.row.slug.clone()),
        page: 1,
        ..DecisionFilter::default()
    };
    let names = FilterNames {
        project: Some(name.clone()),
        ..FilterNames::default()
    };
    let feed = decision_feed(shell, &filter, &names);
    let head = Head {
        title_lang: Some(REGISTER),
        description: Some(description(shell, project)),
        feeds: vec![feed.clone()],
        trail: vec![Crumb::new(Site::Projects.text(lang), address::PROJECTS)],
        ..Head::public(name.clone())
    };
    let summary_text = (!project.facts.summary.is_empty()).then(|| {
        let paragraphs = project.facts.summary.split("\n\n").map(|paragraph| {
            view! { <p>{paragraph.to_owned()}</p> }
        });
        view! { <div class="prose" lang=shell.foreign(REGISTER)>{paragraphs.collect_view()}</div> }
    });
    let plan = match &project.plan {
        Some(plan) => funding(plan, lang),
        None => view! { <p>{ProjectText::NoPlan.text(lang)}</p> }.into_any(),
    };
    let decisions = if project.decisions.is_empty() {
        view! { <p>{ProjectText::NoDecisions.text(lang)}</p> }.into_any()
    } else {
        rows::decisions(shell, &project.decisions)
    };
    let body = view! {
        <h1 lang=shell.foreign(REGISTER)>{name}</h1>
        {facts(shell, project)}
        {summary_text}
        <section aria-labelledby="funding">
            <h2 id="funding">{ProjectText::Funding.text(lang)}</h2>
            {plan}
            {funders(shell, project)}
        </section>
        {(!project.commitments.is_empty()).then(|| commitments(shell, project))}
        <section aria-labelledby="decisions">
            <h2 id="decisions">{ProjectText::Decisions.text(lang)}</h2>
            {decisions}
            {feed_links(shell, FeedText::FollowProject, &feed)}
            {follow::link(shell, &filter, FollowText::LinkProject)}
        </section>
    };
    document(shell, head, body)
}

/// The organisations that pay, each with a page of its own.
fn funders(shell: &Shell, project: &ProjectPage) -> Option<AnyView> {
    let funders = project.funders.iter().map(|(id, name)| {
        let to = shell.link(&address::funder(*id));
        view! { <li><a href=to lang=shell.foreign(REGISTER)>{name.clone()}</a></li> }
    });
    (!project.funders.is_empty()).then(|| {
        view! {
            <h3>{ActorText::OfProject.text(shell.lang)}</h3>
            <ul class="list">{funders.collect_view()}</ul>
        }
        .into_any()
    })
}

/// What is done in the project, else its facts in a line.
fn description(shell: &Shell, project: &ProjectPage) -> String {
    let summary = &project.facts.summary;
    let facts = project_facts(&project.row, shell.lang);
    let told = [summary, &facts, &project.row.name];
    let told = told.into_iter().find(|text| !text.is_empty());
    told.cloned().unwrap_or_default()
}

fn facts(shell: &Shell, project: &ProjectPage) -> AnyView {
    let lang = shell.lang;
    let row = &project.row;
    let case = match &project.case_number {
        Some(number) => {
            view! { <a href=shell.link(&address::case(number))>{number.to_string()}</a> }.into_any()
        }
        None => unknown(lang),
    };
    let beneficiary = match row.beneficiary.clone() {
        Some(name) => {
            let id = project.facts.business_id.as_ref();
            let id = id.map(|id| format!(" ({id})"));
            view! { <span lang=shell.foreign(REGISTER)>{name}</span> {id} }.into_any()
        }
        None => unknown(lang),
    };
    let period = match row.period {
        Some(period) => format::project_period(period).into_any(),
        None => unknown(lang),
    };
    let committed = match row.committed {
        Some(amount) => money(amount, lang),
        None => ProjectText::Nothing.text(lang).into_any(),
    };
    let mut facts = vec![Fact::new(ProjectText::Beneficiary.text(lang), beneficiary)];
    facts.extend(taking_part(shell, &project.facts));
    facts.push(Fact::new(ProjectText::Period.text(lang), period));
    facts.extend(course(shell, &project.facts));
    facts.push(Fact::new(ProjectText::Case.text(lang), case));
    facts.extend(programme(shell, &project.facts));
    facts.push(Fact::new(ProjectText::Committed.text(lang), committed));
    summary(facts)
}

/// Who else takes part; what is not recorded is left out.
fn taking_part(shell: &Shell, of: &PublicProject) -> Vec<Fact> {
    let lang = shell.lang;
    let role = of.city_role.map(|role| {
        let role = names::city_role(role, lang);
        Fact::new(ProjectText::CityRole.text(lang), role)
    });
    let named = |label: ProjectText, names: &[String]| {
        (!names.is_empty()).then(|| recorded(shell, label, &names.join(", ")))
    };
    let joint = named(ProjectText::JointBeneficiaries, &of.joint_beneficiaries);
    let partners = named(ProjectText::Partners, &of.partners);
    role.into_iter().chain(joint).chain(partners).collect()
}

/// How far it has come, and where.
fn course(shell: &Shell, of: &PublicProject) -> Vec<Fact> {
    let lang = shell.lang;
    let days = format::project_days(of.began, of.ended, lang);
    let days = days.map(|days| Fact::new(ProjectText::ActualPeriod.text(lang), days));
    let phase = of.phase.map(|(phase, since)| {
        let name = names::project_phase(phase, lang);
        let since =
            view! { {name} ", " {ProjectText::PhaseSince.text(lang)} " " {date(since, lang)} };
        Fact::new(ProjectText::Phase.text(lang), since)
    });
    let point = of.place.point.map(|point| format::point(point, lang));
    let place = of.place.municipality.clone();
    let place = Some(place).filter(|place| !place.is_empty());
    let place: Vec<String> = place.into_iter().chain(point).collect();
    let place =
        (!place.is_empty()).then(|| Fact::new(ProjectText::Place.text(lang), place.join(", ")));
    days.into_iter().chain(phase).chain(place).collect()
}

/// The programme that funds it; what is not recorded is left out.
fn programme(shell: &Shell, of: &PublicProject) -> Vec<Fact> {
    let lang = shell.lang;
    let authority = of.funding_authority.clone().unwrap_or_default();
    let texts = [
        (ProjectText::FundingAuthority, authority.as_str()),
        (ProjectText::FundingProgramme, of.programme.as_str()),
        (
            ProjectText::SpecificObjective,
            of.specific_objective.as_str(),
        ),
        (ProjectText::ProjectCode, of.project_code.as_str()),
    ];
    let known = texts.into_iter().filter(|(_, text)| !text.is_empty());
    let mut facts: Vec<Fact> = known
        .map(|(label, text)| recorded(shell, label, text))
        .collect();
    if let Some(programme) = &of.programme_decision {
        let on = programme.on.map(|day| view! { ", " {date(day, lang)} });
        facts.push(Fact::new(
            ProjectText::Programme.text(lang),
            view! { {programme.number.clone()} {on} },
        ));
    }
    facts
}

/// A fact in the register's own language.
fn recorded(shell: &Shell, label: ProjectText, text: &str) -> Fact {
    let text = view! { <span lang=shell.foreign(REGISTER)>{text.to_owned()}</span> };
    Fact::new(label.text(shell.lang), text)
}

fn commitments(shell: &Shell, project: &ProjectPage) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(ProjectText::Decision.text(lang)),
        Column::words(DecisionText::AccountingYear.text(lang)),
        Column::words(DecisionText::Strength.text(lang)),
        Column::numbers(DecisionText::Amount.text(lang)),
    ];
    let rows = project.commitments.iter().map(|(section, line)| {
        let href = shell.link(&address::decision(section));
        let maker = project
            .decisions
            .iter()
            .find(|row| row.section == *section)
            .map_or(section.series.as_str(), |row| row.decision_maker.as_str());
        let label = format!(
            "{maker} {}",
            decision::section(section.number, section.year)
        );
        Row::new(
            view! { <a href=href>{label}</a> },
            vec![
                year(line, shell),
                names::strength(line.strength, lang).into_any(),
                money(line.amount, lang),
            ],
        )
    });
    let caption = ProjectText::CommitmentTable.text(lang);
    view! {
        <section aria-labelledby="commitments">
            <h2 id="commitments">{ProjectText::Commitments.text(lang)}</h2>
            {table("commitment-lines", caption, columns, rows.collect())}
            <p><a href=shell.link(address::MONEY)>{MoneyText::ProjectLink.text(lang)}</a></p>
        </section>
    }
    .into_any()
}

/// The accounting year of a commitment, or that none is named.
pub(super) fn year(line: &Commitment, shell: &Shell) -> AnyView {
    match line.year {
        Some(year) => year.to_string().into_any(),
        None => DecisionText::NoYear.text(shell.lang).into_any(),
    }
}
