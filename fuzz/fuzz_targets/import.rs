//! Hostile files: whatever can be read can be written, and then reads as the same.
#![no_main]

use ec_checkup::answers::Json;
use ec_checkup::content::author::{Folder, build};
use ec_checkup::exchange::read;
use ec_checkup::link::Reply;
use ec_checkup::model::Questionnaire;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static QUESTIONNAIRE: LazyLock<Questionnaire> =
    LazyLock::new(|| build(&Folder::built_in()).unwrap_or_else(|faults| panic!("{faults}")).questionnaire);

fuzz_target!(|bytes: &[u8]| {
    let questionnaire = &*QUESTIONNAIRE;
    if let Ok(incoming) = read(bytes, questionnaire) {
        for item in incoming.items.into_iter().filter_map(|item| item.content.ok()) {
            let written = item.document.to_json(questionnaire).write();
            let again = read(written.as_bytes(), questionnaire).expect("what was read can be written");
            let again = again.items.into_iter().next().expect("it is one document").content.expect("it can be read");
            assert_eq!(again.document, item.document);
        }
    }
    let json = std::str::from_utf8(bytes).ok().and_then(|text| Json::parse(text).ok());
    if let Some(reply) = json.and_then(|json| Reply::from_json(questionnaire, &json).ok()) {
        let written = reply.to_json(questionnaire).write();
        let again = Json::parse(&written).expect("it is JSON");
        assert_eq!(Reply::from_json(questionnaire, &again), Ok(reply));
    }
});
