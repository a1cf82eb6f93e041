//! Fixed texts of the public pages, and what stands around every page.

pub mod actors;
mod afterwards;
pub mod api;
pub mod appeal_guide;
mod column;
pub mod feed;
mod filter;
mod follow;
pub mod money;
mod open;
pub mod open_data;
mod pages;
mod problem;
pub mod statements;

use calendar::Means;
use domain::appeal_right::AppealRight;
use domain::view::public::PublicSince;
use time::Date;

use crate::Lang;

pub use afterwards::{AfterwardsText, changed_by, changes, corrected_on, in_force};
pub use column::ColumnText;
pub use filter::{filter_part, narrowed, stage_name};
pub use follow::{FollowText, asked};
pub use open::OpenText;
pub use pages::{CaseText, DecisionText, FrontText, ListText, ProjectText};
pub use problem::Problem;

texts! {
    /// What stands around every page.
    pub enum Site {
        Service: "Hankerekisteri", "Projektregister", "Project register";
        About: "Kaupungin osarahoittamat hankkeet ja päätökset, joilla niitä rahoitetaan.", "Projekt som staden medfinansierar och de beslut genom vilka de finansieras.", "Projects co-financed by the city, and the decisions that fund them.";
        OwnName: "Suomeksi", "På svenska", "In English";
        Languages: "Kieli", "Språk", "Language";
        Menu: "Päävalikko", "Huvudmeny", "Main menu";
        Front: "Etusivu", "Startsida", "Front page";
        Decisions: "Päätökset", "Beslut", "Decisions";
        Projects: "Hankkeet", "Projekt", "Projects";
        Money: "Rahoitus", "Finansiering", "Funding";
        Desk: "Työpöytä", "Arbetsbord", "Desk";
        SignIn: "Virkailijan kirjautuminen", "Inloggning för tjänsteinnehavare", "Sign in for officials";
        SignOut: "Kirjaudu ulos", "Logga ut", "Sign out";
        Breadcrumbs: "Murupolku", "Brödsmulor", "Breadcrumbs";
        SkipToContent: "Siirry sisältöön", "Gå till innehållet", "Skip to content";
        Help: "Ohjeet ja tietoa", "Anvisningar och information", "Help and information";
        ErrorPrefix: "Virhe: ", "Fel: ", "Error: ";
        CheckTheForm: "Tarkista lomake", "Kontrollera blanketten", "Check the form";
        Pages: "Sivut", "Sidor", "Pages";
        PageNumber: "Sivu", "Sida", "Page";
        PreviousPage: "Edellinen", "Föregående", "Previous";
        NextPage: "Seuraava", "Nästa", "Next";
        Table: "Taulukko", "Tabell", "Table";
        Omitted: "[poistettu]", "[borttaget]", "[removed]";
        OmittedInWords: "tästä on poistettu tietoa, joka ei ole julkista", "här har tagits bort uppgifter som inte är offentliga", "information that is not public has been removed here";
        Demonstration: "Esittely", "Demonstration", "Demonstration";
    }
}

/// Says that the clock was set for a demonstration, and to which moment.
pub fn clock_is_set(now: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!(
            "Esittely: kello on asetettu, nyt on {now}. Päivät ja määräajat lasketaan siitä."
        ),
        Lang::Sv => format!(
            "Demonstration: klockan är ställd, nu är det {now}. Dagar och tidsfrister räknas från det."
        ),
        Lang::En => format!(
            "Demonstration: the clock has been set, it is {now}. Days and time limits are counted from it."
        ),
    }
}

/// A number of decisions: `142 päätöstä`.
pub fn decisions(number: u64, lang: Lang) -> String {
    counted(
        number,
        match lang {
            Lang::Fi => ("päätös", "päätöstä"),
            Lang::Sv => ("beslut", "beslut"),
            Lang::En => ("decision", "decisions"),
        },
        lang,
    )
}

/// What the page of a case tells, in a sentence: `Asia KAJDno-2023-912, Kuntarahoitus: asian
/// julkiset päätökset (2 päätöstä) ja hankkeet.`
pub fn case_description(number: &str, title: &str, count: u64, lang: Lang) -> String {
    let count = decisions(count, lang);
    match lang {
        Lang::Fi => {
            format!("Asia {number}, {title}: asian julkiset päätökset ({count}) ja hankkeet.")
        }
        Lang::Sv => {
            format!("Ärende {number}, {title}: offentliga beslut ({count}) och projekt i ärendet.")
        }
        Lang::En => {
            format!("Case {number}, {title}: its public decisions ({count}) and projects.")
        }
    }
}

/// A number of decisions where counting stopped: `yli 2 000 päätöstä`.
pub fn more_decisions(number: u64, lang: Lang) -> String {
    let counted = decisions(number, lang);
    match lang {
        Lang::Fi => format!("yli {counted}"),
        Lang::Sv => format!("över {counted}"),
        Lang::En => format!("more than {counted}"),
    }
}

/// That words find more than is ranked and can be paged: only the newest are shown.
pub fn only_newest(number: u64, lang: Lang) -> String {
    let number = crate::format::count(number, lang);
    match lang {
        Lang::Fi => format!(
            "Haku löytää näin monta. Luettelossa ovat niistä {number} uusinta: tarkenna hakua, niin näet muutkin."
        ),
        Lang::Sv => format!(
            "Så många hittas. Listan visar de {number} nyaste: precisera sökningen för att se de övriga."
        ),
        Lang::En => format!(
            "That many are found. The list shows the newest {number} of them: narrow the search to see the others."
        ),
    }
}

/// A choice with how many decisions it leaves: `2023 (14)`, `2023 (yli 14)` where counting stopped.
pub fn choice(label: &str, (number, is_more): (u64, bool), lang: Lang) -> String {
    let number = crate::format::count(number, lang);
    match (is_more, lang) {
        (false, _) => format!("{label} ({number})"),
        (true, Lang::Fi) => format!("{label} (vähintään {number})"),
        (true, Lang::Sv) => format!("{label} (minst {number})"),
        (true, Lang::En) => format!("{label} (at least {number})"),
    }
}

/// A number of projects: `3 hanketta`.
pub fn projects(number: u64, lang: Lang) -> String {
    counted(
        number,
        match lang {
            Lang::Fi => ("hanke", "hanketta"),
            Lang::Sv => ("projekt", "projekt"),
            Lang::En => ("project", "projects"),
        },
        lang,
    )
}

fn counted(number: u64, (one, many): (&str, &str), lang: Lang) -> String {
    let word = if number == 1 { one } else { many };
    format!("{}\u{a0}{word}", crate::format::count(number, lang))
}

/// Which version of a funding plan is shown: a plan is changed without the decision changing.
///
/// ```
/// use time::macros::date;
/// use wording::{Lang, public::plan_version};
/// let version = plan_version(2, date!(2023 - 08 - 18), Lang::Fi);
/// assert_eq!(version, "Suunnitelman versio 2, tallennettu 18.8.2023.");
/// ```
pub fn plan_version(version: u32, on: Date, lang: Lang) -> String {
    let day = crate::format::date(on, lang);
    match lang {
        Lang::Fi => format!("Suunnitelman versio {version}, tallennettu {day}."),
        Lang::Sv => format!("Planens version {version}, sparad {day}."),
        Lang::En => format!("Version {version} of the plan, saved on {day}."),
    }
}

/// The link to a decision's PDF, with the language of the document it leads to.
pub fn pdf_link(document: Lang, lang: Lang) -> String {
    let of_document = in_language(document, lang);
    match lang {
        Lang::Fi => format!("Lataa päätös PDF-tiedostona ({of_document})"),
        Lang::Sv => format!("Ladda ner beslutet som PDF-fil ({of_document})"),
        Lang::En => format!("Download the decision as a PDF file ({of_document})"),
    }
}

/// Says that a decision exists in its own language only, where that is not the interface's.
pub fn only_in(document: Lang, lang: Lang) -> Option<String> {
    let of_document = in_language(document, lang);
    (document != lang).then(|| match lang {
        Lang::Fi => format!("Päätöksen teksti on vain {of_document}."),
        Lang::Sv => format!("Beslutets text finns endast {of_document}."),
        Lang::En => format!("The text of the decision is {of_document} only."),
    })
}

const fn in_language(document: Lang, lang: Lang) -> &'static str {
    match (document, lang) {
        (Lang::Fi, Lang::Fi) => "suomeksi",
        (Lang::Fi, Lang::Sv) => "på finska",
        (Lang::Fi, Lang::En) => "in Finnish",
        (Lang::Sv, Lang::Fi) => "ruotsiksi",
        (Lang::Sv, Lang::Sv) => "på svenska",
        (Lang::Sv, Lang::En) => "in Swedish",
        (Lang::En, Lang::Fi) => "englanniksi",
        (Lang::En, Lang::Sv) => "på engelska",
        (Lang::En, Lang::En) => "in English",
    }
}

/// Why a decision shows no period of municipal members, where that is to be said.
pub fn no_member_period(
    since: PublicSince,
    right: AppealRight,
    lang: Lang,
) -> Option<&'static str> {
    let text = match since {
        _ if right == AppealRight::PreparationOrImplementation => DecisionText::NoAppeal,
        _ if !right.starts(Means::PublishedMinutes) => DecisionText::NoMemberPeriod,
        PublicSince::UnknownDay => DecisionText::MemberPeriodUnknown,
        PublicSince::Day(_) | PublicSince::NotYet => return None,
    };
    Some(text.text(lang))
}
