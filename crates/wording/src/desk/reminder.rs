//! Reminders of last days as officials read them.

use domain::Lang;
use domain::reminder::{Mailing, Trouble};
use time::{Date, Time};

use crate::format;

texts! {
    /// Fixed texts of the pages of reminders.
    pub enum ReminderText {
        List: "Muistutukset määräajoista", "Påminnelser om frister", "Reminders of last days";
        One: "Muistutus määräajasta", "Påminnelse om en frist", "Reminder of a last day";
        Nothing: "Mikään määräaika, joka koskee sinua, ei pääty kolmen työpäivän sisällä.", "Ingen frist som gäller dig går ut inom tre arbetsdagar.", "No period that concerns you ends within three working days.";
        NothingYet: "Kenellekään ei ole vielä ollut muistutettavaa.", "Det har ännu inte funnits något att påminna om.", "There has been nothing to remind anybody of yet.";
        Lead: "Virkailijoita muistutetaan kolme työpäivää ennen muutoksenhakuajan viimeistä päivää: päätöksen valmistelijaa, allekirjoittajaa ja kirjaajia.", "Tjänsteinnehavarna påminns tre arbetsdagar före den sista dagen för ändringssökande: den som berett beslutet, den som undertecknat det och registratorerna.", "Officials are reminded three working days before the last day of an appeal period: who prepared the decision, who signed it, and the registrars.";
        MailNotSetUp: "Sähköpostia ei ole asetettu: muistutukset näkyvät vain tässä. Pääkäyttäjä ottaa sähköpostin käyttöön asetustiedoston kohdassa [smtp].", "E-posten är inte inställd: påminnelserna syns bara här. Huvudanvändaren tar e-posten i bruk i avsnittet [smtp] i inställningsfilen.", "E-mail is not set up: reminders are shown only here. The administrator sets it up in the section [smtp] of the configuration file.";
        Period: "Määräaika", "Frist", "Period";
        Members: "Kunnan jäsenen muutoksenhakuaika", "Kommunmedlemmens tid för ändringssökande", "The appeal period of municipal members";
        Party: "Asianosaisen muutoksenhakuaika", "En parts tid för ändringssökande", "A party's appeal period";
        Official: "Virkailija", "Tjänsteinnehavare", "Official";
        Mail: "Sähköposti", "E-post", "E-mail";
        Since: "Tilanne alkaen", "Läget sedan", "So since";
        ServerSaid: "Palvelin vastasi", "Servern svarade", "The server said";
        MessageId: "Viestin tunnus (Message-ID)", "Meddelandets id (Message-ID)", "Message-ID";
        Acknowledged: "Kuitattu nähdyksi", "Kvitterad som sedd", "Seen";
        Over: "Määräaika ei enää pääty tänä päivänä, tai se on jo päättynyt.", "Fristen går inte längre ut den här dagen, eller den har redan gått ut.", "The period does not end on this day any more, or is over.";
    }
}

texts! {
    /// What is done with a reminder.
    pub enum ReminderButton {
        Acknowledge: "Kuittaa nähdyksi", "Kvittera som sedd", "Say that I have seen it";
        SendAgain: "Lähetä uudelleen", "Skicka på nytt", "Send again";
        ConfirmReceived: "Merkitse perille tulleeksi", "Anteckna som mottagen", "Record as received";
    }
}

texts! {
    /// What has become of a reminder's mail.
    pub enum MailState {
        OnDeskOnly: "Vain työpöydällä", "Endast på arbetsbordet", "On the desk only";
        Planned: "Odottaa lähettämistä", "Väntar på att skickas", "Waiting to be sent";
        Sending: "Lähetetään", "Skickas", "Being sent";
        Sent: "Lähetetty", "Skickad", "Sent";
        Deferred: "Yritetään uudelleen", "Nytt försök görs", "Will be tried again";
        Refused: "Jäi lähettämättä", "Skickades inte", "Not sent";
        Unknown: "Ei tiedetä, lähtikö", "Okänt om den skickades", "Not known whether it was sent";
        Received: "Tullut perille", "Mottagen", "Received";
        Withdrawn: "Ei lähetetty, koska ei enää tarpeen", "Skickades inte, behövdes inte längre", "Not sent, no longer needed";
    }
}

impl MailState {
    /// What has become of a mail; one that waits does so only where mail is set up.
    pub const fn of(state: &Mailing, mail_is_set_up: bool) -> Self {
        match state {
            Mailing::Planned if !mail_is_set_up => Self::OnDeskOnly,
            Mailing::Planned => Self::Planned,
            Mailing::Sending => Self::Sending,
            Mailing::Sent => Self::Sent,
            Mailing::Deferred(_) => Self::Deferred,
            Mailing::Refused(_) => Self::Refused,
            Mailing::Unknown(_) => Self::Unknown,
            Mailing::Received => Self::Received,
            Mailing::Withdrawn => Self::Withdrawn,
        }
    }
}

texts_of! {
    /// What went wrong with a mail, and where to look.
    pub(super) fn trouble(Trouble) {
        NoConnection: "Sähköpostipalvelimeen ei saatu yhteyttä. Pääkäyttäjä tarkistaa asetukset smtp.host ja smtp.port ja sen, että palvelin on käynnissä.", "Det gick inte att få kontakt med e-postservern. Huvudanvändaren kontrollerar inställningarna smtp.host och smtp.port och att servern är i gång.", "The mail server could not be reached. The administrator checks the settings smtp.host and smtp.port, and that the server is running.";
        NoAnswer: "Sähköpostipalvelin ei vastannut ajoissa, ja viesti jäi lähettämättä. Pääkäyttäjä tarkistaa palvelimen tilan ja asetukset smtp.port ja smtp.encryption.", "E-postservern svarade inte i tid och meddelandet skickades inte. Huvudanvändaren kontrollerar serverns läge och inställningarna smtp.port och smtp.encryption.", "The mail server did not answer in time, and nothing was sent. The administrator checks the server and the settings smtp.port and smtp.encryption.";
        NotSecure: "Sähköpostipalvelimeen ei saatu salattua yhteyttä. Pääkäyttäjä tarkistaa asetuksen smtp.encryption ja palvelimen varmenteen.", "Det gick inte att få en krypterad förbindelse med e-postservern. Huvudanvändaren kontrollerar inställningen smtp.encryption och serverns certifikat.", "No encrypted connection to the mail server. The administrator checks the setting smtp.encryption and the server's certificate.";
        NotLetIn: "Sähköpostipalvelin ei päästä rekisteriä sisään. Pääkäyttäjä tarkistaa asetuksen smtp.user ja salasanan.", "E-postservern släpper inte in registret. Huvudanvändaren kontrollerar inställningen smtp.user och lösenordet.", "The mail server does not let the register in. The administrator checks the setting smtp.user and the password.";
        TryLater: "Sähköpostipalvelin ei ottanut viestiä vielä vastaan.", "E-postservern tog ännu inte emot meddelandet.", "The mail server did not take the message yet.";
        Refused: "Sähköpostipalvelin ei ota viestiä vastaan. Tarkista palvelimen vastauksesta, onko virkailijan sähköpostiosoite oikea.", "E-postservern tar inte emot meddelandet. Kontrollera i serverns svar om tjänsteinnehavarens e-postadress är rätt.", "The mail server refuses the message. See from its answer whether the official's address is right.";
        NotAnAddress: "Tunnuksen sähköpostiosoite ei kelpaa. Pääkäyttäjä vaihtaa tunnukseen oikean osoitteen.", "Kontots e-postadress duger inte. Huvudanvändaren byter till rätt adress.", "The account's e-mail address is none. The administrator changes it to the right one.";
        ConnectionLost: "Yhteys sähköpostipalvelimeen katkesi, kun viesti oli jo annettu sille.", "Förbindelsen med e-postservern bröts när meddelandet redan hade lämnats till den.", "The connection was lost after the message had been handed to the mail server.";
        AnswerMissing: "Sähköpostipalvelin ei vastannut, kun viesti oli jo annettu sille.", "E-postservern svarade inte när meddelandet redan hade lämnats till den.", "The mail server did not answer after the message had been handed to it.";
        Interrupted: "Rekisteri pysähtyi kesken lähettämisen.", "Registret stannade mitt i sändningen.", "The register stopped while it was sending.";
    }
}

texts! {
    /// What happens next with a mail that was not sent, or perhaps not.
    enum Next {
        ByItself: "Rekisteri yrittää itse uudelleen.", "Registret försöker själv på nytt.", "The register will try again by itself.";
        TellOfficial: "Rekisteri ei enää yritä itse: kerro määräajasta virkailijalle, ja lähetä uudelleen, kun syy on korjattu.", "Registret försöker inte längre själv: berätta om fristen för tjänsteinnehavaren och skicka på nytt när orsaken har åtgärdats.", "The register will not try again by itself: tell the official of the last day, and send again once the cause is mended.";
        AskOfficial: "Kysy virkailijalta, tuliko viesti. Rekisteri ei lähetä sitä itse uudelleen.", "Fråga tjänsteinnehavaren om meddelandet kom. Registret skickar det inte själv på nytt.", "Ask the official whether it came. The register does not send it again by itself.";
    }
}

/// What went wrong with a mail and what to do; nothing of one that went well.
///
/// ```
/// use domain::reminder::{Failure, Mailing, Trouble};
/// use wording::{Lang, desk::reminder::sentence};
/// let failure = Failure { trouble: Trouble::Interrupted, reply: String::new() };
/// let said = sentence(&Mailing::Unknown(failure), Lang::En);
/// assert!(said.is_some_and(|said| said.ends_with("does not send it again by itself.")));
/// assert_eq!(sentence(&Mailing::Sent, Lang::En), None);
/// ```
pub fn sentence(state: &Mailing, lang: Lang) -> Option<String> {
    let next = match state {
        Mailing::Deferred(_) => Next::ByItself,
        Mailing::Refused(_) => Next::TellOfficial,
        Mailing::Unknown(_) => Next::AskOfficial,
        Mailing::Planned
        | Mailing::Sending
        | Mailing::Sent
        | Mailing::Received
        | Mailing::Withdrawn => return None,
    };
    let what = trouble(state.failure()?.trouble, lang);
    Some(format!("{what} {}", next.text(lang)))
}

/// That a period ends: whose, when, and at which hour.
pub fn ends(of_a_party: bool, last_day: Date, closes_at: Option<Time>, lang: Lang) -> String {
    let whose = if of_a_party {
        ReminderText::Party
    } else {
        ReminderText::Members
    };
    let whose = whose.text(lang);
    let day = format::weekday_date(last_day, lang);
    let end = closes_at.map_or(day.clone(), |at| format!("{day} {}", format::at(at, lang)));
    match lang {
        Lang::Fi => format!("{whose} päättyy {end}"),
        Lang::Sv => format!("{whose} går ut {end}"),
        Lang::En => format!("{whose} ends {end}"),
    }
}

/// How many mails a registrar is to look into.
pub fn unsettled(count: u64, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fi) => "Yhden muistutuksen sähköposti on selvitettävä".to_owned(),
        (_, Lang::Fi) => format!("{count} muistutuksen sähköposti on selvitettävä"),
        (1, Lang::Sv) => "E-posten för en påminnelse måste utredas".to_owned(),
        (_, Lang::Sv) => format!("E-posten för {count} påminnelser måste utredas"),
        (1, Lang::En) => "The e-mail of one reminder is to be looked into".to_owned(),
        (_, Lang::En) => format!("The e-mails of {count} reminders are to be looked into"),
    }
}
