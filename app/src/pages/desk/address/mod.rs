//! Addresses of officials' pages, without a language prefix.

mod budget;
mod cases;
mod claims;
mod co_funding;
mod commitments;
mod funding;
mod imports;
mod projects;

pub use budget::*;
pub use cases::*;
pub use claims::*;
pub use co_funding::*;
pub use commitments::*;
use funding::in_files;
pub use funding::*;
pub use imports::*;
pub use projects::*;

use calendar::Remedy;
use domain::case::CaseKey;
use domain::commitment::{CommitmentKey, EntryKind};
use domain::id::{
    CertificateId, DecisionDocumentId, DecisionId, DelegationId, DistributionId, ExtractId,
    FilingId, ReminderId, ServiceId, UserId,
};
use domain::slug::Slug;
use domain::view::audit::{LogQuery, SubjectPage};
use domain::view::desk::{LastDayFilter, Span};
use time::Date;

use crate::address::DESK;

/// Every organisation, and the form that adds one.
pub const ORGANISATIONS: &str = "/tyopoyta/organisaatiot";
/// Where the appeals against decisions stand.
pub const APPEALS: &str = "/tyopoyta/muutoksenhaut";
/// Officers' decisions for the call-in right.
pub const CALL_IN: &str = "/tyopoyta/otto-oikeus";
/// The same list as CSV.
pub const CALL_IN_CSV: &str = "/tyopoyta/otto-oikeus.csv";
/// The same list as PDF.
pub const CALL_IN_PDF: &str = "/tyopoyta/otto-oikeus.pdf";
/// The calendar of last days.
pub const LAST_DAYS: &str = "/tyopoyta/kalenteri";
/// By which authority is decided.
pub const DELEGATIONS: &str = "/tyopoyta/toimivallat";
/// The reminders of last days.
pub const REMINDERS: &str = "/tyopoyta/muistutukset";
/// What is signed and not yet published.
pub const PUBLICATIONS: &str = "/tyopoyta/julkaisut";
/// The extracts given.
pub const EXTRACTS: &str = "/tyopoyta/otteet";
/// The form that opens a case.
pub const NEW_CASE: &str = "/tyopoyta/asiat/uusi";

/// Every account.
pub const ACCOUNTS: &str = "/tyopoyta/kayttajat";
/// The form that adds an account.
pub const NEW_ACCOUNT: &str = "/tyopoyta/kayttajat/uusi";
/// The own account.
pub const OWN: &str = "/tyopoyta/oma";
/// Every section series.
pub const SERIES: &str = "/tyopoyta/pykalasarjat";
/// The form that adds a section series.
pub const NEW_SERIES: &str = "/tyopoyta/pykalasarjat/uusi";
/// The audit log.
pub const LOG: &str = "/tyopoyta/loki";
/// The own notifications.
pub const NOTIFICATIONS: &str = "/tyopoyta/ilmoitukset";

/// An account, and the forms that change it.
pub fn account(id: UserId) -> String {
    format!("{ACCOUNTS}/{id}")
}

/// A section series, and the forms that change it.
pub fn series(slug: &Slug) -> String {
    format!("{SERIES}/{slug}")
}

/// An event of the audit log.
pub fn log_entry(seq: i64) -> String {
    format!("{LOG}/{seq}")
}

/// The audit log, narrowed, from an event on: `ennen` or `jalkeen` with its number.
pub fn log(query: &LogQuery, from: Option<(&'static str, i64)>) -> String {
    let mut pairs = log_query(query);
    pairs.extend(from.map(|(side, seq)| (side, seq.to_string())));
    format!("{LOG}{}", in_query(&pairs))
}

/// The events that a query leaves, as a file.
pub fn log_file(query: &LogQuery) -> String {
    format!("{LOG}.csv{}", in_query(&log_query(query)))
}

/// The page on which a subject of the log is shown.
pub fn subject(page: &SubjectPage) -> String {
    match page {
        SubjectPage::Account(id) => account(*id),
        SubjectPage::Series(slug) => series(slug),
        SubjectPage::Organisations => ORGANISATIONS.to_owned(),
        SubjectPage::Case(key) => case(key),
        SubjectPage::Project(slug) => project(slug),
        SubjectPage::Decision(id) => decision(*id),
        SubjectPage::Reminder(id) => reminder(*id),
        SubjectPage::CallIn => CALL_IN.to_owned(),
        SubjectPage::Budget => BUDGET.to_owned(),
    }
}

/// A reminder, and the form that settles it.
pub fn reminder(id: ReminderId) -> String {
    format!("{REMINDERS}/{id}")
}

/// The sheet of a case.
pub fn case(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}")
}

/// The form that changes a case.
pub fn change_case(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/tiedot")
}

/// The form that adds a project to a case.
pub fn new_project(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/hankkeet/uusi")
}

/// The form with which a decision begins.
pub fn new_decision(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/paatokset/uusi")
}

/// The same for a project of the case.
pub fn new_decision_on(case: &CaseKey, project: &Slug) -> String {
    format!("{}?hanke={project}", new_decision(case))
}

/// The sheet of a project.
pub fn project(slug: &Slug) -> String {
    format!("{DESK}/hankkeet/{slug}")
}

/// The form that changes a project.
pub fn project_facts(slug: &Slug) -> String {
    format!("{DESK}/hankkeet/{slug}/tiedot")
}

/// The form of a project's funding plan.
pub fn funding(slug: &Slug) -> String {
    format!("{DESK}/hankkeet/{slug}/rahoitus")
}

/// The sheet of a decision.
pub fn decision(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}")
}

/// Where the text of a draft is kept while one types.
pub fn autosave(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/autosave")
}

/// Where it is answered whether words are about a person.
pub fn about_person(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/henkilotieto")
}

/// A delegation of authority, and the form that changes it.
pub fn delegation(id: DelegationId) -> String {
    format!("{DELEGATIONS}/{id}")
}

/// A commitment of a signed decision.
pub fn commitment(key: CommitmentKey) -> String {
    format!("{COMMITMENTS}/{}/{}", key.decision, key.line)
}

/// The form that records an entry of a kind about a commitment.
pub fn record_entry(key: CommitmentKey, kind: EntryKind) -> String {
    let name = entry_name(kind);
    format!("{}/{name}", commitment(key))
}

/// The form that undoes an entry about a commitment.
pub fn reverse_entry(key: CommitmentKey, number: u32) -> String {
    format!("{}/{number}", record_entry(key, EntryKind::Reversed))
}

/// The kind of entry that the address of its form names; a reversal also names an entry.
pub fn entry_kind(name: &str) -> Option<EntryKind> {
    let mut kinds = EntryKind::ALL.into_iter();
    let found = kinds.find(|kind| entry_name(*kind) == name);
    found.filter(|kind| *kind != EntryKind::Reversed)
}

const fn entry_name(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ConditionMet => "ehto",
        EntryKind::Paid => "maksu",
        EntryKind::Recovered => "takaisinperinta",
        EntryKind::Released => "vapautus",
        EntryKind::Lapsed => "raukeaminen",
        EntryKind::AidAssessed => "valtiontuki",
        EntryKind::Reversed => "kumoa",
    }
}

/// The form of a draft.
pub fn draft(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/luonnos")
}

/// Where a draft is checked and sent for signature.
pub fn check(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/tarkista")
}

/// Where a decision is read and signed.
pub fn sign(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/allekirjoita")
}

/// Where the form that returns a decision to preparation is posted.
pub fn give_back(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/palauta")
}

/// Where the button that takes a sent draft back is posted.
pub fn recall(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/takaisin")
}

/// The form that withdraws a draft.
pub fn abandon(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/peru")
}

/// Where the button that takes a withdrawn draft up again is posted.
pub fn take_up(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/uudelleen")
}

/// Where the form that states a conflict of interest is posted.
pub fn conflict(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/esteellisyys")
}

/// Where the button that takes the day of publication back is posted.
pub fn unschedule(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/julkaise/peru")
}

/// The form that corrects a typing error.
pub fn correct(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/korjaa")
}

/// The form that records that parties were told of a correction.
pub fn tell(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/korjaa/ilmoitus")
}

/// The form that records several services at once.
pub fn serve_many(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/tiedoksiannot")
}

/// The form that records a decision as made elsewhere.
pub fn elsewhere(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/muualla")
}

/// The form that publishes a decision.
pub fn publish(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/julkaise")
}

/// The form that records when a party was served.
pub fn service(id: DecisionId, service: ServiceId) -> String {
    format!("{DESK}/paatokset/{id}/tiedoksianto/{service}")
}

/// The form that adds somebody to the distribution of a decision.
pub fn distribution(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/tiedoksi")
}

/// An entry of a distribution, and the forms that settle it.
pub fn distribution_entry(id: DecisionId, entry: DistributionId) -> String {
    format!("{DESK}/paatokset/{id}/tiedoksi/{entry}")
}

/// The form that marks somebody as a party.
pub fn new_party(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/asianosainen")
}

/// The form that records a claim or appeal.
pub fn new_filing(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/muutoksenhaku")
}

/// The form that corrects the record of a claim or appeal.
pub fn filing(id: DecisionId, filing: FilingId) -> String {
    format!("{DESK}/paatokset/{id}/muutoksenhaku/{filing}")
}

/// The form that records how a claim or appeal ended.
pub fn filing_outcome(id: DecisionId, filing: FilingId) -> String {
    format!("{DESK}/paatokset/{id}/muutoksenhaku/{filing}/ratkaisu")
}

/// The form that states legal force.
pub fn legal_force(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/lainvoima")
}

/// The form that reopens a statement of legal force.
pub fn reopen(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/lainvoima/avaa")
}

/// The form that gives a certificate of legal force.
pub fn certificate(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/lainvoima/todistus")
}

/// A certificate of legal force.
pub fn certificate_pdf(id: DecisionId, certificate: CertificateId) -> String {
    format!("{DESK}/paatokset/{id}/lainvoima/{certificate}.pdf")
}

/// The form that certifies an extract for a party.
pub fn certify(id: DecisionId, service: ServiceId) -> String {
    format!("{DESK}/paatokset/{id}/ote/{service}")
}

/// A certified extract.
pub fn extract_pdf(id: DecisionId, extract: ExtractId) -> String {
    format!("{DESK}/paatokset/{id}/ote/{extract}.pdf")
}

/// The documents made of a signed decision, and the form that makes another.
pub fn documents(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/asiakirja")
}

/// A document made of a signed decision.
pub fn document_pdf(id: DecisionId, document: DecisionDocumentId) -> String {
    format!("{DESK}/paatokset/{id}/asiakirja/{document}.pdf")
}

/// The preview of a public version: as it is during the municipal member's period, or after it.
pub fn preview(id: DecisionId, during: bool) -> String {
    format!(
        "{DESK}/paatokset/{id}/esikatselu?versio={}",
        version(during)
    )
}

/// The same as PDF.
pub fn preview_pdf(id: DecisionId, during: bool) -> String {
    format!(
        "{DESK}/paatokset/{id}/esikatselu.pdf?versio={}",
        version(during)
    )
}

const fn version(during: bool) -> &'static str {
    if during { "aikana" } else { "jalkeen" }
}

/// The attachments of a decision, and the form that changes those of a draft.
pub fn attachments(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/liitteet")
}

/// An attachment, by its number.
pub fn attachment(id: DecisionId, number: usize) -> String {
    format!("{DESK}/paatokset/{id}/liitteet/{number}")
}

/// The form that withdraws a decision from the public network.
pub fn withdrawal(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/poisto")
}

/// The form that publishes a withdrawn decision again.
pub fn publish_again(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/poisto/peru")
}

/// The extracts given of a decision.
pub fn extracts(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/otteet")
}

/// The calendar of last days, narrowed, over a span.
pub fn last_days(filter: &LastDayFilter, span: Span, today: Date) -> String {
    let mut query = span_query(span, today);
    query.extend(filter_query(filter));
    format!("{LAST_DAYS}{}", in_query(&query))
}

/// The last days that a filter leaves as a calendar file.
pub fn last_days_file(filter: &LastDayFilter) -> String {
    format!("{LAST_DAYS}.ics{}", in_query(&filter_query(filter)))
}

/// What says which days are shown; nothing of the month of today and of the list from today on,
/// which follow the time.
pub fn span_query(span: Span, today: Date) -> Vec<(&'static str, String)> {
    let month = |day: Date| {
        let month = format!("{:04}-{:02}", day.year(), u8::from(day.month()));
        ("kuukausi", month)
    };
    let list = || ("nakyma", "lista".to_owned());
    let is_this_month = |day: Date| (day.year(), day.month()) == (today.year(), today.month());
    match span {
        Span::Month(first) if is_this_month(first) => Vec::new(),
        Span::Month(first) => vec![month(first)],
        Span::From(day) if day == today => vec![list()],
        Span::From(day) => vec![list(), month(day)],
    }
}

fn filter_query(filter: &LastDayFilter) -> Vec<(&'static str, String)> {
    let parts = [
        ("paatoksentekija", filter.series.as_ref().map(Slug::as_str)),
        ("hanke", filter.project.as_ref().map(Slug::as_str)),
        ("muutoksenhakukeino", filter.remedy.map(Remedy::code)),
    ];
    let chosen = parts.into_iter();
    chosen
        .filter_map(|(name, value)| Some((name, value?.to_owned())))
        .collect()
}

fn log_query(query: &LogQuery) -> Vec<(&'static str, String)> {
    let pairs = [
        ("kuka", &query.who),
        ("tapahtuma", &query.event),
        ("kohde", &query.subject),
        ("kohteen_tunnus", &query.subject_id),
        ("alku", &query.from),
        ("loppu", &query.until),
    ];
    let named = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    named.map(|(name, value)| (name, value.clone())).collect()
}

/// A query with its `?`, or nothing. Slugs, codes and numbers need no escaping.
fn in_query(pairs: &[(&'static str, String)]) -> String {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}
