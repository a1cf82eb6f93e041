//! Addresses within the site, without a language prefix. They are permanent promises,
//! since the city prints them on paper.

use domain::Lang;
use domain::case::CaseNumber;
use domain::section::Section;
use domain::slug::Slug;

/// The front page.
pub const FRONT: &str = "/";
/// The list of decisions.
pub const DECISIONS: &str = "/paatokset";
/// The last days of the decisions of the list as a calendar file.
pub const DECISIONS_CALENDAR: &str = "/paatokset.ics";
/// The list of projects.
pub const PROJECTS: &str = "/hankkeet";
/// The form that takes the code of a document that was handed out.
pub const CHECK: &str = "/tarkista";
/// Signing in.
pub const SIGN_IN: &str = "/kirjaudu";
/// Signing out, by POST.
pub const SIGN_OUT: &str = "/kirjaudu/ulos";
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

/// The page of a case.
pub fn case(number: &CaseNumber) -> String {
    format!("/asiat/{number}")
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
    match lang {
        Lang::Fi => address.to_owned(),
        Lang::Sv | Lang::En => format!("/{}{address}", lang.code()),
    }
}
