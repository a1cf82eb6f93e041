//! The page that explains how to appeal, and its calculator of periods.

use calendar::{Means, NotComputable, Remedy};

use crate::{Lang, names, period};

texts! {
    /// The page on appeals.
    pub enum GuideText {
        Title: "Muutoksenhaku", "Ändringssökande", "How to appeal";
        Heading: "Näin haet muutosta päätökseen", "Så söker du ändring i ett beslut", "How to challenge a decision";
        Lead: "Mitä voit tehdä, jos olet tyytymätön kaupungin päätökseen, ja mihin mennessä.", "Vad du kan göra om du är missnöjd med ett beslut av staden, och hur länge.", "What you can do if you are dissatisfied with a decision of the city, and by when.";
        Guidance: "Tämä sivu on opastusta. Päätökseen liitetty muutoksenhakuohje ratkaisee, ja suomenkielinen ohje on virallinen.", "Den här sidan är vägledning. Anvisningen som fogats till beslutet avgör, och den finskspråkiga anvisningen är den officiella.", "This page is guidance. The instruction attached to the decision counts, and the Finnish one is official.";
        Calculator: "Laske määräaika", "Räkna ut fristen", "Compute the period";
        CalculatorLead: "Laskuri laskee samoilla säännöillä kuin päätösten sivut. Vastauksen osoitteen voi tallentaa ja lähettää.", "Räknaren använder samma regler som beslutens sidor. Svarets adress kan sparas och sändas.", "The calculator uses the same rules as the pages of decisions. The address of the answer can be kept and sent.";
        Remedy: "Muutoksenhakukeino", "Sätt att söka ändring", "Remedy";
        RemedyHint: "Keino kerrotaan päätöksessä.", "Sättet anges i beslutet.", "The decision says which one.";
        Means: "Miten päätöksestä tuli tieto", "Hur beslutet delgavs", "How the decision was served";
        MeansHint: "Kunnan jäsenen aika lasketaan julkaisemisesta.", "Kommunmedlemmens tid räknas från publiceringen.", "The time of municipal members is counted from the publication.";
        Day: "Päivä", "Dag", "Day";
        DayHint: "Edellä valitun tapahtuman päivä, esimerkiksi 5.3.2026", "Dagen för den valda händelsen, till exempel 5.3.2026", "The day of what was chosen above, for example 5.3.2026";
        Choose: "Valitse", "Välj", "Choose";
        Compute: "Laske", "Räkna", "Compute";
        Answer: "Vastaus", "Svar", "Answer";
        LastDay: "Viimeinen päivä", "Sista dagen", "Last day";
        HourUnknown: "Kellonaika riippuu vastaanottavan viranomaisen aukioloajasta.", "Klockslaget beror på den mottagande myndighetens öppettid.", "The hour depends on the opening hours of the receiving authority.";
        Midnight: "Vastaanottava virasto on suljettu koko päivän; määräaika päättyy vuorokauden vaihtuessa.", "Det mottagande ämbetsverket är stängt hela dagen; fristen löper ut vid midnatt.", "The receiving office is closed all that day; the period ends at midnight.";
        Steps: "Näin päivä on laskettu", "Så har dagen räknats ut", "How the day was computed";
        InTime: "Lähetä asiakirja hyvissä ajoin: sen on oltava perillä ennen tätä hetkeä.", "Sänd handlingen i god tid: den ska vara framme före denna tidpunkt.", "Send the document in good time: it must have arrived before this moment.";
        NotComputable: "Määräaikaa ei voi laskea", "Fristen kan inte räknas ut", "The period cannot be computed";
        Ask: "Kysy määräajasta kirjaamosta.", "Fråga registratorskontoret om fristen.", "Ask the registry about the period.";
        Permalink: "Vastauksen osoite", "Svarets adress", "Address of the answer";
        OfDecision: "Laske oma määräaikasi", "Räkna ut din egen frist", "Compute your own period";
        More: "Miten muutosta haetaan", "Hur man söker ändring", "How to appeal, explained";
    }
}

texts_of! {
    /// A means of service, with the event whose day is to be given.
    pub fn means(Means) {
        PublishedMinutes: "päätös julkaistiin verkossa (kunnan jäsen): julkaisupäivä", "beslutet publicerades på webben (kommunmedlem): publiceringsdagen", "the decision was published on the web (municipal member): day of publication";
        Letter: "kirje: päivä, jona kirje lähetettiin", "brev: dagen då brevet sändes", "letter: day on which it was posted";
        EMessage: "sähköinen viesti: päivä, jona viesti lähetettiin", "elektroniskt meddelande: dagen då det sändes", "electronic message: day on which it was sent";
        Proof: "todisteellinen tiedoksianto: todistukseen merkitty päivä", "bevislig delgivning: dagen i beviset", "service with proof: day on the certificate";
        Substituted: "sijaistiedoksianto: todistukseen merkitty päivä", "mellanhandsdelgivning: dagen i beviset", "substituted service: day on the certificate";
        LetterToAuthority: "kirje viranomaiselle: päivä, jona kirje saapui", "brev till en myndighet: dagen då brevet kom in", "letter to an authority: day on which it arrived";
        PublicNotice: "yleistiedoksianto: päivä, jona ilmoitus julkaistiin", "offentlig delgivning: dagen då meddelandet publicerades", "public notice: day on which it was published";
        ProcurementEMessage: "hankintapäätös sähköisesti: lähettämispäivä", "upphandlingsbeslut elektroniskt: sändningsdagen", "procurement decision electronically: day of sending";
        ProcurementLetter: "hankintapäätös kirjeellä: lähettämispäivä", "upphandlingsbeslut per brev: sändningsdagen", "procurement decision by letter: day of posting";
        Event: "muu tapahtuma, josta aika lasketaan: sen päivä", "en annan händelse från vilken tiden räknas: dess dag", "another event from which the time is counted: its day";
    }
}

/// The means in the order in which people are most likely to need them.
pub const MEANS_ASKED: [Means; 10] = [
    Means::PublishedMinutes,
    Means::Letter,
    Means::EMessage,
    Means::Proof,
    Means::Substituted,
    Means::LetterToAuthority,
    Means::PublicNotice,
    Means::ProcurementEMessage,
    Means::ProcurementLetter,
    Means::Event,
];

/// Which period an answer is of: the remedy's name, with a capital.
pub fn answer_of(remedy: Remedy, lang: Lang) -> String {
    let name = names::remedy(remedy, lang);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// That there are no dates, and why: one sentence.
pub fn because(why: NotComputable, lang: Lang) -> String {
    let why = period::not_computable(why, lang);
    match lang {
        Lang::Fi => format!("Määräaikaa ei voi laskea, koska {why}."),
        Lang::Sv => format!("Fristen kan inte räknas ut: {why}."),
        Lang::En => format!("The period cannot be computed, because {why}."),
    }
}

#[cfg(test)]
mod tests {
    use super::{MEANS_ASKED, Means};

    #[test]
    fn every_means_can_be_chosen_once() {
        let mut asked = MEANS_ASKED;
        asked.sort_unstable();
        let mut all = Means::ALL;
        all.sort_unstable();
        assert_eq!(asked, all);
    }
}
