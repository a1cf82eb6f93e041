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
    }
}

impl Done {
    /// Everything that can have been done.
    pub const ALL: [Self; 31] = [
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
        Self::FilingRecorded,
        Self::FilingDecided,
        Self::LegalForceStated,
        Self::LegalForceReopened,
        Self::LegalForceCertified,
        Self::CallInLeftUnused,
        Self::ReminderAcknowledged,
        Self::ReminderSentAgain,
        Self::ReminderReceived,
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
    pub const fn code(self) -> &'static str {
        match self {
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
            Self::FilingRecorded => "muutoksenhaku-kirjattu",
            Self::FilingDecided => "ratkaisu-kirjattu",
            Self::LegalForceStated => "lainvoima-merkitty",
            Self::LegalForceReopened => "lainvoima-avattu",
            Self::LegalForceCertified => "todistus-annettu",
            Self::CallInLeftUnused => "otto-oikeus-merkitty",
            Self::ReminderAcknowledged => "muistutus-kuitattu",
            Self::ReminderSentAgain => "muistutus-uudelleen",
            Self::ReminderReceived => "muistutus-perilla",
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
