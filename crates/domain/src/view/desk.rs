//! Views for officials.

use crate::case::Case;
use crate::check::{Excess, Promise};
use crate::decision::{Decision, DecisionContent, DecisionDraft};
use crate::delegation::Delegation;
use crate::filing::{Filing, Timeliness};
use crate::finding::Findings;
use crate::funding::FundingPlanDraft;
use crate::id::{CertificateId, DecisionId, ExtractId, OrganisationId, ProjectId};
use crate::legal_force::{AppealStage, LegalForce, Obstacle};
use crate::notification::Notification;
use crate::organisation::OrganisationKind;
use crate::period::Phase;
use crate::personal::Mention;
use crate::project::Project;
use crate::publicity::Personal;
use crate::reminder::Reminder;
use crate::section::{Section, SectionSeries};
use crate::service::{NoPeriod, Service};
use crate::slug::Slug;
use calendar::AppealPeriod;
use time::{Date, PrimitiveDateTime, Time};

use super::audit::LogLine;
use super::budget::{BudgetTask, OverrideLine};
use super::case::{CaseRegister, DisposalTask, DocumentLine};
use super::commitment::CommitmentLine;
use super::instalment::DueCounts;
use super::project::ProjectNoteLine;
use super::public::{Decided, PlanView, ProjectRow, PublicStage};

pub use super::course::{
    Afterwards, ChangeLine, CorrectionLine, OtherDecision, Publications, SectionGap, ToPublish,
    WaitingLine,
};
pub use super::distribution::DistributionLine;
pub use super::given::{
    AttachmentEntry, GivenExtract, GivenExtracts, GivenLetter, LetterSheet, MadeDocument, Preview,
    StubLine,
};
pub use super::last_day::{LastDay, LastDayFilter, LastDays, Span, Whose};
pub use super::late::Late;

/// The desk: what waits for the one who is signed in, and everything that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// What waits for this official: first what is late, then the oldest.
    pub tasks: Vec<Task>,
    /// Years whose budget waits, for who keeps it; the last first.
    pub budgets: Vec<BudgetTask>,
    /// How many instalments and payment claims are overdue and fall due, for who keeps commitments.
    pub due: Option<DueCounts>,
    /// Cases that another official proposed for disposal, for who may approve that; the oldest
    /// proposal first.
    pub disposals: Vec<DisposalTask>,
    /// Decisions whose appeal periods are over and of which nobody stated legal force, for who may
    /// state it; the oldest first.
    pub periods_over: Vec<DecisionLine>,
    /// What this official has not read yet, the newest first.
    pub unread: Vec<NotificationLine>,
    /// How many notifications that are in all.
    pub unread_count: i64,
    /// What this official did last, the last first.
    pub acts: Vec<LogLine>,
    /// What this official is reminded of, the first last day first.
    pub reminders: Vec<ReminderLine>,
    /// How many reminders' mails this official is to look into.
    pub unsettled_reminders: u64,
    /// Decisions with mails to their distribution that this official is to look into.
    pub unsettled_distribution: Vec<DecisionLine>,
    /// Decisions not yet public.
    pub unfinished: Vec<DecisionLine>,
    /// The last published decisions.
    pub published: Vec<DecisionLine>,
    /// Cases, the newest number first.
    pub cases: Vec<Case>,
}

/// Something that waits for an official.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// What is to be done.
    pub kind: TaskKind,
    /// On which decision.
    pub decision: DecisionLine,
    /// Whether it should have been done before, and since when.
    pub late: Option<Late>,
}

/// A notification in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct NotificationLine {
    /// The notification.
    pub notification: Notification,
    /// Its decision.
    pub decision: DecisionLine,
    /// When it happened, Helsinki time.
    pub at: PrimitiveDateTime,
    /// Whether its mail is still worth sending.
    pub is_mail_needed: bool,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskKind {
    /// Finish the own draft and send it.
    FinishDraft,
    /// Read and sign.
    Sign,
    /// Publish.
    Publish,
    /// Tell the parties of a correction.
    TellOfCorrection,
    /// Record the day a party was served, without which its period is not computable.
    RecordServiceDay {
        /// The service that lacks it, and the party's name.
        service: Service,
        /// The party's name.
        recipient: String,
    },
}

/// A reminder of a last day.
#[derive(Clone, Debug, PartialEq)]
pub struct ReminderLine {
    /// The reminder.
    pub reminder: Reminder,
    /// The office of who is reminded.
    pub office: String,
    /// The decision.
    pub decision: DecisionLine,
    /// The closing hour of the last day, Helsinki time, where it is known and still that day's.
    pub closes_at: Option<Time>,
    /// Whether the period still runs to this last day.
    pub is_running: bool,
    /// When something became of it last, Helsinki time.
    pub changed_at: PrimitiveDateTime,
}

/// A decision in an official's list.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionLine {
    /// Its identity.
    pub id: DecisionId,
    /// Its title, perhaps empty in a draft.
    pub title: String,
    /// Its place, once signed.
    pub section: Option<Section>,
    /// Where it stands.
    pub stage: Stage,
    /// When it was last changed, Helsinki time.
    pub changed_at: PrimitiveDateTime,
}

/// Where a decision stands, as lists show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Luonnos.
    Draft,
    /// Allekirjoitettavana.
    AwaitingSignature,
    /// Peruttu.
    Abandoned,
    /// Allekirjoitettu, not yet public.
    Signed,
    /// Public; the member's period, if one follows, stands here.
    Published(PublicStage),
}

/// An officials' page of one decision.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionSheet {
    /// The decision.
    pub decision: Decision,
    /// Its case.
    pub case: Case,
    /// Whether decisions are still begun in its case.
    pub case_takes_decisions: bool,
    /// Its project, if any.
    pub project: Option<Project>,
    /// Where it stands.
    pub stage: Stage,
    /// When it was decided, as far as known; `None` while it is not.
    pub decided: Option<Decided>,
    /// The name of its preparer.
    pub preparer: String,
    /// What an import could not place, and what it noted; stays with the frozen decision, for
    /// officials alone: people's names may stand in it.
    pub unrecognised: Personal<String>,
    /// For a draft: the content that would be signed, or what blocks it.
    pub reading: Option<Result<DecisionContent, Findings>>,
    /// For a draft: what blocks nothing and is to be looked at.
    pub notices: Findings,
    /// For a draft: what may be about a person and is not marked.
    pub mentions: Vec<Mention>,
    /// For a draft that can be read: the whole promise to its project, and the authority for it.
    pub promise: Option<Promise>,
    /// For a draft that can be read: what it would promise beyond appropriations.
    pub excesses: Vec<Excess>,
    /// The excesses it was signed or recorded with.
    pub overrides: Vec<OverrideLine>,
    /// The services of its parties with the party's name and period.
    pub services: Vec<ServiceLine>,
    /// Who gets it for information by e-mail, once it is frozen.
    pub distribution: Vec<DistributionLine>,
    /// Every section series.
    pub series: Vec<SectionSeries>,
    /// Every organisation.
    pub organisations: Vec<OrganisationLine>,
    /// The funding plan of the project, if any.
    pub plan: Option<PlanView>,
    /// The municipal member's period, once published.
    pub member_period: Option<(AppealPeriod, Phase)>,
    /// Where the appeal against it stands, once it is frozen.
    pub appeal: Option<AppealSheet>,
    /// The office that stated a conflict of interest, while it is not signed.
    pub conflict_of: Option<String>,
    /// When its authority's rule would publish it, while it is signed.
    pub to_publish: Option<ToPublish>,
    /// What became of it afterwards, once it is frozen.
    pub afterwards: Afterwards,
    /// Its attachments: of a draft those attached so far, then those that were frozen with it.
    pub attachments: Vec<AttachmentEntry>,
    /// What stood or stands publicly in its place, the last first.
    pub stubs: Vec<StubLine>,
    /// The other frozen decisions of its case and project: a draft may change them, and one of
    /// them may decide on a claim against it.
    pub others: Vec<OtherDecision>,
}

/// Where the appeal against a frozen decision stands, and what it follows from.
#[derive(Clone, Debug, PartialEq)]
pub struct AppealSheet {
    /// Where it stands.
    pub stage: AppealStage,
    /// The earliest day of legal force, or what stands in the way.
    pub earliest: Result<Date, Vec<Obstacle>>,
    /// The filings, the first received first.
    pub filings: Vec<FilingLine>,
    /// The statements of legal force, the last first.
    pub statements: Vec<LegalForce>,
    /// The certificates given of them, the last first.
    pub certificates: Vec<CertificateLine>,
    /// Until when a body can call it in; `None` of a body's own decision.
    pub call_in: Option<CallInWindow>,
}

/// A filing with what was computed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FilingLine {
    /// The record.
    pub filing: Filing,
    /// When it arrived, Helsinki time.
    pub received: PrimitiveDateTime,
    /// Whether it was in time; `None` where the filer has no period that can be computed.
    pub timeliness: Option<Timeliness>,
}

/// A certificate of legal force that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateLine {
    /// Its identity.
    pub id: CertificateId,
    /// The day it was given, Helsinki time.
    pub on: Date,
    /// Where.
    pub place: String,
    /// By which office.
    pub office: String,
    /// Whether its statement was reopened since.
    pub is_void: bool,
}

/// Until when a body can call in an officer's decision (kuntalaki 92.4 §). Which of the periods
/// counts is disputed (KHO:2017:58), so that both limits are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallInWindow {
    /// The first of the last days: until then it is certainly in time. `None`, as the other limit,
    /// while somebody's period is not known.
    pub safe_until: Option<Date>,
    /// The last of the last days: after it, it is certainly late.
    pub outer_limit: Option<Date>,
    /// The meeting that left it as it is: its day and section.
    pub left_by: Option<(Date, String)>,
}

/// An officer's decision that waits for a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct CallInLine {
    /// The decision.
    pub decision: DecisionLine,
    /// The office that decided.
    pub decision_maker: String,
    /// When it was decided, as far as known.
    pub decided: Decided,
    /// Until when it can be called in.
    pub window: CallInWindow,
}

/// The list of officers' decisions for a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct CallInList {
    /// The decisions, the oldest first.
    pub lines: Vec<CallInLine>,
    /// The last meeting: its day and section.
    pub last_meeting: Option<(Date, String)>,
}

/// A frozen decision in the list of appeals.
#[derive(Clone, Debug, PartialEq)]
pub struct AppealLine {
    /// The decision.
    pub decision: DecisionLine,
    /// Where its appeal stands.
    pub stage: AppealStage,
}

/// The service of one party, with its period or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceLine {
    /// The record.
    pub service: Service,
    /// The party's name.
    pub recipient: String,
    /// The party's period.
    pub period: Result<AppealPeriod, NoPeriod>,
    /// The extracts certified for this party, the newest first.
    pub extracts: Vec<ExtractLine>,
}

/// An extract that was certified for one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractLine {
    /// Its identity.
    pub id: ExtractId,
    /// Where it was certified.
    pub place: String,
    /// On which day.
    pub on: Date,
    /// The office that certified it.
    pub office: String,
    /// Whether it carries the secret parts.
    pub is_secret: bool,
}

/// An organisation in a list or a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationLine {
    /// Its identity.
    pub id: OrganisationId,
    /// Its name today.
    pub name: String,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// Its business identity code, if known.
    pub business_id: Option<String>,
}

/// An officials' page of one case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseSheet {
    /// The case.
    pub case: Case,
    /// What the register holds of it beside its title.
    pub register: CaseRegister,
    /// Its projects.
    pub projects: Vec<(ProjectId, ProjectRow)>,
    /// Its decisions.
    pub decisions: Vec<DecisionLine>,
}

/// An officials' page of one project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectSheet {
    /// The project.
    pub project: Project,
    /// Its case.
    pub case: Case,
    /// Whether what the city is said to be and who the beneficiaries are contradict each other.
    pub role_disagrees: bool,
    /// Every organisation.
    pub organisations: Vec<OrganisationLine>,
    /// The newest funding plan, if any.
    pub plan: Option<PlanView>,
    /// That plan as its form shows it, or an empty one with the years of the project.
    pub plan_draft: FundingPlanDraft,
    /// The version number of the newest plan, 0 where there is none: what the next one replaces.
    pub plan_version: u32,
    /// Versions of the plan: number, when and why.
    pub plan_versions: Vec<PlanVersion>,
    /// Its decisions.
    pub decisions: Vec<DecisionLine>,
    /// The commitments of its signed decisions, the earliest section first.
    pub commitments: Vec<CommitmentLine>,
    /// The letters of commitment given of its decisions, the newest first.
    pub letters: Vec<GivenLetter>,
    /// The documents of its case.
    pub documents: Vec<DocumentLine>,
    /// Officials' notes, the last written first.
    pub notes: Vec<ProjectNoteLine>,
}

/// A version of a funding plan in its history.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanVersion {
    /// Its number, from 1.
    pub version: u32,
    /// The day it was saved, Helsinki time.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// The page on which a decision begins.
#[derive(Clone, Debug, PartialEq)]
pub struct BeginSheet {
    /// The case it is made in.
    pub case: Case,
    /// The projects of the case: identity and name.
    pub projects: Vec<(ProjectId, String)>,
    /// The project it most likely is about.
    pub project: Option<ProjectId>,
    /// Every section series.
    pub series: Vec<SectionSeries>,
    /// The series of the decision maker who most likely decides.
    pub proposed_series: Option<Slug>,
    /// Frozen decisions one can begin from, those of the case first.
    pub earlier: Vec<DecisionLine>,
}

/// The delegations by which is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct DelegationList {
    /// Today, Helsinki time.
    pub today: Date,
    /// Every delegation, by series.
    pub delegations: Vec<Delegation>,
    /// Every section series.
    pub series: Vec<SectionSeries>,
}

/// Text that an official typed into a draft and did not save. For that official only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The version of the draft that was on the screen.
    pub version: i64,
    /// As it was typed.
    pub draft: DecisionDraft,
    /// When it was kept, Helsinki time.
    pub at: PrimitiveDateTime,
}

/// Somebody else who has a draft open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// The official's name.
    pub name: String,
    /// The official's office.
    pub office: String,
    /// Since when, Helsinki time.
    pub since: PrimitiveDateTime,
}
