//! The page. Everything is in the library; this only starts it.

fn main() {
    ec_checkup::app::start();
}
