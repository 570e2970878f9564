-- Rows as `ec-checkup` writes them. The columns are named, so nothing is guessed; answers and points are maps, since
-- another questionnaire has other fields. Before: SET VARIABLE rows = 'rows/*.ndjson';
CREATE OR REPLACE TEMPORARY VIEW arrived AS
SELECT "ec-checkup" AS what, * EXCLUDE ("ec-checkup", filename), parse_filename(filename, true) AS batch
FROM read_json(
  getvariable('rows'),
  format = 'newline_delimited',
  filename = true,
  columns = {
    "ec-checkup": 'VARCHAR', format: 'INTEGER', questionnaire: 'VARCHAR',
    number: 'VARCHAR', date: 'VARCHAR', synthetic: 'BOOLEAN', size: 'VARCHAR', basis: 'VARCHAR', level: 'INTEGER',
    packs: 'MAP(VARCHAR, INTEGER)', chapters: 'MAP(VARCHAR, INTEGER)', shut: 'VARCHAR[]', findings: 'VARCHAR[]',
    answers: 'MAP(VARCHAR, VARCHAR)', back: 'VARCHAR[]'
  }
);
