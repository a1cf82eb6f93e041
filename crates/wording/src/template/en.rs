//! The English templates.

use domain::decision::DecisionKind as K;

use super::{Open, Words};

pub(super) static WORDS: Words = Words {
    title,
    resolution,
    background,
    sum: "{amount} euros in {year}",
    and: "and",
    in_all: ", {amount} euros in all",
    runs: " The project runs {period}.",
    share: "The share of the city in its funding is {share}.",
    provisions: "Local Government Act (410/2015), sections 7 and 91",
    open: Open {
        project: "name of the project",
        beneficiary: "beneficiary",
        amount: "amount",
        year: "year",
        condition: "condition",
        earlier: "earlier decision and section",
        what: "what is decided",
        provisions: "provisions applied",
        authority: "section of the administrative rules and delegation decision",
        withheld: "personal or secret data that was not copied",
    },
};

const fn title(kind: K) -> &'static str {
    match kind {
        K::Grant => "Grant to the project {}",
        K::Participation => "Participation in the funding of the project {}",
        K::ConditionalPromise => "Conditional promise to fund the project {}",
        K::Provision => "Provision for the funding of the project {}",
        K::Amendment => "Amendment of the funding decision on the project {}",
        K::Repeal => "Repeal of the funding decision on the project {}",
        K::Other => "",
    }
}

const fn resolution(kind: K) -> &'static str {
    match kind {
        K::Grant => {
            "{city} grants the project {project} {sums}. The grant is paid to {beneficiary}."
        }
        K::Participation => "{city} takes part in the funding of the project {project}: {sums}.",
        K::ConditionalPromise => {
            "{city} promises to fund the project {project}: {sums}. The promise is conditional: {condition}."
        }
        K::Provision => {
            "{city} provides for the funding of the project {project}: {sums}. The funding is decided separately."
        }
        K::Amendment => "{city} amends its decision {earlier}: {what}.",
        K::Repeal => "{city} repeals its decision {earlier}.",
        K::Other => "{what}",
    }
}

const fn background(kind: K) -> &'static str {
    match kind {
        K::Grant | K::Participation | K::ConditionalPromise | K::Provision => {
            "The project {project} is run by {beneficiary}.{period} [[what is done in the project and why]]\n\n\
             # Funding\n\n\
             {share} [[what the city was asked for and where the rest of the funding comes from]]\n\n\
             # Reasons\n\n\
             [[why the city funds the project]]"
        }
        K::Amendment => {
            "Earlier decision: {earlier}.\n\n\
             # Reasons\n\n\
             [[what has changed and why the decision is amended]]"
        }
        K::Repeal => {
            "Earlier decision: {earlier}.\n\n\
             # Reasons\n\n\
             [[why the decision is repealed and what happens to funding that was paid]]"
        }
        K::Other => "[[background and reasons]]",
    }
}
