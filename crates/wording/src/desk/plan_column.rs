//! The columns of funding plans that are imported: what each is called, what stands in it, and an
//! example.

use super::import_column::Words;

pub(super) const PLANS: [Words; 11] = [
    Words {
        field: "project",
        name: ["Hanke", "Projekt", "Project"],
        means: [
            "Hankkeen osoitteen viimeinen osa, EURA-numero, hankekoodi tai nimi.",
            "Sista delen av projektets adress, EURA-numret, projektkoden eller namnet.",
            "The last part of the project’s address, its EURA number, its code or its name.",
        ],
        example: [
            "Esimerkki: puurakentamisen-hanke",
            "Exempel: puurakentamisen-hanke",
            "Example: puurakentamisen-hanke",
        ],
    },
    Words {
        field: "plan_line",
        name: ["Suunnitelman rivi", "Planens rad", "Row of the plan"],
        means: [
            "Rivin numero. Tarvitaan vain, jos samalla rahoittajalla on kaksi riviä samaa lajia.",
            "Radens nummer. Behövs bara om en finansiär har två rader av samma slag.",
            "The number of the row. Needed only where a funder has two rows of one kind.",
        ],
        example: ["1", "1", "1"],
    },
    Words {
        field: "part",
        name: [
            "Osa edellistä",
            "Del av föregående",
            "Part of the previous row",
        ],
        means: [
            "Merkintä x, jos summa on osa sen yläpuolella olevasta rivistä.",
            "Märkningen x, om beloppet är en del av raden ovanför.",
            "An x where the amount is a part of the row above it.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "funder",
        name: ["Rahoittaja", "Finansiär", "Funder"],
        means: [
            "Nimi tai Y-tunnus. Useat puolipisteillä erotettuina, muut tähdellä (*). Puuttuvalla rahoituksella voi olla tyhjä.",
            "Namnet eller FO-numret. Flera åtskilda med semikolon, andra med en stjärna (*). Tomt om finansieringen saknas.",
            "The name or the business ID. Several with semicolons between, others as an asterisk (*). Empty for money still to be found.",
        ],
        example: ["Kainuun liitto", "Kajanalands förbund", "Kainuun liitto"],
    },
    Words {
        field: "category",
        name: [
            "Rahoitus- tai kustannuslaji",
            "Slag av finansiering eller kostnad",
            "Kind of funding or cost",
        ],
        means: [
            "Rahoituslaji, kustannuslaji tai kokonaiskustannus niin kuin lomakkeella.",
            "Slaget av finansiering eller kostnad, eller totalkostnad, som i formuläret.",
            "The kind of funding or of cost, or total cost, as in the form.",
        ],
        example: [
            "EU- ja valtion rahoitus",
            "EU- och statlig finansiering",
            "EU and state funding",
        ],
    },
    Words {
        field: "year",
        name: ["Tilikausi", "Räkenskapsperiod", "Accounting year"],
        means: [
            "Vuosi. Tyhjä, jos summaa ei ole jaettu vuosille.",
            "Året. Tomt om beloppet inte är fördelat på år.",
            "The year. Empty where the amount is not divided by years.",
        ],
        example: ["2024", "2024", "2024"],
    },
    Words {
        field: "amount",
        name: ["Summa, €", "Belopp, €", "Amount, €"],
        means: [
            "Rivin summa. Tyhjä, jos sitä ei tiedetä: silloin rivin kokonaissummaakaan ei tiedetä.",
            "Radens belopp. Tomt om det inte är känt: då är inte heller totalbeloppet känt.",
            "The amount of the row. Empty where it is not known: then neither is the total of its line.",
        ],
        example: ["54 327,50", "54 327,50", "54 327,50"],
    },
    Words {
        field: "share",
        name: ["Osuus", "Andel", "Share"],
        means: [
            "Osuus koko rahoituksesta prosentteina, jos se on sovittu.",
            "Andelen av hela finansieringen i procent, om den har avtalats.",
            "The share of the whole funding in percent, where it was agreed.",
        ],
        example: ["70 %", "70 %", "70%"],
    },
    Words {
        field: "cost_model",
        name: ["Kustannusmalli", "Kostnadsmodell", "Cost model"],
        means: [
            "Vain kaupungin omalla hankkeella: malli niin kuin lomakkeella.",
            "Bara för stadens eget projekt: modellen som i formuläret.",
            "Only for a project of the city’s own: the model as in the form.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "support_kind",
        name: ["Mitä tuetaan", "Vad som stöds", "What is supported"],
        means: [
            "Kustannusten kanssa: kehittämishanke tai investointi.",
            "Tillsammans med kostnader: utvecklingsprojekt eller investering.",
            "With costs: development project or investment.",
        ],
        example: ["", "", ""],
    },
    Words {
        field: "rate_reason",
        name: [
            "Peruste enimmäisosuuden ylittämiselle",
            "Motivering till att maximiandelen överskrids",
            "Reason for exceeding the maximum rate",
        ],
        means: [
            "Vain, jos EU:n ja valtion tuki ylittää enimmäisosuuden.",
            "Bara om stödet från EU och staten överskrider maximiandelen.",
            "Only where the support of the EU and the state exceeds the maximum rate.",
        ],
        example: ["", "", ""],
    },
];
