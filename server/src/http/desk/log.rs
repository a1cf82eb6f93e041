//! The audit log.

use app::pages::desk::log as pages;
use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use domain::view::audit::LogQuery;
use futures_util::stream;
use register::audit_export::Export;
use register::views::audit::{self, Place};
use register::{Refusal, Register, audit_export};
use serde::Deserialize;

use super::work::{Answer, Work};

/// What stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kuka: String,
    tapahtuma: String,
    kohde: String,
    kohteen_tunnus: String,
    alku: String,
    loppu: String,
    ennen: String,
    jalkeen: String,
}

impl Asked {
    fn of(query: Result<Query<Self>, QueryRejection>) -> Self {
        query.map(|Query(asked)| asked).unwrap_or_default()
    }

    /// From which event on; the last ones where that cannot be read.
    fn place(&self) -> Place {
        match (self.ennen.parse(), self.jalkeen.parse()) {
            (Ok(seq), _) => Place::Before(seq),
            (_, Ok(seq)) => Place::After(seq),
            _ => Place::Last,
        }
    }

    fn query(self) -> LogQuery {
        let trimmed = |text: String| text.trim().to_owned();
        // An identity or a slug; nothing else is one, and nothing else goes into a link.
        let is_subject = |text: &String| {
            let legal = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
            text.bytes().all(legal)
        };
        LogQuery {
            who: trimmed(self.kuka),
            event: trimmed(self.tapahtuma),
            subject: trimmed(self.kohde),
            subject_id: Some(trimmed(self.kohteen_tunnus))
                .filter(is_subject)
                .unwrap_or_default(),
            from: trimmed(self.alku),
            until: trimmed(self.loppu),
        }
    }
}

pub(super) async fn show(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let asked = Asked::of(query);
    let place = asked.place();
    let page = audit::log(work.register(), work.actor(), &asked.query(), place).await;
    let page = page.map_err(|refusal| work.refuse(refusal))?;
    if page.findings.is_empty() {
        work.page(|shell| pages::page(shell, &page))
    } else {
        work.incomplete(|shell| pages::page(shell, &page))
    }
}

pub(super) async fn entry(work: Work, Path(seq): Path<String>) -> Answer {
    let seq: Option<i64> = seq.parse().ok();
    let seq = seq.ok_or_else(|| work.refuse(Refusal::NotFound))?;
    let entry = audit::entry(work.register(), work.actor(), seq).await;
    let entry = entry.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::entry(shell, &entry))
}

/// The same events as a file, made in parts. A query that cannot be read leads to the page that
/// says so.
pub(super) async fn csv(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let query = Asked::of(query).query();
    let lang = work.lang();
    match audit_export::begin(work.register(), work.actor(), &query, lang).await {
        Ok(export) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (
                    header::CONTENT_DISPOSITION,
                    "attachment; filename=\"tapahtumaloki.csv\"",
                ),
            ];
            let register = work.register().clone();
            Ok((headers, body(register, export)).into_response())
        }
        Err(Refusal::Incomplete(_)) => {
            let page = audit::log(work.register(), work.actor(), &query, Place::Last).await;
            let page = page.map_err(|refusal| work.refuse(refusal))?;
            work.incomplete(|shell| pages::page(shell, &page))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The file in parts. Where one cannot be read the connection breaks off instead of ending well.
fn body(register: Register, export: Export) -> Body {
    Body::from_stream(stream::try_unfold(
        (register, export),
        |(register, mut export)| async move {
            let part = audit_export::part(&register, &mut export).await?;
            Ok::<_, Refusal>(part.map(|part| (Bytes::from(part), (register, export))))
        },
    ))
}
