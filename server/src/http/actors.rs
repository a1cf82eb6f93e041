//! Those who decide and those who pay.

use app::pages::public as pages;
use axum::extract::Path;
use axum::response::Response;
use domain::slug::Slug;
use register::views::public_actors as views;

use super::public::Asked;

pub(super) async fn decision_makers(asked: Asked) -> Response {
    let data = views::decision_makers(asked.register()).await;
    asked.answer(data, |shell, data| {
        pages::decision_makers::list(shell, &data)
    })
}

pub(super) async fn decision_maker(asked: Asked, Path(series): Path<String>) -> Response {
    let Ok(series) = Slug::try_from(series) else {
        return asked.missing();
    };
    let data = views::decision_maker(asked.register(), &series).await;
    asked.answer(data, |shell, data| {
        pages::decision_makers::page(shell, &data)
    })
}

pub(super) async fn funders(asked: Asked) -> Response {
    let data = views::funders_of_projects(asked.register()).await;
    asked.answer(data, |shell, data| pages::funders::list(shell, &data))
}

pub(super) async fn funder(asked: Asked, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse() else {
        return asked.missing();
    };
    let data = views::funder(asked.register(), id).await;
    asked.answer(data, |shell, data| pages::funders::page(shell, &data))
}
