//! What is said of publicity: of what is left out and why, of stubs, attachments and codes.

use domain::attachment::AttachmentClass;
use domain::stub::StubKind;
use domain::view::public::{AttachmentShown, HandedOut};
use time::Date;

use crate::{Lang, format};

texts! {
    /// Words of public pages and documents.
    pub enum ShownText {
        Title: "Otsikko", "Rubrik", "Title";
        Since: "Alkaen", "Sedan", "Since";
        Attachments: "Liitteet", "Bilagor", "Attachments";
        ContactPerson: "Lisätietojen antaja", "Kontaktperson", "Contact person";
        StubLead: "Tässä osoitteessa ollut päätös ei ole luettavissa yleisessä tietoverkossa. Tietoja voi pyytää kaupungin kirjaamosta.", "Beslutet på den här adressen kan inte läsas i det allmänna datanätet. Uppgifter kan begäras hos stadens registratorskontor.", "The decision at this address cannot be read in the public network. Information can be requested from the city's registry.";
        SecretLead: "Päätös on kokonaan salassa pidettävä. Siitä julkaistaan vain maininta (kuntalaki 140\u{a0}§).", "Beslutet är sekretessbelagt i sin helhet. Endast ett omnämnande publiceras (kommunallagen 140\u{a0}§).", "The decision is secret as a whole. Only a mention of it is published (Local Government Act, section 140).";
        Check: "Tarkista asiakirja", "Kontrollera en handling", "Check a document";
        CheckLead: "Kaupungin antamassa päätösasiakirjassa, otteessa tai todistuksessa on tunniste. Kirjoita se tähän, niin näet, mistä päätöksestä asiakirja on.", "En beslutshandling, ett utdrag eller ett intyg som staden har gett har en beteckning. Skriv den här, så ser du vilket beslut handlingen gäller.", "A decision document, extract or certificate given by the city carries a code. Type it here to see which decision the document is of.";
        Code: "Asiakirjan tunniste", "Handlingens beteckning", "Code of the document";
        CodeHint: "Esimerkiksi ABCD-EFGH-2345. Isoilla ja pienillä kirjaimilla ei ole väliä.", "Till exempel ABCD-EFGH-2345. Stora och små bokstäver spelar ingen roll.", "For example ABCD-EFGH-2345. Capital and small letters are the same.";
        CheckButton: "Tarkista", "Kontrollera", "Check";
        Genuine: "Tunniste on kaupungin antaman asiakirjan", "Beteckningen hör till en handling som staden har gett", "The code is of a document given by the city";
        GenuineHint: "Vertaa näitä tietoja asiakirjaasi. Muuta asiakirjasta ei kerrota.", "Jämför uppgifterna med din handling. Inget annat berättas om handlingen.", "Compare these facts with your document. Nothing else is told of it.";
        Unknown: "Tunnistetta ei ole", "Beteckningen finns inte", "There is no such code";
        UnknownHelp: "Kaupunki ei ole antanut asiakirjaa, jossa on tämä tunniste. Tarkista, että kirjoitit sen oikein, tai kysy kirjaamosta.", "Staden har inte gett någon handling med den här beteckningen. Kontrollera att du skrev den rätt eller fråga registratorskontoret.", "The city has given no document with this code. Check that you typed it right, or ask the registry.";
        CaseNumber: "Asiatunnus", "Ärendenummer", "Case number";
        DecidedOn: "Päätöspäivä", "Beslutsdag", "Day of the decision";
        Section: "Pykälä", "Paragraf", "Section";
        Version: "Asiakirja", "Handling", "Document";
        CheckAnother: "Tarkista toinen asiakirja", "Kontrollera en annan handling", "Check another document";
        SecretExtent: "Salassa pidettävät kohdat on merkitty tekstiin hakasulkein.", "De sekretessbelagda punkterna har märkts ut i texten med hakparentes.", "The secret parts are marked in the text by brackets.";
        SecretWhole: "Päätös on salassa pidettävä kokonaan.", "Beslutet är sekretessbelagt i sin helhet.", "The decision is secret as a whole.";
        EntitledBy: "Saajan oikeus tietoon", "Mottagarens rätt till uppgifterna", "The recipient's right to the information";
        SecretDuty: "Salassa pidettäviä tietoja ei saa ilmaista sivullisille eikä käyttää muuhun kuin siihen, mihin ne on annettu (julkisuuslaki 22 ja 23 §).", "Sekretessbelagda uppgifter får inte röjas för utomstående eller användas för annat än det de har getts för (offentlighetslagen 22 och 23 §).", "Secret information may not be disclosed to others or used for anything but what it was given for (Act on the Openness of Government Activities, sections 22 and 23).";
    }
}

texts! {
    /// Words of officials' pages.
    pub enum PublicityText {
        Preview: "Esikatsele julkista päätöstä", "Förhandsgranska det offentliga beslutet", "Preview the public decision";
        During: "Muutoksenhakuajan aikana", "Under tiden för ändringssökande", "During the appeal period";
        After: "Muutoksenhakuajan jälkeen", "Efter tiden för ändringssökande", "After the appeal period";
        DuringNotice: "Esikatselu: näin päätös näkyy julkaisemisesta kunnan jäsenen muutoksenhakuajan päättymiseen. Henkilötiedot näkyvät.", "Förhandsgranskning: så visas beslutet från publiceringen till slutet av kommunmedlemmens tid för ändringssökande. Personuppgifterna visas.", "Preview: this is how the decision is shown from its publication to the end of the municipal member's period. Personal data is shown.";
        AfterNotice: "Esikatselu: näin päätös näkyy kunnan jäsenen muutoksenhakuajan päätyttyä. Henkilötiedot on poistettu.", "Förhandsgranskning: så visas beslutet efter att kommunmedlemmens tid för ändringssökande har gått ut. Personuppgifterna har tagits bort.", "Preview: this is how the decision is shown after the municipal member's period has ended. Personal data has been removed.";
        SameInBoth: "Päätöksessä ei ole henkilötiedoiksi merkittyä, joten versiot ovat samat.", "Beslutet innehåller inget som märkts som personuppgifter, så versionerna är lika.", "Nothing in the decision is marked as personal, so the versions are the same.";
        NoMemberPeriodHere: "Tästä päätöksestä ei seuraa kunnan jäsenen muutoksenhakuaikaa, joten henkilötietoja ei julkaista lainkaan.", "Av beslutet följer ingen tid för ändringssökande för kommunmedlemmar, så personuppgifterna publiceras inte alls.", "No period of municipal members follows from this decision, so its personal data is never published.";
        AsPdf: "PDF-tiedostona", "Som PDF-fil", "As a PDF file";
        BackToSheet: "Takaisin päätöksen tietoihin", "Tillbaka till beslutets uppgifter", "Back to the decision";
        NotReady: "Julkista päätöstä voi esikatsella, kun nämä on korjattu.", "Det offentliga beslutet kan förhandsgranskas när detta har rättats.", "The public decision can be previewed when these are mended.";
        Attachments: "Liitteet", "Bilagor", "Attachments";
        EditAttachments: "Lisää tai poista liitteitä", "Lägg till eller ta bort bilagor", "Add or remove attachments";
        NoAttachments: "Liitteitä ei ole vielä lisätty.", "Inga bilagor har lagts till ännu.", "No attachment has been added yet.";
        Attach: "Lisää liite", "Lägg till en bilaga", "Add an attachment";
        File: "Tiedosto", "Fil", "File";
        FileHint: "PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, TXT tai CSV, enintään 20 Mt. Teksti- ja CSV-tiedostot UTF-8-muodossa.", "PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, TXT eller CSV, högst 20 MB. Text- och CSV-filer i UTF-8.", "PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, TXT or CSV, 20 MB at most. Text and CSV files in UTF-8.";
        Class: "Julkisuus", "Offentlighet", "Publicity";
        Ground: "Salassapidon peruste", "Grund för sekretessen", "Ground of secrecy";
        GroundHint: "Vain salassa pidettävästä, esimerkiksi JulkL 24.1 § 20 kohta. Peruste näkyy julkisesti.", "Endast för sekretessbelagda, till exempel OffL 24.1 § 20 punkten. Grunden visas offentligt.", "Only of a secret one, for example JulkL 24.1 § 20. The ground is shown publicly.";
        MoveUp: "Siirrä ylemmäs", "Flytta uppåt", "Move up";
        Remove: "Poista liite", "Ta bort bilagan", "Remove the attachment";
        GivenExtracts: "Annetut otteet", "Utdrag som getts", "Extracts given";
        NoExtracts: "Otteita ei ole vielä annettu.", "Inga utdrag har getts ännu.", "No extract has been given yet.";
        WithSecrets: "Salassa pidettävin tiedoin", "Med sekretessbelagda uppgifter", "With secret parts";
        WithoutSecrets: "Ilman salassa pidettäviä tietoja", "Utan sekretessbelagda uppgifter", "Without secret parts";
        DecisionDocument: "Päätösasiakirja", "Beslutshandling", "Decision document";
        DocumentLead: "Päätösasiakirja on allekirjoitettu päätös sellaisena kuin kaupunki sen säilyttää: mukana ovat asianosaiset, tiedoksisaajat ja allekirjoitus. Siinä on henkilötietoja, joten sitä ei julkaista.", "Beslutshandlingen är det undertecknade beslutet så som staden bevarar det: med parterna, dem som får det för kännedom och underskriften. Den innehåller personuppgifter och publiceras därför inte.", "The decision document is the signed decision as the city holds it, with its parties, those who get it for information, and the signature. It holds personal data and is not published.";
        DocumentCode: "Jokainen tehty asiakirja saa oman tunnisteen, jonka voi tarkistaa julkisella sivulla. Asiakirjan tekijä, aika ja tunniste kirjataan.", "Varje handling som görs får en egen beteckning som kan kontrolleras på en offentlig sida. Vem som gjorde handlingen, när och med vilken beteckning antecknas.", "Each document that is made gets a code of its own, which can be checked on a public page. Who made it, when and with which code is recorded.";
        MakeDocument: "Tee päätösasiakirja", "Gör en beslutshandling", "Make a decision document";
        IncludeSecrets: "Ota mukaan salassa pidettävät tiedot. Jokaiselle sivulle tulee salassapitomerkintä.", "Ta med de sekretessbelagda uppgifterna. Varje sida får en sekretessmarkering.", "Include the secret parts. Each page is marked as secret.";
        AlwaysSecret: "Päätös on kokonaan salassa pidettävä. Asiakirjan jokaiselle sivulle tulee salassapitomerkintä.", "Beslutet är sekretessbelagt i sin helhet. Varje sida i handlingen får en sekretessmarkering.", "The decision is secret as a whole. Each page of the document is marked as secret.";
        MadeDocuments: "Tehdyt päätösasiakirjat", "Beslutshandlingar som gjorts", "Decision documents made";
        NoDocuments: "Päätösasiakirjaa ei ole vielä tehty.", "Ingen beslutshandling har gjorts ännu.", "No decision document has been made yet.";
        MadeBy: "Tekijä", "Gjord av", "Made by";
        Secrets: "Salassa pidettävät tiedot", "Sekretessbelagda uppgifter", "Secret parts";
        EntitledBy: "Saajan oikeus salassa pidettävään tietoon", "Mottagarens rätt till sekretessbelagda uppgifter", "The recipient's right to secret information";
        EntitledByHint: "Täytä vain, jos saajalla on oikeus salassa pidettäviin kohtiin, esimerkiksi asianosainen, JulkL 11 §. Tyhjänä kohdat jäävät otteesta pois. Luovutus kirjataan.", "Fyll i endast om mottagaren har rätt till de sekretessbelagda punkterna, till exempel part, OffL 11 §. Lämnas fältet tomt utelämnas punkterna. Utlämnandet antecknas.", "Fill in only if the recipient is entitled to the secret parts, for example a party, JulkL section 11. If empty, they are left out. The handing-over is recorded.";
        WhollySecret: "Koko päätöksen salassapidon peruste", "Grund för att hela beslutet är sekretessbelagt", "Ground on which the whole decision is secret";
        WhollySecretHint: "Vain jos koko päätös on salassa pidettävä. Silloin julkaistaan pelkkä maininta: pykälä, päätöksentekijä, asiatunnus ja tämä peruste.", "Endast om hela beslutet är sekretessbelagt. Då publiceras bara ett omnämnande: paragraf, beslutsfattare, ärendenummer och den här grunden.", "Only if the whole decision is secret. Then only a mention is published: section, decision maker, case number and this ground.";
        Withdraw: "Poista päätös tietoverkosta", "Ta bort beslutet ur datanätet", "Withdraw the decision from the network";
        WithdrawConsequence: "Päätös poistuu julkisilta sivuilta, luetteloista, kalenterista ja tiedostoista. Sen osoitteessa kerrotaan pykälä, päätöksentekijä, asiatunnus, poistamisen päivä ja julkinen syy. Muutoksenhakuaika ei muutu. Viranhaltijat näkevät päätöksen edelleen.", "Beslutet försvinner från de offentliga sidorna, listorna, kalendern och filerna. På dess adress anges paragrafen, beslutsfattaren, ärendenumret, dagen för borttagandet och den offentliga orsaken. Tiden för ändringssökande ändras inte. Tjänsteinnehavarna ser beslutet fortfarande.", "The decision leaves the public pages, lists, calendar and files. At its address the section, decision maker, case number, day of withdrawal and public reason are told. The appeal period does not change. Officials go on seeing the decision.";
        PublicReason: "Julkinen syy", "Offentlig orsak", "Public reason";
        PublicReasonHint: "Syy näkyy kaikille päätöksen osoitteessa. Älä kirjoita siihen henkilötietoja äläkä sitä, mitä poistat.", "Orsaken visas för alla på beslutets adress. Skriv inga personuppgifter och inte det som du tar bort.", "Everybody sees the reason at the address of the decision. Write no personal data in it, nor what you withdraw.";
        HidesTitle: "Poista myös otsikko", "Ta också bort rubriken", "Withdraw the title too";
        ConfirmWithdrawal: "Olen lukenut, mitä poistamisesta seuraa", "Jag har läst vad borttagandet medför", "I have read what follows from the withdrawal";
        ToConfirm: "Jatka vahvistamiseen", "Fortsätt till bekräftelsen", "Go on to the confirmation";
        ConfirmHeading: "Vahvista poistaminen", "Bekräfta borttagandet", "Confirm the withdrawal";
        PublishAgain: "Julkaise uudelleen", "Publicera på nytt", "Publish again";
        PublishAgainConsequence: "Päätös palaa julkisille sivuille ja luetteloihin. Henkilötiedot näkyvät vain, jos kunnan jäsenen muutoksenhakuaika on vielä kesken.", "Beslutet återgår till de offentliga sidorna och listorna. Personuppgifterna visas endast om kommunmedlemmens tid för ändringssökande fortfarande löper.", "The decision returns to the public pages and lists. Personal data is shown only if the municipal member's period still runs.";
        Stubs: "Poistot tietoverkosta", "Borttaganden ur datanätet", "Withdrawals from the network";
    }
}

impl PublicityText {
    /// The label of a field of these forms.
    pub(crate) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "file" => Self::File,
            "class" => Self::Class,
            "ground" => Self::Ground,
            "entitled_by" => Self::EntitledBy,
            "include_secrets" => Self::IncludeSecrets,
            "public_reason" => Self::PublicReason,
            "hides_title" => Self::HidesTitle,
            "secret_ground" => Self::WhollySecret,
            _ => return None,
        })
    }
}

/// What stands in the place of secret words: that they are secret, and on which ground.
///
/// ```
/// use wording::{Lang, publicity::omitted_as_secret};
/// let omitted = omitted_as_secret("JulkL 24.1 § 20 kohta", Lang::Fi);
/// assert_eq!(omitted, "[salassa pidettävä: JulkL 24.1 § 20 kohta]");
/// ```
pub fn omitted_as_secret(ground: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("[salassa pidettävä: {ground}]"),
        Lang::Sv => format!("[sekretessbelagt: {ground}]"),
        Lang::En => format!("[secret: {ground}]"),
    }
}

/// What stands before secret words in an extract for somebody entitled to them.
pub fn secret_begins(ground: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("[salassa pidettävä, {ground}: "),
        Lang::Sv => format!("[sekretessbelagt, {ground}: "),
        Lang::En => format!("[secret, {ground}: "),
    }
}

/// The longest list of grounds that stands on one line with what it is about.
const GROUNDS: usize = 60;

/// The marking on each page of a document that carries secret parts (julkisuuslaki 25 §). Grounds
/// too long for the line stand on the first page alone.
///
/// ```
/// use wording::{Lang, publicity::secrecy_marking};
/// let marking = secrecy_marking(&["JulkL 24.1 § 20".to_owned()], false, Lang::Fi);
/// assert_eq!(marking, "SALASSA PIDETTÄVÄ OSITTAIN: JulkL 24.1 § 20");
/// ```
pub fn secrecy_marking(grounds: &[String], is_whole: bool, lang: Lang) -> String {
    let joined = grounds.join("; ");
    let named = if joined.chars().count() <= GROUNDS {
        joined.as_str()
    } else {
        match lang {
            Lang::Fi => "perusteet ensimmäisellä sivulla",
            Lang::Sv => "grunderna på första sidan",
            Lang::En => "grounds on the first page",
        }
    };
    match (lang, is_whole) {
        (Lang::Fi, false) => format!("SALASSA PIDETTÄVÄ OSITTAIN: {named}"),
        (Lang::Fi, true) => format!("SALASSA PIDETTÄVÄ: {named}"),
        (Lang::Sv, false) => format!("DELVIS SEKRETESSBELAGD: {named}"),
        (Lang::Sv, true) => format!("SEKRETESSBELAGD: {named}"),
        (Lang::En, false) => format!("SECRET IN PART: {named}"),
        (Lang::En, true) => format!("SECRET: {named}"),
    }
}

/// That a document is secret in part or as a whole, with every ground.
pub fn is_secret(grounds: &[String], is_whole: bool, lang: Lang) -> String {
    let grounds = grounds.join("; ");
    match (lang, is_whole) {
        (Lang::Fi, false) => format!("Osittain salassa pidettävä: {grounds}"),
        (Lang::Fi, true) => format!("Salassa pidettävä: {grounds}"),
        (Lang::Sv, false) => format!("Delvis sekretessbelagd: {grounds}"),
        (Lang::Sv, true) => format!("Sekretessbelagd: {grounds}"),
        (Lang::En, false) => format!("Secret in part: {grounds}"),
        (Lang::En, true) => format!("Secret: {grounds}"),
    }
}

/// That a document leaves out what is secret.
pub fn secrets_left_out(grounds: &[String], lang: Lang) -> String {
    let grounds = grounds.join("; ");
    match lang {
        Lang::Fi => format!("Asiakirjasta on jätetty pois salassa pidettäviä tietoja: {grounds}"),
        Lang::Sv => format!("Sekretessbelagda uppgifter har utelämnats ur handlingen: {grounds}"),
        Lang::En => format!("Secret information has been left out of the document: {grounds}"),
    }
}

/// An attachment in a list, as far as its reader may know it.
///
/// ```
/// use domain::view::public::AttachmentShown;
/// use wording::{Lang, publicity::attachment};
/// assert_eq!(attachment(2, &AttachmentShown::Personal, Lang::En), "Attachment\u{a0}2: holds personal data, not public");
/// ```
pub fn attachment(number: usize, shown: &AttachmentShown, lang: Lang) -> String {
    let name = match lang {
        Lang::Fi => "Liite",
        Lang::Sv => "Bilaga",
        Lang::En => "Attachment",
    };
    let what = match shown {
        AttachmentShown::Open {
            title,
            media_type,
            size,
        } => format!(
            "{title} ({}, {})",
            media_type.short(),
            file_size(*size, lang)
        ),
        AttachmentShown::Personal => match lang {
            Lang::Fi => "sisältää henkilötietoja, ei julkinen".to_owned(),
            Lang::Sv => "innehåller personuppgifter, inte offentlig".to_owned(),
            Lang::En => "holds personal data, not public".to_owned(),
        },
        AttachmentShown::Secret { ground } => match lang {
            Lang::Fi => format!("salassa pidettävä: {ground}"),
            Lang::Sv => format!("sekretessbelagd: {ground}"),
            Lang::En => format!("secret: {ground}"),
        },
    };
    format!("{name}\u{a0}{number}: {what}")
}

/// The length of a file as people read it, rounded up.
///
/// ```
/// use wording::{Lang, publicity::file_size};
/// assert_eq!(file_size(1, Lang::Fi), "1\u{a0}kt");
/// assert_eq!(file_size(3_000_000, Lang::En), "3\u{a0}MB");
/// ```
pub fn file_size(bytes: u64, lang: Lang) -> String {
    let (kilo, mega) = match lang {
        Lang::Fi => ("kt", "Mt"),
        Lang::Sv | Lang::En => ("kB", "MB"),
    };
    if bytes > 999_000 {
        format!("{}\u{a0}{mega}", bytes.div_ceil(1_000_000))
    } else {
        format!("{}\u{a0}{kilo}", bytes.div_ceil(1_000))
    }
}

/// Who may see an attachment, as officials choose it.
pub const fn class(class: &AttachmentClass, lang: Lang) -> &'static str {
    match (class, lang) {
        (AttachmentClass::Public, Lang::Fi) => "Julkinen",
        (AttachmentClass::Public, Lang::Sv) => "Offentlig",
        (AttachmentClass::Public, Lang::En) => "Public",
        (AttachmentClass::Personal, Lang::Fi) => {
            "Sisältää henkilötietoja: julkinen vain muutoksenhakuajan"
        }
        (AttachmentClass::Personal, Lang::Sv) => {
            "Innehåller personuppgifter: offentlig endast under tiden för ändringssökande"
        }
        (AttachmentClass::Personal, Lang::En) => {
            "Holds personal data: public only during the appeal period"
        }
        (AttachmentClass::Secret(_), Lang::Fi) => "Salassa pidettävä",
        (AttachmentClass::Secret(_), Lang::Sv) => "Sekretessbelagd",
        (AttachmentClass::Secret(_), Lang::En) => "Secret",
    }
}

/// What a stub says above everything else.
pub const fn stub_heading(kind: StubKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (StubKind::Withdrawn, Lang::Fi) => "Päätös on poistettu tietoverkosta",
        (StubKind::Withdrawn, Lang::Sv) => "Beslutet har tagits bort ur datanätet",
        (StubKind::Withdrawn, Lang::En) => "The decision has been withdrawn",
        (StubKind::Secret, Lang::Fi) => "Salassa pidettävä päätös",
        (StubKind::Secret, Lang::Sv) => "Sekretessbelagt beslut",
        (StubKind::Secret, Lang::En) => "Secret decision",
    }
}

/// What the reason of a stub is called.
pub const fn stub_reason(kind: StubKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (StubKind::Withdrawn, Lang::Fi) => "Poistamisen syy",
        (StubKind::Withdrawn, Lang::Sv) => "Orsak till borttagandet",
        (StubKind::Withdrawn, Lang::En) => "Reason of the withdrawal",
        (StubKind::Secret, Lang::Fi) => "Salassapidon peruste",
        (StubKind::Secret, Lang::Sv) => "Grund för sekretessen",
        (StubKind::Secret, Lang::En) => "Ground of secrecy",
    }
}

/// Which document a code is of.
///
/// ```
/// use domain::view::public::HandedOut;
/// use time::macros::date;
/// use wording::{Lang, publicity::handed_out};
/// let extract = handed_out(HandedOut::Extract, date!(2023-08-21), Lang::Fi);
/// assert_eq!(extract, "päätösote, annettu 21.8.2023");
/// ```
pub fn handed_out(version: HandedOut, on: Date, lang: Lang) -> String {
    let day = format::date(on, lang);
    match (version, lang) {
        (HandedOut::Extract, Lang::Fi) => format!("päätösote, annettu {day}"),
        (HandedOut::Extract, Lang::Sv) => format!("utdrag ur beslutet, givet {day}"),
        (HandedOut::Extract, Lang::En) => format!("extract of the decision, given {day}"),
        (HandedOut::DecisionDocument, Lang::Fi) => format!("päätösasiakirja, annettu {day}"),
        (HandedOut::DecisionDocument, Lang::Sv) => format!("beslutshandling, given {day}"),
        (HandedOut::DecisionDocument, Lang::En) => format!("decision document, given {day}"),
        (HandedOut::CommitmentLetter, Lang::Fi) => format!("rahoitussitoumus, annettu {day}"),
        (HandedOut::CommitmentLetter, Lang::Sv) => {
            format!("finansieringsförbindelse, given {day}")
        }
        (HandedOut::CommitmentLetter, Lang::En) => format!("letter of commitment, given {day}"),
        (HandedOut::EndedLetter, Lang::Fi) => {
            format!("rahoitussitoumus, annettu {day}, toinen päätös on sittemmin päättänyt sen")
        }
        (HandedOut::EndedLetter, Lang::Sv) => {
            format!(
                "finansieringsförbindelse, given {day}, ett annat beslut har sedan avslutat den"
            )
        }
        (HandedOut::EndedLetter, Lang::En) => {
            format!("letter of commitment, given {day}, since ended by another decision")
        }
        (HandedOut::Certificate, Lang::Fi) => format!("lainvoimaisuustodistus, annettu {day}"),
        (HandedOut::Certificate, Lang::Sv) => format!("lagakraftbevis, givet {day}"),
        (HandedOut::Certificate, Lang::En) => format!("certificate of legal force, given {day}"),
        (HandedOut::VoidCertificate, Lang::Fi) => {
            format!("lainvoimaisuustodistus, annettu {day}, ei enää voimassa")
        }
        (HandedOut::VoidCertificate, Lang::Sv) => {
            format!("lagakraftbevis, givet {day}, gäller inte längre")
        }
        (HandedOut::VoidCertificate, Lang::En) => {
            format!("certificate of legal force, given {day}, no longer valid")
        }
    }
}
