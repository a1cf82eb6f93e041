//! The calendar of last days.

use app::pages::desk::last_days::page;
use app::render;
use domain::Lang;
use domain::period::PeriodDates;
use domain::publication::PublicationRule;
use domain::role::Role;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use domain::view::desk::{LastDay, LastDayFilter, LastDays, Span, Whose};
use time::Date;
use time::macros::date;

use super::{id, letter_period, shell};
use crate::common::{self, NOW};

pub(crate) const SEPTEMBER: Date = date!(2023 - 09 - 01);

/// A municipal member's last day on 8.9.2023, and a party's on 31.8.2023 of a repealed decision.
pub(crate) fn calendar(text: &str, span: Span) -> LastDays {
    let day = |whose, period, is_repealed| LastDay {
        decision: id(5),
        section: common::section("kaupunginjohtaja", 2023, 5),
        title: text.to_owned(),
        decision_maker: text.to_owned(),
        whose,
        period,
        is_repealed,
    };
    let members = common::period(date!(2023 - 08 - 18), NOW).0;
    let party = Whose::Party(text.to_owned());
    LastDays {
        filter: LastDayFilter {
            series: Some(common::slug("kaupunginjohtaja")),
            ..LastDayFilter::default()
        },
        span,
        days: vec![
            day(party, PeriodDates::from(&letter_period()), true),
            day(Whose::MunicipalMember, PeriodDates::from(&members), false),
        ],
        is_cut: true,
        series: vec![SectionSeries {
            slug: common::slug("kaupunginjohtaja"),
            decision_maker: text.to_owned(),
            kind: DecisionMakerKind::Officer,
            numbering: Numbering::External,
            claims_to: None,
            publication_rule: PublicationRule::default(),
        }],
        projects: vec![(common::slug("kaivoskumppani"), text.to_owned())],
    }
}

fn html(calendar: &LastDays) -> String {
    let html = render::desk(|| page(&shell(Lang::Fi, Role::Registrar), calendar));
    html.replace('\u{a0}', " ")
}

#[test]
fn a_month_is_a_table_with_weeks_weekdays_and_holidays() {
    let september = html(&calendar("Nimi", Span::Month(SEPTEMBER)));
    for part in [
        ">syyskuu 2023</caption>",
        ">Viikko</th><th scope=\"col\" class=\"\">maanantai</th>",
        "<th scope=\"row\">36</th>",
        "<time datetime=\"2023-09-08\">8</time>",
        ">Nimi § 5/2023</a> kunnan jäsen, klo 15.00</li>",
    ] {
        assert!(september.contains(part), "no {part}: {september}");
    }
    // The party's last day is another month's.
    assert!(!september.contains("asianosainen"), "{september}");
    assert!(!september.contains("tänään"), "{september}");
    let december = html(&calendar("x", Span::Month(date!(2023 - 12 - 01))));
    for holiday in ["itsenäisyyspäivä", "jouluaatto", "toinen joulupäivä"] {
        assert!(december.contains(holiday), "no {holiday}: {december}");
    }
    let august = html(&calendar("x", Span::Month(date!(2023 - 08 - 01))));
    assert!(august.contains("<time datetime=\"2023-08-21\" aria-current=\"date\">21</time>"));
    assert!(august.contains("(kumottu)"), "{august}");
}

#[test]
fn a_month_leads_to_its_neighbours_to_today_and_to_the_list_with_its_filter() {
    let kept = "&amp;paatoksentekija=kaupunginjohtaja\"";
    let september = html(&calendar("x", Span::Month(SEPTEMBER)));
    for link in [
        format!("href=\"/tyopoyta/kalenteri?kuukausi=2023-10{kept}"),
        // The month of today follows the time.
        "href=\"/tyopoyta/kalenteri?paatoksentekija=kaupunginjohtaja\"".to_owned(),
        format!("href=\"/tyopoyta/kalenteri?nakyma=lista&amp;kuukausi=2023-09{kept}"),
        "href=\"/tyopoyta/kalenteri.ics?paatoksentekija=kaupunginjohtaja\"".to_owned(),
        "<input type=\"hidden\" name=\"kuukausi\" value=\"2023-09\">".to_owned(),
    ] {
        assert!(september.contains(&link), "no {link}: {september}");
    }
    assert!(september.contains("Edellinen: elokuu 2023"));
    assert!(september.contains("Seuraava: lokakuu 2023"));
    assert!(september.contains("Tämä kuukausi"));
    let august = html(&calendar("x", Span::Month(date!(2023 - 08 - 01))));
    assert!(!august.contains("Tämä kuukausi"), "it is this one");
    assert!(august.contains(&format!("href=\"/tyopoyta/kalenteri?nakyma=lista{kept}")));
    let new_year = html(&calendar("x", Span::Month(date!(2024 - 01 - 01))));
    assert!(new_year.contains(&format!("?kuukausi=2023-12{kept}")));
}

#[test]
fn a_list_has_a_table_for_each_month_with_the_title_and_the_remedy() {
    let list = html(&calendar("Nimi", Span::From(NOW.date())));
    let (august, september) = list.split_once("<h2 id=\"kuukausi-2023-9\">").unwrap();
    assert!(august.contains("<h2 id=\"kuukausi-2023-8\">elokuu 2023</h2>"));
    assert!(august.contains("asianosainen Nimi (kumottu)"), "{august}");
    assert!(september.contains("pe 8.9.2023</time> klo 15.00"));
    assert!(september.contains(">Nimi (Nimi § 5/2023)</a>"));
    assert!(september.contains("oikaisuvaatimus (kuntalaki)"));
    assert!(list.contains("Rajaa niitä."), "there are more");
}

#[test]
fn an_empty_calendar_says_so() {
    let without_days = |span| LastDays {
        days: Vec::new(),
        is_cut: false,
        ..calendar("x", span)
    };
    let month = html(&without_days(Span::Month(SEPTEMBER)));
    assert!(month.contains("Tässä kuussa ei pääty yhtään määräaikaa."));
    assert!(month.contains("<table"), "the holidays are worth seeing");
    let list = html(&without_days(Span::From(SEPTEMBER)));
    assert!(list.contains("Tästä päivästä eteenpäin ei pääty yhtään määräaikaa."));
    assert!(!list.contains("<table"));
}
