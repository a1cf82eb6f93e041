//! The read API: the names of its parameters, its limits and what can be wrong with a request.

/// The number of items of an answer.
pub const LIMIT: &str = "limit";
/// Where the next part of a list begins.
pub const CURSOR: &str = "cursor";
/// Only what changed since.
pub const MODIFIED_SINCE: &str = "modified_since";
/// Items of an answer that asks for no number of them.
pub const USUAL_ITEMS: u32 = 50;
/// The most items of an answer.
pub const MOST_ITEMS: u32 = 200;
/// The greatest number of a cursor and of a change.
pub const GREATEST_NUMBER: i64 = 999_999_999_999_999_999;

/// Why a request was not answered. The codes are stable and end the address of a problem's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ApiProblem {
    /// A parameter has no such name here.
    UnknownParameter,
    /// The value of a parameter cannot be read.
    InvalidParameter,
    /// A parameter is given more than once.
    RepeatedParameter,
    /// Another site's page made the browser send it.
    OtherSite,
    /// Nothing is at the address.
    NotFound,
    /// The address is only read.
    MethodNotAllowed,
    /// A body is larger than is taken.
    BodyTooLarge,
    /// The query is longer than is read.
    QueryTooLong,
    /// The address asked too often.
    TooManyRequests,
    /// Another request that cannot be read.
    BadRequest,
    /// The register failed.
    Failed,
    /// The register is out of use, or took too long.
    Unavailable,
}

impl ApiProblem {
    /// Every problem, by status.
    pub const ALL: [Self; 12] = [
        Self::UnknownParameter,
        Self::InvalidParameter,
        Self::RepeatedParameter,
        Self::BadRequest,
        Self::OtherSite,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::BodyTooLarge,
        Self::QueryTooLong,
        Self::TooManyRequests,
        Self::Failed,
        Self::Unavailable,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownParameter => "unknown-parameter",
            Self::InvalidParameter => "invalid-parameter",
            Self::RepeatedParameter => "repeated-parameter",
            Self::OtherSite => "other-site",
            Self::NotFound => "not-found",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::BodyTooLarge => "body-too-large",
            Self::QueryTooLong => "query-too-long",
            Self::TooManyRequests => "too-many-requests",
            Self::BadRequest => "bad-request",
            Self::Failed => "failed",
            Self::Unavailable => "unavailable",
        }
    }

    /// The status of its answer.
    pub const fn status(self) -> u16 {
        match self {
            Self::UnknownParameter
            | Self::InvalidParameter
            | Self::RepeatedParameter
            | Self::BadRequest => 400,
            Self::OtherSite => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::BodyTooLarge => 413,
            Self::QueryTooLong => 414,
            Self::TooManyRequests => 429,
            Self::Failed => 500,
            Self::Unavailable => 503,
        }
    }

    /// The problem that an answer of a status stands for, where nothing else is known of it.
    pub fn of_status(status: u16) -> Self {
        let mut all = Self::ALL.into_iter();
        let known = all.find(|one| one.status() == status && status != 400);
        known.unwrap_or(if status < 500 {
            Self::BadRequest
        } else {
            Self::Failed
        })
    }
}
