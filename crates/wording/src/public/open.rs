//! Open data: the names of columns, and what leads to the files.

texts! {
    /// Files of lists and their columns.
    pub enum OpenText {
        Download: "Lataa nämä tulokset", "Ladda ner dessa resultat", "Download these results";
        Csv: "CSV ohjelmille", "CSV för program", "CSV for programs";
        CsvForSpreadsheets: "CSV Exceliin", "CSV för Excel", "CSV for Excel";
        Xlsx: "Excel (XLSX)", "Excel (XLSX)", "Excel (XLSX)";
        WorkbookEnds: "Excel-tiedostossa (XLSX) on enintään 20 000 viimeksi julkaistua päätöstä, muissa tiedostoissa kaikki.", "Excel-filen (XLSX) innehåller högst de 20 000 senast publicerade besluten, de övriga filerna alla.", "The Excel file (XLSX) has at most the 20,000 decisions published last, the other files all of them.";
        Json: "JSON", "JSON", "JSON";
        Operations: "EU-hankkeet (epävirallinen ote)", "EU-projekt (inofficiellt)", "EU operations (unofficial)";
        Unofficial: "Epävirallinen ote; virallista luetteloa pitää hallintoviranomainen.", "Inofficiellt utdrag; den officiella förteckningen förs av förvaltningsmyndigheten.", "Unofficial extract; the official list is kept by the managing authority.";
        Title: "Otsikko", "Rubrik", "Title";
        NoLaterThan: "Päätetty viimeistään", "Beslutat senast", "Decided no later than";
        InForce: "Voimassaolo", "Giltighet", "In force";
        FinalFrom: "Lainvoimainen alkaen", "Lagakraftvunnet från", "Final from";
        BusinessId: "Y-tunnus", "FO-nummer", "Business ID";
        OperationName: "Toimen nimi", "Insatsens namn", "Name of the operation";
        Purpose: "Tarkoitus", "Syfte", "Purpose";
        StartDate: "Alkaa", "Börjar", "Start date";
        EndDate: "Päättyy", "Slutar", "End date";
        Fund: "Rahasto tai ohjelma", "Fond eller program", "Fund or programme";
        UnionRate: "Unionin osarahoitusaste (ei tiedossa)", "Unionens medfinansieringsgrad (inte känd)", "Union co-financing rate (not known)";
        EuAndState: "EU:n ja valtion tuki yhteensä", "EU- och statligt stöd totalt", "Support of the EU and the state together";
        Latitude: "Leveysaste", "Latitud", "Latitude";
        Longitude: "Pituusaste", "Longitud", "Longitude";
        Country: "Maa", "Land", "Country";
        Intervention: "Tukitoimen tyyppi (ei tiedossa)", "Typ av stödåtgärd (inte känd)", "Type of intervention (not known)";
        Slug: "Hankkeen osoitteen osa", "Del av projektets adress", "Part of the project's address";
        Status: "Luonne", "Karaktär", "Status";
    }
}
