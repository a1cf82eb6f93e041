//! A posted form with a file.

use app::pages::public::problem::Problem;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Lang;
use domain::attachment::MAX_SIZE;

use super::form::Posted;
use super::page;
use super::state::Site;

/// The longest body of a form with a file: the file, and room for its fields.
pub(super) const UPLOAD_LIMIT: usize = MAX_SIZE + 64 * 1024;

/// The fields of a posted form, and the file it carried, if any.
#[derive(Debug)]
pub(super) struct Upload {
    /// The fields.
    pub(super) posted: Posted,
    /// The name and the bytes of the file.
    pub(super) file: Option<(String, Vec<u8>)>,
}

impl FromRequest<Site> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let lang = request.extensions().get::<Lang>().copied();
        let shell = page::shell(site, lang.unwrap_or_default(), request.uri().path(), None);
        let refused = |status: StatusCode| {
            let problem = match status {
                StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
                _ => Problem::BadRequest,
            };
            page::problem(&shell, problem)
        };
        let mut parts = Multipart::from_request(request, site)
            .await
            .map_err(|_| page::problem(&shell, Problem::NoForm))?;
        let (mut fields, mut file) = (Vec::new(), None);
        loop {
            let part = parts.next_field().await;
            let Some(part) = part.map_err(|error| refused(error.status()))? else {
                break;
            };
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await;
            let bytes = bytes.map_err(|error| refused(error.status()))?;
            match file_name {
                // A browser sends a file without a name where none was chosen.
                Some(file_name) if file.is_none() && !file_name.is_empty() => {
                    file = Some((file_name, bytes.to_vec()));
                }
                Some(_) => {}
                None => match String::from_utf8(bytes.to_vec()) {
                    Ok(value) => fields.push((name, value)),
                    Err(_) => return Err(page::problem(&shell, Problem::OtherEncoding)),
                },
            }
        }
        Ok(Self {
            posted: Posted(fields),
            file,
        })
    }
}
