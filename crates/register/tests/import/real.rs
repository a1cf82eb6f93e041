//! Reading the real decision document at run time.

use crate::support::{codes, read, real, squashed};
use domain::decision::Readiness;
use domain::finding::parse_date;
use domain::id::OrganisationId;
use domain::service::ServiceMeans;
use domain::text::Text;
use register::import::{NoteKind, PartKind, Subject};
use time::macros::date;
use uuid::Uuid;

#[test]
fn the_real_decision_is_read_with_its_identity_and_texts() {
    let reading = read(&real());
    let draft = &reading.draft;
    assert_eq!(
        reading
            .case_number
            .map(|number| number.to_string())
            .as_deref(),
        Some("KAJDno-2023-912")
    );
    assert_eq!(
        draft.title,
        real().lines().nth(1).expect("a second line").trim()
    );
    assert_eq!(
        (draft.section.as_str(), draft.series.as_str()),
        ("5/2023", "kaupunginjohtaja")
    );
    assert_eq!(reading.section.and_then(|section| section.year), Some(2023));
    assert_eq!(draft.authority, "Hallintosääntö 17 §");
    assert_eq!(draft.contact_office, "Kaupunginjohtaja");
    assert_eq!(draft.remedy, "rectification");
    let background = Text::from_markup(&draft.background).expect("the markup is good");
    let resolution = Text::from_markup(&draft.resolution).expect("the markup is good");
    assert_eq!(
        (background.blocks().len(), resolution.blocks().len()),
        (10, 1)
    );
    assert_eq!(background.to_markup(), draft.background);
}

#[test]
fn the_real_decision_is_read_with_its_project_and_money() {
    let reading = read(&real());
    let project = &reading.project;
    assert_eq!(project.name, "Kaivoskumppani");
    assert_eq!(
        (project.first_month.as_str(), project.last_month.as_str()),
        ("10/2022", "9/2024")
    );
    assert_eq!(
        project.programme_number,
        "EURA 2021/401229/09 02 01 01/2022/Kainuu"
    );
    assert_eq!(project.programme_date, "17.4.2023");
    assert_eq!(
        reading.party.as_deref(),
        Some("Kajaanin ammattikorkeakoulu Oy")
    );
    let commitments: Vec<_> = reading
        .draft
        .commitments
        .iter()
        .map(|line| {
            (
                line.year.as_str(),
                line.amount.as_str(),
                line.strength.as_str(),
            )
        })
        .collect();
    assert_eq!(
        commitments,
        [
            ("2023", "2 500,00", "granted"),
            ("2024", "2 500,00", "granted")
        ]
    );
    let plan = &reading.plan;
    assert_eq!(
        (plan.total_cost.as_str(), &plan.years[..]),
        ("", &[2022, 2023, 2024][..])
    );
    let rows: Vec<_> = plan
        .rows
        .iter()
        .map(|row| {
            (
                row.funders.as_str(),
                row.category.as_str(),
                row.share.as_str(),
                row.total.as_str(),
                row.part,
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Kainuun liitto", "eu_and_state", "80 %", "", false),
            (
                "Kajaanin ammattikorkeakoulu Oy; Sotkamon kunta; Kajaanin kaupunki; *",
                "several",
                "20 %",
                "",
                false
            ),
            ("Kajaanin kaupunki", "municipal_share", "", "5 000,00", true),
        ]
    );
    assert_eq!(plan.rows[2].amounts, ["", "2 500,00", "2 500,00"]);
}

#[test]
fn the_real_decision_is_read_with_what_was_recorded_of_it_elsewhere() {
    let reading = read(&real());
    assert_eq!(reading.elsewhere.decided_on, None);
    assert_eq!(reading.elsewhere.no_later_than, Some(date!(2023 - 08 - 09)));
    assert_eq!(reading.publication.on, Some(date!(2023 - 08 - 18)));
    assert_eq!(reading.certification.on, Some(date!(2023 - 08 - 09)));
    assert_eq!(reading.certification.place.as_deref(), Some("Kajaanissa"));
    assert_eq!(
        reading.signature.office.as_deref(),
        Some("Kaupunginjohtaja")
    );
    assert_eq!(
        (reading.service.means, reading.service.event_on),
        (Some(ServiceMeans::Letter), None)
    );
    assert_eq!(reading.draft.parties[0].means, "letter");
    let authority = &reading.receiving_authority;
    assert_eq!(
        authority.body.as_deref(),
        Some("Kajaanin kaupunginhallitus")
    );
    assert_eq!(
        authority.postal_address.as_deref(),
        Some("PL 133, 87101 Kajaani")
    );
    assert_eq!(
        authority.visiting_address.as_deref(),
        Some("Pohjolankatu 13, 87100 Kajaani")
    );
    assert_eq!(authority.email.as_deref(), Some("kajaani@kajaani.fi"));
    assert_eq!(authority.phone.as_deref(), Some("08 61551 (vaihde)"));
    let hours = authority
        .opening_hours
        .as_deref()
        .expect("the hours are stated");
    assert!(
        hours.starts_with("klo 8.00-16.00") && hours.ends_with("klo 8.00-15.00."),
        "{hours}"
    );
}

#[test]
fn the_notes_say_what_is_inferred_missing_and_deviating() {
    use Subject as S;
    let reading = read(&real());
    assert_eq!(
        codes(&reading, NoteKind::NotFound),
        [S::DecisionDate, S::TotalCost, S::ServiceDay]
    );
    assert_eq!(
        codes(&reading, NoteKind::Inferred),
        [
            S::SignedNoLaterThan,
            S::Section,
            S::SectionYear,
            S::Project,
            S::Party
        ]
    );
    assert_eq!(
        codes(&reading, NoteKind::Deviates),
        [S::CertifiedBeforePublished, S::MemberKnowledge]
    );
    let member = reading
        .notes
        .iter()
        .find(|note| note.subject == S::MemberKnowledge);
    let member = member.expect("it deviates");
    assert!(
        member.value.contains("seitsemän päivän kuluessa"),
        "{}",
        member.value
    );
    let line = member.line.expect("it stands on a line");
    assert!(
        real()
            .lines()
            .nth(line - 1)
            .is_some_and(|line| line.contains("Kunnan jäsenen"))
    );
    for subject in [
        S::LetterKnowledge,
        S::EMessageKnowledge,
        S::Period,
        S::NonDays,
        S::ClosingHour,
        S::KnowledgeDayCounted,
        S::Claimants,
    ] {
        assert!(
            codes(&reading, NoteKind::Read).contains(&subject),
            "{subject:?}"
        );
    }
}

#[test]
fn what_was_read_is_a_complete_draft_once_the_party_is_found() {
    let reading = read(&real());
    let id = OrganisationId::from(Uuid::from_u128(1));
    let case = Uuid::from_u128(2).into();
    let project = reading.project.read(case).expect("the project is complete");
    let mut draft = reading.draft.clone();
    draft.parties[0].organisation = id.to_string();
    draft.compact();
    let content = draft.read(&Readiness {
        case_number: reading.case_number.clone(),
        project: None,
        period: project.facts.period,
        decision_maker: reading.signature.office.clone(),
        parties_may_be_unknown: false,
        provisions_may_be_unknown: true,
    });
    assert_eq!(content.map(|content| content.commitments.0.len()), Ok(2));
    let plan = reading
        .plan
        .read(|_| Some(id))
        .expect("the plan is complete");
    assert_eq!((plan.lines().len(), plan.total_cost()), (2, None));
}

#[test]
fn no_word_of_the_real_decision_is_lost() {
    let text = real();
    let reading = read(&text);
    let kept = squashed(&reading);
    for word in text.split_whitespace() {
        let dated = parse_date(word).map(|day| day.to_string().replace('-', ""));
        let squashed: String = word
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        let found = kept.contains(&squashed) || dated.is_some_and(|day| kept.contains(&day));
        assert!(found, "{word}");
    }
    // Longer runs than words: every line that is neither divided between fields nor a date.
    let divided = [
        PartKind::Contact,
        PartKind::Distribution,
        PartKind::Signature,
    ];
    let from = |part| {
        reading
            .headings
            .iter()
            .find(|heading| heading.part == part)
            .map(|heading| heading.line)
    };
    let (first, last) = (
        from(divided[0]).expect("a contact"),
        from(PartKind::Publication).expect("a publication"),
    );
    for (at, line) in text.lines().enumerate() {
        let squashed: String = line
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        if !(first..last).contains(&(at + 1)) && parse_date(line).is_none() {
            assert!(kept.contains(&squashed), "line {}", at + 1);
        }
    }
}

#[test]
fn names_of_people_stand_only_where_they_are_never_public() {
    let text = real();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let after = |heading: &str| {
        let at = lines
            .iter()
            .position(|line| *line == heading)
            .expect("the heading is there");
        lines[at + 1..]
            .iter()
            .find(|line| !line.is_empty())
            .expect("something stands below")
    };
    let mut names: Vec<&str> = after("Tiedoksi").split([',', ' ']).collect();
    names.extend(after("Allekirjoitus").split(' ').skip(1));
    names.retain(|name| !name.is_empty());
    assert_eq!(names.len(), 6, "three people");
    let reading = read(&text);
    let draft = &reading.draft;
    assert_eq!(draft.distribution.lines().count(), 2);
    let open = serde_json::json!([
        draft.title,
        draft.background,
        draft.resolution,
        draft.authority,
        draft.contact_office,
        draft.commitments,
        reading.project,
        reading.plan,
        reading.party,
        reading.receiving_authority,
        reading.notes,
        reading.headings,
        reading.elsewhere,
    ])
    .to_string();
    for name in names {
        assert!(!open.contains(name));
        assert!(draft.distribution.contains(name) || draft.contact_person.contains(name));
    }
    assert!(
        !format!("{:?}", reading.signature)
            .contains(draft.contact_person.split(',').next().expect("a name"))
    );
}

#[test]
fn a_name_within_the_background_is_marked_personal() {
    let text = real();
    let distribution = read(&text).draft.distribution;
    let name = distribution.lines().next().expect("somebody is informed");
    let named = text.replacen(
        "Hanke perustuu",
        &format!("Hanketta vetää {name}. Hanke perustuu"),
        1,
    );
    let reading = read(&named);
    assert!(
        reading
            .draft
            .background
            .contains(&format!("{{personal|{name}}}"))
    );
    let public = Text::from_markup(&reading.draft.background)
        .expect("good markup")
        .public_version();
    assert!(!public.to_markup().contains(name));
    assert!(codes(&reading, NoteKind::Inferred).contains(&Subject::NamesInText));
}
