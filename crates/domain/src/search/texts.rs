//! What of the register is searched: the lasting public part, and nothing else.

use time::Date;

use super::{Analysed, Searched};
use crate::attachment::AttachmentClass;
use crate::case::Case;
use crate::decision::{Decision, Signature};
use crate::lang::FINNISH_MONTHS;
use crate::project::Project;
use crate::text::Text;

/// The words of a published decision, with what everybody may read of its case and project; `None`
/// of one that was not published.
pub fn of_decision(
    decision: &Decision,
    case_title: &str,
    project: Option<&Project>,
) -> Option<Analysed> {
    let sealed = decision.sealed()?;
    let publication = decision.publication()?;
    let content = &sealed.content;
    let mut body = lasting_passages(decision);
    body.extend(project.map(|project| project.facts.summary.clone()));
    let decided = match &sealed.signature {
        Signature::Here { .. } => None,
        Signature::Elsewhere(made) => made.decided_on.or(made.no_later_than),
    };
    let days = publication.on.into_iter().chain(decided).map(month);
    let days: Vec<String> = days.collect();
    let mut head = vec![
        "päätös",
        content.title.0.as_str(),
        content.decision_maker.0.as_str(),
        case_title,
    ];
    head.extend(project.map(|project| project.facts.name.as_str()));
    head.extend(days.iter().map(String::as_str));
    let searched = Searched {
        head,
        body: body.iter().map(String::as_str).collect(),
        case_number: Some(content.case_number.0.to_string()),
        section: Some((sealed.section.year, sealed.section.number)),
    };
    Some(searched.analysed())
}

/// The passages of a decision that everybody may read for good, the resolution first; none of one
/// that is not frozen.
pub fn lasting_passages(decision: &Decision) -> Vec<String> {
    let Some(sealed) = decision.sealed() else {
        return Vec::new();
    };
    let content = &sealed.content;
    let passages = |text: &Text| text.public_version().passages();
    let mut all = passages(&content.resolution);
    all.extend(passages(&content.background));
    all.extend([
        content.authority.0.clone(),
        content.applied_provisions.0.clone(),
    ]);
    all.push(content.contact.office.0.clone());
    let conditions = content.commitments.0.iter();
    all.extend(conditions.filter_map(|line| line.condition.clone()));
    let open = content
        .attachments
        .iter()
        .filter(|one| matches!(one.class, AttachmentClass::Public));
    all.extend(open.map(|attachment| attachment.title.clone()));
    all.retain(|passage| !passage.trim().is_empty());
    all
}

/// The words of a project: what its page says of it for everybody.
pub fn of_project(project: &Project) -> Analysed {
    let facts = &project.facts;
    Searched {
        head: vec!["hanke", &facts.name],
        body: vec![
            &facts.summary,
            &facts.programme,
            &facts.specific_objective,
            &facts.project_code,
            &facts.place.municipality,
        ],
        ..Searched::default()
    }
    .analysed()
}

/// The words of a case: its number and its public title.
pub fn of_case(case: &Case) -> Analysed {
    Searched {
        head: vec!["asia", &case.public_title],
        case_number: case.number.as_ref().map(ToString::to_string),
        ..Searched::default()
    }
    .analysed()
}

fn month(day: Date) -> String {
    let name = FINNISH_MONTHS.get(usize::from(u8::from(day.month())) - 1);
    format!("{} {}", name.unwrap_or(&""), day.year())
}
