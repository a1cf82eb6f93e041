//! Signing in.

use domain::form::Pairs;
use leptos::prelude::*;
use wording::desk::{Button, Label, Text};
use wording::public::Site;

use super::form::{Form, SignIn};
use super::frame::{Page, Weight, button, form, hidden};
use super::kept::to_carry;
use crate::address::SIGN_IN;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::shell::Shell;

/// The form in which officials sign in. After a failed attempt its finding is at `password`,
/// whether the account exists or not.
///
/// `carried` are the fields of a form whose session had ended; they travel with it. `problem` says
/// why nobody could be signed in, where that is not for what was typed.
pub fn page(
    shell: &Shell,
    typed: &Form<SignIn>,
    carried: &Pairs,
    problem: Option<Text>,
) -> AnyView {
    let lang = shell.lang;
    let kept = (!carried.is_empty()).then_some(Text::SignInToSend);
    let notices = kept.into_iter().chain(problem);
    let notices = notices.map(|text| {
        view! { <Notice tone=Tone::Warning><p>{text.text(lang)}</p></Notice> }
    });
    let notices = notices.collect_view();
    let fields = view! {
        {hidden("next", typed.draft.next.clone())}
        {to_carry(carried)}
        <Field name="email" label=Label::Email.text(lang) kind=FieldKind::Email
            value=typed.draft.email.clone() error=typed.error("email", lang)/>
        <Field name="password" label=Label::Password.text(lang) kind=FieldKind::CurrentPassword
            value="" error=typed.error("password", lang)/>
        {button(shell, Weight::Primary, Button::SignIn, "sign-in")}
    };
    let body = view! {
        {notices}
        <p>{Text::SignInIsForOfficials.text(lang)}</p>
        {form(shell, SIGN_IN, typed, fields)}
    };
    Page::first(Site::SignIn.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}
