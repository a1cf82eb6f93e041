//! What every feed must be: one that readers of feeds take, whatever a text holds.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use documents::feed::{FeedForm, FeedPlace, decisions, projects};
use domain::city::{City, LocalName};
use domain::decision::InForce;
use domain::section::Section;
use domain::text::Text;
use domain::view::decision_list::{DecisionFilter, FilterNames};
use domain::view::feed::{DecisionEntry, DecisionFeed, ProjectEntry, ProjectFeed, WithdrawnEntry};
use domain::view::public::{Decided, DecisionRow, ProjectRow, PublicSince, PublicStage};
use domain::{Lang, Money};
use feed_rs::model::Feed;
use feed_rs::parser::parse;
use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use time::macros::{date, datetime};

const URL: &str = "https://hankkeet.kajaani.fi";
const FORMS: [FeedForm; 2] = [FeedForm::Atom, FeedForm::Json];

fn city() -> City {
    let name = |fi: &str, sv: &str, en: &str| LocalName {
        fi: fi.to_owned(),
        sv: sv.to_owned(),
        en: en.to_owned(),
    };
    City {
        business_id: None,
        authority_id: "205".to_owned(),
        name: name("Kajaanin kaupunki", "Kajana stad", "City of Kajaani"),
        registry: name("Kirjaamo", "Registratorskontoret", "Registry"),
        remedy_body: name("Kaupunginhallitus", "Stadsstyrelsen", "City board"),
        court: None,
        postal_address: String::new(),
        visiting_address: String::new(),
        email: String::new(),
        phone: String::new(),
        case_prefix: "KAJDno".to_owned(),
    }
}

fn section(number: u32) -> Section {
    Section {
        series: "kaupunginjohtaja".to_owned().try_into().unwrap(),
        year: 2023,
        number,
    }
}

fn entry(number: u32, title: &str) -> DecisionEntry {
    DecisionEntry {
        row: DecisionRow {
            section: section(number),
            title: title.to_owned(),
            lang: Lang::Fi,
            decision_maker: "Kaupunginjohtaja".to_owned(),
            decided: Decided::On(date!(2023 - 08 - 17)),
            public_since: PublicSince::Day(date!(2023 - 08 - 18)),
            committed: Some(Money::from_cents(500_000)),
            stage: PublicStage::Over,
            in_force: InForce::Whole,
            period: None,
        },
        resolution: Text::from_markup("Päätän osallistua hankkeeseen.").unwrap(),
        published: Some(datetime!(2023-08-18 00:00 +03:00)),
        updated: datetime!(2023-08-21 09:00:05 +03:00),
    }
}

fn gone(hides_title: bool) -> WithdrawnEntry {
    WithdrawnEntry {
        section: section(4),
        decision_maker: "Kaupunginjohtaja".to_owned(),
        reason: "Julkaistu erehdyksessä".to_owned(),
        since: datetime!(2023-08-22 12:00 +03:00),
        title: (!hides_title).then(|| ("Poistettu päätös".to_owned(), Lang::Fi)),
    }
}

fn feed(entries: Vec<DecisionEntry>, withdrawn: Vec<WithdrawnEntry>) -> DecisionFeed {
    DecisionFeed {
        filter: DecisionFilter::from_pairs([("paatoksentekija", "kaupunginjohtaja")]),
        names: FilterNames {
            series: Some("Kaupunginjohtaja".to_owned()),
            ..FilterNames::default()
        },
        entries,
        withdrawn,
    }
}

fn bytes(of: &DecisionFeed, form: FeedForm, lang: Lang) -> Vec<u8> {
    let city = city();
    let place = FeedPlace {
        city: &city,
        lang,
        public_url: URL,
        list: "/paatokset",
        query: "?paatoksentekija=kaupunginjohtaja",
    };
    decisions(of, place, form).unwrap()
}

fn read(of: &DecisionFeed, form: FeedForm, lang: Lang) -> Feed {
    parse(&bytes(of, form, lang)[..]).unwrap()
}

#[test]
fn readers_take_a_feed_of_decisions_in_both_forms_and_every_language() {
    let of = feed(vec![entry(5, "Kuntarahoitus"), entry(3, "Avustus")], vec![]);
    for form in FORMS {
        for (lang, prefix, title, fact) in [
            (
                Lang::Fi,
                "",
                "Päätökset: Kaupunginjohtaja – Kajaanin kaupunki",
                "Julkaistu: 18.8.2023. Kaupunki sitoutuu: 5\u{a0}000,00\u{a0}€.",
            ),
            (
                Lang::Sv,
                "/sv",
                "Beslut: Kaupunginjohtaja – Kajana stad",
                "Publicerat: 18.8.2023. Staden förbinder sig till: 5\u{a0}000,00\u{a0}€.",
            ),
            (
                Lang::En,
                "/en",
                "Decisions: Kaupunginjohtaja – City of Kajaani",
                "Published: 18\u{a0}August 2023.",
            ),
        ] {
            let feed = read(&of, form, lang);
            assert_eq!(feed.language.as_deref(), Some(lang.code()), "{form:?}");
            assert_eq!(feed.title.unwrap().content, title, "{form:?}");
            assert_eq!(feed.entries.len(), 2);
            let entry = &feed.entries[0];
            let permanent = format!("{URL}/paatokset/kaupunginjohtaja/2023/5");
            assert_eq!(entry.id, permanent, "the same in every language");
            let page = format!("{URL}{prefix}/paatokset/kaupunginjohtaja/2023/5");
            assert_eq!(entry.links[0].href, page, "{form:?}");
            assert_eq!(entry.title.as_ref().unwrap().content, "Kuntarahoitus");
            let summary = &entry.summary.as_ref().unwrap().content;
            assert!(
                summary.starts_with("Kaupunginjohtaja §\u{a0}5/2023."),
                "{summary}"
            );
            assert!(summary.contains(fact), "{summary}");
            let updated = entry.updated.unwrap().to_rfc3339();
            assert_eq!(updated, "2023-08-21T06:00:05+00:00", "{form:?}");
            let published = entry.published.unwrap().to_rfc3339();
            assert_eq!(published, "2023-08-17T21:00:00+00:00");
            let content = entry.content.as_ref().unwrap().body.as_deref();
            assert_eq!(content, Some("Päätän osallistua hankkeeseen."));
            assert_eq!(entry.authors[0].name.as_deref(), Some("Kaupunginjohtaja"));
        }
    }
}

#[test]
fn a_feed_knows_its_own_address_its_page_and_its_other_languages() {
    let of = feed(vec![entry(5, "Kuntarahoitus")], vec![]);
    let feed = read(&of, FeedForm::Atom, Lang::Sv);
    let query = "?paatoksentekija=kaupunginjohtaja";
    let own = format!("{URL}/sv/paatokset.atom{query}");
    assert_eq!(feed.id, own);
    let links: Vec<_> = feed
        .links
        .iter()
        .map(|link| (link.rel.as_deref().unwrap(), link.href.clone()))
        .collect();
    let expected = [
        ("self", own),
        ("alternate", format!("{URL}/sv/paatokset{query}")),
        ("alternate", format!("{URL}/paatokset.atom{query}")),
        ("alternate", format!("{URL}/en/paatokset.atom{query}")),
        (
            "license",
            "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        ),
    ];
    assert_eq!(links, expected);
    let json: serde_json::Value =
        serde_json::from_slice(&bytes(&of, FeedForm::Json, Lang::Sv)).unwrap();
    assert_eq!(
        json["feed_url"],
        format!("{URL}/sv/paatokset.feed.json{query}")
    );
    assert_eq!(json["home_page_url"], format!("{URL}/sv/paatokset{query}"));
}

#[test]
fn what_was_withdrawn_is_a_tombstone() {
    for hides_title in [false, true] {
        let of = feed(vec![entry(5, "Kuntarahoitus")], vec![gone(hides_title)]);
        let atom = read(&of, FeedForm::Atom, Lang::Fi);
        assert_eq!(atom.entries.len(), 1, "a tombstone is no entry");
        let updated = atom.updated.unwrap().to_rfc3339();
        assert_eq!(updated, "2023-08-22T09:00:00+00:00", "it is an update");
        let text = String::from_utf8(bytes(&of, FeedForm::Atom, Lang::Fi)).unwrap();
        let stone = "<at:deleted-entry ref=\"https://hankkeet.kajaani.fi/paatokset/kaupunginjohtaja/2023/4\" \
             when=\"2023-08-22T12:00:00+03:00\">";
        assert!(text.contains(stone), "{text}");
        assert!(text.contains("<at:comment xml:lang=\"fi\">Julkaistu erehdyksessä</at:comment>"));
        let json: serde_json::Value =
            serde_json::from_slice(&bytes(&of, FeedForm::Json, Lang::Sv)).unwrap();
        let item = &json["items"][1];
        assert_eq!(
            item["id"],
            format!("{URL}/paatokset/kaupunginjohtaja/2023/4")
        );
        assert_eq!(item["title"], "Beslutet har tagits bort ur datanätet");
        assert_eq!(item["_removed"]["kind"], "withdrawn");
        assert_eq!(item["_removed"]["reason"], "Julkaistu erehdyksessä");
        assert_eq!(item["_removed"]["title"].is_null(), hides_title);
        assert!(json["items"][0].get("_removed").is_none());
    }
}

#[test]
fn an_empty_feed_is_a_feed_too_and_always_the_same() {
    for form in FORMS {
        let of = feed(vec![], vec![]);
        let feed = read(&of, form, Lang::En);
        assert!(feed.entries.is_empty());
        assert_eq!(bytes(&of, form, Lang::En), bytes(&of, form, Lang::En));
    }
}

#[test]
fn readers_take_a_feed_of_projects() {
    let row = ProjectRow {
        slug: "kaivoskumppani".to_owned().try_into().unwrap(),
        name: "Kaivoskumppani & <muut>".to_owned(),
        beneficiary: Some("Esimerkkiopisto".to_owned()),
        period: None,
        committed: Some(Money::from_cents(500_000)),
    };
    let of = ProjectFeed {
        words: "kaivos".to_owned(),
        entries: vec![ProjectEntry {
            row,
            summary: "Alan yhteistyö.".to_owned(),
            published: None,
            updated: datetime!(2023-08-21 09:00:05 +03:00),
        }],
    };
    let city = city();
    for form in FORMS {
        let place = FeedPlace {
            city: &city,
            lang: Lang::Fi,
            public_url: URL,
            list: "/hankkeet",
            query: "?q=kaivos",
        };
        let feed = parse(&projects(&of, place, form).unwrap()[..]).unwrap();
        let title = feed.title.unwrap().content;
        assert_eq!(title, "Hankkeet: kaivos – Kajaanin kaupunki");
        let entry = &feed.entries[0];
        assert_eq!(entry.id, format!("{URL}/hankkeet/kaivoskumppani"));
        let name = &entry.title.as_ref().unwrap().content;
        assert_eq!(name, "Kaivoskumppani & <muut>");
        let summary = &entry.summary.as_ref().unwrap().content;
        assert!(
            summary.starts_with("Toteuttaja: Esimerkkiopisto."),
            "{summary}"
        );
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_feed(title in any::<String>(), reason in any::<String>()) {
        let hostile = format!("]]></title><entry> & \u{0}\u{b}\u{fffe}\u{ffff}{title}");
        let withdrawn = WithdrawnEntry {
            reason,
            title: Some((title, Lang::Sv)),
            ..gone(false)
        };
        let of = feed(vec![entry(5, &hostile)], vec![withdrawn]);
        for form in FORMS {
            prop_assert_eq!(read(&of, form, Lang::Fi).entries.len(), 1 + usize::from(form == FeedForm::Json));
        }
        let atom = bytes(&of, FeedForm::Atom, Lang::Fi);
        let atom = std::str::from_utf8(&atom).unwrap();
        let impossible = atom.contains(['\u{0}', '\u{b}', '\u{fffe}', '\u{ffff}', '\r']);
        prop_assert!(!impossible);
        let mut reader = Reader::from_str(atom);
        let mut starts = 0;
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) if start.name().as_ref() == "entry" => starts += 1,
                Event::Eof => break,
                _ => {}
            }
        }
        prop_assert_eq!(starts, 1);
    }
}
