//! Every finding tells an official what to do, in each language.

use std::collections::BTreeSet;

use domain::Lang;
use domain::finding::FindingCode;
use wording::finding::sentence;

#[test]
fn every_finding_has_a_sentence_of_its_own_in_each_language() {
    for lang in Lang::ALL {
        let sentences: BTreeSet<&str> = FindingCode::ALL
            .iter()
            .map(|code| sentence(*code, lang))
            .collect();
        assert_eq!(sentences.len(), FindingCode::ALL.len(), "{lang:?}");
        for said in sentences {
            assert!(said.ends_with('.'), "{said}");
            assert!(said.starts_with(char::is_uppercase), "{said}");
            assert!(said.chars().count() <= 120, "{said}");
        }
    }
}

#[test]
fn no_sentence_was_left_in_another_language() {
    for code in FindingCode::ALL {
        let said: BTreeSet<&str> = Lang::ALL
            .iter()
            .map(|lang| sentence(*code, *lang))
            .collect();
        assert_eq!(said.len(), Lang::ALL.len(), "{}", code.code());
    }
}
