//! Names of roles.

use domain::role::Role;

texts_of! {
    /// The name of a role, as an official reads it.
    pub fn name(Role) {
        Preparer: "valmistelija", "beredare", "preparer";
        Registrar: "kirjaaja", "registrator", "registrar";
        DecisionMaker: "päätöksentekijä", "beslutsfattare", "decision maker";
        Finance: "talous", "ekonomi", "finance";
        Administrator: "pääkäyttäjä", "huvudanvändare", "administrator";
        Auditor: "tarkastaja", "granskare", "auditor";
    }
}
