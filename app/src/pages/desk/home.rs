//! The desk: what waits for the one who is signed in.

use domain::role::UseCase;
use domain::table_import::ImportKind;
use domain::view::case::DisposalTask;
use domain::view::desk::{Desk, Late, Task, TaskKind};
use leptos::prelude::*;
use wording::audit::LogText;
use wording::desk::appeal::AppealText;
use wording::desk::budget::BudgetText;
use wording::desk::case::CaseText;
use wording::desk::co_funding::CoFundingText;
use wording::desk::distribution::DistributionText;
use wording::desk::drafting::DraftingText;
use wording::desk::funding::{FundingText, PlansText};
use wording::desk::instalment::InstalmentText;
use wording::desk::late::{self, LateText};
use wording::desk::life::LifeText;
use wording::desk::people::PeopleText;
use wording::desk::table_import;
use wording::desk::task::DisposalTaskText as Disposal;
use wording::desk::{Button, Done, Heading, Label, Text, task};
use wording::last_day::LastDayText;
use wording::public::Site;
use wording::publicity::PublicityText;

use super::address;
use super::case::number_or_unknown;
use super::frame::{Page, Weight, decision_name, decisions, link_button, may};
use super::{due, log, notifications, reminders};
use crate::components::date::date;
use crate::components::table::{Column, Row, table};
use crate::components::tag;
use crate::shell::Shell;

/// The desk.
pub fn page(shell: &Shell, desk: &Desk, mail_is_set_up: bool, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let tasks = if desk.tasks.is_empty() && desk.disposals.is_empty() {
        view! { <p>{Text::NothingWaits.text(lang)}</p> }.into_any()
    } else {
        let tasks = desk.tasks.iter().map(|task| task_item(shell, task));
        let disposals = desk.disposals.iter().map(|task| disposal_item(shell, task));
        let items = tasks.chain(disposals);
        view! { <ul class="govuk-task-list">{items.collect_view()}</ul> }.into_any()
    };
    let unfinished = Heading::Unfinished.text(lang);
    let published = Heading::LastPublished.text(lang);
    let open = may(shell, UseCase::EditCase)
        .then(|| link_button(shell, Weight::Primary, Button::OpenCase, address::NEW_CASE));
    let accounts = may(shell, UseCase::ManageUsers).then(|| {
        let to = shell.link(address::ACCOUNTS);
        view! { <li><a href=to>{PeopleText::Accounts.text(lang)}</a></li> }
    });
    let imports = [ImportKind::Projects, ImportKind::Plans].map(|kind| {
        may(shell, kind.use_case()).then(|| {
            let to = shell.link(&address::table_import(kind));
            view! { <li><a href=to>{table_import::title(kind).text(lang)}</a></li> }
        })
    });
    let log = may(shell, UseCase::ReadAudit).then(|| {
        let to = shell.link(address::LOG);
        view! { <li><a href=to>{LogText::Log.text(lang)}</a></li> }
    });
    let body = view! {
        <section aria-labelledby="tehtavat">
            <h2 id="tehtavat">{Heading::WaitsForMe.text(lang)}</h2>
            {tasks}
        </section>
        {notifications::on_desk(shell, desk)}
        {reminders::on_desk(shell, desk, mail_is_set_up)}
        {budgets(shell, desk)}
        {due::on_desk(shell, desk)}
        {unsettled_distribution(shell, desk)}
        {periods_over(shell, desk)}
        <section class="listing" aria-labelledby="kesken">
            <h2 id="kesken">{unfinished}</h2>
            {decisions(shell, "kesken-taulukko", unfinished, &desk.unfinished)}
        </section>
        <section class="listing" aria-labelledby="julkaistut">
            <h2 id="julkaistut">{published}</h2>
            {decisions(shell, "julkaistut-taulukko", published, &desk.published)}
        </section>
        <section class="listing" aria-labelledby="asiat">
            <h2 id="asiat">{Heading::Cases.text(lang)}</h2>
            {open}
            {cases(shell, desk)}
        </section>
        {log::own_acts(shell, &desk.acts)}
        <ul>
            <li><a href=shell.link(address::CASES)>{CaseText::List.text(lang)}</a></li>
            <li><a href=shell.link(address::CLASSES)>{CaseText::Classes.text(lang)}</a></li>
            <li><a href=shell.link(address::NUMBERING)>{CaseText::Numbering.text(lang)}</a></li>
            <li><a href=shell.link(address::DISPOSAL)>{CaseText::Disposal.text(lang)}</a></li>
            <li><a href=shell.link(address::LAST_DAYS)>{LastDayText::Calendar.text(lang)}</a></li>
            <li><a href=shell.link(address::APPEALS)>{AppealText::List.text(lang)}</a></li>
            <li><a href=shell.link(address::CALL_IN)>{AppealText::CallInList.text(lang)}</a></li>
            <li><a href=shell.link(address::PUBLICATIONS)>{LifeText::Publications.text(lang)}</a></li>
            <li><a href=shell.link(address::EXTRACTS)>{PublicityText::GivenExtracts.text(lang)}</a></li>
            <li><a href=shell.link(address::BUDGET)>{BudgetText::Budget.text(lang)}</a></li>
            <li><a href=shell.link(address::COMMITMENTS)>{FundingText::Commitments.text(lang)}</a></li>
            <li><a href=shell.link(address::ALL_FUNDING)>{PlansText::Title.text(lang)}</a></li>
            <li><a href=shell.link(address::SHORTFALLS)>{CoFundingText::Shortfalls.text(lang)}</a></li>
            <li><a href=shell.link(address::DUE)>{InstalmentText::Due.text(lang)}</a></li>
            <li><a href=shell.link(address::DELEGATIONS)>{DraftingText::Delegations.text(lang)}</a></li>
            <li><a href=shell.link(address::ORGANISATIONS)>{Heading::Organisations.text(lang)}</a></li>
            <li><a href=shell.link(address::SERIES)>{PeopleText::AllSeries.text(lang)}</a></li>
            <li><a href=shell.link(address::OWN)>{PeopleText::OwnAccount.text(lang)}</a></li>
            {imports}
            {accounts}
            {log}
        </ul>
    };
    Page::first(Site::Desk.text(lang))
        .done(done)
        .view(shell, body)
}

fn task_item(shell: &Shell, task: &Task) -> AnyView {
    let id = task.decision.id;
    let (to, recipient) = match &task.kind {
        TaskKind::FinishDraft => (address::draft(id), None),
        TaskKind::Sign => (address::sign(id), None),
        TaskKind::Publish => (address::publish(id), None),
        TaskKind::TellOfCorrection => (address::tell(id), None),
        TaskKind::RecordServiceDay { service, recipient } => {
            (address::service(id, service.id), Some(recipient.clone()))
        }
    };
    let about = decision_name(shell, &task.decision);
    let about = recipient.map_or(about.clone(), |recipient| format!("{recipient}: {about}"));
    let late = late(shell, task.late);
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                <a class="govuk-task-list__link" href=shell.link(&to)>{task::name(&task.kind, shell.lang)}</a>
                <div class="govuk-task-list__hint">{about}</div>
                {late}
            </div>
            <div class="govuk-task-list__status">{tag::state(task.decision.stage, shell.lang)}</div>
        </li>
    }
    .into_any()
}

/// A case that another official proposed for disposal.
fn disposal_item(shell: &Shell, task: &DisposalTask) -> AnyView {
    let lang = shell.lang;
    let to = address::decide_disposal(&task.case.key());
    let about = format!(
        "{} {}",
        number_or_unknown(&task.case, lang),
        task.case.public_title
    );
    let proposed_by = format!("{}: {}", Disposal::ProposedBy.text(lang), task.proposed_by);
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                <a class="govuk-task-list__link" href=shell.link(&to)>{Disposal::Decide.text(lang)}</a>
                <div class="govuk-task-list__hint">{about}</div>
                <div class="govuk-task-list__hint">
                    {proposed_by} ", " {date(task.proposed_on, lang)}
                </div>
                {late(shell, task.late)}
            </div>
            <div class="govuk-task-list__status">{Disposal::Waits.text(lang)}</div>
        </li>
    }
    .into_any()
}

/// That a task should have been done before, and since when it waits.
fn late(shell: &Shell, late: Option<Late>) -> Option<AnyView> {
    late.map(|late| {
        let said = late::sentence(late, shell.lang);
        view! {
            <div class="govuk-task-list__hint">
                <strong class="tag tag--late">{LateText::Late.text(shell.lang)}</strong> " " {said}
            </div>
        }
        .into_any()
    })
}

/// Decisions that nobody has stated final though their periods are over; nothing for who may not.
fn periods_over(shell: &Shell, desk: &Desk) -> Option<AnyView> {
    let lang = shell.lang;
    let title = LateText::PeriodsOver.text(lang);
    (!desk.periods_over.is_empty()).then(|| {
        view! {
            <section class="listing" aria-labelledby="paattyneet">
                <h2 id="paattyneet">{title}</h2>
                <p>{LateText::PeriodsOverLead.text(lang)}</p>
                {decisions(shell, "paattyneet-taulukko", title, &desk.periods_over)}
            </section>
        }
        .into_any()
    })
}

/// Decisions of which somebody of the distribution perhaps got no mail; nothing for who may not see
/// to it.
fn unsettled_distribution(shell: &Shell, desk: &Desk) -> Option<AnyView> {
    let lang = shell.lang;
    let title = DistributionText::Unsettled.text(lang);
    (!desk.unsettled_distribution.is_empty()).then(|| {
        view! {
            <section class="listing" aria-labelledby="tiedoksi">
                <h2 id="tiedoksi">{title}</h2>
                <p>{DistributionText::UnsettledLead.text(lang)}</p>
                {decisions(shell, "tiedoksi-taulukko", title, &desk.unsettled_distribution)}
            </section>
        }
        .into_any()
    })
}

/// Years whose budget does not have what was promised; nothing for who does not keep it.
fn budgets(shell: &Shell, desk: &Desk) -> Option<AnyView> {
    let lang = shell.lang;
    let items = desk.budgets.iter().map(|task| {
        let to = shell.link(&address::budget(task.year));
        let count = |number: usize, of: BudgetText| {
            (number > 0).then(|| format!("{}: {number}", of.text(lang)))
        };
        let counts = [
            count(task.unplaced, BudgetText::UnplacedLines),
            count(task.exceeded, BudgetText::ExceededLines),
        ];
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        let name = format!("{} {}", BudgetText::Budget.text(lang), task.year);
        view! { <li><a href=to>{name}</a> " – " {counts.join(", ")}</li> }
    });
    let items = items.collect_view();
    (!desk.budgets.is_empty()).then(|| {
        view! {
            <section aria-labelledby="talousarviot">
                <h2 id="talousarviot">{BudgetText::Waiting.text(lang)}</h2>
                <p>{BudgetText::WaitingLead.text(lang)}</p>
                <ul>{items}</ul>
            </section>
        }
        .into_any()
    })
}

fn cases(shell: &Shell, desk: &Desk) -> AnyView {
    let lang = shell.lang;
    if desk.cases.is_empty() {
        return view! { <p>{Text::NoCases.text(lang)}</p> }.into_any();
    }
    let rows = desk.cases.iter().map(|case| {
        let link = view! {
            <a href=shell.link(&address::case(&case.key()))>{number_or_unknown(case, lang)}</a>
        };
        Row::new(link, vec![case.public_title.clone().into_any()])
    });
    let columns = [Label::Number, Label::PublicTitle];
    table(
        "asiat-taulukko",
        Heading::Cases.text(lang),
        columns.map(|label| Column::words(label.text(lang))).into(),
        rows.collect(),
    )
}
