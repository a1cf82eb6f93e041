//! What is printed of a decision that is handed out with a code of its own: an extract for one
//! recipient, or the signed decision. It is made in the transaction that keeps it.

use ::documents::decision::{DecisionDocument, Extract, HandedOut, Secrets, Signed, Version};
use ::documents::pdf::Content;
use domain::city::City;
use domain::decision::{Sealed, Signature};
use domain::id::DecisionId;
use domain::organisation::Organisation;
use domain::service::ServiceMeans;
use domain::stub::{Stub, StubKind};
use domain::text::Text;
use domain::view::public::{AttachmentShown, DecisionPage};
use store::Tx;
use time::{Date, OffsetDateTime};

use crate::clock::{helsinki, with_helsinki_offset};
use crate::documents::{address, confirmation_address, hours};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views;

/// What an extract that is being certified prints: the decision with its recipient's own service
/// note and period, as they are now.
pub(crate) async fn extract_content(
    register: &Register,
    tx: &mut Tx,
    extract: &store::Extract,
    public_url: &str,
) -> Result<Content, Refusal> {
    let on = helsinki(extract.certified_at).date();
    let served = tx.service(extract.service, on).await?;
    let served = served.ok_or(Refusal::NotFound)?;
    let frozen = Frozen::load(register, tx, extract.decision).await?;
    let secrets = match extract.entitled_by.as_deref() {
        None => Secrets::LeftOut,
        right => frozen.secrets(right),
    };
    let facts = &served.service.facts;
    let remedy = frozen.sealed.content.remedy.0;
    let period = facts.period(remedy, register.offices());
    let version = Version::Extract(Extract {
        recipient: &served.recipient,
        means: facts.means,
        served_on: facts.event_on,
        period: period.as_ref().ok(),
        place: &extract.place,
    });
    let given = Given {
        at: extract.certified_at,
        office: &extract.office,
        code: &extract.code,
        public_url,
    };
    frozen.content(register, version, secrets, &given)
}

/// What a signed decision that is being made into a document prints: everything that it holds, with
/// its parties as they were called on the day of the decision.
pub(crate) async fn signed_content(
    register: &Register,
    tx: &mut Tx,
    made: &store::DecisionDocument,
    public_url: &str,
) -> Result<Content, Refusal> {
    let frozen = Frozen::load(register, tx, made.decision).await?;
    let secrets = if made.has_secrets {
        frozen.secrets(None)
    } else {
        Secrets::LeftOut
    };
    let signed_on = match &frozen.sealed.signature {
        Signature::Here { at, .. } => Some(helsinki(*at).date()),
        Signature::Elsewhere(_) => None,
    };
    let named_on = match &frozen.sealed.signature {
        Signature::Elsewhere(elsewhere) => elsewhere.decided_on,
        Signature::Here { .. } => signed_on,
    };
    let named_on = named_on.unwrap_or_else(|| helsinki(made.made_at).date());
    let parties = parties(&frozen.sealed, &tx.organisations().await?, named_on);
    let content = &frozen.sealed.content;
    let version = Version::Signed(Signed {
        signature: &frozen.sealed.signature,
        signed_on,
        parties: &parties,
        distribution: content.distribution.reveal_to_official(),
        changes: &content.changes.0,
    });
    let given = Given {
        at: made.made_at,
        office: &made.office,
        code: &made.code,
        public_url,
    };
    frozen.content(register, version, secrets, &given)
}

/// A frozen decision with what is printed of it whoever gets it.
struct Frozen {
    page: DecisionPage,
    sealed: Sealed,
    city: City,
    /// Present where it is secret as a whole.
    whole: Option<Stub>,
}

/// When, by whom and with which code a document is given.
struct Given<'a> {
    at: OffsetDateTime,
    office: &'a str,
    code: &'a str,
    public_url: &'a str,
}

impl Frozen {
    async fn load(register: &Register, tx: &mut Tx, id: DecisionId) -> Result<Self, Refusal> {
        let placed = tx.placed_decision(id).await?.ok_or(Refusal::NotFound)?;
        let sealed = placed.decision.sealed().cloned();
        let now = register.clock().now_in_helsinki();
        let stub = tx.stub_of_decision(id).await?;
        Ok(Self {
            sealed: sealed.ok_or(Refusal::NotFound)?,
            city: tx.register().await?.ok_or(Refusal::NotFound)?.city,
            whole: stub.filter(|stub| stub.kind == StubKind::Secret),
            page: views::public::shown(tx, placed, now, register).await?,
        })
    }

    const fn secrets<'a>(&self, entitled_by: Option<&'a str>) -> Secrets<'a> {
        Secrets::Given {
            entitled_by,
            is_whole: self.whole.is_some(),
        }
    }

    fn content(
        &self,
        register: &Register,
        version: Version<'_>,
        secrets: Secrets<'_>,
        given: &Given<'_>,
    ) -> Result<Content, Refusal> {
        let whole = self.whole.as_ref().map(|whole| whole.reason.as_str());
        let grounds = whole.into_iter().chain(self.sealed.content.grounds());
        let grounds: Vec<String> = grounds.map(str::to_owned).collect();
        let page = for_reader(self.page.clone(), &self.sealed, secrets);
        let contact = &self.sealed.content.contact;
        let document = DecisionDocument {
            city: &self.city,
            registry: &hours(register, &page)?,
            address: &address(given.public_url, &page.section),
            lang: page.lang,
            dated: with_helsinki_offset(given.at),
            personal: None,
            handed_out: Some(HandedOut {
                version,
                contact_person: contact.person.reveal_to_official(),
                on: helsinki(given.at).date(),
                office: given.office,
                code: given.code,
                verify_at: &confirmation_address(given.public_url, given.code),
                secrets,
                grounds: &grounds,
            }),
            page: &page,
        };
        Ok(document.content())
    }
}

/// The parties of a decision as they were called on a day.
fn parties(
    sealed: &Sealed,
    organisations: &[Organisation],
    on: Date,
) -> Vec<(String, ServiceMeans)> {
    let parties = sealed.content.parties.reveal_to_official().iter();
    let named = parties.filter_map(|(id, means)| {
        let party = organisations.iter().find(|known| known.id == *id)?;
        Some((party.name_on(on).to_owned(), *means))
    });
    named.collect()
}

/// Whoever is handed a document reads what is personal too; what is secret needs a right of its
/// own.
fn for_reader(page: DecisionPage, sealed: &Sealed, secrets: Secrets<'_>) -> DecisionPage {
    let content = &sealed.content;
    let has_secrets = matches!(secrets, Secrets::Given { .. });
    let text = |text: &Text| {
        if has_secrets {
            text.clone()
        } else {
            text.party_version()
        }
    };
    let mut attachments = page.attachments;
    for line in &mut attachments {
        let attachment = content.attachments.get(line.number.wrapping_sub(1));
        let is_secret = matches!(line.shown, AttachmentShown::Secret { .. });
        if let Some(attachment) = attachment.filter(|_| has_secrets || !is_secret) {
            line.shown = AttachmentShown::open(attachment);
        }
    }
    DecisionPage {
        resolution: text(&content.resolution),
        background: text(&content.background),
        attachments,
        ..page
    }
}
