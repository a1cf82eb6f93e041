//! The form of a draft.

use domain::Lang;
use domain::appeal_right::AppealRight;
use domain::decision::{CommitmentStrength, DecisionDraft, DecisionKind};
use domain::service::ServiceMeans;
use domain::text::Text as DecisionText;
use domain::view::desk::{DecisionSheet, Present, Unsaved};
use leptos::prelude::*;
use wording::desk::drafting::{self, DraftingText};
use wording::desk::{Button, Heading, Hint, Label, PartName, Text};
use wording::names;

use super::changes;
use super::page as decision_page;
use super::part::Part;
use crate::components::field::{Field, FieldKind};
use crate::components::funding::funding;
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::components::text::{Placed, text};
use crate::components::text_area::TextArea;
use crate::islands::autosave::Autosave;
use crate::islands::editor::EditorButtons;
use crate::pages::desk::address;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Weight, button, enter_saves, form, named_button, row_group};
use crate::shell::Shell;

/// What stands around the form of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// Whether the typed texts are shown as everybody would read them.
    pub is_preview: bool,
    /// Text that this official typed and did not save, with a form that takes or discards it.
    pub unsaved: Option<(Unsaved, Form<()>)>,
    /// Who else has the draft open.
    pub others: Vec<Present>,
}

/// The form of the draft; `typed` holds what is saved or what was typed last.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    typed: &Form<DecisionDraft>,
    around: &Around,
) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let today = shell.frame.now.date();
    let others = around.others.iter();
    let others = others
        .map(|of| drafting::also_open(&of.name, &of.office, of.since, today, lang))
        .collect();
    let fields = view! {
        {enter_saves(shell)}
        {part(shell, Part::Basics, basics(shell, sheet, typed))}
        {part(shell, Part::Text, texts(shell, typed))}
        {part(shell, Part::Money, money(shell, sheet, typed))}
        {part(shell, Part::Parties, parties(shell, sheet, typed))}
        {part(shell, Part::Appeal, appeal(shell, typed))}
        {part(shell, Part::Changes, changes::fields(shell, sheet, typed))}
        {unrecognised(shell, typed)}
        <div class="govuk-button-group">
            {button(shell, Weight::Primary, Button::SaveDraft, "save")}
            {button(shell, Weight::Secondary, Button::SaveAndCheck, "check")}
        </div>
    };
    let keeps_at = around
        .unsaved
        .is_none()
        .then(|| shell.link(&address::autosave(id)));
    let body = view! {
        {around.unsaved.as_ref().map(|(unsaved, answering)| offer(shell, sheet, unsaved, answering))}
        <Autosave address=keeps_at others=others
            lost=Text::AutosaveLost.text(lang).to_owned()/>
        {around.is_preview.then(|| preview(shell, &typed.draft))}
        {form(shell, &address::draft(id), typed, fields)}
    };
    decision_page(shell, sheet, Heading::Draft.text(shell.lang))
        .of_form(shell, typed)
        .view(shell, body)
}

/// Text that was typed and not saved: take it, or discard it.
fn offer(shell: &Shell, sheet: &DecisionSheet, unsaved: &Unsaved, answering: &Form<()>) -> AnyView {
    let lang = shell.lang;
    let sentence = drafting::unsaved(unsaved.at, shell.frame.now.date(), lang);
    let buttons = view! {
        <div class="govuk-button-group">
            {named_button(Weight::Secondary, DraftingText::TakeUnsaved.text(lang), "take")}
            {named_button(Weight::Secondary, DraftingText::DiscardUnsaved.text(lang), "discard")}
        </div>
    };
    let answers = form(
        shell,
        &address::draft(sheet.decision.id),
        answering,
        buttons,
    );
    view! {
        <Notice tone=Tone::Warning>
            <p>{sentence} " " {DraftingText::UnsavedFirst.text(lang)}</p>
            {answers}
        </Notice>
    }
    .into_any()
}

/// The typed texts as everybody would read them: without what is marked.
fn preview(shell: &Shell, draft: &DecisionDraft) -> AnyView {
    let lang = shell.lang;
    let of_text = Lang::from_code(draft.lang.trim()).unwrap_or_default();
    let part = |label: Label, typed: &str| {
        let shown = match DecisionText::from_markup(typed) {
            Ok(read) if read.is_empty() => {
                view! { <p>{DraftingText::NothingTyped.text(lang)}</p> }.into_any()
            }
            Ok(read) => {
                let placed = Placed {
                    below: 3,
                    interface: lang,
                };
                let shown = text(&read.public_version(), placed);
                view! { <div class="decision-text" lang=of_text.code()>{shown}</div> }.into_any()
            }
            Err(_) => view! { <p>{DraftingText::PreviewUnreadable.text(lang)}</p> }.into_any(),
        };
        view! { <h3>{label.text(lang)}</h3> {shown} }
    };
    view! {
        <section class="preview" aria-labelledby="esikatselu">
            <h2 id="esikatselu">{DraftingText::PreviewHeading.text(lang)}</h2>
            <p>{DraftingText::PreviewSavedNothing.text(lang)}</p>
            {part(Label::Resolution, &draft.resolution)}
            {part(Label::Background, &draft.background)}
        </section>
    }
    .into_any()
}

fn part(shell: &Shell, part: Part, fields: AnyView) -> AnyView {
    view! {
        <section class="part" aria-labelledby=part.id()>
            <h2 id=part.id()>{part.name().text(shell.lang)}</h2>
            {fields}
        </section>
    }
    .into_any()
}

fn basics(shell: &Shell, sheet: &DecisionSheet, typed: &Form<DecisionDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let languages = Lang::ALL.map(|of| Choice::new(of.code(), names::language(of, lang)));
    let kinds =
        DecisionKind::ALL.map(|kind| Choice::new(kind.code(), names::decision_kind(kind, lang)));
    // A draft from before kinds is any other decision.
    let kind = if draft.kind.trim().is_empty() {
        DecisionKind::Other.code().to_owned()
    } else {
        draft.kind.clone()
    };
    let choose = Choice::new("", Text::Choose.text(lang));
    let series = sheet
        .series
        .iter()
        .map(|series| Choice::new(series.slug.as_str(), series.decision_maker.clone()));
    let series = std::iter::once(choose).chain(series).collect();
    view! {
        <Field name="title" label=Label::Title.text(lang) value=draft.title.clone()
            hint=Hint::DecisionTitle.text(lang).to_owned() error=error("title")/>
        <Select name="lang" label=Label::Language.text(lang) value=draft.lang.clone()
            choices=languages.into() error=error("lang")/>
        <Select name="kind" label=DraftingText::Kind.text(lang) value=kind choices=kinds.into()
            error=error("kind")/>
        <Select name="series" label=Label::Series.text(lang) value=draft.series.clone()
            choices=series error=error("series")/>
        <Field name="section" label=Label::Section.text(lang) kind=FieldKind::Digits
            value=draft.section.clone() hint=Hint::SectionOfDraft.text(lang).to_owned()
            error=error("section")/>
    }
    .into_any()
}

fn texts(shell: &Shell, typed: &Form<DecisionDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let of_text = || Lang::from_code(draft.lang.trim()).map(|of| of.code().to_owned());
    // Asked for as long as somebody said so of something.
    let not_personal = (!draft.not_personal.trim().is_empty()).then(|| {
        view! {
            <TextArea name="not_personal" label=DraftingText::NotPersonalWords.text(lang)
                value=draft.not_personal.clone() rows=3
                hint=DraftingText::NotPersonalWordsHint.text(lang).to_owned()
                error=error("not_personal")/>
        }
    });
    let tools = |target: &str, of: Label| {
        let label = format!("{}: {}", DraftingText::Toolbar.text(lang), of.text(lang));
        view! { <EditorButtons target=target.to_owned() label=label lang=lang/> }.into_any()
    };
    view! {
        <TextArea name="resolution" label=Label::Resolution.text(lang)
            value=draft.resolution.clone() rows=10 lang=of_text()
            hint=Hint::Resolution.text(lang).to_owned() error=error("resolution")
            tools=Some(tools("resolution", Label::Resolution))/>
        <TextArea name="background" label=Label::Background.text(lang)
            value=draft.background.clone() rows=16 lang=of_text()
            hint=Hint::Markup.text(lang).to_owned() error=error("background")
            tools=Some(tools("background", Label::Background))/>
        {not_personal}
        {named_button(Weight::Secondary, DraftingText::Preview.text(lang), "preview")}
        <Field name="authority" label=Label::Authority.text(lang) value=draft.authority.clone()
            hint=Hint::Authority.text(lang).to_owned() error=error("authority")/>
        <TextArea name="applied_provisions" label=Label::AppliedProvisions.text(lang)
            value=draft.applied_provisions.clone() rows=3 lang=of_text()
            error=error("applied_provisions")/>
    }
    .into_any()
}

fn money(shell: &Shell, sheet: &DecisionSheet, typed: &Form<DecisionDraft>) -> AnyView {
    let lang = shell.lang;
    let plan = sheet.plan.as_ref().map(|plan| {
        view! {
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{Heading::FundingPlan.text(lang)}</span>
                </summary>
                <div class="govuk-details__text">{funding(plan, lang)}</div>
            </details>
        }
    });
    let rows = (0..typed.draft.commitments.len()).map(|row| commitment(shell, typed, row));
    view! {
        <p>{Text::EurosMustAgree.text(lang)}</p>
        {plan}
        {rows.collect_view()}
        {button(shell, Weight::Secondary, Button::AddCommitment, "add-commitment")}
    }
    .into_any()
}

fn commitment(shell: &Shell, typed: &Form<DecisionDraft>, row: usize) -> AnyView {
    let lang = shell.lang;
    let line = typed
        .draft
        .commitments
        .get(row)
        .cloned()
        .unwrap_or_default();
    let place = |field: &str| format!("commitments-{row}-{field}");
    let error = |field: &str| typed.error(&place(field), lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let strengths = CommitmentStrength::ALL
        .map(|strength| Choice::new(strength.code(), names::strength(strength, lang)));
    let strengths = std::iter::once(choose).chain(strengths).collect();
    let legend = format!("{} {}", Label::Commitment.text(lang), row + 1);
    let fields = view! {
        <Field name=place("year") label=Label::Year.text(lang) kind=FieldKind::Digits
            value=line.year error=error("year")/>
        <Field name=place("amount") label=Label::Amount.text(lang) kind=FieldKind::Decimal
            value=line.amount error=error("amount")/>
        <Select name=place("strength") label=Label::Strength.text(lang) value=line.strength
            choices=strengths error=error("strength")/>
        <Field name=place("budget_line") label=Label::BudgetLine.text(lang)
            value=line.budget_line error=error("budget_line")/>
        <Field name=place("condition") label=Label::Condition.text(lang)
            value=line.condition error=error("condition")/>
    };
    row_group(
        shell,
        legend,
        &format!("remove-commitment-{row}"),
        fields.into_any(),
    )
}

fn parties(shell: &Shell, sheet: &DecisionSheet, typed: &Form<DecisionDraft>) -> AnyView {
    let lang = shell.lang;
    // The first party is always asked for, so that its finding has a field.
    let rows = typed.draft.parties.len().max(1);
    let rows = (0..rows).map(|row| party(shell, sheet, typed, row));
    view! {
        {rows.collect_view()}
        {button(shell, Weight::Secondary, Button::AddParty, "add-party")}
        <TextArea name="distribution" label=Label::Distribution.text(lang)
            value=typed.draft.distribution.clone() rows=4
            hint=Hint::Distribution.text(lang).to_owned() error=typed.error("distribution", lang)/>
    }
    .into_any()
}

fn party(shell: &Shell, sheet: &DecisionSheet, typed: &Form<DecisionDraft>, row: usize) -> AnyView {
    let lang = shell.lang;
    let party = typed.draft.parties.get(row).cloned().unwrap_or_default();
    let place = |field: &str| format!("parties-{row}-{field}");
    let error = |field: &str| typed.error(&place(field), lang);
    let choose = || std::iter::once(Choice::new("", Text::Choose.text(lang)));
    let organisations = sheet
        .organisations
        .iter()
        .map(|organisation| Choice::new(organisation.id.to_string(), organisation.name.clone()));
    let means =
        ServiceMeans::ALL.map(|means| Choice::new(means.code(), names::service_means(means, lang)));
    let legend = format!("{} {}", Label::Party.text(lang), row + 1);
    let fields = view! {
        <Select name=place("organisation") label=Label::Organisation.text(lang)
            value=party.organisation choices=choose().chain(organisations).collect()
            error=error("organisation")/>
        <Select name=place("means") label=Label::Means.text(lang) value=party.means
            choices=choose().chain(means).collect() error=error("means")/>
    };
    row_group(
        shell,
        legend,
        &format!("remove-party-{row}"),
        fields.into_any(),
    )
}

fn appeal(shell: &Shell, typed: &Form<DecisionDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let remedies =
        AppealRight::all().map(|right| Choice::new(right.code(), names::appeal_right(right, lang)));
    let remedies = std::iter::once(choose).chain(remedies).collect();
    view! {
        <Select name="remedy" label=Label::Remedy.text(lang) value=draft.remedy.clone()
            choices=remedies hint=Hint::Remedy.text(lang).to_owned() error=error("remedy")/>
        <Field name="contact_office" label=Label::ContactOffice.text(lang)
            value=draft.contact_office.clone() hint=Hint::ContactOffice.text(lang).to_owned()
            error=error("contact_office")/>
        <Field name="contact_person" label=Label::ContactPerson.text(lang)
            value=draft.contact_person.clone() hint=Hint::ContactPerson.text(lang).to_owned()
            error=error("contact_person")/>
    }
    .into_any()
}

/// What an import could not place. It is asked for as long as there is something in it.
fn unrecognised(shell: &Shell, typed: &Form<DecisionDraft>) -> Option<AnyView> {
    let lang = shell.lang;
    (!typed.draft.unrecognised.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="tunnistamatta">
                <h2 id="tunnistamatta">{PartName::Unrecognised.text(lang)}</h2>
                <TextArea name="unrecognised" label=Label::Unrecognised.text(lang)
                    value=typed.draft.unrecognised.clone() rows=12
                    hint=Hint::Unrecognised.text(lang).to_owned()
                    error=typed.error("unrecognised", lang)/>
            </section>
        }
        .into_any()
    })
}
