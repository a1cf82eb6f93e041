//! A decision, or the stub in its place, as JSON.

use domain::view::public::{AttachmentLine, AttachmentShown, Decided, DecisionPage, StubPage};
use schemars::JsonSchema;
use serde::Serialize;

use super::{OpenCommitment, codes, day};
use crate::published;

/// The classes of attachments.
pub(super) const CLASSES: [&str; 3] = ["public", "personal", "secret"];

/// A decision: its public version that stays for good. Texts are in the register's markup.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
pub(super) struct OpenDecision<'a> {
    #[schemars(schema_with = "codes::not_removed")]
    removed: bool,
    /// Its identity, which never changes: series, year and number.
    section: String,
    /// Its page.
    #[schemars(extend("format" = "uri"))]
    url: String,
    case_number: String,
    case_title: &'a str,
    /// The slug of the project that it funds.
    project: Option<&'a str>,
    /// The language of its texts.
    #[schemars(schema_with = "codes::lang")]
    lang: &'static str,
    title: &'a str,
    /// The office or body that decided.
    decision_maker: &'a str,
    #[schemars(extend("format" = "date"))]
    decided_on: Option<String>,
    /// Where the day itself is not known.
    #[schemars(extend("format" = "date"))]
    decided_no_later_than: Option<String>,
    /// Whether it was made elsewhere and recorded here.
    recorded: bool,
    #[schemars(extend("format" = "date"))]
    published_on: Option<String>,
    resolution: String,
    background: String,
    /// The provision that gives the authority.
    authority: &'a str,
    applied_provisions: &'a str,
    commitments: Vec<OpenCommitment<'a>>,
    /// By which remedy it can be challenged, or why it cannot.
    #[schemars(schema_with = "codes::appeal_right")]
    appeal_right: &'static str,
    /// Where it stands now; `running` becomes `over` by the clock alone.
    #[schemars(schema_with = "codes::stage_or_null")]
    stage: Option<&'static str>,
    #[schemars(extend("format" = "date"))]
    final_from: Option<String>,
    /// Whether later decisions left it in force.
    #[schemars(schema_with = "codes::in_force")]
    in_force: &'static str,
    member_period: Option<OpenPeriod>,
    contact_office: &'a str,
    /// The office of the deputy who signed, if one did.
    deputy_office: Option<&'a str>,
    /// The days on which typing errors were corrected.
    #[schemars(schema_with = "codes::days")]
    corrected_on: Vec<String>,
    /// Later decisions that change it.
    changed_by: Vec<OpenChange>,
    /// Earlier decisions that it changes.
    changes: Vec<OpenChange>,
    attachments: Vec<OpenAttachment<'a>>,
}

/// The municipal member's period.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MemberPeriod")]
struct OpenPeriod {
    remedy: &'static str,
    #[schemars(extend("format" = "date"))]
    knowledge_date: String,
    #[schemars(extend("format" = "date"))]
    nominal_last_day: String,
    #[schemars(extend("format" = "date"))]
    last_day: String,
    /// When the receiving office closes on the last day, Helsinki time; null where the hours are
    /// another authority's.
    #[schemars(schema_with = "codes::hour_or_null")]
    closes_at: Option<String>,
}

/// What one decision does to another.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct OpenChange {
    /// The other decision.
    section: String,
    #[schemars(schema_with = "codes::effect")]
    effect: &'static str,
}

/// An attachment, as far as everybody may know it for good.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Attachment")]
struct OpenAttachment<'a> {
    /// From 1; the end of its address.
    number: usize,
    #[schemars(schema_with = "codes::attachment_class")]
    class: &'static str,
    title: Option<&'a str>,
    #[schemars(schema_with = "codes::media_type_or_null")]
    media_type: Option<&'static str>,
    /// In bytes.
    size: Option<u64>,
    /// The provision that makes it secret.
    secret_by: Option<&'a str>,
}

/// What stands in the place of a decision that was withdrawn as a whole, or is secret as a whole.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RemovedDecision")]
pub(super) struct OpenStub<'a> {
    #[schemars(schema_with = "codes::removed")]
    removed: bool,
    #[schemars(schema_with = "codes::stub_kind")]
    kind: &'static str,
    /// What the public is told.
    reason: &'a str,
    #[schemars(extend("format" = "date"))]
    since: String,
    section: String,
    #[schemars(extend("format" = "uri"))]
    url: String,
    case_number: String,
    decision_maker: &'a str,
    /// Null where the title was withdrawn too.
    title: Option<&'a str>,
}

/// The lasting part of a decision; `public_url` has no slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn decision(page: &DecisionPage, public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&of(page, public_url))
}

/// What everybody can see of a decision, without what time alone changes: as long as these bytes are
/// the same, nothing public changed.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn decision_content(page: &DecisionPage) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&OpenDecision {
        stage: page.stage.map(published::lasting_stage),
        ..of(page, "")
    })
}

fn of<'a>(page: &'a DecisionPage, public_url: &str) -> OpenDecision<'a> {
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
    OpenDecision {
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
    }
}

/// What stands in the place of a decision: `removed` is true, and the reason is what the public is
/// told.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn stub(page: &StubPage, public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&stub_of(page, public_url))
}

pub(super) fn stub_of<'a>(page: &'a StubPage, public_url: &str) -> OpenStub<'a> {
    OpenStub {
        removed: true,
        kind: page.kind.code(),
        reason: &page.reason,
        since: page.since.to_string(),
        section: page.section.to_string(),
        url: format!("{public_url}/paatokset/{}", page.section),
        case_number: page.case_number.to_string(),
        decision_maker: &page.decision_maker,
        title: page.title.as_ref().map(|(title, _)| title.as_str()),
    }
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
