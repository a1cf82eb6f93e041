//! Fixed texts of the public pages.

use domain::Lang;

texts! {
    /// What stands around every page.
    pub enum Site {
        Service: "Hankerekisteri", "Projektregister", "Project register";
        About: "Kaupungin osarahoittamat hankkeet ja päätökset, joilla niitä rahoitetaan.", "Projekt som staden medfinansierar och de beslut genom vilka de finansieras.", "Projects co-financed by the city, and the decisions that fund them.";
        OwnName: "Suomi", "Svenska", "English";
        Languages: "Kieli", "Språk", "Language";
        Menu: "Päävalikko", "Huvudmeny", "Main menu";
        Front: "Etusivu", "Startsida", "Front page";
        Decisions: "Päätökset", "Beslut", "Decisions";
        Projects: "Hankkeet", "Projekt", "Projects";
        Desk: "Työpöytä", "Arbetsbord", "Desk";
        SignIn: "Virkailijan kirjautuminen", "Inloggning för tjänsteinnehavare", "Sign in for officials";
        SignOut: "Kirjaudu ulos", "Logga ut", "Sign out";
        Breadcrumbs: "Murupolku", "Brödsmulor", "Breadcrumbs";
        SkipToContent: "Siirry sisältöön", "Gå till innehållet", "Skip to content";
        ErrorPrefix: "Virhe: ", "Fel: ", "Error: ";
        CheckTheForm: "Tarkista lomake", "Kontrollera blanketten", "Check the form";
        Pages: "Sivut", "Sidor", "Pages";
        PageNumber: "Sivu", "Sida", "Page";
        PreviousPage: "Edellinen", "Föregående", "Previous";
        NextPage: "Seuraava", "Nästa", "Next";
        Table: "Taulukko", "Tabell", "Table";
        Omitted: "[poistettu]", "[borttaget]", "[removed]";
        OmittedInWords: "tästä on poistettu tietoa, joka ei ole julkista", "här har tagits bort uppgifter som inte är offentliga", "information that is not public has been removed here";
        Demonstration: "Esittely", "Demonstration", "Demonstration";
    }
}

/// Says that the clock was set for a demonstration, and to which moment.
pub fn clock_is_set(now: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!(
            "Esittely: kello on asetettu hetkeen {now}. Päivät ja määräajat lasketaan siitä."
        ),
        Lang::Sv => format!(
            "Demonstration: klockan är ställd på {now}. Dagar och tidsfrister räknas från det."
        ),
        Lang::En => format!(
            "Demonstration: the clock has been set to {now}. Days and time limits are counted from it."
        ),
    }
}
