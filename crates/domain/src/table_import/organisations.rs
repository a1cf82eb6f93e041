//! Organisations as a file names them.

use std::collections::BTreeMap;

use time::Date;

use crate::id::OrganisationId;
use crate::organisation::Organisation;

/// Every organisation, by what a file may call it.
#[derive(Clone, Debug, Default)]
pub struct KnownOrganisations {
    /// By each name they have or had, in small letters.
    by_name: BTreeMap<String, OrganisationId>,
    by_business_id: BTreeMap<String, OrganisationId>,
    /// The names of today.
    names: BTreeMap<OrganisationId, String>,
}

impl KnownOrganisations {
    /// Every organisation, with the names of `today`.
    pub fn new(organisations: &[Organisation], today: Date) -> Self {
        let mut known = Self::default();
        for organisation in organisations {
            let id = organisation.id;
            known
                .names
                .insert(id, organisation.name_on(today).to_owned());
            if let Some(business_id) = organisation.business_id.clone() {
                known.by_business_id.entry(business_id.into()).or_insert(id);
            }
            for name in organisation.names() {
                let name = name.name.to_lowercase();
                known.by_name.entry(name).or_insert(id);
            }
        }
        known
    }

    /// The organisation that has or had this name, whatever the case of its letters.
    pub fn named(&self, name: &str) -> Option<OrganisationId> {
        self.by_name.get(&name.to_lowercase()).copied()
    }

    /// The organisation of this business identity code, or of this name.
    pub fn of(&self, typed: &str) -> Option<OrganisationId> {
        let of_code = self.by_business_id.get(typed).copied();
        of_code.or_else(|| self.named(typed))
    }

    /// Its name of today.
    pub fn name(&self, id: OrganisationId) -> Option<&str> {
        self.names.get(&id).map(String::as_str)
    }
}
