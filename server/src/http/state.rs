//! What every handler is given.

use std::sync::Arc;

use app::shell::Assets;
use domain::city::City;
use domain::view::public::Frame;
use register::Register;

use super::api::RateLimit;
use super::page_cache::PageCache;
use super::running_imports::RunningImports;
use crate::assets;
use crate::config::Config;

/// The fonts that every page needs at once.
const FONTS: [&str; 2] = [
    "fonts/source-sans-3-latin-400.woff2",
    "fonts/source-sans-3-latin-600.woff2",
];

/// The register, its settings and its city. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    pub(crate) register: Register,
    pub(crate) config: Arc<Config>,
    pub(super) imports: RunningImports,
    /// None where the settings keep no pages.
    pub(super) pages: Option<Arc<PageCache>>,
    pub(super) api_limit: Arc<RateLimit>,
    city: Arc<City>,
}

impl Site {
    /// The site of a register and its city.
    pub fn new(register: Register, config: Config, city: City) -> Self {
        let pages = PageCache::new(config.page_cache_mib, config.seen_within);
        Self {
            register,
            pages: pages.map(Arc::new),
            api_limit: Arc::new(RateLimit::new(config.api_requests_per_minute)),
            config: Arc::new(config),
            imports: RunningImports::default(),
            city: Arc::new(city),
        }
    }

    /// The frame of a page made now.
    pub(super) fn frame(&self) -> Frame {
        let clock = self.register.clock();
        Frame {
            city: City::clone(&self.city),
            now: clock.now_in_helsinki(),
            clock_is_set: clock.is_set(),
            public_url: self.config.public_url.clone(),
        }
    }
}

/// The addresses of the files that pages link.
pub(super) fn assets() -> Assets {
    Assets {
        style: assets::address("main.css").to_owned(),
        icon: assets::address("favicon.svg").to_owned(),
        fonts: FONTS.map(|font| assets::address(font).to_owned()).to_vec(),
        islands: Some(assets::address("islands.js").to_owned()),
    }
}
