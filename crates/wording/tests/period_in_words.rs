//! The steps of worked periods, in each language.

use calendar::{
    AppealPeriod, DayHours, HoursException, Means, NotComputable, OfficeHours, Offices, Remedy,
};
use domain::period::{PeriodDates, Phase};
use time::Date;
use time::macros::{date, datetime};
use wording::{Lang, period};

fn computed(remedy: Remedy, means: Means, on: Date) -> AppealPeriod {
    AppealPeriod::compute(remedy, means, on, &Offices::kajaani())
        .expect("the facts of the test give a period")
}

fn lines(period: &AppealPeriod, lang: Lang) -> Vec<String> {
    let lines = period::steps(period, lang);
    lines
        .iter()
        .map(|line| line.replace('\u{a0}', " "))
        .collect()
}

/// KAJDno-2023-912: published on Friday 18 August 2023.
fn member() -> AppealPeriod {
    computed(
        Remedy::Rectification,
        Means::PublishedMinutes,
        date!(2023 - 08 - 18),
    )
}

#[test]
fn the_municipal_members_period_is_told_in_finnish() {
    assert_eq!(
        lines(&member(), Lang::Fi),
        [
            "pe 18.8.2023: päätös julkaistiin yleisessä tietoverkossa",
            "pe 25.8.2023: kunnan jäsenen katsotaan saaneen päätöksestä tiedon 7 päivän kuluttua julkaisemisesta (kuntalaki 140.3 §)",
            "pe 8.9.2023: määräaika, 14 päivää, täyttyy; tiedoksisaantipäivää ei lasketa (kuntalaki 138 §)",
            "pe 8.9.2023: määräaika voi päättyä tänä päivänä, joten viimeinen päivä ei siirry",
            "pe 8.9.2023: kirjaamo sulkeutuu klo 15.00 (perjantai) (laki säädettyjen määräaikain laskemisesta 150/1930 6 §)",
        ]
    );
}

#[test]
fn the_municipal_members_period_is_told_in_swedish() {
    assert_eq!(
        lines(&member(), Lang::Sv),
        [
            "fre 18.8.2023: beslutet publicerades i det allmänna datanätet",
            "fre 25.8.2023: kommunmedlemmen anses ha fått del av beslutet 7 dagar efter publiceringen (kommunallagen 140.3 §)",
            "fre 8.9.2023: tidsfristen, 14 dagar, löper ut; dagen för delfåendet räknas inte (kommunallagen 138 §)",
            "fre 8.9.2023: fristen kan gå ut denna dag, så den sista dagen flyttas inte",
            "fre 8.9.2023: registratorskontoret stänger kl. 15.00 (fredag) (lagen om beräknande av laga tid 150/1930 6 §)",
        ]
    );
}

#[test]
fn the_municipal_members_period_is_told_in_english() {
    assert_eq!(
        lines(&member(), Lang::En),
        [
            "Fri 18 August 2023: the decision was published in the public network",
            "Fri 25 August 2023: a municipal member is deemed to have knowledge of the decision 7 days after the publication (Local Government Act, section 140.3)",
            "Fri 8 September 2023: the period, 14 days, runs out; the day of knowledge is not counted (Local Government Act, section 138)",
            "Fri 8 September 2023: the period can end on this day, so the last day does not move",
            "Fri 8 September 2023: the registry closes at 15:00 (a Friday) (Act on Calculating Prescribed Time Periods 150/1930, section 6)",
        ]
    );
}

#[test]
fn each_day_passed_over_is_named_with_its_reason() {
    let christmas = computed(Remedy::Rectification, Means::Letter, date!(2022 - 12 - 03));
    let [_, knowledge, _, shifted, _] = &lines(&christmas, Lang::Fi)[..] else {
        panic!("a period has five steps");
    };
    assert_eq!(
        knowledge,
        "la 10.12.2022: vastaanottajan katsotaan saaneen päätöksestä tiedon 7. päivänä siitä (hallintolaki 59 §)"
    );
    assert_eq!(
        shifted,
        "ti 27.12.2022: viimeinen päivä siirtyy tähän, koska määräaika ei voi päättyä: 24.12.2022 (jouluaatto), 25.12.2022 (joulupäivä), 26.12.2022 (toinen joulupäivä) (laki säädettyjen määräaikain laskemisesta 150/1930 5 §)"
    );
}

#[test]
fn every_period_is_told_without_a_gap() {
    let offices = Offices::kajaani();
    for lang in Lang::ALL {
        for (remedy, means) in Remedy::ALL
            .into_iter()
            .flat_map(|remedy| Means::ALL.map(|means| (remedy, means)))
        {
            match AppealPeriod::compute(remedy, means, date!(2024 - 12 - 10), &offices) {
                Ok(period) => {
                    let lines = period::steps(&period, lang);
                    assert_eq!(lines.len(), 5);
                    for line in lines {
                        assert!(
                            !line.contains('{') && !line.contains("  ") && !line.ends_with(": "),
                            "{line}"
                        );
                    }
                }
                Err(reason) => assert!(!period::not_computable(reason, lang).is_empty()),
            }
        }
    }
}

#[test]
fn what_is_not_computable_says_why() {
    let reason = AppealPeriod::compute(
        Remedy::Rectification,
        Means::Proof,
        date!(1994 - 12 - 01),
        &Offices::kajaani(),
    );
    let Err(reason @ NotComputable::Before1995 { .. }) = reason else {
        panic!("holidays are known from 1995");
    };
    assert_eq!(
        period::not_computable(reason, Lang::Fi),
        "määräaika päättyisi 15.12.1994, ja pyhäpäivät tunnetaan vasta vuodesta 1995"
    );
}

#[test]
fn a_refused_means_says_what_to_record_and_by_which_provision() {
    let reason = AppealPeriod::compute(
        Remedy::MarketCourt6Months,
        Means::ProcurementLetter,
        date!(2026 - 03 - 02),
        &Offices::kajaani(),
    );
    let told = |lang| period::not_computable(reason.unwrap_err(), lang).replace('\u{a0}', " ");
    assert!(told(Lang::Fi).ends_with(
        "aika lasketaan hankintapäätöksen tekemisestä, joten kirjaa päätöspäivä tapahtumaksi (hankintalaki 1397/2016 147.3 §)"
    ));
    assert!(told(Lang::Sv).ends_with("(upphandlingslagen 1397/2016 147.3 §)"));
    assert!(told(Lang::En).contains("; it is counted from the making of the procurement decision"));
}

#[test]
fn a_last_day_on_which_the_office_is_closed_stays_and_ends_at_midnight() {
    let closed = HoursException {
        on: date!(2023 - 09 - 08),
        hours: DayHours::ClosedAllDay,
    };
    let mut offices = Offices::kajaani();
    let rows = offices.registry.rows().to_vec();
    offices.registry = OfficeHours::new(rows, vec![closed]).expect("one row, one exception");
    let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
    let period = AppealPeriod::compute(remedy, means, date!(2023 - 08 - 18), &offices).unwrap();
    assert_eq!(
        lines(&period, Lang::Fi).last().map(String::as_str),
        Some(
            "pe 8.9.2023: virasto on suljettu koko päivän; se ei siirrä viimeistä päivää, joka päättyy vuorokauden vaihtuessa (laki säädettyjen määräaikain laskemisesta 150/1930 5 §)"
        )
    );
    assert_eq!(
        period::last_moment(&period, Lang::En),
        "Fri\u{a0}8\u{a0}September 2023"
    );
}

#[test]
fn what_is_left_is_counted_to_the_last_day_and_its_closing_hour() {
    let period = member();
    let told = |now| {
        let phase = PeriodDates::from(&period).phase(now);
        period::phase(phase, &period, Lang::Fi).replace('\u{a0}', " ")
    };
    assert_eq!(told(datetime!(2023-08-27 12:00)), "12 päivää jäljellä");
    assert_eq!(told(datetime!(2023-09-07 23:59:59)), "1 päivä jäljellä");
    assert_eq!(
        told(datetime!(2023-09-08 14:59:59)),
        "viimeinen päivä on tänään"
    );
    assert_eq!(
        told(datetime!(2023-09-08 15:00)),
        "muutoksenhakuaika on päättynyt pe 8.9.2023 klo 15.00"
    );
    assert_eq!(
        period::phase(Phase::Over, &period, Lang::En).replace('\u{a0}', " "),
        "the appeal period ended Fri 8 September 2023 at 15:00"
    );
}
