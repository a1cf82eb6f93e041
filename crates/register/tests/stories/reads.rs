//! One call of the register for each act that reads, and for what officials keep for themselves.

use domain::Lang;
use domain::budget::{BudgetDecisionDraft, BudgetImportDraft, ClosingKind};
use domain::case::CaseKey;
use domain::co_funding::{CoFundingDraft, CoFundingKind};
use domain::commitment::{CommitmentKey, EntryDraft, EntryKind, LetterDraft};
use domain::instalment::{InstalmentDraft, InstalmentKind};
use domain::notification::Chosen;
use domain::payment_claim::{ClaimDraft, ClaimKind};
use domain::table_import::{ImportDraft, ImportKind};
use domain::view::audit::LogQuery;
use domain::view::co_funding::CoFundingFilter;
use domain::view::commitment_list::CommitmentFilter;
use domain::view::desk::{LastDayFilter, Span};
use domain::view::funding::FundingFilter;
use register::export::{self, Exported};
use register::own_account::{self, PasswordDraft};
use register::tables::Form;
use register::views::{
    budget as budget_views, commitment, commitment_list, decision_money, desk, funding, letters,
    people, reminders, year_end,
};
use register::{
    Actor, Refusal, attachments, audit_export, budget, budget_closing, budget_import, calendars,
    city, co_funding, commitment_letters, commitments, documents, drafting, instalments,
    notifications, payment_claims, table_import, tables, views,
};
use time::macros::date;
use uuid::Uuid;

use crate::world::{URL, World, slug};

/// Reads nothing that exists, but for what is secret: who may not read is refused before.
pub(crate) async fn read(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    let id = nothing.into();
    match act {
        "audit_export::begin" => {
            let query = LogQuery {
                from: "ei päivä".to_owned(),
                ..LogQuery::default()
            };
            let file = audit_export::begin(register, actor, &query, Lang::Fi).await;
            file.map(|_| ())
        }
        "calendars::of_officials" => {
            let all = LastDayFilter::default();
            let file = calendars::of_officials(register, actor, &all, Lang::Fi, URL).await;
            file.map(|_| ())
        }
        "documents::preview" => {
            let made = documents::preview(register, actor, id, true, Lang::Fi, URL).await;
            made.map(|_| ())
        }
        "documents::extract" => {
            let made = documents::extract(register, actor, nothing.into()).await;
            made.map(|_| ())
        }
        "documents::extract_for" => {
            let section = "kaupunginjohtaja/1999/1".parse();
            let section = section.map_err(|_| Refusal::NotFound)?;
            let made = documents::extract_for(register, actor, &section, nothing).await;
            made.map(|_| ())
        }
        "documents::signed_decision" => {
            let made = documents::signed_decision(register, actor, nothing.into()).await;
            made.map(|_| ())
        }
        "documents::certificate" => {
            let made = documents::certificate(register, actor, nothing.into()).await;
            made.map(|_| ())
        }
        // The one decision that the table's world has; its attachment is secret.
        "attachments::for_officials" => {
            let mut tx = world.database.store().read().await?;
            let secret = tx.unfinished_decisions().await?.remove(0).id;
            tx.rollback().await?;
            let found = attachments::for_officials(register, actor, secret, 1).await;
            found.map(|_| ())
        }
        "budget::budget" => budget_views::budget(register, actor, None)
            .await
            .map(|_| ()),
        "budget::budget_line" => {
            let line = budget_views::budget_line(register, actor, 2023, None).await;
            line.map(|_| ())
        }
        "commitment_list::list" => {
            let all = CommitmentFilter::default();
            let list = commitment_list::list(register, actor, all).await;
            list.map(|_| ())
        }
        "commitment_list::whole_list" => {
            let all = CommitmentFilter::default();
            let list = commitment_list::whole_list(register, actor, all).await;
            list.map(|_| ())
        }
        "tables::commitments" => {
            let all = CommitmentFilter::default();
            let file = tables::commitments(register, actor, all, Form::Csv, Lang::Fi).await;
            file.map(|_| ())
        }
        "decision_money::decision_money" => {
            let money = decision_money::decision_money(register, actor, nothing.into()).await;
            money.map(|_| ())
        }
        "tables::decision_money" => {
            let (form, lang) = (Form::Csv, Lang::Fi);
            let file = tables::decision_money(register, actor, nothing.into(), form, lang).await;
            file.map(|_| ())
        }
        "tables::plan_comparison" => {
            let (slug, versions) = (slug("ei-ole"), (None, None));
            let (form, lang) = (Form::Csv, Lang::Fi);
            let file = tables::plan_comparison(register, actor, &slug, versions, form, lang).await;
            file.map(|_| ())
        }
        "tables::plan" => {
            let (slug, form, lang) = (slug("ei-ole"), Form::Csv, Lang::Fi);
            let file = tables::plan(register, actor, &slug, form, lang).await;
            file.map(|_| ())
        }
        "funding::sheet" => {
            let sheet = funding::sheet(register, actor, FundingFilter::default()).await;
            sheet.map(|_| ())
        }
        "funding::lines" => {
            let lines = funding::lines(register, actor, FundingFilter::default(), None, 1).await;
            lines.map(|_| ())
        }
        "funding::whole_lines" => {
            let all = FundingFilter::default();
            let lines = funding::whole_lines(register, actor, all, None).await;
            lines.map(|_| ())
        }
        "tables::funding" => {
            let all = FundingFilter::default();
            let file = tables::funding(register, actor, all, Form::Csv, Lang::Fi).await;
            file.map(|_| ())
        }
        "tables::planned_amounts" => {
            let (all, form) = (FundingFilter::default(), Form::Csv);
            let file = tables::planned_amounts(register, actor, all, None, form, Lang::Fi).await;
            file.map(|_| ())
        }
        "export::internal" => {
            let (what, form) = (Exported::Projects, Form::Csv);
            let file = export::internal(register, actor, what, form, Lang::Fi).await;
            file.map(|_| ())
        }
        "tables::payments" => {
            let file = tables::payments(register, actor, 2023, Form::Csv, Lang::Fi).await;
            file.map(|_| ())
        }
        "desk::appeals" => desk::appeals(register, actor).await.map(|_| ()),
        "desk::call_in" => desk::call_in(register, actor).await.map(|_| ()),
        "desk::organisations" => desk::organisations(register, actor).await.map(|_| ()),
        "desk::begin_sheet" => {
            let case = CaseKey::Id(nothing.into());
            let sheet = desk::begin_sheet(register, actor, &case, None).await;
            sheet.map(|_| ())
        }
        "desk::delegations" => desk::delegations(register, actor).await.map(|_| ()),
        "desk::last_days" => {
            let (all, span) = (LastDayFilter::default(), Span::From(date!(2023 - 08 - 21)));
            let days = desk::last_days(register, actor, all, span).await;
            days.map(|_| ())
        }
        "people::followers" => people::followers(register, actor).await.map(|_| ()),
        "people::accounts" => people::accounts(register, actor).await.map(|_| ()),
        "people::account" => {
            let sheet = people::account(register, actor, nothing.into()).await;
            sheet.map(|_| ())
        }
        "people::signable_series" => people::signable_series(register, actor).await.map(|_| ()),
        "people::series" => {
            let sheet = people::series(register, actor, &slug("ei-ole")).await;
            sheet.map(|_| ())
        }
        "reminders::reminder" => {
            let line = reminders::reminder(register, actor, nothing.into()).await;
            line.map(|_| ())
        }
        "letters::of_decision" => letters::of_decision(register, actor, nothing.into())
            .await
            .map(|_| ()),
        "documents::commitment_letter" => {
            let made = documents::commitment_letter(register, actor, nothing.into()).await;
            made.map(|_| ())
        }
        _ => keep(world, act, actor).await,
    }
}

fn of_nothing() -> CommitmentKey {
    CommitmentKey {
        decision: Uuid::from_u128(12_345).into(),
        line: 1,
    }
}

async fn keep(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    match act {
        "drafting::open" => {
            let opened = drafting::open(register, actor, nothing.into()).await;
            opened.map(|_| ())
        }
        "drafting::unsaved_text" => {
            let text = drafting::unsaved_text(register, actor, nothing.into()).await;
            text.map(|_| ())
        }
        "drafting::discard" => drafting::discard(register, actor, nothing.into()).await,
        "notifications::read" => notifications::read(register, actor, nothing.into()).await,
        "notifications::confirm_received" => {
            notifications::confirm_received(register, actor, nothing.into()).await
        }
        "notifications::send_again" => {
            notifications::send_again(register, actor, nothing.into()).await
        }
        "commitments::record" => {
            let (of, paid) = (of_nothing(), EntryKind::Paid);
            let draft = EntryDraft::default();
            let recorded = commitments::record(register, actor, None, of, paid, &draft).await;
            recorded.map(|_| ())
        }
        "commitment_letters::give" => {
            let draft = LetterDraft::default();
            let given =
                commitment_letters::give(register, actor, None, nothing.into(), &draft, URL);
            given.await.map(|_| ())
        }
        "instalments::record" => {
            let (of, planned) = (of_nothing(), InstalmentKind::Planned);
            let draft = InstalmentDraft::default();
            let recorded = instalments::record(register, actor, None, of, planned, &draft).await;
            recorded.map(|_| ())
        }
        "payment_claims::record" => {
            let (made, draft) = (ClaimKind::Made, ClaimDraft::default());
            let of = nothing.into();
            let recorded = payment_claims::record(register, actor, None, of, made, &draft).await;
            recorded.map(|_| ())
        }
        "co_funding::record" => {
            let (granted, draft) = (CoFundingKind::Granted, CoFundingDraft::default());
            let of = nothing.into();
            let recorded = co_funding::record(register, actor, None, of, granted, &draft).await;
            recorded.map(|_| ())
        }
        "co_funding::list" => {
            let filter = CoFundingFilter::default();
            let list = views::co_funding::list(register, actor, filter).await;
            list.map(|_| ())
        }
        "co_funding::whole_list" => {
            let filter = CoFundingFilter::default();
            let list = views::co_funding::whole_list(register, actor, filter).await;
            list.map(|_| ())
        }
        "co_funding::sheet" => {
            let sheet = views::co_funding::sheet(register, actor, &slug("ei-ole")).await;
            sheet.map(|_| ())
        }
        "tables::co_funding" => {
            let filter = CoFundingFilter::default();
            let file = tables::co_funding(register, actor, filter, Form::Csv, Lang::Fi).await;
            file.map(|_| ())
        }
        "payment_claims::sheet" => {
            let sheet = views::payment_claims::sheet(register, actor, &slug("ei-ole")).await;
            sheet.map(|_| ())
        }
        "tables::payment_claims" => {
            let (of, form) = (slug("ei-ole"), Form::Csv);
            let file = tables::payment_claims(register, actor, &of, form, Lang::Fi).await;
            file.map(|_| ())
        }
        "instalments::due" => views::instalments::due(register, actor).await.map(|_| ()),
        "commitment::commitment" => {
            let sheet = commitment::commitment(register, actor, of_nothing()).await;
            sheet.map(|_| ())
        }
        "year_end::year_end" => {
            let sheet = year_end::year_end(register, actor, 2023).await;
            sheet.map(|_| ())
        }
        "year_end::payments" => {
            let sheet = year_end::payments(register, actor, 2023, None).await;
            sheet.map(|_| ())
        }
        "tables::budget" => {
            let file = tables::budget(register, actor, 2023, Form::Csv, Lang::Fi).await;
            file.map(|_| ())
        }
        "tables::year_end" => {
            let file = tables::year_end(register, actor, 2023, Form::Csv, Lang::Fi).await;
            file.map(|_| ())
        }
        "budget::record" => {
            let nothing = BudgetDecisionDraft::default();
            budget::record(register, actor, None, &nothing).await
        }
        "budget_closing::record" => {
            let kind = ClosingKind::Closed;
            budget_closing::record(register, actor, None, 2022, kind, "").await
        }
        "budget_import::begin" => {
            let draft = BudgetImportDraft::default();
            let begun = budget_import::begin(register, actor, 2023, &draft, "x.csv", b"").await;
            begun.map(|_| ())
        }
        "budget_import::sheet" => {
            let sheet = budget_import::sheet(register, actor, nothing.into()).await;
            sheet.map(|_| ())
        }
        "budget_import::choose" => {
            let draft = BudgetImportDraft::default();
            budget_import::choose(register, actor, nothing.into(), 1, &draft).await
        }
        "budget_import::discard" => budget_import::discard(register, actor, nothing.into()).await,
        "budget_import::confirm" => {
            budget_import::confirm(register, actor, None, nothing.into(), "", "").await
        }
        "table_import::begin" => {
            let begun = table_import::begin(register, actor, &ledger(), "x.csv", b"").await;
            begun.map(|_| ())
        }
        "table_import::sheet" => {
            let kind = ImportKind::Ledger;
            let sheet = table_import::sheet(register, actor, kind, nothing.into()).await;
            sheet.map(|_| ())
        }
        "table_import::choose" => {
            table_import::choose(register, actor, nothing.into(), 1, &ledger()).await
        }
        "table_import::discard" => {
            let kind = ImportKind::Ledger;
            table_import::discard(register, actor, kind, nothing.into()).await
        }
        "table_import::confirm" => {
            let kind = ImportKind::Ledger;
            table_import::confirm(register, actor, None, kind, nothing.into(), "", &|_, _| ()).await
        }
        "table_import::preview" => {
            let report = table_import::preview(register, actor, &ledger(), b"").await;
            report.map(|_| ())
        }
        "table_import::record" => {
            table_import::record(register, actor, &ledger(), b"", &|_, _| ()).await
        }
        "notifications::read_all" => notifications::read_all(register, actor).await,
        "own_account::change_password" => {
            let draft = PasswordDraft::default();
            own_account::change_password(register, actor, None, nothing.into(), &draft).await
        }
        "own_account::choose_notifications" => {
            let all = Chosen::default();
            own_account::choose_notifications(register, actor, None, &all).await
        }
        "register.create" => {
            let created = register.create(actor, &city::kajaani(), false).await;
            created.map(|_| ())
        }
        other => unreachable!("{other} has no call"),
    }
}

fn ledger() -> ImportDraft {
    ImportDraft::new(ImportKind::Ledger)
}
