//! Where an appeal stands, what keeps a decision from legal force, and whether a filing was in
//! time, as officials read it.

use calendar::Remedy;
use domain::filing::{FilingWay, OutcomeKind, Timeliness};
use domain::legal_force::{AppealStage, Obstacle};
use domain::view::desk::CallInWindow;
use time::{Date, Duration, PrimitiveDateTime};

use super::period::not_computable;
use crate::{Lang, format};

texts! {
    /// Headings, labels and sentences of the appeal against a decision.
    pub enum AppealText {
        Heading: "Muutoksenhaku ja lainvoima", "Ändringssökande och laga kraft", "Appeal and legal force";
        Stage: "Muutoksenhaun tila", "Ändringssökandets läge", "State of the appeal";
        Earliest: "Lainvoimainen aikaisintaan", "Laga kraft tidigast", "Final at the earliest";
        Obstacles: "Lainvoiman esteet", "Hinder för laga kraft", "What keeps it from legal force";
        CallIn: "Otto-oikeus (kuntalaki 92 §)", "Övertagningsrätt (kommunallagen 92 §)", "Call-in right (Local Government Act, section 92)";
        Filings: "Oikaisuvaatimukset ja valitukset", "Omprövningsbegäranden och besvär", "Claims and appeals";
        NoFilings: "Päätöksestä ei ole kirjattu oikaisuvaatimuksia eikä valituksia.", "Inga omprövningsbegäranden eller besvär har antecknats.", "No claim or appeal has been recorded.";
        Statements: "Lainvoimamerkinnät", "Anteckningar om laga kraft", "Statements of legal force";
        Certificates: "Lainvoimaisuustodistukset", "Lagakraftbevis", "Certificates of legal force";
        Received: "Saapunut", "Inkommit", "Received";
        Way: "Saapumistapa", "Sätt", "Way";
        Filer: "Tekijä", "Gjord av", "Made by";
        Standing: "Missä asemassa", "I vilken ställning", "Standing";
        InTime: "Määräajassa", "I tid", "In time";
        WronglyAddressed: "Osoitettu väärälle viranomaiselle", "Riktad till fel myndighet", "Addressed to the wrong authority";
        HandledBy: "Käsittelijä", "Behandlas av", "Handled by";
        Outcome: "Ratkaisu", "Avgörande", "Outcome";
        OutcomeOn: "Ratkaisun päivä", "Avgörandets dag", "Day of the outcome";
        OutcomeReference: "Ratkaisun pykälä tai tunnus", "Avgörandets paragraf eller nummer", "Section or number of the outcome";
        FinalFrom: "Ratkaisu lainvoimainen alkaen", "Avgörandet har laga kraft från", "Outcome final from";
        Waiting: "odottaa ratkaisua", "väntar på avgörande", "waits for its outcome";
        NoPeriodOfOwn: "Ei laskettavissa: tekijän omaa määräaikaa ei ole rekisterissä.", "Kan inte räknas ut: registret har ingen egen frist för den som gjort begäran.", "Not computable: the register has no period of the one who made it.";
        MunicipalMember: "kunnan jäsen", "kommunmedlem", "municipal member";
        Other: "muu", "annan", "other";
        Party: "asianosainen", "part", "party";
        RegistryChecked: "Kirjaamosta tarkistettu", "Kontrollerat hos registratorskontoret", "Checked at the registry";
        CourtChecked: "Hallinto-oikeudesta tarkistettu", "Kontrollerat hos förvaltningsdomstolen", "Checked at the administrative court";
        CheckHint: "Päivä, jona kysyttiin, onko oikaisuvaatimuksia tai valituksia saapunut. Kysy vasta, kun viimeinenkin määräaika on päättynyt.", "Dagen då det frågades om omprövningsbegäranden eller besvär har kommit in. Fråga först när också den sista fristen har gått ut.", "The day on which it was asked whether claims or appeals have arrived. Ask only after the last period has ended.";
        StateConsequence: "Merkintä on lainvoimatodistuksen perusta, ja siihen luotetaan. Virheellinen merkintä sitoo kaupunkia (KHO:2021:16).", "Anteckningen ligger till grund för lagakraftbeviset, och andra litar på den. En felaktig anteckning binder staden (HFD:2021:16).", "The statement is what the certificate of legal force rests on, and others rely on it. An error in it binds the city (KHO:2021:16).";
        ReopenConsequence: "Päätös ei tämän jälkeen ole lainvoimainen, ja annetut todistukset ovat mitättömiä.", "Beslutet har därefter inte laga kraft, och de bevis som har getts är ogiltiga.", "The decision is then no longer final, and the certificates given of it are void.";
        Void: "mitätön", "ogiltigt", "void";
        Holds: "voimassa", "gäller", "holds";
        ReopenedBecause: "avattu uudelleen", "öppnad på nytt", "reopened";
        FilingReason: "oikaisuvaatimus tai valitus kirjattiin tai sitä muutettiin", "en omprövningsbegäran eller ett besvär antecknades eller ändrades", "a claim or appeal was recorded or changed";
        ServiceReason: "tiedoksianto kirjattiin tai sitä muutettiin", "en delgivning antecknades eller ändrades", "a service was recorded or changed";
        ReasonHint: "Syy näkyy kaikille, jotka ovat luottaneet merkintään. Älä kirjoita henkilön nimeä.", "Orsaken visas för alla som har litat på anteckningen. Skriv inte personens namn.", "The reason is shown to all who relied on the statement. Write no personal name.";
        FilerHint: "Nimi näkyy vain viranhaltijoille.", "Namnet visas bara för tjänsteinnehavare.", "Only officials see the name.";
        ReceivedOn: "Saapumispäivä", "Ankomstdag", "Day of arrival";
        ReceivedAt: "Saapumisaika", "Ankomsttid", "Time of arrival";
        ReceivedAtHint: "Sekunnin tarkkuudella, jos se on tiedossa, esimerkiksi 14.59.59. Sähköinen asiakirja on saapunut, kun se on viranomaisen käytettävissä (laki 13/2003 10 §).", "På sekunden om det är känt, till exempel 14.59.59. En elektronisk handling har kommit in när den är tillgänglig för myndigheten (lag 13/2003 10 §).", "To the second where it is known, for example 14.59.59. An electronic document has arrived when it is available to the authority (Act 13/2003, section 10).";
        LateIsRegistered: "Myös myöhässä tullut tai väärälle viranomaiselle osoitettu kirjataan. Rekisteri laskee, tuliko se ajoissa.", "Också det som kommit för sent eller riktats till fel myndighet antecknas. Registret räknar ut om det kom i tid.", "A late or wrongly addressed one is recorded too. The register computes whether it was in time.";
        List: "Muutoksenhaun tilanne", "Läget för ändringssökande", "State of appeals";
        CallInList: "Viranhaltijapäätökset otto-oikeutta varten", "Tjänsteinnehavarbeslut för övertagningsrätten", "Officers' decisions for the call-in right";
        CallInLead: "Viranhaltijapäätökset, joista mikään kokous ei ole vielä merkinnyt, ettei otto-oikeutta käytetä.", "Tjänsteinnehavarbeslut om vilka inget möte ännu har antecknat att övertagningsrätten inte utnyttjas.", "Officers' decisions of which no meeting has noted yet that the call-in right is not used.";
        NothingToCallIn: "Mikään viranhaltijapäätös ei odota kokousta.", "Inget tjänsteinnehavarbeslut väntar på ett möte.", "No officer's decision waits for a meeting.";
        LastMeeting: "Edellinen kokous", "Föregående möte", "Last meeting";
        HeldOn: "Kokouspäivä", "Mötesdag", "Day of the meeting";
        MeetingSection: "Pöytäkirjan pykälä", "Protokollets paragraf", "Section of the minutes";
        CallInConsequence: "Kaikki luettelon päätökset merkitään: otto-oikeutta ei käytetä.", "Alla beslut i listan antecknas: övertagningsrätten utnyttjas inte.", "Every decision of the list is marked: the call-in right is not used.";
        SafeUntil: "Otettava viimeistään", "Tas över senast", "To be called in by";
        OuterLimit: "Uloin raja", "Yttersta gräns", "Outer limit";
    }
}

impl AppealText {
    /// The label of a field of a form of the appeal.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "received_on" => Self::ReceivedOn,
            "received_at" => Self::ReceivedAt,
            "way" => Self::Way,
            "filer" => Self::Filer,
            "standing" => Self::Standing,
            "wrongly_addressed_to" => Self::WronglyAddressed,
            "handled_by" => Self::HandledBy,
            "on" => Self::OutcomeOn,
            "reference" => Self::OutcomeReference,
            "final_from" => Self::FinalFrom,
            "registry_checked_on" => Self::RegistryChecked,
            "court_checked_on" => Self::CourtChecked,
            "held_on" => Self::HeldOn,
            _ => return None,
        })
    }
}

texts! {
    /// What a button or a link to a form of the appeal does.
    pub enum AppealButton {
        RecordFiling: "Kirjaa oikaisuvaatimus tai valitus", "Anteckna en omprövningsbegäran eller ett besvär", "Record a claim or appeal";
        CorrectFiling: "Korjaa kirjausta", "Rätta anteckningen", "Correct the record";
        DecideFiling: "Kirjaa ratkaisu", "Anteckna avgörandet", "Record the outcome";
        StateLegalForce: "Merkitse lainvoimaiseksi", "Anteckna laga kraft", "State legal force";
        Reopen: "Avaa lainvoimamerkintä uudelleen", "Öppna anteckningen om laga kraft på nytt", "Reopen the statement";
        Certify: "Anna lainvoimaisuustodistus", "Ge ett lagakraftbevis", "Give a certificate of legal force";
        LeaveUnused: "Merkitse: otto-oikeutta ei käytetä", "Anteckna: övertagningsrätten utnyttjas inte", "Note: the call-in right is not used";
    }
}

texts_of! {
    /// By what way a filing arrived.
    pub fn way(FilingWay) {
        Post: "posti tai lähetti", "post eller bud", "post or messenger";
        EMail: "sähköposti", "e-post", "e-mail";
        EService: "sähköinen asiointi", "elektronisk tjänst", "electronic service";
        InPerson: "tuotu henkilökohtaisesti", "lämnad personligen", "handed over";
    }
}

texts_of! {
    /// How a filing ended.
    pub fn outcome(OutcomeKind) {
        NotExamined: "jätettiin tutkimatta", "prövades inte", "not examined";
        Rejected: "hylättiin", "avslogs", "rejected";
        Amended: "päätöstä muutettiin", "beslutet ändrades", "the decision was amended";
        Repealed: "päätös kumottiin", "beslutet upphävdes", "the decision was repealed";
        Withdrawn: "peruttiin", "återkallades", "withdrawn";
    }
}

/// Where an appeal stands, in the words of the register. The remedy of the decision names whose
/// period runs.
pub fn stage(stage: AppealStage, remedy: Option<Remedy>, lang: Lang) -> String {
    let day = |day| format::date(day, lang);
    match (stage, lang) {
        (AppealStage::NoRemedy, Lang::Fi) => "Muutoksenhakukielto".to_owned(),
        (AppealStage::NoRemedy, Lang::Sv) => "Besvärsförbud".to_owned(),
        (AppealStage::NoRemedy, Lang::En) => "No appeal".to_owned(),
        (AppealStage::NotServed, Lang::Fi) => "Ei vielä annettu tiedoksi".to_owned(),
        (AppealStage::NotServed, Lang::Sv) => "Ännu inte delgivet".to_owned(),
        (AppealStage::NotServed, Lang::En) => "Not yet served".to_owned(),
        (AppealStage::Running { last_day }, Lang::Fi) => match remedy {
            Some(Remedy::Rectification) => {
                format!("Oikaisuvaatimusaika käynnissä {} asti", day(last_day))
            }
            _ => format!("Muutoksenhakuaika käynnissä {} asti", day(last_day)),
        },
        (AppealStage::Running { last_day }, Lang::Sv) => {
            format!("Tiden för ändringssökande löper till {}", day(last_day))
        }
        (AppealStage::Running { last_day }, Lang::En) => {
            format!("Appeal period running until {}", day(last_day))
        }
        (AppealStage::Over, Lang::Fi) => "Muutoksenhakuaika päättynyt".to_owned(),
        (AppealStage::Over, Lang::Sv) => "Tiden för ändringssökande har gått ut".to_owned(),
        (AppealStage::Over, Lang::En) => "Appeal period over".to_owned(),
        (AppealStage::UnderRectification, Lang::Fi) => "Oikaisuvaatimus vireillä".to_owned(),
        (AppealStage::UnderRectification, Lang::Sv) => "Omprövningsbegäran anhängig".to_owned(),
        (AppealStage::UnderRectification, Lang::En) => "Rectification claim pending".to_owned(),
        (AppealStage::UnderAppeal, Lang::Fi) => "Valitus vireillä".to_owned(),
        (AppealStage::UnderAppeal, Lang::Sv) => "Besvär anhängiga".to_owned(),
        (AppealStage::UnderAppeal, Lang::En) => "Appeal pending".to_owned(),
        (AppealStage::Amended, Lang::Fi) => "Muutettu muutoksenhaun johdosta".to_owned(),
        (AppealStage::Amended, Lang::Sv) => "Ändrat på grund av ändringssökande".to_owned(),
        (AppealStage::Amended, Lang::En) => "Amended on appeal".to_owned(),
        (AppealStage::Repealed, Lang::Fi) => "Kumottu".to_owned(),
        (AppealStage::Repealed, Lang::Sv) => "Upphävt".to_owned(),
        (AppealStage::Repealed, Lang::En) => "Repealed".to_owned(),
        (AppealStage::Final { from }, Lang::Fi) => format!("Lainvoimainen {} alkaen", day(from)),
        (AppealStage::Final { from }, Lang::Sv) => format!("Laga kraft från {}", day(from)),
        (AppealStage::Final { from }, Lang::En) => format!("Final since {}", day(from)),
        (AppealStage::Reopened, Lang::Fi) => "Lainvoima avattu uudelleen".to_owned(),
        (AppealStage::Reopened, Lang::Sv) => "Laga kraften öppnad på nytt".to_owned(),
        (AppealStage::Reopened, Lang::En) => "Legal force reopened".to_owned(),
    }
}

/// What keeps a decision from legal force, and what to do about it. `recipient` is the name of the
/// party that the obstacle is about, if it is about one.
pub fn obstacle(obstacle: Obstacle, recipient: Option<&str>, lang: Lang) -> String {
    let texts = |fi: &str, sv: &str, en: &str| match lang {
        Lang::Fi => fi.to_owned(),
        Lang::Sv => sv.to_owned(),
        Lang::En => en.to_owned(),
    };
    match obstacle {
        Obstacle::NoRemedy => texts(
            "Päätökseen ei saa hakea muutosta (kuntalaki 136 §): lainvoimaa ei siitä todeta.",
            "Ändring i beslutet får inte sökas (kommunallagen 136 §): laga kraft konstateras inte.",
            "The decision cannot be challenged (Local Government Act, section 136): no legal force is stated of it.",
        ),
        Obstacle::NotPublished => texts(
            "Päätöstä ei ole julkaistu, joten kunnan jäsenten määräaika ei kulu.",
            "Beslutet har inte publicerats, så kommunmedlemmarnas frist löper inte.",
            "The decision is not published, so that the period of municipal members does not run.",
        ),
        Obstacle::PublicationDayUnknown => texts(
            "Julkaisupäivä ei ole tiedossa, joten kunnan jäsenten määräaikaa ei voi laskea.",
            "Publiceringsdagen är inte känd, så kommunmedlemmarnas frist kan inte räknas ut.",
            "The day of publication is not known, so that the period of municipal members cannot be computed.",
        ),
        Obstacle::NobodysPeriod => texts(
            "Kenenkään määräaikaa ei ole rekisterissä.",
            "Registret har ingen frist för någon.",
            "The register has nobody's period.",
        ),
        Obstacle::PartyWithoutPeriod(_, why) => {
            format!(
                "{}: {}",
                recipient.unwrap_or_default(),
                not_computable(why, lang)
            )
        }
        Obstacle::FilingOpen(_) => texts(
            "Oikaisuvaatimus tai valitus on vireillä: kirjaa sen ratkaisu.",
            "En omprövningsbegäran eller ett besvär är anhängigt: anteckna avgörandet.",
            "A claim or appeal is pending: record its outcome.",
        ),
        Obstacle::OutcomeNotFinal(_) => texts(
            "Oikaisuvaatimuksen tai valituksen ratkaisu ei ole lainvoimainen: kirjaa, mistä päivästä se on.",
            "Avgörandet över en omprövningsbegäran eller ett besvär har inte laga kraft: anteckna från vilken dag det har.",
            "The outcome of a claim or appeal is not final: record from which day it is.",
        ),
        Obstacle::Replaced(_) => texts(
            "Päätöstä on muutettu tai se on kumottu muutoksenhaussa: se ei tule lainvoimaiseksi sellaisenaan.",
            "Beslutet har ändrats eller upphävts vid ändringssökande: det vinner inte laga kraft som sådant.",
            "The decision was amended or repealed on appeal: it does not become final as it was.",
        ),
    }
}

/// Whether a filing was in time, with the margin.
///
/// ```
/// use domain::filing::Timeliness;
/// use time::Duration;
/// use wording::{Lang, desk::appeal::timeliness};
/// let late = Timeliness::Late { by: Duration::SECOND };
/// assert_eq!(timeliness(late, Lang::Fi), "Myöhässä 1\u{a0}s");
/// ```
pub fn timeliness(timeliness: Timeliness, lang: Lang) -> String {
    match (timeliness, lang) {
        (Timeliness::InTime { margin }, Lang::Fi) => {
            format!(
                "Ajoissa, {} ennen määräajan päättymistä",
                length(margin, lang)
            )
        }
        (Timeliness::InTime { margin }, Lang::Sv) => {
            format!("I tid, {} före fristens utgång", length(margin, lang))
        }
        (Timeliness::InTime { margin }, Lang::En) => {
            format!("In time, {} before the period ended", length(margin, lang))
        }
        (Timeliness::Late { by }, Lang::Fi) => format!("Myöhässä {}", length(by, lang)),
        (Timeliness::Late { by }, Lang::Sv) => format!("För sent, {}", length(by, lang)),
        (Timeliness::Late { by }, Lang::En) => format!("Late by {}", length(by, lang)),
    }
}

/// A length of time in days, hours, minutes and seconds, without the parts that are zero.
fn length(length: Duration, lang: Lang) -> String {
    let seconds = length.whole_seconds();
    let day = match lang {
        Lang::Fi => "pv",
        Lang::Sv | Lang::En => "d",
    };
    let parts = [
        (seconds / 86_400, day),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let shown: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number}\u{a0}{unit}"))
        .collect();
    if shown.is_empty() {
        "0\u{a0}s".to_owned()
    } else {
        shown.join(" ")
    }
}

/// A moment to the second.
pub fn moment(at: PrimitiveDateTime, lang: Lang) -> String {
    let time = match lang {
        Lang::Fi | Lang::Sv => format!("{}.{:02}.{:02}", at.hour(), at.minute(), at.second()),
        Lang::En => format!("{}:{:02}:{:02}", at.hour(), at.minute(), at.second()),
    };
    format!("{} {time}", format::date(at.date(), lang))
}

/// Until when a decision can be called in: safe until the first period ends, possible until the
/// last one does.
pub fn call_in(window: &CallInWindow, lang: Lang) -> String {
    let day = |day: Date| format::weekday_date(day, lang);
    if let Some((held_on, section)) = &window.left_by {
        let on = format::date(*held_on, lang);
        return match lang {
            Lang::Fi => format!("Otto-oikeutta ei käytetty ({on} {section})."),
            Lang::Sv => format!("Övertagningsrätten utnyttjades inte ({on} {section})."),
            Lang::En => format!("The call-in right was not used ({on} {section})."),
        };
    }
    match (window.safe_until, window.outer_limit, lang) {
        (Some(safe), Some(outer), Lang::Fi) => {
            format!("Varmasti {} asti, enintään {} asti.", day(safe), day(outer))
        }
        (Some(safe), Some(outer), Lang::Sv) => {
            format!("Säkert till {}, längst till {}.", day(safe), day(outer))
        }
        (Some(safe), Some(outer), Lang::En) => {
            format!(
                "Safely until {}, at the longest until {}.",
                day(safe),
                day(outer)
            )
        }
        (_, _, Lang::Fi) => {
            "Ei laskettavissa ennen kuin päätös on julkaistu ja jokainen tiedoksianto kirjattu."
                .to_owned()
        }
        (_, _, Lang::Sv) => {
            "Kan inte räknas ut förrän beslutet har publicerats och varje delgivning antecknats."
                .to_owned()
        }
        (_, _, Lang::En) => {
            "Not computable before the decision is published and every service recorded.".to_owned()
        }
    }
}

/// Why a statement of legal force was reopened: in the words of the one who did, or because a fact
/// changed.
pub fn reason(reason: &str, lang: Lang) -> String {
    match reason {
        "filing" => AppealText::FilingReason.text(lang).to_owned(),
        "service" => AppealText::ServiceReason.text(lang).to_owned(),
        words => words.to_owned(),
    }
}
