//! Faults of packs, of fields used by several, and of what the profile sets aside.

use super::{check, check_all, faults};
use crate::support::tiny::{CHAPTER, META, PACK, PROFILE, RULES, SECOND, edited};

#[test]
fn packs() {
    let packs = "packs    = [\"doors\", \"round\"]";
    let missing = "packs    = [\"doors\", \"round\", \"cellar\"]";
    check((META, packs, missing), (META, missing), "cellar/meta.toml is missing, or has no `[pack]`");
    let twice = "packs    = [\"doors\", \"doors\"]";
    check((META, packs, twice), (PACK, "id       = \"doors\""), "the pack id `doors` is already used at");
    check((PACK, "[pack]", "[pakc]"), (PACK, "[pakc]"), "`pakc` is not a key that belongs here");
    check((PACK, "[pack]", "[pakc]"), (META, packs), "doors/meta.toml is missing, or has no `[pack]`");
    check(
        (PACK, "\"doors\"", "\"gates\""),
        (PACK, "\"gates\""),
        "the pack in the folder doors is called `gates`",
    );
    check((PACK, "minutes  = 2\n", ""), (PACK, "[pack]"), "`minutes` is missing");
    check(
        (PACK, "text.en  = \"A look at the doors of the shop.\"\n", ""),
        (PACK, "text.ja"),
        "`en` is missing",
    );
    check(
        (SECOND, "number   = 1", "number   = 2"),
        (SECOND, "id       = \"night\""),
        "number 2 where 1 is next",
    );
    check(
        (SECOND, "id       = \"night-keys\"", "id       = \"lock\""),
        (SECOND, "id       = \"lock\""),
        "the question id `lock` is already used at doors/01-doors.toml",
    );
}

#[test]
fn a_missing_pack() {
    let mut folder = edited(&[]);
    folder.files.retain(|path, _| !path.starts_with("round/"));
    let told: Vec<String> = faults(&folder).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["meta.toml:7: round/meta.toml is missing, or has no `[pack]`"]);
}

#[test]
fn used_fields() {
    let check =
        |to: &str, place: &str, reason: &str| check((SECOND, "use = \"lock\"", to), (SECOND, place), reason);
    check("use = \"lokc\"", "use = \"lokc\"", "no field is called `lokc`");
    check("use = \"night-note\"", "use = \"night-note\"", "a question cannot use its own field");
    check("use = 1", "use = 1", "`use` must be a text, not integer");
    check("use = \"lock\"\nweight = 2", "weight = 2", "`weight` is not a key that belongs here");
    check(
        "use = \"lock\"\n\n[[section.question.field]]\nuse = \"lock\" # again",
        "use = \"lock\" # again",
        "`lock` is asked twice in the pack `round`",
    );
    let both = "[[section.question]]\nid = \"more\"\ntitle.ja = \"ほか\"\ntitle.en = \"More\"\n[[section.question.field]]\nuse = \"lock\"\n";
    check_all(
        &[(CHAPTER, "", both)],
        &[(CHAPTER, "use = \"lock\"", "`lock` is asked twice in the pack `doors`")],
    );
}

/// It would be asked all the same: whether a field is asked is one thing, in every pack.
#[test]
fn no_condition_around_a_used_field() {
    let section = "id       = \"night\"\ntitle.ja = \"閉めたあと\"";
    let question = "id       = \"night-keys\"\ntitle.ja = \"夜のかぎ\"";
    for (place, condition) in [
        (section, "when = [{ lock-often = [\"A\"] }]"),
        (section, "unless = [{ lock-often = [\"A\"] }]"),
        (question, "when = [{ lock-often = [\"A\"] }]"),
        (question, "unless = [{ lock-often = [\"A\"] }]"),
    ] {
        let edit = format!("{condition}\n{place}");
        check((SECOND, place, &edit), (SECOND, "use = \"lock\""), "`lock` keeps its own condition");
    }
}

#[test]
fn a_used_field_waits_for_nothing_outside_its_packs() {
    let used = "use = \"lock-reasons\"";
    // Here the doors are the first pack, as the profile is.
    assert_eq!(faults(&edited(&[(SECOND, "use = \"lock\"", used)])), []);
    let edits = [&PROFILE[..], &[(SECOND, "use = \"lock\"", used)]].concat();
    check_all(
        &edits,
        &[(SECOND, used, "`lock-reasons` waits for `lock`, which the pack `round` does not ask")],
    );
}

const RULE: &str = "[[rule]]\nid = \"market\"\npart = \"provider\"\nwhen = [{ shop-kind = [\"B\"] }]\n\
    targets = [\"question:lock\"]\nreason.ja = \"市場の人がします。\"\nreason.en = \"The market does.\"\n\
    ask.ja = \"教えてください。\"\nask.en = \"Please tell us.\"\n";

#[test]
fn rules() {
    let check = |from: &str, to: &str, place: &str, reason: &str| {
        let rule = RULE.replacen(from, to, 1);
        assert!(from.is_empty() || RULE.contains(from), "{from}");
        check_all(&[&PROFILE[..], &[(RULES, "", &rule)]].concat(), &[(RULES, place, reason)]);
    };
    for target in ["question:lokc", "chapter:locks", "section:lock", "field:locks", "lock", "pack:doors"] {
        let targets = format!("targets = [\"{target}\"]");
        check("targets = [\"question:lock\"]", &targets, &targets, &format!("there is no `{target}`"));
    }
    let when = "when = [{ shop-kind = [\"B\"] }]";
    let not_profile = "when = [{ lock = [\"A\"] }]";
    check(when, not_profile, not_profile, "`lock` is not a field of the profile");
    let never = "when = [{ shop-kind = [\"D\"] }]";
    check(when, never, never, "`shop-kind` can never be answered `D`");
    check(when, "when = []", "id = \"market\"", "a rule needs `when`");
    check("targets = [\"question:lock\"]", "targets = []", "id = \"market\"", "a rule needs `targets`");
    check("\"provider\"", "\"nobody\"", "part = \"nobody\"", "`nobody` is not a part");
    check("\"provider\"", "\"out\"", "id = \"market\"", "`ask` belongs to the provider's part");
    check(
        "ask.ja = \"教えてください。\"\nask.en = \"Please tell us.\"\n",
        "",
        "id = \"market\"",
        "`ask` belongs to the provider's part",
    );
    check("reason.en = \"The market does.\"\n", "", "reason.ja", "`en` is missing");
    check("id = \"market\"", "id = \"Market\"", "id = \"Market\"", "lower-case");
    check("reason.ja", "reasons.ja", "reasons.ja", "`reasons` is not a key that belongs here");
}

#[test]
fn what_the_profile_asks_is_never_set_aside() {
    let rule = RULE.replacen("question:lock", "question:shop", 1);
    check_all(
        &[&PROFILE[..], &[(RULES, "", &rule)]].concat(),
        &[(RULES, "targets", "`question:shop` is part of the profile, which is always asked")],
    );
}
