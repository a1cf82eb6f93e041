//! Two versions of a funding plan beside each other.

use domain::Lang;
use domain::funding::comparison::{Compared, Sides};
use domain::funding::{Funder, Payer};
use domain::id::OrganisationId;
use domain::view::project::PlanComparison;

use super::funding;
use crate::cost::{self, CostText};
use crate::{format, names};

texts! {
    /// Headings, labels and sentences.
    pub enum ComparisonText {
        Title: "Rahoitussuunnitelman versioiden vertailu", "Jämförelse av finansieringsplanens versioner", "Comparison of versions of the funding plan";
        Means: "Jokainen summa on kummassakin versiossa yhdellä rivillä. Se, mitä versiossa ei ole, on viiva; tuntematonta summaa ei lasketa nollana.", "Varje belopp står i båda versionerna på en rad. Det som en version inte har är ett streck; ett okänt belopp räknas inte som noll.", "Each amount of either version is in one row. What a version does not have is a dash; an unknown amount does not count as zero.";
        Compare: "Vertaa versioita", "Jämför versioner", "Compare versions";
        Changed: "Mikä muuttui", "Vad som ändrades", "What changed";
        From: "Mistä versiosta", "Från version", "From version";
        To: "Mihin versioon", "Till version", "To version";
        Show: "Vertaa", "Jämför", "Compare";
        What: "Mistä on kyse", "Vad det gäller", "What";
        Difference: "Muutos", "Ändring", "Change";
        Same: "ennallaan", "oförändrat", "unchanged";
        NotKnown: "ei laskettavissa", "kan inte räknas ut", "cannot be computed";
        NothingChanged: "Versioissa on samat summat.", "Versionerna har samma belopp.", "The versions have the same amounts.";
        OneVersion: "Suunnitelmasta on vasta yksi versio.", "Det finns bara en version av planen.", "The plan has only one version so far.";
        FlatCost: "Vakioprosentin osuus", "Schablonens andel", "What follows from the flat rate";
        TotalCost: "Kokonaiskustannus", "Totalkostnad", "Total cost";
        Funding: "Rahoitus yhteensä", "Finansieringen sammanlagt", "Funding in all";
    }
}

/// `versio 2`.
pub fn version(number: u32, lang: Lang) -> String {
    format!("{} {number}", funding::PlansText::Version.text(lang))
}

/// Whose money a row is, or what costs it.
pub fn what(of: &PlanComparison, compared: &Compared, lang: Lang) -> String {
    let name = |id| {
        let line = of.organisations.iter().find(|line| line.id == id);
        line.map(|line| line.name.as_str())
    };
    what_named(name, compared, lang)
}

/// The same where `name` has the names of the organisations.
pub fn what_named<'a>(
    name: impl Fn(OrganisationId) -> Option<&'a str>,
    compared: &Compared,
    lang: Lang,
) -> String {
    match compared {
        Compared::Funding {
            payer: Payer::Organisation(id),
            ..
        } => funding::payer(Payer::Organisation(*id), name(*id), lang),
        Compared::Funding {
            payer, together, ..
        } => {
            let named: Vec<&str> = together
                .iter()
                .filter_map(|funder| match funder {
                    Funder::Organisation(id) => name(*id),
                    Funder::Others => None,
                })
                .collect();
            if named.is_empty() {
                funding::payer(*payer, None, lang)
            } else {
                named.join(", ")
            }
        }
        Compared::Cost(_) => CostText::CostRow.text(lang).to_owned(),
        Compared::FlatCost => ComparisonText::FlatCost.text(lang).to_owned(),
        Compared::TotalCost => ComparisonText::TotalCost.text(lang).to_owned(),
    }
}

/// The kind of money or cost; empty where there is only one.
pub fn category(compared: &Compared, lang: Lang) -> &'static str {
    match compared {
        Compared::Funding { category, .. } => names::category(*category, lang),
        Compared::Cost(category) => cost::category(*category, lang),
        Compared::FlatCost | Compared::TotalCost => "",
    }
}

/// How much more the other version plans: `+1 000,00 €`.
pub fn difference(sides: Sides, lang: Lang) -> String {
    let Some(difference) = sides.difference() else {
        let text = if sides.is_change() {
            ComparisonText::NotKnown
        } else {
            ComparisonText::Same
        };
        return text.text(lang).to_owned();
    };
    if !sides.is_change() {
        return ComparisonText::Same.text(lang).to_owned();
    }
    let sign = if difference.cents() > 0 { "+" } else { "" };
    format!("{sign}{}", format::euros(difference, lang))
}
