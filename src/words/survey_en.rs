//! English, for the report of many shops.

use super::survey::{Part, SurveyWords};

fn of(part: &Part<'_>) -> String {
    format!("{}% ({} of {})", part.share, part.count, part.base)
}

pub(super) const SURVEY: SurveyWords = SurveyWords {
    title: "EC Checkup: survey report",
    groups: ["All", "Large", "Medium", "Small", "Size unknown"],
    and: " and ",
    respondents: |count| {
        if count == 1 { "1 shop answered.".to_owned() } else { format!("{count} shops answered.") }
    },
    period: |from, to| format!("The answers date from {from} to {to}."),
    synthetic: |count| {
        format!(
            "Of these, {count} were made up by a program for trying out. They tell nothing about real shops."
        )
    },
    by_size: "Shops by size",
    levels: "Levels",
    level: |level| format!("Level {level}"),
    scores: "Points by chapter",
    scores_text: "Points go from 0 to 100. A chapter counts for a shop once half of it is known; where the points are a range, its middle is used.",
    n: "Shops",
    mean: "Mean",
    deviation: "Standard deviation",
    quartiles: ["Lowest 25%", "Median", "Lowest 75%"],
    gates: "Serious dangers",
    gate_states: ["Present", "Not known", "Absent"],
    findings: "Findings",
    found: "Found",
    gaps: "Own view and points",
    gaps_text: "What shops think of themselves, beside the points their answers earn.",
    gap_views: ["Better than the points", "In line", "Worse than the points"],
    associations: "How own views go together",
    associations_text: "Goodman and Kruskal's gamma. Near 1, shops that rate one thing high rate the other high as well; at 0 no association is seen. It does not tell what comes from what.",
    gamma: "Gamma",
    fields: "Answers by question",
    trends: "What the numbers show",
    contents: "Contents",
    chapter: "Chapter",
    pack: "Checkup",
    number: "Number",
    question: "Question",
    row: "Item",
    group: "Size",
    asked: "Asked",
    base: "Answered",
    answer: "Answer",
    count: "Count",
    share: "Share (%)",
    id: "id",
    code: "Code",
    na: "Not applicable",
    dk: "Don't know",
    written: "Wrote something",
    kept_back: "Not shown: too few shops.",
    rules: "How to read the numbers",
    rules_text: [
        "Shares are of the shops that answered. “Not applicable” and “Don't know” are answers too.",
        "Sizes with fewer than 5 shops are put together with others. Where a table has fewer than 5 of a size they are not shown, nor is the next smallest, so that they cannot be worked out.",
        "Where fewer than 10 answered there are counts only, no shares and no means.",
        "Of answers in free words only how many shops wrote something is counted. What they wrote is not shown.",
    ],
    most: |answer, part| format!("The most common answer is “{answer}”: {}.", of(part)),
    upper: |part| format!("A and B together: {}.", of(part)),
    most_row: |row, level, part| format!("“{level}” was chosen most for “{row}”: {}.", of(part)),
    sizes: |answer, large, small, points| {
        let what = answer.map_or_else(|| "A and B together".to_owned(), |answer| format!("“{answer}”"));
        let (large, small) = (of(large), of(small));
        format!("{what}: {large} of large shops and {small} of small ones, a difference of {points} points.")
    },
    weakest: |chapter, mean| format!("The chapter with the lowest mean is “{chapter}”, at {mean} points."),
    strongest: |chapter, mean| format!("The chapter with the highest mean is “{chapter}”, at {mean} points."),
    too_good: |chapter, part| {
        format!(
            "The chapter in which most shops see themselves better than their points is “{chapter}”: {}.",
            of(part)
        )
    },
    most_level: |level, part| format!("Most common is {}: {}.", level.to_ascii_lowercase(), of(part)),
    most_gate: |gate, part| format!("The most common serious danger is “{gate}”: {}.", of(part)),
};
