//! Signing in.

use leptos::prelude::*;
use wording::desk::{Button, Label, Text};
use wording::public::Site;

use super::form::{Form, SignIn};
use super::frame::{Page, Weight, button, form, hidden};
use crate::address::SIGN_IN;
use crate::components::field::{Field, FieldKind};
use crate::shell::Shell;

/// The form in which officials sign in. After a failed attempt its finding is at `password`,
/// whether the account exists or not.
pub fn page(shell: &Shell, typed: &Form<SignIn>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        {hidden("next", typed.draft.next.clone())}
        <Field name="email" label=Label::Email.text(lang) kind=FieldKind::Email
            value=typed.draft.email.clone() error=typed.error("email", lang)/>
        <Field name="password" label=Label::Password.text(lang) kind=FieldKind::CurrentPassword
            value="" error=typed.error("password", lang)/>
        {button(shell, Weight::Primary, Button::SignIn, "sign-in")}
    };
    let body = view! {
        <p>{Text::SignInIsForOfficials.text(lang)}</p>
        {form(shell, SIGN_IN, typed, fields)}
    };
    Page::first(Site::SignIn.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}
