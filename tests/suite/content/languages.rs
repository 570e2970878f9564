//! Everything in both languages. That none is missing, the parser enforces (see `faults`); here: that both tables agree.

use crate::support::{compiled, file, is_wide_sign, none_wrong, questionnaire};
use ec_checkup::model::{Lang, TextId, Tier};

#[test]
fn both_languages_have_every_text_and_none_is_empty() {
    let tables = Lang::ALL.map(|lang| compiled().texts(lang));
    let sizes = questionnaire().tiers;
    let count: u16 = sizes.iter().sum();
    assert!(count > 2000, "{count} texts");
    for (lang, table) in Lang::ALL.into_iter().zip(&tables) {
        assert!(Tier::ALL.into_iter().all(|tier| table.has(tier)));
        for id in (0..count).map(TextId) {
            assert!(!table.get(id, sizes).trim().is_empty(), "{id:?} {lang:?}");
        }
        assert_eq!(table.get(TextId(count), sizes), "", "no text beyond the last");
    }
    for ((lang, tier, raw), size) in compiled().texts.iter().zip(sizes.iter().cycle()) {
        assert_eq!(raw.lines().count(), usize::from(*size), "{lang:?} {tier:?}");
    }
}

#[test]
fn japanese_is_japanese_and_english_is_english() {
    let [ja, en] = Lang::ALL.map(|lang| compiled().texts(lang));
    let sizes = questionnaire().tiers;
    let japanese =
        |text: &str| text.chars().filter(|letter| ('\u{3040}'..='\u{9fff}').contains(letter)).count();
    let mut wrong = Vec::new();
    for id in (0..sizes.iter().sum()).map(TextId) {
        let (ja, en) = (ja.get(id, sizes), en.get(id, sizes));
        // English may quote the name of a menu; a name or an abbreviation (VPN) is the same in both but for its brackets.
        let quotes = japanese(en) * 5 < en.chars().count();
        let name = ja.replace('（', " (").replace('）', ")").replace('、', ", ");
        if !quotes || japanese(ja) == 0 && name != en && ja.chars().count() > 12 {
            wrong.push(format!("{ja} / {en}"));
        }
    }
    none_wrong(&wrong);
}

#[test]
fn english_has_no_signs_as_wide_as_japanese_letters() {
    let mut wrong = Vec::new();
    for (lang, _, raw) in compiled().texts.iter().filter(|(lang, ..)| *lang == Lang::En) {
        let lines = raw.lines().filter(|line| line.contains(is_wide_sign));
        wrong.extend(lines.map(|line| format!("{lang:?}: {line}")));
    }
    for path in ["src/words/en.rs", "src/words/guide_en.rs"] {
        let text = file(path);
        assert!(text.contains(": \""), "{path} holds words");
        let lines = (1..).zip(text.lines()).filter(|(_, line)| line.contains(is_wide_sign));
        wrong.extend(lines.map(|(number, line)| format!("{path}:{number}: {line}")));
    }
    none_wrong(&wrong);
}
