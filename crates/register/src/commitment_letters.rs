//! Letters of commitment (rahoitussitoumus) for applicants, each with a code of its own.

use ::documents::commitment_letter::CommitmentLetter;
use domain::commitment::{Finality, LetterDraft, LetterGrounds, LetterLine, NoLetter};
use domain::decision::{Decision, NotInThisState, Signature};
use domain::event::Event;
use domain::id::{CommitmentLetterId, DecisionId, IdempotencyKey};
use domain::organisation::Organisation;
use domain::project::Project;
use domain::role::UseCase;
use serde_json::json;
use store::Tx;
use time::PrimitiveDateTime;

use crate::actor::Actor;
use crate::appeal;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::{helsinki, with_helsinki_offset};
use crate::documents::{address, confirmation_address, is_wholly_secret};
use crate::extracts::code;
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views;

/// Gives a letter that states what a signed decision promises to its project as it stands now, and
/// whether the decision is final. It is kept as it was given. Its footer gives the address of the
/// decision under `public_url`.
pub async fn give(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    draft: &LetterDraft,
    public_url: &str,
) -> Result<CommitmentLetterId, Refusal> {
    let form = Form {
        name: "commitment_letters::give",
        key,
    };
    let use_case = UseCase::GiveCommitmentLetter;
    let mut change = match register.begin(actor, use_case, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let now = helsinki(change.at());
    let of = Letterable::load(register, change.tx(), decision, now).await?;
    // The page offers no letter where there can be none.
    let lines = of.lines.as_ref().map_err(|_| NotInThisState)?;
    let terms = draft.read(now.date())?;
    let letter = store::CommitmentLetter {
        id: new_id(change.at())?,
        decision,
        given_by: official.id,
        office: official.office,
        given_at: change.at(),
        code: code()?,
        lang: terms.lang,
        valid_until: terms.valid_until,
    };
    let document = of.printed(register, &mut change, &letter, lines, public_url);
    let document = document.await?;
    change
        .tx()
        .add_commitment_letter(&letter, &document)
        .await?;
    let payload = json!({
        "decision": decision,
        "office": letter.office,
        "code": letter.code,
        "lang": letter.lang,
        "valid_until": letter.valid_until,
    });
    let subject = Subject::CommitmentLetter(letter.id);
    change
        .finish(Event::CommitmentLetterGiven, &subject, &payload)
        .await?;
    Ok(letter.id)
}

/// A signed decision with what a letter of it states, or why there can be none.
pub(crate) struct Letterable {
    decision: Decision,
    project: Option<Project>,
    beneficiary: Option<Organisation>,
    pub(crate) lines: Result<Vec<LetterLine>, NoLetter>,
    pub(crate) finality: Finality,
}

impl Letterable {
    pub(crate) async fn load(
        register: &Register,
        tx: &mut Tx,
        id: DecisionId,
        now: PrimitiveDateTime,
    ) -> Result<Self, Refusal> {
        let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
        decision.sealed().ok_or(NotInThisState)?;
        let project = match decision.project {
            Some(project) => tx.project(project).await?,
            None => None,
        };
        let runs = project.as_ref().and_then(|of| of.facts.beneficiary);
        let mut organisations = tx.organisations().await?.into_iter();
        let beneficiary = organisations.find(|known| Some(known.id) == runs);
        let facts = appeal::facts(tx, &decision, register.offices(), now.date()).await?;
        let grounds = LetterGrounds {
            is_wholly_secret: is_wholly_secret(tx, id).await?,
            has_project: project.is_some(),
            has_beneficiary: beneficiary.is_some(),
            stage: facts.stage(now),
        };
        let standing = tx.standing_commitments(id).await?;
        let promises = standing.iter().map(|row| (&row.commitment, row.position));
        Ok(Self {
            lines: grounds.lines(promises),
            finality: Finality::at(&facts, now),
            decision,
            project,
            beneficiary,
        })
    }

    /// Everything that a letter prints, in JSON.
    async fn printed(
        &self,
        register: &Register,
        change: &mut Change,
        letter: &store::CommitmentLetter,
        lines: &[LetterLine],
        public_url: &str,
    ) -> Result<String, Refusal> {
        let given = helsinki(letter.given_at);
        let city = change.tx().register().await?;
        let city = city.ok_or(Refusal::NotFound)?.city;
        let placed = change.tx().placed_decision(self.decision.id).await?;
        let placed = placed.ok_or(Refusal::NotFound)?;
        let page = views::public::shown(change.tx(), placed, given, register).await?;
        let sealed = self.decision.sealed().ok_or(NotInThisState)?;
        let signed_by = match &sealed.signature {
            Signature::Here { office, .. } => Some(office.as_str()),
            Signature::Elsewhere(_) => None,
        };
        let (Some(project), Some(applicant)) = (&self.project, &self.beneficiary) else {
            return Err(Refusal::NotFound);
        };
        let content = CommitmentLetter {
            city: &city,
            address: &address(public_url, &page.section),
            page: &page,
            signed_by,
            lang: letter.lang,
            dated: with_helsinki_offset(letter.given_at),
            project: &project.facts.name,
            period: project.facts.period,
            applicant: (
                applicant.name_on(given.date()),
                applicant.business_id.as_ref(),
            ),
            lines,
            finality: self.finality,
            valid_until: letter.valid_until,
            given_on: given.date(),
            office: &letter.office,
            code: &letter.code,
            verify_at: &confirmation_address(public_url, &letter.code),
        };
        Ok(serde_json::to_string(&content.content())?)
    }
}
