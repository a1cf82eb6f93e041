//! How municipal decisions are challenged, for somebody who holds no decision in the hand: the
//! sentences of the instructions, of all remedies of the Local Government Act beside each other.

use calendar::{HoursRow, Remedy, rule};
use domain::city::City;
use domain::text::Block;
use time::Date;

use super::{Common, Heading, Part, bullets, court, paragraph, part, rectification, registry, who};
use crate::{Lang, law};

/// What the explanation is made for.
#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    /// The city whose decisions are challenged.
    pub city: &'a City,
    /// The hours of its registry now, where they are recorded.
    pub registry: Option<&'a HoursRow>,
    /// The day whose law it tells.
    pub today: Date,
}

impl Guide<'_> {
    /// The parts in the order they are read.
    pub fn parts(&self, lang: Lang) -> Vec<Part> {
        let mut may = who(lang);
        may.blocks.push(paragraph(court::of_claimant(lang)));
        vec![
            self.ways(lang),
            may,
            part(Heading::Days, lang, days(lang)),
            closing(lang),
            self.places(lang),
            part(Heading::Content, lang, rectification::content_blocks(lang)),
            part(
                Heading::Faulty,
                lang,
                vec![paragraph(Text::Faulty.text(lang))],
            ),
        ]
    }

    /// Which remedy is for what, in what time and by which provision.
    fn ways(&self, lang: Lang) -> Part {
        let remedies = [
            (Remedy::Rectification, Text::Rectification),
            (Remedy::MunicipalAppeal, Text::MunicipalAppeal),
            (Remedy::AdministrativeAppeal, Text::AdministrativeAppeal),
        ];
        let mut ways: Vec<String> = remedies
            .into_iter()
            .map(|(remedy, text)| format!("{} {}", text.text(lang), self.time(remedy, lang)))
            .collect();
        ways.push(Text::NoAppeal.text(lang).to_owned());
        let ways = vec![paragraph(Text::Which.text(lang)), bullets(ways)];
        part(Heading::What, lang, ways)
    }

    fn time(&self, remedy: Remedy, lang: Lang) -> String {
        let rule = rule::period(remedy).on(self.today);
        let length = law::length(rule.length, lang);
        let provision = law::statute(rule.statute, lang);
        match lang {
            Lang::Fi => format!("Aikaa on {length} tiedoksisaannista ({provision})."),
            Lang::Sv => format!("Tiden är {length} från delfåendet ({provision})."),
            Lang::En => format!("The time is {length} from knowledge of it ({provision})."),
        }
    }

    fn places(&self, lang: Lang) -> Part {
        let mut blocks = vec![paragraph(rectification::handled_by(
            &self.city.remedy_body,
            lang,
        ))];
        blocks.push(registry(self.city, self.registry, lang));
        if let Some(receiving) = &self.city.court {
            blocks.extend(court::addressed(receiving, lang));
        }
        part(Heading::WhereDocument, lang, blocks)
    }
}

fn closing(lang: Lang) -> Part {
    let sentences = [
        rectification::before_closing(lang),
        court::before_closing(lang),
        Text::Arrival.text(lang),
        Common::SendersRisk.text(lang),
    ];
    part(Heading::Closing, lang, sentences.map(paragraph).into())
}

fn days(lang: Lang) -> Vec<Block> {
    vec![
        paragraph(Text::Knowledge.text(lang)),
        bullets(
            [
                Common::MemberKnowledge,
                Common::LetterKnowledge,
                Common::EMessageKnowledge,
                Common::ProofKnowledge,
                Common::DayNotCounted,
                Common::NonDays,
            ]
            .map(|sentence| sentence.text(lang)),
        ),
        paragraph(Text::Own.text(lang)),
    ]
}

texts! {
    /// Sentences of the explanation.
    enum Text {
        Which:
            "Päätöksessä kerrotaan, millä keinolla siihen haetaan muutosta. Tavallisimmat ovat:",
            "I beslutet anges hur man söker ändring i det. De vanligaste sätten är:",
            "The decision says how it is challenged. The most common ways are:";
        Rectification:
            "Oikaisuvaatimus: kun päätöksen on tehnyt viranhaltija, lautakunta tai kunnanhallitus (kuntalaki 134\u{a0}§). Kunta käsittelee asian uudelleen. Suoraan tuomioistuimeen ei voi valittaa.",
            "Begäran om omprövning: när beslutet har fattats av en tjänsteinnehavare, en nämnd eller kommunstyrelsen (kommunallagen 134\u{a0}§). Kommunen behandlar ärendet på nytt. Beslutet kan inte överklagas direkt hos domstol.",
            "Rectification claim: where an officer, a committee or the municipal board made the decision (Local Government Act, section 134). The municipality handles the matter again. The decision cannot be appealed directly to a court.";
        MunicipalAppeal:
            "Kunnallisvalitus hallinto-oikeuteen: kun päätöksen on tehnyt valtuusto tai kun oikaisuvaatimukseen on annettu päätös (kuntalaki 135\u{a0}§).",
            "Kommunalbesvär hos förvaltningsdomstolen: när beslutet har fattats av fullmäktige eller har getts med anledning av en begäran om omprövning (kommunallagen 135\u{a0}§).",
            "Municipal appeal to the administrative court: where the council made the decision, or a rectification claim has been decided (Local Government Act, section 135).";
        AdministrativeAppeal:
            "Hallintovalitus hallinto-oikeuteen: kun erityislaki ohjaa päätöksen tälle tielle.",
            "Förvaltningsbesvär hos förvaltningsdomstolen: när en speciallag hänvisar beslutet till detta förfarande.",
            "Administrative appeal to the administrative court: where a special act sends the decision that way.";
        NoAppeal:
            "Päätökseen, joka koskee vain valmistelua tai täytäntöönpanoa, ei saa hakea muutosta (kuntalaki 136\u{a0}§).",
            "Ändring får inte sökas i ett beslut som gäller endast beredning eller verkställighet (kommunallagen 136\u{a0}§).",
            "A decision that concerns only preparation or implementation cannot be challenged (Local Government Act, section 136).";
        Knowledge:
            "Aika lasketaan tiedoksisaannista. Laki määrää, minä päivänä päätöksestä katsotaan saadun tieto:",
            "Tiden räknas från delfåendet. Lagen bestämmer vilken dag man anses ha fått del av beslutet:",
            "The time is counted from knowledge of the decision. The law says on which day that is deemed to be:";
        Own:
            "Jokaisella asianosaisella on oma määräaikansa. Kunnan jäsenten määräaika on kaikille sama, ja se on päätöksen sivulla.",
            "Varje part har sin egen frist. Kommunmedlemmarnas frist är densamma för alla och står på beslutets sida.",
            "Each party has a period of its own. That of municipal members is the same for all of them and is on the page of the decision.";
        Arrival:
            "Ratkaisevaa on, milloin asiakirja saapuu, ei milloin se lähetetään. Tämä koskee myös sähköpostia ja postia.",
            "Det avgörande är när handlingen kommer fram, inte när den sänds. Detta gäller också e-post och post.",
            "What counts is when the document arrives, not when it is sent. That holds for e-mail and post too.";
        Faulty:
            "Jos ohje puuttuu tai siinä kerrotaan virheellisesti, ettei muutosta saa hakea, viranomaisen on annettava uusi ohje. Jos ohje on muuten virheellinen, uutta voi pyytää määräajan kuluessa. Määräaika lasketaan uuden ohjeen tiedoksisaannista (hallintolaki 49\u{a0}§).",
            "Om anvisningen saknas eller om det felaktigt står att ändring inte får sökas, ska myndigheten ge en ny anvisning. Om anvisningen annars är felaktig kan en ny begäras inom fristen. Fristen räknas från delfåendet av den nya anvisningen (förvaltningslagen 49\u{a0}§).",
            "Where the instruction is missing, or says wrongly that the decision cannot be challenged, the authority must give a new one. Where it is faulty otherwise, a new one can be asked for within the period. The period is counted from the service of the new instruction (Administrative Procedure Act, section 49).";
    }
}
