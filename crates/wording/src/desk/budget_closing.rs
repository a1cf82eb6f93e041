//! Closing a budget year, and opening it again.

use domain::budget::ClosingKind;

texts! {
    /// Headings and sentences.
    pub enum ClosingText {
        IsClosed: "Tilikausi on suljettu. Talousarviota ei voi muuttaa eikä maksuja kirjata tälle vuodelle.", "Räkenskapsperioden är stängd. Budgeten kan inte ändras och inga betalningar kan antecknas för året.", "The accounting year is closed. Its budget cannot be changed and no payment can be posted to it.";
        Acts: "Sulkemiset ja avaamiset", "Stängningar och öppningar", "Closings and reopenings";
        Act: "Toimi", "Åtgärd", "Act";
    }
}

texts_of! {
    /// The heading of the form, and the link to it.
    pub fn form(ClosingKind) {
        Closed: "Sulje tilikausi", "Stäng räkenskapsperioden", "Close the accounting year";
        Reopened: "Avaa tilikausi uudelleen", "Öppna räkenskapsperioden på nytt", "Reopen the accounting year";
    }
}

texts_of! {
    /// What follows from it.
    pub fn means(ClosingKind) {
        Closed: "Suljetun vuoden talousarviota ei muuteta, eikä sille kirjata maksuja, takaisinperintöjä tai niiden kumoamisia. Vuoden voi avata uudelleen perustelluin päätöksin.", "Budgeten för ett stängt år ändras inte, och inga betalningar, återkrav eller återkallanden av dem antecknas för det. Året kan öppnas på nytt med en motivering.", "The budget of a closed year is not changed, and no payment, recovery or reversal of one is posted to it. The year can be reopened with a reason.";
        Reopened: "Vuoden talousarviota voi taas muuttaa, ja sille voi kirjata maksuja. Sulje vuosi uudelleen, kun korjaukset on tehty.", "Årets budget kan åter ändras, och betalningar kan antecknas för det. Stäng året på nytt när rättelserna har gjorts.", "The budget of the year can be changed again, and payments posted to it. Close the year again when the corrections are made.";
    }
}

texts_of! {
    /// What was done.
    pub fn kind(ClosingKind) {
        Closed: "suljettu", "stängd", "closed";
        Reopened: "avattu uudelleen", "öppnad på nytt", "reopened";
    }
}
