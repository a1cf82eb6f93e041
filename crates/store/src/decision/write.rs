//! Saving decisions.

use domain::Lang;
use domain::decision::{
    Decision, DecisionDraft, DecisionState, MadeElsewhere, Publication, Sealed, Signature,
};
use domain::id::{CaseId, DecisionId, ProjectId, UserId};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::{SignatureKind, StateCode};
use crate::error::{json, unique};
use crate::period::PeriodRow;
use crate::tx::{execute, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into decision (id, version, city_case, project, preparer, state, title, lang,
        draft_series, draft, created_at, changed_at, change_number)
    values ($1, 1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $9, $10)";
const SAVE_DRAFT: &str = "
    update decision
       set version = version + 1, city_case = $3, project = $4, preparer = $5, state = $6,
           title = $7, lang = $8, draft_series = $9, draft = $10, changed_at = $11,
           change_number = $12, remark = $13, conflict_by = $14, conflict_ground = $15
     where id = $1 and version = $2 and content is null";
const FREEZE: &str = "
    update decision
       set version = version + 1, state = 'signed', title = $3, lang = $4, series = $5,
           section_year = $6, section_number = $7, decision_maker = $8, content = $9,
           seal_version = $10, seal_salt = $11, seal_hash = $12, signature_kind = $13,
           signed_at = $14, signed_by = $15, signer_name = $16, decided_on = $17,
           no_later_than = $18, source = $19, changed_at = $20, change_number = $21,
           appeal_right = $22, signer_office = $23, deputy_ground = $24
     where id = $1 and version = $2 and content is null";
const PUBLISH: &str = "
    update decision
       set version = version + 1, state = 'published', publication_number = $3,
           published_on = $4, period_remedy = $5, period_means = $6, period_event_date = $7,
           period_knowledge_date = $8, period_nominal_last_day = $9, period_last_day = $10,
           period_closes_at = $11, period_rule_set = $12, changed_at = $13, change_number = $14,
           publish_on = null
     where id = $1 and version = $2 and state = 'signed'";
const SCHEDULE: &str = "
    update decision
       set version = version + 1, publish_on = $3, changed_at = $4, change_number = $5
     where id = $1 and version = $2 and state = 'signed'";

const VERSION: &str = "the version of a decision";

/// A decision to be drafted; it gets version 1.
#[derive(Clone, Copy, Debug)]
pub struct NewDecision<'a> {
    /// Its identity.
    pub id: DecisionId,
    /// The case it is made in.
    pub case: CaseId,
    /// The project it funds, if any.
    pub project: Option<ProjectId>,
    /// The official who prepares it.
    pub preparer: UserId,
    /// The first draft.
    pub draft: &'a DecisionDraft,
}

impl Tx {
    /// Adds a draft.
    pub async fn add_decision(
        &mut self,
        decision: &NewDecision<'_>,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let change = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(decision.id),
            Uuid::from(decision.case),
            decision.project.map(Uuid::from),
            Uuid::from(decision.preparer),
            &decision.draft.title,
            lang_of(decision.draft),
            &decision.draft.series,
            json("decision", "draft", decision.draft)?,
            stored(at),
            change,
        )?;
        Ok(())
    }

    /// Saves a decision in the state it is in, over the version it was loaded with.
    ///
    /// Each transition is a save of its own. The save that freezes a decision writes its
    /// commitments too; [`StoreError::Unique`] `section` where another decision has its place.
    /// A frozen decision can only be published: anything else is [`Saved::Stale`].
    pub async fn save_decision(
        &mut self,
        decision: &Decision,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let at = stored(at);
        match &decision.state {
            DecisionState::Draft(draft) => {
                self.save_draft(decision, StateCode::Draft, draft, at).await
            }
            DecisionState::AwaitingSignature(draft) => {
                self.save_draft(decision, StateCode::AwaitingSignature, draft, at)
                    .await
            }
            DecisionState::Abandoned(draft) => {
                self.save_draft(decision, StateCode::Abandoned, draft, at)
                    .await
            }
            DecisionState::Signed(sealed) => self.freeze(decision, sealed, at).await,
            DecisionState::Published(_, publication) => {
                self.publish(decision, publication, at).await
            }
        }
    }

    /// Saves the day on which a signed decision is to be published.
    pub async fn schedule_decision(
        &mut self,
        decision: &Decision,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let change = self.next_change().await?;
        let rows = execute!(
            self,
            SCHEDULE,
            Uuid::from(decision.id),
            decision.version,
            decision.notes.publish_on,
            stored(at),
            change,
        )?;
        Saved::over(decision.version, VERSION, rows)
    }

    async fn save_draft(
        &mut self,
        decision: &Decision,
        state: StateCode,
        draft: &DecisionDraft,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let conflict = decision.notes.conflict.as_ref();
        let change = self.next_change().await?;
        let rows = execute!(
            self,
            SAVE_DRAFT,
            Uuid::from(decision.id),
            decision.version,
            Uuid::from(decision.case),
            decision.project.map(Uuid::from),
            Uuid::from(decision.preparer),
            state.code(),
            &draft.title,
            lang_of(draft),
            &draft.series,
            json("decision", "draft", draft)?,
            at,
            change,
            &decision.notes.remark,
            conflict.map(|conflict| Uuid::from(conflict.by)),
            conflict.map(|conflict| &conflict.ground),
        )?;
        Saved::over(decision.version, VERSION, rows)
    }

    async fn freeze(
        &mut self,
        decision: &Decision,
        sealed: &Sealed,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let id = Uuid::from(decision.id);
        let change = self.next_change().await?;
        let signature = SignatureColumns::from(&sealed.signature);
        let rows = execute!(
            self,
            FREEZE,
            id,
            decision.version,
            &sealed.content.title.0,
            sealed.content.lang.code(),
            sealed.section.series.as_str(),
            i64::from(sealed.section.year),
            i64::from(sealed.section.number),
            &sealed.content.decision_maker.0,
            json("decision", "content", &sealed.content)?,
            sealed.seal.version.number(),
            &sealed.seal.salt[..],
            &sealed.seal.hash[..],
            signature.kind.code(),
            signature.signed_at,
            signature.signed_by,
            signature.signer_name,
            signature.decided_on,
            signature.no_later_than,
            signature.source,
            at,
            change,
            sealed.content.remedy.0.code(),
            signature.signer_office,
            signature.deputy_ground,
        )
        .map_err(unique("section"))?;
        let saved = Saved::over(decision.version, VERSION, rows)?;
        if saved != Saved::Stale {
            self.add_commitments(id, &sealed.content.commitments.0)
                .await?;
            self.add_changes(id, &sealed.content.changes.0).await?;
            self.keep_standings(id).await?;
        }
        Ok(saved)
    }

    async fn publish(
        &mut self,
        decision: &Decision,
        publication: &Publication,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let id = Uuid::from(decision.id);
        let change = self.next_change().await?;
        let period = PeriodRow::from(publication.member_period.as_ref());
        let rows = execute!(
            self,
            PUBLISH,
            id,
            decision.version,
            publication.number,
            publication.on,
            period.remedy,
            period.means,
            period.event_date,
            period.knowledge_date,
            period.nominal_last_day,
            period.last_day,
            period.closes_at,
            period.rule_set,
            at,
            change,
        )
        .map_err(unique("publication_number"))?;
        self.keep_standings(id).await?;
        self.keep_words(id).await?;
        Saved::over(decision.version, VERSION, rows)
    }
}

/// The language a draft names, else Finnish: a list must show its title in some language.
fn lang_of(draft: &DecisionDraft) -> &'static str {
    Lang::from_code(draft.lang.trim())
        .unwrap_or_default()
        .code()
}

/// A signature as its columns keep it.
struct SignatureColumns<'a> {
    kind: SignatureKind,
    signed_at: Option<OffsetDateTime>,
    signed_by: Option<Uuid>,
    signer_name: Option<&'a str>,
    signer_office: Option<&'a str>,
    deputy_ground: Option<&'a str>,
    decided_on: Option<Date>,
    no_later_than: Option<Date>,
    source: Option<&'a str>,
}

impl<'a> From<&'a Signature> for SignatureColumns<'a> {
    fn from(signature: &'a Signature) -> Self {
        match signature {
            Signature::Here {
                at,
                by,
                name,
                office,
                deputy_ground,
            } => Self {
                kind: SignatureKind::Here,
                signed_at: Some(stored(*at)),
                signed_by: Some(Uuid::from(*by)),
                signer_name: Some(name.reveal_to_official()),
                signer_office: Some(office),
                deputy_ground: deputy_ground.as_deref(),
                decided_on: None,
                no_later_than: None,
                source: None,
            },
            Signature::Elsewhere(MadeElsewhere {
                decided_on,
                no_later_than,
                source,
            }) => Self {
                kind: SignatureKind::Elsewhere,
                signed_at: None,
                signed_by: None,
                signer_name: None,
                signer_office: None,
                deputy_ground: None,
                decided_on: *decided_on,
                no_later_than: *no_later_than,
                source: Some(source),
            },
        }
    }
}
