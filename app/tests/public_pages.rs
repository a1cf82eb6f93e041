//! What every public page must be, in each language.

mod common;
mod public;

use app::pages::public::problem::Problem;
use app::pages::public::{api, case, decision, decisions, front, problem, project, projects};
use app::render;
use common::NOW;
use domain::Lang;
use domain::decision::CommitmentStrength;
use domain::text::Text;
use domain::view::public::{Decided, DecisionPage, PublicSince};
use time::PrimitiveDateTime;
use time::macros::{date, datetime};

/// Every public page with its address.
fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let shell = |path: &str| common::shell(lang, path, NOW);
    let decision_path = "/paatokset/kaupunginjohtaja/2023/5";
    let mut pages = public::money::pages(lang, "Kainuu Wind");
    pages.extend([
        (
            "/",
            render::public(|| front::page(&shell("/"), &common::front(NOW))),
        ),
        (
            "/paatokset",
            render::public(|| decisions::page(&shell("/paatokset"), &public::list(NOW))),
        ),
        (
            decision_path,
            decision_html(lang, &public::mining_decision(NOW)),
        ),
        (
            "/hankkeet",
            render::public(|| projects::page(&shell("/hankkeet"), "", &[common::project_row()])),
        ),
        (
            "/hankkeet/kaivoskumppani",
            render::public(|| {
                project::page(&shell("/hankkeet/kaivoskumppani"), &public::project(NOW))
            }),
        ),
        (
            "/asiat/KAJDno-2023-912",
            render::public(|| case::page(&shell("/asiat/KAJDno-2023-912"), &public::case(NOW))),
        ),
        (
            "/rajapinta",
            render::public(|| api::page(&shell("/rajapinta"), 600)),
        ),
        (
            "/x",
            render::public(|| problem::page(&shell("/x"), Problem::NotFound, None)),
        ),
        (
            "/x",
            render::public(|| problem::page(&shell("/x"), Problem::Failed, Some("abc"))),
        ),
    ]);
    pages
}

fn decision_html(lang: Lang, page: &DecisionPage) -> String {
    decision_html_at(lang, page, NOW)
}

fn decision_html_at(lang: Lang, page: &DecisionPage, now: PrimitiveDateTime) -> String {
    let shell = common::shell(lang, "/paatokset/kaupunginjohtaja/2023/5", now);
    render::public(|| decision::page(&shell, page, None))
}

/// The text of a page as people read it, runs of white space as one.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => {
                in_tag = true;
                words.push(' ');
            }
            '>' => in_tag = false,
            other if !in_tag => words.push(other),
            _ => {}
        }
    }
    words
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\u{a0}', " ")
}

#[test]
fn no_public_page_has_a_script_a_style_attribute_or_who_looks_at_it() {
    for lang in Lang::ALL {
        for (path, html) in pages(lang) {
            for unwanted in [
                "<script",
                " style=",
                "javascript:",
                " onclick",
                "leptos-island",
                "Esimerkki Virkailija",
            ] {
                assert!(!html.contains(unwanted), "{path} {lang:?} has {unwanted}");
            }
        }
    }
}

#[test]
fn every_page_says_its_language_and_where_its_other_languages_are() {
    for lang in Lang::ALL {
        for (path, html) in pages(lang) {
            assert!(
                html.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\">", lang.code())),
                "{path}"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{path} {lang:?}");
            for other in ["fi", "sv", "en"] {
                assert!(
                    html.contains(&format!("hreflang=\"{other}\" lang=\"{other}\"")),
                    "{path}"
                );
            }
            let is_problem = path == "/x";
            assert_eq!(
                html.contains("<meta name=\"robots\" content=\"noindex\""),
                is_problem,
                "{path}"
            );
            assert_eq!(html.contains("rel=\"canonical\""), !is_problem, "{path}");
        }
    }
}

#[test]
fn links_stay_in_the_language_of_the_page() {
    for (path, html) in pages(Lang::Sv) {
        let body = html.split_once("<main").map_or("", |(_, main)| main);
        for link in body.split("href=\"/").skip(1) {
            // The read API stands in no language.
            assert!(
                link.starts_with("sv/") || link.starts_with("rajapinta/"),
                "{path}: /{}",
                &link[..link.len().min(40)]
            );
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_has_its_target() {
    for lang in Lang::ALL {
        for (path, html) in pages(lang) {
            let ids: Vec<&str> = html
                .split(" id=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            let mut unique = ids.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), ids.len(), "{path} {lang:?}: {ids:?}");
            for reference in html
                .split("labelledby=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                for id in reference.split(' ') {
                    assert!(ids.contains(&id), "{path}: {id}");
                }
            }
        }
    }
}

#[test]
fn hostile_words_are_words() {
    let hostile =
        "\"><script>alert('x')</script><img src=x onerror=alert(1)> & ' </title></textarea>";
    let plain = Text::from_markup(&hostile.replace('{', "\\{").replace('[', "\\[")).unwrap();
    let mut page = public::mining_decision(NOW);
    page.title = hostile.into();
    page.case_title = hostile.into();
    page.decision_maker = hostile.into();
    page.authority = hostile.into();
    page.applied_provisions = hostile.into();
    page.contact_office = hostile.into();
    page.resolution = plain.clone();
    page.background = plain;
    page.commitments[0].strength = CommitmentStrength::Conditional;
    page.commitments[0].condition = Some(hostile.into());
    page.commitments[0].budget_line = Some(hostile.into());
    if let Some(plan) = &mut page.plan {
        plan.lines[0].funders = vec![hostile.into()];
        plan.lines[1].of_which[0].0 = Some(hostile.into());
    }
    if let Some(project) = &mut page.project {
        project.name = hostile.into();
    }
    for lang in Lang::ALL {
        let html = decision_html(lang, &page);
        for unwanted in ["<script", "<img", "</textarea", "lang=\"\">"] {
            assert!(!html.contains(unwanted), "{unwanted}");
        }
        assert_eq!(
            html.matches("</title>").count(),
            2,
            "one of the page, one of the picture"
        );
        let words = words(&html);
        assert!(words.matches("alert('x')").count() >= 12, "{words}");
    }
}

#[test]
fn a_hostile_name_cannot_leave_an_attribute() {
    let mut page = public::project(NOW);
    page.facts.summary = "a\" onload=\"alert(1)".into();
    let shell = common::shell(Lang::Fi, "/hankkeet/kaivoskumppani", NOW);
    let html = render::public(|| project::page(&shell, &page));
    assert!(
        html.contains("content=\"a&quot; onload=&quot;alert(1)\""),
        "{html}"
    );
}

#[test]
fn the_decision_says_until_when_and_why() {
    let html = decision_html(Lang::Fi, &public::mining_decision(NOW));
    let words = words(&html);
    for expected in [
        "§ 5/2023",
        "viimeistään 9.8.2023; tarkka päivä ei ole tiedossa",
        "Nähtävänä, oikaisuvaatimusaika käynnissä",
        "pe 8.9.2023 klo 15.00",
        "18 päivää jäljellä",
        "kuntalaki 140.3 §",
        "Kajaanin kaupunginhallitus",
        "Asianosaisen määräaika lasketaan siitä, kun hän itse on saanut päätöksen tiedoksi.",
        "PL 133, 87101 Kajaani",
        "avoinna klo 8.00–16.00; perjantaisin klo 8.00–15.00",
        "http://127.0.0.1:3000/paatokset/kaupunginjohtaja/2023/5",
        "Lataa päätös PDF-tiedostona (suomeksi)",
        "2 500,00 €",
        "Sitoumukset yhteensä 5 000,00 €",
        "Hankkeen kokonaiskustannukset: ei tiedossa",
        "siitä Kajaanin kaupunki",
    ] {
        assert!(
            words.contains(expected),
            "{expected} is missing in: {words}"
        );
    }
    let (before, after) = words
        .split_once("osallistuu Kaivoskumppani-hankkeen")
        .unwrap();
    assert!(
        !before.contains("Perustelut") && after.contains("Perustelut"),
        "the resolution comes first"
    );
    assert!(!html.contains("<details"), "nothing is collapsed");
}

#[test]
fn the_last_day_and_the_end_are_said() {
    let left = |now| {
        let html = decision_html_at(Lang::Fi, &public::mining_decision(now), now);
        words(&html)
    };
    assert!(left(datetime!(2023-09-07 23:59)).contains("1 päivä jäljellä"));
    assert!(left(datetime!(2023-09-08 14:59:59)).contains("viimeinen päivä on tänään"));
    let over = left(datetime!(2023-09-08 15:00));
    assert!(over.contains("muutoksenhakuaika on päättynyt pe 8.9.2023 klo 15.00"));
    assert!(over.contains("Muutoksenhakuaika päättynyt"));
}

#[test]
fn what_is_not_known_is_said_and_never_zero() {
    let mut page = public::mining_decision(NOW);
    page.decided = Decided::Unknown;
    let html = decision_html(Lang::Fi, &page);
    let text = words(&html);
    assert!(text.contains("Päätöspäivä ei tiedossa"), "{text}");
    assert!(
        text.contains("Hankkeen kokonaiskustannukset: ei tiedossa"),
        "{text}"
    );
    // A made-up zero stands alone; the thousands of 2 500,00 € end in the same signs.
    let before = text
        .match_indices("0,00\u{a0}€")
        .chain(text.match_indices("0,00 €"));
    for (at, _) in before {
        let digit = text[..at].chars().next_back();
        assert!(digit.is_some_and(|c| c.is_ascii_digit()), "{text}");
    }
}

#[test]
fn a_foreign_text_is_marked_and_its_language_said() {
    let page = public::mining_decision(NOW);
    let html = decision_html(Lang::Sv, &page);
    assert!(html.contains("<h1 lang=\"fi\">"));
    assert!(html.contains("<div lang=\"fi\" class=\"prose\">"));
    let text = words(&html);
    assert!(
        text.contains("Beslutets text finns endast på finska."),
        "{text}"
    );
    assert!(text.contains("Den finskspråkiga anvisningen är den officiella."));
    let html = decision_html(Lang::Fi, &page);
    assert!(!html.contains("Päätöksen teksti on vain"));
}

#[test]
fn headings_never_skip_a_level() {
    for lang in Lang::ALL {
        for (path, html) in pages(lang) {
            let mut above = 0;
            for level in html
                .split("<h")
                .skip(1)
                .filter_map(|rest| rest[..1].parse::<u32>().ok())
            {
                assert!(level <= above + 1, "{path}: h{level} after h{above}");
                above = level;
            }
        }
    }
}

#[test]
fn a_list_keeps_its_filters_from_page_to_page() {
    let shell = common::shell(Lang::Fi, "/paatokset", NOW);
    let html = render::public(|| decisions::page(&shell, &public::list(NOW)));
    assert!(
        html.contains("href=\"/paatokset?paatoksentekija=kaupunginjohtaja&amp;sivu=3\""),
        "{html}"
    );
    assert!(html.contains("rel=\"next\""));
    assert!(html.contains(
        "href=\"http://127.0.0.1:3000/paatokset?paatoksentekija=kaupunginjohtaja&amp;sivu=2\""
    ));
    assert!(words(&html).contains("78 päätöstä"));
}

#[test]
fn last_days_can_be_taken_into_a_calendar() {
    for (lang, prefix, words) in [
        (Lang::Fi, "", "Lisää määräpäivä kalenteriin"),
        (Lang::Sv, "/sv", "Lägg till sista dagen i kalendern"),
        (Lang::En, "/en", "Add the last day to a calendar"),
    ] {
        let html = decision_html(lang, &public::mining_decision(NOW));
        let link = format!(
            "href=\"{prefix}/paatokset/kaupunginjohtaja/2023/5.ics\" type=\"text/calendar\""
        );
        assert!(html.contains(&link), "{html}");
        assert!(html.contains(words), "{html}");
        let shell = common::shell(lang, "/paatokset", NOW);
        let list = render::public(|| decisions::page(&shell, &public::list(NOW)));
        // A calendar has no pages.
        let link = format!("href=\"{prefix}/paatokset.ics?paatoksentekija=kaupunginjohtaja\"");
        assert!(list.contains(&link), "{list}");
    }
    let mut page = public::mining_decision(NOW);
    page.member_period = None;
    assert!(!decision_html(Lang::Fi, &page).contains(".ics"));
}

#[test]
fn an_empty_list_says_why() {
    let shell = common::shell(Lang::Fi, "/paatokset", NOW);
    let mut list = public::list(NOW);
    list.rows.clear();
    let beyond = render::public(|| decisions::page(&shell, &list));
    assert!(beyond.contains("Tätä sivua ei ole"));
    (list.total, list.pages, list.filter.page) = (0, 1, 1);
    let nothing = render::public(|| decisions::page(&shell, &list));
    assert!(nothing.contains("Näillä rajauksilla"));
}

#[test]
fn a_plan_with_known_amounts_shows_shares_that_sum_to_the_whole() {
    let shell = common::shell(Lang::Fi, "/hankkeet/kaivoskumppani", NOW);
    let html = render::public(|| project::page(&shell, &public::project(NOW)));
    let text = words(&html);
    for expected in [
        "70 %",
        "10,45 %",
        "19,55 %",
        "100 %",
        "155 222,00 €",
        "ei tiedossa",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}

#[test]
fn a_page_with_a_period_over_new_year_tells_each_day_passed_over() {
    let now = datetime!(2023-12-18 10:00);
    let mut page = public::mining_decision(now);
    let published = date!(2023 - 12 - 04);
    page.public_since = PublicSince::Day(published);
    page.member_period = Some(common::period(published, now));
    let text = words(&decision_html_at(Lang::Fi, &page, now));
    for expected in [
        "25.12.2023 (joulupäivä)",
        "26.12.2023 (toinen joulupäivä)",
        "ke 27.12.2023 klo 16.00",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}

#[test]
fn a_funding_plan_says_which_version_it_is_and_of_which_day() {
    let said = "Suunnitelman versio 1, tallennettu 18.8.2023.";
    let pages = pages(Lang::Fi);
    let with_plan = pages.iter().filter(|(_, html)| html.contains(said));
    let paths: Vec<&str> = with_plan.map(|(path, _)| *path).collect();
    assert_eq!(
        paths,
        [
            "/paatokset/kaupunginjohtaja/2023/5",
            "/hankkeet/kaivoskumppani"
        ]
    );
}
