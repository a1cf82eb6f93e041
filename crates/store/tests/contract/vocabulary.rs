//! The words by which the beginning of a word is looked for.

use std::collections::{BTreeMap, BTreeSet};

use domain::search::is_word;
use store::{Store, Tx};

use crate::on_both;
use crate::search::{add, found, words};
use crate::world;

on_both!(a_beginning_is_looked_for_as_the_words_that_begin_so);

/// Beginnings are looked for among the words of what is kept, and of nothing that was taken out.
pub(crate) async fn the_vocabulary_is_that_of_the_texts(tx: &mut Tx) {
    let texts: Vec<(String,)> = crate::ask!(
        *tx,
        "select text from decision_search union all select text from subject_search"
    )
    .unwrap();
    let mut expected = BTreeMap::new();
    for (text,) in &texts {
        let words: BTreeSet<&str> = text.split(' ').filter(|word| is_word(word)).collect();
        for word in words {
            *expected.entry(word.to_owned()).or_insert(0_i64) += 1;
        }
    }
    let kept: Vec<(String, i64)> = crate::ask!(*tx, "select word, texts from search_word").unwrap();
    assert_eq!(kept.into_iter().collect::<BTreeMap<_, _>>(), expected);
}

async fn a_beginning_is_looked_for_as_the_words_that_begin_so(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add(&mut tx, 1, "Zebrakoira").await;
    add(&mut tx, 2, "Zebrakissa").await;
    add(&mut tx, 3, "Zebrä").await;
    for (typed, expected) in [
        ("zebrak", vec![2, 1]),
        ("zebrakoir", vec![1]),
        ("zebrakoirax", vec![]),
    ] {
        assert_eq!(found(&mut tx, &words(typed)).await, expected, "{typed}");
    }
    // Of very many words those are looked for that stand in most texts.
    for number in 10..90 {
        add(&mut tx, number, &format!("Xylo{number}")).await;
    }
    for number in 90..93 {
        add(&mut tx, number, "Xyloyleinen").await;
    }
    let many = found(&mut tx, &words("xylo")).await;
    assert_eq!((many.len(), &many[..3]), (66, &[92, 91, 90][..]));
    let whole = tx.published_by_number(&[1, 3]).await.unwrap();
    let titles = whole
        .iter()
        .map(|decision| decision.sealed().unwrap().content.title.0.clone());
    assert_eq!(titles.collect::<Vec<_>>(), ["Zebrakoira", "Zebrä"]);
}
