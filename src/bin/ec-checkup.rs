//! The command line: the same core as the page, the same numbers.

use clap::{Parser, Subcommand};
use ec_checkup::advise;
use ec_checkup::answers::{Notice, Unreadable, restore};
use ec_checkup::content::author::{Folder, build, freeze};
use ec_checkup::exchange;
use ec_checkup::flow::Flow;
use ec_checkup::link;
use ec_checkup::score::{Report, to_json};
use ec_checkup::site::{self, Plan};
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// Security checkup for small online shops: the same questions and numbers as the page.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// A questionnaire folder, instead of the one built in
    #[arg(long, global = true, value_name = "DIR")]
    questionnaire: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a questionnaire: every fault with file and line
    Lint {
        /// The folder
        #[arg(default_value = "questionnaire")]
        folder: PathBuf,
    },
    /// Append new fields and options to the frozen table of places in links
    Freeze {
        /// The folder
        #[arg(default_value = "questionnaire")]
        folder: PathBuf,
    },
    /// Print the score of a saved assessment as JSON
    Score {
        /// A document as the page stores it, or - for standard input
        file: PathBuf,
        /// Which pack
        #[arg(long, default_value = "ecom")]
        pack: String,
    },
    /// Print level, gates, findings and what to do for a saved assessment, as JSON
    Advise {
        /// A document as the page stores it, or - for standard input
        file: PathBuf,
    },
    /// Print the result link of a saved assessment
    Link {
        /// A document as the page stores it, or - for standard input
        file: PathBuf,
    },
    /// Print the form of stored assessments and of files with some, as JSON Schema
    Schema,
    /// Put the files of the site together (the Makefile calls this)
    Site {
        /// Folder with app.js, app.wasm, later.wasm, style.css, later-style.css and sw.js
        #[arg(long)]
        parts: PathBuf,
        /// Folder with icons and manifest
        #[arg(long, default_value = "public")]
        public: PathBuf,
        /// The page
        #[arg(long, default_value = "index.html")]
        page: PathBuf,
        /// Folder to fill
        #[arg(long, default_value = "dist")]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let folder = || match &arguments.questionnaire {
        Some(path) => read_folder(path),
        None => Ok(Folder::built_in()),
    };
    match arguments.command {
        Command::Lint { folder } => {
            let compiled = build(&read_folder(&folder)?)?;
            let questionnaire = compiled.questionnaire;
            say(&format!(
                "{}: {} packs, {} chapters, {} questions, {} fields, {} advice, no faults",
                folder.display(),
                questionnaire.packs.len(),
                questionnaire.chapters.len(),
                questionnaire.questions.len(),
                questionnaire.fields.len(),
                compiled.guide.advice.len()
            ))?;
        }
        Command::Freeze { folder } => match freeze(&read_folder(&folder)?)? {
            Some(table) => fs::write(folder.join("slots.tsv"), table)?,
            None => say("every field has its place")?,
        },
        Command::Score { file, pack } => {
            let questionnaire = build(&folder()?)?.questionnaire;
            let sheet = read_sheet(&questionnaire, &file)?;
            let flow = Flow::new(&questionnaire, &sheet);
            let pack = questionnaire.pack_named(&pack).ok_or_else(|| format!("no pack is called {pack}"))?;
            let report = Report::new(&questionnaire, pack, &sheet, &flow);
            say(&format!("{:#}", to_json(&questionnaire, &sheet, &flow, &report)))?;
        }
        Command::Advise { file } => {
            let compiled = build(&folder()?)?;
            let sheet = read_sheet(&compiled.questionnaire, &file)?;
            say(&format!("{:#}", advise::to_json(&compiled.questionnaire, &compiled.guide, &sheet)))?;
        }
        Command::Link { file } => {
            let questionnaire = build(&folder()?)?.questionnaire;
            let sheet = read_sheet(&questionnaire, &file)?;
            say(&format!("#{}", link::encode(&questionnaire, &sheet, &Flow::new(&questionnaire, &sheet))))?;
        }
        Command::Schema => say(&format!("{:#}", exchange::schema(&build(&folder()?)?.questionnaire)))?,
        Command::Site { parts, public, page, out } => {
            site::assemble(&folder()?, &Plan { parts, public, page, out })?;
        }
    }
    Ok(())
}

/// Prints a line. Whoever reads it may have enough (`| head`): that is no error, and no panic.
fn say(text: &str) -> io::Result<()> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn read_folder(path: &Path) -> Result<Folder, Box<dyn Error>> {
    Folder::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn read_sheet(
    questionnaire: &ec_checkup::model::Questionnaire,
    file: &Path,
) -> Result<ec_checkup::answers::Sheet, Box<dyn Error>> {
    let text =
        if file == Path::new("-") { io::read_to_string(io::stdin()) } else { fs::read_to_string(file) };
    let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
    let restored = restore(&text, questionnaire).map_err(|reason| {
        let reason = match reason {
            Unreadable::Damaged => "not a saved assessment, or damaged",
            Unreadable::Newer => "written by a newer version",
            Unreadable::OtherQuestionnaire => "an assessment with another questionnaire",
        };
        format!("{}: {reason}", file.display())
    })?;
    for notice in restored.notices {
        match notice {
            Notice::KeptAside(count) => {
                eprintln!("{count} answer(s) not understood by this version were left out");
            }
        }
    }
    Ok(restored.document.sheet)
}
