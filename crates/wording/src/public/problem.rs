//! What went wrong, for the person who sees it.

texts! {
    /// Texts of pages that say that a page cannot be shown.
    pub enum Problem {
        BadRequest: "Pyyntöä ei voi tulkita", "Begäran kan inte tolkas", "The request cannot be read";
        BadRequestHelp: "Osoitteessa tai lomakkeella on jotain, mitä rekisteri ei ymmärrä. Tarkista osoite tai palaa edelliselle sivulle.", "Adressen eller blanketten innehåller något som registret inte förstår. Kontrollera adressen eller gå tillbaka till föregående sida.", "The address or the form holds something that the register does not understand. Check the address or go back to the page before.";
        OtherEncoding: "Lomakkeen merkistö on väärä", "Blanketten har fel teckenkodning", "The form is in another encoding";
        OtherEncodingHelp: "Lomake tuli muussa kuin UTF-8-merkistössä, eikä mitään tallennettu. Palaa edelliselle sivulle, tarkista teksti ja lähetä se uudelleen.", "Blanketten kom i en annan teckenkodning än UTF-8 och ingenting sparades. Gå tillbaka till föregående sida, kontrollera texten och skicka den på nytt.", "The form came in another encoding than UTF-8, and nothing was saved. Go back to the page before, check the text and send it again.";
        OtherSite: "Lomake tuli toiselta sivustolta", "Blanketten kom från en annan webbplats", "The form came from another site";
        OtherSiteHelp: "Rekisteri ottaa vastaan vain omien sivujensa lomakkeita, eikä mitään tallennettu. Avaa sivu rekisteristä ja täytä lomake siellä.", "Registret tar bara emot blanketter från sina egna sidor och ingenting sparades. Öppna sidan i registret och fyll i blanketten där.", "The register takes forms of its own pages only, and nothing was saved. Open the page in the register and fill in the form there.";
        NoForm: "Lähetetty ei ole lomake", "Det som skickades är ingen blankett", "What was sent is no form";
        NoFormHelp: "Rekisteri ottaa vastaan vain lomakkeita, eikä mitään tallennettu. Palaa edelliselle sivulle ja lähetä lomake selaimella.", "Registret tar bara emot blanketter och ingenting sparades. Gå tillbaka till föregående sida och skicka blanketten med en webbläsare.", "The register takes forms only, and nothing was saved. Go back to the page before and send the form with a browser.";
        TooLarge: "Teksti on liian pitkä", "Texten är för lång", "The text is too long";
        TooLargeHelp: "Lomake on suurempi kuin rekisteri ottaa vastaan, eikä mitään tallennettu. Palaa edelliselle sivulle, lyhennä tekstiä ja lähetä se uudelleen.", "Blanketten är större än registret tar emot och ingenting sparades. Gå tillbaka till föregående sida, förkorta texten och skicka den på nytt.", "The form is larger than the register takes, and nothing was saved. Go back to the page before, shorten the text and send it again.";
        NotFound: "Sivua ei ole", "Sidan finns inte", "There is no such page";
        NotFoundHelp: "Osoitteessa voi olla kirjoitusvirhe. Päätöksen ja hankkeen löydät luetteloista.", "Adressen kan vara felskriven. Beslut och projekt hittar du i listorna.", "The address may be mistyped. You find decisions and projects in the lists.";
        Failed: "Sivua ei voi nyt näyttää", "Sidan kan inte visas just nu", "The page cannot be shown now";
        FailedHelp: "Rekisterissä tapahtui virhe. Mitään ei tallennettu kesken. Yritä hetken kuluttua uudelleen. Jos virhe toistuu, ilmoita siitä kirjaamoon.", "Ett fel uppstod i registret. Inget sparades halvvägs. Försök igen om en stund. Om felet upprepas, meddela registratorskontoret.", "Something failed in the register. Nothing was saved half-way. Try again in a while. If it fails again, tell the registry.";
        Unavailable: "Palvelu on hetken poissa käytöstä", "Tjänsten är tillfälligt ur bruk", "The service is out of use for a moment";
        UnavailableHelp: "Rekisteriin ei saada yhteyttä. Yritä hetken kuluttua uudelleen. Päätöksiä voi pyytää myös kirjaamosta.", "Registret kan inte nås. Försök igen om en stund. Beslut kan också begäras från registratorskontoret.", "The register cannot be reached. Try again in a while. Decisions can also be requested from the registry.";
        Incident: "Virheen tunnus", "Felets kod", "Incident";
    }
}
