//! The form of each kind of entry about claims.

use domain::funding::cost::CostCategory;
use domain::payment_claim::{
    ClaimCostDraft, ClaimDraft, ClaimFunder, ClaimFundingDraft, ClaimKind,
};
use domain::view::payment_claim::{ClaimSheet, FunderLine};
use leptos::prelude::*;
use wording::cost;
use wording::desk::Button;
use wording::desk::commitment::CommitmentText;
use wording::desk::payment_claim::{self as words, ClaimText as T};
use wording::desk::people::PeopleText;
use wording::format;

use super::trail_to_claims;
use crate::components::choice::Checkbox;
use crate::components::field::{Field, FieldKind};
use crate::pages::desk::address;
use crate::pages::desk::entry_fields::{amount, date, day, document, line, lines, money, reason};
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Line, Page, Weight, button, form, hidden, summary_list};
use crate::shell::Shell;

/// The form that records an entry of a kind, about the claim that its draft names where it names
/// one.
pub fn record(
    shell: &Shell,
    sheet: &ClaimSheet,
    kind: ClaimKind,
    typed: &Form<ClaimDraft>,
) -> AnyView {
    let lang = shell.lang;
    let slug = &sheet.project.slug;
    let named: Option<u32> = typed.draft.claim.trim().parse().ok();
    let title = match named {
        Some(number) => format!("{} {number}", words::form(kind, lang)),
        None => words::form(kind, lang).to_owned(),
    };
    let explained = match kind {
        ClaimKind::TakenBack => Some(T::TakenBackMeans),
        ClaimKind::Withdrawn => Some(T::WithdrawnMeans),
        _ => None,
    };
    let fields = view! {
        {fields(shell, sheet, kind, typed)}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    let body = view! {
        {explained.map(|text| view! { <p>{text.text(lang)}</p> })}
        {facts(shell, sheet, named)}
        {form(shell, &address::record_claim(slug, kind, named), typed, fields)}
    };
    Page::new(shell, title, trail_to_claims(shell, sheet))
        .caption(sheet.project.facts.name.clone())
        .of_form(shell, typed)
        .view(shell, body)
}

/// What the claim is, or what is left of the advance.
fn facts(shell: &Shell, sheet: &ClaimSheet, named: Option<u32>) -> AnyView {
    let lang = shell.lang;
    let left = format::euros_or_unknown(sheet.book.advance_left(), lang);
    let mut lines = Vec::new();
    if let Some(claim) = named.and_then(|number| sheet.book.claim(number)) {
        let applied = format::euros(claim.content.applied, lang);
        let days = words::days(&claim.content, lang);
        lines.push(Line::new(T::Period.text(lang), days));
        lines.push(Line::new(
            T::Stage.text(lang),
            words::stage(claim.stage, lang),
        ));
        lines.push(Line::new(T::AppliedShown.text(lang), applied));
    }
    lines.push(Line::new(T::AdvanceLeft.text(lang), left));
    summary_list(shell, lines)
}

fn fields(shell: &Shell, sheet: &ClaimSheet, kind: ClaimKind, typed: &Form<ClaimDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let document = || document(shell, typed, &draft.arrived_as);
    let day = || day(shell, typed, &draft.entry_day);
    match kind {
        ClaimKind::Made | ClaimKind::Changed => content(shell, sheet, typed),
        ClaimKind::Sent => view! { {document()} {day()} }.into_any(),
        ClaimKind::Decided => {
            let granted = ("granted", T::Granted.text(lang));
            let reason = ("reason", T::GrantedReason.text(lang));
            view! {
                {money(shell, typed, granted, &draft.granted, None)}
                {document()}
                {day()}
                {lines(shell, typed, reason, &draft.reason, None)}
            }
            .into_any()
        }
        ClaimKind::Paid => {
            let voucher = ("voucher", CommitmentText::Voucher.text(lang));
            view! { {line(shell, typed, voucher, &draft.voucher, None)} {day()} }.into_any()
        }
        ClaimKind::AdvanceReceived => {
            let hint = Some(T::AdvanceHint.text(lang));
            view! { {amount(shell, typed, &draft.amount, hint)} {document()} {day()} }.into_any()
        }
        ClaimKind::TakenBack | ClaimKind::Withdrawn | ClaimKind::AdvanceUndone => {
            reason(shell, typed, &draft.reason)
        }
    }
}

fn content(shell: &Shell, sheet: &ClaimSheet, typed: &Form<ClaimDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let costs = draft.costs.iter().enumerate();
    let costs = costs.map(|(row, of)| cost_row(shell, typed, row, of));
    let funding = draft.funding.iter().enumerate();
    let funding = funding.map(|(row, of)| funding_row(shell, sheet, typed, row, of));
    let others = (!draft.funding.is_empty()).then(|| {
        view! {
            <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend">{T::RealisedFunding.text(lang)}</legend>
                <p class="govuk-hint">{T::FundingHint.text(lang)}</p>
                {funding.collect_view()}
            </fieldset>
        }
    });
    let first_day = ("first_day", PeopleText::FirstDay.text(lang));
    let last_day = ("last_day", PeopleText::LastDay.text(lang));
    let deducted = ("deducted", T::Deducted.text(lang));
    let applied = ("applied", T::Applied.text(lang));
    view! {
        {date(shell, typed, first_day, &draft.first_day)}
        {date(shell, typed, last_day, &draft.last_day)}
        <Checkbox name="is_last_claim" label=T::IsLast.text(lang)
            checked=!draft.is_last_claim.is_empty() error=typed.error("is_last_claim", lang)/>
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend">{T::RealisedCosts.text(lang)}</legend>
            <p class="govuk-hint">{T::CostsHint.text(lang)}</p>
            {costs.collect_view()}
        </fieldset>
        {others}
        {money(shell, typed, deducted, &draft.deducted, Some(T::DeductedHint.text(lang)))}
        {money(shell, typed, applied, &draft.applied, Some(T::AppliedHint.text(lang)))}
    }
    .into_any()
}

fn cost_row(shell: &Shell, typed: &Form<ClaimDraft>, row: usize, of: &ClaimCostDraft) -> AnyView {
    let lang = shell.lang;
    let place = format!("costs-{row}-amount");
    let label = match CostCategory::from_code(&of.category) {
        Some(category) => cost::category(category, lang),
        None => format::unknown(lang),
    };
    let error = typed.error(&place, lang);
    view! {
        {hidden(&format!("costs-{row}-category"), of.category.clone())}
        <Field name=place label=format!("{label}, €") kind=FieldKind::Decimal
            value=of.amount.clone() error=error/>
    }
    .into_any()
}

fn funding_row(
    shell: &Shell,
    sheet: &ClaimSheet,
    typed: &Form<ClaimDraft>,
    row: usize,
    of: &ClaimFundingDraft,
) -> AnyView {
    let lang = shell.lang;
    let place = format!("funding-{row}-amount");
    let funder: Option<ClaimFunder> = of.funder.parse().ok();
    let label = funder.map_or_else(
        || format::unknown(lang).to_owned(),
        |funder| {
            let known = sheet.funders.iter().find(|line| line.funder == funder);
            let unnamed = FunderLine {
                funder,
                name: None,
                planned: None,
            };
            words::funder(known.unwrap_or(&unnamed), lang)
        },
    );
    let error = typed.error(&place, lang);
    view! {
        {hidden(&format!("funding-{row}-funder"), of.funder.clone())}
        <Field name=place label=format!("{label}, €") kind=FieldKind::Decimal
            value=of.amount.clone() error=error/>
    }
    .into_any()
}
