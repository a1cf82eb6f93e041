//! The page of open data and the file that holds all of it.

use domain::view::open_data::{DescribedFile, OpenFile};
use time::Date;

use super::{OpenText, Site};
use crate::{Lang, format};

texts! {
    /// The page of open data.
    pub enum OpenDataText {
        Title: "Avoin data", "Öppna data", "Open data";
        Lead: "Rekisterin julkiset tiedot ohjelmille ja taulukkolaskentaan. Henkilötietoja niissä ei ole koskaan, ja poistettu päätös poistuu niistä heti.", "Registrets offentliga uppgifter för program och kalkylblad. De innehåller aldrig personuppgifter, och ett borttaget beslut försvinner ur dem genast.", "The public data of the register for programs and spreadsheets. It never holds personal data, and a withdrawn decision leaves it at once.";
        Licence: "Käyttöehdot", "Användningsvillkor", "Terms of use";
        LicenceLabel: "Lisenssi", "Licens", "Licence";
        LicenceMeans: "Tietoja saa käyttää, muokata ja jakaa vapaasti, myös kaupallisesti, kun lähde mainitaan.", "Uppgifterna får användas, bearbetas och delas fritt, också kommersiellt, när källan anges.", "The data may be used, adapted and shared freely, also commercially, where the source is named.";
        LicenceName: "Creative Commons Nimeä 4.0 Kansainvälinen (CC BY 4.0)", "Creative Commons Erkännande 4.0 Internationell (CC BY 4.0)", "Creative Commons Attribution 4.0 International (CC BY 4.0)";
        Identifier: "SPDX-tunniste", "SPDX-beteckning", "SPDX identifier";
        Attribution: "Lähde mainitaan näin", "Källan anges så här", "Name the source like this";
        Whole: "Kaikki yhdessä tiedostossa", "Allt i en fil", "All of it in one file";
        WholeMeans: "Tiedosto kootaan pyydettäessä siitä, mikä on sillä hetkellä julkista: päätökset, hankkeet ja lupaukset CSV-muodossa, sarakkeiden kuvaukset ja käyttöehdot.", "Filen sammanställs på begäran av det som är offentligt just då: beslut, projekt och löften som CSV, beskrivningar av kolumnerna och användningsvillkoren.", "The file is made when it is asked for, of what is public at that moment: decisions, projects and promises as CSV, the descriptions of the columns and the terms of use.";
        DownloadWhole: "Lataa kaikki (ZIP)", "Ladda ner allt (ZIP)", "Download all of it (ZIP)";
        Single: "Yhden päätöksen tai hankkeen koko julkinen sisältö on JSON-muodossa sen sivun osoitteessa, kun osoitteen perään lisätään .json.", "Det offentliga innehållet i ett beslut eller ett projekt finns i sin helhet som JSON på sidans adress när .json läggs till.", "The whole public content of a decision or a project is at the address of its page as JSON, with .json at the end.";
        Columns: "Tiedostot ja niiden sarakkeet", "Filerna och deras kolumner", "The files and their columns";
        Code: "Sarake", "Kolumn", "Column";
        InJson: "JSONissa", "I JSON", "In JSON";
        Label: "Nimi", "Namn", "Name";
        Kind: "Muoto", "Form", "Form";
        About: "Sisältö", "Innehåll", "Content";
        File: "Tiedosto", "Fil", "File";
        Promises: "Lupaukset", "Löften", "Promises";
        KindText: "teksti", "text", "text";
        KindYear: "vuosi", "år", "year";
        KindMoney: "euroa, kaksi desimaalia; JSONissa kokonaiset sentit", "euro, två decimaler; i JSON hela cent", "euros with two decimals; in JSON whole cents";
        KindDay: "päivä, VVVV-KK-PP", "dag, ÅÅÅÅ-MM-DD", "day, YYYY-MM-DD";
        KindCount: "lukumäärä", "antal", "number";
    }
}

/// The identifier of the licence in the list of SPDX, and where its text is.
pub const LICENCE: (&str, &str) = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/");

/// What a file is called.
pub const fn file_name(file: OpenFile, lang: Lang) -> &'static str {
    match file {
        OpenFile::Decisions => Site::Decisions.text(lang),
        OpenFile::Projects => Site::Projects.text(lang),
        OpenFile::Promises => OpenDataText::Promises.text(lang),
        OpenFile::Operations => OpenText::Operations.text(lang),
    }
}

/// How the source is named, with the day on which the data was had.
pub fn attribution(city: &str, day: Date, lang: Lang) -> String {
    let day = format::date(day, lang);
    let (service, (licence, _)) = (Site::Service.text(lang), LICENCE);
    match lang {
        Lang::Fi => format!("{city}, {service}, haettu {day}, {licence}"),
        Lang::Sv => format!("{city}, {service}, hämtat {day}, {licence}"),
        Lang::En => format!("{city}, {service}, retrieved {day}, {licence}"),
    }
}

/// What stands beside the data in the file that holds all of it, as plain text.
pub fn read_me(city: &str, day: Date, files: &[DescribedFile], lang: Lang) -> String {
    let (_, licence) = LICENCE;
    let mut lines = vec![
        format!("{} – {city}", OpenDataText::Title.text(lang)),
        String::new(),
        OpenDataText::Lead.text(lang).to_owned(),
        String::new(),
        format!("{}: {licence}", OpenDataText::LicenceName.text(lang)),
        OpenDataText::LicenceMeans.text(lang).to_owned(),
        format!(
            "{}: {}",
            OpenDataText::Attribution.text(lang),
            attribution(city, day, lang)
        ),
        String::new(),
    ];
    let names = files.iter().map(|described| {
        let file = described.file;
        format!("{}.csv: {}", file.code(), file_name(file, lang))
    });
    lines.extend(names);
    lines.push(format!("columns.csv: {}", OpenDataText::Columns.text(lang)));
    lines.push(String::new());
    lines.join("\n")
}
