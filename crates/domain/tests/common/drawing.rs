//! The drawings of states in `docs/states`, read for tests that compare them with the code.

/// An edge of a drawing: from, to, by what.
pub(crate) type Edge = (String, String, String);

/// The edges of the drawing of a page, one for each label.
pub(crate) fn edges(page: &str) -> Vec<Edge> {
    let (_, rest) = page.split_once("```mermaid").expect("a drawing");
    let (drawing, _) = rest.split_once("```").expect("the drawing ends");
    let edges = drawing.lines().filter_map(|line| {
        let (edge, labels) = line.split_once(": ")?;
        let (from, to) = edge.trim().split_once(" --> ")?;
        let labels = labels.split(", ").map(str::to_owned);
        Some(labels.map(|label| (from.to_owned(), to.to_owned(), label)))
    });
    edges.flatten().collect()
}
