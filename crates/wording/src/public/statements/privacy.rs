//! What is said of personal data (EU 2016/679 Art. 13–14), for everybody.

use domain::city::City;

use super::{bullets, contacts, paragraph, part};
use crate::Lang;
use crate::instruction::Part;

/// How long a session may be, in hours: at the longest, and without being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionHours {
    /// At the longest.
    pub longest: i64,
    /// Without being used.
    pub idle: i64,
}

/// What the city says of personal data in its register.
pub fn privacy(city: &City, session: SessionHours, lang: Lang) -> Vec<Part> {
    let name = city.name.in_lang(lang);
    let controller = match lang {
        Lang::Fi => format!("Rekisterinpitäjä on {name}. Kysymykset ja pyynnöt:"),
        Lang::Sv => format!("Personuppgiftsansvarig är {name}. Frågor och begäranden:"),
        Lang::En => format!("The controller is {name}. Questions and requests:"),
    };
    let listed = |lines: &[T]| bullets(lines.iter().map(|line| line.text(lang)));
    vec![
        part(
            T::Controller.text(lang),
            vec![paragraph(controller), contacts(city, lang)],
        ),
        part(
            T::Purpose.text(lang),
            vec![
                paragraph(T::PurposeText.text(lang)),
                paragraph(T::Grounds.text(lang)),
            ],
        ),
        part(
            T::Data.text(lang),
            vec![listed(&[
                T::Parties,
                T::InDecisions,
                T::Contacts,
                T::Officials,
                T::Log,
            ])],
        ),
        part(
            T::Published.text(lang),
            vec![
                paragraph(T::During.text(lang)),
                paragraph(T::Afterwards.text(lang)),
                paragraph(T::Never.text(lang)),
            ],
        ),
        part(
            T::Visitors.text(lang),
            vec![
                paragraph(T::NoCookie.text(lang)),
                paragraph(cookies(session, lang)),
            ],
        ),
        part(
            T::Kept.text(lang),
            vec![
                paragraph(T::KeptText.text(lang)),
                paragraph(T::Given.text(lang)),
            ],
        ),
        part(
            T::Rights.text(lang),
            vec![
                listed(&[T::Access, T::Correct, T::Object]),
                paragraph(T::NotErased.text(lang)),
                paragraph(T::Complain.text(lang)),
                bullets([
                    T::Ombudsman.text(lang).to_owned(),
                    "www.tietosuoja.fi".to_owned(),
                    "tietosuoja@om.fi".to_owned(),
                ]),
            ],
        ),
    ]
}

fn cookies(session: SessionHours, lang: Lang) -> String {
    let SessionHours { longest, idle } = session;
    match lang {
        Lang::Fi => format!(
            "Vain kirjautunut virkailija saa evästeen. Se pitää kirjautumisen voimassa, ja se vanhenee {idle} tunnissa käyttämättömänä, viimeistään {longest} tunnissa."
        ),
        Lang::Sv => format!(
            "Endast en inloggad tjänsteinnehavare får en kaka. Den håller inloggningen i kraft och går ut efter {idle} timmar utan användning, senast efter {longest} timmar."
        ),
        Lang::En => format!(
            "Only an official who signs in gets a cookie. It keeps the session and expires after {idle} hours without use, at the latest after {longest} hours."
        ),
    }
}

texts! {
    /// Sentences on personal data.
    enum T {
        Controller: "Kuka vastaa tiedoista", "Vem som ansvarar för uppgifterna", "Who is responsible";
        Purpose: "Mihin tietoja tarvitaan", "Vad uppgifterna behövs för", "What the data is for";
        PurposeText:
            "Rekisterissä valmistellaan, tehdään, julkaistaan ja annetaan tiedoksi päätökset, joilla kaupunki rahoittaa hankkeita, ja pidetään niistä asiarekisteriä.",
            "I registret bereds, fattas, publiceras och delges de beslut genom vilka staden finansierar projekt, och där förs ärenderegister över dem.",
            "In the register the decisions by which the city funds projects are prepared, made, published and served, and the register of their cases is kept.";
        Grounds:
            "Käsittelyn peruste on lakisääteinen velvoite ja julkisen vallan käyttö (EU:n tietosuoja-asetus 2016/679, 6 artiklan 1 kohdan c ja e alakohta): kuntalaki 410/2015, hallintolaki 434/2003, tiedonhallintalaki 906/2019 ja julkisuuslaki 621/1999.",
            "Behandlingen grundar sig på en rättslig förpliktelse och myndighetsutövning (EU:s dataskyddsförordning 2016/679, artikel 6.1 c och e): kommunallagen 410/2015, förvaltningslagen 434/2003, informationshanteringslagen 906/2019 och offentlighetslagen 621/1999.",
            "The processing rests on legal obligations and the exercise of official authority (Regulation (EU) 2016/679, Article 6(1)(c) and (e)): Local Government Act 410/2015, Administrative Procedure Act 434/2003, Information Management Act 906/2019 and Act on the Openness of Government Activities 621/1999.";
        Data: "Mitä tietoja käsitellään", "Vilka uppgifter som behandlas", "Which data is processed";
        Parties:
            "asianosaisista ja muutoksenhakijoista: nimi, yhteystiedot, päätöksen tiedoksianto ja saapuneet asiakirjat",
            "om parter och ändringssökande: namn, kontaktuppgifter, delgivningen av beslutet och inkomna handlingar",
            "of parties and appellants: name, contact details, the service of the decision and what they sent";
        InDecisions:
            "päätösten teksteissä: henkilötiedot, jotka päätöksen tekeminen edellyttää",
            "i beslutens texter: de personuppgifter som beslutet förutsätter",
            "in the texts of decisions: personal data that the decision requires";
        Contacts:
            "hankkeiden yhteyshenkilöistä ja päätöksen tiedoksi saavista: nimi ja yhteystiedot",
            "om projektens kontaktpersoner och dem som får beslutet för kännedom: namn och kontaktuppgifter",
            "of contacts of projects, and of those who get a decision for information: name and contact details";
        Officials:
            "virkailijoista: nimi, virka, sähköpostiosoite ja käyttöoikeudet",
            "om tjänsteinnehavare: namn, tjänst, e-postadress och rättigheter",
            "of officials: name, office, e-mail address and rights";
        Log:
            "lokissa: mitä kukin virkailija on rekisterissä tehnyt ja milloin.",
            "i loggen: vad varje tjänsteinnehavare har gjort i registret och när.",
            "in the log: what each official did in the register, and when.";
        Published: "Mitä julkaistaan ja kuinka kauan", "Vad som publiceras och hur länge", "What is published, and for how long";
        During:
            "Päätöksen sivulla ja sen PDF-tiedostossa ovat vain tiedonsaannin kannalta välttämättömät henkilötiedot, ja vain julkaisemisesta siihen, kun kunnan jäsenen muutoksenhakuaika päättyy (kuntalaki 140\u{a0}§). Sinä aikana hakukoneita kielletään tallentamasta sivua.",
            "På beslutets sida och i dess PDF-fil finns endast de personuppgifter som är nödvändiga för informationen, och endast från publiceringen tills kommunmedlemmens tid för ändringssökande går ut (kommunallagen 140\u{a0}§). Under den tiden förbjuds sökmotorer att spara sidan.",
            "The page of a decision and its PDF file have only the personal data that is necessary for access to information, and only from publication to the end of the municipal member's appeal period (Local Government Act, section 140). During that time search engines are told not to keep the page.";
        Afterwards:
            "Kun aika päättyy, henkilötiedot poistuvat sivulta ja tiedostosta. Muu osa päätöksestä jää pysyvästi samaan osoitteeseen.",
            "När tiden går ut försvinner personuppgifterna från sidan och filen. Resten av beslutet finns kvar på samma adress för gott.",
            "When that time ends, personal data leaves the page and the file. The rest of the decision stays at the same address for good.";
        Never:
            "Henkilötietoja ei ole luetteloissa, haussa, syötteissä, kalentereissa eikä avoimessa datassa. Asianosaisten tiedoksiantoja ja muutoksenhakijoita ei julkaista.",
            "Personuppgifter finns inte i listor, sökning, flöden, kalendrar eller öppna data. Delgivningar till parter och ändringssökande publiceras inte.",
            "Personal data is in no list, search, feed, calendar or open data. The service on parties and the names of appellants are not published.";
        Visitors: "Kävijöiden tiedot ja evästeet", "Besökare och kakor", "Visitors and cookies";
        NoCookie:
            "Julkiset sivut eivät käytä evästeitä, skriptejä, kävijäseurantaa eivätkä muiden palveluja.",
            "De offentliga sidorna använder inte kakor, skript, besöksuppföljning eller andras tjänster.",
            "The public pages use no cookies, scripts, tracking or services of others.";
        Kept: "Säilytys ja luovutus", "Förvaring och utlämnande", "How long it is kept, and who gets it";
        KeptText:
            "Asiakirjat säilytetään niin kauan kuin asian tehtäväluokan säilytysaika määrää; pysyvästi säilytettävä arkistoidaan.",
            "Handlingarna förvaras så länge som förvaringstiden för ärendets uppgiftsklass bestämmer; det som förvaras varaktigt arkiveras.",
            "Documents are kept as long as the retention of the case's class says; what is kept for good is archived.";
        Given:
            "Tietoja annetaan siten kuin julkisuuslaki sallii. Niitä ei käytetä automaattiseen päätöksentekoon tai profilointiin.",
            "Uppgifter lämnas ut så som offentlighetslagen tillåter. De används inte för automatiserat beslutsfattande eller profilering.",
            "Data is given as the Openness Act allows. It is not used for automatic decisions or profiling.";
        Rights: "Oikeutesi", "Dina rättigheter", "Your rights";
        Access:
            "saada tietää, mitä tietoja sinusta käsitellään, ja jäljennös niistä (15 artikla)",
            "att få veta vilka uppgifter om dig som behandlas, och en kopia av dem (artikel 15)",
            "to know which data about you is processed, and to get a copy (Article 15)";
        Correct:
            "saada virheellinen tieto oikaistuksi (16 artikla) ja käsittely rajoitetuksi (18 artikla)",
            "att få en felaktig uppgift rättad (artikel 16) och behandlingen begränsad (artikel 18)",
            "to have wrong data corrected (Article 16) and processing restricted (Article 18)";
        Object:
            "vastustaa käsittelyä erityisen tilanteesi perusteella (21 artikla).",
            "att av skäl som hänför sig till din situation invända mot behandlingen (artikel 21).",
            "to object to the processing on grounds of your particular situation (Article 21).";
        NotErased:
            "Tehtyä päätöstä ei muuteta eikä poisteta pyynnöstä: virhe korjataan avoimesti niin kuin hallintolaki säätää (50–52\u{a0}§).",
            "Ett fattat beslut ändras eller raderas inte på begäran: ett fel rättas öppet så som förvaltningslagen bestämmer (50–52\u{a0}§).",
            "A decision that was made is not changed or erased on request: an error is corrected openly as the Administrative Procedure Act provides (sections 50–52).";
        Complain:
            "Jos katsot, että tietojasi käsitellään lain vastaisesti, voit valittaa valvontaviranomaiselle (77 artikla):",
            "Om du anser att dina uppgifter behandlas i strid med lagen kan du klaga hos tillsynsmyndigheten (artikel 77):",
            "If you consider that your data is processed unlawfully, you can complain to the supervisory authority (Article 77):";
        Ombudsman: "Tietosuojavaltuutettu", "Dataombudsmannen", "Data Protection Ombudsman";
    }
}
