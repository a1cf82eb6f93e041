//! The import of budget rows from a file.

use domain::budget::BudgetColumn;
use domain::table_import::RemarkCode;

use super::Label;
use super::budget::BudgetText;
use crate::{Lang, finding, table};

texts! {
    /// Headings, labels, buttons and sentences of the import.
    pub enum ImportText {
        Import: "Tuo tiedostosta", "Importera från en fil", "Import from a file";
        Means: "Tuo päätöksen rivit taulukosta. Mitään ei kirjata ennen kuin olet nähnyt, mitä tiedostosta luettiin.", "Importera beslutets rader från en tabell. Inget antecknas innan du har sett vad som lästes ur filen.", "Import the rows of a decision from a table. Nothing is recorded before you have seen what was read from the file.";
        Template: "Lataa taulukkopohja (CSV)", "Ladda ner tabellmallen (CSV)", "Download the template (CSV)";
        TemplateXlsx: "Lataa taulukkopohja (XLSX)", "Ladda ner tabellmallen (XLSX)", "Download the template (XLSX)";
        File: "Tiedosto", "Fil", "File";
        FileHint: "CSV tai XLSX, enintään 20 Mt ja 10 000 riviä. Ensimmäisellä rivillä ovat sarakkeiden nimet.", "CSV eller XLSX, högst 20 MB och 10 000 rader. På första raden står kolumnernas namn.", "CSV or XLSX, at most 20 MB and 10 000 rows. The first row has the names of the columns.";
        Turned: "Menot ovat tiedostossa miinusmerkkisiä, kuten pääkirjassa", "Utgifterna är negativa i filen, som i huvudboken", "Expenses are negative in the file, as in the ledger";
        Read: "Lue tiedosto", "Läs filen", "Read the file";
        Report: "Mitä tiedostosta luettiin", "Vad som lästes ur filen", "What was read from the file";
        NothingYet: "Mitään ei ole vielä kirjattu.", "Inget har antecknats ännu.", "Nothing has been recorded yet.";
        AllRight: "Kaikki rivit voi kirjata.", "Alla rader kan antecknas.", "All rows can be recorded.";
        NotRight: "Tiedostoa ei voi kirjata. Korjaa se ja tuo se uudelleen, tai valitse sarakkeet toisin.", "Filen kan inte antecknas. Rätta den och importera den på nytt, eller välj kolumnerna på annat sätt.", "The file cannot be recorded. Mend it and import it again, or choose the columns otherwise.";
        Changed: "Talousarvio tai valinnat ovat muuttuneet siitä, mitä näit. Tarkista uudelleen, mitä kirjataan.", "Budgeten eller valen har ändrats från vad du såg. Granska på nytt vad som antecknas.", "The budget or the choices have changed from what you saw. Check again what is recorded.";
        Rows: "Rivejä", "Rader", "Rows";
        Refused: "Rivejä, joissa on korjattavaa", "Rader med något att rätta", "Rows with something to mend";
        Added: "Lisäyksiä yhteensä", "Ökningar sammanlagt", "Increases together";
        Taken: "Vähennyksiä yhteensä", "Minskningar sammanlagt", "Decreases together";
        Net: "Lisäykset ja vähennykset yhteensä", "Ökningar och minskningar sammanlagt", "Increases and decreases together";
        Columns: "Tiedoston sarakkeet", "Filens kolumner", "Columns of the file";
        NoColumn: "Ei tiedostossa", "Finns inte i filen", "Not in the file";
        Choose: "Lue näin", "Läs så här", "Read it so";
        RowNumber: "Tiedoston rivi", "Rad i filen", "Row of the file";
        Before: "Ennen", "Före", "Before";
        After: "Jälkeen", "Efter", "After";
        Remarks: "Korjattavaa", "Att rätta", "To mend";
        RemarksFirst: "Rivit, joissa on korjattavaa", "Rader med något att rätta", "Rows with something to mend";
        AllRows: "Kaikki rivit", "Alla rader", "All rows";
        OnlyFirst: "Näistä näytetään ensimmäiset 100.", "Av dem visas de 100 första.", "The first 100 of them are shown.";
        Confirm: "Kirjaa päätös", "Anteckna beslutet", "Record the decision";
        Discard: "Hylkää tiedosto", "Förkasta filen", "Discard the file";
    }
}

/// The name of a column, in a template and where it is chosen.
///
/// ```
/// use domain::Lang;
/// use domain::budget::BudgetColumn;
/// use wording::desk::budget_import::column;
/// assert_eq!(column(BudgetColumn::Code, Lang::Fi), "Kohdan numero");
/// ```
pub const fn column(column: BudgetColumn, lang: Lang) -> &'static str {
    match column {
        BudgetColumn::Code => BudgetText::Code.text(lang),
        BudgetColumn::Name => BudgetText::Name.text(lang),
        BudgetColumn::Appropriation => BudgetText::Appropriation.text(lang),
        BudgetColumn::Basis => BudgetText::Basis.text(lang),
        BudgetColumn::Source => BudgetText::Source.text(lang),
        BudgetColumn::Amount => Label::Amount.text(lang),
    }
}

/// The sentence of what is wrong with a row.
pub const fn remark(code: RemarkCode, lang: Lang) -> &'static str {
    match code {
        RemarkCode::Fault(fault) => table::sentence(fault, lang),
        RemarkCode::Finding(code) => finding::sentence(code, lang),
    }
}

/// The label of the choice of a column, by the name of its field.
pub(super) fn label_of(place: &str, lang: Lang) -> Option<&'static str> {
    let chosen = BudgetColumn::ALL
        .into_iter()
        .find(|of| of.choice() == place);
    chosen.map(|of| column(of, lang))
}
