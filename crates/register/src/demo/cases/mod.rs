//! The cases, one file each.

pub(super) mod innovation_vouchers;
mod kainuu_wind;
mod kaivoskumppani;
mod kamk_grant;
mod oulujoki;
mod work_and_family;
mod year_end_2023;

use domain::organisation::OrganisationKind::{Authority, Municipality, Private};
use domain::section::{DecisionMakerKind, Numbering};

use super::facts::{ExampleCase, ExampleOrganisation, ExampleSeries};

/// The organisations that the cases name. The regional centre's later name (from 1.1.2026) is
/// not in the sources and is left out.
pub(super) const ORGANISATIONS: [ExampleOrganisation; 5] = [
    ("Kajaanin kaupunki", Municipality),
    ("Kajaanin ammattikorkeakoulu Oy", Private),
    ("Kainuun liitto", Authority),
    ("Sotkamon kunta", Municipality),
    ("Kainuun ELY-keskus", Authority),
];

/// The decision makers. Section numbers come from the city's own case system.
pub(super) const SERIES: [ExampleSeries; 3] = [
    (
        "kaupunginjohtaja",
        "Kaupunginjohtaja",
        DecisionMakerKind::Officer,
        Numbering::External,
    ),
    (
        "kaupunginhallitus",
        "Kaupunginhallitus",
        DecisionMakerKind::Body,
        Numbering::External,
    ),
    // For a decision whose source does not say who decided. Nobody can sign in it.
    (
        "paatoksentekija-ei-tiedossa",
        "Päätöksentekijä ei tiedossa",
        DecisionMakerKind::Body,
        Numbering::External,
    ),
];

const FUNDING_CLASS: &str = "02.05.01";
const BUDGET_CLASS: &str = "02.02.01";

/// The classes of the cases: code and name. They and how long they are kept are made up for the
/// example; a city enters its own.
pub(super) const CLASSES: [(&str, &str); 2] = [
    (BUDGET_CLASS, "Käyttösuunnitelman muutokset (esimerkki)"),
    (FUNDING_CLASS, "Hankkeiden rahoitus (esimerkki)"),
];

/// How many years the cases of each class are kept in the example, and since when.
pub(super) const RETENTION: (&str, &str, &str) = (
    "10",
    "1.1.2020",
    "Esimerkki: kaupunki kirjaa tähän oman tiedonohjaussuunnitelmansa perusteen",
);

/// The cases, the oldest decision first: so they also become public.
pub(super) static CASES: [&ExampleCase; 7] = [
    &oulujoki::CASE,
    &innovation_vouchers::CASE,
    &kainuu_wind::CASE,
    &kamk_grant::CASE,
    &kaivoskumppani::CASE,
    &year_end_2023::CASE,
    &work_and_family::CASE,
];

/// Said in the background of what was published only here.
macro_rules! entered_here {
    () => {
        "\n\n# Rekisterin huomautus\n\nLähde ei kerro, milloin päätös julkaistiin, mihin toimivaltaan \
         se perustuu eikä miten se valmisteltiin."
    };
}
use entered_here;

/// Said where the source does not give the provision.
const AUTHORITY_UNKNOWN: &str = "Ei tiedossa: lähde ei kerro toimivallan perustetta.";
const REGISTRY: &str = "Kajaanin kaupungin kirjaamo";
const SOURCE: &str = "Julkisen päätöksen tiedot, Kajaanin kaupungin verkkosivut";
