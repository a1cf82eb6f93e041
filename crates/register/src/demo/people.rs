//! Invented officials with public passwords, for the example register alone.

/// An example account. Its password is public, so it exists only in the example register.
#[derive(Clone, Copy, Debug)]
pub struct ExampleUser {
    /// The address to sign in with; its domain can never exist (RFC 2606).
    pub email: &'static str,
    /// The password, which is printed.
    pub password: &'static str,
    /// An invented name.
    pub name: &'static str,
    /// The office.
    pub office: &'static str,
    /// The code of the role.
    pub role: &'static str,
    /// The series in which a decision maker signs, or empty.
    pub signs_in: &'static str,
}

/// The registrar, who records everything of the example register.
pub(super) const REGISTRAR: &str = "kirjaaja@esimerkki.invalid";

/// The official of finance, who records the budget of the example register.
pub(super) const FINANCE: &str = "talous@esimerkki.invalid";

/// An account of each role.
pub const EXAMPLE_USERS: [ExampleUser; 6] = [
    ExampleUser {
        email: "valmistelija@esimerkki.invalid",
        password: "esimerkki-valmistelija",
        name: "Veera Valmistelija",
        office: "Kehittämispäällikkö",
        role: "preparer",
        signs_in: "",
    },
    ExampleUser {
        email: REGISTRAR,
        password: "esimerkki-kirjaaja",
        name: "Kaarina Kirjaaja",
        office: "Kirjaaja",
        role: "registrar",
        signs_in: "",
    },
    ExampleUser {
        email: "kaupunginjohtaja@esimerkki.invalid",
        password: "esimerkki-kaupunginjohtaja",
        name: "Kalle Kaupunginjohtaja",
        office: "Kaupunginjohtaja",
        role: "decision-maker",
        signs_in: "kaupunginjohtaja",
    },
    ExampleUser {
        email: FINANCE,
        password: "esimerkki-talous",
        name: "Taina Talous",
        office: "Talousasiantuntija",
        role: "finance",
        signs_in: "",
    },
    ExampleUser {
        email: "paakayttaja@esimerkki.invalid",
        password: "esimerkki-paakayttaja",
        name: "Pekka Pääkäyttäjä",
        office: "Pääkäyttäjä",
        role: "administrator",
        signs_in: "",
    },
    ExampleUser {
        email: "tarkastaja@esimerkki.invalid",
        password: "esimerkki-tarkastaja",
        name: "Tuula Tarkastaja",
        office: "Tarkastaja",
        role: "auditor",
        signs_in: "",
    },
];
