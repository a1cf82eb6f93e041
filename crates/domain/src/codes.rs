//! Kinds of things that are stored and named in addresses by codes.

/// Makes enums whose variants have codes, each with `ALL`, `code` and `from_code`.
macro_rules! codes {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $key:ident = $code:literal,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $key,)+
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$key),+];

            /// The code that stands for it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$key => $code),+ }
            }

            /// What a code stands for.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    )+};
}

pub(crate) use codes;
