//! The mail that notifies an official of something of their own.

use domain::case::CaseNumber;
use domain::city::City;
use domain::notification::NotificationKind;
use domain::section::Section;

use super::{Letter, one_line};
use crate::public::Site;
use crate::{Lang, decision, notification};

/// What a notification is about.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The city that notifies.
    pub city: &'a City,
    /// Of what.
    pub kind: NotificationKind,
    /// Who decided and at which section, once it is decided.
    pub decided: Option<(&'a str, &'a Section)>,
    /// The number of its case, where it has one.
    pub case_number: Option<&'a CaseNumber>,
    /// The absolute address of the decision's sheet.
    pub decision_url: &'a str,
    /// The absolute address of the page on which notifications are chosen.
    pub settings_url: &'a str,
}

texts! {
    /// The fixed parts.
    enum Part {
        Decision: "Päätös rekisterissä:", "Beslutet i registret:", "The decision in the register:";
        Settings: "Voit valita, mistä saat ilmoituksen:", "Du kan välja vad du får meddelanden om:", "You can choose what to be notified of:";
        Automatic: "Rekisteri lähetti tämän viestin itse.", "Registret skickade meddelandet automatiskt.", "The register sent this by itself.";
        NoNumber: "asiatunnus ei ole vielä tiedossa", "ärendenumret är ännu inte känt", "case number not known yet";
    }
}

/// The mail of a notification. It names neither a party nor what the decision is called: both are
/// told by the sheet of the decision to those who may read it.
pub fn letter(about: &About<'_>, lang: Lang) -> Letter {
    let sentence = notification::sentence(about.kind, lang);
    let number = about.case_number.map(ToString::to_string);
    let number = number.unwrap_or_else(|| Part::NoNumber.text(lang).to_owned());
    let place = match about.decided {
        Some((maker, section)) => {
            let section = decision::section(section.number, section.year);
            format!("{maker} {section}, {number}")
        }
        None => number,
    };
    let paragraphs = [
        format!("{sentence}.\n{place}"),
        format!("{}\n{}", Part::Decision.text(lang), about.decision_url),
        format!("{}\n{}", Part::Settings.text(lang), about.settings_url),
        format!(
            "{}\n{}, {}\n",
            Part::Automatic.text(lang),
            about.city.name.in_lang(lang),
            Site::Service.text(lang)
        ),
    ];
    Letter {
        subject: one_line(&format!("{sentence}: {place}")),
        body: paragraphs.join("\n\n").replace('\u{a0}', " "),
    }
}
