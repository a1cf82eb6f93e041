//! The first city.

use domain::city::{City, Court, LocalName};

/// Kajaani's business identity code, whose check digit a test looks at.
const BUSINESS_ID: &str = "0214958-9";

/// Kajaani, with what its own appeal instructions say of its registry.
pub fn kajaani() -> City {
    let name = |fi: &str, sv: &str, en: &str| LocalName {
        fi: fi.to_owned(),
        sv: sv.to_owned(),
        en: en.to_owned(),
    };
    City {
        name: name("Kajaanin kaupunki", "Kajana stad", "City of Kajaani"),
        business_id: BUSINESS_ID.parse().ok(),
        authority_id: "205".to_owned(),
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
        court: Some(Court {
            name: name(
                "Pohjois-Suomen hallinto-oikeus",
                "Norra Finlands förvaltningsdomstol",
                "Northern Finland Administrative Court",
            ),
            postal_address: "PL 189, 90101 Oulu".to_owned(),
            visiting_address: "Isokatu 4, 90100 Oulu".to_owned(),
            email: "pohjois-suomi.hao@oikeus.fi".to_owned(),
            phone: "029 56 42800".to_owned(),
            online: "https://asiointi2.oikeus.fi/hallintotuomioistuimet".to_owned(),
        }),
        postal_address: "PL 133, 87101 Kajaani".to_owned(),
        visiting_address: "Pohjolankatu 13, 87100 Kajaani".to_owned(),
        email: "kajaani@kajaani.fi".to_owned(),
        phone: "08 61551".to_owned(),
        case_prefix: "KAJDno".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_business_identity_code_is_one() {
        assert!(super::kajaani().business_id.is_some());
    }
}
