//! What the last form did.

texts! {
    /// What was done, as the next page says it.
    pub enum Done {
        Saved: "Tallennettu.", "Sparat.", "Saved.";
        CaseOpened: "Asia on avattu.", "Ärendet har öppnats.", "The case has been opened.";
        OrganisationAdded: "Organisaatio on lisätty.", "Organisationen har lagts till.", "The organisation has been added.";
        Sent: "Päätös on lähetetty allekirjoitettavaksi.", "Beslutet har skickats för underskrift.", "The decision has been sent for signature.";
        Signed: "Päätös on allekirjoitettu. Sen sisältö ei enää muutu.", "Beslutet har undertecknats. Innehållet ändras inte längre.", "The decision has been signed. Its content does not change any more.";
        GivenBack: "Päätös on palautettu valmisteluun.", "Beslutet har återförts till beredning.", "The decision has been returned to preparation.";
        Recorded: "Päätös on kirjattu muualla tehdyksi.", "Beslutet har antecknats som fattat på annat håll.", "The decision has been recorded as made elsewhere.";
        Published: "Päätös on julkaistu.", "Beslutet har publicerats.", "The decision has been published.";
        PartyAdded: "Asianosainen on lisätty. Kirjaa vielä tiedoksianto.", "Parten har lagts till. Anteckna ännu delgivningen.", "The party has been added. Record the service next.";
        Recalled: "Luonnos on otettu takaisin valmisteluun.", "Utkastet har tagits tillbaka till beredning.", "The draft has been taken back to preparation.";
        Abandoned: "Luonnos on peruttu.", "Utkastet har återkallats.", "The draft has been withdrawn.";
        TakenUp: "Luonnos on otettu uudelleen valmisteluun.", "Utkastet har tagits upp på nytt.", "The draft has been taken up again.";
        ConflictStated: "Esteellisyys on merkitty. Päätöksen allekirjoittaa sijainen.", "Jävet har antecknats. Beslutet undertecknas av ställföreträdaren.", "The conflict of interest has been recorded. A deputy signs the decision.";
        Scheduled: "Julkaisupäivä on asetettu.", "Publiceringsdagen har angetts.", "The day of publication has been set.";
        Unscheduled: "Julkaisun ajastus on peruttu.", "Tidpunkten för publiceringen har tagits bort.", "The day of publication has been taken back.";
        Corrected: "Kirjoitusvirhe on korjattu. Ilmoita korjauksesta asianosaisille.", "Skrivfelet har rättats. Underrätta parterna om rättelsen.", "The typing error has been corrected. Tell the parties of the correction.";
        CorrectionTold: "On merkitty, että asianosaisille on ilmoitettu.", "Det har antecknats att parterna har underrättats.", "It has been recorded that the parties were told.";
        ServicesRecorded: "Tiedoksiannot on kirjattu.", "Delgivningarna har antecknats.", "The services have been recorded.";
        ServiceRecorded: "Tiedoksianto on kirjattu.", "Delgivningen har antecknats.", "The service has been recorded.";
        FilingRecorded: "Oikaisuvaatimus tai valitus on kirjattu.", "Omprövningsbegäran eller besväret har antecknats.", "The claim or appeal has been recorded.";
        FilingDecided: "Ratkaisu on kirjattu.", "Avgörandet har antecknats.", "The outcome has been recorded.";
        LegalForceStated: "Päätös on merkitty lainvoimaiseksi.", "Beslutet har antecknats ha vunnit laga kraft.", "The decision has been stated final.";
        LegalForceReopened: "Lainvoimamerkintä on avattu uudelleen. Annetut todistukset ovat mitättömiä.", "Anteckningen om laga kraft har öppnats på nytt. De bevis som har getts är ogiltiga.", "The statement of legal force has been reopened. The certificates given are void.";
        LegalForceCertified: "Lainvoimaisuustodistus on annettu.", "Lagakraftbeviset har getts.", "The certificate of legal force has been given.";
        CallInLeftUnused: "On merkitty, ettei otto-oikeutta käytetty.", "Det har antecknats att övertagningsrätten inte utnyttjades.", "It has been noted that the call-in right was not used.";
        ReminderAcknowledged: "Muistutus on kuitattu nähdyksi.", "Påminnelsen har kvitterats som sedd.", "The reminder has been marked as seen.";
        ReminderSentAgain: "Muistutus lähetetään uudelleen.", "Påminnelsen skickas på nytt.", "The reminder will be sent again.";
        ReminderReceived: "Muistutus on merkitty perille tulleeksi.", "Påminnelsen har antecknats som mottagen.", "The reminder has been recorded as received.";
        MarkedPersonal: "Sanat on merkitty henkilötiedoksi.", "Orden har märkts som personuppgift.", "The words have been marked as personal.";
        NotPersonal: "Merkitty, ettei kyse ole henkilötiedosta.", "Det har antecknats att det inte är en personuppgift.", "It has been noted that it is not personal.";
        AutosaveDiscarded: "Tallentamaton teksti on hylätty.", "Den osparade texten har förkastats.", "The unsaved text has been discarded.";
        ImportDiscarded: "Tiedosto on hylätty. Mitään ei kirjattu.", "Filen har förkastats. Inget antecknades.", "The file has been discarded. Nothing was recorded.";
        TableImported: "Tiedoston rivit on kirjattu.", "Filens rader har antecknats.", "The rows of the file have been recorded.";
        BudgetRecorded: "Talousarviopäätös on kirjattu.", "Budgetbeslutet har antecknats.", "The budget decision has been recorded.";
        CommitmentEntryRecorded: "Sitoumuksen kirjaus on tehty.", "Anteckningen om förbindelsen har gjorts.", "The entry about the commitment has been recorded.";
        DelegationSaved: "Toimivalta on tallennettu.", "Befogenheten har sparats.", "The authority has been saved.";
        Attached: "Liite on lisätty.", "Bilagan har lagts till.", "The attachment has been added.";
        AttachmentsChanged: "Liitteet on muutettu.", "Bilagorna har ändrats.", "The attachments have been changed.";
        Withdrawn: "Päätös on poistettu tietoverkosta. Sen osoitteessa kerrotaan julkinen syy.", "Beslutet har tagits bort ur datanätet. På dess adress anges den offentliga orsaken.", "The decision has been withdrawn. Its address tells the public reason.";
        PublishedAgain: "Päätös on julkaistu uudelleen.", "Beslutet har publicerats på nytt.", "The decision has been published again.";
        DocumentRegistered: "Asiakirja on kirjattu.", "Handlingen har registrerats.", "The document has been registered.";
        MeasureRecorded: "Toimenpide on kirjattu.", "Åtgärden har antecknats.", "The measure has been recorded.";
        CasePartySaved: "Osallisen tiedot on tallennettu.", "Uppgifterna om den delaktiga har sparats.", "Who is concerned has been saved.";
        CasePartyRemoved: "Osallinen on poistettu.", "Den delaktiga har tagits bort.", "Who was concerned has been removed.";
        CaseRelated: "Asiat on liitetty toisiinsa.", "Ärendena har anknutits till varandra.", "The cases have been related.";
        CaseUnrelated: "Asioiden liitos on poistettu.", "Anknytningen har tagits bort.", "The relation has been removed.";
        CaseMoved: "Asian tila on muutettu.", "Ärendets läge har ändrats.", "The state of the case has been changed.";
        ClassAdded: "Tehtäväluokka on lisätty.", "Uppgiftsklassen har lagts till.", "The class has been added.";
        DisposalProposed: "Asia on esitetty hävitettäväksi. Toinen henkilö ratkaisee esityksen.", "Ärendet har föreslagits för gallring. En annan person avgör förslaget.", "The case has been proposed for disposal. Another person decides.";
        DisposalLeft: "Asia on jätetty säilytettäväksi.", "Ärendet bevaras.", "The case is kept on.";
        CaseDisposed: "Asia on hävitetty.", "Ärendet har gallrats.", "The case has been disposed of.";
        ExtractCertified: "Ote on todistettu oikeaksi.", "Utdraget har bestyrkts.", "The extract has been certified.";
        DocumentMade: "Päätösasiakirja on tehty.", "Beslutshandlingen har gjorts.", "The decision document has been made.";
        InstalmentEntryRecorded: "Maksuerän kirjaus on tehty.", "Anteckningen om betalningsraten har gjorts.", "The entry about the instalment has been recorded.";
        ClaimEntryRecorded: "Maksatushakemuksen kirjaus on tehty.", "Anteckningen om ansökan om utbetalning har gjorts.", "The entry about the payment claim has been recorded.";
        CoFundingEntryRecorded: "Rahoittajan kirjaus on tehty.", "Anteckningen om finansiären har gjorts.", "The entry about the funder has been recorded.";
        YearClosed: "Tilikausi on suljettu.", "Räkenskapsperioden har stängts.", "The accounting year has been closed.";
        YearReopened: "Tilikausi on avattu uudelleen.", "Räkenskapsperioden har öppnats på nytt.", "The accounting year has been reopened.";
        LetterGiven: "Rahoitussitoumus on annettu.", "Finansieringsförbindelsen har getts.", "The letter of commitment has been given.";
        AddressChanged: "Sähköpostiosoite on vaihdettu, ja tunnuksen istunnot on lopetettu.", "E-postadressen har bytts och kontots sessioner har avslutats.", "The e-mail address has been changed, and the sessions of the account have been ended.";
        NotificationReceived: "Viesti on merkitty perille tulleeksi.", "Meddelandet har antecknats som mottaget.", "The message has been recorded as received.";
        NotificationSentAgain: "Viesti lähetetään uudelleen.", "Meddelandet skickas på nytt.", "The message will be sent again.";
        DistributionAdded: "Tiedoksi saava on lisätty.", "Mottagaren för kännedom har lagts till.", "Somebody has been added for information.";
        DistributionReaddressed: "Osoite on tallennettu.", "Adressen har sparats.", "The address has been saved.";
        DistributionWithdrawn: "Viestiä ei lähetetä.", "Meddelandet skickas inte.", "The message will not be sent.";
        DistributionSentAgain: "Viesti lähetetään uudelleen.", "Meddelandet skickas på nytt.", "The message will be sent again.";
        DistributionReceived: "Viesti on merkitty perille tulleeksi.", "Meddelandet har antecknats som mottaget.", "The message has been recorded as received.";
        AccountAdded: "Tunnus on lisätty.", "Kontot har lagts till.", "The account has been added.";
        OfficeGiven: "Virka on kirjattu.", "Tjänsten har antecknats.", "The office has been recorded.";
        AccountDisabled: "Tunnus on poistettu käytöstä.", "Kontot har tagits ur bruk.", "The account has been disabled.";
        AccountEnabled: "Tunnus on otettu uudelleen käyttöön.", "Kontot har tagits i bruk på nytt.", "The account has been enabled again.";
        Unlocked: "Lukitus on avattu.", "Spärren har tagits bort.", "The lock has been lifted.";
        OneTimePasswordSet: "Kertasalasana on annettu. Kerro se virkailijalle.", "Engångslösenordet har getts. Meddela det till tjänsteinnehavaren.", "The one-time password has been set. Tell it to the official.";
        PasswordChanged: "Salasana on vaihdettu, ja muut istunnot on lopetettu.", "Lösenordet har bytts och de andra sessionerna har avslutats.", "The password has been changed, and the other sessions have been ended.";
        SessionEnded: "Istunto on lopetettu.", "Sessionen har avslutats.", "The session has been ended.";
        SessionsEnded: "Muut istunnot on lopetettu.", "De andra sessionerna har avslutats.", "The other sessions have been ended.";
        SeriesAdded: "Pykäläsarja on lisätty.", "Paragrafserien har lagts till.", "The section series has been added.";
        NameRecorded: "Nimi on kirjattu.", "Namnet har antecknats.", "The name has been recorded.";
        RuleSet: "Julkaisupäivän sääntö on asetettu.", "Regeln för publiceringsdagen har angetts.", "The publication rule has been set.";
        DeputyAdded: "Sijainen on lisätty.", "Ställföreträdaren har lagts till.", "The deputy has been added.";
        DeputyEnded: "Sijaisuus on lopetettu.", "Ställföreträdarskapet har avslutats.", "The deputyship has been ended.";
        NotificationsRead: "Ilmoitukset on merkitty luetuiksi.", "Meddelandena har märkts som lästa.", "The notifications have been marked as read.";
    }
}

impl Done {
    /// Everything that can have been done.
    pub const ALL: [Self; 82] = [
        Self::Recalled,
        Self::Abandoned,
        Self::TakenUp,
        Self::ConflictStated,
        Self::Scheduled,
        Self::Unscheduled,
        Self::Corrected,
        Self::CorrectionTold,
        Self::ServicesRecorded,
        Self::Saved,
        Self::CaseOpened,
        Self::OrganisationAdded,
        Self::Sent,
        Self::Signed,
        Self::GivenBack,
        Self::Recorded,
        Self::Published,
        Self::PartyAdded,
        Self::ServiceRecorded,
        Self::ExtractCertified,
        Self::DocumentMade,
        Self::LetterGiven,
        Self::YearClosed,
        Self::YearReopened,
        Self::InstalmentEntryRecorded,
        Self::ClaimEntryRecorded,
        Self::CoFundingEntryRecorded,
        Self::FilingRecorded,
        Self::FilingDecided,
        Self::LegalForceStated,
        Self::LegalForceReopened,
        Self::LegalForceCertified,
        Self::CallInLeftUnused,
        Self::ReminderAcknowledged,
        Self::ReminderSentAgain,
        Self::ReminderReceived,
        Self::AddressChanged,
        Self::NotificationReceived,
        Self::NotificationSentAgain,
        Self::DistributionAdded,
        Self::DistributionReaddressed,
        Self::DistributionWithdrawn,
        Self::DistributionSentAgain,
        Self::DistributionReceived,
        Self::AccountAdded,
        Self::OfficeGiven,
        Self::AccountDisabled,
        Self::AccountEnabled,
        Self::Unlocked,
        Self::OneTimePasswordSet,
        Self::PasswordChanged,
        Self::SessionEnded,
        Self::SessionsEnded,
        Self::SeriesAdded,
        Self::NameRecorded,
        Self::RuleSet,
        Self::DeputyAdded,
        Self::DeputyEnded,
        Self::NotificationsRead,
        Self::MarkedPersonal,
        Self::NotPersonal,
        Self::AutosaveDiscarded,
        Self::ImportDiscarded,
        Self::BudgetRecorded,
        Self::TableImported,
        Self::CommitmentEntryRecorded,
        Self::DelegationSaved,
        Self::Attached,
        Self::AttachmentsChanged,
        Self::Withdrawn,
        Self::PublishedAgain,
        Self::DocumentRegistered,
        Self::MeasureRecorded,
        Self::CasePartySaved,
        Self::CasePartyRemoved,
        Self::CaseRelated,
        Self::CaseUnrelated,
        Self::CaseMoved,
        Self::ClassAdded,
        Self::DisposalProposed,
        Self::DisposalLeft,
        Self::CaseDisposed,
    ];

    /// The code by which an address carries it to the next page.
    #[expect(clippy::too_many_lines, reason = "one table, a code on each line")]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Recalled => "otettu-takaisin",
            Self::Abandoned => "peruttu",
            Self::TakenUp => "otettu-uudelleen",
            Self::ConflictStated => "esteellisyys-merkitty",
            Self::Scheduled => "ajastettu",
            Self::Unscheduled => "ajastus-peruttu",
            Self::Corrected => "korjattu",
            Self::CorrectionTold => "korjaus-ilmoitettu",
            Self::ServicesRecorded => "annettu-monelle-tiedoksi",
            Self::Saved => "tallennettu",
            Self::CaseOpened => "avattu",
            Self::OrganisationAdded => "lisatty",
            Self::Sent => "lahetetty",
            Self::Signed => "allekirjoitettu",
            Self::GivenBack => "palautettu",
            Self::Recorded => "kirjattu",
            Self::Published => "julkaistu",
            Self::PartyAdded => "asianosainen-lisatty",
            Self::ServiceRecorded => "annettu-tiedoksi",
            Self::ExtractCertified => "ote-tehty",
            Self::DocumentMade => "paatosasiakirja-tehty",
            Self::InstalmentEntryRecorded => "maksuera-kirjattu",
            Self::ClaimEntryRecorded => "maksatushakemus-kirjattu",
            Self::CoFundingEntryRecorded => "rahoittaja-kirjattu",
            Self::YearClosed => "tilikausi-suljettu",
            Self::YearReopened => "tilikausi-avattu",
            Self::LetterGiven => "rahoitussitoumus-annettu",
            Self::FilingRecorded => "muutoksenhaku-kirjattu",
            Self::FilingDecided => "ratkaisu-kirjattu",
            Self::LegalForceStated => "lainvoima-merkitty",
            Self::LegalForceReopened => "lainvoima-avattu",
            Self::LegalForceCertified => "todistus-annettu",
            Self::CallInLeftUnused => "otto-oikeus-merkitty",
            Self::ReminderAcknowledged => "muistutus-kuitattu",
            Self::ReminderSentAgain => "muistutus-uudelleen",
            Self::ReminderReceived => "muistutus-perilla",
            Self::AddressChanged => "osoite-vaihdettu",
            Self::NotificationReceived => "ilmoitus-perilla",
            Self::NotificationSentAgain => "ilmoitus-uudelleen",
            Self::DistributionAdded => "tiedoksi-lisatty",
            Self::DistributionReaddressed => "tiedoksi-osoite",
            Self::DistributionWithdrawn => "tiedoksi-peruttu",
            Self::DistributionSentAgain => "tiedoksi-uudelleen",
            Self::DistributionReceived => "tiedoksi-perilla",
            Self::AccountAdded => "tunnus-lisatty",
            Self::OfficeGiven => "virka-kirjattu",
            Self::AccountDisabled => "tunnus-poistettu",
            Self::AccountEnabled => "tunnus-kaytossa",
            Self::Unlocked => "lukitus-avattu",
            Self::OneTimePasswordSet => "kertasalasana",
            Self::PasswordChanged => "salasana-vaihdettu",
            Self::SessionEnded => "istunto-lopetettu",
            Self::SessionsEnded => "istunnot-lopetettu",
            Self::SeriesAdded => "sarja-lisatty",
            Self::NameRecorded => "nimi-kirjattu",
            Self::RuleSet => "julkaisusaanto",
            Self::DeputyAdded => "sijainen-lisatty",
            Self::DeputyEnded => "sijaisuus-lopetettu",
            Self::NotificationsRead => "ilmoitukset-luettu",
            Self::MarkedPersonal => "merkitty-henkilotiedoksi",
            Self::NotPersonal => "ei-henkilotieto",
            Self::AutosaveDiscarded => "hylatty",
            Self::ImportDiscarded => "tuonti-hylatty",
            Self::BudgetRecorded => "talousarvio-kirjattu",
            Self::TableImported => "taulukko-tuotu",
            Self::CommitmentEntryRecorded => "sitoumus-kirjattu",
            Self::DelegationSaved => "toimivalta-tallennettu",
            Self::Attached => "liite-lisatty",
            Self::AttachmentsChanged => "liitteet-muutettu",
            Self::Withdrawn => "poistettu-verkosta",
            Self::PublishedAgain => "julkaistu-uudelleen",
            Self::DocumentRegistered => "asiakirja-kirjattu",
            Self::MeasureRecorded => "toimenpide-kirjattu",
            Self::CasePartySaved => "osallinen-tallennettu",
            Self::CasePartyRemoved => "osallinen-poistettu",
            Self::CaseRelated => "asiat-liitetty",
            Self::CaseUnrelated => "liitos-poistettu",
            Self::CaseMoved => "tila-muutettu",
            Self::ClassAdded => "luokka-lisatty",
            Self::DisposalProposed => "havitys-esitetty",
            Self::DisposalLeft => "asia-sailytetaan",
            Self::CaseDisposed => "asia-havitetty",
        }
    }

    /// What a code stands for.
    ///
    /// ```
    /// use wording::desk::Done;
    /// assert_eq!(Done::from_code("julkaistu"), Some(Done::Published));
    /// assert_eq!(Done::from_code("<script>"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.code() == code)
    }
}
