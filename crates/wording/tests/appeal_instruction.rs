//! What an appeal instruction must carry, in each language.

use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::city::{City, LocalName};
use domain::text::Text;
use time::macros::date;
use wording::Lang;
use wording::instruction::Instruction;

fn city() -> City {
    let name = |fi: &str, sv: &str, en: &str| LocalName {
        fi: fi.into(),
        sv: sv.into(),
        en: en.into(),
    };
    City {
        name: name("Kaupunki", "Staden", "City"),
        registry: name(
            "Kaupungin kirjaamo",
            "Stadens registratorskontor",
            "Registry of the city",
        ),
        remedy_body: name("kaupunginhallitus", "stadsstyrelsen", "the city board"),
        postal_address: "PL 1, 00001 Kaupunki".into(),
        visiting_address: "Katu 1".into(),
        email: "kirjaamo@example.fi".into(),
        phone: "01 234".into(),
        case_prefix: "ABC".into(),
    }
}

/// The instruction for a decision published on 18 August 2023, as one text.
fn told(remedy: Remedy, lang: Lang) -> String {
    let (city, offices) = (city(), Offices::kajaani());
    let day = date!(2023 - 08 - 18);
    let period = AppealPeriod::compute(remedy, Means::PublishedMinutes, day, &offices).ok();
    let instruction = Instruction {
        remedy,
        city: &city,
        registry: offices
            .registry
            .row_on(day)
            .expect("the hours of the day are known"),
        member_period: period.as_ref(),
    };
    let parts = instruction.parts(lang);
    let passages = parts.into_iter().flat_map(|part| {
        assert!(!part.heading.is_empty() && !part.blocks.is_empty());
        let mut passages = vec![part.heading.to_owned()];
        passages.extend(Text::new(part.blocks).passages());
        passages
    });
    passages
        .collect::<Vec<_>>()
        .join("\n")
        .replace('\u{a0}', " ")
}

#[test]
fn a_rectification_claim_is_explained_in_finnish() {
    let text = told(Remedy::Rectification, Lang::Fi);
    for expected in [
        "14 päivän kuluessa",
        "seitsemän päivän kuluttua",
        "seitsemäntenä päivänä kirjeen lähettämisestä",
        "Viranomainen saa tiedon sinä päivänä, jona kirje saapuu",
        "kolmantena päivänä viestin lähettämisestä",
        "jollei muuta näytetä",
        "pyhäpäivä, itsenäisyyspäivä, vapunpäivä, jouluaatto, juhannusaatto tai arkilauantai",
        "ennen kirjaamon sulkeutumista",
        "päättyy pe 8.9.2023 klo 15.00",
        "Asianosaisen määräaika lasketaan siitä, kun hän itse on saanut",
        "klo 8.00–16.00; perjantaisin klo 8.00–15.00",
        "kaupunginhallitus",
        "PL 1, 00001 Kaupunki",
        "kirjaamo@example.fi",
        "miten päätöstä pitäisi muuttaa",
        "millä perusteella",
        "kotikuntasi",
    ] {
        assert!(text.contains(expected), "{expected} is missing in:\n{text}");
    }
    assert!(
        !text.contains("seitsemän päivän kuluessa"),
        "the statute says kuluttua"
    );
}

#[test]
fn a_translation_says_that_the_finnish_instruction_is_official() {
    for remedy in Remedy::ALL {
        assert!(!told(remedy, Lang::Fi).contains("käännös"));
        assert!(
            told(remedy, Lang::Sv).contains("Den finskspråkiga anvisningen är den officiella.")
        );
        assert!(told(remedy, Lang::En).contains("The Finnish instruction is the official one."));
    }
}

#[test]
fn every_instruction_says_before_which_closing_and_by_which_rules() {
    for remedy in Remedy::ALL {
        for (lang, before, section) in [
            (Lang::Fi, "sulkeutumista", "150/1930 5 §"),
            (Lang::Sv, "stänger", "150/1930 5 §"),
            (Lang::En, "closes", "150/1930, section 5"),
        ] {
            let text = told(remedy, lang);
            assert!(
                text.contains(before) && text.contains(section),
                "{remedy:?} {lang:?}:\n{text}"
            );
            assert!(!text.contains('{') && !text.contains("  "), "{text}");
        }
    }
    assert!(told(Remedy::MunicipalAppeal, Lang::Fi).contains("klo 16.15"));
}

#[test]
fn only_a_remedy_of_members_speaks_of_members() {
    let market = told(Remedy::MarketCourt, Lang::Fi);
    assert!(!market.contains("kunnan jäsen"), "{market}");
    assert!(told(Remedy::MunicipalAppeal, Lang::Fi).contains("Kunnan jäsenen katsotaan"));
}

#[test]
fn the_three_languages_have_the_same_parts() {
    for remedy in Remedy::ALL {
        let lines = |lang| told(remedy, lang).lines().count();
        // A translation has one paragraph more: that it is one.
        assert_eq!(lines(Lang::Fi) + 1, lines(Lang::Sv), "{remedy:?}");
        assert_eq!(lines(Lang::Sv), lines(Lang::En), "{remedy:?}");
    }
}
