//! Rebuilds native binaries when the built-in questionnaire changes, which `include_dir!` cannot ask for by itself.
//! The page loads its questionnaire as files, so its wasm need not be built again.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_AUTHOR").is_some() {
        println!("cargo::rerun-if-changed=questionnaire");
    }
}
