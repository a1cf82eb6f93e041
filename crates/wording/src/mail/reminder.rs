//! The mail that reminds an official of a last day.

use calendar::AppealPeriod;
use domain::case::CaseNumber;
use domain::city::City;
use domain::section::Section;

use super::{Letter, one_line};
use crate::public::Site;
use crate::{Lang, decision, names, period};

/// What a reminder is about. Whose period it is, is not told: the sheet of the decision says it to
/// those who may read it.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The city that reminds.
    pub city: &'a City,
    /// Who decided.
    pub decision_maker: &'a str,
    /// The section of the decision.
    pub section: &'a Section,
    /// The number of its case.
    pub case_number: &'a CaseNumber,
    /// Whether it is a party's period, else that of municipal members.
    pub of_a_party: bool,
    /// The period.
    pub period: &'a AppealPeriod,
    /// The absolute address of the decision's sheet.
    pub decision_url: &'a str,
    /// The absolute address of the reminder.
    pub reminder_url: &'a str,
}

texts! {
    /// The fixed parts.
    enum Part {
        Members: "Kunnan jäsenen muutoksenhakuaika", "Kommunmedlemmens tid för ändringssökande", "The appeal period of municipal members";
        Party: "Erään asianosaisen muutoksenhakuaika", "En parts tid för ändringssökande", "A party's appeal period";
        Remedy: "Muutoksenhakukeino", "Sätt att söka ändring", "Remedy";
        Steps: "Näin määräaika on laskettu:", "Så här har fristen räknats ut:", "How it was counted:";
        Decision: "Päätös rekisterissä:", "Beslutet i registret:", "The decision in the register:";
        Acknowledge: "Kuittaa muistutus nähdyksi:", "Kvittera påminnelsen som sedd:", "Say that you have seen this:";
        Automatic: "Rekisteri lähetti tämän viestin itse.", "Registret skickade meddelandet automatiskt.", "The register sent this by itself.";
    }
}

/// The reminder of a period.
pub fn letter(about: &About<'_>, lang: Lang) -> Letter {
    let section = decision::section(about.section.number, about.section.year);
    let place = format!("{} {section}", about.decision_maker);
    let end = period::last_moment(about.period, lang);
    let whose = if about.of_a_party {
        Part::Party
    } else {
        Part::Members
    };
    let ends = ends(whose.text(lang), &end, lang);
    let steps = period::steps(about.period, lang);
    let steps: Vec<String> = steps.iter().map(|step| format!("- {step}")).collect();
    let remedy = names::remedy(about.period.remedy, lang);
    let paragraphs = [
        format!("{place}, {}", about.case_number),
        format!("{ends}.\n{}: {remedy}.", Part::Remedy.text(lang)),
        format!("{}\n{}", Part::Steps.text(lang), steps.join("\n")),
        format!("{}\n{}", Part::Decision.text(lang), about.decision_url),
        format!("{}\n{}", Part::Acknowledge.text(lang), about.reminder_url),
        format!(
            "{}\n{}, {}\n",
            Part::Automatic.text(lang),
            about.city.name.in_lang(lang),
            Site::Service.text(lang)
        ),
    ];
    Letter {
        subject: one_line(&format!("{}: {place}", subject(&end, lang))),
        body: paragraphs.join("\n\n").replace('\u{a0}', " "),
    }
}

fn ends(whose: &str, end: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("{whose} päättyy {end}"),
        Lang::Sv => format!("{whose} går ut {end}"),
        Lang::En => format!("{whose} ends {end}"),
    }
}

fn subject(end: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("Muutoksenhakuaika päättyy {end}"),
        Lang::Sv => format!("Tiden för ändringssökande går ut {end}"),
        Lang::En => format!("Appeal period ends {end}"),
    }
}
