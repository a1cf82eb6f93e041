//! The audit log: a page of it, one event, and what the one who is signed in did last.

use domain::event::{Event, SubjectKind};
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::view::audit::{LogEntry, LogLine, LogPage, LogQuery, LogSubject, SubjectPage};
use leptos::prelude::*;
use wording::audit::{self as words, LogText as T};
use wording::public::ListText;

use super::address;
use super::form::Form;
use super::frame::{Line, Page, hidden, may, summary_list};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::moment;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, listing, table};
use crate::shell::Shell;

/// A page of the log.
pub fn page(shell: &Shell, log: &LogPage) -> AnyView {
    let lang = shell.lang;
    let title = T::Log.text(lang);
    let typed = Form::new((), 0, "").refused(log.findings.clone());
    let lines = if log.lines.is_empty() {
        view! { <p>{T::Nothing.text(lang)}</p> }.into_any()
    } else {
        let rows = log.lines.iter().map(|line| row(shell, line));
        let columns = [T::When, T::Who, T::Event, T::Subject, T::Number];
        let columns = columns.map(|label| Column::words(label.text(lang))).into();
        listing("loki", title, columns, rows.collect())
    };
    let file = address::log_file(&log.query);
    let download = log.findings.is_empty().then(|| {
        view! {
            <p>
                <a href=shell.link(&file) type="text/csv">{T::Download.text(lang)}</a>
                ". " {T::DownloadIsLogged.text(lang)}
            </p>
        }
    });
    let body = view! {
        <p>{T::Lead.text(lang)}</p>
        {filter(shell, log, &typed)}
        {lines}
        {steps(shell, log)}
        {download}
    };
    Page::new(shell, title, Vec::new())
        .of_form(shell, &typed)
        .view(shell, body)
}

fn row(shell: &Shell, line: &LogLine) -> Row {
    let lang = shell.lang;
    let to = address::log_entry(line.seq);
    let number = view! { <a href=shell.link(&to)>{line.seq.to_string()}</a> };
    let cells = vec![
        words::actor(&line.actor, lang).into_any(),
        words::event(line.event, lang).into_any(),
        subject(shell, &line.subject),
        number.into_any(),
    ];
    Row::new(moment(line.at, lang), cells)
}

/// What an event happened to, with a link to its page where the reader may open it.
fn subject(shell: &Shell, subject: &LogSubject) -> AnyView {
    let kind = words::subject_kind(subject.kind, shell.lang);
    let name = subject.name.as_ref().map(Personal::reveal_to_official);
    let text = name.map_or_else(|| kind.to_owned(), |name| format!("{kind}: {name}"));
    let page = subject.page.as_ref().filter(|page| may_open(shell, page));
    match page {
        Some(page) => view! { <a href=shell.link(&address::subject(page))>{text}</a> }.into_any(),
        None => text.into_any(),
    }
}

fn may_open(shell: &Shell, page: &SubjectPage) -> bool {
    match page {
        SubjectPage::Account(_) => may(shell, UseCase::ManageUsers),
        SubjectPage::Series(_)
        | SubjectPage::Organisations
        | SubjectPage::Case(_)
        | SubjectPage::Project(_)
        | SubjectPage::Decision(_)
        | SubjectPage::Reminder(_)
        | SubjectPage::CallIn
        | SubjectPage::Budget => true,
    }
}

fn filter(shell: &Shell, log: &LogPage, typed: &Form<()>) -> AnyView {
    let lang = shell.lang;
    let query = &log.query;
    let any = || Choice::new("", ListText::Any.text(lang));
    let mut who = vec![
        Choice::new("", T::Everybody.text(lang)),
        Choice::new("operator", T::Operator.text(lang)),
        Choice::new("system", T::System.text(lang)),
    ];
    let people = log.people.iter();
    who.extend(
        people.map(|(id, name)| Choice::new(id.to_string(), name.reveal_to_official().clone())),
    );
    let mut events: Vec<Choice> = Event::ALL
        .iter()
        .map(|event| Choice::new(event.code(), words::event(*event, lang)))
        .collect();
    events.sort_by_key(|choice| choice.label.to_lowercase());
    events.insert(0, any());
    let mut kinds: Vec<Choice> = SubjectKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), words::subject_kind(*kind, lang)))
        .collect();
    kinds.insert(0, any());
    let one_subject = (!query.subject_id.is_empty()).then(|| {
        view! {
            {hidden("kohteen_tunnus", query.subject_id.clone())}
            <p>
                {T::OnlySubject.text(lang)} " "
                <a href=shell.link(address::LOG)>{T::ShowAll.text(lang)}</a>
            </p>
        }
    });
    view! {
        <form class="filter" method="get" action=shell.link(address::LOG)
            aria-label=ListText::Filter.text(lang)>
            {one_subject}
            <Select name="kuka" label=T::Who.text(lang) value=query.who.clone() choices=who
                error=typed.error("kuka", lang)/>
            <Select name="tapahtuma" label=T::Event.text(lang) value=query.event.clone()
                choices=events error=typed.error("tapahtuma", lang)/>
            <Select name="kohde" label=T::Subject.text(lang) value=query.subject.clone()
                choices=kinds error=typed.error("kohde", lang)/>
            <Field name="alku" label=T::FirstDay.text(lang) kind=FieldKind::Date
                value=query.from.clone() error=typed.error("alku", lang)/>
            <Field name="loppu" label=T::LastDay.text(lang) kind=FieldKind::Date
                value=query.until.clone() error=typed.error("loppu", lang)/>
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// To the events before and after these.
fn steps(shell: &Shell, log: &LogPage) -> Option<AnyView> {
    let lang = shell.lang;
    let step = |side: &'static str, seq: Option<i64>, rel: &'static str, name: T| {
        let to = address::log(&log.query, Some((side, seq?)));
        let href = shell.link(&to);
        Some(view! { <a class="pager__step" rel=rel href=href>{name.text(lang)}</a> })
    };
    if log.newer.is_none() && log.older.is_none() {
        return None;
    }
    Some(
        view! {
            <nav class="pager" aria-label=T::Pages.text(lang)>
                {step("jalkeen", log.newer, "prev", T::Newer)}
                {step("ennen", log.older, "next", T::Older)}
            </nav>
        }
        .into_any(),
    )
}

/// One event with everything that is kept of it.
pub fn entry(shell: &Shell, entry: &LogEntry) -> AnyView {
    let lang = shell.lang;
    let line = &entry.line;
    let of_subject = LogQuery {
        subject: line.subject.kind.code().to_owned(),
        subject_id: line.subject.id.clone(),
        ..LogQuery::default()
    };
    let of_subject = address::log(&of_subject, None);
    let lines = vec![
        Line::new(T::Event.text(lang), words::event(line.event, lang)),
        Line::new(T::When.text(lang), moment(line.at, lang)),
        Line::new(T::Who.text(lang), words::actor(&line.actor, lang)),
        Line::new(T::Subject.text(lang), subject(shell, &line.subject)),
        Line::new(T::Hash.text(lang), hash(&entry.hash)),
        Line::new(T::PreviousHash.text(lang), hash(&entry.previous_hash)),
        Line::new(T::PayloadHash.text(lang), hash(&entry.payload_hash)),
    ];
    let payload = match &entry.payload {
        Some(json) => {
            let json = json.reveal_to_official().clone();
            view! { <pre class="payload">{json}</pre> }.into_any()
        }
        None => view! { <p>{T::Disposed.text(lang)}</p> }.into_any(),
    };
    let body = view! {
        {summary_list(shell, lines)}
        <section aria-labelledby="tapahtuman-sisalto">
            <h2 id="tapahtuman-sisalto">{T::Payload.text(lang)}</h2>
            {payload}
        </section>
        <p><a href=shell.link(&of_subject)>{T::AllOfSubject.text(lang)}</a></p>
    };
    let trail = vec![Crumb::new(T::Log.text(lang), address::LOG)];
    Page::new(shell, words::event_number(line.seq, lang), trail).view(shell, body)
}

fn hash(hex: &str) -> AnyView {
    view! { <code class="hash">{hex.to_owned()}</code> }.into_any()
}

/// What the one who is signed in did last.
pub(super) fn own_acts(shell: &Shell, lines: &[LogLine]) -> AnyView {
    let lang = shell.lang;
    let title = T::MyLast.text(lang);
    let acts = if lines.is_empty() {
        view! { <p>{T::NothingDone.text(lang)}</p> }.into_any()
    } else {
        let rows = lines.iter().map(|line| {
            let cells = vec![
                words::event(line.event, lang).into_any(),
                subject(shell, &line.subject),
            ];
            Row::new(moment(line.at, lang), cells)
        });
        let columns = [T::When, T::Event, T::Subject];
        let columns = columns.map(|label| Column::words(label.text(lang))).into();
        table("teot", title, columns, rows.collect())
    };
    view! {
        <section class="listing" aria-labelledby="teot-otsikko">
            <h2 id="teot-otsikko">{title}</h2>
            {acts}
        </section>
    }
    .into_any()
}
