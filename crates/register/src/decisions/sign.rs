//! Signing, by the decision maker in their own section series.

use domain::check::Made;
use domain::decision::{Decision, DecisionDraft, DecisionState, NotInThisState, Signature};
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::section::{Numbering, Section, SectionSeries};

use super::draft::checked;
use super::freeze::{freeze, refuse_taken, seal, section_number, year_of};
use super::load;
use super::right::right_to_sign;
use crate::actor::Actor;
use crate::change::{Begun, Change, Form};
use crate::refusal::Refusal;
use crate::register::Register;

/// A signature as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignDraft {
    /// The number typed after the § sign where the city's case system gives it; the one in the
    /// draft holds where nothing was typed. In a series that is numbered here it is not looked at.
    pub section: String,
    /// Not empty where the signer declares to be free of a conflict of interest
    /// (hallintolaki 27–28 §).
    pub no_conflict: String,
    /// Why more is promised than an appropriation has, where that is so.
    pub excess_reason: String,
}

/// Signs a decision in the actor's own section series, or in one in which the actor is a deputy.
///
/// The caller has asked for the password again ([`crate::sessions::reauthenticate`]).
pub async fn sign(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    typed: &SignDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::sign",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SignDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = change.official()?;
    let decision = load(change.tx(), id, version).await?;
    let draft = awaiting(&decision)?.clone();
    let deputy_ground = right_to_sign(&mut change, &draft.series).await?;
    if typed.no_conflict.is_empty() {
        let code = FindingCode::ConflictNotDeclared;
        return Err(Refusal::at("no_conflict", code));
    }
    let (here, today) = (Some(Made::Here), change.today());
    let (content, series) = checked(change.tx(), &decision, &draft, here, today).await?;
    let section = if typed.section.trim().is_empty() {
        &draft.section
    } else {
        &typed.section
    };
    let section = numbered(&mut change, &series, section).await?;
    let signature = Signature::Here {
        at: change.at(),
        by: official.id,
        name: official.name,
        office: official.office,
        deputy_ground,
    };
    let signed = decision.sign(seal(section, content, signature)?)?;
    freeze(change, signed, Event::DecisionSigned, &typed.excess_reason).await
}

fn awaiting(decision: &Decision) -> Result<&DecisionDraft, NotInThisState> {
    match &decision.state {
        DecisionState::AwaitingSignature(draft) => Ok(draft),
        _ => Err(NotInThisState),
    }
}

/// The place of a decision signed today: the number typed and free, or the next one.
async fn numbered(
    change: &mut Change,
    series: &SectionSeries,
    typed: &str,
) -> Result<Section, Refusal> {
    let this_year = year_of(change.today());
    let slug = series.slug.clone();
    let (year, number) = match series.numbering {
        // The write lock is held, so nobody can take the next number meanwhile.
        Numbering::IssuedHere => {
            let last = change.tx().last_section_number(&slug, this_year).await?;
            let next = last.unwrap_or_default().checked_add(1);
            (
                this_year,
                next.ok_or(Refusal::at("section", FindingCode::NotASection))?,
            )
        }
        Numbering::External => {
            let (number, year) = section_number(typed)?;
            (year.unwrap_or(this_year), number)
        }
    };
    let section = Section {
        series: slug,
        year,
        number,
    };
    refuse_taken(change, &section).await?;
    Ok(section)
}
