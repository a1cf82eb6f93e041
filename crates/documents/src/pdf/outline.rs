//! The outline: the headings, nested, each leading to its place.

use super::draw::Entry;
use super::layout::LEFT;
use super::metadata::text_string;
use super::model::Level;
use super::tags::integer;
use lopdf::{Document, Object, ObjectId, dictionary};

/// A heading in its place.
pub(super) struct Heading {
    pub(super) entry: Entry,
    pub(super) page: ObjectId,
    /// The top of the heading, upwards from the foot of the page.
    pub(super) top: f32,
}

/// An item of the outline and its neighbours, by their places in the list of items.
#[derive(Clone, Copy, Default)]
struct Item {
    parent: usize,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// How many items are below it at any depth.
    below: usize,
}

/// Writes the outline; `None` if there is no heading.
pub(super) fn write(document: &mut Document, headings: &[Heading]) -> Option<ObjectId> {
    if headings.is_empty() {
        return None;
    }
    let items = nested(headings);
    let ids: Vec<ObjectId> = items.iter().map(|_| document.new_object_id()).collect();
    let root = *ids.first()?;
    let id = |place: Option<usize>| place.and_then(|place| ids.get(place).copied());
    for ((index, item), own) in items.iter().enumerate().zip(&ids) {
        let mut dictionary = match index.checked_sub(1).and_then(|index| headings.get(index)) {
            None => dictionary! { "Type" => "Outlines" },
            Some(heading) => dictionary! {
                "Title" => text_string(&heading.entry.title),
                "Parent" => id(Some(item.parent)).unwrap_or(root),
                "Dest" => destination(heading),
            },
        };
        let neighbours = [
            ("Prev", item.previous),
            ("Next", item.next),
            ("First", item.first),
            ("Last", item.last),
        ];
        for (key, place) in neighbours {
            if let Some(neighbour) = id(place) {
                dictionary.set(key, neighbour);
            }
        }
        if item.below > 0 {
            dictionary.set("Count", integer(item.below));
        }
        document.objects.insert(*own, dictionary.into());
    }
    Some(root)
}

fn destination(heading: &Heading) -> Vec<Object> {
    let (left, top) = (LEFT - 10.0, heading.top + 10.0);
    vec![
        heading.page.into(),
        "XYZ".into(),
        left.into(),
        top.into(),
        Object::Null,
    ]
}

/// The root and after it an item for each heading, below the last heading of a higher rank.
fn nested(headings: &[Heading]) -> Vec<Item> {
    let mut items = vec![Item::default()];
    let mut open: Vec<(Level, usize)> = Vec::new();
    for (heading, index) in headings.iter().zip(1..) {
        let level = heading.entry.level;
        while open.pop_if(|(above, _)| *above >= level).is_some() {}
        let parent = open.last().map_or(0, |(_, parent)| *parent);
        let mut item = Item {
            parent,
            ..Item::default()
        };
        if let Some(parent) = items.get_mut(parent) {
            item.previous = parent.last.replace(index);
            parent.first.get_or_insert(index);
        }
        if let Some(previous) = item.previous.and_then(|previous| items.get_mut(previous)) {
            previous.next = Some(index);
        }
        items.push(item);
        for ancestor in open.iter().map(|(_, ancestor)| *ancestor).chain([0]) {
            if let Some(ancestor) = items.get_mut(ancestor) {
                ancestor.below += 1;
            }
        }
        open.push((level, index));
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_nest_below_the_last_higher_one() {
        let levels = [Level::One, Level::Two, Level::Four, Level::Two, Level::One];
        let heading = |level| Heading {
            entry: Entry {
                level,
                title: String::new(),
            },
            page: (1, 0),
            top: 0.0,
        };
        let items = nested(&levels.map(heading));
        let parents: Vec<_> = items.iter().map(|item| item.parent).collect();
        assert_eq!(parents, [0, 0, 1, 2, 1, 0]);
        let below: Vec<_> = items.iter().map(|item| item.below).collect();
        assert_eq!(below, [5, 3, 1, 0, 0, 0]);
        assert_eq!((items[0].first, items[0].last), (Some(1), Some(5)));
        assert_eq!((items[2].next, items[4].previous), (Some(4), Some(2)));
    }
}
