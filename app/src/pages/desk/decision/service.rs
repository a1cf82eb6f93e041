//! Recording when a party was served.

use domain::service::ServiceMeans;
use domain::view::desk::{DecisionSheet, ServiceLine};
use leptos::prelude::*;
use wording::desk::{Button, Label, ServiceDayHint, ServiceDayName, Text};
use wording::names;

use super::page as decision_page;
use crate::components::field::{Field, FieldKind};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, ServiceDay};
use crate::pages::desk::frame::{Line, Weight, button, form, summary_list};
use crate::shell::Shell;

/// The form that records the day that the means of service counts from.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    line: &ServiceLine,
    typed: &Form<ServiceDay>,
) -> AnyView {
    let lang = shell.lang;
    let means = line.service.means;
    let (name, hint) = match means {
        ServiceMeans::Letter => (ServiceDayName::Posting, ServiceDayHint::Posting),
        ServiceMeans::LetterToAuthority => (ServiceDayName::Arrival, ServiceDayHint::Arrival),
        ServiceMeans::EMessage => (ServiceDayName::Sending, ServiceDayHint::Sending),
        ServiceMeans::Proof => (ServiceDayName::Certificate, ServiceDayHint::Certificate),
    };
    let fields = view! {
        <Field name="event_on" label=name.text(lang) kind=FieldKind::Date
            value=typed.draft.event_on.clone() hint=hint.text(lang).to_owned()
            error=typed.error("event_on", lang)/>
        {button(shell, Weight::Primary, Button::RecordServiceDay, "save")}
    };
    let about = vec![
        Line::text(shell, Label::Party, &line.recipient),
        Line::text(shell, Label::Means, names::service_means(means, lang)),
    ];
    let address = address::service(sheet.decision.id, line.service.id);
    let body = view! {
        {summary_list(shell, about)}
        <p>{Text::PeriodFollowsFromDay.text(lang)}</p>
        {form(shell, &address, typed, fields)}
    };
    decision_page(shell, sheet, Button::RecordServiceDay.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}
