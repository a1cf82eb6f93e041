//! Signing, by the decision maker in their own section series.

use domain::check::Made;
use domain::decision::{Decision, DecisionDraft, DecisionState, NotInThisState, Signature};
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::section::{Numbering, Section, SectionSeries};

use super::draft::{checked, signs_in};
use super::freeze::{freeze, refuse_taken, seal, section_number, year_of};
use super::load;
use crate::actor::Actor;
use crate::change::{Begun, Change, Form};
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// Signs a decision in the actor's own section series.
///
/// The caller has asked for the password again ([`crate::sessions::reauthenticate`]). `section`
/// is the number typed after the § sign where the city's case system gives it; the one in the
/// draft holds where nothing was typed. In a series that is numbered here it is not looked at.
pub async fn sign(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    section: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::sign",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SignDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let Actor::Official(official) = change.actor().clone() else {
        return Err(Refusal::Forbidden);
    };
    let decision = load(change.tx(), id, version).await?;
    let draft = awaiting(&decision)?.clone();
    if !signs_in(change.actor(), &draft.series) {
        return Err(Refusal::Forbidden);
    }
    let (here, today) = (Some(Made::Here), helsinki(change.at()).date());
    let (content, series) = checked(change.tx(), &decision, &draft, here, today).await?;
    let typed = if section.trim().is_empty() {
        &draft.section
    } else {
        section
    };
    let section = numbered(&mut change, &series, typed).await?;
    let signature = Signature::Here {
        at: change.at(),
        by: official.id,
        name: official.name,
    };
    let signed = decision.sign(seal(section, content, signature)?)?;
    freeze(change, signed, Event::DecisionSigned).await
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
    let this_year = year_of(helsinki(change.at()).date());
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
