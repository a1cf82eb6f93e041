//! Appeal periods in words: each step with its day, its reason and its provision.
//!
//! Pages, the PDF and `deadline --explain` show the same sentences.

mod knowledge;
mod refusal;

use calendar::{AppealPeriod, Closing, ClosingSource, Date, Means, Step};
use domain::period::Phase;

use crate::Lang;
use crate::format;
use crate::law::{blocked, closing_source, length, statute};

pub use refusal::not_computable;

/// A step of a period in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The day it leads to; the last day for what happens on it.
    pub day: Date,
    /// What happens or is counted, as a sentence without a full stop.
    pub sentence: String,
    /// The provision, if it rests on one.
    pub statute: Option<String>,
}

/// The steps of a period in the order of time.
pub fn explained(period: &AppealPeriod, lang: Lang) -> Vec<Explained> {
    let steps = period.steps();
    steps
        .iter()
        .map(|step| explain(step, period, lang))
        .collect()
}

/// The steps of a period as lines: `pe 25.8.2023: … (kuntalaki 140.3 §)`.
pub fn steps(period: &AppealPeriod, lang: Lang) -> Vec<String> {
    let lines = explained(period, lang).into_iter().map(|step| {
        let day = format::weekday_date(step.day, lang);
        match step.statute {
            Some(statute) => format!("{day}: {} ({statute})", step.sentence),
            None => format!("{day}: {}", step.sentence),
        }
    });
    lines.collect()
}

fn explain(step: &Step, period: &AppealPeriod, lang: Lang) -> Explained {
    match step {
        Step::EventHappened { means, on } => Explained {
            day: *on,
            sentence: event(*means, lang).to_owned(),
            statute: None,
        },
        Step::Knowledge {
            offset_days,
            on,
            statute: provision,
        } => Explained {
            day: *on,
            sentence: knowledge::sentence(period.means, *offset_days, lang),
            statute: Some(statute(*provision, lang)),
        },
        Step::PeriodRuns {
            length: of_period,
            nominal,
            statute: provision,
        } => {
            let length = length(*of_period, lang);
            Explained {
                day: *nominal,
                sentence: match lang {
                    Lang::Fi => {
                        format!("määräaika, {length}, täyttyy; tiedoksisaantipäivää ei lasketa")
                    }
                    Lang::Sv => {
                        format!("tidsfristen, {length}, löper ut; dagen för delfåendet räknas inte")
                    }
                    Lang::En => format!(
                        "the period, {length}, runs out; the day of knowledge is not counted"
                    ),
                },
                statute: Some(statute(*provision, lang)),
            }
        }
        Step::NotShifted { on } => Explained {
            day: *on,
            sentence: LastDay::NotShifted.text(lang).to_owned(),
            statute: None,
        },
        Step::Shifted {
            to,
            skipped,
            statute: provision,
            ..
        } => Explained {
            day: *to,
            sentence: shifted(
                skipped.iter().map(|(day, reason)| {
                    format!("{} ({})", format::date(*day, lang), blocked(*reason, lang))
                }),
                lang,
            ),
            statute: Some(statute(*provision, lang)),
        },
        Step::Closes {
            at,
            on,
            statute: provision,
        } => Explained {
            day: *on,
            sentence: closes(*at, lang),
            statute: Some(statute(*provision, lang)),
        },
        Step::ClosedAllDay {
            on,
            statute: provision,
        } => Explained {
            day: *on,
            sentence: LastDay::ClosedAllDay.text(lang).to_owned(),
            statute: Some(statute(*provision, lang)),
        },
        Step::ClosesElsewhere => Explained {
            day: period.last_day,
            sentence: LastDay::ClosesElsewhere.text(lang).to_owned(),
            statute: None,
        },
    }
}

texts! {
    /// What is said of the last day where nothing is to be filled in.
    enum LastDay {
        NotShifted: "määräaika voi päättyä tänä päivänä, joten viimeinen päivä ei siirry", "fristen kan gå ut denna dag, så den sista dagen flyttas inte", "the period can end on this day, so the last day does not move";
        ClosedAllDay: "virasto on suljettu koko päivän; se ei siirrä viimeistä päivää, joka päättyy vuorokauden vaihtuessa", "ämbetsverket är stängt hela dagen; det flyttar inte den sista dagen, som löper ut vid midnatt", "the office is closed all day; that does not move the last day, which ends at midnight";
        ClosesElsewhere: "vaatimuksen on oltava perillä ennen kuin vastaanottava viranomainen sulkeutuu; sen aukioloaika ei ole tässä rekisterissä", "begäran ska vara framme innan den mottagande myndigheten stänger; dess öppettid finns inte i detta register", "the claim must have arrived before the receiving authority closes; its hours are not in this register";
    }
}

texts_of! {
    /// What happened on the day of the event.
    fn event(Means) {
        Letter: "kirje lähetettiin", "brevet sändes", "the letter was posted";
        LetterToAuthority: "kirje saapui viranomaiselle", "brevet kom in till myndigheten", "the letter reached the authority";
        EMessage: "sähköinen viesti lähetettiin", "det elektroniska meddelandet sändes", "the electronic message was sent";
        Proof: "päätös annettiin tiedoksi todisteellisesti", "beslutet delgavs bevisligen", "the decision was served with proof";
        Substituted: "päätös annettiin sijaistiedoksiantona", "beslutet delgavs genom mellanhandsdelgivning", "the decision was served on another person";
        PublishedMinutes: "päätös julkaistiin yleisessä tietoverkossa", "beslutet publicerades i det allmänna datanätet", "the decision was published in the public network";
        PublicNotice: "ilmoitus yleistiedoksiannosta julkaistiin", "meddelandet om offentlig delgivning publicerades", "the public notice was published";
        ProcurementEMessage: "hankintapäätös lähetettiin sähköisesti", "upphandlingsbeslutet sändes elektroniskt", "the procurement decision was sent electronically";
        ProcurementLetter: "hankintapäätös lähetettiin kirjeellä", "upphandlingsbeslutet sändes per brev", "the procurement decision was sent by letter";
        Event: "tapahtuma, josta määräaika lasketaan", "händelsen från vilken fristen räknas", "the event from which the period is counted";
    }
}

fn shifted(skipped: impl Iterator<Item = String>, lang: Lang) -> String {
    let days = skipped.collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Fi => {
            format!("viimeinen päivä siirtyy tähän, koska määräaika ei voi päättyä: {days}")
        }
        Lang::Sv => format!("den sista dagen flyttas hit, eftersom fristen inte kan gå ut: {days}"),
        Lang::En => format!("the last day moves here, because the period cannot end on: {days}"),
    }
}

fn closes(closing: Closing, lang: Lang) -> String {
    let at = format::time(closing.at, lang);
    let court = closing.source == ClosingSource::Court;
    let sentence = match (lang, court) {
        (Lang::Fi, false) => format!("kirjaamo sulkeutuu klo\u{a0}{at}"),
        (Lang::Fi, true) => format!("tuomioistuin sulkeutuu klo\u{a0}{at}"),
        (Lang::Sv, false) => format!("registratorskontoret stänger kl.\u{a0}{at}"),
        (Lang::Sv, true) => format!("domstolen stänger kl.\u{a0}{at}"),
        (Lang::En, false) => format!("the registry closes at {at}"),
        (Lang::En, true) => format!("the court closes at {at}"),
    };
    match closing_source(closing.source, lang) {
        Some(source) => format!("{sentence} ({source})"),
        None => sentence,
    }
}

/// The last day with its closing hour, where that is known: `pe 8.9.2023 klo 15.00`.
pub fn last_moment(period: &AppealPeriod, lang: Lang) -> String {
    last_moment_of(
        period.last_day,
        period.closes.map(|closing| closing.at),
        lang,
    )
}

fn last_moment_of(day: Date, closes_at: Option<calendar::Time>, lang: Lang) -> String {
    let date = format::weekday_date(day, lang);
    match closes_at {
        None => date,
        Some(at) => format!("{date} {}", format::at(at, lang)),
    }
}

/// How long a running period still is, or when it ended.
pub fn phase(phase: Phase, period: &AppealPeriod, lang: Lang) -> String {
    match phase {
        Phase::Running { days_left } => left(days_left, lang),
        Phase::Over => {
            let end = last_moment(period, lang);
            match lang {
                Lang::Fi => format!("muutoksenhakuaika on päättynyt {end}"),
                Lang::Sv => format!("tiden för ändringssökande gick ut {end}"),
                Lang::En => format!("the appeal period ended {end}"),
            }
        }
    }
}

/// How many days are left after today; 0 is the last day itself.
pub fn left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Fi) => "viimeinen päivä on tänään".to_owned(),
        (0, Lang::Sv) => "sista dagen är i dag".to_owned(),
        (0, Lang::En) => "the last day is today".to_owned(),
        (1, Lang::Fi) => "1\u{a0}päivä jäljellä".to_owned(),
        (1, Lang::Sv) => "1\u{a0}dag kvar".to_owned(),
        (1, Lang::En) => "1\u{a0}day left".to_owned(),
        (_, Lang::Fi) => format!("{days}\u{a0}päivää jäljellä"),
        (_, Lang::Sv) => format!("{days}\u{a0}dagar kvar"),
        (_, Lang::En) => format!("{days}\u{a0}days left"),
    }
}
