//! Everything that is wrong with a form.

use serde::{Deserialize, Serialize};

use super::{Finding, Weight};

/// The findings of one form, collected while its fields are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds the findings of a part of the form.
    pub fn extend(&mut self, findings: Self) {
        self.0.extend(findings.0);
    }

    /// Those of one weight, in the order of the form.
    #[must_use]
    pub fn of_weight(&self, weight: Weight) -> Self {
        let of_weight = self.iter().filter(|found| found.code.weight() == weight);
        Self(of_weight.cloned().collect())
    }

    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The findings in the order of the form.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// The value, if nothing blocks it. Notices are asked for with [`Self::of_weight`].
    ///
    /// # Errors
    /// The findings that block, if there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        let blocking = self.of_weight(Weight::Blocks);
        if blocking.is_empty() {
            Ok(value)
        } else {
            Err(blocking)
        }
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<Finding> for Findings {
    fn from(finding: Finding) -> Self {
        Self(vec![finding])
    }
}
