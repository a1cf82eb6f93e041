//! What words find, and what lists of decisions are narrowed to.

use domain::Money;
use domain::case::Case;
use domain::funding::{
    Amounts, Funder, FundingCategory, FundingLine, FundingPlan, FundingPlanDraft,
};
use domain::id::{DecisionId, OrganisationId};
use domain::legal_force::LegalForce;
use domain::search::Query;
use domain::stub::{Ended, Stub, StubKind};
use domain::text::Text;
use domain::view::decision_list::{DecisionFilter, FilterPart, ListOrder, ListedStage};
use store::testing::LIST_QUESTIONS;
use store::{Audience, NewPlan, Saved, Store, Tx};
use time::macros::date;

use crate::on_both;
use crate::vocabulary::the_vocabulary_is_that_of_the_texts;
use crate::world::{
    self, CASE, GRANTEE, NOW, PREPARER, PROJECT, add_published, add_signed, at, content, id,
    made_elsewhere, project, publish, saved, sealed, section, slug,
};

on_both!(
    forms_of_words_find_each_other,
    words_follow_what_the_public_may_read,
    words_are_made_anew,
    what_fits_best_comes_first,
    a_list_is_narrowed_by_every_part_of_its_filter,
    counts_say_what_each_choice_leaves,
    projects_and_cases_are_found_once_they_are_public,
    any_text_can_be_looked_for,
    the_questions_of_lists_use_indexes,
);

const PAIRS: &str = include_str!("../../../domain/tests/search_pairs.csv");

pub(crate) fn words(words: &str) -> DecisionFilter {
    DecisionFilter {
        words: words.to_owned(),
        page: 1,
        ..DecisionFilter::default()
    }
}

pub(crate) async fn found(tx: &mut Tx, filter: &DecisionFilter) -> Vec<u32> {
    let page = tx.published_decisions(filter, NOW, 2_000).await.unwrap();
    assert!(!page.is_more);
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.iter().map(|row| row.section.number).collect()
}

/// Publishes a decision of a title as `§ number`.
pub(crate) async fn add(tx: &mut Tx, number: u32, title: &str) {
    let signed = sealed(section(number), content(title, vec![]), made_elsewhere());
    let signed = add_signed(tx, 5_000 + u128::from(number), signed).await;
    publish(tx, signed, date!(2023 - 08 - 18)).await;
}

async fn forms_of_words_find_each_other(store: &Store) {
    world::settle(store).await;
    let pairs: Vec<(&str, &str)> = PAIRS
        .lines()
        .skip(1)
        .map(|line| line.split_once(';').unwrap())
        .collect();
    let mut texts: Vec<&str> = pairs.iter().map(|(_, text)| *text).collect();
    texts.sort_unstable();
    texts.dedup();
    let mut tx = store.write().await.unwrap();
    for (number, text) in (1..).zip(&texts) {
        add(&mut tx, number, text).await;
    }
    let mut missed = Vec::new();
    for (typed, text) in &pairs {
        let number = u32::try_from(texts.binary_search(text).unwrap()).unwrap() + 1;
        if !found(&mut tx, &words(typed)).await.contains(&number) {
            missed.push((typed, text));
        }
    }
    assert!(
        pairs.len() >= 300 && missed.len() * 20 <= pairs.len(),
        "{missed:?}"
    );
}

async fn words_follow_what_the_public_may_read(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let hidden =
        "Myönnetään {personal|Matti Meikäläinen} ja {secret JulkL 24 §|liikesalaisuus} tuki.";
    let mut with_names = content("Avustus", vec![]);
    with_names.resolution = Text::from_markup(hidden).unwrap();
    let signed = sealed(section(5), with_names, made_elsewhere());
    let signed = add_signed(&mut tx, 100, signed).await;
    assert_eq!(
        found(&mut tx, &words("avustus")).await,
        Vec::<u32>::new(),
        "before it is published"
    );
    let decision = publish(&mut tx, signed, date!(2023 - 08 - 18)).await;
    for (typed, is_found) in [
        ("avustukset", true),
        ("tuen myöntäminen", false),
        ("tuki", true),
        ("meikäläinen", false),
        ("liikesalaisuus", false),
        ("\"Virkailija Numero 2\"", false),
        ("asia KAJDno-2023-912", true),
        ("kaivoskumppani", true),
        ("elokuu 2023", true),
    ] {
        assert_eq!(
            !found(&mut tx, &words(typed)).await.is_empty(),
            is_found,
            "{typed}"
        );
    }
    let stub = Stub {
        id: id(300),
        decision: decision.id,
        kind: StubKind::Withdrawn,
        reason: "Siinä oli virhe.".to_owned(),
        hides_title: true,
        made_at: at(10),
        made_by: id(PREPARER),
        office: "Kirjaaja".to_owned(),
        ended: None,
    };
    tx.add_stub(&stub).await.unwrap();
    assert_eq!(
        found(&mut tx, &words("avustus")).await,
        Vec::<u32>::new(),
        "while it is withdrawn"
    );
    assert_eq!(tx.wrong_words().await.unwrap(), []);
    the_vocabulary_is_that_of_the_texts(&mut tx).await;
    let ended = Ended {
        at: at(20),
        reason: "Korjattu".to_owned(),
    };
    tx.end_stub(&stub, &ended).await.unwrap();
    assert_eq!(found(&mut tx, &words("avustus")).await, [5]);

    // What its project is called since.
    let mut renamed = project(PROJECT, "kaivoskumppani");
    "Louhoskaveri".clone_into(&mut renamed.facts.name);
    let done = tx.save_project(&renamed, &saved(5)).await.unwrap();
    assert_ne!(done, Saved::Stale);
    assert_eq!(found(&mut tx, &words("louhoskaverin")).await, [5]);
    assert_eq!(
        found(&mut tx, &words("kaivoskumppani")).await,
        Vec::<u32>::new()
    );
    assert_eq!(tx.wrong_words().await.unwrap(), []);
    the_vocabulary_is_that_of_the_texts(&mut tx).await;
}

async fn words_are_made_anew(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    assert!(!tx.words_are_current().await.unwrap(), "nobody said so yet");
    crate::raw!(tx, "delete from decision_search").unwrap();
    crate::raw!(tx, "delete from subject_search").unwrap();
    assert_eq!(tx.wrong_words().await.unwrap(), [decision.id]);
    tx.renew_subjects().await.unwrap();
    let last = tx.renew_words(0, 10).await.unwrap();
    assert_eq!(last, Some(1));
    assert_eq!(tx.renew_words(1, 10).await.unwrap(), None);
    tx.words_were_renewed().await.unwrap();
    assert!(tx.words_are_current().await.unwrap());
    assert_eq!(tx.wrong_words().await.unwrap(), []);
    assert_eq!(found(&mut tx, &words("päätös 5")).await, [5]);
}

async fn what_fits_best_comes_first(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add(&mut tx, 1, "Osallistuminen vetytalouden hankkeeseen").await;
    add(&mut tx, 2, "Hankkeen jatko").await;
    add(&mut tx, 3, "Muu päätös").await;
    // The texts of all of them name a project's funding.
    for (typed, order, expected) in [
        ("rahoitus", None, vec![3, 2, 1]),
        ("hankkeen", None, vec![2, 1, 3]),
        ("vetytalous hanke", None, vec![1]),
        ("rahoitus", Some(ListOrder::Oldest), vec![1, 2, 3]),
        ("hankkeen", Some(ListOrder::Newest), vec![3, 2, 1]),
    ] {
        let filter = DecisionFilter {
            order,
            ..words(typed)
        };
        assert_eq!(found(&mut tx, &filter).await, expected, "{typed} {order:?}");
    }
    let second = words("hankkeen").at_page(2);
    let page = tx.published_decisions(&second, NOW, 2).await.unwrap();
    let numbers: Vec<u32> = page.rows.iter().map(|row| row.section.number).collect();
    assert_eq!((numbers, page.total), (vec![3], 3));
    let chunk = tx
        .published_chunk(&words("hankkeen"), NOW, Some(3), 1)
        .await
        .unwrap();
    assert_eq!((chunk.len(), chunk[0].publication_number), (1, 2));
    let all = DecisionFilter::default();
    let chunk = tx.published_chunk(&all, NOW, Some(3), 5).await.unwrap();
    let numbers: Vec<i64> = chunk.iter().map(|row| row.publication_number).collect();
    assert_eq!(numbers, [2, 1]);
}

/// A plan in which the grantee pays.
fn paid_by_grantee() -> FundingPlan {
    let line = FundingLine {
        funders: vec![Funder::Organisation(id(GRANTEE))],
        category: FundingCategory::OtherPublic,
        share: None,
        amounts: Amounts {
            total: None,
            years: vec![(2023, Money::from_cents(700))],
        },
        of_which: Vec::new(),
    };
    FundingPlan::new(None, vec![line]).unwrap()
}

fn statement(decision: DecisionId) -> LegalForce {
    LegalForce {
        id: id(400),
        decision,
        from: date!(2023 - 09 - 09),
        registry_checked_on: date!(2023 - 09 - 11),
        court_checked_on: date!(2023 - 09 - 12),
        stated_at: at(60),
        stated_by: id(PREPARER),
        office: "Kirjaaja".to_owned(),
        reopened: None,
    }
}

async fn a_list_is_narrowed_by_every_part_of_its_filter(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    // The period of the first ended, that of the second runs.
    add_published(&mut tx, 1, date!(2023 - 07 - 03), vec![]).await;
    let second = add_published(&mut tx, 2, date!(2023 - 08 - 18), vec![]).await;
    let plan = NewPlan {
        project: id(PROJECT),
        replaces: 0,
        plan: &paid_by_grantee(),
        draft: &FundingPlanDraft::default(),
        at: at(5),
    };
    assert_ne!(tx.add_plan(&plan).await.unwrap(), Saved::Stale);
    let filter = |pairs: &[(&str, &str)]| DecisionFilter::from_pairs(pairs.iter().copied());
    let grantee = id::<OrganisationId>(GRANTEE).to_string();
    for (pairs, expected) in [
        (vec![("alku", "1.8.2023")], vec![2]),
        (vec![("loppu", "2023-07-03")], vec![1]),
        (vec![("hanke", "kaivoskumppani")], vec![2, 1]),
        (vec![("hanke", "muu")], vec![]),
        (vec![("rahoittaja", grantee.as_str())], vec![2, 1]),
        (
            vec![("rahoittaja", "00000000-0000-0000-0000-0000000000ff")],
            vec![],
        ),
        (vec![("tila", "kaynnissa")], vec![2]),
        (vec![("tila", "paattynyt")], vec![1]),
        (vec![("tila", "lainvoimainen")], vec![]),
        (vec![("jarjestys", "vanhin")], vec![1, 2]),
        (
            vec![
                ("vuosi", "2023"),
                ("tila", "kaynnissa"),
                ("hanke", "kaivoskumppani"),
            ],
            vec![2],
        ),
    ] {
        let narrowed = filter(&pairs);
        assert_eq!(found(&mut tx, &narrowed).await, expected, "{pairs:?}");
        let with_words = DecisionFilter {
            words: "hankkeen rahoitus".to_owned(),
            order: Some(narrowed.order_now()),
            ..narrowed
        };
        assert_eq!(
            found(&mut tx, &with_words).await,
            expected,
            "{pairs:?} and words"
        );
    }
    tx.add_legal_force(&statement(second.id)).await.unwrap();
    assert_eq!(
        found(&mut tx, &filter(&[("tila", "lainvoimainen")])).await,
        [2]
    );
    let funders = tx.public_funders(NOW.date(), 10).await.unwrap();
    assert!(
        funders
            .iter()
            .any(|(funder, name)| *funder == id(GRANTEE) && name == "Korkeakoulu Oy")
    );
}

async fn counts_say_what_each_choice_leaves(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 1, date!(2023 - 07 - 03), vec![]).await;
    add_published(&mut tx, 2, date!(2023 - 08 - 18), vec![]).await;
    let all = DecisionFilter::default();
    let facets = tx.published_facets(&all, NOW, 5).await.unwrap();
    assert_eq!(facets.series.get("kaupunginjohtaja"), Some(&2));
    assert_eq!(facets.years.get(&2023), Some(&2));
    assert_eq!(facets.stages.get(ListedStage::Running.code()), Some(&1));
    assert!(!facets.is_more);
    assert!(tx.published_facets(&all, NOW, 1).await.unwrap().is_more);
    let of_words = tx.found_facets(&words("rahoitus"), NOW).await.unwrap();
    assert_eq!(of_words, facets);
    let none = words("rahoitus").without(FilterPart::Words);
    assert_eq!(
        tx.found_facets(&none, NOW).await.unwrap().years.len(),
        0,
        "no words find nothing"
    );
}

async fn projects_and_cases_are_found_once_they_are_public(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let (of_project, of_case) = (Query::typed("kaivoskumppanin"), Query::typed("912/2023"));
    assert_eq!(tx.projects_found(&of_project, 5).await.unwrap(), []);
    assert_eq!(tx.cases_found(&of_case, 5).await.unwrap(), []);
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    assert_eq!(
        tx.projects_found(&of_project, 5).await.unwrap(),
        [id(PROJECT)]
    );
    let cases = tx.cases_found(&of_case, 5).await.unwrap();
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].number.to_string(), "KAJDno-2023-912");
    let case = tx.case(id(CASE)).await.unwrap().unwrap();
    let renamed = Case {
        public_title: "Louhinnan edistäminen".to_owned(),
        ..case
    };
    let done = tx.save_case(&renamed, at(9)).await.unwrap();
    assert_ne!(done, Saved::Stale);
    let found_cases = tx.cases_found(&Query::typed("louhinta"), 5).await.unwrap();
    assert_eq!(found_cases.len(), 1);
    assert_eq!(found(&mut tx, &words("louhinta")).await, [5]);
    let everybody = tx
        .project_by_slug(&slug("kaivoskumppani"), Audience::Everybody)
        .await;
    assert!(everybody.unwrap().is_some());
}

/// No text that is typed is an error of a database, which would end the transaction.
async fn any_text_can_be_looked_for(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    for typed in [
        "\"",
        "\"\"",
        "*",
        "päätös*",
        "-päätös",
        "NOT päätös",
        "päätös AND",
        "päätös OR )",
        "(",
        "text:päätös",
        "^päätös",
        "NEAR(a b)",
        "'",
        "' or 1=1 --",
        "a & b | !c",
        "<->",
        ":*",
        "\\",
        "\u{0}päätös",
        "päätös\u{0}",
        "𝔭äätös",
        "🙂",
        "=tu",
        "#p5",
        "%",
        "_",
        "{}",
        "a\u{308}",
        "\u{202e}",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ] {
        let filter = DecisionFilter::from_pairs([("q", typed)]);
        found(&mut tx, &filter).await;
        tx.found_facets(&filter, NOW).await.unwrap();
        tx.projects_found(&Query::typed(typed), 5).await.unwrap();
    }
    let several = (0..60)
        .map(|n| format!("sana{n}"))
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(found(&mut tx, &words(&several)).await, Vec::<u32>::new());
}

/// Of a hundred thousand decisions a list reads those that an index leads to.
async fn the_questions_of_lists_use_indexes(store: &Store) {
    let mut tx = store.read().await.unwrap();
    let [of_sqlite, of_postgres] = LIST_QUESTIONS;
    let (questions, uuid) = match tx {
        Tx::Sqlite(_) => (of_sqlite, "x'00000000000000000000000000000001'"),
        Tx::Postgres(_) => (of_postgres, "'00000000-0000-0000-0000-000000000001'::uuid"),
    };
    if let Tx::Postgres(_) = tx {
        // With few rows PostgreSQL reads the whole table; told not to, it shows whether it can.
        crate::raw!(tx, "set enable_seqscan = off").unwrap();
    }
    for question in questions {
        let has_words = question.contains("match $10") || question.contains("@@");
        let (tenth, eleventh) = if has_words {
            ("'sana'", "20")
        } else {
            ("20", "0")
        };
        let mut question = (*question).to_owned();
        for (name, value) in [
            ("$12", "5"),
            ("$11", eleventh),
            ("$10", tenth),
            ("$9", "'09:00:00.0'"),
            ("$8", "'2023-08-21'"),
            ("$7", "'kaynnissa'"),
            ("$6", "'2023-08-21'"),
            ("$5", "'2023-08-01'"),
            ("$4", uuid),
            ("$3", "'hanke'"),
            ("$2", "2023"),
            ("$1", "'sarja'"),
        ] {
            question = question.replace(name, value);
        }
        let steps: Vec<String> = match &mut tx {
            Tx::Sqlite(tx) => {
                let explain: &'static str = format!("explain query plan {question}").leak();
                let rows: Vec<(i64, i64, i64, String)> =
                    sqlx::query_as(explain).fetch_all(&mut **tx).await.unwrap();
                rows.into_iter().map(|row| row.3).collect()
            }
            Tx::Postgres(tx) => {
                let explain: &'static str = format!("explain {question}").leak();
                let rows: Vec<(String,)> =
                    sqlx::query_as(explain).fetch_all(&mut **tx).await.unwrap();
                rows.into_iter().map(|row| row.0).collect()
            }
        };
        let whole = |step: &&String| {
            let read = step.strip_prefix("SCAN ");
            let read = read.and_then(|of| of.split(' ').next());
            let is_read =
                read.is_some_and(|of| ["a", "c", "d", "l", "p", "s", "x", "y"].contains(&of));
            step.contains("Seq Scan") || is_read && !step.contains("INDEX")
        };
        let whole: Vec<_> = steps.iter().filter(whole).collect();
        assert!(whole.is_empty(), "{question}: {steps:#?}");
    }
}
