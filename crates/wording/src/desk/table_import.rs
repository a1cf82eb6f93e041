//! Imports of tables: the ledger's postings, projects and funding plans.

use domain::Lang;
use domain::table_import::{ImportKind, ReportRow, RowOutcome};

use super::budget_import::remark;
use super::import_column::name;
use crate::format;

texts! {
    /// Headings, labels, buttons and sentences that every import of a table has.
    pub enum TableImportText {
        LedgerTitle: "Kohdista maksut pääkirjaan", "Stäm av betalningar mot huvudboken", "Match payments with the ledger";
        ProjectsTitle: "Tuo hankkeita tiedostosta", "Importera projekt från en fil", "Import projects from a file";
        PlansTitle: "Tuo rahoitussuunnitelmia tiedostosta", "Importera finansieringsplaner från en fil", "Import funding plans from a file";
        LedgerMeans: "Vie pääkirjasta tilikauden kirjaukset taulukkoon. Rekisteri etsii niistä maksunsa tositenumeron ja summan perusteella, tai asian, pykälän ja summan perusteella. Näet tulokset riveittäin ennen kuin mitään kirjataan.", "Ta ut räkenskapsperiodens bokföringar ur huvudboken i en tabell. Registret söker sina betalningar bland dem med verifikatnummer och belopp, eller med ärende, paragraf och belopp. Du ser resultatet rad för rad innan något antecknas.", "Export the postings of the accounting year from the ledger into a table. The register looks for its payments among them by voucher number and amount, or by case, section and amount. You see the result row by row before anything is recorded.";
        ProjectsMeans: "Jokaisesta rivistä tulee hanke samoilla säännöillä kuin lomakkeella. Hanketta, joka on jo rekisterissä, ei muuteta. Näet tulokset riveittäin ennen kuin mitään lisätään.", "Varje rad blir ett projekt enligt samma regler som i formuläret. Ett projekt som redan finns i registret ändras inte. Du ser resultatet rad för rad innan något läggs till.", "Each row becomes a project by the same rules as in the form. A project that the register has is not changed. You see the result row by row before anything is added.";
        Running: "Tuonti on kesken", "Importen pågår", "The import is under way";
        RunningMeans: "Sivu päivittyy itsestään. Voit myös poistua sivulta: tuonti jatkuu, ja lopputulos näkyy tällä sivulla. Muut kirjaukset odottavat tuonnin loppua.", "Sidan uppdateras av sig själv. Du kan också lämna sidan: importen fortsätter, och resultatet visas på denna sida. Andra anteckningar väntar tills importen är klar.", "The page updates itself. You may also leave it: the import goes on, and this page shows its end. Other entries wait until it is done.";
        RunningAgain: "Päivitä nyt", "Uppdatera nu", "Update now";
        PlansMeans: "Jokaisella rivillä on yksi summa. Hankkeen rivit ovat yhdessä sen suunnitelman uusi versio samoilla säännöillä kuin lomakkeella: se, mitä tiedostossa ei ole, ei ole uudessa versiossakaan. Kustannukset säilyvät, jos tiedosto ei sano niistä mitään. Näet muutokset ennen kuin mitään tallennetaan.", "Varje rad har ett belopp. Ett projekts rader blir tillsammans en ny version av dess plan enligt samma regler som i formuläret: det som inte finns i filen finns inte heller i den nya versionen. Kostnaderna bevaras om filen inte säger något om dem. Du ser ändringarna innan något sparas.", "Each row has one amount. The rows of a project together are a new version of its plan by the same rules as in the form: what the file does not have, the new version does not have either. Costs stay where the file says nothing of them. You see the changes before anything is saved.";
        ReasonHint: "Tämä peruste tulee jokaiseen suunnitelmaan, joka saa tiedostosta uuden version.", "Den här motiveringen får varje plan som får en ny version ur filen.", "This reason is that of each plan that gets a new version from the file.";
        ProjectHint: "Suunnitelman saa taulukoksi hankkeen sivulta: täydennä se ja tuo se takaisin.", "Planen kan laddas ner som tabell på projektets sida: komplettera den och importera den igen.", "A plan can be downloaded as a table from the project’s page: complete it and import it again.";
        PlanChanges: "Mikä suunnitelmissa muuttuu", "Vad som ändras i planerna", "What changes in the plans";
        PlanChangesMeans: "Näytetään ne hankkeet, joiden ensimmäinen rivi on tällä sivulla.", "De projekt visas vars första rad finns på den här sidan.", "Shown are the projects whose first row is on this page.";
        PlanInForce: "Voimassa", "I kraft", "In force";
        NewVersion: "Uusi versio", "Ny version", "New version";
        PlanTitle: "Rahoitussuunnitelma", "Finansieringsplan", "Funding plan";
        TotalCost: "kokonaiskustannus", "totalkostnad", "total cost";
        PlanAsTable: "Lataa suunnitelma taulukkona", "Ladda ner planen som tabell", "Download the plan as a table";
        Year: "Tilikausi", "Räkenskapsperiod", "Accounting year";
        TemplateCsv: "Lataa taulukkopohja (CSV)", "Ladda ner tabellmallen (CSV)", "Download the template (CSV)";
        TemplateXlsx: "Lataa taulukkopohja (XLSX)", "Ladda ner tabellmallen (XLSX)", "Download the template (XLSX)";
        WhichColumns: "Taulukon sarakkeet", "Tabellens kolumner", "Columns of the table";
        ColumnName: "Sarake", "Kolumn", "Column";
        Needed: "Pakollinen", "Obligatorisk", "Needed";
        ColumnMeans: "Sisältö", "Innehåll", "What stands in it";
        Example: "Esimerkki", "Exempel", "Example";
        Yes: "Kyllä", "Ja", "Yes";
        OneOf: "Jokin näistä", "Någon av dessa", "One of these";
        No: "Ei", "Nej", "No";
        FileHint: "CSV tai XLSX, enintään 20 Mt. Ensimmäisellä rivillä ovat sarakkeiden nimet. Ison tiedoston lukeminen voi kestää joitakin sekunteja; pidä sivu auki.", "CSV eller XLSX, högst 20 MB. På första raden står kolumnernas namn. Det kan ta några sekunder att läsa en stor fil; håll sidan öppen.", "CSV or XLSX, at most 20 MB. The first row has the names of the columns. Reading a large file can take some seconds; keep the page open.";
        Ready: "Tiedoston voi kirjata. Muut rivit jäävät kirjaamatta.", "Filen kan antecknas. Övriga rader antecknas inte.", "The file can be recorded. Other rows are left.";
        NothingToRecord: "Tiedostossa ei ole mitään kirjattavaa.", "Det finns inget att anteckna i filen.", "The file has nothing to record.";
        Changed: "Rekisteri tai valinnat ovat muuttuneet siitä, mitä näit. Tarkista uudelleen, mitä kirjataan.", "Registret eller valen har ändrats från vad du såg. Granska på nytt vad som antecknas.", "The register or the choices have changed from what you saw. Check again what is recorded.";
        Outcome: "Tulos", "Resultat", "Outcome";
        Details: "Erot ja korjattavat", "Skillnader och sådant att rätta", "Differences and what to mend";
        InFile: "tiedostossa", "i filen", "in the file";
        InRegister: "rekisterissä", "i registret", "in the register";
        LookFirst: "Rivit, jotka vaativat tarkistusta", "Rader som behöver granskas", "Rows that need a look";
        LackingTitle: "Maksut, joita pääkirjan tiedostossa ei ole", "Betalningar som inte finns i huvudbokens fil", "Payments that the ledger's file lacks";
        LackingMeans: "Rekisterissä on nämä tilikauden maksut, joita ei ole kohdistettu.", "I registret finns dessa betalningar för räkenskapsperioden som inte har stämts av.", "The register has these payments of the accounting year that are not matched.";
        LedgerConfirm: "Kirjaa kohdistukset", "Anteckna avstämningen", "Record the matches";
        ProjectsConfirm: "Lisää hankkeet", "Lägg till projekten", "Add the projects";
        PlansConfirm: "Tallenna suunnitelmat", "Spara planerna", "Save the plans";
        Matched: "Kohdistettu", "Avstämd", "Matched";
        NotMatched: "Kohdistamatta", "Inte avstämd", "Not matched";
        InLedger: "Pääkirjassa", "I huvudboken", "In the ledger";
    }
}

/// The title of an import's pages.
pub const fn title(kind: ImportKind) -> TableImportText {
    match kind {
        ImportKind::Budget | ImportKind::Ledger => TableImportText::LedgerTitle,
        ImportKind::Projects => TableImportText::ProjectsTitle,
        ImportKind::Plans => TableImportText::PlansTitle,
    }
}

/// What an import does.
pub const fn means(kind: ImportKind) -> TableImportText {
    match kind {
        ImportKind::Budget | ImportKind::Ledger => TableImportText::LedgerMeans,
        ImportKind::Projects => TableImportText::ProjectsMeans,
        ImportKind::Plans => TableImportText::PlansMeans,
    }
}

/// The button that records.
pub const fn confirm(kind: ImportKind) -> TableImportText {
    match kind {
        ImportKind::Budget | ImportKind::Ledger => TableImportText::LedgerConfirm,
        ImportKind::Projects => TableImportText::ProjectsConfirm,
        ImportKind::Plans => TableImportText::PlansConfirm,
    }
}

texts! {
    /// What becomes of a row.
    pub enum OutcomeText {
        Match: "Kohdistetaan", "Stäms av", "Is matched";
        Add: "Lisätään", "Läggs till", "Is added";
        Save: "Uuteen versioon", "Till en ny version", "Into a new version";
        Unchanged: "Suunnitelma ennallaan", "Planen oförändrad", "Plan unchanged";
        Matched: "Jo kohdistettu", "Redan avstämd", "Matched already";
        Exists: "On jo rekisterissä", "Finns redan i registret", "In the register already";
        Differs: "Eroaa rekisteristä", "Skiljer sig från registret", "Differs from the register";
        Ambiguous: "Sopii useaan maksuun", "Passar till flera betalningar", "Fits several payments";
        Unknown: "Ei rekisterissä", "Finns inte i registret", "Not in the register";
        Example: "Esimerkkirivi, jätetään pois", "Exempelrad, utelämnas", "Example row, left out";
        Refused: "Korjattavaa", "Att rätta", "To mend";
    }
}

/// What becomes of a row, in words.
pub const fn outcome(kind: ImportKind, outcome: RowOutcome) -> OutcomeText {
    use OutcomeText as T;
    match (outcome, kind) {
        (RowOutcome::Recorded, ImportKind::Projects) => T::Add,
        (RowOutcome::Recorded, ImportKind::Plans) => T::Save,
        (RowOutcome::Recorded, _) => T::Match,
        (RowOutcome::Already, ImportKind::Projects) => T::Exists,
        (RowOutcome::Already, ImportKind::Plans) => T::Unchanged,
        (RowOutcome::Already, _) => T::Matched,
        (RowOutcome::Differs, _) => T::Differs,
        (RowOutcome::Ambiguous, _) => T::Ambiguous,
        (RowOutcome::Unknown, _) => T::Unknown,
        (RowOutcome::Example, _) => T::Example,
        (RowOutcome::Refused, _) => T::Refused,
    }
}

/// How many rows of how many are recorded: `1 200 / 10 000 riviä kirjattu`.
pub fn counted(saved: usize, all: usize, lang: Lang) -> String {
    let [saved, all] = [saved, all].map(|rows| {
        let rows = u64::try_from(rows).unwrap_or(u64::MAX);
        format::count(rows, lang)
    });
    match lang {
        Lang::Fi => format!("{saved} / {all} riviä kirjattu"),
        Lang::Sv => format!("{saved} av {all} rader antecknade"),
        Lang::En => format!("{saved} of {all} rows recorded"),
    }
}

/// What is wrong with a row, and what it says otherwise than the register: a sentence each.
pub fn details(kind: ImportKind, row: &ReportRow, lang: Lang) -> Vec<String> {
    let wrong = row.remarks.iter().map(|of| {
        let column = of
            .field
            .map(|field| format!("{}: ", name(kind, field, lang)));
        format!("{}{}", column.unwrap_or_default(), remark(of.code, lang))
    });
    let other = row.differences.iter().map(|of| {
        let column = name(kind, of.field, lang);
        let file = TableImportText::InFile.text(lang);
        let register = TableImportText::InRegister.text(lang);
        let (in_file, in_register) = (&of.in_file, &of.in_register);
        format!("{column}: {file} {in_file}, {register} {in_register}")
    });
    wrong.chain(other).collect()
}
