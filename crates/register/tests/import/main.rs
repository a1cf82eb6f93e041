//! Reading decision documents: the real one at run time, the same one damaged, others of its
//! family, and files that are none.

mod damaged;
mod real;
mod support;
