//! The page on where an appeal stands names every stage in the words that officials read.

use domain::legal_force::AppealStage;
use time::macros::date;
use wording::Lang;
use wording::desk::appeal::stage;

const PAGE: &str = include_str!("../../../docs/states/appeal.md");

#[test]
fn every_stage_is_on_the_page_in_the_words_of_the_register() {
    let day = date!(2023 - 09 - 08);
    let mut rows = 0;
    for (name, stands) in [
        ("NoRemedy", AppealStage::NoRemedy),
        ("NotServed", AppealStage::NotServed),
        ("Running", AppealStage::Running { last_day: day }),
        ("Over", AppealStage::Over),
        ("UnderRectification", AppealStage::UnderRectification),
        ("UnderAppeal", AppealStage::UnderAppeal),
        ("Amended", AppealStage::Amended),
        ("Repealed", AppealStage::Repealed),
        ("Final", AppealStage::Final { from: day }),
        ("Reopened", AppealStage::Reopened),
    ] {
        let said = stage(stands, None, Lang::Fi).replace("8.9.2023", "…");
        let row = format!("| {name} | {said} |");
        assert!(PAGE.contains(&row), "{row}");
        rows += 1;
    }
    let table = PAGE.lines().filter(|line| line.starts_with("| ")).count();
    assert_eq!(
        table,
        rows + 1,
        "the table has a row for each stage and its head"
    );
}
