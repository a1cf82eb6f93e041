//! Every fault of a table tells an official what to do, and what a template calls a column is known.

use std::collections::BTreeSet;

use domain::Lang;
use domain::budget::BudgetColumn;
use domain::table::Fault;
use wording::desk::budget_import::column;
use wording::desk::label_of;
use wording::table::sentence;

#[test]
fn every_fault_has_a_sentence_of_its_own_in_each_language() {
    let all: BTreeSet<&str> = Fault::ALL
        .iter()
        .flat_map(|fault| Lang::ALL.map(|lang| sentence(*fault, lang)))
        .collect();
    assert_eq!(all.len(), Fault::ALL.len() * Lang::ALL.len());
    for said in all {
        assert!(said.ends_with('.'), "{said}");
        assert!(said.starts_with(char::is_uppercase), "{said}");
        assert!(said.chars().count() <= 130, "{said}");
    }
}

#[test]
fn what_a_template_calls_a_column_is_known_in_each_language() {
    for lang in Lang::ALL {
        for of in BudgetColumn::ALL {
            let name = column(of, lang);
            assert_eq!(BudgetColumn::of_header(name), Some(of), "{name}");
            let loud = format!("  {} ", name.to_uppercase());
            assert_eq!(BudgetColumn::of_header(&loud), Some(of), "{loud}");
            assert_eq!(label_of(&of.choice(), lang).as_deref(), Some(name));
        }
    }
    for other in ["", "Huomautus", "Yhteensä"] {
        assert_eq!(BudgetColumn::of_header(other), None, "{other}");
    }
}
