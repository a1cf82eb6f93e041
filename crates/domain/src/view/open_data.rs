//! What the files of open data hold, for who uses them.

/// A file of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFile {
    /// Published decisions.
    Decisions,
    /// Projects that a public decision funds.
    Projects,
    /// What published decisions promise.
    Promises,
    /// The fields of Regulation (EU) 2021/1060 Art. 49(3).
    Operations,
}

impl OpenFile {
    /// Every file, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::Decisions,
        Self::Projects,
        Self::Promises,
        Self::Operations,
    ];

    /// Its name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Projects => "projects",
            Self::Promises => "promises",
            Self::Operations => "operations",
        }
    }
}

/// A file with its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedFile {
    /// Which it is.
    pub file: OpenFile,
    /// Its columns, in their order.
    pub columns: Vec<DescribedColumn>,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedColumn {
    /// Its name in CSV for programs.
    pub code: &'static str,
    /// Its name in JSON.
    pub in_json: String,
    /// Its name for people.
    pub label: String,
    /// The form of what stands in it.
    pub kind: &'static str,
    /// What stands in it.
    pub about: &'static str,
}
