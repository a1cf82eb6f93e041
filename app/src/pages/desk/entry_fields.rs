//! The fields that the forms of entries about commitments, instalments and payment claims have in
//! common.

use leptos::prelude::*;
use wording::desk::commitment::CommitmentText;
use wording::desk::instalment::InstalmentText;
use wording::desk::{Hint, Label};

use super::form::Form;
use crate::components::field::{Field, FieldKind};
use crate::components::text_area::TextArea;
use crate::shell::Shell;

/// The name of a field and its label.
pub(super) type Named = (&'static str, &'static str);

/// The amount of an entry.
pub(super) fn amount<D>(
    shell: &Shell,
    typed: &Form<D>,
    value: &str,
    hint: Option<&'static str>,
) -> AnyView {
    let named = ("amount", Label::Amount.text(shell.lang));
    money(shell, typed, named, value, hint)
}

/// An amount of money.
pub(super) fn money<D>(
    shell: &Shell,
    typed: &Form<D>,
    named: Named,
    value: &str,
    hint: Option<&'static str>,
) -> AnyView {
    field(shell, typed, named, FieldKind::Decimal, value, hint)
}

/// The day of an entry.
pub(super) fn day<D>(shell: &Shell, typed: &Form<D>, value: &str) -> AnyView {
    let named = ("entry_day", CommitmentText::EntryDay.text(shell.lang));
    date(shell, typed, named, value)
}

/// A day.
pub(super) fn date<D>(shell: &Shell, typed: &Form<D>, named: Named, value: &str) -> AnyView {
    let hint = Some(Hint::Date.text(shell.lang));
    field(shell, typed, named, FieldKind::Date, value, hint)
}

/// What a document is found by.
pub(super) fn document<D>(shell: &Shell, typed: &Form<D>, value: &str) -> AnyView {
    let lang = shell.lang;
    let named = ("arrived_as", InstalmentText::ArrivedAs.text(lang));
    let hint = Some(InstalmentText::ArrivedAsHint.text(lang));
    line(shell, typed, named, value, hint)
}

/// A line of text.
pub(super) fn line<D>(
    shell: &Shell,
    typed: &Form<D>,
    named: Named,
    value: &str,
    hint: Option<&'static str>,
) -> AnyView {
    field(shell, typed, named, FieldKind::Text, value, hint)
}

/// Why.
pub(super) fn reason<D>(shell: &Shell, typed: &Form<D>, value: &str) -> AnyView {
    let named = ("reason", Label::Reason.text(shell.lang));
    lines(shell, typed, named, value, None)
}

/// Some lines of text.
pub(super) fn lines<D>(
    shell: &Shell,
    typed: &Form<D>,
    (name, label): Named,
    value: &str,
    hint: Option<&'static str>,
) -> AnyView {
    let error = typed.error(name, shell.lang);
    let hint = hint.map(str::to_owned);
    view! {
        <TextArea name=name label=label value=value.to_owned() rows=3 hint=hint error=error/>
    }
    .into_any()
}

/// A field of another kind.
pub(super) fn field<D>(
    shell: &Shell,
    typed: &Form<D>,
    (name, label): Named,
    kind: FieldKind,
    value: &str,
    hint: Option<&'static str>,
) -> AnyView {
    let error = typed.error(name, shell.lang);
    let hint = hint.map(str::to_owned);
    view! { <Field name=name label=label kind=kind value=value.to_owned() hint=hint error=error/> }
        .into_any()
}
