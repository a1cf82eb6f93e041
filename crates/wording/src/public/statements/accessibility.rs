//! The accessibility statement, with what the law asks for: how far the service is accessible,
//! what is not and why, how it was assessed, where to send feedback and who supervises.

use domain::city::City;
use time::Date;
use time::macros::date;

use super::{bullets, contacts, paragraph, part};
use crate::instruction::Part;
use crate::{Lang, format};

/// The day on which the statement was last compared with the service and its tests.
const ASSESSED: Date = date!(2026 - 11 - 28);

/// The statement of a city's register.
pub fn accessibility(city: &City, lang: Lang) -> Vec<Part> {
    let name = city.name.in_lang(lang);
    let covered = match lang {
        Lang::Fi => format!(
            "Tämä seloste koskee hankerekisteriä, jota ylläpitää {name}: julkisia sivuja, virkailijoiden sivuja ja rekisterin tekemiä PDF-tiedostoja."
        ),
        Lang::Sv => format!(
            "Utlåtandet gäller projektregistret, som upprätthålls av {name}: de offentliga sidorna, tjänsteinnehavarnas sidor och de PDF-filer som registret gör."
        ),
        Lang::En => format!(
            "This statement concerns the project register kept by {name}: its public pages, the officials' pages and the PDF files that the register makes."
        ),
    };
    let day = format::date(ASSESSED, lang);
    let assessed = match lang {
        Lang::Fi => format!("Seloste on laadittu {day}. Arvio on ylläpitäjän oma."),
        Lang::Sv => {
            format!("Utlåtandet är upprättat {day}. Bedömningen är tjänsteleverantörens egen.")
        }
        Lang::En => {
            format!("The statement was made on {day}. The assessment is the provider's own.")
        }
    };
    vec![
        part(
            T::Covered.text(lang),
            vec![paragraph(covered), paragraph(T::Level.text(lang))],
        ),
        part(T::Shortcomings.text(lang), shortcomings(lang)),
        part(
            T::Assessment.text(lang),
            vec![
                paragraph(assessed),
                paragraph(T::Tests.text(lang)),
                bullets(
                    [T::Axe, T::Html, T::NoScript, T::Narrow, T::Pdf].map(|line| line.text(lang)),
                ),
                paragraph(T::NotDone.text(lang)),
            ],
        ),
        part(
            T::Feedback.text(lang),
            vec![paragraph(T::FeedbackHow.text(lang)), contacts(city, lang)],
        ),
        part(
            T::Supervision.text(lang),
            vec![
                paragraph(T::FirstHere.text(lang)),
                bullets([
                    T::Supervisor.text(lang).to_owned(),
                    "saavutettavuus@traficom.fi".to_owned(),
                    "www.saavutettavuusvaatimukset.fi".to_owned(),
                    T::Switchboard.text(lang).to_owned(),
                ]),
            ],
        ),
    ]
}

fn shortcomings(lang: Lang) -> Vec<domain::text::Block> {
    vec![
        paragraph(T::Partly.text(lang)),
        bullets([T::Attachments, T::OneLanguage, T::OwnNames].map(|line| line.text(lang))),
        paragraph(T::OtherForm.text(lang)),
    ]
}

texts! {
    /// Sentences of the statement.
    enum T {
        Covered: "Mitä seloste koskee", "Vad utlåtandet gäller", "What the statement covers";
        Level:
            "Digipalvelulain (306/2019) vaatimus on WCAG 2.1 -ohjeiston tasot A ja AA. Palvelu on rakennettu WCAG 2.2:n AA-tason mukaan. Palvelu täyttää vaatimukset osittain: puutteet on lueteltu alla.",
            "Lagen om tillhandahållande av digitala tjänster (306/2019) kräver nivåerna A och AA i WCAG 2.1. Tjänsten är byggd enligt nivå AA i WCAG 2.2. Tjänsten uppfyller kraven delvis: bristerna räknas upp nedan.",
            "The Act on the Provision of Digital Services (306/2019) requires levels A and AA of WCAG 2.1. The service is built to level AA of WCAG 2.2. It meets the requirements in part: the shortcomings are listed below.";
        Shortcomings: "Mikä ei ole saavutettavaa", "Vad som inte är tillgängligt", "What is not accessible";
        Partly:
            "Nämä puutteet tunnetaan:",
            "Följande brister är kända:",
            "These shortcomings are known:";
        Attachments:
            "Päätösten liitteet ovat tiedostoja sellaisina kuin ne on toimitettu kaupungille. Niiden rakennetta, vaihtoehtoisia tekstejä ja kieltä ei ole tarkistettu (WCAG 1.1.1, 1.3.1, 2.4.2, 3.1.1).",
            "Beslutens bilagor är filer som de har lämnats till staden. Deras struktur, textalternativ och språk har inte kontrollerats (WCAG 1.1.1, 1.3.1, 2.4.2, 3.1.1).",
            "The attachments of decisions are files as they were given to the city. Their structure, alternative texts and language have not been checked (WCAG 1.1.1, 1.3.1, 2.4.2, 3.1.1).";
        OneLanguage:
            "Päätösten ja hankkeiden tekstit ovat vain sillä kielellä, jolla ne on kirjoitettu. Kieli on merkitty sivuille.",
            "Texterna i beslut och projekt finns endast på det språk på vilket de har skrivits. Språket är märkt på sidorna.",
            "The texts of decisions and projects are in the language only in which they were written. The language is marked on the pages.";
        OwnNames:
            "Tekstiin sisältyvien vieraskielisten sanojen kieltä ei ole aina merkitty (WCAG 3.1.2).",
            "Språket för främmande ord i texterna är inte alltid märkt (WCAG 3.1.2).",
            "The language of foreign words within texts is not always marked (WCAG 3.1.2).";
        OtherForm:
            "Saat liitteen sisällön muussa muodossa kirjaamosta.",
            "Du får innehållet i en bilaga i annan form från registratorskontoret.",
            "The registry gives the content of an attachment in another form.";
        Assessment: "Miten saavutettavuus on arvioitu", "Hur tillgängligheten har bedömts", "How accessibility was assessed";
        Tests:
            "Nämä testit ajetaan ennen jokaista muutosta:",
            "Följande test körs före varje ändring:",
            "These tests are run before every change:";
        Axe:
            "axe-core tutkii sivuja selaimessa tasojen A ja AA säännöillä suomeksi, ruotsiksi ja englanniksi, leveänä ja 360 pikselin levyisenä",
            "axe-core undersöker sidor i webbläsaren enligt reglerna för nivåerna A och AA på finska, svenska och engelska, breda och 360 pixlar breda",
            "axe-core examines pages in a browser by the rules of levels A and AA, in Finnish, Swedish and English, wide and 360 pixels wide";
        Html:
            "html-validate tarkistaa sivujen HTML-koodin",
            "html-validate kontrollerar sidornas HTML-kod",
            "html-validate checks the HTML of pages";
        NoScript:
            "julkiset sivut ja virkailijoiden lomakkeet kokeillaan myös ilman JavaScriptiä",
            "de offentliga sidorna och tjänsteinnehavarnas blanketter prövas också utan JavaScript",
            "public pages and officials' forms are tried without JavaScript too";
        Narrow:
            "kapealla näytöllä sivu ei vieri sivusuunnassa",
            "på en smal skärm rullar sidan inte i sidled",
            "on a narrow screen a page does not scroll sideways";
        Pdf:
            "page-validation ja outloud tarkistavat esimerkkitiedostoista, että rekisterin PDF-tiedostot täyttävät standardin PDF/UA-1.",
            "page-validation och outloud kontrollerar på exempelfiler att registrets PDF-filer uppfyller standarden PDF/UA-1.",
            "page-validation and outloud check on example files that the register's PDF files meet the standard PDF/UA-1.";
        NotDone:
            "Automaattiset testit löytävät vain osan puutteista. Palvelua ei ole vielä arvioinut ulkopuolinen eikä kokeiltu avustavilla tekniikoilla yhdessä niiden käyttäjien kanssa.",
            "Automatiska test hittar endast en del av bristerna. Tjänsten har ännu inte bedömts av någon utomstående eller prövats med hjälpmedel tillsammans med dem som använder sådana.",
            "Automatic tests find only some of the shortcomings. The service has not yet been assessed by an outsider, nor tried with assistive technology together with those who use it.";
        Feedback: "Huomasitko puutteen?", "Hittade du en brist?", "Did you find a shortcoming?";
        FeedbackHow:
            "Kerro siitä kirjaamoon. Vastaamme 14 päivän kuluessa.",
            "Berätta om den för registratorskontoret. Vi svarar inom 14 dagar.",
            "Tell the registry. We answer within 14 days.";
        Supervision: "Valvontaviranomainen", "Tillsynsmyndighet", "Supervisory authority";
        FirstHere:
            "Jos et ole tyytyväinen vastaukseen tai et saa vastausta 14 päivässä, voit tehdä valvontaviranomaiselle saavutettavuuskantelun tai selvityspyynnön.",
            "Om du inte är nöjd med svaret eller inte får svar inom 14 dagar, kan du anföra klagomål eller begära utredning hos tillsynsmyndigheten.",
            "If you are not satisfied with the answer, or get none within 14 days, you can complain to the supervisory authority or ask it to look into the matter.";
        Supervisor:
            "Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö",
            "Transport- och kommunikationsverket Traficom, Enheten för tillsyn över digital tillgänglighet",
            "Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit";
        Switchboard: "puhelinvaihde 029 534 5000", "telefonväxel 029 534 5000", "telephone exchange +358 29 534 5000";
    }
}
