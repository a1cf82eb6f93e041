//! The live totals of a funding plan.

use domain::Lang;
use domain::money::Share;

use crate::format;

/// The sum of the shares, in hundredths of a percent; more than the whole is said in words.
///
/// ```
/// use domain::Lang;
/// use wording::desk::plan::shares;
/// assert_eq!(shares(10_000, Lang::En), "100%");
/// assert_eq!(shares(10_001, Lang::En), "more than 100%");
/// ```
pub fn shares(hundredths: u32, lang: Lang) -> String {
    let sum = u16::try_from(hundredths)
        .ok()
        .and_then(|sum| Share::try_from(sum).ok());
    let whole = format::share(Share::WHOLE, lang);
    match (sum, lang) {
        (Some(sum), _) => format::share(sum, lang),
        (None, Lang::Fi) => format!("yli {whole}"),
        (None, Lang::Sv) => format!("över {whole}"),
        (None, Lang::En) => format!("more than {whole}"),
    }
}

/// What a screen reader says when a total has changed.
pub fn announcement(total: &str, shares: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("Rahoitus yhteensä {total}, osuudet yhteensä {shares}."),
        Lang::Sv => format!("Finansieringen sammanlagt {total}, andelarna sammanlagt {shares}."),
        Lang::En => format!("Funding in total {total}, shares in total {shares}."),
    }
}
