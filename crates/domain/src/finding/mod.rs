//! What is wrong with something typed, as stable codes; the `wording` crate has the sentences.
//!
//! A code either blocks or is a notice ([`Weight`]): a notice is shown and never stops anything.

mod entry;
mod findings;
mod read;

pub(crate) use entry::WORDS;
pub use findings::Findings;
pub use read::{parse_date, parse_time};

use serde::{Deserialize, Serialize};

/// One thing that is wrong, and the field where it can be mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The field's name in its form, e.g. `resolution` or `commitments-2-amount`.
    pub place: String,
    /// What is wrong.
    pub code: FindingCode,
}

macro_rules! finding_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// What is wrong. The codes are stable: tests, logs and translations name them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum FindingCode {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl FindingCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

finding_codes! {
    /// A mandatory field is empty.
    Missing = "missing",
    /// The text is longer than the field holds.
    TooLong = "too_long",
    /// A control character stands in the text, such as the null character.
    ControlCharacter = "control_character",
    /// Not a case number.
    NotACaseNumber = "not_a_case_number",
    /// The case of the decision has no number yet.
    CaseNumberUnknown = "case_number_unknown",
    /// Another case has this number.
    CaseNumberTaken = "case_number_taken",
    /// Not a day of the calendar, such as 31.2.
    NotADate = "not_a_date",
    /// Not a month.
    NotAMonth = "not_a_month",
    /// Not a year from 1990 to 2199.
    NotAYear = "not_a_year",
    /// The last month is before the first.
    PeriodEndsBeforeItBegins = "period_ends_before_it_begins",
    /// Not an amount of euros.
    NotAnAmount = "not_an_amount",
    /// More than two decimals in an amount.
    AmountTooPrecise = "amount_too_precise",
    /// An amount whose separators can be read in two ways.
    AmountAmbiguous = "amount_ambiguous",
    /// An amount beyond what the register holds.
    AmountTooLarge = "amount_too_large",
    /// An amount that must be more than zero is not.
    AmountNotPositive = "amount_not_positive",
    /// Not a percentage.
    NotAShare = "not_a_share",
    /// A share below 0 or above 100 percent.
    ShareOutOfRange = "share_out_of_range",
    /// The shares of a plan are more than 100 percent together.
    SharesExceedWhole = "shares_exceed_whole",
    /// The years of a line do not sum to its total.
    YearsDoNotSumToTotal = "years_do_not_sum_to_total",
    /// The named parts of a line are more than the line.
    PartsExceedLine = "parts_exceed_line",
    /// The lines are more than the total cost.
    LinesExceedTotalCost = "lines_exceed_total_cost",
    /// A part stands before any line it could belong to.
    PartWithoutLine = "part_without_line",
    /// A share stands on a part, whose share is that of its amount.
    PartWithShare = "part_with_share",
    /// No organisation of this name is in the register.
    UnknownOrganisation = "unknown_organisation",
    /// Not a business identity code.
    NotABusinessId = "not_a_business_id",
    /// The chosen value is not one of those offered.
    UnknownChoice = "unknown_choice",
    /// Not an e-mail address.
    NotAnEmail = "not_an_email",
    /// An address without the name of whose it is.
    RecipientNameMissing = "recipient_name_missing",
    /// Another account has this e-mail address.
    EmailTaken = "email_taken",
    /// The password is too short.
    PasswordTooShort = "password_too_short",
    /// The markup of a text cannot be read.
    TextNotReadable = "text_not_readable",
    /// Not a section number.
    NotASection = "not_a_section",
    /// Another decision of the series has this section number in that year.
    SectionTaken = "section_taken",
    /// The euros named in the resolution are not those of the commitment lines.
    EurosDisagree = "euros_disagree",
    /// A commitment is in a year outside the project period.
    YearOutsideProject = "year_outside_project",
    /// A conditional commitment does not say its condition.
    ConditionMissing = "condition_missing",
    /// A condition stands on a commitment that is not conditional.
    ConditionNotAllowed = "condition_not_allowed",
    /// No remedy was chosen.
    RemedyMissing = "remedy_missing",
    /// No party was named.
    PartyMissing = "party_missing",
    /// A party has no means of service.
    MeansMissing = "means_missing",
    /// The remedy and the means do not go together.
    MeansNotForRemedy = "means_not_for_remedy",
    /// A recipient of this kind is not served by these means.
    MeansNotForRecipient = "means_not_for_recipient",
    /// A receipt that is shown must be later than the law presumes.
    ReceiptNotLater = "receipt_not_later",
    /// Not a time of day.
    NotATime = "not_a_time",
    /// The party is served with this decision already.
    PartyServedAlready = "party_served_already",
    /// A statement of legal force holds already.
    StatedAlready = "stated_already",
    /// The registry or court was asked before a filing could no longer arrive.
    CheckedTooEarly = "checked_too_early",
    /// The decision on a filing is before its arrival.
    DayBeforeFiling = "day_before_filing",
    /// No officer's decision waits for a meeting.
    NothingToLeave = "nothing_to_leave",
    /// The decision cannot be final yet.
    NotFinalYet = "not_final_yet",
    /// The event day lies in the future.
    DayInFuture = "day_in_future",
    /// The event day is before the decision.
    DayBeforeDecision = "day_before_decision",
    /// A day was given together with the mark that it is not known.
    DayKnownAndUnknown = "day_known_and_unknown",
    /// Only of a decision made elsewhere may the day be unknown.
    DayMustBeKnown = "day_must_be_known",
    /// The instructions that the decision was signed with tell another period than the law.
    InstructionsContradict = "instructions_contradict",
    /// No appeal period can be computed from the day.
    DayNotComputable = "day_not_computable",
    /// The decision is not in the register, or not signed.
    UnknownDecision = "unknown_decision",
    /// A correction changes nothing.
    NothingChanged = "nothing_changed",
    /// The decision maker did not declare to be free of a conflict of interest.
    ConflictNotDeclared = "conflict_not_declared",
    /// A conflict of interest was stated: only a deputy can sign.
    OnlyDeputyCanSign = "only_deputy_can_sign",
    /// The day of publication is not the one that the authority's rule gives.
    PublicationDeviates = "publication_deviates",
    /// Nobody was chosen.
    NobodyChosen = "nobody_chosen",
    /// The confirmation was not given.
    NotConfirmed = "not_confirmed",
    /// The password was wrong.
    WrongPassword = "wrong_password",
    /// The register issues the numbers of that year, and has not come to this one.
    CaseNumberIssuedHere = "case_number_issued_here",
    /// Not the code of a class of cases.
    NotAClass = "not_a_class",
    /// Another class has this code.
    ClassTaken = "class_taken",
    /// An organisation and a person were named in one place.
    OrganisationOrPerson = "organisation_or_person",
    /// A document cannot be sent before it was made.
    SentBeforeMade = "sent_before_made",
    /// Another rule of the class is in force on one of these days.
    RulesOverlap = "rules_overlap",
    /// Neither a number of years nor permanent, or both.
    YearsOrPermanent = "years_or_permanent",
    /// No case of this number is in the register.
    UnknownCase = "unknown_case",
    /// A case does not relate to itself.
    SameCase = "same_case",
    /// The cases are related so already.
    RelatedAlready = "related_already",
    /// Nothing is decided in the case.
    NothingDecided = "nothing_decided",
    /// A decision of the case is not made yet.
    DecisionUnfinished = "decision_unfinished",
    /// A claim or appeal in the case waits for its outcome.
    FilingWaits = "filing_waits",
    /// The day is before the case became pending or came to its state.
    DayBeforeCase = "day_before_case",
    /// Numbering cannot begin on a day that has passed.
    DayPassed = "day_passed",
    /// Too many passwords were wrong in a row.
    TooManyAttempts = "too_many_attempts",
    /// A one-time password was not changed in time.
    OneTimePasswordExpired = "one_time_password_expired",
    /// The last day is before the first.
    LastDayBeforeFirst = "last_day_before_first",
    /// The account is a deputy in the series on some of these days already.
    DeputyAlready = "deputy_already",
    /// Only a decision maker signs in a series.
    OnlyDecisionMakerSigns = "only_decision_maker_signs",
    /// The last enabled administrator would be none.
    LastAdministrator = "last_administrator",
    /// The new password was typed in two different ways.
    PasswordsDiffer = "passwords_differ",
    /// The new password is the present one.
    PasswordUnchanged = "password_unchanged",
    /// The day of a new name is not after that of the name before it.
    DayNotAfterLast = "day_not_after_last",
    /// Not a part of an address.
    NotASlug = "not_a_slug",
    /// Another section series has this part of the address.
    SlugTaken = "slug_taken",
    /// A place that a template left open was not filled in.
    PlaceholderLeft = "placeholder_left",
    /// No applied provision is named (hallintolaki 45 §).
    ProvisionsMissing = "provisions_missing",
    /// No applied provision is named, in a decision whose document names none.
    ProvisionsNotNamed = "provisions_not_named",
    /// A decision that amends or repeals names no earlier one.
    ChangesMissing = "changes_missing",
    /// The same, of one that was made elsewhere: the earlier one may not be in the register.
    ChangesNotNamed = "changes_not_named",
    /// The project has no funding plan.
    PlanMissing = "plan_missing",
    /// The funding plan does not name the city.
    PlanWithoutCity = "plan_without_city",
    /// More is promised for a year than the funding plan has of the city.
    PlanExceeded = "plan_exceeded",
    /// No delegation of the series is in force in the register.
    AuthorityUnknown = "authority_unknown",
    /// No delegation of the series is for decisions of this kind.
    AuthorityNotForKind = "authority_not_for_kind",
    /// The whole promise to the project is above the limit of the delegation.
    AuthorityExceeded = "authority_exceeded",
    /// A personal identity code is not marked.
    IdentityCodeUnmarked = "identity_code_unmarked",
    /// An account number is not marked.
    AccountNumberUnmarked = "account_number_unmarked",
    /// An e-mail address is not marked.
    EmailUnmarked = "email_unmarked",
    /// A telephone number is not marked.
    PhoneUnmarked = "phone_unmarked",
    /// A street address is not marked.
    AddressUnmarked = "address_unmarked",
    /// What looks like a person's name is not marked.
    NameUnmarked = "name_unmarked",
    /// A file is larger than an attachment may be.
    FileTooLarge = "file_too_large",
    /// A file is of a kind that no attachment may be, or its name and content disagree.
    FileTypeNotAllowed = "file_type_not_allowed",
    /// The decision has as many attachments as it may have.
    TooManyFiles = "too_many_files",
    /// An extract of a wholly secret decision is given only to who is entitled to it.
    EntitlementMissing = "entitlement_missing",
    /// No kind of matter was chosen.
    KindsMissing = "kinds_missing",
    /// A place of the budget is named twice in one decision.
    NamedTwice = "named_twice",
    /// Two rows of a file are of one project.
    InFileTwice = "in_file_twice",
    /// The register has no project of this name or number.
    ProjectUnknown = "project_unknown",
    /// Several projects have this name or number.
    SeveralProjects = "several_projects",
    /// Not the number of a row.
    NotALineNumber = "not_a_line_number",
    /// Rows that belong together say different things.
    RowsDisagree = "rows_disagree",
    /// A line of a file has two amounts of a year.
    AmountTwice = "amount_twice",
    /// A row of its kind has nothing in this column.
    NotInThisRow = "not_in_this_row",
    /// The amount was set by an earlier decision.
    BudgetSetAlready = "budget_set_already",
    /// No decision has set an amount that could be changed.
    BudgetNotSet = "budget_not_set",
    /// An appropriation or a line would be less than nothing.
    BudgetBelowZero = "budget_below_zero",
    /// A transfer is between lines alone.
    TransferOutsideLines = "transfer_outside_lines",
    /// A transfer stays within one appropriation.
    TransferOutsideAppropriation = "transfer_outside_appropriation",
    /// What a transfer takes and gives is not the same.
    TransferUneven = "transfer_uneven",
    /// The lines are more than the appropriation above them.
    LinesAboveAppropriation = "lines_above_appropriation",
    /// Not a number of a budget line.
    NotABudgetLine = "not_a_budget_line",
    /// The budget line is known by another name or under another appropriation.
    BudgetLineKnown = "budget_line_known",
    /// The budget of the year is not recorded.
    BudgetUnknown = "budget_unknown",
    /// The recorded budget of the year has no such line.
    BudgetLineUnknown = "budget_line_unknown",
    /// More would be promised than the budget line has.
    BudgetLineExceeded = "budget_line_exceeded",
    /// More would be promised than the council gave at the binding level.
    AppropriationExceeded = "appropriation_exceeded",
    /// An appropriation is exceeded, and no reason was given.
    ExcessWithoutReason = "excess_without_reason",
    /// What is only provided for is no commitment: nothing is paid of it.
    ProvisionIsNotPaid = "provision_is_not_paid",
    /// Nothing is paid of a conditional commitment before its condition is recorded as met.
    ConditionNotMet = "condition_not_met",
    /// The commitment has no condition, or it is recorded as met already.
    NoConditionOpen = "no_condition_open",
    /// Nothing of the commitment is open.
    NothingOpen = "nothing_open",
    /// The amount is more than what is open of the commitment.
    MoreThanOpen = "more_than_open",
    /// The amount is more than what was paid and not recovered.
    MoreThanPaid = "more_than_paid",
    /// Another signed decision ended the one that made the commitment.
    DecisionEnded = "decision_ended",
    /// An entry is undone only once.
    ReversedAlready = "reversed_already",
    /// A reversal is not undone: the entry is recorded anew.
    ReversalStays = "reversal_stays",
    /// A later entry rests on the one that is to be undone.
    EntryIsNeeded = "entry_is_needed",
    /// A payment is posted to another accounting year than the commitment's.
    PostedInAnotherYear = "posted_in_another_year",
    /// A payment is made although the decision is not final (kuntalaki 143 §).
    PaidBeforeLegalForce = "paid_before_legal_force",
    /// The budget year is closed.
    YearClosed = "year_closed",
    /// The budget year is not closed.
    YearNotClosed = "year_not_closed",
    /// A budget year is closed only after it has ended.
    YearNotEnded = "year_not_ended",
    /// The open instalments would be more than what is open of the commitment.
    InstalmentsAboveOpen = "instalments_above_open",
    /// The instalment is not at the stage after which this can be recorded.
    InstalmentNotReady = "instalment_not_ready",
    /// The amount is more than the instalment, or than what is open of it.
    MoreThanInstalment = "more_than_instalment",
    /// A last instalment is planned already.
    LastInstalmentKnown = "last_instalment_known",
    /// The last instalment waits for the final report.
    FinalReportMissing = "final_report_missing",
    /// The final report is recorded already.
    FinalReportKnown = "final_report_known",
    /// Not degrees north or east within the country.
    NotACoordinate = "not_a_coordinate",
    /// An organisation has two parts in one project.
    OrganisationTwice = "organisation_twice",
    /// The phase cannot come after the one that a project has.
    PhaseNotNext = "phase_not_next",
    /// A day is before the one on which a project came to the phase it has.
    DayBeforePhase = "day_before_phase",
    /// The cost model has no costs of this category: they are part of its flat rate or sum.
    CostNotInModel = "cost_not_in_model",
    /// More was assessed as de minimis aid than is promised.
    MoreThanPromised = "more_than_promised",
    /// An amount stands beside an assessment that has none.
    OnlyOfDeMinimis = "only_of_de_minimis",
    /// A lump sum is larger than the programme takes (866/2021 14–15 §).
    LumpSumTooLarge = "lump_sum_too_large",
    /// The total cost of a plan is not what its costs sum to.
    CostsDisagree = "costs_disagree",
    /// The EU and the state pay more than the programme mostly does, and no reason says why.
    RateExceeded = "rate_exceeded",
    /// An amount is less than zero.
    AmountNegative = "amount_negative",
    /// Only a project of the city's own makes payment claims.
    NotOwnProject = "not_own_project",
    /// The claim is not at the stage after which this can be recorded.
    ClaimNotReady = "claim_not_ready",
    /// The days of a claim are known only within a project whose period is known.
    ProjectPeriodUnknown = "project_period_unknown",
    /// A day lies outside the period of the project.
    OutsideProjectPeriod = "outside_project_period",
    /// Another claim that stands has some of the same days.
    ClaimOverlaps = "claim_overlaps",
    /// Another claim is the last one already.
    LastClaimKnown = "last_claim_known",
    /// The plan in force has no costs to claim.
    PlanWithoutCosts = "plan_without_costs",
    /// A claim in which nothing was realised.
    NothingRealised = "nothing_realised",
    /// The plan in force does not name this funder.
    FunderNotInPlan = "funder_not_in_plan",
    /// More would be deducted than was advanced.
    MoreThanAdvance = "more_than_advance",
    /// More is applied for or deducted than the EU and the state pay of what was realised.
    MoreThanSupport = "more_than_support",
    /// More is granted than was applied for.
    MoreThanApplied = "more_than_applied",
    /// An advance is paid once.
    AdvanceKnown = "advance_known",
    /// There is no advance.
    NoAdvance = "no_advance",
    /// The advance is deducted in a claim that stands.
    AdvanceDeducted = "advance_deducted",
    /// An advance is more than 30 % of the support (867/2021 14 §).
    AdvanceTooLarge = "advance_too_large",
    /// A day is before the one of the step before.
    DayBeforeStep = "day_before_step",
    /// No other funder of the project.
    NotACoFunder = "not_a_co_funder",
    /// More would be paid than the funder decided to pay.
    MoreThanGranted = "more_than_granted",
    /// There is no such entry.
    EntryUnknown = "entry_unknown",
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Nothing can be sent, signed or saved with it.
    Blocks,
    /// Said where it matters; a person judges it.
    Notice,
}

impl FindingCode {
    /// How much it weighs. Nearly everything blocks; a notice is what the register cannot know.
    pub const fn weight(self) -> Weight {
        match self {
            Self::ProvisionsNotNamed
            | Self::ChangesNotNamed
            | Self::BudgetUnknown
            | Self::BudgetLineUnknown
            | Self::BudgetLineExceeded
            | Self::AppropriationExceeded
            | Self::PostedInAnotherYear
            | Self::PaidBeforeLegalForce
            | Self::PlanMissing
            | Self::PlanWithoutCity
            | Self::PlanExceeded
            | Self::AuthorityUnknown
            | Self::EmailUnmarked
            | Self::PhoneUnmarked
            | Self::AddressUnmarked
            | Self::NameUnmarked => Weight::Notice,
            _ => Weight::Blocks,
        }
    }
}

impl Finding {
    /// A finding at a field.
    pub fn at(place: impl Into<String>, code: FindingCode) -> Self {
        Self {
            place: place.into(),
            code,
        }
    }
}
