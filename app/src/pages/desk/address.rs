//! Addresses of officials' pages, without a language prefix.

use calendar::Remedy;
use domain::case::{CaseKey, ClassCode};
use domain::id::{
    CaseDocumentId, CaseMeasureId, CasePartyId, CertificateId, DecisionId, ExtractId, FilingId,
    ReminderId, RetentionRuleId, ServiceId,
};
use domain::slug::Slug;
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
/// The reminders of last days.
pub const REMINDERS: &str = "/tyopoyta/muistutukset";
/// The form that opens a case.
pub const NEW_CASE: &str = "/tyopoyta/asiat/uusi";

/// The list of cases.
pub const CASES: &str = "/tyopoyta/asiat";
/// The classes of cases.
pub const CLASSES: &str = "/tyopoyta/tehtavaluokat";
/// Where case numbers come from.
pub const NUMBERING: &str = "/tyopoyta/asiatunnukset";
/// The disposal list.
pub const DISPOSAL: &str = "/tyopoyta/havitys";

/// The form of a document that came in.
pub fn new_incoming(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/asiakirjat/saapunut")
}

/// The form of a document made here.
pub fn new_own(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/asiakirjat/oma")
}

/// The form that corrects the record of a document.
pub fn document(case: &CaseKey, document: CaseDocumentId) -> String {
    format!("{DESK}/asiat/{case}/asiakirjat/{document}")
}

/// The form that records a measure.
pub fn new_measure(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/toimenpiteet/uusi")
}

/// The form that corrects a measure.
pub fn measure(case: &CaseKey, measure: CaseMeasureId) -> String {
    format!("{DESK}/asiat/{case}/toimenpiteet/{measure}")
}

/// The form that adds who has to do with a case.
pub fn new_case_party(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/osalliset/uusi")
}

/// The form that corrects or removes who has to do with a case.
pub fn case_party(case: &CaseKey, party: CasePartyId) -> String {
    format!("{DESK}/asiat/{case}/osalliset/{party}")
}

/// The forms of the relations of a case.
pub fn relations(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/liittyvat")
}

/// The form that changes the state of a case.
pub fn case_state(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/tila")
}

/// A class of cases with its rules.
pub fn class(code: &ClassCode) -> String {
    format!("{CLASSES}/{code}")
}

/// The form that adds a rule to a class.
pub fn new_rule(code: &ClassCode) -> String {
    format!("{CLASSES}/{code}/saannot/uusi")
}

/// The form that changes a rule.
pub fn rule(code: &ClassCode, rule: RetentionRuleId) -> String {
    format!("{CLASSES}/{code}/saannot/{rule}")
}

/// A case on the way to its disposal.
pub fn disposal(case: &CaseKey) -> String {
    format!("{DISPOSAL}/{case}")
}

/// The form that proposes a case for disposal.
pub fn propose(case: &CaseKey) -> String {
    format!("{DISPOSAL}/{case}/esitys")
}

/// The form that approves a proposal or leaves it.
pub fn decide_disposal(case: &CaseKey) -> String {
    format!("{DISPOSAL}/{case}/ratkaisu")
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

/// Where the form that drafts a decision is posted.
pub fn new_decision(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/paatokset/uusi")
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
