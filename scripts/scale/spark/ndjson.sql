-- Rows as `ec-checkup` writes them. The columns are named, so nothing is guessed; answers and points are maps, since
-- another questionnaire has other fields. Before: SET rows = rows/*.ndjson;
-- A line that is no row stops it (FAILFAST): by default Spark would go on with empty columns.
CREATE OR REPLACE TEMPORARY VIEW lines (
  `ec-checkup` STRING, format INT, questionnaire STRING,
  number STRING, date STRING, synthetic BOOLEAN, size STRING, basis STRING, level INT,
  packs MAP<STRING, INT>, chapters MAP<STRING, INT>, shut ARRAY<STRING>, findings ARRAY<STRING>,
  answers MAP<STRING, STRING>, back ARRAY<STRING>
) USING json OPTIONS (path '${rows}', mode 'FAILFAST');

CREATE OR REPLACE TEMPORARY VIEW arrived AS
SELECT `ec-checkup` AS what, * EXCEPT (`ec-checkup`), regexp_extract(input_file_name(), '([^/]+)[.][^./]*$', 1) AS batch
FROM lines;
