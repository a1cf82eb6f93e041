//! The page of open data: its terms, its files, and what stands in them.

use domain::view::decision_list::{DecisionFilter, FilterNames};
use domain::view::open_data::{DescribedFile, OpenFile};
use leptos::prelude::*;
use wording::public::OpenText;
use wording::public::feed::FeedText;
use wording::public::open_data::{LICENCE, OpenDataText as T, attribution, file_name};

use crate::address::{self, OPEN_DATA_FILE};
use crate::components::downloads::{decision_feed, downloads, feed_links, project_feed};
use crate::components::summary::{Fact, summary};
use crate::components::table::{Column, Row, listing};
use crate::shell::{Head, Shell, document};

/// What is there for programs, under which terms, and what each column of it holds.
pub fn page(shell: &Shell, files: &[DescribedFile]) -> AnyView {
    let lang = shell.lang;
    let decisions = decision_feed(shell, &DecisionFilter::default(), &FilterNames::default());
    let projects = project_feed(shell, "");
    let head = Head {
        description: Some(T::Lead.text(lang).to_owned()),
        feeds: vec![decisions.clone(), projects.clone()],
        ..Head::public(T::Title.text(lang))
    };
    let described = files.iter().map(|file| columns(shell, file));
    let body = view! {
        <h1>{T::Title.text(lang)}</h1>
        <p class="lead">{T::Lead.text(lang)}</p>
        {terms(shell)}
        <section aria-labelledby="kaikki">
            <h2 id="kaikki">{T::Whole.text(lang)}</h2>
            <p>{T::WholeMeans.text(lang)}</p>
            <p class="on-screen">
                <a href=shell.link(OPEN_DATA_FILE) type="application/zip">{T::DownloadWhole.text(lang)}</a>
            </p>
        </section>
        <section aria-labelledby="sarakkeet">
            <h2 id="sarakkeet">{T::Columns.text(lang)}</h2>
            <p>{T::Single.text(lang)}</p>
            {described.collect_view()}
            {feed_links(shell, FeedText::FollowDecisions, &decisions)}
            {feed_links(shell, FeedText::FollowProjects, &projects)}
        </section>
    };
    document(shell, head, body)
}

fn terms(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let (identifier, address) = LICENCE;
    let city = shell.frame.city.name.in_lang(lang);
    let source = attribution(city, shell.frame.now.date(), lang);
    let licence = view! { <a href=address rel="license">{T::LicenceName.text(lang)}</a> };
    let facts = vec![
        Fact::new(T::LicenceLabel.text(lang), licence),
        Fact::new(T::Identifier.text(lang), identifier),
        Fact::new(T::Attribution.text(lang), source),
    ];
    view! {
        <section aria-labelledby="ehdot">
            <h2 id="ehdot">{T::Licence.text(lang)}</h2>
            <p>{T::LicenceMeans.text(lang)}</p>
            {summary(facts)}
        </section>
    }
    .into_any()
}

/// A file: its columns, and its forms.
fn columns(shell: &Shell, described: &DescribedFile) -> AnyView {
    let lang = shell.lang;
    let file = described.file;
    let name = file_name(file, lang);
    let heads = [T::Code, T::InJson, T::Label, T::Kind, T::About];
    let heads = heads.map(|head| Column::words(head.text(lang)));
    let rows = described.columns.iter().map(|column| {
        let code = view! { <code>{column.code}</code> };
        let cells = vec![
            view! { <code>{column.in_json.clone()}</code> }.into_any(),
            column.label.clone().into_any(),
            column.kind.into_any(),
            column.about.into_any(),
        ];
        Row::new(code, cells)
    });
    let list = match file {
        OpenFile::Decisions => address::DECISIONS,
        OpenFile::Projects => address::PROJECTS,
        OpenFile::Promises => address::MONEY,
        OpenFile::Operations => address::OPERATIONS,
    };
    let cut = (file == OpenFile::Decisions).then(|| {
        view! { <p class="on-screen">{OpenText::WorkbookEnds.text(lang)}</p> }
    });
    view! {
        {downloads(shell, name, list, "")}
        {cut}
        {listing(&format!("sarakkeet-{}", file.code()), name, heads.into(), rows.collect())}
    }
    .into_any()
}
