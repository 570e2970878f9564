-- The same rows from Parquet. Before: SET rows = parquet;
CREATE OR REPLACE TEMPORARY VIEW arrived (
  what STRING, format INT, questionnaire STRING,
  number STRING, date STRING, synthetic BOOLEAN, size STRING, basis STRING, level INT,
  packs MAP<STRING, INT>, chapters MAP<STRING, INT>, shut ARRAY<STRING>, findings ARRAY<STRING>,
  answers MAP<STRING, STRING>, back ARRAY<STRING>, batch STRING
) USING parquet OPTIONS (path '${rows}');
