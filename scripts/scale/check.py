#!/usr/bin/env python3
"""Compares every number that the SQL comes to with the report of `ec-checkup survey` about the same rows.

check.py [--engine spark] [--command PROGRAM]     fails at the first case that differs, and when too little was compared
"""

import argparse
import collections
import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import scale

SEED = 20261129
# Small surveys with all sizes of folded groups, beside a large one.
SMALL = (1, 4, 5, 7, 9, 11, 14, 18, 23, 30, 45, 70, 110)
LARGE = 2000
# What has to be compared at least, so that a check that looks at nothing fails.
LEAST = {"counts": 80_000, "shares": 50_000, "scores": 7_000, "associations": 900, "kept back": 5_000}

# What a row can hold, six times each. The letters D and K are not DK, an empty answer is asked and no more, a row of a
# table may be missing, a text is written or not.
HAND = [
    {"answers": {"shop-kind": "A", "site-platform": "DK", "hosting-compared": "D K", "overall-areas": "A1 C4 K2"}},
    {"answers": {"shop-kind": "D", "hosting-compared": "DK", "overall-areas": "DK", "overall-technical": "D"}},
    {"answers": {"hosting-compared": "A N", "overall-areas": "NA", "overall-technical": "DK", "overall-worries": "+"}},
    {"answers": {"hosting-compared": "NA", "overall-areas": "K1 A4", "overall-technical": "A", "overall-process": "NA"}},
    {"answers": {"hosting-compared": "", "overall-areas": "", "overall-technical": "", "overall-worries": ""}},
    {"answers": {}, "number": None, "date": None},
    {"answers": {"from-the-future": "A", "shop-kind": "Q", "team-size": "B"}, "number": "2a", "date": "2026-10-05"},
    {"answers": {"mgmt-support": "A", "mgmt-support-tasks": "A D K", "mgmt-threat-kinds": "B2 M4"}, "synthetic": True},
    {"answers": {"sales-band": "F", "team-size": "D", "system-people": "C", "server-count": "C", "shop-kind": "C"}},
]
# Two of the shops' own views together just often enough to be told of, two others just often enough to be listed.
VIEWS = [
    {"answers": {"overall-process": "ABCD"[at % 4], "overall-all": "ABCD"[at % 3], "overall-documents": "A" if at < 5 else ""}}
    for at in range(30)
]
# From a large survey to one of a billion shops.
TIMES = 500_000


class Check:
    def __init__(self, engine, command):
        self.engine = engine
        self.command = command
        self.compared = collections.Counter()

    def ec_checkup(self, *arguments, into=None):
        """Runs the command line; what it prints, or nothing when that goes into a file."""
        command = [*self.command, *map(str, arguments)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=scale.HERE.parent.parent)
        # 1: something could not be read, which some cases are about.
        if done.returncode > 1 or done.returncode and not into:
            sys.exit(f"{shlex.join(command)}\n{done.stderr.decode()}")
        if into:
            into.write_bytes(done.stdout)
        return done.stdout.decode()

    def same(self, name, report, counts):
        """Compares a report with what is made of counts."""
        tables = scale.report(self.engine, counts)
        wanted, kept_back = expected(report)
        found = actual(tables)
        wrong = [key for key in {**wanted, **found} if wanted.get(key) != found.get(key)]
        for key in wrong[:10]:
            print(f"  {key}: survey {wanted.get(key)}, SQL {found.get(key)}", file=sys.stderr)
        if wrong:
            sys.exit(f"scale: {name}: {len(wrong)} of {len(wanted)} differ")
        self.compared += collections.Counter(key[0] for key in wanted)
        self.compared["kept back"] += kept_back
        print(f"{name}: {len(wanted)} numbers are the same, {kept_back} tables of groups kept back", flush=True)


def expected(report):
    """All numbers of a report by what they tell; and how many tables of groups are kept back."""
    numbers = {("about", key): report[key] for key in ("respondents", "synthetic", "from", "to")}
    numbers.update({("about", "group", group["group"]): group["n"] for group in report["groups"]})
    kept_back = 0

    def table(kind, name, line, groups, only=None):
        nonlocal kept_back
        for group, told in groups.items():
            if told is None:
                kept_back += 1
                continue
            for code, shops in told["counts"].items():
                if only in (None, code):
                    place = (kind, name, line, code, group)
                    numbers["counts", *place] = (told["asked"], told["base"], shops)
                    if told["permille"] is not None:
                        numbers["shares", *place] = told["permille"][code]

    table("level", "", "", report["levels"])
    for kind, list_of, only in (("gate", "gates", "shut"), ("finding", "findings", None)):
        for told in report[list_of]:
            table(kind, told[kind], "", told["groups"], only)
    for field in report["fields"]:
        table("field", field["field"], field.get("row", ""), field["groups"])
    for told in report["scores"]:
        kind = "pack" if "pack" in told else "chapter"
        for group, scores in told["groups"].items():
            if scores is None:
                kept_back += 1
                continue
            values = [scores["n"], scores["mean"], scores["deviation"], *scores["quartiles"], *scores["tens"]]
            for at, value in enumerate(values):
                numbers["scores", kind, told[kind], group, at] = value
    for pair in report["associations"]:
        numbers["associations", f"{pair['first']}+{pair['second']}"] = (pair["base"], pair["gamma"])
    return numbers, kept_back


def actual(tables):
    """The same of the tables that SQL made."""
    about = tables["about"][1][0]
    numbers = {("about", key): value for key, value in zip(("respondents", "synthetic", "from", "to"), about)}
    numbers.update({("about", "group", name): n for name, n in tables["groups"][1]})
    for *place, asked, base, shops, permille in tables["distributions"][1]:
        numbers["counts", *place] = (asked, base, shops)
        if permille is not None:
            numbers["shares", *place] = permille
    for kind, name, group, *values in tables["scores"][1]:
        for at, value in enumerate(values):
            numbers["scores", kind, name, group, at] = value
    numbers.update({("associations", name): (base, gamma) for name, base, gamma in tables["associations"][1]})
    return numbers


def samples(check, folder):
    """Made-up shops, from NDJSON; the large survey from Parquet as well."""
    for n in (*SMALL, LARGE):
        rows = folder / f"sample-{n}.ndjson"
        check.ec_checkup("sample", "-n", n, "--seed", SEED + n, into=rows)
        report = json.loads(check.ec_checkup("survey", rows))
        scale.count(check.engine, rows, folder / f"counts-{n}")
        check.same(f"{n} made-up shops from NDJSON", report, folder / f"counts-{n}")
    scale.parquet(check.engine, rows, folder / "parquet")
    scale.count(check.engine, folder / "parquet", folder / "counts-parquet")
    check.same(f"{n} made-up shops from Parquet", report, folder / "counts-parquet")


def two_halves(check, folder):
    """Counts of two clusters in one folder are counts of all."""
    rows = folder / f"sample-{LARGE}.ndjson"
    report = json.loads(check.ec_checkup("survey", rows))
    lines = rows.read_text("utf-8").splitlines(keepends=True)
    (folder / "counts-both").mkdir()
    for half in (0, 1):
        part = folder / f"half-{half}.ndjson"
        part.write_text("".join(lines[half::2]), "utf-8")
        scale.count(check.engine, part, folder / f"counts-half-{half}")
        for file in (folder / f"counts-half-{half}").glob("*.parquet"):
            shutil.copy(file, folder / "counts-both" / f"{half}-{file.name}")
    check.same(f"{LARGE} made-up shops in two halves", report, folder / "counts-both")


def a_billion(check, folder):
    """Counts of a billion shops: what is a share, a mean or a gamma stays as it is, and no number is too large."""
    report = json.loads(check.ec_checkup("survey", folder / f"sample-{LARGE}.ndjson"))
    few, _ = expected(report)
    scale.report(check.engine, folder / "counts-parquet")
    check.engine.fetch(
        "CREATE OR REPLACE TEMPORARY VIEW counted AS "
        f"SELECT kind, name, item, size, CAST(n * {TIMES} AS BIGINT) AS n FROM counts"
    )
    check.engine.write_counts(folder / "counts-billion")
    many = actual(scale.report(check.engine, folder / "counts-billion"))
    wrong = []
    for key, value in few.items():
        kind, is_count = key[0], key[0] == "scores" and (key[-1] == 0 or key[-1] > 5)
        if kind == "counts" or is_count:
            value = tuple(TIMES * n for n in value) if kind == "counts" else TIMES * value
        elif kind == "associations":
            value = (TIMES * value[0], value[1])
        # What is told of too few shops for a share is told of so many.
        if kind != "about" and value is not None and many.get(key) != value:
            wrong.append(f"{key}: {value}, SQL {many.get(key)}")
    if wrong:
        sys.exit(f"scale: a billion shops: {len(wrong)} differ: {wrong[:5]}")
    print(f"{LARGE * TIMES} shops: {len(few)} numbers hold")


def by_hand(check, folder):
    """Rows that nobody made up well."""
    rows = [{"ec-checkup": "row", "format": 1, "questionnaire": "ecom", **row} for row in 6 * HAND + VIEWS]
    (folder / "hand.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    # Whatever comes from outside is read by the command line first, which leaves out what it does not know.
    check.ec_checkup("survey", "--format", "ndjson", folder / "hand.ndjson", into=folder / "read.ndjson")
    report = json.loads(check.ec_checkup("survey", folder / "read.ndjson"))
    scale.count(check.engine, folder / "read.ndjson", folder / "counts-hand")
    check.same("rows written by hand", report, folder / "counts-hand")


def states(check, folder):
    """Several states of one assessment, in two batches: newer, older, of the same day, without a day, without a number."""
    rows = [json.loads(line) for line in check.ec_checkup("sample", "-n", 120, "--seed", SEED).splitlines()]
    first, second = folder / "states/2026-10.ndjson", folder / "states/2026-11.ndjson"
    first.parent.mkdir()
    later = []
    for at, row in enumerate(rows[:80]):
        date = ("2026-12-24", "2020-02-02", row["date"], None)[at % 4]
        later.append({**rows[at + 40], "number": row["number"], "date": date})
    for row in rows[100:]:
        row["number"] = None
    rows[20]["date"] = rows[23]["date"] = None
    for file, batch in ((first, rows), (second, later)):
        file.write_text("".join(json.dumps(row) + "\n" for row in batch), "utf-8")
    report = json.loads(check.ec_checkup("survey", "--latest", first, second))
    assert report["respondents"] == 120, report["respondents"]
    scale.parquet(check.engine, f"{first.parent}/*.ndjson", folder / "states-parquet")
    for name, source in (("NDJSON", f"{first.parent}/*.ndjson"), ("Parquet", folder / "states-parquet")):
        scale.count(check.engine, source, folder / f"counts-states-{name}", latest=True)
        check.same(f"the newest states from {name}", report, folder / f"counts-states-{name}")


def refusals(check, folder):
    """Rows of another questionnaire, a line that is no row, and a batch that is there already are refused."""
    good = (folder / "sample-5.ndjson").read_text("utf-8")
    (folder / "other.ndjson").write_text(good + good.replace('"questionnaire":"ecom"', '"questionnaire":"x"', 1), "utf-8")
    (folder / "unsized.ndjson").write_text(good.replace('"size":"', '"sized":"', 1), "utf-8")
    (folder / "broken.ndjson").write_text(good + "hello\n", "utf-8")
    for name in ("other", "unsized", "broken"):
        refused(f"{name} rows", lambda: scale.count(check.engine, folder / f"{name}.ndjson", folder / f"counts-{name}"))
    refused("a batch again", lambda: scale.parquet(check.engine, folder / f"sample-{LARGE}.ndjson", folder / "parquet"))


def refused(name, work):
    try:
        work()
    except (Exception, SystemExit) as error:
        print(f"{name}: refused ({str(error).splitlines()[0][:100]})")
    else:
        sys.exit(f"scale: {name}: not refused")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=scale.ENGINES, default="duckdb")
    parser.add_argument("--command", default="cargo run --locked --quiet --bin ec-checkup --", help="the command line")
    options = parser.parse_args()
    check = Check(scale.ENGINES[options.engine](), shlex.split(options.command))
    print(check.engine.version)
    folder = Path(tempfile.mkdtemp(prefix="ec-checkup-scale-"))
    try:
        samples(check, folder)
        two_halves(check, folder)
        a_billion(check, folder)
        by_hand(check, folder)
        states(check, folder)
        refusals(check, folder)
    finally:
        shutil.rmtree(folder)
    print(", ".join(f"{name}: {n}" for name, n in check.compared.items()))
    few = {name: check.compared[name] for name, least in LEAST.items() if check.compared[name] < least}
    if few:
        sys.exit(f"scale: too little was compared: {few}")
    print(f"{sum(check.compared.values()) - check.compared['kept back']} numbers are the same")


if __name__ == "__main__":
    main()
