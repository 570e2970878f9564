#!/usr/bin/env python3
"""Surveys of more shops than one machine holds: docs/scale.md.

scale.py parquet ROWS OUT     rows of `ec-checkup` (NDJSON) to Parquet, a folder for each batch
scale.py count ROWS OUT       rows to raw counts: a folder with one Parquet file. Not for publishing
scale.py report COUNTS OUT    raw counts to tables (CSV) of what may be told

ROWS is a pattern that ends with .ndjson (in quotes), or the folder that `parquet` has made.

All that counts is SQL, in the files beside this one; here they are run one after the other.
"""

import argparse
import csv
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHEMA = HERE.parent.parent / "docs/schema/ec-checkup-row.schema.json"

# What is written, and in which order.
TABLES = {
    "about": "SELECT * FROM about",
    "groups": "SELECT group_name, n FROM shop_groups ORDER BY group_place",
    "distributions": "SELECT kind, name, line, code, group_name, asked, base, shops, permille FROM distributions "
    "ORDER BY place, group_place",
    "scores": "SELECT kind, name, group_name, n, mean, deviation, q25, q50, q75, from_0, from_10, from_20, from_30, from_40, "
    "from_50, from_60, from_70, from_80, from_90 FROM scores ORDER BY kind DESC, name, group_place",
    "associations": "SELECT name, base, gamma FROM associations ORDER BY name",
}


class DuckDB:
    """One process, all cores of a machine."""

    name = "duckdb"

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()
        self.version = f"DuckDB {duckdb.__version__}"

    def run(self, file, **variables):
        """Runs a file of SQL."""
        for name, value in variables.items():
            self.connection.execute(f"SET VARIABLE {name} = ?", [value])
        self.connection.execute((HERE / file).read_text("utf-8"))

    run_on_few = run

    def fetch(self, query):
        """The names of the columns, and the lines."""
        answer = self.connection.execute(query)
        return [column[0] for column in answer.description], answer.fetchall()

    def catalogue(self, lines):
        self.connection.execute(f"CREATE OR REPLACE TEMPORARY TABLE catalogue ({COLUMNS_OF_CATALOGUE})")
        # As one value: a statement for each line would take longer than all the rest.
        shape = [{name: "INTEGER" if name == "place" else "VARCHAR" for name in CATALOGUE}]
        self.connection.execute(
            "INSERT INTO catalogue SELECT UNNEST(from_json(?, ?), recursive := true)",
            [json.dumps([dict(zip(CATALOGUE, line)) for line in lines]), json.dumps(shape)],
        )

    def write_parquet(self, out):
        self.run("duckdb/write.sql", parquet=str(out))

    def write_counts(self, out):
        Path(out).mkdir(parents=True)
        self.connection.execute(f"COPY (SELECT * FROM counted) TO '{quoted(out)}/counts.parquet' (FORMAT parquet)")

    def read_counts(self, folder):
        source = f"read_parquet('{quoted(folder)}/*.parquet')"
        self.connection.execute(f"CREATE OR REPLACE TEMPORARY TABLE counts AS SELECT * FROM {source}")


class Spark:
    """A cluster, or this machine when there is none."""

    name = "spark"

    def __init__(self):
        from pyspark.sql import SparkSession

        self.session = SparkSession.builder.appName("ec-checkup").config("spark.ui.showConsoleProgress", "false").getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")
        self.version = f"Spark {self.session.version}"

    def run(self, file, **variables):
        for name, value in variables.items():
            self.session.conf.set(name, value)
        for statement in self.statements(file):
            self.session.sql(statement)

    @staticmethod
    def statements(file):
        text = re.sub(r"--.*", "", (HERE / file).read_text("utf-8"))
        return [statement for statement in text.split(";") if statement.strip()]

    def run_on_few(self, file):
        """Runs a file about some thousand lines. Each view is worked out at once: Spark takes far longer to plan them one
        within the other than to do them."""
        self.session.conf.set("spark.sql.shuffle.partitions", "1")
        for statement in self.statements(file):
            self.session.sql(statement)
            view = re.search(r"VIEW (\w+)", statement)[1]
            worked_out = self.session.table(view)
            self.session.createDataFrame(worked_out.collect(), worked_out.schema).createOrReplaceTempView(view)

    def fetch(self, query):
        answer = self.session.sql(query)
        return answer.columns, [tuple(line) for line in answer.collect()]

    def catalogue(self, lines):
        self.session.createDataFrame(lines, COLUMNS_OF_CATALOGUE).createOrReplaceTempView("catalogue")

    def write_parquet(self, out):
        rows = self.session.table("arrived")
        rows.write.mode("append").option("compression", "zstd").partitionBy("batch").parquet(str(out))

    def write_counts(self, out):
        self.session.table("counted").coalesce(1).write.parquet(str(out))

    def read_counts(self, folder):
        self.session.read.parquet(str(folder)).createOrReplaceTempView("counts")


ENGINES = {engine.name: engine for engine in (DuckDB, Spark)}
CATALOGUE = ["place", "kind", "form", "name", "line", "code", "item"]
COLUMNS_OF_CATALOGUE = "place INT, kind STRING, form STRING, name STRING, line STRING, code STRING, item STRING"


def quoted(path):
    return str(path).replace("'", "''")


def catalogue(schema):
    """All that can be counted, from the schema of the rows (`ec-checkup schema --rows`): one tuple for each code."""
    fields, whole = schema["properties"]["answers"]["properties"], schema["properties"]
    lines = []

    def add(kind, form, name, codes, line="", item="{}"):
        for code in codes:
            lines.append((len(lines), kind, form, name, line, code, item.format(code)))

    levels = next(shape for shape in whole["level"]["anyOf"] if "maximum" in shape)
    add("level", "level", "", [str(level) for level in range(levels["minimum"], levels["maximum"] + 1)])
    for kind, key in (("gate", "shut"), ("finding", "findings")):
        for name in whole[key]["items"]["enum"]:
            add(kind, "mark", name, ["shut" if kind == "gate" else "found"], item="")
    for name, shape in fields.items():
        if "+" in shape.get("enum", []):
            add("field", "text", name, ["written"], item="+")
        elif "enum" in shape:
            add("field", "one", name, [code for code in shape["enum"] if code not in ("", "NA", "DK")] + ["NA", "DK"])
        else:
            rows, levels = re.fullmatch(r"\^\(\|NA\|DK\|\[(\w+)\](?:\[(\w+)\])?\(.*\)\*\)\$", shape["pattern"]).groups()
            if levels is None:
                add("field", "several", name, [*rows, "NA", "DK"])
                continue
            for row in rows:
                add("field", "table", name, levels, line=row, item=row + "{}")
                add("field", "table", name, ["NA", "DK"], line=row)
    return lines


def is_parquet(rows):
    return not str(rows).endswith(".ndjson")


def read_rows(engine, rows):
    if not is_parquet(rows):
        engine.run(f"{engine.name}/ndjson.sql", rows=str(rows))
    elif engine.name == "duckdb":
        engine.run("duckdb/parquet.sql", rows=f"{rows}/*/*.parquet")
    else:
        engine.run("spark/parquet.sql", rows=str(rows))
    # Rows of two questionnaires have fields of the same name that mean different things.
    _, kinds = engine.fetch(
        "SELECT what, format, questionnaire, size IN ('large', 'medium', 'small', 'unknown') AS sized, COUNT(*) AS n "
        "FROM arrived GROUP BY what, format, questionnaire, sized"
    )
    if [(what, form, sized) for what, form, _, sized, _ in kinds] != [("row", 1, True)]:
        sys.exit(f"scale: these are not rows of one questionnaire in format 1: {kinds}")


def parquet(engine, rows, out):
    read_rows(engine, rows)
    _, batches = engine.fetch("SELECT DISTINCT batch FROM arrived ORDER BY batch")
    there = [batch for (batch,) in batches if (Path(out) / f"batch={batch}").exists()]
    if there:
        # Written again they would be there twice.
        sys.exit(f"scale: already in {out}: {', '.join(there)}. Remove these folders first.")
    engine.write_parquet(out)


def count(engine, rows, out, latest=False):
    read_rows(engine, rows)
    engine.run("newest.sql" if latest else "every.sql")
    engine.run(f"{engine.name}/long.sql")
    engine.run("counts.sql")
    engine.write_counts(out)


def report(engine, counts, schema=SCHEMA):
    """The tables by name: columns and lines."""
    engine.read_counts(counts)
    engine.catalogue(catalogue(json.loads(Path(schema).read_text("utf-8"))))
    engine.run_on_few("report.sql")
    return {name: engine.fetch(query) for name, query in TABLES.items()}


def write_report(tables, out):
    Path(out).mkdir(parents=True, exist_ok=True)
    for name, (columns, lines) in tables.items():
        with open(Path(out) / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([columns, *lines])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=ENGINES, default="duckdb")
    steps = parser.add_subparsers(dest="step", required=True)
    for step, source in (("parquet", "rows"), ("count", "rows"), ("report", "counts")):
        arguments = steps.add_parser(step)
        arguments.add_argument(source)
        arguments.add_argument("out", help="a folder that is to be made")
        if step == "count":
            arguments.add_argument("--latest", action="store_true", help="of rows with the same number only the newest")
        if step == "report":
            arguments.add_argument("--schema", default=SCHEMA, help="of another questionnaire")
    options = parser.parse_args()
    engine = ENGINES[options.engine]()
    if options.step == "parquet":
        parquet(engine, options.rows, options.out)
    elif options.step == "count":
        count(engine, options.rows, options.out, options.latest)
    else:
        write_report(report(engine, options.counts, options.schema), options.out)


if __name__ == "__main__":
    main()
