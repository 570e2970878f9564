//! The content: the full checkup against the inventory of the form it modernises (`tests/inventory/ecom.tsv`, 250 rows),
//! everything against the inventory of the advice of its time (`guidance.tsv`), packs against each other.

mod conditions;
mod counts;
mod guidance;
mod inventory;
mod kinds;
mod languages;
mod packs;
