//! Whom officials turn to about a project.

use domain::project::contact::ProjectContact;
use leptos::prelude::*;
use wording::desk::project::ProjectText as T;

use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// The section of the sheet; nothing where nobody is named.
pub(super) fn section(shell: &Shell, contacts: &[ProjectContact]) -> Option<AnyView> {
    let lang = shell.lang;
    if contacts.is_empty() {
        return None;
    }
    let columns = [
        T::ContactOffice,
        T::ContactPerson,
        T::ContactEmail,
        T::Phone,
    ];
    let rows = contacts.iter().map(|contact| {
        let personal = [&contact.person, &contact.email, &contact.phone];
        let cells = personal.map(|text| text.reveal_to_official().clone().into_any());
        Row::new(contact.office.clone(), cells.into())
    });
    let columns = columns.map(|label| Column::words(label.text(lang)));
    let heading = T::Contacts.text(lang);
    Some(
        view! {
            <section class="listing" aria-labelledby="yhteystiedot">
                <h2 id="yhteystiedot">{heading}</h2>
                {table("yhteystiedot-taulukko", heading, columns.into(), rows.collect())}
            </section>
        }
        .into_any(),
    )
}
