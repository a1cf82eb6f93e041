//! Reads documents back: what is drawn, what it is tagged as, what it says.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// A document read back.
pub(crate) struct Reading {
    pub(crate) document: Document,
    pub(crate) pages: Vec<ObjectId>,
}

/// An element of the structure tree.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) role: String,
    pub(crate) dictionary: Dictionary,
    pub(crate) kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Kid {
    Element(Element),
    /// The page from 0 and the number of the mark.
    Content(usize, i64),
    Annotation(ObjectId),
}

/// A stretch of a page: tagged with a number, or decoration.
#[derive(Debug, PartialEq)]
pub(crate) struct Mark {
    pub(crate) tag: String,
    pub(crate) number: Option<i64>,
    pub(crate) text: String,
}

impl Reading {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages = document.get_pages().into_values().collect();
        Self { document, pages }
    }

    pub(crate) fn operations(&self, page: usize) -> Vec<Operation> {
        let content = self.document.get_page_content(self.pages[page]);
        Content::decode(&content).unwrap().operations
    }

    /// The marks of a page in the order they are drawn. Fails if marks do not balance, if text
    /// stands outside of them, or if one begins within another's text object.
    pub(crate) fn marks(&self, page: usize) -> Vec<Mark> {
        let fonts = self.characters();
        let mut marks: Vec<Mark> = Vec::new();
        let mut depth = 0;
        let mut font = Vec::new();
        for operation in self.operations(page) {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => {
                    let tag = String::from_utf8(operands[0].as_name().unwrap().to_vec()).unwrap();
                    let properties = operands[1].as_dict().unwrap();
                    if depth == 0 {
                        let number = properties.get(b"MCID").ok().map(|id| id.as_i64().unwrap());
                        assert!(
                            number.is_some() || tag == "Artifact",
                            "{tag} without a number"
                        );
                        marks.push(Mark {
                            tag,
                            number,
                            text: String::new(),
                        });
                    } else {
                        assert!(properties.has(b"ActualText"), "{tag} within a mark");
                    }
                    depth += 1;
                }
                "EMC" => {
                    depth -= 1;
                    assert!(depth >= 0, "a mark ends that never began");
                }
                "Tf" => font = operands[0].as_name().unwrap().to_vec(),
                "Tj" => {
                    assert!(depth > 0, "text outside of marks");
                    let codes = operands[0].as_str().unwrap().chunks(2);
                    let text = codes.map(|code| fonts[&font][code]);
                    marks.last_mut().unwrap().text.extend(text);
                }
                "S" => assert!(depth > 0, "a line outside of marks"),
                "BT" | "ET" | "Td" | "rg" | "RG" | "w" | "m" | "l" => {}
                other => panic!("an operator nobody asked for: {other}"),
            }
        }
        assert_eq!(depth, 0, "a mark never ends");
        marks
    }

    /// What the codes of each font stand for.
    fn characters(&self) -> BTreeMap<Vec<u8>, BTreeMap<Vec<u8>, char>> {
        let fonts = self.document.get_page_fonts(self.pages[0]).unwrap();
        let maps = fonts.into_iter().map(|(name, font)| {
            let map = font
                .get_deref(b"ToUnicode", &self.document)
                .unwrap()
                .as_stream()
                .unwrap();
            let map = String::from_utf8(map.get_plain_content().unwrap()).unwrap();
            (name, to_unicode(&map))
        });
        maps.collect()
    }

    /// The text of a page in the order it is drawn, without decoration.
    pub(crate) fn text(&self, page: usize) -> String {
        let tagged = self
            .marks(page)
            .into_iter()
            .filter(|mark| mark.number.is_some());
        tagged.map(|mark| mark.text).collect()
    }

    pub(crate) fn tree(&self) -> Element {
        let catalog = self.document.catalog().unwrap();
        let root = catalog
            .get_deref(b"StructTreeRoot", &self.document)
            .unwrap();
        self.element(
            root.as_dict()
                .unwrap()
                .get(b"K")
                .unwrap()
                .as_reference()
                .unwrap(),
        )
    }

    fn element(&self, id: ObjectId) -> Element {
        let dictionary = self.document.get_dictionary(id).unwrap().clone();
        let role = String::from_utf8(dictionary.get(b"S").unwrap().as_name().unwrap().to_vec());
        let page = |dictionary: &Dictionary| {
            let page = dictionary.get(b"Pg").unwrap().as_reference().unwrap();
            self.pages.iter().position(|id| *id == page).unwrap()
        };
        let kids = dictionary
            .get(b"K")
            .map(|kids| kids.as_array().unwrap().clone());
        let kids = kids.unwrap_or_default().into_iter().map(|kid| match kid {
            Object::Integer(number) => Kid::Content(page(&dictionary), number),
            Object::Reference(kid) => {
                let parent = self
                    .document
                    .get_dictionary(kid)
                    .unwrap()
                    .get(b"P")
                    .unwrap();
                assert_eq!(
                    parent.as_reference().unwrap(),
                    id,
                    "a kid names another parent"
                );
                Kid::Element(self.element(kid))
            }
            Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                Kid::Content(page(&kid), kid.get(b"MCID").unwrap().as_i64().unwrap())
            }
            Object::Dictionary(kid) if kid.has_type(b"OBJR") => {
                Kid::Annotation(kid.get(b"Obj").unwrap().as_reference().unwrap())
            }
            other => panic!("a kid of no known kind: {other:?}"),
        });
        Element {
            role: role.unwrap(),
            kids: kids.collect(),
            dictionary,
        }
    }
}

impl Element {
    /// The element and all below it, in reading order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let below = self.kids.iter().flat_map(|kid| match kid {
            Kid::Element(element) => element.all(),
            Kid::Content(..) | Kid::Annotation(_) => Vec::new(),
        });
        std::iter::once(self).chain(below).collect()
    }

    /// All elements of a role at any depth.
    pub(crate) fn of_role(&self, role: &str) -> Vec<&Self> {
        self.all()
            .into_iter()
            .filter(|element| element.role == role)
            .collect()
    }

    /// The pages and marks of its own content.
    pub(crate) fn content(&self) -> Vec<(usize, i64)> {
        let own = self.kids.iter().filter_map(|kid| match kid {
            Kid::Content(page, number) => Some((*page, *number)),
            Kid::Element(_) | Kid::Annotation(_) => None,
        });
        own.collect()
    }

    /// A name in its attributes, such as its scope.
    pub(crate) fn attribute(&self, key: &str) -> Option<&str> {
        let attributes = self.dictionary.get(b"A").ok()?.as_dict().ok()?;
        std::str::from_utf8(attributes.get(key.as_bytes()).ok()?.as_name().ok()?).ok()
    }
}

/// Reads the single and the ranged mappings of a character map.
fn to_unicode(map: &str) -> BTreeMap<Vec<u8>, char> {
    let mut characters = BTreeMap::new();
    let mut ranges = false;
    for line in map.lines() {
        ranges = line.contains("beginbfrange") || ranges && !line.contains("endbfrange");
        let codes: Vec<u32> = line
            .split(['<', '>'])
            .filter_map(|part| u32::from_str_radix(part, 16).ok())
            .collect();
        let mut put = |code: u32, to: u32| {
            let code = u16::try_from(code).unwrap().to_be_bytes().to_vec();
            characters.insert(code, char::from_u32(to).unwrap_or('?'));
        };
        match codes[..] {
            [from, to, first] if ranges => (from..=to).zip(first..).for_each(|(c, t)| put(c, t)),
            [code, to] if !ranges => put(code, to),
            _ => {}
        }
    }
    characters
}
