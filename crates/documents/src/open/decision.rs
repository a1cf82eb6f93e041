//! A decision, or the stub in its place, as JSON.

use domain::view::public::{AttachmentLine, AttachmentShown, Decided, DecisionPage, StubPage};
use serde::Serialize;

use super::{OpenCommitment, day};
use crate::published;

#[derive(Debug, Serialize)]
struct OpenDecision<'a> {
    removed: bool,
    section: String,
    url: String,
    case_number: String,
    case_title: &'a str,
    project: Option<&'a str>,
    lang: &'static str,
    title: &'a str,
    decision_maker: &'a str,
    decided_on: Option<String>,
    decided_no_later_than: Option<String>,
    recorded: bool,
    published_on: Option<String>,
    resolution: String,
    background: String,
    authority: &'a str,
    applied_provisions: &'a str,
    commitments: Vec<OpenCommitment<'a>>,
    appeal_right: &'static str,
    stage: Option<&'static str>,
    final_from: Option<String>,
    in_force: &'static str,
    member_period: Option<OpenPeriod>,
    contact_office: &'a str,
    deputy_office: Option<&'a str>,
    corrected_on: Vec<String>,
    changed_by: Vec<OpenChange>,
    changes: Vec<OpenChange>,
    attachments: Vec<OpenAttachment<'a>>,
}

/// The municipal member's period: `closes_at` is null where the hours are another authority's.
#[derive(Debug, Serialize)]
struct OpenPeriod {
    remedy: &'static str,
    knowledge_date: String,
    nominal_last_day: String,
    last_day: String,
    closes_at: Option<String>,
}

#[derive(Debug, Serialize)]
struct OpenChange {
    section: String,
    effect: &'static str,
}

#[derive(Debug, Serialize)]
struct OpenAttachment<'a> {
    number: usize,
    class: &'static str,
    title: Option<&'a str>,
    media_type: Option<&'static str>,
    size: Option<u64>,
    secret_by: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct OpenStub<'a> {
    removed: bool,
    kind: &'static str,
    reason: &'a str,
    since: String,
    section: String,
    url: String,
    case_number: String,
    decision_maker: &'a str,
    title: Option<&'a str>,
}

/// The lasting part of a decision; `public_url` has no slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn decision(page: &DecisionPage, public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    let (decided_on, decided_no_later_than) = match page.decided {
        Decided::On(on) => (Some(on), None),
        Decided::NoLaterThan(limit) => (None, Some(limit)),
        Decided::Unknown => (None, None),
    };
    let period = page.member_period.as_ref().map(|(period, _)| OpenPeriod {
        remedy: period.remedy.code(),
        knowledge_date: period.knowledge_date.to_string(),
        nominal_last_day: period.nominal_last_day.to_string(),
        last_day: period.last_day.to_string(),
        closes_at: period.closes.map(|closing| published::hour(closing.at)),
    });
    serde_json::to_vec(&OpenDecision {
        removed: false,
        section: page.section.to_string(),
        url: format!("{public_url}/paatokset/{}", page.section),
        case_number: page.case_number.to_string(),
        case_title: &page.case_title,
        project: page.project.as_ref().map(|project| project.slug.as_str()),
        lang: page.lang.code(),
        title: &page.title,
        decision_maker: &page.decision_maker,
        decided_on: day(decided_on),
        decided_no_later_than: day(decided_no_later_than),
        recorded: page.recorded,
        published_on: day(page.public_since.day()),
        resolution: page.resolution.to_markup(),
        background: page.background.to_markup(),
        authority: &page.authority,
        applied_provisions: &page.applied_provisions,
        commitments: page.commitments.iter().map(Into::into).collect(),
        appeal_right: page.remedy.code(),
        stage: page.stage.map(published::stage),
        final_from: day(page.stage.and_then(published::final_from)),
        in_force: published::in_force(page.in_force),
        member_period: period,
        contact_office: &page.contact_office,
        deputy_office: page.deputy_office.as_deref(),
        corrected_on: page
            .corrections
            .iter()
            .map(|one| one.on.to_string())
            .collect(),
        changed_by: changes(&page.changed_by),
        changes: changes(&page.changes),
        attachments: page.attachments.iter().map(attachment).collect(),
    })
}

/// What stands in the place of a decision: `removed` is true, and the reason is what the public is
/// told.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn stub(page: &StubPage, public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&OpenStub {
        removed: true,
        kind: page.kind.code(),
        reason: &page.reason,
        since: page.since.to_string(),
        section: page.section.to_string(),
        url: format!("{public_url}/paatokset/{}", page.section),
        case_number: page.case_number.to_string(),
        decision_maker: &page.decision_maker,
        title: page.title.as_ref().map(|(title, _)| title.as_str()),
    })
}

fn changes(all: &[domain::view::public::PublicChange]) -> Vec<OpenChange> {
    let all = all.iter();
    all.map(|change| OpenChange {
        section: change.section.to_string(),
        effect: change.effect.code(),
    })
    .collect()
}

fn attachment(line: &AttachmentLine) -> OpenAttachment<'_> {
    let closed = |class, secret_by| OpenAttachment {
        number: line.number,
        class,
        title: None,
        media_type: None,
        size: None,
        secret_by,
    };
    match &line.shown {
        AttachmentShown::Open {
            title,
            media_type,
            size,
        } => OpenAttachment {
            title: Some(title),
            media_type: Some(media_type.name()),
            size: Some(*size),
            ..closed("public", None)
        },
        AttachmentShown::Personal => closed("personal", None),
        AttachmentShown::Secret { ground } => closed("secret", Some(ground)),
    }
}
