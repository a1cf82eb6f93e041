//! The form of the example's facts. An empty text is a fact that the source does not give.

use domain::organisation::OrganisationKind;
use domain::section::{DecisionMakerKind, Numbering};
use time::Date;

/// An organisation: its name and kind.
pub(super) type ExampleOrganisation = (&'static str, OrganisationKind);

/// A section series: slug, decision maker, kind and numbering.
pub(super) type ExampleSeries = (&'static str, &'static str, DecisionMakerKind, Numbering);

/// A case with its projects and its decision.
pub(super) struct ExampleCase {
    /// The day by which all of it had happened.
    pub(super) happened_by: Date,
    pub(super) number: &'static str,
    pub(super) public_title: &'static str,
    pub(super) internal_title: &'static str,
    /// The code of its class.
    pub(super) class: &'static str,
    /// Documents of which the source tells when they were made; it tells of no arrival.
    pub(super) documents: &'static [ExampleDocument],
    pub(super) projects: &'static [ExampleProject],
    pub(super) decision: ExampleDecision,
}

/// A document made by the city or a body of it.
pub(super) struct ExampleDocument {
    pub(super) title: &'static str,
    /// The code of the phase.
    pub(super) phase: &'static str,
    pub(super) author: &'static str,
    pub(super) made_on: &'static str,
}

/// A project.
pub(super) struct ExampleProject {
    pub(super) name: &'static str,
    pub(super) summary: &'static str,
    /// The name of the organisation that runs it.
    pub(super) beneficiary: &'static str,
    pub(super) first_month: &'static str,
    pub(super) last_month: &'static str,
    pub(super) programme_number: &'static str,
    pub(super) programme_date: &'static str,
    pub(super) plan: Option<ExamplePlan>,
}

/// A funding plan.
pub(super) struct ExamplePlan {
    pub(super) reason: &'static str,
    pub(super) total_cost: &'static str,
    pub(super) years: &'static [u16],
    pub(super) rows: &'static [ExampleRow],
}

/// A row of a plan, as it would be typed.
pub(super) struct ExampleRow {
    pub(super) funders: &'static str,
    pub(super) category: &'static str,
    pub(super) share: &'static str,
    pub(super) total: &'static str,
    pub(super) amounts: &'static [&'static str],
    pub(super) part: bool,
}

/// A decision, as it would be typed.
pub(super) struct ExampleDecision {
    /// Whether it funds the first project of its case.
    pub(super) funds_project: bool,
    pub(super) title: &'static str,
    pub(super) series: &'static str,
    pub(super) resolution: &'static str,
    pub(super) background: &'static str,
    pub(super) authority: &'static str,
    pub(super) applied_provisions: &'static str,
    pub(super) commitments: &'static [ExampleCommitment],
    pub(super) contact_office: &'static str,
    pub(super) distribution: &'static str,
    /// The name of the party and the code of the means.
    pub(super) parties: &'static [(&'static str, &'static str)],
    pub(super) recorded: ExampleRecord,
}

/// A commitment line, as it would be typed.
pub(super) struct ExampleCommitment {
    pub(super) year: &'static str,
    pub(super) amount: &'static str,
    pub(super) strength: &'static str,
    pub(super) budget_line: &'static str,
    pub(super) condition: &'static str,
}

/// How far the recording came.
pub(super) enum ExampleRecord {
    /// A fact that recording needs is not known: it stays a draft with its findings.
    Unfinished,
    /// Recorded and published.
    Published {
        section: &'static str,
        decided_on: &'static str,
        no_later_than: &'static str,
        source: &'static str,
        published: PublishedOn,
    },
}

/// From which day the public sees it.
pub(super) enum PublishedOn {
    /// The day the source states.
    Day(&'static str),
    /// The source states none, so that no period can be computed.
    UnknownDay,
}
