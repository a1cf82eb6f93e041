//! The macro that makes an enum of fixed texts.

/// Makes an enum whose variants are texts in Finnish, Swedish and English, in that order. A variant
/// without its three texts, or with an empty one, does not compile.
///
/// ```text
/// texts! {
///     /// Names of the main pages.
///     pub enum Page {
///         Decisions: "Päätökset", "Beslut", "Decisions";
///     }
/// }
/// assert_eq!(Page::Decisions.text(Lang::Sv), "Beslut");
/// ```
macro_rules! texts {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($key:ident: $fi:literal, $sv:literal, $en:literal;)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {
            $(#[doc = concat!("`", $en, "`")] $key,)+
        }

        $(const _: () = assert!(!($fi.is_empty() || $sv.is_empty() || $en.is_empty()));)+

        impl $name {
            /// The text in a language.
            $vis const fn text(self, lang: $crate::Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$key, $crate::Lang::Fi) => $fi,
                        (Self::$key, $crate::Lang::Sv) => $sv,
                        (Self::$key, $crate::Lang::En) => $en,
                    )+
                }
            }
        }
    };
}

/// Makes a function that gives the text of each variant of an enum in Finnish, Swedish and English,
/// in that order. A variant without its three texts, or with an empty one, does not compile.
macro_rules! texts_of {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($of:ty) {
        $($key:ident: $fi:literal, $sv:literal, $en:literal;)+
    }) => {
        $(#[$meta])*
        $vis const fn $name(of: $of, lang: $crate::Lang) -> &'static str {
            $(const { assert!(!($fi.is_empty() || $sv.is_empty() || $en.is_empty())) };)+
            match (of, lang) {
                $(
                    (<$of>::$key, $crate::Lang::Fi) => $fi,
                    (<$of>::$key, $crate::Lang::Sv) => $sv,
                    (<$of>::$key, $crate::Lang::En) => $en,
                )+
            }
        }
    };
}
