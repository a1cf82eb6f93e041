//! Decisions as PDF. The bytes are made outside transactions, on a thread that may be busy.

use ::documents::certificate::{CertificateDocument, void};
use ::documents::decision::{DecisionDocument, render};
use ::documents::pdf::Content;
use calendar::{HoursRow, KNOWN_FROM};
use domain::Lang;
use domain::id::{CertificateId, CommitmentLetterId, DecisionDocumentId, DecisionId, ExtractId};
use domain::legal_force::LegalForce;
use domain::role::UseCase;
use domain::section::Section;
use domain::stub::StubKind;
use domain::view::desk::CallInList;
use domain::view::during::PersonalPart;
use domain::view::public::{Decided, DecisionPage};
use store::{Certificate, Tx};
use time::Date;
use time::macros::time;
use uuid::Uuid;

use crate::actor::Actor;
use crate::clock::{helsinki, with_helsinki_offset};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::{self, public::AtAddress};

/// A PDF, and whether it shows personal data that the public sees only for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it shows personal data.
    pub is_personal: bool,
}

/// The public version of a published decision as it is at this moment, in the words and for the
/// eyes of everybody; of one in whose place a stub stands, the stub.
pub async fn public_version(
    register: &Register,
    section: &Section,
    lang: Lang,
    public_url: &str,
) -> Result<PublicPdf, Refusal> {
    let address = address(public_url, section);
    let (page, personal) = match views::public::at_address(register, section).await? {
        AtAddress::Decision(page, personal) => (*page, personal),
        AtAddress::Stub(stub) => {
            let city = register.city().await?;
            let made = made(move || ::documents::stub::render(&stub, &city, &address, lang));
            return Ok(PublicPdf {
                bytes: made.await?,
                is_personal: false,
            });
        }
    };
    let is_personal = personal.is_some();
    let bytes = public_pdf(register, page, personal, lang, address).await?;
    Ok(PublicPdf { bytes, is_personal })
}

/// A public version of a decision that officials look at: as it is during the municipal member's
/// period, or after it.
pub async fn preview(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
    during: bool,
    lang: Lang,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let preview = views::preview::preview(register, actor, id).await?;
    let address = address(public_url, &preview.page.section);
    let personal = preview.personal.filter(|_| during);
    public_pdf(register, preview.page, personal, lang, address).await
}

async fn public_pdf(
    register: &Register,
    page: DecisionPage,
    personal: Option<PersonalPart>,
    lang: Lang,
    address: String,
) -> Result<Vec<u8>, Refusal> {
    let city = register.city().await?;
    let registry = hours(register, &page)?;
    // The same file until the register changes what it says: its metadata carries the day of
    // publication, else that of the decision, not the moment of the request.
    let dated = with_helsinki_offset(day_of(&page).with_time(time!(9:00)).assume_utc());
    made(move || {
        render(&DecisionDocument {
            page: &page,
            city: &city,
            registry: &registry,
            address: &address,
            lang,
            dated,
            personal: personal.as_ref(),
            handed_out: None,
        })
    })
    .await
}

/// A certified extract, as it was certified: whatever became of the facts since, the same bytes.
pub async fn extract(
    register: &Register,
    actor: &Actor,
    id: ExtractId,
) -> Result<Vec<u8>, Refusal> {
    if !actor.may(UseCase::ReadDesk) {
        return Err(Refusal::Forbidden);
    }
    let mut tx = register.read().await?;
    let given = tx.extract(id).await?.ok_or(Refusal::NotFound)?;
    if given.entitled_by.is_some() && !actor.may(UseCase::ReadSecrets) {
        return Err(Refusal::Forbidden);
    }
    let kept = tx.extract_document(id).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    printed_again(&kept).await
}

/// The certified extract of the decision at an address for a recipient, by the identity of the
/// organisation, the last one given; or an extract of the decision by its own identity.
pub async fn extract_for(
    register: &Register,
    actor: &Actor,
    section: &Section,
    recipient: Uuid,
) -> Result<Vec<u8>, Refusal> {
    if !actor.may(UseCase::ReadDesk) {
        return Err(Refusal::Forbidden);
    }
    let mut tx = register.read().await?;
    let decision = tx.decision_at(section).await?.ok_or(Refusal::NotFound)?;
    let today = register.clock().today();
    let services = tx.services_of_decision(decision, today).await?;
    let extracts = tx.extracts_of_decision(decision).await?;
    drop(tx);
    let served = services
        .iter()
        .find(|row| Uuid::from(row.service.recipient) == recipient)
        .map(|row| row.service.id);
    let mut newest_first = extracts.iter().rev();
    let found = newest_first
        .find(|extract| Some(extract.service) == served || Uuid::from(extract.id) == recipient);
    let found = found.ok_or(Refusal::NotFound)?;
    extract(register, actor, found.id).await
}

/// A signed decision that was made into a document, as it was made: whatever became of the facts
/// since, the same bytes.
pub async fn signed_decision(
    register: &Register,
    actor: &Actor,
    id: DecisionDocumentId,
) -> Result<Vec<u8>, Refusal> {
    if !actor.may(UseCase::ReadDesk) {
        return Err(Refusal::Forbidden);
    }
    let mut tx = register.read().await?;
    let made = tx.decision_document(id).await?.ok_or(Refusal::NotFound)?;
    // The decision may have become secret as a whole since.
    let is_secret = made.has_secrets || is_wholly_secret(&mut tx, made.decision).await?;
    if is_secret && !actor.may(UseCase::ReadSecrets) {
        return Err(Refusal::Forbidden);
    }
    let kept = tx.decision_document_text(id).await?;
    drop(tx);
    printed_again(&kept.ok_or(Refusal::NotFound)?).await
}

/// A letter of commitment, as it was given: whatever became of the promise since, the same bytes.
pub async fn commitment_letter(
    register: &Register,
    actor: &Actor,
    id: CommitmentLetterId,
) -> Result<Vec<u8>, Refusal> {
    if !actor.may(UseCase::ReadDesk) {
        return Err(Refusal::Forbidden);
    }
    let mut tx = register.read().await?;
    let kept = tx.commitment_letter_text(id).await?;
    let (decision, kept) = kept.ok_or(Refusal::NotFound)?;
    // The decision may have become secret as a whole since.
    let is_secret = is_wholly_secret(&mut tx, decision).await?;
    drop(tx);
    if is_secret && !actor.may(UseCase::ReadSecrets) {
        return Err(Refusal::Forbidden);
    }
    printed_again(&kept).await
}

/// Whether a decision is secret as a whole, so that everybody sees a mention in its place.
pub(crate) async fn is_wholly_secret(tx: &mut Tx, decision: DecisionId) -> Result<bool, Refusal> {
    let stub = tx.stub_of_decision(decision).await?;
    Ok(stub.is_some_and(|stub| stub.kind == StubKind::Secret))
}

/// The bytes of a document from what was kept of it.
async fn printed_again(kept: &str) -> Result<Vec<u8>, Refusal> {
    let content: Content = serde_json::from_str(kept)?;
    made(move || ::documents::pdf::render(&content)).await
}

/// The list of officers' decisions for a meeting as CSV.
pub fn call_in_csv(list: &CallInList) -> Result<Vec<u8>, Refusal> {
    ::documents::call_in::csv(list).map_err(|error| Refusal::Document(error.to_string()))
}

/// The same list as PDF, dated now.
pub async fn call_in_pdf(
    register: &Register,
    list: CallInList,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let city = register.city().await?;
    let dated = with_helsinki_offset(register.clock().now());
    made(move || ::documents::call_in::render(&list, &city, lang, dated)).await
}

/// A certificate of legal force as it was given; one whose statement was reopened says that it is
/// void.
pub async fn certificate(
    register: &Register,
    actor: &Actor,
    id: CertificateId,
) -> Result<Vec<u8>, Refusal> {
    if !actor.may(UseCase::ReadDesk) {
        return Err(Refusal::Forbidden);
    }
    let mut tx = register.read().await?;
    let certificate = tx.certificate(id).await?.ok_or(Refusal::NotFound)?;
    let kept = tx.certificate_document(id).await?;
    let kept = kept.ok_or(Refusal::NotFound)?;
    let statement = tx.legal_force(certificate.legal_force).await?;
    let statement = statement.ok_or(Refusal::NotFound)?;
    drop(tx);
    let given: Content = serde_json::from_str(&kept)?;
    let content = match statement.reopened {
        Some(reopened) => void(given, statement.from, helsinki(reopened.at).date()),
        None => given,
    };
    made(move || ::documents::pdf::render(&content)).await
}

/// What a certificate that is being given prints: its inputs and the dates computed from them.
pub(crate) async fn certificate_content(
    register: &Register,
    tx: &mut Tx,
    certificate: &Certificate,
    statement: &LegalForce,
    public_url: &str,
) -> Result<Content, Refusal> {
    let placed = tx.placed_decision(statement.decision).await?;
    let placed = placed.ok_or(Refusal::NotFound)?;
    let decision = placed.decision.clone();
    let right = decision.sealed().ok_or(Refusal::NotFound)?.content.remedy.0;
    let issued_on = helsinki(certificate.issued_at).date();
    let city = tx.register().await?.ok_or(Refusal::NotFound)?.city;
    let now = register.clock().now_in_helsinki();
    let page = views::public::shown(tx, placed, now, register).await?;
    let of_members = page.member_period.as_ref();
    let mut periods: Vec<_> = of_members
        .map(|(period, _)| (None, *period))
        .into_iter()
        .collect();
    for row in tx.services_of_decision(decision.id, issued_on).await? {
        if let Ok(period) = row.service.facts.period(right, register.offices()) {
            periods.push((Some(row.recipient), period));
        }
    }
    let document = CertificateDocument {
        page: &page,
        city: &city,
        address: &address(public_url, &page.section),
        lang: page.lang,
        dated: with_helsinki_offset(certificate.issued_at),
        statement,
        periods: &periods,
        place: &certificate.place,
        issued_on,
        office: &certificate.office,
        code: &certificate.code,
        verify_at: &confirmation_address(public_url, &certificate.code),
    };
    Ok(document.content())
}

/// Where everybody can have a code confirmed.
pub(crate) fn confirmation_address(public_url: &str, code: &str) -> String {
    format!("{}/tarkista/{code}", public_url.trim_end_matches('/'))
}

/// The permanent address of a decision's page, absolute.
pub(crate) fn address(public_url: &str, section: &Section) -> String {
    format!("{}/paatokset/{section}", public_url.trim_end_matches('/'))
}

/// The last day that is known of a decision: of its publication, else of its making, else the
/// first of the year of its section.
fn day_of(page: &DecisionPage) -> Date {
    let decided = match page.decided {
        Decided::On(day) | Decided::NoLaterThan(day) => Some(day),
        Decided::Unknown => None,
    };
    let year = Date::from_ordinal_date(page.section.year.into(), 1);
    let known = page.public_since.day().or(decided).or(year.ok());
    known.unwrap_or(KNOWN_FROM)
}

/// The registry's hours when the municipal member's period ends, else on the last known day.
pub(crate) fn hours(register: &Register, page: &DecisionPage) -> Result<HoursRow, Refusal> {
    let on = page
        .member_period
        .map_or_else(|| day_of(page), |(period, _)| period.last_day);
    let row = register.offices().registry.row_on(on);
    Ok(*row.map_err(calendar::NotComputable::from)?)
}

async fn made(
    render: impl FnOnce() -> Result<Vec<u8>, ::documents::pdf::PdfError> + Send + 'static,
) -> Result<Vec<u8>, Refusal> {
    let made = tokio::task::spawn_blocking(render).await;
    made.map_err(|_| Refusal::Document("its making stopped".to_owned()))?
        .map_err(|error| Refusal::Document(error.to_string()))
}
