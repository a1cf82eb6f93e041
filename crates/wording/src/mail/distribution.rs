//! The mail by which a decision is sent for information (tiedoksi).

use domain::case::CaseNumber;
use domain::city::City;
use domain::section::Section;
use domain::view::public::Decided;

use super::{Letter, one_line};
use crate::public::Site;
use crate::{Lang, decision};

/// What is sent for information: only what the public page says for good. To whom, is not told.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The city that decided.
    pub city: &'a City,
    /// Who decided.
    pub decision_maker: &'a str,
    /// The section of the decision.
    pub section: &'a Section,
    /// Its title.
    pub title: &'a str,
    /// When it was decided, as far as known.
    pub decided: Decided,
    /// The number of its case.
    pub case_number: &'a CaseNumber,
    /// The absolute address of its public page.
    pub page_url: &'a str,
}

texts! {
    /// The fixed parts.
    enum Part {
        ForInformation: "Tiedoksi", "För kännedom", "For information";
        Lead: "Päätös lähetetään teille tiedoksi.", "Beslutet sänds till er för kännedom.", "This decision is sent to you for information.";
        Decided: "Päätöspäivä", "Beslutsdag", "Decided";
        Page: "Päätös julkisessa tietoverkossa:", "Beslutet i det offentliga datanätet:", "The decision on the public network:";
        NoService: "Viesti on vain tiedoksi. Se ei ole hallintolain mukainen tiedoksianto, eikä siitä ala muutoksenhakuaika.", "Meddelandet är endast för kännedom. Det är ingen delgivning enligt förvaltningslagen, och ingen tid för ändringssökande börjar av det.", "The message is for information only. It is no service under the Administrative Procedure Act, and no appeal period starts from it.";
        Automatic: "Rekisteri lähetti tämän viestin itse.", "Registret skickade meddelandet automatiskt.", "The register sent this by itself.";
    }
}

/// The mail that sends a decision for information.
pub fn letter(about: &About<'_>, lang: Lang) -> Letter {
    let section = decision::section(about.section.number, about.section.year);
    let place = format!("{} {section}", about.decision_maker);
    let decided = format!(
        "{}: {}",
        Part::Decided.text(lang),
        decision::decided(about.decided, lang)
    );
    let paragraphs = [
        Part::Lead.text(lang).to_owned(),
        format!(
            "{}\n{place}, {}\n{decided}",
            one_line(about.title),
            about.case_number
        ),
        format!("{}\n{}", Part::Page.text(lang), about.page_url),
        Part::NoService.text(lang).to_owned(),
        format!(
            "{}\n{}, {}\n",
            Part::Automatic.text(lang),
            about.city.name.in_lang(lang),
            Site::Service.text(lang)
        ),
    ];
    let subject = Part::ForInformation.text(lang);
    Letter {
        subject: one_line(&format!("{subject}: {place}, {}", about.title)),
        body: paragraphs.join("\n\n").replace('\u{a0}', " "),
    }
}
