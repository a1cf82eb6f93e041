//! The distribution of a decision by e-mail: on its sheet, the form that adds somebody, and one
//! entry with its delivery log.

use domain::decision::Signature;
use domain::distribution::{AddresseeDraft, EntryState};
use domain::mailing::Mailing;
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::view::desk::{DecisionSheet, DistributionLine};
use leptos::prelude::*;
use wording::desk::distribution::{
    DistributionButton as B, DistributionState as S, DistributionText as T, outcome, sentence,
};
use wording::desk::{Done, Label};

use super::page as decision_page;
use crate::components::date::moment;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
use crate::pages::desk::address;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{
    Line, Weight, form, may, named_button, named_link, submit, summary_list,
};
use crate::shell::Shell;

/// The section of a frozen decision's sheet.
pub(super) fn on_sheet(shell: &Shell, sheet: &DecisionSheet, mail_is_set_up: bool) -> AnyView {
    let lang = shell.lang;
    let add = may(shell, UseCase::DistributeDecision).then(|| {
        let to = address::distribution(sheet.decision.id);
        named_link(shell, Weight::Secondary, T::NewRecipient.text(lang), &to)
    });
    let sealed = sheet.decision.sealed();
    let elsewhere =
        sealed.is_some_and(|sealed| matches!(sealed.signature, Signature::Elsewhere(_)));
    let elsewhere = elsewhere.then(|| view! { <p>{T::MadeElsewhere.text(lang)}</p> });
    let entries = if sheet.distribution.is_empty() {
        view! { <p>{T::Nobody.text(lang)}</p> }.into_any()
    } else {
        entries(shell, sheet, mail_is_set_up)
    };
    view! {
        <section class="listing" aria-labelledby="tiedoksi">
            <h2 id="tiedoksi">{T::Title.text(lang)}</h2>
            <p>{T::Lead.text(lang)}</p>
            {elsewhere}
            {waits(shell, sheet, mail_is_set_up)}
            {entries}
            {add}
        </section>
    }
    .into_any()
}

fn entries(shell: &Shell, sheet: &DecisionSheet, mail_is_set_up: bool) -> AnyView {
    let lang = shell.lang;
    let rows = sheet.distribution.iter().map(|line| {
        let entry = &line.entry;
        let name = entry.name.reveal_to_official().clone();
        let to = shell.link(&address::distribution_entry(entry.decision, entry.id));
        let state = S::of(entry.state(), mail_is_set_up).text(lang);
        let said = said(line).unwrap_or_default();
        Row::new(
            view! { <a href=to>{name}</a> },
            vec![
                addressed(shell, line).into_any(),
                state.into_any(),
                moment(line.changed_at, lang),
                said.into_any(),
            ],
        )
    });
    let columns = [T::Recipient, T::Address, T::Mail, T::Since, T::ServerSaid];
    let columns = columns.map(|text| Column::words(text.text(lang)));
    table(
        "tiedoksi-taulukko",
        T::Log.text(lang),
        columns.into(),
        rows.collect(),
    )
}

/// Why nothing is sent: without a mail server, or while not everybody can read the decision.
fn waits(shell: &Shell, sheet: &DecisionSheet, mail_is_set_up: bool) -> AnyView {
    let lang = shell.lang;
    let not_set_up =
        (!mail_is_set_up).then(|| view! { <Notice><p>{T::MailNotSetUp.text(lang)}</p></Notice> });
    let not_public =
        (!is_public(sheet)).then(|| view! { <Notice><p>{T::NotPublic.text(lang)}</p></Notice> });
    view! { {not_set_up} {not_public} }.into_any()
}

fn is_public(sheet: &DecisionSheet) -> bool {
    let holds = |line: &domain::view::desk::StubLine| line.stub.ended.is_none();
    sheet.decision.publication().is_some() && !sheet.stubs.iter().any(holds)
}

/// The address, that there is none, or that it was removed; nothing for who may not see it.
fn addressed(shell: &Shell, line: &DistributionLine) -> String {
    let lang = shell.lang;
    match (&line.entry.address, line.entry.state()) {
        (Some(address), _) => address.reveal_to_official().clone(),
        (None, EntryState::NoAddress) => T::NoAddress.text(lang).to_owned(),
        (None, _) => T::AddressRemoved.text(lang).to_owned(),
    }
}

/// What the mail server said last; nothing of one that is to be sent anew.
fn said(line: &DistributionLine) -> Option<String> {
    let (_, last) = line.attempts.last()?;
    if line.entry.mail == Some(Mailing::Planned) {
        return None;
    }
    Some(last.reply.reveal_to_official().clone())
}

/// The form that adds somebody.
pub fn new(shell: &Shell, sheet: &DecisionSheet, typed: &Form<AddresseeDraft>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <Field name="recipient" label=T::Recipient.text(lang)
            value=typed.draft.recipient.clone() error=typed.error("recipient", lang)/>
        {address_field(shell, typed, T::AddressHint)}
        {submit(B::Add.text(lang))}
    };
    let body = view! {
        <p>{T::Lead.text(lang)}</p>
        {form(shell, &address::distribution(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, T::NewRecipient.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

fn address_field(shell: &Shell, typed: &Form<AddresseeDraft>, hint: T) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="email" label=Label::Email.text(lang) kind=FieldKind::OtherEmail
            value=typed.draft.email.clone() hint=hint.text(lang).to_owned()
            error=typed.error("email", lang)/>
    }
    .into_any()
}

/// What the page of one entry shows beside it.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The Message-ID of its mail.
    pub message_id: &'a str,
    /// Whether the register can send mail.
    pub mail_is_set_up: bool,
}

/// One entry, its delivery log, and what can be done about it.
pub fn entry(
    shell: &Shell,
    sheet: &DecisionSheet,
    line: &DistributionLine,
    around: Around<'_>,
    typed: &Form<AddresseeDraft>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let state = line.entry.state();
    let lines = vec![
        Line::new(T::Address.text(lang), addressed(shell, line)),
        Line::new(
            T::Mail.text(lang),
            S::of(state, around.mail_is_set_up).text(lang),
        ),
        Line::new(T::Since.text(lang), moment(line.changed_at, lang)),
        Line::new(T::MessageId.text(lang), around.message_id.to_owned()),
    ];
    let trouble = match state {
        EntryState::Mail(mailing) => sentence(mailing, lang),
        EntryState::NoAddress | EntryState::AwaitsPublication => None,
    };
    let trouble = trouble.map(|said| view! { <Notice tone=Tone::Warning><p>{said}</p></Notice> });
    let work = may(shell, UseCase::DistributeDecision).then(|| {
        view! { {buttons(shell, sheet, line, typed)} {readdress(shell, line, typed)} }
    });
    let body = view! {
        {waits(shell, sheet, around.mail_is_set_up)}
        {trouble}
        {summary_list(shell, lines)}
        <section class="listing" aria-labelledby="loki">
            <h2 id="loki">{T::Log.text(lang)}</h2>
            {log(shell, line)}
        </section>
        {work}
    };
    let name = line.entry.name.reveal_to_official();
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .done(done)
        .view(shell, body)
}

fn log(shell: &Shell, line: &DistributionLine) -> AnyView {
    let lang = shell.lang;
    if line.attempts.is_empty() {
        return view! { <p>{T::NothingSent.text(lang)}</p> }.into_any();
    }
    let rows = line.attempts.iter().map(|(at, attempt)| {
        let removed = || T::AddressRemoved.text(lang).to_owned();
        let address = attempt.address.as_ref().map(Personal::reveal_to_official);
        let address = address.cloned().unwrap_or_else(removed);
        Row::new(
            moment(*at, lang),
            vec![
                address.into_any(),
                outcome(attempt.outcome, lang).into_any(),
                attempt.reply.reveal_to_official().clone().into_any(),
            ],
        )
    });
    let columns = [T::At, T::Address, T::Outcome, T::ServerSaid];
    let columns = columns.map(|text| Column::words(text.text(lang)));
    table(
        "loki-taulukko",
        T::Log.text(lang),
        columns.into(),
        rows.collect(),
    )
}

/// The form with what can be done as things stand, if there is anything.
fn buttons(
    shell: &Shell,
    sheet: &DecisionSheet,
    line: &DistributionLine,
    typed: &Form<AddresseeDraft>,
) -> Option<AnyView> {
    let entry = &line.entry;
    let mail = entry.mail.as_ref();
    let is_unknown = matches!(mail, Some(Mailing::Unknown(_)));
    let was_not_sent =
        mail.is_some_and(|mailing| mailing.is_unsettled() || *mailing == Mailing::Withdrawn);
    let waits = mail.map_or(entry.address.is_some(), Mailing::waits);
    let offered = [
        (B::ConfirmReceived, "received", is_unknown),
        (
            B::SendAgain,
            "again",
            was_not_sent && entry.address.is_some() && is_public(sheet),
        ),
        (B::Withdraw, "withdraw", waits),
    ];
    let buttons: Vec<AnyView> = offered
        .into_iter()
        .filter(|(.., offered)| *offered)
        .map(|(name, action, _)| named_button(Weight::Secondary, name.text(shell.lang), action))
        .collect();
    let address = address::distribution_entry(entry.decision, entry.id);
    (!buttons.is_empty()).then(|| {
        let buttons = view! { <div class="govuk-button-group">{buttons}</div> };
        form(shell, &address, typed, buttons)
    })
}

/// The form that gives another address; while a mail is being sent, there is none.
fn readdress(
    shell: &Shell,
    line: &DistributionLine,
    typed: &Form<AddresseeDraft>,
) -> Option<AnyView> {
    let entry = &line.entry;
    (entry.mail != Some(Mailing::Sending)).then(|| {
        let lang = shell.lang;
        let fields = view! {
            {address_field(shell, typed, T::NewAddressHint)}
            {named_button(Weight::Secondary, B::Readdress.text(lang), "address")}
        };
        let address = address::distribution_entry(entry.decision, entry.id);
        view! {
            <section aria-labelledby="osoite">
                <h2 id="osoite">{T::NewAddress.text(lang)}</h2>
                {form(shell, &address, typed, fields)}
            </section>
        }
        .into_any()
    })
}
