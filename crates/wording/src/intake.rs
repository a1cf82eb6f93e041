//! What taking a document in says of a project that the register had already.

use domain::Lang;
use domain::funding::{FundingCategory, FundingPlanDraft, FundingRowDraft};
use domain::reading::Otherwise;

use crate::desk::{Heading, Label, label_of};
use crate::names;

texts! {
    /// Where a fact stands.
    enum Stands {
        Register: "rekisterissä", "i registret", "in the register";
        Document: "asiakirjassa", "i dokumentet", "in the document";
        Nothing: "ei tietoa", "ingen uppgift", "nothing";
    }
}

/// That the project of the document was in the register already and was left as it is.
pub fn project_kept(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!(
            "Hanke ”{name}” on jo rekisterissä: sen tiedot ja rahoitussuunnitelma säilyivät ennallaan."
        ),
        Lang::Sv => format!(
            "Projektet ”{name}” finns redan i registret: dess uppgifter och finansieringsplan ändrades inte."
        ),
        Lang::En => format!(
            "The project “{name}” is in the register already: its facts and funding plan were kept as they are."
        ),
    }
}

/// That nobody is there in whose name a draft can be prepared, and how that is mended.
pub const fn no_registrar(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => {
            "Rekisterissä ei ole kirjaajan tunnusta, jonka nimiin luonnos tallennetaan. Lisää se ensin: hankerekisteri user add --role registrar."
        }
        Lang::Sv => {
            "Registret har inget registratorskonto i vars namn utkastet sparas. Lägg först till ett: hankerekisteri user add --role registrar."
        }
        Lang::En => {
            "The register has no registrar's account in whose name the draft is kept. Add one first: hankerekisteri user add --role registrar."
        }
    }
}

/// A fact that the document states otherwise than the register.
///
/// ```
/// use domain::{Lang, reading::Otherwise};
/// let fact = Otherwise::Fact {
///     place: "first_month".to_owned(),
///     kept: "10/2022".to_owned(),
///     stated: "9/2022".to_owned(),
/// };
/// assert_eq!(
///     wording::intake::otherwise(&fact, Lang::Fi),
///     "Ensimmäinen kuukausi: rekisterissä 10/2022, asiakirjassa 9/2022."
/// );
/// ```
pub fn otherwise(fact: &Otherwise, lang: Lang) -> String {
    let (label, kept, stated) = match fact {
        Otherwise::Fact {
            place,
            kept,
            stated,
        } => (
            label_of(place, lang).unwrap_or_else(|| place.clone()),
            kept.clone(),
            stated.clone(),
        ),
        Otherwise::Plan { kept, stated } => (
            Heading::FundingPlan.text(lang).to_owned(),
            kept.as_ref()
                .map(|kept| plan(kept, lang))
                .unwrap_or_default(),
            plan(stated, lang),
        ),
    };
    let or_nothing = |words: String| {
        if words.is_empty() {
            Stands::Nothing.text(lang).to_owned()
        } else {
            words
        }
    };
    format!(
        "{label}: {} {}, {} {}.",
        Stands::Register.text(lang),
        or_nothing(kept),
        Stands::Document.text(lang),
        or_nothing(stated)
    )
}

/// A plan as it was typed, in one line.
fn plan(plan: &FundingPlanDraft, lang: Lang) -> String {
    let cost = plan.total_cost.trim();
    let cost = (!cost.is_empty()).then(|| format!("{} {cost}", Label::TotalCost.text(lang)));
    let rows = plan.rows.iter().map(|typed| row(typed, &plan.years, lang));
    cost.into_iter().chain(rows).collect::<Vec<_>>().join("; ")
}

fn row(row: &FundingRowDraft, years: &[u16], lang: Lang) -> String {
    let category = FundingCategory::from_code(row.category.trim());
    let share = row.share.trim();
    let with_sign = |text: &str, sign: &str| match text {
        "" => None,
        text if text.ends_with(sign) => Some(text.to_owned()),
        text => Some(format!("{text} {sign}")),
    };
    let amounts = years.iter().zip(&row.amounts);
    let amounts = amounts
        .filter_map(|(year, typed)| Some(format!("{year} {}", with_sign(typed.trim(), "€")?)));
    let words = [
        Some(row.funders.replace(';', " +")),
        category.map(|category| names::category(category, lang).to_owned()),
        with_sign(share, "%"),
        with_sign(row.total.trim(), "€"),
    ];
    let part = row.part.then(|| Label::Part.text(lang).to_lowercase());
    let words = part.into_iter().chain(words.into_iter().flatten());
    words.chain(amounts).collect::<Vec<_>>().join(" ")
}
