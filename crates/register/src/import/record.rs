//! What is recorded of the decision after it was made: publication and service.

use domain::publicity::Personal;
use domain::service::ServiceMeans;
use serde::Serialize;
use time::Date;

/// When and where the decision was made public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PublicationRead {
    /// The day.
    pub on: Option<Date>,
    /// The text as it stands in the document.
    pub as_written: Personal<String>,
}

/// How the parties are served.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ServiceRead {
    /// The means.
    pub means: Option<ServiceMeans>,
    /// The day the means counts from, if the document says it.
    pub event_on: Option<Date>,
    /// The text as it stands in the document.
    pub as_written: Personal<String>,
}

/// The means of service that a text names.
pub(super) fn service_means(text: &str) -> Option<ServiceMeans> {
    let lower = text.to_lowercase();
    let means = [
        ("saantitodistu", ServiceMeans::Proof),
        ("luovut", ServiceMeans::Proof),
        ("haaste", ServiceMeans::Proof),
        ("sähköp", ServiceMeans::EMessage),
        ("sähköi", ServiceMeans::EMessage),
        ("kirje", ServiceMeans::Letter),
        ("postitse", ServiceMeans::Letter),
    ];
    let named = means.iter().find(|(word, _)| lower.contains(word));
    named.map(|(_, means)| *means)
}
