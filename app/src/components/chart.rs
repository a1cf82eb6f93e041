//! Stacked bars as an inline picture without script or style attributes. What a part is, is said by
//! its number and its pattern, never by its colour alone; the table below is the content.

use domain::{Lang, Money};
use leptos::prelude::*;
use wording::format;

/// What the parts of bars with the same number are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its name.
    pub label: String,
    /// How it looks.
    pub look: Look,
}

impl Series {
    /// A series of a name.
    pub fn new(label: impl Into<String>, look: Look) -> Self {
        Self {
            label: label.into(),
            look,
        }
    }
}

/// How parts look; each has a pattern of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One colour.
    Solid,
    /// Stripes.
    Striped,
    /// Dots.
    Dotted,
    /// An outline: there is nothing in it.
    Outlined,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// Its parts, one for each series; none is negative.
    pub parts: Vec<Money>,
}

/// Bars of a picture that can still be looked at; a table has room for more.
pub const MOST_BARS: usize = 20;

impl Bar {
    /// The longest ones, in the order that they had.
    pub fn longest(bars: Vec<Self>) -> Vec<Self> {
        let mut lengths: Vec<i128> = bars.iter().map(|bar| length(&bar.parts)).collect();
        lengths.sort_unstable_by_key(|length| std::cmp::Reverse(*length));
        let least = lengths.get(MOST_BARS - 1).copied().unwrap_or(0);
        let long = bars.into_iter().filter(|bar| length(&bar.parts) >= least);
        long.take(MOST_BARS).collect()
    }
}

/// Hundredths of a percent in the whole.
const WHOLE: i128 = 10_000;
/// The narrowest part, in hundredths of a percent, in which its number can be read.
const LEGIBLE: i128 = 300;
/// From one bar to the next, in pixels, and where its name and itself stand in that.
const STEP: usize = 56;

/// The bars below each other, all to one scale; nothing where no bar has a length. `id` must be
/// unique on its page.
pub fn stacked_bars(
    id: &'static str,
    title: &str,
    series: &[Series],
    bars: &[Bar],
    lang: Lang,
) -> Option<AnyView> {
    let lengths = bars.iter().map(|bar| length(&bar.parts));
    let longest = lengths.max().filter(|longest| *longest > 0)?;
    let drawn = bars
        .iter()
        .enumerate()
        .map(|(at, bar)| drawn(id, at * STEP, series, bar, longest, lang));
    let described = bars.iter().map(|bar| described(series, bar, lang));
    let described = described.collect::<Vec<_>>().join(". ");
    let patterns = series
        .iter()
        .enumerate()
        .map(|(at, one)| pattern(id, at, one.look));
    let legend = series.iter().enumerate().map(|(at, one)| {
        view! {
            <li class="bar__key">
                <svg class="bar__swatch" width="14" height="14" focusable="false">
                    <rect class=one.look.outline() fill=fill(id, at) width="14" height="14"/>
                </svg>
                <span>{at + 1} ". " {one.label.clone()}</span>
            </li>
        }
    });
    Some(
        view! {
            <div class="chart">
                <svg class="bar__picture" width="100%" height=(bars.len() * STEP).to_string() role="img"
                    aria-labelledby=format!("{id}-nimi {id}-kuvaus") focusable="false">
                    <title id=format!("{id}-nimi")>{title.to_owned()}</title>
                    <desc id=format!("{id}-kuvaus")>{described}</desc>
                    <defs>{patterns.collect_view()}</defs>
                    {drawn.collect_view()}
                </svg>
                // The picture's description says the same.
                <ul class="bar__legend" aria-hidden="true">{legend.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

fn length(parts: &[Money]) -> i128 {
    parts.iter().map(|part| i128::from(part.cents())).sum()
}

fn drawn(
    id: &'static str,
    top: usize,
    series: &[Series],
    bar: &Bar,
    longest: i128,
    lang: Lang,
) -> AnyView {
    let mut before = 0;
    let mut parts = Vec::new();
    for (at, (part, one)) in bar.parts.iter().zip(series).enumerate() {
        let from = before * WHOLE / longest;
        before += i128::from(part.cents());
        let width = before * WHOLE / longest - from;
        if width == 0 {
            continue;
        }
        let number = (width >= LEGIBLE).then(|| {
            let class = match one.look {
                Look::Solid => "chart__number",
                Look::Striped | Look::Dotted | Look::Outlined => {
                    "chart__number chart__number--dark"
                }
            };
            view! {
                <text class=class x=position(from + width / 2) y=(top + 40).to_string()
                    text-anchor="middle">{at + 1}</text>
            }
        });
        parts.push(view! {
            <rect class=one.look.outline() fill=fill(id, at) x=position(from)
                y=(top + 22).to_string() width=position(width) height="24"/>
            {number}
        });
    }
    let sum = Money::checked_sum(bar.parts.iter().copied());
    let sum = sum.map(|sum| format::euros(sum, lang));
    view! {
        <text class="chart__label" x="0" y=(top + 16).to_string()>
            {bar.label.clone()} ": " {sum}
        </text>
        {parts}
    }
    .into_any()
}

fn described(series: &[Series], bar: &Bar, lang: Lang) -> String {
    let parts = series.iter().zip(&bar.parts);
    let parts = parts.filter(|(_, amount)| **amount != Money::ZERO);
    let parts =
        parts.map(|(one, amount)| format!("{} {}", one.label, format::euros(*amount, lang)));
    format!("{}: {}", bar.label, parts.collect::<Vec<_>>().join("; "))
}

/// The pattern of a series.
fn pattern(id: &'static str, at: usize, look: Look) -> AnyView {
    let inside = match look {
        Look::Solid => view! { <rect class="chart__ink" width="8" height="8"/> }.into_any(),
        Look::Striped => view! {
            <rect class="chart__paper" width="8" height="8"/>
            <path class="chart__line" d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"/>
        }
        .into_any(),
        Look::Dotted => view! {
            <rect class="chart__paper" width="8" height="8"/>
            <circle class="chart__ink" cx="4" cy="4" r="1.5"/>
        }
        .into_any(),
        Look::Outlined => view! { <rect class="chart__paper" width="8" height="8"/> }.into_any(),
    };
    view! {
        <pattern id=format!("{id}-{at}") width="8" height="8" patternUnits="userSpaceOnUse">
            {inside}
        </pattern>
    }
    .into_any()
}

fn fill(id: &'static str, at: usize) -> String {
    format!("url(#{id}-{at})")
}

impl Look {
    const fn outline(self) -> &'static str {
        match self {
            Self::Solid | Self::Striped | Self::Dotted => "chart__part",
            Self::Outlined => "chart__part chart__part--missing",
        }
    }
}

/// Hundredths of a percent as a length: `80.00%`.
fn position(hundredths: i128) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(parts: &[i64]) -> Option<String> {
        let look = [Look::Solid, Look::Outlined];
        let series = look.map(|look| Series {
            label: format!("{look:?}"),
            look,
        });
        let bar = Bar {
            label: "2023".to_owned(),
            parts: parts.iter().copied().map(Money::from_cents).collect(),
        };
        let chart = stacked_bars("kuva", "Kuva", &series, &[bar], Lang::Fi)?;
        Some(chart.to_html())
    }

    #[test]
    fn parts_stand_beside_each_other_to_one_scale_and_have_numbers() {
        let html = html(&[100, 200]).unwrap_or_default();
        assert!(
            html.contains("x=\"0.00%\" y=\"22\" width=\"33.33%\""),
            "{html}"
        );
        assert!(
            html.contains("x=\"33.33%\" y=\"22\" width=\"66.67%\""),
            "{html}"
        );
        assert!(html.contains("role=\"img\""), "{html}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(html(&[0, 0]), None);
    }
}
