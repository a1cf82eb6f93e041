//! Rows: pieces of a page that are never cut, and the words in them.

use super::colour::Colour;
use super::font::{Faces, Weight};
use super::layout::Type;
use super::model::{Inline, Level};
use super::passage::{Kind, Passage, Target};
use super::tags::{Node, Role, Trait, Tree};
use domain::Lang;
use std::rc::Rc;

/// A horizontal slice of the text, the unit of page breaking.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Space above it, dropped at the top of a page.
    pub(super) above: f32,
    pub(super) height: f32,
    /// Whether it must stand on the page of the next row.
    pub(super) keep: bool,
    pub(super) words: Vec<Placed>,
    pub(super) rules: Vec<Stroke>,
    /// The notice whose bar runs beside it.
    pub(super) bar: Option<Node>,
    /// The heading it begins, for the outline.
    pub(super) heading: Option<Entry>,
    /// The header to show again if the row starts a page.
    pub(super) header: Option<Rc<Self>>,
}

/// A heading in the outline.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) level: Level,
    pub(super) title: String,
}

/// A horizontal line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    pub(super) from: f32,
    pub(super) to: f32,
    /// From the top of the row, downwards.
    pub(super) y: f32,
    pub(super) thickness: f32,
    pub(super) colour: Colour,
}

/// A line of words in a row.
#[derive(Debug)]
pub(super) struct Placed {
    /// From the left edge of the page.
    pub(super) x: f32,
    /// From the top of the row, downwards.
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) colour: Colour,
    pub(super) segments: Vec<Segment>,
}

/// Words of one look that belong to one element.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) node: Node,
    pub(super) weight: Weight,
    pub(super) text: String,
    pub(super) stands_for: Option<char>,
    pub(super) link: Option<Rc<Target>>,
    /// From the start of the line.
    pub(super) start: f32,
    pub(super) width: f32,
}

/// A text that knows the element it belongs to.
#[derive(Debug)]
pub(super) struct Words {
    passage: Passage,
    /// The element of each kind of the passage.
    nodes: Vec<Node>,
    set: Type,
}

/// A line of words without a place.
#[derive(Debug)]
pub(super) struct SetLine {
    pub(super) width: f32,
    pub(super) segments: Vec<Segment>,
}

/// What words need to be set: the faces, the tree they enter and the language around them.
pub(super) struct Setting<'a> {
    pub(super) faces: &'a Faces,
    pub(super) tree: &'a mut Tree,
    pub(super) lang: Lang,
}

impl Setting<'_> {
    /// Measures a text; `None` if nothing of it would be seen.
    pub(super) fn passage(&self, inlines: &[Inline], set: Type) -> Option<Passage> {
        let passage = Passage::new(self.faces, inlines, set.weight, self.lang);
        (!passage.is_blank()).then_some(passage)
    }

    /// Gives a text to an element, and its links and foreign words elements of their own.
    pub(super) fn words(&mut self, passage: Passage, owner: Node, set: Type) -> Words {
        let nodes = passage.kinds.iter().map(|kind| match kind {
            Kind::Direct => owner,
            Kind::Foreign(lang) => self
                .tree
                .add_later(owner, Role::Span, Trait::Language(*lang)),
            Kind::Link(_) => self.tree.add_later(owner, Role::Link, Trait::None),
        });
        let nodes = nodes.collect();
        Words {
            passage,
            nodes,
            set,
        }
    }
}

impl Words {
    pub(super) const fn set(&self) -> Type {
        self.set
    }

    /// The width on one line and the width of the widest word, in points.
    pub(super) fn extent(&self) -> (f32, f32) {
        let (line, word) = self.passage.extent();
        (self.set.points(line), self.set.points(word))
    }

    /// Breaks the text into lines of at most so many points.
    pub(super) fn lines(&self, width: f32) -> Vec<SetLine> {
        let lines = self.passage.lines(self.set.units(width));
        let set = |line: &super::breaking::Line| SetLine {
            width: self.set.points(line.width),
            segments: self
                .passage
                .stretches(line)
                .into_iter()
                .filter_map(|stretch| {
                    let span = self.passage.spans.get(stretch.span)?;
                    let link = match self.passage.kinds.get(span.kind) {
                        Some(Kind::Link(target)) => Some(Rc::clone(target)),
                        _ => None,
                    };
                    Some(Segment {
                        node: *self.nodes.get(span.kind)?,
                        weight: span.weight,
                        text: stretch.text,
                        stands_for: span.stands_for,
                        link,
                        start: self.set.points(stretch.start),
                        width: self.set.points(stretch.width),
                    })
                })
                .collect(),
        };
        lines.iter().map(set).collect()
    }
}

impl SetLine {
    /// Puts the line at a place of a row whose line begins at `top`.
    pub(super) fn at(self, x: f32, top: f32, set: Type) -> Placed {
        let baseline = top + set.baseline();
        Placed {
            x,
            baseline,
            size: set.size,
            colour: set.colour,
            segments: self.segments,
        }
    }
}
