//! Notifications in words.

use domain::notification::{NotificationKind, Way};

texts_of! {
    /// What a notification says, before the name of its decision.
    pub fn sentence(NotificationKind) {
        ToSign: "Päätös odottaa allekirjoitustasi", "Ett beslut väntar på din underskrift", "A decision waits for your signature";
        Returned: "Valmistelemasi päätös palautettiin", "Ett beslut som du berett återfördes", "A decision that you prepared was returned";
        ToPublish: "Allekirjoitettu päätös odottaa julkaisemista", "Ett undertecknat beslut väntar på publicering", "A signed decision waits for publication";
        Published: "Valmistelemasi päätös julkaistiin", "Ett beslut som du berett publicerades", "A decision that you prepared was published";
        FilingArrived: "Valmistelemaasi päätökseen on haettu muutosta", "Ändring har sökts i ett beslut som du berett", "A claim or appeal arrived against a decision that you prepared";
    }
}

texts_of! {
    /// What a kind of notification is about, as one chooses it.
    pub fn kind(NotificationKind) {
        ToSign: "Päätös on lähetetty allekirjoitettavakseni", "Ett beslut har skickats till mig för underskrift", "A decision was sent to me for signature";
        Returned: "Valmistelemani päätös on palautettu", "Ett beslut som jag berett har återförts", "A decision that I prepared was returned";
        ToPublish: "Päätös on allekirjoitettu ja odottaa julkaisemista", "Ett beslut har undertecknats och väntar på publicering", "A decision was signed and waits for publication";
        Published: "Valmistelemani päätös on julkaistu", "Ett beslut som jag berett har publicerats", "A decision that I prepared was published";
        FilingArrived: "Valmistelemaani päätökseen on tullut oikaisuvaatimus tai valitus", "En omprövningsbegäran eller ett besvär har kommit över ett beslut som jag berett", "A claim or appeal arrived against a decision that I prepared";
    }
}

texts_of! {
    /// How a notification comes.
    pub fn way(Way) {
        Desk: "Työpöydällä", "På arbetsbordet", "On the desk";
        Mail: "Sähköpostilla", "Med e-post", "By e-mail";
    }
}

texts! {
    /// Fixed texts of the pages of notifications.
    pub enum NotificationText {
        List: "Ilmoitukset", "Meddelanden", "Notifications";
        NothingNew: "Ei uusia ilmoituksia.", "Inga nya meddelanden.", "No new notifications.";
        NothingYet: "Sinulle ei ole vielä ilmoitettu mitään.", "Du har ännu inte fått några meddelanden.", "You have not been notified of anything yet.";
        Notification: "Ilmoitus", "Meddelande", "Notification";
        When: "Milloin", "När", "When";
        State: "Tila", "Läge", "State";
        Mail: "Sähköposti", "E-post", "E-mail";
        Received: "Viesti tuli perille", "Meddelandet kom fram", "The message arrived";
        SendAgain: "Lähetä viesti uudelleen", "Skicka meddelandet på nytt", "Send the message again";
        Unread: "Uusi", "Nytt", "New";
        Read: "Luettu", "Läst", "Read";
        MarkRead: "Merkitse luetuksi", "Märk som läst", "Mark as read";
        MarkAllRead: "Merkitse kaikki luetuiksi", "Märk alla som lästa", "Mark all as read";
        All: "Kaikki ilmoitukset", "Alla meddelanden", "All notifications";
        Settings: "Ilmoitusasetukset", "Inställningar för meddelanden", "Notification settings";
        SettingsLead: "Valitse, mistä haluat ilmoituksen ja miten. Muistutukset määräajoista tulevat aina.", "Välj vad du vill få meddelanden om och hur. Påminnelser om frister kommer alltid.", "Choose what to be notified of, and how. Reminders of last days always come.";
        MailNotSetUp: "Sähköpostia ei ole asetettu, joten ilmoitukset tulevat nyt vain työpöydälle.", "E-posten är inte inställd, så meddelandena kommer nu bara till arbetsbordet.", "E-mail is not set up, so notifications now come on the desk only.";
    }
}
