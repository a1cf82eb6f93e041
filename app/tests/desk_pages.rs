//! What every officials' page must be.

mod common;
mod desk;

use std::collections::BTreeSet;

use app::pages::desk::decision::draft::Around;
use app::pages::desk::decision::{check, draft, service, sheet};
use app::pages::desk::form::Form;
use app::pages::desk::{accounts, funding, project, series};
use app::render;
use desk::{
    At, decision_draft, decision_sheet, form, pages, plan_draft, project_draft, refused, shell,
};
use domain::Lang;
use domain::finding::{Finding, FindingCode, Findings};
use domain::form::Rows as _;
use domain::role::Role;
use domain::service::ServiceDraft;
use wording::desk::label_of;
use wording::finding::sentence;

const HOSTILE: &str = "</textarea></title><script>alert(1)</script>\"'><blink>&amp;";

/// The values of an attribute wherever it stands in a page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let rests = html.split(opening.as_str()).skip(1);
    rests.filter_map(|rest| rest.split('"').next()).collect()
}

/// The tags of an element, each from its name to its end.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!("<{name} ");
    let rests = html.split(opening.as_str()).skip(1);
    rests.filter_map(|rest| rest.split('>').next()).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let opening = format!("{name}=\"");
    let at = tag.find(&opening)? + opening.len();
    tag[at..].split('"').next()
}

#[test]
fn no_typed_text_becomes_markup() {
    for role in [
        Role::Preparer,
        Role::Registrar,
        Role::DecisionMaker,
        Role::Finance,
    ] {
        for (page, html) in pages(&shell(Lang::Fi, role), HOSTILE) {
            assert!(!html.contains("<script>"), "{page}");
            assert!(!html.contains("<blink"), "{page}");
            // The one script is the module that starts the islands.
            assert_eq!(html.matches("<script").count(), 1, "{page}");
            assert_eq!(
                html.matches("<textarea").count(),
                html.matches("</textarea>").count(),
                "{page}"
            );
            // The picture of a plan has a title too.
            assert_eq!(
                html.matches("<title").count(),
                html.matches("</title>").count(),
                "{page}"
            );
        }
    }
}

#[test]
fn every_page_has_one_heading_unique_ids_and_a_label_for_each_field() {
    for lang in Lang::ALL {
        for (page, html) in pages(&shell(lang, Role::Registrar), "teksti") {
            assert_eq!(html.matches("<h1").count(), 1, "{page}");
            let ids = attributes(&html, "id");
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "{page}: {ids:?}");
            let labelled = attributes(&html, "for");
            for field in ["input", "select", "textarea"] {
                for tag in tags(&html, field) {
                    if attribute(tag, "type") == Some("hidden") {
                        continue;
                    }
                    let id = attribute(tag, "id").unwrap_or_default();
                    assert!(labelled.contains(&id), "{page}: {tag}");
                }
            }
            for described in attributes(&html, "aria-describedby") {
                for id in described.split(' ') {
                    assert!(ids.contains(&id), "{page}: {described}");
                }
            }
        }
    }
}

#[test]
fn every_form_carries_its_key_and_version_and_posts_to_an_address_in_its_language() {
    for (page, html) in pages(&shell(Lang::Sv, Role::Registrar), "teksti") {
        for form in html.split("<form ").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            if form.contains("method=\"get\"") {
                // It asks for another page and changes nothing.
                assert_eq!(form.matches("name=\"key\"").count(), 0, "{page}");
                continue;
            }
            assert!(form.contains("method=\"post\""), "{page}");
            let action = attribute(form, "action").unwrap_or_default();
            assert!(action.starts_with("/sv/"), "{page}: {action}");
            if !action.contains("kirjaudu") && !action.contains("uloskirjaudu") {
                assert!(
                    form.contains(&format!("name=\"key\" value=\"{}\"", desk::KEY)),
                    "{page}"
                );
                assert_eq!(form.matches("name=\"version\"").count(), 1, "{page}");
            }
        }
    }
}

/// One finding at each of some fields.
pub(crate) fn at_each<'a>(names: impl Iterator<Item = &'a str>) -> Findings {
    let mut findings = Findings::default();
    for name in names {
        findings.push(Finding::at(name, FindingCode::TooLong));
    }
    findings
}

/// Every place is linked from the summary, exists, and is said to be wrong.
pub(crate) fn assert_linked(page: &str, html: &str, findings: &Findings) {
    assert!(html.contains("<title>Virhe: "), "{page}");
    let summary = html.find("govuk-error-summary");
    assert!(
        summary < html.find("<h1"),
        "{page}: the summary is before the heading"
    );
    let (ids, links) = (attributes(html, "id"), attributes(html, "href"));
    for finding in findings {
        let place = finding.place.as_str();
        assert!(
            links.contains(&format!("#{place}").as_str()),
            "{page}: {place}"
        );
        let fields = ["input", "select", "textarea"]
            .map(|name| tags(html, name))
            .concat();
        let field = fields
            .iter()
            .find(|tag| attribute(tag, "id") == Some(place));
        assert!(field.is_some(), "{page}: no field {place}");
        let Some(field) = field else { continue };
        assert_eq!(attribute(field, "name"), Some(place), "{page}");
        assert!(field.contains("aria-invalid=\"true\""), "{page}: {field}");
        let error = format!("{place}-error");
        let described = attribute(field, "aria-describedby").unwrap_or_default();
        assert!(
            described.split(' ').any(|id| id == error),
            "{page}: {field}"
        );
        assert!(ids.contains(&error.as_str()), "{page}: {place}");
        assert!(
            label_of(place, Lang::Fi).is_some(),
            "{page}: {place} has no label"
        );
    }
    let sentences = html
        .matches(sentence(FindingCode::TooLong, Lang::Fi))
        .count();
    assert!(
        sentences >= 2 * findings.iter().count(),
        "{page}: said above and at the field"
    );
}

#[test]
fn every_finding_of_a_decision_is_linked_to_its_field() {
    let typed = decision_draft("teksti");
    let names: Vec<String> = typed.to_pairs().into_iter().map(|(name, _)| name).collect();
    let findings = at_each(names.iter().map(String::as_str));
    let form = refused(typed, findings.clone());
    let shell = shell(Lang::Fi, Role::Preparer);
    let html = render::desk(|| {
        draft::page(
            &shell,
            &decision_sheet("teksti", At::Draft),
            &form,
            &Around::default(),
        )
    });
    assert_linked("luonnos", &html, &findings);
}

#[test]
fn what_is_wrong_with_an_empty_draft_has_a_field_each() {
    let mut sheet = decision_sheet("teksti", At::Draft);
    let empty = domain::decision::DecisionDraft::default();
    let against = domain::decision::Readiness {
        case_number: sheet.case.number.clone(),
        project: None,
        period: None,
        decision_maker: None,
        parties_may_be_unknown: false,
        provisions_may_be_unknown: false,
    };
    let findings = empty.read(&against).unwrap_err();
    let form = refused(empty, findings.clone());
    let shell = shell(Lang::Fi, Role::Preparer);
    let html = render::desk(|| draft::page(&shell, &sheet, &form, &Around::default()));
    let ids = attributes(&html, "id");
    for finding in &findings {
        assert!(ids.contains(&finding.place.as_str()), "{}", finding.place);
    }

    sheet.reading = Some(Err(findings.clone()));
    let html = render::desk(|| check::page(&shell, &sheet, &desk::form(()), &[], None));
    let links = attributes(&html, "href");
    for finding in &findings {
        let to_field = format!("/luonnos#{}", finding.place);
        assert!(
            links.iter().any(|link| link.ends_with(&to_field)),
            "{to_field}"
        );
    }
    assert!(!html.contains("value=\"send\""), "it cannot be sent");
}

#[test]
fn every_finding_of_a_plan_and_a_project_is_linked_to_its_field() {
    let shell = shell(Lang::Fi, Role::Finance);
    let typed = plan_draft("teksti");
    let names: Vec<String> = typed.to_pairs().into_iter().map(|(name, _)| name).collect();
    let fields = names
        .iter()
        .map(String::as_str)
        // Nobody types these: what is wrong with a category is said at its total.
        .filter(|name| !["years", "costs-0-category"].contains(name));
    let findings = at_each(fields);
    let form = refused(typed, findings.clone());
    let html = render::desk(|| funding::page(&shell, &desk::project_sheet("teksti"), &form));
    assert_linked("rahoitus", &html, &findings);

    let typed = project_draft("teksti");
    let names: Vec<String> = typed.to_pairs().into_iter().map(|(name, _)| name).collect();
    let findings = at_each(names.iter().map(String::as_str));
    let form = refused(typed, findings.clone());
    let html = render::desk(|| {
        project::form(
            &shell,
            &desk::a_case("x"),
            None,
            &[desk::organisation("y")],
            &form,
        )
    });
    assert_linked("hanke", &html, &findings);
}

#[test]
fn every_finding_of_people_is_linked_to_its_field() {
    let shell = shell(Lang::Fi, Role::Administrator);
    let of = |pairs: Vec<(String, String)>| {
        let names: Vec<String> = pairs.into_iter().map(|(name, _)| name).collect();
        at_each(
            names
                .iter()
                .map(String::as_str)
                // An error leads to the first of a group of buttons, which is not invalid itself.
                .filter(|name| !desk::people::GROUPS.contains(name)),
        )
    };
    let typed = desk::people::new_account("x");
    let findings = of(typed.to_pairs());
    let form = refused(typed, findings.clone());
    let html = render::desk(|| accounts::new(&shell, &[], &form));
    assert_linked("kayttajat/uusi", &html, &findings);

    let typed = desk::people::account_facts("x");
    let findings = of(typed.to_pairs());
    let form = refused(typed, findings.clone());
    let sheet = desk::people::account_sheet("x");
    let html = render::desk(|| accounts::sheet(&shell, &sheet, &form, None));
    assert_linked("kayttajat/x", &html, &findings);

    let typed = desk::people::new_series("x");
    let findings = of(typed.to_pairs());
    let form = refused(typed, findings.clone());
    let html = render::desk(|| series::new(&shell, &form));
    assert_linked("pykalasarjat/uusi", &html, &findings);

    let typed = desk::people::series_facts("x");
    let findings = of(typed.to_pairs());
    let form = refused(typed, findings.clone());
    let sheet = desk::people::series_sheet("x");
    let html = render::desk(|| series::sheet(&shell, &sheet, &form, None));
    assert_linked("pykalasarjat/x", &html, &findings);
}

#[test]
fn everything_typed_comes_back() {
    let numbered = |pairs: Vec<(String, String)>| -> Vec<(String, String)> {
        let chosen = [
            "lang",
            "kind",
            "series",
            "remedy",
            "beneficiary",
            "city_role",
            "funding_authority",
            "cost_model",
            "support_kind",
            "years",
            "strength",
            "organisation",
            "means",
            "category",
            "part",
        ];
        let is_chosen = |name: &str| {
            let field = name.rsplit('-').next().unwrap_or(name);
            chosen.contains(&field) || name.starts_with("changes-")
        };
        let values = pairs.into_iter().enumerate().map(|(at, (name, value))| {
            let value = if is_chosen(&name) {
                value
            } else {
                format!("arvo{at}<")
            };
            (name, value)
        });
        values.collect()
    };
    let comes_back = |html: &str, pairs: &[(String, String)]| {
        for (name, value) in pairs {
            let escaped = value.replace('<', "&lt;");
            let as_value = format!("value=\"{escaped}\"");
            let as_text = format!(">\n{escaped}</textarea>");
            let as_choice = format!("<option value=\"{escaped}\" selected");
            let back = [as_value, as_text, as_choice]
                .iter()
                .any(|form| html.contains(form.as_str()));
            assert!(back, "{name} = {value}");
        }
    };
    let (preparer, finance) = (
        shell(Lang::Fi, Role::Preparer),
        shell(Lang::Fi, Role::Finance),
    );

    let pairs = numbered(decision_draft("x").to_pairs());
    let typed = form(domain::decision::DecisionDraft::from_pairs(&pairs));
    let sheet = decision_sheet("teksti", At::Draft);
    comes_back(
        &render::desk(|| draft::page(&preparer, &sheet, &typed, &Around::default())),
        &pairs,
    );

    let pairs = numbered(plan_draft("x").to_pairs());
    let typed = form(domain::funding::FundingPlanDraft::from_pairs(&pairs));
    let sheet = desk::project_sheet("teksti");
    comes_back(
        &render::desk(|| funding::page(&finance, &sheet, &typed)),
        &pairs,
    );

    let pairs = numbered(project_draft("x").to_pairs());
    let typed = form(domain::project::ProjectDraft::from_pairs(&pairs));
    let (case, organisations) = (desk::a_case("x"), [desk::organisation("y")]);
    let html = render::desk(|| project::form(&finance, &case, None, &organisations, &typed));
    comes_back(&html, &pairs);
}

#[test]
fn a_password_never_comes_back() {
    let shell = shell(Lang::Fi, Role::DecisionMaker);
    for (page, html) in pages(&shell, "salainen-sana") {
        for tag in tags(&html, "input") {
            if attribute(tag, "type") == Some("password") {
                assert_eq!(attribute(tag, "value"), None, "{page}: {tag}");
            }
        }
    }
}

#[test]
fn rows_are_added_and_removed_without_javascript() {
    let html = render::desk(|| {
        let typed = form(decision_draft("x"));
        draft::page(
            &shell(Lang::Fi, Role::Preparer),
            &decision_sheet("x", At::Draft),
            &typed,
            &Around::default(),
        )
    });
    let plan = render::desk(|| {
        let typed = form(plan_draft("x"));
        funding::page(
            &shell(Lang::Fi, Role::Finance),
            &desk::project_sheet("x"),
            &typed,
        )
    });
    for (html, draft_actions) in [
        (
            &html,
            &[
                "add-commitment",
                "add-party",
                "remove-commitment-0",
                "remove-party-0",
            ][..],
        ),
        (&plan, &["add-row", "remove-row-0", "remove-row-2"][..]),
    ] {
        for action in draft_actions {
            assert!(
                html.contains(&format!("name=\"action\" value=\"{action}\"")),
                "{action}"
            );
            let (mut draft, mut plan) = (decision_draft("x"), plan_draft("x"));
            assert!(
                draft.edit_rows(action) || plan.edit_rows(action),
                "{action}"
            );
        }
        let first = html
            .split("name=\"action\" value=\"")
            .nth(1)
            .unwrap_or_default();
        assert!(first.starts_with("save\""), "Enter saves");
    }
}

#[test]
fn the_funding_rows_are_an_island_whose_totals_say_what_is_unknown() {
    let typed = form(plan_draft("x"));
    let html = render::desk(|| {
        funding::page(
            &shell(Lang::Fi, Role::Finance),
            &desk::project_sheet("x"),
            &typed,
        )
    });
    assert_eq!(html.matches("<leptos-island").count(), 1);
    let island = html.split("<leptos-island").nth(1).unwrap_or_default();
    assert!(
        !island
            .split("</leptos-island>")
            .next()
            .unwrap_or_default()
            .contains("<textarea")
    );
    // Two lines of 2 500 in 2023; the second line's total is unknown, and the part is not summed.
    assert!(html.contains("5\u{a0}000,00\u{a0}€"), "the sum of 2023");
    assert!(
        html.contains("vähintään 5\u{a0}000,00\u{a0}€"),
        "the sum of all"
    );
}

#[test]
fn public_pages_have_no_script_and_the_desk_only_the_module() {
    let html = render::desk(|| {
        service::page(
            &shell(Lang::Fi, Role::Registrar),
            &decision_sheet("x", At::Signed),
            &desk::service_line("x", None),
            &form(ServiceDraft::default()),
        )
    });
    assert!(html.contains("<script type=\"module\" src=\"/assets/islands.js\">"));
    assert!(!html.contains("<leptos-island"));
    let public = render::public(|| {
        let shell = common::shell(Lang::Fi, "/", common::NOW);
        app::pages::public::front::page(&shell, &common::front(common::NOW))
    });
    assert!(!public.contains("<script"));
}

#[test]
fn a_period_that_cannot_be_computed_says_why_and_where_to_mend_it() {
    let shell = shell(Lang::Fi, Role::Registrar);
    let sheet = decision_sheet("x", At::Published);
    let html = render::desk(|| sheet::page(&shell, &sheet, &Form::default(), true, None));
    assert!(html.contains("Ei laskettavissa, koska kirjeen postituspäivää ei ole kirjattu."));
    let to_record = "/tyopoyta/paatokset/01890000-0000-7000-8000-000000000005/tiedoksianto/01890000-0000-7000-8000-000000000006";
    assert!(attributes(&html, "href").contains(&to_record));
    let computed = wording::desk::period::in_short(&desk::letter_period(), Lang::Fi);
    assert!(
        html.contains(&computed),
        "the recorded one is computed: {computed}"
    );
}
