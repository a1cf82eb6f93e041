//! Contents that the tests, the measurement and the samples share.

use documents::pdf::{
    Align, Block, Column, Content, Fact, Headings, Inline, Level, ListKind, Row, RowKind, Table,
};
use domain::Lang;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// 9.8.2023 12.00 in Helsinki.
pub(crate) fn dated() -> OffsetDateTime {
    let date = Date::from_calendar_date(2023, Month::August, 9).unwrap();
    let noon = date.with_time(Time::from_hms(12, 0, 0).unwrap());
    noon.assume_offset(UtcOffset::from_hms(3, 0, 0).unwrap())
}

/// A content with these blocks.
pub(crate) fn content(blocks: Vec<Block>) -> Content {
    Content {
        title: "Viranhaltijapäätös § 42: Kaivoskumppani-hankkeen kuntarahoitus".into(),
        lang: Lang::Fi,
        author: "Kajaanin kaupunki".into(),
        subject: Some("Ote päätöksestä, KAJDno-2023-912".into()),
        dated: dated(),
        header: "Kajaanin kaupunki · Viranhaltijapäätös § 42 · KAJDno-2023-912".into(),
        footer: "Kirjaamo · Pohjolankatu 13, 87100 Kajaani · kajaani@kajaani.fi\n\
                 Tämän asiakirjan pysyvä osoite on rekisterissä."
            .into(),
        blocks,
    }
}

/// Running text of the document's language.
pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::plain(text)])
}

/// A heading.
pub(crate) fn heading(level: Level, text: &str) -> Block {
    Block::Heading {
        level,
        text: vec![Inline::plain(text)],
    }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact {
        label: label.into(),
        value: vec![Inline::plain(value)],
    }
}

/// The top of a decision: title and summary.
pub(crate) fn opening() -> Vec<Block> {
    vec![
        heading(Level::One, "Kaivoskumppani-hankkeen kuntarahoitusosuus"),
        Block::Facts(vec![
            fact("Asiatunnus", "KAJDno-2023-912"),
            fact("Pykälä", "Kaupunginjohtaja § 42, 9.8.2023"),
            fact("Päätöksentekijä", "Kaupunginjohtaja"),
            Fact {
                label: "Tuensaaja".into(),
                value: vec![
                    Inline::plain("Kajaanin Ammattikorkeakoulu Oy ("),
                    Inline::foreign(Lang::Sv, "Kajanalands yrkeshögskola"),
                    Inline::plain(")"),
                ],
            },
            fact("Kaupungin osuus", "5\u{a0}000,00 €, vuosina 2023 ja 2024"),
            Fact {
                label: "Pysyvä osoite".into(),
                value: vec![Inline::link(
                    "rekisteri.example.fi/paatokset/42",
                    "https://rekisteri.example.fi/paatokset/42",
                )],
            },
        ]),
        heading(Level::Two, "Päätös"),
        Block::Paragraph(vec![
            Inline::plain("Kaupunki "),
            Inline::strong("myöntää hankkeelle enintään 5\u{a0}000,00 euroa"),
            Inline::plain(
                " kuntarahoitusta edellyttäen, että hankkeelle myönnetään Euroopan \
                 aluekehitysrahaston tuki. Osuus maksetaan toteutuneiden kustannusten mukaan.",
            ),
        ]),
        funding(),
    ]
}

fn funding() -> Block {
    let columns = vec![
        Column::new("Rahoittaja", Align::Left),
        Column::new("Osuus", Align::Right),
        Column::new("2023, €", Align::Right),
        Column::new("2024, €", Align::Right),
        Column::new("Yhteensä, €", Align::Right),
    ];
    let entry = |cells: [&str; 5]| Row::new(RowKind::Entry, cells);
    let rows = vec![
        entry([
            "Euroopan aluekehitysrahasto",
            "80 %",
            "ei tiedossa",
            "ei tiedossa",
            "ei tiedossa",
        ]),
        entry([
            "Kajaanin kaupunki",
            "",
            "2\u{a0}500,00",
            "2\u{a0}500,00",
            "5\u{a0}000,00",
        ]),
        entry([
            "Muut rahoittajat",
            "",
            "12\u{a0}500,00",
            "12\u{a0}500,00",
            "25\u{a0}000,00",
        ]),
        Row::new(
            RowKind::Total,
            [
                "Kunnat yhteensä",
                "20 %",
                "15\u{a0}000,00",
                "15\u{a0}000,00",
                "30\u{a0}000,00",
            ],
        ),
    ];
    let table = Table::new(columns, rows).captioned("Rahoitus vuosittain");
    Block::Table(table.headed(Headings::ColumnsAndRows))
}

/// Why and on what ground the decision was made.
pub(crate) fn grounds() -> Vec<Block> {
    vec![
        heading(Level::Two, "Perustelut"),
        paragraph(
            "Hankkeessa kehitetään kaivosalan yritysten ja oppilaitosten yhteistyötä Kainuussa. \
             Tavoitteena on, että alueen yritykset löytävät osaavaa työvoimaa ja että alalle \
             syntyy uusia palveluja. Hanke toteuttaa kaupungin elinvoimaohjelmaa.",
        ),
        paragraph(
            "Hankkeen kustannuksista Euroopan aluekehitysrahasto rahoittaa 80 prosenttia ja \
             kunnat sekä muut rahoittajat 20 prosenttia. Kaupungin osuus sisältyy \
             talousarviovuosien 2023 ja 2024 hankerahoituksen määrärahaan.",
        ),
        heading(Level::Three, "Sovelletut oikeusohjeet"),
        Block::List {
            kind: ListKind::Bullets,
            items: vec![
                vec![Inline::plain("Kuntalaki (410/2015) 92 ja 137–140 §")],
                vec![Inline::plain("Hallintolaki (434/2003) 45 §")],
                vec![Inline::plain(
                    "Kaupungin hallintosääntö 22 §, jonka nojalla kaupunginjohtaja päättää \
                     hankkeiden kuntarahoitusosuuksista talousarvion rajoissa",
                )],
            ],
        },
    ]
}

/// How to claim rectification.
pub(crate) fn instruction() -> Vec<Block> {
    vec![
        heading(Level::Two, "Oikaisuvaatimusohje"),
        paragraph(
            "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen. Päätökseen ei \
             saa hakea muutosta valittamalla tuomioistuimeen.",
        ),
        Block::Notice(vec![
            vec![
                Inline::strong("Viimeinen päivä on perjantai 8.9.2023 kello 15.00."),
                Inline::plain(" Oikaisuvaatimus on toimitettava kirjaamoon ennen sen sulkemista."),
            ],
            vec![Inline::plain(
                "Kunnan jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua \
                 siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
            )],
        ]),
        heading(Level::Three, "Oikaisuvaatimuksen sisältö"),
        Block::List {
            kind: ListKind::Numbers,
            items: [
                "päätös, johon haetaan oikaisua",
                "miltä osin päätökseen haetaan oikaisua ja mitä siihen vaaditaan tehtäväksi",
                "vaatimuksen perusteet",
                "tekijän nimi, kotikunta, postiosoite ja puhelinnumero",
            ]
            .map(|item| vec![Inline::plain(item)])
            .to_vec(),
        },
        heading(Level::Three, "Toimitusosoite"),
        Block::Paragraph(vec![
            Inline::plain("Kajaanin kaupunki, kirjaamo\nPohjolankatu 13, 87100 Kajaani\n"),
            Inline::link("kajaani@kajaani.fi", "mailto:kajaani@kajaani.fi"),
        ]),
        Block::Rule,
        paragraph("Otteen oikeaksi todistaa Kajaanissa 9.8.2023 hallintosihteeri."),
    ]
}

/// An extract of two pages, the one that is measured.
pub(crate) fn extract() -> Content {
    content([opening(), grounds(), instruction()].concat())
}

/// A decision of one page.
pub(crate) fn one_page() -> Content {
    content(opening())
}

/// A decision whose list, table and texts run over the ends of five pages.
pub(crate) fn five_pages() -> Content {
    let mut blocks = opening();
    blocks.extend(grounds());
    blocks.push(heading(Level::Two, "Maksatukset"));
    let columns = vec![
        Column::new("Päivä", Align::Left),
        Column::new("Peruste", Align::Left),
        Column::new("Euroa", Align::Right),
    ];
    let day = |row: u32| format!("{}.{}.2024", row % 28 + 1, row % 12 + 1);
    let rows = (0..70u32).map(|row| {
        let reason = if row % 9 == 0 {
            "Toteutuneet palkkakustannukset ja ostopalvelut, joiden erittely on tilityksen \
             liitteenä ja jotka rahoittaja on hyväksynyt"
        } else {
            "Maksatushakemus"
        };
        let euros = format!("{}\u{a0}{:03},00", row % 7 + 1, row * 37 % 1000);
        Row::new(RowKind::Entry, [day(row), reason.to_owned(), euros])
    });
    let table = Table::new(columns, rows.collect()).captioned("Maksuerät");
    blocks.push(Block::Table(table.headed(Headings::Columns)));
    blocks.extend(instruction());
    blocks.push(Block::Paragraph(vec![Inline::foreign(
        Lang::Sv,
        "Detta är en översättning. Den finska anvisningen är den officiella.",
    )]));
    content(blocks)
}

/// Everything that could break a page: letters no font has, words without end, markup, blanks.
pub(crate) fn hostile() -> Content {
    let long = "Sähköbussihankekokonaisuus".repeat(20);
    let odd = "</w:p><script>alert(1)</script> 北京市 🚌👩‍🚒 שלום \u{0} \u{7} \u{fffe} \u{e000} \u{202e}abc \
               a\u{308}a\u{30a} Ωμ∆ \u{1f4a9} ﬁ čžšđŋŧâ";
    let cell = |text: &str| vec![Inline::plain(text)];
    let blocks = vec![
        heading(Level::Four, odd),
        heading(Level::One, &long),
        paragraph(odd),
        paragraph(&long),
        Block::Paragraph(vec![
            Inline::link(long.clone(), "https://example.fi/ä ö?<>\"()\\"),
            Inline::link("ei linkki", "javascript:alert(1)"),
            Inline::link("", "https://example.fi"),
            Inline::foreign(Lang::Sv, odd),
        ]),
        paragraph(" \u{200b}\u{ad}\n\n \t"),
        Block::List {
            kind: ListKind::Numbers,
            items: vec![cell(&long), Vec::new(), cell(odd)],
        },
        Block::List {
            kind: ListKind::Bullets,
            items: Vec::new(),
        },
        Block::Table(Table::new(
            Vec::new(),
            vec![Row::new(RowKind::Total, [odd, &long])],
        )),
        Block::Table(Table::new(
            (0..20)
                .map(|number| Column::new(format!("Sarake {number}"), Align::Right))
                .collect(),
            vec![
                Row {
                    kind: RowKind::Entry,
                    cells: (0..30).map(|_| cell("12 345,00")).collect(),
                },
                Row {
                    kind: RowKind::Entry,
                    cells: vec![cell(&long.repeat(2)), cell("x")],
                },
                Row {
                    kind: RowKind::Entry,
                    cells: Vec::new(),
                },
            ],
        )),
        Block::Table(Table::new(vec![Column::new("Tyhjä", Align::Left)], Vec::new()).captioned("")),
        Block::Facts(vec![
            Fact {
                label: long.clone(),
                value: vec![Inline::plain(odd)],
            },
            Fact {
                label: String::new(),
                value: Vec::new(),
            },
            Fact {
                label: "Teksti".into(),
                value: vec![Inline::plain("sana ".repeat(1_500))],
            },
        ]),
        Block::Facts(Vec::new()),
        Block::Notice(Vec::new()),
        Block::Notice((0..40).map(|_| cell(odd)).collect()),
        Block::Notice(vec![cell("Toinen ilmoitus")]),
        heading(Level::Two, "Viimeinen otsikko"),
    ];
    Content {
        header: long.clone(),
        footer: odd.repeat(9),
        title: odd.into(),
        ..content(blocks)
    }
}

/// A document that says nothing.
pub(crate) fn empty() -> Content {
    let blank = Content {
        title: " \n".into(),
        header: String::new(),
        ..content(Vec::new())
    };
    Content {
        author: String::new(),
        subject: None,
        footer: String::new(),
        ..blank
    }
}
