//! The instruction on any other remedy: an appeal to a court or a claim to another authority.
//!
//! The register knows the addresses of the city's administrative court. Of other courts and
//! authorities the instruction says where the addresses are given.

use calendar::{ReceivingOffice, Remedy};
use domain::city::Court;
use domain::text::Block;

use super::{
    Common, Heading, Instruction, Part, bullets, paragraph, part, registry, translation, who,
};
use crate::{Lang, law, names};

pub(super) fn parts(instruction: &Instruction<'_>, remedy: Remedy, lang: Lang) -> Vec<Part> {
    let mut parts = vec![what(remedy, lang)];
    if instruction.member_period.is_some() {
        let mut who = who(lang);
        if remedy == Remedy::MunicipalAppeal {
            who.blocks.push(paragraph(Appeal::OfClaimant.text(lang)));
        }
        parts.push(who);
    }
    parts.extend([
        when(instruction, remedy, lang),
        part(
            Heading::WhereDocument,
            lang,
            to_whom(instruction, remedy, lang),
        ),
        part(Heading::Content, lang, content(remedy, lang)),
    ]);
    parts
}

/// The addresses of the receiving court, as far as they are known.
fn to_whom(instruction: &Instruction<'_>, remedy: Remedy, lang: Lang) -> Vec<Block> {
    let of_district = matches!(
        remedy,
        Remedy::MunicipalAppeal | Remedy::AdministrativeAppeal
    );
    match &instruction.city.court {
        Some(court) if of_district => addressed(court, lang),
        _ => {
            let mut blocks = vec![
                paragraph(Appeal::Addresses.text(lang)),
                registry(instruction.city, Some(instruction.registry), lang),
            ];
            if remedy.receiving_office() == ReceivingOffice::Court {
                blocks.push(paragraph(Appeal::Fee.text(lang)));
            }
            blocks
        }
    }
}

/// That an appeal goes to a court, its addresses, and that it costs.
pub(super) fn addressed(court: &Court, lang: Lang) -> Vec<Block> {
    vec![
        paragraph(Appeal::ToCourt.text(lang)),
        addresses(court, lang),
        paragraph(Appeal::Fee.text(lang)),
    ]
}

/// Who may challenge a decision on a claim.
pub(super) const fn of_claimant(lang: Lang) -> &'static str {
    Appeal::OfClaimant.text(lang)
}

/// That an appeal must be there before the court closes.
pub(super) const fn before_closing(lang: Lang) -> &'static str {
    Appeal::BeforeCourtCloses.text(lang)
}

fn addresses(court: &Court, lang: Lang) -> Block {
    let line = |label: Address, value: &str| format!("{}: {value}", label.text(lang));
    bullets([
        court.name.in_lang(lang).to_owned(),
        line(Address::Online, &court.online),
        line(Address::Post, &court.postal_address),
        line(Address::Visit, &court.visiting_address),
        line(Address::Mail, &court.email),
        line(Address::Phone, &court.phone),
    ])
}

fn content(remedy: Remedy, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![
        paragraph(Appeal::Written.text(lang)),
        bullets(
            [Appeal::Which, Appeal::How, Appeal::Why, Appeal::Sender].map(|line| line.text(lang)),
        ),
    ];
    match remedy {
        Remedy::MunicipalAppeal => blocks.push(paragraph(Appeal::Grounds.text(lang))),
        Remedy::SupremeAdministrativeCourt => blocks.push(paragraph(Appeal::Leave.text(lang))),
        _ => {}
    }
    blocks.push(paragraph(Appeal::Attached.text(lang)));
    blocks
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
        ToCourt:
            "Valitus toimitetaan hallinto-oikeuteen:",
            "Besväret lämnas till förvaltningsdomstolen:",
            "The appeal is delivered to the administrative court:";
        Fee:
            "Tuomioistuin perii asian käsittelystä oikeudenkäyntimaksun siten kuin tuomioistuinmaksulaissa (1455/2015) säädetään.",
            "Domstolen tar ut en rättegångsavgift för behandlingen enligt lagen om domstolsavgifter (1455/2015).",
            "The court charges a fee for handling the matter as the Act on Court Fees (1455/2015) provides.";
        OfClaimant:
            "Oikaisuvaatimukseen annettuun päätökseen saa hakea muutosta vain se, joka on tehnyt oikaisuvaatimuksen. Jos päätös on oikaisuvaatimuksen johdosta muuttunut, siihen saavat hakea muutosta myös asianosainen ja kunnan jäsen (kuntalaki 137\u{a0}§).",
            "Ändring i ett beslut med anledning av en begäran om omprövning får sökas endast av den som begärt omprövningen. Om beslutet har ändrats med anledning av begäran, får ändring sökas också av parter och kommunmedlemmar (kommunallagen 137\u{a0}§).",
            "A decision on a rectification claim may be challenged only by the one who made the claim. If the decision was changed because of the claim, parties and municipal members may challenge it too (Local Government Act, section 137).";
        Grounds:
            "Valituksen saa tehdä sillä perusteella, että päätös on syntynyt virheellisessä järjestyksessä, päätöksen tehnyt viranomainen on ylittänyt toimivaltansa tai päätös on muuten lainvastainen. Perusteet on esitettävä ennen valitusajan päättymistä (kuntalaki 135\u{a0}§).",
            "Besvär får anföras på den grunden att beslutet har tillkommit i felaktig ordning, den myndighet som fattat beslutet har överskridit sina befogenheter eller beslutet annars strider mot lag. Grunderna ska läggas fram innan besvärstiden går ut (kommunallagen 135\u{a0}§).",
            "The appeal may rest on the grounds that the decision was made in a wrong order of procedure, that the authority exceeded its powers, or that the decision is otherwise unlawful. The grounds must be presented before the appeal period ends (Local Government Act, section 135).";
        Leave:
            "Muutosta saa hakea vain, jos korkein hallinto-oikeus myöntää valitusluvan. Kerro valituksessa, miksi lupa pitäisi myöntää (808/2019 107\u{a0}§).",
            "Ändring får sökas endast om högsta förvaltningsdomstolen beviljar besvärstillstånd. Ange i besväret varför tillstånd borde beviljas (808/2019 107\u{a0}§).",
            "The decision may be challenged only if the Supreme Administrative Court grants leave. State in the appeal why leave should be granted (808/2019, section 107).";
        Attached:
            "Liitä mukaan päätös, johon haet muutosta, selvitys siitä, milloin olet saanut sen tiedoksi, ja asiakirjat, joihin vetoat.",
            "Bifoga det beslut som du söker ändring i, en utredning om när du fick del av det och de handlingar som du åberopar.",
            "Attach the decision that you challenge, an account of when you got knowledge of it, and the documents that you rely on.";
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
    // The statute is that of today, or of the decision's own period where it has one.
    let rule = instruction.member_period.map_or_else(
        || {
            let rows = calendar::rule::period(remedy).rows();
            rows.last().map(|row| row.rule)
        },
        |period| Some(period.rule_set.period()),
    );
    let length = law::length(instruction.version.length(remedy), lang);
    let from = match (remedy, lang) {
        (Remedy::MarketCourt6Months, Lang::Fi) => "päätöksen tekemisestä",
        (Remedy::MarketCourt6Months, Lang::Sv) => "från det att beslutet fattades",
        (Remedy::MarketCourt6Months, Lang::En) => "from the making of the decision",
        (_, Lang::Fi) => "päätöksen tiedoksisaannista",
        (_, Lang::Sv) => "från delfåendet av beslutet",
        (_, Lang::En) => "from knowledge of the decision",
    };
    let mut blocks = Vec::new();
    if let Some(rule) = rule {
        let provision = law::statute(rule.statute, lang);
        blocks.push(paragraph(match lang {
            Lang::Fi => format!("Määräaika on {length} {from} ({provision})."),
            Lang::Sv => format!("Fristen är {length} {from} ({provision})."),
            Lang::En => format!("The period is {length} {from} ({provision})."),
        }));
    }
    blocks.extend(instruction.own_dates(lang));
    let mut rules = Vec::new();
    if instruction.member_period.is_some() {
        rules.push(instruction.member_knowledge());
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

texts! {
    /// Labels of addresses.
    enum Address {
        Online: "sähköinen asiointi", "e-tjänst", "online";
        Post: "postiosoite", "postadress", "postal address";
        Visit: "käyntiosoite", "besöksadress", "visiting address";
        Mail: "sähköposti", "e-post", "e-mail";
        Phone: "puhelin", "telefon", "telephone";
    }
}
