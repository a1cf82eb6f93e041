//! What is wrong with a table that was handed in as a file, and what to do about it.

use domain::table::Fault;

texts_of! {
    /// The sentence of a fault. It says what to do.
    ///
    /// ```
    /// use domain::{Lang, table::Fault};
    /// use wording::table::sentence;
    /// assert_eq!(
    ///     sentence(Fault::Formula, Lang::En),
    ///     "Replace the formula by its value: what a formula comes to is not trusted."
    /// );
    /// ```
    pub fn sentence(Fault) {
        NoFile:
            "Valitse tiedosto, jossa on taulukko.",
            "Välj en fil med en tabell.",
            "Choose a file with a table.";
        Empty:
            "Valitse tiedosto, jossa on otsikkorivi ja sen alla ainakin yksi rivi.",
            "Välj en fil med en rubrikrad och minst en rad under den.",
            "Choose a file that has a header row and at least one row below it.";
        Unreadable:
            "Tallenna taulukko CSV- tai XLSX-tiedostona: tämä ei ole kumpikaan.",
            "Spara tabellen som CSV- eller XLSX-fil: den här är ingetdera.",
            "Save the table as a CSV or XLSX file: this is neither.";
        Broken:
            "Tallenna tiedosto uudelleen: se on vioittunut, eikä sitä voi lukea loppuun.",
            "Spara filen på nytt: den är skadad och kan inte läsas till slut.",
            "Save the file again: it is damaged and cannot be read to its end.";
        OldFormat:
            "Tallenna taulukko XLSX-muodossa ilman salasanaa.",
            "Spara tabellen i XLSX-format utan lösenord.",
            "Save the table as XLSX without a password.";
        TooLarge:
            "Jaa tiedosto pienemmiksi: siinä on enemmän kuin luetaan.",
            "Dela upp filen i mindre: den innehåller mer än vad som läses.",
            "Divide the file into smaller ones: it holds more than is read.";
        TooManyRows:
            "Jaa tiedosto pienemmiksi: rivejä luetaan enintään 100 000.",
            "Dela upp filen i mindre: högst 100 000 rader läses.",
            "Divide the file into smaller ones: at most 100 000 rows are read.";
        TooManyColumns:
            "Poista ylimääräiset sarakkeet: niitä luetaan enintään 100.",
            "Ta bort överflödiga kolumner: högst 100 läses.",
            "Remove surplus columns: at most 100 are read.";
        Sheets:
            "Jätä tiedostoon vain se välilehti, joka tuodaan.",
            "Lämna bara det kalkylblad som ska importeras i filen.",
            "Leave only the sheet that is to be imported in the file.";
        Hidden:
            "Poista piilotetut välilehdet, rivit ja sarakkeet tai tuo ne näkyviin.",
            "Ta bort dolda blad, rader och kolumner eller visa dem.",
            "Remove hidden sheets, rows and columns, or show them.";
        Merged:
            "Pura yhdistetyt solut ja kirjoita arvo jokaiselle riville.",
            "Dela upp sammanfogade celler och skriv värdet på varje rad.",
            "Split merged cells and write the value on each row.";
        SeparatorUnclear:
            "Erota sarakkeet puolipisteellä, pilkulla tai sarkaimella: otsikkorivistä ei selviä, millä ne on erotettu.",
            "Avgränsa kolumnerna med semikolon, komma eller tabb: rubrikraden visar inte vad som avgränsar dem.",
            "Separate the columns by semicolons, commas or tabs: the header does not tell which.";
        QuoteOpen:
            "Tarkista lainausmerkit: yksi niistä jää auki.",
            "Kontrollera citattecknen: ett av dem förblir öppet.",
            "Check the quotation marks: one of them stays open.";
        FromWindows1252:
            "Tiedosto luettiin merkistönä Windows-1252. Tarkista, että kirjaimet ovat oikein.",
            "Filen lästes med teckenkoden Windows-1252. Kontrollera att bokstäverna är rätt.",
            "The file was read as Windows-1252. Check that its letters are right.";
        ColumnUnnamed:
            "Anna jokaiselle sarakkeelle oma nimi otsikkoriville.",
            "Ge varje kolumn ett eget namn på rubrikraden.",
            "Give each column a name of its own in the header.";
        Letters:
            "Tallenna tiedosto UTF-8-muodossa: rivin kirjaimia ei voi lukea.",
            "Spara filen i UTF-8: radens bokstäver kan inte läsas.",
            "Save the file as UTF-8: the letters of the row cannot be read.";
        RowTooLong:
            "Tarkista rivi: siinä on enemmän soluja kuin otsikkorivillä.",
            "Kontrollera raden: den har fler celler än rubrikraden.",
            "Check the row: it has more cells than the header.";
        Formula:
            "Korvaa kaava sen arvolla: kaavan tulokseen ei luoteta.",
            "Ersätt formeln med dess värde: formelns resultat är inte att lita på.",
            "Replace the formula by its value: what a formula comes to is not trusted.";
        ErrorValue:
            "Korjaa solun virhe taulukkolaskennassa.",
            "Rätta felet i cellen i kalkylprogrammet.",
            "Mend the error of the cell in the spreadsheet.";
        CellTooLong:
            "Lyhennä solun tekstiä: siinä saa olla enintään 2 000 merkkiä.",
            "Förkorta texten i cellen: den får ha högst 2 000 tecken.",
            "Shorten the text of the cell: it may have 2 000 characters at most.";
        UnknownWord:
            "Kirjoita soluun jokin sarakkeen sallituista sanoista.",
            "Skriv något av kolumnens tillåtna ord i cellen.",
            "Write one of the words that the column allows in the cell.";
        OverDecision:
            "Jaa tiedosto useaksi päätökseksi: yhdessä voi olla enintään 10 000 riviä.",
            "Dela upp filen på flera beslut: ett beslut kan ha högst 10 000 rader.",
            "Divide the file into several decisions: one can have at most 10 000 rows.";
        NotAValue:
            "Tarkista solun luku tai päivä: sellaista ei ole.",
            "Kontrollera talet eller dagen i cellen: något sådant finns inte.",
            "Check the number or day of the cell: there is none like it.";
    }
}
