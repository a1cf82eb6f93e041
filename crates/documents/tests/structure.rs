//! What every document must be, whatever it says: tagged in reading order, whole over page
//! breaks, the same bytes each time.

#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;
#[expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
mod reading;

use common::{content, dated, heading, paragraph};
use documents::pdf::{
    Align, Block, Column, Content, Fact, Headings, Inline, Level, ListKind, Row, RowKind, Table,
    render,
};
use domain::Lang;
use proptest::prelude::*;
use reading::{Element, Kid, Reading};
use std::collections::BTreeSet;

#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
fn read(content: &Content) -> Reading {
    Reading::of(&render(content).unwrap())
}

fn pages(blocks: Vec<Block>) -> usize {
    read(&content(blocks)).pages.len()
}

/// Fails unless every mark on every page belongs to exactly one element, headings descend one
/// level at a time and links are tagged.
fn assert_tagged(reading: &Reading) {
    let tree = reading.tree();
    let elements = tree.all();
    let told: Vec<(usize, i64)> = elements
        .iter()
        .flat_map(|element| element.content())
        .collect();
    let mut drawn = Vec::new();
    for page in 0..reading.pages.len() {
        let marks = reading.marks(page);
        let numbers = marks.iter().filter_map(|mark| mark.number);
        drawn.extend(numbers.map(|number| (page, number)));
    }
    let unique: BTreeSet<_> = told.iter().copied().collect();
    assert_eq!(unique.len(), told.len(), "a mark belongs to two elements");
    assert_eq!(
        unique,
        drawn.iter().copied().collect(),
        "tags and drawing differ"
    );
    assert_headings_descend(&tree);
    assert_links_lead_back(reading, &tree);
}

/// PDF/UA-1 7.4.2: no heading skips a level.
fn assert_headings_descend(tree: &Element) {
    let mut last = 0;
    for element in tree.all() {
        if let Some(level) = element
            .role
            .strip_prefix('H')
            .and_then(|rank| rank.parse().ok())
        {
            assert!(level <= last + 1, "H{level} after H{last}");
            last = level;
        }
    }
}

/// PDF/UA-1 7.18.5: every link annotation is in a Link element and says where it leads.
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
fn assert_links_lead_back(reading: &Reading, tree: &Element) {
    let mut in_tree = BTreeSet::new();
    for element in tree.all() {
        for kid in &element.kids {
            if let Kid::Annotation(id) = kid {
                assert_eq!(element.role, "Link");
                assert!(in_tree.insert(*id));
            }
        }
    }
    let mut on_pages = BTreeSet::new();
    for page in &reading.pages {
        for annotation in reading.document.get_page_annotations(*page).unwrap() {
            assert!(annotation.has(b"StructParent") && annotation.has(b"Contents"));
        }
        let page = reading.document.get_dictionary(*page).unwrap();
        if let Ok(annotations) = page.get(b"Annots") {
            let ids = annotations.as_array().unwrap().iter();
            on_pages.extend(ids.map(|id| id.as_reference().unwrap()));
        }
    }
    assert_eq!(in_tree, on_pages);
}

/// Fails if a word begins outside of the text area or of the lines for header and footer.
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
fn assert_within_the_page(reading: &Reading) {
    for page in 0..reading.pages.len() {
        for operation in reading.operations(page) {
            if operation.operator == "Td" {
                let at = |index: usize| operation.operands[index].as_float().unwrap();
                assert!(
                    (70.8..=524.5).contains(&at(0)),
                    "x {} on page {page}",
                    at(0)
                );
                assert!(
                    (30.0..=800.0).contains(&at(1)),
                    "y {} on page {page}",
                    at(1)
                );
            }
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let content = common::extract();
    let bytes = render(&content).unwrap();
    assert_eq!(bytes, render(&content).unwrap());
    let kept = serde_json::to_string(&content).unwrap();
    let printed_again: Content = serde_json::from_str(&kept).unwrap();
    assert_eq!(bytes, render(&printed_again).unwrap());
    let other = Content {
        subject: None,
        ..content
    };
    assert_ne!(bytes, render(&other).unwrap());
}

#[test]
fn the_samples_are_tagged_throughout() {
    let samples = [
        common::one_page(),
        common::extract(),
        common::five_pages(),
        common::hostile(),
        common::empty(),
    ];
    for sample in samples {
        let reading = read(&sample);
        assert_tagged(&reading);
        assert_within_the_page(&reading);
    }
}

#[test]
fn the_text_layer_reads_in_order_with_spaces_at_the_ends_of_lines() {
    let words: Vec<String> = (0..60).map(|number| format!("sana{number}")).collect();
    let text = words.join(" ");
    let reading = read(&content(vec![paragraph(&text)]));
    assert_eq!(reading.text(0), text);
}

#[test]
fn a_paragraph_over_a_page_break_is_one_element_with_content_on_both_pages() {
    let text = "Sähköbussihanke etenee suunnitellusti. ".repeat(200);
    let reading = read(&content(vec![paragraph(&text)]));
    let tree = reading.tree();
    let paragraphs = tree.of_role("P");
    assert_eq!(paragraphs.len(), 1);
    let on: Vec<usize> = paragraphs[0]
        .content()
        .into_iter()
        .map(|(page, _)| page)
        .collect();
    assert_eq!(on, (0..reading.pages.len()).collect::<Vec<_>>());
    assert!(on.len() > 1);
}

#[test]
fn a_table_header_is_tagged_once_and_shown_on_every_page() {
    let rows = (0..150).map(|row| Row::new(RowKind::Entry, [format!("{row}"), "1,00".into()]));
    let columns = vec![
        Column::new("Vuosi", Align::Left),
        Column::new("Euroa", Align::Right),
    ];
    let table = Table::new(columns, rows.collect()).headed(Headings::ColumnsAndRows);
    let reading = read(&content(vec![Block::Table(table)]));
    assert!(reading.pages.len() > 2);

    let tree = reading.tree();
    let heads = tree.of_role("TH");
    let scopes = |scope| {
        heads
            .iter()
            .filter(|head| head.attribute("Scope") == Some(scope))
            .count()
    };
    assert_eq!((scopes("Column"), scopes("Row")), (2, 150));
    assert_eq!(tree.of_role("TR").len(), 151);
    assert_eq!(tree.of_role("TD").len(), 150);
    for page in 0..reading.pages.len() {
        let marks = reading.marks(page);
        let with_header = marks.iter().filter(|mark| mark.text.starts_with("Vuosi"));
        let tagged: Vec<bool> = with_header.map(|mark| mark.number.is_some()).collect();
        assert_eq!(tagged, [page == 0], "page {page}");
    }
}

#[test]
fn a_list_has_labels_bodies_and_its_numbering() {
    let items = ["yksi", "kaksi"]
        .map(|item| vec![Inline::plain(item)])
        .to_vec();
    let list = |kind| Block::List {
        kind,
        items: items.clone(),
    };
    let reading = read(&content(vec![
        list(ListKind::Numbers),
        list(ListKind::Bullets),
    ]));
    let tree = reading.tree();
    let lists = tree.of_role("L");
    let numbering: Vec<_> = lists
        .iter()
        .map(|list| list.attribute("ListNumbering"))
        .collect();
    assert_eq!(numbering, [Some("Decimal"), Some("Disc")]);
    let roles: Vec<&str> = lists[0]
        .all()
        .iter()
        .map(|element| element.role.as_str())
        .collect();
    assert_eq!(roles, ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]);
    assert_eq!(reading.text(0), "1.yksi2.kaksi•yksi•kaksi");
}

#[test]
fn foreign_words_and_links_are_elements_within_their_paragraph() {
    let text = vec![
        Inline::plain("Kaupunki ("),
        Inline::foreign(Lang::Sv, "Kajana stad"),
        Inline::plain(") ja "),
        Inline::link("osoite", "https://example.fi/a"),
        Inline::foreign(Lang::Fi, "."),
    ];
    let reading = read(&content(vec![Block::Paragraph(text)]));
    let tree = reading.tree();
    let roles: Vec<&str> = tree
        .all()
        .iter()
        .map(|element| element.role.as_str())
        .collect();
    assert_eq!(roles, ["Document", "P", "Span", "Link"]);
    let lang = tree.of_role("Span")[0]
        .dictionary
        .get(b"Lang")
        .unwrap()
        .as_str()
        .unwrap();
    assert_eq!(lang, b"sv-FI");
    assert_eq!(reading.text(0), "Kaupunki (Kajana stad) ja osoite.");
    assert_tagged(&reading);
}

#[test]
fn headings_make_a_nested_outline() {
    let blocks = vec![
        heading(Level::One, "Päätös"),
        heading(Level::Two, "Perustelut"),
        paragraph("x"),
        heading(Level::Two, "Ohje"),
    ];
    let reading = read(&content(blocks));
    let document = &reading.document;
    let outlines = document
        .catalog()
        .unwrap()
        .get_deref(b"Outlines", document)
        .unwrap();
    let first = outlines
        .as_dict()
        .unwrap()
        .get_deref(b"First", document)
        .unwrap();
    let first = first.as_dict().unwrap();
    assert_eq!(first.get(b"Count").unwrap().as_i64().unwrap(), 2);
    let last = first
        .get_deref(b"Last", document)
        .unwrap()
        .as_dict()
        .unwrap();
    let dest = last.get(b"Dest").unwrap().as_array().unwrap();
    assert_eq!(dest[0].as_reference().unwrap(), reading.pages[0]);
}

#[test]
fn the_file_says_whose_it_is_when_and_in_which_language() {
    let mut content = common::one_page();
    content.lang = Lang::Sv;
    let reading = read(&content);
    let document = &reading.document;
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"sv-FI");
    let xmp = catalog
        .get_deref(b"Metadata", document)
        .unwrap()
        .as_stream()
        .unwrap();
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    assert!(xmp.contains("Kajaanin kaupunki"));
    assert!(xmp.contains("<xmp:CreateDate>2023-08-09T12:00:00+03:00</xmp:CreateDate>"));
    let info = document
        .trailer
        .get_deref(b"Info", document)
        .unwrap()
        .as_dict()
        .unwrap();
    assert_eq!(
        info.get(b"CreationDate").unwrap().as_str().unwrap(),
        b"D:20230809120000+03'00'"
    );
    assert_eq!(content.dated, dated());
}

#[test]
fn pages_are_numbered_of_their_count() {
    let reading = read(&common::five_pages());
    for page in 0..5 {
        let marks = reading.marks(page);
        let header = marks
            .iter()
            .find(|mark| mark.tag == "Artifact" && mark.text.contains('§'));
        let header = header.expect("every page has the running header");
        assert_eq!(header.number, None);
        assert!(
            header.text.ends_with(&format!("{} (5)", page + 1)),
            "{}",
            header.text
        );
    }
}

#[test]
fn two_hundred_pages_are_made() {
    let text = "Kaupunki myöntää hankkeelle rahoitusta. ".repeat(60);
    let count = pages((0..400).map(|_| paragraph(&text)).collect());
    assert!(count >= 200, "{count}");
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        (any::<String>(), any::<bool>()).prop_map(|(text, strong)| Inline::Text {
            text,
            strong,
            lang: None
        }),
        "[a-zåäö ]{0,200}".prop_map(|text| Inline::foreign(Lang::Sv, text)),
        ("\\PC{0,30}", "(https:|javascript:|)\\PC{0,20}")
            .prop_map(|(text, href)| Inline::link(text, href)),
        "[a-zåäö0-9 ,.-]{0,400}".prop_map(Inline::plain),
    ]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    let level = prop::sample::select(vec![Level::One, Level::Two, Level::Three, Level::Four]);
    let kind = prop::sample::select(vec![ListKind::Bullets, ListKind::Numbers]);
    let align = prop::sample::select(vec![Align::Left, Align::Right]);
    let row_kind = prop::sample::select(vec![RowKind::Entry, RowKind::Total]);
    let column = (inlines(), align).prop_map(|(heading, align)| Column { heading, align });
    let row = (row_kind, prop::collection::vec(inlines(), 0..5))
        .prop_map(|(kind, cells)| Row { kind, cells });
    let table = (
        prop::collection::vec(column, 0..5),
        prop::collection::vec(row, 0..6),
        prop::option::of(any::<String>()),
    );
    let fact = (any::<String>(), inlines()).prop_map(|(label, value)| Fact { label, value });
    prop_oneof![
        (level, inlines()).prop_map(|(level, text)| Block::Heading { level, text }),
        inlines().prop_map(Block::Paragraph),
        (kind, prop::collection::vec(inlines(), 0..5))
            .prop_map(|(kind, items)| Block::List { kind, items }),
        table.prop_map(|(columns, rows, caption)| {
            let table = Table::new(columns, rows);
            Block::Table(match caption {
                Some(caption) => table.captioned(caption),
                None => table,
            })
        }),
        prop::collection::vec(fact, 0..5).prop_map(Block::Facts),
        prop::collection::vec(inlines(), 0..4).prop_map(Block::Notice),
        Just(Block::Rule),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_content_becomes_a_tagged_document(
        blocks in prop::collection::vec(block(), 0..14),
        title in any::<String>(),
        header in any::<String>(),
        footer in any::<String>(),
    ) {
        let content = Content { title, header, footer, ..content(blocks) };
        let kept = serde_json::to_string(&content).unwrap();
        let of_kept: Content = serde_json::from_str(&kept).unwrap();
        prop_assert_eq!(&of_kept, &content);
        let reading = read(&content);
        prop_assert!(!reading.pages.is_empty());
        assert_tagged(&reading);
        assert_within_the_page(&reading);
    }

    #[test]
    fn more_paragraphs_never_take_fewer_pages(count in 0usize..60, length in 1usize..900) {
        let text = "kunta ".repeat(length / 6 + 1);
        let of = |count: usize| pages((0..count).map(|_| paragraph(&text)).collect());
        let (few, more, twice) = (of(count), of(count + 1), of(2 * count));
        prop_assert!(few <= more && more <= few + 1, "{few} then {more}");
        prop_assert!(twice <= 2 * few, "{few} then {twice}");
    }

    #[test]
    fn no_page_ends_with_a_heading(count in 1usize..40, lines in 1usize..12) {
        let text = "kunta ".repeat(lines * 13);
        let pair = [heading(Level::Two, "Otsikko"), paragraph(&text)];
        let reading = read(&content((0..count).flat_map(|_| pair.clone()).collect()));
        for page in 0..reading.pages.len() {
            let marks = reading.marks(page);
            let last = marks.iter().rev().find(|mark| mark.number.is_some());
            prop_assert_eq!(last.map(|mark| mark.tag.as_str()), Some("P"));
        }
    }

    #[test]
    fn no_page_begins_or_ends_with_a_single_line_of_a_paragraph(
        before in 1usize..50,
        lines in 4usize..20,
    ) {
        // Line feeds make the number of lines exact.
        let first = vec!["a"; before].join("\n");
        let second = vec!["b"; lines].join("\n");
        let reading = read(&content(vec![paragraph(&first), paragraph(&second)]));
        for page in 0..reading.pages.len() {
            let alone = reading.text(page).matches('b').count();
            prop_assert_ne!(alone, 1);
        }
    }
}
