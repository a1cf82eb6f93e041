//! What an appeal instruction must carry, in each language.

use calendar::{AppealPeriod, Means, Offices, PeriodLength, Remedy};
use domain::appeal_right::AppealRight;
use domain::city::{City, Court, LocalName};
use domain::instruction::InstructionVersion;
use domain::text::Text;
use time::Date;
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
        business_id: None,
        authority_id: "205".to_owned(),
        name: name("Kaupunki", "Staden", "City"),
        registry: name(
            "Kaupungin kirjaamo",
            "Stadens registratorskontor",
            "Registry of the city",
        ),
        remedy_body: name("kaupunginhallitus", "stadsstyrelsen", "the city board"),
        court: None,
        postal_address: "PL 1, 00001 Kaupunki".into(),
        visiting_address: "Katu 1".into(),
        email: "kirjaamo@example.fi".into(),
        phone: "01 234".into(),
        case_prefix: "ABC".into(),
    }
}

/// The instruction for a decision published on 18 August 2023, as one text.
fn told(remedy: Remedy, lang: Lang) -> String {
    let period = published(remedy, date!(2023 - 08 - 18));
    told_by(&city(), AppealRight::By(remedy), period.as_ref(), lang)
}

fn published(remedy: Remedy, on: Date) -> Option<AppealPeriod> {
    AppealPeriod::compute(remedy, Means::PublishedMinutes, on, &Offices::kajaani()).ok()
}

fn told_by(city: &City, right: AppealRight, period: Option<&AppealPeriod>, lang: Lang) -> String {
    let offices = Offices::kajaani();
    let day = period.map_or(date!(2023 - 08 - 18), |period| period.last_day);
    let instruction = Instruction {
        version: InstructionVersion::CURRENT,
        right,
        city,
        claims_to: None,
        registry: offices
            .registry
            .row_on(day)
            .expect("the hours of the day are known"),
        member_period: period,
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

#[test]
fn a_version_tells_the_length_that_it_says_it_tells() {
    let version = InstructionVersion::CURRENT;
    for remedy in Remedy::ALL {
        let text = told(remedy, Lang::Fi);
        let told = match version.length(remedy) {
            PeriodLength::Days(days) => format!("{days} päivä"),
            PeriodLength::Months(months) => format!("{months} kuukau"),
        };
        assert!(
            text.contains(&told),
            "{remedy:?}: {told} is missing in:\n{text}"
        );
        let by_law = calendar::rule::period(remedy).rows().last();
        assert_eq!(
            by_law.map(|row| row.rule.length),
            Some(version.length(remedy))
        );
    }
}

#[test]
fn before_june_2017_a_member_knew_on_the_day_of_display() {
    let remedy = Remedy::Rectification;
    let period = published(remedy, date!(2017 - 05 - 31));
    let text = told_by(&city(), AppealRight::By(remedy), period.as_ref(), Lang::Fi);
    assert!(text.contains("kuntalaki 365/1995 95.2 §"), "{text}");
    assert!(!text.contains("seitsemän päivän kuluttua"), "{text}");
    let period = published(remedy, date!(2017 - 06 - 01));
    let text = told_by(&city(), AppealRight::By(remedy), period.as_ref(), Lang::Fi);
    assert!(text.contains("seitsemän päivän kuluttua"), "{text}");
}

#[test]
fn a_municipal_appeal_names_its_court_and_grounds() {
    let name = |text: &str| LocalName {
        fi: text.into(),
        sv: text.into(),
        en: text.into(),
    };
    let court = Court {
        name: name("Alueen hallinto-oikeus"),
        postal_address: "PL 2, 00002 Kaupunki".into(),
        visiting_address: "Katu 2".into(),
        email: "hao@example.fi".into(),
        phone: "02 345".into(),
        online: "https://example.fi/asiointi".into(),
    };
    let city = City {
        court: Some(court),
        ..city()
    };
    let told = |remedy| told_by(&city, AppealRight::By(remedy), None, Lang::Fi);
    let text = told(Remedy::MunicipalAppeal);
    for expected in [
        "Alueen hallinto-oikeus",
        "PL 2, 00002 Kaupunki",
        "hao@example.fi",
        "virheellisessä järjestyksessä",
        "ennen valitusajan päättymistä",
        "oikeudenkäyntimaksun",
    ] {
        assert!(text.contains(expected), "{expected} is missing in:\n{text}");
    }
    let market = told(Remedy::MarketCourt);
    assert!(!market.contains("Alueen hallinto-oikeus"), "{market}");
    assert!(told(Remedy::SupremeAdministrativeCourt).contains("valitusluvan"));
}

#[test]
fn a_claim_goes_to_the_body_of_its_own_series() {
    let (city, offices) = (city(), Offices::kajaani());
    let board = LocalName {
        fi: "ympäristölautakunta".into(),
        sv: "miljönämnden".into(),
        en: "the environmental board".into(),
    };
    let instruction = Instruction {
        version: InstructionVersion::CURRENT,
        right: AppealRight::By(Remedy::Rectification),
        city: &city,
        claims_to: Some(&board),
        registry: offices
            .registry
            .row_on(date!(2023 - 08 - 18))
            .expect("the hours of the day are known"),
        member_period: None,
    };
    for (lang, body) in [
        (Lang::Fi, "käsittelee ympäristölautakunta"),
        (Lang::Sv, "behandlas av miljönämnden"),
        (Lang::En, "handled by the environmental board"),
    ] {
        let parts = instruction.parts(lang).into_iter();
        let text: String = parts
            .flat_map(|part| Text::new(part.blocks).passages())
            .collect();
        assert!(text.contains(body), "{text}");
    }
}

#[test]
fn a_decision_without_remedy_names_the_section_that_bars_it() {
    for (lang, section) in [
        (Lang::Fi, "kuntalaki 136 §"),
        (Lang::Sv, "kommunallagen 136 §"),
        (Lang::En, "Local Government Act, section 136"),
    ] {
        let right = AppealRight::PreparationOrImplementation;
        let text = told_by(&city(), right, None, lang);
        assert!(text.contains(section), "{text}");
        assert!(!text.contains("14"), "{text}");
    }
}
