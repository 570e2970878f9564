//! The command line: the same core as the page, the same numbers.

mod arriving;
mod crowd;
mod input;
mod latest;
mod progress;
mod sampling;
mod surveying;

use clap::{Parser, Subcommand};
use ec_checkup::advise;
use ec_checkup::answers::{Document, Notice, Sheet, Unreadable, restore};
use ec_checkup::calendar::Date;
use ec_checkup::content::author::{Compiled, Folder, build, freeze};
use ec_checkup::exchange;
use ec_checkup::flow::Flow;
use ec_checkup::link::{self, Content, Head, LinkError, SealError, Sealed};
use ec_checkup::model::Questionnaire;
use ec_checkup::score::{Report, to_json};
use ec_checkup::share::{self, Disclosure};
use ec_checkup::site::{self, Beside, Changes, Packed, Plan};
use ec_checkup::survey::{Derived, Reference, row_schema, standing_to_json};
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
        /// Tell as well where the shop stands by this file, which survey --reference has made
        #[arg(long, value_name = "FILE")]
        reference: Option<PathBuf>,
    },
    /// Print level, gates, findings and what to do for a saved assessment, as JSON
    Advise {
        /// A document as the page stores it, or - for standard input
        file: PathBuf,
    },
    /// Print a link of a saved assessment
    Link(LinkOptions),
    /// Print what is in a link, as JSON
    Open {
        /// The link, or any text with one in it, or - for standard input
        text: String,
        /// A file with the passphrase in its first line
        #[arg(long, value_name = "FILE")]
        passphrase: Option<PathBuf>,
    },
    /// Print what links hold as rows of JSON, one a respondent
    Decode(surveying::DecodeOptions),
    /// Print the report of many respondents: how they answered, by size of shop
    Survey(surveying::SurveyOptions),
    /// Print made-up respondents, for trying out
    Sample(sampling::SampleOptions),
    /// Print the form of stored assessments and of files with some, as JSON Schema
    Schema {
        /// The form of rows instead, as decode, survey and sample write them
        #[arg(long)]
        rows: bool,
    },
    /// Put another questionnaire or a reference into a finished edition of the page
    ///
    /// Give --questionnaire DIR, --reference FILE, or both: what is not given stays as it is. All is checked first; the
    /// edition itself is not changed.
    Pack {
        /// The folder for a web server, or the single file, as `make release` leaves them
        from: PathBuf,
        /// What to make of it: a folder (emptied if it is there) or a file
        out: PathBuf,
        /// Where the page is on the web: links made in the single file lead there
        #[arg(long, value_name = "URL")]
        home: Option<String>,
        /// A file by which shops see where they stand, which survey --reference has made
        #[arg(long, value_name = "FILE")]
        reference: Option<PathBuf>,
        /// Take the one away that is there
        #[arg(long, conflicts_with = "reference")]
        no_reference: bool,
    },
    /// Put the files of the site together (the Makefile calls this)
    Site {
        /// Folder with app.js, single.js, app.wasm, later.wasm, style.css, later-style.css and sw.js
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
        /// The single file
        #[arg(long, default_value = "single/ec-checkup.html")]
        single: PathBuf,
        /// Where the page is on the web: links made in the single file lead there
        #[arg(long, value_name = "URL", default_value = "")]
        home: String,
        /// A file by which shops see where they stand, which survey --reference has made
        #[arg(long, value_name = "FILE")]
        reference: Option<PathBuf>,
    },
}

#[derive(clap::Args)]
struct LinkOptions {
    /// A document as the page stores it, or - for standard input
    file: PathBuf,
    /// How much the link tells; without it, the answers in a link of the first version
    #[arg(long, value_enum)]
    tell: Option<Tell>,
    /// Tell the name of the assessment as well
    #[arg(long, requires = "tell")]
    name: bool,
    /// A file with a passphrase in its first line, to put the link under
    #[arg(long, value_name = "FILE", requires = "tell")]
    passphrase: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Tell {
    /// The level, and nothing else
    Level,
    /// Points by chapter and serious dangers as well
    Scores,
    /// The answers by choice
    Answers,
    /// Answers in free words, notes and the plan as well
    Everything,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // These tell what was partly done from what was not done at all.
    let in_parts = matches!(arguments.command, Command::Decode(_) | Command::Survey(_) | Command::Sample(_));
    match run(arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            if in_parts { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Box<dyn Error>> {
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
        Command::Score { file, pack, reference } => {
            let Compiled { questionnaire, guide, .. } = build(&folder()?)?;
            let sheet = read_sheet(&questionnaire, &file)?;
            let flow = Flow::new(&questionnaire, &sheet);
            let pack = questionnaire.pack_named(&pack).ok_or_else(|| format!("no pack is called {pack}"))?;
            let report = Report::new(&questionnaire, pack, &sheet, &flow);
            let mut score = to_json(&questionnaire, &sheet, &flow, &report);
            if let Some(file) = reference {
                let reference = read_reference(&questionnaire, &file)?;
                let part = Derived::new(&questionnaire, &guide, &sheet).part();
                let standing = standing_to_json(&questionnaire, &reference, &report, part);
                if let Some(parts) = score.as_object_mut() {
                    parts.insert("standing".to_owned(), standing);
                }
            }
            say(&format!("{score:#}"))?;
        }
        Command::Advise { file } => {
            let compiled = build(&folder()?)?;
            let sheet = read_sheet(&compiled.questionnaire, &file)?;
            say(&format!("{:#}", advise::to_json(&compiled.questionnaire, &compiled.guide, &sheet)))?;
        }
        Command::Link(options) => say(&format!("#{}", link_of(&build(&folder()?)?, &options)?))?,
        Command::Open { text, passphrase } => {
            let questionnaire = build(&folder()?)?.questionnaire;
            let text = if text == "-" { io::read_to_string(io::stdin())? } else { text };
            let content = link::first(&text).and_then(|link| link::open(&questionnaire, &link));
            let content = match (content.map_err(reason)?, passphrase) {
                (Content::Sealed(sealed), Some(file)) => {
                    link::unseal(&questionnaire, &sealed, &read_passphrase(&file)?).map_err(|error| {
                        match error {
                            SealError::WrongPassphrase => "the passphrase is another one",
                            SealError::Link(error) => reason(error),
                        }
                    })?
                }
                (content, _) => content,
            };
            say(&format!("{:#}", link::to_json(&questionnaire, &content)))?;
        }
        Command::Decode(options) => return surveying::decode(&build(&folder()?)?, &options),
        Command::Survey(options) => return surveying::survey(&build(&folder()?)?, &options),
        Command::Sample(options) => return sampling::sample(&build(&folder()?)?, &options),
        Command::Schema { rows } => {
            let Compiled { questionnaire, guide, .. } = build(&folder()?)?;
            let schema =
                if rows { row_schema(&questionnaire, &guide) } else { exchange::schema(&questionnaire) };
            say(&format!("{schema:#}"))?;
        }
        Command::Pack { from, out, home, reference, no_reference } => {
            let questionnaire = arguments.questionnaire.as_deref().map(read_folder).transpose()?;
            let reference = match &reference {
                Some(file) => Beside::File(file),
                None if no_reference => Beside::Nothing,
                None => Beside::Keep,
            };
            let changes = Changes { questionnaire: questionnaire.as_ref(), home: home.as_deref(), reference };
            if site::pack(&from, &out, &changes)? == Packed::File {
                // In the form that sha256sum -c reads.
                say(&format!("{}  {}", site::sha256(&fs::read(&out)?), out.display()))?;
            }
        }
        Command::Site { parts, public, page, out, single, home, reference } => {
            site::assemble(&folder()?, &Plan { parts, public, page, out, single, home, reference })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The link that the options ask for.
fn link_of(compiled: &Compiled, options: &LinkOptions) -> Result<String, Box<dyn Error>> {
    let questionnaire = &compiled.questionnaire;
    let document = read_document(questionnaire, &options.file)?;
    let disclosure = match options.tell {
        None => {
            let flow = Flow::new(questionnaire, &document.sheet);
            return Ok(link::encode(questionnaire, &document.sheet, &flow));
        }
        Some(Tell::Level) => Disclosure::Level,
        Some(Tell::Scores) => Disclosure::Scores,
        Some(Tell::Answers) => Disclosure::Answers,
        Some(Tell::Everything) => Disclosure::Everything,
    };
    let day = document.changed.get(..10).and_then(Date::parse).and_then(Head::day_of);
    // A document does not know its id; when it was begun tells it from others as well.
    let name = if options.name { document.name.clone() } else { String::new() };
    let head = Head { number: share::number(&document.created), day, name };
    let (content, cut) = share::content(questionnaire, &compiled.guide, &document, &head, disclosure);
    if cut > 0 {
        eprintln!("{cut} text(s) were too long and were shortened");
    }
    let written = match &options.passphrase {
        None => link::write(questionnaire, &content),
        Some(file) => {
            let (mut salt, mut nonce) = ([0; 16], [0; 12]);
            getrandom::fill(&mut salt)?;
            getrandom::fill(&mut nonce)?;
            link::seal(questionnaire, &content, &read_passphrase(file)?, &Sealed::new(salt, nonce))
        }
    };
    Ok(written.map_err(reason)?)
}

fn read_passphrase(file: &Path) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let line = text.lines().next().unwrap_or_default();
    if line.trim().is_empty() {
        return Err(format!("{}: no passphrase in its first line", file.display()).into());
    }
    Ok(line.to_owned())
}

fn reason(error: LinkError) -> &'static str {
    match error {
        LinkError::NotALink => "no link of this page in it",
        LinkError::CutOff => "the link is cut off",
        LinkError::Damaged => "the link is damaged",
        LinkError::Newer => "the link was written by a newer version",
        LinkError::OtherQuestionnaire => "the link is of another questionnaire",
        LinkError::TooLong => "too long for a link",
    }
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

fn read_reference(questionnaire: &Questionnaire, file: &Path) -> Result<Reference, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let read = Reference::read(questionnaire, &text);
    read.map_err(|error| format!("{}: {}", file.display(), error.reason()).into())
}

fn read_sheet(questionnaire: &Questionnaire, file: &Path) -> Result<Sheet, Box<dyn Error>> {
    Ok(read_document(questionnaire, file)?.sheet)
}

fn read_document(questionnaire: &Questionnaire, file: &Path) -> Result<Document, Box<dyn Error>> {
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
    Ok(restored.document)
}
