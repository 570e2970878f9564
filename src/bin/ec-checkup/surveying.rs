//! `decode` and `survey`.

use super::crowd::{Job, Outcome, Repeats};
use super::{input, read_passphrase, say};
use clap::{Args, ValueEnum};
use ec_checkup::content::author::Compiled;
use ec_checkup::model::Lang;
use ec_checkup::survey::{LONGEST_TITLE, Reference, Report, Telling, checked_title};
use ec_checkup::words::survey_words;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

const DECODE_EXAMPLES: &str = "Examples:
  ec-checkup decode '#r2AlmDYA…'                          one link
  ec-checkup decode mail.txt more.txt > rows.ndjson       all links in two files
  pbpaste | ec-checkup decode --passphrase secret.txt     links under a passphrase

Exit code: 0 when all was read, 1 when something was not (it is named on standard error, and the rest is written), 2 when nothing could be done.";

const SURVEY_EXAMPLES: &str = "Examples:
  ec-checkup survey mails/*.txt backup.json > report.json
  ec-checkup survey --format html --language ja rows.ndjson > report.html
  ec-checkup survey --format ndjson mails.txt > rows.ndjson      rows without duplicates
  ec-checkup survey --reference reference.json --title '2026 members' rows.ndjson > report.json
  ec-checkup sample -n 1000 --seed 1 | ec-checkup survey -

Of links and saved assessments with the same number the newest counts; rows are one respondent each, unless --latest.
Exit code: 0 when all was read, 1 when something was not (it is named on standard error, and the report is written without it), 2 when nothing could be done.";

#[derive(Args)]
#[command(after_help = DECODE_EXAMPLES)]
pub(crate) struct DecodeOptions {
    /// Links, texts with links in them, files, or - for standard input
    #[arg(default_value = "-")]
    input: Vec<String>,
    /// A file with the passphrase in its first line, for links that are under it
    #[arg(long, value_name = "FILE")]
    passphrase: Option<PathBuf>,
}

#[derive(Args)]
#[command(after_help = SURVEY_EXAMPLES)]
pub(crate) struct SurveyOptions {
    /// Files with rows, links, mails with links in them, saved assessments or backups; - for standard input
    #[arg(default_value = "-")]
    files: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value = "json")]
    format: ReportFormat,
    /// The language of the table and the page
    #[arg(long, value_enum, default_value = "ja")]
    language: Language,
    /// A file with the passphrase in its first line, for links that are under it
    #[arg(long, value_name = "FILE")]
    passphrase: Option<PathBuf>,
    /// Write a reference file as well, by which a shop sees where it stands
    #[arg(long, value_name = "FILE")]
    reference: Option<PathBuf>,
    /// What the reference file is called where a shop sees it
    #[arg(long, value_name = "TEXT", requires = "reference")]
    title: Option<String>,
    /// Of rows with the same number only the newest counts, too
    #[arg(long)]
    latest: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// The report as JSON
    Json,
    /// The report as a table, a line for each count
    Csv,
    /// The report as one page to read and print
    Html,
    /// A row for each respondent
    Ndjson,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// Japanese
    Ja,
    /// English
    En,
}

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn rows_to_output() -> Mutex<Box<dyn Write + Send>> {
    Mutex::new(Box::new(io::BufWriter::with_capacity(1 << 16, io::stdout())))
}

fn passphrase(file: Option<&PathBuf>) -> Result<Option<String>> {
    file.map(|file| read_passphrase(file)).transpose()
}

fn code(outcome: &Outcome) -> ExitCode {
    outcome.complain();
    if outcome.unreadable > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Links to rows.
pub(crate) fn decode(compiled: &Compiled, options: &DecodeOptions) -> Result<ExitCode> {
    let passphrase = passphrase(options.passphrase.as_ref())?;
    let rows = Some(rows_to_output());
    let job = Job { compiled, passphrase: passphrase.as_deref(), repeats: Repeats::None, rows };
    let outcome = job.run(|give| {
        for input in &options.input {
            // A path that exists is meant; anything else is a text.
            if input == "-" || Path::new(input).is_file() {
                input::read(&[PathBuf::from(input)], give);
            } else {
                input::read_text("argument", input, give);
            }
        }
    });
    if outcome.read == 0 && outcome.unreadable == 0 {
        return Err("no link of this page in it".into());
    }
    Ok(code(&outcome))
}

/// Many respondents to a report.
pub(crate) fn survey(compiled: &Compiled, options: &SurveyOptions) -> Result<ExitCode> {
    if options.reference.is_some() && options.format == ReportFormat::Ndjson {
        return Err("--reference needs a report: another --format than ndjson".into());
    }
    let title = checked_title(options.title.as_deref().unwrap_or_default())
        .ok_or_else(|| format!("--title: one line of at most {LONGEST_TITLE} characters"))?;
    let passphrase = passphrase(options.passphrase.as_ref())?;
    let repeats = if options.latest { Repeats::All } else { Repeats::Sent };
    let rows = (options.format == ReportFormat::Ndjson).then(rows_to_output);
    let job = Job { compiled, passphrase: passphrase.as_deref(), repeats, rows };
    let outcome = job.run(|give| input::read(&options.files, give));
    let code = code(&outcome);
    eprintln!(
        "{} respondents, {} duplicates left out, {} unreadable",
        outcome.read, outcome.duplicates, outcome.unreadable
    );
    if outcome.read == 0 {
        return Err("nothing to report".into());
    }
    if let Some(file) = &options.reference {
        write_reference(compiled, &outcome, file, title)?;
    }
    if options.format != ReportFormat::Ndjson {
        say(written(compiled, &outcome, options).trim_end())?;
    }
    Ok(code)
}

fn write_reference(compiled: &Compiled, outcome: &Outcome, file: &Path, title: String) -> Result<()> {
    let Compiled { questionnaire, guide, .. } = compiled;
    let report = Report::new(questionnaire, guide, &outcome.survey);
    let reference = Reference { title, ..Reference::new(&report) };
    if reference.scores.is_empty() {
        return Err("too few respondents for a reference: it takes 10 with scores".into());
    }
    fs::write(file, reference.write(questionnaire) + "\n")
        .map_err(|error| format!("{}: {error}", file.display()).into())
}

/// The report in the form that is wanted.
fn written(compiled: &Compiled, outcome: &Outcome, options: &SurveyOptions) -> String {
    let Compiled { questionnaire, guide, .. } = compiled;
    let report = Report::new(questionnaire, guide, &outcome.survey);
    let lang = match options.language {
        Language::Ja => Lang::Ja,
        Language::En => Lang::En,
    };
    let texts = compiled.texts(lang);
    let text = |id| texts.get(id, questionnaire.tiers);
    let telling = Telling { questionnaire, guide, words: survey_words(lang), text: &text };
    match options.format {
        ReportFormat::Csv => report.to_csv(&telling),
        ReportFormat::Html => report.to_html(&telling, lang),
        ReportFormat::Json | ReportFormat::Ndjson => report.to_json(questionnaire, guide).write(),
    }
}
