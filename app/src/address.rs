//! Addresses within the site, without a language prefix. They are permanent promises,
//! since the city prints them on paper.

use calendar::{Date, Means, Remedy};
use domain::Lang;
use domain::case::CaseNumber;
use domain::funding::Payer;
use domain::id::OrganisationId;
use domain::section::Section;
use domain::slug::Slug;
use domain::view::appeal_guide::{PeriodQuestion, REMEDY};
use domain::view::city_money::Part;
use domain::view::commitment_list::Named;
use domain::view::decision_list::DecisionFilter;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The front page.
pub const FRONT: &str = "/";
/// The list of decisions.
pub const DECISIONS: &str = "/paatokset";
/// The last days of the decisions of the list as a calendar file.
pub const DECISIONS_CALENDAR: &str = "/paatokset.ics";
/// The list of projects.
pub const PROJECTS: &str = "/hankkeet";
/// The fields of Regulation (EU) 2021/1060 Art. 49(3), without the ending of a form.
pub const OPERATIONS: &str = "/hankkeet/eu-hankkeet";
/// The name under which they are saved, which says that the list is not the official one.
pub const OPERATIONS_FILE: &str = "eu-hankkeet-epavirallinen-ote";
/// The list of decision makers.
pub const DECISION_MAKERS: &str = "/paatoksentekijat";
/// The list of those who fund projects.
pub const FUNDERS: &str = "/rahoittajat";
/// Where the city's euros go.
pub const MONEY: &str = "/rahoitus";
/// Every promise that they are summed from as CSV and XLSX.
pub const MONEY_FILES: [&str; 2] = ["/rahoitus.csv", "/rahoitus.xlsx"];
/// How to appeal, with the calculator of periods.
pub const APPEALS: &str = "/muutoksenhaku";
/// What there is for programs, and under which terms.
pub const OPEN_DATA: &str = "/avoindata";
/// All of it in one file.
pub const OPEN_DATA_FILE: &str = "/avoindata/hankerekisteri.zip";
/// The form that takes the code of a document that was handed out.
pub const CHECK: &str = "/tarkista";
/// The accessibility statement.
pub const ACCESSIBILITY: &str = "/saavutettavuus";
/// What is said of personal data.
pub const PRIVACY: &str = "/tietosuoja";
/// The read API, told to people.
pub const API_PAGE: &str = "/rajapinta";
/// The read API, told to programs; in no language.
pub const API_DESCRIPTION: &str = "/rajapinta/openapi.json";
/// What the addresses of the read API begin with; in no language.
pub const API: &str = "/rajapinta/v1";
/// Following decisions by e-mail.
pub const FOLLOW: &str = "/seuraa";
/// That a mail is on its way from which following is confirmed.
pub const FOLLOW_ASKED: &str = "/seuraa/pyydetty";
/// That nothing is followed any more.
pub const FOLLOW_STOPPED: &str = "/seuraa/lopetettu";
/// Signing in.
pub const SIGN_IN: &str = "/kirjaudu";
/// Signing out, by POST.
pub const SIGN_OUT: &str = "/kirjaudu/ulos";
/// Stands in a query for what is named by nothing, such as no year.
pub const WITHOUT: &str = "-";
/// The officials' desk.
pub const DESK: &str = "/tyopoyta";

/// The page of a decision.
pub fn decision(section: &Section) -> String {
    format!("{DECISIONS}/{section}")
}

/// The public version of a decision as PDF.
pub fn decision_pdf(section: &Section) -> String {
    format!("{DECISIONS}/{section}.pdf")
}

/// The last day of a decision as a calendar file.
pub fn decision_calendar(section: &Section) -> String {
    format!("{DECISIONS}/{section}.ics")
}

/// An attachment of a decision, by its number.
pub fn attachment(section: &Section, number: usize) -> String {
    format!("{DECISIONS}/{section}/liitteet/{number}")
}

/// What the code of a document that was handed out confirms.
pub fn confirmation(code: &str) -> String {
    format!("{CHECK}/{code}")
}

/// The page of a project.
pub fn project(slug: &Slug) -> String {
    format!("{PROJECTS}/{slug}")
}

/// The page of a decision maker, by the slug of its section series.
pub fn decision_maker(series: &Slug) -> String {
    format!("{DECISION_MAKERS}/{series}")
}

/// The page of an organisation that funds projects.
pub fn funder(id: OrganisationId) -> String {
    format!("{FUNDERS}/{id}")
}

/// The rows that a sum of the city's euros is made of, page by page.
pub fn money(part: &Part, page: u32) -> String {
    let (name, value) = match part {
        Part::Year(year) => ("vuosi", named(*year)),
        Part::BudgetLine(line) => ("kohta", text(&named(line.clone()))),
        Part::WithoutProject => ("hanke", WITHOUT.to_owned()),
        Part::Payer(of) => ("rahoittaja", payer(*of)),
    };
    let page = if page > 1 {
        format!("&sivu={page}")
    } else {
        String::new()
    };
    format!("{MONEY}?{name}={value}{page}")
}

/// The query of a list of decisions, with its question mark, or nothing: the same for the page, the
/// feeds and the files of the list.
pub fn query(filter: &DecisionFilter) -> String {
    pairs(&filter.pairs())
}

/// Names and values as a query with its question mark, or nothing.
fn pairs(pairs: &[(&'static str, String)]) -> String {
    let pairs = pairs.iter();
    let pairs: Vec<String> = pairs
        .map(|(name, value)| format!("{name}={}", text(value)))
        .collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}

/// The answer of the calculator of periods: the period of a remedy from an event.
pub fn period(remedy: Remedy, means: Means, day: Date) -> String {
    format!(
        "{APPEALS}{}",
        pairs(&PeriodQuestion::pairs(remedy, means, day))
    )
}

/// The calculator with the remedy chosen.
pub fn period_of(remedy: Remedy) -> String {
    format!("{APPEALS}?{REMEDY}={}", remedy.code())
}

/// What the owner of a mail follows, by the key in it.
pub fn followed(key: &str) -> String {
    format!("{FOLLOW}/{}", text(key))
}

/// The page of a case.
pub fn case(number: &CaseNumber) -> String {
    format!("/asiat/{number}")
}

/// A year of a query, or that none is named.
pub fn named_year(text: &str) -> Option<Named<u16>> {
    match text {
        WITHOUT => Some(Named::Nothing),
        year => year.parse().ok().filter(|year| *year > 0).map(Named::Is),
    }
}

/// A word of a query, or that none is named.
pub fn named_text(text: &str) -> Option<Named<String>> {
    match text.trim() {
        "" => None,
        WITHOUT => Some(Named::Nothing),
        text => Some(Named::Is(text.to_owned())),
    }
}

/// A value as it stands in a query, and what stands for none.
pub fn named<T: ToString>(value: Named<T>) -> String {
    match value {
        Named::Is(value) => value.to_string(),
        Named::Nothing => WITHOUT.to_owned(),
    }
}

/// A payer as it stands in a query.
pub fn payer(payer: Payer) -> String {
    match payer {
        Payer::Organisation(id) => id.to_string(),
        Payer::Together => "yhdessa".to_owned(),
        Payer::Others => "muut".to_owned(),
        Payer::Missing => "puuttuva".to_owned(),
    }
}

/// The payer of a query.
pub fn payer_of(text: &str) -> Option<Payer> {
    match text {
        "yhdessa" => Some(Payer::Together),
        "muut" => Some(Payer::Others),
        "puuttuva" => Some(Payer::Missing),
        id => id.parse().ok().map(Payer::Organisation),
    }
}

/// Everything but what an address takes as it is (RFC 3986, 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Any text as a value in a query or a part of an address.
pub fn text(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// An address in a language of the interface: Finnish has no prefix.
///
/// ```
/// use app::address::in_lang;
/// use domain::Lang;
/// assert_eq!(in_lang(Lang::Fi, "/paatokset"), "/paatokset");
/// assert_eq!(in_lang(Lang::Sv, "/"), "/sv/");
/// ```
pub fn in_lang(lang: Lang, address: &str) -> String {
    format!("{}{address}", lang.prefix())
}
