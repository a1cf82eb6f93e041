//! Work that is done later.

use register::cases::{self, CaseDraft};
use register::jobs;
use time::Duration;

use crate::on_both;
use crate::world::{World, key, registrar};

on_both!(the_clean_up_is_done_once_a_day_and_forgets_old_results_of_forms);

async fn the_clean_up_is_done_once_a_day_and_forgets_old_results_of_forms(world: &World) {
    let register = &world.register;
    let draft = CaseDraft {
        number: "KAJDno-2023-1".to_owned(),
        public_title: "Asia".to_owned(),
        ..CaseDraft::default()
    };
    let open = async || cases::open(register, registrar(), key(1), &draft).await;
    let first = open().await.expect("it is opened");
    let run = async || world.run_jobs().await;
    assert_eq!(run().await, 1);
    assert_eq!(run().await, 0, "it was done today");
    assert_eq!(open().await.ok(), Some(first), "a young result is kept");
    world.clock.advance(jobs::FORM_RESULTS + Duration::DAY);
    world.session_clock.advance(Duration::DAY);
    assert_eq!(run().await, 1);
    assert!(
        open().await.is_err(),
        "the result was forgotten, and the number is taken"
    );
}
