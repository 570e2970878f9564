//! The full checkup against the inventory of the form it modernises: `tests/inventory/ecom.tsv`, 250 rows.

mod conditions;
mod counts;
mod inventory;
mod kinds;
mod languages;
