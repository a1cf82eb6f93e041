//! The distribution of decisions by e-mail as officials read it.

use domain::Lang;
use domain::distribution::{AttemptOutcome, EntryState};
use domain::mailing::{Mailing, Trouble};

use super::reminder::trouble;

texts! {
    /// Fixed texts of the pages of distributions.
    pub enum DistributionText {
        Title: "Tiedoksi sähköpostilla", "För kännedom per e-post", "For information, by e-mail";
        Lead: "Tiedoksi lähetettävä viesti kertoo päätöksen otsikon, päivän ja pykälän ja linkin julkiselle sivulle. Se ei ole tiedoksianto: siitä ei ala muutoksenhakuaika, ja asianosaisille päätös annetaan tiedoksi erikseen.", "Meddelandet för kännedom anger beslutets rubrik, dag och paragraf och en länk till den offentliga sidan. Det är ingen delgivning: ingen tid för ändringssökande börjar av det, och parterna delges beslutet särskilt.", "The message names the heading, day and section of the decision and links its public page. It is no service: no appeal period starts from it, and parties are served separately.";
        Nobody: "Päätöksellä ei ole vielä ketään, jolle se lähetetään tiedoksi.", "Beslutet har ännu ingen som det sänds till för kännedom.", "The decision has nobody yet to whom it is sent for information.";
        MadeElsewhere: "Päätös on tehty muualla, ja se on lähetetty tiedoksi siellä. Lisää tähän vain ne, joille rekisteri lähettää viestin.", "Beslutet har fattats på annat håll och sänts för kännedom där. Lägg här till endast dem som registret skickar meddelande till.", "The decision was made elsewhere and distributed there. Add only those to whom the register is to send a message.";
        MailNotSetUp: "Sähköpostia ei ole asetettu: viestit odottavat. Pääkäyttäjä ottaa sähköpostin käyttöön asetustiedoston kohdassa [smtp].", "E-posten är inte inställd: meddelandena väntar. Huvudanvändaren tar e-posten i bruk i avsnittet [smtp] i inställningsfilen.", "E-mail is not set up: the messages wait. The administrator sets it up in the section [smtp] of the configuration file.";
        NotPublic: "Päätös ei ole kokonaan julkisena tietoverkossa, joten mitään ei lähetetä.", "Beslutet är inte i sin helhet offentligt i datanätet, så ingenting skickas.", "Not everybody can read the decision, so that nothing is sent.";
        Recipient: "Vastaanottaja", "Mottagare", "Recipient";
        Address: "Sähköpostiosoite", "E-postadress", "E-mail address";
        NoAddress: "Ei osoitetta", "Ingen adress", "No address";
        AddressRemoved: "Osoite on poistettu", "Adressen har tagits bort", "The address was removed";
        Mail: "Sähköposti", "E-post", "E-mail";
        Since: "Tilanne alkaen", "Läget sedan", "So since";
        ServerSaid: "Palvelin vastasi", "Servern svarade", "The server said";
        MessageId: "Viestin tunnus (Message-ID)", "Meddelandets id (Message-ID)", "Message-ID";
        Log: "Lähetysloki", "Sändningslogg", "Delivery log";
        NothingSent: "Mitään ei ole vielä lähetetty.", "Ingenting har ännu skickats.", "Nothing has been sent yet.";
        At: "Milloin", "När", "When";
        Outcome: "Tulos", "Resultat", "Outcome";
        NewRecipient: "Lisää tiedoksi saava", "Lägg till mottagare för kännedom", "Add somebody for information";
        NewAddress: "Korjaa osoite", "Rätta adressen", "Correct the address";
        NewAddressHint: "Viesti lähetetään uuteen osoitteeseen, vaikka se olisi jo lähetetty vanhaan.", "Meddelandet skickas till den nya adressen även om det redan har skickats till den gamla.", "The message is sent to the new address even if it was already sent to the old one.";
        AddressHint: "Osoite näkyy vain kirjaajille ja tarkastajille, ja se poistetaan muutoksenhakuajan päättyessä.", "Adressen visas endast för registratorer och revisorer, och den tas bort när tiden för ändringssökande går ut.", "The address is shown to registrars and auditors only, and removed when the appeal period ends.";
        Unsettled: "Tiedoksi-viestejä selvitettävänä", "Meddelanden för kännedom att utreda", "Messages for information to be looked into";
        UnsettledLead: "Näiden päätösten jokin tiedoksi-viesti jäi lähettämättä, tai ei tiedetä, lähtikö se.", "Något meddelande för kännedom om dessa beslut skickades inte, eller så är det okänt om det skickades.", "Some message for information about these decisions was not sent, or nobody knows whether it was.";
    }
}

impl DistributionText {
    /// The label of a field of these forms.
    pub(crate) fn of_field(field: &str) -> Option<Self> {
        (field == "recipient").then_some(Self::Recipient)
    }
}

texts! {
    /// What is done with an entry of a distribution.
    pub enum DistributionButton {
        Add: "Lisää", "Lägg till", "Add";
        Readdress: "Tallenna osoite ja lähetä", "Spara adressen och skicka", "Save the address and send";
        SendAgain: "Lähetä uudelleen", "Skicka på nytt", "Send again";
        ConfirmReceived: "Merkitse perille tulleeksi", "Anteckna som mottagen", "Record as received";
        Withdraw: "Älä lähetä", "Skicka inte", "Do not send";
    }
}

texts! {
    /// Where an entry of a distribution stands.
    pub enum DistributionState {
        NoAddress: "Ei osoitetta", "Ingen adress", "No address";
        AwaitsPublication: "Odottaa julkaisemista", "Väntar på publicering", "Waits for publication";
        NotSetUp: "Odottaa, sähköpostia ei ole asetettu", "Väntar, e-posten är inte inställd", "Waits, e-mail is not set up";
        Planned: "Odottaa lähettämistä", "Väntar på att skickas", "Waiting to be sent";
        Sending: "Lähetetään", "Skickas", "Being sent";
        Sent: "Lähetetty", "Skickad", "Sent";
        Deferred: "Yritetään uudelleen", "Nytt försök görs", "Will be tried again";
        Refused: "Jäi lähettämättä", "Skickades inte", "Not sent";
        Unknown: "Ei tiedetä, lähtikö", "Okänt om den skickades", "Not known whether it was sent";
        Received: "Tullut perille", "Mottagen", "Received";
        Withdrawn: "Ei lähetetä", "Skickas inte", "Not to be sent";
    }
}

impl DistributionState {
    /// Where an entry stands; one that waits says what for.
    pub const fn of(state: EntryState<'_>, mail_is_set_up: bool) -> Self {
        match state {
            EntryState::NoAddress => Self::NoAddress,
            EntryState::AwaitsPublication => Self::AwaitsPublication,
            EntryState::Mail(mailing) => match mailing {
                Mailing::Planned if !mail_is_set_up => Self::NotSetUp,
                Mailing::Planned => Self::Planned,
                Mailing::Sending => Self::Sending,
                Mailing::Sent => Self::Sent,
                Mailing::Deferred(_) => Self::Deferred,
                Mailing::Refused(_) => Self::Refused,
                Mailing::Unknown(_) => Self::Unknown,
                Mailing::Received => Self::Received,
                Mailing::Withdrawn => Self::Withdrawn,
            },
        }
    }
}

texts_of! {
    /// What came of one sending.
    pub fn outcome(AttemptOutcome) {
        Sent: "Palvelin otti vastaan", "Servern tog emot", "The server accepted it";
        Deferred: "Ei lähtenyt vielä", "Skickades inte ännu", "Not sent yet";
        Refused: "Ei lähtenyt", "Skickades inte", "Not sent";
        Unknown: "Ei tiedetä, lähtikö", "Okänt om den skickades", "Not known whether it was sent";
    }
}

texts! {
    /// What happens next with a mail that was not sent, or perhaps not.
    enum Next {
        ByItself: "Rekisteri yrittää itse uudelleen.", "Registret försöker själv på nytt.", "The register will try again by itself.";
        WrongAddress: "Vastaanottajan osoite ei kelpaa. Korjaa osoite.", "Mottagarens adress duger inte. Rätta adressen.", "The recipient's address is none. Correct the address.";
        RefusedByServer: "Sähköpostipalvelin ei ota viestiä vastaan. Tarkista palvelimen vastauksesta, onko vastaanottajan osoite oikea, ja korjaa se.", "E-postservern tar inte emot meddelandet. Kontrollera i serverns svar om mottagarens adress är rätt, och rätta den.", "The mail server refuses the message. See from its answer whether the recipient's address is right, and correct it.";
        NotByItself: "Rekisteri ei enää yritä itse. Lähetä uudelleen, kun syy on korjattu.", "Registret försöker inte längre själv. Skicka på nytt när orsaken har åtgärdats.", "The register will not try again by itself. Send again once the cause is mended.";
        AskRecipient: "Kysy vastaanottajalta, tuliko viesti. Rekisteri ei lähetä sitä itse uudelleen.", "Fråga mottagaren om meddelandet kom. Registret skickar det inte själv på nytt.", "Ask the recipient whether it came. The register does not send it again by itself.";
    }
}

/// What went wrong with a mail and what to do; nothing of one that went well.
///
/// ```
/// use domain::mailing::{Failure, Mailing, Trouble};
/// use wording::{Lang, desk::distribution::sentence};
/// let failure = Failure { trouble: Trouble::NotAnAddress, reply: String::new() };
/// let said = sentence(&Mailing::Refused(failure), Lang::En);
/// assert_eq!(said.as_deref(), Some("The recipient's address is none. Correct the address."));
/// assert_eq!(sentence(&Mailing::Sent, Lang::En), None);
/// ```
pub fn sentence(state: &Mailing, lang: Lang) -> Option<String> {
    let failure = state.failure()?;
    let next = match (state, failure.trouble) {
        (Mailing::Refused(_), Trouble::NotAnAddress) => {
            return Some(Next::WrongAddress.text(lang).to_owned());
        }
        (Mailing::Refused(_), Trouble::Refused) => {
            return Some(Next::RefusedByServer.text(lang).to_owned());
        }
        (Mailing::Refused(_), _) => Next::NotByItself,
        (Mailing::Unknown(_), _) => Next::AskRecipient,
        _ => Next::ByItself,
    };
    let what = trouble(failure.trouble, lang);
    Some(format!("{what} {}", next.text(lang)))
}
