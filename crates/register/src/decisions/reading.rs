//! Reading a draft against the facts that stand outside its form.

use domain::case::CaseNumber;
use domain::decision::{DecisionContent, DecisionDraft, Readiness};
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::OrganisationId;
use domain::project::Project;
use domain::section::{DecisionMakerKind, SectionSeries};

/// What a draft is read against.
pub(crate) struct Against<'a> {
    /// The number of its case, if known.
    pub(crate) case_number: Option<&'a CaseNumber>,
    /// The project it funds, if any.
    pub(crate) project: Option<&'a Project>,
    /// Every section series.
    pub(crate) series: &'a [SectionSeries],
    /// Every organisation.
    pub(crate) organisations: &'a [OrganisationId],
}

/// The content that would be frozen, with its series; or everything that is missing or wrong.
pub(crate) fn read(
    draft: &DecisionDraft,
    against: &Against<'_>,
) -> Result<(DecisionContent, SectionSeries), Findings> {
    let mut draft = draft.clone();
    draft.compact();
    let series = against
        .series
        .iter()
        .find(|series| series.slug.as_str() == draft.series.trim());
    let readiness = Readiness {
        case_number: against.case_number.cloned(),
        project: against.project.map(|project| project.id),
        period: against.project.and_then(|project| project.facts.period),
        decision_maker: series.map(|series| series.decision_maker.clone()),
        parties_may_be_unknown: series.is_some_and(|series| series.kind == DecisionMakerKind::Body),
    };
    let content = draft.read(&readiness)?;
    let mut findings = Findings::default();
    let parties = content.parties.reveal_to_official();
    for (row, (party, _)) in parties.iter().enumerate() {
        let place = format!("parties-{row}-organisation");
        if !against.organisations.contains(party) {
            findings.push(Finding::at(place, FindingCode::UnknownOrganisation));
        } else if parties[..row].iter().any(|(earlier, _)| earlier == party) {
            // A party is served once with a decision.
            findings.push(Finding::at(place, FindingCode::UnknownChoice));
        }
    }
    match series {
        Some(series) => findings.into_result((content, series.clone())),
        // Already a finding of the draft; said again so that no order of checks can lose it.
        None => Err(Finding::at("series", FindingCode::Missing).into()),
    }
}
