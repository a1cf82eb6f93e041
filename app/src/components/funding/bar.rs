//! The stacked bar of a funding plan: an inline picture without script or style attributes.

use domain::Lang;
use domain::funding::FundingCategory;
use domain::money::Share;
use domain::view::public::PlanView;
use leptos::prelude::*;
use wording::format;
use wording::public::ProjectText;

use super::name;
use super::shares::Shares;

/// A part of the bar.
struct Segment {
    label: String,
    class: &'static str,
    /// Hundredths of a percent from the left.
    from: u16,
    /// Hundredths of a percent.
    width: u16,
}

/// The narrowest part, in hundredths of a percent, in which its share can be read.
const LEGIBLE: u16 = 1_500;

/// A bar whose parts are the lines of the plan, if every share is known.
pub(super) fn bar(plan: &PlanView, shares: &Shares, lang: Lang) -> Option<AnyView> {
    let segments = segments(plan, shares, lang)?;
    let described = segments
        .iter()
        .map(|segment| format!("{} {}", segment.label, percent(segment.width, lang)));
    let described = described.collect::<Vec<_>>().join("; ");
    let labelled_by = "plan-bar plan-bar-parts";
    let parts = segments.iter().map(|segment| part(segment, lang));
    let parts = parts.collect_view();
    let legend = segments.iter().map(|segment| {
        let words = format!("{} ", segment.label);
        view! {
            <li class="bar__key">
                <svg class="bar__swatch" width="14" height="14" focusable="false">
                    <rect class=segment.class width="14" height="14"/>
                </svg>
                <span>{words} <b>{percent(segment.width, lang)}</b></span>
            </li>
        }
    });
    let legend = legend.collect_view();
    Some(
        view! {
            <div class="bar">
                <svg class="bar__picture" width="100%" height="40" role="img" aria-labelledby=labelled_by focusable="false">
                    <title id="plan-bar">{ProjectText::Chart.text(lang)}</title>
                    <desc id="plan-bar-parts">{described}</desc>
                    {parts}
                </svg>
                // The picture's description says the same.
                <ul class="bar__legend" aria-hidden="true">{legend}</ul>
            </div>
        }
        .into_any(),
    )
}

fn segments(plan: &PlanView, shares: &Shares, lang: Lang) -> Option<Vec<Segment>> {
    let mut from = 0_u16;
    let mut segments = Vec::new();
    for (line, width) in plan.lines.iter().zip(shares.parts()) {
        let width = width?;
        segments.push(Segment {
            label: name(line, lang),
            class: class(line.category),
            from,
            width,
        });
        from = from.checked_add(width)?;
    }
    let rest = Share::WHOLE.hundredths().checked_sub(from)?;
    if rest > 0 {
        segments.push(Segment {
            label: ProjectText::NotDivided.text(lang).to_owned(),
            class: class(FundingCategory::StillToBeFound),
            from,
            width: rest,
        });
    }
    (segments.len() > 1).then_some(segments)
}

fn part(segment: &Segment, lang: Lang) -> AnyView {
    let middle = segment.from + segment.width / 2;
    let label = (segment.width >= LEGIBLE).then(|| {
        view! {
            <text class="bar__label" x=position(middle) y="25" text-anchor="middle">
                {percent(segment.width, lang)}
            </text>
        }
    });
    let gap = (segment.from > 0).then(|| {
        view! { <rect class="bar__gap" x=position(segment.from) width="2" height="40"/> }
    });
    view! {
        <rect class=segment.class x=position(segment.from) width=position(segment.width) height="40"/>
        {gap}
        {label}
    }
    .into_any()
}

/// Hundredths of a percent as a length: `80.00%`.
fn position(hundredths: u16) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

fn percent(hundredths: u16, lang: Lang) -> String {
    Share::try_from(hundredths)
        .map(|share| format::share(share, lang))
        .unwrap_or_default()
}

const fn class(category: FundingCategory) -> &'static str {
    match category {
        FundingCategory::EuAndState => "bar__part bar__part--eu",
        FundingCategory::MunicipalShare => "bar__part bar__part--municipal",
        FundingCategory::OwnContribution => "bar__part bar__part--own",
        FundingCategory::OtherPublic => "bar__part bar__part--public",
        FundingCategory::Private => "bar__part bar__part--private",
        FundingCategory::Several => "bar__part bar__part--several",
        FundingCategory::StillToBeFound => "bar__part bar__part--missing",
    }
}
