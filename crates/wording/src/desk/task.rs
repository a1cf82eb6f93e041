//! What waits for an official.

use domain::Lang;
use domain::service::ServiceMeans;
use domain::view::desk::TaskKind;

use super::Button;
use super::life::LifeText;

texts! {
    /// The recording of a day.
    enum Record {
        Posting: "Kirjaa kirjeen postituspäivä", "Anteckna dagen då brevet postades", "Record the day the letter was posted";
        Arrival: "Kirjaa kirjeen saapumispäivä", "Anteckna dagen då brevet kom fram", "Record the day the letter arrived";
        Sending: "Kirjaa viestin lähetyspäivä", "Anteckna dagen då meddelandet sändes", "Record the day the message was sent";
        Notice: "Kirjaa yleistiedoksiannon julkaisupäivä", "Anteckna dagen då den offentliga delgivningen publicerades", "Record the day the public notice was published";
        Certificate: "Kirjaa tiedoksiantotodistuksen päivä", "Anteckna delgivningsbevisets dag", "Record the day on the certificate of service";
    }
}

texts! {
    /// What is to be done with a case that was proposed for disposal.
    pub enum DisposalTaskText {
        Decide: "Hyväksy hävittäminen tai jätä asia säilytettäväksi", "Godkänn gallringen eller låt ärendet bevaras", "Approve the disposal, or keep the case";
        ProposedBy: "Esittäjä", "Föreslaget av", "Proposed by";
        Waits: "Esitetty hävitettäväksi", "Föreslaget för gallring", "Proposed for disposal";
    }
}

/// What is to be done, the verb first.
pub const fn name(task: &TaskKind, lang: Lang) -> &'static str {
    match task {
        TaskKind::FinishDraft => Button::ContinueDraft.text(lang),
        TaskKind::Sign => Button::ReadAndSign.text(lang),
        TaskKind::Publish => Button::Publish.text(lang),
        TaskKind::TellOfCorrection => LifeText::TellOfCorrection.text(lang),
        TaskKind::RecordServiceDay { service, .. } => {
            let record = match service.facts.means {
                ServiceMeans::Letter => Record::Posting,
                ServiceMeans::LetterToAuthority => Record::Arrival,
                ServiceMeans::EMessage => Record::Sending,
                ServiceMeans::Proof | ServiceMeans::Substituted => Record::Certificate,
                ServiceMeans::PublicNotice => Record::Notice,
            };
            record.text(lang)
        }
    }
}
