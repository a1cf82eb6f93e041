//! The read API, told to people.

use domain::Lang;
use domain::view::api::{ApiProblem, MOST_ITEMS, USUAL_ITEMS};
use leptos::prelude::*;
use wording::public::api::{ApiText as T, part_size, per_minute, problem_title};

use crate::address;
use crate::components::table::{Column, Row, table};
use crate::shell::{Head, Shell, document};

/// What is where.
const ADDRESSES: [(&str, T); 5] = [
    ("/decisions", T::Decisions),
    ("/decisions/{series}/{year}/{section}", T::Decision),
    ("/projects", T::Projects),
    ("/projects/{slug}", T::Project),
    ("/cases/{case_number}", T::Case),
];
/// What a program may ask.
const EXAMPLES: [(&str, T); 3] = [
    ("/decisions?vuosi=2023&limit=100", T::ExampleYear),
    ("/decisions?q=tuulivoima", T::ExampleWords),
    (
        "/decisions?modified_since=2023-08-18T09:00:00Z",
        T::ExampleChanges,
    ),
];
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The page; one network address may make so many requests a minute, any number where that is 0.
pub fn page(shell: &Shell, requests: u32) -> AnyView {
    let lang = shell.lang;
    let head = Head {
        description: Some(T::Lead.text(lang).to_owned()),
        ..Head::public(T::Title.text(lang))
    };
    let body = view! {
        <h1>{T::Title.text(lang)}</h1>
        <p class="lead">{T::Lead.text(lang)}</p>
        <p>{T::NothingPersonal.text(lang)}</p>
        <p><a href=address::API_DESCRIPTION>{T::Description.text(lang)}</a></p>
        {addresses(lang)}
        <p>{T::Form.text(lang)}</p>
        {section("examples", T::Examples, lang, examples(lang))}
        {section("lists", T::Narrowing, lang, view! {
            <p>{T::Filters.text(lang)}</p>
            <p>{T::Parts.text(lang)} " " {part_size(USUAL_ITEMS, MOST_ITEMS, lang)}</p>
        }.into_any())}
        {section("changes", T::Following, lang, following(lang))}
        {section("limits", T::Limits, lang, view! {
            {(requests > 0).then(|| view! { <p>{per_minute(requests, lang)}</p> })}
            <p>{T::Again.text(lang)}</p>
            <p>{T::FromPages.text(lang)}</p>
        }.into_any())}
        {section("licence", T::Licence, lang, view! {
            <p><a href=LICENCE rel="license">{T::LicenceIs.text(lang)}</a></p>
        }.into_any())}
        {section("problems", T::Problems, lang, view! {
            <p>{T::ProblemsLead.text(lang)}</p>
            {problems(lang)}
        }.into_any())}
    };
    document(shell, head, body)
}

fn section(id: &'static str, title: T, lang: Lang, content: AnyView) -> AnyView {
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title.text(lang)}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn addresses(lang: Lang) -> AnyView {
    let columns = vec![
        Column::words(T::Address.text(lang)),
        Column::words(T::Gives.text(lang)),
    ];
    let rows = ADDRESSES.map(|(path, gives)| {
        let path = format!("{}{path}", address::API);
        Row::new(
            view! { <code>{path}</code> },
            vec![gives.text(lang).into_any()],
        )
    });
    table("addresses", T::Addresses.text(lang), columns, rows.into())
}

fn examples(lang: Lang) -> AnyView {
    let examples = EXAMPLES.map(|(path, says)| {
        let path = format!("{}{path}", address::API);
        view! {
            <li>
                {says.text(lang)} ": " <a href=path.clone()><code>{path.clone()}</code></a>
            </li>
        }
    });
    view! { <ul>{examples.into_iter().collect_view()}</ul> }.into_any()
}

fn following(lang: Lang) -> AnyView {
    view! {
        <ol>
            <li>{T::FollowingFirst.text(lang)}</li>
            <li>{T::FollowingThen.text(lang)}</li>
            <li>{T::FollowingRemoved.text(lang)}</li>
        </ol>
        <p>{T::FollowingFilters.text(lang)}</p>
        <p>{T::FollowingTime.text(lang)}</p>
    }
    .into_any()
}

/// The row of a problem has its code as identity: the type of a problem leads there.
fn problems(lang: Lang) -> AnyView {
    let columns = vec![
        Column::words(T::Code.text(lang)),
        Column::numbers(T::Status.text(lang)),
        Column::words(T::Meaning.text(lang)),
    ];
    let rows = ApiProblem::ALL.map(|problem| {
        let code = problem.code();
        Row::new(
            view! { <code id=code>{code}</code> },
            vec![
                problem.status().to_string().into_any(),
                problem_title(problem, lang).into_any(),
            ],
        )
    });
    table("codes", T::Problems.text(lang), columns, rows.into())
}
