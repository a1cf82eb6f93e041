//! The first city.

use domain::city::{City, LocalName};

/// Kajaani, with what its own appeal instructions say of its registry.
pub fn kajaani() -> City {
    let name = |fi: &str, sv: &str, en: &str| LocalName {
        fi: fi.to_owned(),
        sv: sv.to_owned(),
        en: en.to_owned(),
    };
    City {
        name: name("Kajaanin kaupunki", "Kajana stad", "City of Kajaani"),
        registry: name(
            "Kajaanin kaupungin kirjaamo",
            "Kajana stads registratorskontor",
            "Registry of the City of Kajaani",
        ),
        remedy_body: name(
            "Kajaanin kaupunginhallitus",
            "Kajana stadsstyrelse",
            "Kajaani City Board",
        ),
        postal_address: "PL 133, 87101 Kajaani".to_owned(),
        visiting_address: "Pohjolankatu 13, 87100 Kajaani".to_owned(),
        email: "kajaani@kajaani.fi".to_owned(),
        phone: "08 61551".to_owned(),
        case_prefix: "KAJDno".to_owned(),
    }
}
