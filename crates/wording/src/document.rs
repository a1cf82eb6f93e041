//! What only the paper form of a decision says: its kind, its service note and its certification.

use domain::service::ServiceMeans;
use time::Date;

use crate::{Lang, format, names};

texts! {
    /// Words of a decision's document.
    pub enum DocumentText {
        PublicVersion: "Päätös, julkaistava versio", "Beslut, offentlig version", "Decision, public version";
        Extract: "Päätösote", "Utdrag ur beslutet", "Extract of a decision";
        Signed: "Päätösasiakirja", "Beslutshandling", "Decision document";
        Parties: "Asianosaiset", "Parter", "Parties";
        Made: "Asiakirja annettu", "Handlingen given", "Document given";
        Recipient: "Saaja", "Mottagare", "Recipient";
        Person: "Lisätietojen antaja", "Kontaktperson", "Contact person";
        Service: "Tiedoksianto", "Delgivning", "Service";
        ServiceDayOpen: "Tiedoksiannon päivää ei ole vielä kirjattu.", "Dagen för delgivningen har inte antecknats än.", "The day of service has not been recorded yet.";
        OwnPeriod: "Saajan määräaika", "Mottagarens frist", "The recipient's own period";
        Signature: "Allekirjoitus", "Underskrift", "Signature";
        Certification: "Oikeaksi todistaminen", "Bestyrkande", "Certification";
        Certified: "Otteen oikeaksi todistaa", "Utdragets riktighet bestyrks av", "Certified as a true extract by";
        Code: "Otteen tunniste", "Utdragets beteckning", "Code of the extract";
        Permanent: "Pysyvä osoite", "Permanent adress", "Permanent address";
        Omitted: "[poistettu]", "[struket]", "[left out]";
        Attachments: "Liitteet", "Bilagor", "Attachments";
        VerifyAt: "Tunnisteen voi tarkistaa osoitteessa", "Beteckningen kan kontrolleras på adressen", "The code can be checked at";
        Continues: "jatkuu", "fortsätter", "continues";
    }
}

/// By what means a decision was served and when, as the note on an extract says it.
///
/// ```
/// use domain::service::ServiceMeans;
/// use time::macros::date;
/// use wording::{Lang, document::service_note};
/// let note = service_note(ServiceMeans::Letter, Some(date!(2023 - 08 - 18)), Lang::Fi);
/// assert_eq!(note, "kirje, postitettu 18.8.2023");
/// ```
pub fn service_note(means: ServiceMeans, on: Option<Date>, lang: Lang) -> String {
    let means_name = names::service_means(means, lang);
    let Some(day) = on else {
        return means_name.to_owned();
    };
    format!(
        "{means_name}, {} {}",
        event(means, lang),
        format::date(day, lang)
    )
}

const fn event(means: ServiceMeans, lang: Lang) -> &'static str {
    match (means, lang) {
        (ServiceMeans::Letter, Lang::Fi) => "postitettu",
        (ServiceMeans::Letter, Lang::Sv) => "postat",
        (ServiceMeans::Letter, Lang::En) => "posted",
        (ServiceMeans::LetterToAuthority, Lang::Fi) => "saapunut",
        (ServiceMeans::LetterToAuthority, Lang::Sv) => "inkommet",
        (ServiceMeans::LetterToAuthority, Lang::En) => "arrived",
        (ServiceMeans::EMessage, Lang::Fi) => "lähetetty",
        (ServiceMeans::EMessage, Lang::Sv) => "sänt",
        (ServiceMeans::EMessage, Lang::En) => "sent",
        (ServiceMeans::Proof | ServiceMeans::Substituted, Lang::Fi) => "todistus",
        (ServiceMeans::Proof | ServiceMeans::Substituted, Lang::Sv) => "bevis",
        (ServiceMeans::Proof | ServiceMeans::Substituted, Lang::En) => "certificate of",
        (ServiceMeans::PublicNotice, Lang::Fi) => "julkaistu",
        (ServiceMeans::PublicNotice, Lang::Sv) => "publicerat",
        (ServiceMeans::PublicNotice, Lang::En) => "published",
    }
}
