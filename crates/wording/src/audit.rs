//! The audit log in words.

use domain::event::{Event, SubjectKind};
use domain::view::audit::LogActor;

use crate::{Lang, role};

texts_of! {
    /// What happened, as a sentence without its subject.
    pub fn event(Event) {
        RegisterCreated: "Rekisteri perustettiin", "Registret inrättades", "The register was created";
        UserAdded: "Tunnus lisättiin", "Ett konto lades till", "An account was added";
        UserDisabled: "Tunnus poistettiin käytöstä", "Kontot togs ur bruk", "The account was disabled";
        SignedIn: "Kirjautui", "Loggade in", "Signed in";
        SignInRefused: "Väärä salasana", "Fel lösenord", "Wrong password";
        SeriesAdded: "Pykäläsarja lisättiin", "En paragrafserie lades till", "A section series was added";
        OrganisationAdded: "Organisaatio lisättiin", "En organisation lades till", "An organisation was added";
        CaseOpened: "Asia avattiin", "Ärendet öppnades", "The case was opened";
        CaseChanged: "Asian tietoja muutettiin", "Ärendets uppgifter ändrades", "The case was changed";
        ProjectEntered: "Hanke lisättiin", "Projektet lades till", "The project was entered";
        ProjectChanged: "Hankkeen tietoja muutettiin", "Projektets uppgifter ändrades", "The project was changed";
        ProjectPhaseRecorded: "Hankkeen vaihe kirjattiin", "Projektets skede antecknades", "The phase of the project was recorded";
        ProjectPhaseUndone: "Hankkeen viimeisin vaihe peruttiin", "Projektets senaste skede togs tillbaka", "The last phase of the project was taken back";
        ProjectNoteAdded: "Hankkeelle kirjattiin muistiinpano", "En anteckning gjordes om projektet", "A note about the project was written down";
        FundingPlanSaved: "Rahoitussuunnitelma tallennettiin", "Finansieringsplanen sparades", "The funding plan was saved";
        BudgetDecisionRecorded: "Talousarviopäätös kirjattiin", "Ett budgetbeslut antecknades", "A budget decision was recorded";
        TableImported: "Taulukon rivit tuotiin tiedostosta", "Raderna i en tabell importerades från en fil", "The rows of a table were imported from a file";
        BudgetYearClosed: "Tilikausi suljettiin", "Räkenskapsperioden stängdes", "An accounting year was closed";
        BudgetYearReopened: "Tilikausi avattiin uudelleen", "Räkenskapsperioden öppnades på nytt", "An accounting year was reopened";
        CommitmentEntryRecorded: "Sitoumuksesta tehtiin kirjaus", "En anteckning om en förbindelse gjordes", "An entry about a commitment was recorded";
        InstalmentEntryRecorded: "Maksuerästä tehtiin kirjaus", "En anteckning om en betalningsrat gjordes", "An entry about an instalment was recorded";
        ClaimEntryRecorded: "Maksatushakemuksesta tehtiin kirjaus", "En anteckning om en ansökan om utbetalning gjordes", "An entry about a payment claim was recorded";
        CoFundingEntryRecorded: "Muusta rahoittajasta tehtiin kirjaus", "En anteckning om en annan finansiär gjordes", "An entry about another funder was recorded";
        DecisionDrafted: "Päätöstä alettiin luonnostella", "Ett beslutsutkast påbörjades", "A decision was drafted";
        DecisionImported: "Päätösasiakirja luettiin luonnokseksi", "En beslutshandling lästes in som utkast", "A decision document was read into a draft";
        DraftChanged: "Luonnosta muutettiin", "Utkastet ändrades", "The draft was changed";
        DecisionSent: "Päätös lähetettiin allekirjoitettavaksi", "Beslutet skickades för underskrift", "The decision was sent for signature";
        DecisionReturned: "Päätös palautettiin valmisteluun", "Beslutet återfördes till beredning", "The decision was returned to preparation";
        DelegationRecorded: "Toimivalta kirjattiin", "Befogenheten antecknades", "An authority was recorded";
        DelegationChanged: "Toimivaltaa muutettiin", "Befogenheten ändrades", "An authority was changed";
        DecisionRecalled: "Lähetetty luonnos otettiin takaisin", "Det skickade utkastet togs tillbaka", "The sent draft was taken back";
        DraftAbandoned: "Luonnos peruttiin", "Utkastet återkallades", "The draft was withdrawn";
        DraftTakenUp: "Peruttu luonnos otettiin uudelleen valmisteluun", "Det återkallade utkastet togs upp på nytt", "The withdrawn draft was taken up again";
        ConflictStated: "Päätöksentekijä ilmoitti esteellisyydestä", "Beslutsfattaren anmälde jäv", "The decision maker stated a conflict of interest";
        PublicationScheduled: "Julkaisupäivä asetettiin tai peruttiin", "Publiceringsdagen angavs eller togs bort", "The day of publication was set or taken back";
        DecisionCorrected: "Kirjoitusvirhe korjattiin", "Ett skrivfel rättades", "A typing error was corrected";
        CorrectionTold: "Korjauksesta ilmoitettiin asianosaisille", "Parterna underrättades om rättelsen", "The parties were told of the correction";
        ServicesRecorded: "Useita tiedoksiantoja kirjattiin", "Flera delgivningar antecknades", "Several services were recorded";
        SecretExtractCertified: "Salassa pidettävät tiedot sisältävä ote todistettiin oikeaksi", "Ett utdrag med sekretessbelagda uppgifter bestyrktes", "An extract with the secret parts was certified";
        DecisionDocumentMade: "Päätösasiakirja annettiin", "En beslutshandling gavs", "A decision document was given out";
        SecretDecisionDocumentMade: "Salassa pidettävät tiedot sisältävä päätösasiakirja annettiin", "En beslutshandling med sekretessbelagda uppgifter gavs", "A decision document with secret parts was given out";
        CommitmentLetterGiven: "Rahoitussitoumus annettiin", "En finansieringsförbindelse gavs", "A letter of commitment was given";
        FileAttached: "Luonnokseen lisättiin liite", "En bilaga lades till utkastet", "A file was attached to a draft";
        AttachmentRemoved: "Luonnoksesta poistettiin liite", "En bilaga togs bort ur utkastet", "An attachment was removed from a draft";
        AttachmentsOrdered: "Luonnoksen liitteiden järjestystä muutettiin", "Bilagornas ordning i utkastet ändrades", "The attachments of a draft were put in another order";
        PublicationWithdrawn: "Julkaistu päätös poistettiin verkosta", "Ett publicerat beslut togs bort från nätet", "A published decision was withdrawn from the network";
        PublishedAgain: "Poistettu päätös julkaistiin uudelleen", "Ett borttaget beslut publicerades på nytt", "A withdrawn decision was published again";
        PersonalDataEnded: "Päätöksen henkilötiedot poistuivat julkisuudesta", "Beslutets personuppgifter lämnade offentligheten", "The personal data of a decision left the public";
        CaseDocumentAdded: "Asiakirja rekisteröitiin asiaan", "En handling registrerades i ärendet", "A document was registered in a case";
        CaseDocumentCorrected: "Asiakirjan tietoja korjattiin", "Uppgifter om en handling rättades", "The record of a document was corrected";
        CaseDocumentVoided: "Asiakirja merkittiin asiaan kuulumattomaksi", "En handling antecknades som ej hörande till ärendet", "A document was found not to belong to its case";
        CaseMeasureAdded: "Toimenpide kirjattiin", "En åtgärd antecknades", "A measure was recorded";
        CaseMeasureCorrected: "Toimenpiteen tietoja korjattiin", "Uppgifter om en åtgärd rättades", "The record of a measure was corrected";
        CasePartyAdded: "Asialle lisättiin osallinen", "En part lades till ärendet", "Somebody was recorded as having to do with a case";
        CasePartyCorrected: "Osallisen tietoja korjattiin", "Uppgifter om en part rättades", "The record of who has to do with a case was corrected";
        CasePartyRemoved: "Osallinen poistettiin asiasta", "En part togs bort ur ärendet", "The record of who has to do with a case was removed";
        CaseRelated: "Asiat liitettiin toisiinsa", "Ärenden kopplades till varandra", "Two cases were related";
        CaseUnrelated: "Asioiden liitos poistettiin", "Kopplingen mellan ärenden togs bort", "The relation of two cases was removed";
        CaseResolved: "Asia ratkaistiin", "Ärendet avgjordes", "A case was resolved";
        CaseClosed: "Asia suljettiin", "Ärendet stängdes", "A case was closed";
        CaseReopened: "Asia avattiin uudelleen", "Ärendet öppnades på nytt", "A case was reopened";
        CaseClassAdded: "Tehtäväluokka lisättiin", "En uppgiftsklass lades till", "A class of cases was added";
        CaseClassChanged: "Tehtäväluokka nimettiin uudelleen", "En uppgiftsklass fick ett nytt namn", "A class of cases was renamed";
        RetentionRuleAdded: "Säilytyssääntö lisättiin", "En bevaringsregel lades till", "A retention rule was added";
        RetentionRuleChanged: "Säilytyssääntöä muutettiin", "En bevaringsregel ändrades", "A retention rule was changed";
        CaseNumberingSet: "Asiatunnusten antaja asetettiin", "Ärendenumrens ursprung angavs", "It was set where case numbers come from";
        DisposalProposed: "Asiaa esitettiin hävitettäväksi", "Ärendet föreslogs för gallring", "A case was proposed for disposal";
        DisposalLeft: "Hävitysesitys jätettiin toteuttamatta", "Gallringsförslaget lämnades", "A proposal for disposal was left";
        CaseDisposed: "Asian tiedot hävitettiin", "Ärendets uppgifter gallrades", "A case was disposed of";
        DecisionSigned: "Päätös allekirjoitettiin", "Beslutet undertecknades", "The decision was signed";
        DecisionRecorded: "Päätös kirjattiin muualla tehdyksi", "Beslutet antecknades som fattat på annat håll", "The decision was recorded as made elsewhere";
        DecisionPublished: "Päätös julkaistiin", "Beslutet publicerades", "The decision was published";
        ServiceRecorded: "Tiedoksianto kirjattiin", "Delgivningen antecknades", "The service was recorded";
        PartyAdded: "Asianosainen lisättiin", "En part lades till", "A party was added";
        FilingRecorded: "Oikaisuvaatimus tai valitus kirjattiin", "En omprövningsbegäran eller ett besvär antecknades", "A claim or appeal was recorded";
        FilingDecided: "Muutoksenhaun ratkaisu kirjattiin", "Avgörandet av ändringssökandet antecknades", "The outcome of a claim or appeal was recorded";
        LegalForceStated: "Päätös merkittiin lainvoimaiseksi", "Beslutet antecknades ha vunnit laga kraft", "The decision was stated final";
        LegalForceReopened: "Lainvoimamerkintä avattiin uudelleen", "Anteckningen om laga kraft öppnades på nytt", "The statement of legal force was reopened";
        LegalForceCertified: "Lainvoimaisuustodistus annettiin", "Ett lagakraftbevis gavs", "A certificate of legal force was given";
        CallInLeftUnused: "Merkittiin, ettei otto-oikeutta käytetty", "Det antecknades att övertagningsrätten inte utnyttjades", "It was noted that the call-in right was not used";
        ExtractCertified: "Ote todistettiin oikeaksi", "Ett utdrag bestyrktes", "An extract was certified";
        ReminderMailed: "Muistutus lähetettiin sähköpostilla", "En påminnelse skickades med e-post", "A reminder was mailed";
        ReminderSentAgain: "Muistutus pantiin uudelleen lähetettäväksi", "En påminnelse skickades på nytt", "A reminder was sent again";
        ReminderReceived: "Muistutus merkittiin perille tulleeksi", "En påminnelse antecknades som mottagen", "A reminder was recorded as received";
        ReminderAcknowledged: "Muistutus kuitattiin nähdyksi", "En påminnelse kvitterades som sedd", "A reminder was marked as seen";
        ExportedInternally: "Sisäistä aineistoa vietiin ulos", "Internt material exporterades", "Internal material was exported";
        UserChanged: "Tunnuksen tietoja muutettiin", "Kontots uppgifter ändrades", "The account was changed";
        OfficeChanged: "Tunnukselle annettiin uusi virka", "Kontot fick en ny tjänst", "The account got another office";
        UserEnabled: "Tunnus otettiin uudelleen käyttöön", "Kontot togs i bruk på nytt", "The account was enabled again";
        SignInLocked: "Kirjautuminen lukittiin hetkeksi", "Inloggningen spärrades en stund", "Signing in was locked for a while";
        SignInUnlocked: "Kirjautumisen lukitus avattiin", "Spärren för inloggning togs bort", "The sign-in lock was lifted";
        OneTimePasswordSet: "Tunnukselle annettiin kertasalasana", "Kontot fick ett engångslösenord", "The account was given a one-time password";
        PasswordChanged: "Salasana vaihdettiin", "Lösenordet byttes", "The password was changed";
        SessionEnded: "Istunto lopetettiin", "En session avslutades", "A session was ended";
        OtherSessionsEnded: "Muut istunnot lopetettiin", "De andra sessionerna avslutades", "The other sessions were ended";
        NotificationsChosen: "Ilmoitusasetuksia muutettiin", "Inställningarna för meddelanden ändrades", "The notification settings were changed";
        DecisionMakerRenamed: "Päätöksentekijälle annettiin uusi nimi", "Beslutsfattaren fick ett nytt namn", "The decision maker got another name";
        DeputyAdded: "Sijainen lisättiin", "En ställföreträdare lades till", "A deputy was added";
        PublicationRuleSet: "Pykäläsarjan julkaisupäivän sääntö asetettiin", "Regeln för paragrafseriens publiceringsdag angavs", "The publication rule of a section series was set";
        DeputyEnded: "Sijaisuus lopetettiin", "Ett ställföreträdarskap avslutades", "A deputyship was ended";
        DataExported: "Luettelo vietiin tiedostoon", "En förteckning exporterades", "A list was exported";
        AuditLogExported: "Tapahtumaloki vietiin tiedostoon", "Händelseloggen exporterades", "The audit log was exported";
        NotificationMailed: "Ilmoitus lähetettiin sähköpostilla", "Ett meddelande skickades med e-post", "A notification was mailed";
        UserAddressChanged: "Tunnuksen sähköpostiosoite muutettiin", "Kontots e-postadress ändrades", "The e-mail address of an account was changed";
        NotificationReceived: "Ilmoitus merkittiin perille tulleeksi", "Ett meddelande antecknades som mottaget", "A notification was recorded as received";
        NotificationSentAgain: "Ilmoitus pantiin uudelleen lähetettäväksi", "Ett meddelande skickades på nytt", "A notification was sent again";
        DistributionAdded: "Päätökselle lisättiin tiedoksi saava", "En mottagare för kännedom lades till", "Somebody was added to a distribution";
        DistributionReaddressed: "Tiedoksi saavan sähköpostiosoite annettiin tai korjattiin", "E-postadressen till en mottagare för kännedom angavs eller rättades", "An address of a distribution was given or corrected";
        DistributionMailed: "Päätös lähetettiin tiedoksi sähköpostilla", "Ett beslut skickades för kännedom med e-post", "A decision was mailed for information";
        DistributionWithdrawn: "Tiedoksi lähettäminen peruttiin", "Ett meddelande för kännedom togs tillbaka", "A mail for information was taken back";
        DistributionSentAgain: "Tiedoksi-viesti pantiin uudelleen lähetettäväksi", "Ett meddelande för kännedom skickades på nytt", "A mail for information was sent again";
        DistributionReceived: "Tiedoksi-viesti merkittiin perille tulleeksi", "Ett meddelande för kännedom antecknades som mottaget", "A mail for information was recorded as received";
        DistributionForgotten: "Tiedoksi saavien sähköpostiosoitteet poistettiin", "E-postadresserna till mottagarna för kännedom togs bort", "The addresses of a distribution were removed";
    }
}

texts_of! {
    /// What kind of thing an event happened to.
    pub fn subject_kind(SubjectKind) {
        Register: "rekisteri", "registret", "register";
        User: "tunnus", "konto", "account";
        Series: "pykäläsarja", "paragrafserie", "section series";
        Organisation: "organisaatio", "organisation", "organisation";
        Case: "asia", "ärende", "case";
        Project: "hanke", "projekt", "project";
        Decision: "päätös", "beslut", "decision";
        Service: "tiedoksianto", "delgivning", "service";
        Extract: "ote", "utdrag", "extract";
        DecisionDocument: "päätösasiakirja", "beslutshandling", "decision document";
        CommitmentLetter: "rahoitussitoumus", "finansieringsförbindelse", "letter of commitment";
        Filing: "oikaisuvaatimus tai valitus", "omprövningsbegäran eller besvär", "claim or appeal";
        LegalForce: "lainvoimamerkintä", "anteckning om laga kraft", "statement of legal force";
        Certificate: "lainvoimaisuustodistus", "lagakraftbevis", "certificate of legal force";
        CallIn: "kokous", "möte", "meeting";
        Reminder: "muistutus", "påminnelse", "reminder";
        Notification: "ilmoitus", "meddelande", "notification";
        Budget: "talousarvio", "budget", "budget";
        BudgetClosing: "tilikauden sulkeminen", "stängning av räkenskapsperiod", "closing of an accounting year";
        CommitmentEntry: "sitoumuksen kirjaus", "anteckning om förbindelse", "entry about a commitment";
        Instalment: "maksuerän kirjaus", "anteckning om betalningsrat", "entry about an instalment";
        ClaimEntry: "maksatushakemuksen kirjaus", "anteckning om ansökan om utbetalning", "entry about a payment claim";
        CoFundingEntry: "muun rahoittajan kirjaus", "anteckning om en annan finansiär", "entry about another funder";
        Delegation: "toimivalta", "befogenhet", "authority";
        CaseClass: "tehtäväluokka", "uppgiftsklass", "class of cases";
    }
}

texts! {
    /// Fixed texts of the pages of the log.
    pub enum LogText {
        Log: "Tapahtumaloki", "Händelselogg", "Audit log";
        Lead: "Rekisteri kirjaa jokaisen muutoksen ja sen tekijän. Lokiin voi vain lisätä, ja ketjun eheyden tarkistaa komento hankerekisteri verify.", "Registret antecknar varje ändring och vem som gjorde den. Loggen kan bara fyllas på, och kedjan kontrolleras med kommandot hankerekisteri verify.", "The register writes down every change and who made it. The log is only ever added to; the command hankerekisteri verify checks its chain.";
        Event: "Tapahtuma", "Händelse", "Event";
        Who: "Kuka", "Vem", "Who";
        When: "Milloin", "När", "When";
        Subject: "Kohde", "Objekt", "Subject";
        Number: "Numero", "Nummer", "Number";
        FirstDay: "Ensimmäinen päivä", "Första dagen", "First day";
        LastDay: "Viimeinen päivä", "Sista dagen", "Last day";
        Everybody: "Kaikki", "Alla", "Everybody";
        Operator: "Komentorivi", "Kommandoraden", "The command line";
        System: "Rekisteri itse", "Registret självt", "The register itself";
        Nothing: "Lokissa ei ole tapahtumia, jotka täyttävät nämä ehdot.", "Loggen har inga händelser som motsvarar villkoren.", "No event of the log fits these conditions.";
        OnlySubject: "Näytetään vain yhden kohteen tapahtumat.", "Bara händelser för ett objekt visas.", "Only the events of one subject are shown.";
        AllOfSubject: "Kohteen kaikki tapahtumat", "Alla händelser för objektet", "Every event of this subject";
        ShowAll: "Näytä koko loki", "Visa hela loggen", "Show the whole log";
        Newer: "Uudemmat", "Nyare", "Newer";
        Older: "Vanhemmat", "Äldre", "Older";
        Pages: "Lokin sivut", "Loggens sidor", "Pages of the log";
        Download: "Lataa nämä tapahtumat CSV-tiedostona", "Ladda ner dessa händelser som CSV", "Download these events as CSV";
        DownloadIsLogged: "Lataaminen kirjataan lokiin.", "Nedladdningen antecknas i loggen.", "Downloading is written into the log.";
        Payload: "Tapahtuman sisältö", "Händelsens innehåll", "Content of the event";
        Disposed: "Sisältö on hävitetty säilytysajan päätyttyä. Tapahtuma ja ketju ovat tallessa.", "Innehållet har gallrats. Händelsen och kedjan finns kvar.", "The content was disposed of. The event and the chain remain.";
        PayloadHash: "Sisällön tiiviste", "Innehållets kontrollsumma", "Hash of the content";
        PreviousHash: "Edellisen tapahtuman tiiviste", "Kontrollsumma för föregående händelse", "Hash of the event before it";
        Hash: "Tapahtuman tiiviste", "Händelsens kontrollsumma", "Hash of the event";
        MyLast: "Viimeksi tekemäsi", "Vad du gjorde senast", "What you did last";
        NothingDone: "Et ole vielä tehnyt mitään, mikä kirjataan lokiin.", "Du har ännu inte gjort något som antecknas i loggen.", "You have not done anything yet that is written into the log.";
    }
}

/// Who did something, with the role of that moment.
pub fn actor(actor: &LogActor, lang: Lang) -> String {
    match actor {
        LogActor::Official { name, role, .. } => {
            format!(
                "{} ({})",
                name.reveal_to_official(),
                role::name(*role, lang)
            )
        }
        LogActor::Operator(user) => {
            format!(
                "{}: {}",
                LogText::Operator.text(lang),
                user.reveal_to_official()
            )
        }
        LogActor::System => LogText::System.text(lang).to_owned(),
    }
}

/// The heading of one event.
pub fn event_number(seq: i64, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("Tapahtuma {seq}"),
        Lang::Sv => format!("Händelse {seq}"),
        Lang::En => format!("Event {seq}"),
    }
}
