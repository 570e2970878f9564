//! English.

use super::{
    AboutWords, AnswerWords, AssessWords, HomeWords, LaterWords, PageWords, ReceiveWords, ResultWords,
    ReviewWords, StorageWords, Words,
};

/// "1 question", "2 questions".
pub(super) fn number(count: u16, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(super) const EN: Words = Words {
    page: PageWords {
        name: "EC Checkup",
        brand: ["", "EC Checkup"],
        promise: "Your answers stay in this browser. They are sent nowhere.",
        skip: "Skip to the content",
        other_language: "日本語",
        home: "Home",
        about: "About this page",
        emergency: "In an emergency",
        navigation: "Within this checkup",
        load_failed: "Parts of this page could not be loaded. Check your connection and try again. Your answers are safe.",
        retry: "Load again",
        newer: "There is a newer version of this page. If you switch, your answers stay and you come back to this place.",
        newer_now: "Switch now",
        newer_later: "Later",
        loading_title: "Loading…",
        unknown_title: "Page not found",
        unknown_text: "There is no page at this address. Check that it was not cut off, or go on from the home page.",
        undo: "Undo",
        close: "Close",
        title: |page| format!("{page} | EC Checkup"),
        error_title: |page| format!("Error: {page}"),
        error_summary: "Please check what you entered",
    },
    home: HomeWords {
        title: "Give your online shop a security checkup",
        lead: "The first check shows the three things to do next within ten minutes, and in about fifteen whether your shop is in serious danger. No sign-up.",
        facts: [
            "Your answers stay in this browser. They are sent nowhere.",
            "Stop whenever you like and carry on later.",
            "Turn the result into a link and give it only to those who should see it.",
        ],
        start: "Start a new checkup",
        mine: "Checkups on this device",
        none_yet: "No checkups yet. “Start a new checkup” opens the first question.",
        resume: "Continue",
        result: "Result",
        rename: "Rename",
        duplicate: "Duplicate",
        delete: "Delete",
        new_name: "Name of the checkup",
        save_name: "Use this name",
        cancel: "Cancel",
        name_needed: "Enter a name for the checkup.",
        default_name: |date| format!("Checkup of {date}"),
        copy_name: |name| format!("Copy of {name}"),
        deleted: |name| format!("“{name}” was deleted."),
        changed: |date| format!("Last changed {date}"),
        open_title: "Open a link you received",
        open_text: "If someone sent you a link to a result, open it here. Checkups on this device stay as they are.",
        open_link: "Open a link",
        data: "Your data: save, bring in, erase",
        actions_for: |name| format!("Actions for “{name}”"),
    },
    assess: AssessWords {
        chapters_lead: "Start wherever you like. Every answer is saved as you give it.",
        chapter: |chapter| format!("Chapter {chapter}"),
        progress: |answered, asked| format!("{answered} of {asked} answered"),
        whole_progress: "Progress of the whole checkup",
        chapter_progress: "Progress of this chapter",
        continue_here: "Carry on answering",
        start_here: "Start answering",
        all_answered: "You have answered every question asked so far.",
        previous: "Back",
        next: "Next",
        next_open: "Next unanswered",
        finish: "See the result",
        to_packs: "Checkups",
        to_plan: "Plan",
        to_review: "Your answers",
        to_result: "Result",
        help: "Help: why, how to check, terms",
        why: "Why it matters",
        check: "How to check",
        evidence: "What would show it",
        points: "Points to consider",
        chapter_points: "Points to consider in this chapter",
        changed: "What has changed since 2003",
        terms: "Terms",
        sources: "Sources",
        source_dates: |date, checked| {
            let date = date.map(|date| format!("{date}, ")).unwrap_or_default();
            format!(" ({date}checked {checked})")
        },
        questions: "Questions",
        answered: "Answered",
        partly: "Partly answered",
        open: "Not answered",
        not_asked: "Does not apply, by another answer",
        set_aside: "Set aside for your shop",
        set_aside_text: "An earlier answer is kept but not counted. You can bring the question back and answer it.",
        bring_back: "Bring it back",
        shared_with: |others| {
            format!("The same question as “{others}”. Answer it once, and it counts everywhere.")
        },
        not_asked_title: "You need not answer this question now",
        not_asked_text: "By your other answers it does not apply to your shop. What you answered before is kept, but does not count.",
        keys: "On a keyboard, choose with the letters A to E and go on with Enter.",
        jump: "Go to a chapter",
    },
    answer: AnswerWords {
        na: "Does not apply to our shop",
        dk: "I don't know",
        clear: "Clear the answer",
        several: "Choose all that apply.",
        other_text: "Please describe",
        local_only: "Kept on this device only; not part of any link.",
        note: "Note",
        note_hint: "Why you chose this, whom to ask, and so on. It is kept on this device and is not shared unless you choose so.",
        optional: "optional",
        rows_missing: |count| format!("{} not chosen yet.", number(count, "row is", "rows are")),
        row_choose: "Choose one.",
        row_missing: |row| format!("Choose a level for “{row}”"),
        rows_go_on: "You can also go on as it is: press Next once more.",
        zone_names: ["Internet", "Outer zone", "DMZ (buffer zone)", "Inner zone"],
        zone_parts: ["Public servers", "Business servers", "Firewall", "Business A", "Business B"],
    },
    storage: StorageWords {
        saved: "Saved",
        not_saved: "Not saved",
        blocked: "This browser does not let the page keep anything. You can answer and see the result, but it is gone when you close the page. To keep it, copy the link to the result.",
        full: "This browser's storage is full, so your latest answers are not saved. Delete a checkup you no longer need, or copy the link to the result.",
        damaged: |name| {
            format!(
                "A saved checkup ({name}) could not be read. It was not deleted: it is kept under another name."
            )
        },
        newer: |name| {
            format!(
                "A saved checkup ({name}) was made by a newer version. It has not been touched. Open it with the newer version of this page."
            )
        },
        other_questionnaire: |name| {
            format!("A saved checkup ({name}) belongs to another questionnaire. It has not been touched.")
        },
        kept_aside: |count| {
            format!(
                "{} that this version does not understand. Nothing was deleted.",
                number(count, "answer was found", "answers were found")
            )
        },
        emptied: "The browser’s storage was emptied while this page was open. Your answers are still in this tab. They will all be saved again with your next answer.",
        save_again: "Save again now",
        gone_title: "This checkup is not here",
        gone_text: "There is no such checkup on this device. It may have been deleted, or made on another device or in another browser.",
    },
};

pub(super) const LATER: LaterWords = LaterWords {
    packs: super::guide_en::PACKS,
    level: super::guide_en::LEVEL,
    plan: super::guide_en::PLAN,
    aside: super::guide_en::ASIDE,
    emergency: super::guide_en::EMERGENCY,
    papers: super::guide_en::PAPERS,
    review: ReviewWords {
        title: "Your answers",
        lead: "Your answers in this checkup. “Change” takes you back to a question.",
        change: "Change",
        change_for: |question| format!("Change the answer to “{question}”"),
        unanswered: "Not answered",
        only_open: "Show only what is not answered",
        nothing_open: "Nothing is left to answer.",
        hidden: |count| {
            format!("{} not apply, by your other answers.", number(count, "question does", "questions do"))
        },
        other: |text| format!("Other: {text}"),
    },
    result: ResultWords {
        title: "Your result",
        score: "Overall score",
        points: |points| format!("{points} points"),
        of_100: "out of 100",
        range_text: |open| {
            format!(
                "{} still open, so the score is a range: from where you stand if all of them turn out badly to where you stand if all turn out well. It narrows as you answer.",
                number(open, "question is", "questions are")
            )
        },
        exact_text: "Every question that counts is answered, so the score is one number.",
        nothing_yet: "No answers yet. The result appears here once you have answered some questions.",
        no_rating: "None of the questions that count applied to you.",
        lowest: "Lowest",
        highest: "Highest",
        open: "Open",
        open_questions: |count| number(count, "open question", "open questions"),
        by_chapter: "By chapter",
        by_chapter_text: "The further out, the better. The dark area is certain; the light area is still to be decided.",
        chapter: "Chapter",
        by_view: "By viewpoint",
        by_view_text: "All chapters together, cut across from five points of view.",
        view: "Viewpoint",
        strongest: "Strongest chapters",
        weakest: "Weakest chapters",
        ranked_empty: "Appears once you have answered some questions.",
        weaknesses: "Answers worth another look",
        weaknesses_text: "Questions where you chose one of the lower steps, those with the greatest effect first.",
        weaknesses_follow: "Follow a question to find out how to check it.",
        weaknesses_none: "So far you have not chosen any of the lower steps.",
        step: |step| format!("Answer {step}"),
        print: "Print",
        how: "How the score is made",
        how_text: "A earns full points and D none, times 1 to 3 by importance. “Does not apply” is left out; “I don't know” and unanswered questions make the range. Chapter 12 is your own opinion and does not count.",
        radar_label: "Radar chart of the scores by chapter. The same numbers are in the table below.",
        not_applicable: "Does not apply",
        as_of: |date| format!("As of {date}"),
    },
    collect: super::collecting_en::COLLECT,
    surveyed: super::surveyed_en::SURVEYED,
    standing: super::standing_en::STANDING,
    ask: super::asking_en::ASK,
    answer_ask: super::asking_en::ANSWER,
    compare: super::sharing_en::COMPARE,
    takeover: super::sharing_en::TAKEOVER,
    share: super::sharing_en::SHARE,
    arrive: super::sharing_en::ARRIVE,
    receive: ReceiveWords {
        title: "A result you received",
        banner: "You are looking at a result that came as a link. Nothing on this device has been changed.",
        take_over: "Take over as a new checkup",
        take_over_text: "This adds one new checkup on this device. Those already here stay as they are.",
        taken_name: "Result received",
        answers: "The answers received",
        homeless: |count| {
            format!(
                "{} left out: today's questionnaire has no place for them.",
                number(count, "answer was", "answers were")
            )
        },
        open_title: "Open a link you received",
        open_label: "Link to a result",
        open_hint: "Paste the link just as you received it.",
        open_button: "Open",
        empty: "Paste a link.",
        bad_title: "This link cannot be opened",
        cut_off: "Characters are missing: the link seems to have been cut off. Ask the sender for the whole link once more.",
        damaged: "The link was cut off or some characters have changed. Ask the sender for the whole link once more.",
        too_long: "The link is too long to be opened. Ask the sender to send a file instead.",
        newer: "The link was made by a newer version of this page. Reload the page, or open the link where the newer version is.",
        not_a_link: "This does not look like a link of this page. Paste a link with “#r1” or “#r2” in it.",
        other_questionnaire: "This is the result of another questionnaire. It cannot be opened here.",
        bad_safe: "Checkups on this device are not affected.",
    },
    data: super::data_en::DATA,
    about: AboutWords {
        title: "About this page",
        version: |version| format!("Version {version}"),
        terms_title: "Terms",
        sources_title: "Sources",
    },
};
