//! What officials' pages have in common.

use domain::role::UseCase;
use domain::view::desk::DecisionLine;
use leptos::prelude::*;
use wording::decision;
use wording::desk::{Button, Done, Label, Text};
use wording::public::Site;

use super::address;
use super::form::Form;
use crate::address::DESK;
use crate::components::breadcrumbs::Crumb;
use crate::components::date::moment;
use crate::components::error_summary::error_summary;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
use crate::components::tag;
use crate::shell::{Head, Shell, document};

/// A page that is about to be shown.
pub(super) struct Page {
    title: String,
    caption: Option<String>,
    trail: Vec<Crumb>,
    errors: Vec<(String, String)>,
    done: Option<Done>,
}

impl Page {
    /// A page below the desk; `trail` has the pages between the two.
    pub(super) fn new(shell: &Shell, title: impl Into<String>, trail: Vec<Crumb>) -> Self {
        let desk = Crumb::new(Site::Desk.text(shell.lang), DESK);
        Self {
            title: title.into(),
            caption: None,
            trail: std::iter::once(desk).chain(trail).collect(),
            errors: Vec::new(),
            done: None,
        }
    }

    /// The page on which one does anything else.
    pub(super) fn first(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            caption: None,
            trail: Vec::new(),
            errors: Vec::new(),
            done: None,
        }
    }

    /// What the page is about, above its heading.
    pub(super) fn caption(self, caption: impl Into<String>) -> Self {
        Self {
            caption: Some(caption.into()),
            ..self
        }
    }

    /// Says what was done just before.
    pub(super) fn done(self, done: Option<Done>) -> Self {
        Self { done, ..self }
    }

    /// Says what was refused or done with a form.
    pub(super) fn of_form<D>(self, shell: &Shell, form: &Form<D>) -> Self {
        self.of_form_at(shell, form, |place| format!("#{place}"))
    }

    /// The same where some findings are mended on another page; `address` says where.
    pub(super) fn of_form_at<D>(
        self,
        shell: &Shell,
        form: &Form<D>,
        address: impl Fn(&str) -> String,
    ) -> Self {
        let mut errors = self.errors;
        let of_form = form.errors(shell.lang).into_iter();
        errors.extend(of_form.map(|(place, sentence)| (address(&place), sentence)));
        Self {
            errors,
            done: self.done.or(form.saved),
            ..self
        }
    }

    /// Says what was refused at a field, where no finding says it.
    pub(super) fn refused(mut self, place: &str, label: &str, sentence: &str) -> Self {
        self.errors
            .push((format!("#{place}"), format!("{label}: {sentence}")));
        self
    }

    /// The document.
    pub(super) fn view(self, shell: &Shell, body: impl IntoView + 'static) -> AnyView {
        let lang = shell.lang;
        let head = Head {
            refused: !self.errors.is_empty(),
            trail: self.trail,
            ..Head::desk(self.title.clone())
        };
        let done = self.done.map(|done| {
            view! { <Notice tone=Tone::Success status=true><p>{done.text(lang)}</p></Notice> }
        });
        let caption = self
            .caption
            .map(|caption| view! { <p class="caption">{caption}</p> });
        let body = view! {
            {done}
            {error_summary(self.errors, lang)}
            {caption}
            <h1>{self.title}</h1>
            {body.into_any()}
        };
        document(shell, head, body)
    }
}

/// Whether the one who is signed in may do something. Pages only leave out what one may not do;
/// it is refused by `register`.
pub(super) fn may(shell: &Shell, use_case: UseCase) -> bool {
    let role = shell.official.as_ref().map(|official| official.role);
    role.is_some_and(|role| role.may(use_case))
}

/// A form that posts to an address, with its hidden fields.
pub(super) fn form<D>(
    shell: &Shell,
    address: &str,
    form: &Form<D>,
    fields: impl IntoView + 'static,
) -> AnyView {
    view! {
        <form class="form" method="post" action=shell.link(address) novalidate>
            {hidden("key", form.key.clone())}
            {hidden("version", form.version.to_string())}
            {fields.into_any()}
        </form>
    }
    .into_any()
}

/// A field that is sent and not shown.
pub(super) fn hidden(name: &str, value: String) -> AnyView {
    view! { <input type="hidden" name=name.to_owned() value=value/> }.into_any()
}

/// How a button looks: one on a page is the way on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// The way on.
    Primary,
    /// Another way.
    Secondary,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "govuk-button",
            Self::Secondary => "govuk-button govuk-button--secondary",
        }
    }
}

/// A button that sends `action`.
pub(super) fn button(shell: &Shell, weight: Weight, name: Button, action: &str) -> AnyView {
    named_button(weight, name.text(shell.lang), action)
}

/// The same with a name that is none of [`Button`]'s.
pub(super) fn named_button(weight: Weight, name: &'static str, action: &str) -> AnyView {
    view! {
        <button class=weight.class() type="submit" name="action" value=action.to_owned()>{name}</button>
    }
    .into_any()
}

/// The button that sends a form.
pub(super) fn submit(name: &'static str) -> AnyView {
    view! { <button class="govuk-button" type="submit" name="action" value="save">{name}</button> }
        .into_any()
}

/// The button that the Enter key presses: the first of the form, though nobody sees it. Without it
/// Enter would press the first button that adds or removes a row.
pub(super) fn enter_saves(shell: &Shell) -> AnyView {
    let text = Button::SaveDraft.text(shell.lang);
    view! { <button type="submit" name="action" value="save" hidden tabindex="-1">{text}</button> }
        .into_any()
}

/// A link that looks like a button, to a page that does something.
pub(super) fn link_button(shell: &Shell, weight: Weight, name: Button, to: &str) -> AnyView {
    let text = name.text(shell.lang);
    view! { <a class=weight.class() href=shell.link(to)>{text}</a> }.into_any()
}

/// The same with a name that is none of [`Button`]'s.
pub(super) fn named_link(shell: &Shell, weight: Weight, name: &'static str, to: &str) -> AnyView {
    view! { <a class=weight.class() href=shell.link(to)>{name}</a> }.into_any()
}

/// A line of a summary list.
pub(super) struct Line {
    label: String,
    value: AnyView,
    change: Option<String>,
}

impl Line {
    /// A label and its value.
    pub(super) fn new(label: impl Into<String>, value: impl IntoView + 'static) -> Self {
        Self {
            label: label.into(),
            value: value.into_any(),
            change: None,
        }
    }

    /// A label and a text, which is said to be missing where it is empty.
    pub(super) fn text(shell: &Shell, label: Label, text: &str) -> Self {
        let value = if text.trim().is_empty() {
            let empty = Text::Empty.text(shell.lang);
            view! { <span class="unknown">{empty}</span> }.into_any()
        } else {
            view! { <span class="lines">{text.trim().to_owned()}</span> }.into_any()
        };
        Self::new(label.text(shell.lang), value)
    }

    /// The same line with a link to where it can be changed.
    pub(super) fn change(self, address: impl Into<String>) -> Self {
        Self {
            change: Some(address.into()),
            ..self
        }
    }
}

/// Labels and values.
pub(super) fn summary_list(shell: &Shell, lines: Vec<Line>) -> AnyView {
    let change = Button::Change.text(shell.lang);
    let lines = lines.into_iter().map(|line| {
        let action = line.change.map(|address| {
            let of = line.label.clone();
            view! {
                <dd class="govuk-summary-list__actions">
                    <a href=shell.link(&address)>
                        {change}<span class="govuk-visually-hidden">": " {of}</span>
                    </a>
                </dd>
            }
        });
        view! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{line.label}</dt>
                <dd class="govuk-summary-list__value">{line.value}</dd>
                {action}
            </div>
        }
    });
    view! { <dl class="govuk-summary-list">{lines.collect_view()}</dl> }.into_any()
}

/// Decisions as a table, or a sentence where there are none.
pub(super) fn decisions(
    shell: &Shell,
    id: &str,
    caption: &str,
    decisions: &[DecisionLine],
) -> AnyView {
    let lang = shell.lang;
    if decisions.is_empty() {
        return view! { <p>{Text::NoDecisions.text(lang)}</p> }.into_any();
    }
    let columns = [Label::Decision, Label::State, Label::Changed];
    let rows = decisions.iter().map(|line| {
        let link = view! {
            <a href=shell.link(&address::decision(line.id))>{decision_name(shell, line)}</a>
        };
        let cells = vec![tag::state(line.stage, lang), moment(line.changed_at, lang)];
        Row::new(link, cells)
    });
    table(
        id,
        caption,
        columns.map(|label| Column::words(label.text(lang))).into(),
        rows.collect(),
    )
}

/// The title of a decision with its section, or what stands where a draft has none yet.
pub(super) fn decision_name(shell: &Shell, line: &DecisionLine) -> String {
    let title = title_or_none(shell, &line.title);
    line.section.as_ref().map_or(title.clone(), |section| {
        let section = decision::section(section.number, section.year);
        format!("{title} ({section})")
    })
}

/// A title, or what stands where a draft has none yet.
pub(super) fn title_or_none(shell: &Shell, title: &str) -> String {
    let title = title.trim();
    if title.is_empty() {
        Text::Untitled.text(shell.lang).to_owned()
    } else {
        title.to_owned()
    }
}

/// The fields of a row as a group of their own, with the button that removes it.
pub(super) fn row_group(shell: &Shell, legend: String, remove: &str, fields: AnyView) -> AnyView {
    let text = Button::Remove.text(shell.lang);
    view! {
        <fieldset class="govuk-fieldset row-group">
            <legend class="govuk-fieldset__legend">{legend.clone()}</legend>
            <div class="row-group__fields">{fields}</div>
            <button class="govuk-button govuk-button--secondary" type="submit" name="action"
                value=remove.to_owned()>
                {text}<span class="govuk-visually-hidden">": " {legend}</span>
            </button>
        </fieldset>
    }
    .into_any()
}
