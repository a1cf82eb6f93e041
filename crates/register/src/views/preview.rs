//! The two public versions of a decision, for officials to look at before and after it is public.

use domain::decision::{DecisionDraft, DecisionState, InForce};
use domain::id::DecisionId;
use domain::role::UseCase;
use domain::section::Section;
use domain::slug::Slug;
use domain::stub::StubKind;
use domain::view::desk::Preview;
use domain::view::during::PersonalPart;
use domain::view::public::{AttachmentLine, Decided, DecisionPage, PublicSince};
use time::Date;

use super::plan::plan_view;
use super::{desk, public};
use crate::actor::Actor;
use crate::decisions::{checked, section_number};
use crate::refusal::Refusal;
use crate::register::Register;

/// The public versions of a decision, as they would be now. [`Refusal::Incomplete`] where a draft
/// lacks what any version needs.
pub async fn preview(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
) -> Result<Preview, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = desk::read_as(register, actor).await?;
    let placed = tx.placed_decision(id).await?.ok_or(Refusal::NotFound)?;
    let stub = tx.stub_of_decision(id).await?;
    let wholly_secret = stub.is_some_and(|stub| stub.kind == StubKind::Secret);
    if wholly_secret && !actor.may(UseCase::ReadSecrets) {
        return Err(Refusal::Forbidden);
    }
    let draft = match &placed.decision.state {
        DecisionState::Signed(sealed) | DecisionState::Published(sealed, _) => {
            let personal = PersonalPart::for_preview(&sealed.content);
            let page = public::shown(&mut tx, placed, now, register).await?;
            return Ok(Preview { page, personal });
        }
        DecisionState::Draft(draft)
        | DecisionState::AwaitingSignature(draft)
        | DecisionState::Abandoned(draft) => draft,
    };
    let today = now.date();
    let (content, series) = checked(&mut tx, &placed.decision, draft, None, today).await?;
    let organisations = tx.organisations().await?;
    let plan = match placed.decision.project {
        Some(project) => tx.newest_plan(project).await?,
        None => None,
    };
    let page = DecisionPage {
        section: place(draft, series.slug, now.date()),
        case_number: content.case_number.0.clone(),
        case_title: placed.case.public_title,
        project: placed.project,
        lang: content.lang,
        title: content.title.0.clone(),
        decision_maker: content.decision_maker.0.clone(),
        decided: Decided::Unknown,
        recorded: false,
        public_since: PublicSince::NotYet,
        resolution: content.resolution.public_version(),
        background: content.background.public_version(),
        authority: content.authority.0.clone(),
        applied_provisions: content.applied_provisions.0.clone(),
        commitments: content.commitments.0.clone(),
        plan: plan.map(|row| plan_view(&row, &organisations, now.date())),
        remedy: content.remedy.0,
        instructions: content.instructions.0,
        claims_to: series.claims_to,
        stage: None,
        member_period: None,
        deputy_office: None,
        corrections: Vec::new(),
        in_force: InForce::Whole,
        changed_by: Vec::new(),
        changes: Vec::new(),
        contact_office: content.contact.office.0.clone(),
        attachments: AttachmentLine::of(&content),
    };
    Ok(Preview {
        page,
        personal: PersonalPart::for_preview(&content),
    })
}

/// The place that a draft will have: its number is the one typed so far, or 0 where none is.
fn place(draft: &DecisionDraft, series: Slug, today: Date) -> Section {
    let (number, year) = section_number(&draft.section).unwrap_or_default();
    let this_year = u16::try_from(today.year()).unwrap_or_default();
    Section {
        series,
        year: year.unwrap_or(this_year),
        number,
    }
}
