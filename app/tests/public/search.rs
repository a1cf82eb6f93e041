//! The list of decisions with words, and the fields for words elsewhere.

use app::pages::public::{decisions, front, projects};
use app::render;
use domain::Lang;
use domain::search::Snippet;
use domain::view::decision_list::{
    Counted, DecisionFilter, DecisionList, ListedStage, MOST_IN_WORKBOOK,
};
use domain::view::public::{CaseRow, FrontPage};

use crate::common::{self, NOW};

fn found() -> DecisionList {
    let mut list = super::list(NOW);
    list.filter = DecisionFilter::from_pairs([
        ("q", "hanke & <b>"),
        ("vuosi", "2023"),
        ("alku", "1.8.2023"),
        ("tila", "kaynnissa"),
    ]);
    list.found = vec![Snippet {
        parts: vec![("Tämä ".to_owned(), false), ("hanke".to_owned(), true)],
    }];
    let number = Some(Counted {
        number: 14,
        is_more: false,
    });
    list.choices.years = vec![(2023, number)];
    list.choices.stages = vec![(ListedStage::Running, number)];
    list.beside.projects = vec![common::project_row()];
    list.beside.cases = vec![CaseRow {
        number: "KAJDno-2023-912".parse().expect("a number"),
        title: "Rahoitus".to_owned(),
    }];
    list
}

#[test]
fn what_was_found_is_marked_and_what_it_is_narrowed_to_can_be_taken_away() {
    let shell = common::shell(Lang::Fi, "/paatokset", NOW);
    let html = render::public(|| decisions::page(&shell, &found()));
    for expected in [
        "<mark>hanke</mark>",
        "value=\"hanke &amp; &lt;b&gt;\"",
        "2023 (14)",
        "Muutoksenhakuaika käynnissä (14)",
        "href=\"/paatokset?q=hanke%20%26%20%3Cb%3E&amp;alku=2023-08-01&amp;tila=kaynnissa\"",
        "href=\"/paatokset?alku=2023-08-01&amp;vuosi=2023&amp;tila=kaynnissa\"",
        "Hankkeet ja asiat, jotka vastaavat hakua",
        "href=\"/asiat/KAJDno-2023-912\"",
        "value=\"1.8.2023\"",
        "Osuvin ensin",
    ] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
    assert!(!html.contains("<b>") && !html.contains("<script"), "{html}");
}

#[test]
fn a_search_that_finds_too_much_says_that_only_the_newest_are_listed() {
    for (lang, more, cut) in [
        (Lang::Fi, "yli 2", "uusinta"),
        (Lang::Sv, "över 2", "nyaste"),
        (Lang::En, "more than 2", "newest"),
    ] {
        let shell = common::shell(lang, "/paatokset", NOW);
        let mut list = found();
        (list.total, list.is_more) = (2_000, true);
        let html = render::public(|| decisions::page(&shell, &list));
        assert!(html.contains(more) && html.contains(cut), "{html}");
    }
}

#[test]
fn a_search_that_finds_nothing_advises() {
    let shell = common::shell(Lang::Fi, "/paatokset", NOW);
    let mut list = found();
    list.rows.clear();
    (list.total, list.pages) = (0, 1);
    let html = render::public(|| decisions::page(&shell, &list));
    assert!(html.contains("Kokeile lyhyempää"), "{html}");
    assert_eq!(html.matches("Poista rajaukset").count(), 1, "{html}");
    let shell = common::shell(Lang::Fi, "/hankkeet", NOW);
    let html = render::public(|| projects::page(&shell, "poro", &[]));
    assert!(html.contains("Haulla ei löydy hankkeita"), "{html}");
    assert!(html.contains("value=\"poro\""), "{html}");
}

#[test]
fn the_list_comes_first_unless_more_than_words_was_asked_for() {
    let shell = common::shell(Lang::Fi, "/paatokset", NOW);
    for (asked, is_open) in [
        (&[][..], false),
        (
            &[("q", "hanke"), ("jarjestys", "osuvin"), ("sivu", "2")][..],
            false,
        ),
        (&[("q", "hanke"), ("jarjestys", "uusin")][..], true),
        (&[("vuosi", "2023")][..], true),
    ] {
        let mut list = super::list(NOW);
        list.filter = DecisionFilter::from_pairs(asked.iter().copied());
        let html = render::public(|| decisions::page(&shell, &list));
        let (_, details) = html.split_once("<details ").expect("further filters");
        let (attributes, _) = details.split_once('>').expect("a tag ends");
        assert_eq!(
            attributes.contains("open"),
            is_open,
            "{asked:?}: {attributes}"
        );
    }
}

#[test]
fn what_paper_cannot_use_is_for_the_screen_alone_and_the_end_of_the_workbook_is_said() {
    for (lang, ends) in [
        (Lang::Fi, "viimeksi julkaistua päätöstä"),
        (Lang::Sv, "senast publicerade besluten"),
        (Lang::En, "decisions published last"),
    ] {
        let shell = common::shell(lang, "/paatokset", NOW);
        let html = render::public(|| decisions::page(&shell, &found()));
        assert!(!html.contains(ends), "the workbook holds all: {html}");
        let long = DecisionList {
            total: u64::from(MOST_IN_WORKBOOK) + 1,
            ..found()
        };
        let cut = render::public(|| decisions::page(&shell, &long));
        assert!(cut.contains(ends), "{cut}");
        for of_screen in [
            "<span class=\"on-screen\" aria-hidden=\"true\"> ×",
            "<p class=\"on-screen\"><a href=\"",
            "<div class=\"on-screen\"><h3>",
        ] {
            assert!(html.contains(of_screen), "{of_screen}: {html}");
        }
    }
}

#[test]
fn the_front_page_leads_to_the_search() {
    let shell = common::shell(Lang::Sv, "/", NOW);
    let page = FrontPage {
        running: Vec::new(),
        newest: Vec::new(),
        projects: Vec::new(),
    };
    let html = render::public(|| front::page(&shell, &page));
    assert!(
        html.contains("action=\"/sv/paatokset\"") && html.contains("name=\"q\""),
        "{html}"
    );
}
