//! The columns of plans, and what they may be called in a header.

use crate::table_import::ImportColumn;

/// Of amounts of funding plans.
pub(in crate::table_import) const PLANS: [ImportColumn; 11] = [
    ImportColumn {
        field: "project",
        names: &[
            "hanke",
            "hankkeenosoite",
            "hankkeennimi",
            "hankekoodi",
            "hanketunnus",
            "euranumero",
            "projekt",
            "projektetsnamn",
            "projektkod",
            "euranummer",
            "project",
            "nameoftheproject",
            "projectcode",
            "euranumber",
        ],
    },
    ImportColumn {
        field: "plan_line",
        names: &[
            "suunnitelmanrivi",
            "rivi",
            "rivinro",
            "planensrad",
            "rad",
            "rowoftheplan",
            "planline",
            "row",
        ],
    },
    ImportColumn {
        field: "part",
        names: &[
            "osaedellistä",
            "siitä",
            "osa",
            "delavföregående",
            "därav",
            "partofthepreviousrow",
            "part",
            "ofwhich",
        ],
    },
    ImportColumn {
        field: "funder",
        names: &[
            "rahoittaja",
            "rahoittajat",
            "ytunnus",
            "finansiär",
            "finansiärer",
            "fonummer",
            "funder",
            "funders",
            "businessid",
        ],
    },
    ImportColumn {
        field: "category",
        names: &[
            "laji",
            "rahoituslaji",
            "rahoitustaikustannuslaji",
            "slag",
            "slagavfinansieringellerkostnad",
            "category",
            "kindoffundingorcost",
        ],
    },
    ImportColumn {
        field: "year",
        names: &[
            "tilikausi",
            "vuosi",
            "räkenskapsperiod",
            "räkenskapsår",
            "år",
            "accountingyear",
            "year",
        ],
    },
    ImportColumn {
        field: "amount",
        names: &[
            "summa", "euroa", "eur", "€", "määrä", "belopp", "euro", "amount", "euros",
        ],
    },
    ImportColumn {
        field: "share",
        names: &["osuus", "andel", "share"],
    },
    ImportColumn {
        field: "cost_model",
        names: &["kustannusmalli", "kostnadsmodell", "costmodel"],
    },
    ImportColumn {
        field: "support_kind",
        names: &[
            "mitätuetaan",
            "tuenlaji",
            "vadsomstöds",
            "whatissupported",
            "supportkind",
        ],
    },
    ImportColumn {
        field: "rate_reason",
        names: &[
            "perusteenimmäisosuudenylittämiselle",
            "ylityksenperuste",
            "motiveringtillattmaximiandelenöverskrids",
            "reasonforexceedingthemaximumrate",
            "ratereason",
        ],
    },
];
