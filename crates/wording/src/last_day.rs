//! Last days of appeal periods in calendars: on officials' pages and in calendar files.

use calendar::{AppealPeriod, Remedy, Time};
use domain::section::Section;
use domain::view::desk::{Span, Whose};

use crate::Lang;
use crate::public::DecisionText;
use crate::{decision, format, names, period};

texts! {
    /// Texts of calendars of last days.
    pub enum LastDayText {
        Calendar: "Määräpäivät", "Sista dagar", "Last days";
        Lead: "Muutoksenhakuaikojen viimeiset päivät: kunnan jäsenten ja asianosaisten, kaikista päätöksistä.", "De sista dagarna av tiderna för ändringssökande: kommunmedlemmarnas och parternas, i alla beslut.", "The last days of the appeal periods of municipal members and parties, of all decisions.";
        Month: "Kuukausi", "Månad", "Month";
        List: "Luettelo", "Lista", "List";
        Views: "Näkymä", "Vy", "View";
        Months: "Kuukaudet", "Månader", "Months";
        ThisMonth: "Tämä kuukausi", "Denna månad", "This month";
        Week: "Viikko", "Vecka", "Week";
        Today: "tänään", "i dag", "today";
        Whose: "Kenen", "Vems", "Whose";
        NoneInMonth: "Tässä kuussa ei pääty yhtään määräaikaa.", "Ingen tidsfrist går ut denna månad.", "No period ends in this month.";
        NoneFrom: "Tästä päivästä eteenpäin ei pääty yhtään määräaikaa.", "Ingen tidsfrist går ut från och med denna dag.", "No period ends from this day on.";
        Cut: "Määräaikoja on enemmän kuin tässä näytetään. Rajaa niitä.", "Det finns fler tidsfrister än vad som visas här. Avgränsa dem.", "There are more periods than are shown here. Narrow them.";
        Download: "Lataa määräpäivät kalenteritiedostona (ICS)", "Ladda ner de sista dagarna som kalenderfil (ICS)", "Download the last days as a calendar file (ICS)";
        Member: "kunnan jäsen", "kommunmedlem", "municipal member";
        Repealed: "kumottu", "upphävt", "repealed";
        NoLonger: "Päätös on kumottu lainvoimaisesti, joten määräaikaa ei enää ole.", "Beslutet har upphävts genom ett lagakraftvunnet avgörande, så tidsfristen gäller inte längre.", "The decision has been finally repealed, so that the period no longer exists.";
    }
}

/// The name of a calendar: `Kajaanin kaupunki, muutoksenhaun määräpäivät`, with whose decisions
/// where it is one decision maker's.
pub fn calendar_name(city: &str, decision_maker: Option<&str>, lang: Lang) -> String {
    let what = match lang {
        Lang::Fi => "muutoksenhaun määräpäivät",
        Lang::Sv => "sista dagar för ändringssökande",
        Lang::En => "last days for appeal",
    };
    let maker = decision_maker.map_or(String::new(), |maker| format!(", {maker}"));
    format!("{city}{maker}: {what}")
}

/// The title of a page of the calendar: `Määräpäivät, syyskuu 2023`.
pub fn title(span: Span, lang: Lang) -> String {
    let calendar = LastDayText::Calendar.text(lang);
    match span {
        Span::Month(first) => format!("{calendar}, {}", format::month(first, lang)),
        Span::From(day) => {
            let day = format::date(day, lang);
            match lang {
                Lang::Fi => format!("{calendar} {day} alkaen"),
                Lang::Sv => format!("{calendar} från och med {day}"),
                Lang::En => format!("{calendar} from {day} on"),
            }
        }
    }
}

/// Whose period it is.
///
/// ```
/// use domain::view::desk::Whose;
/// use wording::{Lang, last_day::whose};
/// assert_eq!(whose(&Whose::MunicipalMember, Lang::Sv), "kommunmedlem");
/// assert_eq!(whose(&Whose::Party("Korkeakoulu Oy".into()), Lang::En), "party Korkeakoulu Oy");
/// ```
pub fn whose(whose: &Whose, lang: Lang) -> String {
    match (whose, lang) {
        (Whose::MunicipalMember, _) => LastDayText::Member.text(lang).to_owned(),
        (Whose::Party(name), Lang::Fi) => format!("asianosainen {name}"),
        (Whose::Party(name), Lang::Sv) => format!("parten {name}"),
        (Whose::Party(name), Lang::En) => format!("party {name}"),
    }
}

/// What ends on the day, in a line: `Viimeinen päivä klo 15.00: oikaisuvaatimus (kuntalaki), kunnan
/// jäsen`.
pub fn summary(remedy: Remedy, closes_at: Option<Time>, of: &Whose, lang: Lang) -> String {
    let last_day = match lang {
        Lang::Fi => "Viimeinen päivä",
        Lang::Sv => "Sista dagen",
        Lang::En => "Last day",
    };
    let at = closes_at.map_or(String::new(), |at| format!(" {}", format::at(at, lang)));
    let remedy = names::remedy(remedy, lang);
    format!("{last_day}{at}: {remedy}, {}", whose(of, lang))
}

/// A decision by its maker and section: `Kaupunginjohtaja § 5/2023`.
pub fn place(decision_maker: &str, section: &Section) -> String {
    let section = decision::section(section.number, section.year);
    format!("{decision_maker} {section}")
}

/// How the period was counted, a line for each step; of municipal members it says that a party's
/// period is another.
pub fn description(counted: &AppealPeriod, of: &Whose, is_repealed: bool, lang: Lang) -> String {
    let mut lines = Vec::new();
    if is_repealed {
        lines.push(LastDayText::NoLonger.text(lang).to_owned());
    }
    lines.push(format!("{}:", DecisionText::StepsHeading.text(lang)));
    lines.extend(period::steps(counted, lang));
    if *of == Whose::MunicipalMember {
        lines.push(DecisionText::Parties.text(lang).to_owned());
    }
    lines.join("\n")
}
