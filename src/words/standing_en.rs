//! `standing.rs` in English.

use super::standing::StandingWords;

pub(super) const STANDING: StandingWords = StandingWords {
    title: "How you stand against others",
    none: "There are no figures to compare with yet. If an association or mall gives you a reference file, load it here to see where you stand among shops of your size.",
    choose: "Load a reference file",
    choose_other: "Load another reference file",
    hint: "Your answers stay on this device when you load a file.",
    loaded: "The reference file has been loaded.",
    removed: "The reference file has been removed. Load it again to have it back.",
    remove: "Remove this reference file",
    file: "Compared with",
    untitled: "A reference file without a title",
    made_of: "Based on",
    shops: |count| format!("{count} shops"),
    as_of: |date| format!(" (last answers on {date})"),
    from: "Comes from",
    own: "a file you have loaded",
    hosted: "a file that came with this page",
    all_made_up: "These are figures of made-up shops, for trying out. They say nothing about how you stand against real ones.",
    made_up: |count, made_up| {
        format!(
            "{made_up} of these {count} shops are made up, for trying out. The figures do not say how you stand against real ones."
        )
    },
    same_size: |size| format!("You are compared with shops of your size ({size})."),
    all_sizes: |size| {
        format!(
            "The file has no figures for shops of your size ({size}), so you are compared with shops of all sizes."
        )
    },
    no_size: "The size of your shop is not known yet, so you are compared with shops of all sizes. It follows from the questions about your shop.",
    other_pack: "The file has no figures for this checkup. Look at the result of another one.",
    summary_same: |below| format!("Overall you are ahead of about {below}% of them."),
    summary: |below, score| {
        format!("Overall you are ahead of about {below}% of them, with a standard score of {score}.")
    },
    what_score: "A standard score says how far you are from the average, measured by how much shops differ: 50 is the average, and 10 more is one standard deviation above it.",
    points: "You",
    mean: "Average",
    place: "Ahead of about",
    top: |below| format!("{below}%"),
    score: "Standard score",
    n: "Shops",
    whole: "Overall",
    no_points: "Not compared: you have no points here yet, or it does not apply to you.",
    no_scores: "The file has no figures for this chapter.",
    here_all_sizes: "Here you are compared with shops of all sizes.",
    legend_own: "You",
    legend_mean: "Average",
    legend_scale: "0 on the left, 100 on the right",
    how: "How this is worked out",
    how_points: "While your points are a range, its middle is compared. A chapter of which more than half is open is not compared.",
    how_place: "How many shops you are ahead of is worked out from counts in steps of 5 points. Of the shops in the same step as you, half count as below you. With few shops a single one makes a large difference.",
    full: "This browser's storage is full, so the file could not be kept. It is gone when you close the page.",
    blocked: "This browser does not let the page keep anything. The file is gone when you close the page.",
    unreadable: |why| format!("The reference file kept on this device cannot be used. {why}"),
    hosted_failed: "The reference file that belongs to this page could not be loaded.",
    nothing_changed: "Nothing has changed.",
    foreign: "This is not a reference file, or it is cut off. Choose the file just as you got it.",
    other_kind: "This file is from this page, but it is not a reference file. If it holds checkups, bring it in under “Your data”.",
    newer: "It was made by a newer version of this page. Reload the page, or open the file where the newer version is.",
    other_questionnaire: "It belongs to another questionnaire and cannot be compared with your result.",
    damaged: "Parts are missing, or its numbers do not hang together. Ask for it once more.",
    too_few: "It has figures for fewer than 10 shops. Single shops could be recognised, so it is not used.",
    too_large: "It is too large. A reference file is never over 1 MB.",
    no_text: "The file could not be read. Choose the file just as you got it, not a folder or a picture.",
    stored: "Reference file, for comparing with other shops",
};
