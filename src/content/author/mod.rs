//! What a content author needs: read, check and compile a questionnaire folder; every fault with file and line.

mod applies;
mod check;
mod compile;
mod fault;
mod folder;
mod freeze;
mod guide;
mod limits;
mod numbering;
mod parse;
mod reader;
mod sharing;
mod slots;
mod source;

pub use compile::Compiled;
pub use fault::{Fault, Faults};
pub use folder::Folder;
pub use freeze::freeze;
pub use source::{SourceField, SourceQuestionnaire};

/// Reads, checks and compiles a folder. All faults are reported at once.
///
/// # Errors
/// Every fault found, in the order of files and lines.
pub fn build(folder: &Folder) -> Result<Compiled, Faults> {
    let mut faults = Faults::default();
    let pack = parse::parse(folder, &mut faults);
    check::check(&pack, &mut faults);
    let slots = slots::read(folder, &mut faults);
    let compiled = compile::compile(&pack, &slots, &mut faults);
    faults.into_result(compiled)
}

/// Reads a folder without compiling it, for tests of the content itself.
///
/// # Errors
/// Every fault of form found.
pub fn read(folder: &Folder) -> Result<SourceQuestionnaire, Faults> {
    let mut faults = Faults::default();
    let pack = parse::parse(folder, &mut faults);
    faults.into_result(pack)
}
