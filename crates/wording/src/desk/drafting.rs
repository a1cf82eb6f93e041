//! How a decision is begun, written and checked, and by which authority it is made.

use domain::Money;
use domain::delegation::DelegationFacts;
use time::{Date, PrimitiveDateTime};

use crate::{Lang, format};

texts! {
    /// Headings, labels, buttons and sentences of drafting.
    pub enum DraftingText {
        Begin: "Aloita päätös", "Börja ett beslut", "Begin a decision";
        Kind: "Päätöksen laji", "Beslutets slag", "Kind of decision";
        BeginFrom: "Aloita aiemmasta päätöksestä", "Börja från ett tidigare beslut", "Begin from an earlier decision";
        BeginFromHint: "Tekstit, sitoumukset, asianosaiset ja toimivalta kopioidaan. Pykälää ja henkilötietoja ei kopioida.", "Texter, förbindelser, parter och befogenhet kopieras. Paragraf och personuppgifter kopieras inte.", "Texts, commitments, parties and authority are copied. Section and personal data are not.";
        FromTemplate: "Ei, aloita mallista", "Nej, börja från en mall", "No, begin from a template";
        KindHint: "Laji valitsee mallitekstin ja sen, mitä toimivaltaa tarvitaan.", "Slaget väljer malltexten och vilken befogenhet som behövs.", "The kind chooses the template and which authority is needed.";
        Notices: "Tarkista vielä", "Kontrollera ännu", "Look at this as well";
        NoticesBlockNothing: "Nämä eivät estä lähettämistä eivätkä allekirjoittamista.", "Detta hindrar varken sändande eller underskrift.", "None of this keeps it from being sent or signed.";
        Mentions: "Mahdolliset henkilötiedot, joita ei ole merkitty", "Möjliga personuppgifter som inte är märkta", "Possible personal data that is not marked";
        MarkPersonal: "Merkitse henkilötiedoksi", "Märk som personuppgift", "Mark as personal";
        NotPersonal: "Ei ole henkilötieto", "Är inte en personuppgift", "Is not personal";
        NotPersonalWords: "Sanat, jotka eivät ole henkilötietoja", "Ord som inte är personuppgifter", "Words that are not personal data";
        NotPersonalWordsHint: "Yksi riville. Näistä rekisteri ei kysy uudelleen.", "Ett per rad. Registret frågar inte om dem igen.", "One on a line. The register does not ask about them again.";
        EditField: "Korjaa kohta", "Rätta fältet", "Mend the field";
        Promise: "Lupaus hankkeelle ja toimivalta", "Löftet till projektet och befogenheten", "The promise to the project and the authority";
        PromiseLines: "Mitä toimivallan eurorajaan lasketaan", "Vad som räknas in i befogenhetens gräns", "What counts towards the limit of the authority";
        ThisDraft: "Tämä luonnos", "Det här utkastet", "This draft";
        Limit: "Euroraja", "Gräns i euro", "Limit in euros";
        NoLimit: "ei eurorajaa", "ingen gräns", "no limit";
        NoDelegation: "Toimivaltaa ei ole kirjattu.", "Ingen befogenhet är antecknad.", "No authority is recorded.";
        Preview: "Esikatsele", "Förhandsgranska", "Preview";
        PreviewHeading: "Näin päätös näkyy kaikille, kun henkilötiedot on poistettu", "Så här syns beslutet för alla när personuppgifterna har tagits bort", "How everybody reads the decision once personal data is removed";
        PreviewSavedNothing: "Esikatselu ei tallenna mitään.", "Förhandsgranskningen sparar ingenting.", "The preview saves nothing.";
        PreviewUnreadable: "Tekstiä ei voi vielä näyttää: sen merkinnöissä on virhe.", "Texten kan inte visas ännu: det finns ett fel i märkningen.", "The text cannot be shown yet: its markup has an error.";
        NothingTyped: "Tekstiä ei ole vielä kirjoitettu.", "Ingen text har skrivits ännu.", "No text has been typed yet.";
        TakeUnsaved: "Ota käyttöön", "Ta i bruk", "Take it";
        UnsavedFirst: "Vastaa tähän ensin: sitä ennen uutta tekstiä ei oteta talteen itsestään.", "Svara på det här först: innan dess förvaras ny text inte av sig själv.", "Answer this first: until then new text is not kept by itself.";
        DiscardUnsaved: "Hylkää", "Förkasta", "Discard it";
        Toolbar: "Tekstin muotoilu", "Textens format", "Formatting of the text";
        ToolHeading: "Väliotsikko", "Mellanrubrik", "Heading";
        ToolList: "Luettelo", "Lista", "List";
        ToolTable: "Taulukko", "Tabell", "Table";
        ToolLink: "Linkki", "Länk", "Link";
        ToolPersonal: "Henkilötieto", "Personuppgift", "Personal";
        ToolSecret: "Salainen", "Sekretessbelagt", "Secret";
        Delegations: "Toimivalta", "Befogenheter", "Authority to decide";
        NoDelegations: "Toimivaltaa ei ole vielä kirjattu.", "Inga befogenheter har antecknats ännu.", "No authority has been recorded yet.";
        AddDelegation: "Lisää toimivalta", "Lägg till en befogenhet", "Add an authority";
        ChangeDelegation: "Muuta toimivaltaa", "Ändra befogenheten", "Change the authority";
        DelegationsHint: "Toimivallan perusteella rekisteri tarkistaa ennen allekirjoitusta, saako päätöksentekijä päättää asiasta ja summasta.", "Utifrån befogenheterna kontrollerar registret före underskriften om beslutsfattaren får besluta om ärendet och beloppet.", "By these the register checks before signing whether the decision maker may decide the matter and the amount.";
        Provision: "Hallintosäännön kohta", "Punkt i förvaltningsstadgan", "Section of the administrative rules";
        Body: "Siirtänyt toimielin", "Organ som delegerat", "Body that delegated";
        BodyHint: "Täytä toimielin, päivä ja pykälä, jos toimivalta on siirretty päätöksellä. Muuten jätä ne tyhjiksi.", "Fyll i organ, dag och paragraf om befogenheten delegerats genom ett beslut. Lämna annars tomt.", "Fill in body, day and section where a decision delegated the authority. Otherwise leave them empty.";
        SectionYear: "Pykälän vuosi", "Paragrafens år", "Year of the section";
        SectionYearHint: "Jätä tyhjäksi, jos se on päätöspäivän vuosi.", "Lämna tomt om det är beslutsdagens år.", "Leave empty if it is the year of the day.";
        LimitHint: "Suurin lupaus yhdelle hankkeelle yhteensä. Jätä tyhjäksi, jos rajaa ei ole.", "Det största löftet till ett projekt sammanlagt. Lämna tomt om det inte finns någon gräns.", "The most that one project may be promised in all. Leave empty if there is no limit.";
        Kinds: "Mitä päätöksiä toimivalta koskee", "Vilka beslut befogenheten gäller", "Which decisions the authority is for";
        ValidFrom: "Voimassa alkaen", "I kraft från", "In force from";
        ValidTo: "Voimassa asti", "I kraft till", "In force to";
        ValidToHint: "Jätä tyhjäksi, jos päättymistä ei tiedetä.", "Lämna tomt om slutet inte är känt.", "Leave empty if the end is not known.";
        Validity: "Voimassa", "I kraft", "In force";
    }
}

impl DraftingText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "provision" => Self::Provision,
            "body" => Self::Body,
            "section_year" => Self::SectionYear,
            "limit" => Self::Limit,
            "kinds" => Self::Kinds,
            "valid_from" => Self::ValidFrom,
            "valid_to" => Self::ValidTo,
            "not_personal" => Self::NotPersonalWords,
            "from" => Self::BeginFrom,
            _ => return None,
        })
    }
}

/// That somebody typed what was not saved: `Sinulla on tallentamatonta tekstiä klo 14.32.`
pub fn unsaved(at: PrimitiveDateTime, today: Date, lang: Lang) -> String {
    let at = moment(at, today, lang);
    match lang {
        Lang::Fi => format!("Sinulla on tallentamatonta tekstiä {at}."),
        Lang::Sv => format!("Du har osparad text {at}."),
        Lang::En => format!("You have unsaved text {at}."),
    }
}

/// That what was typed is kept beside the draft, which was not saved.
pub fn kept(at: PrimitiveDateTime, today: Date, lang: Lang) -> String {
    let at = moment(at, today, lang);
    match lang {
        Lang::Fi => format!("Kirjoittamasi on tallessa {at}. Luonnosta ei ole vielä tallennettu."),
        Lang::Sv => {
            format!("Det du skrivit är i säkert förvar {at}. Utkastet är inte sparat ännu.")
        }
        Lang::En => format!("What you typed is kept {at}. The draft is not saved yet."),
    }
}

/// Who else has the draft open: `N. N. (Talousjohtaja) on avannut tämän luonnoksen klo 14.20.`
pub fn also_open(
    name: &str,
    office: &str,
    since: PrimitiveDateTime,
    today: Date,
    lang: Lang,
) -> String {
    let since = moment(since, today, lang);
    match lang {
        Lang::Fi => format!("{name} ({office}) on pitänyt tätä luonnosta auki {since} alkaen."),
        Lang::Sv => format!("{name} ({office}) har haft det här utkastet öppet sedan {since}."),
        Lang::En => format!("{name} ({office}) has had this draft open since {since}."),
    }
}

/// A time of today, and of another day the day with it.
fn moment(at: PrimitiveDateTime, today: Date, lang: Lang) -> String {
    let time = format::at(at.time(), lang);
    if at.date() == today {
        time
    } else {
        format!("{} {time}", format::date(at.date(), lang))
    }
}

/// A delegation in a line: `Hallintosääntö 17 §, Kaupunginhallitus 16.8.2022 § 155`. In the words
/// of a decision it stands as its authority.
pub fn delegation(facts: &DelegationFacts, lang: Lang) -> String {
    facts.decision.as_ref().map_or_else(
        || facts.provision.clone(),
        |decision| {
            let day = format::date(decision.on, lang);
            let year = u16::try_from(decision.on.year()).unwrap_or_default();
            let section = if decision.year == year {
                format!("§ {}", decision.section)
            } else {
                format!("§ {}/{}", decision.section, decision.year)
            };
            format!("{}, {} {day} {section}", facts.provision, decision.body)
        },
    )
}

/// A limit, or that there is none.
pub fn limit(limit: Option<Money>, lang: Lang) -> String {
    limit.map_or_else(
        || DraftingText::NoLimit.text(lang).to_owned(),
        |limit| format::euros(limit, lang),
    )
}

/// From when and to when something is in force.
pub fn validity(from: Date, to: Option<Date>, lang: Lang) -> String {
    let to = to.map(|to| format::date(to, lang)).unwrap_or_default();
    format!("{}–{to}", format::date(from, lang))
}
