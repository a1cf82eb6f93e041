//! The structure tree: what each piece of a page is, in reading order.

use domain::Lang;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// A place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node(usize);

impl Node {
    /// The document.
    pub(super) const ROOT: Self = Self(0);
}

/// The standard structure types in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Document,
    H1,
    H2,
    H3,
    H4,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    Caption,
    TR,
    TH,
    TD,
    Div,
    Link,
    Span,
}

impl Role {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::H4 => "H4",
            Self::P => "P",
            Self::L => "L",
            Self::LI => "LI",
            Self::Lbl => "Lbl",
            Self::LBody => "LBody",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::TR => "TR",
            Self::TH => "TH",
            Self::TD => "TD",
            Self::Div => "Div",
            Self::Link => "Link",
            Self::Span => "Span",
        }
    }
}

/// What a reader must know of an element beyond its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    None,
    ColumnHeading,
    RowHeading,
    Bulleted,
    Numbered,
    Language(Lang),
}

#[derive(Clone, Copy, Debug)]
enum Kid {
    Node(Node),
    /// Marked content: the page from 0 and its number there.
    Content(usize, usize),
    /// An annotation: the page from 0 and its place among all annotations.
    Annotation(usize, usize),
}

#[derive(Debug)]
struct Element {
    role: Role,
    trait_: Trait,
    parent: Option<Node>,
    /// Whether the parent already lists it.
    attached: bool,
    kids: Vec<Kid>,
}

/// The tree while it grows.
#[derive(Debug)]
pub(super) struct Tree {
    elements: Vec<Element>,
    /// The owner of each piece of marked content, by page.
    owners: Vec<Vec<Node>>,
    /// The owner of each annotation.
    annotations: Vec<Node>,
}

/// The tag of a language, with the country whose spelling it follows.
pub(super) const fn language_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "fi-FI",
        Lang::Sv => "sv-FI",
        Lang::En => "en",
    }
}

impl Tree {
    pub(super) fn new() -> Self {
        let root = Element {
            role: Role::Document,
            trait_: Trait::None,
            parent: None,
            attached: true,
            kids: Vec::new(),
        };
        Self {
            elements: vec![root],
            owners: Vec::new(),
            annotations: Vec::new(),
        }
    }

    /// Adds an element at the end of its parent.
    pub(super) fn add(&mut self, parent: Node, role: Role, trait_: Trait) -> Node {
        let node = self.add_later(parent, role, trait_);
        self.attach(node);
        node
    }

    /// Makes an element that takes its place among its parent's content when it is first drawn,
    /// and is left out if it never is.
    pub(super) fn add_later(&mut self, parent: Node, role: Role, trait_: Trait) -> Node {
        let node = Node(self.elements.len());
        let (parent, kids) = (Some(parent), Vec::new());
        self.elements.push(Element {
            role,
            trait_,
            parent,
            attached: false,
            kids,
        });
        node
    }

    pub(super) fn role(&self, node: Node) -> Role {
        self.elements
            .get(node.0)
            .map_or(Role::Document, |element| element.role)
    }

    /// Marks content of the element on a page; gives the number of the mark on that page.
    pub(super) fn mark(&mut self, node: Node, page: usize) -> usize {
        self.attach(node);
        if self.owners.len() <= page {
            self.owners.resize_with(page + 1, Vec::new);
        }
        let number = self.owners.get(page).map_or(0, Vec::len);
        if let Some(owners) = self.owners.get_mut(page) {
            owners.push(node);
        }
        self.push(node, Kid::Content(page, number));
        number
    }

    /// Puts an annotation under the element; gives its place among all annotations.
    pub(super) fn annotate(&mut self, node: Node, page: usize) -> usize {
        let place = self.annotations.len();
        self.annotations.push(node);
        self.push(node, Kid::Annotation(page, place));
        place
    }

    /// Lists the element at the end of its parent, unless it is listed already.
    pub(super) fn attach(&mut self, node: Node) {
        let Some(element) = self.elements.get_mut(node.0) else {
            return;
        };
        if element.attached {
            return;
        }
        element.attached = true;
        if let Some(parent) = element.parent {
            self.push(parent, Kid::Node(node));
        }
    }

    fn push(&mut self, node: Node, kid: Kid) {
        if let Some(element) = self.elements.get_mut(node.0) {
            element.kids.push(kid);
        }
    }

    /// Writes the tree; gives its root. The parent tree finds the element of any content from
    /// `/StructParents n` of page `n` and `/StructParent` of the annotations, which follow the
    /// pages (see [`Tree::annotation_key`]).
    pub(super) fn write(
        &self,
        document: &mut Document,
        pages: &[ObjectId],
        annotations: &[ObjectId],
    ) -> ObjectId {
        let root = document.new_object_id();
        let ids: Vec<ObjectId> = self
            .elements
            .iter()
            .map(|_| document.new_object_id())
            .collect();
        let id = |node: Node| ids.get(node.0).copied().unwrap_or(root);
        for (element, own) in self.elements.iter().zip(&ids) {
            if !element.attached {
                continue;
            }
            let parent = element.parent.map_or(root, id);
            let dictionary = element.written(parent, &id, pages, annotations);
            document.objects.insert(*own, dictionary.into());
        }
        let mut numbers = Vec::new();
        for (page, _) in pages.iter().enumerate() {
            let owners = self.owners.get(page).map(Vec::as_slice).unwrap_or_default();
            let owners: Vec<Object> = owners.iter().map(|node| id(*node).into()).collect();
            numbers.push(integer(page));
            numbers.push(document.add_object(owners).into());
        }
        for (place, node) in self.annotations.iter().enumerate() {
            numbers.push(integer(Self::annotation_key(pages.len(), place)));
            numbers.push(id(*node).into());
        }
        let next = Self::annotation_key(pages.len(), self.annotations.len());
        let parents = document.add_object(dictionary! { "Nums" => numbers });
        let top = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => id(Node::ROOT),
            "ParentTree" => parents,
            "ParentTreeNextKey" => integer(next),
        };
        document.objects.insert(root, top.into());
        root
    }

    /// The key of an annotation in the parent tree.
    pub(super) const fn annotation_key(pages: usize, place: usize) -> usize {
        pages + place
    }
}

impl Element {
    fn written(
        &self,
        parent: ObjectId,
        id: &impl Fn(Node) -> ObjectId,
        pages: &[ObjectId],
        annotations: &[ObjectId],
    ) -> Dictionary {
        let mut dictionary = dictionary! {
            "Type" => "StructElem",
            "S" => self.role.name(),
            "P" => parent,
        };
        let home = self.kids.iter().find_map(|kid| match kid {
            Kid::Content(page, _) => Some(*page),
            _ => None,
        });
        let page = |page: usize| pages.get(page).map_or(Object::Null, |id| (*id).into());
        if let Some(home) = home {
            dictionary.set("Pg", page(home));
        }
        let kids = self.kids.iter().map(|kid| match *kid {
            Kid::Node(node) => id(node).into(),
            Kid::Content(on, mark) if Some(on) == home => integer(mark),
            Kid::Content(on, mark) => {
                dictionary! { "Type" => "MCR", "Pg" => page(on), "MCID" => integer(mark) }.into()
            }
            Kid::Annotation(on, place) => {
                let object = annotations
                    .get(place)
                    .map_or(Object::Null, |id| (*id).into());
                dictionary! { "Type" => "OBJR", "Pg" => page(on), "Obj" => object }.into()
            }
        });
        let kids: Vec<Object> = kids.collect();
        if !kids.is_empty() {
            dictionary.set("K", kids);
        }
        match self.trait_ {
            Trait::None => {}
            Trait::ColumnHeading => dictionary.set("A", attribute("Table", "Scope", "Column")),
            Trait::RowHeading => dictionary.set("A", attribute("Table", "Scope", "Row")),
            Trait::Bulleted => dictionary.set("A", attribute("List", "ListNumbering", "Disc")),
            Trait::Numbered => dictionary.set("A", attribute("List", "ListNumbering", "Decimal")),
            Trait::Language(lang) => {
                dictionary.set("Lang", Object::string_literal(language_tag(lang)));
            }
        }
        dictionary
    }
}

fn attribute(owner: &str, key: &str, value: &str) -> Dictionary {
    let mut attribute = dictionary! { "O" => owner };
    attribute.set(key, value);
    attribute
}

/// A count as a PDF integer.
pub(super) fn integer(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
