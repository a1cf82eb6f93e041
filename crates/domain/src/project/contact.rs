//! Whom officials turn to about a project.

use serde::{Deserialize, Serialize};

use crate::publicity::Personal;

/// Somebody whom officials turn to about a project; never public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectContact {
    /// The office or the task, such as the project manager, or empty.
    pub office: String,
    /// The name, or empty.
    pub person: Personal<String>,
    /// The e-mail address, or empty.
    pub email: Personal<String>,
    /// The telephone number, or empty.
    pub phone: Personal<String>,
}

impl ProjectContact {
    /// What is known, in the order of the form, for a page that only officials see.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        [
            self.office.as_str(),
            self.person.reveal_to_official(),
            self.email.reveal_to_official(),
            self.phone.reveal_to_official(),
        ]
        .into_iter()
        .filter(|text| !text.is_empty())
    }
}
