//! The mails to who follows decisions, in each language.

use domain::city::{City, LocalName};
use domain::follow::FollowKind;
use domain::section::Section;
use domain::view::decision_list::Counted;
use wording::Lang;
use wording::mail::follow::{Confirmation, News, Published, confirmation, kind, news};

fn city() -> City {
    let name = |text: &str| LocalName {
        fi: format!("{text} kaupunki"),
        sv: format!("{text} stad"),
        en: format!("City of {text}"),
    };
    City {
        business_id: None,
        authority_id: "205".to_owned(),
        name: name("Kajaanin"),
        registry: name("Kirjaamo"),
        remedy_body: name("Hallitus"),
        court: None,
        postal_address: String::new(),
        visiting_address: String::new(),
        email: String::new(),
        phone: String::new(),
        case_prefix: "KAJDno".to_owned(),
    }
}

fn published(title: &str) -> Published {
    Published {
        decision_maker: "Kaupunginjohtaja".to_owned(),
        section: "kaupunginjohtaja/2023/5"
            .parse::<Section>()
            .expect("a section"),
        title: title.to_owned(),
        period: None,
        url: "https://a.example/paatokset/kaupunginjohtaja/2023/5".to_owned(),
    }
}

#[test]
fn a_confirmation_names_kinds_and_one_page() {
    for (lang, subject, first) in [
        (
            Lang::Fi,
            "Kajaanin kaupunki: Vahvista, että haluat seurata päätöksiä",
            "Joku pyysi",
        ),
        (
            Lang::Sv,
            "Kajaanin stad: Bekräfta att du vill följa beslut",
            "Någon bad",
        ),
        (
            Lang::En,
            "City of Kajaanin: Confirm that you want to follow decisions",
            "Somebody asked",
        ),
    ] {
        let kinds = [FollowKind::Project, FollowKind::Search];
        let about = Confirmation {
            city: &city(),
            kinds: &kinds,
            page_url: "https://a.example/seuraa/avain",
        };
        let mail = confirmation(&about, lang);
        assert_eq!(mail.subject, subject);
        assert!(mail.body.starts_with(first), "{}", mail.body);
        assert_eq!(mail.body.matches("https://").count(), 1, "{}", mail.body);
        for one in kinds {
            let line = format!("\n- {}\n", kind(one, lang));
            assert!(mail.body.contains(&line), "{line} {}", mail.body);
        }
    }
}

#[test]
fn news_say_how_many_there_are_and_how_many_more() {
    let shown = vec![published("Osallistuminen\nhankkeeseen\u{a0}"); 20];
    let told = |total: Counted, lang| {
        let about = News {
            city: &city(),
            shown: &shown,
            total,
            list_url: "https://a.example/paatokset",
            page_url: "https://a.example/seuraa/avain",
        };
        news(&about, lang)
    };
    let exactly = |number| Counted {
        number,
        is_more: false,
    };
    for (lang, subject, more) in [
        (Lang::Fi, "Julkaistu 23 päätöstä", "Lisäksi 3 päätöstä."),
        (Lang::Sv, "Publicerat: 23 beslut", "Dessutom 3 beslut."),
        (Lang::En, "Published: 23 decisions", "And 3 decisions more."),
    ] {
        let mail = told(exactly(23), lang);
        assert!(mail.subject.ends_with(subject), "{}", mail.subject);
        assert!(mail.body.contains(more), "{}", mail.body);
        let entry = "Osallistuminen hankkeeseen\nKaupunginjohtaja";
        assert!(mail.body.contains(entry), "{}", mail.body);
        assert!(mail.body.contains("https://a.example/seuraa/avain\n"));
        let all = told(exactly(20), lang);
        assert!(
            !all.body.contains("https://a.example/paatokset\n"),
            "{}",
            all.body
        );
    }
    let many = Counted {
        number: 1_000,
        is_more: true,
    };
    assert!(
        told(many, Lang::Fi)
            .body
            .contains("Lisäksi yli 980 päätöstä.")
    );
}
