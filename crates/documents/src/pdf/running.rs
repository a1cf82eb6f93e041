//! What every page repeats: header, page number, footer.

use super::draw::{Placed, SetLine, Setting, Words};
use super::font::Faces;
use super::layout::{FOOTER_BASELINE, HEADER_BASELINE, LEFT, RUNNING, TEXT_WIDTH};
use super::model::{Content, Inline};
use super::sheet::Sheet;
use super::tags::{Node, Tree};

/// The room that a page number takes from the header.
const NUMBER_ROOM: f32 = 70.0;
/// The most lines of a footer.
const FOOTER_LINES: usize = 2;

/// Adds header, footer and "page (pages)" to every sheet.
pub(super) fn dress(
    sheets: Vec<Sheet>,
    content: &Content,
    faces: &Faces,
    tree: &mut Tree,
) -> Vec<Sheet> {
    let mut setting = Setting {
        faces,
        tree,
        lang: content.lang,
    };
    let header = words(&mut setting, &content.header);
    let footer = words(&mut setting, &content.footer);
    let count = sheets.len();
    let mut sheets = sheets;
    for (number, sheet) in (1..).zip(&mut sheets) {
        let mut top: Vec<Placed> = header
            .iter()
            .flat_map(|header| header.lines(TEXT_WIDTH - NUMBER_ROOM))
            .take(1)
            .map(|line| at(line, LEFT, HEADER_BASELINE))
            .collect();
        let number = words(&mut setting, &format!("{number} ({count})"));
        top.extend(
            number
                .iter()
                .flat_map(|number| number.lines(NUMBER_ROOM))
                .map(|line| {
                    let x = LEFT + TEXT_WIDTH - line.width;
                    at(line, x, HEADER_BASELINE)
                }),
        );
        let mut baseline = FOOTER_BASELINE;
        let mut foot = Vec::new();
        for line in footer
            .iter()
            .flat_map(|footer| footer.lines(TEXT_WIDTH))
            .take(FOOTER_LINES)
        {
            foot.push(at(line, LEFT, baseline));
            baseline += RUNNING.leading;
        }
        sheet.run(&top, &foot);
    }
    sheets
}

fn words(setting: &mut Setting<'_>, text: &str) -> Option<Words> {
    let passage = setting.passage(&[Inline::plain(text)], RUNNING)?;
    Some(setting.words(passage, Node::ROOT, RUNNING))
}

fn at(line: SetLine, x: f32, baseline: f32) -> Placed {
    Placed {
        baseline,
        ..line.at(x, 0.0, RUNNING)
    }
}
