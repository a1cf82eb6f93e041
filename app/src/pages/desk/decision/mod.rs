//! Decisions, from the draft to the extract.

pub mod abandon;
mod appeal;
pub mod attachments;
pub mod begin;
pub mod certify;
mod changes;
pub mod check;
mod content;
pub mod correct;
pub mod distribution;
pub mod document;
pub mod draft;
pub mod elsewhere;
mod excess;
pub mod filing;
pub mod given;
pub mod legal_force;
pub mod letter;
pub mod life;
pub mod money;
pub mod notices;
mod part;
pub mod preview;
mod publicity;
pub mod publish;
pub mod serve_many;
pub mod service;
pub mod sheet;
pub mod sign;
pub mod withdrawal;

use domain::decision::{DecisionDraft, DecisionState};
use domain::section::{Section, SectionSeries};
use domain::view::desk::DecisionSheet;

use super::frame::{Page, title_or_none};
use super::{address, case, project};
use crate::components::breadcrumbs::Crumb;
use crate::shell::Shell;

/// The title of a decision, or what stands where a draft has none yet.
fn title(shell: &Shell, sheet: &DecisionSheet) -> String {
    let title = match &sheet.decision.state {
        DecisionState::Draft(draft)
        | DecisionState::AwaitingSignature(draft)
        | DecisionState::Abandoned(draft) => &draft.title,
        DecisionState::Signed(sealed) | DecisionState::Published(sealed, _) => {
            &sealed.content.title.0
        }
    };
    title_or_none(shell, title)
}

/// The draft, while there is one.
const fn draft_of(sheet: &DecisionSheet) -> Option<&DecisionDraft> {
    sheet.decision.typed()
}

/// The series that a draft names.
fn series_of<'a>(sheet: &'a DecisionSheet, slug: &str) -> Option<&'a SectionSeries> {
    sheet
        .series
        .iter()
        .find(|series| series.slug.as_str() == slug.trim())
}

/// A page about a decision, below its sheet.
fn page(shell: &Shell, sheet: &DecisionSheet, heading: &str) -> Page {
    let decision = Crumb::new(title(shell, sheet), address::decision(sheet.decision.id));
    let mut trail = way(sheet);
    trail.push(decision);
    Page::new(shell, heading, trail).caption(title(shell, sheet))
}

/// Where a finding of a draft is mended: a field of its form, or of its case's.
fn mended_at(shell: &Shell, sheet: &DecisionSheet, place: &str) -> String {
    let address = match place {
        "case_number" => format!("{}#number", address::change_case(&sheet.case.key())),
        field => format!("{}#{field}", address::draft(sheet.decision.id)),
    };
    shell.link(&address)
}

/// The way to the sheet of a decision.
fn way(sheet: &DecisionSheet) -> Vec<Crumb> {
    let project = sheet.project.as_ref().map(project::crumb);
    std::iter::once(case::crumb(&sheet.case))
        .chain(project)
        .collect()
}

/// The number of a section with its year, as its address has them.
pub(super) fn section(section: &Section) -> String {
    format!("§ {}/{}", section.number, section.year)
}
