//! Views for everybody.
//!
//! **Invariant:** no type here has a field of type `Personal` or `Secret`, and no text in it
//! holds a withheld passage: texts are public versions already.

use crate::Lang;
use crate::appeal_right::AppealRight;
use crate::attachment::{Attachment, AttachmentClass, MediaType};
use crate::case::CaseNumber;
use crate::city::{City, LocalName};
use crate::decision::{ChangeEffect, Commitment, DecisionContent, InForce, Publication};
use crate::funding::cost::CostPlan;
use crate::funding::{Amounts, FundingCategory, Total};
use crate::id::OrganisationId;
use crate::id::ProjectId;
use crate::instruction::InstructionVersion;
use crate::money::{Money, Share};
use crate::period::{PeriodDates, Phase};
use crate::project::ProjectPeriod;
use crate::section::Section;
use crate::slug::Slug;
use crate::stub::StubKind;
use crate::text::Text;
use crate::view::public_project::PublicProject;
use calendar::{AppealPeriod, Remedy};
use time::{Date, PrimitiveDateTime};

/// What every public page shows around its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The city.
    pub city: City,
    /// The moment the page is made for, Helsinki time.
    pub now: PrimitiveDateTime,
    /// Whether the clock was set for a demonstration; pages say so.
    pub clock_is_set: bool,
    /// The only source of absolute addresses, without a slash at its end.
    pub public_url: String,
}

/// The front page.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontPage {
    /// Decisions whose municipal member's period is running, the nearest last day first.
    pub running: Vec<DecisionRow>,
    /// The newest decisions, the last published first.
    pub newest: Vec<DecisionRow>,
    /// The newest projects.
    pub projects: Vec<ProjectRow>,
}

/// A decision in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow {
    /// Its address.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub lang: Lang,
    /// The office or body that decided.
    pub decision_maker: String,
    /// When it was decided, as far as known.
    pub decided: Decided,
    /// From which day it is public.
    pub public_since: PublicSince,
    /// What the city promises by it; `None` where it promises no money.
    pub committed: Option<Money>,
    /// Where it stands.
    pub stage: PublicStage,
    /// Whether later public decisions left it in force.
    pub in_force: InForce,
    /// The municipal member's period, if one follows.
    pub period: Option<PeriodRow>,
}

/// Where a published decision stands, as everybody may know it: nothing of parties' service, and
/// nothing of filings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicStage {
    /// No period of municipal members follows from its publication.
    Published,
    /// The municipal member's period runs.
    Running {
        /// Of this remedy.
        remedy: Remedy,
    },
    /// The municipal member's period is over.
    Over,
    /// A registrar stated that it is final.
    Final {
        /// Since which day.
        from: Date,
    },
}

impl PublicStage {
    /// Where a decision with a period stands at a moment of Helsinki time; `final_from` is of the
    /// statement of legal force that holds, if one does.
    pub fn at(
        now: PrimitiveDateTime,
        period: Option<&PeriodDates>,
        final_from: Option<Date>,
    ) -> Self {
        match (final_from, period) {
            (Some(from), _) => Self::Final { from },
            (None, None) => Self::Published,
            (None, Some(period)) => match period.phase(now) {
                Phase::Running { .. } => Self::Running {
                    remedy: period.remedy,
                },
                Phase::Over => Self::Over,
            },
        }
    }
}

/// A period in a list: its last day and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodRow {
    /// The last day.
    pub last_day: Date,
    /// Where it stands now.
    pub phase: Phase,
}

/// When a decision was made, as far as known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// On this day.
    On(Date),
    /// The day is not known, only that it was this day at the latest.
    NoLaterThan(Date),
    /// Nothing is known of the day.
    Unknown,
}

/// From which day a decision is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicSince {
    /// From this day.
    Day(Date),
    /// It was published elsewhere, on a day that nobody knows.
    UnknownDay,
    /// It is not public: officials see it, and the recipients of its extracts.
    NotYet,
}

impl PublicSince {
    /// The day, where there is one and it is known.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::UnknownDay | Self::NotYet => None,
        }
    }
}

impl From<Option<&Publication>> for PublicSince {
    fn from(publication: Option<&Publication>) -> Self {
        match publication {
            None => Self::NotYet,
            Some(publication) => publication.on.map_or(Self::UnknownDay, Self::Day),
        }
    }
}

/// The page of a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionPage {
    /// Its address.
    pub section: Section,
    /// Its case.
    pub case_number: CaseNumber,
    /// The public title of the case.
    pub case_title: String,
    /// Its project, if it funds one.
    pub project: Option<ProjectLink>,
    /// The language of its text.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The office or body that decided.
    pub decision_maker: String,
    /// When it was decided, as far as known.
    pub decided: Decided,
    /// Whether it was made elsewhere and recorded here.
    pub recorded: bool,
    /// From which day it is public.
    pub public_since: PublicSince,
    /// The resolution, public version.
    pub resolution: Text,
    /// The background, public version.
    pub background: Text,
    /// The provision that gives the authority.
    pub authority: String,
    /// The provisions applied, or empty.
    pub applied_provisions: String,
    /// What the city promises, by year.
    pub commitments: Vec<Commitment>,
    /// The funding plan of the project, if there is one.
    pub plan: Option<PlanView>,
    /// How the decision can be challenged, or that it cannot be.
    pub remedy: AppealRight,
    /// The version of the appeal instructions that it was given with.
    pub instructions: InstructionVersion,
    /// The body to which a rectification claim is made, where the series names one of its own.
    pub claims_to: Option<LocalName>,
    /// Where it stands; `None` before it is published.
    pub stage: Option<PublicStage>,
    /// The municipal member's period with its steps, and where it stands.
    pub member_period: Option<(AppealPeriod, Phase)>,
    /// The office that gives further information.
    pub contact_office: String,
    /// The office that signed as the decision maker's deputy, where one did.
    pub deputy_office: Option<String>,
    /// The corrections of typing errors, in their order.
    pub corrections: Vec<PublicCorrection>,
    /// Whether later published decisions left it in force.
    pub in_force: InForce,
    /// The later public decisions that change it: not one that was withdrawn since, even though
    /// what it changed stays changed.
    pub changed_by: Vec<PublicChange>,
    /// The earlier public decisions that it changes.
    pub changes: Vec<PublicChange>,
    /// Its attachments, each as far as everybody may know it for good.
    pub attachments: Vec<AttachmentLine>,
}

/// A correction of a typing error with what stood before: only what it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicCorrection {
    /// The day, Helsinki time.
    pub on: Date,
    /// What was wrong.
    pub reason: String,
    /// The title before, where it was corrected.
    pub title: Option<String>,
    /// The resolution before, public version.
    pub resolution: Option<Text>,
    /// The background before, public version.
    pub background: Option<Text>,
    /// The other lines before: authority, provisions, office.
    pub lines: Vec<String>,
}

/// The other decision of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicChange {
    /// Its address.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// What becomes of the earlier one.
    pub effect: ChangeEffect,
}

/// An attachment of a decision, as everybody may know it for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentLine {
    /// Its number in the decision, from 1: the end of its address.
    pub number: usize,
    /// What is known of it.
    pub shown: AttachmentShown,
}

/// How much of an attachment everybody may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachmentShown {
    /// All of it.
    Open {
        /// Its title.
        title: String,
        /// What kind of file it is.
        media_type: MediaType,
        /// Its length in bytes.
        size: u64,
    },
    /// That there is one which holds personal data: neither its title nor its bytes.
    Personal,
    /// That there is one which is secret, on this ground.
    Secret {
        /// The provision that makes it secret.
        ground: String,
    },
}

impl AttachmentLine {
    /// The attachments of a content, by their numbers.
    pub fn of(content: &DecisionContent) -> Vec<Self> {
        let lines = content.attachments.iter().enumerate();
        lines
            .map(|(at, attachment)| Self {
                number: at + 1,
                shown: match &attachment.class {
                    AttachmentClass::Public => AttachmentShown::open(attachment),
                    AttachmentClass::Personal => AttachmentShown::Personal,
                    AttachmentClass::Secret(ground) => AttachmentShown::Secret {
                        ground: ground.clone(),
                    },
                },
            })
            .collect()
    }
}

impl AttachmentShown {
    /// All of an attachment, for who may see it.
    pub fn open(attachment: &Attachment) -> Self {
        Self::Open {
            title: attachment.title.clone(),
            media_type: attachment.media_type,
            size: attachment.size,
        }
    }
}

/// What stands publicly in the place of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StubPage {
    /// Its address.
    pub section: Section,
    /// The office or body that decided.
    pub decision_maker: String,
    /// Its case.
    pub case_number: CaseNumber,
    /// Why there is a stub.
    pub kind: StubKind,
    /// Since which day, Helsinki time.
    pub since: Date,
    /// What the public is told: the reason, or the provision that makes the decision secret.
    pub reason: String,
    /// The title and its language, unless the title goes too.
    pub title: Option<(String, Lang)>,
}

/// What a code confirms of a document that was handed out, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The number of the case.
    pub case_number: CaseNumber,
    /// When it was decided, as far as known.
    pub decided: Decided,
    /// The section and its year.
    pub section: (u32, u16),
    /// Which document it is.
    pub version: HandedOut,
    /// The day it was given, Helsinki time.
    pub given_on: Date,
}

/// Which document was handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandedOut {
    /// An extract for one recipient.
    Extract,
    /// The decision as the authority holds it.
    DecisionDocument,
    /// A letter of commitment.
    CommitmentLetter,
    /// A letter of a decision that another published one has ended since.
    EndedLetter,
    /// A certificate of legal force that holds.
    Certificate,
    /// A certificate of legal force that does not hold any more.
    VoidCertificate,
}

/// A link to a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectLink {
    /// Its part of the address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}

/// A funding plan with the names of its funders.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// The number of the version, from 1.
    pub version: u32,
    /// The day the version was saved, Helsinki time.
    pub on: Date,
    /// The total cost, if known.
    pub total_cost: Option<Money>,
    /// The sum of the lines.
    pub total: Total,
    /// The accounting years it knows amounts for, rising.
    pub years: Vec<u16>,
    /// Its lines.
    pub lines: Vec<PlanLine>,
    /// What it costs by category, where that was planned.
    pub costs: Option<CostPlan>,
    /// What no line pays of the total cost, where both are known.
    pub gap: Option<Money>,
    /// What the EU and the state pay, if known.
    pub support: Option<Money>,
}

/// A line of a funding plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// The names of the funders; an empty list means only others whom the plan does not name.
    pub funders: Vec<String>,
    /// Whether others whom the plan does not name pay too.
    pub others: bool,
    /// What kind of money it is.
    pub category: FundingCategory,
    /// The share of the whole, if stated.
    pub share: Option<Share>,
    /// The amounts, as far as known.
    pub amounts: Amounts,
    /// What is known of single funders within the line: name (`None` for unnamed others),
    /// category and amounts.
    pub of_which: Vec<(Option<String>, FundingCategory, Amounts)>,
}

/// A project in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectRow {
    /// Its part of the address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The beneficiary, if known.
    pub beneficiary: Option<String>,
    /// When it runs, if known.
    pub period: Option<ProjectPeriod>,
    /// What public decisions of the city have committed to it.
    pub committed: Option<Money>,
}

/// The page of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectPage {
    /// Its identity, by which programs know it.
    pub id: ProjectId,
    /// The project as in lists.
    pub row: ProjectRow,
    /// What is known of it.
    pub facts: PublicProject,
    /// The number of the case it is handled in, if known.
    pub case_number: Option<CaseNumber>,
    /// The newest funding plan, if any.
    pub plan: Option<PlanView>,
    /// The organisations that it gives amounts to pay, with their names of today.
    pub funders: Vec<(OrganisationId, String)>,
    /// Commitments of public decisions: the decision and its line.
    pub commitments: Vec<(Section, Commitment)>,
    /// Its public decisions, the last published first.
    pub decisions: Vec<DecisionRow>,
}

/// The page of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct CasePage {
    /// Its number.
    pub number: CaseNumber,
    /// Its public title.
    pub title: String,
    /// Its projects that have a public decision.
    pub projects: Vec<ProjectRow>,
    /// Its public decisions.
    pub decisions: Vec<DecisionRow>,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its number.
    pub number: CaseNumber,
    /// Its public title.
    pub title: String,
}
