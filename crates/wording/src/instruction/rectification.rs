//! The instruction on a rectification claim (oikaisuvaatimus, kuntalaki 134–141 §).

use calendar::Remedy;
use domain::city::LocalName;
use domain::text::Block;

use super::{
    Common, Heading, Instruction, Part, bullets, paragraph, part, registry, translation, who,
};
use crate::{Lang, law};

pub(super) fn parts(instruction: &Instruction<'_>, lang: Lang) -> Vec<Part> {
    vec![
        what(lang),
        who(lang),
        when(instruction, lang),
        to_whom(instruction, lang),
        content(lang),
        part(
            Heading::Papers,
            lang,
            vec![paragraph(Common::Documents.text(lang))],
        ),
    ]
}

texts! {
    /// Sentences of this instruction.
    enum Claim {
        What:
            "Jos olet tyytymätön tähän päätökseen, voit vaatia siihen oikaisua (kuntalaki 134\u{a0}§). Suoraan tuomioistuimeen päätöksestä ei voi valittaa.",
            "Om du är missnöjd med beslutet kan du begära omprövning av det (kommunallagen 134\u{a0}§). Beslutet kan inte överklagas direkt hos domstol.",
            "If you are dissatisfied with this decision, you can claim a rectification of it (Local Government Act, section 134). The decision cannot be appealed directly to a court.";
        BeforeClosing:
            "Vaatimuksen on oltava kirjaamossa määräajan viimeisenä päivänä ennen kirjaamon sulkeutumista (150/1930 6\u{a0}§).",
            "Begäran ska vara framme på registratorskontoret den sista dagen av fristen innan kontoret stänger (150/1930 6\u{a0}§).",
            "The claim must be at the registry on the last day of the period before the registry closes (150/1930, section 6).";
        Which:
            "mistä päätöksestä on kyse",
            "vilket beslut det gäller",
            "which decision it concerns";
        How:
            "miten päätöstä pitäisi muuttaa",
            "hur beslutet borde ändras",
            "how the decision should be changed";
        Why:
            "millä perusteella",
            "på vilka grunder",
            "on what grounds";
        Sender:
            "nimesi, kotikuntasi, postiosoitteesi ja puhelinnumerosi, sekä sähköpostiosoitteesi, jos vastauksen saa lähettää sähköisesti.",
            "ditt namn, din hemkommun, postadress och telefonnummer, samt din e-postadress, om svaret får sändas elektroniskt.",
            "your name, home municipality, postal address and telephone number, and your e-mail address if the answer may be sent electronically.";
    }
}

fn what(lang: Lang) -> Part {
    let mut blocks = translation(lang);
    blocks.push(paragraph(Claim::What.text(lang)));
    part(Heading::What, lang, blocks)
}

fn when(instruction: &Instruction<'_>, lang: Lang) -> Part {
    let length = law::within(instruction.version.length(Remedy::Rectification), lang);
    let mut blocks = vec![paragraph(match lang {
        Lang::Fi => format!(
            "Oikaisuvaatimus on tehtävä {length} päätöksen tiedoksisaannista (kuntalaki 138\u{a0}§)."
        ),
        Lang::Sv => format!(
            "Omprövning ska begäras {length} från delfåendet av beslutet (kommunallagen 138\u{a0}§)."
        ),
        Lang::En => format!(
            "The claim must be made {length} of knowledge of the decision (Local Government Act, section 138)."
        ),
    })];
    blocks.extend(instruction.own_dates(lang));
    blocks.push(bullets([
        instruction.member_knowledge().text(lang),
        Common::LetterKnowledge.text(lang),
        Common::EMessageKnowledge.text(lang),
        Common::ProofKnowledge.text(lang),
        Common::DayNotCounted.text(lang),
        Common::NonDays.text(lang),
    ]));
    blocks.push(paragraph(format!(
        "{} {}",
        Claim::BeforeClosing.text(lang),
        Common::SendersRisk.text(lang)
    )));
    part(Heading::When, lang, blocks)
}

fn to_whom(instruction: &Instruction<'_>, lang: Lang) -> Part {
    let usual = &instruction.city.remedy_body;
    let handled = handled_by(instruction.claims_to.unwrap_or(usual), lang);
    let registry = registry(instruction.city, Some(instruction.registry), lang);
    part(Heading::Where, lang, vec![paragraph(handled), registry])
}

/// Who decides on a claim, before the addresses to which it is delivered.
pub(super) fn handled_by(body: &LocalName, lang: Lang) -> String {
    let body = body.in_lang(lang);
    match lang {
        Lang::Fi => format!("Oikaisuvaatimuksen käsittelee {body}. Se toimitetaan kirjaamoon:"),
        Lang::Sv => format!("Begäran behandlas av {body}. Den lämnas till registratorskontoret:"),
        Lang::En => format!("The claim is handled by {body}. It is delivered to the registry:"),
    }
}

/// That a claim must be there before the registry closes.
pub(super) const fn before_closing(lang: Lang) -> &'static str {
    Claim::BeforeClosing.text(lang)
}

fn content(lang: Lang) -> Part {
    part(Heading::Content, lang, content_blocks(lang))
}

/// What a claim must say.
pub(super) fn content_blocks(lang: Lang) -> Vec<Block> {
    let tell = match lang {
        Lang::Fi => "Kerro",
        Lang::Sv => "Uppge",
        Lang::En => "State",
    };
    vec![
        paragraph(format!("{} {tell}:", Common::Written.text(lang))),
        bullets([Claim::Which, Claim::How, Claim::Why, Claim::Sender].map(|line| line.text(lang))),
    ]
}
