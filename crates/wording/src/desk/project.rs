//! Projects: their facts, phases, notes and history.

use domain::project::history::ProjectField;

use super::Label;
use crate::Lang;

texts! {
    /// Headings, labels, hints, buttons and sentences of projects.
    pub enum ProjectText {
        Who: "Toteuttajat", "Genomförare", "Who carries it out";
        Programme: "Ohjelma", "Program", "Programme";
        WhereAndWhen: "Aika ja paikka", "Tid och plats", "When and where";
        RoleDisagrees: "Kaupungin rooli ja tuensaajat eivät täsmää. Kun kaupunki on tuensaaja, merkitse se tuensaajaksi tai osatoteuttajaksi; muuten kaupunki on ulkopuolinen rahoittaja.", "Stadens roll och stödmottagarna stämmer inte överens. När staden är stödmottagare, ange den som stödmottagare eller delgenomförare; annars är staden en utomstående finansiär.", "The city's role and the beneficiaries do not agree. Where the city is a beneficiary, name it as the beneficiary or a joint one; otherwise the city is an outside co-funder.";
        CityRole: "Kaupungin rooli", "Stadens roll", "The city's role";
        CityRoleHint: "Ulkopuolinen osarahoittaja maksaa kuntarahoitusosuuden toisen hankkeeseen. Tuensaaja toteuttaa hankkeen itse.", "En utomstående medfinansiär betalar en kommunal finansieringsandel till någon annans projekt. En stödtagare genomför projektet själv.", "An outside co-funder pays a municipal share of somebody else's project. A beneficiary carries the project out itself.";
        JointBeneficiary: "Osatoteuttaja", "Delgenomförare", "Joint beneficiary";
        JointBeneficiaries: "Osatoteuttajat", "Delgenomförare", "Joint beneficiaries";
        Partner: "Kumppani", "Partner", "Partner";
        Partners: "Kumppanit", "Partner", "Partners";
        FundingAuthority: "Rahoittava viranomainen", "Finansierande myndighet", "Funding authority";
        SpecificObjective: "Erityistavoite", "Särskilt mål", "Specific objective";
        SpecificObjectiveHint: "Esimerkiksi 1.1. Jätä tyhjäksi, jos se ei ole tiedossa.", "Till exempel 1.1. Lämna tomt om det inte är känt.", "For example 1.1. Leave empty if it is not known.";
        ProjectCode: "Hankekoodi", "Projektkod", "Project code";
        ProjectCodeHint: "Esimerkiksi A80001. Jätä tyhjäksi, jos se ei ole tiedossa.", "Till exempel A80001. Lämna tomt om den inte är känd.", "For example A80001. Leave empty if it is not known.";
        PlannedPeriod: "Suunniteltu aika", "Planerad tid", "Planned period";
        ActualPeriod: "Toteutunut aika", "Faktisk tid", "Actual period";
        ActualPeriodHint: "seuraa kirjatuista vaiheista", "följer av de antecknade skedena", "follows from the recorded phases";
        Municipality: "Sijaintikunta", "Kommun", "Municipality";
        MunicipalityHint: "Kunta tai kunnat, joissa hanke toteutetaan.", "Kommunen eller kommunerna där projektet genomförs.", "The municipality or municipalities in which it is carried out.";
        Point: "Sijainti kartalla", "Läge på kartan", "Point on the map";
        Latitude: "Leveysaste", "Latitud", "Latitude";
        LatitudeHint: "Asteina pohjoiseen, esimerkiksi 64,227. Jätä tyhjäksi, jos hankkeella ei ole yhtä paikkaa.", "I grader mot norr, till exempel 64,227. Lämna tomt om projektet inte har en enda plats.", "In degrees north, for example 64.227. Leave empty if the project has no single place.";
        Longitude: "Pituusaste", "Longitud", "Longitude";
        LongitudeHint: "Asteina itään, esimerkiksi 27,728.", "I grader mot öster, till exempel 27,728.", "In degrees east, for example 27.728.";
        Contact: "Yhteystieto", "Kontakt", "Contact";
        Contacts: "Yhteystiedot", "Kontakter", "Contacts";
        ContactsHint: "Yhteystiedot näkyvät vain virkailijoille. Ne poistetaan, kun asia hävitetään.", "Kontakterna syns bara för tjänsteinnehavare. De tas bort när ärendet förstörs.", "Contacts are shown to officials only. They are removed when the case is disposed of.";
        ContactOffice: "Virka tai tehtävä", "Tjänst eller uppgift", "Office or task";
        ContactPerson: "Nimi", "Namn", "Name";
        ContactEmail: "Sähköpostiosoite", "E-postadress", "E-mail address";
        Phone: "Puhelin", "Telefon", "Telephone";
        None: "ei ole", "finns inte", "none";
        AddJoint: "Lisää osatoteuttaja", "Lägg till en delgenomförare", "Add a joint beneficiary";
        AddPartner: "Lisää kumppani", "Lägg till en partner", "Add a partner";
        AddContact: "Lisää yhteystieto", "Lägg till en kontakt", "Add a contact";
        Phase: "Vaihe", "Skede", "Phase";
        Phases: "Vaiheet", "Skeden", "Phases";
        NoPhase: "Hankkeen vaihetta ei ole vielä kirjattu.", "Projektets skede har inte antecknats ännu.", "The phase of the project has not been recorded yet.";
        Since: "Alkaen", "Från och med", "Since";
        PhaseOn: "Mistä päivästä alkaen", "Från vilken dag", "Since which day";
        PhaseRemark: "Peruste", "Grund", "What it rests on";
        PhaseRemarkHint: "Esimerkiksi rahoituspäätöksen numero. Näkyy vain virkailijoille. Älä kirjoita henkilön nimeä.", "Till exempel finansieringsbeslutets nummer. Syns bara för tjänsteinnehavare. Skriv inget personnamn.", "For example the number of the funding decision. Shown to officials only. Write no personal name.";
        RecordPhase: "Kirjaa uusi vaihe", "Anteckna ett nytt skede", "Record a new phase";
        NoNextPhase: "Hankkeen viimeinen vaihe on kirjattu.", "Projektets sista skede har antecknats.", "The last phase of the project has been recorded.";
        UndoPhase: "Peru viimeisin vaihe", "Ta tillbaka det senaste skedet", "Take the last phase back";
        UndoMeans: "Käytä, jos vaihe kirjattiin erehdyksessä. Hanke palaa edelliseen vaiheeseen. Perutun vaiheen ja syyn näkee muutoshistoriasta.", "Använd om skedet antecknades av misstag. Projektet återgår till föregående skede. Det återtagna skedet och orsaken syns i ändringshistoriken.", "Use it where the phase was recorded by mistake. The project returns to the phase before. The history shows what was taken back, and why.";
        Notes: "Muistiinpanot", "Anteckningar", "Notes";
        NoNotes: "Ei vielä muistiinpanoja.", "Inga anteckningar ännu.", "No notes yet.";
        Note: "Muistiinpano", "Anteckning", "Note";
        NoteHint: "Näkyy vain virkailijoille. Muistiinpanoa ei voi muuttaa jälkikäteen.", "Syns bara för tjänsteinnehavare. Anteckningen kan inte ändras efteråt.", "Shown to officials only. A note cannot be changed afterwards.";
        NotedOn: "Päivä, jota se koskee", "Dagen som den gäller", "The day it is about";
        AddNote: "Lisää muistiinpano", "Lägg till en anteckning", "Add a note";
        WrittenBy: "Kirjattu", "Antecknat", "Written down";
        History: "Muutoshistoria", "Ändringshistorik", "History";
        HistoryOf: "Hankkeen muutoshistoria", "Projektets ändringshistorik", "History of the project";
        HistoryMeans: "Jokainen tallennettu versio säilyy. Rahoitussuunnitelman versiot ovat hankkeen sivulla.", "Varje sparad version bevaras. Finansieringsplanens versioner finns på projektets sida.", "Each saved version is kept. The versions of the funding plan are on the page of the project.";
        Field: "Tieto", "Uppgift", "Field";
        From: "Ennen", "Före", "Before";
        To: "Jälkeen", "Efter", "After";
        NothingChanged: "Tallennettiin ilman muutoksia.", "Sparades utan ändringar.", "Saved without changes.";
        FromCommandLine: "komentoriviltä", "från kommandoraden", "from the command line";
    }
}

impl ProjectText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "city_role" => Self::CityRole,
            "funding_authority" => Self::FundingAuthority,
            "programme" => Self::Programme,
            "specific_objective" => Self::SpecificObjective,
            "project_code" => Self::ProjectCode,
            "municipality" => Self::Municipality,
            "latitude" => Self::Latitude,
            "longitude" => Self::Longitude,
            "project_phase" => Self::Phase,
            "phase_on" => Self::PhaseOn,
            "phase_remark" => Self::PhaseRemark,
            "noted_on" => Self::NotedOn,
            "note" => Self::Note,
            _ => return None,
        })
    }

    /// The label of a field of a row.
    pub(super) fn of_cell(field: &str) -> Option<Self> {
        Some(match field {
            "contact_office" => Self::ContactOffice,
            "contact_person" => Self::ContactPerson,
            "email" => Self::ContactEmail,
            "phone" => Self::Phone,
            _ => return None,
        })
    }
}

/// What a row of such a name is called.
pub(super) fn row_of(rows: &str) -> Option<ProjectText> {
    Some(match rows {
        "joint" => ProjectText::JointBeneficiary,
        "partners" => ProjectText::Partner,
        "contacts" => ProjectText::Contact,
        _ => return None,
    })
}

/// What a field is called in the history.
pub const fn field(field: ProjectField, lang: Lang) -> &'static str {
    use ProjectField as F;
    use ProjectText as T;
    match field {
        F::Name => Label::Name.text(lang),
        F::Summary => Label::Summary.text(lang),
        F::CityRole => T::CityRole.text(lang),
        F::Beneficiary => Label::Beneficiary.text(lang),
        F::JointBeneficiaries => T::JointBeneficiaries.text(lang),
        F::Partners => T::Partners.text(lang),
        F::Period => T::PlannedPeriod.text(lang),
        F::FundingAuthority => T::FundingAuthority.text(lang),
        F::Programme => T::Programme.text(lang),
        F::SpecificObjective => T::SpecificObjective.text(lang),
        F::ProjectCode => T::ProjectCode.text(lang),
        F::ProgrammeNumber => Label::ProgrammeNumber.text(lang),
        F::ProgrammeDate => Label::ProgrammeDate.text(lang),
        F::Municipality => T::Municipality.text(lang),
        F::Point => T::Point.text(lang),
        F::Phase => T::Phase.text(lang),
        F::Contacts => T::Contacts.text(lang),
    }
}
