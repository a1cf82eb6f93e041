//! Accounts, section series and deputies as officials read them.

use domain::Lang;
use domain::section::{DecisionMakerKind, Numbering};
use domain::view::people::Standing;

texts! {
    /// Headings, labels and sentences of the pages of people.
    pub enum PeopleText {
        Accounts: "Tunnukset", "Konton", "Accounts";
        AddAccount: "Lisää tunnus", "Lägg till ett konto", "Add an account";
        Account: "Tunnus", "Konto", "Account";
        AccountFacts: "Nimi, rooli ja pykäläsarja", "Namn, roll och paragrafserie", "Name, role and section series";
        SignsIn: "Pykäläsarja, jossa allekirjoittaa", "Paragrafserie att underteckna i", "Section series to sign in";
        SignsInNone: "Ei missään", "I ingen", "In none";
        SignsInHint: "Vain päätöksentekijälle. Sijainen lisätään pykäläsarjan sivulla.", "Endast för beslutsfattare. En ställföreträdare läggs till på paragrafseriens sida.", "For decision makers only. A deputy is added on the page of the section series.";
        FirstPassword: "Ensimmäinen salasana", "Första lösenord", "First password";
        FirstPasswordHint: "Vähintään 12 merkkiä. Virkailija vaihtaa sen, kun hän kirjautuu ensimmäisen kerran, viimeistään viikon kuluttua.", "Minst 12 tecken. Tjänsteinnehavaren byter det vid den första inloggningen, inom en vecka.", "At least 12 characters. The official changes it at the first sign-in, within a week.";
        Offices: "Virat", "Tjänster", "Offices";
        OfficeHint: "Virka näkyy julkisesti, esimerkiksi Kaupunginjohtaja.", "Tjänsten syns offentligt, till exempel Stadsdirektör.", "The office is public, for example City Manager.";
        Since: "Alkaen", "Från", "Since";
        FromBeginning: "alusta", "från början", "from the beginning";
        NewOffice: "Uusi virka", "Ny tjänst", "New office";
        OfficeSince: "Viran ensimmäinen päivä", "Tjänstens första dag", "First day of the office";
        GiveOffice: "Kirjaa virka", "Anteckna tjänsten", "Record the office";
        InUse: "Käytössä", "I bruk", "Enabled";
        Disabled: "Poistettu käytöstä", "Ur bruk", "Disabled";
        Locked: "Lukittu", "Spärrat", "Locked";
        MustChange: "Kertasalasana vaihdettava", "Engångslösenord ska bytas", "One-time password to be changed";
        LastSignIn: "Kirjautunut viimeksi", "Loggade in senast", "Last signed in";
        NeverSignedIn: "ei koskaan", "aldrig", "never";
        Access: "Pääsy rekisteriin", "Tillträde till registret", "Access to the register";
        Disable: "Poista käytöstä", "Ta ur bruk", "Disable";
        DisableHint: "Käytöstä poistettu ei voi kirjautua, ja hänen istuntonsa päättyvät. Hänen tekemänsä säilyy.", "Ett konto ur bruk kan inte logga in, och dess sessioner avslutas. Det som gjorts finns kvar.", "A disabled account cannot sign in, and its sessions end. What it did stays.";
        Enable: "Ota uudelleen käyttöön", "Ta i bruk på nytt", "Enable again";
        Unlock: "Avaa lukitus", "Ta bort spärren", "Unlock";
        OneTimePassword: "Uusi kertasalasana", "Nytt engångslösenord", "New one-time password";
        OneTimePasswordHint: "Vähintään 12 merkkiä. Kerro se virkailijalle muuten kuin sähköpostilla. Hän vaihtaa sen kirjautuessaan viimeistään viikon kuluttua, ja hänen nykyiset istuntonsa päättyvät.", "Minst 12 tecken. Meddela det på annat sätt än per e-post. Tjänsteinnehavaren byter det vid inloggningen inom en vecka, och de nuvarande sessionerna avslutas.", "At least 12 characters. Tell it to the official otherwise than by e-mail. They change it when they sign in, within a week, and their present sessions end.";
        SetOneTimePassword: "Anna kertasalasana", "Ge engångslösenordet", "Set the one-time password";
        OneTimeUntil: "Kertasalasana kelpaa", "Engångslösenordet gäller till", "One-time password good until";
        NewEmail: "Vaihda sähköpostiosoite", "Byt e-postadress", "Change the e-mail address";
        NewEmailHint: "Virkailija kirjautuu uudella osoitteella, ja muistutukset ja ilmoitukset lähtevät siihen. Hänen nykyiset istuntonsa päättyvät.", "Tjänsteinnehavaren loggar in med den nya adressen, och påminnelser och meddelanden skickas dit. De nuvarande sessionerna avslutas.", "The official signs in with the new address, and reminders and notifications go to it. Their present sessions end.";
        LastAdministrator: "Tämä on viimeinen käytössä oleva pääkäyttäjä: häntä ei voi poistaa käytöstä eikä rooliaan muuttaa ennen kuin on toinen.", "Det här är den sista huvudanvändaren som är i bruk: kontot kan inte tas ur bruk och rollen inte ändras förrän det finns en till.", "This is the last enabled administrator: the account cannot be disabled and its role cannot be changed before there is another.";
        Sessions: "Istunnot", "Sessioner", "Sessions";
        NoSessions: "Ei avoimia istuntoja.", "Inga öppna sessioner.", "No open sessions.";
        Began: "Alkanut", "Började", "Began";
        LastUsed: "Käytetty viimeksi", "Använd senast", "Last used";
        EndsAt: "Päättyy viimeistään", "Upphör senast", "Ends at the latest";
        ThisSession: "Tämä istunto", "Den här sessionen", "This session";
        EndSession: "Lopeta istunto", "Avsluta sessionen", "End the session";
        EndOthers: "Lopeta kaikki muut istunnot", "Avsluta alla andra sessioner", "End all other sessions";
        SignInLog: "Kirjautumisloki", "Inloggningslogg", "Sign-in log";
        NoSignIns: "Tunnuksella ei ole vielä kirjauduttu.", "Ingen har ännu loggat in med kontot.", "Nobody has signed in with the account yet.";
        OwnAccount: "Oma tunnus", "Mitt konto", "My account";
        ChangePassword: "Vaihda salasana", "Byt lösenord", "Change the password";
        MustChangeFirst: "Salasanasi on annettu sinulle. Vaihda se omaksesi, ennen kuin jatkat.", "Ditt lösenord har getts till dig. Byt det till ett eget innan du fortsätter.", "Your password was given to you. Change it to one of your own before you go on.";
        PresentPassword: "Nykyinen salasana", "Nuvarande lösenord", "Present password";
        NewPassword: "Uusi salasana", "Nytt lösenord", "New password";
        NewPasswordHint: "Vähintään 12 merkkiä. Muut istuntosi päättyvät, kun vaihdat salasanan.", "Minst 12 tecken. Dina andra sessioner avslutas när du byter lösenord.", "At least 12 characters. Your other sessions end when you change the password.";
        NewPasswordAgain: "Uusi salasana toistamiseen", "Det nya lösenordet en gång till", "The new password again";
        Session: "Istunto", "Session", "Session";
        SaveNotifications: "Tallenna ilmoitusasetukset", "Spara inställningarna", "Save the notification settings";
        AllSeries: "Pykäläsarjat", "Paragrafserier", "Section series";
        OneSeries: "Pykäläsarja", "Paragrafserie", "Section series";
        NoSeries: "Pykäläsarjoja ei ole vielä lisätty.", "Inga paragrafserier har lagts till ännu.", "No section series has been added yet.";
        AddSeries: "Lisää pykäläsarja", "Lägg till en paragrafserie", "Add a section series";
        DecisionMaker: "Päätöksentekijä", "Beslutsfattare", "Decision maker";
        DecisionMakerHint: "Virka tai toimielin, joka päättää, esimerkiksi Kaupunginjohtaja.", "Tjänsten eller organet som beslutar, till exempel Stadsdirektören.", "The office or body that decides, for example City Manager.";
        Slug: "Osoite", "Adress", "Address";
        SlugHint: "Päätösten osoitteen osa, joka ei koskaan muutu. Jätä tyhjäksi, niin se tehdään nimestä.", "Den del av beslutens adress som aldrig ändras. Lämna tomt, så görs den av namnet.", "The part of the decisions' address that never changes. Leave it empty to have it made of the name.";
        SeriesKind: "Kuka päättää", "Vem beslutar", "Who decides";
        Numbering: "Mistä pykälät tulevat", "Var paragraferna kommer ifrån", "Where the sections come from";
        PublicationRule: "Milloin päätökset julkaistaan", "När besluten publiceras", "When decisions are published";
        PublicationRuleHint: "Julkaisupäivää ehdotetaan tämän säännön mukaan. Jos et valitse, viranhaltijan päätökset julkaistaan viimeistään seuraavana työpäivänä ja toimielimen seuraavana perjantaina.", "Publiceringsdagen föreslås enligt den här regeln. Om du inte väljer publiceras en tjänsteinnehavares beslut senast följande arbetsdag och ett organs följande fredag.", "The day of publication is proposed by this rule. If you do not choose, an officer's decisions are published by the next working day and a body's on the following Friday.";
        SetRuleHint: "Sääntö koskee ehdotuksia tästä eteenpäin. Jo asetetut julkaisupäivät eivät muutu.", "Regeln gäller förslag från och med nu. Publiceringsdagar som redan angetts ändras inte.", "The rule holds for proposals from now on. Days of publication that were set already do not change.";
        SetRule: "Aseta sääntö", "Ange regeln", "Set the rule";
        ClaimsToFi: "Oikaisuvaatimuksen käsittelevä toimielin (suomeksi)", "Organ som behandlar omprövningsbegäran (på finska)", "Body that handles rectification claims (in Finnish)";
        ClaimsToSv: "Sama ruotsiksi", "Samma på svenska", "The same in Swedish";
        ClaimsToEn: "Sama englanniksi", "Samma på engelska", "The same in English";
        ClaimsToHint: "Täytä, jos se on muu kuin kaupungin tavallinen.", "Fyll i om det är ett annat än stadens vanliga.", "Fill it in where it is not the city's usual one.";
        ClaimsTo: "Oikaisuvaatimuksen käsittelee", "Omprövningsbegäran behandlas av", "Rectification claims are handled by";
        UsualBody: "kaupungin tavallinen toimielin", "stadens vanliga organ", "the city's usual body";
        Names: "Päätöksentekijän nimet", "Beslutsfattarens namn", "Names of the decision maker";
        NewName: "Uusi nimi", "Nytt namn", "New name";
        NewNameHint: "Tehdyt päätökset pitävät päivänsä nimen.", "Fattade beslut behåller sin dags namn.", "Decisions that were made keep the name of their day.";
        NameSince: "Nimen ensimmäinen päivä", "Namnets första dag", "First day of the name";
        Rename: "Kirjaa nimi", "Anteckna namnet", "Record the name";
        Makers: "Päätöksentekijänä allekirjoittaa", "Undertecknar som beslutsfattare", "Signs as decision maker";
        Nobody: "ei kukaan", "ingen", "nobody";
        Deputies: "Sijaiset", "Ställföreträdare", "Deputies";
        NoDeputies: "Sarjassa ei ole ollut sijaisia.", "Serien har inte haft några ställföreträdare.", "The series has had no deputies.";
        Deputyships: "Sijaisuudet", "Ställföreträdarskap", "Deputyships";
        AddDeputy: "Lisää sijainen", "Lägg till en ställföreträdare", "Add a deputy";
        Deputy: "Sijainen", "Ställföreträdare", "Deputy";
        NoCandidates: "Sijaiseksi käy toinen päätöksentekijä. Lisää ensin tunnus, jonka rooli on päätöksentekijä.", "En annan beslutsfattare kan vara ställföreträdare. Lägg först till ett konto med rollen beslutsfattare.", "Another decision maker can be the deputy. Add an account with that role first.";
        FirstDay: "Ensimmäinen päivä", "Första dagen", "First day";
        LastDay: "Viimeinen päivä", "Sista dagen", "Last day";
        Ground: "Peruste", "Grund", "Ground";
        GroundHint: "Hallintosäännön pykälä tai päätös, esimerkiksi Hallintosääntö 23 § tai Kaupunginhallitus 5.9.2023 § 120.", "Förvaltningsstadgans paragraf eller beslutet, till exempel Förvaltningsstadgan 23 § eller Stadsstyrelsen 5.9.2023 § 120.", "The section of the administrative regulations or the decision, for example Administrative regulations, section 23.";
        EndDeputyship: "Lopeta sijaisuus tänään", "Avsluta i dag", "End it today";
        EndedOn: "lopetettu", "avslutat", "ended";
    }
}

texts_of! {
    /// Where a deputyship stands.
    pub fn standing(Standing) {
        ToCome: "tulossa", "kommande", "to come";
        Holds: "voimassa", "gäller", "holds";
        Over: "päättynyt", "avslutat", "over";
    }
}

texts_of! {
    /// Who decides in a section series.
    pub fn maker_kind(DecisionMakerKind) {
        Officer: "viranhaltija, allekirjoittaa täällä", "tjänsteinnehavare, undertecknar här", "an officer, who signs here";
        Body: "toimielin, päätökset kirjataan muualla tehtyinä", "organ, besluten antecknas som fattade på annat håll", "a body, whose decisions are recorded as made elsewhere";
    }
}

texts_of! {
    /// Where the numbers of a section series come from.
    pub fn numbering(Numbering) {
        External: "kaupungin asianhallinnasta", "stadens ärendehantering", "the city's case system";
        IssuedHere: "rekisteri antaa ne allekirjoitettaessa", "registret ger dem vid underskriften", "the register gives them at signing";
    }
}

/// The label of a field of these pages by its name.
pub(super) fn label_of(name: &str) -> Option<PeopleText> {
    use PeopleText as T;
    Some(match name {
        "new_password" => T::NewPassword,
        "new_password_again" => T::NewPasswordAgain,
        "office_since" => T::OfficeSince,
        "decision_maker" => T::DecisionMaker,
        "slug" => T::Slug,
        "series_kind" => T::SeriesKind,
        "numbering" => T::Numbering,
        "publication_rule" => T::PublicationRule,
        "claims_to_fi" => T::ClaimsToFi,
        "claims_to_sv" => T::ClaimsToSv,
        "claims_to_en" => T::ClaimsToEn,
        "name_since" => T::NameSince,
        "deputy" => T::Deputy,
        "first_day" => T::FirstDay,
        "last_day" => T::LastDay,
        "ground" => T::Ground,
        _ => return None,
    })
}

/// That an account must wait after wrong passwords.
pub fn locked_until(until: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!(
            "Väärä salasana on annettu liian monta kertaa: kirjautuminen on lukittu, kunnes on {until}."
        ),
        Lang::Sv => format!(
            "Fel lösenord har angetts för många gånger: inloggningen är spärrad till {until}."
        ),
        Lang::En => format!(
            "A wrong password was given too many times: signing in is locked until {until}."
        ),
    }
}

/// How many addresses follow decisions by e-mail; whose they are, nobody sees.
pub fn followers(number: u64, lang: Lang) -> String {
    let number = crate::format::count(number, lang);
    match lang {
        Lang::Fi => {
            format!("Päätöksiä seuraavia sähköpostiosoitteita: {number}. Osoitteita ei näytetä.")
        }
        Lang::Sv => format!("E-postadresser som följer beslut: {number}. Adresserna visas inte."),
        Lang::En => format!(
            "E-mail addresses that follow decisions: {number}. The addresses are not shown."
        ),
    }
}
