//! What officials' pages say.

pub mod appeal;
pub mod budget;
pub mod budget_closing;
pub mod budget_import;
mod button;
pub mod case;
pub mod co_funding;
pub mod commitment;
pub mod commitment_letter;
pub mod distribution;
mod done;
pub mod drafting;
pub mod funding;
mod hint;
pub mod import_column;
pub mod instalment;
mod label;
pub mod late;
pub mod life;
pub mod payment_claim;
pub mod people;
pub mod period;
pub mod plan;
mod plan_column;
pub mod plan_comparison;
pub mod project;
pub mod reminder;
pub mod table_import;
pub mod task;
mod text;

pub use button::Button;
pub use done::Done;
pub use hint::{Hint, ServiceDayHint, ServiceDayName, case_number_hint};
pub use label::{Label, label_of};
pub use text::{Heading, PartName, Status, Text};
