-- Of rows with the same number the newest counts: the latest day, and of the same day the later batch.
-- A row without a number is a respondent by itself.
CREATE OR REPLACE TEMPORARY VIEW respondents AS
SELECT * FROM (
  SELECT arrived.*, ROW_NUMBER() OVER (PARTITION BY number ORDER BY date DESC NULLS LAST, batch DESC) AS state
  FROM arrived
  WHERE number IS NOT NULL
) AS states
WHERE state = 1
UNION ALL
SELECT arrived.*, 1 AS state FROM arrived WHERE number IS NULL;
