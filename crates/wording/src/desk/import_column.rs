//! The columns of tables that are imported: what each is called, what stands in it, and an example.

use domain::table_import::ImportKind;

use super::plan_column::PLANS;
use super::table_import::TableImportText;
use crate::Lang;

/// A column in words.
pub(super) struct Words {
    pub(super) field: &'static str,
    pub(super) name: [&'static str; 3],
    pub(super) means: [&'static str; 3],
    pub(super) example: [&'static str; 3],
}

const LEDGER: [Words; 9] = [
    Words {
        field: "voucher",
        name: ["Tositenumero", "Verifikatnummer", "Voucher number"],
        means: [
            "Tositteen numero pääkirjassa.",
            "Verifikatets nummer i huvudboken.",
            "The number of the voucher in the ledger.",
        ],
        example: ["Esimerkki: 1200345", "Exempel: 1200345", "Example: 1200345"],
    },
    Words {
        field: "amount",
        name: ["Summa, €", "Belopp, €", "Amount, €"],
        means: [
            "Kirjauksen summa, menot plussalla. Jos menot ovat miinuksella, valitse se tuonnissa.",
            "Bokföringens belopp, utgifter positiva. Om utgifterna är negativa, välj det vid importen.",
            "The amount of the posting, expenses positive. If expenses are negative, say so in the import.",
        ],
        example: ["5 000,00", "5 000,00", "5 000,00"],
    },
    Words {
        field: "posted_on",
        name: ["Kirjauspäivä", "Bokföringsdag", "Posting day"],
        means: [
            "Päivä, jolle kirjaus on tehty.",
            "Den dag som bokföringen gäller.",
            "The day of the posting.",
        ],
        example: ["15.3.2024", "15.3.2024", "15.3.2024"],
    },
    Words {
        field: "posting_year",
        name: ["Tilikausi", "Räkenskapsperiod", "Accounting year"],
        means: [
            "Vuosi, jolle meno kuuluu. Jos sarake puuttuu, vuosi on kirjauspäivän vuosi.",
            "Det år som utgiften hör till. Om kolumnen saknas är året bokföringsdagens år.",
            "The year to which the expense belongs. Without the column it is the year of the posting day.",
        ],
        example: ["2024", "2024", "2024"],
    },
    Words {
        field: "account",
        name: ["Tili", "Konto", "Account"],
        means: [
            "Pääkirjan tili.",
            "Huvudbokens konto.",
            "The account of the ledger.",
        ],
        example: ["4740", "4740", "4740"],
    },
    Words {
        field: "cost_centre",
        name: ["Kustannuspaikka", "Kostnadsställe", "Cost centre"],
        means: [
            "Kustannuspaikan numero.",
            "Kostnadsställets nummer.",
            "The number of the cost centre.",
        ],
        example: ["2911", "2911", "2911"],
    },
    Words {
        field: "text",
        name: ["Selite", "Text", "Description"],
        means: [
            "Kirjauksen selite. Sitä ei verrata mihinkään.",
            "Bokföringens text. Den jämförs inte med något.",
            "The text of the posting. It is compared with nothing.",
        ],
        example: ["Kuntarahoitusosuus", "Kommunal andel", "Municipal share"],
    },
    Words {
        field: "section",
        name: ["Päätös", "Beslut", "Decision"],
        means: [
            "Päätöksen pykälä siinä muodossa kuin maksujen tiedostossa.",
            "Beslutets paragraf i samma form som i betalningarnas fil.",
            "The section of the decision as the file of payments has it.",
        ],
        example: [
            "kaupunginjohtaja/2024/5",
            "kaupunginjohtaja/2024/5",
            "kaupunginjohtaja/2024/5",
        ],
    },
    Words {
        field: "case_number",
        name: ["Asiatunnus", "Ärendenummer", "Case number"],
        means: [
            "Päätöksen asia. Sen, pykälän ja summan perusteella maksu löytyy, jos tositenumero on eri.",
            "Beslutets ärende. Med det, paragrafen och beloppet hittas betalningen om verifikatnumret är ett annat.",
            "The case of the decision. By it, the section and the amount a payment is found whose voucher number is another one.",
        ],
        example: ["KAJDno-2024-100", "KAJDno-2024-100", "KAJDno-2024-100"],
    },
];

const PROJECTS: [Words; 19] = [
    Words {
        field: "case_number",
        name: ["Asiatunnus", "Ärendenummer", "Case number"],
        means: [
            "Asia, johon hanke kuuluu. Asian pitää olla rekisterissä.",
            "Det ärende som projektet hör till. Ärendet ska finnas i registret.",
            "The case the project belongs to. The register must have the case.",
        ],
        example: [
            "Esimerkki: KAJDno-2024-100",
            "Exempel: KAJDno-2024-100",
            "Example: KAJDno-2024-100",
        ],
    },
    Words {
        field: "project_name",
        name: ["Hankkeen nimi", "Projektets namn", "Name of the project"],
        means: [
            "Nimi, josta tehdään hankkeen osoite.",
            "Det namn som projektets adress görs av.",
            "The name, of which the address of the project is made.",
        ],
        example: [
            "Puurakentamisen hanke",
            "Träbyggnadsprojekt",
            "Wood construction project",
        ],
    },
    Words {
        field: "summary",
        name: ["Tiivistelmä", "Sammanfattning", "Summary"],
        means: [
            "Julkinen kuvaus.",
            "En offentlig beskrivning.",
            "A public description.",
        ],
        example: [
            "Lisätään puurakentamista.",
            "Mera byggande i trä.",
            "More building in wood.",
        ],
    },
    Words {
        field: "city_role",
        name: ["Kaupungin rooli", "Stadens roll", "Role of the city"],
        means: [
            "Joko osarahoittaja tai tuensaaja.",
            "Antingen medfinansiär eller stödtagare.",
            "Either co-funder or beneficiary.",
        ],
        example: ["osarahoittaja", "medfinansiär", "co-funder"],
    },
    Words {
        field: "beneficiary",
        name: ["Tuensaaja", "Stödmottagare", "Beneficiary"],
        means: [
            "Organisaation nimi niin kuin se on rekisterissä, tai Y-tunnus.",
            "Organisationens namn som i registret, eller FO-numret.",
            "The name of the organisation as the register has it, or its business ID.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "joint",
        name: ["Osatoteuttajat", "Delgenomförare", "Joint beneficiaries"],
        means: [
            "Nimet tai Y-tunnukset puolipisteillä erotettuina.",
            "Namnen eller FO-numren åtskilda med semikolon.",
            "The names or business IDs, separated by semicolons.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "partners",
        name: ["Kumppanit", "Partner", "Partners"],
        means: [
            "Nimet tai Y-tunnukset puolipisteillä erotettuina.",
            "Namnen eller FO-numren åtskilda med semikolon.",
            "The names or business IDs, separated by semicolons.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "first_month",
        name: ["Alkaa", "Börjar", "Begins"],
        means: [
            "Ensimmäinen kuukausi, esimerkiksi 10/2024.",
            "Den första månaden, till exempel 10/2024.",
            "The first month, for example 10/2024.",
        ],
        example: ["10/2024", "10/2024", "10/2024"],
    },
    Words {
        field: "last_month",
        name: ["Päättyy", "Slutar", "Ends"],
        means: [
            "Viimeinen kuukausi.",
            "Den sista månaden.",
            "The last month.",
        ],
        example: ["9/2026", "9/2026", "9/2026"],
    },
    Words {
        field: "funding_authority",
        name: [
            "Rahoittava viranomainen",
            "Finansierande myndighet",
            "Funding authority",
        ],
        means: [
            "Organisaation nimi niin kuin se on rekisterissä, tai Y-tunnus.",
            "Organisationens namn som i registret, eller FO-numret.",
            "The name of the organisation as the register has it, or its business ID.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "programme",
        name: ["Ohjelma", "Program", "Programme"],
        means: [
            "Ohjelman nimi.",
            "Programmets namn.",
            "The name of the programme.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "specific_objective",
        name: ["Erityistavoite", "Särskilt mål", "Specific objective"],
        means: [
            "Ohjelman erityistavoite.",
            "Programmets särskilda mål.",
            "The specific objective of the programme.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "project_code",
        name: ["Hankekoodi", "Projektkod", "Project code"],
        means: [
            "Rahoittajan antama koodi. Sillä tunnetaan, onko hanke jo rekisterissä.",
            "En kod som finansiären har gett. Med den känns ett projekt igen.",
            "A code given by the funder, by which a project is known again.",
        ],
        example: ["A80123", "A80123", "A80123"],
    },
    Words {
        field: "programme_number",
        name: ["EURA-numero", "EURA-nummer", "EURA number"],
        means: [
            "Ohjelmaviranomaisen päätöksen numero. Myös sillä hanke tunnetaan.",
            "Numret på programmyndighetens beslut. Även med det känns ett projekt igen.",
            "The number of the programme authority’s decision, by which a project is known again too.",
        ],
        example: ["EURA 2021/100/01", "EURA 2021/100/01", "EURA 2021/100/01"],
    },
    Words {
        field: "programme_date",
        name: [
            "Rahoituspäätöksen päivä",
            "Finansieringsbeslutets dag",
            "Day of the funding decision",
        ],
        means: [
            "Ohjelmaviranomaisen päätöksen päivä.",
            "Dagen för programmyndighetens beslut.",
            "The day of the programme authority’s decision.",
        ],
        example: ["15.9.2024", "15.9.2024", "15.9.2024"],
    },
    Words {
        field: "municipality",
        name: ["Kunta", "Kommun", "Municipality"],
        means: [
            "Kunta, jossa hanke toteutetaan.",
            "Den kommun där projektet genomförs.",
            "The municipality where the project is carried out.",
        ],
        example: ["Kajaani", "Kajana", "Kajaani"],
    },
    Words {
        field: "latitude",
        name: ["Leveysaste", "Breddgrad", "Latitude"],
        means: [
            "Asteina, jos sijainti on piste.",
            "I grader, om läget är en punkt.",
            "In degrees, where the place is a point.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "longitude",
        name: ["Pituusaste", "Längdgrad", "Longitude"],
        means: [
            "Asteina, jos sijainti on piste.",
            "I grader, om läget är en punkt.",
            "In degrees, where the place is a point.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "contact_office",
        name: ["Yhteystaho", "Kontaktenhet", "Contact office"],
        means: [
            "Tehtävä tai yksikkö. Henkilöt lisätään hankkeen lomakkeella.",
            "Uppgift eller enhet. Personer läggs till i projektets formulär.",
            "The task or office. Persons are added in the form of the project.",
        ],
        example: ["Elinvoima", "Livskraft", "Economic development"],
    },
];

const fn at(lang: Lang) -> usize {
    match lang {
        Lang::Fi => 0,
        Lang::Sv => 1,
        Lang::En => 2,
    }
}

fn words(kind: ImportKind, field: &str) -> Option<&'static Words> {
    let all: &'static [Words] = match kind {
        // The budget's are those of its form.
        ImportKind::Budget => &[],
        ImportKind::Ledger => &LEDGER,
        ImportKind::Projects => &PROJECTS,
        ImportKind::Plans => &PLANS,
    };
    all.iter().find(|words| words.field == field)
}

/// The name of a column, in a template and where it is chosen.
///
/// ```
/// use domain::Lang;
/// use domain::table_import::ImportKind;
/// use wording::desk::import_column::name;
/// assert_eq!(name(ImportKind::Ledger, "voucher", Lang::Fi), "Tositenumero");
/// ```
pub fn name(kind: ImportKind, field: &str, lang: Lang) -> &'static str {
    words(kind, field).map_or("", |words| words.name[at(lang)])
}

/// What stands in a column.
pub fn means(kind: ImportKind, field: &str, lang: Lang) -> &'static str {
    words(kind, field).map_or("", |words| words.means[at(lang)])
}

/// What stands in a column of the example row of a template; it begins with the word for example,
/// by which the import leaves the row out.
pub fn example(kind: ImportKind, field: &str, lang: Lang) -> &'static str {
    words(kind, field).map_or("", |words| words.example[at(lang)])
}

/// The label of a field of the form, or of the choice of a column.
pub(super) fn label_of(place: &str, lang: Lang) -> Option<&'static str> {
    if place == "year" {
        return Some(TableImportText::Year.text(lang));
    }
    let field = place.strip_prefix("column-")?;
    let named = ImportKind::PLAIN
        .into_iter()
        .map(|kind| name(kind, field, lang));
    named.into_iter().find(|name| !name.is_empty())
}
