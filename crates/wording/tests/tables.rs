//! Every fault of a table tells an official what to do, and what a template calls a column is known.

use std::collections::BTreeSet;

use domain::Lang;
use domain::budget::BudgetColumn;
use domain::table::Fault;
use domain::table_import::{ImportKind, recognise};
use wording::desk::budget_import::column;
use wording::desk::import_column;
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

#[test]
fn what_a_template_of_a_table_says_is_known_in_each_language() {
    for kind in ImportKind::PLAIN {
        let columns = kind.columns();
        for lang in Lang::ALL {
            let header: Vec<String> = columns
                .iter()
                .map(|of| import_column::name(kind, of.field, lang).to_owned())
                .collect();
            let places: Vec<String> = (1..=columns.len()).map(|at| at.to_string()).collect();
            assert_eq!(recognise(columns, &header), places, "{header:?}");
            for of in columns {
                let means = import_column::means(kind, of.field, lang);
                assert!(means.ends_with('.'), "{}: {means}", of.field);
                assert!(label_of(&of.choice(), lang).is_some(), "{}", of.field);
            }
            let first = import_column::example(kind, columns[0].field, lang);
            let words = ["Esimerkki: ", "Exempel: ", "Example: "];
            assert!(words.iter().any(|word| first.starts_with(word)), "{first}");
        }
        // The codes of the register's own files are names too.
        let codes: Vec<String> = columns.iter().map(|of| of.field.to_owned()).collect();
        let known = recognise(columns, &codes);
        let unknown = [
            "posted_on",
            "joint",
            "contact_office",
            "funding_authority",
            "city_role",
            "text",
        ];
        for (of, place) in columns.iter().zip(known) {
            assert!(
                !place.is_empty() || unknown.contains(&of.field),
                "{}",
                of.field
            );
        }
    }
}

/// What the form of a plan calls money and costs is known in a table, in each language.
#[test]
fn what_a_plan_calls_money_and_costs_is_known_in_a_table() {
    use domain::funding::FundingCategory;
    use domain::funding::cost::{CostCategory, CostModel, SupportKind};
    use domain::table_import::plans::{AmountKind, kind, model, support};
    use wording::{cost, names};
    for lang in Lang::ALL {
        for of in FundingCategory::ALL {
            let said = kind(names::category(of, lang));
            assert_eq!(said, Some(AmountKind::Funding(of)), "{of:?} {lang:?}");
        }
        for of in CostCategory::ALL {
            let said = kind(cost::category(of, lang));
            assert_eq!(said, Some(AmountKind::Cost(of)), "{of:?} {lang:?}");
        }
        let total = wording::desk::table_import::TableImportText::TotalCost.text(lang);
        assert_eq!(kind(total), Some(AmountKind::TotalCost), "{lang:?}");
        for of in CostModel::ALL {
            let said = model(cost::model(of, lang));
            assert_eq!(said, Some(of.code()), "{of:?} {lang:?}");
        }
        for of in SupportKind::ALL {
            let said = support(cost::support(of, lang));
            assert_eq!(said, Some(of.code()), "{of:?} {lang:?}");
        }
    }
    assert_eq!(kind("jotain muuta"), None);
}
