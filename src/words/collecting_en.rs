//! `collecting.rs` in English.

use super::collecting::CollectWords;

pub(super) const COLLECT: CollectWords = CollectWords {
    title: "Collect the results of many shops",
    lead: "For associations, malls and consultants. Gather the result links and files that shops send you, and get a report by size of shop.",
    secret: "What you collect tells where shops are weak. It stays on this device and is sent nowhere. Names are not used, and no number is shown from which a single shop could be recognised.",
    here: "Collected so far",
    none: "Nothing yet.",
    count: |count| if count == "1" { "1 shop".to_owned() } else { format!("{count} shops") },
    report: "See the report",
    clear: "Erase all that was collected",
    cleared: "All that was collected has been erased.",
    unsaved: "There is no room on this device for all of it. It will be gone when you close this page. Save the rows (NDJSON) to a file, from the page with the report.",
    bring: "Add results",
    paste: "Links you received",
    paste_hint: "Paste whole mails, as many as you like. Only the links in them are read.",
    read: "Read",
    choose: "Choose files (as many as you like)",
    choose_hint: "Mails saved as text, files saved from this page (JSON), rows (NDJSON), in any mixture.",
    drop: "Let go here to read them.",
    working: "Reading and counting…",
    stop: "Stop",
    new: |count| format!("New results: {count}"),
    newer: |count| format!("Results replaced by newer ones: {count}"),
    known: |count| format!("Already here: {count} (the same, or older)"),
    stopped: "Stopped. What had been read until then was added.",
    failures: "What could not be read",
    failed: |count| format!("Could not be read: {count}"),
    failed_hint: "The other results are not affected. Ask whoever sent these to send them again.",
    place: "Where",
    why: "Why",
    begins: "How it begins",
    pasted: "Pasted text",
    line: |source, line| format!("{source}, line {line}"),
    more: "Only the first 200 are shown here.",
    save_failures: "Save the list to a file",
    no_answers: "This link holds no answers (only a level or points, a request, a reply). A survey needs answers.",
    broken: "Broken JSON.",
    no_row: "A row that this version cannot read.",
    no_file: "Not a file of this page, or damaged.",
    locked_title: "Links under a passphrase",
    locked: |count| {
        format!(
            "Links under a passphrase: {count}. A passphrase opens all that were made with it. What is in them is then kept on this device without one."
        )
    },
    invitation: "For associations and malls: collect the results that shops send you, and get a report.",
    stored: "Collected results",
};
