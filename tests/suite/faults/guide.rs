//! Faults of what follows from answers: level, findings, advice, the emergency page, papers.

use super::{check, check_all};
use crate::support::tiny::{ADVICE, CHAPTER, EMERGENCY, FINDINGS, LEVEL, PAPERS};

/// After an edit, the edited line has a fault that says `reason`.
fn check_line(file: &str, from: &str, to: &str, reason: &str) {
    check((file, from, to), (file, to.trim_start()), reason);
}

#[test]
fn levels() {
    let first = "title.ja = \"はじめ\"";
    for (from, to) in [
        ("from     = 0", "from     = 1"),
        ("from     = 500", "from     = 0"),
        ("from     = 500", "from     = 1001"),
    ] {
        check((LEVEL, from, to), (LEVEL, first), "levels begin at 0 and rise, up to 1000");
    }
    check((LEVEL, "from     = 500\n", ""), (LEVEL, "[[level]]\ntitle.ja = \"なかば\""), "`from` is missing");
    let size = "[size]\nmedium  = 1\nlarge   = 2\ndesired = [1, 2, 2]\n\n[[size.add]]\nby   = 1\nwhen = [{ \"lock-doors.B\" = [\"1\", \"2\"] }]\n";
    check((LEVEL, size, ""), (LEVEL, "[[level]]\nfrom     = 0"), "`[size]` is missing");
    check_line(
        LEVEL,
        "text.en  = \"Half of it is done.\"",
        "txt.en   = \"Half\"",
        "`txt` is not a key that belongs here",
    );
}

#[test]
fn gates() {
    let when = "when     = [{ lock = [\"D\"] }]";
    check_line(LEVEL, when, "when     = [{ lokc = [\"D\"] }]", "`lokc` is not a field");
    check_line(LEVEL, when, "when     = [{ lock = [\"E\"] }]", "`lock` can never be answered `E`");
    check((LEVEL, when, ""), (LEVEL, "id       = \"no-keys\""), "`when` is missing");
    check_line(LEVEL, "source   = [\"book\"]", "source   = [\"bock\"]", "no source `bock`");
    for cap in ["cap      = 0", "cap      = 3"] {
        check(
            (LEVEL, "cap      = 1", cap),
            (LEVEL, "id       = \"no-keys\""),
            "`cap` is one of the 2 levels",
        );
    }
    check(
        (ADVICE, "gates    = [\"no-keys\"]\n", ""),
        (LEVEL, "id       = \"no-keys\""),
        "no advice lifts the gate `no-keys`",
    );
    check_line(
        LEVEL,
        "when = [{ \"lock-doors.B\" = [\"1\", \"2\"] }]",
        "when = [{ \"lock-doors.X\" = [\"1\"] }]",
        "no row `X`",
    );
    check_line(
        LEVEL,
        "when    = [{ \"lock-doors.A\" = [\"2\"] }]",
        "when    = [{ doors = [\"2\"] }]",
        "`doors` is not a field",
    );
}

#[test]
fn opinions() {
    let opinion =
        |field: &str, chapter: &str| format!("\n[[opinion]]\nfield = \"{field}\"\nchapter = \"{chapter}\"\n");
    // Two levels only.
    for field in ["lock-doors.A", "lock-doors.X", "lock-doors", "lock.A", "lokc.A"] {
        check(
            (LEVEL, "", &opinion(field, "doors")),
            (LEVEL, &format!("field = \"{field}\"")),
            "is not the row of a matrix with four levels",
        );
    }
    check(
        (LEVEL, "", &opinion("lock-doors.A", "gates")),
        (LEVEL, "chapter = \"gates\""),
        "no chapter is called `gates`",
    );
}

#[test]
fn findings() {
    let id = "id       = \"front-open\"";
    let when = "when     = [{ \"lock-doors.A\" = [\"2\"] }]";
    check_line(FINDINGS, when, "when     = [{ \"lock-doors.A\" = [\"3\"] }]", "can never be answered `3`");
    check((FINDINGS, when, ""), (FINDINGS, id), "`when` is missing");
    check((FINDINGS, "severity = 2", "severity = 4"), (FINDINGS, id), "`severity` is 1, 2 or 3");
    check_line(FINDINGS, "source   = [\"book\"]", "source   = [\"bock\"]", "no source `bock`");
    check(
        (ADVICE, "findings = [\"front-open\"]", "gates = [\"no-keys\"]"),
        (FINDINGS, id),
        "no advice settles the finding",
    );
    check_line(
        FINDINGS,
        "title.en = \"The front is open\"",
        &format!("title.en = \"{}\"", "x".repeat(81)),
        "81 characters, at most 80",
    );
}

#[test]
fn advice() {
    let first = "id       = \"count-keys\"";
    let second = "id       = \"new-lock\"";
    let step = "  { ja = \"日付を書きます。\", en = \"Note the date.\" },\n";
    check((ADVICE, step, ""), (ADVICE, first), "an advice has 3 to 6 steps");
    check((ADVICE, step, &step.repeat(5)), (ADVICE, first), "an advice has 3 to 6 steps");
    check_line(
        ADVICE,
        "who      = \"owner\"",
        "who      = \"boss\"",
        "`boss` is none of owner, vendor, host",
    );
    check((ADVICE, "who      = \"owner\"", "who      = \"host\""), (ADVICE, first), "`vendor` is missing");
    check((ADVICE, "hours    = 1", "hours    = 81"), (ADVICE, first), "`hours` is 1 to 80");
    check((ADVICE, "hours    = 1", "hours    = 0"), (ADVICE, first), "`hours` is 1 to 80");
    check((ADVICE, "cost     = 2", "cost     = 4"), (ADVICE, second), "`cost` is 0 to 3");
    check(
        (
            ADVICE,
            "variant.mall.ja = \"モールに聞きます。\"\nvariant.mall.en = \"Ask the mall.\"",
            "variant.wagon = { ja = \"市場\", en = \"Market\" }",
        ),
        (ADVICE, "variant.wagon"),
        "`wagon` is none of mall, saas",
    );
    check((ADVICE, "findings = [\"front-open\"]\n", ""), (ADVICE, second), "nothing leads to this advice");
    check(
        (ADVICE, second, first),
        (ADVICE, "id       = \"count-keys\"\ntitle.ja = \"かぎを替える\""),
        "the advice id `count-keys` is already used",
    );
    check_line(
        ADVICE,
        "boss.en  = \"A theft costs your goods.\"",
        "bos.en   = \"Goods\"",
        "`bos` is not a key",
    );
}

#[test]
fn what_differs_by_platform() {
    let text = "variant.mall.en = \"Ask the mall.\"";
    let with = |line: &str| format!("{text}\n{line}");
    let first = "id       = \"count-keys\"";
    for (line, reason) in [
        ("variant.mall.who = \"boss\"", "`boss` is none of owner, vendor, host"),
        ("variant.mall.who = \"owner\"", "`owner` does it everywhere"),
        ("variant.mall.hours = \"2\"", "`hours` must be a whole number, not string"),
        ("variant.mall.hour = 2", "`hour` is not a key that belongs here"),
    ] {
        check((ADVICE, text, &with(line)), (ADVICE, line), reason);
    }
    // Elsewhere the shop does it itself; where somebody else does, there has to be something to send them.
    let who = with("variant.mall.who = \"host\"");
    check((ADVICE, text, &who), (ADVICE, first), "`vendor` is missing");
    let place = "variant.mall.ja";
    for (line, reason) in [
        ("variant.mall.hours = 0", "`hours` is 1 to 80"),
        ("variant.mall.hours = 81", "`hours` is 1 to 80"),
        ("variant.mall.cost = 4", "`cost` is 0 to 3"),
    ] {
        check((ADVICE, text, &with(line)), (ADVICE, place), reason);
    }
}

#[test]
fn names_from_before() {
    let second = "id       = \"new-lock\"";
    let formerly = |names: &str| format!("{second}\nformerly = [{names}]");
    for names in ["\"count-keys\"", "\"new-lock\"", "\"old-lock\", \"old-lock\""] {
        let line = format!("formerly = [{names}]");
        check(
            (ADVICE, second, &formerly(names)),
            (ADVICE, &line),
            "is the name of an advice, or stands in another",
        );
    }
}

#[test]
fn names_in_advice() {
    let check = |from: &str, to: &str, reason: &str| check_line(ADVICE, from, to, reason);
    check("fields   = [\"lock\"]", "fields   = [\"lokc\"]", "no rating is called `lokc`");
    check("fields   = [\"lock\"]", "fields   = [\"lock-often\"]", "no rating is called `lock-often`");
    check("gates    = [\"no-keys\"]", "gates    = [\"keys\"]", "no gate is called `keys`");
    check("findings = [\"front-open\"]", "findings = [\"open\"]", "no finding is called `open`");
    check("after    = [\"count-keys\"]", "after    = [\"count\"]", "no advice is called `count`");
    check("terms    = [\"key\"]", "terms    = [\"kay\"]", "no glossary entry `kay`");
    check("source   = [\"book\"]", "source   = [\"bock\"]", "no source `bock`");
}

#[test]
fn everything_weak_has_its_advice() {
    check(
        (ADVICE, "fields   = [\"lock\"]\n", ""),
        (CHAPTER, "id     = \"lock\"\nref"),
        "no advice mends `lock`",
    );
}

/// The plan would give one answer as the reason for both.
#[test]
fn nothing_leads_to_two_pieces_of_advice() {
    let findings = "findings = [\"front-open\"]";
    let fields = format!("fields   = [\"lock\"]\n{findings}");
    check_all(
        &[(ADVICE, findings, &fields)],
        &[(ADVICE, &fields, "`lock` leads to the advice `count-keys` already")],
    );
    let gates = "gates    = [\"no-keys\"]";
    let both = format!("{gates}\nfindings = [\"front-open\"] # both");
    check_all(
        &[(ADVICE, gates, &both)],
        &[(
            ADVICE,
            "findings = [\"front-open\"]\nafter",
            "`front-open` leads to the advice `count-keys` already",
        )],
    );
}

#[test]
fn no_advice_waits_for_itself() {
    let gates = "gates    = [\"no-keys\"]";
    let circle = "`after` goes round in a circle: ";
    check_all(
        &[(ADVICE, gates, "gates    = [\"no-keys\"]\nafter    = [\"new-lock\"]")],
        &[(ADVICE, "id       = \"count-keys\"", circle), (ADVICE, "id       = \"new-lock\"", circle)],
    );
    check(
        (ADVICE, "after    = [\"count-keys\"]", "after    = [\"new-lock\"]"),
        (ADVICE, "id       = \"new-lock\""),
        circle,
    );
}

#[test]
fn the_emergency_page() {
    let text = "text.ja   = \"気づいた日から数えます。\"";
    for early in ["early     = [3]", "early     = [3, 61]", "early     = [0, 5]"] {
        check((EMERGENCY, "early     = [3, 5]", early), (EMERGENCY, text), "`early` is two numbers of days");
    }
    check((EMERGENCY, "[deadline]", "[deathline]"), (EMERGENCY, "[deathline]"), "`[deadline]` is missing");
    check_line(
        EMERGENCY,
        "contacts  = [\"police\"]",
        "contacts  = [\"army\"]",
        "no contact is called `army`",
    );
    check_line(
        EMERGENCY,
        "role    = \"help\"",
        "role    = \"hero\"",
        "`hero` is none of duty, help, business, customer",
    );
    check_line(EMERGENCY, "source  = [\"book\"]", "source  = [\"bock\"]", "no source `bock`");
    check_line(EMERGENCY, "en = \"Do not tidy up.\"", "en = \"\"", "the text is empty");
    check_line(EMERGENCY, "hint.en  = \"Phone number\"", "hints.en = \"Phone\"", "`hints` is not a key");
}

#[test]
fn papers() {
    check_line(
        PAPERS,
        "fields   = [\"lock\"]",
        "fields   = [\"lock-often\"]",
        "no rating is called `lock-often`",
    );
    check_line(PAPERS, "source   = [\"book\"]", "source   = [\"bock\"]", "no source `bock`");
    check(
        (PAPERS, "title.en = \"Keys are looked after\"\n", ""),
        (PAPERS, "title.ja = \"かぎを管理している\""),
        "`en` is missing",
    );
}
