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
        Attached: "Liite on lisätty.", "Bilagan har lagts till.", "The attachment has been added.";
        AttachmentsChanged: "Liitteet on muutettu.", "Bilagorna har ändrats.", "The attachments have been changed.";
        Withdrawn: "Päätös on poistettu tietoverkosta. Sen osoitteessa kerrotaan julkinen syy.", "Beslutet har tagits bort ur datanätet. På dess adress anges den offentliga orsaken.", "The decision has been withdrawn. Its address tells the public reason.";
        PublishedAgain: "Päätös on julkaistu uudelleen.", "Beslutet har publicerats på nytt.", "The decision has been published again.";
        ExtractCertified: "Ote on todistettu oikeaksi.", "Utdraget har bestyrkts.", "The extract has been certified.";
    }
}

impl Done {
    /// Everything that can have been done.
    pub const ALL: [Self; 24] = [
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
        Self::Attached,
        Self::AttachmentsChanged,
        Self::Withdrawn,
        Self::PublishedAgain,
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
            Self::Attached => "liite-lisatty",
            Self::AttachmentsChanged => "liitteet-muutettu",
            Self::Withdrawn => "poistettu-verkosta",
            Self::PublishedAgain => "julkaistu-uudelleen",
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
