//! `sample`.

use super::reason;
use clap::{Args, ValueEnum};
use ec_checkup::content::author::Compiled;
use ec_checkup::flow::Flow;
use ec_checkup::link::{self, Answers, Content, Head};
use ec_checkup::survey::{Derived, Sample, write_row};
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

const SAMPLE_EXAMPLES: &str = "Examples:
  ec-checkup sample -n 100 --seed 1 > rows.ndjson
  ec-checkup sample -n 20 --seed 7 --format links

The answers are made up: they follow the conditions of the questionnaire and nothing else. Rows say \"synthetic\": true, links and documents are called \"synthetic 1\", \"synthetic 2\", …";

#[derive(Args)]
#[command(after_help = SAMPLE_EXAMPLES)]
pub(crate) struct SampleOptions {
    /// How many
    #[arg(short, long, value_name = "N")]
    n: u64,
    /// The same seed gives the same sample
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// What to print, one a line
    #[arg(long, value_enum, default_value = "ndjson")]
    format: SampleFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SampleFormat {
    /// Rows
    Ndjson,
    /// Links with answers (what follows the address of the page)
    Links,
    /// Assessments as the page stores them
    Documents,
}

/// Made-up respondents.
pub(crate) fn sample(compiled: &Compiled, options: &SampleOptions) -> Result<ExitCode, Box<dyn Error>> {
    let sample = Sample::new(&compiled.questionnaire, options.seed);
    let mut output = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    for index in 0..options.n {
        let line = made_up(compiled, &sample, index, options.format)?;
        match writeln!(output, "{line}") {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            written => written?,
        }
    }
    match output.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn made_up(
    compiled: &Compiled,
    sample: &Sample<'_>,
    index: u64,
    format: SampleFormat,
) -> Result<String, Box<dyn Error>> {
    let Compiled { questionnaire, guide, .. } = compiled;
    Ok(match format {
        SampleFormat::Ndjson => {
            let respondent = sample.respondent(index);
            let derived = Derived::new(questionnaire, guide, &respondent.sheet);
            write_row(questionnaire, guide, &respondent, &derived)
        }
        SampleFormat::Links => {
            let respondent = sample.respondent(index);
            let flow = Flow::new(questionnaire, &respondent.sheet);
            let head = Head { number: respondent.number, day: respondent.day, name: Sample::name(index) };
            // With what was written in free words, so that all formats of a sample say the same.
            let (answers, _) = Answers::new(questionnaire, &head, &respondent.sheet, &flow, true, &[]);
            let link = link::write(questionnaire, &Content::Answers(answers));
            format!("#{}", link.map_err(reason)?)
        }
        SampleFormat::Documents => sample.document(index).to_json(questionnaire).write(),
    })
}
