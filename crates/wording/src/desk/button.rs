//! Buttons and links that do something: the verb comes first.

texts! {
    /// What a button or a link to a form does.
    pub enum Button {
        SignIn: "Kirjaudu", "Logga in", "Sign in";
        OpenCase: "Avaa asia", "Öppna ett ärende", "Open a case";
        ChangeCase: "Muuta asian tietoja", "Ändra ärendets uppgifter", "Change the case";
        EnterProject: "Lisää hanke", "Lägg till ett projekt", "Add a project";
        ChangeProject: "Muuta hankkeen tietoja", "Ändra projektets uppgifter", "Change the project";
        ChangePlan: "Muuta rahoitussuunnitelmaa", "Ändra finansieringsplanen", "Change the funding plan";
        DraftDecision: "Luonnostele päätös", "Skriv ett beslutsutkast", "Draft a decision";
        AddOrganisation: "Lisää organisaatio", "Lägg till en organisation", "Add an organisation";
        Save: "Tallenna", "Spara", "Save";
        SaveDraft: "Tallenna luonnos", "Spara utkastet", "Save the draft";
        SaveAndCheck: "Tallenna ja tarkista", "Spara och granska", "Save and check";
        SavePlan: "Tallenna rahoitussuunnitelma", "Spara finansieringsplanen", "Save the funding plan";
        AddCommitment: "Lisää sitoumus", "Lägg till en förbindelse", "Add a commitment";
        AddParty: "Lisää asianosainen", "Lägg till en part", "Add a party";
        AddRow: "Lisää rivi", "Lägg till en rad", "Add a row";
        Remove: "Poista", "Ta bort", "Remove";
        Change: "Muuta", "Ändra", "Change";
        ContinueDraft: "Jatka luonnosta", "Fortsätt med utkastet", "Continue the draft";
        Check: "Tarkista ja lähetä allekirjoitettavaksi", "Granska och skicka för underskrift", "Check and send for signature";
        Send: "Lähetä allekirjoitettavaksi", "Skicka för underskrift", "Send for signature";
        RecordElsewhere: "Kirjaa muualla tehdyksi", "Anteckna som fattat på annat håll", "Record as made elsewhere";
        ReadAndSign: "Lue ja allekirjoita", "Läs och underteckna", "Read and sign";
        Sign: "Allekirjoita päätös", "Underteckna beslutet", "Sign the decision";
        GiveBack: "Palauta valmisteluun", "Återför till beredning", "Return to preparation";
        Publish: "Julkaise päätös", "Publicera beslutet", "Publish the decision";
        MarkAsParty: "Merkitse asianosaiseksi", "Märk som part", "Mark as a party";
        RecordServiceDay: "Kirjaa tiedoksianto", "Anteckna delgivningen", "Record the service";
        CertifyExtract: "Tee ote", "Gör ett utdrag", "Make an extract";
        Certify: "Todista ote oikeaksi", "Bestyrk utdraget", "Certify the extract";
        SendAgain: "Lähetä uudelleen", "Skicka på nytt", "Send again";
        ToSaved: "Jatka tallennetusta", "Fortsätt med det sparade", "Continue from what was saved";
        OverwriteSaved: "Tallenna oma tekstisi sen tilalle", "Spara din egen text i stället", "Save your own text instead";
        ToDesk: "Siirry työpöydälle", "Gå till arbetsbordet", "Go to the desk";
    }
}
