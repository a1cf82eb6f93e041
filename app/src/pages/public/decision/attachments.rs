//! The attachments of a decision, each as far as the reader may know it.

use domain::view::during::PersonalPart;
use domain::view::public::{AttachmentLine, AttachmentShown, DecisionPage};
use leptos::prelude::*;
use wording::publicity::{ShownText, attachment};

use crate::address;
use crate::shell::Shell;

pub(super) fn attachments(
    shell: &Shell,
    decision: &DecisionPage,
    personal: Option<&PersonalPart>,
) -> Option<AnyView> {
    if decision.attachments.is_empty() {
        return None;
    }
    let items = decision
        .attachments
        .iter()
        .map(|line| item(shell, decision, line, personal));
    let items = items.collect_view();
    let heading = ShownText::Attachments.text(shell.lang);
    let section = view! {
        <section aria-labelledby="liitteet">
            <h2 id="liitteet">{heading}</h2>
            <ul class="list">{items}</ul>
        </section>
    };
    Some(section.into_any())
}

fn item(
    shell: &Shell,
    decision: &DecisionPage,
    line: &AttachmentLine,
    personal: Option<&PersonalPart>,
) -> AnyView {
    let shown_now = personal
        .map_or(&[][..], PersonalPart::attachments)
        .iter()
        .find(|one| one.number == line.number);
    let shown = shown_now.map_or_else(
        || line.shown.clone(),
        |one| AttachmentShown::open(&one.attachment),
    );
    let words = attachment(line.number, &shown, shell.lang);
    match shown {
        AttachmentShown::Open { media_type, .. } => {
            let href = shell.link(&address::attachment(&decision.section, line.number));
            view! { <li><a href=href type=media_type.name()>{words}</a></li> }.into_any()
        }
        AttachmentShown::Personal | AttachmentShown::Secret { .. } => {
            view! { <li>{words}</li> }.into_any()
        }
    }
}
