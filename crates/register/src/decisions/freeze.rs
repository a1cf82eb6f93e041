//! What signing and recording have in common: the place in a series, and the freezing itself.

use domain::decision::{Decision, DecisionContent, NotInThisState, Seal, Sealed, Signature};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::section::Section;
use domain::service::{Service, ServiceFacts};
use serde_json::json;
use store::OverrideSource;
use time::Date;

use crate::audit::Subject;
use crate::budget_excess::{Before, years_of};
use crate::change::Change;
use crate::distribution;
use crate::ids::{new_id, random};
use crate::refusal::{Refusal, fresh};

/// A content at its place, sealed with a fresh salt.
pub(super) fn seal(
    section: Section,
    content: DecisionContent,
    signature: Signature,
) -> Result<Sealed, Refusal> {
    Ok(Sealed {
        section,
        seal: Seal::new(&content, random()?)?,
        content,
        corrections: 0,
        signature,
    })
}

/// Saves what was frozen, and a service for each party, whose day is still to be recorded. What it
/// promises beyond an appropriation wants a reason.
pub(super) async fn freeze(
    mut change: Box<Change>,
    frozen: Decision,
    event: Event,
    excess_reason: &str,
) -> Result<(), Refusal> {
    let at = change.at();
    let sealed = frozen.sealed().ok_or(NotInThisState)?;
    let years = years_of(change.tx(), &sealed.content).await?;
    let before = Before::of(change.tx(), years).await?;
    let taken = Refusal::taken("section", "section", FindingCode::SectionTaken);
    let saved = change.tx().save_decision(&frozen, at).await;
    fresh(saved.map_err(taken)?)?;
    let source = OverrideSource::Decision(frozen.id);
    let excesses = before.accept(&mut change, source, excess_reason).await?;
    change.tx().end_drafting(frozen.id).await?;
    distribution::enter(change.tx(), frozen.id, sealed, at).await?;
    for (recipient, means) in sealed.content.parties.reveal_to_official() {
        let service = Service {
            id: new_id(at)?,
            version: 1,
            decision: frozen.id,
            recipient: *recipient,
            facts: ServiceFacts::by(*means),
            recorded_by: None,
        };
        change.tx().add_service(&service, None, at).await?;
    }
    let payload = json!({
        "section": sealed.section.to_string(),
        "seal": hex::encode(sealed.seal.hash),
        "parties": sealed.content.parties,
        "excesses": excesses,
    });
    let subject = Subject::Decision(frozen.id);
    change.finish(event, &subject, &payload).await
}

/// Refuses a place that another decision has.
pub(super) async fn refuse_taken(change: &mut Change, section: &Section) -> Result<(), Refusal> {
    match change.tx().decision_at(section).await? {
        None => Ok(()),
        Some(_) => Err(Refusal::at("section", FindingCode::SectionTaken)),
    }
}

/// Reads `5`, `§ 5` or `5/2023` at the field `section`: the number and the year, if typed.
pub(crate) fn section_number(typed: &str) -> Result<(u32, Option<u16>), Findings> {
    let mut findings = Findings::default();
    let typed = findings.required("section", typed, 40);
    let plain = typed.trim_matches(|c: char| c == '§' || c.is_whitespace());
    let (number, year) = match plain.split_once('/') {
        Some((number, year)) => (number.trim_matches(['§', ' ']), Some(year.trim())),
        None => (plain, None),
    };
    let year = year.and_then(|year| findings.year("section", year));
    let legal = number.len() <= 6 && number.bytes().all(|b| b.is_ascii_digit());
    let number = number.parse().ok().filter(|number| legal && *number > 0);
    if number.is_none() && !typed.is_empty() {
        findings.push(Finding::at("section", FindingCode::NotASection));
    }
    let number = number.unwrap_or_default();
    findings.into_result((number, year))
}

pub(super) fn year_of(day: Date) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_read_as_people_write_it() {
        for (typed, number, year) in [
            ("5", 5, None),
            (" § 5 ", 5, None),
            ("5 §", 5, None),
            ("5/2023", 5, Some(2023)),
            ("§ 160 / 2020", 160, Some(2020)),
        ] {
            assert_eq!(section_number(typed), Ok((number, year)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_section_is_refused_at_its_field() {
        for (typed, code) in [
            ("", FindingCode::Missing),
            ("0", FindingCode::NotASection),
            ("viisi", FindingCode::NotASection),
            ("-5", FindingCode::NotASection),
            ("5/23", FindingCode::NotAYear),
            ("12345678", FindingCode::NotASection),
        ] {
            let refused = Err(Finding::at("section", code).into());
            assert_eq!(section_number(typed), refused, "{typed}");
        }
    }
}
