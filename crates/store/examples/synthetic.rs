//! Adds many synthetic decisions to a register, to be measured. What is kept of them for the read
//! API is made when the register is opened next.
//!
//! `cargo run --release -p store --features testing --example synthetic -- sqlite:many.db 100000`

use std::error::Error;

use store::Store;
use store::testing::{add_synthetic, add_synthetic_preparer};

/// Sentences of each decision.
const PASSAGES: usize = 10;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("name a database and how many decisions".into());
    };
    let store = Store::connect(&url).await?;
    store.migrate().await?;
    let preparer = add_synthetic_preparer(&store).await?;
    add_synthetic(&store, count.parse()?, PASSAGES, preparer).await?;
    let mut tx = store.write().await?;
    tx.save_public_content_form(0).await?;
    tx.commit().await?;
    store.close().await;
    Ok(())
}
