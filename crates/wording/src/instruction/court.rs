//! The instruction on any other remedy: an appeal to a court or a claim to another authority.
//!
//! The register knows no court's addresses. The instruction says what holds everywhere, and where
//! the addresses are given.

use calendar::{ReceivingOffice, Remedy};

use super::{
    Common, Heading, Instruction, Part, bullets, paragraph, part, registry, translation, who,
};
use crate::{Lang, law, names};

pub(super) fn parts(instruction: &Instruction<'_>, remedy: Remedy, lang: Lang) -> Vec<Part> {
    let mut parts = vec![what(remedy, lang)];
    if instruction.member_period.is_some() {
        parts.push(who(lang));
    }
    parts.extend([
        when(instruction, remedy, lang),
        part(
            Heading::Where,
            lang,
            vec![
                paragraph(Appeal::Addresses.text(lang)),
                registry(instruction, lang),
            ],
        ),
        part(
            Heading::Content,
            lang,
            vec![
                paragraph(Appeal::Written.text(lang)),
                bullets(
                    [Appeal::Which, Appeal::How, Appeal::Why, Appeal::Sender]
                        .map(|line| line.text(lang)),
                ),
            ],
        ),
    ]);
    parts
}

texts! {
    /// Sentences of this instruction.
    enum Appeal {
        BeforeCourtCloses:
            "Asiakirjan on oltava perillä määräajan viimeisenä päivänä ennen tuomioistuimen sulkeutumista klo\u{a0}16.15 (150/1930 6\u{a0}§).",
            "Handlingen ska vara framme den sista dagen av fristen innan domstolen stänger kl.\u{a0}16.15 (150/1930 6\u{a0}§).",
            "The document must have arrived on the last day of the period before the court closes at 16:15 (150/1930, section 6).";
        BeforeOfficeCloses:
            "Asiakirjan on oltava perillä määräajan viimeisenä päivänä ennen vastaanottavan viranomaisen sulkeutumista (150/1930 6\u{a0}§).",
            "Handlingen ska vara framme den sista dagen av fristen innan den mottagande myndigheten stänger (150/1930 6\u{a0}§).",
            "The document must have arrived on the last day of the period before the receiving authority closes (150/1930, section 6).";
        Addresses:
            "Vastaanottavan tuomioistuimen tai viranomaisen osoitteet ovat päätökseen liitetyssä ohjeessa. Sen saa myös kirjaamosta:",
            "Den mottagande domstolens eller myndighetens adresser finns i den anvisning som fogats till beslutet. Den fås också från registratorskontoret:",
            "The addresses of the receiving court or authority are in the instruction attached to the decision, which the registry also gives:";
        Written:
            "Tee asiakirja kirjallisesti; myös sähköinen asiakirja on kirjallinen. Kerro:",
            "Gör handlingen skriftligen; också en elektronisk handling är skriftlig. Uppge:",
            "Make the document in writing; an electronic one is written too. State:";
        Which:
            "mistä päätöksestä on kyse",
            "vilket beslut det gäller",
            "which decision it concerns";
        How:
            "miltä osin haet muutosta ja mitä vaadit",
            "till vilka delar du söker ändring och vad du yrkar",
            "which parts you challenge and what you demand";
        Why:
            "millä perusteella, ja mihin oikeutesi hakea muutosta perustuu",
            "på vilka grunder, och vad din rätt att söka ändring grundar sig på",
            "on what grounds, and what your right to challenge the decision is based on";
        Sender:
            "nimesi, kotikuntasi ja yhteystietosi.",
            "ditt namn, din hemkommun och dina kontaktuppgifter.",
            "your name, home municipality and contact details.";
    }
}

fn what(remedy: Remedy, lang: Lang) -> Part {
    let name = names::remedy(remedy, lang);
    let mut blocks = translation(lang);
    blocks.push(paragraph(match lang {
        Lang::Fi => format!("Muutosta tähän päätökseen haetaan näin: {name}."),
        Lang::Sv => format!("Ändring i detta beslut söks så här: {name}."),
        Lang::En => format!("This decision is challenged in this way: {name}."),
    }));
    part(Heading::What, lang, blocks)
}

fn when(instruction: &Instruction<'_>, remedy: Remedy, lang: Lang) -> Part {
    // The law of today: a decision with a period of its own shows that period's dates below.
    let rule = instruction.member_period.map_or_else(
        || {
            calendar::rule::period(remedy)
                .rows()
                .last()
                .map(|row| row.rule)
        },
        |period| Some(period.rule_set.period()),
    );
    let mut blocks = Vec::new();
    if let Some(rule) = rule {
        let (length, provision) = (
            law::length(rule.length, lang),
            law::statute(rule.statute, lang),
        );
        blocks.push(paragraph(match lang {
            Lang::Fi => format!("Määräaika on {length} päätöksen tiedoksisaannista ({provision})."),
            Lang::Sv => format!("Fristen är {length} från delfåendet av beslutet ({provision})."),
            Lang::En => {
                format!("The period is {length} from knowledge of the decision ({provision}).")
            }
        }));
    }
    blocks.extend(instruction.own_dates(lang));
    let mut rules = Vec::new();
    if instruction.member_period.is_some() {
        rules.push(Common::MemberKnowledge);
    }
    rules.extend([
        Common::LetterKnowledge,
        Common::EMessageKnowledge,
        Common::ProofKnowledge,
        Common::DayNotCounted,
        Common::NonDays,
    ]);
    blocks.push(bullets(rules.into_iter().map(|rule| rule.text(lang))));
    let closing = match remedy.receiving_office() {
        ReceivingOffice::Court => Appeal::BeforeCourtCloses,
        ReceivingOffice::Registry | ReceivingOffice::OtherAuthority => Appeal::BeforeOfficeCloses,
    };
    blocks.push(paragraph(closing.text(lang)));
    part(Heading::When, lang, blocks)
}
