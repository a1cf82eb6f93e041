//! Section series: all of them, the form that adds one, and one with its names and deputies.

use domain::Lang;
use domain::publication::PublicationRule;
use domain::role::UseCase;
use domain::section::{DecisionMakerKind, Numbering};
use domain::view::people::{DeputyLine, SeriesLine, SeriesSheet, Standing};
use leptos::prelude::*;
use wording::desk::Done;
use wording::desk::people::{PeopleText as T, maker_kind, numbering};
use wording::names::publication_rule;

use super::accounts::names;
use super::address;
use super::form::{Form, NewSeries, SeriesFacts};
use super::frame::{Line, Page, Weight, form, hidden, may, named_button, submit, summary_list};
use super::sessions::days_and_ground;
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Radios;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, listing, table};
use crate::shell::Shell;

/// Every section series.
pub fn list(shell: &Shell, lines: &[SeriesLine], done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let title = T::AllSeries.text(lang);
    let series = if lines.is_empty() {
        view! { <p>{T::NoSeries.text(lang)}</p> }.into_any()
    } else {
        let rows = lines.iter().map(|line| {
            let to = address::series(&line.series.slug);
            let link = view! { <a href=shell.link(&to)>{line.series.decision_maker.clone()}</a> };
            let cells = vec![
                maker_kind(line.series.kind, lang).into_any(),
                or_nobody(shell, &line.makers).into_any(),
                or_nobody(shell, &line.deputies).into_any(),
            ];
            Row::new(link, cells)
        });
        let columns = [T::DecisionMaker, T::SeriesKind, T::Makers, T::Deputies];
        let columns = columns.map(|label| Column::words(label.text(lang))).into();
        listing("sarjat", title, columns, rows.collect())
    };
    let add = may(shell, UseCase::ManageSeries).then(|| {
        let to = shell.link(address::NEW_SERIES);
        view! { <p><a class="govuk-button" href=to>{T::AddSeries.text(lang)}</a></p> }
    });
    let body = view! { {add} {series} };
    Page::new(shell, title, Vec::new())
        .done(done)
        .view(shell, body)
}

fn or_nobody(shell: &Shell, offices: &[String]) -> String {
    if offices.is_empty() {
        T::Nobody.text(shell.lang).to_owned()
    } else {
        offices.join(", ")
    }
}

/// The form that adds a section series.
pub fn new(shell: &Shell, typed: &Form<NewSeries>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let kinds = [DecisionMakerKind::Officer, DecisionMakerKind::Body]
        .map(|kind| Choice::new(kind.code(), maker_kind(kind, lang)));
    let numberings = [Numbering::External, Numbering::IssuedHere]
        .map(|one| Choice::new(one.code(), numbering(one, lang)));
    let fields = view! {
        <Field name="decision_maker" label=T::DecisionMaker.text(lang)
            value=draft.decision_maker.clone() hint=T::DecisionMakerHint.text(lang).to_owned()
            error=typed.error("decision_maker", lang)/>
        <Field name="slug" label=T::Slug.text(lang) value=draft.slug.clone()
            hint=T::SlugHint.text(lang).to_owned() error=typed.error("slug", lang)/>
        <Radios name="series_kind" legend=T::SeriesKind.text(lang) value=draft.series_kind.clone()
            choices=kinds.into() error=typed.error("series_kind", lang)/>
        <Radios name="numbering" legend=T::Numbering.text(lang) value=draft.numbering.clone()
            choices=numberings.into() error=typed.error("numbering", lang)/>
        <Radios name="publication_rule" legend=T::PublicationRule.text(lang)
            value=draft.publication_rule.clone() choices=rules(lang)
            hint=T::PublicationRuleHint.text(lang).to_owned()
            error=typed.error("publication_rule", lang)/>
        <Field name="claims_to_fi" label=T::ClaimsToFi.text(lang) value=draft.claims_to_fi.clone()
            hint=T::ClaimsToHint.text(lang).to_owned() error=typed.error("claims_to_fi", lang)/>
        <Field name="claims_to_sv" label=T::ClaimsToSv.text(lang) value=draft.claims_to_sv.clone()
            error=typed.error("claims_to_sv", lang)/>
        <Field name="claims_to_en" label=T::ClaimsToEn.text(lang) value=draft.claims_to_en.clone()
            error=typed.error("claims_to_en", lang)/>
        {submit(T::AddSeries.text(lang))}
    };
    let trail = vec![Crumb::new(T::AllSeries.text(lang), address::SERIES)];
    Page::new(shell, T::AddSeries.text(lang), trail)
        .of_form(shell, typed)
        .view(shell, form(shell, address::NEW_SERIES, typed, fields))
}

fn rules(lang: Lang) -> Vec<Choice> {
    let rules = PublicationRule::ALL;
    let rules = rules.map(|rule| Choice::new(rule.code(), publication_rule(rule, lang)));
    rules.into()
}

/// The form that sets on which day decisions are published; begun with the rule that holds.
fn rule_form(shell: &Shell, sheet: &SeriesSheet, typed: &Form<SeriesFacts>) -> AnyView {
    let lang = shell.lang;
    let chosen = match typed.draft.publication_rule.as_str() {
        "" => sheet.series.publication_rule.code().to_owned(),
        typed => typed.to_owned(),
    };
    let fields = view! {
        <Radios name="publication_rule" legend=T::PublicationRule.text(lang) value=chosen
            choices=rules(lang) hint=T::SetRuleHint.text(lang).to_owned()
            error=typed.error("publication_rule", lang)/>
        {named_button(Weight::Secondary, T::SetRule.text(lang), "set-rule")}
    };
    form(shell, &address::series(&sheet.series.slug), typed, fields)
}

/// One section series: who signs in it, under which name, and in whose place.
pub fn sheet(
    shell: &Shell,
    sheet: &SeriesSheet,
    typed: &Form<SeriesFacts>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let series = &sheet.series;
    let makers: Vec<String> = sheet.makers.iter().map(|one| one.office.clone()).collect();
    let claims_to = series.claims_to.as_ref().map_or_else(
        || T::UsualBody.text(lang).to_owned(),
        |body| body.in_lang(lang).to_owned(),
    );
    let lines = vec![
        Line::new(T::SeriesKind.text(lang), maker_kind(series.kind, lang)),
        Line::new(T::Makers.text(lang), or_nobody(shell, &makers)),
        Line::new(T::Numbering.text(lang), numbering(series.numbering, lang)),
        Line::new(
            T::PublicationRule.text(lang),
            publication_rule(series.publication_rule, lang),
        ),
        Line::new(T::ClaimsTo.text(lang), claims_to),
        Line::new(T::Slug.text(lang), series.slug.to_string()),
    ];
    let is_officer = series.kind == DecisionMakerKind::Officer;
    let body = view! {
        {summary_list(shell, lines)}
        {may(shell, UseCase::ManageSeries).then(|| rule_form(shell, sheet, typed))}
        {is_officer.then(|| deputies(shell, sheet, typed))}
        {history(shell, sheet, typed)}
    };
    let trail = vec![Crumb::new(T::AllSeries.text(lang), address::SERIES)];
    Page::new(shell, series.decision_maker.clone(), trail)
        .caption(T::OneSeries.text(lang))
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

fn deputies(shell: &Shell, sheet: &SeriesSheet, typed: &Form<SeriesFacts>) -> AnyView {
    let lang = shell.lang;
    let title = T::Deputies.text(lang);
    let manages = may(shell, UseCase::ManageDeputies);
    let list = if sheet.deputyships.is_empty() {
        view! { <p>{T::NoDeputies.text(lang)}</p> }.into_any()
    } else {
        let rows = sheet.deputyships.iter().map(|line| {
            let who = format!("{}, {}", line.name.reveal_to_official(), line.office);
            let mut cells = days_and_ground(shell, line);
            if manages && line.standing != Standing::Over {
                cells.pop();
                cells.push(end_form(shell, sheet, line, typed));
            }
            Row::new(who, cells)
        });
        let columns = [
            T::Deputy,
            T::FirstDay,
            T::LastDay,
            T::Ground,
            T::Deputyships,
        ];
        let columns = columns.map(|label| Column::words(label.text(lang))).into();
        table("sijaiset", title, columns, rows.collect())
    };
    let add = manages.then(|| add_form(shell, sheet, typed));
    view! {
        <section class="listing" aria-labelledby="sijaiset-otsikko">
            <h2 id="sijaiset-otsikko">{title}</h2>
            {list}
            {add}
        </section>
    }
    .into_any()
}

/// Where a deputyship stands, and the form that ends it today. The version is the deputyship's.
fn end_form(
    shell: &Shell,
    sheet: &SeriesSheet,
    line: &DeputyLine,
    typed: &Form<SeriesFacts>,
) -> AnyView {
    let lang = shell.lang;
    let of_deputyship = Form::new((), line.deputyship.version, typed.key.clone());
    let fields = view! {
        <p>{wording::desk::people::standing(line.standing, lang)}</p>
        {hidden("deputyship", line.deputyship.id.to_string())}
        {named_button(Weight::Secondary, T::EndDeputyship.text(lang), "end-deputy")}
    };
    form(
        shell,
        &address::series(&sheet.series.slug),
        &of_deputyship,
        fields,
    )
}

fn add_form(shell: &Shell, sheet: &SeriesSheet, typed: &Form<SeriesFacts>) -> AnyView {
    let lang = shell.lang;
    if sheet.candidates.is_empty() {
        return view! { <p>{T::NoCandidates.text(lang)}</p> }.into_any();
    }
    let draft = &typed.draft;
    let mut choices = vec![Choice::new("", wording::desk::Text::Choose.text(lang))];
    choices.extend(sheet.candidates.iter().map(|one| {
        let name = format!("{}, {}", one.name.reveal_to_official(), one.office);
        Choice::new(one.id.to_string(), name)
    }));
    let fields = view! {
        <Select name="deputy" label=T::Deputy.text(lang) value=draft.deputy.clone()
            choices=choices error=typed.error("deputy", lang)/>
        <Field name="first_day" label=T::FirstDay.text(lang) kind=FieldKind::Date
            value=draft.first_day.clone() error=typed.error("first_day", lang)/>
        <Field name="last_day" label=T::LastDay.text(lang) kind=FieldKind::Date
            value=draft.last_day.clone() error=typed.error("last_day", lang)/>
        <Field name="ground" label=T::Ground.text(lang) value=draft.ground.clone()
            hint=T::GroundHint.text(lang).to_owned() error=typed.error("ground", lang)/>
        {named_button(Weight::Primary, T::AddDeputy.text(lang), "add-deputy")}
    };
    view! {
        <h3>{T::AddDeputy.text(lang)}</h3>
        {form(shell, &address::series(&sheet.series.slug), typed, fields)}
    }
    .into_any()
}

fn history(shell: &Shell, sheet: &SeriesSheet, typed: &Form<SeriesFacts>) -> AnyView {
    let lang = shell.lang;
    let title = T::Names.text(lang);
    let rename = may(shell, UseCase::ManageSeries).then(|| {
        let draft = &typed.draft;
        let fields = view! {
            <Field name="decision_maker" label=T::NewName.text(lang)
                value=draft.decision_maker.clone() hint=T::NewNameHint.text(lang).to_owned()
                error=typed.error("decision_maker", lang)/>
            <Field name="name_since" label=T::NameSince.text(lang) kind=FieldKind::Date
                value=draft.name_since.clone() error=typed.error("name_since", lang)/>
            {named_button(Weight::Secondary, T::Rename.text(lang), "rename")}
        };
        form(shell, &address::series(&sheet.series.slug), typed, fields)
    });
    view! {
        <section class="listing" aria-labelledby="nimet-otsikko">
            <h2 id="nimet-otsikko">{title}</h2>
            {names(shell, "nimet", title, T::DecisionMaker.text(lang), &sheet.names)}
            {rename}
        </section>
    }
    .into_any()
}
