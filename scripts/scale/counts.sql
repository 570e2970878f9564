-- All respondents become some thousand counts: (kind, name, item, size, n). Sums, so it does not matter who counts what,
-- or in which order, and counts of several clusters can be added. They are raw: not for publishing.

-- The shop's own view, a step for each of sixteen scales: five ratings, then the rows A to K of a table; '-' for none.
-- The end that is joined to the table gives each row that has no answer a '-'.
CREATE OR REPLACE TEMPORARY VIEW own_views AS
SELECT size, CONCAT(
  CASE WHEN CHAR_LENGTH(technical) = 1 THEN technical ELSE '-' END,
  CASE WHEN CHAR_LENGTH(process) = 1 THEN process ELSE '-' END,
  CASE WHEN CHAR_LENGTH(execution) = 1 THEN execution ELSE '-' END,
  CASE WHEN CHAR_LENGTH(documents) = 1 THEN documents ELSE '-' END,
  CASE WHEN CHAR_LENGTH(everything) = 1 THEN everything ELSE '-' END,
  SUBSTRING(areas, POSITION('A' IN areas) + 1, 1), SUBSTRING(areas, POSITION('B' IN areas) + 1, 1),
  SUBSTRING(areas, POSITION('C' IN areas) + 1, 1), SUBSTRING(areas, POSITION('D' IN areas) + 1, 1),
  SUBSTRING(areas, POSITION('E' IN areas) + 1, 1), SUBSTRING(areas, POSITION('F' IN areas) + 1, 1),
  SUBSTRING(areas, POSITION('G' IN areas) + 1, 1), SUBSTRING(areas, POSITION('H' IN areas) + 1, 1),
  SUBSTRING(areas, POSITION('I' IN areas) + 1, 1), SUBSTRING(areas, POSITION('J' IN areas) + 1, 1),
  SUBSTRING(areas, POSITION('K' IN areas) + 1, 1)) AS steps
FROM (
  SELECT
    size,
    answers['overall-technical'] AS technical,
    answers['overall-process'] AS process,
    answers['overall-execution'] AS execution,
    answers['overall-documents'] AS documents,
    answers['overall-all'] AS everything,
    CONCAT(
      CASE WHEN answers['overall-areas'] IN ('NA', 'DK') THEN '' ELSE COALESCE(answers['overall-areas'], '') END,
      ' A-B-C-D-E-F-G-H-I-J-K-') AS areas
  FROM respondents
) AS told;

CREATE OR REPLACE TEMPORARY VIEW scales AS
SELECT * FROM (VALUES
  (1, 'overall-technical'), (2, 'overall-process'), (3, 'overall-execution'), (4, 'overall-documents'),
  (5, 'overall-all'), (6, 'overall-areas.A'), (7, 'overall-areas.B'), (8, 'overall-areas.C'), (9, 'overall-areas.D'),
  (10, 'overall-areas.E'), (11, 'overall-areas.F'), (12, 'overall-areas.G'), (13, 'overall-areas.H'),
  (14, 'overall-areas.I'), (15, 'overall-areas.J'), (16, 'overall-areas.K')
) AS listed (place, scale);

CREATE OR REPLACE TEMPORARY VIEW counted AS
WITH tally AS (
  SELECT size, field, item, COUNT(*) AS n, SUM(CASE WHEN place = 0 THEN 1 ELSE 0 END) AS sheets
  FROM answers
  GROUP BY size, field, item
),
pairs AS (
  SELECT
    size,
    CONCAT(one.scale, '+', other.scale) AS name,
    CONCAT(SUBSTRING(steps, one.place, 1), SUBSTRING(steps, other.place, 1)) AS item
  FROM own_views
  CROSS JOIN scales AS one
  JOIN scales AS other ON one.place < other.place
)
SELECT 'shops' AS kind, '' AS name, 'all' AS item, size, COUNT(*) AS n FROM respondents GROUP BY size
UNION ALL
SELECT 'shops', '', 'synthetic', size, COUNT(*) FROM respondents WHERE synthetic GROUP BY size
UNION ALL
SELECT 'day', '', date, size, COUNT(*) FROM respondents WHERE date IS NOT NULL GROUP BY date, size
UNION ALL
SELECT 'level', '', CONCAT('', level), size, COUNT(*) FROM respondents WHERE level IS NOT NULL GROUP BY level, size
UNION ALL
SELECT kind, name, '', size, COUNT(*) FROM marks GROUP BY kind, name, size
UNION ALL
-- Points that do not count have the item ''.
SELECT kind, name, COALESCE(CONCAT('', points), ''), size, COUNT(*) FROM points GROUP BY kind, name, points, size
UNION ALL
SELECT 'field', field, 'asked', size, SUM(sheets) FROM tally GROUP BY field, size
UNION ALL
SELECT 'field', field, 'answered', size, SUM(sheets) FROM tally WHERE item <> '' GROUP BY field, size
UNION ALL
SELECT 'field', field, item, size, n FROM tally WHERE item <> ''
UNION ALL
SELECT 'pair', name, item, size, COUNT(*) FROM pairs WHERE POSITION('-' IN item) = 0 GROUP BY name, item, size;
