//! What the sheet of a decision and its forms show of each state.

use app::pages::desk::decision::{sheet, sign};
use app::pages::desk::form::{Form, GivingBack, Signing};
use app::render;
use domain::Lang;
use domain::publicity::Personal;
use domain::role::Role;

use super::{At, decision_sheet, form, pages, shell};
use crate::at_each;

#[test]
fn who_may_only_read_sees_no_form() {
    let shell = shell(Lang::Fi, Role::Auditor);
    for at in [At::Draft, At::Proposal, At::Signed, At::Published] {
        let html = render::desk(|| {
            sheet::page(
                &shell,
                &decision_sheet("x", at),
                &Form::default(),
                true,
                None,
            )
        });
        let buttons = ["class=\"govuk-button\"", "class=\"govuk-button "];
        assert!(!buttons.iter().any(|class| html.contains(class)), "{at:?}");
    }
}

#[test]
fn what_an_import_could_not_place_stays_on_the_sheet_of_a_frozen_decision() {
    let shell = shell(Lang::Fi, Role::Registrar);
    for at in [At::Proposal, At::Signed, At::Published] {
        let mut sheet = decision_sheet("x", at);
        sheet.unrecognised = Personal::new("Kajaanissa 09.08.2023\n<b>".to_owned());
        let html = render::desk(|| sheet::page(&shell, &sheet, &Form::default(), true, None));
        assert!(html.contains("Kajaanissa 09.08.2023\n&lt;b&gt;"), "{at:?}");
        sheet.unrecognised = Personal::default();
        let html = render::desk(|| sheet::page(&shell, &sheet, &Form::default(), true, None));
        assert!(!html.contains("Tunnistamatta jäänyt teksti"), "{at:?}");
    }
}

#[test]
fn what_cannot_be_signed_can_only_be_returned() {
    let shell = shell(Lang::Fi, Role::DecisionMaker);
    let mut sheet = decision_sheet("x", At::Proposal);
    let page = |sheet: &_| {
        let (signing, giving_back) = (form(Signing::default()), form(GivingBack::default()));
        render::desk(|| sign::page(&shell, sheet, &signing, &giving_back, &Form::default()))
    };
    assert!(page(&sheet).contains("name=\"password\""));
    sheet.reading = Some(Err(at_each(["title"].into_iter())));
    let html = page(&sheet);
    assert!(!html.contains("name=\"password\""));
    assert!(html.contains("name=\"reason\""));
}

#[test]
fn publishing_says_what_it_starts() {
    let (_, html) = pages(&shell(Lang::Fi, Role::Registrar), "x")
        .into_iter()
        .find(|(page, _)| *page == "x/julkaise")
        .unwrap();
    assert!(html.contains("Julkaiseminen käynnistää 7 + 14 päivän ajan"));
}

#[test]
fn a_stale_form_shows_both_texts_where_they_differ() {
    let (_, html) = pages(&shell(Lang::Fi, Role::Preparer), "minun tekstini")
        .into_iter()
        .find(|(page, _)| *page == "409")
        .unwrap();
    assert!(html.contains(">tallennettu</p>") && html.contains(">minun tekstini</p>"));
    assert!(
        html.contains("name=\"title\" value=\"minun tekstini\""),
        "the typed text can be kept"
    );
    assert!(html.contains("name=\"version\" value=\"12\""));
    assert!(
        !html.contains(">Päätöksen kieli</h2>"),
        "what is the same is not shown"
    );
}
