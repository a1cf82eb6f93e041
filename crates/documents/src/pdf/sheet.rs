//! What is drawn on one page.

use super::colour::Colour;
use super::draw::{Entry, Placed, Row, Segment, Stroke};
use super::font::Weight;
use super::layout::{LEFT, PAGE_HEIGHT};
use super::passage::Target;
use super::tags::{Node, Tree};
use printpdf::{DictItem, Line, LinePoint, Op, PdfFontHandle, Point, Pt, TextItem};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A page in the making. Coordinates run downwards from the top until they are written.
#[derive(Debug)]
pub(super) struct Sheet {
    page: usize,
    ops: Vec<Op>,
    strokes: Vec<Drawn>,
    pub(super) links: Vec<Area>,
    pub(super) headings: Vec<(Entry, f32)>,
    /// The element whose marked content is open.
    open: Option<Node>,
    in_artifact: bool,
    pen: Pen,
    /// The bar of a notice beside the last row.
    bar: Option<Bar>,
}

/// Words that lead somewhere, and where they stand.
#[derive(Debug)]
pub(super) struct Area {
    /// Left, bottom, right, top, as the file counts: upwards from the foot of the page.
    pub(super) corners: [f32; 4],
    pub(super) target: Rc<Target>,
}

/// What the page's instructions have set.
#[derive(Debug, Default)]
struct Pen {
    colour: Option<Colour>,
    font: Option<(Weight, f32)>,
}

/// Decoration that readers pass over.
#[derive(Clone, Copy, Debug)]
enum Artifact {
    Header,
    Footer,
    Layout,
}

/// From the left edge of text to the middle of the bar of a notice.
const BAR_OFFSET: f32 = 1.5;

impl Sheet {
    pub(super) fn new(page: usize) -> Self {
        Self {
            page,
            ops: Vec::new(),
            strokes: Vec::new(),
            links: Vec::new(),
            headings: Vec::new(),
            open: None,
            in_artifact: false,
            pen: Pen::default(),
            bar: None,
        }
    }

    /// Draws a row whose top is at `y`, marking its words in the tree.
    pub(super) fn draw(&mut self, tree: &mut Tree, row: &Row, y: f32) {
        match row.bar {
            Some(notice) => self.extend_bar(notice, y, y + row.height),
            None => self.end_bar(),
        }
        for placed in &row.words {
            for words in placed.segments.chunk_by(|a, b| a.node == b.node) {
                let Some(first) = words.first() else { continue };
                self.mark(tree, first.node);
                self.text(placed, words, y);
                if let Some(target) = &first.link {
                    let corners = self.underline(placed, words, y);
                    tree.annotate(first.node, self.page);
                    self.links.push(Area {
                        corners,
                        target: Rc::clone(target),
                    });
                }
            }
        }
        self.rule(&row.rules, y);
    }

    /// Draws a row that readers have heard before.
    pub(super) fn draw_again(&mut self, row: &Row, y: f32) {
        self.begin_artifact(Artifact::Header);
        for placed in &row.words {
            self.text(placed, &placed.segments, y);
        }
        self.end();
        self.rule(&row.rules, y);
    }

    /// Notes a heading whose top is at `y`.
    pub(super) fn remember(&mut self, entry: Entry, y: f32) {
        self.headings.push((entry, upwards(y)));
    }

    /// Ends what is open at the foot of the page and draws its lines.
    pub(super) fn close(&mut self) {
        self.end_bar();
        self.end();
        if self.strokes.is_empty() {
            return;
        }
        self.begin_artifact(Artifact::Layout);
        let strokes = std::mem::take(&mut self.strokes);
        for stroke in strokes {
            self.stroke(stroke);
        }
        self.end();
    }

    /// Draws the lines that every page repeats; their baselines count from the top of the page.
    pub(super) fn run(&mut self, header: &[Placed], footer: &[Placed]) {
        for (artifact, lines) in [(Artifact::Header, header), (Artifact::Footer, footer)] {
            if !lines.is_empty() {
                self.begin_artifact(artifact);
                for line in lines {
                    self.text(line, &line.segments, 0.0);
                }
                self.end();
            }
        }
    }

    pub(super) fn into_ops(self) -> Vec<Op> {
        self.ops
    }

    fn extend_bar(&mut self, notice: Node, top: f32, bottom: f32) {
        match &mut self.bar {
            Some(bar) if bar.notice == notice => bar.bottom = bottom,
            _ => {
                self.end_bar();
                self.bar = Some(Bar {
                    notice,
                    top,
                    bottom,
                });
            }
        }
    }

    fn end_bar(&mut self) {
        if let Some(Bar { top, bottom, .. }) = self.bar.take() {
            let x = LEFT + BAR_OFFSET;
            let (from, to) = ((x, top), (x, bottom));
            self.strokes.push(Drawn {
                from,
                to,
                thickness: 3.0,
                colour: Colour::Accent,
            });
        }
    }

    fn rule(&mut self, rules: &[Stroke], y: f32) {
        self.strokes.extend(rules.iter().map(|rule| Drawn {
            from: (rule.from, y + rule.y),
            to: (rule.to, y + rule.y),
            thickness: rule.thickness,
            colour: rule.colour,
        }));
    }

    /// Underlines words; gives the corners of the place they take.
    fn underline(&mut self, placed: &Placed, words: &[Segment], y: f32) -> [f32; 4] {
        let start = words.first().map_or(0.0, |word| word.start);
        let end = words.last().map_or(0.0, |word| word.start + word.width);
        let (left, right) = (placed.x + start, placed.x + end);
        let baseline = y + placed.baseline;
        let under = baseline + placed.size * 0.13;
        let (from, to) = ((left, under), (right, under));
        self.strokes.push(Drawn {
            from,
            to,
            thickness: 0.5,
            colour: Colour::Link,
        });
        let (top, bottom) = (baseline - placed.size * 0.8, baseline + placed.size * 0.26);
        [rounded(left), upwards(bottom), rounded(right), upwards(top)]
    }

    fn mark(&mut self, tree: &mut Tree, node: Node) {
        if self.open == Some(node) {
            return;
        }
        self.end();
        let number = tree.mark(node, self.page);
        let number = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
        self.begin(tree.role(node).name(), "MCID", number);
        self.open = Some(node);
    }

    fn begin_artifact(&mut self, artifact: Artifact) {
        self.end();
        let (kind, subtype) = match artifact {
            Artifact::Header => ("Pagination", Some("Header")),
            Artifact::Footer => ("Pagination", Some("Footer")),
            Artifact::Layout => ("Layout", None),
        };
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let mut map = BTreeMap::from([("Type".to_owned(), name(kind))]);
        map.extend(subtype.map(|subtype| ("Subtype".to_owned(), name(subtype))));
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Artifact".into(),
            properties,
        });
        self.in_artifact = true;
    }

    fn begin(&mut self, tag: &str, key: &str, value: DictItem) {
        let map = BTreeMap::from([(key.to_owned(), value)]);
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.into(),
            properties,
        });
    }

    fn end(&mut self) {
        if self.open.take().is_some() || std::mem::take(&mut self.in_artifact) {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn text(&mut self, placed: &Placed, words: &[Segment], y: f32) {
        let Some(first) = words.first() else { return };
        let colour = if first.link.is_some() {
            Colour::Link
        } else {
            placed.colour
        };
        if self.pen.colour != Some(colour) {
            self.pen.colour = Some(colour);
            self.ops.push(Op::SetFillColor { col: colour.rgb() });
        }
        let pos = point((placed.x + first.start, y + placed.baseline));
        self.ops
            .extend([Op::StartTextSection, Op::SetTextCursor { pos }]);
        for word in words {
            if self.pen.font != Some((word.weight, placed.size)) {
                self.pen.font = Some((word.weight, placed.size));
                let font = PdfFontHandle::External(word.weight.font_id());
                self.ops.push(Op::SetFont {
                    font,
                    size: Pt(placed.size),
                });
            }
            let show = Op::ShowText {
                items: vec![TextItem::Text(word.text.clone())],
            };
            match word.stands_for {
                Some(character) => {
                    self.begin("Span", "ActualText", DictItem::Bytes(utf16(character)));
                    self.ops.extend([show, Op::EndMarkedContent]);
                }
                None => self.ops.push(show),
            }
        }
        self.ops.push(Op::EndTextSection);
    }

    fn stroke(&mut self, stroke: Drawn) {
        let Drawn {
            from,
            to,
            thickness,
            colour,
        } = stroke;
        let ends = [from, to].map(|end| LinePoint {
            p: point(end),
            bezier: false,
        });
        self.ops.extend([
            Op::SetOutlineColor { col: colour.rgb() },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::DrawLine {
                line: Line {
                    points: ends.to_vec(),
                    is_closed: false,
                },
            },
        ]);
    }
}

/// A line in its place on the page.
#[derive(Clone, Copy, Debug)]
struct Drawn {
    from: (f32, f32),
    to: (f32, f32),
    thickness: f32,
    colour: Colour,
}

/// The bar of a notice as far as it has been drawn.
#[derive(Clone, Copy, Debug)]
struct Bar {
    notice: Node,
    top: f32,
    bottom: f32,
}

fn utf16(character: char) -> Vec<u8> {
    let mut units = [0; 2];
    let units = character.encode_utf16(&mut units).iter();
    [0xfe, 0xff]
        .into_iter()
        .chain(units.flat_map(|unit| unit.to_be_bytes()))
        .collect()
}

fn point((x, y): (f32, f32)) -> Point {
    Point {
        x: Pt(rounded(x)),
        y: Pt(upwards(y)),
    }
}

/// From the top of the page downwards, to from its foot upwards.
fn upwards(y: f32) -> f32 {
    rounded(PAGE_HEIGHT - y)
}

/// Hundredths of a point are finer than any printer and keep the instructions short.
fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
