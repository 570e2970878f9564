-- From counts (kind, name, item, size, n) to what may be told, by the rules of docs/survey.md. Some thousand lines, so any
-- engine will do. Before: the tables `counts`, and `catalogue` (place, kind, form, name, line, code, item), which lists what
-- can be counted: without it nobody would know of an option that no shop has chosen.

-- Groups ---------------------------------------------------------------------------------------------------------------

CREATE OR REPLACE TEMPORARY VIEW classes AS
SELECT class.place, class.size, CAST(COALESCE(SUM(counts.n), 0) AS BIGINT) AS n
FROM (VALUES (1, 'large'), (2, 'medium'), (3, 'small'), (4, 'unknown')) AS class (place, size)
LEFT JOIN counts ON counts.kind = 'shops' AND counts.item = 'all' AND counts.size = class.size
GROUP BY class.place, class.size;

-- A class of 1 to 4 shops is put together with the others of that kind, and if they are still fewer than 5, with the next
-- smallest. All others have at least 5, so one more is enough.
CREATE OR REPLACE TEMPORARY VIEW folded AS
SELECT place, size, n, small OR (few BETWEEN 1 AND 4 AND n >= 5 AND turn = 1) AS together
FROM (
  SELECT
    place, size, n,
    n BETWEEN 1 AND 4 AS small,
    SUM(CASE WHEN n BETWEEN 1 AND 4 THEN n ELSE 0 END) OVER () AS few,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN n >= 5 THEN 0 ELSE 1 END, n, place) AS turn
  FROM classes
) AS sized;

-- Which class belongs to which group. All shops are a group; one group besides that holds everybody says nothing more.
CREATE OR REPLACE TEMPORARY VIEW members AS
WITH joined AS (
  SELECT SUBSTRING(CONCAT(
    MAX(CASE WHEN together AND size = 'large' THEN '+large' ELSE '' END),
    MAX(CASE WHEN together AND size = 'medium' THEN '+medium' ELSE '' END),
    MAX(CASE WHEN together AND size = 'small' THEN '+small' ELSE '' END),
    MAX(CASE WHEN together AND size = 'unknown' THEN '+unknown' ELSE '' END)), 2) AS name
  FROM folded
),
parts AS (
  SELECT
    size,
    CASE WHEN together THEN 5 ELSE place END AS group_place,
    CASE WHEN together THEN joined.name ELSE size END AS group_name
  FROM folded CROSS JOIN joined
  WHERE n > 0
)
SELECT size, 0 AS group_place, 'all' AS group_name FROM classes
UNION ALL
SELECT size, group_place, group_name FROM parts WHERE (SELECT COUNT(DISTINCT group_name) FROM parts) > 1;

CREATE OR REPLACE TEMPORARY VIEW shop_groups AS
SELECT members.group_place, members.group_name, CAST(SUM(classes.n) AS BIGINT) AS n
FROM members JOIN classes ON classes.size = members.size
GROUP BY members.group_place, members.group_name;

-- Bases ----------------------------------------------------------------------------------------------------------------

CREATE OR REPLACE TEMPORARY VIEW field_bases AS
SELECT
  counts.name, members.group_place,
  SUM(CASE WHEN counts.item = 'asked' THEN counts.n ELSE 0 END) AS asked,
  SUM(CASE WHEN counts.item = 'answered' THEN counts.n ELSE 0 END) AS answered
FROM counts JOIN members ON members.size = counts.size
WHERE counts.kind = 'field'
GROUP BY counts.name, members.group_place;

CREATE OR REPLACE TEMPORARY VIEW cells AS
WITH summed AS (
  SELECT
    what.place, what.kind, what.form, what.name, what.line, what.code, members.group_place, members.group_name,
    COALESCE(SUM(counts.n), 0) AS shops
  FROM catalogue AS what
  CROSS JOIN members
  LEFT JOIN counts
    ON counts.kind = what.kind AND counts.name = what.name AND counts.item = what.item AND counts.size = members.size
  GROUP BY
    what.place, what.kind, what.form, what.name, what.line, what.code, members.group_place, members.group_name
)
SELECT
  summed.place, summed.kind, summed.name, summed.line, summed.code, summed.group_place, summed.group_name,
  CAST(CASE WHEN summed.kind = 'field' THEN COALESCE(bases.asked, 0) ELSE whole.n END AS BIGINT) AS asked,
  CAST(CASE
    WHEN summed.form IN ('one', 'several') THEN COALESCE(bases.answered, 0)
    WHEN summed.form = 'text' THEN COALESCE(bases.asked, 0)
    WHEN summed.form = 'mark' THEN whole.n
    -- Rows of a table and levels: whoever has any of the codes.
    ELSE SUM(summed.shops) OVER (PARTITION BY summed.kind, summed.name, summed.line, summed.group_place)
  END AS BIGINT) AS base,
  CAST(summed.shops AS BIGINT) AS shops
FROM summed
JOIN shop_groups AS whole ON whole.group_place = summed.group_place
LEFT JOIN field_bases AS bases
  ON summed.kind = 'field' AND bases.name = summed.name AND bases.group_place = summed.group_place;

-- How many shops have each of the points 0 to 100. Points that do not count are a line with 0 shops, so that every group
-- is there.
CREATE OR REPLACE TEMPORARY VIEW point_counts AS
SELECT
  counts.kind, counts.name, members.group_place, members.group_name,
  CAST(CASE WHEN counts.item = '' THEN '0' ELSE counts.item END AS BIGINT) AS points,
  CAST(SUM(CASE WHEN counts.item = '' THEN 0 ELSE counts.n END) AS BIGINT) AS n
FROM counts JOIN members ON members.size = counts.size
WHERE counts.kind IN ('pack', 'chapter')
GROUP BY
  counts.kind, counts.name, members.group_place, members.group_name,
  CAST(CASE WHEN counts.item = '' THEN '0' ELSE counts.item END AS BIGINT);

-- What is kept back ----------------------------------------------------------------------------------------------------

-- In every table what is below 5 is kept back, by who was asked and by who answered, and as many more, the smallest first,
-- as it takes to make 5: else the whole less the others would tell it. Once by who was asked, once by who answered, and
-- each time one more is enough, as all that are left have at least 5.
CREATE OR REPLACE TEMPORARY VIEW guarded AS
WITH bases AS (
  SELECT DISTINCT kind, name, line, group_place, asked, base FROM cells
  UNION ALL
  SELECT kind, name, '', group_place, SUM(n), SUM(n) FROM point_counts GROUP BY kind, name, group_place
),
sized AS (
  SELECT bases.*, asked BETWEEN 1 AND 4 OR base BETWEEN 1 AND 4 AS small FROM bases
),
first_turn AS (
  SELECT
    sized.*,
    SUM(CASE WHEN small THEN asked ELSE 0 END) OVER (PARTITION BY kind, name, line) AS hidden,
    ROW_NUMBER() OVER (
      PARTITION BY kind, name, line
      ORDER BY CASE WHEN small OR asked = 0 THEN 1 ELSE 0 END, asked, group_place) AS turn
  FROM sized
  WHERE group_place > 0
),
first_kept AS (
  SELECT
    kind, name, line, group_place, base,
    small OR (hidden BETWEEN 1 AND 4 AND asked > 0 AND turn = 1) AS kept
  FROM first_turn
),
second_turn AS (
  SELECT
    first_kept.*,
    SUM(CASE WHEN kept THEN base ELSE 0 END) OVER (PARTITION BY kind, name, line) AS hidden,
    ROW_NUMBER() OVER (
      PARTITION BY kind, name, line
      ORDER BY CASE WHEN kept OR base = 0 THEN 1 ELSE 0 END, base, group_place) AS turn
  FROM first_kept
)
SELECT kind, name, line, group_place, small AS kept FROM sized WHERE group_place = 0
UNION ALL
SELECT kind, name, line, group_place, kept OR (hidden BETWEEN 1 AND 4 AND base > 0 AND turn = 1) FROM second_turn;

-- What may be told -----------------------------------------------------------------------------------------------------

-- Shares in tenths of a percent, a half upwards, on a base of at least 10. NA and DK only where somebody said so.
CREATE OR REPLACE TEMPORARY VIEW distributions AS
SELECT
  cells.place, cells.kind, cells.name, cells.line, cells.code, cells.group_place, cells.group_name,
  cells.asked, cells.base, cells.shops,
  CASE
    WHEN cells.base >= 10 THEN CAST(FLOOR((2000 * cells.shops + cells.base) / (2 * cells.base)) AS BIGINT)
  END AS permille
FROM cells
JOIN guarded
  ON guarded.kind = cells.kind AND guarded.name = cells.name AND guarded.line = cells.line
  AND guarded.group_place = cells.group_place
WHERE NOT guarded.kept AND (cells.shops > 0 OR cells.code NOT IN ('NA', 'DK'));

-- Mean and deviation in hundredths, a half upwards. Sums of squares of a billion shops need 38 digits; the square root is
-- taken in floating point and then set right, so the result is exact.
CREATE OR REPLACE TEMPORARY VIEW scores AS
WITH running AS (
  SELECT
    point_counts.*,
    SUM(n) OVER (PARTITION BY kind, name, group_place ORDER BY points) AS so_far,
    SUM(n) OVER (PARTITION BY kind, name, group_place) AS whole
  FROM point_counts
),
summed AS (
  SELECT
    kind, name, group_place, group_name,
    CAST(SUM(n) AS BIGINT) AS n,
    CAST(SUM(n * points) AS BIGINT) AS points,
    CAST(SUM(n * points * points) AS BIGINT) AS squares,
    MIN(CASE WHEN n > 0 AND 100 * so_far >= 25 * whole THEN points END) AS q25,
    MIN(CASE WHEN n > 0 AND 100 * so_far >= 50 * whole THEN points END) AS q50,
    MIN(CASE WHEN n > 0 AND 100 * so_far >= 75 * whole THEN points END) AS q75,
    CAST(SUM(CASE WHEN points < 10 THEN n ELSE 0 END) AS BIGINT) AS from_0,
    CAST(SUM(CASE WHEN points BETWEEN 10 AND 19 THEN n ELSE 0 END) AS BIGINT) AS from_10,
    CAST(SUM(CASE WHEN points BETWEEN 20 AND 29 THEN n ELSE 0 END) AS BIGINT) AS from_20,
    CAST(SUM(CASE WHEN points BETWEEN 30 AND 39 THEN n ELSE 0 END) AS BIGINT) AS from_30,
    CAST(SUM(CASE WHEN points BETWEEN 40 AND 49 THEN n ELSE 0 END) AS BIGINT) AS from_40,
    CAST(SUM(CASE WHEN points BETWEEN 50 AND 59 THEN n ELSE 0 END) AS BIGINT) AS from_50,
    CAST(SUM(CASE WHEN points BETWEEN 60 AND 69 THEN n ELSE 0 END) AS BIGINT) AS from_60,
    CAST(SUM(CASE WHEN points BETWEEN 70 AND 79 THEN n ELSE 0 END) AS BIGINT) AS from_70,
    CAST(SUM(CASE WHEN points BETWEEN 80 AND 89 THEN n ELSE 0 END) AS BIGINT) AS from_80,
    CAST(SUM(CASE WHEN points >= 90 THEN n ELSE 0 END) AS BIGINT) AS from_90
  FROM running
  GROUP BY kind, name, group_place, group_name
),
spread AS (
  SELECT
    summed.*,
    CAST(n AS DECIMAL(38, 0)) * CAST(n AS DECIMAL(38, 0)) AS n_squared,
    (CAST(n AS DECIMAL(38, 0)) * CAST(squares AS DECIMAL(38, 0))
      - CAST(points AS DECIMAL(38, 0)) * CAST(points AS DECIMAL(38, 0))) * CAST(40000 AS DECIMAL(38, 0)) AS spread
  FROM summed
),
-- Twice the deviation in hundredths, rounded down: the largest number whose square is not more than spread / n².
guessed AS (
  SELECT
    spread.*,
    CASE
      WHEN n > 0 THEN CAST(FLOOR(SQRT(CAST(spread AS DOUBLE) / CAST(n_squared AS DOUBLE))) AS DECIMAL(38, 0))
    END AS root
  FROM spread
),
rooted AS (
  SELECT
    guessed.*,
    CASE
      WHEN (root + 1) * (root + 1) * n_squared <= spread THEN CAST(root AS BIGINT) + 1
      WHEN root * root * n_squared > spread THEN CAST(root AS BIGINT) - 1
      ELSE CAST(root AS BIGINT)
    END AS doubled
  FROM guessed
)
SELECT
  rooted.kind, rooted.name, rooted.group_place, rooted.group_name, rooted.n,
  CASE WHEN n >= 10 THEN CAST(FLOOR((200 * points + n) / (2 * n)) AS BIGINT) END AS mean,
  CASE WHEN n >= 10 THEN CAST(FLOOR((doubled + 1) / 2) AS BIGINT) END AS deviation,
  CASE WHEN n >= 10 THEN q25 END AS q25,
  CASE WHEN n >= 10 THEN q50 END AS q50,
  CASE WHEN n >= 10 THEN q75 END AS q75,
  from_0, from_10, from_20, from_30, from_40, from_50, from_60, from_70, from_80, from_90
FROM rooted
JOIN guarded
  ON guarded.kind = rooted.kind AND guarded.name = rooted.name AND guarded.line = ''
  AND guarded.group_place = rooted.group_place
WHERE NOT guarded.kept;

-- Gamma of each two of the shops' own views, in thousandths, a half away from 0.
CREATE OR REPLACE TEMPORARY VIEW associations AS
WITH pairs AS (
  SELECT
    name, SUBSTRING(item, 1, 1) AS one, SUBSTRING(item, 2, 1) AS other, CAST(SUM(n) AS DECIMAL(38, 0)) AS n
  FROM counts
  WHERE kind = 'pair'
  GROUP BY name, item
),
bases AS (
  SELECT name, CAST(SUM(n) AS BIGINT) AS base FROM pairs GROUP BY name
),
compared AS (
  SELECT
    here.name,
    SUM(CASE WHEN there.other > here.other THEN here.n * there.n ELSE 0 END) AS alike,
    SUM(CASE WHEN there.other < here.other THEN here.n * there.n ELSE 0 END) AS unlike
  FROM pairs AS here
  JOIN pairs AS there ON there.name = here.name AND there.one > here.one AND there.other <> here.other
  GROUP BY here.name
),
fractions AS (
  SELECT
    name,
    CASE WHEN alike < unlike THEN -1 ELSE 1 END AS sign,
    CAST(ABS(alike - unlike) * 2000 + alike + unlike AS DECIMAL(38, 0)) AS above,
    CAST((alike + unlike) * 2 AS DECIMAL(38, 0)) AS below
  FROM compared
),
divided AS (
  SELECT fractions.*, CAST(FLOOR(CAST(above AS DOUBLE) / CAST(below AS DOUBLE)) AS DECIMAL(38, 0)) AS about
  FROM fractions
)
SELECT
  bases.name, bases.base,
  CASE
    WHEN bases.base < 30 THEN NULL
    WHEN (about + 1) * below <= above THEN sign * (CAST(about AS BIGINT) + 1)
    WHEN about * below > above THEN sign * (CAST(about AS BIGINT) - 1)
    ELSE sign * CAST(about AS BIGINT)
  END AS gamma
FROM bases LEFT JOIN divided ON divided.name = bases.name
WHERE bases.base >= 5;

-- Of fewer than 5 shops not even the days.
CREATE OR REPLACE TEMPORARY VIEW about AS
SELECT respondents, synthetic,
  CASE WHEN respondents >= 5 THEN first_day END AS first_day,
  CASE WHEN respondents >= 5 THEN last_day END AS last_day
FROM (
  SELECT
    CAST(SUM(CASE WHEN kind = 'shops' AND item = 'all' THEN n ELSE 0 END) AS BIGINT) AS respondents,
    CAST(SUM(CASE WHEN kind = 'shops' AND item = 'synthetic' THEN n ELSE 0 END) AS BIGINT) AS synthetic,
    MIN(CASE WHEN kind = 'day' THEN item END) AS first_day,
    MAX(CASE WHEN kind = 'day' THEN item END) AS last_day
  FROM counts
) AS whole;
