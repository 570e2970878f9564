//! `surveyed.rs` in English.

use super::surveyed::SurveyedWords;

fn questions(count: &str) -> String {
    if count == "1" { "1 question".to_owned() } else { format!("{count} questions") }
}

pub(super) const SURVEYED: SurveyedWords = SurveyedWords {
    title: "Survey report",
    back: "Back to collecting results",
    none: "Nothing has been collected yet. Once you have gathered the links and files that shops send you, the report appears here.",
    counting: "Once the results have been counted, the report appears here.",
    recount: "Count",
    who: "Shops that answered",
    made_up: "Some answers are made up",
    rule: "So that no shop can be recognised, shares and means are given only where at least 10 answered, and sizes with fewer than 5 shops are put together with others.",
    too_few: "Until there are 5 shops, nothing is shown but how many there are.",
    choose: "What to look at",
    show: "Chapter",
    overview: "Overview",
    all_chapters: "All chapters (for printing)",
    search: "Find questions",
    search_hint: "Looks for words in the questions of all chapters of this checkup.",
    clear: "Stop searching",
    found: |count| format!("{} found.", questions(count)),
    found_many: |count, shown| format!("{} found. The first {shown} are shown.", questions(count)),
    questions: |count| format!("{} shown.", questions(count)),
    sizes: "Sizes to show",
    sizes_hint: "If you choose none, all are shown.",
    base: |base, asked| format!("{base} of {asked} shops asked answered"),
    base_row: "Answered / asked",
    written: |count, asked| format!("{count} of {asked} shops asked wrote something"),
    kept_back: "“–” stands where there are too few shops to show numbers. ",
    counts_only: "Where fewer than 10 answered there are counts only.",
    of_group: |group| format!("The bars show the shares of “{group}”."),
    every_size: "The numbers by size",
    every_number: "All numbers",
    distribution: |group| {
        format!(
            "The numbers are means, ± is the standard deviation. The small bars are of “{group}”: how many shops have 0–9, 10–19, … 90–100 points; the upright line is the mean. “–” stands for fewer than 10 shops."
        )
    },
    deviation: |deviation| format!("±{deviation}"),
    chapter_points: |mean, deviation, n| {
        format!("Mean {mean} points (standard deviation {deviation}, {n} shops)")
    },
    points: |from, to| format!("{from}–{to}"),
    strongest_pairs: "Pairs that go together most",
    every_pair: "All pairs",
    pair: |first, second| format!("{first} × {second}"),
    most_findings: "Found most often",
    every_finding: "All findings",
    nothing_found: "None were found in any shop.",
    previous: |chapter| format!("Previous: {chapter}"),
    next: |chapter| format!("Next: {chapter}"),
    files: "Save to a file",
    files_text: "In a report small numbers are kept back by the same rules as on this page. It holds no names and no notes of shops.",
    csv: "Table (CSV)",
    json: "Data (JSON)",
    html: "One page (HTML)",
    rows: "Answers shop by shop",
    rows_text: "One line for each shop, with its answers. There are no names in it, but answers may tell which shop it is. Do not hand it on or publish it. If you keep it, you can read it in again later.",
    ndjson: "Rows, one a shop (NDJSON)",
    reference: "A file by which shops see where they stand",
    reference_text: "Give this file to shops: their result page then shows where they stand among shops of their size. It holds how the points are spread and no answers.",
    reference_none: "It can be saved once the points of 10 shops are known.",
    save_reference: "File to compare with (JSON)",
    file_report: "survey",
    file_rows: "shops",
    file_reference: "reference",
};
